# SPDX-License-Identifier: MIT
"""Attachments for the hub's tests: made-up ciphertexts, and the records that name them."""

import hashlib
import random
from dataclasses import dataclass
from typing import Any

from hub_world import START, Member, draft

from sync.log.commit import Draft
from sync.protocol.blob_hub import BlobHub
from sync.records.ids import EntityId, StreamId, new_entity


@dataclass(frozen=True)
class Sealed:
    """Bytes that stand for a ciphertext, and their name."""

    content: bytes
    blob: bytes

    @property
    def size(self) -> int:
        return len(self.content)


def sealed(size: int, seed: int = 1) -> Sealed:
    """Some bytes that follow from a number."""
    content = random.Random(seed).randbytes(size)
    return Sealed(content, hashlib.sha256(content).digest())


def attachment(
    of: Sealed,
    subject: EntityId,
    entity: EntityId | None = None,
    *,
    size: int | None = None,
    **more: Any,  # noqa: ANN401
) -> Draft:
    """The record of a file on a person; ``size`` is a lie about its ciphertext."""
    fields: dict[str, Any] = {
        "on": subject,
        "name": "todistus.pdf",
        "media": "pdf",
        "size": of.size,
        "blob": {"id": of.blob, "key": bytes(32), "sealed": of.size if size is None else size},
        "at": START,
    }
    return draft("attachment", entity or new_entity(), subject=subject, **(fields | more))


def attach(member: Member, stream: StreamId, of: Sealed, subject: EntityId | None = None) -> EntityId:
    """Save a record that names these bytes; return the record's id."""
    entity = new_entity()
    answer = member.save(stream, attachment(of, subject or new_entity(), entity))
    assert answer.quarantined == []
    return entity


def upload(hub: BlobHub, of: Sealed, *, step: int = 256 * 1024) -> int:
    """Send what is missing; return how many bytes the hub holds."""
    held = hub.blob_begin(of.blob, of.size)
    while held < of.size:
        held = hub.blob_send(of.blob, held, of.content[held : held + step], size=of.size)
    return held


def download(hub: BlobHub, of: Sealed, *, step: int = 1 << 20) -> bytes:
    """Read it all, piece by piece."""
    got = bytearray()
    while piece := hub.blob_read(of.blob, len(got), step):
        got += piece
    return bytes(got)
