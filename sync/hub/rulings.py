# SPDX-License-Identifier: MIT
"""What a supervisor rules of a held-back save: it counts, it does not, or it goes to another team.

The first ruling by hub number decides. One that cannot be obeyed changes nothing, and its author is told why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sync.failpoints import FailPoint, reached
from sync.hub.access import Rights
from sync.hub.authoring import own_run
from sync.hub.copies import not_copied
from sync.hub.forwarding import Plan, author_of, carry_bodies
from sync.hub.judging import reviewed
from sync.hub.notices import Notice, What
from sync.hub.parts import HubParts
from sync.hub.quarantine import is_free, not_here, release_saves, released_blobs, rows_of
from sync.hub.settling import open_bodies, read_all
from sync.hub.store.deed import Decision
from sync.hub.store.rows import EntityRow, Standing, StoredCommit
from sync.log.commit import Body, CommitId
from sync.log.erasure import erasure_mark
from sync.records.ids import (
    ID_BYTES,
    EntityId,
    StaffId,
    StreamId,
    TeamId,
    special_stream,
    stream_team,
    team_stream,
)
from sync.records.kinds import kind, lies_in
from sync.records.rights import WORKERS, Action, Role, may
from sync.records.transfers import RULING


class Verdict(StrEnum):
    """What is ruled: a code of resources/codes/rulings.json."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A ruling as it was read; ``by`` is its author."""

    commit: CommitId
    verdict: str
    to: TeamId | None
    comment: str
    by: StaffId


def may_rule(rights: Rights, stream: StreamId) -> bool:
    """Return whether somebody decides about what is held back here: a supervisor, in a special stream a coach."""
    wanted = Role.COACH if stream.endswith("/special") else Role.SUPERVISOR
    return stream_team(stream) is not None and wanted in rights.roles_in(stream)


def plan_ruling(parts: HubParts, stream: StreamId, one: CommitId, body: Body, plan: Plan) -> None:
    """Plan what a ruling asks for, or the word that it cannot be obeyed."""
    reached(FailPoint.HUB_RULING_BEFORE_DECIDE)
    author = author_of(parts, one)
    ruling = _read(body, author)
    if ruling is None:
        plan.notices.append(_not_obeyed(author, stream, one, What.HELD, "not_understood"))
        return
    found = _found(parts, stream, ruling.commit)
    trouble = _trouble(parts, stream, ruling, found)
    bodies = [] if found is None else open_bodies(parts, [found])[0]
    read = read_all(bodies)
    if found is None or trouble:
        what = _stands(found)
        plan.notices.append(_not_obeyed(author, stream, ruling.commit, what, trouble))
        return
    match ruling.verdict:
        case Verdict.ACCEPT:
            trouble = _accept(parts, stream, ruling, found, bodies, plan)
        case Verdict.FORWARD:
            trouble = _forward(parts, stream, ruling, read, plan)
        case _:
            trouble = ""
    if trouble:
        plan.notices.append(_not_obeyed(author, stream, ruling.commit, What.HELD, trouble))
        return
    accepted = ruling.verdict == Verdict.ACCEPT
    plan.decides.append(Decision(found.number, Standing.EFFECTIVE if accepted else Standing.REFUSED))
    saves = release_saves(parts, stream, found, bodies if accepted else [], accepted=accepted)
    plan.runs.append(own_run(parts, stream, saves))
    plan.said.append((author, stream, f"{ruling.verdict} {found.number}"))
    plan.notices.append(_outcome(parts, stream, ruling, read))


def _accept(
    parts: HubParts,
    stream: StreamId,
    ruling: _Ruling,
    found: StoredCommit,
    bodies: Sequence[bytes | None],
    plan: Plan,
) -> str:
    read = read_all(bodies)
    trouble = not_here(stream, read)
    if trouble:
        return trouble
    if any(ruling.by in _judged(parts, stream, body) for body in read):
        return "own"
    rows = rows_of(parts, found, bodies)
    known = parts.store.entities(stream, [row.entity for row in rows])
    if any(not is_free(row, known.get(row.entity)) for row in rows):
        return "identity"
    plan.entities += rows
    plan.blobs += released_blobs(parts, stream, found, bodies)
    return ""


def _judged(parts: HubParts, stream: StreamId, body: Body) -> set[StaffId]:
    """Return on whose work a review, or a ruling, speaks: they are not to let it count either."""
    inner = _read(body, StaffId("")) if body.kind == RULING.name else None
    if inner is not None:
        return {author_of(parts, inner.commit)}
    writer, entities = reviewed(body)
    row = parts.store.writer(writer) if writer else None
    its = {one.staff for one in parts.store.entities(stream, entities).values()} if entities else set()
    return its if row is None else its | {row.staff}


def _forward(parts: HubParts, stream: StreamId, ruling: _Ruling, bodies: Sequence[Body], plan: Plan) -> str:
    """Plan what goes to another team; each kind only where it may lie."""
    to = ruling.to
    if to is None or to not in parts.store.teams():
        return "unknown_team"
    if not bodies:
        return "erased"
    placed = [(body, _place(body, to)) for body in bodies]
    if any(place is None for _, place in placed):
        return "misplaced"
    for target in dict.fromkeys(place for _, place in placed):
        if target is None or target == stream:
            return "same_team"
        its = [body for body, place in placed if place == target]
        known = parts.store.entities(target, [body.entity for body in its])
        if any(not _fits(body, known) for body in its):
            return "identity"
        left = not_copied(parts, stream, target, ruling.commit, its)
        carry_bodies(parts, stream, target, ruling.commit, left, plan)
    return ""


def _fits(body: Body, known: Mapping[EntityId, EntityRow]) -> bool:
    row = known.get(body.entity)
    subject = None if body.subject is None else erasure_mark(body.subject)
    return row is None or (row.kind, row.subject) == (body.kind, subject)


def _place(body: Body, to: TeamId) -> StreamId | None:
    """Return where a body may lie in a team's streams: only what somebody who meets people may write at all."""
    spec = kind(body.kind)
    if spec is None or spec.hub_only or body.kind == RULING.name:
        return None
    if not any(may(role, body.kind, (), own=True, action=Action.CREATE) for role in WORKERS):
        return None
    if spec.has_subject and (body.subject is None or (body.kind == "person" and body.subject != body.entity)):
        return None
    return next((one for one in (team_stream(to), special_stream(to)) if lies_in(spec, one)), None)


def _found(parts: HubParts, stream: StreamId, one: CommitId) -> StoredCommit | None:
    found = parts.store.commit(stream, one.writer, one.n)
    return found if found is not None and found.hash[: len(one.mark)] == one.mark else None


def _trouble(parts: HubParts, stream: StreamId, ruling: _Ruling, found: StoredCommit | None) -> str:
    """Return why a ruling is not obeyed, as a code word, or an empty text."""
    if found is None:
        return "unknown_commit"
    if found.standing is not Standing.QUARANTINED:
        return "decided"
    if ruling.by in _authors(parts, found):
        return "own"
    now = parts.clock()
    grants = parts.store.grants(ruling.by)
    held = [row for row in parts.store.writers() if row.staff == ruling.by]
    if not held or not may_rule(Rights.of(held[0], grants, now), stream):
        return "not_yours"
    return ""


def _authors(parts: HubParts, found: StoredCommit) -> set[StaffId]:
    """Return whose a held-back commit is; of one that the hub said for somebody, whose words it has."""
    row = parts.store.writer(found.writer)
    if row is not None and row.staff:
        return {row.staff}
    said = read_all(open_bodies(parts, [found])[0])
    return {author_of(parts, body.origin) for body in said if body.origin is not None}


def _stands(found: StoredCommit | None) -> What:
    if found is None or found.standing is Standing.QUARANTINED:
        return What.HELD
    return What.REFUSED if found.standing is Standing.REFUSED else What.RELEASED


def _not_obeyed(staff: StaffId, stream: StreamId, one: CommitId, what: What, reason: str) -> Notice:
    return Notice(staff, what, commit=one, stream=stream, kind=RULING.name, reason=reason)


def _outcome(parts: HubParts, stream: StreamId, ruling: _Ruling, bodies: Sequence[Body]) -> Notice:
    outcomes = {Verdict.ACCEPT: What.RELEASED, Verdict.FORWARD: What.FORWARDED}
    return Notice(
        author_of(parts, ruling.commit),
        outcomes.get(Verdict(ruling.verdict), What.REFUSED),
        commit=ruling.commit,
        stream=stream,
        kind=bodies[0].kind if bodies else "",
        comment=ruling.comment,
        by=ruling.by,
        team=ruling.to if ruling.verdict == Verdict.FORWARD else None,
        about=next((body.subject for body in bodies if body.subject is not None), None),
    )


def _read(body: Body, by: StaffId) -> _Ruling | None:
    said = body.fields.get(RULING.name)
    value = None if said is None else said.value
    if not isinstance(value, dict) or value.get("verdict") not in [
        *Verdict
    ]:  # a list: the value may be unhashable
        return None
    one, to, comment = value.get("commit"), value.get("to"), value.get("comment")
    if not isinstance(one, list) or len(one) != len(CommitId._fields):
        return None
    writer, n, mark = one
    if not (isinstance(writer, bytes) and len(writer) == ID_BYTES and isinstance(mark, bytes) and mark):
        return None
    if not isinstance(n, int) or isinstance(n, bool) or not 1 <= n <= 2**53:
        return None
    team = TeamId(to) if isinstance(to, str) else None
    return _Ruling(
        CommitId(*one), str(value["verdict"]), team, comment if isinstance(comment, str) else "", by
    )
