# SPDX-License-Identifier: MIT
"""What must happen between the key and the first page: a restored notebook meets the hub before it shows anything.

It is older than the hub knows, and may hold somebody who was erased since. So one good round comes first; what
it holds unsent goes out, its own newer saves come back, and only then does it write again.
"""

from pathlib import Path
from typing import Final

from desktop.notebook.errors import ExistsTwice, HubRefused
from desktop.notebook.hub_card import HubCard
from desktop.notebook.premises import DATABASE, Premises, open_store
from desktop.store.backup_copy import RESTORED, check_copy
from desktop.store.comparing import StoreComparing
from desktop.store.errors import NotebookDamaged, NotebookTooNew, WrongKey
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from desktop.store.salvage import salvage
from desktop.vault.backup import read_backup, unpack
from desktop.vault.disk import disk_errors
from desktop.vault.errors import BackupFault, BackupUnreadable
from desktop.vault.restore import PENDING, Place, drop_aside
from desktop.vault.vault import OpenVault
from sync.client.comparing import Comparing
from sync.client.engine import Engine
from sync.client.errors import Cloned
from sync.log.sealing import ReceivingKey
from sync.protocol.errors import (
    CaptivePortal,
    Code,
    HubBusy,
    HubFault,
    ProtocolError,
    Unreachable,
    WrongHub,
    refusal,
)
from sync.protocol.journal import RoundOutcome, RoundRecord

RETRY_SECONDS: Final = 60.0
_CODES: Final = {one.value: one for one in Code}


def take_up_pending(premises: Premises, vault: OpenVault) -> None:
    """Unpack the backup that was put in its place while nobody could open it. Raises BackupUnreadable, DiskFull."""
    pending = vault.folder / PENDING
    if not pending.exists():
        return
    database = vault.folder / DATABASE
    with disk_errors():
        if not database.exists():
            fresh = database.with_name(database.name + ".new")
            unpack(premises.disk, read_backup(pending), vault.secrets, fresh)
            demand_readable(vault, fresh)
            premises.disk.replace(fresh, database)
            premises.disk.flush_folder(vault.folder)
        premises.disk.remove(pending)


def demand_readable(vault: OpenVault, path: Path) -> None:
    """Read a database that was unpacked from end to end; raises BackupUnreadable."""
    kept = vault.secrets
    try:
        check_copy(path, kept.database_key, audit_key=kept.audit_key)
    except NotebookTooNew as problem:
        raise BackupUnreadable(BackupFault.NEWER) from problem
    except (NotebookDamaged, WrongKey) as problem:
        raise BackupUnreadable(BackupFault.DAMAGED) from problem


def met_the_hub(premises: Premises, vault: OpenVault, store: NotebookStore, card: HubCard) -> NotebookStore:
    """Return an open store that has met the hub since it was restored; ``store`` itself when it never was.

    Otherwise ``store`` is closed. Raises Unreachable and what the hub says; the notebook stays as it is, shut,
    and the next try goes on from there.
    """
    if not store.number(RESTORED):
        return store
    try:
        _take_over(vault, store)
        demand_round(premises, vault, store, card)
    finally:
        store.close()
    # A new store: what the old one remembered of its own chains is from before the round.
    again = open_store(premises, vault, card, fresh=False)
    try:
        event = {
            "operation": "RESTORE", "status": "SUCCESS", "actor": {"role": "USER", "user_id": vault.staff},
            "target": {"type": "notebook", "id": ""}, "reason": "backup",
        }  # fmt: skip
        again.record(event, time_ms=premises.clock())
        drop_aside(premises.disk, Place(vault.folder))
        again.set_number(RESTORED, 0)
    except BaseException:
        again.close()
        raise
    return again


def demand_round(premises: Premises, vault: OpenVault, store: NotebookStore, card: HubCard) -> None:
    """Make one round with the hub, which must go well; raises Unreachable, WrongHub and what the hub says."""
    journal = StoreJournal(store)
    hub = premises.reach(
        card.address, pin=card.pin, signing=store.me.key,
        receiving=ReceivingKey.from_secret(vault.secrets.receiving_key),
    )  # fmt: skip
    engine = Engine(
        hub, journal, clock=premises.clock, pin=card.pin, hub_id=card.hub_id, me=store.me.writer,
        least_serial=store.number("least_serial"), digests=journal.digest,
        comparing=Comparing(hub, StoreComparing(store), premises.clock),
    )  # fmt: skip
    _demand_good(engine.round(cancelled=lambda: False))


def _take_over(vault: OpenVault, store: NotebookStore) -> None:
    aside = Place(vault.folder).aside / DATABASE
    if aside.exists():
        salvage(store, aside, vault.secrets.database_key, audit_key=vault.secrets.audit_key)


def _demand_good(record: RoundRecord) -> None:
    if record.outcome is RoundOutcome.DONE:
        return
    word = record.problem.partition(" ")[0]
    by_class: dict[str, ProtocolError] = {
        one.__name__: one() for one in (CaptivePortal, Unreachable, WrongHub)
    } | {HubBusy.__name__: HubBusy(RETRY_SECONDS), HubFault.__name__: HubFault(500)}
    if word in by_class:
        raise by_class[word]
    if word in _CODES:
        raise refusal(_CODES[word])
    if word == Cloned.__name__:
        raise ExistsTwice
    raise HubRefused(code=word)
