# SPDX-License-Identifier: MIT
"""Form rows: a visible label over its editor and, beside it, room for a hint or an error."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Field(QWidget):
    """Label, editor and message in a column. The label names the editor; the message is its description.

    Subclasses or callers give any editor: LineField and TextField below, Choice, PassphraseField.
    """

    def __init__(
        self, theme: Theme, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._label = Words(theme, label, size=Type.LABEL)
        # Its parent from the start: shown without one, it would flash as a window of its own and take the keys.
        self._message = Words(theme, hint, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True, parent=self)
        self._message.setVisible(bool(hint))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        self._column.addWidget(self._label)
        self._column.addWidget(editor)
        self._column.addWidget(self._message)
        self._column.addStretch(1)
        self._label.setBuddy(editor)
        self.setFocusProxy(editor)
        self.set_label(label)

    @property
    def label(self) -> QLabel:
        """The visible label."""
        return self._label

    @property
    def error(self) -> str:
        """The error shown, or an empty text."""
        return self._message.text() if self.editor.property("wrong") else ""

    def set_label(self, label: str) -> None:
        """Change the label and with it the editor's accessible name."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Change the quiet line under the editor; an error shown stays."""
        self._hint = hint
        if not self.error:
            self._show(hint, wrong=False)

    def set_error(self, error: str) -> None:
        """Show what is wrong and announce it; an empty text takes it back and shows the hint again."""
        self._show(error or self._hint, wrong=bool(error))
        announce(self.editor, error)

    def _show(self, words: str, *, wrong: bool) -> None:
        self._message.setText(words)
        self._message.set_tone(Tone.DANGER if wrong else Tone.MUTED)
        self._message.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)
        if bool(self.editor.property("wrong")) != wrong:
            self.editor.setProperty("wrong", wrong)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)


class LineField(Field):
    """A labelled one-line text. `edited(str)` tells every change a person made; it clears an error shown."""

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        longest: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(longest)
        self.line.setFixedHeight(TARGET)
        self.line.setPlaceholderText(placeholder)
        super().__init__(theme, label, self.line, hint=hint, parent=parent)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.entered)

    def text(self) -> str:
        """Return what is written."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Write without telling `edited`."""
        self.line.setText(text)

    def _edited(self, text: str) -> None:
        self.set_error("")
        self.edited.emit(text)


class TextField(Field):
    """A labelled text of several lines; Tab leaves it. `too_long(int)` tells when it is over `longest` signs.

    The text is never cut: what a person typed stays on the screen, the page refuses to save it.
    """

    edited = Signal(str)
    too_long = Signal(int)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        longest: int = 4000,
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        self.area = QPlainTextEdit()
        self.area.setTabChangesFocus(True)
        self.area.setPlaceholderText(placeholder)
        self.area.setFixedHeight(max(TARGET, lines * 20 + 16))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._longest = longest
        super().__init__(theme, label, self.area, hint=hint, parent=parent)
        self.area.textChanged.connect(self._edited)

    def text(self) -> str:
        """Return what is written."""
        return self.area.toPlainText()

    def set_text(self, text: str) -> None:
        """Write without telling `edited`."""
        self.area.blockSignals(True)
        self.area.setPlainText(text)
        self.area.blockSignals(False)

    def _edited(self) -> None:
        text = self.text()
        if len(text) > self._longest:
            self.too_long.emit(self._longest)
        else:
            self.set_error("")
        self.edited.emit(text)
