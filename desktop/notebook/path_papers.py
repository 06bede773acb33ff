# SPDX-License-Identifier: MIT
"""The client's copy of their plan at one desk: made from what stands, and that it was given."""

from datetime import UTC, date, datetime
from typing import Final

from desktop.notebook.cards import cards_of, plan_of
from desktop.notebook.desk import Desk
from desktop.notebook.handout.frames import FrameBook
from desktop.notebook.handout.plan_paper import PaperStep, PlanOrder, make_plan_paper, plan_file_name
from desktop.notebook.handouts import SENDER
from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.handouts import Paper
from desktop.notebook.messages.plans import MakePlanPaper, PlanPaperGiven, StepRow
from desktop.notebook.path_rows import PathRows
from desktop.store.shown_values import value_of

_LEFT_OUT: Final = "dropped"


class PathPapers:
    """``make`` writes nothing but the access log, ``given`` logs a disclosure."""

    def __init__(self, desk: Desk, frames: FrameBook) -> None:
        self._desk = desk
        self._frames = frames

    def make(self, ask: MakePlanPaper) -> Paper:
        """Return the client's copy; raises what ``make_plan_paper`` raises, NotFound, ValueError for no day."""
        desk = self._desk
        day = date.fromisoformat(ask.day)
        cards = cards_of(desk, ask.person)
        for card in cards.ids:
            desk.looked("READ", card, kind="person", reason="plan-paper")
        plan = plan_of(desk, cards.lead.entity)
        values = plan.values if plan is not None else {}
        steps = PathRows(desk, cards, day).steps()
        order = PlanOrder(
            language=ask.language,
            goal=value_of(values, "goal", str, ""),
            your_words=value_of(values, "client_words", str, ""),
            agreed=value_of(values, "agreed", str, ""),
            next_contact=value_of(values, "next_contact", str, ""),
            valid_to=value_of(values, "valid_to", str, ""),
            steps=tuple(_printed(one) for one in steps if one.status != _LEFT_OUT),
            sender=SENDER,
            adviser=desk.staff_name(desk.staff),
            large=ask.large,
        )
        paper = make_plan_paper(order, self._frames, day=day)
        return Paper(
            pdf=paper.pdf,
            pages=paper.pages,
            file_name=plan_file_name(order, day),
            texts_in=[],
            qr=[],
            warnings=[one.value for one in paper.warnings],
        )

    def given(self, ask: PlanPaperGiven) -> Done:
        """Log that the client's copy went out of the notebook: printed or saved, in which language."""
        person = self._desk.entity(ask.person, "person").entity
        extra: dict[str, str | int] = {"way": ask.way, "language": ask.language}
        self._desk.looked("DISCLOSE", person, kind="person", reason="plan-paper", extra=extra)
        return Done()


def _printed(one: StepRow) -> PaperStep:
    done = ""
    if one.status == "done" and one.status_at:
        done = datetime.fromtimestamp(one.status_at / 1000, UTC).astimezone().date().isoformat()
    return PaperStep(what=one.what, who=one.who, service=one.service_name, due=one.due, done=done)
