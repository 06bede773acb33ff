# SPDX-License-Identifier: MIT
"""A person is moved to another team: who may ask for it, what waits, and what can be taken back."""

import pytest
from card_desk import OTHER_TEAM, CardDesk
from notebook_world import AINO, DANIEL, TEAM, NotebookWorld
from transfer_desk import TransferDesk, draft, other_team

from desktop.notebook.errors import FieldRequired, GoneMeanwhile, NotAllowed, NotFound
from desktop.notebook.messages.moving import MovePerson, OfferMove, TakeBackMove
from desktop.notebook.transit import WENT, transit_rows
from sync.records.ids import EntityId, new_entity, team_stream

STREAM = team_stream(TEAM)


@pytest.fixture
def samir(world: NotebookWorld) -> EntityId:
    """A person of Aino's, known to everybody in the team, and a second team."""
    other_team(world)
    person = CardDesk(world, AINO).new("Samir", "Testinen")
    world.desk(DANIEL)
    world.sync()
    return person


def test_a_supervisor_is_offered_the_other_teams_and_an_adviser_is_told_no(
    world: NotebookWorld, samir: EntityId
) -> None:
    offer = TransferDesk(world, DANIEL).moving.offer(OfferMove(samir))
    assert (offer.may, [one.name for one in offer.teams]) == (True, ["Toinen tiimi"])
    assert (offer.waiting, offer.can_take_back) == (None, False)
    aino = TransferDesk(world, AINO)
    assert not aino.moving.offer(OfferMove(samir)).may
    with pytest.raises(NotAllowed):
        aino.moving.move(MovePerson(samir, OTHER_TEAM, "muutti"))


def test_a_move_waits_for_the_hub_and_can_be_taken_back_until_it_has_it(
    world: NotebookWorld, samir: EntityId
) -> None:
    daniel = TransferDesk(world, DANIEL)
    daniel.moving.move(MovePerson(samir, OTHER_TEAM, "Muutti itään"))
    offer = daniel.moving.offer(OfferMove(samir))
    assert (offer.waiting_team, offer.waiting_by, offer.can_take_back) == ("Toinen tiimi", "", True)
    assert not offer.heard
    assert CardDesk(world, DANIEL).open(samir).name == "Samir Testinen"
    with pytest.raises(GoneMeanwhile):
        daniel.moving.move(MovePerson(samir, OTHER_TEAM, ""))
    assert offer.waiting is not None
    daniel.moving.take_back(TakeBackMove(offer.waiting))
    assert daniel.moving.offer(OfferMove(samir)).waiting is None
    with pytest.raises(NotFound):
        daniel.moving.take_back(TakeBackMove(offer.waiting))


def test_what_the_hub_has_heard_of_is_not_taken_back(world: NotebookWorld, samir: EntityId) -> None:
    daniel, aino = TransferDesk(world, DANIEL), TransferDesk(world, AINO)
    daniel.moving.move(MovePerson(samir, OTHER_TEAM, ""))
    world.sync()
    offer = daniel.moving.offer(OfferMove(samir))
    assert (offer.waiting is not None, offer.can_take_back, offer.heard) == (True, False, True)
    assert aino.moving.offer(OfferMove(samir)).waiting_by == "Daniel Dahl"
    with pytest.raises(GoneMeanwhile):
        daniel.moving.take_back(TakeBackMove(offer.waiting or new_entity()))


def test_a_person_goes_to_another_team_that_exists(world: NotebookWorld, samir: EntityId) -> None:
    daniel = TransferDesk(world, DANIEL)
    for to in (TEAM, "t0000000000000000", ""):
        with pytest.raises(FieldRequired):
            daniel.moving.move(MovePerson(samir, to, ""))


def test_once_the_hub_has_moved_them_the_old_team_finds_nobody(world: NotebookWorld, samir: EntityId) -> None:
    daniel, cards = TransferDesk(world, DANIEL), CardDesk(world, AINO)
    daniel.moving.move(MovePerson(samir, OTHER_TEAM, ""))
    waiting = daniel.moving.offer(OfferMove(samir)).waiting
    world.sync()
    world.hub_says(STREAM, draft("retract", subject=samir, move=waiting, to=OTHER_TEAM, at=world.clock()))
    assert cards.search("samir") == []
    with pytest.raises(NotFound):
        daniel.moving.offer(OfferMove(samir))
    gone = daniel.desk.reads.transfers.went(samir)
    assert gone is not None
    assert gone[0] == OTHER_TEAM
    assert daniel.desk.reads.transfers.waiting_moves() == ()


def test_what_is_unsent_about_somebody_who_went_is_listed_with_the_word_that_it_goes_on(
    world: NotebookWorld, samir: EntityId
) -> None:
    cards = CardDesk(world, AINO)
    cards.note(samir, "En tiennyt")
    world.hub_says(
        STREAM, draft("retract", subject=samir, move=new_entity(), to=OTHER_TEAM, at=world.clock())
    )
    cards.new("Toinen", "Testinen")
    about = {row.kind: row.reason for row in transit_rows(cards.desk)}
    assert about == {"note": WENT, "person": ""}
