# SPDX-License-Identifier: MIT
"""Commits come in: own saves, colleagues' bundles, what the hub brings. Each is taken in once.

The hub's orders (quarantine, release, erasure) that come among them take effect here, once they are numbered.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.store import commit_rows
from desktop.store.commit_rows import Arrived, arrived, readable_bodies
from desktop.store.erasing import Erasing
from desktop.store.flags import MARKED, Mark, Standing
from desktop.store.folding import Folding
from desktop.store.moving import Moving, kinds_of_moves
from desktop.store.names import Names
from desktop.store.orphans import forget_said, passed_on
from desktop.store.set_aside import forget_carried, set_aside_from
from desktop.store.sqlcipher import Connection
from sync.failpoints import FailPoint, reached
from sync.log.codec import Value
from sync.log.commit import CommitId, Header, SignedCommit, read_header
from sync.log.erasure import is_erased
from sync.log.errors import ChainForked
from sync.log.fold import Write
from sync.log.state import EntityState
from sync.records.ids import EntityId, WriterId
from sync.records.kinds import kind

_REVIEWED_BY_SAVE = frozenset(
    {"person", "situation", "note", "attendance", "health_flag", "referral", "consent", "attachment", "merge"}
    | {"plan", "plan_step", "encounter", "transition", "skill", "permit"}
)
_OUT = frozenset({Standing.QUARANTINED, Standing.REFUSED})


@dataclass(frozen=True, slots=True)
class _Held:
    hash: bytes
    number: int | None
    standing: Standing
    bodies: bytes


@dataclass(frozen=True, slots=True)
class Coming:
    """A commit with what is known of it: its hub number, and whether the hub has it."""

    commit: Arrived
    number: int | None
    sent: bool


class Intake:
    """Takes commits of one stream in, within the caller's transaction. ``me`` is the notebook's own writer."""

    def __init__(
        self, connection: Connection, names: Names, index_key: bytes, stream: int, *, me: WriterId
    ) -> None:
        self._connection = connection
        self._names = names
        self._stream = stream
        self._me = me
        self._folding = Folding(connection, names, index_key, stream)
        self._erasing = Erasing(connection, names, stream)
        self._moving = Moving(connection, names, stream)
        self._again: set[EntityId] = set()
        self._passing: list[tuple[int, int, int]] = []
        """Own commits that come as numbers in this batch and have not been passed yet, in their order."""

    def take(self, coming: Sequence[Coming], own: Iterable[tuple[int, int, int]] = ()) -> int:
        """Store and fold what is new, note numbers of what is here; return how many commits were new.

        ``own`` are (writer key, n, number) of commits that are here and come as their number only, in the same batch:
        where their number stands decides who was in the stream when the hub got them.

        Raises ChainForked when another commit with the same dot is here, unless it is a colleague's that only
        their outbox told of: then the hub's stands, and what was here is set aside.
        """
        self._passing = sorted(own, key=lambda one: one[2])
        new = sum(self._take_run(run, coming) for run in _runs(coming))
        self._pass(None)
        return new

    def _take_run(self, run: Sequence[Coming], coming: Sequence[Coming]) -> int:
        """Take in what comes between two moves: who is in the stream does not change within it."""
        for one in run[:1]:
            self._pass(one.number)
            for body in kinds_of_moves(one.commit.readable())[0] if one.number is not None else ():
                self._again.update(self._moving.adopt(body, one.number or 0))
                reached(FailPoint.LAPTOP_MOVE_AFTER_ADOPT)
        fresh: list[tuple[Coming, int]] = []
        seen: set[tuple[int, int]] = set()
        for one in run:
            writer = self._names.writer(one.commit.header.writer)
            place = (writer, one.commit.header.n)
            held = self._held(*place)
            if held is not None and self._gives_way(held, one):
                self._set_aside(writer, one.commit.header)
                held = None
            if held is None and place not in seen:
                seen.add(place)
                fresh.append((replace(one, commit=self._allowed(one.commit, sent=one.sent)), writer))
            elif held is not None:
                self._again_here(one, writer, held)
        self._add(fresh)
        self._obey(one for one in run if one.number is not None)
        for one in run[-1:]:
            self._pass(one.number)
            for body in kinds_of_moves(one.commit.readable())[1] if one.number is not None else ():
                came = [each.commit for each in coming if (each.number or 0) <= (one.number or 0)]
                again, self._again = self._again, set()
                self._folding.refold(sorted(again))  # else it would be folded after they went, and stand
                self._moving.retract(body, one.number or 0, self._folding, came, again)
                reached(FailPoint.LAPTOP_MOVE_AFTER_RETRACT)
        return len(fresh)

    def _pass(self, number: int | None) -> None:
        """Let the own commits below a number lose what they say of people who are not in the stream at theirs."""
        while self._passing and (number is None or self._passing[0][2] < number):
            writer, n, _ = self._passing.pop(0)
            self._moving.strip(writer, n)

    def _allowed(self, one: Arrived, *, sent: bool) -> Arrived:
        """Return a commit without what is erased, and without what is about people who went from this stream."""
        if self._erasing.marks:
            one = self._erasing.without_erased(one, sent=sent)
        return self._moving.without_gone(one, sent=sent) if self._moving.anybody else one

    def state(self, entity: EntityId) -> EntityState | None:
        """Return an entity as it stands in this stream; read once, also for the fold that follows."""
        return self._folding.state(entity)

    def is_away(self, entity: EntityId) -> bool:
        """Whether retention put an entity out of this stream: nobody can have seen what they would change."""
        return self._folding.is_away(entity)

    def take_own(self, one: Arrived) -> None:
        """Store and fold the save that this notebook has made a moment ago: nothing like it can be here."""
        writer = self._names.writer(one.header.writer)
        fresh = [(Coming(self._allowed(one, sent=False), number=None, sent=False), writer)]
        self._add(fresh)

    def number(self, numbers: Iterable[tuple[int, int, int]]) -> None:
        """Note hub numbers (writer key, n, number) of commits that are here; they are sent then.

        What they say of people who went stays until the stream has come that far: they may have come back before.
        """
        pairs = list(numbers)
        self._watch_several(pairs)
        self._connection.executemany(
            "UPDATE commits SET number = ?, sent = 1 WHERE stream = ? AND writer = ? AND n = ?",
            [(number, self._stream, writer, n) for writer, n, number in pairs],
        )

    def stand(self, writer: int, n: int, standing: Standing) -> None:
        """Change how a commit stands; its entities are folded again when it leaves or joins the fold."""
        held = self._held(writer, n)
        if held is None or held.standing is standing:
            return
        self._connection.execute(
            "UPDATE commits SET standing = ? WHERE stream = ? AND writer = ? AND n = ?",
            (int(standing), self._stream, writer, n),
        )
        if (held.standing in _OUT) != (standing in _OUT):
            self._again.update(body.entity for body in readable_bodies(held.bodies))

    def refold(self, entities: Iterable[EntityId]) -> None:
        """Fold these again at the end, whatever else happens."""
        self._again.update(entities)

    def finish(self) -> None:
        """Fold again what must be, then write everything."""
        self._folding.refold(sorted(self._again))
        self._again.clear()
        self._folding.write()
        self._erasing.strip_sent()

    def _add(self, fresh: Sequence[tuple[Coming, int]]) -> None:
        commit_rows.insert(
            self._connection,
            [
                commit_rows.row(
                    one.commit, stream=self._stream, writer=writer, number=one.number, sent=one.sent
                )
                for one, writer in fresh
            ],
        )
        self._folding.expect(one.commit.id for one, _ in fresh)
        for one, writer in fresh:
            self._folding.take(one.commit, writer)
        self._forget_said([one.commit for one, _ in fresh])
        self._remember_saves(fresh)

    def _forget_said(self, commits: Sequence[Arrived]) -> None:
        """Drop what was set aside, or kept back, and has come again signed by another."""
        said = [one.bodies for one in commits if any(body is not None and body.origin for body in one.bodies)]
        origins = {
            origin
            for one in commits
            if any(body is not None and (body.origin or body.kind == "erasure") for body in one.bodies)
            for origin in passed_on(self._connection, one.header.writer, one.bodies)
        }
        if said:
            forget_carried(self._connection, self._names, self._stream, said)
        if not origins:
            return
        writers, entities = forget_said(self._connection, self._names, self._stream, origins)
        for writer in writers:
            self._folding.known.forget(writer)
        self._again.update(entities)

    def _gives_way(self, held: _Held, one: Coming) -> bool:
        """Whether the hub has another commit for a dot of which only a colleague's outbox has told so far."""
        if held.hash == one.commit.hash or held.number is not None or one.number is None:
            return False
        return one.commit.header.writer != self._me

    def _set_aside(self, writer: int, header: Header) -> None:
        entities = set_aside_from(self._connection, self._stream, writer, header.n)
        self._folding.known.forget(header.writer)
        self._again.update(entities)

    def _again_here(self, one: Coming, writer: int, held: _Held) -> None:
        """A commit that is here comes again: with a number, with its bodies back, or without them."""
        n = one.commit.header.n
        if held.hash != one.commit.hash:
            raise ChainForked(n)
        if one.number is not None and held.number is None:
            self.number([(writer, n, one.number)])
        elif one.sent:
            self._connection.execute(
                "UPDATE commits SET sent = 1 WHERE stream = ? AND writer = ? AND n = ? AND sent = 0",
                (self._stream, writer, n),
            )
        if one.number is not None:
            self._moving.strip(writer, n)
        if any(body is not None for body in one.commit.commit.bodies):
            if held.standing is Standing.STRIPPED:
                self._restore(writer, n, one.commit.commit.bodies)
        elif one.number is not None and held.standing not in {*_OUT, Standing.STRIPPED}:
            said = readable_bodies(held.bodies)
            if said and all(map(self._moving.covers, said)):
                return  # it went without bodies because the person did, not because somebody must look at it
            self.stand(writer, n, Standing.QUARANTINED)

    def _restore(self, writer: int, n: int, given: Sequence[object]) -> None:
        """Put a commit into the fold with the bodies that are here and those of ``given`` that were signed.

        A given body that is not the one the header names is not kept: the commit stays without it, and the
        stream's digest tells.
        """
        raw_header, signature, column = self._connection.execute(
            "SELECT header, signature, bodies FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (self._stream, writer, n),
        ).fetchone()
        header = read_header(raw_header)
        bodies = list(commit_rows.unpack_bodies(column))
        for place, (raw, digest) in enumerate(zip(given, header.bodies, strict=False)):
            if bodies[place] is None and isinstance(raw, bytes) and hashlib.sha256(raw).digest() == digest:
                bodies[place] = raw
        one = arrived(SignedCommit(raw_header, signature, tuple(bodies)))
        one = self._allowed(one, sent=True)
        self._connection.execute(
            "UPDATE commits SET bodies = ?, standing = ? WHERE stream = ? AND writer = ? AND n = ?",
            (commit_rows.pack_bodies(one.commit.bodies), int(one.standing), self._stream, writer, n),
        )
        self._folding.take(one, writer)
        self._forget_said([one])
        self._remember_saves([(Coming(one, number=None, sent=True), writer)])

    def _held(self, writer: int, n: int) -> _Held | None:
        found = self._connection.execute(
            "SELECT hash, number, standing, bodies FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (self._stream, writer, n),
        ).fetchone()
        return None if found is None else _Held(found[0], found[1], Standing(found[2]), found[3])

    def _watch_several(self, pairs: Iterable[tuple[int, int, int]]) -> None:
        """A number may change which of several heads is shown."""
        several = self._connection.execute(
            f"SELECT 1 FROM entities WHERE stream = ? AND {MARKED} AND flags & ? LIMIT 1",  # noqa: S608 - our words
            (self._stream, int(Mark.SEVERAL)),
        ).fetchone()
        if several is None:
            return
        for writer, n, _ in pairs:
            held = self._held(writer, n)
            if held is not None:
                self._folding.watch(body.entity for body in readable_bodies(held.bodies))

    def _remember_saves(self, fresh: Iterable[tuple[Coming, int]]) -> None:
        """Keep the saves that are reviewed one by one: those about a person."""
        rows = [
            (self._stream, one.commit.header.time, writer, one.commit.header.n)
            for one, writer in fresh
            if any(body.kind in _REVIEWED_BY_SAVE for body in one.commit.readable())
        ]
        if rows:
            self._connection.executemany("INSERT OR IGNORE INTO saves VALUES (?,?,?,?)", rows)

    def _obey(self, numbered: Iterable[Coming]) -> None:
        """Carry out the hub's orders about other commits of this stream, and about whom to forget."""
        for one in numbered:
            for body in one.commit.readable():
                said = {name: field.value for name, field in body.fields.items()}
                if body.kind == "quarantine":
                    self._hold_back(said.get("commit"), Standing.QUARANTINED)
                elif body.kind == "release" and said.get("accepted") is True:
                    self._let_go(said.get("commit"), said.get("bodies"))
                elif body.kind == "release":
                    self._hold_back(said.get("commit"), Standing.REFUSED)
                elif body.kind == "erasure":
                    self._erase(said.get("subject"), said.get("write"))

    def _hold_back(self, commit: object, standing: Standing) -> None:
        """Take a commit out of the fold; one that came without bodies says nothing and stays as it is."""
        found = self._ordered(commit)
        if found is not None:
            writer, n, held = found
            if held.standing is not Standing.STRIPPED or readable_bodies(held.bodies):
                self.stand(writer, n, standing)

    def _let_go(self, commit: object, bodies: object) -> None:
        """Take a released commit into the fold; the order brings the bodies that it had travelled without."""
        given = bodies if isinstance(bodies, list) else []
        found = self._ordered(commit)
        if found is None:
            self._let_go_unheld(_target(commit), given)
        elif found[2].standing in {*_OUT, Standing.STRIPPED}:
            self._restore(found[0], found[1], given)

    def _let_go_unheld(self, target: CommitId | None, given: Sequence[object]) -> None:
        """Fold what a snapshot had left out: its commit is known here by its mark only.

        No header is at hand to hold the bodies against; the hub's signature covers the order that brings them.
        """
        if target is None or self._folding.known.mark(target.writer, target.n) != target.mark:
            return
        whole = commit_rows.pack_bodies([raw for raw in given if isinstance(raw, bytes)])
        for body in readable_bodies(whole):
            if kind(body.kind) is None or self._moving.covers(body):
                continue
            if not is_erased(entity=body.entity, subject=body.subject, marks=self._erasing.marks):
                self._folding.fold_into_base(Write(target, body))

    def _ordered(self, commit: object) -> tuple[int, int, _Held] | None:
        """Return (writer, n, what is held) of the commit that an order names, if that very one is here."""
        target = _target(commit)
        writer = None if target is None else self._names.known_writer(target.writer)
        held = None if target is None or writer is None else self._held(writer, target.n)
        if target is None or writer is None or held is None or not held.hash.startswith(target.mark):
            return None
        return writer, target.n, held

    def _erase(self, subject: object, write: Value) -> None:
        if isinstance(subject, bytes):
            self._erasing.forget_subject(subject, self._folding)
        if isinstance(write, dict):
            self._erasing.restate(write, self._folding)


def _runs(coming: Sequence[Coming]) -> list[list[Coming]]:
    """Return what comes in runs: each begins with who is let in (``adopt``) or ends with who goes (``retract``)."""
    runs: list[list[Coming]] = [[]]
    for one in coming:
        comes, goes = kinds_of_moves(body for body in one.commit.bodies if body is not None)
        if comes and runs[-1]:
            runs.append([])
        runs[-1].append(one)
        if goes:
            runs.append([])
    return [run for run in runs if run]


def _target(value: object) -> CommitId | None:
    match value:
        case [bytes() as writer, int() as n, bytes() as mark]:
            return CommitId(writer, n, mark)  # type: ignore[arg-type]  # only looked up
        case _:
            return None
