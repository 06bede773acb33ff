# SPDX-License-Identifier: MIT
"""Sets and tallies add up instead of colliding."""

from log_world import ENTITIES, WRITERS, KnownIds, commit_id, make_body

from sync.log.commit import CommitId
from sync.log.deletion import deletion_value
from sync.log.fold import Write, apply
from sync.log.pure import fold
from sync.log.sets import field_name, members, set_changes
from sync.log.state import EntityState
from sync.log.tally import total
from sync.records.ids import EntityId

A, B, _ = WRITERS
SESSION = ENTITIES[1]


def _unnumbered(_: object) -> None:
    return None


def test_two_who_add_different_elements_have_both() -> None:
    writes = [
        Write(commit_id(A, 1), make_body(ENTITIES[0], {"topics/cv": (True, []), "topicsother": (True, [])})),
        Write(
            commit_id(B, 1), make_body(ENTITIES[0], {"topics/housing": (True, []), "topics/no": (False, [])})
        ),
    ]
    state = fold(writes, KnownIds())[ENTITIES[0]]
    assert members(state, "topics", _unnumbered) == {"cv", "housing"}


def test_only_what_differs_is_written() -> None:
    assert set_changes("topics", before=["a", "b"], after=["b", "c"]) == {"topics/c": True, "topics/a": False}
    assert field_name("unmet", "housing") == "unmet/housing"


def _tally(entity: bytes, fields: dict[str, object], kind: str = "tally") -> EntityState:
    written: dict[str, tuple[object, list[CommitId]]] = {name: (value, []) for name, value in fields.items()}
    body = make_body(EntityId(entity * 16), written, kind=kind)
    return apply(None, Write(commit_id(A, 1), body), KnownIds())


def test_a_session_is_the_sum_of_its_bursts() -> None:
    gone = _tally(b"4", {"session": SESSION, "heads": 100})
    deleted = Write(
        commit_id(A, 2), make_body(gone.entity, {"deleted": (deletion_value(gone), [])}, kind="tally")
    )
    states = [
        _tally(b"1", {"session": SESSION, "heads": 5}),
        _tally(b"2", {"session": SESSION, "heads": -2}),
        _tally(b"3", {"session": ENTITIES[0], "heads": 100}),
        apply(gone, deleted, KnownIds()),
        _tally(b"5", {"session": SESSION}),
        _tally(b"6", {"heads": 100}),
        _tally(b"7", {"session": SESSION, "heads": "many"}),
        _tally(b"8", {"session": SESSION, "heads": 100}, kind="visit"),
    ]
    assert total(states, SESSION, _unnumbered) == 3
