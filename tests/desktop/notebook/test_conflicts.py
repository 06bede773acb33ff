# SPDX-License-Identifier: MIT
"""Two values for one field: shown side by side, settled once, and brought back from the history."""

import pytest
from card_desk import HETU, CardDesk, field_of, move_to_other_team
from notebook_world import AINO, BERTTA, CELIA, DANIEL, NotebookWorld

from desktop.notebook.errors import GoneMeanwhile, NotAllowed, NotFound
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import (
    ConflictView,
    ListConflicts,
    OpenConflict,
    RestoreValue,
    SavePerson,
    SettleConflict,
)
from sync.records.ids import EntityId

OTHER_HETU = "010191-9010"


class TwoValues:
    """A person with two values for a field, written by Aino and Celia without seeing each other's."""

    def __init__(self, world: NotebookWorld, field: str = "phone") -> None:
        self.world, self.field = world, field
        self.aino, self.celia = CardDesk(world, AINO), CardDesk(world, CELIA)
        self.person: EntityId = self.aino.new(phone="+358401111111")
        world.sync()
        self.aino.open(self.person)
        self.celia.open(self.person)

    def split(self, mine: str, theirs: str) -> "TwoValues":
        """Let both write, and meet; Aino's laptop stands first in the hub's order."""
        for who, value in ((self.aino, mine), (self.celia, theirs)):
            who.people.save(SavePerson(self.person, {self.field: value}))
        self.world.sync()
        return self

    def look(self, who: CardDesk) -> ConflictView:
        """Open the two values."""
        return who.conflicts.open(OpenConflict(self.person, self.field))


def test_both_values_stand_side_by_side_with_who_and_when_mine_first(world: NotebookWorld) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    view = two.look(two.aino)
    assert [(side.value, side.mine, side.by) for side in view.sides] == [
        ("+358402222222", True, "Aino Aalto"),
        ("+358403333333", False, "Celia Cajander"),
    ]
    assert sum(side.shown for side in view.sides) == 1
    assert view.previous == "+358401111111"
    assert view.title == "Samir Testinen"
    assert [row.value for row in view.history][-1] == "+358401111111"
    assert two.aino.operations()[0] == ("READ", "two-values")


def test_the_list_names_each_field_and_the_count_agrees_with_it(world: NotebookWorld) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    rows = two.aino.conflicts.list_all(ListConflicts()).rows
    assert [(row.entity, row.field, row.title) for row in rows] == [(two.person, "phone", "Samir Testinen")]
    assert two.aino.conflicts.count() == 1


def test_choosing_one_settles_it_on_both_laptops_and_the_other_stays_in_the_history(
    world: NotebookWorld,
) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    theirs = two.look(two.aino).sides[1]
    two.aino.conflicts.settle(SettleConflict(two.person, "phone", theirs.writer, theirs.n))
    world.sync()
    for one in (two.aino, two.celia):
        phone = field_of(one.open(two.person), "phone")
        assert (phone.value, phone.sides) == ("+358403333333", [])
        assert one.conflicts.count() == 0
    with pytest.raises(GoneMeanwhile):
        two.look(two.celia)
    with pytest.raises(GoneMeanwhile):
        two.celia.conflicts.settle(SettleConflict(two.person, "phone", theirs.writer, theirs.n))


def test_a_new_value_settles_it_too_in_the_one_spelling(world: NotebookWorld) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    two.look(two.aino)
    two.aino.conflicts.settle(SettleConflict(two.person, "phone", value="040 999 9999"))
    assert field_of(two.aino.open(two.person), "phone").value == "+358409999999"


def test_a_third_value_that_came_after_the_two_were_opened_is_not_settled_unseen(
    world: NotebookWorld,
) -> None:
    two = TwoValues(world)
    bertta = CardDesk(world, BERTTA)
    world.sync()
    bertta.open(two.person)
    two.split("+358402222222", "+358403333333")
    mine = two.look(two.aino).sides[0]
    bertta.edit(two.person, sight=1, phone="+358404444444")
    world.sync()
    two.aino.conflicts.settle(SettleConflict(two.person, "phone", mine.writer, mine.n))
    values = {side.value for side in two.look(two.aino).sides}
    assert values == {"+358402222222", "+358404444444"}


def test_a_side_that_stands_no_longer_cannot_be_chosen(world: NotebookWorld) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    mine = two.look(two.aino).sides[0]
    with pytest.raises(GoneMeanwhile):
        two.aino.conflicts.settle(SettleConflict(two.person, "phone", mine.writer, mine.n + 100))


def test_an_earlier_value_is_brought_back_by_a_new_save(world: NotebookWorld) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    view = two.look(two.celia)
    first = view.history[-1]
    two.celia.conflicts.restore(RestoreValue(two.person, "phone", first.writer, first.n))
    phone = field_of(two.celia.open(two.person), "phone")
    assert (phone.value, phone.sides) == ("+358401111111", [])
    with pytest.raises(NotFound):
        two.celia.conflicts.restore(RestoreValue(two.person, "phone", first.writer, 99))


def test_identity_codes_are_compared_masked(world: NotebookWorld) -> None:
    two = TwoValues(world, "hetu").split(HETU, OTHER_HETU)
    view = two.look(two.aino)
    assert HETU not in repr(view)
    assert OTHER_HETU not in repr(view)
    theirs = view.sides[1]
    two.aino.conflicts.settle(SettleConflict(two.person, "hetu", theirs.writer, theirs.n))
    assert [row.person for row in two.aino.search(OTHER_HETU)] == [two.person]


def test_who_may_not_see_or_write_the_card_settles_nothing(world: NotebookWorld) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    daniel = CardDesk(world, DANIEL)
    world.sync()
    mine = two.look(daniel).sides[0]
    with pytest.raises(NotAllowed):
        daniel.conflicts.settle(SettleConflict(two.person, "phone", mine.writer, mine.n))
    move_to_other_team(world, DANIEL)
    assert daniel.conflicts.list_all(ListConflicts()).rows == []
    with pytest.raises(NotFound):
        two.look(daniel)


def test_two_values_are_marked_on_the_card_in_its_history_and_in_lists(world: NotebookWorld) -> None:
    two = TwoValues(world).split("+358402222222", "+358403333333")
    view = two.aino.open(two.person)
    assert Mark.TWO_VALUES in view.marks
    assert [Mark.TWO_VALUES in row.marks for row in view.history] == [True, True, False]
    assert Mark.TWO_VALUES in two.aino.search("Samir")[0].marks
