# SPDX-License-Identifier: MIT
"""News on Today: what waits for this person, what the centre tells, dismissed with one key."""

from collections.abc import Callable

import pytest
from fake_day import FakeDay
from hands import Hands
from people_world import SAMIR
from pytestqt.qtbot import QtBot
from transfer_shelf import NOTICES, entity

from desktop.notebook.messages.notices import DismissNotice, ListNotices, Notices
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard
from desktop.ui.today.page import TodayPage
from desktop.ui.words.language import Language

Show = Callable[[FakeDay], TodayPage]


@pytest.fixture
def day(dressed: Dressed) -> FakeDay:
    """A day with five notices, two people handed over and a save to decide about."""
    dressed.translations.speak(Language.ENGLISH)
    made = FakeDay()
    rows = list(NOTICES)
    made.bridge.on(ListNotices, lambda _ask: Notices(rows, handed_over=2, deciding=1))

    def seen(ask: DismissNotice) -> Notices:
        rows[:] = [row for row in rows if row.notice != ask.notice]
        return Notices([])

    made.bridge.on(DismissNotice, seen)
    return made


def _titles(page: TodayPage) -> list[str]:
    return [row.title for row in page.side.notices.rows.rows()]


def test_what_waits_for_this_person_stands_first_then_the_news(show: Show, day: FakeDay) -> None:
    page = show(day)
    assert page.side.notices.isVisible()
    titles = _titles(page)
    assert len(titles) == len(NOTICES) + 2
    assert titles[2] == "A save waits for the supervisor"
    assert titles[5] == "Your right in Itäinen tiimi has ended"
    assert titles[6] == "Soita minulle, kun ehdit."
    assert page.side.notices in page.panes()


def test_with_nothing_new_there_is_no_card(show: Show) -> None:
    page = show(FakeDay())
    assert page.side.notices.isHidden()


@pytest.mark.parametrize(
    ("downs", "where"), [(0, ("handover", None)), (1, ("held", None)), (2, ("held", None))]
)
def test_enter_goes_where_it_is_to_be_done(
    show: Show, day: FakeDay, hands: Hands, qtbot: QtBot, downs: int, where: tuple[str, object]
) -> None:
    page = show(day)
    rows = page.side.notices.rows
    rows.choose(rows.rows()[downs].key)
    rows.setFocus()
    with qtbot.waitSignal(page.go) as went:
        hands.press("Enter")
    assert tuple(went.args or ()) == where


def test_enter_opens_the_person_it_is_about(show: Show, day: FakeDay, hands: Hands, qtbot: QtBot) -> None:
    page = show(day)
    rows = page.side.notices.rows
    rows.choose(NOTICES[1].notice.hex())
    rows.setFocus()
    with qtbot.waitSignal(page.go) as went:
        hands.press("Enter")
    assert went.args == ["people", AtCard(SAMIR, "")]


def test_s_says_that_it_was_seen_and_the_next_has_the_keys(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    rows = page.side.notices.rows
    rows.choose(NOTICES[0].notice.hex())
    rows.setFocus()
    hands.press("s")
    assert day.bridge.all_of(DismissNotice) == [DismissNotice(entity(1))]
    assert len(_titles(page)) == len(NOTICES) + 1
    assert rows.key() == NOTICES[1].notice.hex()


def test_what_waits_is_not_dismissed_before_it_is_done(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    rows = page.side.notices.rows
    rows.choose("handover")
    rows.setFocus()
    hands.press("s")
    assert day.bridge.all_of(DismissNotice) == []
