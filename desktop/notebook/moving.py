# SPDX-License-Identifier: MIT
"""Moving a person to another team: asked for here, carried out by the hub, taken back while it has not heard."""

from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRequired, GoneMeanwhile, NotAllowed, NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.held import TeamOption
from desktop.notebook.messages.moving import MoveOffer, MovePerson, OfferMove, TakeBackMove
from desktop.notebook.server import Handler
from desktop.store.changes import Change
from desktop.store.views import EntityView
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId, StreamId, TeamId, stream_team, team_stream
from sync.records.rights import Action, may

_MOVE: Final = "move"


class Moving:
    """Answers what a card asks about moving."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about moving."""
        return {
            OfferMove: Handler(self.offer, self._reading),
            MovePerson: Handler(self.move, self._writing),
            TakeBackMove: Handler(self.take_back, self._writing),
        }

    def offer(self, ask: OfferMove) -> MoveOffer:
        """Return the teams to choose from, and the move that waits; raises NotFound."""
        desk = self._desk
        person = desk.entity(ask.person, "person")
        here = stream_team(person.stream)
        waiting = desk.reads.transfers.waiting_moves(ask.person)
        last = waiting[-1] if waiting else None
        return MoveOffer(
            person=ask.person,
            teams=[TeamOption(one.team, one.fi) for one in desk.reads.roster.teams() if one.team != here],
            may=self._may(person.stream),
            waiting=None if last is None else last.entity,
            waiting_team="" if last is None else desk.team_name(last.to),
            waiting_by="" if last is None or desk.mine(last.by) else desk.name_of(last.by),
            can_take_back=last is not None and last.provisional and desk.mine(last.by),
            heard=last is not None and not last.provisional,
        )

    def move(self, ask: MovePerson) -> Done:
        """Ask the hub to move a person. It does nothing here before the hub has obeyed.

        Raises FieldRequired("to") for no team or the one where the person is, NotAllowed, NotFound, and
        GoneMeanwhile while a move waits already.
        """
        desk = self._desk
        person = desk.entity(ask.person, "person")
        teams = {one.team for one in desk.reads.roster.teams()}
        if ask.to not in teams or ask.to == stream_team(person.stream):
            raise FieldRequired(field="to")
        if not self._may(person.stream):
            raise NotAllowed(kind=_MOVE, action="create")
        if desk.reads.transfers.waiting_moves(ask.person):
            raise GoneMeanwhile(kind=_MOVE)
        fields: dict[str, Any] = {"to": TeamId(ask.to), "at": desk.now()}
        if ask.reason.strip():
            fields["reason"] = ask.reason.strip()
        change = Change(kind=_MOVE, entity=desk.new_id(), fields=fields, subject=ask.person)
        desk.save([(person.stream, [change])], reason="move")
        return Done()

    def take_back(self, ask: TakeBackMove) -> Done:
        """Delete a move that the hub has not heard of; raises GoneMeanwhile when it has, NotFound."""
        desk = self._desk
        move = self._entity(ask.move)
        state = desk.reads.entities.state(ask.move)
        if state is None:
            raise NotFound(kind=_MOVE)
        if not all(head.provisional for head in move.fields["to"].heads):
            raise GoneMeanwhile(kind=_MOVE)
        change = Change(kind=_MOVE, entity=ask.move, fields={"deleted": deletion_value(state)})
        desk.save([(move.stream, [change])])
        return Done()

    def _entity(self, move: EntityId) -> EntityView:
        view = self._desk.entity(move, _MOVE)
        if view.deleted:
            raise NotFound(kind=_MOVE)
        return view

    def _may(self, stream: StreamId) -> bool:
        """Whether a role of the team itself moves people: an order that the city's roles give would be held back."""
        team = stream_team(stream)
        if team is None or stream != team_stream(team):
            return False
        return any(
            may(one, _MOVE, ("to",), own=True, action=Action.CREATE) for one in self._desk.roles_in(stream)
        )
