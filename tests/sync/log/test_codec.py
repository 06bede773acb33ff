# SPDX-License-Identifier: MIT
"""A value has one spelling, and what a field may not hold is refused."""

import unicodedata

import msgspec
import pytest

from sync.log.codec import MAX_BYTES, check_value, decode_struct, decode_value, encode
from sync.log.errors import LimitExceeded, Malformed, NotCanonical


def test_a_value_is_read_back_from_its_one_spelling() -> None:
    value = {"b": [1, -1, None, True], "a": "Väinö", "c": b"\x00", "d": {"x": 2**64 - 1, "y": -(2**63)}}
    assert decode_value(encode(value)) == value


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"\xcc\x01", NotCanonical),  # 1 in two bytes
        (b"\x82\xa1b\x01\xa1a\x01", NotCanonical),  # keys not sorted
        (b"\x82\xa1a\x01\xa1a\x01", NotCanonical),  # a key twice
        (encode("a\u0308"), NotCanonical),  # not NFC
        (encode({"a\u0308": 1}), NotCanonical),
        (b"\xcb" + b"\x00" * 8, Malformed),  # a float
        (b"\xd4\x05\x00", Malformed),  # an extension
        (b"\xd6\xff\x00\x00\x00\x00", Malformed),  # a timestamp
        (b"\x81\x01\x01", Malformed),  # a key that is no string
        (b"\xa1\xff", Malformed),  # not UTF-8
        (b"", Malformed),
        (b"\x01\x01", Malformed),  # trailing bytes
        (b"\x91" * 9 + b"\x01", LimitExceeded),
        (b"\x81\xa1a" * 9 + b"\x01", LimitExceeded),
        (b"\x91" * 5000 + b"\x01", Malformed),
        (b"\xc0" * (MAX_BYTES + 1), LimitExceeded),
    ],
)
def test_another_spelling_or_a_forbidden_type_is_refused(raw: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        decode_value(raw)


@pytest.mark.parametrize(
    ("value", "error"),
    [(2**64, LimitExceeded), (-(2**63) - 1, LimitExceeded), ("\ud800", Malformed), (1.5, Malformed)],
)
def test_a_value_that_has_no_spelling_is_refused_before_it_is_written(
    value: object, error: type[Exception]
) -> None:
    with pytest.raises(error):
        check_value([value])


def test_eight_levels_are_allowed() -> None:
    raw = b"\x91" * 8 + b"\x01"
    assert encode(decode_value(raw)) == raw


def test_nfc_text_outside_ascii_is_allowed() -> None:
    check_value(unicodedata.normalize("NFC", "Ääkköset мир عربي"))


class Pair(msgspec.Struct, array_like=True):
    one: int
    other: int


PAIRS = msgspec.msgpack.Decoder(Pair)


def test_a_struct_is_read_from_its_one_spelling() -> None:
    assert decode_struct(encode(Pair(1, 2)), PAIRS) == Pair(1, 2)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"\x93\x01\x02\x03", NotCanonical),
        (b"\x92\xcc\x01\x02", NotCanonical),
        (b"\x92\x01\xa1a", Malformed),
        (b"\x92\x01\x02" + b"\x00" * 9, LimitExceeded),
    ],
)
def test_a_struct_in_other_bytes_is_refused(raw: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        decode_struct(raw, PAIRS, limit=10)
