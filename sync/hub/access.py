# SPDX-License-Identifier: MIT
"""Who may read and append which stream: deny by default, from grants in force now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sync.hub.store.rows import GrantRow, WriterRow
from sync.records.ids import (
    CITY,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    audit_stream,
    staff_stream,
    stream_team,
)
from sync.records.rights import Role, readable_streams, role


@dataclass(frozen=True, slots=True)
class Rights:
    """What one writer's person may do at one moment. ``ever`` and ``edited`` look at past grants too."""

    staff: StaffId
    laptop: LaptopId
    held: Sequence[tuple[Role, TeamId | None]]
    ever: frozenset[TeamId]
    edited: bool
    """Whether this person edits the city's services, or once did."""

    @classmethod
    def of(cls, writer: WriterRow, grants: Sequence[GrantRow], now: int) -> "Rights":
        """Return the rights that these grants give now; a role of a newer version gives none."""
        held = [
            (known, grant.team)
            for grant in grants
            if grant.holds(now) and (known := role(grant.role)) is not None
        ]
        ever = frozenset(grant.team for grant in grants if grant.team is not None and grant.begins <= now)
        edited = any(grant.role == Role.SERVICE_EDITOR.value and grant.begins <= now for grant in grants)
        return cls(writer.staff, writer.laptop, held, ever, edited)

    def readable(self, laptops: Collection[LaptopId]) -> frozenset[StreamId]:
        """Return the streams this person may read. ``laptops``: all that the roster knows."""
        streams = {CITY, staff_stream(self.staff)}
        for one, team in self.held:
            streams |= readable_streams(one, team, self.staff, laptops)
        return frozenset(streams)

    def may_append(self, stream: StreamId) -> bool:
        """Return whether commits by this person are taken in at all; what they may say is judged one by one.

        A grant that has ended still lets in what was written before the laptop heard of it: into quarantine.
        """
        team = stream_team(stream)
        if team is not None:
            return team in self.ever
        if stream.startswith("staff/"):
            return True
        if stream == CITY:
            return self.edited
        return stream == audit_stream(self.laptop)

    def may_write(self, stream: StreamId) -> bool:
        """Return whether a grant in force lets anything be said here, of whatever kind.

        A team's stream is written by whom it is open to, the city's by its service editors; what the hub does
        not understand is held to this alone.
        """
        if stream == CITY:
            return any(one is Role.SERVICE_EDITOR for one, _ in self.held)
        if stream_team(stream) is None:
            return any(one is not Role.HUB for one, _ in self.held)
        return any(stream in readable_streams(one, team, self.staff) for one, team in self.held)

    def roles_in(self, stream: StreamId) -> frozenset[Role]:
        """Return the roles that count for what is written into this stream."""
        team = stream_team(stream)
        if team is None:
            return frozenset(one for one, _ in self.held)
        return frozenset(one for one, where in self.held if where in {team, None})
