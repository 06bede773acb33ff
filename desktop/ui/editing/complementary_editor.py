# SPDX-License-Identifier: MIT
"""The editor of services that go with one: found by name, kept as references of their source."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.editing import EditingList, EditingView, ListEditing, OpenEditing
from desktop.notebook.messages.envelope import ProblemReport
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.words import Words
from desktop.ui.editing.part_editor import PartEditor
from desktop.ui.editing.reading import read_service
from desktop.ui.editing.tab_order import tab_after
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_TWO_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import local_moment
from sync.catalogue.model import Origin, reference_of, service_entity, text_in
from sync.records.ids import EntityId

_PAUSE_MS: Final = 150
_HITS: Final = 6


class ComplementaryEditor(PartEditor):
    """A list of references. A reference that this notebook does not know stands as it is."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._names: dict[str, str] = {}
        self._label = Words(tools.theme, size=Type.LABEL)
        self.search = SearchField(tools.theme, " ")
        self.hits = RowList(tools.theme, " ", height=ROW_TWO_LINES, padding=8)
        self.hits.hide()
        self._message = Words(tools.theme, size=Type.SECONDARY, tone=Tone.DANGER, wrap=True)
        self._message.hide()
        self._chosen: list[tuple[str, QWidget, Words]] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addWidget(self._label)
        for one in (self.search, self.hits, self._message):
            column.addWidget(one)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(self.search)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._seek)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._into_hits)
        self.hits.row_opened.connect(self._take)

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the references, or ``None``."""
        return [reference for reference, _, _ in self._chosen] or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show these services by their names, as soon as the notebook has told them."""
        for reference, _, _ in tuple(self._chosen):
            self._drop(reference)
        for reference in value or ():
            self._append(str(reference))
        self.search.clear()
        self._show_hits([])

    def set_error(self, words: str, path: str = "") -> None:  # noqa: ARG002 - the list is one
        """Show what is wrong under the search."""
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def set_label(self, label: str) -> None:
        """Change the label and every word."""
        self._label.setText(label)
        self.search.set_words(QCoreApplication.translate("Editing", "Find a service that goes with this"))
        self.hits.setAccessibleName(QCoreApplication.translate("Editing", "Services found"))
        for reference, row, _ in self._chosen:
            self._say(reference, row)

    def _seek(self) -> None:
        text = self.search.text().strip()
        if not text:
            self._show_hits([])
            return
        tools = self._tools
        day = local_moment(tools.clock()).date().isoformat()
        ask = ListEditing("all", text, day, tools.translations.language.value, limit=_HITS)
        tools.bridge.ask(self, ask, done=self._found, failed=self.troubled.emit)

    def _found(self, answer: EditingList) -> None:
        rows = [Row(key=one.service.hex(), title=one.name, second=one.organisation) for one in answer.rows]
        self._show_hits(rows if self.search.text().strip() else [])

    def _show_hits(self, rows: list[Row]) -> None:
        self.hits.set_rows(rows)
        self.hits.setFixedHeight(max(1, len(rows)) * ROW_TWO_LINES + 2)
        self.hits.setVisible(bool(rows))

    def _into_hits(self) -> None:
        rows = self.hits.rows()
        if len(rows) == 1:
            self._take(rows[0].key)
        elif rows:
            self.hits.choose(rows[0].key)
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, key: str) -> None:
        ask = OpenEditing(EntityId(bytes.fromhex(key)))
        self._tools.bridge.ask(self, ask, done=self._taken, failed=self.troubled.emit)

    def _taken(self, view: EditingView) -> None:
        told = _named(view, self._tools.translations.language.value)
        if told is None:
            return
        reference, name = told
        self._names[reference] = name
        if reference not in {known for known, _, _ in self._chosen}:
            self._append(reference)
            self.edited.emit()
        self.search.clear()
        self._show_hits([])
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, reference: str) -> None:
        name = Words(self._tools.theme, self._names.get(reference, reference), wrap=True)
        remove = IconButton(self._tools.theme, "x", " ", outlined=False)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(name, 1)
        across.addWidget(remove)
        remove.clicked.connect(partial(self._remove, reference))
        self._list.addWidget(row)
        self._chosen.append((reference, row, name))
        tab_after(self.hits, [shown for _, shown, _ in self._chosen])
        self._say(reference, row)
        if reference not in self._names:
            self._ask_name(reference)

    def _ask_name(self, reference: str) -> None:
        source, _, identity = reference.partition(":")
        ask = OpenEditing(service_entity(Origin(source=source, id=identity)))
        self._tools.bridge.ask(self, ask, done=partial(self._named, reference), failed=_unknown)

    def _named(self, reference: str, view: EditingView) -> None:
        told = _named(view, self._tools.translations.language.value)
        if told is None:
            return
        self._names[reference] = told[1]
        for known, row, name in self._chosen:
            if known == reference:
                name.setText(told[1])
                self._say(reference, row)

    def _say(self, reference: str, row: QWidget) -> None:
        name = self._names.get(reference, reference)
        for button in row.findChildren(IconButton):
            button.set_name(QCoreApplication.translate("Editing", "Remove {name}").format(name=name))

    def _remove(self, reference: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(reference)
        self.edited.emit()

    def _drop(self, reference: str) -> None:
        for known in tuple(self._chosen):
            if known[0] == reference:
                self._chosen.remove(known)
                self._list.removeWidget(known[1])
                known[1].hide()
                known[1].deleteLater()


def _named(view: EditingView, language: str) -> tuple[str, str] | None:
    """Return a service's reference and name; ``None`` for what a newer version wrote in another form."""
    service = read_service(view.content)
    if service is None:
        return None
    return reference_of(service.origin), text_in(service.name, language)


def _unknown(_report: ProblemReport) -> None:
    """A reference of a service that is not here stays shown as it is."""
