# SPDX-License-Identifier: MIT
"""The two engines of the hub's store, for the contract that both must keep."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sync.hub.store.contract import HubStore, KeyStore
from sync.hub.store.postgres import open_postgres, open_postgres_keys
from sync.hub.store.rows import Append, Appended, Numbered, Prepared, Reason
from sync.hub.store.sql import SqlStore
from sync.hub.store.sqlite import open_sqlite, open_sqlite_keys
from sync.log.commit import commit_hash
from sync.records.ids import HubId, StreamId, WriterId

HUB = HubId(b"H" * 16)
HUB_WRITER = WriterId(b"\xff" * 16)
EPOCH = 7
STREAM = StreamId("team/t0000000000000001")


@dataclass(frozen=True, slots=True)
class Stores:
    """One engine, opened as often as a test likes (each opening stands for a process)."""

    name: str
    open: Callable[[], SqlStore]
    open_keys: Callable[[], KeyStore]


def sqlite_stores(folder: Path) -> Stores:
    """SQLite files in this folder."""
    return Stores(
        "sqlite",
        lambda: open_sqlite(folder / "hub.sqlite"),
        lambda: open_sqlite_keys(folder / "keys.sqlite"),
    )


def postgres_stores(url: str) -> Stores:
    """A PostgreSQL database."""
    return Stores("postgres", lambda: open_postgres(url), lambda: open_postgres_keys(url))


def begun(stores: Stores) -> SqlStore:
    """A store in use, with one stream."""
    store = stores.open()
    store.begin(HUB, EPOCH)
    open_stream(store)
    return store


def open_stream(store: HubStore, stream: StreamId = STREAM) -> None:
    """Make an empty stream."""
    store.append([run(HUB_WRITER, (), stream=stream, opens=True)])


def writer(number: int) -> WriterId:
    """A writer's id."""
    return WriterId(number.to_bytes(16, "big"))


def chain(who: WriterId, first: int, count: int, *, salt: str = "") -> list[Prepared]:
    """A run of prepared commits; their bytes follow from their names, so a run can be made again."""
    return [
        Prepared(
            n, _hash(who, n - 1, salt), _hash(who, n, salt), _header(who, n, salt), bytes(64), b"\x90",
            Reason.NONE, (),
        )
        for n in range(first, first + count)
    ]  # fmt: skip


def run(
    who: WriterId, commits: Sequence[Prepared], *, stream: StreamId = STREAM, opens: bool = False
) -> Append:
    """An append of these commits."""
    return Append(
        stream=stream, writer=who, commits=commits, received=1, hub_writer=HUB_WRITER,
        follow_up=no_records, opens=opens,
    )  # fmt: skip


def no_records(_n: int, _prev: bytes, _held: Sequence[Numbered]) -> Sequence[Prepared]:
    """The hub writes nothing about what it held back."""
    return ()


def push(store: HubStore, who: WriterId, first: int, count: int, *, salt: str = "") -> Appended:
    """Append one run."""
    return store.append([run(who, chain(who, first, count, salt=salt))])[0]


def _header(who: WriterId, n: int, salt: str) -> bytes:
    return b"header" + who + n.to_bytes(4, "big") + salt.encode()


def _hash(who: WriterId, n: int, salt: str) -> bytes:
    return commit_hash(_header(who, n, salt if n else ""))
