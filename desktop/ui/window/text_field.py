# SPDX-License-Identifier: MIT
"""The text fields of a page, one kind of line and one of area alike: text, cursor, and typing into them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.page import NOT_KEPT, Page


@dataclass(frozen=True, slots=True)
class TextPlace:
    """What is selected, in signs from the start; the cursor alone where both are the same."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextField:
    """One field as a person types in it."""

    widget: QLineEdit | QPlainTextEdit

    def text(self) -> str:
        """Return what stands in it."""
        one = self.widget
        return one.text() if isinstance(one, QLineEdit) else one.toPlainText()

    def keeps_text(self) -> bool:
        """Whether there is something in it that may be kept: no secret, nothing that can't be typed."""
        one = self.widget
        if one.isReadOnly() or not one.isVisible() or one.property(NOT_KEPT):
            return False
        hidden = isinstance(one, QLineEdit) and one.echoMode() is not QLineEdit.EchoMode.Normal
        return not hidden and bool(self.text())

    def take_keys(self, place: TextPlace) -> None:
        """Give it the keys, with the cursor where it was."""
        one = self.widget
        one.setFocus(Qt.FocusReason.OtherFocusReason)
        length = len(self.text())
        start, end = min(place.start, length), min(place.end, length)
        if isinstance(one, QLineEdit):
            one.setCursorPosition(end)
            if start != end:
                one.setSelection(start, end - start)
            return
        cursor = one.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.setTextCursor(cursor)


def fields_of(page: Page) -> list[TextField]:
    """Return every text field of a page, in the order in which they were made."""
    found = [one for one in page.findChildren(QWidget) if isinstance(one, QLineEdit | QPlainTextEdit)]
    return [TextField(one) for one in found]


def place_of(field: TextField) -> TextPlace:
    """Return where the cursor stands, or what is selected."""
    one = field.widget
    if isinstance(one, QLineEdit):
        if one.hasSelectedText():
            return TextPlace(one.selectionStart(), one.selectionEnd())
        return TextPlace(one.cursorPosition(), one.cursorPosition())
    cursor = one.textCursor()
    return TextPlace(cursor.selectionStart(), cursor.selectionEnd())


def give(field: TextField, text: str) -> None:
    """Type a text into it, so that whoever listens to the field hears of it as of a person's keys."""
    if isinstance(field.widget, QLineEdit):
        field.widget.insert(text)
    else:
        field.widget.insertPlainText(text)
