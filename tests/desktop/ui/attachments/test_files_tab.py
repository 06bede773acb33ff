# SPDX-License-Identifier: MIT
"""The files of a card by keys: what the list says, taking in, renaming, taking off, copying out, opening."""

import pytest
from fake_notebook import FakeBridge
from file_shelf import ReadyDialogs, Shelf, file_row, number
from fingers import CTRL, Fingers, held
from msgspec.structs import replace
from people_world import NOW, SAMIR, SAVE, referrals, samir
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.attachments import (
    AddAttachment,
    AttachmentMoved,
    ListAttachments,
    OpenAttachment,
    RemoveAttachment,
    RenameAttachment,
)
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import HistoryRow, OpenPerson, RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import UndoSave
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.attachments.words import size_words
from desktop.ui.errand import AtCard
from desktop.ui.people.page import PeoplePage
from desktop.ui.words.language import Language
from sync.records.ids import EntityId


def marks(tab: FilesTab) -> list[list[str]]:
    """Return the words of the marks, row by row."""
    return [[mark.word for mark in row.marks] for row in tab.rows.rows()]


def test_each_file_says_what_it_is_whose_and_where_it_is(tab: FilesTab) -> None:
    rows = tab.rows.rows()
    assert [row.title for row in rows] == ["todistus.pdf", "kuva kokeesta.jpg", "muistio.txt", "paatos.png"]
    assert rows[0].second == "PDF, 1.2 MB"
    assert rows[2].second == f"Text, 1 kB · Referral: {referrals()[0].name}"
    assert (rows[0].third, rows[3].third) == ("You", "Mehmet Kaya")
    assert marks(tab) == [
        ["Not sent yet"],
        ["On its way 40 %"],
        [],
        ["Two values", "Not on this computer"],
    ]


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 kB"),
        (1024, "1 kB"),
        (1025, "2 kB"),
        (1024**2, "1.0 MB"),
        (1024**2 * 3 // 2, "1.5 MB"),
        (1024**2 * 20, "20 MB"),
        (1024**2 * 20 - 1, "20 MB"),
    ],
)
def test_a_size_is_rounded_up_to_what_can_be_said(tab: FilesTab, size: int, said: str) -> None:
    assert tab.shown()
    assert size_words(size, Language.ENGLISH) == said
    assert size_words(size, Language.FINNISH) == said.replace(".", ",")


def test_the_files_are_read_only_while_their_tab_is_in_front(page: PeoplePage, bridge: FakeBridge) -> None:
    assert bridge.all_of(ListAttachments) == []
    page.card.tabs.setFocus()
    Fingers().press(*[Qt.Key.Key_Right] * 5)
    assert bridge.all_of(ListAttachments) == [ListAttachments(SAMIR)]
    page.records_changed({"attachment"})
    assert len(bridge.all_of(ListAttachments)) == 2


def test_nothing_yet_is_one_sentence_with_what_to_do(page: PeoplePage, shelf: Shelf) -> None:
    shelf.rows = []
    page.open(AtCard(SAMIR, "files"))
    tab = page.card.files
    assert tab._empty.isVisible()
    assert tab._empty.text().count(".") == 2
    assert not tab.rows.isVisible()


def test_files_are_chosen_by_ctrl_o_and_taken_in_one_after_another(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    dialogs.files = ("/koti/a.pdf", "/koti/b.txt")
    bridge.held = True
    page.card.tabs.setFocus()
    Fingers().press(Qt.Key.Key_O, held_down=CTRL)
    assert bridge.all_of(AddAttachment) == [AddAttachment(SAMIR, SAMIR, "/koti/a.pdf")]
    assert tab.adding.progress.text() == "Adding file 1 of 2 …"
    bridge.let_go()
    assert bridge.all_of(AddAttachment)[1:] == [AddAttachment(SAMIR, SAMIR, "/koti/b.txt")]
    assert tab.adding.progress.text() == ""
    assert page.card.head.toast.words() == "File 2 of 2 added"
    Fingers().press(Qt.Key.Key_Z, held_down=CTRL)
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_one_that_is_refused_is_named_and_the_rest_goes_on(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    refusals = {
        "/k/a.heic": ProblemReport(Problem.ATTACHMENT_TYPE),
        "/k/b.pdf": ProblemReport(Problem.ATTACHMENT_TOO_BIG, {"limit": 20}),
        "/k/c.txt": ProblemReport(Problem.FILE_UNREADABLE, {"reason": "missing"}),
    }
    bridge.on(AddAttachment, lambda ask: refusals.get(ask.path, RecordSaved(number(9), SAVE)))
    dialogs.files = (*refusals, "/k/d.pdf")
    Fingers().press(Qt.Key.Key_O, held_down=CTRL)
    said = tab.notice.words().splitlines()
    assert [line.split(":")[0] for line in said] == ["a.heic", "b.pdf", "c.txt"]
    assert "20" in said[1]
    assert "catalogue" not in tab.notice.words().lower()
    assert tab.notice.isVisible()
    assert page.card.head.toast.words() == "File 4 of 4 added"


def test_what_was_said_is_over_with_the_next_file(
    tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    dialogs.files = ("/k/a.heic",)
    bridge.refuse(AddAttachment, Problem.ATTACHMENT_BROKEN)
    Fingers().press(Qt.Key.Key_O, held_down=CTRL)
    assert tab.notice.isVisible()
    bridge.on(AddAttachment, lambda _ask: RecordSaved(number(9), SAVE))
    Fingers().press(Qt.Key.Key_O, held_down=CTRL)
    assert not tab.notice.isVisible()
    assert tab.notice.words() == ""


def test_a_notebook_that_locked_itself_is_the_windows_matter(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs, qtbot: QtBot
) -> None:
    dialogs.files = ("/k/a.pdf",)
    bridge.refuse(AddAttachment, Problem.LOCKED)
    with qtbot.waitSignal(page.troubled) as told:
        Fingers().press(Qt.Key.Key_O, held_down=CTRL)
    assert told.args == [ProblemReport(Problem.LOCKED)]
    assert not tab.notice.isVisible()


def test_files_that_wait_stay_with_the_person_they_were_brought_to(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    other = EntityId(bytes([2] * 16))
    dialogs.files = ("/k/a.pdf", "/k/b.pdf")
    bridge.held = True
    Fingers().press(Qt.Key.Key_O, held_down=CTRL)
    tab.show_person(other, protected=False)
    bridge.let_go()
    assert [ask.person for ask in bridge.all_of(AddAttachment)] == [SAMIR, SAMIR]
    assert page.card.head.toast.words() == ""


def test_locking_drops_what_waits(tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs) -> None:
    dialogs.files = ("/k/a.pdf", "/k/b.pdf")
    bridge.held = True
    Fingers().press(Qt.Key.Key_O, held_down=CTRL)
    tab.forget()
    bridge.let_go()
    assert len(bridge.all_of(AddAttachment)) == 1
    assert dialogs.left > 0


def test_a_name_is_changed_by_f2_before_its_ending(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_F2)
    assert held() is tab.work.name.line
    assert tab.work.name.line.selectedText() == "todistus"
    fingers.write("lausunto")
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(RenameAttachment) == [RenameAttachment(number(1), "lausunto.pdf")]
    assert page.card.head.toast.words() == "File renamed"
    assert held() is tab.rows


def test_an_empty_name_is_refused_beside_its_field_and_escape_leaves(
    tab: FilesTab, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_F2)
    tab.work.name.line.clear()
    fingers.press(Qt.Key.Key_Return)
    assert tab.work.name.error == "A file needs a name."
    fingers.press(Qt.Key.Key_Escape)
    assert bridge.all_of(RenameAttachment) == []
    assert held() is tab.rows
    assert tab.work.open.isVisible()


def test_delete_in_the_field_of_the_name_removes_letters_only(tab: FilesTab, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_F2, Qt.Key.Key_Delete)
    assert tab.work.name.text() == ".pdf"
    assert bridge.all_of(RemoveAttachment) == []


def test_a_file_is_removed_and_can_be_brought_back(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert bridge.all_of(RemoveAttachment) == [RemoveAttachment(number(2))]
    assert page.card.head.toast.words() == "File removed"
    assert held() is tab.rows
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_a_colleagues_file_that_may_not_be_changed_offers_looking_only(
    tab: FilesTab, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(*[Qt.Key.Key_Down] * 3, Qt.Key.Key_F2)
    fingers.press(Qt.Key.Key_Delete)
    assert bridge.all_of(RemoveAttachment) == []
    assert tab.work.open.isVisible()
    assert not tab.work.rename.isVisible()
    assert not tab.work.remove.isVisible()
    assert held() is tab.rows


def test_who_may_not_add_has_no_button_for_it(page: PeoplePage, shelf: Shelf) -> None:
    shelf.can_add = False
    page.open(AtCard(SAMIR, "files"))
    assert not page.card.files.adding.add.isVisible()


def test_a_row_follows_its_file_on_its_way(tab: FilesTab, bridge: FakeBridge) -> None:
    bridge.happen(AttachmentMoved(number(1), 300_000, 1_200_000, here=True, sent=False))
    assert marks(tab)[0] == ["On its way 25 %"]
    bridge.happen(AttachmentMoved(number(1), 1_200_000, 1_200_000, here=True, sent=False))
    assert marks(tab)[0] == ["On its way 99 %"]
    bridge.happen(AttachmentMoved(number(1), 1_200_000, 1_200_000, here=True, sent=True))
    assert marks(tab)[0] == []
    assert len(bridge.all_of(ListAttachments)) == 1


def test_a_strangers_progress_changes_nothing(tab: FilesTab, bridge: FakeBridge) -> None:
    before = tab.rows.rows()
    bridge.happen(AttachmentMoved(number(30), 1, 2, here=False, sent=True))
    assert tab.rows.rows() == before


def test_a_file_that_is_not_here_says_so_and_tells_when_it_has_come(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge
) -> None:
    bridge.refuse(OpenAttachment, Problem.ATTACHMENT_NOT_HERE)
    Fingers().press(*[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    assert tab.notice.words() != ""
    assert not page.card.viewer.shows
    bridge.happen(AttachmentMoved(number(4), 400_000, 800_000, here=False, sent=True))
    assert marks(tab)[3] == ["Two values", "On its way 50 %"]
    bridge.happen(AttachmentMoved(number(4), 800_000, 800_000, here=True, sent=True))
    assert "on this computer now" in tab.notice.words()
    assert marks(tab)[3] == ["Two values"]


def test_a_file_is_added_to_a_referral_from_its_own_actions(
    page: PeoplePage, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    first = referrals()[0]
    page.open(AtCard(SAMIR, "services"))
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Return)
    page.card.services.work.attach.setFocus()
    fingers.press(Qt.Key.Key_Return)
    tab = page.card.files
    assert page.card.tabs.key() == "files"
    assert first.name in tab.adding.holder.words()
    assert dialogs.asked == 1
    dialogs.files = ("/k/a.pdf",)
    fingers.press(Qt.Key.Key_O, held_down=CTRL)
    assert bridge.all_of(AddAttachment) == [AddAttachment(SAMIR, first.referral, "/k/a.pdf")]
    assert not tab.adding.holder.isVisible()


def test_escape_lays_the_next_files_to_the_person_again(
    tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    tab.adding.lay_to(referrals()[0].referral, referrals()[0].name)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Escape)
    assert not tab.adding.holder.isVisible()
    dialogs.files = ("/k/a.pdf",)
    fingers.press(Qt.Key.Key_O, held_down=CTRL)
    assert bridge.all_of(AddAttachment) == [AddAttachment(SAMIR, SAMIR, "/k/a.pdf")]


def test_a_referral_is_forgotten_when_the_tab_is_left(page: PeoplePage, tab: FilesTab) -> None:
    tab.adding.lay_to(referrals()[0].referral, referrals()[0].name)
    page.card.show_tab("notes")
    page.card.show_tab("files")
    assert not tab.adding.holder.isVisible()


def test_a_protected_persons_files_show_the_shield(page: PeoplePage, bridge: FakeBridge) -> None:
    page.open(AtCard(SAMIR, "files"))
    assert not page.card.files.shield.isVisible()
    bridge.on(OpenPerson, lambda _ask: replace(samir(), marks=[Mark.PROTECTED]))
    page.records_changed({"person"})
    assert page.card.files.shield.isVisible()
    page.card.files.rows.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    assert page.card.viewer.shield.isVisible()


def test_a_list_that_came_late_is_not_shown_for_somebody_else(tab: FilesTab, bridge: FakeBridge) -> None:
    bridge.held = True
    tab.load()
    tab.show_person(EntityId(bytes([2] * 16)), protected=False)
    bridge.let_go()
    assert tab.shown() == ()


def test_the_keys_go_to_the_button_when_the_last_file_went(
    tab: FilesTab, shelf: Shelf, bridge: FakeBridge
) -> None:
    shelf.rows = [file_row(1, "todistus.pdf", "pdf", 10)]
    tab.load()
    assert held() is tab.rows
    shelf.rows = []
    tab.load()
    assert held() is tab.adding.add
    assert len(bridge.all_of(ListAttachments)) == 3


def test_the_history_says_what_became_of_files(page: PeoplePage, bridge: FakeBridge) -> None:
    def row(what: str, text: str) -> HistoryRow:
        return HistoryRow(NOW, "attachment", what, [], text, "Aino Lehtonen", True, [Mark.DELIVERED], None)

    rows = [row("deleted", ""), row("changed", "lausunto.pdf"), row("attached", "todistus.pdf")]
    bridge.on(OpenPerson, lambda _ask: replace(samir(), history=[*rows, *samir().history]))
    page.records_changed({"attachment"})
    history = page.card.history
    history.filter.set_key("files")
    history._fill()
    assert [one.title for one in history.timeline.entries()] == [
        "File removed",
        "File renamed: lausunto.pdf",
        "File added: todistus.pdf",
    ]
    assert page.card.tabs._counts[5] == 1
