# SPDX-License-Identifier: MIT
"""What is seldom asked of a walk-in: channel, gender, duration, where from, status, how they came, what was missing."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.today.walk_in import WalkIn
from desktop.ui.words.codes import CodeWords

_LISTS: Final = {
    "channel": "channels",
    "gender": "genders",
    "duration": "durations",
    "status": "statuses",
    "municipality": "municipalities",
    "district": "districts",
    "arrived_via": "arrived_via",
}
_COLUMNS: Final = 4
_ON_SITE: Final = "on_site"
"""The channel that a visit has when nobody says another; the notebook fills it in."""


class MoreDetails(QWidget):
    """``pressed(field, code)`` tells a choice, ``saved`` Enter, ``left`` Esc."""

    pressed = Signal(str, str)
    saved = Signal()
    left = Signal()

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = codes
        self.choices = {field: Choice(theme, " ") for field in _LISTS}
        self._fields = {field: Field(theme, " ", choice) for field, choice in self.choices.items()}
        self.unmet = {row.code: Check(theme, "") for row in codes.lists["unmet"].rows}
        self._unmet_label = Words(theme, size=Type.LABEL)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for place, row in enumerate(self._fields.values()):
            grid.addWidget(row, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        checks = QGridLayout()
        checks.setContentsMargins(0, 0, 0, 0)
        checks.setHorizontalSpacing(12)
        checks.setVerticalSpacing(0)
        for place, check in enumerate(self.unmet.values()):
            check.setFixedHeight(TARGET)
            checks.addWidget(check, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            checks.setColumnStretch(column, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(3, 4, 3, 4)
        column_of_all.setSpacing(0)
        column_of_all.addLayout(grid)
        last = QHBoxLayout()
        last.addWidget(self._unmet_label)
        last.addStretch(1)
        column_of_all.addLayout(last)
        column_of_all.addLayout(checks)
        self.setFocusProxy(self.choices["channel"])
        for field, choice in self.choices.items():
            choice.chosen.connect(lambda code, field=field: self.pressed.emit(field, code))
        for code, check in self.unmet.items():
            check.clicked.connect(lambda _on=False, code=code: self.pressed.emit("unmet", code))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear Enter and Esc that the fields did not want."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_walk_in(self, now: WalkIn) -> None:
        """Show what is chosen, without telling it back."""
        for field, choice in self.choices.items():
            wanted = getattr(now, field)
            if choice.key() != wanted:
                choice.setCurrentIndex(max(choice.findData(wanted), 0))
        for code, check in self.unmet.items():
            check.setChecked(now.has("unmet", code))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        labels = {
            "channel": QCoreApplication.translate("MoreDetails", "Channel"),
            "gender": QCoreApplication.translate("MoreDetails", "Gender"),
            "duration": QCoreApplication.translate("MoreDetails", "Duration"),
            "status": QCoreApplication.translate("MoreDetails", "Situation"),
            "municipality": QCoreApplication.translate("MoreDetails", "Municipality"),
            "district": QCoreApplication.translate("MoreDetails", "District"),
            "arrived_via": QCoreApplication.translate("MoreDetails", "How they found us"),
        }
        nothing = QCoreApplication.translate("MoreDetails", "Not asked")
        for field, name in _LISTS.items():
            self._fields[field].set_label(labels[field])
            rows = self._codes.lists[name].rows
            usual = self._codes.label(name, _ON_SITE) if field == "channel" else nothing
            others = [(row.code, self._codes.row_label(row)) for row in rows if row.code != _ON_SITE]
            options = [("", usual), *others]
            self.choices[field].set_options(options)
        for code, check in self.unmet.items():
            check.setText(self._codes.label("unmet", code))
            check.setAccessibleName(self._codes.label("unmet", code))
        self._unmet_label.setText(
            QCoreApplication.translate("MoreDetails", "What was wanted and could not be given")
        )
