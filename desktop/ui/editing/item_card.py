# SPDX-License-Identifier: MIT
"""The right card: one service opened, what is proposed against what stands, and the foot to judge it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.editing import ContentChange, EditingRow, EditingView
from desktop.notebook.messages.envelope import ProblemReport
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.notice import Notice
from desktop.ui.components.pill import Pill
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.editing.fact_lines import FactLines
from desktop.ui.editing.front import Front
from desktop.ui.editing.item_foot import ItemFoot
from desktop.ui.editing.proposed_lines import ProposedLines
from desktop.ui.editing.reading import read_service
from desktop.ui.editing.value_words import changed_value
from desktop.ui.page import Tools
from desktop.ui.review.change_lines import ChangeLine
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.fields import said_date
from desktop.ui.words.service_fields import service_field_label, wrong_words
from sync.catalogue.model import text_in


class ItemCard(Card):
    """Shows a service, or a quiet line while none is chosen."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._view: EditingView | None = None
        self._row: EditingRow | None = None
        theme = tools.theme
        self.title = Words(theme, size=Type.TITLE, wrap=True)
        self.pill = Pill(theme, MarkValue("inbox", "", Tone.ACCENT))
        self.under = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.place = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.pane = ScrollPane(theme, " ")
        self.stale = Notice(theme, tone=Tone.WARN, icon_name="clock")
        self.two_values = Notice(theme, tone=Tone.SPLIT, icon_name="columns-2")
        self.newer = Notice(theme, tone=Tone.WARN, icon_name="circle-pause")
        self.refused = Notice(theme, tone=Tone.DANGER, icon_name="circle-alert")
        self.changes_title = Words(theme, size=Type.SECTION)
        self.changes = ProposedLines(theme)
        self.whole = Button(theme, kind=ButtonKind.LINK, icon_name="chevron-down")
        self.facts = FactLines(tools)
        self.foot = ItemFoot(tools)
        self.toast = Toast(theme)
        self.toast.hide()
        self._quiet = Words(theme, tone=Tone.MUTED, wrap=True)
        self._folded = False
        self._lay_out()
        self.whole.clicked.connect(self._turn_whole)
        self.retranslate()
        self.show_nothing()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title, 1)
        first.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self.under)
        inner = self.pane.body
        inner.setContentsMargins(13, 8, 13, 12)
        inner.setSpacing(8)
        for notice in (self.refused, self.two_values, self.newer, self.stale):
            inner.addWidget(notice)
        inner.addWidget(self.changes_title)
        inner.addWidget(self.changes)
        row = QHBoxLayout()
        row.addWidget(self.whole)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addWidget(self.facts)
        inner.addStretch(1)
        opened = QWidget()
        column = QVBoxLayout(opened)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(self._tools.theme))
        column.addWidget(self.pane, 1)
        column.addWidget(Rule(self._tools.theme))
        column.addWidget(self.foot)
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setContentsMargins(32, 32, 32, 32)
        self._stack = Front()
        self._stack.addWidget(opened)
        self._stack.addWidget(self._quiet)
        self.body.addWidget(self._stack, 1)
        told = QHBoxLayout()
        told.setContentsMargins(16, 0, 16, 4)
        told.addWidget(self.toast)
        self.body.addLayout(told)
        self._opened = opened

    @property
    def shown(self) -> EditingView | None:
        """The service shown, or None."""
        return self._view

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [
            self.refused.button,
            self.pane.area,
            self.whole,
            *self.foot.buttons.values(),
        ]

    def show_item(self, view: EditingView, row: EditingRow | None) -> None:
        """Show one service from its beginning, or the same one again where it was scrolled to."""
        same = self._view is not None and self._view.service == view.service
        self._view, self._row = view, row
        if not same:
            self._folded = view.proposed is not None
            self.refused.hide()
        self._fill(view)
        self._stack.setCurrentWidget(self._opened)
        if not same:
            self.pane.to_top()

    def show_place(self, place: int, count: int) -> None:
        """Show the service's place in the list, counted from 0; -1 for one that is not in it."""
        self.place.setText(f"{place + 1} / {count}" if place >= 0 else "")

    def show_refused(self, report: ProblemReport) -> None:
        """Say which field keeps the service from being published, and offer to edit it."""
        field = service_field_label(str(report.facts.get("field", "")), self._tools.codes)
        why = wrong_words(str(report.facts.get("reason", "")))
        words = QCoreApplication.translate("Editing", "Not published yet. {field}: {why}")
        edit = QCoreApplication.translate("Editing", "Edit")
        self.refused.tell(words.format(field=field, why=why), action=edit)

    def show_nothing(self) -> None:
        """Show no service."""
        self._drop()

    def forget(self) -> None:
        """Drop every value shown, and what was told of the last one."""
        self._drop()
        self.tell("", undo=False)

    def tell(self, words: str, *, undo: bool) -> None:
        """Say at the foot what was just done; an empty text takes the word back."""
        self.toast.setVisible(bool(words))
        if words:
            self.toast.tell(words, undo=undo)
        else:
            self.toast.clear()

    def _drop(self) -> None:
        self._view, self._row = None, None
        for words in (self.title, self.under, self.place):
            words.setText("")
        self.changes.set_lines([])
        self.facts.show_content({})
        for notice in (self.refused, self.two_values, self.newer, self.stale):
            notice.hide()
        self.foot.show_for(None)
        self._stack.setCurrentWidget(self._quiet)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._quiet.setText(
            QCoreApplication.translate(
                "Editing", "Choose a service, add one of your own (Ctrl Shift I) or read a file (Ctrl O)."
            )
        )
        self.pane.set_name(QCoreApplication.translate("Editing", "What the service says"))
        self.foot.retranslate()
        if self._view is not None:
            self._fill(self._view)

    def _fill(self, view: EditingView) -> None:
        codes = self._tools.codes
        service = read_service(view.content)
        language = self._tools.translations.language.value
        nameless = QCoreApplication.translate("Editing", "Written by a newer version")
        self.title.setText(breakable(text_in(service.name, language) if service is not None else nameless))
        self.pill.set_value(_state(view, codes.label("service_states", view.status)))
        self.under.setText(self._told_origin(view.content))
        self.foot.show_for(view, readable=service is not None)
        proposed = view.proposed is not None
        lines = [self._line(one) for one in view.changes]
        self.changes.set_lines(lines)
        self.changes_title.setText(
            QCoreApplication.translate("Editing", "Proposed changes, %n fields", None, len(lines))
        )
        self.changes.setAccessibleName(self.changes_title.text())
        for part in (self.changes_title, self.changes, self.whole):
            part.setVisible(proposed)
        self.facts.show_content(view.content)
        self._show_notices(view, readable=service is not None)
        self._show_whole()

    def _line(self, change: ContentChange) -> ChangeLine:
        before = changed_value(change.field, change.before, self._tools)
        after = changed_value(change.field, change.after, self._tools)
        gone = QCoreApplication.translate("Editing", "removed")
        return ChangeLine(
            field=service_field_label(change.field, self._tools.codes),
            before=before,
            after=after or gone,
            added=not before,
        )

    def _told_origin(self, content: Mapping[str, Any]) -> str:
        origin = content.get("origin") or {}
        codes = self._tools.codes
        organisation = (content.get("organisation") or {}).get("name") or {}
        parts = [
            text_in(organisation, self._tools.translations.language.value),
            codes.label("service_sources", str(origin.get("source") or "own")),
        ]
        if content.get("checked"):
            words = QCoreApplication.translate("Editing", "checked {day}")
            parts.append(words.format(day=said_date(str(content["checked"]))))
        return " · ".join(part for part in parts if part)

    def _show_notices(self, view: EditingView, *, readable: bool) -> None:
        stale = self._row is not None and self._row.stale
        if stale:
            words = QCoreApplication.translate(
                "Editing", "This wants checking since {day}. Is all of it still true?"
            )
            self.stale.tell(words.format(day=said_date(str(view.content.get("stale_after") or ""))))
        self.stale.setVisible(stale)
        if view.conflict:
            self.two_values.tell(
                QCoreApplication.translate(
                    "Editing",
                    "Two people changed this at the same time, and one text is shown. "
                    "Edit and save: what you save stands.",
                )
            )
        self.two_values.setVisible(view.conflict)
        if not readable:
            self.newer.tell(
                QCoreApplication.translate(
                    "Editing", "This was written by a newer version. Update the program to edit it."
                )
            )
        self.newer.setVisible(not readable)

    def _turn_whole(self) -> None:
        self._folded = not self._folded
        self._show_whole()

    def _show_whole(self) -> None:
        folded = self._folded and self._view is not None and self._view.proposed is not None
        self.facts.setVisible(not folded)
        self.whole.set_icon("chevron-down" if folded else "chevron-up")
        self.whole.setText(
            QCoreApplication.translate("Editing", "Show the whole service as it stands")
            if folded
            else QCoreApplication.translate("Editing", "Hide the whole service")
        )
        self.whole.updateGeometry()


def _state(view: EditingView, word: str) -> MarkValue:
    if view.proposed is not None:
        return MarkValue("file-text", QCoreApplication.translate("Editing", "Proposal"), Tone.ACCENT)
    match view.status:
        case "published":
            return MarkValue("check", word, Tone.OK)
        case "withdrawn":
            return MarkValue("circle-x", word, Tone.WAIT)
        case _:
            return MarkValue("inbox", word, Tone.ACCENT)
