# SPDX-License-Identifier: MIT
"""Leases: a laptop's share is kept here, and given again to whoever proves the passphrase, or read out.

The hub can't guess the passphrase from what it keeps: the verifier comes from Argon2id under a salt that is in the
key file only; a hub together with a copy of the key file can, at Argon2id's price. A stolen laptop whose lease has
run out can try passphrases here, five of them, then slowly; each try is in the hub's log. Anybody who knows a
writer's id can use up its tries and so hold it up for minutes at a time, but not the help desk's read-out.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
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
_DAY_MS: Final = 24 * 3_600_000


def keep_lease(parts: HubParts, writer: WriterId, request: LeaseKeepRequest) -> Lease:
    """Keep a share and begin the lease anew; raises AccessRefused (writer-revoked), FrameRefused (malformed)."""
    row = parts.known_writer(writer)
    if row.revoked:
        _say_no(parts, writer, "lease of a revoked writer")
        raise refusal(Code.WRITER_REVOKED)
    if len(request.share) != SHARE_BYTES or not is_sound_public(request.verifier):
        raise refusal(Code.MALFORMED)
    until = _until(parts)
    known = parts.store.lease(writer)
    parts.store.put_lease(
        LeaseRow(writer, parts.bodies.seal_one(_key(writer), request.share), request.verifier, until)
    )
    if known is None or known.verifier != request.verifier:
        log(parts, [Event(Operation.UPDATE, row.staff, f"writer {writer.hex()}", "lease kept")])
    return Lease(b"", until, parts.lease_days)


def pass_on_lease(parts: HubParts, old: WriterId, heir: WriterId) -> None:
    """Let a writer's lease hold for the one that goes on from it: same share, same passphrase, same wrong tries."""
    lease = parts.store.lease(old)
    share = None if lease is None else parts.bodies.open_one(_key(old), lease.share)
    if lease is not None and share is not None:
        sealed = parts.bodies.seal_one(_key(heir), share)
        parts.store.put_lease(replace(lease, writer=heir, share=sealed))


def fetch_lease(parts: HubParts, writer: WriterId, proves: Callable[[bytes], bool]) -> Lease:
    """Return the share to who proves the passphrase, and begin the lease anew.

    ``proves`` says whether the request is signed by the private half of the verifier it is given. The try is
    counted before it is asked, so that many at once are no more than five. Raises AccessRefused (writer-revoked,
    lease-refused: no lease, an unknown writer, a wrong passphrase) and HubBusy; every no is logged.
    """
    row = parts.store.writer(writer)
    if row is not None and row.revoked:
        _say_no(parts, writer, "lease of a revoked writer")
        raise refusal(Code.WRITER_REVOKED)
    lease = None if row is None else parts.store.lease(writer)
    share = None if lease is None else parts.bodies.open_one(_key(writer), lease.share)
    if row is None or lease is None or share is None:
        _say_no(parts, writer, "no lease")
        raise refusal(Code.LEASE_REFUSED)
    early = parts.store.try_lease(writer, parts.clock(), not_before=_not_before)
    if early > 0:
        raise HubBusy(early / 1000)
    if not proves(lease.verifier):
        _say_no(parts, writer, "lease")
        raise refusal(Code.LEASE_REFUSED)
    until = _until(parts)
    if not parts.store.prolong_lease(writer, lease.verifier, until):
        _say_no(
            parts, writer, "lease changed meanwhile"
        )  # revoked, or another passphrase, at this very moment
        raise refusal(Code.LEASE_REFUSED)
    log(parts, [Event(Operation.READ, row.staff, f"writer {writer.hex()}", "lease")])
    return Lease(share, until, parts.lease_days)


def read_out(parts: HubParts, writer: WriterId, *, reason: str) -> bytes:
    """Return the share for the help desk to read out; raises UnknownName, AccessRefused. Logged with the reason."""
    row = parts.store.writer(writer)
    if row is None or not row.staff:
        raise UnknownName("writer")
    if row.revoked:
        raise refusal(Code.WRITER_REVOKED)
    lease = parts.store.lease(writer)
    share = None if lease is None else parts.bodies.open_one(_key(writer), lease.share)
    if share is None:
        raise refusal(Code.LEASE_REFUSED)
    log(parts, [Event(Operation.READ, "", f"writer {writer.hex()}", f"lease read out: {reason}")])
    return share


def _not_before(misses: int, missed: int) -> int:
    beyond = misses - FREE_MISSES + 1
    return 0 if beyond < 1 else missed + min(LONGEST_WAIT, 2 ** min(beyond, 16)) * 1000


def _say_no(parts: HubParts, writer: WriterId, why: str) -> None:
    row = parts.store.writer(writer)
    actor = "" if row is None else row.staff
    log(parts, [Event(Operation.READ, actor, f"writer {writer.hex()}", why, forbidden=True)])


def _key(writer: WriterId) -> bytes:
    """Return the name of the key that a writer's share is sealed under: nobody swaps two rows unnoticed."""
    return hashlib.sha256(b"kenttakirja/lease/1" + writer).digest()[:16]


def _until(parts: HubParts) -> int:
    return parts.clock() + parts.lease_days * _DAY_MS
