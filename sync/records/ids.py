# SPDX-License-Identifier: MIT
"""Identifiers: small types for the things that have a name on the wire.

Entities are UUIDv7 (RFC 9562) as 16 raw bytes, so that rows made one after another lie beside each
other on disk. A writer's id is derived from its signing key, so nobody can claim another's.
"""

import hashlib
import secrets
import time
from collections.abc import Callable
from typing import Final, NewType

EntityId = NewType("EntityId", bytes)
"""16 bytes, UUIDv7: a visit, a person, a note …"""
WriterId = NewType("WriterId", bytes)
"""16 bytes derived from the writer's public signing key: one staff member on one laptop."""
StaffId = NewType("StaffId", str)
"""``s`` and 16 hex digits: a member of staff, as the hub's roster names them."""
TeamId = NewType("TeamId", str)
"""``t`` and 16 hex digits: a team or service point."""
LaptopId = NewType("LaptopId", str)
"""``l`` and 16 hex digits: one installation of the notebook."""
HubId = NewType("HubId", bytes)
"""16 random bytes made by ``kenttakirja-hub init``; bound into every signature."""
StreamId = NewType("StreamId", str)
"""The only read boundary: ``city``, ``team/<id>``, ``team/<id>/special``, ``staff/<id>``, ``audit/<id>``."""

ID_BYTES: Final = 16
CITY: Final = StreamId("city")


def writer_id(signing_public_key: bytes) -> WriterId:
    """Return the id of the writer that holds the private half of this 32-byte Ed25519 key."""
    return WriterId(hashlib.sha256(b"kenttakirja/writer/1" + signing_public_key).digest()[:ID_BYTES])


def new_entity(
    now_ms: int | None = None, random_bytes: Callable[[int], bytes] = secrets.token_bytes
) -> EntityId:
    """Return a fresh UUIDv7: 48 bits of milliseconds since 1970, 74 bits of randomness."""
    stamp = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    tail = bytearray(random_bytes(10))
    tail[0] = 0x70 | (tail[0] & 0x0F)
    tail[2] = 0x80 | (tail[2] & 0x3F)
    return EntityId(stamp.to_bytes(6, "big") + bytes(tail))


def derived_entity(parent: EntityId, label: str) -> EntityId:
    """Return the id of the one entity called ``label`` that belongs to ``parent``.

    Two laptops that write a person's situation before they have met write the same entity. It is a
    UUIDv8 (RFC 9562): the first 16 bytes of SHA-256, with the version and variant bits set.
    """
    digest = hashlib.sha256(b"kenttakirja/derived/1\0" + parent + label.encode()).digest()
    tail = bytearray(digest[:ID_BYTES])
    tail[6] = 0x80 | (tail[6] & 0x0F)
    tail[8] = 0x80 | (tail[8] & 0x3F)
    return EntityId(bytes(tail))


def new_staff_id(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> StaffId:
    """Return a fresh staff id; it says nothing about the person."""
    return StaffId("s" + random_bytes(8).hex())


def new_team_id(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> TeamId:
    """Return a fresh team id; the team's name stands in the roster only."""
    return TeamId("t" + random_bytes(8).hex())


def new_laptop_id(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> LaptopId:
    """Return a fresh laptop id."""
    return LaptopId("l" + random_bytes(8).hex())


def team_stream(team: TeamId) -> StreamId:
    """Return the stream of a team's ordinary records."""
    return StreamId(f"team/{team}")


def special_stream(team: TeamId) -> StreamId:
    """Return the stream of a team's special-category records (GDPR article 9), read by coaches only."""
    return StreamId(f"team/{team}/special")


def staff_stream(staff: StaffId) -> StreamId:
    """Return the stream of messages to one member of staff."""
    return StreamId(f"staff/{staff}")


def audit_stream(laptop: LaptopId) -> StreamId:
    """Return the append-only stream of one laptop's audit events, read by the auditor only."""
    return StreamId(f"audit/{laptop}")


def stream_team(stream: StreamId) -> TeamId | None:
    """Return the team that a team stream belongs to, or ``None`` for any other stream."""
    parts = stream.split("/")
    return TeamId(parts[1]) if len(parts) >= 2 and parts[0] == "team" else None  # noqa: PLR2004 - a pair


def beside(stream: StreamId, team: TeamId) -> StreamId:
    """Return the stream of another team that holds what this team's stream holds: ordinary or special."""
    return special_stream(team) if stream.endswith("/special") else team_stream(team)


def roster_entity(name: StaffId | TeamId) -> EntityId:
    """Return the entity that the roster keeps of a staff member or a team.

    A UUIDv8 that holds the letter and the eight bytes of the id, so that ``roster_name`` finds the id again.
    """
    raw = bytes.fromhex(name[1:])
    return EntityId(b"rostr" + name[:1].encode() + b"\x80" + raw[:1] + b"\x80" + raw[1:])


def roster_name(entity: EntityId) -> str:
    """Return the staff or team id that ``roster_entity`` made this entity from."""
    return entity[5:6].decode("ascii") + (entity[7:8] + entity[9:]).hex()
