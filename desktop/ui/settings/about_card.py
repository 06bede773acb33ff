# SPDX-License-Identifier: MIT
"""What this program is: version and laptop, where the data lies, what is logged, and whose work it stands on."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.laptop import LaptopView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.facts import Fact, Facts
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.settings.licences import PROGRAM, pictures_and_letters
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone

_LABEL = 132
_NAME = 250


class AboutCard(Card):
    """`show_laptop` fills version and name; the licences open with a key."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it with the licences folded away."""
        super().__init__(tools.theme, parent=parent)
        theme = tools.theme
        self._laptop: LaptopView | None = None
        self._title = Words(theme, size=Type.SECTION)
        self.facts = Facts(theme, " ", label_width=_LABEL)
        self._data_title = Words(theme, size=Type.NAME)
        self._data = Words(theme, tone=Tone.MUTED, wrap=True)
        self._privacy_title = Words(theme, size=Type.NAME)
        self._privacy = Words(theme, tone=Tone.MUTED, wrap=True)
        self._own = Words(theme, tone=Tone.MUTED, wrap=True)
        self.unfold = Button(theme, kind=ButtonKind.LINK)
        self.licences = Facts(theme, " ", label_width=_NAME)
        self.licences.set_facts(
            [Fact(label=part.name, value=part.licence) for part in (*PROGRAM, *pictures_and_letters())]
        )
        self.licences.hide()
        self.body.setSpacing(4)
        self.body.addWidget(self._title)
        self.body.addWidget(self.facts)
        for head, text in ((self._data_title, self._data), (self._privacy_title, self._privacy)):
            self.body.addSpacing(6)
            self.body.addWidget(head)
            self.body.addWidget(text)
        self.body.addSpacing(6)
        self.body.addWidget(self._own)
        self.body.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.licences)
        self.unfold.clicked.connect(self._fold)
        self.retranslate()

    def show_laptop(self, laptop: LaptopView) -> None:
        """Show which version this is, and on which laptop."""
        self._laptop = laptop
        facts = [
            Fact(label=QCoreApplication.translate("Settings", "Version"), value=laptop.version),
            Fact(label=QCoreApplication.translate("Settings", "Computer"), value=laptop.laptop_name),
        ]
        self.facts.set_facts([fact for fact in facts if fact.value])

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Settings", "About Kenttäkirja"))
        self.facts.setAccessibleName(self._title.text())
        self._data_title.setText(QCoreApplication.translate("Settings", "Where your entries lie"))
        self._data.setText(
            QCoreApplication.translate(
                "Settings",
                "In your own notebook on this computer's disk, always encrypted, and at the city's centre once "
                "they have been sent. Your passphrase opens the notebook, for some hours after it your PIN, and when "
                "it is forgotten the city's recovery key.",
            )
        )
        self._privacy_title.setText(QCoreApplication.translate("Settings", "Privacy"))
        self._privacy.setText(
            QCoreApplication.translate(
                "Settings",
                "Each look at a person's card is kept in the access log. Who works on this computer and how many "
                "entries wait to be sent can be seen without a passphrase; what was written cannot. "
                "Nothing goes to anybody but the centre.",
            )
        )
        self._own.setText(
            QCoreApplication.translate(
                "Settings",
                "Kenttäkirja is free software under the MIT licence. It uses Qt under the LGPL and other free parts.",
            )
        )
        self._say_fold()
        self.licences.setAccessibleName(QCoreApplication.translate("Settings", "Licences"))
        if self._laptop is not None:
            self.show_laptop(self._laptop)

    def _fold(self) -> None:
        self.licences.setVisible(self.licences.isHidden())
        self._say_fold()

    def _say_fold(self) -> None:
        if self.licences.isHidden():
            self.unfold.setText(QCoreApplication.translate("Settings", "Show the licences"))
        else:
            self.unfold.setText(QCoreApplication.translate("Settings", "Hide the licences"))
        self.unfold.updateGeometry()
