# SPDX-License-Identifier: MIT
"""What one field of a card has held, in the place of the card's history: which field, its values, bringing one back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import PersonView, RecordSaved, RestoreValue
from desktop.notebook.messages.settling import FieldHistoryView, OpenFieldHistory
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.choice import Choice
from desktop.ui.components.words import Words
from desktop.ui.conflict.field_history import FieldHistory
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.words.fields import field_label
from sync.records.ids import EntityId, derived_entity


class FieldPane(QWidget):
    """Asks by itself. ``restored(RecordSaved)`` tells of a value brought back, ``left`` that it was closed."""

    restored = Signal(object)
    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._asked = 0
        self._person: EntityId | None = None
        self._title = Words(tools.theme, size=Type.SECTION)
        self.close_it = Button(tools.theme, kind=ButtonKind.LINK, key="Esc")
        self.choice = Choice(tools.theme, " ")
        self.history = FieldHistory(tools, tall=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 9, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_it)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 0, 16, 4)
        inner.addWidget(self.choice)
        inner.addWidget(self.history, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(inner, 1)
        self.close_it.clicked.connect(self.left)
        self.choice.chosen.connect(lambda _key: self._load())
        self.history.restore_asked.connect(self._restore)
        self.setFocusProxy(self.choice)
        self.hide()
        self.retranslate()

    @property
    def shows(self) -> bool:
        """Whether a field's history stands open."""
        return self._person is not None

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.close_it, self.choice, self.history.restore, self.history.table]

    def begin(self, view: PersonView, key: str = "") -> None:
        """Show the history of a field (``kind/field``), or of the first; the others can be chosen."""
        self._person = view.person
        options = fields_of(view, self._tools)
        self.choice.set_options(options, key=key if key in dict(options) else None)
        self.history.show_history(None)
        self._load()

    def keep_up(self, view: PersonView) -> None:
        """Ask again: the card was loaded anew. Another person's card closes it."""
        if view.person != self._person:
            self.forget()
        else:
            self.choice.set_options(fields_of(view, self._tools))
            self._load()

    def forget(self) -> None:
        """Drop every value."""
        self._asked += 1
        self._person = None
        self.choice.set_options(())
        self.history.show_history(None)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Esc closes it, R brings the chosen value back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.history.ask_restore()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self._title.setText(QCoreApplication.translate("FieldPane", "History of one field"))
        self.choice.setAccessibleName(QCoreApplication.translate("FieldPane", "Field"))
        self.close_it.setText(QCoreApplication.translate("FieldPane", "Close"))
        self.history.retranslate()

    def _load(self) -> None:
        person, key = self._person, self.choice.key()
        if person is None or not key:
            return
        self._asked += 1
        number = self._asked

        def told(view: FieldHistoryView) -> None:
            if number == self._asked:
                self.history.show_history(view)

        ask = OpenFieldHistory(_entity(person, key), key.partition("/")[2])
        self._tools.bridge.ask(self, ask, done=told, failed=self.troubled.emit)

    def _restore(self, writer: str, n: int) -> None:
        person, key = self._person, self.choice.key()
        if person is None:
            return

        def done(saved: RecordSaved) -> None:
            self.restored.emit(saved)

        ask = RestoreValue(_entity(person, key), key.partition("/")[2], writer, n)
        self._tools.bridge.ask(self, ask, done=done, failed=self.troubled.emit)


def fields_of(view: PersonView, tools: Tools) -> Sequence[tuple[str, str]]:
    """Return (key, words) of every field of a card, its situation and its plan that has held something."""
    planned = sorted({name for row in view.history if row.kind == "plan" for name in row.fields})
    return [
        (f"{kind}/{name}", field_label(kind, name, tools.codes))
        for kind, names in (
            ("person", [one.name for one in view.fields]),
            ("situation", [one.name for one in view.situation]),
            ("plan", planned),
        )
        for name in names
    ]


def _entity(person: EntityId, key: str) -> EntityId:
    kind = key.partition("/")[0]
    return person if kind == "person" else derived_entity(person, kind)
