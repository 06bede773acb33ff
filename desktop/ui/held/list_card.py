# SPDX-License-Identifier: MIT
"""The left card: what waits for a decision, what of one's own is held back, what waits for a newer program."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.held import Held, HeldRow, ParkedRow
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.states import State, mark_of
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_THREE_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_moment
from desktop.ui.words.moments import local_moment
from desktop.ui.words.transfers import held_reason, kinds_said

_NOTHING = Held([], [], [], 0)


class ListCard(Card):
    """``row_chosen(str)`` follows the current row, ``row_opened(str)`` tells Enter. Parked rows have no key to open."""

    row_chosen = Signal(str)
    row_opened = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._held = _NOTHING
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.rows = RowList(theme, " ", height=ROW_THREE_LINES)
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self._empty.setContentsMargins(16, 12, 16, 12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        self.rows.row_chosen.connect(self.row_chosen)
        self.rows.row_opened.connect(self.row_opened)
        self.retranslate()

    def show_held(self, held: Held) -> None:
        """Show these; keeps the chosen row, or takes the one in its place."""
        place = self.rows.currentIndex().row()
        self._held = held
        self.retranslate()
        rows = self.rows.rows()
        if rows and not self.rows.key():
            self.rows.choose(rows[min(max(place, 0), len(rows) - 1)].key)

    def row(self, item: str) -> HeldRow | None:
        """Return the save of this id, ``None`` for a parked one."""
        return next((one for one in self._held.rows if one.item == item), None)

    def forget(self) -> None:
        """Drop every value."""
        self._held = _NOTHING
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        title = QCoreApplication.translate("Held", "Held back")
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        count = self._held.deciding
        words = QCoreApplication.translate("Held", "%n to decide", None, count)
        self._count.setText(words if count else "")
        self._empty.setText(QCoreApplication.translate("Held", "Nothing is held back."))
        rows = [*map(self._row, self._held.rows), *map(self._parked, enumerate(self._held.parked))]
        self._empty.setVisible(not rows)
        self.rows.setVisible(bool(rows))
        self.rows.set_rows(rows)

    def _row(self, one: HeldRow) -> Row:
        mine = QCoreApplication.translate("Held", "Your own save")
        title = mine if one.mine else one.by or QCoreApplication.translate("Held", "Unknown author")
        return Row(
            key=one.item,
            title=title,
            second=held_reason(one.reason),
            third=" · ".join(part for part in (one.team, kinds_said(one.kinds)) if part),
            time=self._when(one.at),
            icon="shield-alert",
            icon_tone=Tone.DANGER if one.can_decide and not one.said else Tone.MUTED,
            marks=_marks(one),
        )

    def _parked(self, numbered: tuple[int, ParkedRow]) -> Row:
        place, one = numbered
        here = QCoreApplication.translate("Held", "Shown when this program is newer")
        there = QCoreApplication.translate("Held", "The centre takes it up once it is updated")
        written = QCoreApplication.translate("Held", "Written by {program}").format(program=one.app)
        who = one.by or QCoreApplication.translate("Held", "Your own save")
        return Row(
            key=f"parked/{place}",
            title=kinds_said(one.kinds) or QCoreApplication.translate("Held", "A record of an unknown kind"),
            second=there if one.at_hub else here,
            third=" · ".join(part for part in (who, one.team, written if one.app else "") if part),
            time=self._when(one.at),
            icon="circle-pause",
            icon_tone=Tone.WARN,
        )

    def _when(self, at: int) -> str:
        language = self._tools.translations.language
        return near_moment(local_moment(at), local_moment(self._tools.clock()), language)


def _marks(one: HeldRow) -> tuple[MarkValue, ...]:
    if one.said:
        return (mark_of(State.WAITS_FOR_HUB),)
    if one.refused:
        return (MarkValue("circle-x", QCoreApplication.translate("Held", "Not accepted"), Tone.DANGER),)
    return ()
