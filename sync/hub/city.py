# SPDX-License-Identifier: MIT
"""Fills a practice hub with a made-up city from a file of rows (its form: tools/demo_city.md).

Everybody in it is made up. The rows go through the same push as every laptop's, written by seeded
writers of their authors, so a practice hub differs from a real one in nothing but its people.
"""

import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

import zstandard

from sync.hub import roster
from sync.hub.errors import CityFileDamaged
from sync.hub.parts import HubParts
from sync.hub.seeding import Save, SeedWriter, seed_writer, settle_all
from sync.log.commit import Draft
from sync.records.ids import (
    EntityId,
    StaffId,
    StreamId,
    TeamId,
    derived_entity,
    new_entity,
    new_laptop_id,
    staff_stream,
    team_stream,
)

WHAT: Final = "kenttakirja-demo-city"
VERSION: Final = 1
_YEAR: Final = timedelta(days=366)
_LARGEST: Final = 64 * 1024 * 1024

Row = Mapping[str, Any]


@dataclass(slots=True)
class _City:
    """What the rows before have become: ids by kind and the file's own id."""

    parts: HubParts
    monday: date
    teams: dict[str, TeamId] = field(default_factory=dict)
    staff: dict[str, StaffId] = field(default_factory=dict)
    ids: dict[tuple[str, int | str], EntityId] = field(default_factory=dict)
    streams: dict[tuple[str, int], StreamId] = field(default_factory=dict)
    writers: dict[str, SeedWriter] = field(default_factory=dict)
    saves: dict[tuple[str, StreamId], list[Save]] = field(default_factory=lambda: defaultdict(list))

    def at(self, day: int, minute: int = 0) -> int:
        """Return a moment of the file as milliseconds, by this machine's own midnight."""
        midnight = datetime.combine(self.monday + timedelta(days=day), time()).astimezone()
        return round((midnight + timedelta(minutes=minute)).timestamp() * 1000)

    def writer(self, author: str) -> SeedWriter:
        """Return the seeded writer of a member of staff, on a laptop of long ago."""
        if author not in self.writers:
            self.writers[author] = seed_writer(self.parts, self.staff[author], new_laptop_id())
        return self.writers[author]


def fill_city(parts: HubParts, file: Path, *, today: date) -> dict[str, StaffId]:
    """Fill a new hub; return the staff ids by the file's words. Raises CityFileDamaged."""
    city = _City(parts, today - timedelta(days=today.weekday()))
    for row in _rows(file):
        _LOADERS.get(row["kind"], _record)(city, row)
    for (author, stream), saves in city.saves.items():
        saves.sort(key=lambda save: save.time)
        city.writer(author).save_all(stream, saves)
    settle_all(parts)
    return city.staff


def _rows(file: Path) -> Iterator[Row]:
    try:
        with file.open("rb") as packed:
            raw = zstandard.ZstdDecompressor().stream_reader(packed).read(_LARGEST)
        lines = io.BytesIO(raw)
        head = json.loads(lines.readline())
        if head.get("what") != WHAT or head.get("version") != VERSION:
            raise CityFileDamaged
        for line in lines:
            yield json.loads(line)
    except (OSError, ValueError, zstandard.ZstdError) as problem:
        raise CityFileDamaged from problem


def _team(city: _City, row: Row) -> None:
    city.teams[row["id"]] = roster.add_team(city.parts, **row["fields"]["name"])


def _staff(city: _City, row: Row) -> None:
    city.staff[row["id"]] = roster.add_staff(city.parts, row["fields"]["name"])


def _service_point(city: _City, row: Row) -> None:
    point = roster.add_service_point(city.parts, city.teams[row["team"]], **row["fields"])
    city.ids["service_point", row["id"]] = point


def _grant(city: _City, row: Row) -> None:
    team = city.teams[row["team"]] if row["team"] is not None else None
    begins = city.at(-_YEAR.days)
    roster.grant(city.parts, city.staff[row["staff"]], row["fields"]["role"], team=team, begins=begins)


def _record(city: _City, row: Row) -> None:
    """Put one record among its author's saves."""
    kind, at = str(row["kind"]), city.at(row["day"], row["minute"])
    fields = dict(row["fields"])
    subject: EntityId | None = None
    entity = new_entity(at)
    if "person" in row:
        subject = city.ids["person", row["person"]]
    if kind == "person":
        subject = entity
        fields["responsible"] = city.staff[row["responsible"]]
    elif kind == "session":
        _session(city, row, fields, at)
    elif kind == "situation" and subject is not None:
        entity = derived_entity(subject, "situation")
        since = city.monday + timedelta(days=row["since_day"])
        fields["labour"] = {**fields["labour"], "since": since.isoformat()}
    elif kind == "attendance":
        fields |= {"visit": city.ids["visit", row["visit"]], "at": at}
    elif kind == "message":
        fields |= {"from": city.staff[row["author"]], "at": at}
    if kind in {"visit", "tally", "note"}:
        session = row.get("session")
        fields |= {"session": None if session is None else city.ids["session", session], "at": at}
    city.ids[kind, row["id"]] = entity
    stream = (
        staff_stream(city.staff[row["to"]]) if kind == "message" else team_stream(city.teams[row["team"]])
    )
    draft = Draft(kind, entity, subject, 1, {name: (value, ()) for name, value in fields.items()})
    city.saves[row["author"], stream].append(Save([draft], at))


def _session(city: _City, row: Row, fields: dict[str, Any], at: int) -> None:
    place = fields["place"]
    point = place["point"]
    fields["place"] = {**place, "point": city.ids["service_point", point].hex() if point else None}
    fields["starts"] = at
    fields["state"] = {"status": "closed", "at": city.at(row["day"], row["end_minute"])}
    fields |= {f"staff/{city.staff[one]}": True for one in row["staff"]}


_LOADERS: Final = {
    "team": _team,
    "staff": _staff,
    "service_point": _service_point,
    "grant": _grant,
}
