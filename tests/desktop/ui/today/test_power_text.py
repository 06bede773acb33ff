# SPDX-License-Identifier: MIT
"""A walk-in typed in words: topics, age, language and outcome, and the rest is the note's."""

from collections.abc import Callable

import pytest
from fake_day import FakeDay
from hands import Hands
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.messages.today import SaveVisit
from desktop.resources import resource
from desktop.ui.today.page import TodayPage
from desktop.ui.today.power_text import read_power_text
from desktop.ui.today.walk_in import WalkIn
from sync.records.codes import load_codes

Show = Callable[[FakeDay], TodayPage]
CODES = load_codes(resource("codes"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "cv 22 ru +ohjaus",
            WalkIn(topics=("cv_application",), age="21_24", language="ru", outcomes=("referral",)),
        ),
        ("asuminen 45", WalkIn(topics=("housing",), age="45_54")),
        ("asunto +esite", WalkIn(outcomes=("handout",), note="asunto")),
        (
            "boende sv 70 +broschyr",
            WalkIn(topics=("housing",), language="sv", age="65_plus", outcomes=("handout",)),
        ),
        ("kielikurssi so 17", WalkIn(topics=("language_course",), language="so", age="15_17")),
        ("cv cv työnhaku", WalkIn(topics=("cv_application", "job_search"))),
        ("cv 22 31", WalkIn(topics=("cv_application",), age="30_44")),
        ("cv odottaa vastausta 400", WalkIn(topics=("cv_application",), note="odottaa vastausta 400")),
        ("", WalkIn()),
    ],
)
def test_words_say_a_walk_in(typed: str, said: WalkIn) -> None:
    assert read_power_text(typed, CODES) == said


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_and_no_word_of_the_note_is_changed(typed: str) -> None:
    said = read_power_text(typed, CODES)
    tokens = iter(typed.split())
    assert all(word in tokens for word in said.note.split())
    for field, name in (("age", "ages"), ("language", "languages")):
        assert not getattr(said, field) or CODES.knows(name, getattr(said, field))
    assert all(CODES.knows("topics", one) for one in said.topics)


@given(st.sampled_from([row.code for row in CODES["topics"].rows]), st.integers(0, 120))
def test_every_topic_is_known_by_its_short_word_and_every_age_by_its_years(code: str, years: int) -> None:
    row = CODES["topics"].get(code)
    assert row is not None
    said = read_power_text(f"{row.short_label('fi').split(',')[0].split()[0]} {years}", CODES)
    assert said.age
    assert said.topics


def test_a_slash_opens_the_line_and_enter_saves_what_it_says(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("/")
    assert page.panel.rows.typed.hasFocus()
    hands.write("cv 22 ru")
    assert page.panel.walk_in.topics == ("cv_application",)
    assert page.panel.rows.chips["age", "21_24"].isChecked()
    hands.press("Enter")
    (ask,) = day.bridge.all_of(SaveVisit)
    assert (ask.topics, ask.age, ask.language) == (["cv_application"], "21_24", "ru")
    assert page.panel.hasFocus()
    hands.press("Q", "Enter")
    assert day.bridge.all_of(SaveVisit)[1].topics == ["job_search"]


def test_esc_takes_back_what_the_line_said_and_keeps_what_stood_before(
    show: Show, day: FakeDay, hands: Hands
) -> None:
    page = show(day)
    hands.press("4", "/")
    hands.write("cv +esite")
    assert page.panel.walk_in == WalkIn(topics=("cv_application",), age="21_24", outcomes=("handout",))
    hands.press("Esc")
    assert page.panel.walk_in == WalkIn(age="21_24")
    assert page.panel.hasFocus()
    assert not page.panel.rows.typed.isVisible()


def test_a_line_that_says_no_topic_is_not_saved(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("/")
    hands.write("22 moi")
    hands.press("Enter")
    assert day.bridge.all_of(SaveVisit) == []
    assert page.panel.toast.words()
    assert page.panel.rows.typed.hasFocus()
