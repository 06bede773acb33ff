# SPDX-License-Identifier: MIT
"""Asks the notebook for the paper that is wanted now; one that another has overtaken is thrown away."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.handouts import MakePaper, Paper
from desktop.ui.page import Tools

DELAY_MS: Final = 150
"""Rows passed and letters typed faster than this make no paper."""


class PaperDesk(QObject):
    """``want`` a paper and ``came`` tells it; ``have`` calls back with the wanted one, made or to be made."""

    came = Signal(object)
    """Paper."""
    refused = Signal(object)
    """ProblemReport."""

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wanted: MakePaper | None = None
        self._made: tuple[MakePaper, Paper] | None = None
        self._under_way: MakePaper | None = None
        self._then: Callable[[MakePaper, Paper], None] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DELAY_MS)
        self._wait.timeout.connect(self._make)

    @property
    def wanted(self) -> MakePaper | None:
        """What is wanted now."""
        return self._wanted

    def want(self, ask: MakePaper | None, *, at_once: bool = True) -> None:
        """Want this paper from now on; told at once when it is there already.

        Else it is made shortly after, or with ``at_once`` false only when somebody wants to ``have`` it.
        """
        if ask != self._wanted:
            self._then = None
        self._wanted = ask
        made = self._made
        if ask is None:
            self._wait.stop()
        elif made is not None and made[0] == ask:
            self._wait.stop()
            self.came.emit(made[1])
        elif not at_once:
            self._wait.stop()
        elif self._under_way != ask:
            self._wait.start()

    def have(self, then: Callable[[MakePaper, Paper], None]) -> None:
        """Call back with the paper wanted now, as soon as there is one."""
        if self._wanted is None:
            return
        made = self._made
        if made is not None and made[0] == self._wanted:
            then(*made)
            return
        self._then = then
        if self._under_way != self._wanted:
            self._make()

    def forget(self) -> None:
        """Want nothing, keep nothing."""
        self._wait.stop()
        self._wanted = self._under_way = None
        self._made = None
        self._then = None

    def _make(self) -> None:
        ask = self._wanted
        self._wait.stop()
        if ask is None:
            return
        self._under_way = ask
        self._tools.bridge.ask(
            self,
            ask,
            done=lambda paper: self._arrived(ask, paper),
            failed=lambda report: self._failed(ask, report),
        )

    def _arrived(self, ask: MakePaper, paper: Paper) -> None:
        if self._under_way == ask:
            self._under_way = None
        if ask != self._wanted:
            return
        self._made = (ask, paper)
        self.came.emit(paper)
        then, self._then = self._then, None
        if then is not None:
            then(ask, paper)

    def _failed(self, ask: MakePaper, report: ProblemReport) -> None:
        if self._under_way == ask:
            self._under_way = None
        if ask == self._wanted:
            self._then = None
            self.refused.emit(report)
