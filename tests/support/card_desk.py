# SPDX-License-Identifier: MIT
"""One person at the cards of people: People, Conflicts and review at a real desk, each method one ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from notebook_world import ROLES, TEAM, NotebookWorld

from desktop.notebook.conflicts import Conflicts
from desktop.notebook.desk import Desk
from desktop.notebook.messages.people import (
    FieldView,
    OpenPerson,
    PersonRow,
    PersonView,
    RecordSaved,
    SaveNote,
    SavePerson,
    SearchPeople,
)
from desktop.notebook.people import People
from desktop.notebook.reviews import Reviews
from sync.log.commit import Draft
from sync.records.ids import CITY, EntityId, StaffId, TeamId, derived_entity, roster_entity

OTHER_TEAM = TeamId("t00000000000000b2")
HETU, BIRTH = "010190-901R", "1990-01-01"


@dataclass
class CardDesk:
    """A person with the cards before them."""

    world: NotebookWorld
    staff: StaffId
    desk: Desk = field(init=False)
    people: People = field(init=False)
    conflicts: Conflicts = field(init=False)
    reviews: Reviews = field(init=False)

    def __post_init__(self) -> None:
        self.desk = self.world.desk(self.staff)
        reading, writing = self.world.lane(), self.world.lane()
        self.people = People(self.desk, reading=reading, writing=writing)
        self.conflicts = Conflicts(self.desk, reading=reading, writing=writing)
        self.reviews = Reviews(self.desk, reading=reading, writing=writing)

    def new(self, first: str = "Samir", last: str = "Testinen", **more: Any) -> EntityId:  # noqa: ANN401 - an ask's fields
        """Save a new person and return the id."""
        fields = {"name": {"first": first, "last": last}} | more
        return self.people.save(SavePerson(None, fields)).entity

    def open(self, person: EntityId) -> PersonView:
        """Open a card."""
        return self.people.open(OpenPerson(person, "search"))

    def edit(
        self,
        person: EntityId,
        *,
        sight: int = 0,
        situation: Mapping[str, Any] | None = None,
        **fields: Any,  # noqa: ANN401 - an ask's fields
    ) -> RecordSaved:
        """Save some fields of a card."""
        return self.people.save(SavePerson(person, dict(fields), dict(situation or {}), sight=sight))

    def note(self, person: EntityId, text: str) -> EntityId:
        """Add a note."""
        return self.people.save_note(SaveNote(person, text)).entity

    def search(self, text: str, scope: str = "all") -> list[PersonRow]:
        """Search as typed."""
        return self.people.search(SearchPeople(text, scope)).rows

    def operations(self) -> list[tuple[str, str]]:
        """The access log's operations with their reasons, the newest first."""
        rows = self.desk.store.audit_rows()
        return [(str(row.event["operation"]), str(row.event.get("reason", ""))) for row in rows]


def field_of(view: PersonView, name: str, *, situation: bool = False) -> FieldView:
    """Return one field of a card."""
    return next(one for one in (view.situation if situation else view.fields) if one.name == name)


def also_give_other_team(world: NotebookWorld, staff: StaffId) -> None:
    """Give somebody the same role in another team."""
    entity = derived_entity(roster_entity(staff), "other grant")
    fields: dict[str, Any] = {
        "staff": staff,
        "team": OTHER_TEAM,
        "role": ROLES[staff],
        "from": 0,
        "until": None,
    }
    world.hub_says(
        CITY, Draft("grant", entity, None, 1, {name: (value, ()) for name, value in fields.items()})
    )


def move_to_other_team(world: NotebookWorld, staff: StaffId) -> None:
    """Give somebody's role in another team and end it in this one; what they hold stays on the laptop."""
    also_give_other_team(world, staff)
    world.hub_says(CITY, world.grant_of(staff, until=1))
    assert world.desk(staff).teams() == (OTHER_TEAM,)
    assert TEAM not in world.desk(staff).teams()
