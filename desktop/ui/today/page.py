# SPDX-License-Identifier: MIT
"""Today: the open point, the walk-in panel, today's visits and the supervisor's words."""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.leads import LeadRow
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import (
    GroupRow,
    OpenToday,
    SaveId,
    SessionView,
    TodayView,
    VisitRow,
    VisitSaved,
)
from desktop.resources import resource
from desktop.ui.components.announce import announce
from desktop.ui.drafts import DraftKeeper
from desktop.ui.errand import Errand, Found
from desktop.ui.page import Tools
from desktop.ui.page_kinds import DayPage
from desktop.ui.today.day_board import DayBoard
from desktop.ui.today.day_undo import DayUndo
from desktop.ui.today.key_map import KeyMap
from desktop.ui.today.panel import WalkInPanel
from desktop.ui.today.said import Said
from desktop.ui.today.session_part import SESSION, SessionPart
from desktop.ui.today.side_column import SHOWN, SideColumn
from desktop.ui.today.stand_forms import StandForms
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
        self._last: WalkIn | None = None
        self._in_hand = WalkIn()
        self._entering = False
        self._locked = False
        self._splitting = False
        self._waits_for_point = False
        self._told_row: VisitRow | None = None
        self._told_words = ""
        self._told_where = ("", 0, "")
        self.part = SessionPart(tools)
        keys = KeyMap(load_keys(resource("codes")))
        self.panel = WalkInPanel(tools.theme, tools.codes, keys)
        self.forms = StandForms(tools, keys, self.part)
        self.visits = VisitList(tools.theme, tools.codes)
        self.side = SideColumn(tools)
        self._said = Said(self.panel, self.part)
        self._undo = DayUndo(tools, self.panel, self._said, self)
        self.due, self.news = self.side.due, self.side.news
        self._draft = DraftKeeper(tools, self.fail, self, place=_VISIT)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._show_time)
        self.board = DayBoard(self, self.part, self.panel, self.forms, self.visits, self.side)
        self._join()
        self.board.arrange()

    def _join(self) -> None:
        self.part.changed.connect(self._session_changed)
        self.part.opened.connect(self._opened)
        self.part.closed.connect(self._closed)
        self.part.failed.connect(self._part_failed)
        self.part.planned.connect(self._stand_saved)
        self.part.bar.split_asked.connect(self.split_heads)
        self.panel.save_asked.connect(self._save)
        self.panel.head_asked.connect(self.part.count)
        self.panel.changed.connect(lambda walk_in: self._draft.touch(walk_in.to_draft()))
        self.panel.emptied.connect(self._undo.add)
        self.panel.undo_asked.connect(self.undo)
        self.panel.split_left.connect(self._end_split)
        self._undo.undone.connect(self._load)
        self._undo.failed.connect(self.fail)
        self._undo.choose_asked.connect(lambda what: self.go.emit("conflicts", what))
        self.forms.changed.connect(self.board.form_changed)
        self.forms.saved.connect(self._stand_saved)
        self.forms.failed.connect(self.fail)
        self.forms.place_wanted.connect(self.part.ask_for_place)
        self.panel.find_asked.connect(lambda: self.go.emit("services", self.errand()))
        self.panel.more_shown.connect(lambda _shown: self.board.arrange())
        self.visits.visit_opened.connect(lambda visit: self.go.emit("people", {"link": bytes.fromhex(visit)}))
        self.visits.news_asked.connect(self.board.turn_side)
        self.visits.group_opened.connect(self._change_group)
        self.visits.group_asked.connect(self.new_group)
        self.visits.lead_asked.connect(self.new_lead)
        self.visits.waiting_asked.connect(self.wait)
        self.side.changed.connect(self.board.side_changed)
        self.side.answered.connect(self._load)
        self.side.restored.connect(lambda saved, words: self._stand_saved(saved.save, words))
        self.side.stand.saved.connect(self._stand_saved)
        self.side.stand.called.connect(self._called)
        self.side.stand.leads.change_asked.connect(self._change_lead)
        self.side.stand.waiting.left.connect(self.board.end_waiting)
        self.side.go_asked.connect(self.go)
        self.side.failed.connect(self.fail)

    # --- Page ---

    def greet(self, who: Unlocked) -> None:
        """Bring back what was half typed when this person's notebook was locked."""
        del who
        self._locked = False
        self._draft.begin(_VISIT, self._take_draft)
        self.part.draft.begin(SESSION, self.part.take_draft)
        self.forms.greet()

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
        self._locked, self._waits_for_point, self._splitting = True, False, False
        self._minute.stop()
        self._view, self._last, self._told_where = None, None, ("", 0, "")
        self._told_row, self._told_words = None, ""
        self._undo.forget()
        self.panel.show_split(0)
        self.panel.forget()
        self.forms.forget()
        self.part.forget()
        self.side.forget()
        self.visits.show_visits((), unsent=0, language=self.tools.translations.language)
        self.board.arrange()

    def set_compact(self, *, compact: bool) -> None:
        """Fold to the narrow layout, or back."""
        self.board.set_compact(compact=compact)

    def panes(self) -> list[QWidget]:
        """Return panel or form, list, what is due and the supervisor's words."""
        return self.board.panes()

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
        self._come_forward()
        self.forms.hide_form()
        self.board.arrange()
        self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def repeat_last(self) -> None:
        """Record the last visit once more, without its note; half typed keys are never lost for it."""
        self.new_visit()
        if self._last is None or not self.panel.walk_in.empty:
            return
        self.panel.put(self._last.with_value("note", ""))
        self.panel.save()

    def undo(self) -> None:
        """Take back the last thing done here."""
        self._undo.undo()

    def new_group(self) -> None:
        """Show the form of a group that came, from wherever the person was."""
        self._come_forward()
        self.forms.new_group()

    def new_lead(self) -> None:
        """Show the form of a permission to contact."""
        self._come_forward()
        self.forms.new_lead()

    def wait(self) -> None:
        """Give the waiting list's line the keys; without a point there is nobody to wait for."""
        self.board.side_shown = True
        if not self.side.stand.begin_waiting():
            self.board.side_shown = False
            self._said.no_point()

    def call_next(self) -> None:
        """Call whose turn it is."""
        self.side.stand.call()

    def split_heads(self) -> None:
        """Record the counted heads as visits: each save takes one off the counter, until nobody is left or Esc."""
        heads = self._heads + self.part.heads.pending
        self.part.heads.flush()
        self._splitting = heads > 0
        if self._splitting:
            self.new_visit()
            self.panel.show_split(heads)

    # --- asks ---

    def _load(self) -> None:
        ask = OpenToday(day_start=day_start(self.tools.clock()))
        self.tools.bridge.ask(self, ask, done=self._came, failed=self.fail)
        self.side.load()

    def _came(self, view: TodayView) -> None:
        if self._locked:
            return  # answered after the lock: nothing is shown any more
        first, self._view = self._view is None, view
        self.side.stand.show_session(view.session.session if view.session is not None else None)
        self.panel.set_not_names(not_names(view, self.tools.codes))
        self.part.show_view(view)
        if self._splitting:
            self._splitting = self._heads > 0
            self.panel.show_split(self._heads)
        self._show()
        if first and not self.panel.walk_in.empty:
            self.part.resume()
        self.board.take_focus_if_lost(entering=self._entering)
        self._entering = False

    def _save(self, walk_in: WalkIn) -> None:
        self._in_hand = walk_in
        ask = walk_in.to_save(self.part.session, from_heads=self._splitting)
        self.tools.bridge.ask(self, ask, done=self._saved, failed=self._not_saved)

    def _saved(self, answer: VisitSaved) -> None:
        if self._locked:
            return
        self._undo.add(answer.save)
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
        self.board.take_focus()
        if self._waits_for_point:
            self._waits_for_point = False
            self.panel.save()

    def _part_failed(self, report: ProblemReport) -> None:
        self.fail(report)
        if report.problem in {Problem.GONE_MEANWHILE, Problem.NOT_FOUND}:
            self._load()

    def _stand_saved(self, save: SaveId, words: str) -> None:
        """Say what was saved where there is room for it, and let Undo take that back."""
        if self._locked:
            return
        self._undo.add(save)
        self._said.done(words)
        self._load()

    def _called(self, words: str) -> None:
        self.new_visit()
        self._undo.add(self.side.stand.put_back)
        self._said.done(words)

    def _change_group(self, row: GroupRow) -> None:
        self._come_forward()
        self.forms.change_group(row)

    def _change_lead(self, row: LeadRow) -> None:
        self._come_forward()
        self.forms.change_lead(row)

    # --- showing ---

    @property
    def _heads(self) -> int:
        """How many counted heads are not visits yet."""
        return self.part.view.unrecorded if self.part.view is not None else 0

    def _come_forward(self) -> None:
        """Make room for what is recorded, whatever stood here."""
        self._waits_for_point = self.board.side_shown = False
        self.part.resume()

    def _session_changed(self) -> None:
        self.board.session_changed()
        session = self.part.view
        where = (session.place, session.opened_at, session.point_kind) if session is not None else ("", 0, "")
        if where != self._told_where:
            self._told_where = where
            self.where_changed.emit(*where)

    def _end_split(self) -> None:
        self._splitting = False
        self.panel.show_split(0)

    def _show(self) -> None:
        view, language = self._view, self.tools.translations.language
        if view is not None:
            self.visits.show_visits(view.visits, view.groups, unsent=view.unsent, language=language)
            self.side.show_news(view.news)
        self.board.arrange()

    def _show_time(self) -> None:
        now = local_moment(self.tools.clock())
        for one in (self.panel, self.forms):
            one.show_time(written_time(now, self.tools.translations.language))
        self.side.stand.show_time()

    def _closed(self, session: SessionView) -> None:
        self._load()
        words = closed_words(session)
        self.part.opening.tell(words)
        announce(self, words)
        self.board.take_focus()

    def _take_draft(self, draft: Mapping[str, str]) -> None:
        if self.panel.walk_in.empty and not self._locked:
            self.panel.put(from_draft(draft))
            if self._view is not None:
                self.part.resume()
