# SPDX-License-Identifier: MIT
"""Somebody writes about a person who was erased: the stream is told, for its own erasure may never have come here.

An erasure speaks in the streams that held something about the person. What comes later in another one is not kept,
but its author still has it; without an order here their notebook would differ from all others for ever.
"""

from collections.abc import Iterable

from sync.hub.authoring import write_drafts
from sync.hub.parts import HubParts
from sync.log.commit import Draft
from sync.records.ids import StreamId, new_entity


def tell_erased(parts: HubParts, stream: StreamId, marks: Iterable[bytes]) -> None:
    """Write the order to forget these subjects (SHA-256 of their ids) into a stream; again is harmless."""
    now = parts.clock()
    for mark in sorted(marks):
        fields = {"subject": (mark, ()), "at": (now, ())}
        write_drafts(parts, stream, [[Draft("erasure", new_entity(now), None, 1, fields)]])
