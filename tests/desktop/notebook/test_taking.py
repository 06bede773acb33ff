# SPDX-License-Identifier: MIT
"""What another card of a person says is made the leading card's value: one save, seen, and taken back by undo."""

import pytest
from card_desk import HETU, CardDesk, field_of
from notebook_world import AINO, CELIA, NotebookWorld

from desktop.notebook.errors import GoneMeanwhile
from desktop.notebook.merging import Merging
from desktop.notebook.messages.merging import MergePeople, TakeFromCard, UnmergePeople
from desktop.notebook.messages.people import PersonView, RecordSaved
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.undoing import Undoing
from sync.records.ids import EntityId


@pytest.fixture
def aino(world: NotebookWorld) -> CardDesk:
    """Return Aino at the cards."""
    return CardDesk(world, AINO)


def one_of(aino: CardDesk, first: EntityId, second: EntityId) -> PersonView:
    """Merge two cards and return the person as Aino sees them."""
    its = aino.world
    Merging(aino.desk, reading=its.lane(), writing=its.lane()).merge(MergePeople(first, second))
    its.sync()
    return aino.open(first)


def taken(aino: CardDesk, view: PersonView, field: str, *, kind: str = "person") -> RecordSaved:
    """Take one field of the second card."""
    its = aino.world
    merging = Merging(aino.desk, reading=its.lane(), writing=its.lane())
    return merging.take(TakeFromCard(view.cards[0].person, kind, field, view.sight))


def test_the_leading_card_says_it_then_in_one_save_and_the_other_card_is_as_it_was(
    world: NotebookWorld, aino: CardDesk
) -> None:
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", phone="+358402222222")
    view = one_of(aino, first, second)
    before = aino.desk.reads.sending.unsent_count()
    saved = taken(aino, view, "phone")
    assert (saved.entity, aino.desk.reads.sending.unsent_count()) == (first, before + 1)
    after = aino.open(first)
    assert field_of(after, "phone").value == "+358402222222"
    assert "phone" not in {one.name for one in after.cards[0].fields}
    Merging(aino.desk, reading=world.lane(), writing=world.lane()).part(UnmergePeople(second))
    world.sync()
    assert field_of(aino.open(second), "phone").value == "+358402222222"


def test_undo_gives_the_earlier_value_back(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", phone="+358402222222")
    saved = taken(aino, one_of(aino, first, second), "phone")
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(saved.save))
    assert field_of(aino.open(first), "phone").value == "+358401111111"


def test_a_masked_value_is_taken_without_being_shown(aino: CardDesk) -> None:
    first, second = aino.new(), aino.new("Sami", hetu=HETU, protected=True)
    view = one_of(aino, first, second)
    taken(aino, view, "hetu")
    assert aino.desk.entity(first).values["hetu"] == HETU
    assert ("REVEAL", "card") not in aino.operations()


def test_of_a_list_what_only_the_other_card_has_comes_and_what_it_lacks_goes(aino: CardDesk) -> None:
    first = aino.new(contact_ok={"sms": True, "call": True})
    second = aino.new("Sami", contact_ok={"call": True, "email": True})
    taken(aino, one_of(aino, first, second), "contact_ok")
    assert aino.desk.entity(first).elements("contact_ok") == ("call", "email")


def test_a_situation_is_taken_where_the_leading_card_has_none(aino: CardDesk) -> None:
    first, second = aino.new(), aino.new("Sami")
    aino.edit(second, situation={"housing": "homeless"})
    view = one_of(aino, first, second)
    (said,) = view.cards[0].situation
    taken(aino, view, said.name, kind="situation")
    after = aino.open(first)
    assert field_of(after, said.name, situation=True).value == said.value
    assert after.cards[0].situation == []


def test_two_values_are_settled_before_any_is_taken(world: NotebookWorld, aino: CardDesk) -> None:
    celia = CardDesk(world, CELIA)
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", phone="+358402222222")
    one_of(aino, first, second)
    aino.edit(first, phone="+358403333333")
    celia.open(first)
    celia.edit(first, phone="+358404444444")
    world.sync()
    with pytest.raises(GoneMeanwhile):
        taken(aino, aino.open(first), "phone")


def test_what_came_in_since_the_card_was_opened_is_not_overwritten(
    world: NotebookWorld, aino: CardDesk
) -> None:
    celia = CardDesk(world, CELIA)
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", phone="+358402222222")
    view = one_of(aino, first, second)
    celia.open(first)
    celia.edit(first, phone="+358404444444")
    world.sync()
    taken(aino, view, "phone")
    assert aino.desk.entity(first).fields["phone"].conflict


def test_a_card_that_is_no_longer_the_persons_gives_nothing(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", phone="+358402222222")
    view = one_of(aino, first, second)
    Merging(aino.desk, reading=world.lane(), writing=world.lane()).part(UnmergePeople(second))
    world.sync()
    with pytest.raises(GoneMeanwhile):
        taken(aino, view, "phone")


def test_what_both_say_already_is_not_saved_again(aino: CardDesk) -> None:
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", phone="+358402222222")
    view = one_of(aino, first, second)
    taken(aino, view, "phone")
    with pytest.raises(GoneMeanwhile):
        taken(aino, view, "phone")
