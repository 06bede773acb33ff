# SPDX-License-Identifier: MIT
"""Labels of a person's path and of what a stand has besides visits: kinds, and the fields of each."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import written_date
from desktop.ui.words.moments import local_moment


def step_state(value: Mapping[str, bool | int | str | None], codes: CodeWords) -> str:
    """Return how a step stands: "Jumissa 20.11.2026, Kurssi täynnä"."""
    status, at = codes.label("step_states", str(value.get("status") or "")), value.get("at")
    if isinstance(at, int) and not isinstance(at, bool):
        status = f"{status} {written_date(local_moment(at).date())}"
    return ", ".join(one for one in (status, str(value.get("reason") or "")) if one)


def path_kinds() -> dict[str, str]:
    """Return what the kinds of a path and of a stand are called."""
    return {
        "plan": QCoreApplication.translate("Fields", "Plan"),
        "plan_step": QCoreApplication.translate("Fields", "Step of the plan"),
        "encounter": QCoreApplication.translate("Fields", "Meeting"),
        "appointment": QCoreApplication.translate("Fields", "Appointment"),
        "transition": QCoreApplication.translate("Fields", "Transition"),
        "skill": QCoreApplication.translate("Fields", "Skill"),
        "permit": QCoreApplication.translate("Fields", "Card or permit"),
        "hint_taken": QCoreApplication.translate("Fields", "Hint taken up"),
        "group_event": QCoreApplication.translate("Fields", "Group event"),
        "contact_lead": QCoreApplication.translate("Fields", "Permission to contact"),
        "employer_contact": QCoreApplication.translate("Fields", "Employer"),
    }


def path_labels(kind: str) -> dict[str, str]:
    """Return what the fields of such a kind are called; nothing for any other."""
    makers = {
        "plan": _plan,
        "plan_step": _plan_step,
        "encounter": _encounter,
        "appointment": _appointment,
        "transition": _transition,
        "skill": _skill,
        "permit": _permit,
        "hint_taken": _hint_taken,
        "group_event": _group_event,
        "contact_lead": _contact_lead,
        "employer_contact": _employer_contact,
    }
    return makers[kind]() if kind in makers else {}


def _plan() -> dict[str, str]:
    return {
        "goal": QCoreApplication.translate("Fields", "Goal"),
        "client_words": QCoreApplication.translate("Fields", "In the client's words"),
        "agreed": QCoreApplication.translate("Fields", "Agreed"),
        "next_contact": QCoreApplication.translate("Fields", "Next contact"),
        "integration": QCoreApplication.translate("Fields", "Integration plan"),
        "valid_to": QCoreApplication.translate("Fields", "Valid to"),
    }


def _plan_step() -> dict[str, str]:
    return {
        "what": QCoreApplication.translate("Fields", "What"),
        "who": QCoreApplication.translate("Fields", "Who does it"),
        "service": QCoreApplication.translate("Fields", "Service"),
        "service_name": QCoreApplication.translate("Fields", "Service"),
        "due": QCoreApplication.translate("Fields", "Due"),
        "state": QCoreApplication.translate("Fields", "State"),
        "owner": QCoreApplication.translate("Fields", "Whose"),
        "rank": QCoreApplication.translate("Fields", "Order"),
    }


def _encounter() -> dict[str, str]:
    return {
        "kind": QCoreApplication.translate("Fields", "Way"),
        "with": QCoreApplication.translate("Fields", "Took part"),
        "summary": QCoreApplication.translate("Fields", "Summary"),
        "next_step": QCoreApplication.translate("Fields", "Next step"),
    }


def _appointment() -> dict[str, str]:
    return {
        "minutes": QCoreApplication.translate("Fields", "Minutes"),
        "kind": QCoreApplication.translate("Fields", "Way"),
        "place": QCoreApplication.translate("Fields", "Place"),
        "owner": QCoreApplication.translate("Fields", "Whom they meet"),
        "status": QCoreApplication.translate("Fields", "State"),
    }


def _transition() -> dict[str, str]:
    return {
        "day": QCoreApplication.translate("Fields", "Day"),
        "kind": QCoreApplication.translate("Fields", "Where to"),
        "verified_by": QCoreApplication.translate("Fields", "Known from"),
        "after_3": QCoreApplication.translate("Fields", "After 3 months"),
        "after_6": QCoreApplication.translate("Fields", "After 6 months"),
        "after_12": QCoreApplication.translate("Fields", "After 12 months"),
    }


def _skill() -> dict[str, str]:
    return {
        "name": QCoreApplication.translate("Fields", "Skill"),
        "level": QCoreApplication.translate("Fields", "Level"),
        "evidence": QCoreApplication.translate("Fields", "Shown by"),
    }


def _permit() -> dict[str, str]:
    return {
        "kind": QCoreApplication.translate("Fields", "Card or permit"),
        "valid_to": QCoreApplication.translate("Fields", "Valid to"),
    }


def _hint_taken() -> dict[str, str]:
    return {
        "rule": QCoreApplication.translate("Fields", "Hint"),
        "version": QCoreApplication.translate("Fields", "Version of the rule"),
        "held": QCoreApplication.translate("Fields", "Held by what was known"),
        "day": QCoreApplication.translate("Fields", "Day"),
        "facts": QCoreApplication.translate("Fields", "Facts used"),
    }


def _group_event() -> dict[str, str]:
    return {
        "kind": QCoreApplication.translate("Fields", "Kind"),
        "theme": QCoreApplication.translate("Fields", "Topic"),
        "size": QCoreApplication.translate("Fields", "People"),
        "language": QCoreApplication.translate("Fields", "Language"),
        "duration": QCoreApplication.translate("Fields", "Duration"),
        "partner": QCoreApplication.translate("Fields", "Partner"),
    }


def _contact_lead() -> dict[str, str]:
    return {
        "name": QCoreApplication.translate("Fields", "First name"),
        "phone": QCoreApplication.translate("Fields", "Phone"),
        "email": QCoreApplication.translate("Fields", "E-mail"),
        "language": QCoreApplication.translate("Fields", "Language"),
        "purpose": QCoreApplication.translate("Fields", "What about"),
        "permitted": QCoreApplication.translate("Fields", "Permitted"),
        "expires": QCoreApplication.translate("Fields", "Permitted until"),
        "contacted": QCoreApplication.translate("Fields", "Contacted"),
        "person": QCoreApplication.translate("Fields", "Card"),
    }


def _employer_contact() -> dict[str, str]:
    return {
        "organisation": QCoreApplication.translate("Fields", "Employer"),
        "business_id": QCoreApplication.translate("Fields", "Business ID"),
        "contact": QCoreApplication.translate("Fields", "Contact person"),
        "phone": QCoreApplication.translate("Fields", "Phone"),
        "email": QCoreApplication.translate("Fields", "E-mail"),
        "need": QCoreApplication.translate("Fields", "Looks for"),
        "wage_subsidy": QCoreApplication.translate("Fields", "Asked about wage subsidy"),
        "helsinki_benefit": QCoreApplication.translate("Fields", "Asked about Helsinki benefit"),
    }
