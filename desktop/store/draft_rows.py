# SPDX-License-Identifier: MIT
"""Which drafts speak of a record: by the place they were typed at, or by an id in them."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from desktop.store.sqlcipher import Connection
from sync.records.ids import ID_BYTES, EntityId, StreamId

_HEX: Final = re.compile(rb"(?=([0-9a-f]{%d}))" % (2 * ID_BYTES))


def drafts_about(connection: Connection, entities: Collection[EntityId]) -> list[str]:
    """Return the names of the drafts that name one of these, in hex or as bytes."""
    found = connection.execute("SELECT name, value FROM drafts").fetchall()
    return [str(name) for name, value in found if not _named(str(name), bytes(value)).isdisjoint(entities)]


def forget_drafts(connection: Connection, stream: StreamId, entities: Iterable[EntityId]) -> None:
    """Drop the drafts about records that leave with a stream, and those typed at a place of that stream."""
    going = set(entities)
    place = re.compile(rf"(?<!\w){re.escape(stream)}(?!\w)")
    kept = connection.execute("SELECT name FROM drafts").fetchall()
    names = {str(name) for (name,) in kept if place.search(name)}
    names.update(drafts_about(connection, going))
    connection.executemany("DELETE FROM drafts WHERE name = ?", [(name,) for name in sorted(names)])


def _named(name: str, value: bytes) -> set[bytes]:
    said = name.encode() + b" " + value
    ids = {bytes.fromhex(one.group(1).decode()) for one in _HEX.finditer(said)}
    return ids | {value[at : at + ID_BYTES] for at in range(len(value) - ID_BYTES + 1)}
