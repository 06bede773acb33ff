# SPDX-License-Identifier: MIT
"""The roster: staff, teams, service points, grants and writers, kept as rows and told in the stream ``city``.

Row first, then the commit: a laptop never believes in a right that the hub does not hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import HUB_STAFF, no_follow_up, write_drafts
from sync.hub.errors import UnknownName
from sync.hub.laptop_names import said_name
from sync.hub.ledger import GrantEnded, Revoked
from sync.hub.parts import HubParts
from sync.hub.store.rows import Append, GrantRow, WriterRow
from sync.log.commit import Draft
from sync.records.ids import (
    CITY,
    EntityId,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    WriterId,
    new_entity,
    new_staff_id,
    new_team_id,
    roster_entity,
    special_stream,
    staff_stream,
    team_stream,
)
from sync.records.rights import role as role_of


def open_stream(parts: HubParts, stream: StreamId) -> None:
    """Make a stream if it is not there yet."""
    parts.store.append(
        [
            Append(
                stream=stream,
                writer=parts.me,
                commits=(),
                received=parts.clock(),
                hub_writer=parts.me,
                follow_up=no_follow_up,
                opens=True,
            )
        ]
    )


def add_staff(parts: HubParts, name: str, *, staff: StaffId | None = None) -> StaffId:
    """Take somebody into the roster, or give a known person (``staff``) another name."""
    one = new_staff_id() if staff is None else staff
    parts.store.add_staff(one, name)
    open_stream(parts, staff_stream(one))
    _tell(parts, "staff", roster_entity(one), {"name": name, "active": True})
    log(parts, [Event(Operation.CREATE, "", f"staff {one}")])
    return one


def add_team(parts: HubParts, *, fi: str, sv: str, en: str, team: TeamId | None = None) -> TeamId:
    """Make a team with its two streams, or give a known one (``team``) other names."""
    one = new_team_id() if team is None else team
    parts.store.add_team(one, (fi, sv, en))
    open_stream(parts, team_stream(one))
    open_stream(parts, special_stream(one))
    _tell(parts, "team", roster_entity(one), {"name": {"fi": fi, "sv": sv, "en": en}})
    log(parts, [Event(Operation.CREATE, "", f"team {one}")])
    return one


def add_service_point(
    parts: HubParts,
    team: TeamId,
    *,
    name: str,
    kind: str,
    address: str | None = None,
    district: str | None = None,
) -> EntityId:
    """Tell everybody of a service point; raises UnknownName("team")."""
    if team not in parts.store.teams():
        raise UnknownName("team")
    entity = new_entity(parts.clock())
    fields = {"team": team, "name": name, "kind": kind, "address": address, "district": district}
    _tell(parts, "service_point", entity, {key: value for key, value in fields.items() if value is not None})
    return entity


def grant(
    parts: HubParts,
    staff: StaffId,
    role: str,
    *,
    team: TeamId | None = None,
    begins: int | None = None,
    ends: int | None = None,
) -> EntityId:
    """Give a role in a team (``None``: the whole city); times in ms. Raises UnknownName(staff, team, role)."""
    if staff not in parts.store.staff():
        raise UnknownName("staff")
    if team is not None and team not in parts.store.teams():
        raise UnknownName("team")
    if role_of(role) is None or role == "hub":
        raise UnknownName("role")
    now = parts.clock()
    row = GrantRow(new_entity(now), staff, team, role, now if begins is None else begins, ends or 0)
    parts.store.put_grant(row)
    fields: dict[str, Any] = {"staff": staff, "role": role, "from": row.begins}
    _tell(parts, "grant", row.entity, fields | {"team": team, "until": ends})
    log(parts, [Event(Operation.CREATE, "", f"grant {staff}", f"{role} {team or 'city'}")])
    return row.entity


def end_grants(parts: HubParts, staff: StaffId, *, role: str, team: TeamId | None) -> int:
    """End all grants in force of this person, role and team now; return how many there were."""
    now = parts.clock()
    ended = [
        row for row in parts.store.grants(staff) if row.holds(now) and row.role == role and row.team == team
    ]
    for row in ended:
        parts.ledger.write(GrantEnded(row.entity, now))
        parts.store.put_grant(replace(row, ends=now))
        tell_end(parts, row.entity, now)
        log(parts, [Event(Operation.DELETE, "", f"grant {staff}", f"{role} {team or 'city'}")])
    return len(ended)


def announce_writer(parts: HubParts, row: WriterRow, laptop_name: str = "") -> None:
    """Tell everybody of a writer: its keys, whose it is and on which laptop, by the name that was given there."""
    fields: dict[str, Any] = {
        "staff": row.staff,
        "laptop": row.laptop,
        "signing": row.signing,
        "receiving": row.receiving,
    }
    called = said_name(laptop_name)
    _tell(parts, "writer", EntityId(row.writer), fields | ({"laptop_name": called} if called else {}))


def revoke(parts: HubParts, writer: WriterId) -> Mapping[StreamId, int]:
    """Revoke a writer from now on; return the last n that counts per stream. Raises UnknownName("writer").

    Whatever went on from it (``succession``) is revoked with it: either copy may be the one that was lost.
    """
    row = parts.store.writer(writer)
    if row is None or not row.staff:
        raise UnknownName("writer")
    after = parts.store.revoke(writer, parts.clock())
    parts.ledger.write(Revoked(writer, {str(stream): n for stream, n in after.items()}))
    tell_revoked(parts, writer, after)
    log(parts, [Event(Operation.DELETE, "", f"writer {writer.hex()}")])
    for heir in parts.store.successors(writer):
        known = parts.store.writer(heir)
        if known is not None and not known.revoked:
            revoke(parts, heir)
    return after


def tell_revoked(parts: HubParts, writer: WriterId, after: Mapping[StreamId, int]) -> None:
    """Tell everybody that a writer's key is void, and which of its commits count."""
    _tell(parts, "writer", EntityId(writer), {"revoked_after": dict(after)})


def tell_end(parts: HubParts, grant: EntityId, until: int) -> None:
    """Tell everybody when a grant ends."""
    _tell(parts, "grant", grant, {"until": until})


def begin_city(parts: HubParts) -> None:
    """Open the stream that everybody reads, and tell of the hub's own writer: at init, and for new keys."""
    if parts.store.writer(parts.me) is not None:
        return
    signing, receiving = parts.keys.signing.public, parts.keys.receiving.public
    parts.store.add_writer(
        WriterRow(parts.me, HUB_STAFF, LaptopId(""), signing, receiving), code=None, now=parts.clock()
    )
    open_stream(parts, CITY)
    _tell(parts, "writer", EntityId(parts.me), {"signing": signing, "receiving": receiving})


def _tell(parts: HubParts, kind: str, entity: EntityId, fields: Mapping[str, Any]) -> None:
    write_drafts(parts, CITY, [_draft(kind, entity, fields)])


def _draft(kind: str, entity: EntityId, fields: Mapping[str, Any]) -> Sequence[Draft]:
    said = {name: (value, ()) for name, value in fields.items()}
    return [Draft(kind=kind, entity=entity, subject=None, schema=1, fields=said)]
