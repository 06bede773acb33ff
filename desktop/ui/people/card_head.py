# SPDX-License-Identifier: MIT
"""The head of a card: the name, who this is in one line, what to notice, what to do."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import PersonView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Pill
from desktop.ui.components.sketch import width_of
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.errand import AppointmentFor
from desktop.ui.page import Tools
from desktop.ui.people.fact_words import subline, two_values_of
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.fields import field_label
from desktop.ui.words.marks import mark_value

_MOST_PILLS: Final = 4
_SIDES: Final = 19 + 8 + 16
"""What the margins and the gap take of the width."""
_NO_MARK: Final = MarkValue("check", "", Tone.MUTED)


class CardHead(QWidget):
    """Actions come out as signals; the toast stands in the row of pills."""

    note_asked = Signal()
    edit_asked = Signal()
    link_asked = Signal()
    hand_on_asked = Signal()
    time_asked = Signal(object)
    """AppointmentFor: who is shown."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._view: PersonView | None = None
        theme = tools.theme
        self.name = Words(theme, size=Type.TITLE, wrap=True)
        self.subline = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.note = Button(theme, kind=ButtonKind.PRIMARY, icon_name="plus")
        self.edit = Button(theme, icon_name="pencil")
        self.link = Button(theme, icon_name="link")
        self.time = IconButton(theme, "calendar-clock", " ")
        self.hand_on = IconButton(theme, "handshake", " ")
        self.toast = Toast(theme)
        self.pills = [Pill(theme, _NO_MARK) for _ in range(_MOST_PILLS)]
        self._actions = QWidget()
        self._row = actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(8)
        for button in (self.note, self.edit, self.link, self.time, self.hand_on):
            actions.addWidget(button)
        actions.addStretch(1)
        self._top = QGridLayout()
        self._top.setHorizontalSpacing(8)
        self._top.setVerticalSpacing(0)
        self._top.setColumnStretch(0, 1)
        self._beside: bool | None = None
        self._notices = row = QHBoxLayout()
        row.setSpacing(8)
        for pill in self.pills:
            row.addWidget(pill)
        row.addWidget(self.toast, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(19, 12, 16, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addLayout(row)
        self.note.clicked.connect(self.note_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.link.clicked.connect(self.link_asked)
        self.time.clicked.connect(self._ask_time)
        self.hand_on.clicked.connect(self.hand_on_asked)
        QShortcut(QKeySequence("Ctrl+Shift+T"), self).activated.connect(self._ask_time)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self.hand_on_asked)
        self._arrange()
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Show this person's head."""
        self._view = view
        self.name.setText(breakable(view.name) or QCoreApplication.translate("PeopleRows", "No name"))
        said = subline(view, self._tools)
        self.subline.setText(said)
        self.subline.setVisible(bool(said))
        self.edit.setVisible(view.can_edit)
        self._arrange()
        values = self._pill_values(view)
        for place, pill in enumerate(self.pills):
            pill.setVisible(place < len(values))
            if place < len(values):
                pill.set_value(values[place])

    def forget(self) -> None:
        """Drop every word."""
        self._view = None
        self.name.setText("")
        self.subline.setText("")
        self.toast.clear()
        for pill in self.pills:
            pill.hide()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the actions below the name: standing beside it, they would hold the window wide."""
        whole = super().minimumSizeHint()
        below = self._row.sizeHint().width() + _SIDES
        return QSize(
            min(whole.width(), max(below, self._notices.minimumSize().width() + _SIDES)), whole.height()
        )

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the actions below the name where both would not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._row.invalidate()  # other words, or no "Edit": the buttons tell it only when events are handled
        need = width_of(self.name.text(), Type.TITLE) + self._row.sizeHint().width() + _SIDES
        beside = need <= self.width()
        if beside is self._beside:
            return
        self._beside = beside
        for part in (self.name, self.subline, self._actions):
            self._top.removeWidget(part)
        self._top.addWidget(self.name, 0, 0, 1, 1 if beside else 2)
        self._top.addWidget(self.subline, 1, 0, 1, 2)
        row, column = (0, 1) if beside else (2, 0)
        alignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._top.addWidget(self._actions, row, column, 1, 1 if beside else 2, alignment)

    def retranslate(self) -> None:
        """Say every word again."""
        self.note.setText(QCoreApplication.translate("CardHead", "Note"))
        self.note.setToolTip("Ctrl+M")
        self.edit.setText(QCoreApplication.translate("CardHead", "Edit"))
        self.edit.setToolTip("Ctrl+E")
        self.link.setText(QCoreApplication.translate("CardHead", "Link a visit"))
        self.time.set_name(QCoreApplication.translate("CardHead", "Appointment (Ctrl Shift T)"))
        self.hand_on.set_name(QCoreApplication.translate("CardHead", "Hand over or move (Ctrl T)"))
        if self._view is not None:
            self.show_person(self._view)

    def _ask_time(self) -> None:
        if self._view is not None:
            self.time_asked.emit(AppointmentFor(self._view.person, self._view.name))

    def _pill_values(self, view: PersonView) -> list[MarkValue]:
        values = []
        for mark in view.marks:
            value = mark_value(mark)
            if mark is Mark.TWO_VALUES:
                labels = [field_label(kind, field, self._tools.codes) for kind, field in two_values_of(view)]
                if len(labels) == 1:
                    value = MarkValue(value.icon, f"{value.word}: {labels[0]}", value.tone)
            elif mark is Mark.UNSENT:
                count = max(view.unsent, 1)
                word = QCoreApplication.translate("CardHead", "%n not sent", None, count)
                value = MarkValue(value.icon, word, value.tone)
            values.append(value)
        return values[:_MOST_PILLS]
