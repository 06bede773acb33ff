# SPDX-License-Identifier: MIT
"""States that were asked for again prove themselves, and are never taken for a snapshot, nor a snapshot for them."""

import msgspec
import pytest
from log_keys import HUB, KEY, OTHER_HUB, OTHER_KEY
from log_snapshot import base_at, snapshot_of
from log_world import World

from sync.log.codec import encode
from sync.log.errors import BadSignature, LogError, Malformed, TooNew
from sync.log.picked import PICKED_VERSION, WORD, Picked, pick, read_picked, sign_picked
from sync.log.snapshot import SnapshotPart, read_part, sign_part
from sync.log.state import EntityState, encode_state
from sync.records.ids import EntityId

WORLD = World().play([(0, who, who, value) for who in range(3) for value in range(6)])
BASE = base_at(WORLD.made)
STATES = [EntityState(EntityId(bytes([at]) * 16), "visit", None, 1, {}) for at in range(1, 4)]
RAW = [encode_state(state) for state in STATES]
GONE = EntityId(b"\xff" * 16)


def _read(payload: bytes) -> Picked:
    return read_picked(payload, sign_picked(payload, key=KEY, hub=HUB), hub=HUB, public=KEY.public)[0]


def test_what_was_picked_is_read_back() -> None:
    payload = pick(BASE, RAW, [GONE])
    signature = sign_picked(payload, key=KEY, hub=HUB)
    picked, states = read_picked(payload, signature, hub=HUB, public=KEY.public)
    assert (picked.base, picked.entities, picked.gone) == (BASE, RAW, [GONE])
    assert list(states) == STATES


def test_only_the_hub_of_this_notebook_is_believed() -> None:
    payload = pick(BASE, RAW, [])
    for key, hub in ((OTHER_KEY, HUB), (KEY, OTHER_HUB)):
        with pytest.raises(BadSignature):
            read_picked(payload, sign_picked(payload, key=key, hub=hub), hub=HUB, public=KEY.public)


def test_neither_passes_for_the_other_though_both_are_signed_alike() -> None:
    payload = pick(BASE, RAW, [])
    with pytest.raises(Malformed):
        read_part(payload, sign_part(payload, key=KEY, hub=HUB), hub=HUB, public=KEY.public, after=None)
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(payload, type=SnapshotPart)
    for part in snapshot_of(WORLD.made, part_bytes=200):
        with pytest.raises(Malformed):
            _read(part)


@pytest.mark.parametrize(
    "spoilt",
    [
        Picked("else", PICKED_VERSION, BASE, RAW, []),
        Picked(WORD, 0, BASE, RAW, []),
        Picked(WORD, PICKED_VERSION, BASE, RAW[::-1], []),
        Picked(WORD, PICKED_VERSION, BASE, [RAW[0], RAW[0]], []),
        Picked(WORD, PICKED_VERSION, BASE, RAW, [STATES[0].entity]),
        Picked(WORD, PICKED_VERSION, BASE, RAW, [GONE, GONE]),
        Picked(WORD, PICKED_VERSION, BASE, RAW, [EntityId(b"short")]),
        Picked(WORD, PICKED_VERSION, BASE, [b"\xc1"], []),
        Picked(WORD, PICKED_VERSION, msgspec.structs.replace(BASE, running=b"x"), RAW, []),
        Picked(WORD, PICKED_VERSION, msgspec.structs.replace(BASE, number=-1), RAW, []),
    ],
)
def test_what_can_not_be_is_refused(spoilt: Picked) -> None:
    with pytest.raises(LogError):
        _read(encode(spoilt))


def test_a_newer_form_is_refused_in_words() -> None:
    with pytest.raises(TooNew):
        _read(encode(Picked(WORD, PICKED_VERSION + 1, BASE, RAW, [])))
