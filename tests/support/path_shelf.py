# SPDX-License-Identifier: MIT
"""A made-up path for the card of the design's pictures: a plan, steps in every state, meetings, cards that run out."""

from typing import Any

from service_shelf import small_pdf

from desktop.notebook.messages.handouts import Paper
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldView
from desktop.notebook.messages.plans import (
    MeetingRow,
    PermitRow,
    PlanView,
    SkillRow,
    StepRow,
    TransitionRow,
)
from sync.records.ids import EntityId

DAY = 86_400_000


def record(number: int) -> EntityId:
    """Return the id of a record of the path."""
    return EntityId(bytes([160 + number] * 16))


def step(number: int, what: str, status: str = "open", **more: Any) -> StepRow:  # noqa: ANN401 - a row's fields
    """Return a step that is mine, in time and delivered, unless something else is said."""
    row: dict[str, Any] = {
        "step": record(number), "what": what, "who": "client", "service": None, "service_name": "", "due": "",
        "late_days": 0, "stalled": status == "stalled", "status": status, "status_at": 0, "reason": "",
        "owner": "Aino Lehtonen", "mine": True, "marks": [Mark.DELIVERED], "contested": [],
    }  # fmt: skip
    return StepRow(**(row | more))


def meeting(number: int, kind: str, at: int, **more: Any) -> MeetingRow:  # noqa: ANN401 - a row's fields
    """Return a meeting of mine with the client."""
    row: dict[str, Any] = {
        "meeting": record(number), "kind": kind, "at": at, "took_part": ["client"], "summary": "",
        "next_step": "", "by": "Aino Lehtonen", "mine": True, "can_edit": True, "marks": [Mark.DELIVERED],
        "contested": [],
    }  # fmt: skip
    return MeetingRow(**(row | more))


def path_view(person: EntityId, now: int, **more: Any) -> PlanView:  # noqa: ANN401 - the view's fields
    """Return the path of a client at 24 November 2026."""
    view: dict[str, Any] = {
        "person": person,
        "plan": [
            FieldView("goal", "Sähköasentajan paikka ja suomi B1 ennen kesää", [], []),
            FieldView("client_words", "Haluan tehdä taas oman alan töitä, en varastossa.", [], []),
            FieldView("agreed", "2026-11-03", [], []),
            FieldView("next_contact", "2026-12-08", [], []),
            FieldView("integration", value=True, sides=[], marks=[Mark.UNSENT]),
            FieldView("valid_to", "2027-11-02", [], []),
        ],
        "steps": [
            step(1, "Kielikurssin hakemus", "done", status_at=now - 6 * DAY, service_name="Stadin AO, suomi A2"),
            step(2, "Työturvallisuuskortti vanhenee: varaa uusi kurssi", who="coach", due="2026-11-10", late_days=14,
                 marks=[Mark.UNSENT]),
            step(3, "Tutkinnon tunnustaminen Opetushallituksessa", who="partner", due="2026-10-30", late_days=25,
                 stalled=True, service_name="Opetushallitus, tutkintojen tunnustaminen", mine=False,
                 owner="Mehmet Kaya"),
            step(4, "Ansioluettelo suomeksi", due="2026-12-01", marks=[Mark.TWO_VALUES], contested=["state"]),
            step(5, "Työkokeilu varastossa", "dropped", status_at=now - 20 * DAY, reason="Ei oma ala"),
        ],
        "meetings": [
            meeting(11, "coaching", now - 2 * DAY, took_part=["client", "interpreter"], next_step="Soitto kurssista",
                    summary="Käytiin läpi kurssin alkaminen ja lasten hoito.", marks=[Mark.UNSENT]),
            meeting(12, "no_show", now - 9 * DAY),
            meeting(13, "phone", now - 14 * DAY, mine=False, can_edit=False, by="Mehmet Kaya",
                    summary="Muistutettiin hakemuksesta."),
        ],
        "transitions": [
            TransitionRow(
                transition=record(21), day="2026-08-10", kind="education", verified_by="client", after_3="",
                after_6="", after_12="", text="", asks=3, ask_day="2026-11-10", due=True,
                marks=[Mark.DELIVERED], contested=[],
            ),
        ],
        "skills": [
            SkillRow(skill=record(31), name="Sähköasennukset", level=4, evidence="Työtodistus 2021",
                     marks=[Mark.DELIVERED], contested=[]),
            SkillRow(skill=record(32), name="Taulukkolaskenta", level=1, evidence="", marks=[Mark.DELIVERED],
                     contested=[]),
        ],
        "permits": [
            PermitRow(permit=record(41), kind="hot_work", valid_to="2026-11-12", days_left=-12, text="",
                      marks=[Mark.DELIVERED], contested=[]),
            PermitRow(permit=record(42), kind="occupational_safety", valid_to="2027-01-12", days_left=49, text="",
                      marks=[Mark.DELIVERED], contested=[]),
            PermitRow(permit=record(43), kind="driving_b", valid_to="", days_left=None, text="",
                      marks=[Mark.DELIVERED], contested=[]),
        ],
        "last_contact": now - 2 * DAY,
        "can_edit": True,
        "protected": False,
        "sight": 77,
    }  # fmt: skip
    return PlanView(**(view | more))


def plan_paper(language: str) -> Paper:
    """Return a client's copy of one sheet."""
    warnings = ["texts_in_original", "frames_unreviewed"] if language == "ar" else []
    return Paper(small_pdf(), 1, f"suunnitelma-{language}-2026-11-24.pdf", [], [], warnings)
