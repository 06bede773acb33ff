# SPDX-License-Identifier: MIT
"""A directory's file is tried first and read when a person says so; the report can be kept."""

from pathlib import Path

import pytest
from cut_words import cut_words
from editing_desk import CTRL, Bench
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from walker import walk

from desktop.notebook.messages.editing import ImportServices, ListEditing
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.words.language import Language

FILE = "/made-up/ptv-2026-11.json"


def runs(bench: Bench) -> list[tuple[str, bool, bool]]:
    """Return source, whole and trial of every run."""
    return [(ask.source, ask.whole, ask.trial) for ask in bench.notebook.all_of(ImportServices)]


def test_a_file_is_tried_and_nothing_is_written_before_a_key_says_so(bench: Bench) -> None:
    bench.page.read_file(FILE)
    report = bench.page.report
    assert runs(bench) == [("", False, True)]
    assert report.file.text().replace("\u200b", "") == "ptv-2026-11.json"
    assert {kind: tile.figure() for kind, tile in report.tiles.items()} == {
        "new": "1", "changed": "1", "same": "12", "gone": "0", "refused": "1",
    }  # fmt: skip
    assert report.source.key() == "ptv"
    bench.key(Qt.Key.Key_1, CTRL)
    assert runs(bench)[-1] == ("ptv", False, False)
    assert report.told.words().startswith("Valmis. Uusia palveluja odottaa 1")
    assert bench.notebook.all_of(ListEditing)[-1].which == "waiting"
    bench.key(Qt.Key.Key_1, CTRL)
    assert len(runs(bench)) == 2


def test_the_lines_say_what_why_and_where_in_words(bench: Bench) -> None:
    bench.page.read_file(FILE)
    rows = [[cell.spoken for cell in row.cells] for row in bench.page.report.table.rows()]
    assert rows[0] == ["Uusi", "Kuntokortti", "", ""]
    assert rows[2] == ["Luettu osin", "Velkaneuvonta", "Aukioloaikoja ei voi lukea.", "serviceHours[2]"]
    assert rows[3][3] == "Kuvaus (suomi)"
    assert rows[4] == ["Ei luettu", "ptv:3", "Siltä puuttuu nimi.", ""]
    assert bench.page.report.more.text() == "Lisäksi 3 riviä, joita ei näytetä."


def test_a_whole_file_and_another_source_are_tried_anew(bench: Bench) -> None:
    bench.page.read_file(FILE)
    report = bench.page.report
    report.whole.setFocus()
    bench.key(Qt.Key.Key_Space)
    assert runs(bench)[-1] == ("ptv", True, True)
    assert report.tiles["gone"].figure() == "1"
    report.source.set_key("palvelukartta")
    report.source.chosen.emit("palvelukartta")
    assert runs(bench)[-1] == ("palvelukartta", True, True)


@pytest.mark.parametrize(
    ("problem", "facts", "words"),
    [
        (Problem.FILE_NOT_KNOWN, {}, "Tiedosto ei ole tuntemastamme palveluluettelosta."),
        (Problem.FILE_UNREADABLE, {"reason": "json"}, "Tiedostoa ei voitu lukea: se ei ole ehyttä JSONia."),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_may_be_tried_as_another(
    bench: Bench, problem: Problem, facts: dict[str, str], words: str
) -> None:
    told = QSignalSpy(bench.page.troubled)
    bench.notebook.refuse(ImportServices, problem, **facts)
    bench.page.read_file(FILE)
    report = bench.page.report
    assert report.trouble.words().startswith(words)
    assert told.count() == 0
    assert not report.bring.isEnabled()
    assert bench.focus() is report.source
    bench.key(Qt.Key.Key_1, CTRL)
    assert [ask.trial for ask in bench.notebook.all_of(ImportServices)] == [True]


def test_any_other_trouble_is_the_window_s(bench: Bench) -> None:
    told = QSignalSpy(bench.page.troubled)
    bench.notebook.refuse(ImportServices, Problem.NOT_ALLOWED)
    bench.page.read_file(FILE)
    assert told.count() == 1


def test_an_answer_to_an_earlier_file_is_not_shown(bench: Bench) -> None:
    bench.notebook.held = True
    bench.page.read_file(FILE)
    bench.page.report.forget()
    bench.notebook.let_go()
    assert bench.page.report.table.rows() == ()


def test_escape_leaves_the_file_and_nothing_was_written(bench: Bench) -> None:
    bench.page.read_file(FILE)
    bench.key(Qt.Key.Key_Escape)
    assert bench.page.right.currentWidget() is bench.page.item
    assert [ask.trial for ask in bench.notebook.all_of(ImportServices)] == [True]


def test_the_report_is_kept_as_a_text(bench: Bench, tmp_path: Path) -> None:
    bench.page.read_file(FILE)
    kept = tmp_path / "raportti.txt"
    bench.page.report.keep_report(str(kept))
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "Tuonnin raportti: Palvelutietovaranto"
    assert "Uusia\t1" in lines
    assert "Ei luettu\tptv:3\tptv:3\tSiltä puuttuu nimi.\t" in lines
    assert bench.page.report.told.words() == "Raportti on tallennettu."


def test_a_report_that_cannot_be_written_says_so(bench: Bench, tmp_path: Path) -> None:
    bench.page.read_file(FILE)
    bench.page.report.keep_report(str(tmp_path / "nowhere" / "raportti.txt"))
    assert bench.page.report.trouble.words().startswith("Raporttia ei voitu kirjoittaa.")


def test_the_keys_and_the_link_open_a_dialog_each(bench: Bench) -> None:
    bench.key(Qt.Key.Key_O, CTRL)
    dialogs = bench.page.report.dialogs
    which = dialogs.shown
    assert which is not None
    which.fileSelected.emit(FILE)
    which.reject()
    assert bench.page.right.currentWidget() is bench.page.report
    bench.page.report.keep.click()
    asked = dialogs.shown
    assert asked is not None
    assert asked is not which
    assert [Path(name).name for name in asked.selectedFiles()] == ["raportti-2026-11-24.txt"]
    asked.reject()


@pytest.mark.parametrize("language", list(Language))
def test_the_report_is_reached_named_and_fits_the_compact_window(
    bench: Bench, dressed: Dressed, language: Language
) -> None:
    dressed.translations.speak(language)
    bench.page.set_compact(compact=True)
    bench.page.resize(960, 584)
    bench.page.read_file(FILE)
    QApplication.processEvents()
    assert not bench.page.list.isVisible()
    assert walk(bench.page, dressed.theme) == []
    assert cut_words(bench.page) == []
    assert bench.page.width() == 960
