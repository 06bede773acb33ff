# SPDX-License-Identifier: MIT
"""What can go wrong between laptop and hub, with the stable codes of the wire (RFC 9457 ``type``).

ProtocolError (never raised itself)
├── Unreachable            the environment: no network, no answer in time, connection cut
│   ├── CaptivePortal        something answered that is not a hub
│   └── ProxyRefused         the network's proxy does not let us through
├── HubBusy                the other side asks to come back later (retry_after seconds)
├── WrongHub               the other side is a hub, but not the pinned one, or its keys do not verify
├── Refused                the hub said no, with one of the codes below
│   ├── AccessRefused        unknown-writer, writer-revoked, stream-forbidden, signature-invalid,
│   │                        lease-refused
│   ├── ClockRefused         clock-skew: signed outside 120 s of hub time (hub_time_ms)
│   ├── EnrolRefused         code-wrong, code-expired, code-used, code-locked
│   ├── ChainRefused         chain-gap (expected n), chain-fork
│   ├── CursorExpired        cursor-expired: begin again from a snapshot
│   ├── EpochChanged         epoch-changed: the hub was restored
│   ├── HubBehind            hub-behind: an older copy of the hub's database was put in its place
│   ├── VersionRefused       protocol-too-old, protocol-too-new
│   ├── FrameRefused         malformed, frame-too-large, unknown-stream
│   └── BlobRefused          unknown-blob, blob-offset, blob-range, blob-damaged
├── HubFault               the hub failed (5xx): its bug or its disk
├── FrameBroken            the bytes are no frame of ours: damage, or no speaker of this protocol (reason)
│   └── FrameTooLarge        above 256 KiB packed, 4 MiB open, or a window of 8 MiB
├── BundleRefused          a bundle that can't be read
│   ├── BundleBroken         damaged, cut, longer than it says, or not signed by the writer it names
│   ├── BundleTooNew         a later format (found)
│   ├── BundleNotForMe       sealed to others
│   └── BundleOtherHub       of another hub
├── RecoveryRefused        a recovery request or answer that can't be used (part)
└── EnrolmentInvalid       the person's enrolment file, or what was typed (part)
    └── InsecureAddress      plain HTTP to another machine than this one
"""

from enum import StrEnum
from typing import Final

PROBLEM_TYPE_PREFIX: Final = "urn:kenttakirja:problem:"


class Code(StrEnum):
    """The stable list. A code never changes its meaning; new ones are added."""

    UNKNOWN_WRITER = "unknown-writer"
    WRITER_REVOKED = "writer-revoked"
    STREAM_FORBIDDEN = "stream-forbidden"
    SIGNATURE_INVALID = "signature-invalid"
    CLOCK_SKEW = "clock-skew"
    CODE_WRONG = "code-wrong"
    CODE_EXPIRED = "code-expired"
    CODE_USED = "code-used"
    CODE_LOCKED = "code-locked"
    CHAIN_GAP = "chain-gap"
    CHAIN_FORK = "chain-fork"
    CURSOR_EXPIRED = "cursor-expired"
    EPOCH_CHANGED = "epoch-changed"
    HUB_BEHIND = "hub-behind"
    PROTOCOL_TOO_OLD = "protocol-too-old"
    PROTOCOL_TOO_NEW = "protocol-too-new"
    MALFORMED = "malformed"
    FRAME_TOO_LARGE = "frame-too-large"
    UNKNOWN_STREAM = "unknown-stream"
    LEASE_REFUSED = "lease-refused"
    UNKNOWN_BLOB = "unknown-blob"
    BLOB_OFFSET = "blob-offset"
    BLOB_RANGE = "blob-range"
    BLOB_DAMAGED = "blob-damaged"
    BUSY = "busy"
    INTERNAL = "internal"


class ProtocolError(Exception):
    """Root of all that can go wrong between laptop and hub."""


class Unreachable(ProtocolError):
    """No answer: no network, name not found, refused, timed out, or cut off."""


class CaptivePortal(Unreachable):
    """Something answered, but it does not speak our protocol: a sign-in page, a proxy's error page."""


class ProxyRefused(Unreachable):
    """The proxy of this network is not there, or wants a sign-in that we do not have."""


class HubBusy(ProtocolError):
    """The hub asks to come back after ``retry_after`` seconds."""

    def __init__(self, retry_after: float) -> None:
        """Keep the seconds to wait."""
        super().__init__(f"retry after {retry_after:.0f} s")
        self.retry_after = retry_after


class WrongHub(ProtocolError):
    """A hub answered, but it is not the one that this laptop has pinned, or its signatures fail."""


class HubFault(ProtocolError):
    """The hub failed while answering; ``status`` is the HTTP status."""

    def __init__(self, status: int) -> None:
        """Keep the status."""
        super().__init__(f"status {status}")
        self.status = status


class Refused(ProtocolError):
    """The hub said no. ``code`` is stable; ``facts`` hold numbers only, never personal data."""

    def __init__(self, code: Code, **facts: int | str) -> None:
        """Keep code and facts."""
        super().__init__(code.value)
        self.code = code
        self.facts = facts


class AccessRefused(Refused):
    """This writer may not do that."""


class ClockRefused(Refused):
    """Signed outside 120 s of the hub's time; ``facts["hub_time"]`` is its milliseconds."""


class EnrolRefused(Refused):
    """The code is wrong, expired, used, or locked after five tries."""


class ChainRefused(Refused):
    """The run does not follow what the hub has; ``facts["expected"]`` is the n it wants first."""


class CursorExpired(Refused):
    """The cursor is older than what is served one by one."""


class EpochChanged(Refused):
    """The hub was restored from a backup; ``facts["epoch"]`` is the new one."""


class HubBehind(Refused):
    """The hub has less of a ``stream`` than it once acknowledged, in the same epoch: an older copy serves."""


class VersionRefused(Refused):
    """The two sides have no protocol in common."""


class FrameRefused(Refused):
    """The request was not understood: malformed, too large, or for a stream that does not exist."""


class BlobRefused(Refused):
    """No record names this ``blob`` for this writer; or other ``offset``, ``size`` or hash than was said."""


class FrameBroken(ProtocolError):
    """Bytes that are not a frame. ``code`` is what a hub answers to them."""

    code: Code = Code.MALFORMED


class FrameTooLarge(FrameBroken):
    """A frame above one of the limits; nothing of it was built."""

    code: Code = Code.FRAME_TOO_LARGE


class BundleRefused(ProtocolError):
    """Root of what makes a bundle unreadable here."""


class BundleBroken(BundleRefused):
    """Damaged, cut, trailing bytes, or a signature that does not fit."""


class BundleTooNew(BundleRefused):
    """A later format than this program reads; ``found`` is its version."""

    def __init__(self, found: int) -> None:
        """Keep the version."""
        super().__init__(f"version {found}")
        self.found = found


class BundleNotForMe(BundleRefused):
    """Sealed to other keys than mine."""


class BundleOtherHub(BundleRefused):
    """Signed for another hub than the one this notebook belongs to."""


class RecoveryRefused(ProtocolError):
    """A recovery request or answer: no such ``file``, another ``key``, a ``box`` that does not open."""

    def __init__(self, part: str) -> None:
        """Keep which part is wrong."""
        super().__init__(part)
        self.part = part


class EnrolmentInvalid(ProtocolError):
    """An enrolment file or a typed one that can't be used; ``part`` names the field, never its content."""

    def __init__(self, part: str) -> None:
        """Keep the name of the part that is wrong."""
        super().__init__(part)
        self.part = part


class InsecureAddress(EnrolmentInvalid):
    """Plain HTTP is for this machine only; elsewhere the address must begin with https."""

    def __init__(self) -> None:
        """The part is always the address."""
        super().__init__("address")


_CLASSES: Final[dict[Code, type[Refused]]] = {
    Code.UNKNOWN_WRITER: AccessRefused,
    Code.WRITER_REVOKED: AccessRefused,
    Code.STREAM_FORBIDDEN: AccessRefused,
    Code.SIGNATURE_INVALID: AccessRefused,
    Code.CLOCK_SKEW: ClockRefused,
    Code.CODE_WRONG: EnrolRefused,
    Code.CODE_EXPIRED: EnrolRefused,
    Code.CODE_USED: EnrolRefused,
    Code.CODE_LOCKED: EnrolRefused,
    Code.CHAIN_GAP: ChainRefused,
    Code.CHAIN_FORK: ChainRefused,
    Code.CURSOR_EXPIRED: CursorExpired,
    Code.EPOCH_CHANGED: EpochChanged,
    Code.HUB_BEHIND: HubBehind,
    Code.PROTOCOL_TOO_OLD: VersionRefused,
    Code.PROTOCOL_TOO_NEW: VersionRefused,
    Code.MALFORMED: FrameRefused,
    Code.FRAME_TOO_LARGE: FrameRefused,
    Code.UNKNOWN_STREAM: FrameRefused,
    Code.LEASE_REFUSED: AccessRefused,
    Code.UNKNOWN_BLOB: BlobRefused,
    Code.BLOB_OFFSET: BlobRefused,
    Code.BLOB_RANGE: BlobRefused,
    Code.BLOB_DAMAGED: BlobRefused,
}


def refusal(code: Code, **facts: int | str) -> Refused:
    """Return the error of the class that belongs to this code."""
    return _CLASSES.get(code, Refused)(code, **facts)
