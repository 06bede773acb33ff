# SPDX-License-Identifier: MIT
"""Held back: a supervisor looks at what the centre does not take by itself, and decides; an author sees their own."""

from collections.abc import Collection
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.held import (
    GiveRuling,
    Held,
    HeldContent,
    HeldRow,
    ListHeld,
    OpenHeld,
    TeamOption,
)
from desktop.notebook.messages.problems import Problem
from desktop.ui.held.list_card import ListCard
from desktop.ui.held.save_card import SaveCard
from desktop.ui.page import Page, Tools
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y

_LIST: Final = 380
_LIST_COMPACT: Final = 320
_KINDS: Final = frozenset({"quarantine", "release", "ruling", "notice"})
_NETWORK: Final = frozenset({Problem.NO_NETWORK, Problem.CAPTIVE_PORTAL, Problem.HUB_BUSY})


class HeldPage(Page):
    """The list at the left, one save at the right. What the centre told is dropped when the page is left."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._busy = False
        self._locked = False
        self._asked_for = ""
        self._teams: tuple[TeamOption, ...] = ()
        self.list = ListCard(tools)
        self.save = SaveCard(tools)
        self.foot = self.save.foot
        self.list.setFixedWidth(_LIST)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addWidget(self.save, 1)
        self.setFocusProxy(self.list)
        for one, other in pairwise([self.list.rows, self.save.pane.area, *self.foot.stops()]):
            self.setTabOrder(one, other)
        self.list.row_chosen.connect(self._choose)
        self.list.row_opened.connect(lambda _key: self._begin_comment())
        self.foot.given.connect(self.give)
        for key, verdict in (("Ctrl+1", "accept"), ("Ctrl+2", "refuse"), ("Ctrl+3", "forward")):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.give, verdict))

    def enter(self) -> None:
        """Load the list; the first save opens."""
        self._locked = False
        self._load()

    def records_changed(self, kinds: Collection[str]) -> None:
        """Load again when something was held back or decided."""
        if not _KINDS.isdisjoint(kinds):
            self._load()

    def forget(self) -> None:
        """Drop every value: the notebook is being locked."""
        self._locked, self._busy, self._asked_for = True, False, ""
        self.list.forget()
        self.save.show_nothing()
        self.foot.tell("")

    def hideEvent(self, event: QHideEvent, /) -> None:
        """Drop what the centre told: it is shown only while the page is open."""
        self._asked_for = ""
        self.save.show_nothing()
        super().hideEvent(event)

    def set_compact(self, *, compact: bool) -> None:
        """Give the list less room under 1200 px."""
        self.list.setFixedWidth(_LIST_COMPACT if compact else _LIST)

    def panes(self) -> list[QWidget]:
        """Return the list, the content, and the comment where there is something to decide."""
        parts: list[QWidget] = [self.list.rows, self.save.pane]
        return [*parts, self.foot.comment.line] if self.foot.ready() else parts

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.list.retranslate()
        self.save.retranslate()

    def give(self, verdict: str) -> None:
        """Accept, refuse or pass on the save shown; nothing while there is nothing to decide."""
        row = self.save.shown
        if row is None or self._busy or not self.foot.ready():
            return
        to = self.foot.team.key() if verdict == "forward" else ""
        if verdict == "forward" and not to:
            return
        self._busy = True
        ask = GiveRuling(row.item, verdict, to, self.foot.comment.text().strip())
        self.tools.bridge.ask(self, ask, done=partial(self._given, row, verdict), failed=self._not_given)

    # --- parts ---

    def _load(self) -> None:
        self.tools.bridge.ask(self, ListHeld(), done=self._show, failed=self.fail)

    def _show(self, held: Held) -> None:
        if self._locked:
            return
        self._teams = tuple(held.teams)
        self.list.show_held(held)
        self._choose(self.list.rows.key())

    def _choose(self, item: str) -> None:
        row = self.list.row(item)
        if row is None:
            self._asked_for = ""
            self.save.show_nothing()
            return
        self.save.show_row(row)
        self.foot.show_teams([one for one in self._teams if one.name != row.team])
        if self._asked_for != item:
            self._asked_for = item
            ask = OpenHeld(item)
            self.tools.bridge.ask(self, ask, done=self._content, failed=partial(self._no_content, row))

    def _content(self, content: HeldContent) -> None:
        if self._asked_for == content.item:
            self.save.show_content(content)

    def _no_content(self, row: HeldRow, report: ProblemReport) -> None:
        if self._asked_for != row.item:
            return
        if report.problem in _NETWORK:
            self.save.show_trouble(
                QCoreApplication.translate("Held", "What it says is shown when there is a network.")
            )
        elif report.problem is Problem.NOT_FOUND:
            self.save.show_trouble(
                QCoreApplication.translate("Held", "The centre does not hold it back any more.")
            )
        else:
            self.fail(report)

    def _begin_comment(self) -> None:
        if self.foot.ready():
            self.foot.take_keys()

    def _given(self, row: HeldRow, verdict: str, _done: Done) -> None:
        self._busy = False
        self.foot.empty()
        word = self.tools.codes.label("rulings", verdict)
        self.foot.tell(": ".join(part for part in (word, row.by) if part))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    def _not_given(self, report: ProblemReport) -> None:
        self._busy = False
        self.fail(report)
        if report.problem is Problem.NOT_FOUND:
            self._load()
