# SPDX-License-Identifier: MIT
"""A file's bytes become JSON, or are refused with the place where they break."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.decoding import decoded
from sync.catalogue.errors import EncodingUnknown, FileRefused, FileTooLarge, JsonBroken, NestedTooDeep

SAID = '{"nimi": "Köysi Ж"}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_utf_8_and_utf_16_are_read_with_a_mark_and_without(encoding: str) -> None:
    assert decoded(SAID.encode(encoding)) == {"nimi": "Köysi Ж"}


def test_another_encoding_is_refused_at_its_first_odd_byte() -> None:
    with pytest.raises(EncodingUnknown) as caught:
        decoded('{"nimi": "Köysi"}'.encode("latin-1"))
    assert caught.value.offset == 11


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"ä": x}', 1, 7),
        ('{\n "a": 1,\n "b": NaN\n}', 3, 7),
        ('{\n "a": -Infinity}', 2, 8),
        ("[1, 2,\n 3", 2, 3),
        ("", 1, 1),
        ("[1] [2]", 1, 6),  # the decoder is one character on
        ('{"a": 1e999}', 1, 13),
    ],
)
def test_broken_json_is_refused_with_line_and_column(text: str, line: int, column: int) -> None:
    with pytest.raises(JsonBroken) as caught:
        decoded(text.encode())
    assert (caught.value.line, caught.value.column) == (line, column)


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(NestedTooDeep):
        decoded(b"[" * 100_000 + b"]" * 100_000)


def test_a_file_larger_than_any_directory_is_refused() -> None:
    with pytest.raises(FileTooLarge) as caught:
        decoded(SAID.encode(), most=10)
    assert (caught.value.size, caught.value.most) == (21, 10)


@given(raw=st.binary(max_size=200) | st.text(alphabet='[]{}":,0e.\\u tru', max_size=60).map(str.encode))
def test_any_bytes_are_json_or_refused(raw: bytes) -> None:
    try:
        value = decoded(raw)
    except FileRefused:
        return  # refused with a typed error, which is all that is asked
    assert decoded(msgspec.json.encode(value)) == value
