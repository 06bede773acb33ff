# SPDX-License-Identifier: MIT
"""Parts of a snapshot follow one another, and nothing else passes for one."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_keys import HUB, KEY, OTHER_HUB, OTHER_KEY, STREAM
from log_snapshot import base_at, load, snapshot_of
from log_world import World, commit_id

from sync.log.codec import encode
from sync.log.errors import BadSignature, ChainBroken, LimitExceeded, LogError, Malformed, TooNew
from sync.log.snapshot import (
    MAX_PART_BYTES,
    Box,
    Place,
    SnapshotContents,
    cut_snapshot,
    decode_place,
    encode_place,
    loading_order,
    read_part,
    sign_part,
)
from sync.records.ids import StaffId, WriterId

WORLD = World().play([(0, who, who, value) for who in range(3) for value in range(6)])
PARTS = snapshot_of(WORLD.made, part_bytes=200)


def _read(payload: bytes, after: Place | None = None) -> Place:
    signature = sign_part(payload, key=KEY, hub=HUB)
    return read_part(payload, signature, hub=HUB, public=KEY.public, after=after)[1]


def _index(parts: list[bytes]) -> Place:
    place: Place | None = None
    while place is None or not place.indexed:
        place = _read(parts[0 if place is None else place.read], place)
    return place


def test_the_index_comes_in_order_and_is_a_resume_point_at_every_part() -> None:
    place: Place | None = None
    while place is None or not place.indexed:
        before = place
        place = decode_place(encode_place(_read(PARTS[0 if place is None else place.read], place)))
        assert (place.read, place.parts, place.base) == (
            (1 if before is None else before.read + 1), len(PARTS), base_at(WORLD.made),
        )  # fmt: skip
    assert place.indexes > 1
    assert len(place.entries) == place.parts - place.indexes > 1


@given(st.randoms(use_true_random=False))
def test_parts_of_states_may_come_in_any_order(dice: Random) -> None:
    place = _index(PARTS)
    order = list(range(place.indexes, place.parts))
    dice.shuffle(order)
    came = 0
    for part in order:
        signature = sign_part(PARTS[part], key=KEY, hub=HUB)
        contents, after = read_part(PARTS[part], signature, hub=HUB, public=KEY.public, after=place)
        assert after == place
        came += len(contents.entities)
    assert came == place.entities == len(load(PARTS)[0].states)


def test_who_is_responsible_loads_their_people_first() -> None:
    me, other = StaffId("s" + "1" * 16), StaffId("s" + "2" * 16)
    boxes = [Box([b"a" * 90], [other]), Box([b"b" * 90], []), Box([b"c" * 90], [other, me])]
    parts = cut_snapshot(base_at([]), SnapshotContents([], [], [], [], [], boxes), part_bytes=100)
    place = _index(parts)
    first = place.indexes
    assert loading_order(place, me) == [first + 2, first, first + 1]
    assert loading_order(place, None) == [first, first + 1, first + 2]


def test_a_small_snapshot_is_one_part() -> None:
    (payload,) = snapshot_of(WORLD.made, part_bytes=1_000_000)
    place = _read(payload)
    assert (place.indexed, place.parts, place.entries) == (True, 1, [])
    assert load([payload])[0].states == load(PARTS)[0].states


def test_an_empty_stream_has_a_snapshot_of_one_part() -> None:
    replica, place = load(snapshot_of([], part_bytes=200))
    assert place.indexed
    assert replica.states == {}


def test_quarantined_and_parked_ids_and_long_runs_of_marks_travel() -> None:
    writer = WriterId(b"w" * 16)
    marks = b"".join(commit_id(writer, n).mark for n in range(1, 20_001))
    one, other = commit_id(writer, 5), commit_id(writer, 6)
    contents = SnapshotContents([], [(writer, marks)], [one], [other], [])
    parts = cut_snapshot(base_at([]), contents)
    part, _ = read_part(
        parts[0], sign_part(parts[0], key=KEY, hub=HUB), hub=HUB, public=KEY.public, after=None
    )
    assert (part.quarantined, part.parked) == ([one], [other])
    assert b"".join(run.marks for run in part.marks) == marks
    assert [run.first for run in part.marks] == [1, 8193, 16385]


def test_a_part_out_of_turn_or_of_another_snapshot_is_refused() -> None:
    other = snapshot_of(WORLD.made[:-1], part_bytes=200)
    first = _read(PARTS[0])
    for payload, after in ((PARTS[1], None), (PARTS[0], first), (PARTS[-1], first), (other[1], first)):
        with pytest.raises(ChainBroken):
            _read(payload, after)


def test_a_part_signed_by_another_key_or_for_another_hub_is_refused() -> None:
    for key, hub in ((OTHER_KEY, HUB), (KEY, OTHER_HUB)):
        signature = sign_part(PARTS[0], key=key, hub=hub)
        with pytest.raises(BadSignature):
            read_part(PARTS[0], signature, hub=HUB, public=KEY.public, after=None)


def test_a_flipped_bit_of_a_part_is_refused() -> None:
    signature = sign_part(PARTS[0], key=KEY, hub=HUB)
    for at in range(len(PARTS[0])):
        changed = bytearray(PARTS[0])
        changed[at] ^= 1 << at % 8
        with pytest.raises(BadSignature):
            read_part(bytes(changed), signature, hub=HUB, public=KEY.public, after=None)


BASE: list[object] = [STREAM, 1, 1, b"r" * 32]
SHAPE: list[object] = [2, BASE, 0, 1, 1, bytes(32), [], [], [], [], [], []]
ENTRY: list[object] = [b"h" * 32, 1, []]


def _part(at: int, value: object) -> bytes:
    return encode([*SHAPE[:at], value, *SHAPE[at + 1 :]])


@pytest.mark.parametrize(
    ("payload", "error"),
    [
        (_part(0, 3), TooNew),
        (_part(0, 1), Malformed),
        (_part(2, 1), Malformed),
        (_part(4, 0), Malformed),
        (_part(4, 2), Malformed),
        (_part(1, [STREAM, -1, 1, b"r" * 32]), Malformed),
        (_part(1, [STREAM, 1, 1, b"r"]), Malformed),
        (_part(1, ["", 1, 1, b"r" * 32]), Malformed),
        (_part(6, [[b"w" * 16, 0, b"h" * 32]]), Malformed),
        (_part(6, [[b"w" * 16, 1, b"h"]]), Malformed),
        (_part(7, [[b"w" * 16, 0, b""]]), Malformed),
        (_part(7, [[b"w" * 16, 1, b"odd"]]), Malformed),
        (_part(10, [ENTRY]), Malformed),
        (_part(10, [[b"h", 1, []]]), Malformed),
        (_part(10, [[b"h" * 32, -1, []]]), Malformed),
        (encode([2, BASE, 0, 2, 1, bytes(32), [], [], [], [], [ENTRY], [b"x"]]), Malformed),
        (encode([2, BASE, 1, 2, 1, b"p" * 32, [], [], [], [], [], [b"x"]]), Malformed),
        (encode([2, BASE, 1, 2, 1, bytes(32), [], [], [], [], [ENTRY], [b"x"]]), Malformed),
        (_part(11, [b"x" * MAX_PART_BYTES]), LimitExceeded),
    ],
)
def test_what_is_no_part_is_refused_though_signed(payload: bytes, error: type[LogError]) -> None:
    with pytest.raises(error):
        _read(payload)


def test_a_part_of_another_cut_at_the_same_number_is_refused() -> None:
    def cut(parked: int) -> list[bytes]:
        ids = [commit_id(WriterId(b"w" * 16), n) for n in range(parked, parked + 20)]
        return cut_snapshot(base_at([]), SnapshotContents([], [], [], ids, []), part_bytes=200)

    mine, other = cut(1), cut(2)
    assert len(mine) == len(other)
    with pytest.raises(ChainBroken):
        _read(other[1], _read(mine[0]))


def test_states_of_another_cut_at_the_same_number_are_refused() -> None:
    def cut(what: bytes) -> list[bytes]:
        return cut_snapshot(
            base_at([]), SnapshotContents([], [], [], [], [what * 90, what * 91]), part_bytes=100
        )

    mine, other = cut(b"a"), cut(b"b")
    with pytest.raises(ChainBroken):
        _read(other[-1], _index(mine))
