# SPDX-License-Identifier: MIT
"""Consent cannot be talked round, nobody is sent to what no editor shows, and a disclosure is never unlogged."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from card_desk import OTHER_TEAM, CardDesk, also_give_other_team, move_to_other_team
from notebook_world import AINO, CELIA, DANIEL, TEAM, NotebookWorld
from service_shop import CARD_COURSE, REHAB, publish

from desktop.notebook.catalogue.filters import OwnMarks
from desktop.notebook.catalogue.index import CatalogueIndex
from desktop.notebook.catalogue.stock import Stock
from desktop.notebook.catalogue.synonyms import load_synonyms
from desktop.notebook.errors import ConsentMissing, FieldRefused, NotAllowed, NotFound
from desktop.notebook.follow_up import FollowUps
from desktop.notebook.handout.errors import LanguageMissing, TooManyServices
from desktop.notebook.handout.frames import load_frames
from desktop.notebook.handouts import Handouts
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.follow_up import ListFollowUp
from desktop.notebook.messages.handouts import MakePaper, RecordHandout
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.referrals import GivenConsent, Refer, WithdrawConsent
from desktop.notebook.messages.services import MarkService, ServiceClient
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.referrals import Referrals
from desktop.notebook.services import Services
from desktop.notebook.undoing import Undoing
from desktop.resources import resource
from desktop.store.audit import AuditChain
from desktop.store.changes import Change
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId, StaffId, team_stream

STREAM = team_stream(TEAM)
YES = GivenConsent(language="so", text_version="2026-11", scope=["name"], given_how="oral")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


@pytest.fixture
def rehab(world: NotebookWorld) -> EntityId:
    (entity,) = publish(world, REHAB)
    return entity


class Adviser:
    """Somebody with cards and referrals."""

    def __init__(self, world: NotebookWorld, staff: StaffId = AINO) -> None:
        self.cards = CardDesk(world, staff)
        frames = load_frames(resource("handouts"), self.cards.desk.codes)
        self.referrals = Referrals(self.cards.desk, frames)
        self.handouts = Handouts(self.cards.desk, frames)

    def of(self, person: EntityId) -> list[int]:
        """How many referrals, consents and tasks a person has, and how much is due."""
        reads = self.cards.desk.reads.services
        counts = [len(reads.about(person, kind)) for kind in ("referral", "consent", "task")]
        dues = self.cards.desk.reads.dues.due(self.cards.staff, "2099-12-31", most=500)
        return [*counts, sum(one.matter == "task" for one in dues)]


@pytest.fixture
def aino(world: NotebookWorld, rehab: EntityId) -> Adviser:
    assert rehab
    return Adviser(world)


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        (GivenConsent("so", "2026-11", [], "oral"), ConsentMissing),
        (GivenConsent("xx", "2026-11", ["name"], "oral"), LanguageMissing),
        (GivenConsent("zh", "2026-11", ["name"], "oral"), LanguageMissing),
        (GivenConsent("so", "1999-01", ["name"], "oral"), FieldRefused),
        (GivenConsent("so", "", ["name"], "oral"), FieldRefused),
    ],
)
def test_a_consent_about_nothing_or_to_a_text_that_is_none_is_none(
    aino: Adviser, rehab: EntityId, given: GivenConsent, refused: type[Exception]
) -> None:
    person = aino.cards.new()
    with pytest.raises(refused):
        aino.referrals.refer(Refer(person, [rehab], kind="formal", consent=given, follow_up="2026-12-01"))
    assert aino.of(person) == [0, 0, 0, 0]
    assert ("DISCLOSE", "referral") not in aino.cards.operations()


@pytest.mark.parametrize("status", ["waiting", "withdrawn"])
def test_nobody_is_sent_to_a_service_that_no_editor_shows(
    world: NotebookWorld, aino: Adviser, status: str
) -> None:
    (hidden,) = publish(world, CARD_COURSE, status=status)
    person = aino.cards.new()
    with pytest.raises(NotFound):
        aino.referrals.refer(Refer(person, [hidden], kind="formal"))
    with pytest.raises(NotFound):
        aino.handouts.make(MakePaper([hidden], "fi", "2026-11-24"))


def test_a_referral_names_no_visit_that_is_not_here(aino: Adviser, rehab: EntityId) -> None:
    with pytest.raises(NotFound):
        aino.referrals.refer(
            Refer(aino.cards.new(), [rehab], kind="guided", visit=EntityId(b"no visit of ours"))
        )


def test_a_referral_that_names_another_persons_consent_takes_none_back(
    aino: Adviser, rehab: EntityId
) -> None:
    one, other = aino.cards.new("Samir"), aino.cards.new("Sanna")
    aino.referrals.refer(Refer(one, [rehab], kind="formal", consent=YES))
    (consent,) = aino.cards.desk.reads.services.about(one, "consent")
    forged = aino.referrals.refer(Refer(other, [rehab], kind="guided")).entity
    change = Change(kind="referral", entity=forged, fields={"consent": consent.entity})
    aino.cards.desk.save([(STREAM, [change])])
    with pytest.raises(NotFound):
        aino.referrals.withdraw(WithdrawConsent(forged))
    (still,) = aino.cards.desk.reads.services.about(one, "consent")
    assert still.values.get("withdrawn") is None


def test_who_has_left_the_team_neither_refers_its_people_nor_takes_their_consent_back(
    world: NotebookWorld, aino: Adviser, rehab: EntityId
) -> None:
    person = aino.cards.new()
    made = aino.referrals.refer(Refer(person, [rehab], kind="formal", consent=YES)).entity
    move_to_other_team(world, AINO)
    with pytest.raises(NotFound):
        aino.referrals.refer(Refer(person, [rehab], kind="guided"))
    with pytest.raises(NotFound):
        aino.referrals.withdraw(WithdrawConsent(made))
    with pytest.raises(NotFound):
        aino.handouts.record(RecordHandout([rehab], "fi", "print", person))


def test_a_person_of_the_other_team_is_referred_in_that_team(
    world: NotebookWorld, aino: Adviser, rehab: EntityId
) -> None:
    also_give_other_team(world, AINO)
    person = aino.cards.desk.new_id()
    fields = {"name": {"first": "Samir", "last": "Testinen"}}
    change = Change(kind="person", entity=person, subject=person, fields=fields)
    aino.cards.desk.save([(team_stream(OTHER_TEAM), [change])])
    saved = aino.referrals.refer(Refer(person, [rehab], kind="guided", follow_up="2026-12-01"))
    assert saved.save is not None
    assert saved.save.stream == team_stream(OTHER_TEAM)


def test_a_disclosure_that_can_not_be_logged_is_none(
    aino: Adviser, rehab: EntityId, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = aino.cards.new()
    append = AuditChain.append

    def fails(chain: AuditChain, event: dict[str, object], *, time_ms: int) -> object:
        if event.get("operation") == "DISCLOSE":
            raise sqlite3.OperationalError
        return append(chain, event, time_ms=time_ms)

    monkeypatch.setattr(AuditChain, "append", fails)
    with pytest.raises(sqlite3.OperationalError):
        aino.referrals.refer(Refer(person, [rehab], kind="formal", consent=YES, follow_up="2026-12-01"))
    with pytest.raises(sqlite3.OperationalError):
        aino.handouts.record(RecordHandout([rehab], "fi", "print", person))
    monkeypatch.undo()
    assert aino.of(person) == [0, 0, 0, 0]
    aino.referrals.refer(Refer(person, [rehab], kind="formal", consent=YES))
    assert ("DISCLOSE", "referral") in aino.cards.operations()


def test_undoing_a_referral_takes_consent_and_follow_up_with_it(
    world: NotebookWorld, aino: Adviser, rehab: EntityId
) -> None:
    person = aino.cards.new()
    saved = aino.referrals.refer(Refer(person, [rehab], kind="formal", consent=YES, follow_up="2026-12-01"))
    assert aino.of(person) == [1, 1, 1, 1]
    undoing = Undoing(aino.cards.desk, writing=world.lane())
    assert saved.save is not None
    undoing.undo(UndoSave(saved.save))
    assert aino.of(person) == [0, 0, 0, 0]
    assert ("DISCLOSE", "referral") in aino.cards.operations()


def test_a_supervisor_marks_nothing(world: NotebookWorld, rehab: EntityId) -> None:
    daniel = CardDesk(world, DANIEL)
    change = Change(kind="service_mark", entity=EntityId(b"a mark of Daniel"), fields={"service": rehab})
    with pytest.raises(NotAllowed):
        daniel.desk.save([(STREAM, [change])])


@pytest.mark.parametrize("first", [AINO, CELIA])
def test_where_one_says_protected_and_another_not_the_person_is_protected(
    world: NotebookWorld, rehab: EntityId, first: StaffId
) -> None:
    """Whoever was numbered first would lift a turvakielto, and the district would steer the search."""
    assert rehab
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    person = aino.new(district="701", municipality="091")
    world.sync()
    for one in (aino, celia) if first == AINO else (celia, aino):
        one.edit(person, protected=one is aino)
    world.sync()
    for one in (aino, celia):
        assert one.desk.entity(person, "person").fields["protected"].conflict
        assert Mark.PROTECTED in one.open(person).marks
        (row,) = one.search("Testinen")
        assert Mark.PROTECTED in row.marks
        client = services_at(one)._client(ServiceClient(person=person))
        assert (client.district, client.municipality) == ("", "")


def test_a_mark_of_the_team_that_one_marks_in_now_counts(world: NotebookWorld, rehab: EntityId) -> None:
    aino = CardDesk(world, AINO)
    services = services_at(aino)
    services.mark(MarkService(rehab, favourite=True, hidden=False))
    move_to_other_team(world, AINO)
    services.mark(MarkService(rehab, favourite=False, hidden=True))
    assert services._own_marks() == {rehab: OwnMarks(favourite=False, hidden=True)}


def services_at(one: CardDesk) -> Services:
    index = CatalogueIndex(load_synonyms(resource("services") / "synonyms.json"), one.desk.codes)
    return Services(one.desk, Stock(index), index)


def test_nobody_is_due_whose_card_was_taken_out_or_is_none(aino: Adviser, rehab: EntityId) -> None:
    desk = aino.cards.desk
    gone, here = aino.cards.new("Poistettu"), aino.cards.new("Samir")
    for person in (gone, here):
        aino.referrals.refer(Refer(person, [rehab], kind="guided", follow_up="2026-12-01"))
    state = desk.reads.entities.state(gone)
    assert state is not None
    deleted = Change(kind="person", entity=gone, subject=gone, fields={"deleted": deletion_value(state)})
    fields = {"due": "2026-12-01", "owner": AINO}
    forged = Change(kind="task", entity=desk.new_id(), subject=EntityId(b"nobody of ours.."), fields=fields)
    about_a_service = Change(kind="task", entity=desk.new_id(), subject=rehab, fields=fields)
    desk.save([(STREAM, [deleted, forged, about_a_service])])
    lane = Lane("test")
    follow_ups = FollowUps(desk, aino.cards.people.looks, reading=lane, writing=lane)
    due = follow_ups.list(ListFollowUp("2026-12-05", 0))
    lane.stop()
    assert ([row.person for row in due.rows], due.due) == ([here], 1)


def test_more_services_than_one_save_holds_are_refused_and_not_our_fault(aino: Adviser) -> None:
    person = aino.cards.new()
    many = [EntityId(bytes([at]) * 16) for at in range(1, 100)]
    with pytest.raises(TooManyServices):
        aino.referrals.refer(Refer(person, many, kind="guided", follow_up="2026-12-01"))
    with pytest.raises(TooManyServices):
        aino.handouts.record(RecordHandout(many, "fi", "print", person))
