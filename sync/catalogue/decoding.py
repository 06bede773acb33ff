# SPDX-License-Identifier: MIT
"""From a file's bytes to JSON values: which encoding it is, and where it breaks."""

import codecs
import re
from typing import Any, Final

import msgspec

from sync.catalogue.errors import EncodingUnknown, FileTooLarge, JsonBroken, NestedTooDeep

MOST_BYTES: Final = 256 * 1024 * 1024
"""The whole service map of the capital region is about 60 MB."""

_BYTE: Final = re.compile(r"\(byte (\d+)\)")
"""How the decoder names the place, counted in UTF-8 from 0."""


def decoded(raw: bytes, *, most: int = MOST_BYTES) -> Any:  # noqa: ANN401 - any JSON value
    """Return the JSON value of a file of at most so many bytes.

    Raises ``FileTooLarge``, ``EncodingUnknown``, ``JsonBroken`` or ``NestedTooDeep``.
    """
    if len(raw) > most:
        raise FileTooLarge(len(raw), most)
    text = _text_of(raw)
    try:
        return msgspec.json.decode(text)
    except RecursionError as error:
        raise NestedTooDeep from error
    except msgspec.MsgspecError as error:
        raise _broken_at(text, str(error)) from error


def _text_of(raw: bytes) -> str:
    encoding, mark = _encoding_of(raw)
    try:
        return raw[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingUnknown(mark + error.start) from error


def _encoding_of(raw: bytes) -> tuple[str, int]:
    """Return the encoding and the length of the mark before the text (RFC 8259, RFC 4627 §3)."""
    if raw.startswith(codecs.BOM_UTF8):
        return "utf-8", len(codecs.BOM_UTF8)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16-le" if raw.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"), 2
    # JSON begins with an ASCII character: a zero beside it is the other half of a UTF-16 one.
    match [byte == 0 for byte in raw[:2]]:
        case [False, True]:
            return "utf-16-le", 0
        case [True, False]:
            return "utf-16-be", 0
        case _:
            return "utf-8", 0


def _broken_at(text: str, told: str) -> JsonBroken:
    found = _BYTE.search(told)
    # Without a place the text ended too early, or a number or an escape stands for nothing.
    before = text.encode()[: int(found[1])].decode(errors="ignore") if found else text
    line = before.count("\n") + 1
    return JsonBroken(line, len(before) - (before.rfind("\n") + 1) + 1)
