# SPDX-License-Identifier: MIT
"""Frames: what is packed comes back; what is damaged, too large or meant for another is refused."""

import os

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync.log.codec import encode
from sync.log.sealing import ReceivingKey
from sync.protocol.errors import FrameBroken, FrameTooLarge
from sync.protocol.frame import MAX_SEALED, open_frame, pack, seal_frame, unpack
from sync.protocol.messages import (
    MAX_FRAME_OPEN,
    CheckpointFrame,
    CommitFrame,
    Cursor,
    DropFrame,
    Frame,
    OwnNumberFrame,
    Pulled,
    PullRequest,
    SnapshotFrame,
    WireCommit,
)
from sync.records.ids import StreamId

KEY = ReceivingKey.generate()
QUESTION = PullRequest(epoch=3, cursors=[Cursor(StreamId("city"), 7, b"h" * 32)], own=[], max_bytes=9)

_bytes = st.binary(max_size=40)
_number = st.integers(min_value=0, max_value=2**40)
_stream = st.builds(StreamId, st.text(min_size=1, max_size=20))
_commit = st.builds(WireCommit, _bytes, _bytes, st.lists(st.none() | _bytes, max_size=3))
_frame: st.SearchStrategy[Frame] = st.one_of(
    st.builds(CommitFrame, _stream, _number, _commit, _bytes),
    st.builds(OwnNumberFrame, _stream, _number, _number, _bytes),
    st.builds(CheckpointFrame, _bytes, _bytes),
    st.builds(DropFrame, _stream),
    st.builds(SnapshotFrame, _stream, _number, _number),
)


@given(st.builds(Pulled, _number, _number, st.lists(_frame, max_size=6), st.booleans()))
def test_every_answer_comes_back_as_it_was_packed(answer: Pulled) -> None:
    assert unpack(pack(answer), Pulled) == answer


def test_a_sealed_frame_opens_for_its_receiver_under_its_label_only() -> None:
    sealed = seal_frame(KEY.public, QUESTION, label="pull")
    assert open_frame(KEY, sealed, PullRequest, label="pull") == QUESTION
    with pytest.raises(FrameBroken):
        open_frame(KEY, sealed, PullRequest, label="pull-answer")
    with pytest.raises(FrameBroken):
        open_frame(ReceivingKey.generate(), sealed, PullRequest, label="pull")


def test_any_flipped_byte_or_cut_of_a_sealed_frame_is_refused() -> None:
    sealed = seal_frame(KEY.public, QUESTION, label="pull")
    for place in range(0, len(sealed), 7):
        flipped = bytearray(sealed)
        flipped[place] ^= 0x20
        with pytest.raises(FrameBroken):
            open_frame(KEY, bytes(flipped), PullRequest, label="pull")
        with pytest.raises(FrameBroken):
            open_frame(KEY, sealed[:place], PullRequest, label="pull")


def test_a_field_that_a_newer_sender_added_is_ignored() -> None:
    raw = encode([*msgspec.to_builtins(QUESTION, builtin_types=(bytes,)), "later"])
    assert unpack(zstandard.compress(raw), PullRequest) == QUESTION


@pytest.mark.parametrize(
    "packed",
    [b"", b"<html>sign in</html>", zstandard.compress(b"\xc1"), zstandard.compress(encode([1]))],
    ids=["nothing", "a page", "no msgpack", "another message"],
)
def test_what_is_no_frame_is_refused(packed: bytes) -> None:
    with pytest.raises(FrameBroken):
        unpack(packed, PullRequest)


def test_a_frame_that_unfolds_beyond_the_limit_is_refused_unread() -> None:
    bomb = zstandard.compress(bytes(MAX_FRAME_OPEN + 1))
    assert len(bomb) < 1000
    with pytest.raises(FrameTooLarge):
        unpack(bomb, PullRequest)


def test_a_frame_that_does_not_say_its_size_is_refused() -> None:
    silent = zstandard.ZstdCompressor(write_content_size=False).compress(pack(QUESTION))
    with pytest.raises(FrameBroken):
        unpack(silent, PullRequest)


def test_a_frame_that_unfolds_to_more_than_it_says_is_refused() -> None:
    raw = encode(QUESTION)
    honest = zstandard.compress(raw)
    # single-segment header: magic(4), descriptor, one byte of content size
    lying = honest[:5] + bytes([len(raw) - 1]) + honest[6:]
    with pytest.raises(FrameBroken):
        unpack(lying, PullRequest)


def test_a_frame_that_wants_a_large_window_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=25)
    greedy = zstandard.ZstdCompressor(compression_params=parameters).compressobj(size=MAX_FRAME_OPEN)
    packed = greedy.compress(bytes(MAX_FRAME_OPEN)) + greedy.flush()
    window = zstandard.get_frame_parameters(packed).window_size
    packed_window = bytearray(packed)
    if window <= 8 * 1024 * 1024:  # a single segment: give it a window descriptor by hand
        packed_window = bytearray(
            b"\x28\xb5\x2f\xfd\x80\x78" + MAX_FRAME_OPEN.to_bytes(4, "little") + packed[9:]
        )
    with pytest.raises(FrameTooLarge):
        unpack(bytes(packed_window), PullRequest)


def test_bytes_after_a_frame_are_refused() -> None:
    with pytest.raises(FrameBroken):
        unpack(pack(QUESTION) + b"\0", PullRequest)


def test_what_is_too_large_is_neither_sent_nor_taken() -> None:
    with pytest.raises(FrameTooLarge):
        pack(CheckpointFrame(os.urandom(300_000), b""))
    with pytest.raises(FrameTooLarge):
        pack(CheckpointFrame(bytes(MAX_FRAME_OPEN), b""))
    with pytest.raises(FrameTooLarge):
        unpack(os.urandom(300_000), PullRequest)
    with pytest.raises(FrameTooLarge):
        open_frame(KEY, bytes(MAX_SEALED + 1), PullRequest, label="pull")
