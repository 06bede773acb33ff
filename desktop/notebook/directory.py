# SPDX-License-Identifier: MIT
"""The roster in memory: names, teams and grants, decoded once and again when the city's stream has changed.

Every save and every row of a list asks it, so it may not decode the roster each time (a city of 600 staff
costs tens of milliseconds). Whether a grant holds is judged by the time given, not by when it was read.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop.store.roster import Grant, Roster
from sync.records.ids import StaffId, TeamId
from sync.records.rights import WORKERS, Role, role


@dataclass(frozen=True, slots=True)
class Held:
    """One role held in one team (``None``: the whole city)."""

    role: Role
    team: TeamId | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What one state of the roster says; ``known`` is that state's digest."""

    known: bytes
    staff: Mapping[StaffId, str] = field(default_factory=dict)
    teams: Mapping[TeamId, str] = field(default_factory=dict)
    mine: tuple[tuple[Held, Grant], ...] = ()


class Directory:
    """Who is who and who may what, for one person's notebook. ``roster`` gives the calling thread's reader."""

    def __init__(self, me: StaffId, roster: Callable[[], Roster]) -> None:
        self._me: Final = me
        self._roster = roster
        self._lock = threading.Lock()
        self._known = _Known(b"nothing read yet")

    def held(self, now: int) -> tuple[Held, ...]:
        """Return the roles held at ``now`` (hub time in ms), a worker's first, a team's before the city's."""
        found = {
            held
            for held, grant in self._current().mine
            if grant.since <= now and (grant.until is None or now < grant.until)
        }
        return tuple(
            sorted(
                found, key=lambda one: (one.role not in WORKERS, one.team is None, one.role.value, one.team)
            )
        )

    def staff_name(self, staff: StaffId | None) -> str:
        """Return a name, an empty text for one that the roster does not know."""
        return self._current().staff.get(staff, "") if staff is not None else ""

    def team_name(self, team: TeamId | None) -> str:
        """Return a team's Finnish name, an empty text for an unknown one."""
        return self._current().teams.get(team, "") if team is not None else ""

    def _current(self) -> _Known:
        roster = self._roster()
        digest = roster.digest()
        with self._lock:
            if self._known.known == digest:
                return self._known
        mine = tuple(
            (Held(known, grant.team), grant)
            for grant in roster.grants()
            if grant.staff == self._me and (known := role(grant.role)) is not None
        )
        fresh = _Known(
            digest,
            {one.staff: one.name for one in roster.staff()},
            {one.team: one.fi for one in roster.teams()},
            mine,
        )
        with self._lock:
            self._known = fresh
        return fresh
