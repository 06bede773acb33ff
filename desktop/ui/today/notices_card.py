# SPDX-License-Identifier: MIT
"""News: what the centre and colleagues have to say. Enter opens what it is about, S says that it was seen."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.notices import NoticeRow, Notices
from desktop.ui.components.row_value import Row
from desktop.ui.components.words import Words
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.rows_card import RowsCard
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_moment
from desktop.ui.words.language import Language
from desktop.ui.words.moments import local_moment
from desktop.ui.words.transfers import notice_facts, notice_more, notice_sign, notice_title

HANDED_OVER: Final = "handover"
DECIDING: Final = "held"
_NOTHING: Final = Notices([])
_ABOUT_SAVES: Final = frozenset({"held", "refused"})


class NoticesCard(RowsCard):
    """``opened(str)`` tells a page, ``person_asked(EntityId)`` a card, ``dismiss_asked(EntityId)`` what was seen."""

    opened = Signal(str)
    person_asked = Signal(object)
    dismiss_asked = Signal(object)

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "S", parent=parent)
        self._codes = codes
        self._notices = _NOTHING
        self._now = 0
        self._language = Language.FINNISH
        self.seen = self.buttons["S"]
        self.more = Words(theme, wrap=True)
        self.more.setContentsMargins(15, 6, 15, 10)
        self.body.addWidget(self.more)
        self.rows.row_chosen.connect(lambda _key: self._show_chosen())
        self.rows.row_opened.connect(self._open)
        self.letter.connect(lambda _letter: self._dismiss())

    def show_notices(self, notices: Notices, *, now: int, language: Language) -> None:
        """Show these, what waits for this person first; keeps the chosen row, or takes the one in its place."""
        place = self.rows.currentIndex().row()
        self._notices, self._now, self._language = notices, now, language
        self.retranslate()
        self._keep_place(place)
        self._show_chosen()

    def forget(self) -> None:
        """Drop every word: the notebook is being locked."""
        self._notices = _NOTHING
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._say(
            QCoreApplication.translate("Notices", "News"),
            [*self._waiting(), *map(self._row, self._notices.rows)],
            {"S": QCoreApplication.translate("Notices", "Seen")},
        )
        self._show_chosen()

    def _waiting(self) -> list[Row]:
        rows = []
        if self._notices.handed_over:
            title = QCoreApplication.translate(
                "Notices", "%n people were handed over to you", None, self._notices.handed_over
            )
            second = QCoreApplication.translate("Notices", "Enter shows from whom, and what came late")
            rows.append(
                Row(key=HANDED_OVER, title=title, second=second, icon="handshake", icon_tone=Tone.ACCENT)
            )
        if self._notices.deciding:
            title = QCoreApplication.translate(
                "Notices", "%n saves wait for your decision", None, self._notices.deciding
            )
            second = QCoreApplication.translate("Notices", "The centre holds them back")
            rows.append(
                Row(key=DECIDING, title=title, second=second, icon="shield-alert", icon_tone=Tone.DANGER)
            )
        return rows

    def _row(self, one: NoticeRow) -> Row:
        icon, tone = notice_sign(one.what)
        return Row(
            key=one.notice.hex(),
            title=notice_title(one, self._codes),
            second=notice_facts(one),
            time=near_moment(local_moment(one.at), local_moment(self._now), self._language),
            icon=icon,
            icon_tone=tone,
        )

    def _current(self) -> NoticeRow | None:
        return next((one for one in self._notices.rows if one.notice.hex() == self.rows.key()), None)

    def _show_chosen(self) -> None:
        one = self._current()
        words = notice_more(one) if one is not None else ""
        self.more.setText(words)
        self.more.setVisible(bool(words))
        self.seen.setEnabled(one is not None)
        self._take_room(max(self.more.heightForWidth(self.width()), 0) if words else 0)

    def _open(self, key: str) -> None:
        one = self._current()
        if key in {HANDED_OVER, DECIDING}:
            self.opened.emit(key)
        elif one is not None and one.person is not None:
            self.person_asked.emit(one.person)
        elif one is not None and one.what in _ABOUT_SAVES:
            self.opened.emit(DECIDING)

    def _dismiss(self) -> None:
        one = self._current()
        if one is not None:
            self.dismiss_asked.emit(one.notice)
