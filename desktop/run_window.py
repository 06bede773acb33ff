# SPDX-License-Identifier: MIT
"""Composes the window process: application, bridge, main window. Nothing of store or engine, no key."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess

from desktop.bridge.bridge import Bridge
from desktop.bridge.process import notebook_command
from desktop.resources import resource
from desktop.ui.app import Dressed, dress
from desktop.ui.page import Tools
from desktop.ui.window.capture import CaptureGuard
from desktop.ui.window.clipboard import ClipboardGuard
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.preferences import PreferenceFile
from desktop.ui.window.session_watch import SessionWatch
from desktop.ui.window.single_instance import SingleInstance, to_front
from desktop.ui.words.codes import CodeWords
from desktop.vault.hardening import harden_process
from sync.records.codes import load_codes


def now_ms() -> int:
    """Return this laptop's clock in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def default_home() -> Path:
    """Return where notebooks lie: the user's local data, never a roaming or synchronised folder."""
    return Path(platformdirs.user_data_dir("Kenttakirja", appauthor=False, roaming=False))


@dataclass(frozen=True, slots=True)
class Composed:
    """A window and what it was made of."""

    window: MainWindow
    bridge: Bridge


def compose(dressed: Dressed, home: Path, *, practice: bool = False) -> Composed:
    """Return a window over the laptop folder ``home``; it is not shown and nothing is started."""
    bridge = Bridge(notebook_command(home, practice=practice))
    codes = CodeWords(load_codes(resource("codes")), dressed.translations)
    tools = Tools(bridge, dressed.theme, dressed.translations, codes, now_ms)
    window = MainWindow(tools, preferences=PreferenceFile(home), application=dressed.application)
    bridge.setParent(window)
    return Composed(window, bridge)


def guard(composed: Composed, dressed: Dressed) -> SessionWatch:
    """Lock the window when the computer is left, and keep what it shows out of pictures and histories."""
    window, application = composed.window, dressed.application
    watch = SessionWatch(window, application)
    clipboard = ClipboardGuard(application.clipboard(), window)
    CaptureGuard(application, window)
    watch.left.connect(window.lock)
    for begin in (watch.begin, clipboard.begin):
        window.opened.connect(begin)
    for end in (watch.end, clipboard.end):
        window.locked.connect(end)
        window.closed.connect(end)
    return watch


def is_empty(home: Path) -> bool:
    """Return whether nobody has a notebook here yet; the names are all that the window looks at."""
    folder = home / "notebooks"
    return not folder.is_dir() or not any(folder.iterdir())


def run(arguments: Sequence[str]) -> int:
    """Open the window; return the application's exit code."""
    parser = argparse.ArgumentParser(prog="kenttakirja", description="The outreach worker's notebook.")
    parser.add_argument("--home", type=Path, default=default_home(), help="folder of this laptop's notebooks")
    parser.add_argument("--offscreen", action="store_true", help="draw without a display")
    chosen = parser.parse_args(list(arguments))
    harden_process()
    os.umask(0o077)  # window.json is nobody else's affair either
    dressed = dress(["-platform", "offscreen"] if chosen.offscreen else [])
    instance = SingleInstance(chosen.home)
    if not instance.take():
        instance.call_first()
        return 0
    composed = compose(dressed, chosen.home)
    guard(composed, dressed)
    instance.front_asked.connect(lambda: to_front(composed.window))
    composed.window.closed.connect(instance.leave)
    composed.window.practice_asked.connect(_practise)
    composed.window.closed.connect(dressed.application.quit)
    composed.window.begin(empty=is_empty(chosen.home))
    composed.window.show()
    return dressed.application.exec()


def _practise() -> None:
    """Start the demo as a program of its own: another folder, another hub, no way from here to there."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    QProcess.startDetached(own[0], [*own[1:], "demo"])
