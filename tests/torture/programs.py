# SPDX-License-Identifier: MIT
"""Programs of two ages in one process: the older one knows neither a kind nor a field that the newer one writes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sync.client import comparing
from sync.records import kinds
from sync.records.fields import KindSpec

KIND: Final = "situation"
"""What an older program does not know; of its fields, ``KIND_FIELD`` is written."""
KIND_FIELD: Final = "occupation"
FIELD: Final = "postcode"
"""What an older program does not know of a person."""

_NEWER: Final = kinds.KINDS
_PERSON: Final = _NEWER["person"]
_OLDER: Final = MappingProxyType(
    {name: spec for name, spec in _NEWER.items() if name != KIND}
    | {"person": replace(_PERSON, fields=tuple(one for one in _PERSON.fields if one.name != FIELD))}
)


@contextmanager
def program(*, older: bool) -> Iterator[None]:
    """Let what happens inside happen in a program of this age."""
    before = kinds.KINDS
    _become(_OLDER if older else _NEWER)
    try:
        yield
    finally:
        _become(before)


def is_known(kind: str, name: str) -> bool:
    """Whether the program of this moment knows a field, or the one that its elements belong to."""
    spec = kinds.kind(kind)
    return spec is not None and any(one.name == name.partition("/")[0] for one in spec.fields)


def _become(known: Mapping[str, KindSpec]) -> None:
    kinds.KINDS = known  # type: ignore[misc]  # a program's constant
    comparing.KINDS = known  # type: ignore[attr-defined]  # the same, by its name there
