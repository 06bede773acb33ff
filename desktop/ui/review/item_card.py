# SPDX-License-Identifier: MIT
"""The right card: one item opened, with what changed, and the foot to say a word on it."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.review import ReviewRow, ReviewView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.notice import Notice
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.review.change_lines import ChangeLines
from desktop.ui.review.empty_part import EmptyPart
from desktop.ui.review.item_head import ItemHead
from desktop.ui.review.session_part import SessionPart
from desktop.ui.review.thread_part import ThreadPart
from desktop.ui.review.told_changes import told_changes
from desktop.ui.review.verdict_foot import VerdictFoot
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import field_label


class ItemCard(Card):
    """Shows an item, or a quiet line when there is none; the foot stays where it is."""

    values_asked = Signal(object)
    """(entity, field) of the two values to look at."""
    person_asked = Signal(object)
    """The person whose card is wanted."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build all parts, empty."""
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._view: ReviewView | None = None
        self._row: ReviewRow | None = None
        theme = tools.theme
        self.head = ItemHead(tools)
        self.foot = VerdictFoot(tools)
        self.pane = ScrollPane(theme, " ")
        self._changes_title = Words(theme, size=Type.SECTION)
        self._to_person = Button(theme, kind=ButtonKind.LINK)
        self.changes = ChangeLines(theme)
        self.session = SessionPart(tools)
        self.two_values = Notice(theme, tone=Tone.SPLIT, icon_name="columns-2")
        self.changed_since = Notice(theme, tone=Tone.SPLIT, icon_name="pencil")
        self.thread_part = ThreadPart(tools)
        self._quiet = EmptyPart(tools)
        self._lay_out()
        self.two_values.acted.connect(self._ask_values)
        self._to_person.clicked.connect(self._ask_person)
        self.session.row_at.connect(self._scroll_to)
        self.retranslate()
        self.show_nothing(reviewed=False)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._changes_title, 1, Qt.AlignmentFlag.AlignVCenter)
        heading.addWidget(self._to_person)
        inner = self.pane.body
        inner.setContentsMargins(13, 4, 13, 12)
        inner.setSpacing(8)
        inner.addLayout(heading)
        inner.addWidget(self.changes)
        inner.addWidget(self.session)
        inner.addWidget(self.changed_since)
        inner.addWidget(self.two_values)
        inner.addWidget(self.thread_part)
        inner.addStretch(1)
        opened = QWidget()
        column = QVBoxLayout(opened)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Rule(self._tools.theme))
        column.addWidget(self.pane, 1)
        column.addWidget(Rule(self._tools.theme))
        column.addWidget(self.foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(opened)
        self._stack.addWidget(self._quiet)
        self.body.addWidget(self._stack, 1)
        self._opened = opened

    @property
    def shown(self) -> ReviewView | None:
        """The item shown, or None."""
        return self._view

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        foot = self.foot
        return [
            self.head.before,
            self.head.after,
            self.pane.area,
            self._to_person,
            self.session.table,
            self.two_values.button,
            foot.comment.area,
            foot.approve,
            foot.send_back,
            foot.question,
        ]

    def show_item(self, view: ReviewView, row: ReviewRow | None) -> None:
        """Show one item from its beginning, or the same one again where it was scrolled to."""
        same = self._view is not None and self._view.item == view.item
        self._view, self._row = view, row
        self._fill(view)
        self._stack.setCurrentWidget(self._opened)
        self.foot.show_for(own_work=view.own_work, ready=True)
        if not same:
            self.pane.to_top()

    def wait(self) -> None:
        """Switch the actions off while another item is being opened: no verdict on what is not shown."""
        self.foot.show_for(own_work=False, ready=False)

    def show_nothing(self, *, reviewed: bool) -> None:
        """Show no item: all is reviewed, or none has been chosen yet."""
        self.forget()
        self._quiet.show_reviewed(reviewed=reviewed)
        self._stack.setCurrentWidget(self._quiet)

    def forget(self) -> None:
        """Drop every value shown."""
        self._view, self._row = None, None
        self.changes.set_lines([])
        self.session.forget()
        self.thread_part.show_words([])
        self.head.forget()
        self.two_values.hide()
        self.changed_since.hide()
        self.foot.empty()
        self.foot.show_for(own_work=False, ready=False)
        self._stack.setCurrentWidget(self._quiet)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.head.retranslate()
        self.foot.retranslate()
        self.session.retranslate()
        self.thread_part.retranslate()
        self.pane.set_name(QCoreApplication.translate("Review", "What changed"))
        self._to_person.setText(QCoreApplication.translate("Review", "Open the card"))
        self._to_person.updateGeometry()
        self._quiet.retranslate()
        if self._view is not None:
            self._fill(self._view)

    def _fill(self, view: ReviewView) -> None:
        session = view.kind == "session"
        self.head.show_item(view, self._row)
        lines = told_changes(view.changes, self._tools)
        count = len(lines)
        self._changes_title.setText(QCoreApplication.translate("Review", "Changes, %n fields", None, count))
        self.changes.setAccessibleName(self._changes_title.text())
        self._changes_title.setVisible(not session)
        self._to_person.setVisible(view.person is not None)
        self.changes.setVisible(not session)
        self.changes.set_lines(lines)
        self.session.setVisible(session)
        if session:
            self.session.show_session(view)
        self._show_notices(view)
        self.thread_part.show_words(view.thread)

    def _show_notices(self, view: ReviewView) -> None:
        codes = self._tools.codes
        contested = [field_label(one.kind, one.field, codes) for one in view.changes if one.two_values]
        if contested:
            words = QCoreApplication.translate(
                "Review", "Two values: {fields}. You may approve the rest; this stays open."
            )
            action = QCoreApplication.translate("Review", "See the values")
            self.two_values.tell(words.format(fields=", ".join(contested)), action=action)
        self.two_values.setVisible(bool(contested))
        if view.mark is Mark.CHANGED_SINCE_REVIEW:
            self.changed_since.tell(
                QCoreApplication.translate("Review", "Changed since it was reviewed. Look at it once more.")
            )
        self.changed_since.setVisible(view.mark is Mark.CHANGED_SINCE_REVIEW)

    def _ask_values(self) -> None:
        changes = self._view.changes if self._view is not None else []
        first = next((one for one in changes if one.two_values), None)
        if first is not None:
            self.values_asked.emit((first.entity, first.field))

    def _scroll_to(self, rect: QRect) -> None:
        at = self.session.mapTo(self.pane.inner, rect.center())
        self.pane.area.ensureVisible(0, at.y(), 0, rect.height())

    def _ask_person(self) -> None:
        if self._view is not None and self._view.person is not None:
            self.person_asked.emit(self._view.person)
