# SPDX-License-Identifier: MIT
"""Settings: a PIN is set with the passphrase, the permit told, backups made, and a computer left by two presses."""

import pytest
from fake_notebook import FakeBridge
from hands import Hands
from page_bench import shown_page
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.backups import BackUp, BackupRow, BackupsView, ShowBackups
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import LaptopView, ShowLaptop
from desktop.notebook.messages.leases import LeaseView, ShowLease
from desktop.notebook.messages.leaving import LeaveLaptop, LeavingView, Left, ShowLeaving
from desktop.notebook.messages.network import NetworkView, ShowNetwork
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import DropPin, PinView, SetPin, ShowPin
from desktop.ui.app import Dressed
from desktop.ui.settings.page import COMPUTER, OPENING, WINDOW, SettingsPage
from desktop.ui.window.preferences import Preferences
from desktop.ui.words.backups import written_size
from desktop.ui.words.language import Language

NOW = 1_795_523_000_000
PHRASE, PIN = "kivi lumi tuuli hauki sammal", "804152"
COPY = BackupRow("/made-up/backups/20261123-1", NOW - 86_400_000, 12_345_678, automatic=True)


class Bench:
    """Settings over a notebook that has no PIN, a permit and one backup; in English, as the sources are."""

    def __init__(self, dressed: Dressed, qtbot: QtBot) -> None:
        dressed.translations.speak(Language.ENGLISH)
        self.notebook = FakeBridge()
        self.pin = PinView(available=True, set=False, until=0, tries_left=5)
        self.lease = LeaseView(NOW + 45 * 86_400_000, 45, in_key_store=True)
        self.copies = BackupsView([COPY], last_failed=False)
        self.leaving = LeavingView(0, 0)
        answers = self.notebook
        answers.on(ShowLaptop, lambda _ask: LaptopView([], 0, "HEL-L-2217", practice=False, version="1"))
        answers.on(ShowPin, lambda _ask: self.pin)
        answers.on(SetPin, lambda _ask: PinView(available=True, set=True, until=NOW + 1, tries_left=5))
        answers.on(DropPin, lambda _ask: PinView(available=True, set=False, until=0, tries_left=5))
        answers.on(ShowLease, lambda _ask: self.lease)
        answers.on(ShowBackups, lambda _ask: self.copies)
        answers.on(ShowNetwork, lambda _ask: NetworkView("system", "", pinned=False))
        answers.on(BackUp, lambda _ask: self.copies)
        answers.on(ShowLeaving, lambda _ask: self.leaving)
        answers.on(LeaveLaptop, lambda _ask: Left(2))
        make = lambda tools: SettingsPage(tools, Preferences())  # noqa: E731 - what the bench wants
        self.page = shown_page(make, answers, dressed, qtbot, now=NOW)
        self.troubled = QSignalSpy(self.page.troubled)
        self.left = QSignalSpy(self.page.laptop_left)
        self.hands = Hands()

    def open(self, part: str) -> None:
        """Turn to a part, as for the first time."""
        self.page.show_part(WINDOW)
        self.page.show_part(part)
        QApplication.processEvents()

    def holders(self, secret: str) -> list[QLineEdit | QLabel]:
        """Return every widget that still holds this."""
        lines = [one for one in self.page.findChildren(QLineEdit) if secret in one.text()]
        return [*lines, *(one for one in self.page.findChildren(QLabel) if secret in one.text())]

    def write_pin(self, pin: str = PIN, again: str = PIN, passphrase: str = PHRASE) -> None:
        """Open the fields and write all three without the mouse."""
        self.page.pin.unfold.setFocus()
        self.hands.press("Space")
        self.hands.write(pin)
        self.hands.write(again)
        self.hands.write(passphrase)
        self.hands.press("Enter")

    def write_leaving(self) -> None:
        """Open the leaving card, write the passphrase, and go to its button."""
        self.page.leave.unfold.setFocus()
        self.hands.press("Space")
        self.hands.write(PHRASE)
        self.hands.press("Enter")


@pytest.fixture
def bench(dressed: Dressed, qtbot: QtBot) -> Bench:
    return Bench(dressed, qtbot)


def test_a_pin_is_set_by_keys_alone_with_the_passphrase_as_proof(bench: Bench) -> None:
    bench.open(OPENING)
    assert bench.page.pin.stands.text() == "No PIN is set."
    bench.write_pin()
    assert bench.notebook.all_of(SetPin) == [SetPin(PIN, PHRASE)]
    assert bench.page.pin.told.isVisible()
    assert "until" in bench.page.pin.stands.text()
    assert bench.holders(PIN) == []
    assert bench.holders(PHRASE) == []
    assert bench.page.pin.unfold.hasFocus()


def test_two_pins_that_differ_set_nothing(bench: Bench) -> None:
    bench.open(OPENING)
    bench.write_pin(again="804153")
    assert bench.notebook.all_of(SetPin) == []
    assert bench.page.pin.again.error
    assert bench.page.pin.again.line.hasFocus()


@pytest.mark.parametrize(
    ("problem", "at_pin"),
    [(Problem.WRONG_PASSPHRASE, False), (Problem.THROTTLED, False), (Problem.PIN_TOO_SIMPLE, True)],
)
def test_what_a_pin_is_refused_for_stands_at_its_field(
    bench: Bench, problem: Problem, *, at_pin: bool
) -> None:
    bench.open(OPENING)
    bench.notebook.refuse(SetPin, problem, tries_left=3, seconds=4)
    bench.write_pin()
    field = bench.page.pin.pin if at_pin else bench.page.pin.passphrase
    assert field.error
    assert field.line.hasFocus()
    assert not at_pin or bench.holders(PIN) == []


def test_a_pin_that_failed_for_another_reason_leaves_nothing_typed(bench: Bench) -> None:
    bench.open(OPENING)
    bench.notebook.refuse(SetPin, Problem.DISK_FULL)
    bench.write_pin()
    assert bench.troubled.count() == 1
    assert bench.holders(PIN) == []
    assert bench.holders(PHRASE) == []


def test_a_pin_is_removed_without_a_passphrase(bench: Bench) -> None:
    bench.pin = PinView(available=True, set=True, until=0, tries_left=5)
    bench.open(OPENING)
    assert "after the next time" in bench.page.pin.stands.text()
    bench.page.pin.drop.setFocus()
    bench.hands.press("Space")
    assert bench.notebook.all_of(DropPin) == [DropPin()]
    assert bench.page.pin.stands.text() == "No PIN is set."


def test_a_computer_without_a_safe_place_offers_no_pin(bench: Bench) -> None:
    bench.pin = PinView(available=False, set=False, until=0, tries_left=5)
    bench.open(OPENING)
    assert "no safe place" in bench.page.pin.stands.text()
    assert not bench.page.pin.unfold.isVisible()


@pytest.mark.parametrize("leave", ["forget", "turn", "escape"])
def test_a_half_typed_pin_is_gone_after_lock_turn_and_escape(bench: Bench, leave: str) -> None:
    bench.open(OPENING)
    bench.write_pin(again="80", passphrase="")
    assert bench.holders(PIN)
    if leave == "forget":
        bench.page.forget()
    elif leave == "turn":
        bench.page.show_part(WINDOW)
    else:
        bench.hands.press("Esc")
    assert bench.holders(PIN) == []


def test_the_permit_tells_its_day_and_warns_when_it_lies_in_a_file(bench: Bench) -> None:
    bench.open(OPENING)
    assert "2027" in bench.page.permit.until.text()
    assert not bench.page.permit.warning.isVisible()
    bench.lease = LeaseView(NOW, 45, in_key_store=False)
    bench.open(OPENING)
    assert bench.page.permit.warning.isVisible()
    bench.lease = LeaseView(0, 45, in_key_store=False)
    bench.open(OPENING)
    assert "none yet" in bench.page.permit.until.text()
    assert not bench.page.permit.warning.isVisible()


def test_backups_are_listed_by_date_and_size_and_a_failed_one_is_told(bench: Bench) -> None:
    bench.copies = BackupsView([COPY], last_failed=True)
    bench.open(COMPUTER)
    (row,) = bench.page.backups.rows.rows()
    assert row.second == "12\N{NO-BREAK SPACE}MB · made by itself"
    assert bench.page.backups.failed.isVisible()


def test_a_backup_is_made_once_while_the_page_stays_alive(bench: Bench) -> None:
    bench.open(COMPUTER)
    bench.notebook.held = True
    bench.page.backups.now.setFocus()
    bench.hands.press("Space")
    bench.page.backups.now.click()
    bench.page.backups.back_up("/made-up/stick")
    assert bench.page.backups.told.isVisible()
    assert not bench.page.backups.stick.isEnabled()
    bench.notebook.let_go()
    assert bench.notebook.all_of(BackUp) == [BackUp("")]
    assert "opened to check" in bench.page.backups.told.text()


def test_a_backup_goes_to_a_folder_that_was_chosen(bench: Bench) -> None:
    bench.open(COMPUTER)
    bench.page.backups.stick.setFocus()
    bench.hands.press("Space")
    dialog = bench.page.backups.dialogs.shown
    assert dialog is not None
    dialog.fileSelected.emit("/made-up/stick")
    dialog.close()
    assert bench.notebook.all_of(BackUp) == [BackUp("/made-up/stick")]


def test_a_backup_that_failed_is_told_and_may_be_tried_again(bench: Bench) -> None:
    bench.open(COMPUTER)
    bench.notebook.refuse(BackUp, Problem.DISK_FULL)
    bench.page.backups.now.click()
    assert bench.troubled.count() == 1
    assert bench.page.backups.now.isEnabled()


def test_leaving_takes_a_passphrase_and_two_presses(bench: Bench, qtbot: QtBot) -> None:
    bench.open(COMPUTER)
    bench.write_leaving()
    card = bench.page.leave
    assert card.leave.hasFocus()
    bench.hands.press("Enter", "Enter", "Enter")  # one finger that trembles
    assert bench.notebook.all_of(LeaveLaptop) == []
    assert card.leave.text().startswith("Press once more")
    qtbot.waitUntil(lambda: not card._settle.isActive())
    bench.hands.press("Enter")
    assert bench.notebook.all_of(LeaveLaptop) == [LeaveLaptop(PHRASE)]
    assert bench.left.count() == 1
    assert bench.left.at(0)[0] == 2
    assert bench.holders(PHRASE) == []


def test_a_press_that_is_not_repeated_in_time_is_forgotten(bench: Bench, qtbot: QtBot) -> None:
    bench.open(COMPUTER)
    bench.write_leaving()
    bench.hands.press("Enter")
    bench.page.leave._disarm.start(1)
    qtbot.waitUntil(lambda: not bench.page.leave.leave.text().startswith("Press once more"))


@pytest.mark.parametrize(
    ("unsent", "sealed", "told"), [(0, 0, "Everything"), (3, 3, "for a colleague"), (3, 1, "Send the rest")]
)
def test_what_would_stay_behind_is_told_first(bench: Bench, unsent: int, sealed: int, told: str) -> None:
    bench.leaving = LeavingView(unsent, sealed)
    bench.open(COMPUTER)
    bench.page.leave.unfold.click()
    assert told in bench.page.leave.stands.text()


@pytest.mark.parametrize("problem", [Problem.WRONG_PASSPHRASE, Problem.UNSENT_LEFT])
def test_leaving_that_is_refused_says_why_and_changes_nothing(
    bench: Bench, qtbot: QtBot, problem: Problem
) -> None:
    bench.notebook.on(LeaveLaptop, lambda _ask: ProblemReport(problem, {"count": 3, "tries_left": 4}))
    bench.open(COMPUTER)
    bench.write_leaving()
    bench.hands.press("Enter")
    qtbot.waitUntil(lambda: not bench.page.leave._settle.isActive())
    bench.hands.press("Enter")
    card = bench.page.leave
    assert card.passphrase.error or card.told.isVisible()
    assert bench.left.count() == 0
    assert card.leave.isEnabled()
    assert problem is Problem.WRONG_PASSPHRASE or bench.holders(PHRASE) == []


@pytest.mark.parametrize("how", ["forget", "turn", "escape"])
def test_a_passphrase_typed_for_leaving_is_gone_after_lock_turn_and_escape(bench: Bench, how: str) -> None:
    bench.open(COMPUTER)
    bench.write_leaving()
    if how == "forget":
        bench.page.forget()
    elif how == "turn":
        bench.page.show_part(OPENING)
    else:
        bench.hands.press("Esc")
    assert bench.holders(PHRASE) == []


@pytest.mark.parametrize(
    ("size", "language", "written"),
    [
        (0, Language.FINNISH, "1 kB"),
        (800_000, Language.FINNISH, "800 kB"),
        (1_300_000, Language.FINNISH, "1,3 MB"),
        (1_300_000, Language.ENGLISH, "1.3 MB"),
        (12_345_678, Language.SWEDISH, "12 MB"),
        (2_000_000_000, Language.SWEDISH, "2,0 GB"),
    ],
)
def test_a_size_is_written_as_people_read_it(size: int, language: Language, written: str) -> None:
    assert written_size(size, language) == written.replace(" ", "\N{NO-BREAK SPACE}")
