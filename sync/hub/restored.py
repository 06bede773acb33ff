# SPDX-License-Identifier: MIT
"""A restored hub takes its own old commits back from the laptops that hold them.

They were signed with an earlier online key, and whoever stole that key could have made some. So what takes
something away or tells of something acts at once: erasures, revocations, ends, names, services, moves, notices.
What gives a right, a ``grant`` or a new ``writer``, is held back until an administrator says that it is right.
What decided about somebody's save (``quarantine``, ``release``) is kept as history: the save is judged anew, and
a release is said again by this hub. So is what it did of a move, where this hub was asked for the same move first.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sync.failpoints import FailPoint, reached
from sync.hub import quarantine
from sync.hub.absence import settled_head
from sync.hub.access import Rights
from sync.hub.at_rest import month_key
from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import HUB_STAFF, quarantine_follow_up
from sync.hub.erase import erase_mark
from sync.hub.errors import UnknownName
from sync.hub.moved_before import said_again
from sync.hub.parts import HubParts
from sync.hub.push import (
    ReadCommit,
    answer_of,
    check_obstacle,
    check_whole,
    erased_in,
    is_gone,
    key_of,
    read_run,
)
from sync.hub.replaying import end_of
from sync.hub.roster import open_stream
from sync.hub.settling import open_bodies, read_all
from sync.hub.store.rows import (
    Append,
    EntityRow,
    GrantRow,
    Numbered,
    Prepared,
    Reason,
    Standing,
    StoredCommit,
    WriterRow,
)
from sync.log.commit import MARK_BYTES, Body, CommitId
from sync.log.erasure import erasure_mark
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import PUSH_BATCH, Pushed, PushRequest
from sync.records.ids import (
    CITY,
    EntityId,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    WriterId,
    audit_stream,
    roster_name,
    special_stream,
    staff_stream,
    team_stream,
)

_DECISIONS: Final = frozenset({"quarantine", "release"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A right that the old hub gave and that waits for an administrator: who, and which. ``until`` 0 is open."""

    number: int
    staff: StaffId
    name: str
    what: str
    team: str
    until: int


def is_own_earlier(parts: HubParts, writer: WriterId) -> bool:
    """Whether a restored hub is brought commits of one of its own earlier keys."""
    return parts.restored and writer != parts.me and writer in parts.own_writers()


def take_back(parts: HubParts, sender: WriterId, request: PushRequest) -> Pushed:
    """Take in a run of the hub's own old commits from somebody who may read the stream.

    Raises AccessRefused, ChainRefused, FrameRefused.
    """
    me = parts.reader(sender)
    author = parts.store.writer(request.writer)
    rights = Rights.of(me, parts.store.grants(me.staff), parts.clock())
    if author is None or request.stream not in rights.readable(parts.laptops()):
        raise refusal(Code.STREAM_FORBIDDEN)
    if not 1 <= len(request.commits) <= PUSH_BATCH:
        raise refusal(Code.MALFORMED)
    read = read_run(parts, request, author)
    check_whole(parts, author, read)
    erased = erased_in(parts, read)
    settled_head(parts, request.stream)
    again = _again(parts, request.stream, read)
    prepared, forgotten = _prepare(parts, request.stream, read, erased, again)
    own = parts.own_writers()
    rights_given = {one.header.n for one in read if any(_gives_a_right(body, own) for body in _said(one))}
    told = dict.fromkeys(rights_given | again, Reason.RESTORED)
    follow = quarantine_follow_up(parts, request.stream, author.writer, told)

    def about_rights(n: int, prev: bytes, held: Sequence[Numbered]) -> Sequence[Prepared]:
        chosen = [one for one in held if one.n in told]
        return follow(n, prev, chosen) if chosen else ()

    (answer,) = parts.store.append(
        [
            Append(
                stream=request.stream,
                writer=author.writer,
                commits=prepared,
                received=parts.clock(),
                hub_writer=parts.me,
                follow_up=about_rights,
            )
        ]
    )
    check_obstacle(answer)
    for one, numbered in zip(read, answer.numbered, strict=True):
        if numbered.standing is Standing.EFFECTIVE:
            for body in _said(one):
                _act(parts, request.stream, body)
        elif numbered.standing is not Standing.QUARANTINED:
            continue
        elif numbered.n in again:
            quarantine.decide(parts, request.stream, numbered.number, accepted=False)
        elif numbered.n not in told:
            parts.store.decide(request.stream, numbered.number, Standing.REFUSED)
    decide_again(parts, request.stream)
    return answer_of(parts, request, answer, [], forgotten)


def decide_again(parts: HubParts, stream: StreamId) -> int:
    """Say again what an earlier key of this hub had said about saves that were taken back; return how many."""
    own = parts.own_writers()
    withheld = [one for where, one in parts.store.withheld() if where == stream]
    waiting = {
        (one.writer, one.n, one.hash[:8]): one.number
        for one in withheld
        if one.standing is Standing.QUARANTINED and one.writer not in own
    }
    decided = 0
    for order in withheld:
        if order.writer not in own or order.reason is not Reason.RESTORED:
            continue
        for said in (_values(body) for body in _bodies(parts, order) if body.kind == "release"):
            number = waiting.pop(_dot(said.get("commit")), None)
            if number is not None:
                quarantine.decide(parts, stream, number, accepted=said.get("accepted") is True)
                decided += 1
    return decided


def waiting_rights(parts: HubParts) -> list[Waiting]:
    """Return the rights that wait, in the order in which the old hub gave them."""
    names = parts.store.staff()
    teams = parts.store.teams()
    found: list[Waiting] = []
    for one in _held(parts):
        for body in _bodies(parts, one):
            said = _values(body)
            staff = StaffId(str(said.get("staff") or ""))
            team = said.get("team")
            found.append(
                Waiting(
                    one.number,
                    staff,
                    names.get(staff, ""),
                    str(said.get("role") or "")
                    if body.kind == "grant"
                    else f"laptop {said.get('laptop') or ''}",
                    "" if team is None else teams.get(TeamId(str(team)), (str(team),))[0],
                    int(said.get("until") or 0),
                )
            )
    return found


def confirm(parts: HubParts, number: int, *, right: bool) -> None:
    """Let a right that waits act, or refuse it for good. Raises UnknownName("right") where none waits there."""
    chosen = [one for one in _held(parts) if one.number == number]
    if not chosen:
        raise UnknownName("right")
    if right:
        for body in _bodies(parts, chosen[0]):
            _give(parts, body)
    reached(FailPoint.HUB_CONFIRM_BEFORE_DECIDE)
    quarantine.decide(parts, CITY, number, accepted=right)
    log(parts, [Event(Operation.UPDATE, "", f"{CITY} {number}", "confirmed" if right else "refused")])


def _held(parts: HubParts) -> list[StoredCommit]:
    own = parts.own_writers()
    return [
        one
        for stream, one in parts.store.withheld()
        if stream == CITY
        and one.writer in own
        and one.reason is Reason.RESTORED
        and one.standing is Standing.QUARANTINED
    ]


def _again(parts: HubParts, stream: StreamId, read: Sequence[ReadCommit]) -> set[int]:
    """Return which commits of a run say what this hub has said itself, or undone, since it was restored."""
    found: set[int] = set()
    before: list[Body] = []
    for one in read:
        said = _said(one)
        its = CommitId(one.header.writer, one.header.n, one.hash[:MARK_BYTES])
        if said_again(parts, stream, its, said, before):
            found.add(one.header.n)
        before += said
    return found


def _prepare(
    parts: HubParts,
    stream: StreamId,
    read: Sequence[ReadCommit],
    erased: frozenset[bytes],
    again: Collection[int],
) -> tuple[list[Prepared], list[int]]:
    month = month_key(stream, parts.clock())
    own = parts.own_writers()
    names = {key_of(month, body) for one in read for body in one.bodies if not is_gone(body, erased)}
    ciphers = parts.bodies.sealers(names)
    prepared: list[Prepared] = []
    forgotten: list[int] = []
    for one in read:
        pairs = list(zip(one.commit.bodies, one.bodies, strict=True))
        kept = [None if is_gone(body, erased) else raw for raw, body in pairs]
        if kept != list(one.commit.bodies):
            forgotten.append(one.header.n)
        said = _said(one)
        held = one.header.n in again or any(
            _gives_a_right(body, own) or body.kind in _DECISIONS for body in said
        )
        rows = [
            EntityRow(
                body.entity,
                body.kind,
                HUB_STAFF,
                None if body.subject is None else erasure_mark(body.subject),
            )
            for body in said
        ]
        sealed = parts.bodies.seal(
            kept, [key_of(month, body) for body in one.bodies], ciphers=ciphers, commit_hash=one.hash
        )
        prepared.append(
            Prepared(
                one.header.n,
                one.header.prev,
                one.hash,
                one.commit.header,
                one.commit.signature,
                sealed,
                Reason.RESTORED if held else Reason.NONE,
                () if held else rows,
            )
        )
    return prepared, forgotten


def _gives_a_right(body: Body, own: Collection[WriterId]) -> bool:
    """Whether a body lets somebody in or gives a role: not one that only ends or revokes.

    Nor one that tells of a key of the hub's ``own``: the root's word for it is in the ledger.
    """
    return (body.kind == "grant" and "role" in body.fields) or (
        body.kind == "writer" and "signing" in body.fields and WriterId(body.entity) not in own
    )


def _act(parts: HubParts, stream: StreamId, body: Body) -> None:
    """Bring the hub's rows to what an effective old commit says; again is harmless."""
    said = _values(body)
    now = parts.clock()
    if body.kind == "erasure":
        mark = said.get("subject")
        if isinstance(mark, bytes) and not parts.store.erased([mark]):
            erase_mark(parts, mark)
        return
    if stream != CITY:
        return
    if body.kind == "writer" and isinstance(said.get("revoked_after"), dict):
        after = {StreamId(str(one)): int(n) for one, n in said["revoked_after"].items()}
        parts.store.void(WriterId(body.entity), after, now)
    elif body.kind == "grant" and isinstance(said.get("until"), int):
        for row in parts.store.grants():
            if row.entity == body.entity and (not row.ends or row.ends > said["until"]):
                parts.store.put_grant(replace(row, ends=said["until"]))
    elif body.kind in {"staff", "team"}:
        _name(parts, body, said)


def _name(parts: HubParts, body: Body, said: Mapping[str, Any]) -> None:
    """Keep somebody's or a team's name, and open their streams."""
    name = said.get("name")
    if body.kind == "staff" and isinstance(name, str):
        staff = StaffId(roster_name(body.entity))
        parts.store.add_staff(staff, name)
        open_stream(parts, staff_stream(staff))
    elif body.kind == "team" and isinstance(name, dict):
        team = TeamId(roster_name(body.entity))
        parts.store.add_team(team, (str(name.get("fi")), str(name.get("sv")), str(name.get("en"))))
        open_stream(parts, team_stream(team))
        open_stream(parts, special_stream(team))


def _give(parts: HubParts, body: Body) -> None:
    said = _values(body)
    if body.kind == "grant":
        until = [one for one in (int(said.get("until") or 0), end_of(parts, body.entity)) if one]
        team = said.get("team")
        parts.store.put_grant(
            GrantRow(
                EntityId(body.entity),
                StaffId(str(said["staff"])),
                None if team is None else TeamId(str(team)),
                str(said["role"]),
                int(said["from"]),
                min(until, default=0),
            )
        )
        return
    writer = WriterId(body.entity)
    laptop = LaptopId(str(said["laptop"]))
    revoked = parts.clock() if parts.store.voided(writer) else 0
    row = WriterRow(
        writer, StaffId(str(said["staff"])), laptop, bytes(said["signing"]), bytes(said["receiving"]), revoked
    )
    parts.store.add_writer(row, code=None, now=parts.clock())
    open_stream(parts, audit_stream(laptop))


def _said(one: ReadCommit) -> list[Body]:
    return [body for body in one.bodies if body is not None]


def _bodies(parts: HubParts, one: StoredCommit) -> list[Body]:
    return read_all(open_bodies(parts, [one])[0])


def _values(body: Body) -> dict[str, Any]:
    return {name: write.value for name, write in body.fields.items()}


def _dot(value: object) -> tuple[WriterId, int, bytes]:
    match value:
        case [bytes() as writer, int() as n, bytes() as mark]:
            return WriterId(writer), n, mark
        case _:
            return WriterId(b""), 0, b""
