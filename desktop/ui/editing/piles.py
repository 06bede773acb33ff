# SPDX-License-Identifier: MIT
"""The piles an editor works through, as chips in two rows with what each holds."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.editing import EditingList
from desktop.ui.components.filter_chips import FilterChip
from desktop.ui.theme.theme import Theme

WAITING: Final = "waiting"
PROPOSALS: Final = "proposals"
STALE: Final = "stale"
OWN: Final = "own"
WITHDRAWN: Final = "withdrawn"
EVERY: Final = "all"
_KEYS: Final = (WAITING, STALE, OWN, PROPOSALS, WITHDRAWN, EVERY)
"""The long words stand in both rows."""
_COLUMNS: Final = 3


class Piles(QWidget):
    """``chosen(str)`` tells the pile a person picked, a word of ``ListEditing.which``."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self.chips = {key: FilterChip(theme, key, " ", parent=self) for key in _KEYS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = [QHBoxLayout(), QHBoxLayout()]
        for row in rows:
            row.setSpacing(0)
            column.addLayout(row)
        for place, chip in enumerate(self.chips.values()):
            rows[place // _COLUMNS].addWidget(chip)
            chip.clicked.connect(lambda _on=False, key=chip.key: self.chosen.emit(key))
            chip.stepped.connect(lambda step, place=place: self._step(place + step))
        for row in rows:
            row.addStretch(1)
        self.chips[WAITING].setChecked(True)
        self.retranslate()

    def key(self) -> str:
        """Return the pile that is chosen."""
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    def set_key(self, key: str) -> None:
        """Choose a pile without telling anybody."""
        self.chips[key].setChecked(True)

    def show_counts(self, answer: EditingList | None) -> None:
        """Show what each pile holds; ``None`` for nothing known."""
        if answer is None:
            self._counts = {}
        else:
            self._counts = {
                WAITING: answer.waiting,
                PROPOSALS: answer.proposals,
                STALE: answer.stale,
                WITHDRAWN: answer.withdrawn,
            }
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.setAccessibleName(QCoreApplication.translate("Editing", "Which services"))
        words = {
            WAITING: QCoreApplication.translate("Editing", "Waiting"),
            PROPOSALS: QCoreApplication.translate("Editing", "Proposals"),
            STALE: QCoreApplication.translate("Editing", "To check"),
            OWN: QCoreApplication.translate("Editing", "Own"),
            WITHDRAWN: QCoreApplication.translate("Editing", "Withdrawn"),
            EVERY: QCoreApplication.translate("Editing", "All"),
        }
        for key, chip in self.chips.items():
            count = self._counts.get(key, 0)
            said = f"{words[key]} {count}" if count else words[key]
            chip.setText(said)
            chip.setAccessibleName(said)
            chip.updateGeometry()

    def _step(self, place: int) -> None:
        if 0 <= place < len(_KEYS):
            chip = self.chips[_KEYS[place]]
            chip.setFocus(Qt.FocusReason.OtherFocusReason)
            chip.click()
