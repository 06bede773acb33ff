# SPDX-License-Identifier: MIT
"""Undo takes back what nobody has touched since, and says what it left."""

import pytest
from notebook_world import AINO, CELIA, TEAM, NotebookWorld
from stand import Stand

from desktop.notebook.errors import NothingToUndo
from desktop.notebook.messages.today import SaveId, UndoSave
from desktop.store.changes import Change
from sync.records.ids import EntityId, team_stream

STREAM = team_stream(TEAM)


def _person(stand: Stand, **fields: object) -> EntityId:
    person = stand.desk.new_id()
    stand.desk.save([(STREAM, [Change(kind="person", entity=person, fields=fields)])])
    return person


def _change(stand: Stand, person: EntityId, **fields: object) -> SaveId:
    (saved,) = stand.desk.save([(STREAM, [Change(kind="person", entity=person, fields=fields)])])
    return SaveId(STREAM, saved.n)


def test_an_undone_walk_in_leaves_the_list_and_the_counts(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    kept, wrong = aino.walk_in(session), aino.walk_in(session, "housing")
    undone = aino.undoing.undo(UndoSave(wrong.save))
    assert (undone.undone, undone.left) == (1, [])
    today = aino.look()
    assert [row.visit for row in today.visits] == [kept.row.visit]
    assert today.session is not None
    assert (today.session.visits, today.session.heads) == (1, 1)


def test_a_save_is_undone_once(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    saved = aino.walk_in(aino.open().session)
    aino.undoing.undo(UndoSave(saved.save))
    with pytest.raises(NothingToUndo):
        aino.undoing.undo(UndoSave(saved.save))


def test_a_save_that_never_was_is_not_undone(world: NotebookWorld) -> None:
    with pytest.raises(NothingToUndo):
        Stand(world, AINO).undoing.undo(UndoSave(SaveId(STREAM, 99)))


def test_undoing_a_call_at_the_desk_undoes_the_session_it_made_and_the_next_call_makes_another(
    world: NotebookWorld,
) -> None:
    aino = Stand(world, AINO)
    aino.close(aino.open().session)
    first = aino.walk_in(None)
    home = aino.desk.entity(first.row.visit).values["session"]
    aino.undoing.undo(UndoSave(first.save))
    second = aino.walk_in(None)
    assert aino.desk.entity(home).deleted
    assert aino.desk.entity(second.row.visit).values["session"] != home


def test_a_changed_field_gets_back_what_it_was(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    person = _person(
        aino, name={"first": "Testi", "last": "Henkilö"}, register="employment", phone="+358401234567"
    )
    save = _change(aino, person, phone="+358407654321", email="testi@example.org")
    assert aino.undoing.undo(UndoSave(save)).undone == 2
    values = aino.desk.entity(person).values
    assert (values["phone"], values["email"]) == ("+358401234567", None)


def test_what_a_colleague_wrote_since_is_left_and_named(world: NotebookWorld) -> None:
    aino, celia = Stand(world, AINO), Stand(world, CELIA)
    person = _person(aino, name={"first": "Testi", "last": "Henkilö"}, register="employment")
    save = _change(aino, person, phone="+358401234567", email="testi@example.org")
    world.sync()
    _change(celia, person, phone="+358407654321")
    world.sync()
    undone = aino.undoing.undo(UndoSave(save))
    assert (undone.undone, undone.left) == (1, ["phone"])
    values = aino.desk.entity(person).values
    assert (values["phone"], values["email"]) == ("+358407654321", None)


def test_closing_a_session_can_be_undone(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    aino.close(session, reflection="Liian aikaisin", score=3)
    newest = aino.desk.reads.history(session)[-1].id
    aino.undoing.undo(UndoSave(SaveId(STREAM, newest.n)))
    today = aino.look()
    assert today.session is not None
    assert (today.session.session, today.session.closed_at) == (session, 0)


def test_a_record_that_went_on_keeps_what_it_cannot_be_without(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open(partners="Kirjasto").session
    opening = aino.desk.reads.history(session)[0].id
    aino.close(session)
    undone = aino.undoing.undo(UndoSave(SaveId(STREAM, opening.n)))
    assert {"place", "starts", "state"} <= set(undone.left)
    assert aino.today.sessions.view(session).place == "Testilän kirjasto"
    assert aino.today.sessions.view(session).partners == ""
