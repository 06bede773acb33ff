# SPDX-License-Identifier: MIT
"""A card's history tells where somebody was sent, what became of it, and that a consent was taken back."""

import pytest
from card_desk import CardDesk
from notebook_world import AINO, CELIA, DANIEL, NotebookWorld
from paper_orders import frame_book
from service_shop import CARD_COURSE, REHAB, publish

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import HistoryRow
from desktop.notebook.messages.referrals import GivenConsent, MoveReferral, Refer, WithdrawConsent
from desktop.notebook.messages.review import GiveReview, ListReview, OpenReview
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.referrals import Referrals
from desktop.notebook.undoing import Undoing
from sync.records.ids import EntityId


@pytest.fixture
def services(world: NotebookWorld) -> list[EntityId]:
    return publish(world, CARD_COURSE, REHAB)


def referrals_of(cards: CardDesk) -> Referrals:
    return Referrals(cards.desk, frame_book())


def yes() -> GivenConsent:
    return GivenConsent("so", frame_book().of("so").consent.version, ["name"], "oral")


def told(cards: CardDesk, person: EntityId) -> list[HistoryRow]:
    return [row for row in cards.open(person).history if row.kind in {"referral", "consent"}]


def test_a_referral_and_each_later_word_on_it_are_lines_with_the_services_name(
    world: NotebookWorld, services: list[EntityId]
) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    saved = referrals_of(aino).refer(Refer(person, services[:1], "guided", text="Soittaa itse"))
    referrals_of(aino).move(MoveReferral(saved.entity, "contacted", feedback="Paikka on"))
    assert [(row.what, row.text, row.fields) for row in told(aino, person)] == [
        ("changed", "Hygieniapassikurssi", ["contacted", "Paikka on"]),
        ("referred", "Hygieniapassikurssi", ["given"]),
    ]
    assert all(row.mine and row.save is not None for row in told(aino, person))


def test_one_save_to_two_services_is_two_lines(world: NotebookWorld, services: list[EntityId]) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    referrals_of(aino).refer(Refer(person, services, "guided"))
    rows = told(aino, person)
    assert {row.text for row in rows} == {"Hygieniapassikurssi", "Työkykyselvitys"}
    assert len({row.save for row in rows}) == 1


def test_an_undone_referral_leaves_the_history(world: NotebookWorld, services: list[EntityId]) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    saved = referrals_of(aino).refer(Refer(person, services, "formal", consent=yes(), follow_up="2026-12-08"))
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(saved.save))
    assert told(aino, person) == []


def test_a_consent_that_was_taken_back_is_a_line_of_its_own(
    world: NotebookWorld, services: list[EntityId]
) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new()
    saved = referrals_of(aino).refer(Refer(person, services[1:], "formal", consent=yes()))
    referrals_of(aino).withdraw(WithdrawConsent(saved.entity))
    assert [(row.kind, row.what, row.text) for row in told(aino, person)] == [
        ("consent", "withdrawn", "Testilän järjestö"),
        ("referral", "referred", "Työkykyselvitys"),
    ]


def test_a_colleagues_referral_bears_their_name(world: NotebookWorld, services: list[EntityId]) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    person = aino.new()
    referrals_of(aino).refer(Refer(person, services[:1], "guided"))
    world.sync()
    (row,) = told(celia, person)
    assert (row.by, row.mine, row.save, row.marks) == ("Aino Aalto", False, None, [Mark.DELIVERED])


def test_the_supervisor_finds_a_referral_by_its_service(
    world: NotebookWorld, services: list[EntityId]
) -> None:
    aino, daniel = CardDesk(world, AINO), CardDesk(world, DANIEL)
    person = aino.new()
    world.sync()
    referrals_of(aino).refer(Refer(person, services[1:], "formal", consent=yes(), follow_up="2026-12-08"))
    world.sync()
    rows = daniel.reviews.list_all(ListReview("waiting")).rows
    (row,) = [one for one in rows if one.kind == "referral"]
    assert (row.title, row.about) == ("Samir Testinen", "Työkykyselvitys")
    view = daniel.reviews.open(OpenReview(row.item))
    assert (view.kind, view.about) == ("referral", "Työkykyselvitys")
    assert {change.kind for change in view.changes} == {"referral", "consent", "task"}
    daniel.reviews.give(GiveReview(row.item, "approved", ""))
    world.sync()
    assert told(aino, person)[0].marks == [Mark.APPROVED]
