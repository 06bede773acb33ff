# SPDX-License-Identifier: MIT
"""A notebook that exists twice goes on under keys of its own, and nothing that was saved in it is lost.

Found out in a round, settled at the next opening. Each step is durable before the next, and can be done again:

1. new keys lie in the notebook itself (``desktop.store.heir``);
2. the hub lets them in, at the word of the old key (``sync.hub.succession``);
3. the notebook locks; at its next opening the PIN goes, and the key file gets the new keys;
4. the database becomes the heir's: what was unsent is signed again (``desktop.store.resigning``);
5. the hub card says whose the notebook is now, and the keys of step 1 are forgotten.

Bundles of colleagues that lie here sealed to the old receiving key are not opened any more: they are sealed to the hub
as well, whoever is online delivers them, and they come from there.
"""

import logging
import secrets
from pathlib import Path

import msgspec

from desktop.notebook.errors import ExistsTwice
from desktop.notebook.hub_card import HubCard, write_hub_card
from desktop.notebook.meeting import met_the_hub
from desktop.notebook.premises import Premises, open_store
from desktop.store.audit import Event
from desktop.store.errors import StoreError
from desktop.store.heir import Heir
from desktop.store.notebook import NotebookStore
from desktop.vault.change_writer import change_writer
from desktop.vault.errors import LaptopFault
from desktop.vault.vault import OpenVault, fits
from sync.client.errors import AnswerBroken, SyncError
from sync.client.outbox import entries
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.errors import Code, ProtocolError, Refused
from sync.protocol.hello import NONCE_BYTES, KnownHub, verify_hello
from sync.protocol.succession import Succeeded, SucceedRequest, SuccessionHub
from sync.records.ids import WriterId, new_laptop_id

_log = logging.getLogger(__name__)


def let_in_after_round(
    hub: SuccessionHub, store: NotebookStore, vault: OpenVault, *, known: KnownHub | None, laptop_name: str
) -> bool:
    """Say whether the hub has let an heir in just now; called after a round that found this notebook twice.

    False also where it was let in before this opening: what kept the key file from changing then is no reason to lock
    again. ``known`` is the hub as that round met it. What goes wrong is tried again after the next round.
    """
    before = store.heir
    if known is None or not fits(vault) or (before is not None and before.let_in):
        return False
    try:
        _let_in(hub, store, city=known.recovery, laptop_name=laptop_name)
    except (ProtocolError, SyncError, StoreError) as problem:
        _log.info("no heir was let in: %s", type(problem).__name__)
        return False
    return True


def settled(
    premises: Premises, vault: OpenVault, store: NotebookStore, card: HubCard
) -> tuple[NotebookStore, HubCard]:
    """Return the notebook as it goes on: itself, or its heir where the hub has let one in; met where it was restored.

    Finishes what was cut short. Where a new store is returned, ``store`` is closed. Raises what ``met_the_hub`` does;
    a restored notebook that exists twice goes on as its heir at once.
    """
    store, card = _go_on(premises, vault, store, card)
    try:
        return met_the_hub(premises, vault, store, card), card
    except ExistsTwice:
        store = open_store(premises, vault, card, fresh=False)
    try:
        hub = premises.reach(
            card.address, pin=card.pin, signing=store.me.key,
            receiving=ReceivingKey.from_secret(vault.secrets.receiving_key),
        )  # fmt: skip
        nonce = secrets.token_bytes(NONCE_BYTES)
        known = verify_hello(hub.hello(nonce), nonce=nonce, pin=card.pin, hub=card.hub_id)
        _let_in(hub, store, city=known.recovery, laptop_name=card.laptop_name)
        store, card = _go_on(premises, vault, store, card)
    except BaseException:
        store.close()
        raise
    return met_the_hub(premises, vault, store, card), card


def _let_in(hub: SuccessionHub, store: NotebookStore, *, city: bytes, laptop_name: str) -> None:
    """Keep new keys, if there are none yet, and ask the hub; raises what it says, AnswerBroken, DiskFull."""
    heir = store.heir
    if heir is None:
        heir = Heir(
            store.me.writer, SigningKey.generate().seed, ReceivingKey.generate().secret, new_laptop_id()
        )
        store.set_heir(heir)
    receiving = ReceivingKey.from_secret(heir.receiving_key).public
    try:
        answer = hub.succeed(SucceedRequest(heir.key.public, receiving, heir.laptop, laptop_name))
    except Refused as problem:
        if problem.code in {Code.WRITER_REVOKED, Code.MALFORMED}:
            store.set_heir(None)  # these keys will never be let in: the next time, with others
        raise
    if answer != Succeeded(heir.key.writer, store.me.staff, heir.laptop):
        raise AnswerBroken("succession")
    store.set_heir(msgspec.structs.replace(heir, city=city))


def _go_on(
    premises: Premises, vault: OpenVault, store: NotebookStore, card: HubCard
) -> tuple[NotebookStore, HubCard]:
    heir = store.heir
    if heir is None:
        return store, card
    if store.me.writer == heir.predecessor:
        if not heir.let_in or not _write_keys(premises, vault, heir):
            return store, card
        store.close()
        store = open_store(premises, vault, card, fresh=False)
    try:
        card = msgspec.structs.replace(card, writer=heir.key.writer.hex(), laptop=heir.laptop)
        write_hub_card(premises.disk, vault.folder, card)
        store.generation = vault.generation
        _clear_outbox(premises.laptop.outbox, store, heir.predecessor)
        store.record(_event(store), time_ms=premises.clock())
        store.set_heir(None)
    except BaseException:
        store.close()
        raise
    return store, card


def _write_keys(premises: Premises, vault: OpenVault, heir: Heir) -> bool:
    """Change the key file, the PIN's box first: it holds the old keys. False where that can't be done now."""
    if not fits(vault):
        return False  # opened by a PIN from before a change; the next full unlock knows the key
    try:
        premises.pin_lock(vault.staff).disarm()
        change_writer(
            vault, signing_seed=heir.signing_seed, receiving_key=heir.receiving_key, recovery_key=heir.city
        )
    except LaptopFault as problem:
        _log.info("the key file keeps its keys: %s", type(problem).__name__)
        return False
    return True


def _clear_outbox(folder: Path, store: NotebookStore, old: WriterId) -> None:
    """Remove the old writer's bundles: the hub would refuse them, and what is in them is left again by the heir."""
    for entry in entries(folder, hub=store.hub)[0]:
        if entry.header.writer == old:
            entry.path.unlink(missing_ok=True)


def _event(store: NotebookStore) -> Event:
    return {
        "operation": "UPDATE", "status": "SUCCESS", "actor": {"role": "USER", "user_id": store.me.staff},
        "target": {"type": "notebook", "id": ""}, "reason": "succession",
    }  # fmt: skip
