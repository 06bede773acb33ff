# SPDX-License-Identifier: MIT
"""The words of the access log, and its events in the shape of the city's own audit log (domain.md 2.5).

An event on a laptop is a map: ``operation``, ``status``, ``actor``, ``target``, ``reason`` and a few counts. It never
holds a value of a record. The city's log knows four operations, so ours go into ``additional_information``.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

OPERATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # what was seen of a person, or handed on
        "READ": "READ",
        "LIST": "READ",
        "SEARCH": "READ",
        "REVEAL": "READ",
        "PRINT": "READ",
        "DISCLOSE": "READ",
        "EXPORT": "READ",
        "SYNC": "READ",
        "BUNDLE_OUT": "READ",
        "BACKUP": "READ",
        # what was written
        "CREATE": "CREATE",
        "IMPORT": "CREATE",
        "BUNDLE_IN": "CREATE",
        "RESTORE": "CREATE",
        "UPDATE": "UPDATE",
        "DELETE": "DELETE",
        # the notebook itself
        "UNLOCK": "READ",
        "UNLOCK_FAILED": "READ",
        "LOCK": "UPDATE",
        "LEAVE": "DELETE",
        "RENEW": "UPDATE",
        "CHECK_FAILED": "READ",
    }
)
"""Our operation, and the one of the city's four that it counts as."""
FAILED: Final = frozenset({"UNLOCK_FAILED", "CHECK_FAILED"})
"""Operations that are told because they did not succeed."""
ORIGIN: Final = "kenttakirja"
_KNOWN: Final = frozenset({"operation", "status", "actor", "target", "reason"})
_SECOND_MS: Final = 1000


def city_event(event: Mapping[str, Any], *, time_ms: int, laptop: str, seq: int) -> dict[str, Any]:
    """Return one event of a laptop as the city's audit log takes it.

    ``time_ms`` is the laptop's clock. What came damaged or from a newer program is carried as far as it goes:
    an unknown operation counts as READ, since leaving an event out would be worse.
    """
    operation = _text(event.get("operation"))
    actor, target = _map(event.get("actor")), _map(event.get("target"))
    more = {name: value for name, value in sorted(event.items()) if name not in _KNOWN and _plain(value)}
    told = [
        operation.lower(),
        _text(event.get("reason")),
        *(f"{name}={value}" for name, value in more.items()),
    ]
    status = "FORBIDDEN" if operation in FAILED else _text(event.get("status")) or "SUCCESS"
    return {
        "audit_event": {
            "origin": ORIGIN,
            "status": status,
            "date_time_epoch": time_ms,
            "date_time": _iso(time_ms),
            "actor": {"role": _text(actor.get("role")) or "USER", "user_id": _text(actor.get("user_id"))},
            "operation": OPERATIONS.get(operation, "READ"),
            "additional_information": " ".join(
                [one for one in told if one] + [f"laptop={laptop}", f"seq={seq}"]
            ),
            "target": {"id": _text(target.get("id")), "type": _text(target.get("type")), "changes": []},
        }
    }


def _iso(time_ms: int) -> str:
    try:
        moment = datetime.fromtimestamp(time_ms / _SECOND_MS, UTC)
    except (OverflowError, OSError, ValueError):
        return ""  # a laptop's clock may say anything; the number beside it is kept
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _plain(value: object) -> bool:
    return isinstance(value, str | int)
