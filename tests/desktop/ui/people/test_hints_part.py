# SPDX-License-Identifier: MIT
"""Hints on the card by keys: folded to three, each with its reasons, the law, and the way to what is missing."""

import pytest
from cut_words import cut_words
from fake_notebook import FakeBridge
from fingers import Fingers, held
from hints_shelf import BOOK, FACTS, TODAY, HintsShelf
from people_world import SAMIR
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.notebook.hints_engine import HIDDEN, MISSING, TWO_VALUES
from desktop.notebook.messages.hints import FACT_HOMES, ListHints, Outcome, TakeHint
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import UndoSave
from desktop.ui.app import Dressed
from desktop.ui.people.hints_part import HintsPart
from desktop.ui.people.hints_words import fact_label
from desktop.ui.people.page import PeoplePage
from desktop.ui.words.language import Language

DAY = TODAY.isoformat()


@pytest.fixture
def shelf(bridge: FakeBridge) -> HintsShelf:
    return HintsShelf(bridge)


@pytest.fixture
def hints(page: PeoplePage, shelf: HintsShelf) -> HintsPart:
    """Samir's card, the keys on its tabs."""
    assert shelf.can_take
    page.open(SAMIR)
    assert held() is page.card.tabs
    return page.card.hints


def keys(hints: HintsPart) -> list[str]:
    return [row.key for row in hints.rows.rows()]


def opened(hints: HintsPart, rule: str) -> Fingers:
    """Open the reasons of a rule by keys."""
    fingers = Fingers()
    fingers.press(Qt.Key.Key_V)
    if rule not in keys(hints):
        fingers.press(Qt.Key.Key_V)
    hints.rows.choose(rule)
    fingers.press(Qt.Key.Key_Return)
    assert hints.reasons.row is not None
    assert hints.reasons.row.rule == rule
    return fingers


def said(hints: HintsPart) -> dict[str, str]:
    """Return what is said of each fact of the open rule."""
    row = hints.reasons.row
    assert row is not None
    shown = [line.accessibleName() for line in hints.reasons.facts if not line.isHidden()]
    assert len(shown) == len(row.facts)
    return dict(zip([one.condition.fact for one in row.facts], shown, strict=True))


def test_three_hints_that_may_apply_are_shown_and_v_turns_to_every_rule(hints: HintsPart) -> None:
    assert keys(hints) == ["wage_subsidy", "helsinki_benefit", "startup_grant"]
    assert [row.title for row in hints.rows.rows()] == ["Palkkatuki", "Helsinki-lisä", "Starttiraha"]
    fingers = Fingers()
    fingers.press(Qt.Key.Key_V)
    assert held() is hints.rows
    fingers.press(Qt.Key.Key_V)
    assert len(keys(hints)) == len(BOOK.on(TODAY))
    assert held() is hints.rows
    fingers.press(Qt.Key.Key_V)
    assert len(keys(hints)) == 3


def test_the_row_that_the_keys_come_to_is_in_sight(page: PeoplePage, hints: HintsPart, qtbot: QtBot) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_V, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: hints.height() > hints.rows.height())  # laid out anew with every rule
    fingers.press(Qt.Key.Key_End)
    area = page.card._facts_scroll.area

    def in_sight() -> bool:
        row = hints.rows.visualRect(hints.rows.currentIndex())
        bottom = hints.rows.viewport().mapTo(area.viewport(), row.bottomLeft()).y()
        return 0 < bottom <= area.viewport().height()

    qtbot.waitUntil(in_sight)


def test_a_line_says_by_which_facts(hints: HintsPart) -> None:
    assert hints.rows.rows()[1].second == "Helsinki · Työtön"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Right])
def test_reasons_name_facts_what_the_rule_asks_the_law_and_what_awaits_a_lawyer(
    hints: HintsPart, key: Qt.Key
) -> None:
    Fingers().press(Qt.Key.Key_V, Qt.Key.Key_Down, key)
    reasons = hints.reasons
    assert reasons.row is not None
    assert reasons.row.rule == "helsinki_benefit"
    assert reasons.says.text() == reasons.row.says.fi
    assert "Helsinki" in said(hints)["municipality"]
    assert "Työtön" in said(hints)["status"]
    assert reasons.row.check.fi in reasons.check.words()
    assert "Helsingin kaupungin omat" in reasons.source.words()
    assert not reasons.doubt.isHidden()
    assert held() is reasons.take


def test_a_rule_with_an_act_names_its_number_and_place(hints: HintsPart) -> None:
    opened(hints, "municipal_share")
    words = hints.reasons.source.words()
    for part in ("Työttömyysturvalaki 1290/2002", "14", "3 d", "1.1.2025"):
        assert part in words.replace("\N{NO-BREAK SPACE}", " ")


def test_a_rule_that_is_not_known_to_hold_says_only_what_it_would_say(hints: HintsPart) -> None:
    opened(hints, "apprenticeship")
    row = hints.reasons.row
    assert row is not None
    assert row.outcome is Outcome.NOT_KNOWN
    told = hints.reasons.says.text()
    assert told != row.says.fi
    assert told.endswith(row.says.fi)


def test_a_checked_source_awaits_nobody(hints: HintsPart) -> None:
    opened(hints, "card_expiring")
    assert hints.reasons.doubt.isHidden()


def test_taking_a_hint_up_names_the_version_and_can_be_undone(
    page: PeoplePage, hints: HintsPart, bridge: FakeBridge
) -> None:
    fingers = opened(hints, "wage_subsidy")
    fingers.press(Qt.Key.Key_T)
    assert bridge.all_of(TakeHint) == [TakeHint(SAMIR, DAY, "wage_subsidy", "2025-01-01")]
    assert held() is hints.rows
    assert hints.rows.rows()[0].marks[0].icon == "badge-check"
    assert page.card.head.toast.isVisible()
    page.undo()
    assert len(bridge.all_of(UndoSave)) == 1


def test_pressing_twice_takes_it_up_once(hints: HintsPart, bridge: FakeBridge) -> None:
    fingers = opened(hints, "wage_subsidy")
    bridge.held = True
    fingers.press(Qt.Key.Key_T, Qt.Key.Key_T)
    assert len(bridge.all_of(TakeHint)) == 1
    bridge.let_go()


def test_a_refusal_is_told_and_the_reasons_stay(
    page: PeoplePage, hints: HintsPart, bridge: FakeBridge, qtbot: QtBot
) -> None:
    fingers = opened(hints, "wage_subsidy")
    bridge.refuse(TakeHint, Problem.NOT_ALLOWED)
    with qtbot.waitSignal(page.card.troubled):
        fingers.press(Qt.Key.Key_T)
    assert hints.reasons.row is not None


def test_a_rule_that_does_not_hold_is_not_taken_up(hints: HintsPart, bridge: FakeBridge) -> None:
    fingers = opened(hints, "ohjaamo")
    assert hints.reasons.row is not None
    assert hints.reasons.row.outcome is Outcome.DOES_NOT
    assert hints.reasons.take.isHidden()
    assert held() is hints.reasons.back
    fingers.press(Qt.Key.Key_T)
    assert bridge.all_of(TakeHint) == []


def test_who_may_only_read_takes_none_up(page: PeoplePage, bridge: FakeBridge) -> None:
    HintsShelf(bridge, can_take=False)
    page.open(SAMIR)
    opened(page.card.hints, "wage_subsidy")
    assert page.card.hints.reasons.take.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Left])
def test_one_goes_back_to_the_list_where_one_was(hints: HintsPart, key: Qt.Key) -> None:
    opened(hints, "helsinki_benefit").press(key)
    assert hints.reasons.row is None
    assert held() is hints.rows
    assert hints.rows.key() == "helsinki_benefit"


def test_what_is_missing_is_filled_in_by_one_key(page: PeoplePage, hints: HintsPart) -> None:
    fingers = opened(hints, "apprenticeship")
    assert fact_label("education") in said(hints)["education"]
    fingers.press(Qt.Key.Key_E)
    editor = page.form.parts.editors["situation/education"]
    assert editor.isVisible()
    assert editor.isAncestorOf(held())


def test_what_the_plan_would_tell_leads_to_the_plan(page: PeoplePage, bridge: FakeBridge) -> None:
    HintsShelf(bridge, {**FACTS, "integration": MISSING})
    page.open(SAMIR)
    opened(page.card.hints, "integration_ending").press(Qt.Key.Key_E)
    assert page.card.tabs.key() == "plan"


def test_two_values_lead_to_where_one_is_chosen(page: PeoplePage, bridge: FakeBridge, qtbot: QtBot) -> None:
    HintsShelf(bridge, {**FACTS, "education": TWO_VALUES})
    page.open(SAMIR)
    fingers = opened(page.card.hints, "apprenticeship")
    assert page.card.hints.reasons.row is not None
    with qtbot.waitSignal(page.card.hints.fill_asked) as asked:
        fingers.press(Qt.Key.Key_E)
    assert asked.args == ["situation", "education"]


def test_a_protected_address_is_no_fact_and_nothing_to_fill_in(page: PeoplePage, bridge: FakeBridge) -> None:
    HintsShelf(bridge, {**FACTS, "municipality": HIDDEN})
    page.open(SAMIR)
    opened(page.card.hints, "helsinki_benefit")
    assert "Helsinki" not in said(page.card.hints)["municipality"].split(". ")[0]
    assert page.card.hints.reasons.fill.isHidden()


def test_where_nothing_may_apply_a_sentence_stands_and_v_shows_every_rule(
    page: PeoplePage, bridge: FakeBridge
) -> None:
    HintsShelf(bridge, {})
    page.open(SAMIR)
    hints = page.card.hints
    assert hints.empty.isVisible()
    assert keys(hints) == []
    Fingers().press(Qt.Key.Key_V)
    assert len(keys(hints)) == len(BOOK.on(TODAY))
    assert hints.empty.isHidden()


def test_without_an_answer_there_is_nothing_to_see(page: PeoplePage) -> None:
    page.open(SAMIR)
    assert page.card.hints.isHidden()
    Fingers().press(Qt.Key.Key_V)
    assert held() is page.card.tabs


def test_each_reading_of_the_card_asks_once(page: PeoplePage, hints: HintsPart, bridge: FakeBridge) -> None:
    assert bridge.all_of(ListHints) == [ListHints(SAMIR, DAY)]
    page.card.show_tab("notes")
    page.card.show_tab("situation")
    assert len(bridge.all_of(ListHints)) == 1
    assert hints.isVisible()
    page.records_changed(["hint_taken"])
    assert len(bridge.all_of(ListHints)) == 2


def test_nothing_of_a_person_stays_after_the_lock(page: PeoplePage, hints: HintsPart) -> None:
    opened(hints, "wage_subsidy")
    page.forget()
    assert keys(hints) == []
    assert hints.reasons.says.text() == ""
    assert all(line.words() == "" for line in hints.reasons.facts)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [1096, 956])
def test_no_word_is_cut_in_any_language(
    page: PeoplePage, hints: HintsPart, dressed: Dressed, language: Language, width: int
) -> None:
    dressed.translations.speak(language)
    page.retranslate()
    page.set_compact(compact=width < 1000)
    page.resize(width, 744)
    for rule in BOOK.on(TODAY):
        hints.open(rule.code)
        QApplication.processEvents()
        assert cut_words(hints) == []
        assert hints.minimumSizeHint().width() <= page.card._facts_scroll.area.viewport().width() - 21, (
            rule.code
        )


def test_every_fact_that_a_rule_may_use_has_a_word_and_a_place(hints: HintsPart) -> None:
    used = {one.fact for rule in BOOK.rules for one in rule.when}
    assert used == set(FACT_HOMES)
    assert all(fact_label(fact) != fact for fact in used)
    assert hints.rows.accessibleName()
