# SPDX-License-Identifier: MIT
"""The clipboard is marked and emptied, windows are kept out of pictures, a folder has one window."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.app import Dressed
from desktop.ui.window.capture import CaptureGuard
from desktop.ui.window.clipboard import CLEAR_MS, NOT_FOR_HISTORY, ClipboardGuard
from desktop.ui.window.single_instance import LOCK, SingleInstance, socket_name

_TAKE_AND_DIE = (
    "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
    "from desktop.ui.window.single_instance import SingleInstance; application = QCoreApplication([]); "
    "one = SingleInstance(Path(sys.argv[1])); taken = one.take(); os._exit(9 if taken else 1)"
)


def test_a_copy_is_marked_for_no_history_and_gone_at_the_lock(dressed: Dressed) -> None:
    clipboard: QClipboard = dressed.application.clipboard()
    owner = QObject()
    guard = ClipboardGuard(clipboard, owner, owns=lambda: True)  # without a screen Qt can't tell
    guard.begin()
    clipboard.setText("Samir, 040 999 0001")
    kept = clipboard.mimeData()
    assert clipboard.text() == "Samir, 040 999 0001"
    assert {name: bytes(kept.data(name).data()) for name in NOT_FOR_HISTORY} == NOT_FOR_HISTORY
    assert guard.clears_soon
    assert guard._timer.interval() == CLEAR_MS == 60_000
    guard.end()
    assert clipboard.text() == ""
    assert not guard.clears_soon


def test_a_minute_empties_the_clipboard_and_nothing_is_touched_while_it_is_locked(dressed: Dressed) -> None:
    clipboard: QClipboard = dressed.application.clipboard()
    owner = QObject()
    guard = ClipboardGuard(clipboard, owner, owns=lambda: True)  # without a screen Qt can't tell
    guard.begin()
    clipboard.setText("Samir")
    guard._timer.timeout.emit()
    assert clipboard.text() == ""
    guard.end()
    clipboard.setText("tunnuslauseen vieressä")
    assert not clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    clipboard.clear()


def test_another_programs_copy_is_neither_marked_nor_emptied(dressed: Dressed) -> None:
    clipboard: QClipboard = dressed.application.clipboard()
    owner = QObject()
    guard = ClipboardGuard(clipboard, owner, owns=lambda: False)
    guard.begin()
    clipboard.setText("Ostoslista")
    guard.end()
    assert clipboard.text() == "Ostoslista"
    assert not clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    clipboard.clear()


def test_every_window_is_kept_out_of_pictures_when_it_is_shown(dressed: Dressed, qtbot: QtBot) -> None:
    excluded: list[int] = []

    def exclude(number: int) -> bool:
        excluded.append(number)
        return True

    owner = QObject()
    guard = CaptureGuard(dressed.application, owner, exclude=exclude)
    window = QWidget()
    inner = QWidget(window)
    qtbot.addWidget(window)
    window.show()
    assert inner.isVisible()
    assert excluded == [int(window.winId())]
    dressed.application.removeEventFilter(guard)


def test_who_comes_second_brings_the_first_to_the_front(
    dressed: Dressed, tmp_path: Path, qtbot: QtBot
) -> None:
    assert dressed.application is not None
    first, second, elsewhere = (SingleInstance(tmp_path / name) for name in ("a", "a", "b"))
    asked = QSignalSpy(first.front_asked)
    assert first.take()
    assert not second.take()
    assert elsewhere.take(), "another folder is another instance"
    assert second.call_first()
    qtbot.waitUntil(lambda: asked.count() == 1)
    first.leave()
    assert second.take()
    second.leave()
    elsewhere.leave()


def test_a_killed_process_leaves_a_folder_that_can_be_taken(dressed: Dressed, tmp_path: Path) -> None:
    assert dressed.application is not None
    killed = subprocess.run([sys.executable, "-c", _TAKE_AND_DIE, str(tmp_path)], check=False)
    assert killed.returncode == 9
    assert (tmp_path / LOCK).exists()
    after = SingleInstance(tmp_path)
    assert after.take()
    assert not SingleInstance(tmp_path).take()
    after.leave()


def test_a_socket_tells_nothing_of_its_folder(tmp_path: Path) -> None:
    assert socket_name(tmp_path / "Samir") != socket_name(tmp_path / "Sanna")
    assert "Samir" not in socket_name(tmp_path / "Samir")
    assert os.sep not in socket_name(tmp_path)
