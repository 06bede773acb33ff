# SPDX-License-Identifier: MIT
"""The last rounds, and at the foot what laptop and centre know of each other."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.sync import RoundRow, SyncView
from desktop.ui.components.card import Card
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.rule import Rule
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.sync.compared_line import ComparedLine
from desktop.ui.sync.troubles import round_trouble
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_moment, written_count
from desktop.ui.words.moments import local_moment

CLOCK_LEAST_MS: Final = 2 * 60_000
"""A clock less far off is nobody's business."""
_ROW: Final = 52
_MINUTE: Final = 60_000
_HOUR: Final = 60
_DAY: Final = 24 * 60
_YEAR: Final = 365


class RoundsCard(Card):
    """`show_view` fills it."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._view: SyncView | None = None
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self.rounds = RowList(theme, " ", height=_ROW)
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self.laptop = IconWords(theme, "laptop")
        self.hub = IconWords(theme, "building-2")
        self.checked = IconWords(theme, "circle-check")
        self.compared = ComparedLine(tools)
        self.clock = IconWords(theme, "clock")
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(self._title)
        self._empty.setContentsMargins(16, 8, 16, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(6)
        for line in (self.laptop, self.hub, self.checked, self.compared, self.clock):
            foot.addWidget(line)
        self.body.addLayout(head)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.rounds, 1)
        self.body.addWidget(Rule(theme))
        self.body.addLayout(foot)
        self.retranslate()
        self.forget()

    def show_view(self, view: SyncView) -> None:
        """Show the rounds, newest above, and the foot."""
        self._view = view
        self.rounds.set_rows([self._row(place, one) for place, one in enumerate(view.rounds)])
        self.rounds.setVisible(bool(view.rounds))
        self._empty.setVisible(not view.rounds)
        self.laptop.tell(view.laptop_name)
        self.hub.tell(view.hub_address)
        self._show_checked(view)
        self.compared.show_compared(view.compared)
        self._show_clock(view.clock_offset)

    def forget(self) -> None:
        """Drop what is shown."""
        self._view = None
        self.rounds.set_rows([])
        self._empty.hide()
        self.compared.show_compared(None)
        for line in (self.laptop, self.hub, self.checked, self.clock):
            line.tell("")

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Sync", "Last rounds"))
        self.rounds.setAccessibleName(QCoreApplication.translate("Sync", "Last rounds"))
        self._empty.setText(QCoreApplication.translate("Sync", "No round yet."))
        if self._view is not None:
            self.show_view(self._view)

    def _row(self, place: int, one: RoundRow) -> Row:
        now, language = local_moment(self._tools.clock()), self._tools.translations.language
        moved = QCoreApplication.translate("Sync", "{sent} sent, {received} received").format(
            sent=written_count(one.sent, language), received=written_count(one.received, language)
        )
        icon, tone = "check", Tone.OK
        match one.outcome:
            case "done":
                receipt = QCoreApplication.translate("Sync", "receipt kept")
                nothing = QCoreApplication.translate("Sync", "nothing new to send")
                title, second = moved, receipt if one.sent else nothing
            case "cancelled":
                icon, tone = "x", Tone.MUTED
                title, second = QCoreApplication.translate("Sync", "Stopped by you"), moved
            case _:
                icon, tone = "clock", Tone.MUTED if one.outcome == "offline" else Tone.WARN
                trouble = round_trouble(one.problem)
                again = QCoreApplication.translate("Sync", "tried again by itself")
                title, second = trouble.what, trouble.code or again
        when = near_moment(local_moment(one.at), now, language)
        return Row(key=f"{one.at}|{place}", title=title, second=second, time=when, icon=icon, icon_tone=tone)

    def _show_checked(self, view: SyncView) -> None:
        if view.difference:
            words = QCoreApplication.translate("Sync", "Differs from the centre: {teams}").format(
                teams=", ".join(view.difference)
            )
            self.checked.tell(words, icon="triangle-alert", tone=Tone.WARN)
            return
        words = QCoreApplication.translate("Sync", "Checked: %n records, no gaps", None, view.checked)
        count = written_count(view.checked, self._tools.translations.language)
        words = words.replace(str(view.checked), count, 1) if view.checked else ""
        self.checked.tell(words, icon="circle-check", tone=Tone.OK)

    def _show_clock(self, offset: int) -> None:
        """Say how far the clock is off; ``offset`` is hub time minus laptop time."""
        if abs(offset) <= CLOCK_LEAST_MS:
            self.clock.tell("")
            return
        span = written_span(abs(offset))
        ahead = QCoreApplication.translate("Sync", "This computer's clock is {span} fast. It does no harm.")
        behind = QCoreApplication.translate("Sync", "This computer's clock is {span} slow. It does no harm.")
        self.clock.tell((ahead if offset < 0 else behind).format(span=span), icon="clock", tone=Tone.MUTED)


def written_span(milliseconds: int) -> str:
    """Return a length of time in its largest whole unit: minutes, hours, days or years."""
    minutes = round(milliseconds / _MINUTE)
    if minutes < _HOUR:
        return QCoreApplication.translate("Sync", "%n minutes", None, minutes)
    if minutes < _DAY:
        return QCoreApplication.translate("Sync", "%n hours", None, round(minutes / _HOUR))
    days = round(minutes / _DAY)
    if days < 2 * _YEAR:
        return QCoreApplication.translate("Sync", "%n days", None, days)
    return QCoreApplication.translate("Sync", "%n years", None, round(days / _YEAR))
