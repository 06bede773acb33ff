# SPDX-License-Identifier: MIT
"""A network between a laptop and the hub's service: what is asked or answered gets lost, doubled, late or cut."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import Any, cast

import msgspec

from sync.hub.in_process import InProcessHub
from sync.hub.service import HubService
from sync.protocol.errors import HubBusy, ProtocolError, Unreachable
from sync.records.ids import WriterId
from tests.torture.programs import program


class Fault(Enum):
    """What happens to one request."""

    NONE = auto()
    REQUEST_LOST = auto()
    ANSWER_LOST = auto()
    TWICE = auto()
    LATE = auto()
    """An earlier request of this laptop arrives once more, before this one."""
    CUT = auto()
    """The answer ends at some byte."""
    PAGE = auto()
    """A captive portal answers."""
    BUSY = auto()


class _Wire:
    """Stands for the hub's service and passes each call on under the next fault of ``plan``."""

    def __init__(self, service: HubService) -> None:
        self.service = service
        self.plan: Iterator[Fault] = iter(())
        self.earlier: list[Callable[[], Any]] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the service has
        found = getattr(self.service, name)
        if not callable(found):
            return found
        return lambda *arguments: self._under(lambda: found(*arguments))

    def _under(self, call: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the call answers
        with program(older=False):  # the hub's
            return self._fate(call)

    def _fate(self, call: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the call answers
        fault = next(self.plan, Fault.NONE)
        if fault is Fault.REQUEST_LOST or fault is Fault.PAGE:
            raise Unreachable(fault.name)
        if fault is Fault.BUSY:
            raise HubBusy(1.0)
        if fault is Fault.LATE and self.earlier:
            self._late(self.earlier[len(self.earlier) // 2])
        self.earlier = [*self.earlier[-20:], call]
        answer = call()
        if fault is Fault.ANSWER_LOST:
            raise Unreachable(fault.name)
        if fault is Fault.CUT:
            _cut(answer)
        return call() if fault is Fault.TWICE else answer

    def _late(self, call: Callable[[], Any]) -> None:
        """Nobody waits for this answer any more; a no is as good as a yes."""
        try:
            call()
        except ProtocolError:
            return


class BadNetwork(InProcessHub):
    """One writer's way to the hub. ``plan`` is set before a round; used up, all goes well."""

    def __init__(self, service: HubService, writer: WriterId) -> None:
        self._wire = _Wire(service)
        super().__init__(cast("HubService", self._wire), writer)

    def behave(self, plan: list[Fault]) -> None:
        """Let these faults happen, one a request."""
        self._wire.plan = iter(plan)

    def heal(self) -> None:
        """Let nothing happen any more."""
        self._wire.plan = iter(())


def _cut(answer: Any) -> None:  # noqa: ANN401 - any message
    """End an answer's bytes early: what is left must not be readable as a whole one."""
    raw = msgspec.msgpack.encode(answer)
    half = raw[: len(raw) // 2]
    try:
        msgspec.msgpack.decode(half, type=type(answer))
    except (msgspec.DecodeError, msgspec.ValidationError) as problem:
        raise Unreachable("cut") from problem
    raise AssertionError("half an answer was read as a whole one")
