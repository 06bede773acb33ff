# SPDX-License-Identifier: MIT
"""Fixed keys and a small chain of commits for the tests of the log."""

from collections.abc import Callable, Sequence

from sync.log.commit import Draft, SignedCommit, first_prev, write_commit
from sync.log.signing import SigningKey
from sync.records.ids import EntityId, HubId, StreamId

HUB = HubId(b"hub id of a test"[:16])
OTHER_HUB = HubId(b"another hub's id")
STREAM = StreamId("team/t0123456789abcdef")
KEY = SigningKey.from_seed(b"k" * 32)
OTHER_KEY = SigningKey.from_seed(b"o" * 32)
VISIT = EntityId(bytes.fromhex("0190f1e2d3c47a6b8c9d0e1f20314253"))
PERSON = EntityId(bytes.fromhex("0190f1e2d3c47a6b8c9d0e1f20314254"))
NOW = 1_780_000_000_000


def counting_bytes() -> Callable[[int], bytes]:
    """Return a source of bytes that is different at each call and the same in each run."""
    count = 0

    def draw(size: int) -> bytes:
        nonlocal count
        count += 1
        return count.to_bytes(size, "big")

    return draw


def visit(value: object = "job_search", entity: EntityId = VISIT) -> Draft:
    """Return a save of one anonymous walk-in."""
    return Draft("visit", entity, None, 1, {"topics/job_search": (True, []), "note": (value, [])})


def chain(
    saves: Sequence[Sequence[Draft]], *, key: SigningKey = KEY, hub: HubId = HUB, stream: StreamId = STREAM
) -> list[SignedCommit]:
    """Return one commit a save, each on top of the one before."""
    prev = first_prev(hub, stream, key.public)
    commits: list[SignedCommit] = []
    draw = counting_bytes()
    for n, drafts in enumerate(saves, start=1):
        commit = write_commit(
            drafts, key=key, hub=hub, stream=stream, n=n, prev=prev, time_ms=NOW + n, app="test",
            random_bytes=draw,
        )  # fmt: skip
        prev = commit.hash
        commits.append(commit)
    return commits
