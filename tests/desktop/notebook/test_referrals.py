# SPDX-License-Identifier: MIT
"""Referrals: consent where data leaves, a follow-up in the same save, and what becomes of them."""

from dataclasses import dataclass

import pytest
from card_desk import CardDesk
from notebook_world import AINO, CELIA, DANIEL, TEAM, NotebookWorld
from service_shop import CARD_COURSE, REHAB, publish

from desktop.notebook.errors import ConsentMissing, NoService, NotAllowed, NotFound
from desktop.notebook.follow_up import FollowUps
from desktop.notebook.handout.frames import load_frames
from desktop.notebook.messages.follow_up import FollowUp, ListFollowUp, MoveOn
from desktop.notebook.messages.referrals import (
    GivenConsent,
    ListReferrals,
    MoveReferral,
    Refer,
    ReferralRow,
    WithdrawConsent,
)
from desktop.notebook.referrals import Referrals
from desktop.resources import resource
from desktop.store.errors import FieldRefused
from sync.records.ids import EntityId, StaffId, team_stream

STREAM = team_stream(TEAM)
SAID_YES = GivenConsent(language="so", text_version="2026-11", scope=["name", "contact"], given_how="oral")


@dataclass
class Desk:
    """One adviser with a person, two services and the asks about referrals."""

    world: NotebookWorld
    staff: StaffId = AINO

    def __post_init__(self) -> None:
        self.cards = CardDesk(self.world, self.staff)
        self.referrals = Referrals(self.cards.desk, load_frames(resource("handouts"), self.cards.desk.codes))
        lane = self.world.lane()
        self.follow_ups = FollowUps(self.cards.desk, self.cards.people.looks, reading=lane, writing=lane)

    def rows(self, person: EntityId) -> list[ReferralRow]:
        return self.referrals.list(ListReferrals(person)).rows

    def due(self, day: str) -> FollowUp:
        """Return what is due by a day."""
        view = self.follow_ups.list(ListFollowUp(day, 0))
        return FollowUp([row for row in view.rows if row.days <= 0], view.due)

    def events(self, operation: str) -> int:
        store = self.cards.desk.store
        return sum(row.event.get("operation") == operation for row in store.audit_rows(newest=100))


@pytest.fixture
def services(world: NotebookWorld) -> list[EntityId]:
    return publish(world, CARD_COURSE, REHAB)


@pytest.fixture
def aino(world: NotebookWorld, services: list[EntityId]) -> Desk:
    assert services
    return Desk(world)


def test_a_person_is_referred_to_two_services_in_one_save(aino: Desk, services: list[EntityId]) -> None:
    person = aino.cards.new()
    aino.referrals.refer(Refer(person, services, kind="guided", follow_up="2026-12-08"))
    rows = aino.rows(person)
    assert {row.name for row in rows} == {"Hygieniapassikurssi", "Työkykyselvitys"}
    assert {(row.kind, row.status, row.urgency, row.due) for row in rows} == {
        ("guided", "given", "normal", "2026-12-08")
    }
    assert {row.organisation for row in rows} == {"Testilän järjestö"}
    assert all(row.mine and not row.consent for row in rows)
    writes = [aino.cards.desk.reads.history(row.referral)[0].id for row in rows]
    assert len(set(writes)) == 1


def test_a_service_that_asks_for_consent_is_told_nothing_without(
    aino: Desk, services: list[EntityId]
) -> None:
    person = aino.cards.new()
    with pytest.raises(ConsentMissing):
        aino.referrals.refer(Refer(person, services, kind="formal", follow_up="2026-12-08"))
    assert aino.rows(person) == []
    assert aino.due("2026-12-31").due == 0
    assert aino.events("DISCLOSE") == 0


def test_a_consent_keeps_text_language_and_scope_and_the_disclosure_is_logged(
    aino: Desk, services: list[EntityId]
) -> None:
    person = aino.cards.new()
    aino.referrals.refer(Refer(person, services[1:], kind="formal", consent=SAID_YES))
    (row,) = aino.rows(person)
    assert (row.consent, row.consent_language) == ("given", "so")
    (consent,) = aino.cards.desk.reads.services.about(person, "consent")
    assert consent.values["text_version"] == "2026-11"
    assert consent.values["receiver"] == "Testilän järjestö"
    assert {name for name in consent.values if name.startswith("scope/")} == {"scope/name", "scope/contact"}
    assert aino.events("DISCLOSE") == 1


def test_consent_read_in_plain_finnish_is_finnish_in_a_version_of_its_own(
    aino: Desk, services: list[EntityId]
) -> None:
    person = aino.cards.new()
    given = GivenConsent(language="fi-selko", text_version="2026-11", scope=["name"], given_how="oral")
    aino.referrals.refer(Refer(person, services[1:], kind="accompanied", consent=given))
    (consent,) = aino.cards.desk.reads.services.about(person, "consent")
    assert (consent.values["language"], consent.values["text_version"]) == ("fi", "2026-11-selko")


def test_information_and_guidance_tell_the_service_nothing(aino: Desk, services: list[EntityId]) -> None:
    person = aino.cards.new()
    aino.referrals.refer(Refer(person, services, kind="information"))
    assert aino.events("DISCLOSE") == 0
    assert aino.cards.desk.reads.services.about(person, "consent") == ()


def test_a_service_with_no_word_about_consent_counts_as_one_that_asks(world: NotebookWorld) -> None:
    (silent,) = publish(world, REHAB.__class__(name={"fi": "Vaiti"}))
    aino = Desk(world)
    with pytest.raises(ConsentMissing):
        aino.referrals.refer(Refer(aino.cards.new(), [silent], kind="formal"))


def test_a_taken_back_consent_is_shown_and_the_referral_stays(aino: Desk, services: list[EntityId]) -> None:
    person = aino.cards.new()
    saved = aino.referrals.refer(Refer(person, services[1:], kind="formal", consent=SAID_YES))
    aino.referrals.withdraw(WithdrawConsent(saved.entity))
    (row,) = aino.rows(person)
    assert (row.consent, row.status) == ("withdrawn", "given")


def test_nobody_takes_back_a_consent_that_was_never_given(aino: Desk, services: list[EntityId]) -> None:
    saved = aino.referrals.refer(Refer(aino.cards.new(), services[:1], kind="guided"))
    with pytest.raises(NotFound):
        aino.referrals.withdraw(WithdrawConsent(saved.entity))


def test_a_follow_up_is_due_on_its_day_and_moves_with_the_referral(
    aino: Desk, services: list[EntityId]
) -> None:
    person = aino.cards.new("Leila", "Testinen")
    saved = aino.referrals.refer(Refer(person, services[:1], kind="guided", follow_up="2026-12-08"))
    assert aino.due("2026-12-07").rows == []
    (row,) = aino.due("2026-12-10").rows
    assert (row.name, row.text, -row.days, row.status) == (
        "Leila Testinen",
        "Hygieniapassikurssi",
        2,
        "given",
    )
    aino.referrals.move(MoveReferral(saved.entity, "contacted", follow_up="2026-12-20"))
    assert aino.due("2026-12-10").rows == []
    assert [one.due for one in aino.due("2026-12-20").rows] == ["2026-12-20"]


def test_what_is_due_says_whom_it_must_protect(aino: Desk, services: list[EntityId]) -> None:
    person = aino.cards.new(protected=True)
    aino.referrals.refer(Refer(person, services[:1], kind="guided", follow_up="2026-12-08"))
    assert [row.protected for row in aino.due("2026-12-08").rows] == [True]


def test_what_has_ended_is_no_longer_due(aino: Desk, services: list[EntityId]) -> None:
    person = aino.cards.new()
    saved = aino.referrals.refer(Refer(person, services[:1], kind="guided", follow_up="2026-12-08"))
    aino.referrals.move(MoveReferral(saved.entity, "rejected", reason="full", feedback="Jono puoli vuotta"))
    (row,) = aino.rows(person)
    assert (row.status, row.reason, row.feedback, row.due) == ("rejected", "full", "Jono puoli vuotta", "")
    assert aino.due("2027-12-31").due == 0


def test_a_finished_task_is_gone_and_its_referral_comes_back_when_it_does_not_move(
    aino: Desk, services: list[EntityId]
) -> None:
    person = aino.cards.new()
    aino.referrals.refer(Refer(person, services[:1], kind="guided", follow_up="2026-06-08"))
    (row,) = aino.due("2026-06-08").rows
    done = MoveOn(record=row.record, matter="referral", to="handled", today="2026-06-08", task=row.task)
    aino.follow_ups.move(done)
    assert aino.due("2026-06-08").rows == []
    assert [(one.text, one.task) for one in aino.due("2026-06-15").rows] == [(row.text, None)]


def test_two_who_hear_different_things_both_see_both(world: NotebookWorld, services: list[EntityId]) -> None:
    aino, celia = Desk(world), Desk(world, CELIA)
    person = aino.cards.new()
    saved = aino.referrals.refer(Refer(person, services[:1], kind="guided"))
    world.sync()
    aino.rows(person)
    celia.rows(person)
    aino.referrals.move(MoveReferral(saved.entity, "started"))
    celia.referrals.move(MoveReferral(saved.entity, "no_show"))
    world.sync()
    view = aino.cards.desk.entity(saved.entity, "referral")
    assert view.fields["state"].conflict
    assert {head.value["status"] for head in view.fields["state"].heads} == {"started", "no_show"}


def test_what_is_due_is_its_owners(world: NotebookWorld, services: list[EntityId]) -> None:
    aino, celia = Desk(world), Desk(world, CELIA)
    aino.referrals.refer(Refer(aino.cards.new(), services[:1], kind="guided", follow_up="2026-12-08"))
    world.sync()
    assert (aino.due("2026-12-08").due, celia.due("2026-12-08").due) == (1, 0)


def test_a_supervisor_reads_referrals_and_makes_none(world: NotebookWorld, services: list[EntityId]) -> None:
    aino, daniel = Desk(world), Desk(world, DANIEL)
    person = aino.cards.new()
    aino.referrals.refer(Refer(person, services[:1], kind="guided"))
    world.sync()
    shown = daniel.referrals.list(ListReferrals(person))
    assert len(shown.rows) == 1
    assert not shown.can_edit
    with pytest.raises(NotAllowed):
        daniel.referrals.refer(Refer(person, services[:1], kind="guided"))


def test_every_look_at_a_persons_referrals_is_logged(aino: Desk) -> None:
    person = aino.cards.new()
    before = aino.events("READ")
    aino.rows(person)
    assert aino.events("READ") == before + 1


def test_a_referral_needs_a_service_that_is_here_and_a_known_kind(
    aino: Desk, services: list[EntityId]
) -> None:
    person = aino.cards.new()
    with pytest.raises(NoService):
        aino.referrals.refer(Refer(person, [], kind="guided"))
    with pytest.raises(NotFound):
        aino.referrals.refer(Refer(person, [EntityId(bytes(16))], kind="guided"))
    with pytest.raises(FieldRefused):
        aino.referrals.refer(Refer(person, services[:1], kind="shouted"))
    with pytest.raises(FieldRefused):
        aino.referrals.refer(Refer(person, services[:1], kind="guided", follow_up="8.12."))
    assert aino.rows(person) == []


def test_a_referral_waits_for_the_supervisor_like_any_save_about_a_person(
    world: NotebookWorld, services: list[EntityId]
) -> None:
    aino, daniel = Desk(world), Desk(world, DANIEL)
    person = aino.cards.new()
    world.sync()
    queue = daniel.cards.desk.reads.reviews
    before = len(queue.queue(STREAM))
    aino.referrals.refer(Refer(person, services[:1], kind="guided"))
    world.sync()
    assert len(daniel.cards.desk.reads.reviews.queue(STREAM)) == before + 1
