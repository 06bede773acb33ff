# SPDX-License-Identifier: MIT
"""Which key event is which key of the walk-in panel."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from sync.records.codes import KeyStroke, WalkInKeys

_NAMED: Final = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Escape: "escape",
}
_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyMap:
    """Looks keys up by what they write (Caps Lock or not), so that every layout's digits and signs work."""

    def __init__(self, keys: WalkInKeys) -> None:
        self._keys = {stroke.key: stroke for stroke in keys.keys}
        self._languages = {stroke.key: stroke for stroke in keys.language_keys}
        self.languages = keys.language_keys

    def stroke(self, event: QKeyEvent) -> KeyStroke | None:
        """Return what this key does in the panel, or None when it is none of its keys."""
        return self._keys.get(_name(event))

    def language(self, event: QKeyEvent) -> KeyStroke | None:
        """Return what this key does after the language key."""
        return self._languages.get(_name(event))

    def key_of(self, field: str, code: str) -> str:
        """Return the key that sets a code, as its keycap shows it."""
        found = (one.key for one in self._keys.values() if one.field == field and one.code == code)
        return next(found, "").upper()

    def codes(self, field: str) -> tuple[str, ...]:
        """Return the codes of a field that have a key, in the keyboard's order."""
        return tuple(one.code for one in self._keys.values() if one.field == field and one.code)


def _name(event: QKeyEvent) -> str:
    if event.modifiers() & _HELD:
        return ""
    return _NAMED.get(Qt.Key(event.key()), event.text().lower())
