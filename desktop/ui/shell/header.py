# SPDX-License-Identifier: MIT
"""The header over every page: search, the place and session, the sync word, and locking."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.sketch import RIGHT, Sketch, width_of
from desktop.ui.components.states import State, mark_of
from desktop.ui.components.tip import plain_tip
from desktop.ui.shell.sync_pill import SyncPill
from desktop.ui.shell.values import SyncWord, Whereabouts
from desktop.ui.theme.measures import HEADER_HEIGHT, PAGE_MARGIN_X, Type
from desktop.ui.theme.theme import Theme

_SEARCH = 360
_SEARCH_COMPACT = 300


class Place(QWidget):
    """Where the person works: an icon, a bold place and a quiet rest; cut when there is no room."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._where = Whereabouts()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_where(self, where: Whereabouts) -> None:
        """Show another place."""
        self._where = where
        words = " ".join(part for part in (where.place, where.since) if part)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[float, float, float]:
        icon = 24.0 if self._where.place else 0.0
        since = width_of(self._where.since, Type.SECONDARY) + (7 if self._where.place else 0)
        return icon, width_of(self._where.place, Type.LABEL), since

    def sizeHint(self) -> QSize:
        """All words in one line."""
        return QSize(round(sum(self._widths())), 24)

    def minimumSizeHint(self) -> QSize:
        """May vanish in a narrow window: Today shows the place as well."""
        return QSize(0, 24)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint from the right, so that the words stand beside the sync word."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        icon, place, since = self._widths()
        middle = self.height() / 2
        if self.width() + 1 < icon + place + since:
            since = 0
        if self.width() + 1 >= icon + place + since:
            x = self.width() - icon - place - since
            if icon:
                sketch.icon("map-pin", tokens.muted, 17, x, middle)
                sketch.words(
                    QRectF(x + icon, middle - 12, place, 24), self._where.place, Type.LABEL, tokens.text
                )
            if since:
                rest = QRectF(self.width() - since, middle - 12, since, 24)
                sketch.words(rest, self._where.since, Type.SECONDARY, tokens.muted, RIGHT)
        painter.end()


class Header(QFrame):
    """`search_asked(str)` after Enter in the search, `search_changed(str)` while typing, and presses."""

    search_asked = Signal(str)
    search_changed = Signal(str)
    sync_asked = Signal()
    lock_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search = SearchField(theme, " ", key="Ctrl K")
        self.search.setFixedWidth(_SEARCH)
        self._place = Place(theme)
        self.sync = SyncPill(theme, SyncWord(mark=mark_of(State.OFFLINE)))
        self.lock = Button(theme, kind=ButtonKind.QUIET, icon_name="lock")
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, 0, PAGE_MARGIN_X, 1)
        row.setSpacing(12)
        row.addWidget(self.search)
        row.addWidget(self._place, 1)
        row.addWidget(self.sync)
        row.addWidget(self.lock)
        self.setFixedHeight(HEADER_HEIGHT)
        self.search.returnPressed.connect(lambda: self.search_asked.emit(self.search.text().strip()))
        self.search.textEdited.connect(self.search_changed)
        self.sync.clicked.connect(self.sync_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.retranslate()

    def show_where(self, where: Whereabouts) -> None:
        """Show the place and session."""
        self._place.show_where(where)

    def show_sync(self, word: SyncWord) -> None:
        """Show how sending stands."""
        self.sync.show_word(word)

    def set_compact(self, *, compact: bool) -> None:
        """Give the search field less room."""
        self.search.setFixedWidth(_SEARCH_COMPACT if compact else _SEARCH)

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.search.set_words(
            QCoreApplication.translate("Header", "Search"),
            placeholder=QCoreApplication.translate("Header", "Find a person"),
        )
        self.lock.setText(QCoreApplication.translate("Header", "Lock"))
        self.lock.setToolTip(
            QCoreApplication.translate("Header", "Lock the notebook (Ctrl L, or F12 at once)")
        )
        self.lock.updateGeometry()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground and the line below."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.panel))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        painter.end()
