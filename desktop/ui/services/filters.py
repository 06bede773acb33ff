# SPDX-License-Identifier: MIT
"""The left pane: what narrows the list, with the client's own facts marked but never ticked for anybody."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.services import ServiceClient, ServiceFilters
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.services.filter_list import FilterList
from desktop.ui.services.filter_rows import EXCLUSIVE, filter_rows, filters_of
from desktop.ui.theme.measures import Type

WIDTH: Final = 210
_NOBODY: Final = ServiceClient()


class Filters(Card):
    """`changed` tells that another search is wanted."""

    changed = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._ticked: frozenset[str] = frozenset()
        self._client = _NOBODY
        self._title = Words(tools.theme, size=Type.SECTION)
        self.clear = Button(tools.theme, kind=ButtonKind.LINK)
        self.list = FilterList(tools.theme, " ")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 10, 0)
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.clear)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self.body.setContentsMargins(1, 1, 1, 8)
        self.setFixedWidth(WIDTH)
        self.setFocusProxy(self.list)
        self.list.ticked.connect(self._tick)
        self.clear.clicked.connect(self._clear)
        self.retranslate()

    def value(self) -> ServiceFilters:
        """Return what is asked of the search."""
        return filters_of(self._ticked, self._tools.codes)

    def count(self) -> int:
        """Return how many boxes are ticked."""
        return len(self._ticked)

    def show_client(self, client: ServiceClient) -> None:
        """Mark what is known of the client; ticks stay as they are."""
        self._client = client
        self._fill()

    def forget(self) -> None:
        """Drop every tick and the client."""
        self._ticked = frozenset()
        self.show_client(_NOBODY)

    def retranslate(self) -> None:
        """Say every word again."""
        self._title.setText(QCoreApplication.translate("ServiceFilters", "Filter"))
        self.clear.setText(QCoreApplication.translate("ServiceFilters", "Clear"))
        self.clear.setAccessibleName(QCoreApplication.translate("ServiceFilters", "Clear the filters"))
        self.list.setAccessibleName(QCoreApplication.translate("ServiceFilters", "Filters"))
        self._fill()

    def _fill(self) -> None:
        self.list.set_rows(filter_rows(self._tools.codes, self._client, self._ticked))
        self.clear.setEnabled(bool(self._ticked))

    def _tick(self, key: str) -> None:
        ticked = self._ticked ^ {key}
        for group in EXCLUSIVE:
            if key in group and key in ticked:
                ticked -= group - {key}
        self._ticked = ticked
        self._fill()
        self.changed.emit()

    def _clear(self) -> None:
        self._ticked = frozenset()
        self._fill()
        self.list.setFocus()
        self.changed.emit()
