# SPDX-License-Identifier: MIT
"""The roster that the hub writes into ``city``: staff, teams, service points, grants, code lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.store.flags import Mark
from desktop.store.shown_values import part, shown_values, value_of
from desktop.store.sqlcipher import Connection
from sync.log.state import decode_state
from sync.records.ids import CITY, EntityId, LaptopId, StaffId, TeamId, WriterId, roster_name, writer_id


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A member of staff."""

    staff: StaffId
    name: str
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team with its name in the three staff languages."""

    team: TeamId
    fi: str
    sv: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePoint:
    """A place where a team works."""

    entity: EntityId
    team: TeamId
    name: str
    kind: str
    address: str
    district: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role of somebody in a team (``None``: the whole city) from a time on, until one or for good."""

    entity: EntityId
    staff: StaffId
    team: TeamId | None
    role: str
    since: int
    until: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterRow:
    """One person on one laptop with the public keys; ``revoked_after``: stream → last n that counts."""

    writer: WriterId
    staff: StaffId
    laptop: LaptopId
    signing: bytes
    receiving: bytes
    revoked_after: dict[str, int] | None


class Roster:
    """Reads of the city stream; belongs to a reader connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def digest(self) -> bytes:
        """Return what changes whenever the roster does, for who keeps it decoded; empty before the first pull."""
        found = self._connection.execute("SELECT digest FROM streams WHERE name = ?", (CITY,)).fetchone()
        return b"" if found is None else bytes(found[0])

    def staff(self) -> tuple[StaffMember, ...]:
        """Return all members of staff, by name."""
        found = [
            StaffMember(
                staff=StaffId(roster_name(entity)),
                name=value_of(values, "name", str, ""),
                active=value_of(values, "active", bool, False),
            )
            for entity, values in self._of_kind("staff")
        ]
        return tuple(sorted(found, key=lambda one: (one.name, one.staff)))

    def teams(self) -> tuple[Team, ...]:
        """Return all teams, by their Finnish name."""
        found = [
            Team(
                team=TeamId(roster_name(entity)),
                fi=part(values, "name", "fi", str, ""),
                sv=part(values, "name", "sv", str, ""),
                en=part(values, "name", "en", str, ""),
            )
            for entity, values in self._of_kind("team")
        ]
        return tuple(sorted(found, key=lambda one: (one.fi, one.team)))

    def service_points(self) -> tuple[ServicePoint, ...]:
        """Return all service points, by name."""
        found = [
            ServicePoint(
                entity=entity,
                team=TeamId(value_of(values, "team", str, "")),
                name=value_of(values, "name", str, ""),
                kind=value_of(values, "kind", str, ""),
                address=value_of(values, "address", str, ""),
                district=value_of(values, "district", str, ""),
            )
            for entity, values in self._of_kind("service_point")
        ]
        return tuple(sorted(found, key=lambda one: (one.name, one.entity)))

    def grants(self) -> tuple[Grant, ...]:
        """Return all grants, past ones too."""
        return tuple(
            Grant(
                entity=entity,
                staff=StaffId(value_of(values, "staff", str, "")),
                team=TeamId(values["team"]) if isinstance(values.get("team"), str) else None,
                role=value_of(values, "role", str, ""),
                since=value_of(values, "from", int, 0),
                until=values["until"] if isinstance(values.get("until"), int) else None,
            )
            for entity, values in self._of_kind("grant")
        )

    def writers(self) -> tuple[WriterRow, ...]:
        """Return every enrolled writer."""
        return tuple(
            WriterRow(
                writer=writer_id(value_of(values, "signing", bytes, b"")),
                staff=StaffId(value_of(values, "staff", str, "")),
                laptop=LaptopId(value_of(values, "laptop", str, "")),
                signing=value_of(values, "signing", bytes, b""),
                receiving=value_of(values, "receiving", bytes, b""),
                revoked_after=values.get("revoked_after"),
            )
            for _entity, values in self._of_kind("writer")
        )

    def code_lists(self) -> dict[str, list[dict[str, Any]]]:
        """Return the city's own code lists by name; they stand in place of the shipped ones."""
        return {
            value_of(values, "list", str, ""): value_of(values, "rows", list, [])
            for _entity, values in self._of_kind("code_list")
        }

    def _of_kind(self, kind: str) -> Iterator[tuple[EntityId, dict[str, Any]]]:
        # The kind stands in the text, so that the partial index over the roster's kinds is used.
        rows = self._connection.execute(
            f"SELECT e.entity, e.flags, e.state FROM entities AS e JOIN streams AS s ON s.key = e.stream"  # noqa: S608 - our words
            f" WHERE e.kind = '{kind}' AND s.name = ? ORDER BY e.entity",
            (CITY,),
        ).fetchall()
        for entity, flags, raw in rows:
            if Mark(flags) & (Mark.DELETED | Mark.BESIDE_DELETION) != Mark.DELETED:
                yield entity, shown_values(decode_state(raw), lambda _: None)
