# SPDX-License-Identifier: MIT
"""The check of values before they are saved: every problem as a value, none of them as words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final

from sync.records.codes import CodeLists
from sync.records.fields import CODE_LENGTH, FieldSpec, FieldType, KindSpec
from sync.records.hetu import is_hetu
from sync.records.ids import ID_BYTES

_CODE_FORM: Final = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,{CODE_LENGTH - 1}}}")
_ID_FORM: Final = re.compile(r"[stl][0-9a-f]{16}")
_LETTER: Final = {FieldType.STAFF: "s", FieldType.TEAM: "t", FieldType.LAPTOP: "l"}
_MARK_BYTES: Final = 8
_HASH_BYTES: Final = 32
_LAST_INSTANT: Final = 253_402_300_799_999
"""The end of the year 9999: a clock may be wrong, but a date has to be printable."""


class Trouble(Enum):
    """What is wrong with one field."""

    UNKNOWN_KIND = auto()
    UNKNOWN_FIELD = auto()
    MISSING = auto()
    WRONG_TYPE = auto()
    TOO_LONG = auto()
    OUT_OF_RANGE = auto()
    UNKNOWN_CODE = auto()
    BAD_DATE = auto()
    BAD_HETU = auto()
    BAD_EMAIL = auto()
    NOT_NORMAL = auto()
    """Text that is not in Unicode's form C; the log refuses it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One trouble with one field, ``name.part`` inside a group; ``limit`` is what was exceeded.

    It never holds the value, so it may be logged.
    """

    trouble: Trouble
    field: str
    limit: int | None = None


def check_against(
    spec: KindSpec,
    fields: Mapping[str, object],
    *,
    new: bool,
    codes: CodeLists | None,
    allow_temporary: bool,
) -> list[Problem]:
    """Return every problem of a save of this kind, in the order of its fields."""
    check = _Check(codes, allow_temporary=allow_temporary)
    problems: list[Problem] = []
    for name, value in fields.items():
        field = spec.field(name)
        if field is None:
            problems.append(Problem(trouble=Trouble.UNKNOWN_FIELD, field=name))
            continue
        problems += check.element(field, name) if field.element else []
        problems += check.value(field, name, value)
    if new:
        for field in spec.fields:
            if field.required and not _present(field, fields):
                problems.append(Problem(trouble=Trouble.MISSING, field=field.name))
    return problems


def _present(field: FieldSpec, fields: Mapping[str, object]) -> bool:
    if field.element:
        return any(name.startswith(f"{field.name}/") and value is True for name, value in fields.items())
    return field.name in fields


class _Check:
    """One check's settings; each method returns the problems it finds."""

    def __init__(self, codes: CodeLists | None, *, allow_temporary: bool) -> None:
        self._codes = codes
        self._allow_temporary = allow_temporary

    def element(self, field: FieldSpec, name: str) -> list[Problem]:
        """Check what stands behind the slash of a set's field."""
        word = name.partition("/")[2]
        if field.codes is not None:
            return self._code(field, name, word)
        return [] if _ID_FORM.fullmatch(word) else [Problem(trouble=Trouble.WRONG_TYPE, field=name)]

    def value(self, field: FieldSpec, name: str, value: object) -> list[Problem]:
        """Check one value; ``None`` empties a field that is not required."""
        if value is None:
            return [Problem(trouble=Trouble.MISSING, field=name)] if field.required else []
        if field.type is FieldType.GROUP:
            return self._group(field, name, value)
        if isinstance(value, str):
            return self._text(field, name, value)
        if field.type in {FieldType.NUMBER, FieldType.INSTANT}:
            return _number(field, name, value)
        return [] if _fits(field, value) else [Problem(trouble=Trouble.WRONG_TYPE, field=name)]

    def _group(self, field: FieldSpec, name: str, value: object) -> list[Problem]:
        if not isinstance(value, Mapping):
            return [Problem(trouble=Trouble.WRONG_TYPE, field=name)]
        parts = {part.name: part for part in field.parts}
        problems = [
            Problem(trouble=Trouble.UNKNOWN_FIELD, field=f"{name}.{key}") for key in value if key not in parts
        ]
        for key, part in parts.items():
            problems += self.value(part, f"{name}.{key}", value.get(key))
        return problems

    def _text(self, field: FieldSpec, name: str, value: str) -> list[Problem]:
        if not unicodedata.is_normalized("NFC", value):
            return [Problem(trouble=Trouble.NOT_NORMAL, field=name)]
        if field.type is FieldType.CODE:
            return self._code(field, name, value)
        if field.type in _LETTER:
            good = _ID_FORM.fullmatch(value) is not None and value[0] == _LETTER[field.type]
            return [] if good else [Problem(trouble=Trouble.WRONG_TYPE, field=name)]
        if field.type is FieldType.DATE:
            return [] if _is_date(value) else [Problem(trouble=Trouble.BAD_DATE, field=name)]
        if field.type is FieldType.HETU:
            good = is_hetu(value, allow_temporary=self._allow_temporary)
            return [] if good else [Problem(trouble=Trouble.BAD_HETU, field=name)]
        return _words(field, name, value)

    def _code(self, field: FieldSpec, name: str, word: str) -> list[Problem]:
        known = _CODE_FORM.fullmatch(word) is not None
        if known and self._codes is not None and field.codes is not None:
            known = self._codes.knows(field.codes, word)
        return [] if known else [Problem(trouble=Trouble.UNKNOWN_CODE, field=name)]


def _words(field: FieldSpec, name: str, value: str) -> list[Problem]:
    if field.type not in {FieldType.TEXT, FieldType.PHONE, FieldType.EMAIL}:
        return [Problem(trouble=Trouble.WRONG_TYPE, field=name)]
    if len(value) > field.max_length:
        return [Problem(trouble=Trouble.TOO_LONG, field=name, limit=field.max_length)]
    if field.type is FieldType.EMAIL and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", value) is None:
        return [Problem(trouble=Trouble.BAD_EMAIL, field=name)]
    if field.required and not value.strip():
        return [Problem(trouble=Trouble.MISSING, field=name)]
    return []


def _number(field: FieldSpec, name: str, value: object) -> list[Problem]:
    if not isinstance(value, int) or isinstance(value, bool):
        return [Problem(trouble=Trouble.WRONG_TYPE, field=name)]
    instant = field.type is FieldType.INSTANT
    lowest, highest = (0, _LAST_INSTANT) if instant else (field.lowest, field.highest)
    if value < lowest:
        return [Problem(trouble=Trouble.OUT_OF_RANGE, field=name, limit=lowest)]
    if value > highest:
        return [Problem(trouble=Trouble.OUT_OF_RANGE, field=name, limit=highest)]
    return []


def _fits(field: FieldSpec, value: object) -> bool:
    match field.type:
        case FieldType.FLAG:
            return isinstance(value, bool)
        case FieldType.ENTITY | FieldType.WRITER:
            return _is_bytes(value, ID_BYTES)
        case FieldType.BYTES:
            return isinstance(value, bytes) and 0 < len(value) <= field.max_length
        case FieldType.MAP:
            return isinstance(value, Mapping) and all(isinstance(key, str) for key in value)
        case FieldType.ROWS:
            return isinstance(value, list | tuple) and all(isinstance(row, Mapping) for row in value)
        case _:
            return _fits_list(field.type, value)


def _fits_list(kind: FieldType, value: object) -> bool:
    """Check the three types that are lists; everything else has been told apart before."""
    if not isinstance(value, list | tuple):
        return False
    match kind, value:
        case FieldType.COMMIT, [writer, n, mark]:
            counted = isinstance(n, int) and not isinstance(n, bool) and n > 0
            return counted and _is_bytes(writer, ID_BYTES) and _is_bytes(mark, _MARK_BYTES)
        case FieldType.COMMITS, [_, *_]:
            return all(_fits_list(FieldType.COMMIT, one) for one in value)
        case FieldType.PAIR, [one, other]:
            return _is_bytes(one, ID_BYTES) and _is_bytes(other, ID_BYTES) and one != other
        case FieldType.PINS, [_, *_]:
            return all(_is_pin(pin) for pin in value)
        case _:
            return False


def _is_pin(pin: object) -> bool:
    match pin:
        case [entity, digest]:
            return _is_bytes(entity, ID_BYTES) and _is_bytes(digest, _HASH_BYTES)
        case _:
            return False


def _is_bytes(value: object, length: int) -> bool:
    return isinstance(value, bytes) and len(value) == length


def _is_date(value: str) -> bool:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value) is None:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
