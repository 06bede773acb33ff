# SPDX-License-Identifier: MIT
"""Today: the open point, the walk-in panel, today's visits and the supervisor's words."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import (
    OpenToday,
    SaveId,
    SessionView,
    TodayView,
    Undone,
    UndoSave,
    VisitRow,
    VisitSaved,
)
from desktop.resources import resource
from desktop.ui.components.announce import announce
from desktop.ui.drafts import DraftKeeper
from desktop.ui.errand import Errand, Found
from desktop.ui.page import Tools
from desktop.ui.page_kinds import DayPage
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.today.key_map import KeyMap
from desktop.ui.today.panel import WalkInPanel
from desktop.ui.today.said import Said
from desktop.ui.today.session_part import SESSION, SessionPart
from desktop.ui.today.side_column import SHOWN, SideColumn
from desktop.ui.today.visit_list import VisitList
from desktop.ui.today.walk_in import WalkIn, from_draft
from desktop.ui.today.written import closed_words, day_start, not_names, saved_words, visitors_errand
from desktop.ui.words.dates import written_time
from desktop.ui.words.moments import local_moment
from desktop.ui.words.problems import sentence
from sync.records.codes import load_keys

_VISIT: Final = "visit"
"""Where a half typed walk-in is kept; the notebook empties it when one is saved."""
_MINUTE_MS: Final = 20_000
_COMPACT_MARGIN: Final = 12


class TodayPage(DayPage):
    """``where_changed(place, opened_at, kind)`` is for the window; empty and 0 when no point is open."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it once; ``enter`` fills it."""
        super().__init__(tools, parent=parent)
        self._view: TodayView | None = None
        self._compact = self._side_shown = False
        self._undoable: list[SaveId | WalkIn] = []
        self._last: WalkIn | None = None
        self._in_hand = WalkIn()
        self._entering = False
        self._locked = False
        self._waits_for_point = False
        self._told_row: VisitRow | None = None
        self._told_words = ""
        self._told_where = ("", 0, "")
        self.part = SessionPart(tools)
        self.panel = WalkInPanel(tools.theme, tools.codes, KeyMap(load_keys(resource("codes"))))
        self.visits = VisitList(tools.theme, tools.codes)
        self.side = SideColumn(tools)
        self._said = Said(self.panel, self.part)
        self.due, self.news = self.side.due, self.side.news
        self._draft = DraftKeeper(tools, self.fail, self, place=_VISIT)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._show_time)
        self._lay_out()
        self._join()
        self._arrange()

    def _lay_out(self) -> None:
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GAP)
        below.addWidget(self.visits, 1)
        below.addWidget(self.side)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.part)
        self._column.addWidget(self.panel)
        self._column.addWidget(self._below, 1)

    def _join(self) -> None:
        self.part.changed.connect(self._session_changed)
        self.part.opened.connect(self._opened)
        self.part.closed.connect(self._closed)
        self.part.failed.connect(self._part_failed)
        self.panel.save_asked.connect(self._save)
        self.panel.head_asked.connect(self.part.count)
        self.panel.changed.connect(lambda walk_in: self._draft.touch(walk_in.to_draft()))
        self.panel.emptied.connect(self._undoable.append)
        self.panel.undo_asked.connect(self.undo)
        self.panel.find_asked.connect(lambda: self.go.emit("services", self.errand()))
        self.panel.more_shown.connect(lambda _shown: self._arrange())
        self.visits.visit_opened.connect(lambda visit: self.go.emit("people", {"link": bytes.fromhex(visit)}))
        self.visits.news_asked.connect(self._turn_side)
        self.side.changed.connect(self._side_changed)
        self.side.answered.connect(self._load)
        self.side.restored.connect(self._restored)
        self.side.go_asked.connect(self.go)
        self.side.failed.connect(self.fail)

    # --- Page ---

    def greet(self, who: Unlocked) -> None:
        """Bring back what was half typed when this person's notebook was locked."""
        del who
        self._locked = False
        self._draft.begin(_VISIT, self._take_draft)
        self.part.draft.begin(SESSION, self.part.take_draft)

    def enter(self) -> None:
        """Load the day."""
        self._entering = self._view is None
        self._show_time()
        self._minute.start()
        self._load()

    def records_changed(self, kinds: Collection[str]) -> None:
        """Load again quietly; what is being typed stays."""
        if not SHOWN.isdisjoint(kinds):
            self._load()

    def forget(self) -> None:
        """Keep what is half typed in the notebook, then drop every value."""
        self._draft.flush()
        self._locked, self._waits_for_point = True, False
        self._minute.stop()
        self._view, self._last, self._told_where = None, None, ("", 0, "")
        self._told_row, self._told_words = None, ""
        self._undoable.clear()
        self.panel.forget()
        self.part.forget()
        self.side.forget()
        self.visits.show_visits((), unsent=0, language=self.tools.translations.language)
        self._arrange()

    def set_compact(self, *, compact: bool) -> None:
        """Fold to the narrow layout, or back."""
        self._compact = compact
        self.panel.set_compact(compact=compact)
        self.part.set_compact(compact=compact)
        side = _COMPACT_MARGIN if compact else PAGE_MARGIN_X
        edge = GAP - 2 if compact else PAGE_MARGIN_Y
        self._column.setContentsMargins(side, edge, side, edge)
        self._column.setSpacing(GAP - 3 if compact else GAP)
        self._arrange()

    def panes(self) -> list[QWidget]:
        """Return panel or form, list, what is due and the supervisor's words."""
        first = self.panel if self.part.recording else self.part.main
        visits = [self.visits] if self.visits.anything else []
        every: list[QWidget] = [first, *visits, *self.side.panes()]
        return [pane for pane in every if not pane.isHidden()]

    def retranslate(self) -> None:
        """Say what was composed here in the language in force."""
        if self._told_row is not None and self.panel.toast.words() == self._told_words:
            self._told_words = saved_words(self._told_row, self.tools.codes, self.tools.translations.language)
            self.panel.toast.tell(self._told_words)
        self.part.retranslate()
        self._show_time()
        self._show()

    # --- for the main window ---

    def errand(self) -> Errand:
        """Return for whom a service is sought from here: the visitor whose keys are half pressed."""
        return visitors_errand(self.panel.walk_in)

    def open(self, what: object) -> None:
        """Take what came back from the services into the walk-in."""
        if isinstance(what, Found):
            self.new_visit()
            self.panel.put(self.panel.walk_in.sent_to(what))

    def new_visit(self) -> None:
        """Give the panel the keys, from wherever the person was."""
        self._waits_for_point = self._side_shown = False
        self.part.resume()
        self._arrange()
        self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def repeat_last(self) -> None:
        """Record the last visit once more, without its note; half typed keys are never lost for it."""
        self.new_visit()
        if self._last is None or not self.panel.walk_in.empty:
            return
        self.panel.put(self._last.with_value("note", ""))
        self.panel.save()

    def undo(self) -> None:
        """Take back the last thing done here: a save, or the emptying of the panel."""
        if not self._undoable:
            self._said.nothing_to_undo()
            return
        last = self._undoable.pop()
        if isinstance(last, WalkIn):
            self.panel.put(last)
            self.panel.toast.clear()
            return
        self.tools.bridge.ask(self, UndoSave(last), done=partial(self._undone, last), failed=self._not_undone)

    # --- asks ---

    def _load(self) -> None:
        ask = OpenToday(day_start=day_start(self.tools.clock()))
        self.tools.bridge.ask(self, ask, done=self._came, failed=self.fail)
        self.side.load()

    def _came(self, view: TodayView) -> None:
        if self._locked:
            return  # answered after the lock: nothing is shown any more
        first, self._view = self._view is None, view
        self.panel.set_not_names(not_names(view, self.tools.codes))
        self.part.show_view(view)
        self._show()
        if first and not self.panel.walk_in.empty:
            self.part.resume()
        self._take_focus_if_lost()
        self._entering = False

    def _save(self, walk_in: WalkIn) -> None:
        self._in_hand = walk_in
        self.tools.bridge.ask(
            self, walk_in.to_save(self.part.session), done=self._saved, failed=self._not_saved
        )

    def _saved(self, answer: VisitSaved) -> None:
        if self._locked:
            return
        self._undoable.append(answer.save)
        self._last = self._in_hand
        self._draft.touch({})
        self._told_row = answer.row
        self._told_words = saved_words(answer.row, self.tools.codes, self.tools.translations.language)
        self.panel.saved(self._told_words)
        self._load()

    def _not_saved(self, report: ProblemReport) -> None:
        beside = report.problem in {Problem.NO_TOPIC, Problem.TEXT_TOO_LONG}
        self.panel.refused(sentence(report) if beside else "")
        if report.problem is Problem.NO_PLACE:
            self._waits_for_point = True
            self.part.ask_for_place()
        elif not beside:
            self.fail(report)

    def _opened(self) -> None:
        """Save what waited for a place to go to; it was asked for already."""
        self._take_focus()
        if self._waits_for_point:
            self._waits_for_point = False
            self.panel.save()

    def _part_failed(self, report: ProblemReport) -> None:
        self.fail(report)
        if report.problem in {Problem.GONE_MEANWHILE, Problem.NOT_FOUND}:
            self._load()

    def _restored(self, saved: RecordSaved, words: str) -> None:
        """Say whose value stands again where there is room for it, and let Undo take that back."""
        if self._locked:
            return
        self._undoable.append(saved.save)
        self._said.done(words)

    def _undone(self, save: SaveId, answer: Undone) -> None:
        if answer.again:
            self.panel.toast.clear()
            self.go.emit("conflicts", (answer.again[0].entity, answer.again[0].field, save))
            return
        self._said.undone(answer)
        self._load()

    def _not_undone(self, report: ProblemReport) -> None:
        self.panel.toast.clear()
        self.fail(report)

    # --- showing ---

    def _show(self) -> None:
        view, language = self._view, self.tools.translations.language
        if view is not None:
            self.visits.show_visits(view.visits, unsent=view.unsent, language=language)
            self.side.show_news(view.news)
        self._arrange()

    def _arrange(self) -> None:
        recording = self.part.recording
        more = recording and not self.panel.more.isHidden()
        # A narrow window has no height for the keys and the column both; Ctrl N brings the keys back.
        unfolded = self._compact and self._side_shown and self.side.anything
        self.panel.setVisible(recording and not unfolded)
        self.part.setVisible(not (more and self._compact))
        self.side.show_beside(beside=not more and (not self._compact or self._side_shown))
        self.visits.setVisible(not more)
        self.visits.offer_news(self.side.words() if self._compact else "")

    def _turn_side(self) -> None:
        self._side_shown = not self._side_shown
        self._arrange()
        if panes := self.side.panes():
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take_focus()

    def _side_changed(self) -> None:
        """Fold away a card that is empty; who emptied it has the keys of the first pane, not another card's S."""
        held = self.side.holder
        self._side_shown = self._side_shown and self.side.anything
        self._arrange()
        if held is not None and not held.holds_keys:
            self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_time(self) -> None:
        now = local_moment(self.tools.clock())
        self.panel.show_time(written_time(now, self.tools.translations.language))

    def _session_changed(self) -> None:
        """Show the panel first, hand it (or the form) the focus that is about to lose its widget, then hide."""
        if self.part.recording:
            self.panel.setVisible(True)
        held = QApplication.focusWidget()
        if held is not None and self._loses(held):
            self._take_focus()
        self._arrange()
        self._tell_where()

    def _loses(self, held: QWidget) -> bool:
        forms = (self.part.opening, self.part.closing)
        if self.part.recording:
            return any(form is held or form.isAncestorOf(held) for form in forms)
        within = held is self.panel or self.panel.isAncestorOf(held) or self.part.isAncestorOf(held)
        return within and held is not self.part.main and not self.part.main.isAncestorOf(held)

    def _tell_where(self) -> None:
        session = self.part.view
        where = (session.place, session.opened_at, session.point_kind) if session is not None else ("", 0, "")
        if where != self._told_where:
            self._told_where = where
            self.where_changed.emit(*where)

    def _closed(self, session: SessionView) -> None:
        self._load()
        words = closed_words(session)
        self.part.opening.tell(words)
        announce(self, words)
        self._take_focus()

    def _take_draft(self, draft: Mapping[str, str]) -> None:
        if self.panel.walk_in.empty and not self._locked:
            self.panel.put(from_draft(draft))
            if self._view is not None:
                self.part.resume()

    def _take_focus(self) -> None:
        main = self.panel if self.part.recording else self.part.main
        self.setFocusProxy(main)
        main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_focus_if_lost(self) -> None:
        """Move the focus only when its widget has gone, or the page has just been entered.

        Never from another page: an answer that comes late must not take the keys from who types there.
        """
        held = QApplication.focusWidget()
        self.setFocusProxy(self.panel if self.part.recording else self.part.main)
        if not self.isVisible():
            return
        here = held is not None and self.isAncestorOf(held)
        if (
            held is None
            or (here and held is not None and not held.isVisible())
            or (self._entering and not here)
        ):
            self._take_focus()
