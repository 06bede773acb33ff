# SPDX-License-Identifier: MIT
"""The quiet strip above the panes: for whom a service is sought, the way back, and the way to let it be."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.sketch import Sketch
from desktop.ui.components.words import Words
from desktop.ui.errand import Errand
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ICON, RADIUS_CONTROL, Type
from desktop.ui.theme.tokens import Tone

_NOTHING = Errand()


class ErrandStrip(QFrame):
    """Hidden while nobody is in mind."""

    back_asked = Signal()
    """Back to where one came from, with what was found."""
    dropped = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._errand = _NOTHING
        self._done = ""
        self._words = Words(tools.theme, size=Type.LABEL, cut=True)
        self._told = Words(tools.theme, size=Type.SECONDARY, tone=Tone.OK)
        self.back = Button(tools.theme, kind=ButtonKind.LINK, icon_name="corner-up-left")
        self.drop = IconButton(tools.theme, "x", " ", outlined=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._told, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back)
        row.addWidget(self.drop)
        self.setFixedHeight(44)
        self.back.clicked.connect(self.back_asked)
        self.drop.clicked.connect(self.dropped)
        self.hide()
        self.retranslate()

    def show_errand(self, errand: Errand) -> None:
        """Say for whom; nobody in mind hides the strip."""
        self._errand = errand
        self._done = ""
        self.setVisible(errand.visit or errand.person is not None)
        self.retranslate()
        if not self.isHidden():
            announce(self, self.words())

    def tell(self, words: str) -> None:
        """Say what was done for them just now, beside the way back."""
        self._done = words
        self._told.setText(words)
        announce(self, words)

    def words(self) -> str:
        """Return what is said, or an empty text."""
        return "" if self.isHidden() else self._words.text()

    def told(self) -> str:
        """Return what was done for them just now."""
        return self._done

    def retranslate(self) -> None:
        """Say every word again."""
        self._words.setText(_for_whom(self._errand, self._tools))
        self._told.setText(self._done)
        self.back.setText(
            QCoreApplication.translate("ErrandStrip", "Back to the visit")
            if self._errand.visit
            else QCoreApplication.translate("ErrandStrip", "Back to the card")
        )
        self.back.updateGeometry()
        self.drop.set_name(QCoreApplication.translate("ErrandStrip", "Search for nobody in particular"))
        self.setAccessibleName(self._words.text())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground and icon."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._tools.theme)
        tokens = self._tools.theme.tokens
        line = tokens.accent if tokens.outlined else None
        sketch.box(QRectF(self.rect()), RADIUS_CONTROL, fill=tokens.soft(Tone.ACCENT), line=line)
        sketch.icon("user", tokens.accent, ICON, 14, self.height() / 2)
        painter.end()


def _for_whom(errand: Errand, tools: Tools) -> str:
    client, codes = errand.client, tools.codes
    facts = [
        codes.short("ages", client.age),
        codes.label("languages", client.language),
        codes.label("districts", client.district),
    ]
    known = ", ".join(fact for fact in facts if fact)
    if errand.visit:
        words = QCoreApplication.translate("ErrandStrip", "For the visit: {facts}")
        alone = QCoreApplication.translate("ErrandStrip", "For the visit at hand")
        return words.format(facts=known) if known else alone
    if errand.person is not None:
        return f"{errand.name}: {known}" if errand.name and known else errand.name or known
    return ""
