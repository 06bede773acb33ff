# SPDX-License-Identifier: MIT
"""Opening a point: where, in which form, with which goal, with whom; filled in from the last time."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import OpenSession, PlannedSession, PlanSession, StaffOption, TodayView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.place_field import PlaceField
from desktop.ui.today.plan_strip import PlanStrip
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.problems import sentence
from sync.records.ids import StaffId

_COLUMNS = 4
_FORMS = "session_forms"
_MOST_VISITS = 9999


class OpeningCard(Card):
    """``open_asked(OpenSession)``, ``plan_asked(PlanSession)``; ``without_asked`` records with no point open.

    ``edited`` tells any change.
    """

    open_asked = Signal(object)
    plan_asked = Signal(object)
    without_asked = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._codes = codes
        self._asked = False
        self._filled = False
        self._touched = False
        self._told = ""
        self._wanted: frozenset[str] = frozenset()
        self._title = Words(theme, size=Type.SECTION)
        self._lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.plans = PlanStrip(theme)
        self.place = PlaceField(theme, " ")
        self.form = Choice(theme, " ")
        self._form_field = Field(theme, " ", self.form)
        self.goal = LineField(theme, " ", longest=4)
        self.goal_text = LineField(theme, " ", longest=200)
        self.partners = LineField(theme, " ", longest=200)
        self._staff_label = Words(theme, size=Type.LABEL)
        self.staff: dict[str, Check] = {}
        self.button = Button(theme, kind=ButtonKind.PRIMARY, icon_name="door-open", key="Enter", tall=True)
        self.without = Button(theme, kind=ButtonKind.LINK, key="Ctrl N")
        self.later = Button(theme, kind=ButtonKind.LINK, icon_name="calendar-clock")
        self.setFocusProxy(self.place)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self.goal.line.setValidator(QIntValidator(0, _MOST_VISITS, self))
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self._title)
        head.addWidget(self._lead, 1)
        form = QGridLayout()
        form.setContentsMargins(0, 8, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(0)
        form.addWidget(self.place, 0, 0)
        form.addWidget(self._form_field, 0, 1)
        form.addWidget(self.goal, 0, 2)
        form.addWidget(self.goal_text, 0, 3)
        form.addWidget(self.partners, 1, 0)
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._checks = QGridLayout()
        self._checks.setContentsMargins(0, 0, 0, 0)
        self._checks.setHorizontalSpacing(12)
        self._checks.setVerticalSpacing(0)
        column.addWidget(self._staff_label)
        column.addLayout(self._checks)
        column.addStretch(1)
        self._people = people
        form.addWidget(people, 1, 1, 1, 3)
        for place, share in enumerate((4, 3, 1, 4)):
            form.setColumnStretch(place, share)
        self.goal.setMinimumWidth(110)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 6, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self.button)
        foot.addWidget(self.without)
        foot.addWidget(self.later)
        foot.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.plans)
        self.body.addLayout(form)
        self.body.addLayout(foot)

    def _join(self) -> None:
        self.button.clicked.connect(self.ask)
        self.without.clicked.connect(self.without_asked)
        self.later.clicked.connect(self._turn_planning)
        self.plans.picked.connect(self._pick)
        self.plans.drop_asked.connect(lambda _session: self.later.setFocus())
        self.plans.edited.connect(self._touch)
        self.plans.entered.connect(self.ask)
        self.form.chosen.connect(self._touch)
        for field in (self.place, self.goal, self.goal_text, self.partners):
            field.edited.connect(self._touch)
            field.entered.connect(self.ask)

    def show_view(self, view: TodayView) -> None:
        """Offer places and colleagues; the first time fill in what the last point had."""
        self.place.set_places(view.places)
        self._offer_staff(view.staff)
        if not self._filled and not self._touched:
            self._filled = view.last_place is not None  # the first sync may not have brought it yet
            if view.last_place is not None and not self.place.text():
                self.place.set_text(view.last_place.name)
            if view.last_form and self.form.findData(view.last_form) >= 0:
                self.form.set_key(view.last_form)
            self.goal.set_text(str(view.last_goal_visits or ""))
            self.goal_text.set_text(view.last_goal_text)
            self.retranslate()

    def _offer_staff(self, staff: list[StaffOption]) -> None:
        if list(self.staff) != [one.staff for one in staff]:
            for old in self.staff.values():
                self._checks.removeWidget(old)
                old.deleteLater()
            self.staff = {}
            for place, one in enumerate(staff):
                check = Check(self._theme, one.name)
                check.setFixedHeight(TARGET)
                check.setChecked(one.staff in self._wanted)
                check.clicked.connect(self._touch)
                self._checks.addWidget(check, place // _COLUMNS, place % _COLUMNS)
                self.staff[one.staff] = check
            for column in range(_COLUMNS):
                self._checks.setColumnStretch(column, 1)
            order = [self.partners.line, *self.staff.values(), self.button, self.without, self.later]
            for one_stop, next_stop in pairwise(order):
                QWidget.setTabOrder(one_stop, next_stop)
        self._people.setVisible(bool(staff))

    def ask(self) -> None:
        """Ask to open with what is filled in; once, until ``answered``."""
        if self._asked:
            return
        starts = self.plans.starts() if self.plans.planning else 0
        if self.plans.planning and not starts:
            return
        self._asked = True
        option, plan = self.place.option(), self.plans.plan
        said: dict[str, Any] = {
            "point": option.point,
            "place": option.name,
            "form": self.form.key(),
            "goal_visits": int(self.goal.text() or 0),
            "goal_text": self.goal_text.text().strip(),
            "staff": [StaffId(one) for one, check in self.staff.items() if check.isChecked()],
            "partners": self.partners.text().strip(),
        }
        if self.plans.planning:
            self.plan_asked.emit(PlanSession(starts=starts, **said))
        else:
            self.open_asked.emit(OpenSession(planned=plan.session if plan is not None else None, **said))

    def answered(self, report: ProblemReport | None) -> bool:
        """Take the answer; returns whether its problem has a field here, and shows it there."""
        self._asked = False
        if report is None:
            self._touched = self._filled = False
            if self.plans.planning:
                self.later.setFocus()  # no text field: Ctrl Z is Undo here
            self.plans.begin_planning(planning=False)
            self.partners.set_text("")
            self.tell("")
            return True
        if report.problem is Problem.NO_PLACE:
            self.place.set_error(sentence(report))
            self.place.setFocus()
            return True
        return False

    def tell(self, words: str) -> None:
        """Say in the heading what has just been closed; an empty text brings the usual words back."""
        self._told = words
        self._lead.set_tone(Tone.OK if words else Tone.MUTED)
        self.retranslate()

    def to_draft(self) -> dict[str, str]:
        """Return what a person changed here; nothing when all is as it came."""
        if not self._touched:
            return {}
        return {
            "place": self.place.text(),
            "form": self.form.key(),
            "goal": self.goal.text(),
            "goal_text": self.goal_text.text(),
            "partners": self.partners.text(),
            "staff": ",".join(one for one, check in self.staff.items() if check.isChecked()),
        } | self.plans.to_draft()

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Bring back what was being filled in."""
        self._touched = True
        self.place.set_text(draft.get("place", ""))
        if self.form.findData(draft.get("form", "")) >= 0:
            self.form.set_key(draft["form"])
        self.goal.set_text(draft.get("goal", ""))
        self.goal_text.set_text(draft.get("goal_text", ""))
        self.partners.set_text(draft.get("partners", ""))
        self.plans.take_draft(draft)
        self.retranslate()
        self._wanted = frozenset(draft.get("staff", "").split(","))
        for one, check in self.staff.items():
            check.setChecked(one in self._wanted)

    def forget(self) -> None:
        """Drop everything typed: the notebook is being locked."""
        self._asked = self._filled = self._touched = False
        self._wanted = frozenset()
        self.plans.forget()
        self.tell("")
        for field in (self.place, self.goal, self.goal_text, self.partners):
            field.set_text("")
            field.set_error("")
        self._offer_staff([])

    def _pick(self, plan: PlannedSession | None) -> None:
        """Fill the form with what was planned; without a plan it stays as it is."""
        if plan is not None:
            self.place.set_text(plan.place)
            if self.form.findData(plan.form) >= 0:
                self.form.set_key(plan.form)
            self.goal.set_text(str(plan.goal_visits or ""))
            self.goal_text.set_text(plan.goal_text)
            self.partners.set_text(plan.partners)
            for one, check in self.staff.items():
                check.setChecked(one in plan.staff)
        self.retranslate()
        self._touch()

    def _turn_planning(self) -> None:
        self.plans.begin_planning(planning=not self.plans.planning)
        self.retranslate()

    def _touch(self, *_what: object) -> None:
        self._touched = True
        self.edited.emit()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        planning = self.plans.planning
        self._title.setText(
            QCoreApplication.translate("OpeningCard", "Plan a point")
            if planning
            else QCoreApplication.translate("OpeningCard", "Open a point")
        )
        usual = QCoreApplication.translate("OpeningCard", "No point is open.")
        if self._filled:
            usual = QCoreApplication.translate(
                "OpeningCard", "No point is open. Filled in from the last time."
            )
        self._lead.setText(self._told or usual)
        self.place.set_label(QCoreApplication.translate("OpeningCard", "Place"))
        self.place.line.setPlaceholderText(
            QCoreApplication.translate("OpeningCard", "Begin to type, or write any place")
        )
        self._form_field.set_label(QCoreApplication.translate("OpeningCard", "Form"))
        rows = self._codes.lists[_FORMS].rows
        self.form.set_options([(row.code, self._codes.row_label(row)) for row in rows])
        self.goal.set_label(QCoreApplication.translate("OpeningCard", "Goal, visits"))
        self.goal_text.set_label(QCoreApplication.translate("OpeningCard", "Goal in words"))
        self.partners.set_label(QCoreApplication.translate("OpeningCard", "Partners"))
        self._staff_label.setText(QCoreApplication.translate("OpeningCard", "Colleagues"))
        self.button.set_icon("calendar-clock" if planning else "door-open")
        self.later.set_icon("door-open" if planning else "calendar-clock")
        self.button.setText(
            QCoreApplication.translate("OpeningCard", "Save the plan")
            if planning
            else QCoreApplication.translate("OpeningCard", "Open the point")
        )
        self.button.updateGeometry()
        self.later.setText(
            QCoreApplication.translate("OpeningCard", "Open it now")
            if planning
            else QCoreApplication.translate("OpeningCard", "Plan for later")
        )
        self.later.updateGeometry()
        self.plans.retranslate()
        self.without.setText(QCoreApplication.translate("OpeningCard", "Record without a point"))
