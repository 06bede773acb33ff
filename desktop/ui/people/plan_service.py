# SPDX-License-Identifier: MIT
"""Where a step leads: a service of the catalogue, found by its name, or a name that the catalogue does not have."""

import unicodedata
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import FieldValue
from desktop.notebook.messages.services import SearchServices, ServiceClient, ServiceFilters, ServicesFound
from desktop.ui.components.field import LineField
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.page import Tools
from desktop.ui.people.editors import ValueEditor, too_long
from desktop.ui.theme.measures import ROW_DENSE
from desktop.ui.words.moments import local_moment

NAME_SIGNS: Final = 200
_LEAST: Final = 3
_MOST: Final = 4
_DELAY_MS: Final = 150
_ROOM: Final = 2000
_NO_MINUTES: Final = 60


class ServiceEditor(ValueEditor):
    """Offers services while a name is typed; its value is ``{"service": hex id or None, "name": text}``."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._service = ""
        self._asked = 0
        self.field = LineField(tools.theme, " ", longest=NAME_SIGNS + _ROOM)
        self.hits = RowList(tools.theme, " ", height=ROW_DENSE, padding=8)
        self.hits.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.hits)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(self.field)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DELAY_MS)
        self._wait.timeout.connect(self._look)
        self.field.edited.connect(self._typed)
        self.hits.row_opened.connect(self._take)
        self.hits.clicked.connect(lambda _index: self._take(self.hits.key()))
        self.field.line.installEventFilter(self)
        self.hits.installEventFilter(self)

    def value(self) -> FieldValue:
        """Return the service and its name, ``None`` for neither."""
        name = unicodedata.normalize("NFC", self.field.text().strip())
        return {"service": self._service or None, "name": name} if name else None

    def show_value(self, value: FieldValue) -> None:
        """Show a service and its name."""
        parts = value if isinstance(value, dict) else {}
        self._service = str(parts.get("service") or "")
        self._show(str(parts.get("name") or ""))

    def kept(self) -> str:
        """Return id and name with a line break between, or nothing."""
        name = self.field.text()
        return f"{self._service}\n{name}" if name else ""

    def restore(self, text: str) -> None:
        """Show what was kept."""
        self._service, _, name = text.partition("\n")
        self._show(name)

    def problem(self) -> str:
        """Return that the name is too long, if so."""
        length = len(self.field.text().strip())
        return too_long(length, NAME_SIGNS) if length > NAME_SIGNS else ""

    def set_error(self, words: str) -> None:
        """Show what is wrong under the line."""
        self.field.set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self.field.set_label(label)
        self.hits.setAccessibleName(QCoreApplication.translate("PlanForm", "Services found"))
        self._hint()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through."""
        return [self.field.line, self.hits]

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Down goes from the line into the services found, Up from the first back, Escape closes them."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.hits.isVisible():
            if watched is self.field.line and event.key() == Qt.Key.Key_Down:
                self.hits.setFocus(Qt.FocusReason.TabFocusReason)
                self.hits.choose(self.hits.rows()[0].key)
                return True
            if watched is self.hits and event.key() == Qt.Key.Key_Up and self.hits.currentIndex().row() <= 0:
                self.field.line.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _show(self, name: str) -> None:
        self._close()
        self.field.set_text(name)
        self.field.set_error("")
        self._hint()

    def _typed(self, text: str) -> None:
        self._service = ""
        self._hint()
        if len(text.strip()) >= _LEAST:
            self._wait.start()
        else:
            self._close()
        self.edited.emit()

    def _look(self) -> None:
        self._asked += 1
        number = self._asked
        now = local_moment(self._tools.clock())
        ask = SearchServices(
            self.field.text().strip(),
            ServiceFilters(),
            ServiceClient(),
            self._tools.translations.language.value,
            now.date().isoformat(),
            now.hour * _NO_MINUTES + now.minute,
            limit=_MOST,
        )

        def came(found: ServicesFound) -> None:
            if number == self._asked and not self._service:
                self._offer(found)

        self._tools.bridge.ask(self, ask, done=came, failed=self._not_found)

    def _offer(self, found: ServicesFound) -> None:
        rows = [Row(key=one.service.hex(), title=one.name) for one in found.rows[:_MOST]]
        self.hits.set_rows(rows)
        self.hits.setFixedHeight(ROW_DENSE * max(len(rows), 1) + 2)
        self.hits.setVisible(bool(rows) and self.isVisible())

    def _not_found(self, _report: ProblemReport) -> None:
        self._close()  # the name can be typed all the same

    def _take(self, key: str) -> None:
        row = next((one for one in self.hits.rows() if one.key == key), None)
        if row is not None:
            self._service = row.key
            self._show(row.title)
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    def _close(self) -> None:
        self._asked += 1
        self._wait.stop()
        self.hits.hide()
        self.hits.set_rows(())

    def _hint(self) -> None:
        self.field.set_hint(
            QCoreApplication.translate("PlanForm", "From the catalogue.")
            if self._service
            else QCoreApplication.translate("PlanForm", "Type a few letters, or any name.")
        )
