# SPDX-License-Identifier: MIT
"""Planned sessions above the form that opens one: which begins now, or when a new one is to be held."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.today import PlannedSession
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.field import LineField
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.theme.theme import Theme
from desktop.ui.words.dates import near_day, written_time
from desktop.ui.words.language import Language
from desktop.ui.words.moments import at_start, local_moment
from desktop.ui.words.typed_date import stored_date

_SHOWN: Final = 4
_TIME: Final = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?")


class PlanStrip(QWidget):
    """``picked(PlannedSession | None)``, ``drop_asked(EntityId)``, ``edited``, ``entered``."""

    picked = Signal(object)
    drop_asked = Signal(object)
    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: tuple[PlannedSession, ...] = ()
        self._now = 0
        self._language = Language.FINNISH
        self._planning = False
        self.chips = FilterChips(theme, " ")
        self.drop = Button(theme, kind=ButtonKind.QUIET, icon_name="trash-2")
        self.day = LineField(theme, " ", longest=12)
        self.time = LineField(theme, " ", longest=5)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chips)
        row.addWidget(self.drop)
        row.addStretch(1)
        self._when = QWidget()
        when = QHBoxLayout(self._when)
        when.setContentsMargins(0, 6, 0, 0)
        when.setSpacing(12)
        when.addWidget(self.day)
        when.addWidget(self.time)
        when.addStretch(1)
        self.day.setFixedWidth(180)
        self.time.setFixedWidth(110)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._when)
        self.chips.chosen.connect(lambda _key: self._pick())
        self.drop.clicked.connect(self._drop)
        for field in (self.day, self.time):
            field.edited.connect(lambda _text: self.edited.emit())
            field.entered.connect(self.entered)
        self._arrange()

    @property
    def plan(self) -> PlannedSession | None:
        """The planned session that is chosen to begin."""
        return next((one for one in self._plans if one.session.hex() == self.chips.key()), None)

    @property
    def planning(self) -> bool:
        """Whether a session is planned for later."""
        return self._planning

    def show_plans(self, plans: Sequence[PlannedSession], *, now: int, language: Language) -> None:
        """Offer these, the soonest first; the chosen one stays chosen."""
        self._plans, self._now, self._language = tuple(plans), now, language
        self.retranslate()

    def begin_planning(self, *, planning: bool) -> None:
        """Ask for day and time, or for neither."""
        self._planning = planning
        if planning:
            if self._plans:
                self.chips.set_key("")
            self.day.line.setFocus()
        else:
            for field in (self.day, self.time):
                field.set_text("")
                field.set_error("")
        self._arrange()

    def starts(self) -> int:
        """Return when the session is to begin (ms); 0, said beside its field, for what is no time to come."""
        today = local_moment(self._now).date()
        stored = stored_date(self.day.text(), today.isoformat())
        if not stored or date.fromisoformat(stored) < today:
            self.day.set_error(QCoreApplication.translate("PlanStrip", "A day, for example 27.11.2026"))
            self.day.line.setFocus()
            return 0
        found = _TIME.fullmatch(self.time.text().strip())
        hour, minute = (int(found[1]), int(found[2] or 0)) if found is not None else (99, 0)
        if hour > 23 or minute > 59:  # noqa: PLR2004 - a clock's
            self._refuse_time()
            return 0
        moment = datetime.combine(date.fromisoformat(stored), time(hour, minute)).astimezone()
        starts = int(moment.timestamp() * 1000)
        if starts <= self._now:
            self._refuse_time()
            return 0
        return starts

    def to_draft(self) -> dict[str, str]:
        """Return what is typed of day and time."""
        return {"day": self.day.text(), "time": self.time.text()} if self._planning else {}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Bring back what was typed."""
        if "day" in draft or "time" in draft:
            self.begin_planning(planning=True)
            self.day.set_text(draft.get("day", ""))
            self.time.set_text(draft.get("time", ""))

    def forget(self) -> None:
        """Drop everything."""
        self._plans = ()
        self.begin_planning(planning=False)
        self.retranslate()

    def _refuse_time(self) -> None:
        self.time.set_error(QCoreApplication.translate("PlanStrip", "A time to come, for example 12.30"))
        self.time.line.setFocus()

    def _pick(self) -> None:
        self._planning = False
        self._arrange()
        self.picked.emit(self.plan)

    def _drop(self) -> None:
        if self.plan is not None:
            self.drop_asked.emit(self.plan.session)

    def _arrange(self) -> None:
        self.chips.setVisible(bool(self._plans))
        self.drop.setVisible(self.plan is not None)
        self._when.setVisible(self._planning)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        key = self.chips.key()
        today = local_moment(self._now).date()
        options = [("", QCoreApplication.translate("PlanStrip", "No plan"))] if self._plans else []
        for one in self._plans[:_SHOWN]:
            moment = local_moment(one.starts)
            day = at_start(near_day(moment.date(), today, self._language))
            options.append((one.session.hex(), f"{day} {written_time(moment, self._language)} {one.place}"))
        known = key in {option for option, _ in options}
        self.chips.set_options(options, key=key if known else "")
        stops: tuple[QWidget, ...] = (self.drop, *self.chips.chips(), self.drop)
        for stop, after in pairwise(stops if self._plans else ()):
            QWidget.setTabOrder(
                stop, after
            )  # chips that came late take the button's place, and it follows them
        self.chips.setAccessibleName(QCoreApplication.translate("PlanStrip", "Planned points"))
        self.drop.setText(QCoreApplication.translate("PlanStrip", "Remove the plan"))
        self.day.set_label(QCoreApplication.translate("PlanStrip", "Day"))
        self.time.set_label(QCoreApplication.translate("PlanStrip", "Time"))
        self._arrange()
