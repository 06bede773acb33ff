# SPDX-License-Identifier: MIT
"""What a client is told, in the client's language, before anything about them leaves the city's notebook.

Consent is asked for what is voluntary (domain.md §3.2); the record keeps ``version`` and language, so that it can
be shown later which words were read. Written by people, never by machine translation (domain.md §4.5).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from desktop.notebook.handout.errors import NothingShared, ScopeUnknown
from desktop.notebook.handout.frames import Direction, FrameBook

_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_END: Final = "\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """The text in the order it is read. ``shared`` is a list; the receiver's name is isolated in ``to_whom``."""

    version: str
    language: str
    records_as: str
    """Code of ``languages`` for the record."""
    direction: Direction
    reviewed: bool
    heading: str
    to_whom: str
    what: str
    shared: tuple[str, ...]
    why: str
    voluntary: str
    take_back: str
    question: str

    def as_text(self) -> str:
        """Return it as lines, the list with dashes."""
        listed = [f"\N{EN DASH} {one}" for one in self.shared]
        return "\n".join(
            (
                self.heading,
                self.to_whom,
                self.what,
                *listed,
                self.why,
                self.voluntary,
                self.take_back,
                self.question,
            )
        )


def consent_text(language: str, receiver: str, scope: Collection[str], frames: FrameBook) -> ConsentText:
    """Return what is read to a client before these things are told to ``receiver``.

    ``scope`` holds codes of ``shared_scopes``, in any order; they are told in the list's order. Raises
    LanguageMissing, NothingShared, ScopeUnknown.
    """
    own = frames.of(language)
    words = own.consent
    name = " ".join(receiver.split())
    if not name or not scope:
        raise NothingShared
    for code in scope:
        if code not in words.scope:
            raise ScopeUnknown(code)
    return ConsentText(
        version=words.version,
        language=language,
        records_as=own.records_as,
        direction=own.direction,
        reviewed=own.reviewed,
        heading=words.heading,
        to_whom=words.to_whom.replace("{receiver}", f"{_ISOLATE}{name}{_END}"),
        what=words.what,
        shared=tuple(text for code, text in words.scope.items() if code in scope),
        why=words.why,
        voluntary=words.voluntary,
        take_back=words.take_back,
        question=words.question,
    )
