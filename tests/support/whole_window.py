# SPDX-License-Identifier: MIT
"""The whole main window over a fake notebook, unlocked by keys, with a day and people behind it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from fake_day import FakeDay
from fake_notebook import FakeBridge, Reply
from fingers import Fingers
from page_tools import WHO, at, tools_for
from people_world import people_notebook
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from service_shelf import ServiceShelf
from sync_view import view

from desktop.notebook.messages.envelope import Ask, Done, ProblemReport
from desktop.notebook.messages.laptop import (
    Draft,
    LaptopView,
    Lock,
    OpenDraft,
    PersonOnLaptop,
    SaveDraft,
    ShowLaptop,
    Unlock,
    Unlocked,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import OpenSync
from desktop.ui.app import Dressed
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.preferences import PreferenceFile

PHRASE = "kivi lumi tuuli hauki sammal"
PEOPLE = [PersonOnLaptop(WHO.staff, WHO.name, WHO.role, WHO.team_name, at(8, 1, day=23))]


class WindowBridge(FakeBridge):
    """A notebook that can be started, ended and killed; ``life`` keeps what was done to it, in order."""

    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.life: list[str] = []
        self.late: list[Callable[[], None]] = []
        """Answers that come only when a test lets them; what is outstanding can be refused."""
        self._refusals: list[Callable[[ProblemReport], None]] = []
        self.slow: type[Ask[Any]] | None = None

    def start(self) -> None:
        self.life.append("start")

    def restart(self) -> None:
        self.life.append("restart")

    def end(self) -> None:
        self.life.append("end")

    def refuse_outstanding(self) -> None:
        """As the real one: what waits fails as locked, its answer is heard by nobody."""
        self.life.append("refuse")
        refusals, self._refusals = self._refusals, []
        self.late.clear()
        for refuse in refusals:
            refuse(ProblemReport(Problem.LOCKED))

    def ask(
        self,
        owner: Any,  # noqa: ANN401 - as the real one takes it
        message: Ask[Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[ProblemReport], None],
    ) -> None:
        """Answer, or keep the answer back when this kind is slow."""
        if self.slow is not None and isinstance(message, self.slow):
            self._refusals.append(failed)
            self.late.append(lambda: super(WindowBridge, self).ask(owner, message, done=done, failed=failed))
            return
        super().ask(owner, message, done=done, failed=failed)

    def die(self) -> None:
        """Let the process die, and a fresh one be there."""
        self.process_died.emit()


class WholeWindow:
    """The window, what is behind it, and fingers. ``who`` says of whom the next unlock tells."""

    def __init__(self, qtbot: QtBot, dressed: Dressed, home: Path, **who: Any) -> None:  # noqa: ANN401 - of Unlocked
        self.qtbot = qtbot
        self.fingers = Fingers()
        self.day = FakeDay()
        self.bridge = WindowBridge()
        self.shelf = ServiceShelf()
        self.bridge.answers = people_notebook().answers | self.day.bridge.answers | self.shelf.bridge.answers
        self.drafts = self.day.drafts
        self.who = Unlocked(**{name: getattr(WHO, name) for name in WHO.__struct_fields__} | who)
        self._answer(
            ShowLaptop, lambda _ask: LaptopView(PEOPLE, 6, "HEL-L-2217", practice=False, version="1")
        )
        self._answer(Unlock, lambda _ask: self.who)
        self._answer(OpenSync, lambda _ask: view())
        self._answer(Lock, self._lock)
        self._answer(OpenDraft, lambda ask: Draft(self.drafts.get(ask.place, {})))
        self._answer(SaveDraft, self._keep)
        tools = tools_for(dressed, cast("FakeBridge", self.bridge))
        self.window = MainWindow(tools, preferences=PreferenceFile(home), application=dressed.application)
        qtbot.addWidget(self.window)

    def _answer(self, kind: type[Ask[Any]], reply: Callable[[Any], Reply]) -> None:
        self.bridge.answers[kind] = reply

    def _keep(self, ask: SaveDraft) -> Done:
        self.drafts[ask.place] = ask.value
        return Done()

    def _lock(self, ask: Lock) -> Done:
        kept = {name: getattr(self.who, name) for name in self.who.__struct_fields__}
        self.who = Unlocked(**kept | {"draft_page": ask.page})
        return Done()

    def show(self, *, empty: bool = False) -> "WholeWindow":
        """Begin, and bring the window to the front."""
        self.window.begin(empty=empty)
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        return self

    def unlock(self) -> "WholeWindow":
        """Type the passphrase and come in."""
        self.window.unlock_page.card.setFocus()
        self.fingers.write(PHRASE)
        self.fingers.press(Qt.Key.Key_Return)
        assert self.window.who is not None
        QApplication.processEvents()
        return self

    def words(self) -> str:
        """Return everything that the unlock page's notice says."""
        notice = self.window.unlock_page.notice
        return notice.words() if notice.isVisible() else ""
