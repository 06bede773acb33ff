# SPDX-License-Identifier: MIT
"""The field for a PIN: six digits, never shown, told as soon as the sixth is typed."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.components.field import LineField
from desktop.ui.theme.fonts import font
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme

PIN_DIGITS: Final = 6
_APART: Final = 8


class PinField(LineField):
    """A LineField that takes digits only; ``filled(str)`` tells the six once a person has typed the last."""

    filled = Signal(str)

    def __init__(self, theme: Theme, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, label, hint=hint, longest=PIN_DIGITS, parent=parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        letters = font(Type.BODY)
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _APART)
        self.line.setFont(letters)

    def forget(self) -> None:
        """Empty the field."""
        self.line.clear()

    def take(self, digits: str) -> None:
        """Take digits that were typed before this field was there."""
        self.line.setText(digits)
        if self.complete():
            self.filled.emit(digits)

    def complete(self) -> bool:
        """Return whether six digits stand there."""
        return len(self.text()) == PIN_DIGITS

    def _edited(self, text: str) -> None:
        digits = "".join(letter for letter in text if letter in "0123456789")
        if digits != text:
            self.line.setText(digits)
            if not digits:
                return  # a letter alone is no typing: what is told at the field stays
        super()._edited(digits)
        if len(digits) == PIN_DIGITS:
            self.filled.emit(digits)
