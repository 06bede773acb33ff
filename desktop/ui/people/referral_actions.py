# SPDX-License-Identifier: MIT
"""What has become of the chosen referral: its state, what was heard back, the next follow-up, the consent."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.referrals import MoveReferral, ReferralRow, WithdrawConsent
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField, TextField
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.referral_rows import due_day
from desktop.ui.referral.follow_up import coming_day
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_date
from desktop.ui.words.moments import local_moment
from desktop.ui.words.problems import sentence
from sync.records.fields import TEXT_LENGTH

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
STATES: Final = (
    "contacted", "accepted", "rejected", "no_show", "started", "completed", "interrupted", "withdrawn",
)  # fmt: skip
"""Codes of ``referral_states`` that come after a referral was given."""
_WHY: Final = frozenset({"rejected", "no_show", "interrupted", "withdrawn"})
"""States that ask for a reason; without one a rejection says nothing to who refers the next client there."""
REASONS: Final = ("not_suitable", "full", "client_declined", "not_reached", "duplicate_service", "other")
_NO_FOLLOW_UP: Final = "-"


class ReferralActions(QWidget):
    """``saved(object)`` tells a RecordSaved and its words, ``left()`` that Escape closed it. Hidden until asked."""

    saved = Signal(object, str)
    left = Signal()
    file_asked = Signal(object)
    """The ReferralRow that a file is to be added to."""
    grown = Signal(object)
    """Something below was added, and wants to be seen: a widget."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._row: ReferralRow | None = None
        self._saving = False
        theme = tools.theme
        self.title = Words(theme, size=Type.NAME, wrap=True)
        self.title.hide()  # stands above what the tab says of the referral
        self.state = Choice(theme, " ")
        self.reason = Choice(theme, " ")
        self._state_field = Field(theme, " ", self.state)
        self._reason_field = Field(theme, " ", self.reason)
        self.feedback = TextField(theme, " ", longest=TEXT_LENGTH, lines=2)
        self.follow_up = LineField(theme, " ", longest=20)
        self.save = Button(theme, kind=ButtonKind.SECONDARY, icon_name="save", key="Ctrl Enter")
        self.back = Button(theme, kind=ButtonKind.LINK, key="Esc")
        self.attach = Button(theme, icon_name="paperclip")
        self.withdraw = Button(theme, kind=ButtonKind.DANGER)
        self.question = Notice(theme, tone=Tone.DANGER, icon_name="undo-2")
        self._lay_out()
        self.state.chosen.connect(lambda _key: self._chose_state())
        self.reason.chosen.connect(lambda _key: self._reason_field.set_error(""))
        self.save.clicked.connect(self.save_move)
        self.back.clicked.connect(self.left)
        self.attach.clicked.connect(self._ask_file)
        self.withdraw.clicked.connect(self._ask_withdraw)
        self.question.acted.connect(self._withdraw)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._state_field, 1)
        both.addWidget(self._reason_field, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.save)
        acts.addWidget(self.back)
        acts.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.attach)
        last.addWidget(self.withdraw)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        column.addLayout(both)
        column.addWidget(self.feedback)
        column.addWidget(self.follow_up)
        column.addLayout(acts)
        column.addLayout(last)
        column.addWidget(self.question)

    def begin(self, row: ReferralRow) -> None:
        """Show this referral's state and take the keys."""
        self._row = row
        self._saving = False
        day = due_day(row)
        self.feedback.set_text("")
        self.follow_up.set_text(written_date(day) if day is not None else "")
        self.question.hide()
        self._fill()
        self.state.set_key(row.status)
        self.reason.set_key(row.reason if row.reason in REASONS else "")
        self._chose_state()
        self.title.show()
        self.show()
        self.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, row: ReferralRow | None) -> None:
        """Keep what is typed about the same referral; one that has gone closes."""
        if row is None:
            self.forget()
        elif not self.isHidden():
            self._row = row
            self._fill()

    @property
    def row(self) -> ReferralRow | None:
        """Which referral is worked on."""
        return None if self.isHidden() else self._row

    def forget(self) -> None:
        """Drop every word and hide."""
        self._row = None
        self._saving = False
        self.feedback.set_text("")
        self.follow_up.set_text("")
        self.title.setText("")
        self.title.hide()
        self.question.hide()
        self.hide()

    def save_move(self) -> None:
        """Save the state; what is missing is said beside its field and nothing is lost."""
        row, text = self._row, self.feedback.text().strip()
        if row is None or self._saving:
            return
        status = self.state.key()
        reason = self.reason.key() if status in _WHY else ""
        if status == "rejected" and not reason:
            words = QCoreApplication.translate("ServicesTab", "Choose why: it helps the next client.")
            self._reason_field.set_error(words)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if len(text) > TEXT_LENGTH:
            self.feedback.set_error(sentence(ProblemReport(Problem.TEXT_TOO_LONG, {"limit": TEXT_LENGTH})))
            self.feedback.area.setFocus()
            return
        follow_up = self._next_day(row)
        if follow_up is None:
            return
        self._saving = True
        ask = MoveReferral(row.referral, status, reason=reason, feedback=text, follow_up=follow_up)
        words = self._tools.codes.label("referral_states", status)
        self._tools.bridge.ask(
            self, ask, done=lambda saved: self._was_saved(saved, f"{row.name}: {words}"), failed=self._refused
        )

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [
            self.state, self.reason, self.feedback.area, self.follow_up.line, self.save, self.back,
            self.attach, self.withdraw, self.question.button,
        ]  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Save with Ctrl+Enter; Escape closes the question first, then the whole."""
        key = Qt.Key(event.key())
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save_move()
        elif key == Qt.Key.Key_Escape:
            if self.question.isHidden():
                self.left.emit()
            else:
                self.question.hide()
                self.withdraw.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self._state_field.set_label(QCoreApplication.translate("ServicesTab", "State"))
        self._reason_field.set_label(QCoreApplication.translate("ServicesTab", "Reason"))
        self.feedback.set_label(QCoreApplication.translate("ServicesTab", "What was heard back"))
        self.follow_up.set_label(QCoreApplication.translate("ServicesTab", "Next follow-up"))
        self.follow_up.set_hint(QCoreApplication.translate("ServicesTab", "8.12. or +14. Empty: none."))
        self.save.setText(QCoreApplication.translate("ServicesTab", "Save"))
        self.attach.setText(QCoreApplication.translate("ServicesTab", "Add a file"))
        self.withdraw.setText(QCoreApplication.translate("ServicesTab", "Take back the consent"))
        self.back.setText(QCoreApplication.translate("ServicesTab", "Back to the list"))
        for button in (self.save, self.back, self.attach, self.withdraw):
            button.updateGeometry()
        self._fill()

    def _fill(self) -> None:
        row, codes = self._row, self._tools.codes
        if row is None:
            return
        self.title.setText(row.name)
        states = STATES if row.status in STATES else (row.status, *STATES)
        self.state.set_options([(one, codes.label("referral_states", one)) for one in states])
        none = QCoreApplication.translate("ServicesTab", "No reason")
        self.reason.set_options(
            [("", none), *((one, codes.label("referral_reasons", one)) for one in REASONS)]
        )
        self.withdraw.setVisible(row.consent == "given")

    def _chose_state(self) -> None:
        self._reason_field.set_error("")
        self._reason_field.setVisible(self.state.key() in _WHY)

    def _next_day(self, row: ReferralRow) -> str | None:
        """Return what MoveReferral wants of the follow-up; ``None``, said beside the field, for no day."""
        typed, day = self.follow_up.text().strip(), due_day(row)
        if not typed:
            return _NO_FOLLOW_UP if row.due else ""
        if day is not None and typed == written_date(day):
            return ""  # untouched, though it may be over: an old day is not refused for standing there
        found = coming_day(typed, local_moment(self._tools.clock()).date())
        if found:
            return found
        self.follow_up.set_error(
            QCoreApplication.translate("ServicesTab", "Not a day from today on. Write it as 8.12. or +14.")
        )
        self.follow_up.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def _ask_file(self) -> None:
        if self._row is not None:
            self.file_asked.emit(self._row)

    def _ask_withdraw(self) -> None:
        self.question.tell(
            QCoreApplication.translate(
                "ServicesTab", "The referral stays and says so. Tell the service as well. Take it back?"
            ),
            action=QCoreApplication.translate("ServicesTab", "Take back"),
        )
        self.question.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit(self.question)

    def _withdraw(self) -> None:
        row = self._row
        if row is None or self._saving:
            return
        self._saving = True
        words = QCoreApplication.translate("ServicesTab", "Consent taken back")
        self._tools.bridge.ask(
            self,
            WithdrawConsent(row.referral),
            done=lambda saved: self._was_saved(saved, words),
            failed=self._refused,
        )

    def _was_saved(self, saved: object, words: str) -> None:
        if self._saving:
            self.forget()
            self.saved.emit(saved, words)

    def _refused(self, report: ProblemReport) -> None:
        self._saving = False
        self.troubled.emit(report)
