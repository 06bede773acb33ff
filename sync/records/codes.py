# SPDX-License-Identifier: MIT
"""Code lists: shipped data with labels in three languages, validity and legal basis, read from a folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from sync.records.errors import CodeFileDamaged

KEYS_FILE: Final = "keys.json"
"""The walk-in panel's keys: in the same folder, but no code list."""

_Shape = TypeVar("_Shape")


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in the three languages of the staff."""

    fi: str
    sv: str
    en: str

    def of(self, language: str) -> str:
        """Return the text in ``fi``, ``sv`` or ``en``; Finnish for any other language."""
        match language:
            case "sv":
                return self.sv
            case "en":
                return self.en
            case _:
                return self.fi


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One row of a list. Dates are ``YYYY-MM-DD``; both ends of the validity are included.

    ``parent`` names a code of a coarser list (district to major district, topic to group).
    ``endonym`` and ``direction`` (``ltr`` or ``rtl``) are a language's; ``lowest`` and ``highest``
    are the years of an age band.
    """

    code: str
    label: Label
    short: Label | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    legal_basis: str | None = None
    source: str | None = None
    parent: str | None = None
    endonym: str | None = None
    direction: str | None = None
    lowest: int | None = None
    highest: int | None = None

    def short_label(self, language: str) -> str:
        """Return the label that fits a chip (12 letters), else the full one."""
        return (self.short or self.label).of(language)

    def valid_on(self, day: str) -> bool:
        """Return whether the row may be chosen on that day; old records keep it afterwards."""
        return (self.valid_from or "") <= day and (self.valid_to is None or day <= self.valid_to)


class CodeList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One list with where it comes from; rows stand in the order they are shown."""

    name: str
    version: str
    source: str
    licence: str
    rows: tuple[Code, ...]

    def get(self, code: str) -> Code | None:
        """Return the row of this code, valid today or not."""
        return next((row for row in self.rows if row.code == code), None)

    def on(self, day: str) -> tuple[Code, ...]:
        """Return the rows that may be chosen on that day (``YYYY-MM-DD``)."""
        return tuple(row for row in self.rows if row.valid_on(day))


class CodeLists(Mapping[str, CodeList]):
    """All lists by name; values, loaded once and passed to whoever shows or checks a code."""

    def __init__(self, lists: Mapping[str, CodeList]) -> None:
        self._lists = dict(lists)
        self._words = {name: frozenset(row.code for row in one.rows) for name, one in lists.items()}

    def __getitem__(self, name: str) -> CodeList:
        return self._lists[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def knows(self, name: str, code: str) -> bool:
        """Return whether the list has this code, whatever the day."""
        return code in self._words.get(name, frozenset())

    def label(self, name: str, code: str, language: str, *, short: bool = False) -> str:
        """Return a code's words; the bare code if a newer version of the list has it and ours does not."""
        one = self._lists.get(name)
        row = one.get(code) if one is not None else None
        if row is None:
            return code
        return row.short_label(language) if short else row.label.of(language)


class KeyStroke(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One key of the walk-in panel: it sets ``code`` of ``field``, or starts ``action``."""

    key: str
    field: str | None = None
    code: str | None = None
    action: str | None = None


class WalkInKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The walk-in panel's keyboard: the same keys in every language, by QWERTY position.

    ``language_keys`` are the digits that follow the key whose action is ``language``.
    """

    version: str
    source: str
    keys: tuple[KeyStroke, ...]
    language_keys: tuple[KeyStroke, ...]


def load_codes(directory: Path) -> CodeLists:
    """Read every list of the folder.

    Raises ``CodeFileDamaged`` for a file that is no list, two rows of one code, or no list at all.
    """
    lists: dict[str, CodeList] = {}
    for path in sorted(directory.glob("*.json")):
        if path.name == KEYS_FILE:
            continue
        one = _decoded(path, CodeList)
        if one.name != path.stem:
            raise CodeFileDamaged(path.name, "name")
        if len({row.code for row in one.rows}) != len(one.rows):
            raise CodeFileDamaged(path.name, "rows")
        lists[one.name] = one
    if not lists:
        raise CodeFileDamaged(directory.name, "no lists")
    return CodeLists(lists)


def load_keys(directory: Path) -> WalkInKeys:
    """Read the walk-in panel's keys; raises ``CodeFileDamaged``."""
    return _decoded(directory / KEYS_FILE, WalkInKeys)


def _decoded(path: Path, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except OSError as error:
        raise CodeFileDamaged(path.name, type(error).__name__) from error
    except msgspec.MsgspecError as error:
        raise CodeFileDamaged(path.name, str(error)) from error
