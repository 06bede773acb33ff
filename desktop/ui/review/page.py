# SPDX-License-Identifier: MIT
"""Review: the supervisor goes through what came in, one key a clean item (ui.md sections 3 and 5)."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.review import GiveReview, OpenReview, ReviewQueue, ReviewRow, ReviewView
from desktop.ui.held.link import HeldLink
from desktop.ui.page import Page, Tools
from desktop.ui.review.item_card import ItemCard
from desktop.ui.review.queue import QueueCard
from desktop.ui.review.verdict_foot import LONGEST_COMMENT
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y

_QUEUE: Final = 340
_QUEUE_COMPACT: Final = 332
_DRAFT_MS: Final = 500
_KINDS: Final = frozenset(
    {"session", "visit", "tally", "person", "situation", "note", "attendance", "review", "reply", "merge"}
    | {"quarantine", "release", "ruling"}
)


class ReviewPage(Page):
    """Queue at the left, the opened item at the right. A verdict opens the next item at once."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build both cards; ``enter`` fills them."""
        super().__init__(tools, parent=parent)
        self._rows: dict[str, ReviewRow] = {}
        self._wanted = ""
        self._opening = ""
        self._stale = False
        self._sending = False
        self.held = HeldLink(tools)
        self.queue = QueueCard(tools)
        self.item = ItemCard(tools)
        self._draft = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        row.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.held)
        left.addWidget(self.queue, 1)
        row.addLayout(left)
        row.addWidget(self.item, 1)
        self.queue.setFixedWidth(_QUEUE)
        self.held.setFixedWidth(_QUEUE)
        self.setFocusProxy(self.queue.rows)
        for one, other in pairwise([self.held.strip.button, *self.queue.stops(), *self.item.stops()]):
            self.setTabOrder(one, other)
        self._join()

    def _join(self) -> None:
        self.held.asked.connect(lambda: self.go.emit("held", None))
        self.held.failed.connect(self.fail)
        self.queue.narrowed.connect(self._load)
        self.queue.item_chosen.connect(self._open_item)
        self.queue.item_opened.connect(lambda _key: self.item.foot.comment.area.setFocus())
        self.item.head.stepped.connect(self._step)
        self.item.foot.given.connect(self.give)
        self.item.foot.typed.connect(self._draft.start)
        self.item.values_asked.connect(lambda what: self.go.emit("conflicts", what))
        self.item.person_asked.connect(lambda person: self.go.emit("people", person))
        self._draft.timeout.connect(self._keep_draft)
        for key, verdict in (("Ctrl+1", "approved"), ("Ctrl+2", "returned"), ("Ctrl+3", "question")):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.give, verdict))

    # --- what the shell asks ---

    def enter(self) -> None:
        """Load the queue; the first item opens when none is open."""
        self._load()
        self.held.load()

    def open(self, what: object) -> None:
        """Open the item of this id; None opens what stands first."""
        if isinstance(what, str) and what:
            self.queue.rows.choose(what)
            self._open_item(what)

    def place(self) -> Mapping[str, str]:
        """Return which item stands open."""
        return {"item": self._wanted}

    def come_back(self, opened: Mapping[str, str]) -> None:
        """Open the item again."""
        self.open(opened.get("item", ""))

    def records_changed(self, kinds: Collection[str]) -> None:
        """Load the queue again, quietly; the open item is looked at again only when it may have changed."""
        if _KINDS.intersection(kinds):
            self._stale = True
            self._load()
            self.held.load()

    def forget(self) -> None:
        """Keep a half-typed comment, then drop every value: the notebook is locked after this."""
        self._leave_item()
        self._rows = {}
        self._opening = ""
        self._sending, self._stale = False, False
        self.queue.forget()
        self.held.forget()
        self.item.show_nothing(reviewed=False)

    def set_compact(self, *, compact: bool) -> None:
        """Give the queue less room under 1200 px."""
        for part in (self.queue, self.held):
            part.setFixedWidth(_QUEUE_COMPACT if compact else _QUEUE)

    def panes(self) -> list[QWidget]:
        """Return queue, changes and comment."""
        return [self.queue.first(), self.item.pane, self.item.foot.comment.area]

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.held.retranslate()
        self.queue.retranslate()
        self.item.retranslate()

    def hideEvent(self, event: QHideEvent, /) -> None:
        """Keep a half-typed comment when another page comes to the front."""
        if self._draft.isActive():
            self._draft.stop()
            self._keep_draft()
        super().hideEvent(event)

    # --- the queue ---

    def _load(self) -> None:
        self.tools.bridge.ask(self, self.queue.ask(), done=self._show_queue, failed=self.fail)

    def _show_queue(self, answer: ReviewQueue) -> None:
        self._rows = {row.item: row for row in answer.rows}
        held = QApplication.focusWidget() in {None, self, self.queue.rows}
        self.queue.show_queue(answer)
        if held and not answer.rows:  # the list is hidden then, and focus must not be lost with it
            self.queue.first().setFocus(Qt.FocusReason.OtherFocusReason)
        wanted = self._wanted
        if wanted and wanted not in self._rows and self._is_kept():
            self._show_place()
            return
        if wanted in self._rows:
            self.queue.rows.choose(wanted)
            self._look_again(wanted)
        elif answer.rows:
            first = answer.rows[0].item
            self.queue.rows.choose(first)
            self._open_item(first)
        else:
            self._leave_item()
            self.item.show_nothing(reviewed=self.queue.states.key() == "waiting")
        self._show_place()

    def _look_again(self, item: str) -> None:
        """Open the item unless it is shown as it stands, or on its way; quietly when it is shown already."""
        shown = self.item.shown
        if self._opening == item:
            return
        if shown is None or shown.item != item:
            self._open_item(item)
        elif self._stale or shown.mark is not self._rows[item].mark:
            self._ask_item(item)

    def _is_kept(self) -> bool:
        """Whether the open item stays open though the queue has it no longer: a comment is half typed."""
        shown = self.item.shown
        return shown is not None and bool(self.item.foot.comment.text().strip())

    def _show_place(self) -> None:
        keys = self.queue.keys()
        place = keys.index(self._wanted) if self._wanted in keys else -1
        self.item.head.show_place(place, len(keys))

    def _step(self, step: int) -> None:
        keys = self.queue.keys()
        if self._wanted not in keys:
            return
        place = keys.index(self._wanted) + step
        if 0 <= place < len(keys):
            self.queue.rows.choose(keys[place])
            self._open_item(keys[place])

    # --- one item ---

    def _open_item(self, item: str) -> None:
        if item != self._wanted:
            self._leave_item()
            self.item.foot.empty()
            self._wanted = item
        self.item.wait()
        self._show_place()
        self._ask_item(item)

    def _ask_item(self, item: str) -> None:
        self._opening = item
        self._stale = False
        self.tools.bridge.ask(self, OpenReview(item=item), done=self._show_item, failed=self._not_opened)

    def _show_item(self, view: ReviewView) -> None:
        if view.item == self._opening:
            self._opening = ""
        if view.item != self._wanted:
            return
        fresh = self.item.shown is None or self.item.shown.item != view.item
        self.item.show_item(view, self._rows.get(view.item))
        self._show_place()
        if fresh:
            draft = OpenDraft(place=_draft_place(view.item))
            self.tools.bridge.ask(self, draft, done=partial(self._show_draft, view.item), failed=self.fail)

    def _not_opened(self, report: ProblemReport) -> None:
        self._wanted, self._opening = "", ""
        self.item.show_nothing(reviewed=False)
        self.fail(report)

    def _leave_item(self) -> None:
        if self._draft.isActive():
            self._draft.stop()
            self._keep_draft()
        self._wanted = ""

    def _show_draft(self, item: str, draft: Draft) -> None:
        text = draft.value.get("comment", "")
        if item == self._wanted and text and not self.item.foot.comment.text():
            self.item.foot.comment.set_text(text)

    def _keep_draft(self) -> None:
        if not self._wanted:
            return
        text = self.item.foot.comment.text()
        value = {"comment": text} if text.strip() else {}
        self._save_draft(self._wanted, value)

    def _save_draft(self, item: str, value: dict[str, str]) -> None:
        ask = SaveDraft(place=_draft_place(item), value=value)
        self.tools.bridge.ask(self, ask, done=_nothing, failed=self.fail)

    # --- the verdict ---

    def give(self, verdict: str) -> None:
        """Say approved, returned or question on the item shown; nothing while none is or it is own work."""
        view = self.item.shown
        foot = self.item.foot
        if view is None or view.item != self._wanted or not foot.ready() or self._sending:
            return
        text = foot.comment.text()
        if len(text) > LONGEST_COMMENT:
            foot.refuse_length(LONGEST_COMMENT)
            return
        self._sending = True
        ask = GiveReview(item=view.item, verdict=verdict, comment=text)
        done: Callable[[Done], None] = partial(self._given, view, verdict)
        self.tools.bridge.ask(self, ask, done=done, failed=self._not_given)

    def _given(self, view: ReviewView, verdict: str, _done: Done) -> None:
        self._sending = False
        self._draft.stop()
        if self.item.foot.comment.text():
            self._save_draft(view.item, {})
        word = self.tools.codes.label("verdicts", verdict)
        self.queue.tell(": ".join(one for one in (word, view.title) if one))
        keys = self.queue.keys()
        place = keys.index(view.item) if view.item in keys else -1
        rest = [key for key in keys if key != view.item]
        self._wanted = ""
        self.item.foot.empty()
        if rest:
            following = rest[min(max(place, 0), len(rest) - 1)]
            self.queue.rows.choose(following)
            self._open_item(following)
        self.queue.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    def _not_given(self, report: ProblemReport) -> None:
        self._sending = False
        match report.problem:
            case Problem.COMMENT_REQUIRED:
                self.item.foot.demand_comment()
            case Problem.TEXT_TOO_LONG:
                self.item.foot.refuse_length(int(report.facts.get("limit", LONGEST_COMMENT)))
            case _:
                self.fail(report)


def _draft_place(item: str) -> str:
    return f"review/{item}"


def _nothing(_done: Done) -> None:
    """Nobody waits for this answer."""
