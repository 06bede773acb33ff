# SPDX-License-Identifier: MIT
"""From the supervisor: what was returned, asked or approved, with room to answer at once."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.today import AnswerReview, ReviewNews
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.field import LineField
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.sketch import width_of
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import ROW_PERSON, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_moment
from desktop.ui.words.language import Language
from desktop.ui.words.moments import local_moment

_SIGNS = {
    "approved": ("check-check", Tone.OK),
    "returned": ("corner-up-left", Tone.WARN),
    "question": ("message-circle-question-mark", Tone.ACCENT),
}
_HEAD = 44
_ROWS_FIRST = 100
_BESIDE_TITLE = 116
"""What icon, time and sides take of a row's width."""


class NewsCard(Card):
    """``answer_asked(AnswerReview)``; approved items need no answer. ``left`` is Esc."""

    answer_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self._codes = codes
        self._news: tuple[ReviewNews, ...] = ()
        self._language = Language.FINNISH
        self._now = 0
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.rows = RowList(theme, " ", height=ROW_PERSON)
        self._comment = Words(theme, wrap=True)
        self.answer = LineField(theme, " ", longest=1000)
        self.send = Button(theme, kind=ButtonKind.SECONDARY, icon_name="send", key="Enter")
        self._lay_out()
        self.setFocusProxy(self.rows)
        self.rows.row_chosen.connect(lambda _key: self._show_chosen())
        self.rows.row_opened.connect(lambda _key: self._begin_answer())
        self.answer.entered.connect(self._ask)
        self.send.clicked.connect(self._ask)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 15, 0)
        head.setSpacing(9)
        self._title.setMinimumHeight(_HEAD)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        send = QVBoxLayout()
        send.setContentsMargins(0, 0, 0, 4)
        send.addStretch(1)
        send.addWidget(self.send)
        below.addWidget(self.answer, 1)
        below.addLayout(send)
        self._comment.setContentsMargins(15, 8, 15, 4)
        self._form = QWidget()
        self._form.setLayout(below)
        self._form.setContentsMargins(15, 0, 15, 8)
        self.body.addLayout(head)
        self.body.addWidget(self.rows, _ROWS_FIRST)
        self.body.addWidget(self._comment)
        self.body.addWidget(self._form)
        self.body.addStretch(1)

    def show_news(self, news: Sequence[ReviewNews], *, now: int, language: Language) -> None:
        """Show these, newest first; keeps the chosen one and the answer being written."""
        self._news = tuple(sorted(news, key=lambda one: -one.at))
        self._now, self._language = now, language
        self.retranslate()
        if self._news and not self.rows.key():
            self.rows.choose(self._news[0].review.hex())
        self._show_chosen()

    @property
    def waiting(self) -> int:
        """How many want an answer."""
        return sum(1 for one in self._news if _wants_answer(one))

    def answered(self) -> None:
        """Take the written answer away: it is saved."""
        self.answer.set_text("")

    def forget(self) -> None:
        """Drop everything: the notebook is being locked."""
        self._news = ()
        self.answer.set_text("")
        self.rows.set_rows(())
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Know anew whether the comment fits its row."""
        super().resizeEvent(event)
        self._show_chosen()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        title = QCoreApplication.translate("NewsCard", "From the supervisor")
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        waiting = QCoreApplication.translate("NewsCard", "%n to answer", None, self.waiting)
        self._count.setText(waiting if self.waiting else "")
        self.answer.set_label(QCoreApplication.translate("NewsCard", "Your answer"))
        self.send.setText(QCoreApplication.translate("NewsCard", "Answer"))
        self.rows.set_rows([self._row(one) for one in self._news])
        self.rows.setMaximumHeight(ROW_PERSON * max(len(self._news), 1))
        self._show_chosen()

    def _row(self, one: ReviewNews) -> Row:
        icon, tone = _SIGNS.get(one.verdict, ("message-square", Tone.MUTED))
        verdicts = {
            "approved": QCoreApplication.translate("NewsCard", "Approved: {what}"),
            "returned": QCoreApplication.translate("NewsCard", "Returned: {what}"),
            "question": QCoreApplication.translate("NewsCard", "Asks: {what}"),
        }
        topics = one.about_text.split(",")
        about = one.about_text
        if one.about_kind == "visit":
            about = ", ".join(self._codes.short("topics", code) for code in topics)
        said = f"{one.comment}" if one.comment else about
        by = f"{one.by} · {about}" if one.comment and about else one.by
        marks: tuple[MarkValue, ...] = ()
        if one.replied:
            marks = (MarkValue("check", QCoreApplication.translate("NewsCard", "Answered"), Tone.MUTED),)
        elif one.waits_for_hub:
            marks = (MarkValue("hourglass", QCoreApplication.translate("NewsCard", "Waits"), Tone.WAIT),)
        return Row(
            key=one.review.hex(),
            title=verdicts.get(one.verdict, "{what}").format(what=said),
            second=by,
            time=near_moment(local_moment(one.at), local_moment(self._now), self._language),
            icon=icon,
            icon_tone=tone,
            marks=marks,
        )

    def _current(self) -> ReviewNews | None:
        return next((one for one in self._news if one.review.hex() == self.rows.key()), None)

    def _show_chosen(self) -> None:
        one = self._current()
        asks = one is not None and _wants_answer(one)
        comment = one.comment if one is not None else ""
        self._comment.setText(comment)
        title = self._row(one).title if one is not None else ""
        cut = width_of(title, Type.NAME) > self.rows.width() - _BESIDE_TITLE
        self._comment.setVisible(cut and bool(comment))
        self._form.setVisible(asks)

    def _begin_answer(self) -> None:
        if not self._form.isHidden():
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        one, text = self._current(), self.answer.text().strip()
        if one is not None and text and _wants_answer(one):
            self.answer_asked.emit(AnswerReview(one.review, text))


def _wants_answer(one: ReviewNews) -> bool:
    return one.verdict in {"returned", "question"} and not one.replied
