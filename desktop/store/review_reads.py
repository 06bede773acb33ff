# SPDX-License-Identifier: MIT
"""The review queue: sessions with their walk-ins as one item, saves about people one by one."""

import json
from collections.abc import Iterable
from dataclasses import replace
from heapq import merge
from typing import Final

from desktop.store.authors import Authors
from desktop.store.changes import WriterIdentity
from desktop.store.commit_rows import KnownCommits, readable_bodies
from desktop.store.entity_reads import EntityReads
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from desktop.store.views import ItemKind, ReplyView, ReviewItem, ReviewView, Sending
from sync.log.commit import MARK_BYTES, CommitId
from sync.log.review import Review, entity_hash, review_shown, reviews
from sync.log.shown import Number
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StreamId

_ASKS_AUTHOR: Final = frozenset({"returned", "question"})
_FOREVER: Final = 2**62


class ReviewReads:
    """Reads of what is reviewed; belongs to a reader connection."""

    def __init__(
        self,
        connection: Connection,
        names: Names,
        authors: Authors,
        entities: EntityReads,
        me: WriterIdentity,
    ) -> None:
        self._connection = connection
        self._names = names
        self._authors = authors
        self._entities = entities
        self._me = me

    def queue(
        self,
        stream: StreamId,
        *,
        since: int = 0,
        until: int = _FOREVER,
        open_only: bool = True,
        most: int = 200,
    ) -> tuple[ReviewItem, ...]:
        """Return what a team's stream holds for review in [since, until), the newest first.

        Items of which the reader is an author are left out: nobody reviews their own.
        """
        key = self._names.known_stream(stream)
        if key is None:
            return ()
        items: list[ReviewItem] = []
        for item in merge(
            self._sessions(key, since, until), self._saves(key, since, until), key=lambda one: -one.time
        ):
            if len(items) >= most and item.time < items[-1].time:
                break  # what is older is not shown; of the same moment, the save decides which is
            if any(one.staff == self._me.staff for one in item.authors) or (open_only and not item.open):
                continue
            items.append(item)
        return tuple(sorted(items, key=lambda item: (item.time, item.save), reverse=True)[:most])

    def item(self, save: CommitId, stream: StreamId) -> ReviewItem | None:
        """Return the item of one save, whoever wrote it; a session's is its first save."""
        key = self._names.known_stream(stream)
        writer = self._names.known_writer(save.writer)
        if key is None or writer is None:
            return None
        row = self._connection.execute(
            "SELECT time, bodies FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (key, writer, save.n),
        ).fetchone()
        if row is None:
            return None
        for body in readable_bodies(row[1]):
            if body.kind == "session":
                found = self._session_item(key, body.entity, row[0])
                if found is not None and found.save == save:
                    return found
        return self._save_item(key, writer, save.n, row[0])

    def reviewed(self, save: CommitId, stream: StreamId) -> ReviewItem | None:
        """Return the item of one save if anybody has said something about it: cheap for all others."""
        key = self._names.known_stream(stream)
        said = self._connection.execute(
            "SELECT 1 FROM reviews WHERE stream = ? AND writer = ? AND n = ? LIMIT 1",
            (key, save.writer, save.n),
        ).fetchone()
        return None if said is None else self.item(save, stream)

    def mine_to_answer(self) -> tuple[ReviewItem, ...]:
        """Return what was returned to the notebook's owner or asked of them, and has not changed since."""
        return self._mine(_ASKS_AUTHOR, since=0)

    def mine_approved(self, *, since: int) -> tuple[ReviewItem, ...]:
        """Return what of the notebook's owner was approved at ``since`` or later and has not changed since."""
        return self._mine(frozenset({"approved"}), since=since)

    def _mine(self, verdicts: frozenset[str], *, since: int) -> tuple[ReviewItem, ...]:
        mine = sorted(self._authors.writers_of(self._me.staff))
        rows = self._connection.execute(
            "SELECT DISTINCT r.stream, r.writer, r.n FROM streams AS s CROSS JOIN reviews AS r ON r.stream = s.key"  # noqa: S608 - only marks
            f" WHERE r.writer IN ({','.join('?' * len(mine))})"
            " AND r.at >= ? AND r.verdict IN (SELECT value FROM json_each(?))",
            (*mine, since, json.dumps(sorted(verdicts))),
        ).fetchall()
        found = []
        for stream, writer, n in rows:
            key = self._names.known_writer(writer)
            mark = KnownCommits(self._connection, self._names, stream).mark(writer, n) if key else None
            if mark is None:
                continue
            item = self.item(CommitId(writer, n, mark), self._names.stream_name(stream))
            if item is None or item.open or item.counts is None:
                continue
            if item.counts.verdict in verdicts and item.counts.at >= since:
                found.append(item)
        return tuple(sorted(found, key=lambda item: (item.time, item.save), reverse=True))

    def _sessions(self, stream: int, since: int, until: int) -> Iterable[ReviewItem]:
        rows = self._connection.execute(
            "SELECT entity, starts FROM sessions WHERE stream = ? AND starts >= ? AND starts < ?"
            " ORDER BY starts DESC",
            (stream, since, until),
        ).fetchall()
        for entity, starts in rows:
            item = self._session_item(stream, entity, starts)
            if item is not None:
                yield item

    def _session_item(self, stream: int, session: EntityId, time: int) -> ReviewItem | None:
        first = self._connection.execute(
            "SELECT c.writer, c.n, c.hash FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ? ORDER BY c.number IS NULL, c.number, c.time LIMIT 1",
            (session, stream),
        ).fetchone()
        if first is None:
            return None
        rows = self._connection.execute(
            "SELECT state FROM entities WHERE stream = ? AND entity IN (SELECT ? UNION ALL"
            " SELECT entity FROM visits WHERE session = ? UNION ALL"
            " SELECT entity FROM tallies WHERE session = ? UNION ALL"
            " SELECT entity FROM group_events WHERE session = ?) ORDER BY entity",
            (stream, session, session, session, session),
        ).fetchall()
        save = CommitId(self._names.writer_id(first[0]), first[1], bytes(first[2][:MARK_BYTES]))
        states = [decode_state(raw) for (raw,) in rows]
        return self._build(ItemKind.SESSION, stream, save, states, time=time, session=session)

    def _saves(self, stream: int, since: int, until: int) -> Iterable[ReviewItem]:
        rows = self._connection.execute(
            "SELECT s.writer, s.n, s.time FROM saves AS s JOIN commits AS c"
            " ON c.stream = s.stream AND c.writer = s.writer AND c.n = s.n"
            " WHERE s.stream = ? AND s.time >= ? AND s.time < ? AND c.standing NOT IN (?, ?)"
            " ORDER BY s.time DESC",
            (stream, since, until, int(Standing.QUARANTINED), int(Standing.REFUSED)),
        ).fetchall()
        for writer, n, time in rows:
            item = self._save_item(stream, writer, n, time)
            if item is not None:
                yield item

    def _save_item(self, stream: int, writer: int, n: int, time: int) -> ReviewItem | None:
        row = self._connection.execute(
            "SELECT hash, bodies FROM commits WHERE stream = ? AND writer = ? AND n = ?", (stream, writer, n)
        ).fetchone()
        bodies = readable_bodies(row[1])
        states = []
        for body in bodies:
            found = self._connection.execute(
                "SELECT state FROM entities WHERE entity = ? AND stream = ?", (body.entity, stream)
            ).fetchone()
            if found is not None:
                states.append(decode_state(found[0]))
        if not states:
            return None
        save = CommitId(self._names.writer_id(writer), n, bytes(row[0][:MARK_BYTES]))
        person = next((body.subject for body in bodies if body.subject is not None), None)
        # What was carried here (a move, late work) is the work of whoever wrote it first.
        authors = {save.writer if body.origin is None else body.origin.writer for body in bodies}
        item = self._build(ItemKind.SAVE, stream, save, states, time=time, person=person, authors=authors)
        wrote = {(body.kind, name.partition("/")[0]): None for body in bodies for name in sorted(body.fields)}
        return replace(item, wrote=tuple(wrote))

    def _build(
        self, kind: ItemKind, stream: int, save: CommitId, states: list[EntityState], *,
        time: int, session: EntityId | None = None, person: EntityId | None = None,
        authors: Iterable[bytes] | None = None,
    ) -> ReviewItem:  # fmt: skip
        number = KnownCommits(self._connection, self._names, stream).number
        hashes = {state.entity: entity_hash(state) for state in states}
        given = self._reviews_of(stream, save)
        said = review_shown(save, given, hashes, number)
        writers = authors or {
            head.id.writer for state in states for field in state.fields.values() for head in field.heads
        }
        counts = None if said.counts is None else self._view(said.counts, provisional=False)
        # A walk-in that came after the verdict is in no pin, and still makes the session another one.
        added = said.counts is not None and bool(set(hashes) - {entity for entity, _ in said.counts.said.of})
        everything = [self._view(one, provisional=number(one.id) is None) for one in given]
        return ReviewItem(
            kind=kind,
            stream=self._names.stream_name(stream),
            save=save,
            of=tuple(sorted(hashes.items())),
            session=session,
            person=person,
            time=time,
            authors=tuple(self._authors.of(one) for one in sorted(writers)),  # type: ignore[arg-type]  # writer ids
            sending=self._sending(kind, stream, save, states),
            counts=counts,
            changed=said.changed or added,
            waiting=tuple(self._view(one, provisional=True) for one in said.waiting),
            said=tuple(sorted(everything, key=lambda one: one.at, reverse=True)),
            answers=tuple(answer for one in given for answer in self._answers(one.entity, number)),
        )

    def _sending(self, kind: ItemKind, stream: int, save: CommitId, states: list[EntityState]) -> Sending:
        """Return how an item's own commits stand: of a save about a person, that one save's alone."""
        if kind is ItemKind.SAVE:
            sent, standing = self._connection.execute(
                "SELECT sent, standing FROM commits WHERE stream = ? AND writer = ? AND n = ?",
                (stream, self._names.known_writer(save.writer), save.n),
            ).fetchone()
            return Sending(
                unsent=not sent,
                parked=standing in {Standing.PARKED, Standing.HUB_PARKED},
                quarantined=standing in {Standing.QUARANTINED, Standing.REFUSED},
            )
        sendings = [self._entities.sending(state.entity, stream) for state in states]
        return Sending(
            unsent=any(one.unsent for one in sendings),
            parked=any(one.parked for one in sendings),
            quarantined=any(one.quarantined for one in sendings),
        )

    def _reviews_of(self, stream: int, save: CommitId) -> tuple[Review, ...]:
        rows = self._connection.execute(
            "SELECT e.state FROM reviews AS r JOIN entities AS e ON e.entity = r.entity AND e.stream = r.stream"
            " WHERE r.stream = ? AND r.writer = ? AND r.n = ?",
            (stream, save.writer, save.n),
        ).fetchall()
        return reviews(decode_state(raw) for (raw,) in rows)

    def _view(self, review: Review, *, provisional: bool) -> ReviewView:
        return ReviewView(
            entity=review.entity,
            verdict=review.said.verdict,
            comment=review.said.comment or "",
            at=review.said.at,
            author=self._authors.of(review.id.writer),
            provisional=provisional,
        )

    def _answers(self, review: EntityId, number: Number) -> Iterable[ReplyView]:
        rows = self._connection.execute(
            "SELECT r.at, e.state FROM replies AS r JOIN entities AS e ON e.entity = r.entity"
            " WHERE r.review = ? ORDER BY r.at DESC",
            (review,),
        ).fetchall()
        for at, raw in rows:
            state = decode_state(raw)
            head = state.fields["text"].heads[0]
            yield ReplyView(
                review=review,
                text=value_of(shown_values(state, number), "text", str, ""),
                at=at,
                author=self._authors.of(head.id.writer),
                provisional=number(head.id) is None,
            )
