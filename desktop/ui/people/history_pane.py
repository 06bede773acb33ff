# SPDX-License-Identifier: MIT
"""The right half of a card: what happened, newest first, what the chosen line says, and its undo."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import HistoryRow, PersonView, RecordSaved
from desktop.ui.components.button import Button
from desktop.ui.components.choice import Choice
from desktop.ui.components.timeline import Timeline
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.earlier import Earlier
from desktop.ui.people.field_pane import FieldPane
from desktop.ui.people.history_words import ALL, detail, filters, keyed, passes, timeline_entry, title
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable

_MOST_SIGNS = 240


class HistoryPane(QWidget):
    """`undo_asked` hands a SaveId over: one's own save that the person wants back.

    The history of one field may stand in its place (``show_field``).
    """

    undo_asked = Signal(object)
    saved = Signal(object, str)
    """A value of a field was brought back: RecordSaved, and what is said of it."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._rows: Mapping[str, HistoryRow] = {}
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self.filter = Choice(theme, " ")
        self.timeline = Timeline(theme, " ")
        self.said = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.undo = Button(theme, icon_name="undo-2")
        self._empty = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.filter)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 4, 16, 4)
        foot.setSpacing(0)
        foot.addWidget(self._empty)
        foot.addWidget(self.said)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        foot.addLayout(row)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.timeline, 1)
        whole.addLayout(foot)
        self.field = FieldPane(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        column.addWidget(self.field)
        self.earlier = Earlier(tools)
        column.addWidget(self.earlier)
        self.field.left.connect(self._leave_field)
        self.field.restored.connect(self._restored)
        self.filter.chosen.connect(lambda _key: self._fill())
        self.timeline.selectionModel().currentChanged.connect(self._moved)
        self.timeline.entry_opened.connect(lambda _key: self.undo.setFocus())
        self.undo.clicked.connect(self._undo)
        self.retranslate()

    def show_history(self, rows: Sequence[HistoryRow]) -> None:
        """Show these lines, keeping filter and choice."""
        self._rows = keyed(rows)
        self._fill()

    def show_field(self, view: PersonView, key: str = "") -> None:
        """Show what one field (``kind/field``) has held, or the first of the card."""
        self.field.begin(view, key)
        self._whole.hide()
        self.field.show()
        self.field.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_up(self, view: PersonView | None) -> None:
        """Load an open field's history again; another person's card, or none, closes it."""
        self.earlier.show_for(view)
        if view is not None and self.field.shows:
            self.field.keep_up(view)
        if view is None:
            self.field.forget()
        if not self.field.shows:
            self.field.hide()
            self._whole.show()

    def pane(self) -> QWidget:
        """Return what F6 comes to."""
        return self.field.choice if self.field.shows else self.timeline

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through below the history's own lines, in order."""
        return [*self.field.stops(), self.earlier.fetch]

    def retranslate(self) -> None:
        """Say every word again."""
        self.field.retranslate()
        self.earlier.retranslate()
        self._title.setText(QCoreApplication.translate("HistoryPane", "History"))
        self.filter.setAccessibleName(
            QCoreApplication.translate("HistoryPane", "What is shown of the history")
        )
        self.filter.set_options(filters(), key=self.filter.key() or ALL)
        self.timeline.setAccessibleName(QCoreApplication.translate("HistoryPane", "History"))
        self.undo.setText(QCoreApplication.translate("HistoryPane", "Undo this save"))
        self._empty.setText(QCoreApplication.translate("HistoryPane", "Nothing here yet."))
        self._fill()

    def chosen(self) -> HistoryRow | None:
        """Return the line that is chosen, if one is."""
        place = self.timeline.currentIndex().row()
        entries = self.timeline.entries()
        return self._rows.get(entries[place].key) if 0 <= place < len(entries) else None

    def _fill(self) -> None:
        shown = {key: row for key, row in self._rows.items() if passes(row, self.filter.key())}
        before = self.timeline.entries()
        place = self.timeline.currentIndex().row()
        held = before[place].key if 0 <= place < len(before) else ""
        self.timeline.set_entries([timeline_entry(key, row, self._tools) for key, row in shown.items()])
        if held in shown:
            self.timeline.setCurrentIndex(self.timeline.model().index(list(shown).index(held), 0))
        self._empty.setVisible(not shown)
        self._tell()

    def _moved(self, _index: QModelIndex) -> None:
        self._tell()

    def _tell(self) -> None:
        row = self.chosen()
        self.undo.setVisible(row is not None and row.save is not None)
        words = f"{title(row, self._tools)}. {detail(row, self._tools)}" if row is not None else ""
        long = len(words) > _MOST_SIGNS
        self.said.setText(breakable(f"{words[:_MOST_SIGNS].rstrip()} …" if long else words))
        self.said.setVisible(bool(words))

    def _leave_field(self) -> None:
        self.field.forget()
        self.field.hide()
        self._whole.show()
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restored(self, saved: RecordSaved) -> None:
        self.saved.emit(saved, QCoreApplication.translate("FieldPane", "Brought back"))

    def _undo(self) -> None:
        row = self.chosen()
        if row is not None and row.save is not None:
            self.undo_asked.emit(row.save)
