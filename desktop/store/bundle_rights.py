# SPDX-License-Identifier: MIT
"""Whether a colleague may say what their bundle says: the table of rights, asked before the hub is (design.md §3).

Milder than the hub where this notebook knows less: a grant that has ended still counts, and what came in
a snapshot may be anybody's. What is not allowed here is not allowed there either.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from desktop.store.commit_rows import readable_bodies
from desktop.store.roster import Grant, WriterRow
from desktop.store.sqlcipher import Connection
from sync.log.commit import Body
from sync.records.ids import CITY, EntityId, StaffId, StreamId, WriterId, stream_team
from sync.records.kinds import kind, lies_in
from sync.records.reviews import MESSAGE
from sync.records.rights import Action, Role, may, readable_streams, role


@dataclass(slots=True)
class BundleRights:
    """The rights of one colleague in one stream. ``made`` grows with what their run begins."""

    stream: StreamId
    staff: StaffId
    roles: frozenset[Role]
    writers: frozenset[WriterId]
    """All writers of this person, on whatever laptop."""
    made: set[EntityId] = field(default_factory=set)

    @classmethod
    def of(
        cls, writer: WriterId, stream: StreamId, writers: Collection[WriterRow], grants: Iterable[Grant]
    ) -> "BundleRights":
        """Return what the roster says of this writer's person, who stands in it."""
        staff = next(row.staff for row in writers if row.writer == writer)
        held = [one for one in grants if one.staff == staff]
        team = stream_team(stream)
        if team is not None:
            inside = any(one.team == team for one in held)
            held = [one for one in held if inside and one.team in {team, None}]
        roles = frozenset(known for one in held if (known := role(one.role)) is not None)
        return cls(stream, staff, roles, frozenset(row.writer for row in writers if row.staff == staff))

    def may_say(self, connection: Connection, bodies: Iterable[Body | None]) -> bool:
        """Return whether every body is allowed; a kind that is unknown here is parked.

        Of such a kind only this is asked: whether the stream is open to its author.
        """
        return all(self._may(connection, body) for body in bodies if body is not None)

    def _may(self, connection: Connection, body: Body) -> bool:
        spec = kind(body.kind)
        if spec is None:
            return self._open()
        if spec.hub_only or not lies_in(spec, self.stream):
            return False
        if spec.has_subject and body.subject is None:
            return False  # an erasure would pass it by; the hub holds it back
        author = self._author(connection, body.entity)
        own = author is None or author in self.writers
        action = Action.EDIT
        kinds = _kinds_here(connection, body.entity)
        if not kinds <= {body.kind}:
            # The hub holds it back. A service that claims a grant's entity would speak in the roster.
            return False
        if body.kind == MESSAGE.name and "from" in body.fields and body.fields["from"].value != self.staff:
            return False
        if body.entity not in self.made and not kinds:
            action = Action.CREATE
            self.made.add(body.entity)
        return any(may(one, body.kind, body.fields, own=own, action=action) for one in self.roles)

    def _open(self) -> bool:
        team = stream_team(self.stream)
        if self.stream == CITY:
            return Role.SERVICE_EDITOR in self.roles
        if team is None:
            return bool(self.roles)
        return any(self.stream in readable_streams(one, team, self.staff) for one in self.roles)

    def _author(self, connection: Connection, entity: EntityId) -> WriterId | None:
        """Return who wrote an entity first, ``None`` where no commit here tells; of a carried one its first author."""
        found = connection.execute(
            "SELECT w.writer, c.bodies FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " JOIN writers AS w ON w.key = c.writer WHERE e.entity = ?"
            " ORDER BY c.number IS NULL, c.number, c.time LIMIT 1",
            (entity,),
        ).fetchone()
        if found is None:
            return None
        origins = [body.origin for body in readable_bodies(found[1]) if body.entity == entity]
        return next((one.writer for one in origins if one is not None), WriterId(found[0]))


def _kinds_here(connection: Connection, entity: EntityId) -> frozenset[str]:
    """Return what kind an entity is of here; none where it is not known, several only after an attack."""
    found = connection.execute("SELECT DISTINCT kind FROM entities WHERE entity = ?", (entity,)).fetchall()
    return frozenset(kind for (kind,) in found)
