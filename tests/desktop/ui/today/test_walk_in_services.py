# SPDX-License-Identifier: MIT
"""A visitor who is sent somewhere: the services ride with the walk-in, through drafts and undo, into its save."""

from collections.abc import Callable

import pytest
from fake_day import FakeDay, entity
from hands import Hands
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.laptop import SaveDraft
from desktop.notebook.messages.today import SaveVisit, ServicePick
from desktop.ui.errand import ChosenService, Errand, Found
from desktop.ui.today.page import TodayPage
from desktop.ui.today.sent_to import read
from desktop.ui.today.walk_in import WalkIn, from_draft

COURSE = ChosenService(entity(40), "Suomi A2: ilta, Stoa")
CAFE = ChosenService(entity(41), "Kahvila")


@pytest.fixture
def page(show: Callable[[FakeDay], TodayPage], day: FakeDay) -> TodayPage:
    return show(day)


def test_the_errand_tells_what_the_keys_have_said(page: TodayPage, hands: Hands) -> None:
    hands.press("5", "y", "l", "4")
    errand = page.errand()
    assert (errand.client.age, errand.client.language, errand.visit) == ("25_29", "ru", True)
    assert errand.client.person is None


def test_the_chip_goes_to_the_services(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as gone:
        page.panel.rows.service.click()
    assert gone.args == ["services", Errand(page.errand().client, visit=True)]
    assert not page.panel.rows.service.isChecked()


def test_what_was_found_is_saved_with_the_visit(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    hands.press("5", "y")
    page.open(Found((COURSE, CAFE), handed_out=True))
    assert page.panel.services.words() == "Ohjattu: Suomi A2: ilta, Stoa, Kahvila"
    assert page.panel.hasFocus()
    hands.press("Enter")
    [saved] = day.bridge.all_of(SaveVisit)
    assert saved.services == [ServicePick(COURSE.service), ServicePick(CAFE.service)]
    assert (saved.topics, saved.age, saved.outcomes) == (["language_course"], "25_29", ["handout"])
    assert page.panel.services.isHidden()


@pytest.mark.parametrize(
    ("found", "outcomes"),
    [
        (Found((COURSE,)), ()),
        (Found((COURSE,), handed_out=True), ("handout",)),
        (Found((COURSE,), kind="guided"), ("referral",)),
        (Found((COURSE,), kind="accompanied", handed_out=True), ("handout", "referral")),
    ],
)
def test_the_outcome_follows_from_what_was_done(found: Found, outcomes: tuple[str, ...]) -> None:
    assert WalkIn().sent_to(found).outcomes == outcomes


def test_a_second_errand_adds_and_the_same_service_counts_once() -> None:
    first = WalkIn().sent_to(Found((COURSE,)))
    both = first.sent_to(Found((CAFE, COURSE), kind="guided"))
    assert [one.kind for text in both.services if (one := read(text))] == ["guided", "guided"]
    assert len(both.services) == 2


def test_a_draft_brings_the_services_back_with_commas_in_their_names() -> None:
    walk_in = WalkIn(topics=("housing",)).sent_to(Found((COURSE, CAFE)))
    assert from_draft(walk_in.to_draft()) == walk_in


@pytest.mark.parametrize("text", ["", "zz:information:x", "00:information:x", f"{'0' * 32}:information"])
def test_a_draft_of_another_form_brings_no_service(text: str) -> None:
    assert read(text) is None


def test_services_can_be_taken_off_and_back(page: TodayPage, hands: Hands) -> None:
    page.open(Found((COURSE,)))
    page.panel.services.drop.click()
    assert page.panel.services.isHidden()
    hands.press("Backspace")
    assert page.panel.services.words() == "Ohjattu: Suomi A2: ilta, Stoa"


def test_the_services_are_kept_when_the_laptop_locks(page: TodayPage, day: FakeDay) -> None:
    page.open(Found((COURSE,)))
    page.forget()
    kept = [one.value for one in day.bridge.all_of(SaveDraft) if one.place == "visit" and one.value]
    assert from_draft(kept[-1]).services == WalkIn().sent_to(Found((COURSE,))).services
    assert page.panel.services.isHidden()
