# SPDX-License-Identifier: MIT
"""The form of a referral: services, how, how soon, what the service is told, and when one asks after it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.field import LineField, TextField
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.notice import Notice
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.referral.chosen_list import ChosenLine, ChosenList
from desktop.ui.referral.follow_up import coming_day, preset_day
from desktop.ui.referral.kind_chips import KindChips
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import local_moment
from desktop.ui.words.referrals import LEAVES
from sync.records.fields import TEXT_LENGTH

URGENCIES = ("today", "week", "normal")


class ReferralForm(Card):
    """``send_asked`` and ``left`` are its two buttons; a visitor without a name has services and a kind only."""

    send_asked = Signal()
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._name = ""
        self._visit = False
        self._preset = ""
        theme = tools.theme
        self.title = Words(theme, size=Type.TITLE, wrap=True)
        self.warning = Notice(theme, tone=Tone.DANGER, icon_name="shield-alert")
        self.services = ChosenList(tools)
        self.kind_title = Words(theme, size=Type.LABEL)
        self.kinds = KindChips(tools)
        self.about_kind = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.urgency_title = Words(theme, size=Type.LABEL)
        self.urgency = FilterChips(theme, " ")
        self.text = TextField(theme, " ", longest=TEXT_LENGTH, lines=3)
        self.follow_up = LineField(theme, " ", longest=20)
        self.send = Button(theme, kind=ButtonKind.PRIMARY, icon_name="send", key="Ctrl Enter", tall=True)
        self.leave = Button(theme, kind=ButtonKind.LINK, key="Esc")
        self.wrong = Words(theme, size=Type.SECONDARY, tone=Tone.DANGER, wrap=True)
        self.pane = ScrollPane(theme, " ")
        self._lay_out()
        self.send.clicked.connect(self.send_asked)
        self.leave.clicked.connect(self.left)
        self.retranslate()

    def _lay_out(self) -> None:
        body = self.pane.body
        body.setContentsMargins(16, 10, 12, 8)
        above: tuple[QWidget, ...] = (self.title, self.warning, self.services)
        for part in above:
            body.addWidget(part)
            body.addSpacing(4)
        body.addSpacing(4)
        body.addWidget(self.kind_title)
        body.addWidget(self.kinds)
        body.addWidget(self.about_kind)
        body.addSpacing(8)
        body.addWidget(self.urgency_title)
        body.addWidget(self.urgency)
        body.addSpacing(4)
        body.addWidget(self.text)
        body.addWidget(self.follow_up)
        body.addStretch(1)
        self.follow_up.line.setMaximumWidth(200)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.send)
        acts.addWidget(self.leave)
        acts.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 6, 12, 8)
        foot.setSpacing(0)
        foot.addLayout(acts)
        foot.addWidget(self.wrong)
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addLayout(foot)

    # --- what the page calls ---

    def begin(self, name: str, *, visit: bool, protected: bool) -> None:
        """Be empty again, for this person or for the walk-in."""
        self._name = name
        self._visit = visit
        self._preset = "" if visit else preset_day(self._today())
        self.text.set_text("")
        self.follow_up.set_text(self._preset)
        self.kinds.set_kind("guided")
        self.urgency.set_key("normal")
        self.warning.setVisible(protected)
        for part in (self.urgency_title, self.urgency, self.text, self.follow_up):
            part.setVisible(not visit)
        for field in (self.text, self.follow_up):
            field.set_error("")
        self.tell_wrong("")
        self.retranslate()

    def show_services(self, lines: Sequence[ChosenLine]) -> None:
        """Show where one is sent."""
        self.services.show_lines(lines)
        self.send.setEnabled(bool(lines))

    def say_kind(self, *, leaves_without_consent: bool, not_taken: str) -> None:
        """Say what the kind means for the client's data, and which service takes nobody that way."""
        told = (
            QCoreApplication.translate("Referral", "The service is told who comes.")
            if self.kinds.kind() in LEAVES and not self._visit
            else QCoreApplication.translate("Referral", "Nothing about the client leaves.")
        )
        if leaves_without_consent:
            told = QCoreApplication.translate(
                "Referral", "The service is told who comes; it needs no consent."
            )
        if not_taken:
            words = QCoreApplication.translate("Referral", "By the catalogue, not this way: {services}.")
            told = f"{told} {words.format(services=not_taken)}"
        self.about_kind.setText(told)
        self._say_text()

    def day(self) -> str | None:
        """Return the day of the follow-up, an empty text for none; ``None``, said beside the field, for no day."""
        typed = self.follow_up.text().strip()
        if not typed:
            return ""
        found = coming_day(typed, self._today())
        if found:
            return found
        self.follow_up.set_error(
            QCoreApplication.translate("Referral", "Not a day from today on. Write it as 8.12. or +14.")
        )
        self.follow_up.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def written(self) -> str | None:
        """Return what was written; ``None``, said beside the field, when it is too long."""
        text = self.text.text().strip()
        if len(text) <= TEXT_LENGTH:
            return text
        words = QCoreApplication.translate(
            "Referral", "Too long: {length} of {limit} signs. Shorten it; nothing is lost."
        )
        self.text.set_error(words.format(length=len(text), limit=TEXT_LENGTH))
        self.text.area.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def tell_wrong(self, words: str) -> None:
        """Say over the buttons why nothing was saved; an empty text takes it back."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        if words:
            announce(self.send, words)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [
            self.pane.area, *self.services.drops(), *self.kinds.chips.values(), *self.urgency.chips(),
            self.text.area, self.follow_up.line, self.send, self.leave,
        ]  # fmt: skip

    def retranslate(self) -> None:
        """Say every word again."""
        codes = self._tools.codes
        for_name = QCoreApplication.translate("Referral", "Refer {name}").format(name=self._name)
        for_visit = QCoreApplication.translate("Referral", "Refer the visitor")
        self.title.setText(for_visit if self._visit else for_name if self._name else "")
        if not self.warning.isHidden():
            self.warning.tell(
                QCoreApplication.translate(
                    "Referral",
                    "Protected person: home and phone number are not to be told. Agree on each thing first.",
                )
            )
        self.pane.set_name(QCoreApplication.translate("Referral", "Referral"))
        self.services.retranslate()
        self.kind_title.setText(QCoreApplication.translate("Referral", "How"))
        self.kinds.retranslate()
        urgency = QCoreApplication.translate("Referral", "How soon")
        self.urgency_title.setText(urgency)
        self.urgency.setAccessibleName(urgency)
        self.urgency.set_options(
            [(one, codes.label("urgencies", one)) for one in URGENCIES], key=self.urgency.key() or "normal"
        )
        self.follow_up.set_label(QCoreApplication.translate("Referral", "Follow-up on"))
        self.follow_up.set_hint(
            QCoreApplication.translate("Referral", "It comes up on Today then. Empty: no follow-up.")
        )
        self.send.setText(
            QCoreApplication.translate("Referral", "To the visit")
            if self._visit
            else QCoreApplication.translate("Referral", "Refer")
        )
        self.send.set_key("1\N{EN DASH}4" if self._visit else "Ctrl Enter")
        self.send.updateGeometry()
        self.leave.setText(QCoreApplication.translate("Referral", "Back to the services"))
        self.leave.updateGeometry()
        self._say_text()

    def _say_text(self) -> None:
        leaves = self.kinds.kind() in LEAVES
        self.text.set_label(
            QCoreApplication.translate("Referral", "What the service is told")
            if leaves
            else QCoreApplication.translate("Referral", "Note on the referral")
        )

    def _today(self) -> date:
        return local_moment(self._tools.clock()).date()
