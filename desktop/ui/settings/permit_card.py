# SPDX-License-Identifier: MIT
"""Until when this notebook opens without having met the centre, and where that permit is kept."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.leases import LeaseView, ShowLease
from desktop.ui.components.card import Card
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_day
from desktop.ui.words.moments import local_moment


class PermitCard(Card):
    """Tells only: the permit renews itself at each contact. `troubled(ProblemReport)`."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty; ``load`` asks how it stands."""
        super().__init__(tools.theme, parent=parent)
        self._tools = tools
        self._view: LeaseView | None = None
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self.until = Words(theme, wrap=True)
        self._lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.warning = Notice(theme, tone=Tone.WARN, icon_name="shield-alert")
        self.warning.hide()
        self.body.setSpacing(6)
        for part in (self._title, self.until, self._lead, self.warning):
            self.body.addWidget(part)
        self.retranslate()

    def load(self) -> None:
        """Ask how it stands."""
        self._tools.bridge.ask(self, ShowLease(), done=self._show, failed=self.troubled.emit)

    def forget(self) -> None:
        """Drop what is known of this person's permit."""
        self._view = None
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        view = self._view
        self._title.setText(QCoreApplication.translate("Settings", "This computer's permit"))
        self.until.setText(self._until())
        self._lead.setText(
            QCoreApplication.translate(
                "Settings",
                "Each contact with the centre renews it for %n days. Without one the notebook then stays closed, "
                "and nothing in it is lost: the centre or the help desk opens it again.",
                None,
                view.days,
            )
            if view is not None
            else ""
        )
        weak = view is not None and bool(view.until) and not view.in_key_store
        words = QCoreApplication.translate(
            "Settings",
            "This computer has no key store, so the permit lies in a file. Somebody who copies the whole disk "
            "has it too.",
        )
        if weak and self.warning.words() != words:
            self.warning.tell(words)
        self.warning.setVisible(weak)

    def _until(self) -> str:
        if self._view is None:
            return ""
        if not self._view.until:
            return QCoreApplication.translate(
                "Settings", "There is none yet. It comes at the next contact with the centre."
            )
        day = written_day(local_moment(self._view.until).date(), self._tools.translations.language)
        words = QCoreApplication.translate("Settings", "The notebook opens on this computer until {day}.")
        return words.format(day=day)

    def _show(self, view: LeaseView) -> None:
        self._view = view
        self.retranslate()
