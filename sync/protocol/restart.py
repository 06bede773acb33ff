# SPDX-License-Identifier: MIT
"""After a hub was restored from a backup: up to where each stream's numbers still hold."""

import msgspec

from sync.records.ids import StreamId


class BasesRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask where the numbering of this epoch goes on from."""


class Base(msgspec.Struct, array_like=True, frozen=True):
    """Up to ``number`` with running hash ``running`` the numbers of the epoch before hold."""

    stream: StreamId
    number: int
    running: bytes


class Bases(msgspec.Struct, array_like=True, frozen=True):
    """The answer: this epoch and a base for every stream that I may read or have written in.

    A stream that is not named begins anew at 0.
    """

    epoch: int
    bases: list[Base]
