# SPDX-License-Identifier: MIT
"""How people, teams, streams and laptops are called at the hub's terminal, and whom a typed word means.

A list shows a name and the beginning of an id. What is typed may be an id, its beginning, or the name, as long as
one only is meant.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Self, TypeVar

from sync.hub.errors import NameShared, UnknownName
from sync.hub.parts import HubParts
from sync.hub.store.rows import WriterRow
from sync.records.ids import CITY, StaffId, StreamId, TeamId, WriterId

_Id = TypeVar("_Id", bound=str)
_SHORT: Final = 9
"""A letter and eight of sixteen digits, or eight and one of a writer's 32: two alike are not met in one city."""
_LEAST: Final = 4
"""Fewer characters of an id mean nobody."""


@dataclass(frozen=True, slots=True)
class Called:
    """The names that a hub knows at one moment; of a team the Finnish one."""

    staff: Mapping[StaffId, str]
    teams: Mapping[TeamId, str]
    writers: Mapping[WriterId, WriterRow]

    @classmethod
    def of(cls, parts: HubParts) -> Self:
        """Read the names of a hub."""
        return cls(
            parts.store.staff(),
            {team: names[0] for team, names in parts.store.teams().items()},
            {row.writer: row for row in parts.store.writers()},
        )

    def person(self, staff: StaffId) -> str:
        """Return somebody's name, or an id that the roster does not have."""
        return self.staff.get(staff, staff)

    def team(self, team: TeamId | None) -> str:
        """Return a team's name; ``None`` is the whole city."""
        return "the whole city" if team is None else self.teams.get(team, team)

    def stream(self, stream: StreamId) -> str:
        """Return in words whose stream this is."""
        kind, _, rest = stream.partition("/")
        name, _, special = rest.partition("/")
        match kind:
            case "team":
                return self.team(TeamId(name)) + (", special categories" if special else "")
            case "staff":
                return f"messages to {self.person(StaffId(name))}"
            case "audit":
                owners = sorted(
                    {self.person(row.staff) for row in self.writers.values() if row.laptop == name}
                )
                return (
                    f"access log of the laptop of {', '.join(owners)}" if owners else "access log of a laptop"
                )
            case _:
                return "what everybody reads" if stream == CITY else stream

    def writer(self, writer: WriterId) -> str:
        """Return whose writer this is; the hub's own has no person."""
        row = self.writers.get(writer)
        return "the hub" if row is None or not row.staff else self.person(row.staff)

    def the_person(self, typed: str) -> StaffId:
        """Return whom a typed word means; raises UnknownName("staff"), NameShared."""
        return chosen(typed, self.staff, "staff")

    def the_team(self, typed: str) -> TeamId:
        """Return which team a typed word means; raises UnknownName("team"), NameShared."""
        return chosen(typed, self.teams, "team")

    def the_stream(self, typed: str, streams: Collection[StreamId]) -> StreamId:
        """Return which of these streams is meant: ``city``, ``team/t6a6ad2e5/special``.

        A team's name, or the beginning of its id, is its ordinary stream. Raises UnknownName("stream"), NameShared.
        """
        if typed in set(streams):
            return StreamId(typed)
        kind, slash, rest = typed.partition("/")
        if not slash:
            kind, rest = "team", typed
        begun, _, tail = rest.partition("/")
        split = [(one, *one.split("/", 2), "", "") for one in streams]
        ids = {name: one for one, sort, name, more, *_ in split if (sort, more) == (kind, tail) and name}
        names = {one: self.teams.get(TeamId(one), "") if kind == "team" else "" for one in ids}
        return StreamId(ids[chosen(begun, names, "stream")])

    def the_writer(self, typed: str) -> WriterRow:
        """Return which writer is meant, by its id or the beginning; raises UnknownName("writer"), NameShared."""
        known = {row.writer.hex(): row for row in self.writers.values() if row.staff}
        return known[chosen(typed, dict.fromkeys(known, ""), "writer")]


def short(one: str | bytes) -> str:
    """Return the beginning of an id, or of the id within a stream's name."""
    text = one.hex() if isinstance(one, bytes) else one
    kind, slash, rest = text.partition("/")
    if not slash:
        return text[:_SHORT]
    name, _, special = rest.partition("/")
    return f"{kind}/{name[:_SHORT]}" + (f"/{special}" if special else "")


def chosen(typed: str, known: Mapping[_Id, str], kind: str) -> _Id:
    """Return the one id of ``known`` (id to name) that is meant.

    Raises UnknownName(kind) where none is, NameShared(kind) where several are.
    """
    word = typed.strip()
    begins = word.lower() if len(word) >= _LEAST else None
    found = [one for one in known if one == word] or sorted(
        one
        for one, name in known.items()
        if (begins is not None and one.startswith(begins)) or (name and name.casefold() == word.casefold())
    )
    if not found:
        raise UnknownName(kind)
    if len(found) > 1:
        raise NameShared(kind, tuple(found))
    return found[0]
