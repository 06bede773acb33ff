# SPDX-License-Identifier: MIT
"""Leases: a laptop's share is kept here, and given again to whoever proves the passphrase, or read out.

The hub can't guess the passphrase from what it keeps: the verifier comes from Argon2id under a salt that is in the
key file only. A stolen laptop whose lease has run out can try passphrases here, five of them, then slowly; each
try is in the hub's log.
"""

from typing import Final

from sync.hub.audit import Event, Operation, log
from sync.hub.errors import UnknownName
from sync.hub.parts import HubParts
from sync.hub.store.rows import LeaseRow
from sync.log.signing import is_sound_public
from sync.protocol.devices import SHARE_BYTES, Lease, LeaseKeepRequest
from sync.protocol.errors import Code, HubBusy, refusal
from sync.records.ids import WriterId

FREE_MISSES: Final = 5
LONGEST_WAIT: Final = 300
"""Seconds between two tries, at most; as at the window (FORMAT.md)."""
_KEY: Final = b"lease shares/1\0\0"
_DAY_MS: Final = 24 * 3_600_000


def keep_lease(parts: HubParts, writer: WriterId, request: LeaseKeepRequest) -> Lease:
    """Keep a share and begin the lease anew; raises AccessRefused (writer-revoked), FrameRefused (malformed)."""
    row = parts.reader(writer)
    if len(request.share) != SHARE_BYTES or not is_sound_public(request.verifier):
        raise refusal(Code.MALFORMED)
    until = _until(parts)
    known = parts.store.lease(writer)
    parts.store.put_lease(
        LeaseRow(writer, parts.bodies.seal_one(_KEY, request.share), request.verifier, until)
    )
    if known is None or known.verifier != request.verifier:
        log(parts, [Event(Operation.UPDATE, row.staff, f"writer {writer.hex()}", "lease kept")])
    return Lease(b"", until, parts.lease_days)


def verifier_of(parts: HubParts, writer: WriterId) -> bytes:
    """Return the key that a closed notebook's request must be signed by.

    Raises AccessRefused: writer-revoked, lease-refused for a writer without a lease or that is not known, and
    HubBusy while the writer's wrong tries ask for a wait.
    """
    row = parts.store.writer(writer)
    if row is not None and row.revoked:
        raise refusal(Code.WRITER_REVOKED)
    lease = None if row is None else parts.store.lease(writer)
    if lease is None:
        raise refusal(Code.LEASE_REFUSED)
    beyond = lease.misses - FREE_MISSES + 1
    if beyond > 0:
        wait = min(LONGEST_WAIT, 2 ** min(beyond, 16))
        left = lease.missed + wait * 1000 - parts.clock()
        if left > 0:
            raise HubBusy(left / 1000)
    return lease.verifier


def missed(parts: HubParts, writer: WriterId) -> None:
    """Count a try that the verifier does not fit, and log it."""
    parts.store.miss_lease(writer, parts.clock())
    row = parts.store.writer(writer)
    actor = "" if row is None else row.staff
    log(parts, [Event(Operation.READ, actor, f"writer {writer.hex()}", "lease", forbidden=True)])


def fetch_lease(parts: HubParts, writer: WriterId) -> Lease:
    """Return the share to somebody who has proved the passphrase, and begin the lease anew."""
    lease, share = _open(parts, writer)
    until = _until(parts)
    parts.store.put_lease(LeaseRow(writer, lease.share, lease.verifier, until))
    log(parts, [Event(Operation.READ, parts.known_writer(writer).staff, f"writer {writer.hex()}", "lease")])
    return Lease(share, until, parts.lease_days)


def read_out(parts: HubParts, writer: WriterId, *, reason: str) -> bytes:
    """Return the share for the help desk to read out; raises UnknownName, AccessRefused. Logged with the reason."""
    row = parts.store.writer(writer)
    if row is None or not row.staff:
        raise UnknownName("writer")
    if row.revoked:
        raise refusal(Code.WRITER_REVOKED)
    _, share = _open(parts, writer)
    log(parts, [Event(Operation.READ, "", f"writer {writer.hex()}", f"lease read out: {reason}")])
    return share


def _open(parts: HubParts, writer: WriterId) -> tuple[LeaseRow, bytes]:
    lease = parts.store.lease(writer)
    share = None if lease is None else parts.bodies.open_one(_KEY, lease.share)
    if lease is None or share is None:
        raise refusal(Code.LEASE_REFUSED)
    return lease, share


def _until(parts: HubParts) -> int:
    return parts.clock() + parts.lease_days * _DAY_MS
