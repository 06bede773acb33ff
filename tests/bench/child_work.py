# SPDX-License-Identifier: MIT
"""Our window at work over the laptop folder of its argument: unlocked by keys, on the page of people.

Writes one JSON object a line: who runs, then the gaps of the idle window, of a window somebody types into,
and after each line on its input those while it syncs and somebody types.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.bridge.bridge import Bridge
from desktop.notebook.messages.sync import SyncChanged, SyncNow
from desktop.run_window import compose
from desktop.ui.app import dress
from desktop.ui.components.search_field import SearchField
from desktop.ui.window.main_window import MainWindow
from tests.bench.gaps import Gaps, Typist
from tests.bench.shares import share

WAIT_MS: Final = 300_000


class Rounds:
    """When the last round that went well has ended, by what the notebook tells the window."""

    def __init__(self, bridge: Bridge) -> None:
        self.last = 0
        bridge.event_arrived.connect(self._happened)

    def _happened(self, event: object) -> None:
        if isinstance(event, SyncChanged):
            self.last = max(self.last, event.status.last_success)


def main() -> int:
    """Unlock, and go through what is to be measured until the input ends."""
    home, passphrase, still_ms = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    dressed = dress()
    composed = compose(dressed, home, practice=True)
    window, bridge = composed.window, composed.bridge
    rounds = Rounds(bridge)
    window.begin(empty=False)
    window.show()
    window.activateWindow()
    _unlock(window, passphrase)
    _turn_until(lambda: rounds.last > 0)
    _look_for_people(window)
    _type_for(still_ms)
    _turn_for(still_ms)
    _tell(notebook=bridge.process_id)
    sys.stdin.readline()
    idle = Gaps()
    _turn_for(still_ms)
    _tell(**_figures(idle.end()))
    _tell(**_type_for(still_ms))
    while sys.stdin.readline().strip():
        QCoreApplication.processEvents()
        before, start = rounds.last, time.perf_counter()
        gaps, typist = Gaps(), Typist()
        bridge.ask(window, SyncNow(), done=lambda _done: None, failed=lambda _report: sys.exit(3))
        _turn_until(lambda: rounds.last > before)  # noqa: B023 - asked only within this turn
        strokes = typist.end()
        _tell(**_figures(gaps.end()), strokes=strokes, seconds=time.perf_counter() - start)
    window.close()
    return 0


def _unlock(window: MainWindow, passphrase: str) -> None:
    card = window.unlock_page.card
    opened: list[bool] = []
    window.opened.connect(lambda: opened.append(True))
    _turn_until(lambda: bool(card.people.key()))
    card.passphrase.line.setText(passphrase)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        enter = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(card.passphrase.line, enter)
    _turn_until(lambda: bool(opened))


def _look_for_people(window: MainWindow) -> None:
    window.shell.show_page("people")
    window.shell.page("people").findChildren(SearchField)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
    _turn_until(lambda: isinstance(QApplication.focusWidget(), SearchField))


def _type_for(ms: int) -> dict[str, float]:
    gaps, typist = Gaps(), Typist()
    _turn_for(ms)
    strokes = typist.end()
    return _figures(gaps.end()) | {"strokes": strokes}


def _figures(gaps: list[float]) -> dict[str, float]:
    return {"worst_ms": max(gaps), "p99_ms": share(gaps, 0.99), "p50_ms": share(gaps, 0.5)}


def _tell(**facts: float) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def _turn_until(good: Callable[[], bool]) -> None:
    """Turn the event loop until something holds, looking every 5 ms; raises TimeoutError."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if good() else None)
    look.start(5)
    end = QTimer()
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    end.start(WAIT_MS)
    loop.exec()
    if not good():
        raise TimeoutError


def _turn_for(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
