# SPDX-License-Identifier: MIT
"""A deletion hides only what its author saw."""

import pytest
from log_world import ENTITIES, WRITERS, Replica, commit_id, make_body

from sync.log.commit import CommitId
from sync.log.deletion import Deletion, Unseen, deletion, deletion_value
from sync.log.fold import Write, heads_seen
from sync.log.state import EntityState
from sync.records.ids import EntityId

A, B, C = WRITERS
PERSON, NOTE = ENTITIES


class Town:
    """One person and one note about them."""

    def __init__(self) -> None:
        self.replica = Replica()
        self.add(commit_id(A, 1), PERSON, {"name": ("Aino", [])})
        self.add(commit_id(A, 2), NOTE, {"text": ("met", [])})

    def add(self, one: CommitId, entity: EntityId, fields: dict[str, tuple[object, list[CommitId]]]) -> None:
        self.replica.know(one)
        kind = "person" if entity == PERSON else "note"
        self.replica.fold(Write(one, make_body(entity, fields, kind=kind, subject=PERSON)))

    @property
    def person(self) -> EntityState:
        return self.replica.states[PERSON]

    @property
    def about(self) -> list[EntityState]:
        return list(self.replica.states.values())

    def delete(self, one: CommitId, entity: EntityId = PERSON) -> None:
        state = self.replica.states[entity]
        value = deletion_value(state, self.about)
        seen = list(heads_seen(state, ["deleted"])["deleted"])
        self.add(one, entity, {"deleted": (value, seen)})


def test_what_nobody_deleted_is_live() -> None:
    assert deletion(Town().person).verdict is Deletion.LIVE


def test_a_deletion_that_saw_everything_deletes() -> None:
    town = Town()
    town.delete(commit_id(B, 1))
    assert deletion(town.person, town.about).verdict is Deletion.DELETED


@pytest.mark.parametrize(("entity", "field"), [(PERSON, "phone"), (NOTE, "text")])
def test_a_change_beside_it_there_or_on_an_entity_about_the_person_hides_nothing(
    entity: EntityId, field: str
) -> None:
    town = Town()
    town.delete(commit_id(B, 1))
    town.add(commit_id(C, 1), entity, {field: ("new", [])})
    shown = deletion(town.person, town.about)
    assert shown.verdict is Deletion.CHANGED_BESIDE
    assert shown.unseen == (Unseen(entity, field, commit_id(C, 1)),)


def test_a_second_deletion_that_saw_the_change_deletes() -> None:
    town = Town()
    town.delete(commit_id(B, 1))
    town.add(commit_id(C, 1), PERSON, {"phone": ("new", [])})
    town.delete(commit_id(C, 2))
    assert deletion(town.person, town.about).verdict is Deletion.DELETED


def test_two_deletions_beside_each_other_delete() -> None:
    town = Town()
    value = deletion_value(town.person, town.about)
    town.add(commit_id(B, 1), PERSON, {"deleted": (value, [])})
    town.add(commit_id(C, 1), PERSON, {"deleted": (value, [])})
    assert deletion(town.person, town.about).verdict is Deletion.DELETED


def test_the_deleters_own_writes_need_no_naming() -> None:
    town = Town()
    town.add(commit_id(A, 3), PERSON, {"deleted": ([], [])})
    assert deletion(town.person, town.about).verdict is Deletion.DELETED
    town.add(commit_id(A, 4), PERSON, {"phone": ("after", [])})
    assert deletion(town.person, town.about).verdict is Deletion.CHANGED_BESIDE


def test_a_restored_entity_is_live_and_a_restoration_beside_a_deletion_is_a_conflict() -> None:
    town = Town()
    town.delete(commit_id(B, 1))
    town.add(commit_id(B, 2), PERSON, {"deleted": (None, [])})
    assert deletion(town.person, town.about).verdict is Deletion.LIVE
    value = deletion_value(town.person, town.about)
    town.add(commit_id(C, 1), PERSON, {"deleted": (value, [])})
    shown = deletion(town.person, town.about)
    assert shown.verdict is Deletion.CHANGED_BESIDE
    assert [one.field for one in shown.unseen] == ["deleted"]


def test_a_note_that_was_deleted_itself_hides_nothing() -> None:
    town = Town()
    town.delete(commit_id(B, 1))
    town.add(commit_id(C, 1), NOTE, {"text": ("late", [])})
    town.delete(commit_id(C, 2), NOTE)
    assert deletion(town.person, town.about).verdict is Deletion.DELETED


@pytest.mark.parametrize("value", [True, "yes", [["x", 1, b"m"]], [[b"w", 1]], [1]])
def test_a_deletion_that_names_nothing_readable_hides_nothing(value: object) -> None:
    town = Town()
    town.add(commit_id(B, 1), PERSON, {"deleted": (value, [])})
    shown = deletion(town.person)
    assert shown.verdict is Deletion.CHANGED_BESIDE
    assert [one.field for one in shown.unseen] == ["name"]


def test_an_erased_value_is_not_something_that_lives_on() -> None:
    town = Town()
    town.replica.fold(
        Write(commit_id(A, 1), make_body(PERSON, {"name": (None, [])}, subject=PERSON), erased=True)
    )
    town.add(commit_id(B, 1), PERSON, {"deleted": ([], [])})
    assert deletion(town.person).verdict is Deletion.DELETED
