# SPDX-License-Identifier: MIT
"""Planning a point for later, and opening it from its plan."""

from collections.abc import Callable

import pytest
from fake_day import COLLEAGUES, STOA, FakeDay, entity
from hands import Hands
from page_tools import WHO, at
from PySide6.QtWidgets import QApplication
from walker import walk

from desktop.notebook.messages.today import DropPlan, OpenSession, PlannedSession, PlanSession, UndoSave
from desktop.ui.app import Dressed
from desktop.ui.today.page import TodayPage

Show = Callable[[FakeDay], TodayPage]
FRIDAY = PlannedSession(
    entity(880), STOA.point, STOA.name, at(12, 30, day=27), "popup", 30, "opiskelijoita", [COLLEAGUES[0].staff],
    "Kela", "",
)  # fmt: skip


@pytest.fixture
def quiet() -> FakeDay:
    """A day on which no point is open."""
    return FakeDay(session=None, visits=())


def test_a_point_is_planned_for_later_and_offered_from_then_on(
    show: Show, quiet: FakeDay, hands: Hands
) -> None:
    page = show(quiet)
    card = page.part.opening
    assert not card.plans.chips.isVisible()
    card.later.click()
    assert card.plans.day.line.hasFocus()
    hands.write("27.11.2026")
    hands.press("Tab")
    hands.write("12.30")
    hands.press("Enter")
    (ask,) = quiet.bridge.all_of(PlanSession)
    assert (ask.place, ask.starts, ask.goal_visits) == ("Itäkeskuksen kirjasto", at(12, 30, day=27), 25)
    assert card.plans.chips.isVisible()
    assert not card.plans.planning
    assert quiet.bridge.all_of(OpenSession) == []
    hands.press("Ctrl+Z")
    assert len(quiet.bridge.all_of(UndoSave)) == 1


@pytest.mark.parametrize(
    ("day", "time"),
    [("", "12"), ("23.11.2026", "12"), ("27.11.2026", ""), ("27.11.2026", "25"), ("24.11.2026", "14.26")],
)
def test_a_plan_is_for_a_time_to_come(show: Show, quiet: FakeDay, hands: Hands, day: str, time: str) -> None:
    page = show(quiet)
    plans = page.part.opening.plans
    page.part.opening.later.click()
    plans.day.set_text(day)
    plans.time.set_text(time)
    hands.press("Enter")
    assert quiet.bridge.all_of(PlanSession) == []
    assert bool(plans.day.error) != bool(plans.time.error)


def test_choosing_a_plan_fills_the_form_and_enter_opens_it(show: Show, quiet: FakeDay, hands: Hands) -> None:
    quiet.planned = [FRIDAY]
    page = show(quiet)
    card = page.part.opening
    card.plans.chips.chip(FRIDAY.session.hex()).click()
    assert (card.place.text(), card.goal.text(), card.goal_text.text()) == ("Stoa", "30", "opiskelijoita")
    card.place.line.setFocus()
    hands.press("Enter")
    (ask,) = quiet.bridge.all_of(OpenSession)
    assert (ask.planned, ask.point, ask.staff, ask.partners) == (
        FRIDAY.session, STOA.point, [COLLEAGUES[0].staff], "Kela",
    )  # fmt: skip
    assert page.panel.isVisible()


def test_a_point_opened_without_its_plan_leaves_the_plan(show: Show, quiet: FakeDay, hands: Hands) -> None:
    quiet.planned = [FRIDAY]
    page = show(quiet)
    page.part.opening.place.line.setFocus()
    hands.press("Enter")
    assert [ask.planned for ask in quiet.bridge.all_of(OpenSession)] == [None]
    assert quiet.planned == [FRIDAY]


def test_a_chosen_plan_can_be_taken_off(show: Show, quiet: FakeDay, hands: Hands) -> None:
    quiet.planned = [FRIDAY]
    page = show(quiet)
    plans = page.part.opening.plans
    assert not plans.drop.isVisible()
    plans.chips.chip(FRIDAY.session.hex()).click()
    plans.drop.click()
    assert [ask.session for ask in quiet.bridge.all_of(DropPlan)] == [FRIDAY.session]
    assert not plans.chips.isVisible()
    hands.press("Ctrl+Z")
    assert len(quiet.bridge.all_of(UndoSave)) == 1


def test_half_a_plan_comes_back_after_a_lock(show: Show, quiet: FakeDay, hands: Hands) -> None:
    page = show(quiet)
    page.part.opening.later.click()
    hands.write("27.11.2026")
    page.forget()
    assert page.part.opening.plans.day.text() == ""
    page.greet(WHO)
    page.enter()
    assert page.part.opening.plans.planning
    assert page.part.opening.plans.day.text() == "27.11.2026"


@pytest.mark.parametrize("width", [1280, 1024])
def test_everything_of_a_plan_can_be_named_and_reached(
    show: Show, quiet: FakeDay, dressed: Dressed, width: int
) -> None:
    quiet.planned = [FRIDAY]
    page = show(quiet)
    page.window().resize(width, 800)
    page.part.opening.plans.chips.chip(FRIDAY.session.hex()).click()
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    page.part.opening.later.click()
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
