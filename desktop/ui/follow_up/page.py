# SPDX-License-Identifier: MIT
"""Follow-up: everything that waits for this person, the most urgent first, each seen to by two keys."""

from collections.abc import Collection, Mapping
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.follow_up import FollowUp, FollowUpRow, ListFollowUp, MoveOn, SetNext
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from desktop.ui.components.card import Card
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.errand import AppointmentFor, AtCard
from desktop.ui.follow_up.appointment_form import AppointmentForm
from desktop.ui.follow_up.matters import (
    ALL,
    SHOWN,
    group_words,
    in_group,
    list_row,
    name_words,
    row_key,
    tab_of,
)
from desktop.ui.follow_up.side import SidePane
from desktop.ui.page import Page, Tools
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y, ROW_PERSON, TARGET, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.rows_card import LetterRows
from desktop.ui.today.written import day_start
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId

_SIDE: Final = 392
_SIDE_COMPACT: Final = 344
_NOTHING: Final = FollowUp([], 0)


class FollowUpPage(Page):
    """J and K move, Enter opens the card, S says what became of it, N sets the next day, A makes an appointment."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._view = _NOTHING
        self._asked = 0
        self._busy = self._locked = self._loaded = self._rows_had_keys = False
        self._wanted = ""
        self._goes_on = False
        self._from_card: EntityId | None = None
        self._undoable: list[tuple[SaveId, str]] = []
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.toast = Toast(theme)
        self.filters = FilterChips(theme, " ")
        self.rows = LetterRows(theme, " ", "JKSNAF", height=ROW_PERSON)
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self.side = SidePane(tools)
        self.form = AppointmentForm(tools)
        self._right = QStackedWidget()
        self._right.addWidget(self.side)
        self._right.addWidget(self.form)
        self._lay_out()
        self._join()
        self.setFocusProxy(self.rows)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card(self.tools.theme, padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 9, 0)
        head.setSpacing(8)
        self._title.setMinimumHeight(TARGET)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addWidget(self.toast, 1)
        chips = QHBoxLayout()
        chips.setContentsMargins(13, 0, 9, 4)
        chips.addWidget(self.filters)
        card.body.addLayout(head)
        card.body.addLayout(chips)
        self._empty.setContentsMargins(16, 8, 16, 12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self._empty)
        card.body.addWidget(self.rows, 1)
        card.body.addStretch(0)
        self._right.setFixedWidth(_SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        row.setSpacing(GAP)
        row.addWidget(card, 1)
        row.addWidget(self._right)

    def _join(self) -> None:
        self.filters.chosen.connect(lambda _key: self._fill())
        self.rows.row_chosen.connect(lambda _key: self._show_chosen())
        self.rows.row_opened.connect(lambda _key: self._open())
        self.rows.letter.connect(self._letter)
        self.side.asked.connect(self._ask)
        self.side.left.connect(self._to_list)
        self.side.open_asked.connect(self._open)
        self.side.time_asked.connect(self._new_time)
        self.form.left.connect(self._leave_form)
        self.form.saved.connect(self._time_saved)
        self.form.troubled.connect(self.fail)
        self.toast.undo_asked.connect(self.undo)

    # --- what the shell asks ---

    def enter(self) -> None:
        """Load the list, with the keys in it: the window gives them to what stands first, the filters."""
        self._locked = False
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load()

    def open(self, what: object) -> None:
        """Choose a row by its key, as Today hands it over after S there: the digits count as soon as it is here."""
        if isinstance(what, AppointmentFor):
            self._from_card = what.person
            self._begin_time(what.person, what.name)
        elif isinstance(what, str):
            self.filters.set_key(ALL)
            self._wanted, self._goes_on = what, True
            self._fill()

    def records_changed(self, kinds: Collection[str]) -> None:
        """Load again when something in the list may have changed."""
        if not SHOWN.isdisjoint(kinds):
            self._load()

    def forget(self) -> None:
        """Drop every value: the notebook is being locked."""
        self._asked += 1
        self._locked, self._busy, self._wanted = True, False, ""
        self._loaded = self._rows_had_keys = self._goes_on = False
        self._from_card = None
        self._view = _NOTHING
        self._undoable.clear()
        self.toast.clear()
        self.form.forget()
        self._right.setCurrentWidget(self.side)
        self._fill()

    def place(self) -> Mapping[str, str]:
        """Return which row was chosen, of which group."""
        return {"row": self.rows.key(), "group": self.filters.key()}

    def come_back(self, opened: Mapping[str, str]) -> None:
        """Choose that row again."""
        if opened.get("group", "") in {key for key, _ in group_words()}:
            self.filters.set_key(opened["group"])
        self._wanted = opened.get("row", "")
        self._fill()

    def set_compact(self, *, compact: bool) -> None:
        """Give the right column less room under 1200 px."""
        self._right.setFixedWidth(_SIDE_COMPACT if compact else _SIDE)

    def panes(self) -> list[QWidget]:
        """Return the list, the filters, and what is beside the list."""
        if self._right.currentWidget() is self.form:
            return [self.rows, self.filters.chips()[0], self.form]
        beside: list[QWidget] = [self.side.state.start] if self.side.row is not None else []
        return [self.rows, self.filters.chips()[0], *beside]

    def undo(self) -> None:
        """Take back the last thing that was done here."""
        if self._busy or not self._undoable:
            return
        last = self._undoable[-1]
        self._busy = True
        self.tools.bridge.ask(self, UndoSave(last[0]), done=partial(self._undone, last), failed=self._refused)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        title = QCoreApplication.translate("FollowUp", "Follow-up")
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        self.filters.setAccessibleName(QCoreApplication.translate("FollowUp", "Which ones"))
        self.filters.set_options(group_words())
        stops: list[QWidget] = [*self.filters.chips(), self.rows, *self.side.stops(), *self.form.stops()]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)
        self.side.retranslate()
        self.form.retranslate()
        self._fill()

    # --- loading ---

    def _load(self) -> None:
        self._asked += 1
        now = self.tools.clock()
        ask = ListFollowUp(local_moment(now).date().isoformat(), day_start(now))
        self.tools.bridge.ask(self, ask, done=partial(self._came, self._asked), failed=self.fail)

    def _came(self, number: int, view: FollowUp) -> None:
        if self._locked or number != self._asked:
            return
        self._view, self._loaded = view, True
        self._fill()

    def _fill(self) -> None:
        """Show the rows of the group; keeps the chosen one, or takes the one in its place."""
        tools, view = self.tools, self._view
        place = self.rows.currentIndex().row()
        today, language = local_moment(tools.clock()).date(), tools.translations.language
        found = in_group(view.rows, self.filters.key() or ALL)
        self.rows.set_rows([list_row(one, tools.codes, today, language) for one in found])
        count = QCoreApplication.translate("FollowUp", "%n due now", None, view.due)
        self._count.setText(count if view.due else "")
        self._empty.setText(self._empty_words())
        self._show_list(shown=bool(found) or not self._loaded)
        rows = self.rows.rows()
        if rows and not self.rows.key():
            self.rows.choose(rows[min(max(place, 0), len(rows) - 1)].key)
        self._show_chosen()
        self._choose_wanted()

    def _show_list(self, *, shown: bool) -> None:
        """Show the list, or why it is empty; the keys that it had wait at the filters until it is back."""
        if not shown and self.rows.hasFocus():
            self._rows_had_keys = True
            self.filters.chip(self.filters.key()).setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows.setVisible(shown)
        self._empty.setVisible(not shown)
        if shown and self._rows_had_keys:
            self._rows_had_keys = False
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty_words(self) -> str:
        if self._view.rows:
            return QCoreApplication.translate("FollowUp", "Nothing of this kind waits.")
        return QCoreApplication.translate(
            "FollowUp",
            "Nothing waits for you. Appointments, steps that are due, referrals that do not move, and cards that"
            " run out come here by themselves.",
        )

    def _choose_wanted(self) -> None:
        if self._wanted and any(row.key == self._wanted for row in self.rows.rows()):
            self.rows.choose(self._wanted)
            self._wanted = ""
            self._show_chosen()
            if self._goes_on:
                self._goes_on = False
                self.side.begin_state()

    def _chosen(self) -> FollowUpRow | None:
        return next((one for one in self._view.rows if row_key(one) == self.rows.key()), None)

    def _show_chosen(self) -> None:
        self.side.show_row(self._chosen() if self.rows.rows() else None)
        self._right.setVisible(self.side.row is not None or self._right.currentWidget() is self.form)

    # --- keys ---

    def _letter(self, letter: str) -> None:
        self._show_chosen()
        match letter:
            case "J" | "K":
                self._step(1 if letter == "J" else -1)
            case "S":
                self.side.begin_state()
            case "N":
                self.side.begin_next()
            case "A":
                self._new_time()
            case _:
                self._next_filter()

    def _step(self, step: int) -> None:
        rows = self.rows.rows()
        place = self.rows.currentIndex().row() + step
        if 0 <= place < len(rows):
            self.rows.choose(rows[place].key)
            self._show_chosen()

    def _next_filter(self) -> None:
        keys = [key for key, _ in group_words()]
        self.filters.set_key(keys[(keys.index(self.filters.key()) + 1) % len(keys)])
        self._fill()

    def _open(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if one.person is None:
            self.go.emit("today", None)
        else:
            self.go.emit("people", AtCard(one.person, tab_of(one.matter)))

    def _to_list(self) -> None:
        target: QWidget = self.rows if self.rows.rows() else self.filters.chips()[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saving ---

    def _ask(self, ask: MoveOn | SetNext, words: str) -> None:
        one = self._chosen()
        if one is None or self._busy:
            return
        self._busy = True
        said = QCoreApplication.translate("FollowUp", "{name}: {what}").format(
            name=name_words(one), what=words
        )
        done = partial(self._saved, row_key(one), said)
        self.tools.bridge.ask(self, ask, done=done, failed=self._refused)

    def _saved(self, key: str, words: str, saved: RecordSaved) -> None:
        self._busy = False
        if self._locked:
            return
        self._undoable.append((saved.save, key))
        self.toast.tell(words)
        self._to_list()
        self._load()

    def _refused(self, report: ProblemReport) -> None:
        self._busy = False
        self.fail(report)
        if report.problem in {Problem.NOT_FOUND, Problem.NOTHING_TO_UNDO}:
            self._undoable = [one for one in self._undoable if report.problem is not Problem.NOTHING_TO_UNDO]
            self._load()

    def _undone(self, last: tuple[SaveId, str], _told: Undone) -> None:
        self._busy = False
        if self._locked:
            return
        self._undoable.remove(last)
        self._wanted = last[1]
        self.toast.tell(QCoreApplication.translate("FollowUp", "Taken back"), undo=bool(self._undoable))
        self._to_list()
        self._load()

    # --- an appointment ---

    def _new_time(self) -> None:
        one = self._chosen()
        if one is None or one.person is None:
            return
        self._from_card = None
        self._begin_time(one.person, name_words(one))

    def _begin_time(self, person: EntityId, name: str) -> None:
        self.form.begin(person, name)
        self._right.setCurrentWidget(self.form)
        self._right.setVisible(True)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _time_saved(self, saved: RecordSaved, words: str) -> None:
        self._undoable.append((saved.save, self.rows.key()))
        self.toast.tell(words)
        self._load()

    def _leave_form(self) -> None:
        self.form.forget()
        self._right.setCurrentWidget(self.side)
        self._show_chosen()
        self._to_list()
        back, self._from_card = self._from_card, None
        if back is not None:
            self.go.emit("people", AtCard(back, ""))
