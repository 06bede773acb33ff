# SPDX-License-Identifier: MIT
"""How somebody is referred: four chips with the keys 1 to 4, two beside each other."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.key_chip import KeyChip
from desktop.ui.page import Tools

KINDS: Final = ("information", "guided", "accompanied", "formal")
"""Codes of ``referral_kinds``; their place is their key."""
KEYS: Final = {Qt.Key.Key_1: KINDS[0], Qt.Key.Key_2: KINDS[1], Qt.Key.Key_3: KINDS[2], Qt.Key.Key_4: KINDS[3]}


class KindChips(QWidget):
    """``chosen(str)`` tells the kind that a person picked, by key or by hand."""

    chosen = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._kind = KINDS[1]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.chips: dict[str, KeyChip] = {}
        for place, kind in enumerate(KINDS):
            chip = KeyChip(tools.theme, str(place + 1), " ", parent=self)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda _on=False, kind=kind: self.choose(kind))
            self.chips[kind] = chip
            grid.addWidget(chip, place // 2, place % 2)
        self.retranslate()
        self.set_kind(self._kind)

    def kind(self) -> str:
        """Return the kind that is chosen."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Choose without telling anybody."""
        self._kind = kind
        for each, chip in self.chips.items():
            chip.setChecked(each == kind)

    def choose(self, kind: str) -> None:
        """Choose and tell; the one that is chosen stays so when it is pressed again. The keys follow the choice."""
        held = any(chip.hasFocus() for chip in self.chips.values())
        self.set_kind(kind)
        if held:
            self.chips[kind].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.chips[kind], self.chips[kind].accessibleName())
        self.chosen.emit(kind)

    def retranslate(self) -> None:
        """Say every word again."""
        self.setAccessibleName(QCoreApplication.translate("Referral", "How"))
        for kind, chip in self.chips.items():
            chip.set_words(self._tools.codes.label("referral_kinds", kind))
