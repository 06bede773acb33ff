# SPDX-License-Identifier: MIT
"""Bundles: opened by those they are sealed to, refused when a byte is wrong, cut or added."""

import hashlib
import os

import msgspec
import pytest
from cryptography.cobblestone import Cobblestone256Encryptor
from fake_hub import HUB, FakeHub
from sync_world import OTHER_TEAM, TEAM, Laptop, laptop

from sync.log.codec import encode
from sync.log.commit import Draft
from sync.log.sealing import ReceivingKey, seal
from sync.log.signing import Purpose
from sync.protocol.bundle import MAGIC, MAX_BYTES, BundleHeader, read_bundle, read_header, write_bundle
from sync.protocol.errors import BundleBroken, BundleNotForMe, BundleOtherHub, BundleRefused, BundleTooNew
from sync.protocol.journal import Segment
from sync.protocol.messages import CheckpointFrame
from sync.records.ids import EntityId, HubId

MINE = ReceivingKey.generate()
HUBS = ReceivingKey.generate()
CHECKPOINT = CheckpointFrame(b"checkpoint", b"signature")


def _segment(one: Laptop) -> Segment:
    segment = one.journal.unsent(max_commits=10_000, max_bytes=10**9)
    assert segment is not None
    return segment


def _writer() -> Laptop:
    one = laptop(FakeHub(), 1)
    one.write(1, age="u30")
    one.write(2, age="55_64")
    return one


def _bundle(one: Laptop, *segments: Segment) -> bytes:
    return write_bundle(
        segments or (_segment(one),),
        key=one.key,
        hub=HUB,
        receivers=[HUBS.public, MINE.public],
        sequence=3,
        previous=b"p" * 32,
        time_ms=77,
        checkpoints=[CHECKPOINT],
    )


def test_each_receiver_opens_it_and_finds_the_same_runs() -> None:
    one = _writer()
    raw = _bundle(one)
    for key in (MINE, HUBS):
        opened = read_bundle(raw, key=key, hub=HUB)
        assert opened.segments == (_segment(one),)
        assert opened.checkpoints == (CHECKPOINT,)
        assert opened.header.writer == one.key.writer
        assert (opened.header.sequence, opened.header.previous, opened.header.time) == (3, b"p" * 32, 77)


def test_it_says_nothing_of_its_inside_to_others() -> None:
    raw = _bundle(_writer())
    assert read_header(raw, hub=HUB).receivers == [HUBS.key_id, MINE.key_id]
    assert TEAM.encode() not in raw
    with pytest.raises(BundleNotForMe):
        read_bundle(raw, key=ReceivingKey.generate(), hub=HUB)
    with pytest.raises(BundleOtherHub):
        read_bundle(raw, key=MINE, hub=HubId(b"G" * 16))


def test_any_flipped_byte_is_refused() -> None:
    raw = _bundle(_writer())
    for place in range(len(raw)):
        flipped = bytearray(raw)
        flipped[place] ^= 1 << place % 8
        with pytest.raises(BundleRefused):
            read_header(bytes(flipped), hub=HUB)


def test_any_cut_and_anything_added_is_refused() -> None:
    raw = _bundle(_writer())
    for end in range(0, len(raw), 3):
        with pytest.raises(BundleBroken):
            read_header(raw[:end], hub=HUB)
    with pytest.raises(BundleBroken):
        read_header(raw + b"\0", hub=HUB)


def test_a_later_format_is_named() -> None:
    with pytest.raises(BundleTooNew) as refused:
        read_header(MAGIC + b"\x02" + bytes(100), hub=HUB)
    assert refused.value.found == 2


def test_a_bundle_with_nothing_inside_is_still_a_bundle() -> None:
    one = _writer()
    raw = write_bundle([], key=one.key, hub=HUB, receivers=[], sequence=1, previous=b"", time_ms=1)
    assert read_header(raw, hub=HUB).receivers == []


def _signed(one: Laptop, header: BundleHeader, sealed: bytes) -> bytes:
    """A bundle whose writer signs whatever it says."""
    sealed_header = msgspec.structs.replace(header, digest=hashlib.sha256(sealed).digest())
    raw = encode(sealed_header)
    unsigned = MAGIC + b"\x01" + len(raw).to_bytes(4, "big") + raw + sealed
    return unsigned + one.key.sign(Purpose.BUNDLE, header.hub, unsigned)


def test_a_writer_who_signs_nonsense_is_refused_all_the_same() -> None:
    one = _writer()
    raw = _bundle(one)
    header = read_header(raw, hub=HUB)
    sealed = raw[-64 - header.length - sum(header.boxes) : -64]
    assert read_bundle(_signed(one, header, sealed), key=MINE, hub=HUB).header.writer == one.key.writer
    with pytest.raises(BundleBroken):
        read_header(_signed(one, msgspec.structs.replace(header, receivers=[]), sealed), hub=HUB)
    with pytest.raises(BundleBroken):
        read_header(_signed(one, msgspec.structs.replace(header, length=-1), sealed), hub=HUB)
    swapped = msgspec.structs.replace(header, receivers=header.receivers[::-1])
    with pytest.raises(BundleBroken):
        read_bundle(_signed(one, swapped, sealed), key=MINE, hub=HUB)
    spoiled = sealed[:-1] + bytes([sealed[-1] ^ 1])
    with pytest.raises(BundleBroken):
        read_bundle(_signed(one, header, spoiled), key=MINE, hub=HUB)


@pytest.mark.parametrize("plain", [b"\0\0\0\x09short", b"\0\0\0\x05wrong", b"\0"])
def test_a_body_that_holds_no_frames_is_refused(plain: bytes) -> None:
    one = _writer()
    file_key = Cobblestone256Encryptor.generate_key()
    context = b"kenttakirja/bundle/1" + HUB + one.key.public + b"i" * 16
    encryptor = Cobblestone256Encryptor(file_key, context)
    body = encryptor.update(plain) + encryptor.finalize()
    box = seal(MINE.public, file_key, label="bundle")
    header = BundleHeader(
        b"i" * 16, HUB, one.key.public, 1, b"", 1, [MINE.key_id], [len(box)], len(body), b""
    )
    with pytest.raises(BundleBroken):
        read_bundle(_signed(one, header, box + body), key=MINE, hub=HUB)


def test_what_is_larger_than_a_bundle_may_be_is_not_read() -> None:
    with pytest.raises(BundleBroken):
        read_header(bytes(MAX_BYTES + 1), hub=HUB)


def test_long_runs_and_long_texts_are_cut_into_frames_that_join_again() -> None:
    one = laptop(FakeHub(), 1)
    for entity in range(1, 200):
        one.journal.save(
            TEAM, [Draft("visit", EntityId(entity.to_bytes(16, "big")), None, 1, {"a": (1, ())})]
        )
    for entity in range(1, 6):
        draft = Draft(
            "note", EntityId(entity.to_bytes(16, "big")), None, 1, {"text": (os.urandom(90_000), ())}
        )
        one.journal.save(OTHER_TEAM, [draft])
    first = _segment(one)
    one.journal.acknowledged[first.stream, first.writer] = len(first.commits)
    second = _segment(one)
    opened = read_bundle(_bundle(one, first, second), key=MINE, hub=HUB)
    for whole in (first, second):
        pieces = [piece for piece in opened.segments if piece.stream == whole.stream]
        assert len(pieces) > 1
        assert tuple(commit for piece in pieces for commit in piece.commits) == whole.commits
        assert pieces[0].prev == whole.prev
        assert pieces[1].prev == pieces[0].commits[-1].hash
        assert pieces[1].first == len(pieces[0].commits) + 1
