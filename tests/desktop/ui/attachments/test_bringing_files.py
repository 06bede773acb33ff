# SPDX-License-Identifier: MIT
"""Files dropped onto a card and pasted into its list; what can't be attached is said and nothing is added."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_notebook import FakeBridge
from file_shelf import picture, written
from fingers import CTRL, Fingers
from people_world import SAMIR, people_notebook, tools_with
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.attachments import AddAttachment, AddPicture
from desktop.ui.app import Dressed
from desktop.ui.attachments import brought as bringing
from desktop.ui.attachments.brought import Brought, brought, picture_bytes
from desktop.ui.attachments.drop_target import DropTarget
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.people.page import PeoplePage

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def with_urls(*urls: str) -> QMimeData:
    """Return what a file manager or a browser drags; both offer the addresses as text as well."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    data.setText("\n".join(urls))
    return data


def come_over(widget: QWidget, data: QMimeData) -> QDragEnterEvent:
    """Drag in over a widget."""
    event = QDragEnterEvent(QPoint(5, 5), _BOTH, data, _LEFT, _NONE)
    QApplication.sendEvent(widget, event)
    return event


def let_go(widget: QWidget, data: QMimeData) -> QDropEvent:
    """Drop on a widget; a file manager proposes to move."""
    event = QDropEvent(QPointF(5, 5), _BOTH, data, _LEFT, _NONE)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(widget, event)
    return event


def hint(page: PeoplePage) -> DropTarget:
    """Return what covers the card while something is dragged over it."""
    return page.card._drop


def added(bridge: FakeBridge) -> list[str]:
    """Return the paths that were asked to be taken in."""
    assert all((ask.person, ask.holder) == (SAMIR, SAMIR) for ask in bridge.all_of(AddAttachment))
    return [ask.path for ask in bridge.all_of(AddAttachment)]


@pytest.mark.parametrize("tab", ["summary", "situation", "notes", "services", "files"])
def test_a_drop_on_any_tab_covers_the_card_and_adds_one_after_another(
    page: PeoplePage, bridge: FakeBridge, tab: str
) -> None:
    page.card.show_tab(tab)
    data = with_urls("file:///k/a.pdf", "file:///k/b%20c.txt")
    assert come_over(page.card, data).isAccepted()
    assert hint(page).isVisible()
    assert hint(page).geometry() == page.card.rect()
    assert let_go(hint(page), data).isAccepted()
    assert not hint(page).isVisible()
    assert page.card.tabs.key() == "files"
    assert added(bridge) == ["/k/a.pdf", "/k/b c.txt"]


def test_a_drop_copies_whatever_the_other_program_proposes(page: PeoplePage) -> None:
    data = with_urls("file:///k/a.pdf")
    assert come_over(page.card, data).dropAction() is Qt.DropAction.CopyAction
    come_over(hint(page), data)  # as Qt does at the next move: the hint is under the pointer now
    move = QDragMoveEvent(QPoint(9, 9), _BOTH, data, _LEFT, _NONE)
    QApplication.sendEvent(hint(page), move)
    assert (move.isAccepted(), move.dropAction()) == (True, Qt.DropAction.CopyAction)
    assert let_go(hint(page), data).dropAction() is Qt.DropAction.CopyAction


def test_a_file_dragged_over_a_half_written_note_is_added_and_not_written_into_it(
    page: PeoplePage, bridge: FakeBridge
) -> None:
    page.card.write_note()
    area = page.card.notes.field.area
    Fingers().write("kesken")
    data = with_urls("file:///k/a.pdf")
    come_over(area.viewport(), data)
    assert hint(page).isVisible()
    let_go(area.viewport(), data)
    assert added(bridge) == ["/k/a.pdf"]
    assert page.card.notes.field.text() == "kesken"


def test_a_text_dragged_into_a_note_is_the_notes(page: PeoplePage, bridge: FakeBridge) -> None:
    page.card.write_note()
    data = QMimeData()
    data.setText("sana")
    area = page.card.notes.field.area
    come_over(area.viewport(), data)
    assert not hint(page).isVisible()
    let_go(area.viewport(), data)
    assert page.card.notes.field.text() == "sana"
    assert bridge.all_of(AddAttachment) == []


def test_a_drag_that_goes_away_uncovers_the_card(page: PeoplePage, bridge: FakeBridge) -> None:
    data = with_urls("file:///k/a.pdf")
    come_over(page.card, data)
    come_over(hint(page), data)
    QApplication.sendEvent(hint(page), QDragLeaveEvent())
    assert not hint(page).isVisible()
    assert added(bridge) == []


def test_folders_are_refused_in_words(page: PeoplePage, bridge: FakeBridge, tmp_path: Path) -> None:
    let_go_at(page, [tmp_path.as_uri()])
    assert "folder" in page.card.files.notice.words()
    assert added(bridge) == []


def test_web_links_are_refused_in_words(page: PeoplePage, bridge: FakeBridge) -> None:
    let_go_at(page, ["https://www.example.org/kuva.jpg"])
    assert "link to the web" in page.card.files.notice.words()
    assert page.card.files.notice.isVisible()
    assert added(bridge) == []


def test_of_a_mixture_the_files_are_taken_and_the_rest_is_said(
    page: PeoplePage, bridge: FakeBridge, tmp_path: Path
) -> None:
    let_go_at(page, ["file:///k/a.pdf", tmp_path.as_uri(), "https://www.example.org/", "file:///k/b.pdf"])
    assert added(bridge) == ["/k/a.pdf", "/k/b.pdf"]
    said = page.card.files.notice.words().splitlines()
    assert len(said) == 2
    assert all("only the files" in line for line in said)


def let_go_at(page: PeoplePage, urls: Sequence[str]) -> None:
    """Drag these over the card and drop them."""
    data = with_urls(*urls)
    come_over(page.card, data)
    let_go(hint(page), data)


def test_a_dragged_picture_is_added(page: PeoplePage, bridge: FakeBridge) -> None:
    data = QMimeData()
    data.setImageData(picture())
    come_over(page.card, data)
    let_go(hint(page), data)
    (ask,) = bridge.all_of(AddPicture)
    assert ask.content == written(picture(), b"PNG")


def test_nobodys_card_takes_nothing(dressed: Dressed, qtbot: QtBot) -> None:
    bridge = people_notebook()
    page = PeoplePage(tools_with(dressed, bridge))
    qtbot.addWidget(page)
    data = with_urls("file:///k/a.pdf")
    assert not come_over(page.card, data).isAccepted()
    assert hint(page).isHidden()
    assert not let_go(hint(page), data).isAccepted()
    assert bridge.all_of(AddAttachment) == []


def test_a_lock_during_a_drag_takes_nothing(page: PeoplePage, bridge: FakeBridge) -> None:
    data = with_urls("file:///k/a.pdf")
    come_over(page.card, data)
    page.forget()
    assert hint(page).isHidden()
    let_go(hint(page), data)
    assert bridge.all_of(AddAttachment) == []


def test_a_drop_puts_an_open_file_away_first(page: PeoplePage, tab: FilesTab, bridge: FakeBridge) -> None:
    assert tab.shown()
    Fingers().press(Qt.Key.Key_Return)
    assert page.card.viewer.isVisible()
    let_go_at(page, ["file:///k/a.pdf"])
    assert not page.card.viewer.shows
    assert added(bridge) == ["/k/a.pdf"]


def test_a_copied_picture_is_pasted_with_the_day_as_its_name(tab: FilesTab, bridge: FakeBridge) -> None:
    assert tab.shown()
    QGuiApplication.clipboard().setImage(picture(colour="#aa3311"))
    Fingers().press(Qt.Key.Key_V, held_down=CTRL)
    (ask,) = bridge.all_of(AddPicture)
    assert (ask.person, ask.holder, ask.name) == (SAMIR, SAMIR, "Picture 24.11.2026")
    assert QImage.fromData(ask.content).pixelColor(3, 3).name() == "#aa3311"


def test_copied_files_are_pasted_as_files(tab: FilesTab, bridge: FakeBridge) -> None:
    assert tab.shown()
    QGuiApplication.clipboard().setMimeData(with_urls("file:///k/a.pdf"))
    Fingers().press(Qt.Key.Key_V, held_down=CTRL)
    assert added(bridge) == ["/k/a.pdf"]


def test_pasting_a_text_says_that_there_is_no_picture(tab: FilesTab, bridge: FakeBridge) -> None:
    QGuiApplication.clipboard().setText("sana")
    Fingers().press(Qt.Key.Key_V, held_down=CTRL)
    assert "clipboard" in tab.notice.words()
    assert (bridge.all_of(AddPicture), bridge.all_of(AddAttachment)) == ([], [])


def test_pasting_into_the_name_of_a_file_pastes_text(tab: FilesTab, bridge: FakeBridge) -> None:
    QGuiApplication.clipboard().setText("lausunto")
    fingers = Fingers()
    fingers.press(Qt.Key.Key_F2)
    fingers.press(Qt.Key.Key_V, held_down=CTRL)
    assert tab.work.name.text() == "lausunto.pdf"
    assert tab.notice.isHidden()
    assert bridge.all_of(AddPicture) == []


def test_a_picture_too_large_as_png_goes_as_jpeg(monkeypatch: pytest.MonkeyPatch, dressed: Dressed) -> None:
    assert dressed.application is not None
    image = picture(300, 300)
    monkeypatch.setattr(bringing, "LARGEST_FILE", len(picture_bytes(image)))
    assert picture_bytes(image).startswith(b"\x89PNG")
    monkeypatch.setattr(bringing, "LARGEST_FILE", len(picture_bytes(image)) - 1)
    assert picture_bytes(image).startswith(b"\xff\xd8\xff")


def test_no_picture_is_no_bytes(dressed: Dressed) -> None:
    assert dressed.application is not None
    assert picture_bytes(QImage()) == b""
    data = QMimeData()
    data.setImageData("no picture")
    assert brought(data) == Brought()


def test_what_was_brought_is_not_written_out_by_chance() -> None:
    assert "salainen" not in repr(Brought(("/k/salainen.pdf",)))


def test_other_events_go_their_way(page: PeoplePage) -> None:
    assert not hint(page).eventFilter(page.card, QEvent(QEvent.Type.User))
