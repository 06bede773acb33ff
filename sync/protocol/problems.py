# SPDX-License-Identifier: MIT
"""Errors on the wire: RFC 9457 problem documents, one stable code each, facts as plain members."""

import math
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from sync.protocol.errors import (
    PROBLEM_TYPE_PREFIX,
    CaptivePortal,
    Code,
    FrameBroken,
    HubBusy,
    HubFault,
    ProtocolError,
    Refused,
    refusal,
)

MAX_PROBLEM_BYTES: Final = 8 * 1024
_STATUS: Final[dict[Code, int]] = {
    Code.UNKNOWN_WRITER: 401,
    Code.SIGNATURE_INVALID: 401,
    Code.CLOCK_SKEW: 401,
    Code.WRITER_REVOKED: 403,
    Code.STREAM_FORBIDDEN: 403,
    Code.CODE_WRONG: 403,
    Code.CODE_EXPIRED: 403,
    Code.CODE_USED: 403,
    Code.CODE_LOCKED: 403,
    Code.CHAIN_GAP: 409,
    Code.CHAIN_FORK: 409,
    Code.EPOCH_CHANGED: 409,
    Code.HUB_BEHIND: 409,
    Code.CURSOR_EXPIRED: 410,
    Code.PROTOCOL_TOO_OLD: 400,
    Code.PROTOCOL_TOO_NEW: 400,
    Code.MALFORMED: 400,
    Code.FRAME_TOO_LARGE: 413,
    Code.UNKNOWN_STREAM: 404,
    Code.LEASE_REFUSED: 403,
    Code.UNKNOWN_BLOB: 404,
    Code.BLOB_OFFSET: 409,
    Code.BLOB_RANGE: 416,
    Code.BLOB_DAMAGED: 460,
    Code.BUSY: 503,
    Code.INTERNAL: 500,
}
_OWN_MEMBERS: Final = frozenset({"type", "title", "status", "detail", "instance"})
_SERVER_FAULT: Final = 500
_SIGN_IN_FIRST: Final = 511
"""Network Authentication Required (RFC 6585): a captive portal that says so."""
_BUSY_STATUS: Final = frozenset({429, 503})
_DEFAULT_WAIT: Final = 30.0
_LONGEST_WAIT: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that says no: HTTP status, the document's bytes, seconds for Retry-After (or ``None``)."""

    status: int
    body: bytes
    retry_after: int | None = None


def encode_problem(error: ProtocolError) -> Problem:
    """Return the answer that a hub gives for one of our errors; what has no code of its own is "internal"."""
    facts: dict[str, int | str] = {}
    wait = None
    if isinstance(error, Refused):
        code, facts = error.code, error.facts
    elif isinstance(error, FrameBroken):
        code = error.code
    elif isinstance(error, HubBusy):
        code, wait = Code.BUSY, math.ceil(error.retry_after)
    else:
        code = Code.INTERNAL
    status = _STATUS[code]
    document: dict[str, int | str] = {
        "type": PROBLEM_TYPE_PREFIX + code.value,
        "title": code.value.replace("-", " "),
        "status": status,
    }
    return Problem(status, msgspec.json.encode(document | facts), wait)


def decode_problem(status: int, body: bytes, retry_after: str | None = None) -> ProtocolError:
    """Return the error that a problem document stands for. CaptivePortal when it is not one of ours."""
    code, members = _read(body)
    if code is Code.BUSY or (code is None and status in _BUSY_STATUS):
        return HubBusy(_seconds(retry_after))
    if code is None and status == _SIGN_IN_FIRST:
        return CaptivePortal(f"status {status}")
    if code is Code.INTERNAL or (code is None and status >= _SERVER_FAULT):
        return HubFault(status)
    if code is None:
        return CaptivePortal(f"status {status}")
    facts = {
        name: value
        for name, value in members.items()
        if name not in _OWN_MEMBERS and isinstance(value, int | str) and not isinstance(value, bool)
    }
    return refusal(code, **facts)


def _read(body: bytes) -> tuple[Code | None, dict[str, Any]]:
    if len(body) > MAX_PROBLEM_BYTES:
        return None, {}
    try:
        members = msgspec.json.decode(body, type=dict[str, Any])
        return Code(str(members.get("type")).removeprefix(PROBLEM_TYPE_PREFIX)), members
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None, {}  # an answer by something else than a hub: the caller says so by its status


def _seconds(retry_after: str | None) -> float:
    """The seconds of a Retry-After field; a date, or nonsense, counts as thirty seconds."""
    if retry_after is None or not retry_after.isascii() or not retry_after.isdigit():
        return _DEFAULT_WAIT
    return min(float(retry_after), _LONGEST_WAIT)
