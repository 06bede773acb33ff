# SPDX-License-Identifier: MIT
"""Running hash, digest and the checkpoint that signs both."""

import hashlib

import pytest
from log_keys import HUB, KEY, NOW, OTHER_HUB, OTHER_KEY, STREAM
from log_world import ENTITIES, WRITERS, KnownIds, commit_id, make_body

from sync.log.checkpoint import SignedCheckpoint, contradicts, read_checkpoint, sign_checkpoint
from sync.log.codec import encode
from sync.log.digest import EMPTY, digest_change, entity_digest, stream_digest
from sync.log.errors import BadSignature, Malformed, NotCanonical, TooNew
from sync.log.fold import Write, apply
from sync.log.running import running_next, running_over, running_start
from sync.log.signing import Purpose
from sync.records.ids import StreamId


def test_the_running_hash_begins_with_hub_stream_and_epoch() -> None:
    starts = {
        running_start(HUB, STREAM, 1),
        running_start(OTHER_HUB, STREAM, 1),
        running_start(HUB, StreamId("city"), 1),
        running_start(HUB, STREAM, 2),
    }
    assert len(starts) == 4


def test_the_running_hash_goes_one_by_one_or_over_several() -> None:
    start = running_start(HUB, STREAM, 1)
    hashes = [hashlib.sha256(bytes([n])).digest() for n in range(3)]
    one_by_one = start
    for each in hashes:
        one_by_one = running_next(one_by_one, each)
    assert running_over(start, hashes) == one_by_one
    assert running_next(start, hashes[0]) == hashlib.sha256(start + hashes[0]).digest()


def test_the_digest_is_kept_up_one_entity_at_a_time() -> None:
    known = KnownIds()
    first = apply(None, Write(commit_id(WRITERS[0], 1), make_body(ENTITIES[0], {"a": (1, [])})), known)
    second = apply(first, Write(commit_id(WRITERS[1], 1), make_body(ENTITIES[0], {"a": (2, [])})), known)
    other = apply(None, Write(commit_id(WRITERS[1], 2), make_body(ENTITIES[1], {"a": (1, [])})), known)
    digest = digest_change(EMPTY, None, first)
    digest = digest_change(digest, None, other)
    digest = digest_change(digest, first, second)
    assert digest == stream_digest([other, second]) != stream_digest([other, first])
    assert digest_change(stream_digest([second]), second, None) == EMPTY == entity_digest(None)


def test_an_erasure_changes_the_digest() -> None:
    body = make_body(ENTITIES[0], {"a": (None, [])})
    live = apply(None, Write(commit_id(WRITERS[0], 1), body), KnownIds())
    gone = apply(live, Write(commit_id(WRITERS[0], 1), body, erased=True), KnownIds())
    assert entity_digest(live) != entity_digest(gone)


def _signed(number: int = 7, running: bytes = b"r" * 32, digest: bytes = b"d" * 32) -> SignedCheckpoint:
    return sign_checkpoint(
        key=KEY, hub=HUB, stream=STREAM, epoch=NOW, number=number, running=running, digest=digest, time_ms=NOW
    )


def test_a_checkpoint_is_read_back_with_its_hubs_key() -> None:
    checkpoint = read_checkpoint(_signed(), hub=HUB, public=KEY.public)
    assert (checkpoint.stream, checkpoint.number, checkpoint.epoch) == (STREAM, 7, NOW)
    assert (checkpoint.running, checkpoint.digest, checkpoint.time) == (b"r" * 32, b"d" * 32, NOW)


def test_another_key_or_hub_vouches_for_nothing() -> None:
    for hub, public in ((OTHER_HUB, KEY.public), (HUB, OTHER_KEY.public)):
        with pytest.raises(BadSignature):
            read_checkpoint(_signed(), hub=hub, public=public)


def test_a_flipped_bit_of_a_checkpoint_is_refused() -> None:
    signed = _signed()
    for at in range(len(signed.raw)):
        for bit in range(8):
            raw = bytearray(signed.raw)
            raw[at] ^= 1 << bit
            with pytest.raises(BadSignature):
                read_checkpoint(SignedCheckpoint(bytes(raw), signed.signature), hub=HUB, public=KEY.public)


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ([2, "city", 1, 1, b"r" * 32, b"d" * 32, 1], TooNew),
        ([0, "city", 1, 1, b"r" * 32, b"d" * 32, 1], Malformed),
        ([1, "", 1, 1, b"r" * 32, b"d" * 32, 1], Malformed),
        ([1, "city", 1, -1, b"r" * 32, b"d" * 32, 1], Malformed),
        ([1, "city", 1, 1, b"r", b"d" * 32, 1], Malformed),
        ([1, "city", 1, 1, b"r" * 32, b"d" * 32, 1, 1], NotCanonical),
        ([1, "x" * 2000, 1, 1, b"r" * 32, b"d" * 32, 1], Malformed),
    ],
)
def test_what_is_no_checkpoint_is_refused_though_signed(parts: list[object], error: type[Exception]) -> None:
    raw = encode(parts)
    signed = SignedCheckpoint(raw, KEY.sign(Purpose.CHECKPOINT, HUB, raw))
    with pytest.raises(error):
        read_checkpoint(signed, hub=HUB, public=KEY.public)


def test_a_checkpoint_that_is_none_is_not_signed() -> None:
    with pytest.raises(Malformed):
        _signed(number=-1)


def test_two_hashes_for_one_number_contradict_each_other() -> None:
    one, same, other, later = (
        read_checkpoint(signed, hub=HUB, public=KEY.public)
        for signed in (_signed(), _signed(), _signed(running=b"x" * 32), _signed(number=8))
    )
    assert contradicts(one, other)
    assert not contradicts(one, same)
    assert not contradicts(one, later)
