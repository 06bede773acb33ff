# SPDX-License-Identifier: MIT
"""One line about the last comparison record by record, and a way to the card of a person it concerns."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.sync import Compared
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_words import IconWords
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_moment, written_count
from desktop.ui.words.fields import kind_label
from desktop.ui.words.moments import local_moment


class ComparedLine(QWidget):
    """Hidden while nothing differed. ``person_asked(EntityId)`` asks for a card."""

    person_asked = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty; ``show_compared`` fills it."""
        super().__init__(parent)
        self._tools = tools
        self._compared: Compared | None = None
        self.words = IconWords(tools.theme, "circle-alert")
        self.card = Button(tools.theme, kind=ButtonKind.LINK)
        self.card.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.card)
        self.hide()

    def show_compared(self, compared: Compared | None) -> None:
        """Tell what differed; ``None`` hides the line."""
        self._compared = compared
        self.setVisible(compared is not None)
        if compared is None:
            self.words.tell("")
            return
        language = self._tools.translations.language
        when = near_moment(local_moment(compared.at), local_moment(self._tools.clock()), language)
        told = QCoreApplication.translate(
            "Sync", "Compared record by record: %n differed, asked for again", None, compared.count
        )
        if compared.still:
            told = QCoreApplication.translate(
                "Sync", "Compared record by record: %n differ, all will be loaded again", None, compared.count
            )
        told = told.replace(str(compared.count), written_count(compared.count, language), 1)
        kinds = ", ".join(kind_label(kind) for kind in compared.kinds)
        tone = Tone.WARN if compared.still else Tone.MUTED
        self.words.tell(f"{told} ({kinds}). {when}" if kinds else f"{told}. {when}", tone=tone)
        self.card.setText(QCoreApplication.translate("Sync", "Open the card"))
        self.card.setVisible(compared.person is not None)

    def _ask(self) -> None:
        if self._compared is not None and self._compared.person is not None:
            self.person_asked.emit(self._compared.person)
