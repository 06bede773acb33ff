# SPDX-License-Identifier: MIT
"""Parts of a snapshot follow one another, and nothing else passes for one."""

import pytest
from log_keys import HUB, KEY, OTHER_HUB, OTHER_KEY, STREAM
from log_snapshot import base_at, load, snapshot_of
from log_world import World, commit_id

from sync.log.codec import encode
from sync.log.errors import BadSignature, ChainBroken, LimitExceeded, LogError, Malformed, TooNew
from sync.log.snapshot import (
    MAX_PART_BYTES,
    Place,
    SnapshotContents,
    cut_snapshot,
    read_part,
    sign_part,
)
from sync.records.ids import WriterId

WORLD = World().play([(0, who, who, value) for who in range(3) for value in range(6)])
PARTS = snapshot_of(WORLD.made, part_bytes=200)


def _read(payload: bytes, after: Place | None = None) -> Place:
    signature = sign_part(payload, key=KEY, hub=HUB)
    return read_part(payload, signature, hub=HUB, public=KEY.public, after=after)[1]


def test_every_part_is_a_resume_point() -> None:
    place = None
    for number, payload in enumerate(PARTS):
        place = _read(payload, place)
        assert (place.part, place.parts, place.base) == (number, len(PARTS), base_at(WORLD.made))
        assert place.complete == (number == len(PARTS) - 1)
    assert len(PARTS) > 3


def test_an_empty_stream_has_a_snapshot_of_one_part() -> None:
    replica, place = load(snapshot_of([], part_bytes=200))
    assert place.complete
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
    for payload, after in ((PARTS[1], None), (PARTS[0], first), (PARTS[2], first), (other[1], first)):
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
SHAPE: list[object] = [1, BASE, 0, 1, bytes(32), [], [], [], [], []]


def _part(at: int, value: object) -> bytes:
    return encode([*SHAPE[:at], value, *SHAPE[at + 1 :]])


@pytest.mark.parametrize(
    ("payload", "error"),
    [
        (_part(0, 2), TooNew),
        (_part(0, 0), Malformed),
        (_part(2, 1), Malformed),
        (_part(1, [STREAM, -1, 1, b"r" * 32]), Malformed),
        (_part(1, [STREAM, 1, 1, b"r"]), Malformed),
        (_part(1, ["", 1, 1, b"r" * 32]), Malformed),
        (_part(5, [[b"w" * 16, 0, b"h" * 32]]), Malformed),
        (_part(5, [[b"w" * 16, 1, b"h"]]), Malformed),
        (_part(6, [[b"w" * 16, 0, b""]]), Malformed),
        (_part(6, [[b"w" * 16, 1, b"odd"]]), Malformed),
        (_part(9, [b"x" * MAX_PART_BYTES]), LimitExceeded),
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
