# SPDX-License-Identifier: MIT
"""Joining a hub: from an invitation and a passphrase to a new notebook on this laptop."""

import secrets
from contextlib import ExitStack

from desktop.notebook.hub_card import HubCard, write_hub_card
from desktop.notebook.invitations import invitation_of
from desktop.notebook.messages.laptop import Join
from desktop.notebook.premises import Entered, Premises, desk_of, open_store
from desktop.notebook.replacing import replace_revoked
from desktop.vault.lockfile import NotebookLock
from desktop.vault.passphrase import demand_strong_enough
from desktop.vault.secrets import VaultSecrets
from desktop.vault.vault import create
from sync.client.first_contact import enrol
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.fingerprint import root_digest


def join_hub(premises: Premises, ask: Join) -> tuple[Entered, str]:
    """Enrol at the hub, make the notebook, and return it open with its person's name.

    The hub is verified before the code goes out; the key file is written once the hub knows the
    keys. A crash between leaves nothing here and a used code: the administrator gives another.
    """
    demand_strong_enough(ask.passphrase)  # before the one-time code is spent
    invitation = invitation_of(ask.token)
    premises.ways.pin(invitation.root, invitation.certificate)
    signing, receiving = SigningKey.generate(), ReceivingKey.generate()
    hub = premises.reach(invitation.address, pin=invitation.root, signing=signing, receiving=receiving)
    cost = premises.kdf()
    known, enrolled = enrol(
        hub, invitation, signing=signing, receiving=receiving, laptop=premises.laptop.laptop,
        laptop_name=ask.laptop_name, random_bytes=secrets.token_bytes,
    )  # fmt: skip
    replace_revoked(premises, enrolled.staff, hub_receiving=known.receiving)
    folder = premises.laptop.prepare(enrolled.staff)
    fresh = VaultSecrets.fresh(hub_root=known.root)
    kept = VaultSecrets(
        vault_key=fresh.vault_key,
        signing_seed=signing.seed,
        receiving_key=receiving.secret,
        hub_root=known.root,
    )
    card = HubCard(
        address=invitation.address,
        hub=known.hub.hex(),
        root_digest=root_digest(known.root).hex(),
        laptop_name=ask.laptop_name,
        writer=signing.writer.hex(),
    )
    with ExitStack() as undo:
        undo.callback(premises.laptop.remove, enrolled.staff)
        lock = NotebookLock(folder)
        undo.callback(lock.release)
        write_hub_card(premises.disk, folder, card)
        vault = create(
            folder,
            staff=enrolled.staff,
            passphrase=ask.passphrase,
            kdf=cost,
            secrets=kept,
            recovery_key=known.recovery,
            disk=premises.disk,
        )
        undo.callback(vault.close)
        store = open_store(premises, vault, card, fresh=True)
        undo.callback(store.close)
        store.generation = vault.generation
        undo.pop_all()
    desk = desk_of(premises, store, card)
    return Entered(desk, vault, lock, card, premises.clock()), enrolled.name
