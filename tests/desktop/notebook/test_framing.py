# SPDX-License-Identifier: MIT
"""Framing: messages come whole and in order, however the pipe cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.messages.envelope import LENGTH_BYTES, MAX_MESSAGE
from desktop.notebook.messages.framing import FramingBroken, Unframer, frame


@given(st.lists(st.binary(max_size=40), max_size=8), st.lists(st.integers(1, 9), min_size=1, max_size=60))
def test_messages_come_back_whole_and_in_order_however_they_are_cut(
    messages: list[bytes], cuts: list[int]
) -> None:
    stream = b"".join(frame(one) for one in messages)
    unframer = Unframer()
    found: list[bytes] = []
    at = 0
    for step in [*cuts, len(stream)]:
        found += unframer.feed(stream[at : at + step])
        at += step
    assert found == messages


def test_a_length_that_no_message_has_breaks_the_framing_before_anything_is_kept() -> None:
    with pytest.raises(FramingBroken):
        Unframer().feed((MAX_MESSAGE + 1).to_bytes(LENGTH_BYTES, "big"))
    assert Unframer().feed(MAX_MESSAGE.to_bytes(LENGTH_BYTES, "big")) == []


def test_what_came_before_the_break_is_not_lost_on_the_way_to_it() -> None:
    unframer = Unframer()
    assert unframer.feed(frame(b"whole")) == [b"whole"]
    with pytest.raises(FramingBroken):
        unframer.feed(b"\xff\xff\xff\xff")
