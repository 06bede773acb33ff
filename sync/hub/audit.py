# SPDX-License-Identifier: MIT
"""The hub's own log: who read what and who was refused, as a hash chain of the city's audit events.

Shape of the events: City of Helsinki's (domain.md 2.5). They name staff and streams, never what a record says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import msgspec

from sync.hub.parts import HubParts


class Operation(Enum):
    """What was done."""

    CREATE = "CREATE"
    READ = "READ"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``actor`` is a staff id, or empty for the hub's own administration."""

    operation: Operation
    actor: str
    target: str
    more: str = ""
    forbidden: bool = False

    def encode(self, now: int) -> bytes:
        """Return the event as JSON."""
        event: dict[str, Any] = {
            "audit_event": {
                "origin": "kenttakirja-hub",
                "status": "FORBIDDEN" if self.forbidden else "SUCCESS",
                "date_time_epoch": now,
                "date_time": datetime.fromtimestamp(now / 1000, UTC).isoformat(timespec="milliseconds"),
                "actor": {"role": "USER" if self.actor else "SYSTEM", "user_id": self.actor},
                "operation": self.operation.value,
                "additional_information": self.more,
                "target": {"id": self.target, "type": "stream"},
            }
        }
        return msgspec.json.encode(event)


def log(parts: HubParts, events: Sequence[Event]) -> None:
    """Append these events to the chain; durable when this returns."""
    if events:
        now = parts.clock()
        parts.store.log([event.encode(now) for event in events])
