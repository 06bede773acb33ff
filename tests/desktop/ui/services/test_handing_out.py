# SPDX-License-Identifier: MIT
"""From the service to the paper: what is previewed is printed, what is given is recorded, and the way back."""

from pathlib import Path

import pytest
from fingers import CTRL, Fingers, held
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from service_shelf import WALK_IN, MemoryPress, ServiceShelf, service, small_pdf
from walker import walk

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.handouts import MakePaper, Paper, RecordHandout
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.services import ServiceClient
from desktop.ui.errand import ChosenService, Errand, Found
from desktop.ui.services.page import ServicesPage
from desktop.ui.services.press import put_on
from desktop.ui.services.qr_window import QrWindow
from desktop.ui.services.sheets import sheet_picture, sheet_sizes
from desktop.ui.theme.theme import Theme
from sync.records.ids import EntityId

PERSON = EntityId(bytes([1] * 16))
SAMIR = Errand(ServiceClient(person=PERSON, age="25_29", language="ar"), person=PERSON, name="Samir Haddad")
TWO = (
    ChosenService(service(1), "Stadin AO, suomi A2"),
    ChosenService(service(3), "Selkosuomen keskustelupaja"),
)
SPACE, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Down


def paper_there(page: ServicesPage, qtbot: QtBot) -> None:
    """Wait for the paper that is wanted."""
    qtbot.waitUntil(lambda: page.aside.handout.preview.count > 0)


def test_from_the_first_word_to_the_paper_and_back_without_the_mouse(
    page: ServicesPage, press: MemoryPress, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    page.open(WALK_IN)
    fingers = Fingers()
    fingers.press(SPACE, held_down=CTRL)
    fingers.press(DOWN, DOWN)
    fingers.press(SPACE, held_down=CTRL)
    paper_there(page, qtbot)
    with qtbot.waitSignal(page.go) as gone:
        page.print_paper()
    assert gone.args == ["today", Found(TWO, handed_out=True)]
    assert len(press.printed) == 1
    assert shelf.bridge.all_of(RecordHandout) == [
        RecordHandout([service(1), service(3)], "ru", "print", None)
    ]
    assert fingers.strokes == 4
    assert page.strip.words() == ""


def test_what_is_previewed_is_what_is_printed(
    page: ServicesPage, press: MemoryPress, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    made: list[bytes] = []

    def paper(_ask: MakePaper) -> Paper:
        made.append(small_pdf(len(made) + 1))
        return Paper(made[-1], len(made), "esite.pdf", ["fi"], ["https://www.example.org"], [])

    shelf.bridge.on(MakePaper, paper)
    page.aside.handout.edited.emit()
    page.pane.hits.step(1)
    paper_there(page, qtbot)
    page.print_paper()
    assert press.printed == [page.aside.handout.preview._pdf] == [made[-1]]
    assert len(made) == 1


def test_without_marks_the_current_service_is_printed_and_n_says_how_many(page: ServicesPage) -> None:
    assert page.aside.foot.print.text() == "Tulosta 1"
    assert page.chosen() == (ChosenService(service(1), "Stadin AO, suomi A2"),)
    fingers = Fingers()
    fingers.press(SPACE, held_down=CTRL)
    fingers.press(DOWN)
    fingers.press(SPACE, held_down=CTRL)
    assert page.aside.foot.print.text() == "Tulosta 2"


def test_the_paper_is_in_the_clients_language_and_in_the_staffs_for_nobody(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    paper_there(page, qtbot)
    assert shelf.bridge.all_of(MakePaper)[-1].language == "fi"
    page.open(SAMIR)
    qtbot.waitUntil(lambda: any(ask.language == "ar" for ask in shelf.bridge.all_of(MakePaper)))
    assert page.aside.language.currentText() == "العربية · arabia"
    page.open(Errand())
    assert page.aside.language.key() == "fi"


def test_passing_rows_quickly_makes_one_paper(page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot) -> None:
    paper_there(page, qtbot)
    before = len(shelf.bridge.all_of(MakePaper))
    Fingers().press(DOWN, DOWN, DOWN)
    qtbot.waitUntil(lambda: len(shelf.bridge.all_of(MakePaper)) > before)
    assert [ask.services for ask in shelf.bridge.all_of(MakePaper)[before:]] == [[service(4)]]


def test_while_the_first_paper_is_made_the_pane_says_so(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    shelf.bridge.held = True
    page.aside.desk._make()
    assert page.aside.handout.preview.words() == "Esitettä tehdään."
    shelf.bridge.let_go()
    paper_there(page, qtbot)
    assert page.aside.handout.preview.words() == ""


def test_a_paper_that_comes_late_is_not_shown_for_another_service(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    paper_there(page, qtbot)
    shelf.bridge.held = True
    Fingers().press(DOWN)
    page.aside.desk._make()
    Fingers().press(DOWN)
    before = page.aside.handout.preview._title
    shelf.bridge.let_go()
    assert page.aside.handout.preview._title == before
    qtbot.waitUntil(lambda: page.aside.handout.preview._title == "Selkosuomen keskustelupaja")


def test_ones_own_words_place_and_large_print_go_onto_the_paper(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    page.aside.handout.words.setFocus()
    Fingers().write("Tuo todistus")
    page.aside.handout.contact.setFocus()
    Fingers().write("Itis ti 12")
    page.aside.handout.large.click()
    qtbot.waitUntil(lambda: any(ask.large for ask in shelf.bridge.all_of(MakePaper)))
    ask = shelf.bridge.all_of(MakePaper)[-1]
    assert (ask.words, ask.contact, ask.day) == ("Tuo todistus", "Itis ti 12", "2026-11-24")
    page.open(WALK_IN)
    assert page.aside.words == ""
    assert page.aside.handout.contact.text() == "Itis ti 12"
    assert not page.aside.handout.large.isChecked()


@pytest.mark.parametrize(
    ("problem", "facts", "said"),
    [
        (Problem.GLYPH_MISSING, {"char": "ꙮ"}, "ꙮ"),
        (Problem.HETU_ON_PAPER, {}, "Henkilötunnusta"),
    ],
)
def test_what_cannot_be_printed_is_told_beside_the_words(
    page: ServicesPage,
    press: MemoryPress,
    shelf: ServiceShelf,
    qtbot: QtBot,
    problem: Problem,
    facts: dict[str, str | int | bool],
    said: str,
) -> None:
    paper_there(page, qtbot)
    shelf.bridge.on(MakePaper, lambda _ask: ProblemReport(problem, facts))
    page.aside.handout.words.setFocus()
    Fingers().write("x")
    page.print_paper()
    assert said in page.aside.handout.wrong.words()
    assert held() is page.aside.handout.words
    assert press.printed == []
    assert shelf.bridge.all_of(RecordHandout) == []
    Fingers().write("y")
    assert page.aside.handout.wrong.words() == ""


def test_a_printer_that_refuses_records_nothing(
    page: ServicesPage, press: MemoryPress, shelf: ServiceShelf
) -> None:
    press.takes = False
    page.open(WALK_IN)
    page.print_paper()
    assert page.aside.foot.note.text().startswith("Tulostin ei ottanut esitettä.")
    assert shelf.bridge.all_of(RecordHandout) == []
    assert page.strip.words() != ""


def test_without_a_printer_the_button_says_so_and_pdf_and_qr_are_there(
    page: ServicesPage, press: MemoryPress
) -> None:
    press.there = False
    page.enter()
    foot = page.aside.foot
    assert (foot.print.text(), foot.print.isEnabled()) == ("Ei tulostinta", False)
    assert foot.note.text() == "Koneella ei ole tulostinta. PDF ja QR toimivat."
    assert foot.pdf.isEnabled()
    assert foot.qr.isEnabled()
    page.print_paper()
    assert press.printed == []


def test_a_pdf_is_saved_recorded_and_the_way_back_is_offered(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open(WALK_IN)
    page.aside.foot.pdf.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("esite-2026-11-24.pdf")
    target = tmp_path / "esite.pdf"
    dialog.findChildren(QLineEdit)[0].setText(str(target))
    with qtbot.waitSignal(page.aside.given):
        dialog.accept()
    assert target.read_bytes() == page.aside.handout.preview._pdf
    assert [ask.way for ask in shelf.bridge.all_of(RecordHandout)] == ["pdf"]
    assert page.strip.told() == "Esite annettu"
    with qtbot.waitSignal(page.go) as gone:
        page.strip.back.click()
    assert gone.args == ["today", Found((TWO[0],), handed_out=True)]


def test_a_pdf_that_cannot_be_written_is_told_and_not_recorded(
    page: ServicesPage, shelf: ServiceShelf, tmp_path: Path
) -> None:
    page.aside.desk.have(lambda ask, paper: page.aside._write(str(tmp_path / "none" / "x.pdf"), ask, paper))
    assert page.aside.foot.note.text().startswith("Tiedostoa ei voitu kirjoittaa.")
    assert shelf.bridge.all_of(RecordHandout) == []


def test_the_codes_are_shown_one_a_service_and_escape_closes(
    page: ServicesPage, shelf: ServiceShelf, theme: Theme, qtbot: QtBot
) -> None:
    page.open(WALK_IN)
    fingers = Fingers()
    fingers.press(SPACE, held_down=CTRL)
    fingers.press(DOWN, DOWN)
    fingers.press(SPACE, held_down=CTRL)
    page.aside.foot.qr.click()
    window = page.findChild(QrWindow)
    assert window is not None
    qtbot.waitUntil(window.isVisible)
    assert walk(window, theme) == []
    assert window.current.name == "Stadin AO, suomi A2"
    first = window.picture.modules
    assert len(first) == len(first[0])
    assert not any(first[0])  # the quiet zone
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert window.current.name == "Selkosuomen keskustelupaja"
    assert window.picture.modules != first
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert [ask.way for ask in shelf.bridge.all_of(RecordHandout)] == ["qr"]
    assert page.strip.told() == "Esite annettu"


def test_services_without_a_page_have_no_code(page: ServicesPage, shelf: ServiceShelf) -> None:
    shelf.bridge.on(MakePaper, lambda _ask: Paper(small_pdf(), 1, "esite.pdf", ["fi"], [""], []))
    page.aside.foot.qr.click()
    assert page.findChild(QrWindow) is None
    assert page.aside.foot.note.text() == "Näillä palveluilla ei ole verkkosivua."
    assert shelf.bridge.all_of(RecordHandout) == []


def test_a_persons_hand_out_is_recorded_for_them_and_one_stays_here(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    page.open(SAMIR)
    with qtbot.assertNotEmitted(page.go):
        page.print_paper()
    (recorded,) = shelf.bridge.all_of(RecordHandout)
    assert (recorded.person, recorded.language) == (PERSON, "ar")
    assert page.aside.foot.note.text() == "Tulostettu ja kirjattu."
    with qtbot.waitSignal(page.go) as gone:
        page.strip.back.click()
    assert gone.args == ["people", PERSON]


def test_a_protected_person_is_warned_of_before_anything_is_printed(page: ServicesPage) -> None:
    assert not page.aside.foot.warning.isVisible()
    page.open(Errand(SAMIR.client, person=PERSON, name="Samir Haddad", protected=True))
    assert page.aside.foot.warning.isVisible()
    assert page.aside.foot.warning.words().startswith("Turvakielto:")


def test_refer_tells_for_whom_where_to_and_ones_words(page: ServicesPage, qtbot: QtBot) -> None:
    page.open(SAMIR)
    page.aside.handout.words.setFocus()
    Fingers().write("Soita minulle")
    with qtbot.waitSignal(page.refer_asked) as asked:
        page.aside.foot.refer.click()
    assert asked.args == [SAMIR, (TWO[0],), "Soita minulle"]


def test_page_down_turns_the_sheets(page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot) -> None:
    shelf.sheets = 3
    page.open(WALK_IN)
    paper_there(page, qtbot)
    preview = page.aside.handout.preview
    qtbot.waitUntil(lambda: preview.count == 3)
    preview.setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert preview.place == 2
    assert "3/3" in preview.accessibleDescription()
    fingers.press(Qt.Key.Key_PageUp)
    assert preview.place == 1


def test_the_paper_says_what_the_adviser_should_know(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    shelf.bridge.on(
        MakePaper,
        lambda _ask: Paper(small_pdf(), 1, "e.pdf", ["fi"], [""], ["texts_in_original", "of_tomorrow"]),
    )
    page.open(WALK_IN)
    qtbot.waitUntil(lambda: page.aside.handout.care.words() == "Osa teksteistä ei ole tällä kielellä.")


def test_a_hand_out_that_is_not_recorded_is_told_and_one_stays(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    page.open(WALK_IN)
    shelf.bridge.refuse(RecordHandout, Problem.DISK_FULL)
    with qtbot.assertNotEmitted(page.go), qtbot.waitSignal(page.troubled) as told:
        page.print_paper()
    assert told.args[0].problem is Problem.DISK_FULL


@pytest.mark.parametrize(("first", "last", "sheets"), [(0, 0, 3), (2, 3, 2), (3, 3, 1)])
def test_the_sheets_asked_for_are_printed_at_their_own_size(
    page: ServicesPage, tmp_path: Path, first: int, last: int, sheets: int
) -> None:
    assert page.isVisible()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(first, last)
    assert put_on(printer, small_pdf(3))
    printed = (tmp_path / "out.pdf").read_bytes()
    assert len(sheet_sizes(printed)) == sheets
    want = sheet_picture(small_pdf(3), max(first, 1) - 1, dots_a_point=0.5)
    got = sheet_picture(printed, 0, dots_a_point=0.5)
    assert abs(got.width() - want.width()) <= 1
    for across, down in ((20, 20), (want.width() - 20, 20), (20, want.height() - 20)):
        assert got.pixelColor(across, down) == want.pixelColor(across, down)
