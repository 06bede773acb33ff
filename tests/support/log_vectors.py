# SPDX-License-Identifier: MIT
"""Makes the log's vectors (tests/vectors/log) from fixed keys; run as a program it writes them anew.

They are for another implementation to check itself against, so they change only with the format.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from log_keys import HUB, KEY, NOW, OTHER_KEY, PERSON, STREAM, VISIT, chain

from sync.log.checkpoint import sign_checkpoint
from sync.log.codec import encode
from sync.log.commit import CommitId, Draft, SignedCommit, commit_id, first_prev, read_bodies, read_header
from sync.log.digest import entity_digest, stream_digest
from sync.log.erasure import restate, restated
from sync.log.fold import Write
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.review import entity_hash
from sync.log.running import running_over, running_start
from sync.log.shown import shown
from sync.log.snapshot import Base, SnapshotContents, VectorEntry, cut_snapshot, sign_part
from sync.log.state import encode_state

FOLDER = Path(__file__).parent.parent / "vectors" / "log"
EPOCH = 1_780_000_000_000


def as_id(one: CommitId) -> list[Any]:
    """Return an id for JSON."""
    return [one.writer.hex(), one.n, one.mark.hex()]


def id_of(commit: SignedCommit) -> CommitId:
    """Return the id of a commit."""
    return commit_id(read_header(commit.header), commit.header)


def as_commit(commit: SignedCommit) -> dict[str, Any]:
    """Return a commit for JSON."""
    return {
        "header": commit.header.hex(),
        "signature": commit.signature.hex(),
        "bodies": [None if body is None else body.hex() for body in commit.bodies],
        "hash": commit.hash.hex(),
        "id": as_id(id_of(commit)),
    }


def writes_of(commit: SignedCommit) -> list[Write]:
    """Return what a commit writes."""
    bodies = read_bodies(commit, read_header(commit.header))
    return [Write(id_of(commit), body) for body in bodies if body is not None]


def _draft(**fields: tuple[object, list[CommitId]]) -> Draft:
    return Draft("person", PERSON, PERSON, 1, fields)


def stream() -> list[SignedCommit]:
    """Return a small stream in hub order: two writers, a conflict, its settlement, a walk-in."""
    visit = Draft("visit", VISIT, None, 1, {"topics/cv": (True, []), "note": ("Änkyrä", [])})
    first = chain([[_draft(known_as=("Aino", []), phone=("040", [])), visit]])
    seen = id_of(first[0])
    others = chain([[_draft(known_as=("Aini", [seen]))]], key=OTHER_KEY)
    mine = chain([[_draft(known_as=("Aino", []), phone=("040", [])), visit], [_draft(known_as=("Aina", []))]])
    both = [id_of(mine[1]), id_of(others[0])]
    settled = chain(
        [[_draft(known_as=("Aini", [seen]))], [_draft(known_as=("Ainikki", sorted(both)))]], key=OTHER_KEY
    )
    return [mine[0], settled[0], mine[1], settled[1]]


def commits_vectors() -> dict[str, Any]:
    """Keys, the first ``prev``, and commits with their hashes and ids."""
    return {
        "hub": HUB.hex(),
        "stream": STREAM,
        "writers": [
            {
                "seed": key.seed.hex(),
                "public": key.public.hex(),
                "writer": key.writer.hex(),
                "first_prev": first_prev(HUB, STREAM, key.public).hex(),
            }
            for key in (KEY, OTHER_KEY)
        ],
        "commits": [as_commit(commit) for commit in stream()],
    }


def values_vectors() -> dict[str, Any]:
    """Bytes that are the spelling of a value, and bytes that must be refused, with the reason."""
    good = [
        None,
        True,
        0,
        127,
        128,
        -1,
        -33,
        2**32,
        2**64 - 1,
        -(2**63),
        "",
        "ä",
        b"",
        b"\x00",
        [1, [2]],
        {"a": 1, "b": {}},
    ]
    return {
        "values": [{"json": repr(value), "bytes": encode(value).hex()} for value in good],
        "refused": [
            {"bytes": "cc01", "why": "not-canonical", "what": "1 in two bytes"},
            {"bytes": "d90161", "why": "not-canonical", "what": "a short string with a long head"},
            {"bytes": "82a16201a16101", "why": "not-canonical", "what": "keys not sorted"},
            {"bytes": "82a16101a16101", "why": "not-canonical", "what": "a key twice"},
            {"bytes": encode("a\u0308").hex(), "why": "not-canonical", "what": "a string that is not NFC"},
            {"bytes": "cb0000000000000000", "why": "malformed", "what": "a float"},
            {"bytes": "d40500", "why": "malformed", "what": "an extension"},
            {"bytes": "810101", "why": "malformed", "what": "a key that is no string"},
            {"bytes": "a1ff", "why": "malformed", "what": "not UTF-8"},
            {"bytes": "0101", "why": "malformed", "what": "bytes after the value"},
            {"bytes": "91" * 9 + "01", "why": "limit", "what": "nine levels"},
        ],
    }


def _case(
    name: str, commits: list[SignedCommit], known: list[SignedCommit], erased: int | None
) -> dict[str, Any]:
    marks = Marks()
    for commit in known:
        marks.add(id_of(commit))
    writes = [write for commit in commits for write in writes_of(commit)]
    order = {id_of(commit): number for number, commit in enumerate(stream(), start=1)}
    restatement = None
    if erased is not None:
        restatement = encode(restate(writes[erased]))
        writes[erased] = restated(restate(writes[erased]))
    states = fold(writes, marks)
    return {
        "name": name,
        "folded": [as_id(id_of(commit)) for commit in commits],
        "known": [as_id(id_of(commit)) for commit in known],
        "restated": None if restatement is None else restatement.hex(),
        "entities": [
            {
                "entity": entity.hex(),
                "state": encode_state(state).hex(),
                "digest": entity_digest(state).hex(),
                "hash": entity_hash(state).hex(),
                "shown": {
                    field: [encode(its.value).hex(), its.conflict, its.erased]
                    for field, its in (
                        (name, shown(field, order.get)) for name, field in sorted(state.fields.items())
                    )
                },
            }
            for entity, state in sorted(states.items())
        ],
    }


def fold_vectors() -> dict[str, Any]:
    """Sets of folded commits of ``commits.json`` and known ids, and the states that they make."""
    all_of_it = stream()
    return {
        "cases": [
            _case("everything", all_of_it, all_of_it, None),
            _case("a conflict", all_of_it[:3], all_of_it[:3], None),
            _case("a named commit that is not known yet", all_of_it[1:2], all_of_it[1:2], None),
            _case("a quarantined commit that was named", [*all_of_it[1:]], all_of_it, None),
            _case("an erased write", all_of_it, all_of_it, len(writes_of(all_of_it[0])) + 2),
        ]
    }


def hub_vectors() -> dict[str, Any]:
    """What the hub says of the whole stream: running hash, digest, checkpoint, snapshot."""
    commits = stream()
    marks = Marks()
    for commit in commits:
        marks.add(id_of(commit))
    states = fold([write for commit in commits for write in writes_of(commit)], marks)
    start = running_start(HUB, STREAM, EPOCH)
    running = running_over(start, [commit.hash for commit in commits])
    digest = stream_digest(states.values())
    checkpoint = sign_checkpoint(
        key=KEY, hub=HUB, stream=STREAM, epoch=EPOCH, number=4, running=running, digest=digest, time_ms=NOW
    )
    last = {
        commit_read.writer: (commit_read.n, commit.hash)
        for commit in commits
        for commit_read in [read_header(commit.header)]
    }
    contents = SnapshotContents(
        vector=[VectorEntry(writer, *last[writer]) for writer in sorted(last)],
        marks=marks.runs(),
        quarantined=[],
        parked=[],
        states=[encode_state(states[entity]) for entity in sorted(states)],
    )
    parts = cut_snapshot(Base(STREAM, EPOCH, 4, running), contents, part_bytes=300)
    return {
        "epoch": EPOCH,
        "running_start": start.hex(),
        "running": running.hex(),
        "digest": digest.hex(),
        "checkpoint": {"bytes": checkpoint.raw.hex(), "signature": checkpoint.signature.hex()},
        "snapshot": [
            {"bytes": part.hex(), "signature": sign_part(part, key=KEY, hub=HUB).hex(),
             "sha256": hashlib.sha256(part).hexdigest()}
            for part in parts
        ],
    }  # fmt: skip


def all_vectors() -> dict[str, dict[str, Any]]:
    """Return every file's contents by its name."""
    return {
        "values.json": values_vectors(),
        "commits.json": commits_vectors(),
        "fold.json": fold_vectors(),
        "hub.json": hub_vectors(),
    }


def write_vectors(folder: Path) -> None:
    """Write every file anew."""
    for name, contents in all_vectors().items():
        text = json.dumps(contents, indent=1, ensure_ascii=False, sort_keys=True)
        (folder / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_vectors(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
