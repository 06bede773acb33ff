# SPDX-License-Identifier: MIT
"""The lease: for how long a notebook opens without having met its hub, whatever is done to the clock (FORMAT.md).

``mark`` is how far the lease is used up, in the hub's time. It only grows: at an unlock to what the clock says,
while the notebook is open by what a clock counts that nobody sets. So a clock set back gives nothing again, and
at most as many days of open notebook as the hub granted. It grows only while the lease is in force: a clock that
is far ahead ends nothing, and when it is right again the lease goes on.
"""

from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from desktop.vault.slot_key import SHARE_BYTES

DAY_MS: Final = 86_400_000
LEAP_DAYS: Final = 30
"""A clock that has leapt by a whole lease and this much since the mark is to be looked at first."""
READ_OUT_DAYS: Final = 7
"""How long a lease runs that the help desk read out: by then the laptop must have met its hub."""
_MOST_DAYS: Final = 1000
_LATEST: Final = 2**53


class LeaseRecord(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What lies in the key store. ``until`` and ``mark`` are the hub's ms; ``offset`` is its time less the laptop's.

    ``share`` is lower-case hex.
    """

    days: int
    mark: int
    offset: int
    share: str
    until: int
    version: Literal[1] = 1

    @property
    def share_bytes(self) -> bytes:
        """The share, 16 bytes."""
        return bytes.fromhex(self.share)

    @property
    def granted(self) -> int:
        """When it began, in the hub's time."""
        return self.until - self.days * DAY_MS

    def __repr__(self) -> str:
        return f"LeaseRecord(until={self.until}, mark={self.mark})"


@dataclass(frozen=True, slots=True)
class InForce:
    """The notebook opens until then, in the hub's ms."""

    until: int


@dataclass(frozen=True, slots=True)
class RunOut:
    """The laptop has not met its hub for too long."""


@dataclass(frozen=True, slots=True)
class Suspended:
    """The clock has leapt so far past the end that it may be wrong: check it first."""


Verdict = InForce | RunOut | Suspended

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(LeaseRecord)


def lease_name(vault: str) -> str:
    """Return the name in the key store; ``vault`` is the vault id in hex."""
    return f"kenttakirja/{vault}"


def pack_lease(record: LeaseRecord) -> bytes:
    """Return the record's one spelling."""
    return _encoder.encode(record)


def unpack_lease(raw: bytes) -> LeaseRecord | None:
    """Return the record, ``None`` for anything that ``pack_lease`` would not have made."""
    try:
        record = _decoder.decode(raw)
        share = record.share_bytes
        sound = (len(share), share.hex()) == (SHARE_BYTES, record.share) and _encoder.encode(record) == raw
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    times = (record.mark, record.until, abs(record.offset))
    return record if sound and 0 < record.days <= _MOST_DAYS and max(times) < _LATEST else None


def granted(share: bytes, *, until: int, days: int, now: int) -> LeaseRecord:
    """Return the record of a lease that the hub grants at this moment; ``now`` is the laptop's clock in ms."""
    begun = until - days * DAY_MS
    return LeaseRecord(days=days, mark=begun, offset=begun - now, share=share.hex(), until=until)


def judge(now: int, record: LeaseRecord) -> Verdict:
    """Say how a lease stands; ``now`` is the laptop's clock in ms. Pure: it changes nothing."""
    hub_time = now + record.offset
    if record.mark >= record.until:
        return RunOut()
    if hub_time < record.until:
        return InForce(record.until)
    leap = hub_time - record.mark
    return Suspended() if leap > (record.days + LEAP_DAYS) * DAY_MS else RunOut()


def opened(now: int, record: LeaseRecord) -> LeaseRecord:
    """Return the record after an unlock at ``now``: the mark moves to the clock, if the lease is in force."""
    if not isinstance(judge(now, record), InForce):
        return record
    return msgspec.structs.replace(record, mark=max(record.mark, now + record.offset))


def stood_open(milliseconds: int, record: LeaseRecord) -> LeaseRecord:
    """Return the record after the notebook stood open for so long, by a clock that nobody sets."""
    if record.mark >= record.until:
        return record
    return msgspec.structs.replace(record, mark=min(record.mark + max(milliseconds, 0), record.until))
