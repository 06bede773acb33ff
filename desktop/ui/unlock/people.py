# SPDX-License-Identifier: MIT
"""The people who have a notebook on this laptop, as rows of the unlock card."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.laptop import PersonOnLaptop
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_moment
from desktop.ui.words.language import Language
from desktop.ui.words.moments import local_moment

_REVOKED: Final = "revoke"


def people_rows(
    people: Sequence[PersonOnLaptop], codes: CodeWords, language: Language, now: int
) -> tuple[Row, ...]:
    """Return one row a person, last opened first; a card that could not be read, or was closed, says so."""
    found = sorted(people, key=lambda person: -person.last_opened)
    return tuple(
        Row(
            key=person.staff,
            title=person.name or QCoreApplication.translate("UnlockPage", "Name not known until opened"),
            second=" · ".join(part for part in (codes.label("roles", person.role), person.team) if part),
            time=_last_opened(person.last_opened, language, now),
            icon="user-x" if person.closed == _REVOKED else "user",
            marks=_marks(person),
        )
        for person in found
    )


def with_pin(people: Sequence[PersonOnLaptop]) -> set[str]:
    """Return those whose notebook a PIN opens now."""
    return {person.staff for person in people if person.pin and person.closed != _REVOKED}


def closed(people: Sequence[PersonOnLaptop]) -> set[str]:
    """Return those whose notebook the centre has closed."""
    return {person.staff for person in people if person.closed == _REVOKED}


def _marks(person: PersonOnLaptop) -> tuple[MarkValue, ...]:
    if person.closed != _REVOKED:
        return ()
    return (MarkValue("lock", QCoreApplication.translate("UnlockPage", "Closed"), Tone.DANGER),)


def _last_opened(at: int, language: Language, now: int) -> str:
    if not at:
        return QCoreApplication.translate("UnlockPage", "not opened yet")
    return near_moment(local_moment(at), local_moment(now), language)
