# SPDX-License-Identifier: MIT
"""Language, look and the minutes until the notebook locks itself; each is applied as it is chosen."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.components.card import Card
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Look
from desktop.ui.window.preferences import IDLE_CHOICES, Preferences
from desktop.ui.words.language import Language

_SYSTEM = "SYSTEM"


class ChoicesCard(Card):
    """`chosen(Preferences)` tells all three whenever one was changed by a person."""

    chosen = Signal(object)

    def __init__(self, tools: Tools, preferences: Preferences, *, parent: QWidget | None = None) -> None:
        """Show these preferences."""
        super().__init__(tools.theme, parent=parent)
        theme = tools.theme
        self._preferences = preferences
        self._title = Words(theme, size=Type.SECTION)
        self.language = FilterChips(theme, " ")
        self.look = FilterChips(theme, " ")
        self.idle = Choice(theme, " ")
        self._language = Field(theme, " ", self.language)
        self._look = Field(theme, " ", self.look)
        self._idle = Field(theme, " ", self.idle, hint=" ")
        self.body.setSpacing(8)
        for part in (self._title, self._language, self._look, self._idle):
            self.body.addWidget(part)
        self.language.chosen.connect(lambda key: self._choose(language=Language(key)))
        self.look.chosen.connect(lambda key: self._choose(look=None if key == _SYSTEM else Look[key]))
        self.idle.chosen.connect(lambda key: self._choose(idle_minutes=int(key) if key else None))
        self.retranslate()

    @property
    def preferences(self) -> Preferences:
        """What is shown."""
        return self._preferences

    def show_preferences(self, preferences: Preferences) -> None:
        """Show other preferences; tells nobody."""
        self._preferences = preferences
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        chosen = self._preferences
        self._title.setText(QCoreApplication.translate("Settings", "This window"))
        self._language.set_label(QCoreApplication.translate("Settings", "Language"))
        self._look.set_label(QCoreApplication.translate("Settings", "Look"))
        self._idle.set_label(QCoreApplication.translate("Settings", "Locks itself when nobody does anything"))
        self._idle.set_hint(
            QCoreApplication.translate(
                "Settings", "By place: after 3 minutes at a pop-up point, after 10 minutes in an office."
            )
        )
        self.language.set_options([(one.value, one.own_name) for one in Language], key=chosen.language.value)
        self.look.set_options(
            [
                (_SYSTEM, QCoreApplication.translate("Settings", "As the system")),
                (Look.LIGHT.name, QCoreApplication.translate("Settings", "Light")),
                (Look.DARK.name, QCoreApplication.translate("Settings", "Dark")),
                (Look.CONTRAST.name, QCoreApplication.translate("Settings", "High contrast")),
            ],
            key=chosen.look.name if chosen.look is not None else _SYSTEM,
        )
        by_place = ("", QCoreApplication.translate("Settings", "by place"))
        minutes = [
            (str(one), QCoreApplication.translate("Settings", "after %n minutes", None, one))
            for one in IDLE_CHOICES
        ]
        self.idle.set_options([by_place, *minutes], key=str(chosen.idle_minutes or ""))

    def _choose(self, **changed: object) -> None:
        self._preferences = replace(self._preferences, **changed)  # type: ignore[arg-type]  # one known field
        self.chosen.emit(self._preferences)
