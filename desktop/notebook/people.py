# SPDX-License-Identifier: MIT
"""People: search as one types, the card, saving it, notes, linking a walk-in, revealing what is masked.

Every look at a person goes into the access log before it is shown (906/2019 § 17).
"""

from typing import Any, Final

from desktop.notebook.card_history import card_history
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
    PersonRow,
    PersonView,
    RecordSaved,
    RevealedField,
    RevealField,
    SaveNote,
    SavePerson,
    SearchPeople,
)
from desktop.notebook.messages.today import SaveId
from desktop.notebook.server import Handler
from desktop.notebook.telling import card_fields, is_minor, person_name, sending_marks, wire_fields
from desktop.store.changes import Change
from desktop.store.person_marks import PersonMarks
from desktop.store.views import EntityView, Found
from desktop.store.views import PersonRow as StoredRow
from sync.log.commit import CommitId
from sync.log.deletion import deletion_value
from sync.records.hetu import birth_date, is_hetu, tidy_hetu
from sync.records.ids import EntityId, StaffId, StreamId, derived_entity
from sync.records.people import PERSON, SITUATION
from sync.records.phone import tidy_phone
from sync.records.rights import Action, may
from sync.records.search_text import digits

_MINE: Final = "mine"
_TEAM: Final = "team"
_MATCHED: Final = {Found.PHONE: "phone", Found.HETU: "hetu", Found.NOTE: "note", Found.ALIKE: "alike"}


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
        rows = tuple(row for row in rows if desk.may_read("person", row.stream) and not _by_a_part(row, text))
        wanted = [row for row in rows if self._in_scope(row, ask.scope)]
        shown = wanted[: ask.limit]
        beside = desk.reads.lists.marks_of([row.entity for row in shown])
        told = [self._row(row, beside.get(row.entity)) for row in shown]
        if not by_code:
            self.looks.shown("search" if text else "recent", len(told))
        return PeopleFound(told, len(wanted), more=len(wanted) > len(shown))

    def open(self, ask: OpenPerson) -> PersonView:
        """Return the card, after logging the look."""
        desk = self._desk
        view = desk.entity(ask.person, "person")
        desk.looked("READ", ask.person, kind="person", reason=ask.reason)
        home = derived_entity(ask.person, "situation")
        situation = desk.reads.entity(home)
        marks: list[Mark] = [one for one in sending_marks(view.sending) if one is not Mark.DELIVERED]
        if view.conflicts or (situation is not None and situation.conflicts):
            marks.insert(0, Mark.TWO_VALUES)
        if view.values.get("protected") is True:
            marks.insert(0, Mark.PROTECTED)
        if view.changed_beside_deletion:
            marks.insert(0, Mark.CHANGED_BESIDE_DELETION)
        elif view.deleted:
            marks.insert(0, Mark.DELETED)
        if is_minor(view.values, desk.now()):
            marks.append(Mark.UNDER_18)
        history = card_history(desk, view)
        return PersonView(
            person=ask.person,
            name=person_name(view.values),
            fields=card_fields(desk, view),
            situation=card_fields(desk, situation) if situation is not None else [],
            history=history,
            marks=marks,
            unsent=sum(1 for row in history if Mark.UNSENT in row.marks),
            mine=view.values.get("responsible") == desk.staff,
            can_edit=self._may_edit(view),
            sight=desk.sights.show({ask.person: view, home: situation}),
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
        if ask.field not in masked_fields(view) or field is None:
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

    def _row(self, row: StoredRow, beside: PersonMarks | None) -> PersonRow:
        desk = self._desk
        marks: list[Mark] = []
        language, last = "", 0
        if beside is not None:
            if beside.conflict:
                marks.append(Mark.TWO_VALUES)
            marks += [one for one in sending_marks(beside.sending) if one is not Mark.DELIVERED]
            language, last = beside.language, beside.changed
        if is_minor({"birth_date": row.birth_date}, desk.now()):
            marks.append(Mark.UNDER_18)
        if row.protected:
            marks.insert(0, Mark.PROTECTED)
        born = int(row.birth_date[:4]) if row.birth_date[:4].isdigit() else 0
        return PersonRow(
            person=row.entity,
            name=row.name or row.known_as,
            known_as=row.known_as if row.name else "",
            birth_year=0 if row.protected else born,
            language="" if row.protected else language,
            responsible=desk.staff_name(StaffId(row.responsible)) if row.responsible else "",
            mine=row.responsible == desk.staff,
            last_at=last,
            marks=marks,
            matched_in=_MATCHED.get(row.found, ""),
        )

    def _in_scope(self, row: StoredRow, scope: str) -> bool:
        if scope == _MINE:
            return row.responsible == self._desk.staff
        if scope == _TEAM:
            return row.stream == self._desk.team_stream()
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
        if any(one.visit == visit for one in desk.reads.lists.attendances(person)):
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


def _by_a_part(row: StoredRow, typed: str) -> bool:
    """Whether somebody under a non-disclosure order is found by less than the whole of their number.

    Else the number could be had a digit at a time, without asking for it and without a line in the access log.
    """
    by_words = row.found not in {Found.HETU, Found.NOTE}
    return row.protected and by_words and bool(digits(typed)) and tidy_phone(typed) != row.phone


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
