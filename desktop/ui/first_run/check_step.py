# SPDX-License-Identifier: MIT
"""The third step: what the invitation says, the fingerprint to compare by eye, and this computer's name."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.laptop import Invitation
from desktop.ui.components.card import Card
from desktop.ui.components.facts import Fact, Facts
from desktop.ui.components.field import LineField
from desktop.ui.components.words import Words
from desktop.ui.first_run.step import Step
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class CheckStep(Step):
    """Shows an Invitation; ``laptop_name`` tells what the person calls this computer."""

    def __init__(self, theme: Theme, *, laptop_name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._invitation = Invitation("", "", "", "")
        self._facts = Facts(theme, " ", label_width=120)
        self._label = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.fingerprint = Words(theme, size=Type.TITLE, wrap=True)
        frame = Card(theme, padding=12)
        frame.body.setSpacing(4)
        frame.body.addWidget(self._label)
        frame.body.addWidget(self.fingerprint)
        self.name = LineField(theme, " ", longest=60)
        self.name.set_text(laptop_name)
        self.fields.addWidget(self._facts)
        self.fields.addWidget(frame)
        self.fields.addSpacing(8)
        self.fields.addWidget(self.name)
        self.order(self.name.line)

    @property
    def laptop_name(self) -> str:
        """The name that colleagues and the centre will see."""
        return self.name.text().strip()

    def show_invitation(self, invitation: Invitation) -> None:
        """Show this invitation."""
        self._invitation = invitation
        self.retranslate()

    def demand_name(self) -> bool:
        """Return whether there is a name; say beside the field that one is needed."""
        if not self.laptop_name:
            self.name.set_error(QCoreApplication.translate("FirstRun", "Give this computer a name."))
            self.name.setFocus()
        return bool(self.laptop_name)

    def title(self) -> str:
        """Return the step's title."""
        return QCoreApplication.translate("FirstRun", "Is this right?")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.lead.setText(
            QCoreApplication.translate("FirstRun", "Nothing has been sent yet. Compare before you go on.")
        )
        self._facts.setAccessibleName(QCoreApplication.translate("FirstRun", "What the invitation says"))
        facts = [
            Fact(
                label=QCoreApplication.translate("FirstRun", "Centre"),
                value=self._invitation.address.removeprefix("https://"),
            )
        ]
        if self._invitation.person:
            person = QCoreApplication.translate("FirstRun", "Invited")
            facts.insert(0, Fact(label=person, value=self._invitation.person))
        self._facts.set_facts(facts)
        self._label.setText(
            QCoreApplication.translate(
                "FirstRun", "Fingerprint. It must be the same as on the paper or the page of the centre:"
            )
        )
        self.fingerprint.setText(self._invitation.fingerprint)
        self.name.set_label(QCoreApplication.translate("FirstRun", "Name of this computer"))
        self.name.set_hint(
            QCoreApplication.translate(
                "FirstRun", "As on its sticker. Colleagues see it beside your entries."
            )
        )
        self.next.setText(QCoreApplication.translate("FirstRun", "It is the same, continue"))
