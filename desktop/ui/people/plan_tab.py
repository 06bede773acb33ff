# SPDX-License-Identifier: MIT
"""A person's path on the card: the plan in their words, steps, meetings, transitions, skills and cards."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import FieldValue, RecordSaved
from desktop.notebook.messages.plans import (
    MeetingRow,
    OpenPlan,
    PlanView,
    StepRow,
)
from desktop.ui.components.button import Button
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.fact_list import FactList
from desktop.ui.people.plan_acts import PathActs
from desktop.ui.people.plan_form import PathForm
from desktop.ui.people.plan_paper import PlanPaper
from desktop.ui.people.plan_rows import (
    SECTIONS,
    PathRow,
    contested_of,
    form_values,
    list_row,
    plan_lines,
    presets,
    record_of,
    rows_of,
)
from desktop.ui.people.plan_section import KEYS, PathSection
from desktop.ui.people.plan_step_state import StepState
from desktop.ui.people.plan_words import saved_words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId

_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_ADDS: Final = {getattr(Qt.Key, f"Key_{key}"): kind for kind, key in KEYS.items()}


class PlanTab(QWidget):
    """Reads a person's path while it is in front only: each reading is logged."""

    saved = Signal(object, str)
    """RecordSaved and what was done, in words."""
    settle_asked = Signal(object, str)
    """An entity and its field with two values."""
    history_asked = Signal(str)
    grown = Signal(object, object)
    """A widget and the QRect in it that wants to be seen."""
    stops_changed = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._view: PlanView | None = None
        self._asked = 0
        self._wanted = ""
        """The record that is to have the keys once it is shown."""
        self._before = "first"
        """The record that had the keys before a form took them."""
        theme = tools.theme
        self.edit = Button(theme, icon_name="pencil", key="E")
        self.print = Button(theme, icon_name="printer", key="P")
        self.plan = FactList(theme)
        self._empty = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._hint = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.sections = {kind: PathSection(tools, kind) for kind in SECTIONS}
        self.form = PathForm(tools)
        self.state = StepState(tools)
        self.paper = PlanPaper(tools)
        self._acts = PathActs(tools, self)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.edit)
        head.addWidget(self.print)
        head.addStretch(1)
        self._head = head
        self._whole = QWidget()
        inside = QVBoxLayout(self._whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(self._empty)
        inside.addWidget(self.plan)
        for kind, section in self.sections.items():
            inside.addWidget(section)
            if kind == "plan_step":
                inside.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._whole, self.form, self.state, self.paper):
            column.addWidget(part)
        column.addStretch(1)

    def _join(self) -> None:
        self.edit.clicked.connect(self.write_plan)
        self.print.clicked.connect(self.show_paper)
        self.plan.settle_asked.connect(self._settle_plan)
        self.plan.history_asked.connect(self.history_asked)
        for section in self.sections.values():
            section.add_asked.connect(self.add)
            section.opened.connect(self._open)
            section.key_pressed.connect(self._hear)
            section.stepped_out.connect(partial(self._step_out, section))
            section.came_to.connect(partial(self._bring, section))
        self.form.saved.connect(lambda saved, kind: self._was_saved(saved, saved_words(kind)))
        self.form.left.connect(self._leave)
        self.form.stops_changed.connect(self.stops_changed)
        self.state.saved.connect(self._was_saved)
        self.state.left.connect(self._leave)
        self._acts.saved.connect(self._was_saved)
        self.paper.left.connect(self._leave)
        for part in (self.form, self.state, self._acts, self.paper):
            part.troubled.connect(self.troubled)

    # --- whose, and what there is ---

    def show_person(self, person: EntityId | None) -> None:
        """Be of another person; what is typed about the same one stays."""
        if person != self._person:
            self.forget()
            self._person = person

    def load(self) -> None:
        """Ask for the path as it stands now; an answer that another ask has overtaken is dropped."""
        person = self._person
        if person is None:
            return
        self._asked += 1
        number = self._asked

        def came(view: PlanView) -> None:
            if number == self._asked:
                self._view = view
                self._fill()
                self._give_keys()

        ask = OpenPlan(person, self._today())
        self._tools.bridge.ask(self, ask, done=came, failed=self.troubled.emit)

    @property
    def view(self) -> PlanView | None:
        """What is shown."""
        return self._view

    def take_keys(self) -> None:
        """Give the first row the keys as soon as there is one; the way to the plan until then."""
        self._wanted = "first"
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._give_keys()

    def forget(self) -> None:
        """Drop every word."""
        self._asked += 1
        self._person = None
        self._view = None
        self._wanted = ""
        self._acts.forget()
        self.paper.forget()
        self.form.forget()
        self.state.forget()
        for section in self.sections.values():
            section.forget()
        self.plan.show_facts("", ())
        self._show_whole(whole=True)
        self._fill()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        inside = [stop for section in self.sections.values() for stop in section.stops()]
        forms = [*self.form.stops(), *self.state.stops(), *self.paper.stops()]
        return [self.edit, self.print, *self.plan.stops(), *inside, *forms]

    # --- what a person does ---

    def write_plan(self) -> None:
        """Open the form of the plan."""
        view = self._view
        if view is None or not view.can_edit:
            return
        values: dict[str, FieldValue] = {one.name: one.value for one in view.plan}
        preset: dict[str, FieldValue] = {} if values.get("agreed") else {"agreed": self._today()}
        self._show_whole(whole=False)
        self.form.begin("plan", view.person, values, preset=preset, sight=view.sight)
        self._to_top()

    def add(self, kind: str) -> None:
        """Open the form for a new record."""
        view = self._view
        if view is not None and view.can_edit:
            self._show_whole(whole=False)
            self.form.begin(kind, view.person, {}, preset=presets(kind), sight=view.sight)
            self._to_top()

    def show_paper(self) -> None:
        """Show the client's copy of the plan."""
        view = self._view
        if view is not None and (view.plan or view.steps):
            self._show_whole(whole=False)
            self.paper.begin(view.person, protected=view.protected)
            self._to_top()

    def settle_first(self) -> bool:
        """Go to the two values of the chosen row, else of the plan; False when there are none."""
        chosen = self._chosen()
        field = contested_of(chosen) if chosen is not None else ""
        if chosen is not None and field:
            self.settle_asked.emit(record_of(chosen), field)
            return True
        two = next((line.key for line in self.plan.lines if line.sides), "")
        if two:
            self.plan.settle_asked.emit(two)
        return bool(two)

    def hears(self, event: QKeyEvent) -> bool:
        """Do what a key means anywhere on the tab; False for one that means nothing here."""
        view, key, held = self._view, Qt.Key(event.key()), event.modifiers()
        if view is None or not self._whole.isVisibleTo(self):
            return False
        if held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_J:
            return self.settle_first()
        if held == _PLAIN and key == Qt.Key.Key_P:
            self.show_paper()
            return True
        if not view.can_edit:
            return False
        if held == _PLAIN and key in _ADDS:
            self.add(_ADDS[key])
            return True
        if held == _PLAIN and key == Qt.Key.Key_E:
            self.write_plan()
            return True
        return self._hears_on_row(key, held)

    def _hears_on_row(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        row = self._chosen()
        if row is None:
            return False
        if held == _PLAIN and key == Qt.Key.Key_Delete:
            self._remove(row)
            return True
        if not isinstance(row, StepRow):
            return False
        if key == Qt.Key.Key_S and held in {_PLAIN, Qt.KeyboardModifier.ShiftModifier}:
            if held == _PLAIN:
                self.state.write(row, "open" if row.status == "done" else "done")
            else:
                self._show_whole(whole=False)
                self.state.begin(row)
                self._to_top()
            return True
        if held == Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._acts.order(row, earlier=key == Qt.Key.Key_Up)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear the tab's keys wherever on it the keyboard is."""
        if not self.hears(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.edit.setText(QCoreApplication.translate("PlanTab", "Edit"))
        self.edit.setAccessibleName(QCoreApplication.translate("PlanTab", "Edit the plan"))
        self.print.setText(QCoreApplication.translate("PlanTab", "Client's copy"))
        self.edit.updateGeometry()
        self.print.updateGeometry()
        self._empty.setText(
            QCoreApplication.translate(
                "PlanTab", "No plan yet. Press E and write the goal in the client's words."
            )
        )
        self._hint.setText(
            QCoreApplication.translate(
                "PlanTab", "S: done. Shift S: other states. Enter: edit. Alt and arrows: order. Del: remove."
            )
        )
        for section in self.sections.values():
            section.retranslate()
        self.form.retranslate()
        self.state.retranslate()
        self.paper.retranslate()
        self._fill()

    # --- parts ---

    def _hear(self, event: QKeyEvent) -> None:
        event.setAccepted(self.hears(event))

    def _chosen(self) -> PathRow | None:
        """Return the row that the keys are on."""
        view = self._view
        if view is None:
            return None
        for kind, section in self.sections.items():
            if section.rows.hasFocus():
                key = section.rows.key()
                return next((row for row in rows_of(view, kind) if record_of(row).hex() == key), None)
        return None

    def _fill(self) -> None:
        view = self._view
        can_edit = view is not None and view.can_edit
        lines = plan_lines(view, self._tools) if view is not None else []
        self.plan.show_facts(QCoreApplication.translate("PlanTab", "Plan"), lines)
        self._empty.setVisible(view is not None and not view.plan)
        self.edit.setVisible(can_edit)
        self.print.setVisible(view is not None and bool(view.plan or view.steps))
        self._hint.setVisible(can_edit and view is not None and bool(view.steps))
        for kind, section in self.sections.items():
            rows = rows_of(view, kind) if view is not None else ()
            section.show_rows([list_row(row, self._tools) for row in rows], can_edit=can_edit)

    def _open(self, kind: str, key: str) -> None:
        view = self._view
        if view is None or not view.can_edit:
            return
        row = next((one for one in rows_of(view, kind) if record_of(one).hex() == key), None)
        if row is None or (isinstance(row, MeetingRow) and not row.can_edit):
            return
        self._show_whole(whole=False)
        self.form.begin(kind, view.person, form_values(row), record=record_of(row), sight=view.sight)
        self._to_top()

    def _remove(self, row: PathRow) -> None:
        if not isinstance(row, MeetingRow) or row.can_edit:
            kind = next(kind for kind, section in self.sections.items() if section.rows.hasFocus())
            self._acts.remove(record_of(row), kind)

    def _was_saved(self, saved: RecordSaved, words: str) -> None:
        self._wanted = saved.entity.hex()
        self._leave(loads=True)
        self.saved.emit(saved, words)

    def _leave(self, *, loads: bool = False) -> None:
        """Show the whole again, with the keys where they were."""
        self.state.forget()
        self.paper.forget()
        self._show_whole(whole=True)
        if not loads:
            self._wanted = self._before
            self._give_keys()

    def _show_whole(self, *, whole: bool) -> None:
        if not whole:
            row = self._chosen()
            self._before = record_of(row).hex() if row is not None else "first"
        self._whole.setVisible(whole)

    def _give_keys(self) -> None:
        """Give the wanted row the keys, unless a form has them."""
        wanted = self._wanted
        if not wanted or self._view is None or not self._whole.isVisibleTo(self):
            return
        self._wanted = ""
        if any(section.choose(wanted) for section in self.sections.values()):
            return
        if any(section.come_in() for section in self.sections.values()):
            return
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_out(self, section: PathSection, step: int) -> None:
        several = list(self.sections.values())
        place = several.index(section)
        rest = several[place + 1 :] if step > 0 else several[:place][::-1]
        if not any(one.come_in(at_end=step < 0) for one in rest) and step < 0:
            self._to_top()

    def _bring(self, section: PathSection, rect: QRect) -> None:
        if section.rows.hasFocus():
            self.grown.emit(section, rect)

    def _to_top(self) -> None:
        self.grown.emit(self, QRect(0, 0, 1, 1))

    def _settle_plan(self, key: str) -> None:
        self.settle_asked.emit(None, key)

    def _today(self) -> str:
        return local_moment(self._tools.clock()).date().isoformat()
