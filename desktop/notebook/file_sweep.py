# SPDX-License-Identifier: MIT
"""Brings files and their records together: what a process that died left, and what should not be here any more."""

from collections.abc import Iterable
from typing import Final

from desktop.store.blobs import PRESENT, Blobs, BlobState
from desktop.vault.attachments import AttachmentFolder
from sync.records.ids import StreamId

BUDGET_BYTES: Final = 500 * 1024 * 1024
"""What a team's files may take on a laptop; what somebody opened or nobody has sent is beside the question."""

_FETCHED: Final = frozenset({BlobState.AWAY, BlobState.WANTED, BlobState.LOST})


def sweep_at_start(files: AttachmentFolder, blobs: Blobs) -> None:
    """Take up what a process that died left; before anything is asked, so that no save is under way.

    A file is on the disk before the record that names it: one that no record names was never acknowledged.
    """
    files.prepare()
    adopt_files(files, blobs)
    states = blobs.states()
    for blob in [one for one in files.names() if one not in states]:
        files.drop(blob)
        files.delivered(blob)
    for blob, state in states.items():
        if state in PRESENT and not files.has(blob) and not files.take_from_outbox(blob):
            blobs.stand(blob, BlobState.LOST if state is BlobState.UNSENT else BlobState.AWAY)
    for blob in files.parts():
        if states.get(blob) not in _FETCHED:
            files.drop(blob)


def adopt_files(files: AttachmentFolder, blobs: Blobs) -> None:
    """Note the files that lie here whole and that a record names, where that was not written down."""
    states = blobs.states()
    for blob in list(files.names()):
        if states.get(blob) not in PRESENT:
            blobs.adopt(blob)


def drop_files(
    files: AttachmentFolder, blobs: Blobs, streams: Iterable[StreamId], *, budget: int, removed: bool = False
) -> tuple[bytes, ...]:
    """Remove what should not be here (``Blobs.to_drop``); return what is gone. The bytes go first.

    What a colleague left in the outbox and the hub does not have stays there.
    """
    gone = blobs.to_drop(streams, budget=budget, removed=removed)
    states = blobs.states()
    for blob in gone:
        files.drop(blob)
        if states.get(blob) in PRESENT:
            files.delivered(blob)
    blobs.forget(gone)
    return gone
