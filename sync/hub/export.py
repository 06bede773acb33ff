# SPDX-License-Identifier: MIT
"""Export: the effective entities as JSON lines, values as shown; special streams only when asked for."""

from collections.abc import Iterator
from typing import Any

import msgspec

from sync.hub.audit import Event, Operation, log
from sync.hub.effective import StreamFold, fold_stream
from sync.hub.errors import UnknownName
from sync.hub.parts import HubParts
from sync.log.fold import shown
from sync.log.state import EntityState
from sync.records.ids import StreamId


def export(parts: HubParts, *, stream: StreamId | None = None, special: bool = False) -> Iterator[bytes]:
    """Yield one JSON document an entity; raises UnknownName("stream"). Every stream is logged as read.

    ``special`` lets special-category and audit streams in; a stream that is named is exported as it is.
    """
    heads = parts.store.heads()
    if stream is not None and stream not in heads:
        raise UnknownName("stream")
    chosen = [stream] if stream is not None else [one for one in sorted(heads) if special or _ordinary(one)]
    for one in chosen:
        log(parts, [Event(Operation.READ, "", one, f"export 1-{heads[one].number}")])
        folded = fold_stream(parts, one, heads[one].number)
        for entity in sorted(folded.states):
            yield msgspec.json.encode(_entity(folded, folded.states[entity]))


def _ordinary(stream: StreamId) -> bool:
    return not stream.endswith("/special") and not stream.startswith("audit/")


def _entity(folded: StreamFold, state: EntityState) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    conflicts: list[str] = []
    for name, field in sorted(state.fields.items()):
        its = shown(field, folded.numbers.get)
        fields[name] = plain(its.value)
        if its.conflict:
            conflicts.append(name)
    document: dict[str, Any] = {
        "stream": folded.stream,
        "entity": state.entity.hex(),
        "kind": state.kind,
        "subject": None if state.subject is None else state.subject.hex(),
        "fields": fields,
    }
    return document | ({"conflicts": conflicts} if conflicts else {})


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of the log
    """Return a value as JSON can hold it: bytes as hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value
