# SPDX-License-Identifier: MIT
"""The page of referring can be walked, in three languages, wide and narrow, and no word is cut."""

from dataclasses import replace

import pytest
from cut_words import cut_words
from people_world import samir
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from referral_shelf import COURSE, WORKSHOP
from walker import walk

from desktop.ui.app import Dressed
from desktop.ui.errand import Errand, Sending
from desktop.ui.referral.page import ReferralPage
from desktop.ui.referral.person_errand import person_errand
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language

PROTECTED = replace(person_errand(samir()), protected=True)


@pytest.mark.parametrize("size", [(1096, 744), (960, 584)], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_form_and_consent_is_cut(
    page: ReferralPage, dressed: Dressed, language: Language, size: tuple[int, int]
) -> None:
    dressed.translations.speak(language)
    page.resize(*size)
    for errand in (PROTECTED, Errand(visit=True), Errand()):
        page.open(Sending(errand, (COURSE, WORKSHOP)))
        if errand is PROTECTED:
            page.form.kinds.choose("formal")
            page.send()
        assert cut_words(page) == []
        assert page.size().toTuple() == size


@pytest.mark.parametrize("look", list(Look))
def test_form_and_consent_can_be_walked(page: ReferralPage, dressed: Dressed, look: Look) -> None:
    dressed.theme.choose(look)
    page.open(Sending(PROTECTED, (COURSE, WORKSHOP)))
    page.form.kinds.choose("formal")
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []


def test_asking_for_whom_can_be_walked(page: ReferralPage, dressed: Dressed) -> None:
    page.open(Sending(Errand(), (COURSE,)))
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []


def test_the_form_keeps_its_place_when_the_consent_comes(page: ReferralPage) -> None:
    page.open(Sending(PROTECTED, (COURSE,)))
    QApplication.processEvents()
    before = page.form.geometry()
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_4)
    QApplication.processEvents()
    assert page.consent.isVisible()
    assert page.form.geometry() == before


def test_a_switch_of_language_keeps_what_was_chosen(page: ReferralPage, dressed: Dressed) -> None:
    page.open(Sending(PROTECTED, (COURSE,)))
    page.form.kinds.choose("formal")
    page.form.urgency.set_key("today")
    dressed.translations.speak(Language.SWEDISH)
    QApplication.processEvents()
    assert page.form.title.text() == "Hänvisa: Samir Haddad"
    assert (page.form.kinds.kind(), page.form.urgency.key()) == ("formal", "today")
    assert page.consent.language.key() == "ar"
    assert page.consent.isVisible()
