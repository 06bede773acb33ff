# SPDX-License-Identifier: MIT
"""People are handed over: who gets them sees from whom and what came late, says so, and the giver sees that."""

import pytest
from card_desk import CardDesk
from notebook_world import AINO, BERTTA, DANIEL, NotebookWorld
from transfer_desk import TransferDesk

from desktop.notebook.errors import FieldRequired, NotFound
from desktop.notebook.messages.moving import HandOver, Handovers, ListHandovers, TakeOver
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.undoing import Undoing


def _lists(desk: TransferDesk) -> Handovers:
    return desk.handover.list_all(ListHandovers())


def test_a_person_handed_to_a_colleague_is_told_to_both(world: NotebookWorld) -> None:
    aino, bertta, cards = TransferDesk(world, AINO), TransferDesk(world, BERTTA), CardDesk(world, AINO)
    person = cards.new("Samir", "Testinen")
    assert _lists(aino).mine == 1
    assert [one.name for one in _lists(aino).colleagues] == ["Bertta Berg", "Celia Cajander"]
    aino.handover.hand_over(HandOver([person], BERTTA))
    world.sync()
    (row,) = _lists(bertta).received
    assert (row.person, row.name, row.by, row.before) == (
        person,
        "Samir Testinen",
        "Aino Aalto",
        "Aino Aalto",
    )
    assert (row.new, row.late, row.waits_for_hub, _lists(bertta).new) == (True, [], False, 1)
    (given,) = _lists(aino).given
    assert (given.to, given.new) == ("Bertta Berg", True)
    bertta.handover.take_over(TakeOver(person))
    assert _lists(bertta).new == 0
    world.sync()
    assert not _lists(aino).given[0].new


def test_what_the_one_before_did_after_the_change_is_shown_even_after_it_was_seen(
    world: NotebookWorld,
) -> None:
    aino, bertta, daniel = (TransferDesk(world, one) for one in (AINO, BERTTA, DANIEL))
    cards = CardDesk(world, AINO)
    person = cards.new()
    world.sync()
    daniel.handover.hand_over(HandOver([person], BERTTA))
    cards.note(person, "Kävin vielä kotona")
    daniel_first = daniel.desk.store
    assert daniel_first is not aino.desk.store
    world.sync()
    (row,) = _lists(bertta).received
    assert (row.by, row.before) == ("Daniel Dahl", "Aino Aalto")
    bertta.handover.take_over(TakeOver(person))
    world.sync()
    cards.note(person, "Unohdin kirjata tämän")
    world.sync()
    (row,) = _lists(bertta).received
    assert row.new
    assert "note" in [late.kind for late in row.late]


def test_a_whole_caseload_goes_in_one_save_and_comes_back_with_undo(world: NotebookWorld) -> None:
    aino, bertta, cards = TransferDesk(world, AINO), TransferDesk(world, BERTTA), CardDesk(world, AINO)
    people = [cards.new(f"Henkilö{at}") for at in range(7)]
    before = len(aino.desk.reads.sending.unsent())
    done = aino.handover.hand_over(HandOver([], BERTTA))
    assert (done.count, len(done.saves)) == (7, 1)
    assert len(aino.desk.reads.sending.unsent()) == before + 1
    world.sync()
    assert {row.person for row in _lists(bertta).received} == set(people)
    assert (_lists(bertta).mine, _lists(aino).mine) == (7, 0)
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(done.saves[0]))
    world.sync()
    assert (_lists(bertta).received, _lists(aino).mine) == ([], 7)


def test_nobody_gets_people_who_does_not_meet_people_in_their_team(world: NotebookWorld) -> None:
    aino = TransferDesk(world, AINO)
    with pytest.raises(NotFound):
        aino.handover.hand_over(HandOver([], BERTTA))
    person = CardDesk(world, AINO).new()
    for to in (AINO, DANIEL):
        with pytest.raises(FieldRequired):
            aino.handover.hand_over(HandOver([person], to))
    with pytest.raises(NotFound):
        TransferDesk(world, BERTTA).handover.take_over(TakeOver(person))
