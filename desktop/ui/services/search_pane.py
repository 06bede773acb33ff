# SPDX-License-Identifier: MIT
"""The middle pane: the search field that keeps the keys, the count, the hits, and how fresh the catalogue is."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.services import (
    CatalogueState,
    SearchServices,
    ServiceClient,
    ServiceFilters,
    ServiceRow,
    ServicesFound,
)
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.rule import Rule
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.services.hit_list import HitList
from desktop.ui.services.marked import Marked
from desktop.ui.services.row_words import hit_of
from desktop.ui.theme.fonts import font
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.dates import written_time
from desktop.ui.words.moments import local_moment

DELAY_MS: Final = 70
"""Letters typed faster than this ask once: a practised hand types one in 120 ms."""
_EMPTY: Final = ServicesFound([], 0, partly=False, catalogue=CatalogueState(0, 0, 0))
_NOBODY: Final = ServiceClient()


class SearchPane(Card):
    """Asks the notebook as one types; an answer to an older question is thrown away."""

    chosen = Signal(str)
    """Hex id of the service whose row is current; empty when there is none."""
    opened = Signal(str)
    mark_asked = Signal(str)
    favourite_asked = Signal(str)
    hide_asked = Signal(str)
    troubled = Signal(object)

    def __init__(
        self,
        tools: Tools,
        filters: Callable[[], ServiceFilters],
        marked: Marked,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._filters = filters
        self._marked = marked
        self._client = _NOBODY
        self._asked = 0
        self._ticked = 0
        self._question: tuple[str, ServiceFilters, ServiceClient] | None = None
        self._found = _EMPTY
        self._answered = False
        self._pending = False
        self._open_then = False
        theme = tools.theme
        self.search = SearchField(theme, " ", key="F3")
        self.narrow = Button(theme, icon_name="filter")
        self.aside = Button(theme, icon_name="panel-right")
        self.count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.taken = Words(theme, size=Type.LABEL, tone=Tone.ACCENT)
        self.hits = HitList(theme, " ")
        self.empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self.fresh = IconWords(theme, "history")
        self.clear = Button(theme, kind=ButtonKind.LINK)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DELAY_MS)
        self._lay_out()
        self._join()
        self.setFocusProxy(self.search)
        self.set_compact(compact=False)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(12, 7, 12, 8)
        head.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.narrow)
        top.addWidget(self.aside)
        head.addLayout(top)
        counts = QHBoxLayout()
        counts.setContentsMargins(0, 3, 0, 0)
        counts.addWidget(self.count, 1)
        counts.addWidget(self.taken)
        head.addLayout(counts)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.empty)
        below = QHBoxLayout()
        below.setContentsMargins(-6, 0, 0, 0)
        below.addWidget(self.clear)
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(1)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.hits)
        self._middle.addWidget(nothing)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 9)
        foot.addWidget(self.fresh, 1)
        self.body.addLayout(head)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addWidget(self._middle, 1)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addLayout(foot)

    def _join(self) -> None:
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self._wait.timeout.connect(self.reload)
        self.search.returnPressed.connect(self._open_current)
        self.hits.hit_chosen.connect(self.chosen)
        self.hits.hit_opened.connect(self.opened)
        self.hits.mark_asked.connect(self.mark_asked)
        self.hits.favourite_asked.connect(self.favourite_asked)
        self.hits.hide_asked.connect(self.hide_asked)
        self.hits.left_upwards.connect(lambda: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        self.search.installEventFilter(self)

    # --- asking ---

    @property
    def rows(self) -> list[ServiceRow]:
        """The rows shown, best first."""
        return self._found.rows

    @property
    def catalogue(self) -> CatalogueState:
        """How fresh the catalogue is."""
        return self._found.catalogue

    @property
    def settled(self) -> bool:
        """Whether the hits are those of everything typed."""
        return not self._wait.isActive() and not self._pending

    def set_client(self, client: ServiceClient) -> None:
        """Search for this client from now on; ``reload`` asks."""
        self._client = client

    def reload(self) -> None:
        """Ask for the hits of what stands in the field now."""
        self._wait.stop()
        self._asked += 1
        self._pending = True
        number = self._asked
        now = local_moment(self._tools.clock())
        ask = SearchServices(
            self.search.text(),
            self._filters(),
            self._client,
            self._tools.translations.language.value,
            now.date().isoformat(),
            minute_of(now),
        )
        self._tools.bridge.ask(
            self,
            ask,
            done=lambda found: self._show(number, ask, found),
            failed=self._failed,
        )

    def seek(self, text: str) -> None:
        """Search for this, and stand at its end."""
        self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setCursorPosition(len(text))

    def row_of(self, key: str) -> ServiceRow | None:
        """Return the row of a service, if it is among the hits."""
        return next((row for row in self._found.rows if row.service.hex() == key), None)

    def forget(self) -> None:
        """Drop text and hits."""
        self._asked += 1
        self._wait.stop()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._client = _NOBODY
        self._found = _EMPTY
        self._question = None
        self._answered = self._pending = self._open_then = False
        self._say()

    def set_compact(self, *, compact: bool) -> None:
        """Show the two buttons that unfold the other panes, or hide them."""
        self.narrow.setVisible(compact)
        self.aside.setVisible(compact)

    def show_folds(self, unfolded: str, *, ticked: int) -> None:
        """Say on the two buttons which pane is unfolded, and how many filters are at work."""
        self._ticked = ticked
        for button, key in ((self.narrow, "filters"), (self.aside, "aside")):
            button.setCheckable(True)
            button.setChecked(unfolded == key)
        self._say_buttons()

    def say_marks(self) -> None:
        """Say again which are marked."""
        self._say()

    # --- showing ---

    def _show(self, number: int, ask: SearchServices, found: ServicesFound) -> None:
        if number != self._asked:
            return
        self._found = found
        self._answered = True
        self._pending = False
        before = self.hits.key()
        self._say()
        rows = self.hits.hits()
        question = (ask.text, ask.filters, ask.client)
        if rows and (not self.hits.key() or question != self._question):
            self.hits.choose(rows[0].key)  # another question: its best hit, not where the last one was left
            self.hits.scrollToTop()
        self._question = question
        announce(self.search, self.count.text())
        if self.hits.key() != before:
            self.chosen.emit(self.hits.key())
        if self._open_then:
            self._open_then = False
            self._open_current()

    def _failed(self, report: ProblemReport) -> None:
        self._pending = False
        self._open_then = False
        self.troubled.emit(report)

    def _say(self) -> None:
        found = self._found
        tools = self._tools
        self.hits.set_hits(
            [hit_of(row, self._client, tools, marked=row.service in self._marked) for row in found.rows]
        )
        if found.total > len(found.rows):
            words = QCoreApplication.translate("Services", "{shown} of {total}, the best first")
            said = words.format(shown=len(found.rows), total=found.total)
        else:
            said = QCoreApplication.translate("Services", "%n services", None, found.total)
        if found.partly and found.rows:
            more = QCoreApplication.translate("Services", "no service has all the words")
            said = f"{said}, {more}"
        self.count.setText(said if self._answered else "")
        taken = len(self._marked)
        self.taken.setText(
            QCoreApplication.translate("Services", "%n chosen", None, taken)
            if taken
            else QCoreApplication.translate("Services", "Choose: Ctrl Space")
        )
        self.taken.setFont(font(Type.LABEL if taken else Type.SECONDARY))
        self.taken.set_tone(Tone.ACCENT if taken else Tone.MUTED)
        self._say_empty()
        self._say_freshness()

    def _say_empty(self) -> None:
        text = self.search.text().strip()
        filtered = self._filters() != ServiceFilters()
        if not self._answered:
            words = ""
        elif filtered:
            words = QCoreApplication.translate(
                "Services", "No service fits the filters. Take some off, or use fewer words."
            )
        elif text:
            words = QCoreApplication.translate(
                "Services", "No services for '{text}'. Try another word, or a part of one."
            ).format(text=breakable(text))
        else:
            words = QCoreApplication.translate(
                "Services", "No services here yet. They come with the next sync (F5)."
            )
        self.empty.setText(words)
        self.clear.setVisible(self._answered and filtered)
        self._middle.setCurrentIndex(0 if self._found.rows else 1)

    def _say_freshness(self) -> None:
        state = self._found.catalogue
        if not state.updated:
            self.fresh.tell("")
            return
        moment = local_moment(state.updated)
        words = QCoreApplication.translate("Services", "Catalogue updated {day} at {time}. Works offline.")
        self.fresh.tell(
            words.format(
                day=f"{moment.day}.{moment.month}.",
                time=written_time(moment, self._tools.translations.language),
            )
        )

    def retranslate(self) -> None:
        """Say every word again."""
        self.search.set_words(
            QCoreApplication.translate("Services", "Search services"),
            placeholder=QCoreApplication.translate("Services", "What is needed? In any language"),
        )
        self.search.setToolTip(
            QCoreApplication.translate(
                "Services", "Up and Down choose, Ctrl Space or Insert marks for the paper, Enter opens"
            )
        )
        self.hits.setAccessibleName(QCoreApplication.translate("Services", "Services found"))
        self.hits.setAccessibleDescription(
            QCoreApplication.translate(
                "Services", "Space marks for the paper, Enter opens, F makes it a favourite, H hides it"
            )
        )
        self.clear.setText(QCoreApplication.translate("Services", "Clear the filters"))
        self.clear.updateGeometry()
        self._say_buttons()
        self._say()

    def _say_buttons(self) -> None:
        filters = QCoreApplication.translate("Services", "Filter")
        self.narrow.setText(f"{filters} {self._ticked}" if self._ticked else filters)
        self.aside.setText(QCoreApplication.translate("Services", "Hand-out"))
        for button in (self.narrow, self.aside):
            button.updateGeometry()

    # --- keys of the field ---

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """The field keeps the keys while the arrows move the list and Ctrl+Space marks in it."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._heard(event)
        return super().eventFilter(watched, event)

    def _heard(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and key in steps:
            self.hits.step(steps[key])
            return True
        marks = key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ControlModifier
        if marks or (plain and key == Qt.Key.Key_Insert):
            if self.hits.key() and not event.isAutoRepeat():
                self.mark_asked.emit(self.hits.key())
            return True
        return False

    def _open_current(self) -> None:
        """Open the current hit; what was typed and not yet answered is waited for, so that it is the right one."""
        if self._wait.isActive() or self._pending:
            self._open_then = True
            if self._wait.isActive():
                self.reload()
        elif self.hits.key():
            self.opened.emit(self.hits.key())


def minute_of(moment: datetime) -> int:
    """Return the minute of the day, 0 at midnight."""
    return moment.hour * 60 + moment.minute
