# SPDX-License-Identifier: MIT
"""Services: search as one types, one opened, own marks, and what the team knows of them.

The catalogue is searched in memory (``catalogue``), in a lane of its own, so that building it after a sync
keeps nobody waiting who looks for a person.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from desktop.notebook.catalogue.filters import Filters, Obligation, OwnMarks
from desktop.notebook.catalogue.found import Hit
from desktop.notebook.catalogue.index import CatalogueIndex
from desktop.notebook.catalogue.opening import Moment, service_openness
from desktop.notebook.catalogue.stock import PUBLISHED, Stock
from desktop.notebook.catalogue.unmet import Client, unmet_conditions
from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRequired, NotFound
from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.services import (
    CatalogueState,
    DropServiceNote,
    LinkedService,
    MarkService,
    NoteService,
    OpenService,
    SearchServices,
    ServiceClient,
    ServiceFilters,
    ServicesFound,
    ServiceView,
    TeamNote,
)
from desktop.notebook.referrals import read_service
from desktop.notebook.service_rows import service_row
from desktop.notebook.telling import sending_marks
from desktop.store.changes import Change
from desktop.store.errors import StoreError
from desktop.store.service_reads import StoredRecord
from desktop.store.shown_values import value_of
from sync.catalogue.model import Service, text_in, to_map
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId, derived_entity

_OLDEST: Final = 130
_ANY_DAY: Final = "2026-01-01"


class Services:
    """What is done with the catalogue at one desk. ``index`` and ``stock`` belong to one lane."""

    def __init__(self, desk: Desk, stock: Stock, index: CatalogueIndex) -> None:
        self._desk = desk
        self._stock = stock
        self._index = index
        self._read_for: EntityId | None = None

    # --- looking ---

    def warm(self) -> None:
        """Read the catalogue and search once, before anybody types: the first search makes the word list."""
        try:
            self._refresh()
        except StoreError:
            return  # locked meanwhile
        self._index.search("a", filters=Filters(), client=Client(), moment=Moment(_ANY_DAY), marks={}, most=1)

    def search(self, ask: SearchServices) -> ServicesFound:
        """Return the hits, best first. For a person their card is read, which is logged once an errand."""
        desk = self._desk
        self._refresh()
        client = self._client(ask.client)
        marks = self._own_marks()
        moment = Moment(ask.day, ask.minute)
        found = self._index.search(
            ask.text,
            filters=self._filters(ask.filters),
            client=client,
            moment=moment,
            marks=marks,
            most=ask.limit,
        )
        noted = {value_of(one.values, "service", bytes, b"") for one in desk.reads.services.notes()}
        rows = [
            service_row(hit, kept.service, ask.language, moment, marks, noted=hit.entity in noted)
            for hit in found.hits
            if (kept := self._stock.get(hit.entity)) is not None and kept.service is not None
        ]
        return ServicesFound(
            rows=rows,
            total=found.total,
            partly=any(hit.partly for hit in found.hits),
            catalogue=self._state(ask.day),
        )

    def open(self, ask: OpenService) -> ServiceView:
        """Return everything about one service; raises NotFound when the catalogue has lost it."""
        self._refresh()
        stored = self._desk.reads.services.service(ask.service)
        if stored is None:
            raise NotFound(kind="service")
        service = read_service(stored)
        moment = Moment(ask.day, ask.minute)
        notes = self._notes(ask.service)
        hit = self._hit(ask.service, service, self._client(ask.client), moment)
        marks = self._own_marks()
        return ServiceView(
            service=ask.service,
            content=to_map(service),
            status=stored.status,
            row=service_row(hit, service, ask.language, moment, marks, noted=bool(notes)),
            notes=notes,
            complementary=self._complementary(service, ask.language),
        )

    # --- saving ---

    def mark(self, ask: MarkService) -> Done:
        """Keep a favourite or hide a service, for this person on all their laptops."""
        desk = self._desk
        entity = self._mark_entity(ask.service)
        fields = {"service": ask.service, "favourite": ask.favourite, "hidden": ask.hidden}
        desk.save([(desk.team_stream(), [Change(kind="service_mark", entity=entity, fields=fields)])])
        return Done()

    def note(self, ask: NoteService) -> Done:
        """Write down what the team should know; raises FieldRequired when it is blank, NotFound."""
        desk = self._desk
        if not ask.text.strip():
            raise FieldRequired(field="text")
        if desk.reads.services.service(ask.service) is None:
            raise NotFound(kind="service")
        fields = {"service": ask.service, "text": ask.text.strip(), "at": desk.now()}
        change = Change(kind="service_note", entity=desk.new_id(), fields=fields)
        desk.save([(desk.team_stream(), [change])])
        return Done()

    def drop_note(self, ask: DropServiceNote) -> Done:
        """Take back an own note on a service; raises NotFound, NotAllowed."""
        desk = self._desk
        view = desk.entity(ask.note, "service_note")
        state = desk.reads.entities.state(ask.note)
        if state is None:
            raise NotFound(kind="service_note")
        change = Change(kind="service_note", entity=ask.note, fields={"deleted": deletion_value(state)})
        desk.save([(view.stream, [change])])
        return Done()

    # --- parts ---

    def _refresh(self) -> None:
        self._stock.refresh(self._desk.reads.services)

    def _mark_entity(self, service: EntityId) -> EntityId:
        return derived_entity(service, f"mark {self._desk.staff}")

    def _own_marks(self) -> Mapping[EntityId, OwnMarks]:
        """Return this person's marks by service; every mark is at the id that their name gives.

        Whoever has changed teams may have one in either: that of the team they mark in now counts.
        """
        desk = self._desk
        here = desk.team_stream() if desk.teams() else None
        return {
            EntityId(service): OwnMarks(
                favourite=one.values.get("favourite") is True, hidden=one.values.get("hidden") is True
            )
            for one in sorted(desk.reads.services.marks(), key=lambda mark: mark.stream == here)
            if (service := value_of(one.values, "service", bytes, b""))
            and one.entity == self._mark_entity(EntityId(service))
        }

    def _hit(self, entity: EntityId, service: Service, client: Client, moment: Moment) -> Hit:
        """Return the service as a search without words shows it."""
        openness = service_openness(service, moment)
        return Hit(entity, (), unmet_conditions(service, client, moment, openness, self._desk.codes))

    def _client(self, asked: ServiceClient) -> Client:
        """Return what is known of the client; a person's card fills in what was not asked for, logged."""
        desk = self._desk
        ages = self._band(asked.age)
        language, status = asked.language, asked.status
        district, municipality = asked.district, asked.municipality
        levels: dict[str, str] = {}
        self._log_look(asked.person)
        if asked.person is not None:
            person = desk.entity(asked.person, "person").values
            situation = desk.reads.entity(derived_entity(asked.person, "situation"))
            more = situation.values if situation is not None else {}
            years = _years(value_of(person, "birth_date", str, ""), desk.now())
            ages = ages or years
            language = language or value_of(person, "contact_language", str, "")
            labour = more.get("labour")
            status = status or (str(labour.get("status") or "") if isinstance(labour, dict) else "")
            if person.get("protected") is not True:
                district = district or value_of(person, "district", str, "")
                municipality = municipality or value_of(person, "municipality", str, "")
            for tongue, field in (("fi", "finnish_level"), ("sv", "swedish_level")):
                if value_of(more, field, str, "") not in {"", "unknown"}:
                    levels[tongue] = value_of(more, field, str, "")
        return Client(
            ages=ages,
            language=language,
            municipality=municipality,
            status=status if status != "unknown" else "",
            district=district,
            levels=levels,
        )

    def _log_look(self, person: EntityId | None) -> None:
        """Log that a card is read, not once for each letter that is typed for the same person."""
        if person is not None and person != self._read_for:
            self._desk.entity(person, "person")
            self._desk.looked("READ", person, kind="person", reason="services")
        self._read_for = person

    def _filters(self, asked: ServiceFilters) -> Filters:
        bands = [band for one in asked.ages if (band := self._band(one)) is not None]
        return Filters(
            ages=(min(low for low, _ in bands), max(high for _, high in bands)) if bands else None,
            languages=frozenset(asked.languages),
            districts=frozenset(asked.districts),
            open_now=asked.open_now,
            free=asked.free,
            obligation=Obligation(asked.obligation) if asked.obligation in set(Obligation) else None,
            topic_groups=frozenset(asked.groups),
            categories=frozenset(asked.categories),
            without_appointment=asked.without_appointment,
            places_now=asked.places_now,
            step_free=asked.step_free,
            favourites_only=asked.favourites,
            show_hidden=asked.hidden,
        )

    def _band(self, code: str) -> tuple[int, int] | None:
        """Return the years of an age band, ``None`` for one that says nothing."""
        rows = self._desk.codes.get("ages")
        row = rows.get(code) if rows is not None and code else None
        if row is None or (row.lowest is None and row.highest is None):
            return None
        return row.lowest or 0, row.highest if row.highest is not None else _OLDEST

    def _state(self, day: str) -> CatalogueState:
        published = [one.service for one in self._stock.all() if one.status == PUBLISHED and one.service]
        stale = sum(bool(one.stale_after) and one.stale_after <= day for one in published)
        return CatalogueState(len(published), self._stock.updated, stale)

    def _notes(self, service: EntityId) -> list[TeamNote]:
        found = [one for one in self._desk.reads.services.notes() if one.values.get("service") == service]
        notes = [self._team_note(one) for one in found if self._desk.may_read("service_note", one.stream)]
        return sorted(notes, key=lambda one: one.at, reverse=True)

    def _team_note(self, one: StoredRecord) -> TeamNote:
        desk = self._desk
        writes = desk.history(one.entity)
        view = desk.reads.entity(one.entity)
        return TeamNote(
            note=one.entity,
            text=value_of(one.values, "text", str, ""),
            by=desk.name_of(writes[0].author) if writes else "",
            mine=bool(writes) and desk.mine(writes[0].author),
            at=value_of(one.values, "at", int, 0),
            marks=sending_marks(view.sending) if view is not None else [],
        )

    def _complementary(self, service: Service, language: str) -> list[LinkedService]:
        linked = []
        for reference in service.complementary:
            entity = self._stock.named(reference)
            kept = self._stock.get(entity) if entity is not None else None
            if entity is not None and kept is not None and kept.service is not None:
                linked.append(LinkedService(entity, text_in(kept.service.name, language)))
        return linked


def _years(born: str, now_ms: int) -> tuple[int, int] | None:
    """Return somebody's age as a band of one year, ``None`` without a birth date."""
    try:
        day = datetime.fromisoformat(born).date()
    except ValueError:
        return None
    today = datetime.fromtimestamp(now_ms / 1000, UTC).date()
    years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return years, years
