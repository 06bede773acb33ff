# SPDX-License-Identifier: MIT
"""Asking the centre for what was written about somebody before this notebook's own history begins."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from desktop.notebook.cards import cards_of
from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.people import FetchPast
from desktop.notebook.server import Handler
from desktop.store.beginnings import streams_about, told_to_forget
from desktop.store.views import FieldChange, WriteStanding, WriteView
from sync.log.commit import MARK_BYTES, Body, CommitId, read_bodies, read_header, verify_signature
from sync.log.errors import LogError
from sync.protocol.holding_hub import HoldingHub
from sync.protocol.past import PastCommit, PastRequest
from sync.records.ids import EntityId, StreamId, WriterId

_REASON: Final = "past"


class PastDesk:
    """Answers ``FetchPast``. ``hub`` is asked in a lane of its own, where nothing else waits behind it."""

    def __init__(self, desk: Desk, *, online: Lane, hub: HoldingHub) -> None:
        self._desk = desk
        self._online = online
        self._hub = hub

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the ask."""
        return {FetchPast: Handler(self.fetch, self._online)}

    def fetch(self, ask: FetchPast) -> Done:
        """Ask for everything about all cards of a person, after logging the look at each.

        Raises NotFound for what is not for these eyes, and the hub's errors; nothing is kept then.
        """
        desk = self._desk
        for card in cards_of(desk, ask.person).ids:
            desk.looked("READ", card, kind="person", reason=_REASON)
            forgotten = told_to_forget(desk.reads)
            keys = {row.writer: row.signing for row in desk.reads.roster.writers()}
            known = [card, *(one.entity for one in desk.reads.entities.about(card))]
            writes: dict[EntityId, list[WriteView]] = {one: [] for one in known}
            for stream in streams_about(desk.reads, card):
                for told in self._told(stream, card):
                    for body, write in self._writes(told, stream, keys):
                        if body.subject == card:
                            writes.setdefault(body.entity, []).append(write)
            desk.past.keep(card, writes, forgotten=forgotten)
        return Done()

    def _told(self, stream: StreamId, person: EntityId) -> Iterator[PastCommit]:
        after, more = 0, True
        while more:
            answer = self._hub.past(PastRequest(stream, person, after))
            yield from answer.commits
            furthest = max((one.number for one in answer.commits), default=0)
            more = answer.more and furthest > after
            after = furthest

    def _writes(
        self, told: PastCommit, stream: StreamId, keys: Mapping[WriterId, bytes]
    ) -> Iterator[tuple[Body, WriteView]]:
        """Yield what one commit wrote; one that is not as its writer signed it is passed over.

        ``keys`` are the roster's. A writer it does not have stands for nobody, so there is nobody to ask for.
        """
        commit = told.commit.value()
        try:
            header = read_header(commit.header)
            bodies = read_bodies(commit, header)
            if header.writer in keys:
                verify_signature(commit, hub=self._desk.store.hub, public=keys[header.writer])
        except LogError:
            return
        if header.stream != stream:
            return
        for body in bodies:
            if body is None:
                continue
            yield (
                body,
                WriteView(
                    id=CommitId(header.writer, header.n, commit.hash[:MARK_BYTES]),
                    author=self._desk.reads.authors.behind(header.writer, body.origin),
                    time=header.time,
                    number=told.number,
                    standing=WriteStanding.EFFECTIVE,
                    changes=tuple(
                        FieldChange(name=name, before=None, after=write.value)
                        for name, write in sorted(body.fields.items())
                    ),
                    here=False,
                ),
            )
