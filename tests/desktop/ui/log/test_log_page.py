# SPDX-License-Identifier: MIT
"""An auditor follows a suspicion by keys alone: who, what, which record, which days, and is the log whole."""

import ast
from pathlib import Path

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from log_desk import AINO, LEILA_ID, MIKKO, SAMIR_ID, SARI, LogDesk, event
from page_tools import at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk
from whole_window import WholeWindow

from desktop.notebook.messages.access_log import ExportLog, ShowLog
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.log.groups import GROUPS
from desktop.ui.log.page import LogPage
from desktop.ui.log.words import group_words, operation_words, reason_words, target_kind_words
from desktop.ui.theme.tokens import Look, Tone
from desktop.ui.words.language import Language
from sync.records.audit_events import OPERATIONS

ROOT = Path(__file__).parents[4]
fingers = Fingers()


def asks(bridge: FakeBridge) -> list[ShowLog]:
    return bridge.all_of(ShowLog)


def words(page: LogPage) -> list[list[str]]:
    return [[cell.spoken for cell in row.cells] for row in page.events.table.rows()]


def facts(page: LogPage) -> str:
    return page.whole.facts.accessibleDescription()


def test_the_newest_events_are_shown_with_who_when_and_to_what(page: LogPage) -> None:
    assert held() is page.events.table
    assert words(page)[0] == ["today 14:20", "Aino Lehtonen", "Showed a hidden detail", "Person 0197aaaa"]
    assert words(page)[6] == ["today 14:14", "Mikko Salonen", "Opened the notebook", "Notebook"]
    assert page.events.table.key() == page.events.table.rows()[0].key


def test_enter_shows_one_event_whole_and_escape_leads_back(page: LogPage) -> None:
    fingers.press(Qt.Key.Key_Return)
    assert page.side.currentWidget() is page.whole
    assert page.whole.title.text() == "Showed a hidden detail"
    for told in (
        "Who: Aino Lehtonen",
        "24.11.2026 14:20:00",
        "Why: on the card",
        "Field: Identity code",
        "Number: 9000",
    ):
        assert told in facts(page)
    assert page.whole.record.text().replace(" ", "") == SAMIR_ID
    fingers.press(Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.chains
    assert held() is page.events.table


def test_a_failure_stands_out_and_is_called_one(page: LogPage) -> None:
    shown = [row.cells[2] for row in page.events.table.rows()]
    loud = {cell.words for cell in shown if cell.tone is Tone.DANGER and cell.strong}
    assert loud == {"Wrong passphrases", "Notebook is damaged"}
    fingers.press(*[Qt.Key.Key_Down] * 7, Qt.Key.Key_Return)
    assert all(told in facts(page) for told in ("Outcome: Failed", "Times: 3"))


def test_an_open_event_follows_the_table(page: LogPage) -> None:
    fingers.press(Qt.Key.Key_Return)
    page.events.table.setFocus()
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.whole.title.text() == "Searched"
    assert "Why: by identity code" in facts(page)
    assert page.whole.of_record.isHidden()


def test_all_of_a_record_is_one_key_away_from_its_event(page: LogPage, bridge: FakeBridge) -> None:
    fingers.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert asks(bridge)[-1] == ShowLog("", "", SAMIR_ID, 0, 0, "", 100)
    assert {row[3] for row in words(page)} == {"Person 0197aaaa"}
    assert page.filters.record.text().replace(" ", "") == SAMIR_ID
    assert held() is page.events.table


def test_all_by_a_person_is_one_key_away_and_everything_another(page: LogPage, bridge: FakeBridge) -> None:
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    fingers.press(Qt.Key.Key_2, held_down=CTRL)
    assert asks(bridge)[-1] == ShowLog(MIKKO, "", "", 0, 0, "", 100)
    assert {row[1] for row in words(page)} == {"Mikko Salonen"}
    assert page.filters.staff.currentText() == "Mikko Salonen"
    fingers.press(Qt.Key.Key_0, held_down=CTRL)
    assert asks(bridge)[-1] == ShowLog("", "", "", 0, 0, "", 100)
    assert not page.everything.isEnabled()


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_a_group_asks_for_its_operations(page: LogPage, bridge: FakeBridge, group: str) -> None:
    page.filters.group.setFocus()
    fingers.press(Qt.Key.Key_Home)
    for _ in range(list(GROUPS).index(group)):
        fingers.press(Qt.Key.Key_Down)
    assert asks(bridge)[-1].operation == ",".join(GROUPS[group])


def test_days_are_asked_for_whole(page: LogPage, bridge: FakeBridge) -> None:
    page.filters.since.line.setFocus()
    fingers.write("23.11.")
    assert len(asks(bridge)) == 1  # what is half typed is not asked, and so not logged
    fingers.write("26")
    fingers.press(Qt.Key.Key_Tab)
    fingers.write("23.11.2026")
    fingers.press(Qt.Key.Key_Return)
    asked = asks(bridge)[-1]
    assert (asked.since, asked.until) == (at(0, 0, day=23), at(0, 0, day=24))
    assert words(page) == []
    assert held() is page.filters.until.line


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("since", "31.2.2026", "No such day"),
        ("record", "0197", "No such id"),
        ("record", "z" * 32, "No such id"),
    ],
)
def test_what_is_no_day_and_no_record_is_told_and_not_asked(
    page: LogPage, bridge: FakeBridge, field: str, typed: str, told: str
) -> None:
    line = getattr(page.filters, field)
    line.line.setFocus()
    fingers.write(typed)
    fingers.press(Qt.Key.Key_Return)
    assert line.error == told
    assert len(asks(bridge)) == 1
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    assert page.dialogs.shown is None


def test_an_id_may_be_typed_in_groups_and_capitals(page: LogPage, bridge: FakeBridge) -> None:
    page.filters.record.line.setFocus()
    fingers.write(" ".join(LEILA_ID[start : start + 4] for start in range(0, 32, 4)).upper())
    fingers.press(Qt.Key.Key_Return)
    assert asks(bridge)[-1].target == LEILA_ID


def test_at_the_end_more_come_until_there_are_no_more(page: LogPage, bridge: FakeBridge) -> None:
    fingers.press(Qt.Key.Key_End, held_down=CTRL)
    assert asks(bridge)[-1].before == page.events.table.rows()[99].key
    assert len(words(page)) == 200
    assert page.events.table.currentIndex().row() == 99
    fingers.press(Qt.Key.Key_End, held_down=CTRL)
    assert len(words(page)) == 250
    before = len(asks(bridge))
    fingers.press(Qt.Key.Key_Home, Qt.Key.Key_End, held_down=CTRL)
    assert len(asks(bridge)) == before
    assert len({row.key for row in page.events.table.rows()}) == 250


def test_the_end_may_also_be_scrolled_to_and_is_asked_once(page: LogPage, bridge: FakeBridge) -> None:
    bar = page.events.table.verticalScrollBar()
    bridge.held = True
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum() - 10)
    bar.setValue(bar.maximum())
    assert len(asks(bridge)) == 2
    place = bar.value()
    bridge.let_go()
    assert len(words(page)) == 200
    assert bar.value() == place


def test_a_page_that_did_not_come_is_asked_for_again(page: LogPage, bridge: FakeBridge) -> None:
    told: list[object] = []
    page.troubled.connect(told.append)
    answer = bridge.answers[ShowLog]
    bridge.refuse(ShowLog, Problem.DISK_FULL)
    fingers.press(Qt.Key.Key_End, held_down=CTRL)
    assert told
    bridge.answers[ShowLog] = answer
    fingers.press(Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert len(words(page)) == 200


def test_an_answer_that_another_ask_has_overtaken_is_dropped(page: LogPage, bridge: FakeBridge) -> None:
    bridge.held = True
    page.filters.narrow(staff=SARI)
    page.filters.narrow(staff=MIKKO)
    bridge.let_go()
    assert {row[1] for row in words(page)} == {"Mikko Salonen"}


def test_whole_chains_are_said_to_be_whole(page: LogPage) -> None:
    assert page.chains.state.text() == "Every chain is whole: no event is missing."
    assert {row.marks[0].word for row in page.chains.rows.rows()} == {"Whole"}


def test_a_broken_chain_stands_first_with_its_number(page: LogPage, desk: LogDesk) -> None:
    desk.broken = 1277
    page.enter()
    first = page.chains.rows.rows()[0]
    assert (first.title, first.marks[0].word) == ("Sari Nieminen", "Broken from number 1277")
    assert "broken" in page.chains.state.text()


def test_enter_on_a_chain_asks_for_that_person(page: LogPage, bridge: FakeBridge) -> None:
    page.chains.rows.setFocus()
    fingers.press(Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert asks(bridge)[-1].staff == AINO


def test_the_log_is_written_to_a_file_as_it_is_narrowed(page: LogPage, desk: LogDesk, tmp_path: Path) -> None:
    page.filters.narrow(staff=SARI)
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    dialog = page.dialogs.shown
    assert dialog is not None
    assert dialog.defaultSuffix() == "jsonl"
    dialog.fileSelected.emit(str(tmp_path / "log.jsonl"))
    dialog.reject()
    assert desk.written == [ExportLog(SARI, "", "", 0, 0, str(tmp_path / "log.jsonl"))]
    assert page.toast.words() == "Written"


def test_a_file_that_is_there_already_is_told(page: LogPage, bridge: FakeBridge) -> None:
    bridge.refuse(ExportLog, Problem.FILE_UNREADABLE, reason="not-written")
    page.write("/somewhere/log.jsonl")
    assert page.toast.words() == "Not written: choose a new name or another place"


def test_after_a_lock_nothing_is_left_and_what_comes_late_is_dropped(
    page: LogPage, bridge: FakeBridge
) -> None:
    fingers.press(Qt.Key.Key_Return)
    bridge.held = True
    page.filters.narrow(staff=SARI)
    page.forget()
    bridge.let_go()
    assert (words(page), page.chains.rows.rows(), facts(page)) == ([], (), "")
    assert page.filters.staff.count() == 1
    assert page.whole.title.text() == ""


def test_what_a_newer_program_has_written_is_shown_as_it_is(page: LogPage, desk: LogDesk) -> None:
    desk.rows = [
        event(
            0,
            AINO,
            "TELEPORT",
            who="",
            staff="",
            kind="teapot",
            reason="brew",
            details={"cups": 2},
            status="ODD",
        )
    ]
    page.enter()
    assert words(page) == [["today 14:20", "Nobody named", "TELEPORT", "teapot 0197aaaa"]]
    fingers.press(Qt.Key.Key_Return)
    assert all(told in facts(page) for told in ("Why: brew", "cups: 2", "Outcome: ODD"))


def test_there_are_words_for_every_operation_group_and_reason_in_use(dressed: Dressed) -> None:
    dressed.translations.speak(Language.ENGLISH)
    assert [one for one in OPERATIONS if operation_words(one) == one] == []
    assert all(group_words(one) for one in GROUPS)
    assert sorted(one for group in GROUPS.values() for one in group) == sorted(OPERATIONS)
    plain = {one for one in reasons_in_use() if reason_words(one) == one}
    assert plain == {"referral", "review"}  # in English these two are their own words
    for kind in (
        "notebook",
        "audit",
        "passphrase",
        "pin",
        "lease",
        "person",
        "referral",
        "attachment",
        "session",
    ):
        assert target_kind_words(kind) != kind


def reasons_in_use() -> set[str]:
    """Return every reason that the notebook's own files write as it is, and those that the window gives."""
    found = {
        "card",
        "opened",
        "search",
        "duplicate",
        "refresh",
        "saved",
        "linked",
        "form",
        "two-values",
        "review",
    }
    for file in (ROOT / "desktop" / "notebook").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in {"looked", "look"}:
                given = [one.value for one in node.keywords if one.arg == "reason"]
            elif node.func.attr in {"come_in", "open_with"}:
                given = [one.value for one in node.keywords if one.arg == "by"]
            elif node.func.attr in {"leave", "shown"}:
                given = node.args[:1]
            else:
                continue
            found |= {
                one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
    return found - {""}


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("language", list(Language))
def test_the_page_can_be_walked_in_every_look_and_language(
    page: LogPage, desk: LogDesk, dressed: Dressed, look: Look, language: Language
) -> None:
    desk.broken = 5
    dressed.translations.speak(language)
    dressed.theme.choose(look)
    page.enter()
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    page.events.table.setFocus()
    fingers.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []


def test_f6_goes_through_filters_table_and_what_stands_beside(page: LogPage) -> None:
    assert page.panes() == [page.filters.staff, page.events.table, page.chains.rows]
    fingers.press(Qt.Key.Key_Return)
    assert page.panes()[2] is page.whole.of_record


@pytest.mark.parametrize(
    ("roles", "listed", "first"),
    [
        (["adviser"], False, "today"),
        (["admin"], False, "today"),
        (["adviser", "auditor"], True, "today"),
        (["auditor"], True, "log"),
    ],
)
def test_the_page_is_an_auditors_alone_and_the_first_of_who_is_nothing_else(
    dressed: Dressed,
    qtbot: QtBot,
    tmp_path_factory: pytest.TempPathFactory,
    roles: list[str],
    *,
    listed: bool,
    first: str,
) -> None:
    home = tmp_path_factory.mktemp("laptop")
    whole = WholeWindow(qtbot, dressed, home, roles=roles, role=roles[0])
    LogDesk(whole.bridge)
    whole.show().unlock()
    assert ("log" in whole.window.shell.rail.keys) is listed
    assert whole.window.shell.current == first
    whole.window.close()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_page_in_its_frame_can_be_walked(
    dressed: Dressed, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, size: tuple[int, int]
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path_factory.mktemp("laptop"), roles=["auditor"])
    LogDesk(whole.bridge)
    whole.show().unlock()
    whole.window.resize(*size)
    QApplication.processEvents()
    assert walk(whole.window, dressed.theme) == []
    whole.window.close()
