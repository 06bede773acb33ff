# SPDX-License-Identifier: MIT
"""The card's services: where somebody was sent, what has become of it, and what is written down next."""

import pytest
from cut_words import cut_words
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from msgspec.structs import replace
from people_world import SAMIR, SAVE, referrals, samir
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.people import OpenPerson
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.referrals import (
    ListReferrals,
    MoveReferral,
    ReferralsView,
    WithdrawConsent,
)
from desktop.notebook.messages.today import UndoSave
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard, Errand
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.services_tab import ServicesTab
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language

FORMAL, GUIDED, REJECTED, INFORMED = referrals()


@pytest.fixture
def tab(page: PeoplePage) -> ServicesTab:
    """Samir's services, the list with the keys."""
    page.open(AtCard(SAMIR, "services"))
    assert held() is page.card.services.rows
    return page.card.services


def opened(tab: ServicesTab, place: int = 0) -> Fingers:
    """Open the actions of a row by keys."""
    fingers = Fingers()
    fingers.press(*[Qt.Key.Key_Down] * place, Qt.Key.Key_Return)
    assert held() is tab.work.state
    return fingers


def save(fingers: Fingers) -> None:
    """Press what saves."""
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)


def to_state(tab: ServicesTab, status: str) -> None:
    """Go down or up the states to this one, as the arrow keys do."""
    tab.work.state.setFocus()
    for _ in range(tab.work.state.count()):
        if tab.work.state.key() == status:
            return
        wanted = tab.work.state.findData(status)
        key = Qt.Key.Key_Down if wanted > tab.work.state.currentIndex() else Qt.Key.Key_Up
        Fingers().press(key)
    assert tab.work.state.key() == status


def test_each_referral_says_where_how_since_when_and_how_it_stands(tab: ServicesTab) -> None:
    rows = tab.rows.rows()
    assert [row.title for row in rows] == [one.name for one in referrals()]
    assert rows[0].second == "Lähete · suostumus annettu · Stadin ammatti- ja aikuisopisto"
    assert (rows[0].third, rows[0].time) == ("Seuranta 8.12.", "Tänään")
    assert [mark.word for mark in rows[0].marks] == ["Lähettämättä", "Annettu"]
    assert [mark.word for mark in rows[1].marks] == ["Kaksi arvoa", "Otettu yhteyttä"]
    assert "suostumus peruttu" in rows[2].second
    assert [mark.word for mark in rows[2].marks] == ["Ei otettu"]


def test_the_chosen_one_tells_why_and_what_was_heard_back(tab: ServicesTab) -> None:
    Fingers().press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert tab.said.text().splitlines() == [
        "Ohjannut sinä 29.10.",
        "Ei otettu (täynnä), 4.11.",
        "Palaute: Jono avautuu helmikuussa.",
        "Suostumus peruttu (kieli: arabia).",
    ]


def test_the_referrals_are_read_only_while_their_tab_is_in_front(
    page: PeoplePage, bridge: FakeBridge
) -> None:
    page.open(SAMIR)
    assert bridge.all_of(ListReferrals) == []
    page.card.tabs.setFocus()
    Fingers().press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert bridge.all_of(ListReferrals) == [ListReferrals(SAMIR)]
    page.records_changed({"referral"})
    assert len(bridge.all_of(ListReferrals)) == 2


def test_nobody_referred_anywhere_is_shown_the_way_to_a_service(page: PeoplePage, bridge: FakeBridge) -> None:
    bridge.on(ListReferrals, lambda ask: ReferralsView(ask.person, [], can_edit=True))
    page.open(AtCard(SAMIR, "services"))
    tab = page.card.services
    assert tab._empty.isVisible()
    assert held() is tab.seek


def test_a_state_is_written_down_by_keys_and_can_be_undone(
    page: PeoplePage, tab: ServicesTab, bridge: FakeBridge
) -> None:
    fingers = opened(tab)
    to_state(tab, "contacted")
    save(fingers)
    assert bridge.all_of(MoveReferral) == [MoveReferral(FORMAL.referral, "contacted")]
    assert page.card.head.toast.words() == "Stadin AO, suomi A2: Otettu yhteyttä"
    assert tab.work.isHidden()
    assert held() is tab.rows
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_a_rejection_wants_a_reason(tab: ServicesTab, bridge: FakeBridge) -> None:
    fingers = opened(tab, 1)
    to_state(tab, "rejected")
    assert tab.work.reason.isVisible()
    save(fingers)
    assert bridge.all_of(MoveReferral) == []
    assert tab.work._reason_field.error.startswith("Valitse syy")
    assert held() is tab.work.reason
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    save(fingers)
    assert bridge.all_of(MoveReferral) == [MoveReferral(GUIDED.referral, "rejected", reason="full")]


def test_a_state_without_a_reason_keeps_none(tab: ServicesTab, bridge: FakeBridge) -> None:
    fingers = opened(tab, 2)
    assert (tab.work.state.key(), tab.work.reason.key()) == ("rejected", "full")
    to_state(tab, "started")
    assert not tab.work.reason.isVisible()
    save(fingers)
    assert bridge.all_of(MoveReferral) == [MoveReferral(REJECTED.referral, "started")]


def test_what_was_heard_back_and_the_next_follow_up_go_along(tab: ServicesTab, bridge: FakeBridge) -> None:
    fingers = opened(tab)
    tab.work.feedback.area.setFocus()
    fingers.write("Testi 1.12.")
    tab.work.follow_up.line.selectAll()
    tab.work.follow_up.line.setFocus()
    fingers.press(Qt.Key.Key_Delete)
    fingers.write("+7")
    save(fingers)
    assert bridge.all_of(MoveReferral) == [
        MoveReferral(FORMAL.referral, "given", feedback="Testi 1.12.", follow_up="2026-12-01")
    ]


def test_an_emptied_follow_up_ends_it_and_an_untouched_one_stays(
    tab: ServicesTab, bridge: FakeBridge
) -> None:
    fingers = opened(tab, 1)
    assert tab.work.follow_up.text() == "22.11.2026"
    save(fingers)
    fingers = opened(tab)
    tab.work.follow_up.set_text("")
    save(fingers)
    fingers = opened(tab, 2)
    save(fingers)
    assert [ask.follow_up for ask in bridge.all_of(MoveReferral)] == ["", "-", ""]


def test_a_follow_up_that_is_no_day_is_refused_beside_its_field(tab: ServicesTab, bridge: FakeBridge) -> None:
    fingers = opened(tab)
    tab.work.follow_up.set_text("joskus")
    save(fingers)
    assert bridge.all_of(MoveReferral) == []
    assert tab.work.follow_up.error.startswith("Tämä ei ole päivä")


def test_a_consent_is_taken_back_after_one_question(
    page: PeoplePage, tab: ServicesTab, bridge: FakeBridge
) -> None:
    fingers = opened(tab)
    tab.work.withdraw.setFocus()
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(WithdrawConsent) == []
    assert held() is tab.work.question.button
    fingers.press(Qt.Key.Key_Escape)
    assert tab.work.question.isHidden()
    assert held() is tab.work.withdraw
    fingers.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert bridge.all_of(WithdrawConsent) == [WithdrawConsent(FORMAL.referral)]
    assert page.card.head.toast.words() == "Suostumus peruttu"


@pytest.mark.parametrize("place", [1, 2, 3])
def test_where_no_consent_stands_there_is_none_to_take_back(tab: ServicesTab, place: int) -> None:
    opened(tab, place)
    assert not tab.work.withdraw.isVisible()


def test_escape_goes_back_to_the_list_and_nothing_is_saved(tab: ServicesTab, bridge: FakeBridge) -> None:
    fingers = opened(tab, 1)
    assert not tab.rows.isVisible()
    fingers.press(Qt.Key.Key_Escape)
    assert held() is tab.rows
    assert tab.rows.key() == GUIDED.referral.hex()
    assert bridge.all_of(MoveReferral) == []


def test_what_is_typed_stays_when_the_card_is_read_again(page: PeoplePage, tab: ServicesTab) -> None:
    fingers = opened(tab)
    tab.work.feedback.area.setFocus()
    fingers.write("Soitti")
    page.records_changed({"referral"})
    assert tab.work.feedback.text() == "Soitti"
    assert tab.work.isVisible()


def test_a_referral_that_has_gone_meanwhile_closes_its_form(
    page: PeoplePage, tab: ServicesTab, bridge: FakeBridge
) -> None:
    opened(tab)
    bridge.on(ListReferrals, lambda ask: ReferralsView(ask.person, referrals()[1:], can_edit=True))
    page.records_changed({"referral"})
    assert tab.work.isHidden()
    assert tab.rows.isVisible()


def test_who_may_not_write_reads_only(page: PeoplePage, bridge: FakeBridge) -> None:
    bridge.on(ListReferrals, lambda ask: ReferralsView(ask.person, referrals(), can_edit=False))
    page.open(AtCard(SAMIR, "services"))
    Fingers().press(Qt.Key.Key_Return)
    assert page.card.services.work.isHidden()


def test_a_refusal_is_told_and_what_is_typed_stays(
    page: PeoplePage, tab: ServicesTab, bridge: FakeBridge, qtbot: QtBot
) -> None:
    bridge.refuse(MoveReferral, Problem.DISK_FULL)
    fingers = opened(tab)
    tab.work.feedback.area.setFocus()
    fingers.write("Soitti")
    with qtbot.waitSignal(page.troubled):
        save(fingers)
    assert tab.work.feedback.text() == "Soitti"


def test_the_way_to_a_service_takes_the_person_along(
    page: PeoplePage, tab: ServicesTab, qtbot: QtBot
) -> None:
    tab.seek.setFocus()
    with qtbot.waitSignal(page.go) as went:
        Fingers().press(Qt.Key.Key_Return)
    key, errand = went.args
    assert key == "services"
    assert isinstance(errand, Errand)
    assert (errand.person, errand.name, errand.protected) == (SAMIR, "Samir Haddad", False)
    assert (errand.client.person, errand.client.language, errand.client.district) == (SAMIR, "ar", "701")


def test_a_protected_person_is_protected_on_the_errand_too(page: PeoplePage, bridge: FakeBridge) -> None:
    fields = [*samir().fields, replace(samir().fields[0], name="protected", value=True)]
    bridge.on(OpenPerson, lambda _ask: replace(samir(), fields=fields))
    page.open(SAMIR)
    errand = page.errand()
    assert errand is not None
    assert errand.protected


def test_without_a_card_there_is_no_errand(page: PeoplePage) -> None:
    assert page.errand() is None


def test_what_was_saved_elsewhere_is_told_on_the_card_and_can_be_undone(
    page: PeoplePage, bridge: FakeBridge
) -> None:
    page.open(AtCard(SAMIR, "services", "Ohjattu: Hygieniapassikurssi", SAVE))
    assert page.card.tabs.key() == "services"
    assert page.card.head.toast.words() == "Ohjattu: Hygieniapassikurssi"
    Fingers().press(Qt.Key.Key_Z, held_down=CTRL)
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_locking_leaves_no_word(page: PeoplePage, tab: ServicesTab) -> None:
    fingers = opened(tab)
    tab.work.feedback.area.setFocus()
    fingers.write("Salaista")
    page.forget()
    assert tab.rows.rows() == ()
    assert tab.work.feedback.text() == ""
    assert tab.said.text() == ""
    assert tab.work.title.text() == ""


@pytest.mark.parametrize("size", [(1096, 744), (960, 584)], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_list_and_form_is_cut(
    page: PeoplePage, tab: ServicesTab, dressed: Dressed, language: Language, size: tuple[int, int]
) -> None:
    dressed.translations.speak(language)
    page.resize(*size)
    page.set_compact(compact=size == (960, 584))
    assert cut_words(tab) == []
    tab.rows.setFocus()
    opened(tab)
    to_state(tab, "rejected")
    tab.work.withdraw.click()
    assert cut_words(tab) == []
    assert page.size().toTuple() == size


@pytest.mark.parametrize("look", list(Look))
def test_list_and_form_can_be_walked(
    page: PeoplePage, tab: ServicesTab, dressed: Dressed, look: Look
) -> None:
    dressed.theme.choose(look)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    tab.rows.setFocus()
    opened(tab)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
