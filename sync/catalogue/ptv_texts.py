# SPDX-License-Identifier: MIT
"""How PTV writes texts: lists of ``{value, language, type}``."""

from collections.abc import Iterator

from sync.catalogue.fields import Fields
from sync.catalogue.model import NAME_LENGTH, TEXT_LENGTH, Texts


def localised(
    fields: Fields, name: str, kind: str = "", *, limit: int = TEXT_LENGTH, one_line: bool = False
) -> Texts:
    """Return the texts of a list, those of one ``type`` only when it is named; the first counts."""
    found: Texts = {}
    for language, text in entries(fields, name, kind, limit=limit, one_line=one_line):
        found.setdefault(language, text)
    return found


def names(fields: Fields, name: str, kind: str = "Name") -> Texts:
    """Return the names of a list, one line each."""
    return localised(fields, name, kind, limit=NAME_LENGTH, one_line=True)


def entries(
    fields: Fields, name: str, kind: str = "", *, limit: int = NAME_LENGTH, one_line: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield language and text of every entry of a list that has both."""
    for part in fields.parts(name):
        if kind and part.raw("type") not in _kinds(kind):
            continue
        text = part.text("value", limit, one_line=one_line)
        language = part.language_of(part.raw("language"), "language") if text else ""
        if text and language:
            yield language, text


def _kinds(kind: str) -> tuple[str, ...]:
    """Return a type's name and what it was called in version 7 of the interface."""
    before = {
        "AlternativeName": "AlternateName",
        "Summary": "ShortDescription",
        "UserInstruction": "ServiceUserInstruction",
        "ProcessingTime": "ProcessingTimeAdditionalInfo",
        "DeadLine": "DeadLineAdditionalInfo",
    }
    return (kind, before[kind]) if kind in before else (kind,)
