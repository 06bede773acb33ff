# SPDX-License-Identifier: MIT
"""The first step: the language, and whether to join a centre or to practise."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.components.button import Button
from desktop.ui.components.filter_chips import FilterChip, FilterChips
from desktop.ui.first_run.step import Step
from desktop.ui.theme.theme import Theme
from desktop.ui.words.language import Language


class StartStep(Step):
    """``language_chosen(Language)``, ``practice_asked``; forward means to join a centre."""

    language_chosen = Signal(object)
    practice_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.languages = FilterChips(theme, " ")
        self.practise = Button(theme, icon_name="flask-conical")
        self.fields.addWidget(self.languages)
        self.foot.insertWidget(1, self.practise)
        self.languages.chosen.connect(lambda key: self.language_chosen.emit(Language(key)))
        self.practise.clicked.connect(self.practice_asked)

    def buttons(self) -> list[QWidget]:
        """Return the buttons of the foot, left to right."""
        return [self.next, self.practise, self.previous]

    def show_language(self, language: Language) -> None:
        """Show which language is in force."""
        self.languages.set_options([(one.value, one.own_name) for one in Language], key=language.value)
        self.order(*self.languages.findChildren(FilterChip))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.lead.setText(
            QCoreApplication.translate(
                "FirstRun",
                "This computer becomes your notebook. Your supervisor gives you the invitation: a file, or a "
                "code on paper. Without one you can practise with made-up people; nothing of that is sent.",
            )
        )
        self.languages.setAccessibleName(QCoreApplication.translate("FirstRun", "Language"))
        self.next.setText(QCoreApplication.translate("FirstRun", "Join with an invitation"))
        self.practise.setText(QCoreApplication.translate("FirstRun", "Practise"))
