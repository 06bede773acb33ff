# SPDX-License-Identifier: MIT
"""The client's copy on the card: in their language, printed or saved, logged, asked about of a protected person."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fake_notebook import FakeBridge
from fingers import Fingers, held
from path_shelf import path_view
from people_world import NOW, SAMIR
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from service_shelf import MemoryPress
from walker import walk

from desktop.notebook.messages.plans import MakePlanPaper, OpenPlan, PlanPaperGiven
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.plan_paper import PlanPaper


class Where:
    """Answers at once where to write."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.offered = ""

    def ask_which(self, chosen: Callable[[Sequence[str]], None]) -> None:
        raise AssertionError(chosen)

    def ask_where(self, name: str, chosen: Callable[[str], None]) -> None:
        self.offered = name
        chosen(self.name)

    def leave(self) -> None:
        """Nothing is open."""


@pytest.fixture
def press() -> MemoryPress:
    return MemoryPress()


def opened(page: PeoplePage, press: MemoryPress) -> PlanPaper:
    paper = page.card.plan.paper
    paper.press = press
    page.open(AtCard(SAMIR, "plan"))
    Fingers().press(Qt.Key.Key_P)
    return paper


def test_the_copy_is_made_in_the_clients_language_and_printed_by_one_key(
    page: PeoplePage, bridge: FakeBridge, press: MemoryPress
) -> None:
    paper = opened(page, press)
    assert bridge.all_of(MakePlanPaper) == [MakePlanPaper(SAMIR, "ar", "2026-11-24")]
    assert held() is paper.print
    Fingers().press(Qt.Key.Key_Return)
    assert len(press.printed) == 1
    assert bridge.all_of(PlanPaperGiven) == [PlanPaperGiven(SAMIR, "ar", "print")]
    assert paper.said.text() == "Tulostettu ja kirjattu lokiin."


def test_another_language_or_large_print_makes_another_paper(
    page: PeoplePage, bridge: FakeBridge, press: MemoryPress
) -> None:
    paper = opened(page, press)
    paper.language.setFocus()
    Fingers().press(Qt.Key.Key_Up)
    paper.large.click()
    asks = bridge.all_of(MakePlanPaper)
    assert asks[-1].language == "fi-selko"
    assert asks[-1].large


def test_the_copy_is_saved_under_a_name_of_nobody(
    page: PeoplePage, bridge: FakeBridge, press: MemoryPress, tmp_path: Path
) -> None:
    paper = opened(page, press)
    where = Where(str(tmp_path / "kopio.pdf"))
    paper.dialogs = where
    paper.pdf.click()
    assert where.offered == "suunnitelma-ar-2026-11-24.pdf"
    assert (tmp_path / "kopio.pdf").read_bytes().startswith(b"%PDF")
    assert bridge.all_of(PlanPaperGiven) == [PlanPaperGiven(SAMIR, "ar", "pdf")]
    paper.dialogs = Where(str(tmp_path / "missing" / "kopio.pdf"))
    paper.pdf.click()
    assert paper.said.text().startswith("Tiedostoa ei voitu")
    assert len(bridge.all_of(PlanPaperGiven)) == 1


def test_of_somebody_protected_it_is_asked_first_how_they_keep_it(
    page: PeoplePage, bridge: FakeBridge, press: MemoryPress
) -> None:
    bridge.on(OpenPlan, lambda ask: path_view(ask.person, NOW, protected=True))
    paper, fingers = opened(page, press), Fingers()
    fingers.press(Qt.Key.Key_Return)
    assert press.printed == []
    assert paper.shield.words().startswith("Turvakielto")
    assert held() is paper.shield.button
    fingers.press(Qt.Key.Key_Escape)
    assert held() is paper.print
    fingers.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(press.printed) == 1


def test_without_a_printer_the_pdf_is_left(page: PeoplePage) -> None:
    paper = opened(page, MemoryPress(there=False))
    assert not paper.print.isEnabled()
    assert paper.pdf.isEnabled()
    assert paper.said.text() == "Tällä koneella ei ole tulostinta. PDF toimii."


def test_a_plan_that_can_not_be_printed_says_why(
    page: PeoplePage, bridge: FakeBridge, press: MemoryPress
) -> None:
    bridge.refuse(MakePlanPaper, Problem.HETU_ON_PAPER)
    paper = opened(page, press)
    assert paper.preview.words()
    assert not paper.print.isEnabled()
    bridge.refuse(MakePlanPaper, Problem.NO_SERVICE)
    paper.large.click()
    assert paper.preview.words() == "Suunnitelmassa ei ole vielä mitään."


def test_escape_goes_back_to_the_plan_and_the_lock_leaves_no_sheet(
    page: PeoplePage, press: MemoryPress
) -> None:
    paper = opened(page, press)
    Fingers().press(Qt.Key.Key_Escape)
    assert paper.isHidden()
    assert held() is page.card.plan.sections["plan_step"].rows
    Fingers().press(Qt.Key.Key_P)
    assert paper.preview.count == 1
    page.forget()
    assert paper.preview.count == 0


def test_the_copy_has_names_targets_and_contrast(
    page: PeoplePage, press: MemoryPress, dressed: Dressed
) -> None:
    opened(page, press)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
