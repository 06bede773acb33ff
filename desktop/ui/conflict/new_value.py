# SPDX-License-Identifier: MIT
"""The line where a third value is typed when neither of the two is right."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.page import Tools
from desktop.ui.people.editors import FlagEditor, ValueEditor
from desktop.ui.people.group_editors import editor_for
from desktop.ui.words.fields import field_label

_LABEL = 18
"""The height of the label over the editor: the buttons stand beside its line."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NewValue(QWidget):
    """`given` hands the value over, `left` tells that nothing was given."""

    given = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._practice = False
        self._about = ("", "")
        self.editor: ValueEditor | None = None
        self.save = Button(tools.theme, kind=ButtonKind.PRIMARY, key="Enter")
        self.cancel = Button(tools.theme, kind=ButtonKind.QUIET, key="Esc")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for button in (self.save, self.cancel):
            beside = QVBoxLayout()
            beside.addSpacing(_LABEL)
            beside.addWidget(button)
            beside.addStretch(1)
            self._row.addLayout(beside)
        self.save.clicked.connect(self.give)
        self.cancel.clicked.connect(self.left)
        self.hide()

    def set_practice(self, *, practice: bool) -> None:
        """Let made-up identity codes count, or not."""
        self._practice = practice

    def prepare(self, kind: str, field: str) -> bool:
        """Make the editor for a field; False when it has none: yes-or-no fields and sets need no third value."""
        if self._about == (kind, field):
            return self.editor is not None
        if self.editor is not None:
            self._row.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self._about = (kind, field)
        made = editor_for(kind, field, self._tools, practice=self._practice)
        self.editor = None if isinstance(made, FlagEditor) else made
        if self.editor is not None:
            self._row.insertWidget(0, self.editor, 1)
            self.retranslate()
        return self.editor is not None

    def begin(self) -> None:
        """Show an empty editor and put the keyboard into it."""
        if self.editor is not None:
            self.editor.show_value(None)
            self.editor.set_error("")
            self.show()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Hand the value over, or say what is wrong with it."""
        if self.editor is None:
            return
        words = self.editor.problem()
        if not words and self.editor.value() is None:
            words = QCoreApplication.translate("NewValue", "Write the right value first.")
        self.editor.set_error(words)
        if words:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.given.emit(self.editor.value())

    def forget(self) -> None:
        """Drop what is typed."""
        if self.editor is not None:
            self.editor.show_value(None)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter gives, Esc leaves; letters are text here and nothing else."""
        if event.key() in _ENTER:
            self.give()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.save.setText(QCoreApplication.translate("NewValue", "Use this"))
        self.cancel.setText(QCoreApplication.translate("NewValue", "Cancel"))
        if self.editor is not None:
            self.editor.set_label(field_label(*self._about, self._tools.codes))
