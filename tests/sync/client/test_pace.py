# SPDX-License-Identifier: MIT
"""Batch sizes: half on trouble, down to one commit; back up step by step when all is well."""

from sync.client.pace import PULL_BYTES, PUSH_BYTES, Pace
from sync.protocol.messages import PUSH_BATCH


def test_a_push_shrinks_to_one_commit_and_no_further() -> None:
    pace = Pace()
    steps = 0
    while pace.halve_push():
        steps += 1
    assert (pace.commits, steps) == (1, 8)
    for _ in range(20):
        pace.grow_push()
    assert (pace.commits, pace.push_bytes) == (PUSH_BATCH, PUSH_BYTES)


def test_a_pull_never_asks_for_less_than_one_commit_may_need() -> None:
    pace = Pace()
    for _ in range(20):
        pace.halve_pull()
    assert pace.pull_bytes == 16 * 1024
    for _ in range(20):
        pace.grow_pull()
    assert pace.pull_bytes == PULL_BYTES
