# SPDX-License-Identifier: MIT
"""Carrying what stands, or what was said late, from one stream into another, as the hub's own commits.

Every carried write names as ``origin`` the id it had where its author wrote it, also after several moves. In the new
stream such an id is known to nobody, so naming it covers exactly that write: concurrent stays concurrent there and
what replaced something goes on replacing it (LOG.md §2, rule 3).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sync.hub.at_rest import subject_key
from sync.hub.authoring import fits, own_run, prepare_own
from sync.hub.heard import counted
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all
from sync.hub.store.rows import Append, Prepared, Reason, StoredCommit
from sync.log.codec import encode
from sync.log.commit import MAX_ENTITIES, MAX_FIELDS, SALT_BYTES, Body, CommitId, Draft, FieldWrite
from sync.log.deletion import DELETED, named_in
from sync.log.erasure import restate
from sync.log.fold import Write
from sync.log.state import EntityState, Head
from sync.records.ids import EntityId, StaffId, StreamId, WriterId, new_entity
from sync.records.kinds import kind
from sync.records.transfers import ADOPT, HANDOVER, MOVE, RETRACT

_MOST_BYTES: Final = 192 * 1024
"""Of the drafts in one commit, so that what stands around them fits as well."""
_FAR: Final = 2**53
"""No writer has as many commits in a stream."""
_MOST_ABOUT: Final = 20_000
"""Commits about one person in one stream: more than anybody will ever have."""
_AROUND: Final = 160
"""Bytes of a body around its fields."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One write to be carried; ``erased`` says that its values were erased where it comes from."""

    draft: Draft
    erased: bool = False


def carries(body_kind: str) -> bool:
    """Whether a kind goes with the person: orders and the hub's own words stay where they were said."""
    spec = kind(body_kind)
    return spec is not None and not spec.hub_only and body_kind not in {MOVE.name, HANDOVER.name}


class Source:
    """One stream, read for carrying out of it."""

    def __init__(self, parts: HubParts, stream: StreamId) -> None:
        self.parts = parts
        self.stream = stream
        self._own = parts.own_writers()
        self._commits: dict[tuple[WriterId, int], tuple[StoredCommit, list[Body]] | None] = {}
        self._people: dict[tuple[EntityId, int, bool], list[tuple[CommitId, list[Body]]]] = {}

    def standing(self, states: Iterable[EntityState]) -> list[Carried]:
        """Return what stands in these entities, in the order in which the hub numbered it."""
        found: list[tuple[int, Carried]] = []
        for state in states:
            by_id: dict[CommitId, list[str]] = {}
            heads: dict[CommitId, Head] = {}
            for name, field in state.fields.items():
                for head in field.heads:
                    by_id.setdefault(head.id, []).append(name)
                    heads[head.id] = head
            for one, names in by_id.items():
                found += self._head(state, heads[one], names)
        found.sort(key=lambda pair: pair[0])
        return [carried for _, carried in found]

    def late(self, one: CommitId, body: Body, there: EntityState | None) -> list[Carried]:
        """Return a write that came late, with what it has seen of what is ``there`` now.

        A field that was covered where it was written names itself: it is no head anywhere, and what it saw is covered.
        What it covers of what is held back is named as well: that may come after it, and a restored hub may not know
        any more that this one had counted.
        """
        first = self._first_id(one, body)
        fields = {
            name: (
                self._value(name, said.value),
                self._seen(one, body, name, there)
                | self._held_back(one, body, name)
                | ({first} if self._was_covered(one, body, name) else set()),
            )
            for name, said in body.fields.items()
        }
        return self._copies(body, first, fields, erased=False)

    def bodies(self, writer: WriterId, n: int) -> list[Body]:
        """Return the bodies of a commit of this stream that are still there."""
        found = self._commit(writer, n)
        return [] if found is None else found[1]

    def _head(self, state: EntityState, head: Head, names: Sequence[str]) -> list[tuple[int, Carried]]:
        found = self._commit(head.id.writer, head.id.n)
        bodies = [] if found is None else [one for one in found[1] if one.entity == state.entity]
        number = 0 if found is None else found[0].number
        erased = head.erased or not bodies
        fields: dict[str, tuple[Any, set[CommitId]]] = {}
        for name in names:
            said = None if erased else bodies[0].fields.get(name)
            value = None if said is None else self._value(name, said.value)
            fields[name] = (value, set(state.fields[name].pending))
        origin = head.id
        if head.origin is not None and head.id.writer in self._own:
            origin = head.origin
        written = Body(
            state.entity, {}, state.kind, bytes(SALT_BYTES), state.schema, state.subject, head.origin
        )
        return [(number, one) for one in self._copies(written, origin, fields, erased=erased)]

    def _copies(
        self,
        body: Body,
        origin: CommitId,
        fields: Mapping[str, tuple[Any, set[CommitId]]],
        *,
        erased: bool,
    ) -> list[Carried]:
        """Return the write, and again for the fields that have seen two ids of one writer: one body names one."""
        copies: list[dict[str, tuple[Any, list[CommitId]]]] = [{}]
        for name, (value, seen) in fields.items():
            for place, named in enumerate(_one_a_writer(seen)):
                if place == len(copies):
                    copies.append({})
                copies[place][name] = (value, named)
        return [
            Carried(Draft(body.kind, body.entity, body.subject, body.schema, each, origin), erased)
            for each in copies
        ]

    def _seen(self, one: CommitId, body: Body, name: str, there: EntityState | None) -> set[CommitId]:
        said = body.fields[name]
        named: set[CommitId] = set()
        for seen in said.seen:
            carried = self._carried_through(seen, body, name) if self._is_ours(seen) else None
            named |= {seen} if carried is None else carried
        field = None if there is None else there.fields.get(name)
        for head in field.heads if field is not None else ():
            first = head.origin if head.origin is not None else head.id
            if first != self._first_id(one, body) and self._covers(one, body, said, first):
                named.add(first)
        return named

    def _was_covered(self, one: CommitId, body: Body, name: str) -> bool:
        """Whether some write of this stream covers another that was written here: one that was held back meanwhile.

        Also a write that is held back now, but counted where a lost hub let the person go: it went along.
        """
        found = self._commit(one.writer, one.n)
        if body.subject is None or found is None or self._first_id(one, body) != one:
            return False
        # What had seen a write before it came goes on waiting for it where it was carried to. Only of one that was held
        # back, and so was known here, no trace went along.
        after = found[0].number if found[0].reason is Reason.NONE else 0
        for other, bodies in [*self._about(body.subject, after), *self._counted(body.subject)]:
            for each in bodies:
                said = each.fields.get(name) if each.entity == body.entity and other != one else None
                if said is not None and self._covers(other, each, said, one):
                    return True
        return False

    def _counted(self, person: EntityId) -> list[tuple[CommitId, list[Body]]]:
        """Return what is held back or refused here, and counted where a lost hub said that the person went."""
        if not self.parts.restored:
            return []
        words = [
            (one, each)
            for one, bodies in self._about(person, 0)
            for each in bodies
            if each.kind == RETRACT.name and one.writer in self._own and one.writer != self.parts.me
        ]
        found: list[tuple[CommitId, list[Body]]] = []
        for other, bodies in self._about(person, 0, withheld=True) if words else ():
            stored = self._commit(other.writer, other.n)
            if stored is not None and any(
                counted(self.parts, self.stream, stored[0], word, retract) for word, retract in words
            ):
                found.append((other, bodies))
        return found

    def _held_back(self, one: CommitId, body: Body, name: str) -> set[CommitId]:
        """Return the writes of this stream that a write covers and that do not count here, or not yet."""
        if body.subject is None:
            return set()
        return {
            other
            for other, bodies in self._about(body.subject, 0, withheld=True)
            if other != one
            and other.writer not in self._own
            and any(each.entity == body.entity and name in each.fields for each in bodies)
            and self._covers(one, body, body.fields[name], other)
        }

    def _about(
        self, person: EntityId, after: int, *, withheld: bool = False
    ) -> list[tuple[CommitId, list[Body]]]:
        """Return the effective commits about a person above a number, with what is still there; looked for once.

        With ``withheld`` those that are held back or refused instead.
        """
        place = (person, after, withheld)
        if place not in self._people:
            found = self.parts.store.commits_sealed_under(
                self.stream, subject_key(person), after=after, limit=_MOST_ABOUT, withheld=withheld
            )
            self._people[place] = [
                (CommitId(one.writer, one.n, one.hash[:8]), read_all(raw))
                for one, raw in zip(found, open_bodies(self.parts, found), strict=True)
            ]
        return self._people[place]

    def _covers(self, one: CommitId, body: Body, said: FieldWrite, first: CommitId) -> bool:
        """Whether in this stream a write covers another that was written here (LOG.md §2)."""
        found = self._commit(first.writer, first.n)
        if found is None or found[0].hash[: len(first.mark)] != first.mark:
            return False
        if any(seen.writer == first.writer and first.n <= seen.n and self._known(seen) for seen in said.seen):
            return True
        if body.origin is None and one.writer == first.writer and first.n < one.n:
            return True
        return any(each.entity == body.entity and each.origin in said.seen for each in found[1])

    def _carried_through(self, seen: CommitId, body: Body, name: str) -> set[CommitId]:
        """Return what the hub had carried in here of a field when it wrote the commit that was seen.

        It goes back to where the person was adopted: before that there is nothing of them.
        """
        found: set[CommitId] = set()
        for n in range(seen.n, 0, -1):
            bodies = self.bodies(seen.writer, n)
            for each in bodies:
                if each.entity == body.entity and name in each.fields and each.origin is not None:
                    found.add(each.origin)
            if any(each.kind == ADOPT.name and each.subject == body.subject for each in bodies):
                break
        return found

    def _value(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a field's value
        """Return a value as it is said elsewhere: a deletion names the first ids of what was carried in here."""
        named = set(named_in(value)) if name == DELETED else set()
        if not named:
            return value
        for one in list(named):
            if self._is_ours(one):
                named |= {each.origin for each in self.bodies(one.writer, one.n) if each.origin is not None}
        return [list(one) for one in sorted(named)]

    def _first_id(self, one: CommitId, body: Body) -> CommitId:
        return body.origin if body.origin is not None and one.writer in self._own else one

    def _is_ours(self, one: CommitId) -> bool:
        return one.writer in self._own and self._known(one)

    def _known(self, one: CommitId) -> bool:
        if not 0 < one.n < _FAR:
            return False  # no database holds it
        found = self._commit(one.writer, one.n)
        return found is not None and found[0].hash[: len(one.mark)] == one.mark

    def _commit(self, writer: WriterId, n: int) -> tuple[StoredCommit, list[Body]] | None:
        place = (writer, n)
        if place not in self._commits:
            found = self.parts.store.commit(self.stream, writer, n)
            self._commits[place] = (
                None if found is None else (found, read_all(open_bodies(self.parts, [found])[0]))
            )
        return self._commits[place]


def as_body(one: Carried) -> Body:
    """Return a draft as a body, for what it names."""
    draft = one.draft
    fields = {name: FieldWrite(value, list(seen)) for name, (value, seen) in draft.fields.items()}
    return Body(
        draft.entity, fields, draft.kind, bytes(SALT_BYTES), draft.schema, draft.subject, draft.origin
    )


def carried_run(
    parts: HubParts,
    stream: StreamId,
    first: Sequence[Draft],
    carried: Iterable[Carried],
    *,
    authors: Mapping[EntityId, StaffId],
    before: Callable[[], None] = lambda: None,
) -> Append:
    """Return the append that carries these writes into a stream after the hub's own ``first``.

    ``before`` is called under the stream's lock, when the commits are made. ``authors``: who wrote each entity first.
    """
    saves = [list(save) for save in _saves(parts, stream, carried)]
    drafts = [[one.draft for one in save] for save in saves]

    def make(n: int, prev: bytes) -> list[Prepared]:
        before()
        made = prepare_own(parts, stream, ([list(first)] if first else []) + drafts, n, prev, authors=authors)
        after = made[len(made) - len(drafts) :]
        erased = [
            _restated(parts, CommitId(parts.me, commit.n, commit.hash[:8]), one.draft)
            for commit, save in zip(after, saves, strict=True)
            for one in save
            if one.erased
        ]
        if erased:
            made += prepare_own(parts, stream, [[one] for one in erased], made[-1].n + 1, made[-1].hash)
        return made

    return replace(own_run(parts, stream, ()), make=make)


def _restated(parts: HubParts, one: CommitId, draft: Draft) -> Draft:
    """Return the erasure that says of a carried write what was said of it where it comes from."""
    fields = {name: FieldWrite(None, list(seen)) for name, (_, seen) in draft.fields.items()}
    body = Body(
        draft.entity, fields, draft.kind, bytes(SALT_BYTES), draft.schema, draft.subject, draft.origin
    )
    now = parts.clock()
    said = {"write": (restate(Write(one, body)), ()), "at": (now, ())}
    return Draft("erasure", new_entity(now), draft.subject, 1, said)


def _saves(parts: HubParts, stream: StreamId, carried: Iterable[Carried]) -> Iterator[list[Carried]]:
    """Yield what goes into one commit each: no entity twice, the order of each entity's writes kept."""
    layers: list[list[Carried]] = []
    depth: dict[EntityId, int] = {}
    for one in carried:
        for each in _fitting(parts, stream, one):
            at = depth.get(each.draft.entity, 0)
            depth[each.draft.entity] = at + 1
            if at == len(layers):
                layers.append([])
            layers[at].append(each)
    for layer in layers:
        yield from _chunks(layer)


def _fitting(parts: HubParts, stream: StreamId, one: Carried) -> Iterator[Carried]:
    """Yield a write, in halves where it grows over a commit's limit. One field that is too large is not said."""
    if _size(one.draft) < _MOST_BYTES or fits(parts, stream, [one.draft]):
        yield one
        return
    names = sorted(one.draft.fields)
    if len(names) == 1:
        fields = {name: (None, seen) for name, (_, seen) in one.draft.fields.items()}
        yield Carried(replace(one.draft, fields=fields), erased=True)
        return
    for some in (names[: len(names) // 2], names[len(names) // 2 :]):
        half = replace(one.draft, fields={name: one.draft.fields[name] for name in some})
        yield from _fitting(parts, stream, Carried(half, one.erased))


def _chunks(layer: Sequence[Carried]) -> Iterator[list[Carried]]:
    chunk: list[Carried] = []
    size = fields = 0
    for one in layer:
        its = _size(one.draft)
        full = len(chunk) == MAX_ENTITIES or size + its > _MOST_BYTES
        if chunk and (full or fields + len(one.draft.fields) > MAX_FIELDS):
            yield chunk
            chunk, size, fields = [], 0, 0
        chunk.append(one)
        size, fields = size + its, fields + len(one.draft.fields)
    if chunk:
        yield chunk


def _size(draft: Draft) -> int:
    said = {name: [value, [list(one) for one in seen]] for name, (value, seen) in draft.fields.items()}
    return len(encode(said)) + _AROUND


def _one_a_writer(seen: Iterable[CommitId]) -> list[list[CommitId]]:
    """Return the ids dealt out so that none of the lists names a writer twice; at least one list."""
    dealt: list[list[CommitId]] = [[]]
    for one in sorted(seen):
        place = next(
            (at for at, its in enumerate(dealt) if all(each.writer != one.writer for each in its)), len(dealt)
        )
        if place == len(dealt):
            dealt.append([])
        dealt[place].append(one)
    return dealt
