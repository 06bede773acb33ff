# SPDX-License-Identifier: MIT
"""The envelope round asks, answers and events on the pipe between window and notebook.

On the pipe: four bytes of length (big-endian), then msgpack. Every ask has an id, every ask gets
exactly one answer or one problem with that id; events come unasked, in order.
"""

from enum import IntEnum
from typing import Final, Generic, TypeVar

import msgspec

from desktop.notebook.messages.problems import Problem

MAX_MESSAGE: Final = 32 * 1024 * 1024
LENGTH_BYTES: Final = 4

A = TypeVar("A")


class Ask(msgspec.Struct, Generic[A], tag=True, frozen=True):
    """Something the window wants; ``A`` is the answer's type."""


class Answer(msgspec.Struct, tag=True, frozen=True):
    """What an ask brings back."""


class Event(msgspec.Struct, tag=True, frozen=True):
    """Something that happened in the notebook without being asked for."""


class Done(Answer, frozen=True):
    """The answer of asks that have nothing to tell but that they were carried out, durably."""


class ProblemReport(msgspec.Struct, frozen=True):
    """Why an ask was not carried out: a stable code, and facts that are no personal data."""

    problem: Problem
    facts: dict[str, str | int | bool] = {}


class AskEnvelope(msgspec.Struct, array_like=True, frozen=True):
    """An ask on the pipe."""

    number: int
    ask: msgspec.Raw


class ReplyKind(IntEnum):
    """What a reply's payload is."""

    ANSWER = 0
    PROBLEM = 1
    EVENT = 2


class ReplyEnvelope(msgspec.Struct, array_like=True, frozen=True):
    """What comes back on the pipe: an Answer or a ProblemReport to ask ``number``, or an Event (number 0)."""

    number: int
    kind: ReplyKind
    payload: msgspec.Raw
