# SPDX-License-Identifier: MIT
"""A person is referred by keys; data leaves only with a consent read in the client's language."""

from dataclasses import replace

import pytest
from fingers import CTRL, Fingers, held
from people_world import SAMIR, SAVE, samir
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from referral_shelf import COURSE, WORKSHOP, ReferralShelf

from desktop.notebook.messages.people import OpenPerson
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.referrals import GivenConsent, ReadConsent, Refer
from desktop.ui.errand import AtCard, ChosenService, Errand, Found, Sending
from desktop.ui.referral.page import ReferralPage
from desktop.ui.referral.person_errand import person_errand
from sync.records.fields import TEXT_LENGTH

TO_SAMIR = person_errand(samir())


def begin(page: ReferralPage, *services: ChosenService, errand: Errand = TO_SAMIR) -> Fingers:
    """Open the page for these services and return fingers on it."""
    page.open(Sending(errand, services or (COURSE,)))
    return Fingers()


def refer(fingers: Fingers) -> None:
    """Press what refers."""
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)


def agree(page: ReferralPage, fingers: Fingers) -> None:
    """Tick that the client agrees."""
    page.consent.agrees.setFocus()
    fingers.press(Qt.Key.Key_Space)


def asked(shelf: ReferralShelf) -> Refer:
    """Return the one referral that was asked for."""
    (ask,) = shelf.bridge.all_of(Refer)
    return ask


def test_guiding_somebody_takes_two_keys_and_tells_the_service_nothing(
    page: ReferralPage, shelf: ReferralShelf, qtbot: QtBot
) -> None:
    fingers = begin(page)
    assert page.form.title.text() == "Ohjaa: Samir Haddad"
    assert page.form.about_kind.text() == "Asiakkaasta ei lähde tietoja."
    assert page.consent.isHidden()
    with qtbot.waitSignal(page.go) as went:
        refer(fingers)
    assert asked(shelf) == Refer(SAMIR, [COURSE.service], "guided", follow_up="2026-12-08")
    assert went.args == ["people", AtCard(SAMIR, "services", "Ohjattu: Stadin AO, suomi A2", SAVE)]
    assert shelf.bridge.all_of(ReadConsent) == []


def test_a_paper_given_on_the_way_is_not_forgotten(page: ReferralPage, qtbot: QtBot) -> None:
    fingers = begin(page, COURSE, errand=Errand(visit=True, handed_out=True))
    with qtbot.waitSignal(page.go) as went:
        fingers.press(Qt.Key.Key_2)
    assert went.args == ["today", Found((COURSE,), kind="guided", handed_out=True)]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, "information"),
        (Qt.Key.Key_2, "guided"),
        (Qt.Key.Key_3, "accompanied"),
        (Qt.Key.Key_4, "formal"),
    ],
)
def test_the_keys_one_to_four_choose_how(page: ReferralPage, key: Qt.Key, kind: str) -> None:
    begin(page).press(key)
    assert page.form.kinds.kind() == kind
    assert [each for each, chip in page.form.kinds.chips.items() if chip.isChecked()] == [kind]
    assert held() is page.form.kinds.chips[kind]


def test_digits_in_a_text_stay_text(page: ReferralPage) -> None:
    fingers = begin(page)
    page.form.text.area.setFocus()
    fingers.write("kello 14")
    assert page.form.text.text() == "kello 14"
    assert page.form.kinds.kind() == "guided"


def test_the_consent_is_read_in_the_clients_language_about_name_contact_and_need(
    page: ReferralPage, shelf: ReferralShelf
) -> None:
    begin(page).press(Qt.Key.Key_4)
    assert page.consent.isVisible()
    assert shelf.bridge.all_of(ReadConsent) == [
        ReadConsent(COURSE.service, "ar", ["name", "contact", "need"])
    ]
    assert page.consent.text.text() == "ar: Stadin AO, suomi A2, name, contact, need"
    assert page.consent.text.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert page.consent.text.alignment() & Qt.AlignmentFlag.AlignRight
    assert page.form.about_kind.text() == "Palvelulle kerrotaan, kuka tulee."


def test_without_the_clients_yes_nothing_is_sent_and_the_reason_stands_beside_it(
    page: ReferralPage, shelf: ReferralShelf
) -> None:
    fingers = begin(page)
    fingers.press(Qt.Key.Key_4)
    refer(fingers)
    assert shelf.bridge.all_of(Refer) == []
    assert page.consent.wrong.text().startswith("Tietoja lähtee vain, jos asiakas suostuu.")
    assert held() is page.consent.agrees
    fingers.press(Qt.Key.Key_Space)
    assert page.consent.wrong.isHidden()
    refer(fingers)
    assert asked(shelf).consent == GivenConsent("ar", "2026-11", ["name", "contact", "need"], "oral")
    assert asked(shelf).kind == "formal"


def test_another_text_than_the_one_agreed_to_is_agreed_to_anew(page: ReferralPage) -> None:
    fingers = begin(page)
    fingers.press(Qt.Key.Key_4)
    agree(page, fingers)
    page.consent.scopes["birth_date"].setFocus()
    fingers.press(Qt.Key.Key_Space)
    assert not page.consent.agrees.isChecked()
    assert page.consent.text.text().endswith("name, contact, birth_date, need")
    agree(page, fingers)
    page.consent.language.setFocus()
    fingers.press(Qt.Key.Key_Down)
    assert not page.consent.agrees.isChecked()
    assert page.consent.text.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_consent_to_nothing_is_refused(page: ReferralPage, shelf: ReferralShelf) -> None:
    fingers = begin(page)
    fingers.press(Qt.Key.Key_3)
    for code in ("name", "contact", "need"):
        page.consent.scopes[code].setFocus()
        fingers.press(Qt.Key.Key_Space)
    refer(fingers)
    assert shelf.bridge.all_of(Refer) == []
    assert page.consent.wrong.text() == "Valitse vähintään yksi asia, joka palvelulle kerrotaan."
    assert page.consent.text.text() == ""


def test_a_text_that_does_not_come_is_agreed_to_by_nobody(page: ReferralPage, shelf: ReferralShelf) -> None:
    shelf.bridge.refuse(ReadConsent, Problem.NOT_FOUND)
    fingers = begin(page)
    fingers.press(Qt.Key.Key_4)
    assert not page.consent.agrees.isEnabled()
    refer(fingers)
    assert shelf.bridge.all_of(Refer) == []
    assert held() is page.consent.language
    assert page.consent.wrong.text() == "Tekstiä ei ole vielä näytetty. Valitse kieli."


def test_a_service_that_needs_no_consent_asks_for_none(page: ReferralPage, shelf: ReferralShelf) -> None:
    fingers = begin(page, WORKSHOP)
    fingers.press(Qt.Key.Key_4)
    assert page.consent.isHidden()
    assert page.form.about_kind.text() == "Palvelulle kerrotaan, kuka tulee. Suostumusta ei tarvita."
    refer(fingers)
    assert asked(shelf).consent is None


def test_where_one_service_asks_the_text_of_each_is_read(page: ReferralPage, shelf: ReferralShelf) -> None:
    begin(page, COURSE, WORKSHOP).press(Qt.Key.Key_4)
    assert [one.service for one in shelf.bridge.all_of(ReadConsent)] == [COURSE.service, WORKSHOP.service]
    assert "Stadin AO, suomi A2" in page.consent.text.text()
    assert "Selkosuomen keskustelupaja" in page.consent.text.text()


def test_a_service_whose_words_have_not_come_counts_as_one_that_asks(
    page: ReferralPage, shelf: ReferralShelf
) -> None:
    shelf.bridge.held = True
    fingers = begin(page, WORKSHOP)
    fingers.press(Qt.Key.Key_4)
    assert page.consent.isVisible()
    shelf.bridge.let_go()
    assert page.consent.isHidden()


def test_several_services_go_in_one_save_and_one_can_be_taken_off(
    page: ReferralPage, shelf: ReferralShelf, qtbot: QtBot
) -> None:
    fingers = begin(page, COURSE, WORKSHOP)
    with qtbot.waitSignal(page.go) as went:
        refer(fingers)
    assert asked(shelf).services == [COURSE.service, WORKSHOP.service]
    assert went.args[1].words == "Ohjattu 2 palveluun"
    fingers = begin(page, COURSE, WORKSHOP)
    page.form.services.drops()[0].setFocus()
    fingers.press(Qt.Key.Key_Space)
    assert [line.name for line in page.form.services.lines()] == ["Selkosuomen keskustelupaja"]
    with qtbot.waitSignal(page.go) as went:
        page.form.services.drops()[0].click()
    assert went.args == ["services", None]


def test_the_form_says_how_the_service_wants_people_and_which_way_it_takes_nobody(page: ReferralPage) -> None:
    fingers = begin(page)
    (line,) = page.form.services.lines()
    assert line.how == "Varaa lähtötasotesti puhelimella ja kirjaa päivä."
    fingers.press(Qt.Key.Key_3)
    assert page.form.about_kind.text().endswith("Luettelon mukaan ei tällä tavalla: Stadin AO, suomi A2.")


@pytest.mark.parametrize(
    ("typed", "day"), [("", ""), ("1.12.", "2026-12-01"), ("+7", "2026-12-01"), ("8.1.27", "2027-01-08")]
)
def test_the_follow_up_is_another_day_or_none(
    page: ReferralPage, shelf: ReferralShelf, typed: str, day: str
) -> None:
    fingers = begin(page)
    page.form.follow_up.line.setFocus()
    page.form.follow_up.line.selectAll()
    fingers.press(Qt.Key.Key_Delete)
    fingers.write(typed)
    refer(fingers)
    assert asked(shelf).follow_up == day


def test_a_day_that_has_gone_is_refused_beside_its_field(page: ReferralPage, shelf: ReferralShelf) -> None:
    fingers = begin(page)
    page.form.follow_up.set_text("23.11.2026")
    refer(fingers)
    assert shelf.bridge.all_of(Refer) == []
    assert page.form.follow_up.error.startswith("Tämä ei ole päivä")
    assert held() is page.form.follow_up.line


def test_a_text_that_is_too_long_stays_and_says_so(page: ReferralPage, shelf: ReferralShelf) -> None:
    fingers = begin(page)
    page.form.text.area.setPlainText("a" * (TEXT_LENGTH + 1))
    refer(fingers)
    assert shelf.bridge.all_of(Refer) == []
    assert page.form.text.error.startswith(f"Liian pitkä: {TEXT_LENGTH + 1} merkkiä")
    assert len(page.form.text.text()) == TEXT_LENGTH + 1


def test_what_is_written_and_how_soon_go_along(page: ReferralPage, shelf: ReferralShelf) -> None:
    fingers = begin(page)
    page.form.text.area.setFocus()
    fingers.write("Soittaa itse")
    page.form.urgency.chip("normal").setFocus()
    fingers.press(Qt.Key.Key_Left)
    refer(fingers)
    assert (asked(shelf).text, asked(shelf).urgency) == ("Soittaa itse", "week")


def test_a_protected_person_is_warned_of(page: ReferralPage) -> None:
    begin(page, errand=replace(TO_SAMIR, protected=True))
    assert page.form.warning.isVisible()
    assert page.form.warning.words().startswith("Turvakielto:")
    begin(page)
    assert not page.form.warning.isVisible()


@pytest.mark.parametrize("problem", [Problem.CONSENT_MISSING, Problem.DISK_FULL])
def test_a_refusal_of_the_notebook_is_said_and_can_be_tried_again(
    page: ReferralPage, shelf: ReferralShelf, problem: Problem
) -> None:
    shelf.bridge.refuse(Refer, problem)
    fingers = begin(page)
    refer(fingers)
    assert page.form.wrong.isVisible()
    refer(fingers)
    assert len(shelf.bridge.all_of(Refer)) == 2


def test_pressing_twice_refers_once(page: ReferralPage, shelf: ReferralShelf) -> None:
    fingers = begin(page)
    shelf.bridge.held = True
    refer(fingers)
    refer(fingers)
    shelf.bridge.let_go()
    assert len(shelf.bridge.all_of(Refer)) == 1


def test_for_the_walk_in_one_key_takes_the_services_back_to_the_visit(
    page: ReferralPage, shelf: ReferralShelf, qtbot: QtBot
) -> None:
    fingers = begin(page, COURSE, WORKSHOP, errand=Errand(visit=True))
    assert page.form.title.text() == "Ohjaa kävijä"
    assert not page.form.follow_up.isVisible()
    with qtbot.waitSignal(page.go) as went:
        fingers.press(Qt.Key.Key_3)
    assert went.args == ["today", Found((COURSE, WORKSHOP), kind="accompanied")]
    assert page.consent.isHidden()
    assert shelf.bridge.all_of(Refer) == []
    assert shelf.bridge.all_of(ReadConsent) == []


def test_for_nobody_in_particular_it_asks_whom(
    page: ReferralPage, shelf: ReferralShelf, qtbot: QtBot
) -> None:
    fingers = begin(page, errand=Errand())
    assert page.whom.isVisible()
    assert held() is page.whom.search
    fingers.write("samir")
    fingers.press(Qt.Key.Key_Down)
    assert held() is page.whom.rows
    fingers.press(Qt.Key.Key_Return)
    assert shelf.bridge.all_of(OpenPerson) == [OpenPerson(SAMIR, "referral")]
    assert page.form.title.text() == "Ohjaa: Samir Haddad"
    with qtbot.waitSignal(page.go):
        refer(fingers)
    assert asked(shelf).person == SAMIR


def test_the_visitor_at_the_point_is_one_answer_to_whom(page: ReferralPage) -> None:
    begin(page, errand=Errand())
    page.whom.visit.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    assert page.form.title.text() == "Ohjaa kävijä"
    assert page.errand() == Errand(visit=True)


def test_nobody_is_found_says_so(page: ReferralPage) -> None:
    fingers = begin(page, errand=Errand())
    fingers.write("xyzzy")
    assert page.whom.empty.isVisible()
    fingers.press(Qt.Key.Key_Return)
    assert page.whom.isVisible()


def test_escape_goes_back_to_the_services(page: ReferralPage, qtbot: QtBot) -> None:
    fingers = begin(page)
    with qtbot.waitSignal(page.go) as went:
        fingers.press(Qt.Key.Key_Escape)
    assert went.args == ["services", None]


def test_f3_from_here_seeks_for_the_same_person(page: ReferralPage) -> None:
    begin(page)
    assert page.errand() == TO_SAMIR


def test_locking_leaves_no_word(page: ReferralPage, shelf: ReferralShelf) -> None:
    fingers = begin(page)
    fingers.press(Qt.Key.Key_4)
    page.form.text.area.setPlainText("Salaista")
    shelf.bridge.held = True
    agree(page, fingers)
    refer(fingers)
    page.forget()
    shelf.bridge.let_go()
    QApplication.processEvents()
    assert page.form.title.text() == ""
    assert page.form.text.text() == ""
    assert page.consent.text.text() == ""
    assert page.form.services.lines() == ()
    assert page.errand() == Errand()


def test_the_next_client_begins_with_nothing_of_the_one_before(page: ReferralPage) -> None:
    fingers = begin(page)
    fingers.press(Qt.Key.Key_4)
    page.form.text.area.setPlainText("Vain Samirista")
    agree(page, fingers)
    begin(page).press(Qt.Key.Key_4)
    assert page.form.text.text() == ""
    assert not page.consent.agrees.isChecked()
    assert page.consent.scope() == ["name", "contact", "need"]
