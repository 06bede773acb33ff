# SPDX-License-Identifier: MIT
"""Who wrote a value hears of it: that another is shown, that somebody chose against it, that it was deleted."""

from card_desk import CardDesk, field_of
from notebook_world import AINO, CELIA, NotebookWorld
from split_values import TOMORROW, Beside, Split

from desktop.notebook.messages.people import RestoreValue, SettleConflict
from desktop.notebook.messages.settling import (
    AskColleague,
    DismissTold,
    LeaveForLater,
    ListTold,
    ToldValue,
)
from desktop.notebook.told_values import Told
from sync.records.ids import staff_stream


def told(who: CardDesk) -> Told:
    """What tells one person, kept over several asks as in the process."""
    lane = who.world.lane()
    return Told(who.desk, who.conflicts.requests, reading=lane, writing=lane)


def rows(who: CardDesk) -> list[tuple[str, str, str]]:
    return [(row.what, row.field, row.by) for row in told(who).list_all(ListTold()).rows]


def only(found: Told) -> ToldValue:
    (row,) = found.list_all(ListTold()).rows
    return row


def test_whose_value_is_not_the_one_shown_is_told_and_the_other_is_not(world: NotebookWorld) -> None:
    split = Split(world)
    assert rows(split.aino) == [("hidden", "phone", "Celia Cajander")]
    assert rows(split.celia) == []
    assert only(told(split.aino)).title == "Samir Testinen"


def test_against_whom_somebody_chose_is_told_and_brings_the_value_back_by_one_ask(
    world: NotebookWorld,
) -> None:
    split = Split(world)
    split.choose(split.celia, "+358403333333")
    world.sync()
    assert rows(split.aino) == [("settled", "phone", "Celia Cajander")]
    assert rows(split.celia) == []
    row = only(told(split.aino))
    split.aino.conflicts.restore(RestoreValue(row.entity, row.field, row.writer, row.n))
    assert field_of(split.aino.open(split.person), "phone").value == "+358402222222"
    assert rows(split.aino) == []


def test_whose_choice_is_taken_back_is_told_as_often_as_it_happens(world: NotebookWorld) -> None:
    split = Split(world)
    split.choose(split.celia, "+358403333333")
    world.sync()
    row = only(told(split.aino))
    split.aino.conflicts.restore(RestoreValue(row.entity, row.field, row.writer, row.n))
    world.sync()
    assert rows(split.celia) == [("settled", "phone", "Aino Aalto")]
    assert rows(split.aino) == []
    row = only(told(split.celia))
    split.celia.conflicts.restore(RestoreValue(row.entity, row.field, row.writer, row.n))
    world.sync()
    assert field_of(split.aino.open(split.person), "phone").value == "+358403333333"
    assert rows(split.aino) == [("settled", "phone", "Celia Cajander")]
    assert rows(split.celia) == []


def test_a_new_value_after_a_choice_is_nothing_to_hear(world: NotebookWorld) -> None:
    split = Split(world)
    split.choose(split.celia, "+358403333333")
    world.sync()
    split.aino.open(split.person)
    split.aino.edit(split.person, phone="+358405555555")
    world.sync()
    assert rows(split.celia) == []


def test_a_choice_for_ones_own_value_is_nothing_to_hear(world: NotebookWorld) -> None:
    split = Split(world)
    split.choose(split.celia, "+358402222222")
    world.sync()
    assert rows(split.aino) == []


def test_a_third_value_is_a_choice_against_both(world: NotebookWorld) -> None:
    split = Split(world)
    split.look(split.celia)
    split.celia.conflicts.settle(SettleConflict(split.person, "phone", value="+358404444444"))
    world.sync()
    assert rows(split.aino) == [("settled", "phone", "Celia Cajander")]


def test_an_ordinary_change_of_ones_value_is_nothing_to_hear(world: NotebookWorld) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    person = aino.new(phone="+358401111111")
    world.sync()
    celia.open(person)
    celia.edit(person, phone="+358402222222")
    world.sync()
    assert rows(aino) == []


def test_what_came_after_the_first_question_is_found_by_the_next(world: NotebookWorld) -> None:
    split = Split(world)
    mine = told(split.aino)
    assert only(mine).what == "hidden"
    split.choose(split.celia, "+358403333333")
    world.sync()
    assert only(mine).what == "settled"
    split.aino.open(split.person)
    split.aino.edit(split.person, phone="+358405555555")
    assert mine.list_all(ListTold()).rows == []


def test_what_was_seen_does_not_come_again_on_any_laptop(world: NotebookWorld) -> None:
    split = Split(world)
    mine = told(split.aino)
    row = only(mine)
    assert row.seen is not None
    mine.dismiss(DismissTold(row.seen))
    assert mine.list_all(ListTold()).rows == []
    assert split.aino.desk.reads.entities.stream_of(row.seen) is None
    assert list(split.aino.desk.reads.settling.dismissed()) == [row.seen]
    split.choose(split.celia, "+358403333333")
    world.sync()
    assert only(mine).what == "settled"
    assert split.aino.desk.own_stream() == staff_stream(AINO)


def test_who_deleted_beside_a_change_is_told_to_whoever_changed(world: NotebookWorld) -> None:
    beside = Beside(world)
    assert rows(beside.aino) == [("deleted", "deleted", "Celia Cajander")]
    assert rows(beside.celia) == []


def test_a_question_left_to_a_colleague_is_told_as_asked_and_one_put_off_is_not_told(
    world: NotebookWorld,
) -> None:
    split = Split(world)
    split.celia.conflicts.requests.ask(AskColleague(split.person, "phone", AINO))
    world.sync()
    assert rows(split.aino) == [("asked", "phone", "Celia Cajander")]
    assert only(told(split.aino)).seen is None
    split.aino.conflicts.requests.later(LeaveForLater(split.person, "phone", TOMORROW))
    assert rows(split.aino) == []
    beside = Beside(world)
    beside.celia.conflicts.requests.ask(AskColleague(beside.person, "deleted", AINO))
    world.sync()
    assert rows(beside.aino) == [("asked", "deleted", "Celia Cajander")]


def test_that_names_were_shown_is_logged_once_for_the_same_rows(world: NotebookWorld) -> None:
    split = Split(world)
    mine = told(split.aino)
    for _ in range(3):
        mine.list_all(ListTold())
    assert split.aino.operations().count(("LIST", "two-values")) == 1
