# SPDX-License-Identifier: MIT
"""What the hub holds back and what waits for a newer program: listed, looked at, decided about.

Another's content comes from the hub when it is looked at, and is kept nowhere: it is not effective, and its reader
may be told that they may not have it. An own save is read from this laptop.
"""

from collections.abc import Sequence
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRequired, NotAllowed, NotFound, OwnWork
from desktop.notebook.lanes import Lane
from desktop.notebook.masking import masked_before, masked_value
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.held import (
    GiveRuling,
    Held,
    HeldBody,
    HeldContent,
    HeldField,
    HeldRow,
    ListHeld,
    OpenHeld,
    ParkedRow,
    TeamOption,
)
from desktop.notebook.server import Handler
from desktop.notebook.telling import person_name, told_value
from desktop.store.changes import Change
from desktop.store.transfer_reads import HeldRow as StoredRow
from desktop.store.views import SaveRow, WriteStanding
from sync.log.commit import MARK_BYTES, Body, CommitId, SignedCommit, read_bodies, read_header
from sync.log.errors import LogError
from sync.protocol.holding import HeldRequest
from sync.protocol.holding_hub import HoldingHub
from sync.records.ids import EntityId, StreamId, TeamId, WriterId, special_stream, stream_team
from sync.records.kinds import kind
from sync.records.rights import Role

FORWARD: Final = "forward"
_MOST: Final = 500


class HeldBack:
    """Answers everything about the page of what is held back. ``hub`` is asked in a lane of its own."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane, online: Lane, hub: HoldingHub) -> None:
        """``online`` may wait for the network; nothing else waits behind it."""
        self._desk = desk
        self._reading = reading
        self._writing = writing
        self._online = online
        self._hub = hub

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about what is held back."""
        return {
            ListHeld: Handler(self.list_all, self._reading),
            OpenHeld: Handler(self.open, self._online),
            GiveRuling: Handler(self.rule, self._writing),
        }

    def list_all(self, _ask: ListHeld) -> Held:
        """Return what this person may decide about, what of their own is held back, and what is parked."""
        desk = self._desk
        own = {
            (row.stream, row.id): row for row in desk.reads.sending.quarantined(mine_only=True, most=_MOST)
        }
        rows = []
        for one in desk.reads.transfers.held():
            mine = desk.mine(one.author)
            if mine or self._decides(one.stream):
                rows.append(self._row(one, own.pop((one.stream, one.commit), None), mine=mine))
        rows += [self._own_row(row) for row in own.values()]
        teams = [TeamOption(one.team, one.fi) for one in desk.reads.roster.teams()]
        return Held(
            rows=rows,
            parked=[self._parked(row) for row in desk.reads.sending.parked(most=_MOST)],
            teams=teams,
            deciding=sum(row.can_decide and not row.said for row in rows),
        )

    def deciding(self) -> int:
        """Return how many saves wait for this person's decision; for the badge."""
        desk = self._desk
        return sum(
            not desk.mine(one.author) and one.ruling is None and self._decides(one.stream)
            for one in desk.reads.transfers.held()
        )

    def open(self, ask: OpenHeld) -> HeldContent:
        """Return the content of one, after logging the look; raises NotFound, NotAllowed, and the hub's errors."""
        stream, one = _named(ask.item)
        desk = self._desk
        own = next(
            (row for row in desk.reads.sending.quarantined(mine_only=True, most=_MOST) if row.id == one), None
        )
        if own is not None and own.stream == stream:
            bodies: Sequence[Body | None] = desk.reads.sending.bodies(stream, one)
            received = 0
        else:
            if not self._decides(stream):
                raise NotAllowed(kind="ruling", action="create")
            bodies, received = self._fetched(stream, one)
        for person in dict.fromkeys(_person(body) for body in bodies if body is not None):
            desk.looked("READ", person, kind="person" if person is not None else "commit", reason="held")
        return HeldContent(
            item=ask.item,
            bodies=[self._body(body) for body in bodies if body is not None],
            received=received,
            erased=any(body is None for body in bodies),
        )

    def rule(self, ask: GiveRuling) -> Done:
        """Save a verdict; it does nothing before the hub obeys it.

        Raises OwnWork, NotAllowed, NotFound for what is not held back here, and FieldRequired("to") where it shall be
        passed on to no other team.
        """
        desk = self._desk
        stream, one = _named(ask.item)
        found = next(
            (row for row in desk.reads.transfers.held() if (row.stream, row.commit) == (stream, one)), None
        )
        if found is None:
            raise NotFound(kind="commit")
        if desk.mine(found.author):
            raise OwnWork
        if not self._decides(stream):
            raise NotAllowed(kind="ruling", action="create")
        to = None
        if ask.verdict == FORWARD:
            known = {team.team for team in desk.reads.roster.teams()}
            if ask.to not in known or ask.to == stream_team(stream):
                raise FieldRequired(field="to")
            to = TeamId(ask.to)
        ruling = {
            "commit": [*one], "verdict": ask.verdict, "to": to, "comment": ask.comment.strip(), "at": desk.now(),
        }  # fmt: skip
        change = Change(kind="ruling", entity=desk.new_id(), fields={"ruling": ruling})
        desk.save([(stream, [change])], reason="held")
        return Done()

    # --- parts ---

    def _decides(self, stream: StreamId) -> bool:
        """Whether this person decides about a stream: a supervisor of the team, for special streams a coach."""
        team = stream_team(stream)
        if team is None:
            return False
        wanted = Role.COACH if stream == special_stream(team) else Role.SUPERVISOR
        return any(one.role is wanted and one.team == team for one in self._desk.held())

    def _fetched(self, stream: StreamId, one: CommitId) -> tuple[list[Body | None], int]:
        after, more = 0, True
        while more:
            answer = self._hub.held(HeldRequest([stream], after))
            for held in answer.commits:
                if (held.stream, held.writer, held.n) == (stream, one.writer, one.n):
                    commit = held.commit.value()
                    if commit.hash[:MARK_BYTES] == one.mark:
                        return [*_signed(commit)], held.received
            furthest = max((held.number for held in answer.commits), default=0)
            more = answer.more and furthest > after
            after = furthest
        raise NotFound(kind="commit")

    def _row(self, one: StoredRow, own: SaveRow | None, *, mine: bool) -> HeldRow:
        desk = self._desk
        said = one.ruling or {}
        to = said.get("to")
        return HeldRow(
            item=item_id(one.stream, one.commit),
            at=one.written or one.at,
            by="" if mine else desk.name_of(one.author),
            mine=mine,
            team=desk.team_name(stream_team(one.stream)),
            reason=one.reason,
            kinds=[] if own is None else list(own.kinds),
            can_decide=not mine and self._decides(one.stream),
            refused=own is not None and own.standing is WriteStanding.REFUSED,
            said=str(said.get("verdict") or ""),
            said_team=desk.team_name(TeamId(to)) if isinstance(to, str) and to else "",
        )

    def _own_row(self, row: SaveRow) -> HeldRow:
        """Return an own save that was not accepted, or that the hub has not written a reason for yet."""
        return HeldRow(
            item=item_id(row.stream, row.id), at=row.time, by="", mine=True,
            team=self._desk.team_name(stream_team(row.stream)), reason=row.reason, kinds=list(row.kinds),
            can_decide=False, refused=row.standing is WriteStanding.REFUSED, said="", said_team="",
        )  # fmt: skip

    def _parked(self, row: SaveRow) -> ParkedRow:
        desk = self._desk
        known = all(kind(name) is not None for name in row.kinds)
        return ParkedRow(
            at=row.time,
            by="" if desk.mine(row.author) else desk.name_of(row.author),
            team=desk.team_name(stream_team(row.stream)),
            app=desk.reads.sending.app(row.stream, row.id),
            kinds=list(row.kinds),
            at_hub=known and bool(row.kinds),
        )

    def _body(self, body: Body) -> HeldBody:
        desk = self._desk
        person = _person(body)
        view = None if person is None else desk.reads.entity(person)
        readable = view is not None and view.kind == "person" and desk.may_read("person", view.stream)
        said = {name: field.value for name, field in body.fields.items()}
        hidden = masked_before(view, said) if body.kind == "person" else frozenset[str]()
        return HeldBody(
            kind=body.kind,
            person=person if readable else None,
            name=person_name(view.values) if view is not None and readable else "",
            fields=[
                HeldField(name, masked_value(name, value) if name in hidden else told_value(value))
                for name, value in sorted(said.items())
            ],
        )


def item_id(stream: StreamId, one: CommitId) -> str:
    """Return what names a held commit over the pipe."""
    return f"{one.writer.hex()}.{one.n}.{one.mark.hex()}@{stream}"


def _named(item: str) -> tuple[StreamId, CommitId]:
    dot, _, stream = item.partition("@")
    try:
        writer, n, mark = dot.split(".")
        return StreamId(stream), CommitId(WriterId(bytes.fromhex(writer)), int(n), bytes.fromhex(mark))
    except ValueError:
        raise NotFound(kind="commit") from None


def _person(body: Body) -> EntityId | None:
    return body.entity if body.kind == "person" else body.subject


def _signed(commit: SignedCommit) -> Sequence[Body | None]:
    """Return the bodies that were signed; raises NotFound where the hub gave others."""
    try:
        return read_bodies(commit, read_header(commit.header))
    except LogError:
        raise NotFound(kind="commit") from None
