# SPDX-License-Identifier: MIT
"""Settings are applied as they are chosen; the passphrase is changed by keys, with errors at their fields."""

import tomllib
from pathlib import Path

import pytest
from cut_words import cut_words
from fake_notebook import FakeBridge
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.backups import BackupsView, ShowBackups
from desktop.notebook.messages.laptop import (
    ChangePassphrase,
    LaptopView,
    PassphraseRating,
    RatePassphrase,
    ShowLaptop,
    SuggestedPassphrase,
    SuggestPassphrase,
)
from desktop.notebook.messages.leases import LeaseView, ShowLease
from desktop.notebook.messages.network import NetworkView, ShowNetwork
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import PinView, ShowPin
from desktop.ui.app import Dressed
from desktop.ui.settings.licences import PROGRAM, pictures_and_letters
from desktop.ui.settings.page import COMPUTER, OPENING, WINDOW, SettingsPage
from desktop.ui.theme.tokens import Look
from desktop.ui.window.preferences import Preferences
from desktop.ui.words.language import Language

NOW = 1_795_523_000_000
WORDS = "marja talvi kukka sointu portti"
PYPROJECT = Path(__file__).parents[4] / "pyproject.toml"


class Bench:
    """A shown page and the notebook it asks."""

    def __init__(self, dressed: Dressed, qtbot: QtBot) -> None:
        self.notebook = FakeBridge()
        self.notebook.on(
            ShowLaptop, lambda _ask: LaptopView([], 0, "HEL-L-2217", practice=False, version="0.1")
        )
        self.notebook.on(RatePassphrase, self._rate)
        self.notebook.on(SuggestPassphrase, lambda _ask: SuggestedPassphrase(WORDS))
        self.page = shown_page(
            lambda tools: SettingsPage(tools, Preferences()), self.notebook, dressed, qtbot, now=NOW
        )
        self.notebook.on(ShowPin, lambda _ask: PinView(available=True, set=False, until=0, tries_left=5))
        self.notebook.on(ShowLease, lambda _ask: LeaseView(NOW, 45, in_key_store=True))
        self.notebook.on(ShowBackups, lambda _ask: BackupsView([], last_failed=False))
        self.notebook.on(ShowNetwork, lambda _ask: NetworkView("system", "", pinned=False))
        self.chosen = QSignalSpy(self.page.preferences_chosen)

    def _rate(self, ask: RatePassphrase) -> PassphraseRating:
        enough = len(ask.passphrase.split()) >= 5
        return PassphraseRating(3 if enough else 0, accepted=enough, too_short=not enough)

    def last_chosen(self) -> Preferences:
        """Return the preferences told last."""
        found = self.chosen.at(self.chosen.count() - 1)[0]
        assert isinstance(found, Preferences)
        return found

    def focus(self) -> QWidget:
        """Return what has the focus."""
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key)

    def type(self, text: str) -> None:
        """Type where the focus is; QTest knows the keys of ASCII only."""
        QTest.keyClicks(self.focus(), text)


@pytest.fixture
def bench(dressed: Dressed, qtbot: QtBot) -> Bench:
    return Bench(dressed, qtbot)


def test_the_parts_are_turned_with_the_arrow_keys_and_asked_for_when_they_come(bench: Bench) -> None:
    assert bench.notebook.all_of(ShowPin) == []
    bench.press(Qt.Key.Key_Right)
    assert bench.page.part == OPENING
    assert len(bench.notebook.all_of(ShowPin)) == len(bench.notebook.all_of(ShowLease)) == 1
    assert bench.notebook.all_of(ShowBackups) == []
    bench.press(Qt.Key.Key_Right)
    assert bench.page.part == COMPUTER
    assert len(bench.notebook.all_of(ShowBackups)) == 1
    assert all(one.isVisible() for one in bench.page.panes())


def test_what_was_typed_in_a_part_is_dropped_when_another_is_shown(bench: Bench) -> None:
    bench.page.show_part(OPENING)
    bench.page.passphrase.old.line.setFocus()
    bench.type("old words of mine")
    bench.page.show_part(WINDOW)
    assert bench.page.passphrase.old.text() == ""


def test_the_language_is_changed_with_one_arrow_key(bench: Bench) -> None:
    bench.page.panes()[1].setFocus()
    bench.press(Qt.Key.Key_Right)
    assert bench.last_chosen() == Preferences(language=Language.SWEDISH)


def test_the_look_is_chosen_and_may_follow_the_system(bench: Bench) -> None:
    look = bench.page.choices.look
    look.chip("SYSTEM").setFocus()
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Right)
    assert bench.last_chosen().look is Look.DARK
    bench.press(Qt.Key.Key_Left)
    bench.press(Qt.Key.Key_Left)
    assert bench.last_chosen().look is None


def test_the_idle_minutes_are_chosen_by_key(bench: Bench) -> None:
    bench.page.choices.idle.setFocus()
    bench.press(Qt.Key.Key_End)
    assert bench.last_chosen().idle_minutes == 10


def test_a_language_chosen_elsewhere_is_not_taken_back_by_another_choice(
    bench: Bench, dressed: Dressed
) -> None:
    dressed.translations.speak(Language.ENGLISH)
    bench.page.enter()
    bench.page.choices.idle.setFocus()
    bench.press(Qt.Key.Key_End)
    assert bench.last_chosen() == Preferences(language=Language.ENGLISH, idle_minutes=10)


def test_the_passphrase_is_changed_without_the_mouse(bench: Bench) -> None:
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.old.line.setFocus()
    bench.type("old words of mine")
    bench.press(Qt.Key.Key_Return)
    assert bench.focus() is card.new.line
    bench.type(WORDS)
    bench.press(Qt.Key.Key_Return)
    assert bench.focus() is card.again.line
    bench.type(WORDS)
    bench.press(Qt.Key.Key_Return)
    assert bench.notebook.all_of(ChangePassphrase) == [ChangePassphrase("old words of mine", WORDS)]
    assert card.told.isVisible()
    assert (card.old.text(), card.new.text()) == ("", "")


def test_a_slip_in_one_of_the_two_new_ones_changes_nothing(bench: Bench) -> None:
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.old.line.setFocus()
    for words in ("old words of mine", WORDS, WORDS + "x"):
        bench.type(words)
        bench.press(Qt.Key.Key_Return)
    assert bench.notebook.all_of(ChangePassphrase) == []
    assert card.again.error == "Uudet eivät ole samat."
    assert bench.focus() is card.again.line


def test_a_new_passphrase_is_rated_as_it_is_typed(bench: Bench, qtbot: QtBot) -> None:
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.new.line.setFocus()
    bench.type("short")
    qtbot.waitUntil(card.rating.isVisible, timeout=30_000)
    assert card.rating.value.word == "Liian lyhyt"
    bench.type(" one two three four")
    qtbot.waitUntil(lambda: card.rating.value.word == "Vahva", timeout=30_000)


def test_suggested_words_are_shown_so_that_they_can_be_learned(bench: Bench) -> None:
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.suggest.setFocus()
    bench.press(Qt.Key.Key_Space)
    assert (card.new.text(), card.again.text()) == (WORDS, WORDS)
    assert card.new.line.echoMode() == QLineEdit.EchoMode.Normal
    assert card.rating.value.word == "Vahva"
    assert bench.focus() is card.old.line


@pytest.mark.parametrize(
    ("problem", "at_old"),
    [
        (Problem.WRONG_PASSPHRASE, True),
        (Problem.THROTTLED, True),
        (Problem.PASSPHRASE_TOO_WEAK, False),
    ],
)
def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(
    bench: Bench, problem: Problem, *, at_old: bool
) -> None:
    bench.notebook.refuse(ChangePassphrase, problem, tries_left=3, seconds=8)
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.old.line.setFocus()
    bench.type("old")
    bench.press(Qt.Key.Key_Return)
    for _twice in range(2):
        bench.type("new")
        bench.press(Qt.Key.Key_Return)
    field, other = (card.old, card.new) if at_old else (card.new, card.old)
    assert field.error
    assert other.error == ""
    assert bench.focus() is field.line
    assert (card.old.text(), card.new.text()) == ("old", "new")
    assert card.change.isEnabled()


@pytest.mark.parametrize(("old", "missing"), [("", "old"), ("something", "new")])
def test_an_empty_field_asks_nothing_of_the_notebook(bench: Bench, old: str, missing: str) -> None:
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.old.set_text(old)
    card.change.setFocus()
    bench.press(Qt.Key.Key_Space)
    assert bench.notebook.all_of(ChangePassphrase) == []
    assert (card.old if missing == "old" else card.new).error


def test_a_full_disk_is_told_by_the_window(bench: Bench) -> None:
    told = QSignalSpy(bench.page.troubled)
    bench.notebook.refuse(ChangePassphrase, Problem.DISK_FULL)
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.old.set_text("a")
    card.new.set_text("b")
    card.again.set_text("b")
    card.change.setFocus()
    bench.press(Qt.Key.Key_Space)
    assert told.count() == 1


def test_locking_forgets_what_was_typed(bench: Bench) -> None:
    bench.page.show_part(OPENING)
    card = bench.page.passphrase
    card.old.set_text("old")
    card.suggest.click()
    bench.page.forget()
    assert (card.old.text(), card.new.text()) == ("", "")
    assert card.new.line.echoMode() == QLineEdit.EchoMode.Password
    assert not card.rating.isVisible()


def test_the_about_card_tells_version_and_computer(bench: Bench) -> None:
    said = bench.page.about.facts.accessibleDescription()
    assert "0.1" in said
    assert "HEL-L-2217" in said


def test_the_licences_are_folded_out_by_key_and_name_every_part_the_laptop_needs(bench: Bench) -> None:
    bench.page.show_part(COMPUTER)
    about = bench.page.about
    about.unfold.setFocus()
    bench.press(Qt.Key.Key_Space)
    assert about.licences.isVisible()
    demanded = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    names = " ".join(part.name.lower() for part in PROGRAM)
    missing = [one for one in demanded if one.split(">")[0].split("=")[0].strip().lower() not in names]
    assert missing == []


def test_pictures_and_letters_come_with_their_licences() -> None:
    parts = {part.name: part.licence for part in pictures_and_letters()}
    assert parts["Lucide icons"].startswith("ISC")
    assert len(parts) >= 3


def test_the_key_map_names_every_walk_in_key_in_words(bench: Bench) -> None:
    rows = bench.page.keys.table.rows()
    keys = " ".join(row.cells[0].words for row in rows)
    assert all(f" {letter} " in f" {keys} " for letter in "QWERTYUIASDFGHJKZXCVBNMLOP.,")
    words = {row.cells[0].words: row.cells[1].words for row in rows}
    assert words["Q W"] == "Työnhaku · CV, hakemus"
    assert words["Ctrl 1"] == "Hyväksy"
    assert all(row.cells[0].words for row in rows)


@pytest.mark.parametrize("part", [WINDOW, OPENING, COMPUTER])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_everything_is_reached_named_and_large_enough(
    bench: Bench, dressed: Dressed, language: Language, look: Look, part: str
) -> None:
    dressed.translations.speak(language)
    dressed.theme.choose(look)
    bench.page.show_part(part)
    QApplication.processEvents()
    assert walk(bench.page, dressed.theme) == []


@pytest.mark.parametrize("part", [WINDOW, OPENING, COMPUTER])
@pytest.mark.parametrize("language", list(Language))
def test_no_words_are_cut_in_the_compact_window(
    bench: Bench, dressed: Dressed, language: Language, part: str
) -> None:
    dressed.translations.speak(language)
    bench.page.resize(960, 584)
    bench.page.show_part(part)
    bench.page.passphrase.suggest.click()
    bench.page.about.unfold.click()
    bench.page.pin.unfold.click()
    QApplication.processEvents()
    assert cut_words(bench.page) == []
