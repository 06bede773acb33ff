# SPDX-License-Identifier: MIT
"""Trying a passphrase at the copies of a key file: counted before it is checked, no try where nothing was derived."""

import functools
from collections.abc import Callable, Iterable
from typing import TypeVar

from desktop.vault.errors import (
    FileFault,
    KeyFileDamaged,
    LaptopFault,
    LeaseFault,
    LeaseMissing,
    MemoryShort,
    Throttled,
    WrongPassphrase,
)
from desktop.vault.keyfile import Header, is_authentic
from desktop.vault.secrets import VaultSecrets
from desktop.vault.slot_key import SlotKey
from desktop.vault.slots import open_passphrase_slot, slot_key
from desktop.vault.throttle import FREE_TRIES, Throttle, wait_after

ShareOf = Callable[[Header], bytes]
"""Gives the share that a header's passphrase slot takes, where its lease is in force; else raises a LeaseFault."""
Shared = tuple[Header, bytes]
"""A header and the share of its slot, empty where it takes none."""

K = TypeVar("K")
T = TypeVar("T")


def no_share(_header: Header) -> bytes:
    """Have none; raises LeaseMissing."""
    raise LeaseMissing


def with_shares(headers: Iterable[Header], share_of: ShareOf) -> list[Shared]:
    """Return the headers that can be tried now, each with its share; raises the first LeaseFault if none can."""
    shared: list[Shared] = []
    fault: LeaseFault | None = None
    for header in headers:
        try:
            shared.append((header, share_of(header) if header.passphrase_slot.share_id else b""))
        except LeaseFault as problem:
            fault = fault or problem
    if not shared and fault is not None:
        raise fault
    return shared


def guess(throttle: Throttle, check: Callable[[], T | None]) -> T:
    """Count, check, and forgive if it was right, or if it was no guess at all.

    Raises Throttled, WrongPassphrase when ``check`` gives ``None``, DiskFull, and what ``check`` raises.
    """
    seconds = throttle.seconds_left()
    if seconds:
        raise Throttled(seconds)
    throttle.note_try()
    try:
        opened = check()
    except (FileFault, LaptopFault):
        throttle.forgive_last()
        raise
    if opened is None:
        free = throttle.free_tries
        raise WrongPassphrase(free_tries=free, wait_seconds=throttle.seconds_left() or wait_after(FREE_TRIES))
    throttle.forgive_all()
    return opened


def open_by_passphrase(shared: Iterable[Shared], typed: bytes) -> tuple[Header, VaultSecrets, SlotKey] | None:
    """Return the first header that the passphrase opens with its share; raises what ``first_authentic`` raises."""
    return first_authentic((one, functools.partial(_try, one, share, typed)) for one, share in shared)


def open_by_key(headers: Iterable[Header], key: SlotKey) -> tuple[Header, VaultSecrets, SlotKey] | None:
    """Return the first header that this key opens."""
    return first_authentic((one, functools.partial(_turn, one, key)) for one in headers)


def first_authentic(
    openers: Iterable[tuple[Header, Callable[[], tuple[VaultSecrets, K] | None]]],
) -> tuple[Header, VaultSecrets, K] | None:
    """Return the first header that opens and whose MAC holds, with what opened it; ``None`` if no slot opened.

    A copy that opens but was edited, or that this computer can't try, is set aside while another
    may do; its error is raised when none does.
    """
    fault: FileFault | LaptopFault | None = None
    for header, opener in openers:
        try:
            opened = opener()
        except (KeyFileDamaged, MemoryShort) as problem:
            fault = fault or problem
            continue
        if opened is None:
            continue
        secrets, key = opened
        if is_authentic(header, secrets):
            return header, secrets, key
        fault = fault or KeyFileDamaged("mac")
    if fault is not None:
        raise fault
    return None


def _try(header: Header, share: bytes, typed: bytes) -> tuple[VaultSecrets, SlotKey] | None:
    return _turn(header, slot_key(header.passphrase_slot, typed, share))


def _turn(header: Header, key: SlotKey) -> tuple[VaultSecrets, SlotKey] | None:
    secrets = open_passphrase_slot(header.passphrase_slot, vault=header.vault, key=key)
    return None if secrets is None else (secrets, key)
