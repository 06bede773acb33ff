# SPDX-License-Identifier: MIT
"""People: search as one types, the card, saving it, notes, linking a walk-in, revealing what is masked.

Every look at a person goes into the access log before it is shown (906/2019 § 17).
"""

from typing import Any, Final

from desktop.notebook.card_history import card_history, is_partial
from desktop.notebook.cards import cards_of, merged_cards, situation_of, waiting_merges
from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRequired, GoneMeanwhile, NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.likeness import Likeness
from desktop.notebook.list_looks import ListLooks
from desktop.notebook.masking import masked_fields
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import (
    DeleteNote,
    Duplicates,
    FieldValue,
    FindDuplicates,
    LinkVisit,
    OpenPerson,
    PeopleFound,
    PersonView,
    RecordSaved,
    RevealedField,
    RevealField,
    SaveNote,
    SavePerson,
    SearchPeople,
)
from desktop.notebook.messages.today import SaveId
from desktop.notebook.people_list import Hit, hits_of, rows_of
from desktop.notebook.server import Handler
from desktop.notebook.telling import (
    card_fields,
    is_minor,
    joint_sending,
    person_name,
    sending_marks,
    wire_fields,
)
from desktop.store.changes import Change
from desktop.store.retention_reads import away_people
from desktop.store.views import EntityView
from sync.log.commit import CommitId
from sync.log.deletion import deletion_value
from sync.records.hetu import birth_date, is_hetu, tidy_hetu
from sync.records.ids import EntityId, StreamId, derived_entity
from sync.records.people import PERSON, SITUATION
from sync.records.phone import tidy_phone
from sync.records.rights import Action, may

_MINE: Final = "mine"
_TEAM: Final = "team"


class People:
    """Answers everything about known people."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing
        self._likeness = Likeness(desk)
        self.looks: Final = ListLooks(desk, writing)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about people."""
        return {
            SearchPeople: Handler(self.search, self._reading),
            OpenPerson: Handler(self.open, self._writing),
            FindDuplicates: Handler(self.find_duplicates, self._reading),
            SavePerson: Handler(self.save, self._writing),
            SaveNote: Handler(self.save_note, self._writing),
            LinkVisit: Handler(self.link, self._writing),
            RevealField: Handler(self.reveal, self._writing),
            DeleteNote: Handler(self.delete_note, self._writing),
        }

    # --- looking ---

    def search(self, ask: SearchPeople) -> PeopleFound:
        """Return the hits. A search by identity code is logged at once, other lists when they have stood."""
        desk = self._desk
        text = ask.text.strip()
        by_code = is_hetu(tidy_hetu(text), allow_temporary=desk.practice)
        rows = desk.reads.search.people(text) if text else desk.reads.lists.recent_people(most=200)
        if by_code:
            desk.looked("SEARCH", None, kind="person", reason="hetu")
        hits = [hit for hit in hits_of(desk, rows, text) if self._in_scope(hit, ask.scope)]
        shown = hits[: ask.limit]
        told = rows_of(desk, shown)
        if not by_code:
            self.looks.shown("search" if text else "recent", len(told))
        away = 0 if text else len(away_people(desk.reads.connection))
        return PeopleFound(told, len(hits), more=len(hits) > len(shown), away=away)

    def open(self, ask: OpenPerson) -> PersonView:
        """Return the card, or all cards of the person as one, after logging the look at each."""
        desk = self._desk
        cards = cards_of(desk, ask.person)
        view = cards.lead
        for one in cards.ids:
            desk.looked("READ", one, kind="person", reason=ask.reason)
        situations = {derived_entity(one, "situation"): situation_of(desk, one) for one in cards.ids}
        situation = situations[derived_entity(view.entity, "situation")]
        shown = [one for one in (*cards.views, *situations.values()) if one is not None]
        sending = joint_sending(one.sending for one in cards.views)
        marks: list[Mark] = [one for one in sending_marks(sending) if one is not Mark.DELIVERED]
        if any(one.conflicts for one in shown):
            marks.insert(0, Mark.TWO_VALUES)
        if cards.protected:
            marks.insert(0, Mark.PROTECTED)
        if view.changed_beside_deletion:
            marks.insert(0, Mark.CHANGED_BESIDE_DELETION)
        elif view.deleted:
            marks.insert(0, Mark.DELETED)
        if is_minor(view.values, desk.now()):
            marks.append(Mark.UNDER_18)
        history = card_history(desk, cards.views)
        return PersonView(
            person=view.entity,
            name=person_name(view.values),
            fields=card_fields(desk, view, protected=cards.protected),
            situation=card_fields(desk, situation) if situation is not None else [],
            history=history,
            marks=marks,
            unsent=sum(1 for row in history if Mark.UNSENT in row.marks),
            mine=any(one.values.get("responsible") == desk.staff for one in cards.views),
            can_edit=self._may_edit(view),
            sight=desk.sights.show({one.entity: one for one in cards.views} | situations),
            cards=merged_cards(desk, cards),
            waiting=waiting_merges(desk, cards),
            earlier=is_partial(desk, cards.views),
        )

    def find_duplicates(self, ask: FindDuplicates) -> Duplicates:
        """Return people who may be the same, best first, with the reasons."""
        return self._likeness.find(ask)

    def reveal(self, ask: RevealField) -> RevealedField:
        """Return a masked field's plain value, after logging that it was asked for.

        Of two values the one that ``writer`` and ``n`` name. Raises NotFound where nothing is masked.
        """
        view = self._desk.entity(ask.person, "person")
        field = view.fields.get(ask.field)
        protected = cards_of(self._desk, ask.person).protected
        if ask.field not in masked_fields(view, protected=protected) or field is None:
            raise NotFound(kind="field")
        named = [
            head.value for head in field.heads if (head.id.writer.hex(), head.id.n) == (ask.writer, ask.n)
        ]
        value = field.value if not ask.writer else named[0] if named else None
        if not value:
            raise NotFound(kind="field")
        self._desk.looked("REVEAL", ask.person, kind="person", reason=ask.reason, extra={"field": ask.field})
        return RevealedField(str(value))

    # --- saving ---

    def save(self, ask: SavePerson) -> RecordSaved:
        """Make or change a person, their situation, a first note and a linked walk-in, in one save.

        Raises FieldRequired without any name, and what the store refuses.
        """
        desk = self._desk
        fields = tidy_fields(wire_fields(PERSON, ask.fields))
        situation = tidy_fields(wire_fields(SITUATION, ask.situation))
        person = ask.person if ask.person is not None else desk.new_id()
        home = derived_entity(person, "situation")
        before: dict[str, Any] = {}
        if ask.person is None:
            stream = desk.team_stream()
            fields.setdefault("register", "employment")
            fields.setdefault("responsible", desk.staff)
        else:
            view = desk.entity(person, "person")
            stream, before = view.stream, view.values
        if not person_name(before | fields):
            raise FieldRequired(field="name")
        sights = desk.sights
        saves = _Saves()
        if fields:
            seen = sights.seen(person, fields, number=ask.sight)
            change = Change(kind="person", entity=person, fields=fields, subject=person, seen=seen)
            saves.add(stream, change)
        if situation:
            seen = sights.seen(home, situation, number=ask.sight)
            change = Change(kind="situation", entity=home, fields=situation, subject=person, seen=seen)
            saves.add(stream, change)
        if ask.note.strip():
            saves.add(stream, self._note(person, ask.note))
        if ask.visit is not None:
            self._link(saves, person, stream, ask.visit)
        if ask.lead is not None:
            lead = desk.entity(ask.lead, "contact_lead")
            saves.add(lead.stream, Change(kind="contact_lead", entity=ask.lead, fields={"person": person}))
        if not saves.by_stream:
            raise FieldRequired(field="name")
        saved = desk.save(saves.listed())[0]
        return RecordSaved(person, save_id(stream, saved))

    def save_note(self, ask: SaveNote) -> RecordSaved:
        """Add a note; raises FieldRequired when it is blank."""
        if not ask.text.strip():
            raise FieldRequired(field="text")
        stream = self._desk.entity(ask.person, "person").stream
        change = self._note(ask.person, ask.text)
        (saved,) = self._desk.save([(stream, [change])])
        return RecordSaved(change.entity, save_id(stream, saved))

    def link(self, ask: LinkVisit) -> RecordSaved:
        """Say that a walk-in was this person's; its free text is written again at the link.

        The walk-in stays anonymous and its own text is taken off where this writer may edit it.
        """
        desk = self._desk
        person = desk.entity(ask.person, "person")
        saves = _Saves()
        attendance = self._link(saves, ask.person, person.stream, ask.visit)
        saved = desk.save(saves.listed())[0]
        return RecordSaved(attendance, save_id(person.stream, saved))

    def delete_note(self, ask: DeleteNote) -> Done:
        """Mark an own note as deleted; what somebody changed meanwhile stays visible beside it."""
        note = self._desk.entity(ask.note, "note")
        state = self._desk.reads.entities.state(ask.note)
        if state is None:
            raise NotFound(kind="note")
        change = Change(kind="note", entity=ask.note, fields={"deleted": deletion_value(state)})
        self._desk.save([(note.stream, [change])])
        return Done()

    # --- parts ---

    def _in_scope(self, hit: Hit, scope: str) -> bool:
        if scope == _MINE:
            return hit.mine(self._desk.staff)
        if scope == _TEAM:
            return hit.lead.stream == self._desk.team_stream()
        return True

    def _note(self, person: EntityId, text: str) -> Change:
        return Change(
            kind="note",
            entity=self._desk.new_id(),
            fields={"text": text.strip(), "at": self._desk.now(), "session": None},
            subject=person,
        )

    def _link(self, saves: "_Saves", person: EntityId, stream: StreamId, visit: EntityId) -> EntityId:
        """Add what links a walk-in to a person; raises GoneMeanwhile when it is theirs already."""
        desk = self._desk
        view = desk.entity(visit, "visit")
        cards = desk.reads.merged.members(person)
        if any(one.visit == visit for card in cards for one in desk.reads.lists.attendances(card)):
            raise GoneMeanwhile(kind="attendance")
        note = view.values.get("note")
        fields: dict[str, Any] = {"visit": visit, "at": view.values.get("at") or desk.now()}
        if note:
            fields["text"] = note
        attendance = Change(kind="attendance", entity=desk.new_id(), fields=fields, subject=person)
        saves.add(stream, attendance)
        if note and desk.wrote(visit):
            saves.add(view.stream, Change(kind="visit", entity=visit, fields={"note": None}))
        return attendance.entity

    def _may_edit(self, view: EntityView) -> bool:
        own = self._desk.wrote(view.entity)
        return any(
            may(one, "person", ("phone",), own=own, action=Action.EDIT)
            for one in self._desk.roles_in(view.stream)
        )


class _Saves:
    """Changes by stream in the order they came: one commit a stream, so that one Undo takes all of it back."""

    def __init__(self) -> None:
        self.by_stream: dict[StreamId, list[Change]] = {}

    def add(self, stream: StreamId, change: Change) -> None:
        self.by_stream.setdefault(stream, []).append(change)

    def listed(self) -> list[tuple[StreamId, list[Change]]]:
        return list(self.by_stream.items())


def save_id(stream: StreamId, one: CommitId) -> SaveId:
    """Return what Undo hands back."""
    return SaveId(stream, one.n)


def tidy_fields(fields: dict[str, FieldValue]) -> dict[str, FieldValue]:
    """Return the fields in their stored form: code and phone tidied, the birth date taken from a code."""
    tidy: dict[str, FieldValue] = {name: None if value == "" else value for name, value in fields.items()}
    if isinstance(tidy.get("hetu"), str) and tidy["hetu"]:
        code = tidy_hetu(str(tidy["hetu"]))
        tidy["hetu"] = code
        if is_hetu(code, allow_temporary=True) and "birth_date" not in tidy:
            tidy["birth_date"] = birth_date(code).isoformat()
    if isinstance(tidy.get("phone"), str) and tidy["phone"]:
        tidy["phone"] = tidy_phone(str(tidy["phone"]))
    return tidy
