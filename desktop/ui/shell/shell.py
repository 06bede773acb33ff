# SPDX-License-Identifier: MIT
"""Puts rail, header, banner and pages together; takes values, tells what happened, knows no notebook."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.shell.banner import Banner
from desktop.ui.shell.header import Header
from desktop.ui.shell.keys import Keys
from desktop.ui.shell.rail import Rail
from desktop.ui.shell.values import PersonAtWork, RailItem, SyncWord, Whereabouts
from desktop.ui.theme.measures import COMPACT_BELOW, SMALLEST_WINDOW
from desktop.ui.theme.theme import Theme


class Shell(QWidget):
    """The window's frame while a notebook is open.

    Pages are added by key with a maker, called on their first showing. A page may have `enter() -> None`,
    called each time it is shown, `set_compact(*, compact: bool) -> None`, and `panes() -> list[QWidget]` for
    F6. Focus comes back to where it was on a page.
    """

    page_chosen = Signal(str)
    page_shown = Signal(str)
    search_asked = Signal(str)
    search_changed = Signal(str)
    sync_asked = Signal()
    lock_asked = Signal()
    hide_asked = Signal()
    person_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._focus: dict[str, QWidget] = {}
        self._current = ""
        self._under: dict[str, str] = {}
        self._compact = False
        self.banner = Banner(theme)
        self.rail = Rail(theme)
        self.header = Header(theme)
        self.keys = Keys(self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._join()
        # Given outright: the layout's own minimum would hold the wide rail and never let the window get compact.
        self.setMinimumSize(*SMALLEST_WINDOW)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(row, 1)

    def _join(self) -> None:
        self.rail.page_chosen.connect(self._choose)
        self.rail.person_pressed.connect(self.person_pressed)
        self.header.search_asked.connect(self.search_asked)
        self.header.search_changed.connect(self.search_changed)
        self.header.sync_asked.connect(self.sync_asked)
        self.header.lock_asked.connect(self.lock_asked)
        self.keys.search_asked.connect(self._to_search)
        self.keys.lock_asked.connect(self.lock_asked)
        self.keys.hide_asked.connect(self.hide_asked)
        self.keys.sync_asked.connect(self.sync_asked)
        self.keys.page_asked.connect(self._choose_place)
        self.keys.pane_asked.connect(self._next_pane)

    @property
    def current(self) -> str:
        """The key of the page shown, or an empty text."""
        return self._current

    @property
    def compact(self) -> bool:
        """True below 1200 px: rail of 64 px, less room in the header."""
        return self._compact

    def add_page(self, key: str, make: Callable[[], QWidget], *, under: str = "") -> None:
        """Know a page; it is made when it is first shown. ``under`` is the rail item it belongs to, if not its own."""
        self._makers[key] = make
        if under:
            self._under[key] = under

    def page(self, key: str) -> QWidget:
        """Return a page, making it if need be. Raises KeyError for one that was not added."""
        if key not in self._pages:
            made = self._makers[key]()
            self._pages[key] = made
            self._stack.addWidget(made)
            self._order()
            self._tell_compact(made)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Show a page and give focus back to where it was there, or let the page take it."""
        page = self.page(key)
        self._remember()
        self._current = key
        self._stack.setCurrentWidget(page)
        self.rail.show_current(self._under.get(key, key))
        enter = getattr(page, "enter", None)
        if callable(enter):
            enter()
        kept = self._focus.get(key)
        if kept is not None and page.isAncestorOf(kept):
            kept.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not page.isAncestorOf(QApplication.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(key)

    def show_items(self, items: Sequence[RailItem], foot: Sequence[RailItem]) -> None:
        """Show these pages in the rail, again after each change of badge or language."""
        self.rail.show_items(items, foot)
        self.rail.show_current(self._under.get(self._current, self._current))
        self._order()

    def show_person(self, person: PersonAtWork) -> None:
        """Show who is at work."""
        self.rail.show_person(person)

    def show_where(self, where: Whereabouts) -> None:
        """Show the place and session in the header."""
        self.header.show_where(where)

    def show_sync(self, word: SyncWord) -> None:
        """Show how sending stands."""
        self.header.show_sync(word)

    def show_banner(self, words: str) -> None:
        """Show the practice banner, or hide it for an empty text."""
        self.banner.show_words(words)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Become compact, or roomy again, at 1200 px."""
        super().resizeEvent(event)
        compact = self.width() < COMPACT_BELOW
        if compact != self._compact:
            self._compact = compact
            self.rail.set_compact(compact=compact)
            self.header.set_compact(compact=compact)
            for page in self._pages.values():
                self._tell_compact(page)

    def _order(self) -> None:
        """Put the frame's stops before the page's; Qt puts what is built later at another place."""
        stops = [*self.rail.stops(), self.header.search, self.header.sync, self.header.lock]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _tell_compact(self, page: QWidget) -> None:
        tell = getattr(page, "set_compact", None)
        if callable(tell):
            tell(compact=self._compact)

    def _choose(self, key: str) -> None:
        self.page_chosen.emit(key)
        if key in self._makers:
            self.show_page(key)
        else:
            self.rail.show_current(self._under.get(self._current, self._current))

    def _choose_place(self, place: int) -> None:
        if place < len(self.rail.keys):
            self._choose(self.rail.keys[place])

    def _to_search(self) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _remember(self) -> None:
        page = self._pages.get(self._current)
        held = QApplication.focusWidget()
        if page is not None and held is not None and page.isAncestorOf(held):
            self._focus[self._current] = held

    def _panes(self) -> list[QWidget]:
        page = self._pages.get(self._current)
        own = getattr(page, "panes", None)
        inner = list(own()) if callable(own) else ([page] if page is not None else [])
        return [self.rail.first(), self.header.search, *inner]

    def _next_pane(self, forward: bool) -> None:  # noqa: FBT001 - the value of a signal
        panes = self._panes()
        held = QApplication.focusWidget()
        here = 0
        for place, pane in enumerate(panes):
            home = {0: self.rail, 1: self.header}.get(place, pane)
            if held is not None and (home is held or home.isAncestorOf(held)):
                here = place
        step = 1 if forward else -1
        for far in range(1, len(panes)):
            pane = panes[(here + step * far) % len(panes)]
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if QApplication.focusWidget() is not held:
                return  # else nothing in that pane can hold the keys: pass it over
