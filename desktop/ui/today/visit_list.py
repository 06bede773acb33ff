# SPDX-License-Identifier: MIT
"""Today's walk-ins and groups, newest first: time, topics, age, language, outcomes and where the save is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import GroupRow, VisitRow
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Cell, Column, ColumnKind, TableRow
from desktop.ui.components.tip import plain_tip
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import written_time
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import local_moment

_ROW = 34
_HEAD = 44
_OUTCOMES = 130
_WORDS = 600
_ICONS = ("users", "phone", "hourglass")
_KEYS = ("Ctrl G", "Ctrl R", "Ctrl W")
_WIDE = 800
_LOUDEST = (
    Mark.QUARANTINED, Mark.TWO_VALUES, Mark.RETURNED, Mark.QUESTION, Mark.PARKED, Mark.CHANGED_SINCE_REVIEW,
    Mark.PROVISIONAL, Mark.UNSENT, Mark.APPROVED, Mark.DELIVERED,
)  # fmt: skip
"""Which of several marks a row shows: what wants a person's eye first."""


class VisitList(Card):
    """``visit_opened(str)`` tells Enter or a double click on a row, by the visit's hex id; of a group ``group_opened``.

    The buttons in its head are for hands on a mouse: ``group_asked``, ``lead_asked``, ``waiting_asked``.
    """

    visit_opened = Signal(str)
    group_opened = Signal(object)
    """GroupRow."""
    group_asked = Signal()
    lead_asked = Signal()
    waiting_asked = Signal()
    news_asked = Signal()

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self._codes = codes
        self._rows: tuple[VisitRow, ...] = ()
        self._groups: tuple[GroupRow, ...] = ()
        self._unsent = 0
        self._language = Language.FINNISH
        self._title = Words(theme, size=Type.SECTION)
        self._about = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.news = Button(theme)
        self.news.hide()
        self.acts = [Button(theme, kind=ButtonKind.LINK, icon_name=icon) for icon in _ICONS]
        self.short_acts = [IconButton(theme, icon, " ", outlined=False) for icon in _ICONS]
        self.table = Table(theme, " ", _columns(wide=False), header=False, height=_ROW)
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self._lay_out()
        self.table.row_opened.connect(self._open)
        asks = (self.group_asked, self.lead_asked, self.waiting_asked)
        for button, asked in zip((*self.acts, *self.short_acts), asks * 2, strict=True):
            button.setFocusPolicy(
                Qt.FocusPolicy.NoFocus
            )  # the window's own keys are the keyboard's way to it
            button.clicked.connect(asked)
        self.news.clicked.connect(self.news_asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 6, 0)
        head.setSpacing(0)
        for part in (self._title, self._about, self.news):
            part.setMinimumHeight(_HEAD)
        head.addWidget(self._title)
        head.addSpacing(9)
        head.addWidget(self._about, 1)
        for act in (*self.acts, *self.short_acts):
            head.addWidget(act)
        head.addWidget(self.news)
        self._empty.setContentsMargins(15, 4, 15, 15)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)

    @property
    def anything(self) -> bool:
        """Whether anything is shown: an empty list takes no keys."""
        return bool(self._rows or self._groups)

    def show_visits(
        self, rows: Sequence[VisitRow], groups: Sequence[GroupRow] = (), *, unsent: int, language: Language
    ) -> None:
        """Show these; the chosen row stays chosen."""
        self._rows = tuple(sorted(rows, key=lambda row: -row.at))
        self._groups = tuple(groups)
        self._unsent = unsent
        self._language = language
        self.retranslate()

    def offer_news(self, words: str) -> None:
        """Show the way to the supervisor's words where their column has no room; none for an empty text."""
        self.news.setText(words)
        self.news.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Share the room between topics and outcomes where there is much of it."""
        super().resizeEvent(event)
        self.table.set_columns(_columns(wide=self.width() >= _WIDE))
        self._fit()

    def _fit(self) -> None:
        """Write what the buttons do where there is room for it, and their keys where there is more."""
        words, keys = self.width() >= _WORDS and self.news.isHidden(), self.width() >= _WIDE
        for button, key in zip(self.acts, _KEYS, strict=True):
            button.setVisible(words)
            button.set_key(key if keys else "")
        for short in self.short_acts:
            short.setVisible(not words)

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._title.setText(QCoreApplication.translate("VisitList", "Today"))
        self.table.setAccessibleName(QCoreApplication.translate("VisitList", "Today's visits"))
        visits = QCoreApplication.translate("VisitList", "%n visits", None, len(self._rows))
        if self._groups:
            groups = QCoreApplication.translate("VisitList", "%n groups", None, len(self._groups))
            visits = f"{visits}, {groups}"
        if self._unsent:
            unsent = QCoreApplication.translate("VisitList", "%n not sent", None, self._unsent)
            visits = f"{visits}, {unsent}"
        self._about.setText(visits if self.anything else "")
        words = (
            QCoreApplication.translate("VisitList", "Group"),
            QCoreApplication.translate("VisitList", "Permission to contact"),
            QCoreApplication.translate("VisitList", "Waiting"),
        )
        for button, short, said, key in zip(self.acts, self.short_acts, words, _KEYS, strict=True):
            button.setText(said)
            button.setToolTip(plain_tip(f"{said} ({key})"))
            button.updateGeometry()
            short.set_name(f"{said} ({key})")
        self._empty.setText(
            QCoreApplication.translate("VisitList", "No visits yet. Press Ctrl N when someone comes.")
        )
        self._empty.setVisible(not self.anything)
        self.table.setVisible(self.anything)
        # Keys that were handed to a hidden table would go nowhere: F6 and Tab would stop in front of the empty list.
        self.setFocusProxy(self.table if self.anything else None)  # type: ignore[arg-type]  # Qt takes none to end one
        rows = [(row.at, self._row(row)) for row in self._rows]
        rows += [(row.at, self._group(row)) for row in self._groups]
        self.table.set_rows([row for _, row in sorted(rows, key=lambda one: -one[0])])

    def _open(self, key: str) -> None:
        group = next((row for row in self._groups if row.event.hex() == key), None)
        if group is None:
            self.visit_opened.emit(key)
        elif not group.by:
            self.group_opened.emit(group)

    def _group(self, row: GroupRow) -> TableRow:
        kind = self._codes.label("group_event_kinds", row.kind)
        what = QCoreApplication.translate("VisitList", "Group: {kind}")
        parts = [what.format(kind=kind[:1].lower() + kind[1:]), row.partner, row.text, row.by]
        loudest = next((mark for mark in _LOUDEST if mark in row.marks), None)
        return TableRow(
            key=row.event.hex(),
            cells=(
                Cell(words=written_time(local_moment(row.at), self._language), tone=Tone.MUTED),
                Cell(words=" · ".join(part for part in parts if part)),
                Cell(words=QCoreApplication.translate("VisitList", "%n people", None, row.size), strong=True),
                Cell(words=row.language, tone=Tone.MUTED),
                Cell(words=self._codes.short("topics", row.theme)),
                Cell(mark=mark_value(loudest) if loudest is not None else None),
            ),
        )

    def _row(self, row: VisitRow) -> TableRow:
        topics = ", ".join(self._codes.short("topics", code) for code in row.topics)
        if row.linked_person:
            topics = f"{topics} · {row.linked_person}"
        elif row.note:
            topics = f"{topics} · {row.note}"
        if row.by:
            topics = f"{topics} · {row.by}"
        loudest = next((mark for mark in _LOUDEST if mark in row.marks), None)
        outcomes = ", ".join(self._codes.short("outcomes", code) for code in row.outcomes)
        return TableRow(
            key=row.visit.hex(),
            cells=(
                Cell(words=written_time(local_moment(row.at), self._language), tone=Tone.MUTED),
                Cell(words=topics),
                Cell(words=self._codes.short("ages", row.age)),
                Cell(words=row.language, tone=Tone.MUTED),
                Cell(words=outcomes),
                Cell(mark=mark_value(loudest) if loudest is not None else None),
            ),
        )


def _columns(*, wide: bool) -> tuple[Column, ...]:
    """Return the columns; in a wide list the outcomes share what is left with the topics."""
    return (
        Column(width=60),
        Column(),
        Column(width=92),
        Column(width=42),
        Column(width=0 if wide else _OUTCOMES),
        Column(width=126, kind=ColumnKind.MARK),
    )
