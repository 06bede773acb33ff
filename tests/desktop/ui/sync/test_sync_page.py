# SPDX-License-Identifier: MIT
"""The Sync page says how it stands in one sentence, follows a round without losing a place, and explains."""

import pytest
import sync_view
from cut_words import cut_words
from fake_notebook import FakeBridge
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sync_view import ALL_WELL, NOW, OFFLINE, ago, view, working
from walker import walk

from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import (
    CancelSync,
    OpenSync,
    RoundRow,
    SyncNow,
    SyncPhase,
    SyncStatus,
    SyncView,
)
from desktop.ui.app import Dressed
from desktop.ui.sync.page import SyncPage
from desktop.ui.sync.rounds_card import written_span
from desktop.ui.words.language import Language


class Bench:
    """A shown page and the notebook it asks."""

    def __init__(self, dressed: Dressed, qtbot: QtBot) -> None:
        self.notebook = FakeBridge()
        self.view: SyncView = view()
        self.notebook.on(OpenSync, lambda _ask: self.view)
        self.page = shown_page(SyncPage, self.notebook, dressed, qtbot, now=NOW)

    def show(self, shown: SyncView) -> None:
        """Let the notebook tell this from now on, and enter the page."""
        self.view = shown
        self.page.enter()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, key)


@pytest.fixture
def bench(dressed: Dressed, qtbot: QtBot) -> Bench:
    return Bench(dressed, qtbot)


def test_offline_is_said_calmly_with_the_number_and_that_all_is_saved(bench: Bench) -> None:
    assert bench.page.state.title.text() == "6 lähettämättä, kaikki tallessa tällä koneella"
    detail = bench.page.state.detail.text()
    assert detail.startswith("Ei verkkoa. Viimeksi yhteydessä tänään")
    assert detail.endswith("Lähetys alkaa itsestään, kun verkko löytyy.")


def test_the_counters_are_the_notebooks(bench: Bench) -> None:
    page = bench.page
    tiles = (page.unsent, page.delivered, page.conflicts, page.parked, page.quarantined)
    assert [tile.figure() for tile in tiles] == ["6", "1\N{NO-BREAK SPACE}284", "3", "1", "1"]


def test_the_button_is_pressed_with_one_key_when_the_page_opens(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    assert len(bench.notebook.all_of(SyncNow)) == 1


def test_a_round_is_followed_with_progress_and_may_be_stopped(bench: Bench) -> None:
    bench.page.show_status(working(3))
    state = bench.page.state
    assert state.title.text() == "Lähetetään 3/14"
    assert state.progress.isVisible()
    assert (state.progress.value(), state.progress.maximum()) == (3, 14)
    assert not state.now.isVisible()
    bench.press(Qt.Key.Key_Space)
    assert len(bench.notebook.all_of(CancelSync)) == 1
    bench.page.show_status(working(9))
    assert bench.page.unsent.figure() == "5"
    assert len(bench.notebook.all_of(OpenSync)) == 1  # numbers change, lists are not asked for again


def test_the_end_of_a_round_brings_the_lists_and_focus_to_the_button(bench: Bench) -> None:
    bench.page.show_status(working(13))
    bench.view = view(ALL_WELL, transit=[])
    bench.page.show_status(ALL_WELL)
    assert bench.page.state.title.text() == "Kaikki perillä"
    assert len(bench.notebook.all_of(OpenSync)) == 2
    assert QApplication.focusWidget() is bench.page.state.now
    assert not bench.page.transit.table.isVisible()


def test_what_is_on_its_way_is_told_in_words(bench: Bench) -> None:
    rows = bench.page.transit.table.rows()
    assert [cell.spoken for cell in rows[1].cells][1:3] == [
        "Asiointi",
        "CV, hakemus, Digiapu, 18\N{EN DASH}20",
    ]
    assert rows[3].cells[2].words == "Itäkeskuksen kirjasto"
    assert rows[6].cells[2].words == "Tehty uudemmalla ohjelmalla"
    assert rows[7].cells[2].words == "Tekijän oikeus päättyi"


def test_the_chosen_row_tells_what_becomes_of_it(bench: Bench) -> None:
    table = bench.page.transit.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    said = bench.page.transit.about.text()
    assert said.startswith("Samuel Sjöholm. Tekijän oikeus päättyi. Se on tallessa.")
    assert "Esihenkilö tarkistaa" in said


def test_new_records_keep_the_chosen_row(bench: Bench) -> None:
    table = bench.page.transit.table
    table.choose(table.rows()[3].key)
    bench.view = view(transit=sync_view.UNSENT[2:])
    bench.page.records_changed(["visit"])
    assert table.rows()[1].key == table.key()


def test_unknown_reasons_still_get_a_sentence(bench: Bench) -> None:
    row = sync_view.HELD[1]
    strange = type(row)(row.at, row.kind, row.text, "", row.team, row.mark, "from-the-future", "")
    bench.show(view(transit=[strange]))
    assert bench.page.transit.table.rows()[0].cells[2].words == "Keskus pyytää tarkistamaan"


def test_rounds_say_what_was_moved_and_what_went_wrong(bench: Bench) -> None:
    rows = bench.page.rounds.rounds.rows()
    assert [row.title for row in rows] == [
        "38 lähetetty, 112 saatu",
        "2 lähetetty, 340 saatu",
        "Keskus ei vastannut",
        "Keskeytit lähetyksen",
        "0 lähetetty, 61 saatu",
    ]
    assert rows[0].second == "kuitti tallessa"
    assert rows[4].second == "ei uutta lähetettävää"


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("CaptivePortal", "Verkko vaatii kirjautumisen. Kirjaudu verkkoon selaimella"),
        ("WrongHub", "Vastasi toinen keskus. Sille ei lähetetty mitään."),
        ("Cloned a1b2", "Muistikirja on kahdella koneella. Mitään ei ole kadonnut."),
        ("writer-revoked", "Konetta ei hyväksytty. Mitään ei ole kadonnut."),
        ("protocol-too-old", "Ohjelma on liian vanha. Mitään ei ole kadonnut. Päivitä ohjelma."),
        ("chain-gap", "Lähetys keskeytyi. Yritetään uudelleen itsestään. Kerro tuelle koodi chain-gap."),
    ],
)
def test_a_failed_round_says_what_happened_and_what_now(bench: Bench, problem: str, said: str) -> None:
    failed = SyncStatus(SyncPhase.FAILED, 2, 0, 0, ago(days=1), Problem.HUB_REFUSED, ago(hours=1))
    bench.show(view(failed, rounds=[RoundRow(ago(minutes=2), "failed", 0, 0, problem)]))
    assert bench.page.state.title.text() == "2 lähettämättä, kaikki tallessa tällä koneella"
    assert bench.page.state.detail.text().startswith(said)


def test_a_team_that_differs_is_named_instead_of_the_all_clear(bench: Bench) -> None:
    assert bench.page.rounds.checked.words() == "Tarkistettu: 1\N{NO-BREAK SPACE}290 merkintää, ei aukkoja"
    bench.show(view(difference=("Itä",)))
    assert bench.page.rounds.checked.words() == "Eroaa keskuksesta: Itä"


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (0, ""),
        (120_000, ""),
        (-300_000, "Koneen kello on 5 minuuttia edellä. Siitä ei ole haittaa."),
        (10 * 365 * 86_400_000, "Koneen kello on 10 vuotta jäljessä. Siitä ei ole haittaa."),
    ],
)
def test_a_wrong_clock_is_told_only_when_it_is_over_two_minutes_off(
    bench: Bench, offset: int, said: str
) -> None:
    bench.show(view(clock_offset=offset))
    assert bench.page.rounds.clock.words() == said


@pytest.mark.parametrize(("minutes", "said"), [(59, "59 minuuttia"), (60, "1 tunnin"), (72 * 60, "3 päivää")])
def test_spans_are_written_in_their_largest_unit(bench: Bench, minutes: int, said: str) -> None:
    assert bench.page.isVisible()
    assert written_span(minutes * 60_000) == said


def test_a_refused_ask_is_handed_to_the_window(bench: Bench) -> None:
    told = QSignalSpy(bench.page.troubled)
    bench.notebook.refuse(SyncNow, Problem.LOCKED)
    bench.press(Qt.Key.Key_Space)
    assert told.count() == 1


def test_locking_leaves_nothing_on_the_page(bench: Bench) -> None:
    bench.page.forget()
    assert bench.page.transit.table.rows() == ()
    assert bench.page.rounds.rounds.rows() == ()
    assert bench.page.unsent.figure() == ""
    assert bench.page.rounds.laptop.words() == ""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("status", [OFFLINE, ALL_WELL, working(3)])
def test_every_state_is_reached_named_and_large_enough(
    bench: Bench, dressed: Dressed, language: Language, status: SyncStatus
) -> None:
    bench.show(view(status))
    dressed.translations.speak(language)
    QApplication.processEvents()
    assert walk(bench.page, dressed.theme) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("problem", ["", "CaptivePortal", "Cloned a1", "writer-revoked", "chain-gap"])
def test_no_words_are_cut_in_the_compact_window(
    bench: Bench, dressed: Dressed, language: Language, problem: str
) -> None:
    failed = SyncStatus(SyncPhase.FAILED, 2, 0, 0, ago(days=1), Problem.HUB_REFUSED, ago(hours=1))
    rounds = [RoundRow(ago(minutes=2), "failed", 0, 0, problem)] if problem else None
    dressed.translations.speak(language)
    bench.page.set_compact(compact=True)
    bench.page.resize(960, 584)
    bench.show(view(failed if problem else OFFLINE, rounds=rounds, clock_offset=10**9))
    bench.page.transit.table.setFocus()
    QApplication.processEvents()
    assert cut_words(bench.page) == []
