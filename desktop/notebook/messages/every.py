# SPDX-License-Identifier: MIT
"""The unions of all asks, answers and events: what the pipe decodes."""

import inspect
from types import ModuleType
from typing import Any, Final, TypeVar, Union

import msgspec

from desktop.notebook.messages import (
    access_log,
    appointments,
    attachments,
    backups,
    editing,
    follow_up,
    group_events,
    handouts,
    held,
    hints,
    laptop,
    leads,
    leases,
    leaving,
    merging,
    moving,
    network,
    notices,
    people,
    plans,
    recovery,
    referrals,
    reopening,
    retention,
    review,
    services,
    settling,
    sync,
    today,
    waiting,
)
from desktop.notebook.messages.envelope import Answer, Ask, Done, Event

_MODULES: Final = (
    laptop,
    reopening,
    leases,
    leaving,
    network,
    recovery,
    backups,
    today,
    group_events,
    waiting,
    people,
    plans,
    hints,
    follow_up,
    appointments,
    leads,
    merging,
    attachments,
    services,
    handouts,
    referrals,
    editing,
    review,
    notices,
    held,
    moving,
    settling,
    sync,
    retention,
    access_log,
)

T = TypeVar("T")


def _subclasses(module: ModuleType, root: type[T]) -> list[type[T]]:
    found = [
        one
        for _, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, root) and one is not root and one.__module__ == module.__name__
    ]
    return sorted(found, key=lambda one: one.__name__)


ASKS: Final[tuple[type[Ask[Any]], ...]] = tuple(
    one for module in _MODULES for one in _subclasses(module, Ask)
)
ANSWERS: Final[tuple[type[Answer], ...]] = (
    Done,
    *(one for module in _MODULES for one in _subclasses(module, Answer)),
)
EVENTS: Final[tuple[type[Event], ...]] = tuple(
    one for module in _MODULES for one in _subclasses(module, Event)
)

encoder: Final = msgspec.msgpack.Encoder()
ask_decoder: Final[msgspec.msgpack.Decoder[Ask[Any]]] = msgspec.msgpack.Decoder(Union[ASKS])  # noqa: UP007 - built at run time
answer_decoder: Final[msgspec.msgpack.Decoder[Answer]] = msgspec.msgpack.Decoder(Union[ANSWERS])  # noqa: UP007 - built at run time
event_decoder: Final[msgspec.msgpack.Decoder[Event]] = msgspec.msgpack.Decoder(Union[EVENTS])  # noqa: UP007 - built at run time
