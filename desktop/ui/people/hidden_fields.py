# SPDX-License-Identifier: MIT
"""The form's details that are masked: left empty until somebody asks, each reveal logged, hidden again soon.

A field that was not shown is not written, unless something is typed in its place.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.notebook.messages.people import FieldValue, PersonView, RevealedField, RevealField
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.page import NOT_KEPT, Tools
from desktop.ui.people.editors import ValueEditor
from desktop.ui.people.form_layout import HETU
from sync.records.ids import EntityId

SHOWN_MS: Final = 20_000
_MASK: Final = "••••"


class HiddenFields(QWidget):
    """A line with one button. ``before`` is the form's: what each editor held when it was filled."""

    troubled = Signal(object)

    def __init__(
        self,
        tools: Tools,
        editors: Mapping[str, ValueEditor],
        before: dict[str, FieldValue],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._editors = editors
        self._before = before
        self._person: EntityId | None = None
        self._masked: tuple[str, ...] = ()
        self._shown: set[str] = set()
        self.button = Button(tools.theme, kind=ButtonKind.LINK, icon_name="eye")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide_again)
        self.button.clicked.connect(self.turn)
        self.hide()

    def begin(self, view: PersonView) -> None:
        """Take over which details of a card are masked; the identity code has its own way."""
        self.forget()
        self._person = view.person
        keys = (f"person/{one.name}" for one in view.fields if one.masked)
        self._masked = tuple(key for key in keys if key in self._editors and key != HETU)
        for key in self._masked:
            self._mark(key, hidden=True)
        self.setVisible(bool(self._masked))
        self.retranslate()

    def masked(self) -> Iterable[str]:
        """Return the keys of the editors that stay empty."""
        return self._masked

    def turn(self) -> None:
        """Show what is hidden, or hide it again."""
        person = self._person
        if self._shown or person is None:
            self.hide_again()
            return
        for key in self._masked:
            ask = RevealField(person, key.partition("/")[2], "form")
            self._tools.bridge.ask(
                self,
                ask,
                done=partial(self._told, person, key),
                failed=self.troubled.emit,
            )

    def hide_again(self) -> None:
        """Hide what was shown and is as it was; what somebody changed is theirs and stays."""
        self._timer.stop()
        for key in self._shown:
            if self._editors[key].value() == self._before.get(key):
                self._editors[key].show_value(None)
                self._before[key] = self._editors[key].value()
        self._shown.clear()
        self.retranslate()

    def forget(self) -> None:
        """Drop whose details they are; the form empties its editors itself."""
        self._timer.stop()
        for key in self._masked:
            self._mark(key, hidden=False)
        self._person, self._masked = None, ()
        self._shown.clear()
        self.hide()

    def retranslate(self) -> None:
        """Say the word again."""
        self.button.setText(
            QCoreApplication.translate("PersonForm", "Hide the protected details")
            if self._shown
            else QCoreApplication.translate("PersonForm", "Show the protected details (this is logged)")
        )
        self.button.set_icon("eye-off" if self._shown else "eye")

    def _mark(self, key: str, *, hidden: bool) -> None:
        """Let an empty line look masked; what was shown in it is never kept over a lock as if it was typed."""
        for line in self._editors[key].findChildren(QLineEdit):
            line.setPlaceholderText(_MASK if hidden else "")
            line.setProperty(NOT_KEPT, hidden)

    def _told(self, person: EntityId, key: str, told: RevealedField) -> None:
        editor = self._editors[key]
        if person != self._person or editor.value() is not None:
            return  # another card by now, or something was typed meanwhile
        editor.show_value(told.value)
        self._before[key] = editor.value()
        self._shown.add(key)
        self._timer.start()
        self.retranslate()
