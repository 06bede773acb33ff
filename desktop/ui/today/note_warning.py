# SPDX-License-Identifier: MIT
"""What to say of a walk-in's note while it is typed: too long, or perhaps personal data."""

from collections.abc import Container
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.ui.today.walk_in import LONGEST_NOTE
from sync.records.personal_hints import Hint, find_hints


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWarning:
    """The words, empty when all is well; ``refused`` says that it cannot be saved like this."""

    words: str = ""
    refused: bool = False


def note_warning(note: str, not_names: Container[str]) -> NoteWarning:
    """Return what there is to say; looking personal is a warning and never a refusal."""
    over = len(note) - LONGEST_NOTE
    if over > 0:
        words = QCoreApplication.translate("WalkInPanel", "The note is %n characters too long.", None, over)
        return NoteWarning(words=words, refused=True)
    found = find_hints(note, not_names=not_names)
    if not found:
        return NoteWarning()
    kinds = {
        Hint.HETU: QCoreApplication.translate("WalkInPanel", "a personal identity code"),
        Hint.EMAIL: QCoreApplication.translate("WalkInPanel", "an e-mail address"),
        Hint.PHONE: QCoreApplication.translate("WalkInPanel", "a phone number"),
        Hint.ADDRESS: QCoreApplication.translate("WalkInPanel", "a home address"),
        Hint.NAME: QCoreApplication.translate("WalkInPanel", "a name"),
    }
    named = list(dict.fromkeys(kinds[one.hint] for one in found))
    words = QCoreApplication.translate(
        "WalkInPanel", "This looks like {what}. A walk-in is anonymous: please take it out."
    )
    return NoteWarning(words=words.format(what=", ".join(named)))
