# SPDX-License-Identifier: MIT
"""The window as a process of its own that may be looked into, driven by lines, for a test of what its memory keeps.

Its arguments: the laptop's folder. It says ``ready`` at the door, then takes what is typed as one code point a line
in hex, so that nothing but the window puts the words together; ``enter`` opens (``open``), ``lock`` locks
(``locked``), ``title`` tells the titles of all windows. It is not hardened, else nobody could look.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.run_window import compose
from desktop.ui.app import dress

SECONDS = 120.0


def lines() -> Iterator[str]:
    """Yield what is read, without a buffer that keeps it together."""
    line = b""
    while byte := os.read(0, 1):
        if byte == b"\n":
            yield line.decode()
            line = b""
        else:
            line += byte


def wait_until(what: Callable[[], object]) -> None:
    """Let the window live until this is true."""
    end = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.005)


def settle() -> None:
    """Let what was dropped be gone."""
    for _ in range(100):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def press(widget: QWidget, key: int, text: str) -> None:
    """Press and let go of one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def focus() -> QWidget:
    """Return what has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def say(word: str) -> None:
    """Tell the test a word."""
    os.write(1, f"{word}\n".encode())


def main(home: Path) -> None:
    """Do as told until the input ends."""
    dressed = dress(["-platform", "offscreen"])
    window = compose(dressed, home, practice=True).window
    window.begin(empty=False)
    window.show()
    window.activateWindow()
    card = window.unlock_page.card
    wait_until(lambda: card.people.rows() and QApplication.activeWindow() is window)
    card.setFocus()
    say("ready")
    for line in lines():
        match line:
            case "enter":
                press(focus(), Qt.Key.Key_Return, "\r")
                wait_until(lambda: window.who)
                say("open")
            case "lock":
                window.lock()
                wait_until(lambda: window.who is None and window.unlock_page.isVisible())
                settle()
                say("locked")
            case "title":
                say(" | ".join(one.windowTitle() for one in QApplication.topLevelWidgets()))
            case _:
                press(focus(), 0, chr(int(line, 16)))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
