# SPDX-License-Identifier: MIT
"""Cuts snapshots of made-up streams and loads them into a replica, as hub and laptop do."""

import hashlib

from log_keys import HUB, KEY, STREAM
from log_world import Made, Replica, as_write

from sync.log.commit import CommitId
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.running import running_over, running_start
from sync.log.snapshot import (
    Base,
    Place,
    SnapshotContents,
    VectorEntry,
    cut_snapshot,
    read_part,
    sign_part,
)
from sync.log.state import decode_foreign_state, encode_state

EPOCH = 1_780_000_000_000


def commit_hash(one: CommitId) -> bytes:
    """Return a 32-byte hash that begins with the id's mark, as a commit's does."""
    return one.mark + hashlib.sha256(one.mark).digest()[8:]


def base_at(made: list[Made]) -> Base:
    """Return where a stream stands after these commits."""
    start = running_start(HUB, STREAM, EPOCH)
    return Base(STREAM, EPOCH, len(made), running_over(start, [commit_hash(one.id) for one in made]))


def snapshot_of(made: list[Made], *, part_bytes: int) -> list[bytes]:
    """Return the parts of a snapshot of these commits."""
    marks = Marks()
    vector: dict[bytes, VectorEntry] = {}
    for one in made:
        marks.add(one.id)
        vector[one.id.writer] = VectorEntry(one.id.writer, one.id.n, commit_hash(one.id))
    states = fold([as_write(one) for one in made if not one.quarantined], marks)
    contents = SnapshotContents(
        vector=sorted(vector.values(), key=lambda entry: entry.writer),
        marks=marks.runs(),
        quarantined=[one.id for one in made if one.quarantined],
        parked=[],
        states=[encode_state(states[entity]) for entity in sorted(states)],
    )
    return cut_snapshot(base_at(made), contents, part_bytes=part_bytes)


def load(payloads: list[bytes]) -> tuple[Replica, Place]:
    """Return a replica that knows and holds what the parts say."""
    replica = Replica()
    place: Place | None = None
    marks = Marks()
    for payload in payloads:
        part, place = read_part(
            payload, sign_part(payload, key=KEY, hub=HUB), hub=HUB, public=KEY.public, after=place
        )
        for run in part.marks:
            marks.extend(run.writer, run.first, run.marks)
        for raw in part.entities:
            state = decode_foreign_state(raw)
            replica.states[state.entity] = state
    assert place is not None
    for writer, run_of_marks in marks.runs():
        for at in range(0, len(run_of_marks), 8):
            replica.known.add(CommitId(writer, at // 8 + 1, run_of_marks[at : at + 8]))
    return replica, place
