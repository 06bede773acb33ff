# SPDX-License-Identifier: MIT
"""What a matter is called, in which group it stands, and what may be said of it: the words of its row and keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.follow_up import FollowUpRow
from desktop.notebook.messages.marks import Mark
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.components.states import State, late_mark, mark_of
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_day, written_date, written_time
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import at_start, local_moment

SHOWN: Final = frozenset({
    "task", "plan", "plan_step", "referral", "appointment", "encounter", "permit", "transition", "contact_lead",
    "person", "merge",
})  # fmt: skip
"""Kinds of record of which the list says something."""
ALL: Final = "all"
GROUPS: Final[Mapping[str, frozenset[str]]] = {
    "times": frozenset({"appointment", "no_show"}),
    "steps": frozenset({"step"}),
    "referrals": frozenset({"referral"}),
    "contacts": frozenset({"contact", "lead", "transition"}),
    "other": frozenset({"task", "permit"}),
}
"""Group → the matters that its chip shows."""
_ICONS: Final = {
    "task": "square-check",
    "step": "flag",
    "referral": "arrow-right",
    "appointment": "calendar-clock",
    "no_show": "phone",
    "contact": "message-square",
    "permit": "badge-check",
    "transition": "history",
    "lead": "phone",
}
_TABS: Final = {
    "step": "plan", "contact": "plan", "permit": "plan", "transition": "plan", "appointment": "plan",
    "no_show": "plan", "referral": "services",
}  # fmt: skip
"""Matter → the tab of the card on which it stands."""
_SOON: Final = 14
"""A card that ends within so many days is shown in the tone of what is due."""


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that S offers: what is written, its words, and what it asks for before it is saved."""

    to: str
    words: str
    asks: str = ""
    """``reason`` a line, ``reasons`` a code of ``referral_reasons``, ``day`` a day to come."""


def row_key(one: FollowUpRow) -> str:
    """Return what tells this row from every other."""
    return f"{one.matter}/{(one.task or one.record).hex()}"


def tab_of(matter: str) -> str:
    """Return the tab of the card on which a matter stands."""
    return _TABS.get(matter, "")


def group_words() -> list[tuple[str, str]]:
    """Return the filters and what they are called."""
    return [
        (ALL, QCoreApplication.translate("FollowUp", "All")),
        ("times", QCoreApplication.translate("FollowUp", "Appointments")),
        ("steps", QCoreApplication.translate("FollowUp", "Steps")),
        ("referrals", QCoreApplication.translate("FollowUp", "Referrals")),
        ("contacts", QCoreApplication.translate("FollowUp", "Contacts")),
        ("other", QCoreApplication.translate("FollowUp", "Other")),
    ]


def in_group(rows: Sequence[FollowUpRow], group: str) -> list[FollowUpRow]:
    """Return the rows of a group, in their order."""
    wanted = GROUPS.get(group)
    return [one for one in rows if wanted is None or one.matter in wanted]


def matter_words(one: FollowUpRow, codes: CodeWords) -> str:
    """Return what a row is about, without who it is about."""
    match one.matter:
        case "step":
            parts = (one.text, QCoreApplication.translate("FollowUp", "Stalled") if one.stalled else "")
        case "referral":
            parts = (one.text, codes.label("referral_states", one.status))
        case "appointment":
            parts = (codes.label("encounter_kinds", one.kind), one.text)
        case "no_show":
            parts = (QCoreApplication.translate("FollowUp", "Did not come: call"), one.text)
        case "contact":
            parts = (QCoreApplication.translate("FollowUp", "Next contact"), one.text)
        case "permit":
            parts = (codes.label("permit_kinds", one.kind), one.text)
        case "transition":
            words = QCoreApplication.translate("FollowUp", "How is it after {months} months?")
            parts = (codes.label("transition_kinds", one.kind), words.format(months=one.months))
        case "lead":
            parts = (QCoreApplication.translate("FollowUp", "May be called"), one.text)
        case _:
            parts = (one.text or QCoreApplication.translate("FollowUp", "Task"), "")
    return " · ".join(part for part in parts if part)


def name_words(one: FollowUpRow) -> str:
    """Return who it is about."""
    return one.name or QCoreApplication.translate("FollowUp", "No name")


def list_row(one: FollowUpRow, codes: CodeWords, today: date, language: Language) -> Row:
    """Return a row as the list paints it; of who is protected it says no more than that."""
    protected = mark_values([Mark.PROTECTED])[0]
    return Row(
        key=row_key(one),
        title=name_words(one),
        second=protected.word if one.protected else matter_words(one, codes),
        pill=when(one, today, language),
        marks=(mark_of(State.TWO_VALUES),) if one.contested else (),
        icon="shield-alert" if one.protected else _ICONS.get(one.matter, "circle"),
        icon_tone=Tone.DANGER if one.protected else Tone.MUTED,
        centred=True,
    )


def when(one: FollowUpRow, today: date, language: Language) -> MarkValue:
    """Return how urgent it is, in words and with a sign of its own."""
    day = said_due(one, today, language)
    if one.matter in {"permit", "lead"}:
        words = QCoreApplication.translate("FollowUp", "ended {day}") if one.days < 0 else _ends()
        tone = Tone.DANGER if one.days < 0 else Tone.WARN if one.days <= _SOON else Tone.MUTED
        return MarkValue(
            "triangle-alert" if one.days < 0 else "calendar", at_start(words.format(day=day)), tone
        )
    if one.matter == "appointment":
        words = f"{day} {written_time(local_moment(one.at), language)}"
        tone = Tone.DANGER if one.days < 0 else Tone.WARN if one.days == 0 else Tone.MUTED
        return MarkValue("calendar-clock", at_start(words), tone)
    if one.days < 0:
        return late_mark(-one.days)
    if one.days == 0:
        return MarkValue("clock", at_start(day), Tone.WARN)
    return MarkValue("calendar", at_start(day), Tone.MUTED)


def said_due(one: FollowUpRow, today: date, language: Language) -> str:
    """Return the day, as said in a sentence."""
    try:
        return near_day(date.fromisoformat(one.due), today, language)
    except ValueError:
        return one.due  # of a form that a newer version wrote


def written_due(one: FollowUpRow, language: Language) -> str:
    """Return the day in full, and of an appointment the time."""
    try:
        day = written_date(date.fromisoformat(one.due))
    except ValueError:
        return one.due
    return f"{day} {written_time(local_moment(one.at), language)}" if one.matter == "appointment" else day


def ways(one: FollowUpRow, codes: CodeWords) -> list[Way]:
    """Return what may be said of a row, the likeliest first; counted from 1."""
    handled = Way("handled", QCoreApplication.translate("FollowUp", "Dealt with"))
    match one.matter:
        case "step":
            found = [Way("done", codes.label("step_states", "done"))]
            found += [
                Way(code, codes.label("step_states", code), "reason") for code in ("stalled", "dropped")
            ]
            return (
                found
                if one.status != "stalled"
                else [*found, Way("open", codes.label("step_states", "open"))]
            )
        case "referral":
            plain = ("contacted", "accepted", "started", "completed")
            why = ("no_show", "rejected", "interrupted", "withdrawn")
            return [
                *(Way(code, codes.label("referral_states", code)) for code in plain if code != one.status),
                *(
                    Way(code, codes.label("referral_states", code), "reasons")
                    for code in why
                    if code != one.status
                ),
                handled,
            ]
        case "appointment":
            came = () if one.days > 0 else ("kept", "no_show")
            return [Way(code, codes.label("appointment_states", code)) for code in (*came, "cancelled")]
        case "no_show" | "contact":
            return [*(Way(code, codes.label("encounter_kinds", code)) for code in _REACHED), handled]
        case "permit":
            return [Way("renewed", QCoreApplication.translate("FollowUp", "Renewed"), "day"), handled]
        case "transition":
            return [Way(code, codes.label("follow_up_answers", code)) for code in _ANSWERS]
        case "lead":
            return [Way("called", QCoreApplication.translate("FollowUp", "Called"))]
        case _:
            return [Way("done", QCoreApplication.translate("FollowUp", "Done"))]


def may_wait(one: FollowUpRow) -> bool:
    """Whether another day can be set: who may be called until a day gives no more time by waiting."""
    return one.matter != "lead"


_REACHED: Final = ("phone", "message", "coaching")
_ANSWERS: Final = ("still", "ended", "elsewhere", "not_reached")


def _ends() -> str:
    return QCoreApplication.translate("FollowUp", "ends {day}")
