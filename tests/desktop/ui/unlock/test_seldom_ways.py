# SPDX-License-Identifier: MIT
"""A forgotten passphrase, a backup, an order from a stick: each from the unlock page, by keys."""

import pytest
from at_the_door import AINO, MEHMET, PHRASE, AtTheDoor, person
from cut_words import cut_words
from page_tools import WHO, at
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.backups import BackupRow, BackupsView, ListBackups, Restore
from desktop.notebook.messages.laptop import (
    PassphraseRating,
    RatePassphrase,
    ShowLaptop,
    SuggestedPassphrase,
    SuggestPassphrase,
    Unlock,
)
from desktop.notebook.messages.leaving import OrderCame, OrderObeyed, ReadOrder
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.recovery import AskRecovery, Recover, RecoveryAsked
from desktop.ui.app import Dressed
from desktop.ui.theme.tokens import Look
from desktop.ui.unlock.recovery_card import ANSWER_KIND, REQUEST_KIND, RecoveryCard
from desktop.ui.unlock.restore_card import RestoreCard
from desktop.ui.words.language import Language
from sync.protocol.recovery import ANSWER_SUFFIX, REQUEST_SUFFIX

CHECK = "7K3M 9QFD 2XWT 5BHN"
NEW = "marja talvi kukka sointu portti"
COPIES = [
    BackupRow("/made-up/backups/2", at(9, 0, day=23), 12_000_000, automatic=True),
    BackupRow("/made-up/backups/1", at(9, 0, day=20), 11_000_000, automatic=False),
]


@pytest.fixture
def door(qtbot: QtBot, dressed: Dressed) -> AtTheDoor:
    made = AtTheDoor(qtbot, dressed, [person(AINO, "Aino Lehtonen", 23), person(MEHMET, "Mehmet Kaya", 22)])
    made.bridge.on(AskRecovery, lambda _ask: RecoveryAsked(CHECK))
    made.bridge.on(Recover, lambda _ask: WHO)
    made.bridge.on(RatePassphrase, lambda _ask: PassphraseRating(3, accepted=True, too_short=False))
    made.bridge.on(SuggestPassphrase, lambda _ask: SuggestedPassphrase(NEW))
    made.bridge.on(ListBackups, lambda _ask: BackupsView(COPIES, last_failed=False))
    made.bridge.on(Restore, lambda _ask: WHO)
    return made


def recovery(door: AtTheDoor) -> RecoveryCard:
    """Press the link of a forgotten passphrase."""
    door.press_on(door.page.card.links.forgotten)
    assert isinstance(door.page.side, RecoveryCard)
    return door.page.side


def restoring(door: AtTheDoor) -> RestoreCard:
    """Press More, then the link of backups."""
    door.press_on(door.page.card.links.more)
    door.press_on(door.page.card.links.restore)
    assert isinstance(door.page.side, RestoreCard)
    return door.page.side


def order(door: AtTheDoor) -> None:
    """Press More, then the link of orders, and choose a file."""
    door.press_on(door.page.card.links.more)
    door.press_on(door.page.card.links.order)
    dialog = door.page.dialogs.shown
    assert dialog is not None
    dialog.fileSelected.emit("/made-up/stick/order.bin")
    dialog.close()


def test_the_request_is_saved_its_check_read_aloud_and_the_answer_opens(door: AtTheDoor) -> None:
    card = recovery(door)
    assert card.request.next.hasFocus()
    door.hands.press("Enter")
    dialog = card.dialogs.shown
    assert dialog is not None
    dialog.fileSelected.emit("/made-up/stick/request")
    dialog.close()
    assert door.bridge.all_of(AskRecovery) == [AskRecovery(AINO, "/made-up/stick/request")]
    assert card.aloud.check.text() == CHECK
    card.aloud.next.setFocus()
    door.hands.press("Enter")
    assert card.answer.choose.hasFocus()
    door.hands.press("Space")
    dialog = card.dialogs.shown
    assert dialog is not None
    dialog.fileSelected.emit("/made-up/stick/answer")
    dialog.close()
    card.answer.begin()
    door.hands.write(NEW)
    door.hands.press("Enter")
    door.hands.write(NEW)
    door.hands.press("Enter")
    assert door.bridge.all_of(Recover) == [Recover(AINO, "/made-up/stick/answer", NEW)]
    assert door.came_in.count() == 1
    assert door.shows(NEW) == []


def test_the_dialogs_offer_the_files_that_the_city_key_reads_and_writes() -> None:
    assert (f".{REQUEST_KIND}", f".{ANSWER_KIND}") == (REQUEST_SUFFIX, ANSWER_SUFFIX)


def test_an_answer_that_comes_another_day_needs_no_new_request(door: AtTheDoor) -> None:
    card = recovery(door)
    door.press_on(card.request.have_answer)
    assert card.place == 2
    assert door.bridge.all_of(AskRecovery) == []


def test_opening_needs_an_answer_file_and_the_same_passphrase_twice(door: AtTheDoor) -> None:
    card = recovery(door)
    card.request.have_answer.click()
    card.answer.passphrase.setFocus()
    door.hands.write(NEW)
    door.hands.press("Enter")
    door.hands.write("another")
    door.hands.press("Enter")
    assert card.answer.choose.hasFocus()
    card.answer.take_file("/made-up/answer")
    card.answer.again.setFocus()
    door.hands.press("Enter")
    assert card.answer.again.error
    assert door.bridge.all_of(Recover) == []


@pytest.mark.parametrize("problem", [Problem.RECOVERY_UNREADABLE, Problem.RECOVERY_KEY_WRONG])
def test_an_answer_of_something_else_is_told_beside_the_file(door: AtTheDoor, problem: Problem) -> None:
    door.bridge.refuse(Recover, problem)
    card = recovery(door)
    card.request.have_answer.click()
    card.answer.take_file("/made-up/answer")
    for _twice in range(2):
        door.hands.write(NEW)
        door.hands.press("Enter")
    assert card.answer.path == ""
    assert card.answer.choose.hasFocus()
    assert door.came_in.count() == 0


def test_leaving_the_recovery_drops_the_new_passphrase(door: AtTheDoor) -> None:
    card = recovery(door)
    card.request.have_answer.click()
    door.press_on(card.answer.suggest)
    assert door.shows(NEW)
    door.hands.press("Esc")
    assert door.shows(NEW) == []
    assert card.place == 0
    door.hands.press("Esc")
    assert door.page.side is None
    assert door.page.card.passphrase.line.hasFocus()


def test_the_newest_backup_is_chosen_and_restored_with_the_passphrase(door: AtTheDoor) -> None:
    card = restoring(door)
    assert door.bridge.all_of(ListBackups) == [ListBackups(AINO)]
    assert [row.key for row in card.rows.rows()] == [one.path for one in COPIES]
    assert card.rows.hasFocus()
    door.hands.press("Enter")
    door.bridge.held = True
    door.hands.write(PHRASE)
    door.hands.press("Enter", "Enter", "Esc")
    assert card.progress.isVisible()
    door.bridge.let_go()
    assert door.bridge.all_of(Restore) == [Restore(COPIES[0].path, PHRASE)]
    assert door.came_in.count() == 1
    assert door.shows(PHRASE) == []


def test_a_file_from_a_stick_is_restored_on_a_computer_of_nobody(door: AtTheDoor) -> None:
    door.people.clear()
    door.page.enter()
    card = restoring(door)
    assert door.bridge.all_of(ListBackups) == []
    assert card.choose.hasFocus()
    card.take_file("/made-up/stick/copy")
    door.hands.write(PHRASE)
    door.hands.press("Enter")
    assert door.bridge.all_of(Restore) == [Restore("/made-up/stick/copy", PHRASE)]


@pytest.mark.parametrize("problem", [Problem.BACKUP_UNREADABLE, Problem.NO_NETWORK])
def test_a_backup_that_is_not_restored_is_told_and_the_passphrase_dropped(
    door: AtTheDoor, problem: Problem
) -> None:
    door.bridge.refuse(Restore, problem)
    card = restoring(door)
    door.hands.press("Enter")
    door.hands.write(PHRASE)
    door.hands.press("Enter")
    assert card.notice.isVisible()
    assert door.shows(PHRASE) == []
    assert card.next.isEnabled()


def test_a_wrong_passphrase_of_a_backup_stands_at_its_field(door: AtTheDoor) -> None:
    door.bridge.refuse(Restore, Problem.WRONG_PASSPHRASE, tries_left=2)
    card = restoring(door)
    door.hands.press("Enter")
    door.hands.write("wrong")
    door.hands.press("Enter")
    assert card.passphrase.error
    assert card.passphrase.line.hasFocus()


@pytest.mark.parametrize(("what", "word"), [("revoke", "closed"), ("wipe", "destroyed")])
def test_an_order_from_a_stick_says_whose_notebook_it_closed_or_destroyed(
    door: AtTheDoor, what: str, word: str
) -> None:
    door.bridge.on(ReadOrder, lambda _ask: OrderObeyed(MEHMET, "Mehmet Kaya", what))
    before = len(door.bridge.all_of(ShowLaptop))
    order(door)
    assert door.bridge.all_of(ReadOrder) == [ReadOrder("/made-up/stick/order.bin")]
    assert "Mehmet Kaya" in door.page.notice.words()
    assert word in door.page.notice.words()
    assert len(door.bridge.all_of(ShowLaptop)) == before + 1


@pytest.mark.parametrize("problem", [Problem.ORDER_UNREADABLE, Problem.NOT_FOUND])
def test_an_order_that_is_for_nobody_here_changes_nothing(door: AtTheDoor, problem: Problem) -> None:
    door.bridge.refuse(ReadOrder, problem)
    order(door)
    assert "Nothing was changed" in door.page.notice.words()


def test_an_order_is_read_once_and_the_page_stays_alive(door: AtTheDoor) -> None:
    door.bridge.on(ReadOrder, lambda _ask: OrderObeyed(MEHMET, "Mehmet Kaya", "wipe"))
    door.bridge.held = True
    door.page.read_order("/made-up/one")
    door.page.read_order("/made-up/two")
    assert door.page.notice.isVisible()
    door.bridge.let_go()
    assert door.bridge.all_of(ReadOrder) == [ReadOrder("/made-up/one")]


def test_an_order_of_the_hub_while_the_page_stands_is_told_and_the_list_comes_again(door: AtTheDoor) -> None:
    door.people = [person(AINO, "Aino Lehtonen", 23)]
    door.bridge.happen(OrderCame(MEHMET, "Mehmet Kaya", "wipe"))
    assert [row.key for row in door.page.card.people.rows()] == [AINO]
    assert "Mehmet Kaya" in door.page.notice.words()


@pytest.mark.parametrize("problem", [Problem.NOTEBOOK_WIPED, Problem.WRITER_REVOKED])
def test_a_notebook_that_an_order_closed_is_told_and_the_list_comes_again(
    door: AtTheDoor, problem: Problem
) -> None:
    door.bridge.refuse(Unlock, problem)
    before = len(door.bridge.all_of(ShowLaptop))
    door.hands.write(PHRASE)
    door.hands.press("Enter")
    assert door.page.notice.isVisible()
    assert len(door.bridge.all_of(ShowLaptop)) == before + 1
    assert door.shows(PHRASE) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_every_card_is_whole_for_keyboard_and_reader(
    door: AtTheDoor, dressed: Dressed, look: Look, language: Language
) -> None:
    dressed.theme.choose(look)
    dressed.translations.speak(language)
    restore = restoring(door)
    for size in ((1280, 800), (1024, 640)):
        door.page.resize(*size)
        QApplication.processEvents()
        assert walk(door.page, dressed.theme) == []
        assert cut_words(restore) == []
    door.hands.press("Esc")
    card = recovery(door)
    for place in range(3):
        card._show_step(place)
        QApplication.processEvents()
        assert walk(door.page, dressed.theme) == []
        assert cut_words(card) == []
