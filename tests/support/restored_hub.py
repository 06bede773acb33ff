# SPDX-License-Identifier: MIT
"""A hub that is backed up, lost and restored under its people's hands; their views of it lead to the one there is."""

import itertools
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from hub_laptop import HubLaptop
from hub_world import HubWorld, Member

from desktop.store.comparing import StoreComparing
from sync.client.comparing import Comparing
from sync.client.engine import Engine
from sync.hub.backup import keys_beside, make_backup
from sync.hub.home import open_home
from sync.hub.in_process import InProcessHub
from sync.hub.restoring import Restored, Source, restore
from sync.hub.service import HubService
from sync.protocol.journal import RoundRecord

_places = itertools.count()


@dataclass
class RestoredHub:
    """One hub in a folder of the test's own, with its root key kept beside."""

    folder: Path
    world: HubWorld
    laptops: list[HubLaptop] = field(default_factory=list)
    copies: dict[Path, str] = field(default_factory=dict)

    def laptop(self, member: Member) -> HubLaptop:
        """Open a member's notebook; it stays theirs across restores."""
        its = HubLaptop.of(self.world, member, self.folder / f"notebook-{next(_places)}.db")
        self.laptops.append(its)
        return its

    def backup(self) -> Path:
        """Back the hub up while it serves; on PostgreSQL the database is copied by its own means."""
        folder = self.folder / f"backup-{next(_places)}"
        make_backup(self.world.home, folder, keys_beside(folder))
        database = self.world.home.config.database
        if database is not None:
            self.world.close()
            self.copies[folder] = copied_database(database)
            self._open(self.world.home.folder)
        return folder

    def lose_and_restore(self, backup: Path) -> Restored:
        """Let the hub die and come back from a backup with the ledger that outlived it."""
        old = self.world.home.folder
        self.world.close()
        database = self.copies.get(backup)
        source = Source(
            backup, keys_beside(backup), self.world.parts.ledger.path, old / "keys" / "root.key", database
        )
        place = self.folder / f"hub-{next(_places)}"
        done = restore(source, place, clock=self.world.clock)
        (old / "keys" / "root.key").rename(place / "keys" / "root.key")
        self._open(place)
        return done

    def _open(self, place: Path) -> None:
        self.world.home = open_home(place, clock=self.world.clock)
        self.world.service = HubService(self.world.home.parts)
        for one in self.laptops:
            me = one.store.me.writer
            one.engine = Engine(
                InProcessHub(self.world.service, me), one.journal, clock=self.world.clock,
                pin=self.world.root_digest, hub_id=self.world.hub, me=me,
                least_serial=0 if one.engine.known is None else one.engine.known.serial,
                digests=one.journal.digest,
                comparing=Comparing(
                    InProcessHub(self.world.service, me), StoreComparing(one.store), self.world.clock
                ),
            )  # fmt: skip

    def close(self) -> None:
        """Let go of everything."""
        for one in self.laptops:
            one.store.close()
        self.world.close()


def copied_database(url: str) -> str:
    """Copy a PostgreSQL database that nobody is connected to, as a dump would; return the copy's address."""
    address = urlsplit(url.replace("postgresql+psycopg", "postgresql"))
    name = address.path.lstrip("/")
    copy = f"{name}-{next(_places)}"
    with psycopg.connect(address._replace(path="/postgres").geturl(), autocommit=True) as administrator:
        administrator.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"'.encode())
    return url.replace(f"/{name}", f"/{copy}")


def round_of(laptop: HubLaptop) -> RoundRecord:
    """Make one round, however it ends."""
    return laptop.engine.round(cancelled=lambda: False)
