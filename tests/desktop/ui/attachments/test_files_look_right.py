# SPDX-License-Identifier: MIT
"""Files on the card for every eye, hand and ear; and after a lock nothing of them anywhere in the window."""

from collections.abc import Iterator

import pytest
from cut_words import cut_words
from fake_notebook import FakeBridge
from file_shelf import CANARY, ReadyDialogs, Shelf, file_row, number, picture
from fingers import CTRL, Fingers
from msgspec.structs import replace
from people_world import SAMIR, referrals, samir
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from walker import walk

from desktop.notebook.messages.attachments import AddAttachment, SaveAttachmentCopy
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import OpenPerson
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.components.pill import Mark as MarkWidget
from desktop.ui.people.page import PeoplePage
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language

WIDE, NARROW = (1096, 744), (960, 584)


def everything(page: PeoplePage, tab: FilesTab, bridge: FakeBridge) -> Iterator[str]:
    """Bring up all that the tab can show, one after another, by keys."""
    fingers = Fingers()
    yield "list"
    fingers.press(Qt.Key.Key_F2)
    yield "name"
    tab.work.name.line.clear()
    fingers.press(Qt.Key.Key_Return)
    yield "no name"
    fingers.press(Qt.Key.Key_Escape)
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    yield "copy"
    bridge.refuse(SaveAttachmentCopy, Problem.FIELD_REFUSED, field="path", reason="inside_notebook")
    fingers.press(Qt.Key.Key_Return)
    yield "refused copy"
    bridge.on(OpenPerson, lambda _ask: replace(samir(), marks=[Mark.PROTECTED]))
    page.records_changed({"person"})
    yield "protected"
    tab.adding.lay_to(referrals()[0].referral, referrals()[0].name)
    yield "referral"
    tab.rows.setFocus()
    fingers.press(Qt.Key.Key_Return)
    yield "sheets"
    fingers.press(Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return)
    yield "picture"
    fingers.press(Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return)
    yield "text"
    fingers.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut(
    page: PeoplePage,
    tab: FilesTab,
    bridge: FakeBridge,
    dialogs: ReadyDialogs,
    dressed: Dressed,
    language: Language,
    size: tuple[int, int],
) -> None:
    dialogs.place = "/k/kopio.pdf"
    dressed.translations.speak(language)
    page.resize(*size)
    page.set_compact(compact=size == NARROW)
    cut = {shown: cut_words(page) for shown in everything(page, tab, bridge)}
    assert {shown: words for shown, words in cut.items() if words} == {}
    assert page.size().toTuple() == size


@pytest.mark.parametrize("look", list(Look))
def test_the_walker_finds_nothing_in_any_look(
    page: PeoplePage,
    tab: FilesTab,
    bridge: FakeBridge,
    dialogs: ReadyDialogs,
    dressed: Dressed,
    look: Look,
) -> None:
    dialogs.place = "/k/kopio.pdf"
    dressed.theme.choose(look)
    for shown in everything(page, tab, bridge):
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert (shown, walk(page, dressed.theme)) == (shown, [])
        if focused is not None:
            focused.setFocus()


def test_a_question_is_in_sight_when_it_is_asked(page: PeoplePage, tab: FilesTab) -> None:
    page.resize(*NARROW)
    page.set_compact(compact=True)
    QApplication.processEvents()
    for key, keys, part in (
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, tab.work.name),
        (Qt.Key.Key_S, CTRL, tab.work.warning),
    ):
        tab.rows.setFocus()
        Fingers().press(key, held_down=keys)
        for _ in range(4):
            QApplication.processEvents()
        area = page.card._files_scroll.area.viewport()
        top = part.mapTo(area, QPoint(0, 0)).y()
        assert top >= 0
        assert top + part.height() <= area.height()
        Fingers().press(Qt.Key.Key_Escape)


def test_a_name_without_spaces_does_not_widen_the_page(
    page: PeoplePage, tab: FilesTab, shelf: Shelf, bridge: FakeBridge
) -> None:
    shelf.rows = [file_row(1, "a" * 196 + ".pdf", "pdf", 10, holder_name="b" * 120)]
    tab.load()
    bridge.refuse(AddAttachment, Problem.ATTACHMENT_TYPE)
    page.resize(*NARROW)
    page.set_compact(compact=True)
    tab.adding.lay_to(referrals()[0].referral, "c" * 120)
    tab.adding.ask_which()
    tab.rows.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= NARROW[0]
    assert page.card.viewer.close_it.mapTo(page.card, QPoint(0, 0)).x() < page.card.width()


def spoken(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_each_row_is_read_out_whole(tab: FilesTab) -> None:
    assert (
        tab.rows.rows()[1].spoken == "kuva kokeesta.jpg, Picture (JPEG), 3.3 MB, You, 12:26, On its way 40 %"
    )
    assert spoken(tab.rows) == "Files"


def texts(page: PeoplePage) -> Iterator[str]:
    """Yield every text that any widget of the application holds, seen or not."""
    roots = {page, *QApplication.topLevelWidgets()}
    for root in roots:
        for one in (root, *root.findChildren(QWidget)):
            for name in ("text", "plainText", "placeholderText", "windowTitle", "toolTip"):
                yield str(one.property(name) or "")
            yield one.accessibleName()
            yield one.accessibleDescription()
            if isinstance(one, MarkWidget):
                yield one.value.word
            if isinstance(one, QAbstractItemView):
                model = one.model()
                yield from (str(model.index(n, 0).data()) for n in range(model.rowCount() if model else 0))
                yield from (
                    str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole))
                    for n in range(model.rowCount() if model else 0)
                )


@pytest.mark.parametrize("shown", ["list", "text", "name", "copy", "refused", "referral", "damaged", "drag"])
def test_after_a_lock_no_widget_holds_a_name_or_a_content(
    page: PeoplePage, tab: FilesTab, shelf: Shelf, dialogs: ReadyDialogs, bridge: FakeBridge, shown: str
) -> None:
    name = f"{CANARY}.txt"
    shelf.rows = [file_row(1, name, "text", 10, holder_name=CANARY, author=CANARY, mine=False)]
    shelf.content[number(1)] = CANARY.encode()
    tab.load()
    tab.rows.setFocus()
    fingers = Fingers()
    if shown == "text":
        fingers.press(Qt.Key.Key_Return)
    elif shown == "name":
        fingers.press(Qt.Key.Key_F2)
    elif shown == "copy":
        fingers.press(Qt.Key.Key_S, held_down=CTRL)
    elif shown == "refused":
        dialogs.files = (f"/k/{name}",)
        bridge.refuse(AddAttachment, Problem.ATTACHMENT_TYPE)
        fingers.press(Qt.Key.Key_O, held_down=CTRL)
    elif shown == "referral":
        tab.adding.lay_to(referrals()[0].referral, CANARY)
    elif shown == "damaged":
        shelf.rows = [replace(shelf.rows[0], media="pdf")]
        tab.load()
        fingers.press(Qt.Key.Key_Return)
    elif shown == "drag":
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(f"/k/{name}")])
        enter = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(page.card, enter)
    assert any(CANARY in one for one in texts(page))
    page.forget()
    assert [one for one in texts(page) if CANARY in one or CANARY[:6] in one] == []


def test_after_a_lock_no_pixel_of_a_picture_is_left(page: PeoplePage, tab: FilesTab) -> None:
    assert tab.shown()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    ink = picture().pixelColor(1, 1)
    grabbed = page.card.viewer.grab().toImage()
    seen = grabbed.pixelColor(grabbed.width() // 2, grabbed.height() // 2)
    assert abs(seen.blue() - ink.blue()) < 8
    page.forget()
    assert page.card.viewer.leaf._leaves is None
    assert page.card.viewer.leaf._cached is None
    after = page.card.viewer.leaf.viewport().grab().toImage()
    left = after.pixelColor(after.width() // 2, after.height() // 2)
    assert abs(left.blue() - ink.blue()) > 8


def test_another_language_is_spoken_at_once(page: PeoplePage, tab: FilesTab, dressed: Dressed) -> None:
    before = tab.rows.rows()[0].time
    dressed.translations.speak(Language.FINNISH)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert (before, tab.rows.rows()[0].time) == ("13:26", "13.26")
    assert page.card.person == SAMIR
