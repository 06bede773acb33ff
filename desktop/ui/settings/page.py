# SPDX-License-Identifier: MIT
"""Settings: this window's choices, the passphrase, what the program is, and all keys."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.laptop import ShowLaptop
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.page import Tools
from desktop.ui.page_kinds import PreferencePage
from desktop.ui.settings.about_card import AboutCard
from desktop.ui.settings.choices_card import ChoicesCard
from desktop.ui.settings.keys_card import KeysCard
from desktop.ui.settings.passphrase_card import PassphraseCard
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.window.preferences import Preferences

_RING = 3


class SettingsPage(PreferencePage):
    """`preferences_chosen(Preferences)` is emitted at each choice; the window applies and keeps it."""

    def __init__(self, tools: Tools, preferences: Preferences, *, parent: QWidget | None = None) -> None:
        """Show these preferences; ``enter`` asks for the rest."""
        super().__init__(tools, parent=parent)
        self.pane = ScrollPane(tools.theme, " ")
        self.choices = ChoicesCard(tools, preferences)
        self.passphrase = PassphraseCard(tools)
        self.about = AboutCard(tools)
        self.keys = KeysCard(tools)
        self.pane.body.setSpacing(GAP)
        for card in (self.choices, self.passphrase, self.about):
            self.pane.body.addWidget(card)
        self.pane.body.addStretch(1)
        row = QHBoxLayout(self)
        # The pane keeps room for its ring inside; its cards stand in line with those of other pages all the same.
        edge = PAGE_MARGIN_Y - _RING
        row.setContentsMargins(PAGE_MARGIN_X - _RING, edge, PAGE_MARGIN_X, edge)
        row.setSpacing(GAP - _RING)
        right = QVBoxLayout()
        right.setContentsMargins(0, _RING, 0, _RING)
        right.addWidget(self.keys)
        row.addWidget(self.pane, 1)
        row.addLayout(right, 1)
        self.choices.chosen.connect(self.preferences_chosen)
        self.passphrase.troubled.connect(self.fail)
        self.retranslate()
        choices = (*self.choices.language.chips(), *self.choices.look.chips(), self.choices.idle)
        for one, other in pairwise((self.pane.area, *choices, self.passphrase.old.line)):
            self.setTabOrder(one, other)
        self.setFocusProxy(self._first())  # once: Qt reorders Tab's stops at each change of a proxy

    def enter(self) -> None:
        """Ask for the version; take over a language that was chosen elsewhere."""
        language = self.tools.translations.language
        self.choices.show_preferences(replace(self.choices.preferences, language=language))
        self.tools.bridge.ask(self, ShowLaptop(), done=self.about.show_laptop, failed=self.fail)

    def forget(self) -> None:
        """Drop what was typed."""
        self.passphrase.forget()

    def panes(self) -> list[QWidget]:
        """Return the choices, the passphrase and the keys."""
        return [self._first(), self.passphrase.old.line, self.keys.table]

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.pane.set_name(QCoreApplication.translate("Settings", "Settings"))
        language = self.tools.translations.language
        self.choices.show_preferences(replace(self.choices.preferences, language=language))
        for card in (self.passphrase, self.about, self.keys):
            card.retranslate()

    def _first(self) -> QWidget:
        """Return where the page opens: the language in force."""
        return self.choices.language.chip(self.tools.translations.language.value)
