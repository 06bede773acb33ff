# SPDX-License-Identifier: MIT
"""A file is looked at in the window only: sheets, pictures and text; what can't be shown is said; what goes is gone."""

import re
import struct
import zlib
from collections.abc import Callable

import pytest
from fake_notebook import FakeBridge
from file_shelf import CANARY, Shelf, file_row, number, pdf, picture, written
from fingers import Fingers, held
from msgspec.structs import replace
from people_world import samir
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QHideEvent, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.notebook.messages.attachments import OpenAttachment
from desktop.ui.app import Dressed
from desktop.ui.attachments.leaves import NotShown, PdfLeaves, PictureLeaf, leaves_of
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.attachments.viewer import Viewer
from desktop.ui.people.page import PeoplePage
from sync.records.ids import EntityId


def opened(page: PeoplePage, shelf: Shelf, media: str, content: bytes) -> Viewer:
    """Lay one file on the card and open it by Enter."""
    shelf.rows = [file_row(1, f"tiedosto.{media}", media, len(content))]
    shelf.content[number(1)] = content
    page.card.files.load()
    page.card.files.rows.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    return page.card.viewer


def middle(viewer: Viewer) -> str:
    """Return the colour in the middle of what is painted."""
    image = viewer.leaf.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def wheel(viewer: Viewer, turned: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over the leaf by so many eighths of a degree."""
    where = QPointF(50, 50)
    event = QWheelEvent(
        where, viewer.leaf.viewport().mapToGlobal(where), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewer.leaf.viewport(), event)


@pytest.fixture
def viewer(page: PeoplePage, tab: FilesTab) -> Viewer:
    """The first file, a PDF of three sheets, opened by Enter."""
    assert tab.shown()
    Fingers().press(Qt.Key.Key_Return)
    assert page.card.viewer.isVisible()
    return page.card.viewer


def test_a_pdf_opens_by_enter_in_place_of_the_list(
    page: PeoplePage, viewer: Viewer, bridge: FakeBridge
) -> None:
    assert bridge.all_of(OpenAttachment) == [OpenAttachment(number(1))]
    assert held() is viewer.leaf
    assert viewer.name.text() == "todistus.pdf"
    assert viewer.caption.text() == "Page 1 of 3 · 100 %"
    assert not page.card.files.isVisible()
    assert not page.card.history.isVisible()


def test_escape_closes_it_and_the_list_has_the_keys_again(page: PeoplePage, viewer: Viewer) -> None:
    Fingers().press(Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert page.card.history.isVisible()
    assert held() is page.card.files.rows


def test_f6_goes_to_an_open_file_and_to_the_history_where_it_is_shown(
    page: PeoplePage, viewer: Viewer
) -> None:
    assert page.panes()[-2:] == [page.card.tabs, viewer]
    page.card.tabs.setFocus()
    viewer.setFocus()
    assert held() is viewer.leaf
    viewer.close_file()
    assert page.panes()[-2:] == [page.card.tabs, page.card.history.timeline]
    page.set_compact(compact=True)
    assert page.panes()[-1] is page.card.tabs


def test_the_sheets_are_turned_by_keys_as_far_as_there_are_any(viewer: Viewer) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_PageDown)
    assert viewer.caption.text().startswith("Page 2 of 3")
    fingers.press(Qt.Key.Key_End, Qt.Key.Key_PageDown)
    assert viewer.leaf.place == 2
    fingers.press(Qt.Key.Key_Home, Qt.Key.Key_PageUp)
    assert viewer.leaf.place == 0


def test_another_sheet_is_another_picture(viewer: Viewer) -> None:
    first = viewer.leaf.viewport().grab().toImage()
    viewer.leaf.turn(1)
    assert viewer.leaf.viewport().grab().toImage() != first


def test_plus_minus_and_0_bring_it_nearer_and_fit_it_again(viewer: Viewer) -> None:
    fitted = viewer.leaf.shown_rect().size()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert viewer.leaf.percent == 156
    assert viewer.leaf.shown_rect().width() == pytest.approx(fitted.width() * 1.5625, abs=2)
    assert viewer.leaf.verticalScrollBar().maximum() > 0
    fingers.press(Qt.Key.Key_Minus)
    assert viewer.leaf.percent == 125
    fingers.press(Qt.Key.Key_0)
    assert viewer.leaf.shown_rect().size() == fitted
    fingers.press(Qt.Key.Key_Minus)
    assert viewer.leaf.percent == 100
    fingers.press(*[Qt.Key.Key_Plus] * 20)
    assert viewer.leaf.percent == 800


def test_the_middle_stays_in_the_middle_when_it_comes_nearer(viewer: Viewer) -> None:
    fingers = Fingers()
    fingers.press(*[Qt.Key.Key_Plus] * 6)
    leaf, port = viewer.leaf.shown_rect(), viewer.leaf.viewport()
    assert leaf.center().x() == pytest.approx(port.width() / 2, abs=40)


def test_the_buttons_do_what_the_keys_do(viewer: Viewer) -> None:
    viewer.nearer.setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Space)
    assert viewer.leaf.percent == 125
    fingers.press(Qt.Key.Key_Minus)
    assert viewer.leaf.percent == 100
    fingers.press(Qt.Key.Key_Plus)
    viewer.farther.click()
    assert viewer.leaf.percent == 100
    viewer.close_it.setFocus()
    fingers.press(Qt.Key.Key_Return)
    assert not viewer.isVisible()


def test_the_wheel_scrolls_turns_at_the_end_and_zooms_with_ctrl(viewer: Viewer) -> None:
    wheel(viewer, -120)
    assert viewer.leaf.place == 1
    wheel(viewer, 120)
    assert viewer.leaf.place == 0
    wheel(viewer, 120, Qt.KeyboardModifier.ControlModifier)
    assert viewer.leaf.percent == 125
    wheel(viewer, -120)
    assert (viewer.leaf.place, viewer.leaf.verticalScrollBar().value() > 0) == (0, True)


def test_a_picture_is_fitted_and_a_small_one_is_not_blown_up(
    page: PeoplePage, tab: FilesTab, shelf: Shelf
) -> None:
    assert tab.shown()
    viewer = opened(page, shelf, "jpeg", written(picture(3000, 2000, "#aa3311"), b"JPEG"))
    leaf = viewer.leaf.shown_rect()
    assert leaf.width() / leaf.height() == pytest.approx(1.5, abs=0.02)
    assert leaf.width() <= viewer.leaf.viewport().width()
    assert middle(viewer)[1] == "a"
    assert viewer.caption.text() == "100 %"
    viewer.close_file()
    viewer = opened(page, shelf, "png", written(picture(40, 30), b"PNG"))
    assert viewer.leaf.shown_rect().size().toSize() == QSize(40, 30)
    assert middle(viewer) == "#204080"


def test_a_photograph_stands_as_the_camera_was_held(dressed: Dressed) -> None:
    assert dressed.application is not None
    raw = written(picture(60, 40), b"JPEG")
    turned = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    exif = b"\xff\xe1" + struct.pack(">H", len(turned) + 2) + turned
    assert PictureLeaf(raw, "jpeg").size(0).toSize() == QSize(60, 40)
    assert PictureLeaf(raw[:2] + exif + raw[2:], "jpeg").size(0).toSize() == QSize(40, 60)


def test_a_very_large_photograph_is_made_smaller_while_it_is_read(dressed: Dressed) -> None:
    assert dressed.application is not None
    size = PictureLeaf(written(picture(9000, 300), b"JPEG"), "jpeg").size(0).toSize()
    assert size.width() == 4096


def test_a_text_is_shown_as_it_is_and_can_not_be_changed(
    page: PeoplePage, tab: FilesTab, shelf: Shelf
) -> None:
    assert tab.shown()
    viewer = opened(page, shelf, "text", b"\xef\xbb\xbf<b>Hei</b>\n" + "Äiti".encode())
    assert viewer.text.toPlainText() == "<b>Hei</b>\nÄiti"
    assert held() is viewer.text
    Fingers().write("x")
    assert viewer.text.toPlainText() == "<b>Hei</b>\nÄiti"
    assert not viewer._cut_off.isVisible()
    assert not viewer.nearer.isVisible()
    Fingers().press(Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_of_a_very_long_text_the_beginning_is_shown_and_said_to_be_one(
    page: PeoplePage, tab: FilesTab, shelf: Shelf
) -> None:
    assert tab.shown()
    viewer = opened(page, shelf, "text", b"a" * 100_001)
    assert len(viewer.text.toPlainText()) == 100_000
    assert viewer._cut_off.isVisible()


@pytest.mark.qt_log_ignore("Not a JPEG file", "JPEG datastream", extend=True)  # Qt's reader says so itself
@pytest.mark.parametrize(
    ("media", "made"),
    [
        ("pdf", lambda: b"%PDF-1.4 broken"),
        ("pdf", lambda: pdf()[:400]),
        ("png", lambda: written(picture(), b"PNG")[:60]),
        ("jpeg", lambda: b"\xff\xd8\xff\xe0 nothing"),
        ("png", lambda: written(picture(), b"BMP")),
        ("jpeg", lambda: written(picture(), b"PNG")),
        ("png", lambda: b""),
        ("hologram", lambda: b"of a newer version"),
    ],
)
def test_what_can_not_be_shown_is_said_and_can_be_copied(
    page: PeoplePage, tab: FilesTab, shelf: Shelf, media: str, made: Callable[[], bytes]
) -> None:
    assert tab.shown()
    viewer = opened(page, shelf, media, made())
    assert "can't be shown here" in viewer._sorry.text()
    assert viewer._sorry.isVisible()
    assert held() is viewer._sorry
    Fingers().press(Qt.Key.Key_Escape)
    assert held() is page.card.files.rows


def test_a_picture_that_would_take_all_memory_is_refused(dressed: Dressed) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    assert dressed.application is not None
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000)))
    with pytest.raises(NotShown):
        PictureLeaf(bomb + chunk(b"IEND", b""), "png")


def test_a_sheet_as_large_as_a_hall_is_painted_within_bounds(dressed: Dressed) -> None:
    assert dressed.application is not None
    hall = re.sub(rb"/MediaBox \[[^]]*\]", b"/MediaBox [0 0 14400 14400]", pdf(1))
    leaves = PdfLeaves(hall)
    assert leaves.size(0).width() == 14400
    image = leaves.picture(0, 8.0)
    assert image.width() * image.height() <= 16_100_000


def test_a_sheet_that_fails_later_is_said_too(page: PeoplePage, viewer: Viewer) -> None:
    class Torn:
        count, papers = 2, True

        def size(self, place: int) -> QSizeF:
            if place:
                raise NotShown
            return PdfLeaves(pdf(1)).size(0)

        def picture(self, place: int, _scale: float) -> QImage:
            return PdfLeaves(pdf(1)).picture(place, 1.0)

    viewer.leaf.show_leaves(Torn())
    viewer.leaf.turn(1)
    assert viewer._sorry.isVisible()
    assert page.card.viewer.shows


def test_a_sheet_that_can_not_be_painted_is_said_after_the_painting(viewer: Viewer) -> None:
    class Faint:
        count, papers = 1, True

        def size(self, place: int) -> QSizeF:
            return PdfLeaves(pdf(1)).size(place)

        def picture(self, _place: int, _scale: float) -> QImage:
            raise NotShown

    viewer.leaf.show_leaves(Faint())
    viewer.leaf.viewport().repaint()
    QApplication.processEvents()
    assert viewer._sorry.isVisible()


def test_another_kind_has_no_leaves() -> None:
    with pytest.raises(NotShown):
        leaves_of(b"", "hologram")


@pytest.mark.parametrize("away", ["tab", "page", "person", "lock"])
def test_an_open_file_is_dropped_when_one_goes_elsewhere(page: PeoplePage, viewer: Viewer, away: str) -> None:
    if away == "tab":
        page.card.show_tab("notes")
    elif away == "page":
        page.hide()
    elif away == "person":
        page.card.show_person(replace(samir(), person=EntityId(bytes([2] * 16))))
    else:
        page.forget()
    assert not viewer.shows
    assert viewer.name.text() == ""
    assert viewer.leaf.count == 0
    assert viewer.leaf._cached is None


def test_a_window_that_is_only_made_small_keeps_its_file(viewer: Viewer) -> None:
    class Outside(QHideEvent):
        def spontaneous(self) -> bool:
            return True

    viewer.hideEvent(Outside())
    assert viewer.shows


def test_a_file_that_comes_after_one_went_elsewhere_is_not_shown(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge
) -> None:
    assert tab.shown()
    bridge.held = True
    Fingers().press(Qt.Key.Key_Return)
    page.card.show_tab("notes")
    bridge.let_go()
    assert not page.card.viewer.shows
    page.card.show_tab("files")
    page.card.files.rows.setFocus()
    bridge.held = True
    Fingers().press(Qt.Key.Key_Return)
    page.forget()
    bridge.let_go()
    assert not page.card.viewer.shows


def test_records_that_change_meanwhile_leave_an_open_file_open(page: PeoplePage, viewer: Viewer) -> None:
    page.records_changed({"attachment"})
    assert viewer.isVisible()
    assert held() is viewer.leaf


def test_the_window_is_never_called_after_a_file(page: PeoplePage, viewer: Viewer) -> None:
    assert viewer.shows
    assert all("todistus" not in one.windowTitle() for one in QApplication.topLevelWidgets())
    assert page.window().windowTitle() == ""


def test_a_switch_of_language_keeps_the_file_and_says_the_words_again(
    page: PeoplePage, tab: FilesTab, shelf: Shelf
) -> None:
    assert tab.shown()
    viewer = opened(page, shelf, "pdf", CANARY.encode())
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert viewer._sorry.isVisible()
    assert viewer._sorry.text() != ""
