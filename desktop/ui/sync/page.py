# SPDX-License-Identifier: MIT
"""Sync: how it stands in one sentence, five counters, what is on its way, the last rounds (ui.md section 3)."""

from collections.abc import Collection
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.retention import FetchOlder
from desktop.notebook.messages.sync import CancelSync, OpenSync, SyncNow, SyncStatus, SyncView
from desktop.ui.components.counter_tile import CounterTile
from desktop.ui.held.link import HeldLink
from desktop.ui.page import Tools
from desktop.ui.page_kinds import StatusPage
from desktop.ui.sync.again import Again
from desktop.ui.sync.rounds_card import RoundsCard
from desktop.ui.sync.state_card import StateCard
from desktop.ui.sync.state_words import WORKING, state_words
from desktop.ui.sync.transit_card import TransitCard
from desktop.ui.sync.window_line import WindowLine
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_count

_ROUNDS: Final = 316
_ROUNDS_COMPACT: Final = 300


class SyncPage(StatusPage):
    """The window calls `show_status` at each step of a round; lists are asked for when a round has ended."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build all parts; ``enter`` fills them."""
        super().__init__(tools, parent=parent)
        self._view: SyncView | None = None
        self._status: SyncStatus | None = None
        theme = tools.theme
        self.state = StateCard(tools)
        self.again = Again(tools)
        self.unsent = CounterTile(theme, icon_name="cloud-upload", tone=Tone.WAIT)
        self.delivered = CounterTile(theme, icon_name="check", tone=Tone.OK)
        self.conflicts = CounterTile(theme, icon_name="columns-2", tone=Tone.SPLIT)
        self.parked = CounterTile(theme, icon_name="circle-pause", tone=Tone.WARN)
        self.quarantined = CounterTile(theme, icon_name="shield-alert", tone=Tone.DANGER)
        self.held = HeldLink(tools, every=True)
        self.transit = TransitCard(tools)
        self.rounds = RoundsCard(tools)
        self.rounds.setFixedWidth(_ROUNDS)
        tiles = QHBoxLayout()
        tiles.setSpacing(GAP)
        for tile in (self.unsent, self.delivered, self.conflicts, self.parked, self.quarantined):
            tiles.addWidget(tile, 1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.transit, 1)
        below.addWidget(self.rounds)
        self.window_line = WindowLine(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        column.setSpacing(GAP)
        column.addWidget(self.state)
        column.addWidget(self.again)
        column.addLayout(tiles)
        column.addWidget(self.held)
        column.addLayout(below, 1)
        column.addWidget(self.window_line)
        self.setFocusProxy(self.state.now)
        for one, other in pairwise(
            (
                self.state.now,
                self.state.cancel,
                self.again.code.line,
                self.again.enrol,
                self.held.strip.button,
                self.transit.table,
                self.rounds.rounds,
                self.window_line.fetch,
            )
        ):
            self.setTabOrder(one, other)
        self.rounds.compared.person_asked.connect(lambda person: self.go.emit("people", person))
        self.held.asked.connect(lambda: self.go.emit("held", None))
        self.held.failed.connect(self.fail)
        self.window_line.asked.connect(self._fetch_older)
        self.state.now_asked.connect(self._sync_now)
        self.again.enrolled.connect(self._sync_now)
        self.state.cancel_asked.connect(self._cancel)
        self.retranslate()

    # --- what the shell asks ---

    def enter(self) -> None:
        """Load the page."""
        self.tools.bridge.ask(self, OpenSync(), done=self._show, failed=self.fail)
        self.held.load()

    def records_changed(self, kinds: Collection[str]) -> None:  # noqa: ARG002 - any save may be on its way
        """Load the lists again, keeping the chosen row."""
        self.enter()

    def show_status(self, status: SyncStatus) -> None:
        """Change the sentence, the unsent counter and the progress; load the lists when a round has ended."""
        before = self._status
        self._tell(status)
        if before is not None and before.phase in WORKING and status.phase not in WORKING:
            self.enter()

    def forget(self) -> None:
        """Drop every value: the notebook is being locked."""
        self._view, self._status = None, None
        self.state.title.setText("")
        self.state.detail.setText("")
        self.transit.show_rows([])
        self.rounds.forget()
        self.held.forget()
        self.again.forget()
        self.window_line.show_window(None)
        for tile in (self.unsent, self.delivered, self.conflicts, self.parked, self.quarantined):
            tile.set_figure("")

    def set_compact(self, *, compact: bool) -> None:
        """Give the rounds less room under 1200 px."""
        self.rounds.setFixedWidth(_ROUNDS_COMPACT if compact else _ROUNDS)
        self.transit.set_compact(compact=compact)

    def panes(self) -> list[QWidget]:
        """Return the button, what is on its way, and the rounds."""
        button = self.state.now if self.state.now.isVisible() else self.state.cancel
        return [button, self.transit.table, self.rounds.rounds]

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.unsent.set_label(QCoreApplication.translate("Sync", "Not sent"))
        self.delivered.set_label(QCoreApplication.translate("Sync", "Delivered, with receipt"))
        self.conflicts.set_label(QCoreApplication.translate("Sync", "Two values"))
        self.parked.set_label(QCoreApplication.translate("Sync", "Waits for an update"))
        self.quarantined.set_label(QCoreApplication.translate("Sync", "A supervisor will check"))
        for part in (self.state, self.again, self.held, self.transit, self.rounds):
            part.retranslate()
        if self._view is not None:
            self._show(self._view)

    # --- showing ---

    def _show(self, view: SyncView) -> None:
        self._view = view
        language = self.tools.translations.language
        for tile, count in (
            (self.delivered, view.delivered),
            (self.conflicts, view.conflicts),
            (self.parked, view.parked),
            (self.quarantined, view.quarantined),
        ):
            tile.set_figure(written_count(count, language))
        self.transit.show_rows(view.transit)
        self.rounds.show_view(view)
        self.window_line.show_window(view.window)
        self._tell(view.status)

    def _tell(self, status: SyncStatus) -> None:
        self._status = status
        language = self.tools.translations.language
        rounds = self._view.rounds if self._view is not None else []
        trouble = rounds[0].problem if rounds else ""
        words = state_words(status, last_trouble=trouble, now=self.tools.clock(), language=language)
        self.state.show_state(status, words)
        self.again.show_status(status)
        self.unsent.set_figure(written_count(status.unsent, language))

    # --- acting ---

    def _sync_now(self) -> None:
        self.tools.bridge.ask(self, SyncNow(), done=_begun, failed=self.fail)

    def _fetch_older(self) -> None:
        self.tools.bridge.ask(self, FetchOlder(), done=lambda _done: self.enter(), failed=self.fail)

    def _cancel(self) -> None:
        self.tools.bridge.ask(self, CancelSync(), done=_begun, failed=self.fail)


def _begun(_done: Done) -> None:
    """What comes of it is told by `show_status`."""
