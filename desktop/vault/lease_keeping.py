# SPDX-License-Identifier: MIT
"""The lease in the key store: read, judged before an unlock, written, dropped with its notebook."""

from pathlib import Path

from desktop.vault.disk import Disk
from desktop.vault.errors import LeaseMissing, LeaseRunOut, LeaseSuspended
from desktop.vault.key_store import KeyStore
from desktop.vault.keyfile import Header
from desktop.vault.keyfile_io import read_copies
from desktop.vault.lease import (
    LeaseRecord,
    RunOut,
    Suspended,
    judge,
    lease_name,
    pack_lease,
    unpack_lease,
)
from desktop.vault.slot_key import share_id


def read_lease(key_store: KeyStore, vault: str) -> LeaseRecord | None:
    """Return what the key store holds for a vault, ``None`` when that is nothing or unreadable."""
    raw = key_store.get(lease_name(vault))
    return None if raw is None else unpack_lease(raw)


def write_lease(key_store: KeyStore, vault: str, record: LeaseRecord) -> bool:
    """Keep a record; say whether it is kept."""
    return key_store.put(lease_name(vault), pack_lease(record))


def demand_lease(key_store: KeyStore, header: Header, *, now: int) -> LeaseRecord:
    """Return the lease of a header's slot, if it is in force by the laptop's clock ``now`` (ms).

    Raises LeaseMissing (also for the share of another slot), LeaseRunOut, LeaseSuspended.
    """
    record = read_lease(key_store, header.vault)
    if record is None or share_id(record.share_bytes) != header.passphrase_slot.share_id:
        raise LeaseMissing
    verdict = judge(now, record)
    if isinstance(verdict, RunOut):
        raise LeaseRunOut
    if isinstance(verdict, Suspended):
        raise LeaseSuspended
    return record


def demand_share(key_store: KeyStore, header: Header, *, now: int) -> bytes:
    """Return the share that a header's slot takes, under the same terms."""
    return demand_lease(key_store, header, now=now).share_bytes


def drop_lease(key_store: KeyStore, disk: Disk, folder: Path) -> None:
    """Forget the lease of the notebook in a folder that is about to go; harmless without one."""
    for header in read_copies(disk, folder).readable:
        key_store.drop(lease_name(header.vault))
