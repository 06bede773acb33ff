# SPDX-License-Identifier: MIT
"""The page of services: find one, read it, hand it out in the client's language, all of it offline."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.services import MarkService, OpenService, ServiceView
from desktop.ui.components.announce import announce
from desktop.ui.errand import ChosenService, Errand, Found
from desktop.ui.page import Page, Tools
from desktop.ui.services.aside import PAPER, SERVICE, Aside
from desktop.ui.services.errand_strip import ErrandStrip
from desktop.ui.services.filters import Filters
from desktop.ui.services.marked import Marked
from desktop.ui.services.press import Press, SystemPress
from desktop.ui.services.search_pane import SearchPane, minute_of
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId

_SHOWN: Final = frozenset({"service", "service_mark", "service_note"})
_NOBODY: Final = Errand()
_READING_MS: Final = 120
"""Rows passed faster than this are not read."""


class ServicesPage(Page):
    """Opens with an ``Errand``, ``{"search": text}`` or a service's id."""

    refer_asked = Signal(object, object, str)
    """Errand, the chosen services (a tuple of ChosenService), the adviser's words."""

    def __init__(self, tools: Tools, *, press: Press | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._errand = _NOBODY
        self._marked = Marked()
        self._current = ""
        self._asked = 0
        self._handed = False
        self._compact = False
        self._unfolded = "aside"
        self.strip = ErrandStrip(tools)
        self.filters = Filters(tools)
        self.pane = SearchPane(tools, self.filters.value, self._marked)
        self.aside = Aside(tools, press if press is not None else SystemPress())
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.setInterval(_READING_MS)
        self._lay_out()
        self._join()
        self.setFocusProxy(self.pane)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.filters)
        row.addWidget(self.pane, 1)
        row.addWidget(self.aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        column.setSpacing(GAP)
        column.addWidget(self.strip)
        column.addLayout(row, 1)

    def _join(self) -> None:
        self.strip.back_asked.connect(self.go_back)
        self.strip.dropped.connect(self._drop_errand)
        self.filters.changed.connect(self._filtered)
        self.pane.chosen.connect(self._chose)
        self.pane.opened.connect(self._opened)
        self.pane.mark_asked.connect(self._mark)
        self.pane.favourite_asked.connect(lambda key: self._turn_mark(key, favourite=True))
        self.pane.hide_asked.connect(lambda key: self._turn_mark(key, favourite=False))
        self.pane.clear.clicked.connect(self.filters.clear.click)
        self.pane.narrow.clicked.connect(lambda: self._unfold("filters"))
        self.pane.aside.clicked.connect(lambda: self._unfold("aside"))
        self.aside.given.connect(self._was_given)
        self.aside.refer_asked.connect(self._refer)
        self.aside.face_chosen.connect(lambda face: self._read_now() if face == SERVICE else None)
        self.aside.service.service_asked.connect(self._read_service)
        self.aside.service.favourite_asked.connect(lambda key: self._turn_mark(key, favourite=True))
        self.aside.service.hide_asked.connect(lambda key: self._turn_mark(key, favourite=False))
        self.aside.service.notes.changed.connect(self._noted)
        self._read.timeout.connect(self._read_now)
        for one in (self.pane, self.aside):
            one.troubled.connect(self.fail)

    # --- what the window calls ---

    def enter(self) -> None:
        """Search again: the catalogue may have changed meanwhile."""
        self.aside.enter()
        self.pane.reload()

    def open(self, what: object) -> None:
        """Begin an errand with an empty table, show a search, or show one service."""
        if isinstance(what, Errand):
            self._begin(what)
        elif isinstance(what, dict) and isinstance(what.get("search"), str):
            self.pane.seek(what["search"])
        elif isinstance(what, bytes):
            self._read_service(EntityId(what))

    def place(self) -> Mapping[str, str]:
        """Return the errand."""
        return {"errand": msgspec.json.encode(self._errand).decode()} if self._errand != _NOBODY else {}

    def come_back(self, opened: Mapping[str, str]) -> None:
        """Go on with the errand."""
        if "errand" in opened:
            self._begin(msgspec.json.decode(opened["errand"], type=Errand))

    def seek(self) -> None:
        """Give the search field the keys, what stands in it chosen, from wherever the person was."""
        self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.selectAll()

    def records_changed(self, kinds: Collection[str]) -> None:
        """Search and read again what is shown."""
        if not _SHOWN.isdisjoint(kinds):
            self.pane.reload()
            self._reread()

    def forget(self) -> None:
        """Drop every value shown."""
        self._asked += 1
        self._read.stop()
        self._errand = _NOBODY
        self._marked.clear()
        self._current = ""
        self._handed = False
        self.strip.show_errand(_NOBODY)
        self.filters.forget()
        self.pane.forget()
        self.aside.forget()

    def set_compact(self, *, compact: bool) -> None:
        """Fold the filters away: beside the list there is room for one pane."""
        self._compact = compact
        self.pane.set_compact(compact=compact)
        self._unfolded = "aside"
        self._show_folds()

    def panes(self) -> list[QWidget]:
        """Filters, search, list, and what stands on the right, as far as they are unfolded."""
        inner: list[QWidget] = [self.pane.search, self.pane.hits]
        if not self.filters.isHidden():
            inner.insert(0, self.filters)
        if not self.aside.isHidden():
            face = self.aside.handout if self.aside.face == PAPER else self.aside.service.pane
            inner += [
                face,
                self.aside.foot.print if self.aside.foot.print.isEnabled() else self.aside.foot.pdf,
            ]
        if not self.strip.isHidden():
            inner.insert(0, self.strip.back)
        return inner

    def retranslate(self) -> None:
        """Say every word again; rows and names come in the other language with another search."""
        self.strip.retranslate()
        self.filters.retranslate()
        self.pane.retranslate()
        self.aside.retranslate()
        self._show_folds()
        if self.pane.rows:
            self.pane.reload()
            self._reread()

    def print_paper(self) -> None:
        """Print what is chosen."""
        self.aside.print_paper()

    # --- errands ---

    def _begin(self, errand: Errand) -> None:
        self._errand = errand
        self._handed = False
        self._marked.clear()
        self.strip.show_errand(errand)
        self.filters.show_client(errand.client)
        self.pane.set_client(errand.client)
        self.pane.search.clear()
        self.aside.show_errand(errand)
        self.aside.show_face(PAPER)
        self.pane.reload()
        self._show_chosen()
        self.seek()

    def _drop_errand(self) -> None:
        self._errand = _NOBODY
        self._handed = False
        self.strip.show_errand(_NOBODY)
        self.filters.show_client(_NOBODY.client)
        self.pane.set_client(_NOBODY.client)
        self.aside.show_errand(_NOBODY)
        self.pane.reload()
        self.pane.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Go back to where one came from; what was found goes along to the visit."""
        errand = self._errand
        if errand.visit:
            found = Found(self.chosen() if self._handed else self._marked.chosen(), handed_out=self._handed)
            self._leave()
            self.go.emit("today", found)
        elif errand.person is not None:
            self._leave()
            self.go.emit("people", errand.person)

    def _leave(self) -> None:
        self._marked.clear()
        self._drop_errand()
        self._show_chosen()

    def _was_given(self, way: str) -> None:
        self._handed = True
        if self._errand.visit and way == "print":
            self.go_back()
            return
        self.strip.tell(QCoreApplication.translate("Services", "Hand-out given"))

    def _refer(self) -> None:
        errand = replace(self._errand, handed_out=self._handed)
        self.refer_asked.emit(errand, self.chosen(), self.aside.words)

    # --- what is chosen ---

    def chosen(self) -> tuple[ChosenService, ...]:
        """Return the marked services, or the current one when none is marked."""
        if len(self._marked):
            return self._marked.chosen()
        row = self.pane.row_of(self._current)
        if row is not None:
            return (ChosenService(row.service, row.name),)
        view = self.aside.service.view
        if view is not None and view.service.hex() == self._current:
            return (ChosenService(view.service, view.row.name),)
        return ()

    def _chose(self, key: str) -> None:
        self._current = key
        self._show_chosen()
        if self.aside.face == SERVICE:
            self._read.start()

    def _opened(self, key: str) -> None:
        self._current = key
        self._show_chosen()
        self._unfold("aside", always=True)
        self.aside.show_face(SERVICE)
        self._read_service(EntityId(bytes.fromhex(key)))

    def _mark(self, key: str) -> None:
        row = self.pane.row_of(key)
        if row is None:
            return
        now = self._marked.turn(row.service, row.name)
        self.pane.say_marks()
        self._show_chosen()
        words = (
            QCoreApplication.translate("Services", "{name} marked")
            if now
            else QCoreApplication.translate("Services", "{name} not marked any more")
        )
        announce(self.pane.hits, f"{words.format(name=row.name)}, {self.pane.taken.text()}")

    def _show_chosen(self) -> None:
        self.aside.show_services(self.chosen())

    # --- own marks ---

    def _turn_mark(self, key: str, *, favourite: bool) -> None:
        view = self.aside.service.view
        shown = view.row if view is not None and view.service.hex() == key else None
        row = self.pane.row_of(key) or shown
        if row is None:
            return
        ask = MarkService(
            row.service,
            not row.favourite if favourite else row.favourite,
            row.hidden if favourite else not row.hidden,
        )
        self.tools.bridge.ask(self, ask, done=lambda _done: self._marks_saved(), failed=self.fail)

    def _marks_saved(self) -> None:
        self.pane.reload()
        self._reread()

    # --- one service ---

    def _read_now(self) -> None:
        if self._current:
            self._read_service(EntityId(bytes.fromhex(self._current)))

    def _reread(self) -> None:
        service = self.aside.service.service
        if service is not None:
            self._ask_service(service)

    def _noted(self) -> None:
        self._reread()
        self.pane.reload()

    def _read_service(self, service: EntityId) -> None:
        self._current = service.hex()
        self.pane.hits.choose(self._current)
        if self.aside.face != SERVICE:
            self.aside.show_face(SERVICE)
        self._ask_service(service)

    def _ask_service(self, service: EntityId) -> None:
        self._read.stop()
        self._asked += 1
        number = self._asked
        now = local_moment(self.tools.clock())
        ask = OpenService(
            service,
            self._errand.client,
            self.tools.translations.language.value,
            now.date().isoformat(),
            minute_of(now),
        )

        def opened(view: ServiceView) -> None:
            if number == self._asked:
                self.aside.service.show_view(view, self._errand.client)
                self._show_chosen()

        def refused(report: ProblemReport) -> None:
            if number == self._asked and report.problem is Problem.NOT_FOUND:
                self.aside.service.forget()
                self.pane.reload()
            self.fail(report)

        self.tools.bridge.ask(self, ask, done=opened, failed=refused)

    # --- keys and folds ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Ctrl+F goes to the search; Escape empties it, then goes back to the visit or the card."""
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_F:
            self.seek()
            return
        if key == Qt.Key.Key_Escape:
            if self.pane.search.text():
                self.pane.search.clear()
                self.pane.search.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.go_back()
            return
        super().keyPressEvent(event)

    def _filtered(self) -> None:
        self.pane.reload()
        self._show_folds()

    def _unfold(self, what: str, *, always: bool = False) -> None:
        """Show this pane beside the list; pressed again, the list has the room for itself."""
        if not self._compact:
            return
        self._unfolded = what if always or self._unfolded != what else ""
        self._show_folds()

    def _show_folds(self) -> None:
        self.filters.setVisible(not self._compact or self._unfolded == "filters")
        self.aside.setVisible(not self._compact or self._unfolded == "aside")
        self.pane.show_folds(self._unfolded, ticked=self.filters.count())
