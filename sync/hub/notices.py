# SPDX-License-Identifier: MIT
"""A word of the hub to one member of staff, in their own stream: what became of a save, who came, who went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sync.hub.authoring import own_run
from sync.hub.parts import HubParts
from sync.hub.store.rows import Append
from sync.log.commit import CommitId, Draft
from sync.records.fields import LINE_LENGTH
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, new_entity, staff_stream
from sync.records.rights import Role
from sync.records.transfers import NOTICE


class What(StrEnum):
    """What is told: a code of resources/codes/notices.json."""

    HELD = "held"
    RELEASED = "released"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"
    LATE_WORK = "late_work"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Notice:
    """One word to one person. ``about`` is the client it is about: an erasure of them takes the notice too."""

    staff: StaffId
    what: What
    commit: CommitId | None = None
    stream: StreamId | None = None
    kind: str = ""
    reason: str = ""
    comment: str = ""
    by: StaffId | None = None
    team: TeamId | None = None
    about: EntityId | None = None

    def draft(self, now: int) -> Draft:
        """Return what the hub writes; facts that are not there are not said."""
        said: dict[str, object] = {
            "what": self.what.value,
            "commit": None if self.commit is None else list(self.commit),
            "stream": self.stream,
            "kind": self.kind,
            "reason": self.reason,
            "comment": self.comment[:LINE_LENGTH],
            "by": self.by,
            "team": self.team,
            "about": self.about,
            "at": now,
        }
        fields = {name: (value, ()) for name, value in said.items() if value is not None and value != ""}
        return Draft(NOTICE.name, new_entity(now), self.about, 1, fields)


def telling(parts: HubParts, notices: Iterable[Notice]) -> list[Append]:
    """Return the appends that tell these, one a person; nobody is told the same thing twice at once."""
    by_staff: dict[StaffId, list[Notice]] = {}
    for one in dict.fromkeys(notices):
        if one.staff:
            by_staff.setdefault(one.staff, []).append(one)
    now = parts.clock()
    return [
        own_run(parts, staff_stream(staff), [[one.draft(now)] for one in its], opens=True)
        for staff, its in by_staff.items()
    ]


def tell(parts: HubParts, notices: Sequence[Notice]) -> None:
    """Tell these at once, in one transaction."""
    runs = telling(parts, notices)
    if runs:
        parts.store.append(runs)


def supervisors(parts: HubParts, team: TeamId) -> list[StaffId]:
    """Return who supervises a team now, in order."""
    return _holding(parts, team, frozenset({Role.SUPERVISOR.value}))


def works_in(parts: HubParts, staff: StaffId, team: TeamId) -> bool:
    """Return whether somebody has a role in a team now."""
    now = parts.clock()
    return any(row.team == team and row.holds(now) for row in parts.store.grants(staff))


def _holding(parts: HubParts, team: TeamId, roles: frozenset[str]) -> list[StaffId]:
    now = parts.clock()
    rows = parts.store.grants()
    return sorted({row.staff for row in rows if row.team == team and row.role in roles and row.holds(now)})
