# SPDX-License-Identifier: MIT
"""The field for a passphrase: hidden, may be revealed, and says when Caps Lock is on."""

import ctypes
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui.components.field import LineField
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Mark
from desktop.ui.theme.measures import TARGET
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_VK_CAPITAL = 0x14


def caps_lock_of(event: QKeyEvent) -> bool | None:
    """Return whether this key press shows Caps Lock to be on, or None when it tells nothing.

    Qt cannot ask the keyboard, so the letter itself tells: a capital without Shift, or a small one with it.
    """
    letter = event.text()
    if len(letter) != 1 or letter.lower() == letter.upper():
        return None
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() != shifted


def caps_lock_now() -> bool | None:
    """Return the keyboard's own state where the system tells it (Windows), else None."""
    if sys.platform == "win32":
        return bool(ctypes.windll.user32.GetKeyState(_VK_CAPITAL) & 1)
    return None


class PassphraseField(LineField):
    """A LineField whose text is hidden until the eye is pressed; no menu, no prediction."""

    def __init__(self, theme: Theme, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, label, hint=hint, longest=1024, parent=parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.line.setTextMargins(0, 0, TARGET - 8, 0)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.eye = IconButton(theme, "eye", self._eye_words(), outlined=False)
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addStretch(1)
        inside.addWidget(self.eye)
        self.caps = Mark(theme, self._caps_words())
        self.caps.setVisible(False)
        self._column.insertWidget(2, self.caps)
        self.eye.clicked.connect(self._reveal)
        self.line.installEventFilter(self)

    def forget(self) -> None:
        """Empty and hide the field, e.g. after it was used."""
        self.line.clear()
        self._set_shown(shown=False)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Watch the line's keys and focus for Caps Lock; never takes an event."""
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self._note(event)
            elif event.type() == QEvent.Type.FocusIn and (now := caps_lock_now()) is not None:
                self.caps.setVisible(now)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.eye.set_name(self._eye_words())
        self.caps.set_value(self._caps_words())

    def _note(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock and self.caps.isVisible():
            self.caps.setVisible(False)
        state = caps_lock_of(event)
        if state is not None:
            self.caps.setVisible(state)

    def _reveal(self) -> None:
        self._set_shown(shown=self.line.echoMode() == QLineEdit.EchoMode.Password)

    def _set_shown(self, *, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
        self.eye.set_name(self._eye_words())

    def _eye_words(self) -> str:
        if self.line.echoMode() == QLineEdit.EchoMode.Password:
            return QCoreApplication.translate("PassphraseField", "Show the passphrase")
        return QCoreApplication.translate("PassphraseField", "Hide the passphrase")

    def _caps_words(self) -> MarkValue:
        return MarkValue(
            "arrow-up", QCoreApplication.translate("PassphraseField", "Caps Lock is on"), Tone.WARN
        )
