# SPDX-License-Identifier: MIT
"""Referrals of known people: sending somebody to a service, with consent where data leaves, and what became of it.

A referral, its consent and its follow-up are one save, so that none is there without the others. Where data
leaves, the access log has a disclosure (906/2019 § 17).
"""

from collections.abc import Sequence
from typing import Any, Final

from desktop.notebook.cards import cards_of
from desktop.notebook.catalogue.stock import PUBLISHED
from desktop.notebook.desk import Desk
from desktop.notebook.errors import ConsentMissing, FieldRefused, NoService, NotFound
from desktop.notebook.handout.errors import TooManyServices
from desktop.notebook.handout.frames import FrameBook
from desktop.notebook.handout.order import MOST_SERVICES
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.referrals import (
    GivenConsent,
    ListReferrals,
    MoveReferral,
    Refer,
    ReferralRow,
    ReferralsView,
    WithdrawConsent,
)
from desktop.notebook.messages.today import SaveId
from desktop.notebook.telling import sending_marks
from desktop.store.audit import Event
from desktop.store.changes import Change
from desktop.store.service_reads import StoredRecord, StoredService
from desktop.store.shown_values import part, value_of
from desktop.store.views import EntityView
from sync.catalogue.bounds import shown_service
from sync.catalogue.model import NAME_LENGTH, Service, text_in
from sync.records.ids import EntityId, StreamId
from sync.records.rights import Action, may

LEAVES: Final = frozenset({"accompanied", "formal"})
"""Kinds of referral in which the service is told who comes."""
ENDED: Final = frozenset({"completed", "rejected", "interrupted", "withdrawn"})
"""States after which nothing is followed up."""
NO_FOLLOW_UP: Final = "-"
_NO_CONSENT_NEEDED: Final = frozenset({"none", "law"})
_STAFF_LANGUAGE: Final = "fi"
"""A referral keeps the service's Finnish name, which is its name at the service."""


class Referrals:
    """What is done with a person's referrals at one desk; used from any lane."""

    def __init__(self, desk: Desk, frames: FrameBook) -> None:
        """``frames`` hold the consent texts that there are."""
        self._desk = desk
        self._frames = frames

    # --- looking ---

    def list(self, ask: ListReferrals) -> ReferralsView:
        """Return a person's referrals of all their cards, the newest first, after logging the look at each."""
        desk = self._desk
        cards = cards_of(desk, ask.person)
        person = cards.lead
        for card in cards.ids:
            desk.looked("READ", card, kind="person", reason="services")
        reads = desk.reads.services
        tasks = {
            value_of(one.values, "about", bytes, b""): one
            for card in cards.ids
            for one in reads.about(card, "task")
            if one.values.get("done") is None
        }
        consents = {one.entity: one for card in cards.ids for one in reads.about(card, "consent")}
        rows = [
            self._row(one, tasks, consents) for card in cards.ids for one in reads.about(card, "referral")
        ]
        for one in rows:
            desk.sights.show({one.referral: desk.reads.entity(one.referral)})
        return ReferralsView(
            person=person.entity,
            rows=sorted(rows, key=lambda row: row.at, reverse=True),
            can_edit=self._may_create(person.stream),
        )

    # --- saving ---

    def refer(self, ask: Refer) -> RecordSaved:
        """Refer a person to services in one save, durable when this returns.

        Raises NoService without any, TooManyServices, NotFound for a person or service that is not here,
        ConsentMissing when a service that asks for consent would be told who comes, or the consent is about
        nothing, LanguageMissing and FieldRefused for a consent text that there is not, FieldRefused for an
        unknown code or day.
        """
        desk = self._desk
        person = desk.entity(ask.person, "person")
        services = [self._service(one) for one in chosen(ask.services)]
        changes: list[Change] = []
        told: list[Event] = []
        for entity, service in services:
            consent = self._consent(ask, entity, service)
            referral = self._referral(ask, entity, service, consent)
            changes += [one for one in (consent, referral) if one is not None]
            if ask.follow_up:
                changes.append(self._task(ask.person, referral.entity, ask.follow_up))
            if ask.kind in LEAVES:
                extra = {"service": entity.hex(), "referral": referral.entity.hex()}
                told.append(desk.look("DISCLOSE", ask.person, kind="person", reason="referral", extra=extra))
        (saved,) = desk.save([(person.stream, changes)], reason="referral", told=told)
        first = next(one.entity for one in changes if one.kind == "referral")
        return RecordSaved(first, SaveId(person.stream, saved.n))

    def move(self, ask: MoveReferral) -> RecordSaved:
        """Write down what has become of a referral; its follow-up moves, ends or stays as asked."""
        desk = self._desk
        view = desk.entity(ask.referral, "referral")
        state = {"status": ask.status, "at": desk.now(), "reason": ask.reason or None}
        fields: dict[str, Any] = {"state": state}
        if ask.feedback.strip():
            fields["feedback"] = ask.feedback.strip()
        seen = desk.sights.seen(ask.referral, fields)
        changes = [Change(kind="referral", entity=ask.referral, fields=fields, seen=seen)]
        changes += self._follow_up(view, ask)
        (saved,) = desk.save([(view.stream, changes)], reason="referral")
        desk.sights.show({ask.referral: desk.reads.entity(ask.referral)})
        return RecordSaved(ask.referral, SaveId(view.stream, saved.n))

    def withdraw(self, ask: WithdrawConsent) -> RecordSaved:
        """Write down that the person takes their consent back; raises NotFound when none was given."""
        desk = self._desk
        view = desk.entity(ask.referral, "referral")
        consent = view.values.get("consent")
        if not isinstance(consent, bytes):
            raise NotFound(kind="consent")
        given = desk.entity(EntityId(consent), "consent")
        if given.subject != view.subject:
            raise NotFound(kind="consent")  # a colleague's referral may name anybody's
        change = Change(kind="consent", entity=given.entity, fields={"withdrawn": desk.now()})
        (saved,) = desk.save([(given.stream, [change])], reason="consent")
        return RecordSaved(given.entity, SaveId(given.stream, saved.n))

    # --- parts ---

    def _service(self, entity: EntityId) -> tuple[EntityId, Service]:
        """Return a service that people may be sent to: no editor has seen what waits, nobody runs what is gone."""
        found = self._desk.reads.services.service(entity)
        if found is None or found.status != PUBLISHED:
            raise NotFound(kind="service")
        return entity, read_service(found)

    def _consent(self, ask: Refer, entity: EntityId, service: Service) -> Change | None:
        """Return the consent that goes with a referral, ``None`` when nothing leaves or none is needed."""
        if ask.kind not in LEAVES:
            return None
        given = ask.consent
        if given is None:
            if service.consent in _NO_CONSENT_NEEDED:
                return None
            raise ConsentMissing
        self._demand_read(given)
        language, _, variant = given.language.partition("-")
        fields: dict[str, Any] = {
            "purpose": "share_with_service",
            "receiver": receiver_of(service),
            "service": entity,
            "given_how": given.given_how,
            "language": language,
            "text_version": f"{given.text_version}-{variant}" if variant else given.text_version,
            "at": self._desk.now(),
        }
        fields |= _scope(given)
        return Change(kind="consent", entity=self._desk.new_id(), fields=fields, subject=ask.person)

    def _demand_read(self, given: GivenConsent) -> None:
        """Raise unless something is told and the text in this version is one that we have read out."""
        if not given.scope:
            raise ConsentMissing
        if given.text_version != self._frames.of(given.language).consent.version:
            raise FieldRefused(field="text_version", reason="unknown_code")

    def _referral(self, ask: Refer, entity: EntityId, service: Service, consent: Change | None) -> Change:
        now = self._desk.now()
        fields: dict[str, Any] = {
            "service": entity,
            "name": text_in(service.name, _STAFF_LANGUAGE),
            "organisation": receiver_of(service),
            "kind": ask.kind,
            "urgency": ask.urgency or None,
            "state": {"status": "given", "at": now, "reason": None},
            "at": now,
        }
        if ask.visit is not None:
            fields["visit"] = self._desk.entity(ask.visit, "visit").entity
        if consent is not None:
            fields["consent"] = consent.entity
        if ask.text.strip():
            fields["text"] = ask.text.strip()
        return Change(kind="referral", entity=self._desk.new_id(), fields=fields, subject=ask.person)

    def _task(self, person: EntityId, about: EntityId, due: str) -> Change:
        fields = {"due": due, "owner": self._desk.staff, "about": about}
        return Change(kind="task", entity=self._desk.new_id(), fields=fields, subject=person)

    def _done(self, task: EntityId) -> Change:
        return Change(kind="task", entity=task, fields={"done": self._desk.now()})

    def _follow_up(self, view: EntityView, ask: MoveReferral) -> Sequence[Change]:
        """Return what happens to the open tasks about a referral."""
        if view.subject is None:
            return ()
        wanted = ask.follow_up or (NO_FOLLOW_UP if ask.status in ENDED else "")
        if not wanted:
            return ()
        found = [
            one
            for one in self._desk.reads.services.about(view.subject, "task")
            if one.values.get("about") == view.entity and one.values.get("done") is None
        ]
        if wanted == NO_FOLLOW_UP:
            return [self._done(one.entity) for one in found]
        if not found:
            return [self._task(view.subject, view.entity, wanted)]
        newest, others = found[-1], found[:-1]
        moved = Change(kind="task", entity=newest.entity, fields={"due": wanted})
        return [moved, *(self._done(one.entity) for one in others)]

    def _may_create(self, stream: StreamId) -> bool:
        return any(
            may(one, "referral", (), own=True, action=Action.CREATE) for one in self._desk.roles_in(stream)
        )

    def _row(
        self, one: StoredRecord, tasks: dict[bytes, StoredRecord], consents: dict[EntityId, StoredRecord]
    ) -> ReferralRow:
        desk, values = self._desk, one.values
        writes = desk.history(one.entity)
        author = writes[0].author if writes else None
        task = tasks.get(one.entity)
        consent = consents.get(EntityId(value_of(values, "consent", bytes, b"")))
        view = desk.reads.entity(one.entity)
        marks: list[Mark] = sending_marks(view.sending) if view is not None else []
        if one.conflict:
            marks.insert(0, Mark.TWO_VALUES)
        return ReferralRow(
            referral=one.entity,
            service=EntityId(value_of(values, "service", bytes, b"")),
            name=value_of(values, "name", str, ""),
            organisation=value_of(values, "organisation", str, ""),
            kind=value_of(values, "kind", str, ""),
            urgency=value_of(values, "urgency", str, ""),
            status=part(values, "state", "status", str, ""),
            status_at=part(values, "state", "at", int, 0),
            reason=part(values, "state", "reason", str, ""),
            at=value_of(values, "at", int, 0),
            by=desk.name_of(author) if author is not None else "",
            mine=author is not None and desk.mine(author),
            text=value_of(values, "text", str, ""),
            feedback=value_of(values, "feedback", str, ""),
            consent="" if consent is None else "withdrawn" if consent.values.get("withdrawn") else "given",
            consent_language=value_of(consent.values, "language", str, "") if consent is not None else "",
            due=value_of(task.values, "due", str, "") if task is not None else "",
            task=task.entity if task is not None else None,
            marks=marks,
        )


def chosen(services: Sequence[EntityId]) -> tuple[EntityId, ...]:
    """Return the services once each; raises NoService, and TooManyServices for more than one save holds."""
    once = tuple(dict.fromkeys(services))
    if not once:
        raise NoService
    if len(once) > MOST_SERVICES:
        raise TooManyServices(MOST_SERVICES, len(once))
    return once


def read_service(found: StoredService) -> Service:
    """Return what the catalogue says of a service, as it may be shown; raises NotFound for what is none."""
    try:
        return shown_service(found.content)
    except ValueError as problem:  # msgspec.ValidationError is one
        raise NotFound(kind="service") from problem


def receiver_of(service: Service) -> str:
    """Return who is told: the organisation, else who carries the service out, else the service itself."""
    texts = (service.organisation.name, service.producer, service.name)
    said = next((text for one in texts if (text := text_in(one, _STAFF_LANGUAGE))), "")
    return " ".join(said.split())[:NAME_LENGTH]


def _scope(given: GivenConsent) -> dict[str, bool]:
    return {f"scope/{one}": True for one in given.scope}
