# SPDX-License-Identifier: MIT
"""The known commits of a stream, 8 bytes each."""

import pytest
from log_world import WRITERS, commit_id

from sync.log.commit import CommitId
from sync.log.errors import ChainBroken, ChainForked
from sync.log.known import Marks

A, B, _ = WRITERS


def _marks(count: int) -> bytes:
    return b"".join(commit_id(A, n).mark for n in range(1, count + 1))


def test_a_commit_is_known_by_its_writer_and_number() -> None:
    marks = Marks()
    marks.add(commit_id(A, 1))
    marks.add(commit_id(A, 2))
    assert marks.mark(A, 2) == commit_id(A, 2).mark
    assert marks.mark(A, 3) is marks.mark(A, 0) is marks.mark(B, 1) is None
    assert (marks.known_through(A), marks.known_through(B)) == (2, 0)


def test_what_is_held_already_changes_nothing_and_a_run_may_overlap() -> None:
    marks = Marks()
    marks.extend(A, 1, _marks(4))
    marks.add(commit_id(A, 2))
    marks.extend(A, 3, _marks(9)[16:])
    assert list(marks.runs()) == [(A, _marks(9))]


def test_runs_come_in_order_of_writers() -> None:
    marks = Marks()
    marks.add(commit_id(B, 1))
    marks.add(commit_id(A, 1))
    assert [writer for writer, _ in marks.runs()] == [A, B]


def test_a_gap_or_a_broken_run_is_refused() -> None:
    marks = Marks()
    for first, run in ((2, _marks(1)), (0, _marks(1)), (1, b"half")):
        with pytest.raises(ChainBroken):
            marks.extend(A, first, run)


def test_another_commit_with_a_dot_that_is_held_is_a_fork() -> None:
    marks = Marks()
    marks.extend(A, 1, _marks(3))
    with pytest.raises(ChainForked):
        marks.add(CommitId(A, 2, b"another!"))
    with pytest.raises(ChainForked):
        marks.extend(A, 3, b"another!" + commit_id(A, 4).mark)
    assert list(marks.runs()) == [(A, _marks(3))]
