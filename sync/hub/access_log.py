# SPDX-License-Identifier: MIT
"""The access log of the whole city: the hub's own events and every laptop's, merged by time.

A laptop's events are read whatever the hub has decided about the commit: what a revoked laptop has told is
evidence, and ``held`` says that it waits or was refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from sync.hub.effective import commits_of
from sync.hub.errors import RecordDamaged
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies
from sync.hub.store.rows import Standing, StoredCommit
from sync.log.commit import Body, read_body
from sync.records.audit_events import city_event
from sync.records.ids import EntityId, StreamId

AUDIT_STREAMS: Final = "audit/"
_AT_ONCE: Final = 1000
_TIME_BYTES: Final = 6


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which events: empty texts and zeros ask for all. Times are ms, ``until`` is the first one that is out."""

    staff: str = ""
    operation: str = ""
    target: str = ""
    since: int = 0
    until: int = 0

    def takes(self, one: "LoggedEvent") -> bool:
        """Return whether an event is wanted."""
        wanted = ((self.staff, one.staff), (self.operation, one.operation), (self.target, one.target))
        return (
            all(asked in {"", found} for asked, found in wanted)
            and one.at >= self.since
            and (not self.until or one.at < self.until)
        )


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """One event; ``city`` is it in the city's shape. ``at`` is ms by whoever wrote it, ``laptop`` empty for the hub."""

    at: int
    laptop: str
    seq: int
    staff: str
    operation: str
    """One of ours for a laptop's, one of the city's four for the hub's own."""
    target: str
    held: bool
    city: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LaptopEvent:
    """One event as it lies in a laptop's stream: who wrote it, and what its chain is held together by."""

    commit: StoredCommit
    entity: EntityId
    seq: int
    previous: bytes
    event: dict[str, Any]

    @property
    def at(self) -> int:
        """The laptop's clock, ms: it stands in the event's id."""
        return int.from_bytes(self.entity[:_TIME_BYTES])


def list_events(parts: HubParts, wanted: LogFilter) -> list[LoggedEvent]:
    """Return what is wanted, the oldest first; raises RecordDamaged where an event of the hub's own is no event."""
    found = [one for one in own_events(parts) if wanted.takes(one)]
    for stream in audit_streams(parts):
        found += [
            logged for one in laptop_events(parts, stream) if wanted.takes(logged := _logged(stream, one))
        ]
    return sorted(found, key=lambda one: (one.at, one.laptop, one.seq))


def audit_streams(parts: HubParts) -> list[StreamId]:
    """Return every laptop's audit stream that somebody has sent to."""
    return [
        one
        for one, head in sorted(parts.store.heads().items())
        if one.startswith(AUDIT_STREAMS) and head.number
    ]


def own_events(parts: HubParts) -> Iterator[LoggedEvent]:
    """Yield the hub's own events in order; raises RecordDamaged for what is none."""
    after = 0
    while rows := parts.store.audit(after=after, limit=_AT_ONCE):
        for row in rows:
            try:
                city = msgspec.json.decode(row.event, type=dict[str, dict[str, Any]])
                event = city["audit_event"]
                yield LoggedEvent(
                    at=event["date_time_epoch"],
                    laptop="",
                    seq=row.seq,
                    staff=event["actor"]["user_id"],
                    operation=event["operation"],
                    target=event["target"]["id"],
                    held=False,
                    city=city,
                )
            except (msgspec.DecodeError, KeyError, TypeError) as problem:
                raise RecordDamaged("hub audit", row.seq, "event") from problem
        after = rows[-1].seq


def laptop_events(parts: HubParts, stream: StreamId) -> Iterator[LaptopEvent]:
    """Yield a laptop's events in the hub's order; what is no event is left out."""
    head = parts.store.head(stream)
    batch: list[StoredCommit] = []
    for one in commits_of(parts, stream, 0 if head is None else head.number):
        batch.append(one)
        if len(batch) == _AT_ONCE:
            yield from _opened(parts, batch)
            batch = []
    yield from _opened(parts, batch)


def _opened(parts: HubParts, batch: list[StoredCommit]) -> Iterator[LaptopEvent]:
    for commit, bodies in zip(batch, open_bodies(parts, batch), strict=True):
        for raw in bodies:
            body = None if raw is None else read_body(raw)
            if body is not None and body.kind == "audit":
                seq, previous, event = (_value(body, name) for name in ("seq", "previous", "event"))
                yield LaptopEvent(
                    commit,
                    body.entity,
                    seq if isinstance(seq, int) else 0,
                    previous if isinstance(previous, bytes) else b"",
                    event if isinstance(event, dict) else {},
                )


def _value(body: Body, name: str) -> object:
    write = body.fields.get(name)
    return None if write is None else write.value


def _logged(stream: StreamId, one: LaptopEvent) -> LoggedEvent:
    laptop = stream.removeprefix(AUDIT_STREAMS)
    return LoggedEvent(
        at=one.at,
        laptop=laptop,
        seq=one.seq,
        staff=_part(one.event, "actor", "user_id"),
        operation=operation_of(one.event),
        target=_part(one.event, "target", "id"),
        held=one.commit.standing is not Standing.EFFECTIVE,
        city=city_event(one.event, time_ms=one.at, laptop=laptop, seq=one.seq),
    )


def operation_of(event: dict[str, Any]) -> str:
    """Return our word for what was done, or an empty text."""
    found = event.get("operation")
    return found if isinstance(found, str) else ""


def _part(event: dict[str, Any], name: str, inner: str) -> str:
    outer = event.get(name)
    found = outer.get(inner) if isinstance(outer, dict) else None
    return found if isinstance(found, str) else ""
