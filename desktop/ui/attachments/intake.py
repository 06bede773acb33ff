# SPDX-License-Identifier: MIT
"""Takes files in one after another: the next is asked for when the one before is saved or refused."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal

from desktop.notebook.messages.attachments import AddAttachment, AddPicture
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import RecordSaved
from desktop.ui.page import Tools
from sync.records.ids import EntityId


@dataclass(frozen=True, slots=True, repr=False)
class Incoming:
    """One file on its way in. Fixed with the person who was in front then, whoever is looked at later."""

    ask: AddAttachment | AddPicture
    place: int
    """Its number among those that came together, from 1."""
    of: int

    @property
    def name(self) -> str:
        """What it is called where it comes from."""
        return PurePath(self.ask.path).name if isinstance(self.ask, AddAttachment) else self.ask.name

    def __repr__(self) -> str:
        return f"Incoming(place={self.place}, of={self.of})"


class Intake(QObject):
    """`taken` and `refused` tell of each, `begun` before it, `ended` when nothing is left."""

    begun = Signal(object)
    """Incoming."""
    taken = Signal(object, object)
    """Incoming and its RecordSaved."""
    refused = Signal(object, object)
    """Incoming and a ProblemReport; the rest goes on."""
    ended = Signal()

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._waiting: deque[Incoming] = deque()
        self._now: Incoming | None = None
        self._round = 0

    @property
    def busy(self) -> bool:
        """Whether one is being taken in."""
        return self._now is not None

    def take(self, person: EntityId, holder: EntityId, paths: Sequence[str]) -> None:
        """Take these files in after what waits already."""
        asks = [AddAttachment(person, holder, path) for path in paths]
        self._waiting.extend(Incoming(ask, place, len(asks)) for place, ask in enumerate(asks, start=1))
        self._go_on()

    def take_picture(self, person: EntityId, holder: EntityId, name: str, content: bytes) -> None:
        """Take a picture in after what waits already."""
        self._waiting.append(Incoming(AddPicture(person, holder, name, content), 1, 1))
        self._go_on()

    def forget(self) -> None:
        """Drop what waits; of what is under way nothing is heard any more."""
        self._round += 1
        self._waiting.clear()
        self._now = None

    def _go_on(self) -> None:
        if self._now is not None:
            return
        if not self._waiting:
            self.ended.emit()
            return
        one = self._now = self._waiting.popleft()
        number = self._round

        def saved(record: RecordSaved) -> None:
            if number == self._round:
                self._now = None
                self.taken.emit(one, record)
                self._next(number)

        def failed(report: ProblemReport) -> None:
            if number == self._round:
                self._now = None
                self.refused.emit(one, report)
                self._next(number)

        self.begun.emit(one)
        self._tools.bridge.ask(self, one.ask, done=saved, failed=failed)

    def _next(self, number: int) -> None:
        """Go on, unless what was told has made somebody forget everything."""
        if number == self._round:
            self._go_on()
