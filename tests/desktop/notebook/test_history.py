# SPDX-License-Identifier: MIT
"""A card's history: every write about a person, newest first, with who, what and how it stands."""

from card_desk import CardDesk
from notebook_world import AINO, CELIA, DANIEL, NotebookWorld

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import DeleteNote, FieldValue, SavePerson
from desktop.notebook.messages.review import GiveReview, ListReview
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.undoing import Undoing


def test_history_tells_what_was_made_changed_and_noted_newest_first(world: NotebookWorld) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    aino.edit(person, situation={"occupation": "Kokki"})
    aino.edit(person, phone="+358401111111")
    aino.note(person, "Soittaa perjantaina")
    told = [(row.kind, row.what, row.text) for row in aino.open(person).history]
    assert told == [
        ("note", "noted", "Soittaa perjantaina"),
        ("person", "changed", ""),
        ("situation", "created", ""),
        ("person", "created", ""),
    ]
    assert [row.fields for row in aino.open(person).history][1] == ["phone"]


def test_of_one_moment_the_note_stands_above_the_situation_and_the_card_last(world: NotebookWorld) -> None:
    aino = CardDesk(world, AINO)
    fields: dict[str, FieldValue] = {"name": {"first": "Samir", "last": "Testinen"}}
    made = aino.people.save(SavePerson(None, fields, {"occupation": "Kokki"}, "Etsii töitä"))
    told = [(row.kind, row.what) for row in aino.open(made.entity).history]
    assert told == [("note", "noted"), ("situation", "created"), ("person", "created")]


def test_what_is_unsent_says_so_and_what_is_delivered_too(world: NotebookWorld) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    world.sync()
    aino.edit(person, phone="+358401111111")
    view = aino.open(person)
    assert [row.marks for row in view.history] == [[Mark.UNSENT], [Mark.DELIVERED]]
    assert view.unsent == 1


def test_a_colleagues_write_bears_their_name_and_is_not_mine_to_undo(world: NotebookWorld) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    person = aino.new()
    world.sync()
    celia.edit(person, phone="+358401111111")
    world.sync()
    theirs, mine = aino.open(person).history
    assert (theirs.by, theirs.mine, theirs.save) == ("Celia Cajander", False, None)
    assert mine.mine
    assert mine.save is not None


def test_an_own_save_can_be_undone_from_the_history(world: NotebookWorld) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    aino.edit(person, phone="+358401111111")
    row = aino.open(person).history[0]
    assert row.save is not None
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(row.save))
    view = aino.open(person)
    assert "phone" not in {field.name for field in view.fields if field.value}
    assert len(view.history) == 3


def test_a_deleted_note_leaves_the_history_and_who_deleted_it_finds_the_way_back(
    world: NotebookWorld,
) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    note = aino.note(person, "Kirjattu väärälle")
    aino.people.delete_note(DeleteNote(note))
    celia = CardDesk(world, CELIA)
    world.sync()
    assert [row.kind for row in celia.open(person).history] == ["person"]
    gone = aino.open(person).history[0]
    assert (gone.kind, gone.what, gone.text) == ("note", "deleted", "")
    assert gone.save is not None
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(gone.save))
    assert [row.text for row in aino.open(person).history if row.kind == "note"] == ["Kirjattu väärälle"]


def test_what_the_supervisor_said_of_a_save_stands_on_its_row(world: NotebookWorld) -> None:
    aino, daniel = CardDesk(world, AINO), CardDesk(world, DANIEL)
    person = aino.new()
    world.sync()
    (row,) = daniel.reviews.list_all(ListReview("waiting")).rows
    daniel.reviews.give(GiveReview(row.item, "approved", ""))
    assert [one.marks for one in daniel.open(person).history] == [[Mark.WAITS_FOR_HUB]]
    world.sync()
    assert [one.marks for one in aino.open(person).history] == [[Mark.APPROVED]]
    aino.edit(person, phone="+358401111111")
    assert [one.marks for one in aino.open(person).history] == [[Mark.UNSENT], [Mark.CHANGED_SINCE_REVIEW]]
