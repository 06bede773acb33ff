# SPDX-License-Identifier: MIT
"""What a lost hub had heard of when it said that somebody went: its word, ``retract``, names it."""

from collections.abc import Collection

from sync.hub.parts import HubParts
from sync.hub.store.rows import StoredCommit
from sync.log.commit import MARK_BYTES, Body, CommitId
from sync.records.ids import StreamId


def id_of(one: StoredCommit) -> CommitId:
    """Return a commit's id."""
    return CommitId(one.writer, one.n, one.hash[:MARK_BYTES])


def counted(parts: HubParts, stream: StreamId, one: StoredCommit, word: CommitId, retract: Body) -> bool:
    """Return whether a commit about the person counted where the lost hub said with ``word`` that they went."""
    return id_of(one) not in _named(retract, "held") and _was_known(parts, stream, one, word, retract)


def _was_known(parts: HubParts, stream: StreamId, one: StoredCommit, word: CommitId, retract: Body) -> bool:
    if one.writer == word.writer:
        return one.n < word.n
    last = next((each for each in _named(retract, "known") if each.writer == one.writer), None)
    if last is None or one.n > last.n:
        return False
    found = parts.store.commit(stream, last.writer, last.n)
    return found is None or id_of(found) == last  # else another copy of a cloned laptop was here first


def _named(retract: Body, name: str) -> Collection[CommitId]:
    said = retract.fields.get(name)
    return [] if said is None or not isinstance(said.value, list) else [CommitId(*one) for one in said.value]
