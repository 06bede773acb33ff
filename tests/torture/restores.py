# SPDX-License-Identifier: MIT
"""The hub is lost and goes on from a backup of whatever age; an administrator confirms the rights it had given.

What nobody holds whole who may still say it is gone with the hub, and only that is excused.
"""

import itertools

from sync.hub.backup import keys_beside, make_backup
from sync.hub.restoring import Source, restore
from tests.torture.city import City
from tests.torture.holdings import moves_done
from tests.torture.laptop import Laptop
from tests.torture.steps import Step

_places = itertools.count(1)


def hub_backup(city: City, _laptop: Laptop, _step: Step) -> bool:
    """Back the hub up while it serves; PostgreSQL copies its database by its own means, with nobody in it."""
    taken = city.taken
    folder = taken.folder / f"backup-{next(_places)}"
    make_backup(city.world.home, folder, keys_beside(folder))
    copied = None
    if taken.copy is not None and taken.address is not None:
        city.world.close()
        copied = taken.copy(taken.address)
        city.reopen()
    city.backups.append((folder, copied, moves_done(city.world.parts, city.streams)))
    return True


def restore_hub(city: City, _laptop: Laptop, step: Step) -> bool:
    """Lose the hub and go on from a backup, with the ledger and the root's key that outlived it.

    Not from one that lacks a move: what is saved about that person before the lost hub's word comes back would stand in
    neither team (docs/sync-guarantees.md, not covered).
    """
    now = moves_done(city.world.parts, city.streams)
    fitting = [(folder, kept) for folder, kept, moves in city.backups if moves == now]
    if not fitting:
        return False
    city.learn_carried()
    taken, lost = city.taken, city.world
    folder, kept = fitting[step.what % len(fitting)]
    lost.close()
    root = lost.home.folder / "keys" / "root.key"
    if taken.copy is not None and kept is not None:
        taken.address = taken.copy(kept)
    source = Source(folder, keys_beside(folder), lost.parts.ledger.path, root, taken.address)
    taken.place = f"hub-{next(_places)}"
    restore(source, taken.folder / taken.place, clock=taken.clock)
    root.rename(taken.folder / taken.place / "keys" / "root.key")
    city.reopen()
    city.restored += 1
    city.excuse_lost()
    return True


def confirm_rights(city: City, _laptop: Laptop, _step: Step) -> bool:
    """Say of each right that the lost hub had given that it is right."""
    return city.confirm_all() > 0
