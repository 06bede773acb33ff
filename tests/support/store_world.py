# SPDX-License-Identifier: MIT
"""A made-up notebook on disk, its owner, and colleagues whose commits come in from elsewhere."""

import itertools
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.store.changes import Change, WriterIdentity
from desktop.store.commit_rows import arrived
from desktop.store.intake import Coming
from desktop.store.notebook import NotebookStore, open_notebook
from sync.log.commit import CommitId, Draft, SignedCommit, first_prev, write_commit
from sync.log.signing import SigningKey
from sync.records.ids import EntityId, HubId, LaptopId, StaffId, StreamId, new_entity

HUB = HubId(b"H" * 16)
TEAM = StreamId("team/t00000000000000aa")
KEY = bytes(range(32))
AUDIT_KEY = b"a" * 32
INDEX_KEY = b"i" * 32
NOON = 1_790_000_000_000
ME = WriterIdentity(
    SigningKey.from_seed(b"m" * 32), StaffId("s00000000000000aa"), LaptopId("l00000000000000aa")
)

_clock = itertools.count(NOON)


def entity() -> EntityId:
    """A fresh id, later than all before it."""
    return new_entity(next(_clock))


def open_here(path: Path, *, create: bool = True, me: WriterIdentity = ME) -> NotebookStore:
    """Open the notebook of the tests at ``path``."""
    return open_notebook(
        path,
        KEY,
        audit_key=AUDIT_KEY,
        index_key=INDEX_KEY,
        me=me,
        hub=HUB,
        create=create,
        allow_temporary=True,
    )


def session(place: str = "Kallion kirjasto", *, at: int = NOON, **fields: object) -> Change:
    """A session that is open at a place."""
    values = {"place": {"point": None, "name": place}, "state": {"status": "open", "at": at}, "starts": at}
    return Change(kind="session", entity=entity(), fields={**values, f"staff/{ME.staff}": True, **fields})


def visit(session: EntityId, *, at: int = NOON, **fields: object) -> Change:
    """A walk-in of one topic."""
    return Change(
        kind="visit", entity=entity(), fields={"session": session, "at": at, "topics/cv": True, **fields}
    )


def person(first: str, last: str, **fields: object) -> Change:
    """A person's minimal card."""
    return Change(kind="person", entity=entity(), fields={"name": {"first": first, "last": last}, **fields})


def note(about: EntityId, text: str, *, at: int = NOON) -> Change:
    """A note about a person."""
    return Change(kind="note", entity=entity(), subject=about, fields={"text": text, "at": at})


def edit(kind: str, entity: EntityId, **fields: object) -> Change:
    """New values for some fields."""
    return Change(kind=kind, entity=entity, fields=fields)


@dataclass
class Colleague:
    """Another writer, who signs and chains commits as their own notebook would."""

    seed: bytes
    stream: StreamId = TEAM
    made: list[SignedCommit] = field(default_factory=list)

    @property
    def key(self) -> SigningKey:
        return SigningKey.from_seed(self.seed * 32)

    def write(
        self, kind: str, entity: EntityId, fields: Mapping[str, object], *,
        seen: Mapping[str, Iterable[CommitId]] | None = None, subject: EntityId | None = None, at: int = NOON,
        origin: CommitId | None = None,
    ) -> SignedCommit:  # fmt: skip
        """Make one commit about one entity; with ``origin`` it carries another writer's."""
        named = seen or {}
        draft = Draft(
            kind,
            entity,
            subject,
            1,
            {name: (value, tuple(named.get(name, ()))) for name, value in fields.items()},
            origin,
        )
        key = self.key
        prev = self.made[-1].hash if self.made else first_prev(HUB, self.stream, key.public)
        commit = write_commit(
            [draft],
            key=key,
            hub=HUB,
            stream=self.stream,
            n=len(self.made) + 1,
            prev=prev,
            time_ms=at,
            app="test",
        )
        self.made.append(commit)
        return commit

    def id(self, n: int) -> CommitId:
        """The id of the n-th commit made."""
        return CommitId(self.key.writer, n, self.made[n - 1].hash[:8])


def take(
    store: NotebookStore,
    commits: Iterable[SignedCommit],
    *,
    stream: StreamId = TEAM,
    first: int | None = None,
) -> int:
    """Let commits come in; numbered from ``first`` on as the hub does, else as a colleague's outbox."""
    coming = [
        Coming(arrived(commit), None if first is None else first + at, sent=first is not None)
        for at, commit in enumerate(commits)
    ]
    with store.writing() as connection:
        intake, _ = store.intake(connection, stream)
        new = intake.take(coming)
        intake.finish()
    return new


def fresh_key() -> bytes:
    """A key that no other test uses."""
    return os.urandom(32)


def identity(seed: int) -> WriterIdentity:
    """A writer whose ids all follow from one small number."""
    name = f"{seed:016x}"
    return WriterIdentity(SigningKey.from_seed(bytes([seed]) * 32), StaffId(f"s{name}"), LaptopId(f"l{name}"))
