# SPDX-License-Identifier: MIT
"""The service editor's work: judging what an import brought, own services, publishing, and what is stale.

What an editor writes is a record like any other: signed, numbered by the hub, undone by a later write.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from desktop.notebook.catalogue.stock import PUBLISHED, Kept, Stock
from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, NotFound
from desktop.notebook.messages.editing import (
    ContentChange,
    EditingList,
    EditingRow,
    EditingView,
    JudgeProposal,
    ListEditing,
    OpenEditing,
    SaveService,
)
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.notebook.telling import sending_marks
from desktop.store.changes import Change
from desktop.store.service_reads import StoredService
from sync.catalogue.checking import problems_of
from sync.catalogue.model import FIRST_OWN, Service, from_map, service_entity, text_in, to_map
from sync.records.ids import CITY, EntityId
from sync.records.rights import Action
from sync.records.search_text import fold

WAITING: Final = "waiting"
WITHDRAWN: Final = "withdrawn"
_KIND: Final = "service"


class Editing:
    """What a service editor does at one desk; used from any lane."""

    def __init__(self, desk: Desk, stock: Stock) -> None:
        self._desk = desk
        self._stock = stock

    # --- looking ---

    def list(self, ask: ListEditing) -> EditingList:
        """Return the services of one pile, by name; the counts are of all. Raises NotAllowed."""
        self._demand()
        self._stock.refresh(self._desk.reads.services)
        everything = list(self._stock.all())
        words = fold(ask.text).split()
        rows = [
            self._row(one, ask)
            for one in everything
            if _in_pile(one, ask.which, ask.day) and _named(one, words, ask.language)
        ]
        rows.sort(key=lambda row: (fold(row.name), row.service))
        return EditingList(
            rows=[self._marked(row) for row in rows[: ask.limit]],
            total=len(rows),
            waiting=sum(one.status == WAITING for one in everything),
            proposals=sum(one.proposed for one in everything),
            stale=sum(_stale(one, ask.day) for one in everything),
            withdrawn=sum(one.status == WITHDRAWN for one in everything),
        )

    def open(self, ask: OpenEditing) -> EditingView:
        """Return one service with what is proposed and how it differs. Raises NotAllowed, NotFound."""
        self._demand()
        stored = self._stored(ask.service)
        view = self._desk.entity(ask.service, _KIND)
        return EditingView(
            service=ask.service,
            content=stored.content,
            proposed=stored.proposed,
            changes=list(differences(stored.content, stored.proposed)) if stored.proposed is not None else [],
            status=stored.status,
            conflict=stored.conflict,
            sight=self._desk.sights.show({ask.service: view}),
        )

    # --- saving ---

    def judge(self, ask: JudgeProposal) -> RecordSaved:
        """Take what an import proposes, or leave it; what waits is published by taking it.

        Raises NotAllowed, NotFound, and FieldRefused when what is proposed can't be published.
        """
        stored = self._stored(ask.service)
        fields: dict[str, Any] = {"proposed": None}
        if stored.proposed is None and stored.status != WAITING:
            raise NotFound(kind="proposal")
        if ask.accept:
            content = stored.proposed if stored.proposed is not None else stored.content
            fields |= {"content": to_map(self._checked(content)), "status": PUBLISHED}
        elif stored.status == WAITING:
            fields["status"] = WITHDRAWN
        return self._save(ask.service, fields, sight=ask.sight, reason="proposal")

    def save(self, ask: SaveService) -> RecordSaved:
        """Write a service, a new own one without an id. Raises NotAllowed, NotFound, FieldRefused.

        What is taken out of use as it stands may be of any form: how else would it go?
        """
        if ask.service is not None:
            stored = self._stored(ask.service)
            fields: dict[str, Any] = {"status": ask.status}
            if ask.status != WITHDRAWN or ask.content != stored.content:
                fields["content"] = to_map(self._checked(ask.content))
            return self._save(ask.service, fields, sight=ask.sight, reason="edit")
        service = self._checked(ask.content)
        made = self._desk.new_id()
        origin = msgspec.structs.replace(service.origin, source=FIRST_OWN, id=service.origin.id or made.hex())
        if self._desk.reads.entity(service_entity(origin)) is not None:
            origin = msgspec.structs.replace(origin, id=made.hex())  # a new service writes over none
        own = msgspec.structs.replace(service, origin=origin)
        fields = {"content": to_map(own), "status": ask.status}
        return self._save(service_entity(origin), fields, sight=0, reason="edit")

    # --- parts ---

    def _demand(self) -> None:
        self._desk.allow(_KIND, stream=CITY, action=Action.EDIT, own=False, fields=("content",))

    def _stored(self, entity: EntityId) -> StoredService:
        found = self._desk.reads.services.service(entity)
        if found is None:
            raise NotFound(kind=_KIND)
        return found

    def _checked(self, content: Mapping[str, Any]) -> Service:
        try:
            service = from_map(content)
        except msgspec.ValidationError as problem:
            raise FieldRefused(field=_place_of(problem), reason="wrong_type") from problem
        problems = problems_of(service, self._desk.codes)
        if problems:
            raise FieldRefused(field=problems[0].field, reason=problems[0].wrong.value)
        return service

    def _save(self, entity: EntityId, fields: dict[str, Any], *, sight: int, reason: str) -> RecordSaved:
        desk = self._desk
        self._demand()
        seen = desk.sights.seen(entity, fields, number=sight) if sight else None
        change = Change(kind=_KIND, entity=entity, fields=fields, seen=seen)
        (saved,) = desk.save([(CITY, [change])], reason=reason)
        return RecordSaved(entity, SaveId(CITY, saved.n))

    def _row(self, one: Kept, ask: ListEditing) -> EditingRow:
        service = one.service
        return EditingRow(
            service=one.entity,
            name=text_in(service.name, ask.language) if service is not None else "",
            organisation=text_in(service.organisation.name, ask.language) if service is not None else "",
            source=service.origin.source if service is not None else "",
            status=one.status,
            proposed=one.proposed,
            checked=service.checked if service is not None else "",
            stale_after=service.stale_after if service is not None else "",
            stale=_stale(one, ask.day),
            conflict=one.conflict,
            marks=[],
        )

    def _marked(self, row: EditingRow) -> EditingRow:
        view = self._desk.reads.entity(row.service)
        marks = sending_marks(view.sending) if view is not None else []
        return msgspec.structs.replace(row, marks=marks)


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], *, under: str = ""
) -> Iterator[ContentChange]:
    """Yield every difference between two services as maps, a text a language; when it was fetched is none."""
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        path = f"{under}{name}"
        if one == other or path == "origin.fetched":
            continue
        if isinstance(one, Mapping | None) and isinstance(other, Mapping | None):
            yield from differences(one or {}, other or {}, under=f"{path}.")
        else:
            yield ContentChange(path, _as_text(one), _as_text(other))


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case list() | tuple() | dict():
            return msgspec.json.encode(value).decode("utf-8")
        case _:
            return str(value)


def _place_of(problem: msgspec.ValidationError) -> str:
    """Return where a value did not fit, as msgspec says it (``$.name``); never the value."""
    _, _, where = str(problem).rpartition("$")
    return where.strip("`. ") or "content"


def _in_pile(one: Kept, which: str, day: str) -> bool:
    match which:
        case "waiting":
            return one.status == WAITING
        case "proposals":
            return one.proposed
        case "stale":
            return _stale(one, day)
        case "own":
            return one.service is not None and one.service.origin.source == FIRST_OWN
        case "withdrawn":
            return one.status == WITHDRAWN
        case _:
            return True


def _stale(one: Kept, day: str) -> bool:
    service = one.service
    return bool(
        one.status == PUBLISHED and service is not None and service.stale_after and service.stale_after <= day
    )


def _named(one: Kept, words: list[str], language: str) -> bool:
    if not words:
        return True
    if one.service is None:
        return False
    text = fold(f"{text_in(one.service.name, language)} {' '.join(one.service.name.values())}")
    return all(word in text for word in words)
