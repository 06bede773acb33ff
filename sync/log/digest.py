# SPDX-License-Identifier: MIT
"""The digest of a stream's heads: XOR of one hash per entity, kept up one entity at a time.

Two that hold the whole stream and only effective commits compare 32 bytes a round; when they differ, the
hashes per entity name the record. It says which commits stand where, not what they say (a commit's id
binds its values), so it can be compared by those who may not read the values.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from sync.log.codec import encode
from sync.log.state import EntityState, StoredState

EMPTY: Final = bytes(32)
"""The digest of a stream without entities."""


def entity_digest(state: EntityState | None) -> bytes:
    """Return SHA-256("kenttakirja/heads/1" ‖ msgpack [entity, [[field, [[writer, n, mark, erased] …]] …]]).

    Fields in order of their names, heads in order of their ids; zero for no entity.
    """
    if state is None:
        return EMPTY
    rows = [
        (name, [(*head.id, head.erased) for head in field.heads])
        for name, field in sorted(state.fields.items())
    ]
    return hashlib.sha256(b"kenttakirja/heads/1" + encode((state.entity, rows))).digest()


def plain_digest(state: StoredState) -> bytes:
    """Return the same of a state of ``decode_plain``: one head stands in every field, so it is spelled once."""
    head = b"\x91" + encode((*state.ids[0], False))
    spelled = head.join(_around_heads(tuple(state.plain)))
    return hashlib.sha256(b"kenttakirja/heads/1\x92" + encode(state.entity) + spelled).digest()


@lru_cache(maxsize=4096)
def _around_heads(names: tuple[str, ...]) -> tuple[bytes, ...]:
    """Return the msgpack of the rows [name, heads], cut where the heads of each stand."""
    length = encode([None] * len(names))[: -len(names) or None]
    rows = [b"\x92" + encode(name) for name in sorted(names)]
    return (length + rows[0], *rows[1:], b"") if rows else (length,)


def digest_change(digest: bytes, before: EntityState | None, after: EntityState | None) -> bytes:
    """Return the stream's digest after one entity went from ``before`` to ``after``."""
    return xor(xor(digest, entity_digest(before)), entity_digest(after))


def stream_digest(states: Iterable[EntityState]) -> bytes:
    """Return the digest of all entities of a stream, from nothing."""
    digest = EMPTY
    for state in states:
        digest = xor(digest, entity_digest(state))
    return digest


def xor(one: bytes, other: bytes) -> bytes:
    """Return the XOR of two 32-byte strings."""
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).to_bytes(32, "big")
