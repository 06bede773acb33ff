# SPDX-License-Identifier: MIT
"""Settings in three parts: this window, opening and locking, and this computer."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.laptop import ShowLaptop
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.tabs import Tabs
from desktop.ui.page import Tools
from desktop.ui.page_kinds import PreferencePage
from desktop.ui.settings.about_card import AboutCard
from desktop.ui.settings.backups_card import BackupsCard
from desktop.ui.settings.choices_card import ChoicesCard
from desktop.ui.settings.keys_card import KeysCard
from desktop.ui.settings.leave_card import LeaveCard
from desktop.ui.settings.network_card import NetworkCard
from desktop.ui.settings.passphrase_card import PassphraseCard
from desktop.ui.settings.permit_card import PermitCard
from desktop.ui.settings.pin_card import PinCard
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.window.preferences import Preferences

_RING = 3
WINDOW: Final = "window"
OPENING: Final = "opening"
COMPUTER: Final = "computer"


class SettingsPage(PreferencePage):
    """`preferences_chosen(Preferences)` is emitted at each choice; the window applies and keeps it."""

    def __init__(self, tools: Tools, preferences: Preferences, *, parent: QWidget | None = None) -> None:
        """Show these preferences; ``enter`` asks for the rest."""
        super().__init__(tools, parent=parent)
        self.tabs = Tabs(tools.theme, " ")
        self.choices = ChoicesCard(tools, preferences)
        self.keys = KeysCard(tools)
        self.passphrase = PassphraseCard(tools)
        self.pin = PinCard(tools)
        self.permit = PermitCard(tools)
        self.backups = BackupsCard(tools)
        self.network = NetworkCard(tools)
        self.leave = LeaveCard(tools)
        self.about = AboutCard(tools)
        self._panes: list[ScrollPane] = []
        self._parts = QStackedWidget()
        self._part([self.choices], [self.keys], whole=True)
        self._part([self.pin, self.permit], [self.passphrase])
        self._part([self.backups, self.network, self.leave], [self.about])
        column = QVBoxLayout(self)
        column.setContentsMargins(
            PAGE_MARGIN_X - _RING, PAGE_MARGIN_Y - 8, PAGE_MARGIN_X, PAGE_MARGIN_Y - _RING
        )
        column.setSpacing(4)
        heads = QHBoxLayout()
        heads.setContentsMargins(0, 0, 0, 0)
        heads.addWidget(self.tabs)
        heads.addStretch(1)
        column.addLayout(heads)
        column.addWidget(self._parts, 1)
        self._join()
        self.retranslate()
        self.setFocusProxy(self.tabs)

    def _part(self, left: list[QWidget], right: list[QWidget], *, whole: bool = False) -> None:
        """Lay two columns of cards out, each scrolling by itself; ``whole`` lets the right one fill its height."""
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP - 2 * _RING)
        row.addWidget(self._pane(left), 1)
        if whole:
            beside = QVBoxLayout()
            beside.setContentsMargins(_RING, _RING, _RING, _RING)
            for card in right:
                beside.addWidget(card)
            row.addLayout(beside, 1)
        else:
            row.addWidget(self._pane(right), 1)
        self._parts.addWidget(part)

    def _pane(self, cards: list[QWidget]) -> ScrollPane:
        pane = ScrollPane(self.tools.theme, " ")
        pane.body.setSpacing(GAP)
        for card in cards:
            pane.body.addWidget(card)
        pane.body.addStretch(1)
        self._panes.append(pane)
        return pane

    def _join(self) -> None:
        self.tabs.tab_chosen.connect(lambda _key: self._turn())
        self.choices.chosen.connect(self.preferences_chosen)
        self.leave.laptop_left.connect(self.laptop_left)
        for card in (self.passphrase, self.pin, self.permit, self.backups, self.network, self.leave):
            card.troubled.connect(self.fail)

    @property
    def part(self) -> str:
        """Which part is shown."""
        return self.tabs.key()

    def show_part(self, key: str) -> None:
        """Turn to a part."""
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) == key:
                self.tabs.setCurrentIndex(place)

    def enter(self) -> None:
        """Ask for what is shown; take over a language that was chosen elsewhere."""
        language = self.tools.translations.language
        self.choices.show_preferences(replace(self.choices.preferences, language=language))
        self.tools.bridge.ask(self, ShowLaptop(), done=self.about.show_laptop, failed=self.fail)
        self._load()

    def forget(self) -> None:
        """Drop what was typed and what is one person's own."""
        for card in (self.passphrase, self.pin, self.permit, self.backups, self.network, self.leave):
            card.forget()

    def panes(self) -> list[QWidget]:
        """Return the tabs and what stands under them, left and right."""
        under: dict[str, list[QWidget]] = {
            WINDOW: [self._first(), self.keys.table],
            OPENING: [
                self.pin.unfold if self.pin.unfold.isVisible() else self.pin.pin,
                self.passphrase.old.line,
            ],
            COMPUTER: [self.backups.now, self.network.choice, self.leave.unfold, self.about.unfold],
        }
        return [self.tabs, *(one for one in under[self.part] if one.isVisible())]

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.tabs.setAccessibleName(QCoreApplication.translate("Settings", "Settings"))
        self.tabs.set_tabs(
            [
                (WINDOW, QCoreApplication.translate("Settings", "This window"), 0),
                (OPENING, QCoreApplication.translate("Settings", "Opening and locking"), 0),
                (COMPUTER, QCoreApplication.translate("Settings", "This computer"), 0),
            ]
        )
        for pane in self._panes:
            pane.set_name(QCoreApplication.translate("Settings", "Settings"))
        language = self.tools.translations.language
        self.choices.show_preferences(replace(self.choices.preferences, language=language))
        for card in (
            self.about,
            self.keys,
            self.passphrase,
            self.pin,
            self.permit,
            self.backups,
            self.network,
            self.leave,
        ):
            card.retranslate()

    def _turn(self) -> None:
        """Show the part of the tab; what was typed in the one before is dropped."""
        self._parts.setCurrentIndex(self.tabs.currentIndex())
        self.passphrase.forget()
        self.pin.forget()
        if not self.leave.busy:
            self.leave.forget()
        self.network.forget()
        self._load()

    def _load(self) -> None:
        """Ask for what the part shown tells; the others are asked for when they come."""
        if self.part == OPENING:
            self.pin.load()
            self.permit.load()
        elif self.part == COMPUTER:
            self.backups.load()
            self.network.load()

    def _first(self) -> QWidget:
        """Return the language in force."""
        return self.choices.language.chip(self.tools.translations.language.value)
