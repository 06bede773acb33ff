# SPDX-License-Identifier: MIT
"""A value that is found again in every field of every kind, and a look for it in whatever lies on a disk.

The fields come from the kinds' own descriptions, so a new kind or field is looked for by itself.
"""

import base64
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sync.records.fields import FieldSpec, FieldType, KindSpec
from sync.records.kinds import KINDS
from sync.records.search_text import fold

STEM: Final = "Kanärjö"
"""What every text holds: with marks, so that its decomposed and its transliterated spelling differ from it."""
CODE_STEM: Final = "kanarixq"
BYTES_STEM: Final = bytes.fromhex("ca9a51ed00bebada55c1")
ID_STEM: Final = "ca9a51edbe"
PHONE_STEM: Final = "3584055501"
DATE_STEM: Final = "1907-12-1"
HETU: Final = "131052-9030"
CYRILLIC: Final = "Самойленко"

_PLAIN: Final[Mapping[FieldType, Any]] = {
    FieldType.FLAG: True,
    FieldType.NUMBER: 7,
    FieldType.INSTANT: 1_790_000_000_000,
}
"""Too short to be found again, and nobody's secret by themselves."""
_LENGTHS: Final = {FieldType.ENTITY: 16, FieldType.WRITER: 16, FieldType.BYTES: 32}
_IDS: Final = {FieldType.STAFF: "s", FieldType.TEAM: "t", FieldType.LAPTOP: "l"}


@dataclass
class Canaries:
    """Makes values; ``given`` keeps what each field of each kind got that can be looked for."""

    given: dict[str, str | bytes] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def fields(self, spec: KindSpec) -> dict[str, Any]:
        """Return a save of this kind in which no field is left out."""
        fields: dict[str, Any] = {}
        for one in spec.fields:
            if one.name == "deleted":
                continue  # the ids of commits, and it would take the record off the lists
            name = f"{spec.name}.{one.name}"
            if one.element:
                word = self._value(f"{name}/", one if one.codes is None else _code(one))
                fields[f"{one.name}/{word}"] = True
            else:
                fields[one.name] = self._value(name, one)
        return fields

    def _value(self, name: str, spec: FieldSpec) -> Any:  # noqa: ANN401 - whatever the field holds
        if spec.element and spec.codes is None:
            return self._keep(name, f"s{ID_STEM}{next(self._numbers):06x}")
        if spec.type in _PLAIN:
            return (
                max(spec.lowest, min(spec.highest, 7)) if spec.type is FieldType.NUMBER else _PLAIN[spec.type]
            )
        if spec.type in _LENGTHS:
            return self._bytes(name, spec.max_length or _LENGTHS[spec.type])
        makers: dict[FieldType, Callable[[str, FieldSpec], Any]] = {
            FieldType.GROUP: self._group,
            FieldType.MAP: lambda name, _: {"words": self._keep(name, f"{STEM}{next(self._numbers)}")},
            FieldType.ROWS: lambda name, _: [{"code": self._keep(name, f"{CODE_STEM}{next(self._numbers)}")}],
            FieldType.COMMIT: lambda name, _: self._commit(name),
            FieldType.COMMITS: lambda name, _: [self._commit(name)],
            FieldType.PINS: lambda name, _: [[self._bytes(name, 16), self._bytes(f"{name}#", 32)]],
            FieldType.PAIR: lambda name, _: [self._bytes(name, 16), self._bytes(f"{name}#", 16)],
        }
        return makers.get(spec.type, self._text)(name, spec)

    def _group(self, name: str, spec: FieldSpec) -> dict[str, Any]:
        return {part.name: self._value(f"{name}.{part.name}", part) for part in spec.parts}

    def _commit(self, name: str) -> list[Any]:
        return [self._bytes(name, 16), 1, self._bytes(f"{name}#", 8)]

    def _text(self, name: str, spec: FieldSpec) -> str:
        at = next(self._numbers)
        match spec.type:
            case FieldType.CODE:
                return self._keep(name, f"{CODE_STEM}{at}")
            case FieldType.DATE:
                return self._keep(name, f"{DATE_STEM}{at % 10}")
            case FieldType.PHONE:
                return self._keep(name, f"+{PHONE_STEM}{at % 100:02d}")
            case FieldType.EMAIL:
                return self._keep(name, f"{CODE_STEM}{at}@testi.example")
            case FieldType.HETU:
                return self._keep(name, HETU)
        if spec.type in _IDS:
            return self._keep(name, f"{_IDS[spec.type]}{ID_STEM}{at:06x}")
        assert spec.type is FieldType.TEXT, spec
        return self._keep(name, f"{STEM}{at}"[: spec.max_length])

    def _bytes(self, name: str, length: int) -> bytes:
        raw = (BYTES_STEM + next(self._numbers).to_bytes(4) + bytes(64))[:length]
        self.given[name] = raw
        return raw

    def _keep(self, name: str, value: str) -> str:
        self.given[name] = value
        return value


def _code(spec: FieldSpec) -> FieldSpec:
    return FieldSpec(name=spec.name, type=FieldType.CODE, sensitivity=spec.sensitivity)


def every_kind() -> Iterable[KindSpec]:
    """Return the kinds that there are."""
    return KINDS.values()


STEMS: Final = (STEM, CODE_STEM, ID_STEM, PHONE_STEM, DATE_STEM, HETU, CYRILLIC, BYTES_STEM)


def needles(texts: Iterable[str] = (), keys: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Return what to look for by what it is: stems, further texts and keys in every spelling that a leak could have.

    A text: UTF-8, UTF-16, decomposed, transliterated, base64, hex; a key: raw, its halves, base64, hex.
    """
    found: dict[str, bytes] = {}
    for text in (*(one for one in STEMS if isinstance(one, str)), *texts):
        found |= _spellings(text)
    for name, key in {"bytes": BYTES_STEM, **(keys or {})}.items():
        found[name] = key
        if len(key) > 16:
            found |= {f"{name}, half {at}": key[at : at + 16] for at in (0, 16)}
        found |= _coded(name, key)
    return found


def _spellings(text: str) -> dict[str, bytes]:
    plain = text.encode()
    return {
        text: plain,
        f"{text}, utf-16": text.encode("utf-16-le"),
        f"{text}, decomposed": unicodedata.normalize("NFD", text).encode(),
        f"{text}, folded": fold(text).encode(),
        f"{text}, escaped": text.encode("unicode_escape"),
        **_coded(text, plain),
    }


def _coded(name: str, raw: bytes) -> dict[str, bytes]:
    """Return hex, and base64 at each of the three places of a group, without the ends that neighbours change."""
    found = {f"{name}, hex": raw.hex().encode()}
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + raw)
        inner = whole[(0, 2, 3)[shift] : len(whole) - (0, 4, 3)[(len(raw) + shift) % 3]]
        found |= {f"{name}, base64 {shift}": inner}
    return found


@dataclass(frozen=True)
class Scan:
    """What is looked for; ``digits`` are short and count only where no digit or hex letter touches them."""

    needles: dict[str, bytes]
    digits: str = ""

    def leaks_in(self, data: bytes) -> set[str]:
        """Return what these bytes tell: names of needles, in any case of letters."""
        lower = data.lower()
        found = {name for name, needle in self.needles.items() if needle in data or needle.lower() in lower}
        if self.digits and re.search(rb"(?<![0-9a-f])" + self.digits.encode() + rb"(?![0-9a-f])", lower):
            found.add("digits")
        return found

    def leaks(self, folder: Path, *, besides: Iterable[str] = ()) -> set[tuple[str, str]]:
        """Return (file, what it tells) of everything below a folder; names of files and folders are looked at too."""
        found: set[tuple[str, str]] = set()
        for path in folder.rglob("*"):
            name = str(path.relative_to(folder))
            if any(part in name for part in besides):
                continue
            found |= {(name, what) for what in self.leaks_in(name.encode())}
            if path.is_file():
                found |= {(name, what) for what in self.leaks_in(path.read_bytes())}
        return found
