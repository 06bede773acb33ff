# SPDX-License-Identifier: MIT
"""From a person's path to rows of its lists, and to the values that a form begins with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue
from desktop.notebook.messages.plans import (
    MeetingRow,
    PermitRow,
    PlanView,
    SkillRow,
    StepRow,
    TransitionRow,
)
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.components.states import late_mark
from desktop.ui.page import Tools
from desktop.ui.people.fact_list import FactLine
from desktop.ui.people.fact_words import fact_line
from desktop.ui.people.plan_words import WARN_DAYS, level_words, step_mark
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_day
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import at_start, local_moment, said_day
from sync.records.ids import EntityId

PathRow = StepRow | MeetingRow | TransitionRow | SkillRow | PermitRow
SECTIONS: Final = ("plan_step", "encounter", "transition", "skill", "permit")
"""The lists of a path, from the top."""
_LOUDEST: Final = (
    Mark.QUARANTINED, Mark.CHANGED_BESIDE_DELETION, Mark.TWO_VALUES, Mark.PARKED, Mark.UNSENT,
)  # fmt: skip
_MEETING_ICONS: Final = {
    "phone": "phone",
    "video": "monitor",
    "message": "message-square",
    "home_visit": "house",
    "no_show": "user-x",
}


def rows_of(view: PlanView, kind: str) -> Sequence[PathRow]:
    """Return the records of one list."""
    match kind:
        case "plan_step":
            return view.steps
        case "encounter":
            return view.meetings
        case "transition":
            return view.transitions
        case "skill":
            return view.skills
        case _:
            return view.permits


def record_of(row: PathRow) -> EntityId:
    """Return the id of a record."""
    match row:
        case StepRow():
            return row.step
        case MeetingRow():
            return row.meeting
        case TransitionRow():
            return row.transition
        case SkillRow():
            return row.skill
        case PermitRow():
            return row.permit


def list_row(row: PathRow, tools: Tools) -> Row:
    """Return one record as its list shows it."""
    match row:
        case StepRow():
            return _step(row, tools)
        case MeetingRow():
            return _meeting(row, tools)
        case TransitionRow():
            return _transition(row, tools)
        case SkillRow():
            return _skill(row)
        case PermitRow():
            return _permit(row, tools)


def form_values(row: PathRow) -> dict[str, FieldValue]:
    """Return what a form that changes this record begins with, by field."""
    match row:
        case StepRow():
            service = row.service.hex() if row.service is not None else ""
            return {
                "what": row.what, "who": row.who, "due": row.due, "mine": row.mine,
                "service_name": {"service": service, "name": row.service_name},
            }  # fmt: skip
        case MeetingRow():
            return {
                "kind": row.kind, "at": row.at, "with": row.took_part, "summary": row.summary,
                "next_step": row.next_step,
            }  # fmt: skip
        case TransitionRow():
            return {
                "day": row.day, "kind": row.kind, "verified_by": row.verified_by, "text": row.text,
                "after_3": row.after_3, "after_6": row.after_6, "after_12": row.after_12,
            }  # fmt: skip
        case SkillRow():
            return {"name": row.name, "level": row.level or None, "evidence": row.evidence}
        case PermitRow():
            return {"kind": row.kind, "valid_to": row.valid_to, "text": row.text}


def presets(kind: str) -> dict[str, FieldValue]:
    """Return what a new record is, unless somebody says otherwise."""
    match kind:
        case "plan_step":
            return {"who": "client", "mine": True}
        case "encounter":
            return {"kind": "coaching", "with": ["client"]}
        case "transition":
            return {"verified_by": "client"}
        case _:
            return {}


def plan_lines(view: PlanView, tools: Tools) -> list[FactLine]:
    """Return what the plan says, and when somebody was last in contact with the person."""
    lines = [fact_line("plan", one, tools) for one in view.plan]
    lines = [
        replace(line, label=_label(line), mark=_late_contact(line, view, tools))
        for line in lines
        if line.value or line.sides or line.mark is not None
    ]
    if view.last_contact:
        when = said_day(view.last_contact, tools.clock(), tools.translations.language)
        label = QCoreApplication.translate("PlanTab", "Last contact")
        lines.append(FactLine(key="plan/last_contact", label=label, value=at_start(when)))
    return lines


def _label(line: FactLine) -> str:
    """Return the label; a long one in a word that fits the column."""
    if line.key == "plan/integration":
        return QCoreApplication.translate("PlanTab", "Integration")
    return line.label


def _late_contact(line: FactLine, view: PlanView, tools: Tools) -> MarkValue | None:
    """Return the line's mark, or that the next contact is late: its day has passed and nobody was met since."""
    if line.key != "plan/next_contact" or line.mark is not None:
        return line.mark
    stored = next((one.value for one in view.plan if one.name == "next_contact"), None)
    try:
        day = date.fromisoformat(str(stored or ""))
    except ValueError:
        return None
    late = (local_moment(tools.clock()).date() - day).days
    met = bool(view.last_contact) and local_moment(view.last_contact).date() >= day
    return late_mark(late) if late > 0 and not met else None


def contested_of(row: PathRow) -> str:
    """Return the first field of a record with two values, or an empty text."""
    return row.contested[0].partition("/")[0] if row.contested else ""


def said_near(stored: str, tools: Tools) -> str:
    """Return a stored day as briefly as it stays clear; what is no day as it is."""
    try:
        day = date.fromisoformat(stored)
    except ValueError:
        return stored
    return near_day(day, local_moment(tools.clock()).date(), tools.translations.language)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _loudest(row: PathRow) -> tuple[MarkValue, ...]:
    loudest = next((mark for mark in _LOUDEST if mark in row.marks), None)
    return (mark_value(loudest),) if loudest is not None else ()


def _card(row: PathRow) -> str:
    if row.card == 1:
        return ""
    return QCoreApplication.translate("HistoryWords", "Card {number}").format(number=row.card)


def _step(row: StepRow, tools: Tools) -> Row:
    owner = "" if row.mine else row.owner
    over = row.status in {"done", "dropped"}
    if over:
        since = said_day(row.status_at, tools.clock(), tools.translations.language)
        third = _joined(since, row.reason)
    else:
        due = QCoreApplication.translate("PlanTab", "Due {day}") if row.due else ""
        third = _joined(due.format(day=said_near(row.due, tools)), row.reason)
    shown = "stalled" if row.stalled else row.status
    late = (late_mark(row.late_days),) if row.late_days else ()
    state = () if late and shown == "open" else (step_mark(shown, tools.codes),)
    return Row(
        key=row.step.hex(),
        title=row.what,
        second=_joined(tools.codes.label("step_owners", row.who), row.service_name, owner, _card(row)) or " ",
        third=at_start(third) or " ",
        marks=(*_loudest(row), *late, *state),
    )


def _meeting(row: MeetingRow, tools: Tools) -> Row:
    missed = row.kind == "no_show"
    by = QCoreApplication.translate("HistoryWords", "You") if row.mine else row.by
    others = ", ".join(tools.codes.label("participants", one) for one in row.took_part if one != "client")
    then = QCoreApplication.translate("PlanTab", "Next: {step}") if row.next_step else ""
    second = " ".join(row.summary.split()) or _joined(by, others, _card(row)) or " "
    third = then.format(step=row.next_step)
    if not third and row.summary:
        third = _joined(by, others, _card(row))
    return Row(
        key=row.meeting.hex(),
        title=tools.codes.label("encounter_kinds", row.kind),
        second=second,
        third=third or " ",
        time=at_start(said_day(row.at, tools.clock(), tools.translations.language)),
        marks=_loudest(row),
        icon=_MEETING_ICONS.get(row.kind, "users"),
        icon_tone=Tone.WARN if missed else Tone.MUTED,
    )


def _transition(row: TransitionRow, tools: Tools) -> Row:
    codes = tools.codes
    after = QCoreApplication.translate("PlanTab", "{months} mo: {answer}")
    answers = [
        after.format(months=months, answer=codes.label("follow_up_answers", answer))
        for months, answer in ((3, row.after_3), (6, row.after_6), (12, row.after_12))
        if answer
    ]
    asks = QCoreApplication.translate("PlanTab", "{months} mo question {day}")
    question = asks.format(months=row.asks, day=said_near(row.ask_day, tools)) if row.asks else ""
    due = QCoreApplication.translate("PlanTab", "Ask now")
    return Row(
        key=row.transition.hex(),
        title=codes.label("transition_kinds", row.kind),
        second=_joined(codes.label("verifiers", row.verified_by), row.text, _card(row)) or " ",
        third=_joined(*answers, question) or " ",
        time=at_start(said_near(row.day, tools)),
        marks=(*_loudest(row), *((MarkValue("clock", due, Tone.WARN),) if row.due else ())),
    )


def _skill(row: SkillRow) -> Row:
    return Row(
        key=row.skill.hex(),
        title=row.name,
        second=_joined(level_words(row.level), row.evidence, _card(row)) or " ",
        marks=_loudest(row),
    )


def _permit(row: PermitRow, tools: Tools) -> Row:
    day = said_near(row.valid_to, tools)
    if row.days_left is None:
        until = QCoreApplication.translate("PlanTab", "No end")
        marks: tuple[MarkValue, ...] = ()
    elif row.days_left < 0:
        until = ""
        over = QCoreApplication.translate("PlanTab", "Ran out {day}").format(day=day)
        marks = (MarkValue("circle-alert", over, Tone.DANGER),)
    elif row.days_left <= WARN_DAYS:
        until = ""
        soon = QCoreApplication.translate("PlanTab", "Runs out {day}").format(day=day)
        marks = (MarkValue("clock", soon, Tone.WARN),)
    else:
        until = QCoreApplication.translate("PlanTab", "Valid until {day}").format(day=day)
        marks = ()
    return Row(
        key=row.permit.hex(),
        title=tools.codes.label("permit_kinds", row.kind),
        second=_joined(until, row.text, _card(row)),
        marks=(*_loudest(row), *marks),
        centred=True,
    )
