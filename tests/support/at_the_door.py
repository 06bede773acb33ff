# SPDX-License-Identifier: MIT
"""The unlock page over a fake notebook, with hands: who is on the laptop, and how each answer goes."""

from fake_notebook import FakeBridge
from hands import Hands
from page_tools import WHO, at, tools_for
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.laptop import LaptopView, PersonOnLaptop, ShowLaptop, Unlock
from desktop.ui.app import Dressed
from desktop.ui.unlock.page import UnlockPage
from desktop.ui.words.language import Language
from sync.records.ids import StaffId

PHRASE = "kivi lumi tuuli hauki sammal"
AINO, MEHMET, SOFIA = (StaffId(f"s000000000000000{number}") for number in (1, 2, 3))


def person(staff: StaffId, name: str, day: int, *, pin: bool = False, closed: str = "") -> PersonOnLaptop:
    """Return somebody who opened their notebook that day of November at three."""
    return PersonOnLaptop(staff, name, "adviser", "Itä", at(15, 0, day=day), pin=pin, closed=closed)


class AtTheDoor:
    """``people`` are on the laptop; the first of the latest day is chosen. In English, as the sources are."""

    def __init__(self, qtbot: QtBot, dressed: Dressed, people: list[PersonOnLaptop]) -> None:
        dressed.translations.speak(Language.ENGLISH)
        self.people = people
        self.bridge = FakeBridge()
        self.bridge.on(ShowLaptop, lambda _ask: self.view())
        self.bridge.on(Unlock, lambda _ask: WHO)
        self.hands = Hands()
        self.page = UnlockPage(tools_for(dressed, self.bridge))
        self.came_in = QSignalSpy(self.page.unlocked)
        qtbot.addWidget(self.page)
        self.page.resize(1280, 800)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)
        self.page.enter()

    def view(self) -> LaptopView:
        """Return what the notebook says of the laptop."""
        return LaptopView(self.people, 6, "HEL-L-2217", practice=False, version="1.0.0")

    def press_on(self, widget: QWidget) -> None:
        """Go to a button and press it with the space bar."""
        widget.setFocus()
        self.hands.press("Space")

    def settle(self) -> None:
        """Let what was dropped be gone."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def shows(self, secret: str) -> list[QWidget]:
        """Return every widget of the page that still holds this."""
        holders: list[QWidget] = [
            line for line in self.page.findChildren(QLineEdit) if secret in line.text().replace("-", "")
        ]
        holders += [label for label in self.page.findChildren(QLabel) if secret in label.text()]
        return holders
