# SPDX-License-Identifier: MIT
"""A hub that was backed up, worked on, and lost: what is left of it lies in a folder that each test copies.

Left are the backup with its keys, the ledger, the root's key, and the notebooks, which hold what came later.
"""

import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from hub_city import make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, Member
from restored_hub import copied_database
from store_world import entity, note, person, visit

from desktop.store.comparing import StoreComparing
from sync.client.comparing import SOON
from sync.hub.backup import make_backup
from sync.hub.erase import erase_subject, erase_write
from sync.hub.home import now_ms, open_home
from sync.hub.orders import give_order
from sync.hub.roster import end_grants
from sync.hub.service import HubService
from sync.log.commit import CommitId
from sync.protocol.devices import What
from sync.protocol.journal import RoundRecord
from sync.records.ids import EntityId, StreamId

_places = itertools.count()


@dataclass(frozen=True, slots=True)
class Lost:
    """What is left, and what was. ``dump`` is a PostgreSQL database as it was dumped; nobody is connected to it."""

    folder: Path
    dump: str | None
    stream: StreamId
    members: tuple[Member, ...]
    """Aino and Bo, who work on; Cai, who was let in after the backup; Dan, whose key was revoked after it."""
    saved: frozenset[CommitId]
    """What the lost hub had numbered in the team's stream, erased or not."""
    erased: EntityId
    emptied: CommitId
    """The commit of which one write was erased after the backup."""

    def copy(self, into: Path) -> "Left":
        """Return a copy that a test may do anything with."""
        shutil.copytree(self.folder, into)
        return Left(self, into, None if self.dump is None else copied_database(self.dump))


@dataclass(frozen=True, slots=True)
class Left:
    """One copy of what is left. ``database`` is where the dump was loaded, ``None`` for SQLite."""

    lost: Lost
    folder: Path
    database: str | None

    @property
    def home(self) -> Path:
        """Where the hub is to be."""
        return self.folder / "new"

    @property
    def words(self) -> list[str]:
        """The command that puts the backup in place."""
        named = [] if self.database is None else ["--database", self.database]
        return [
            "restore", "from", str(self.folder / "backup"), "--home", str(self.home),
            "--ledger", str(self.folder / "ledger.jsonl"), "--root", str(self.folder / "root.key"), *named,
        ]  # fmt: skip

    def lose_again(self, into: Path) -> "Left":
        """Lose the restored hub as well: the backup is the one there was, the ledger what the hub had written since."""
        shutil.copytree(self.folder, into, ignore=shutil.ignore_patterns("new"))
        shutil.copyfile(self.home / "ledger.jsonl", into / "ledger.jsonl")
        return Left(self.lost, into, None if self.lost.dump is None else copied_database(self.lost.dump))

    def open(self) -> "Back":
        """Start the restored hub and open the notebooks."""
        clock = HubClock(now_ms())
        home = open_home(self.home, clock=clock)
        world = HubWorld(home, HubService(home.parts), clock)
        members = [replace(one, world=world) for one in self.lost.members]
        laptops = [HubLaptop.of(world, one, self.folder / f"{at}.db") for at, one in enumerate(members)]
        return Back(world, laptops, self.lost.stream)


@dataclass
class Back:
    """The hub that came back, and its laptops."""

    world: HubWorld
    laptops: list[HubLaptop]
    stream: StreamId

    def round(self, at: int) -> RoundRecord:
        """Make one round of a laptop that also compares record by record."""
        StoreComparing(self.laptops[at].store).set_compared(SOON)
        return self.laptops[at].engine.round(cancelled=lambda: False)

    def numbered(self) -> list[CommitId]:
        """Return what the hub has numbered in the team's stream, in its order, its own commits left out."""
        parts = self.world.parts
        own = parts.own_writers()
        commits = parts.store.commits(self.stream, after=0, limit=10_000)
        return [CommitId(one.writer, one.n, one.hash[:8]) for one in commits if one.writer not in own]

    def close(self) -> None:
        """Let go of everything."""
        for one in self.laptops:
            one.store.close()
        self.world.close()


def lose_a_hub(folder: Path, database: Callable[[], str] | None = None) -> Lost:
    """Play the days before a hub is lost; ``database`` gives the address of an empty PostgreSQL database."""
    clock = HubClock(now_ms() - 86_400_000)
    address = None if database is None else database()
    world = HubWorld.make(folder / "hub", database=address, clock=clock)
    city = make_city(world, clock)
    dan = world.member("Dan Entinen", "adviser", city.team)
    members = [city.adviser, city.coach, dan]
    left = folder / "left"
    left.mkdir()
    places = (0, 1, 3)
    aino, bo, late = [
        HubLaptop.of(world, one, left / f"{at}.db") for at, one in zip(places, members, strict=True)
    ]
    gone, stays = person("Veikko", "Testinen"), person("Aamu", "Testinen")
    said = note(stays.entity, "väärään paikkaan")
    aino.save(city.stream, gone)
    aino.save(city.stream, stays)
    aino.save(city.stream, said)
    late.save(city.stream, visit(entity()))
    for one in (aino, late, bo):
        one.sync()
    make_backup(world.home, left / "backup", left / "backup.keys")
    dump = None
    if address is not None:
        world.close()
        dump = copied_database(address)
        home = open_home(folder / "hub", clock=clock)
        world.home, world.service = home, HubService(home.parts)
        aino, bo, late = [
            _again(world, laptop, one) for laptop, one in zip((aino, bo, late), members, strict=True)
        ]
    aino.save(city.stream, note(stays.entity, "after the backup"))
    late.save(city.stream, visit(entity()))
    cai = world.member("Cai Uusi", "adviser", city.team)
    newest = HubLaptop.of(world, cai, left / "2.db")
    newest.save(city.stream, visit(entity()))
    for one in (aino, late, newest, bo):
        one.sync()
    end_grants(world.parts, city.coach.staff, role="supervisor", team=city.team)
    erase_write(world.parts, city.stream, city.adviser.writer, 3, said.entity)
    erase_subject(world.parts, gone.entity)
    give_order(world.parts, dan.writer, What.WIPE)
    end_grants(world.parts, dan.staff, role="adviser", team=city.team)
    bo.save(city.stream, visit(entity()))
    bo.sync()
    aino.sync()
    found = world.parts.store.commit(city.stream, city.adviser.writer, 3)
    assert found is not None
    own = world.parts.own_writers()
    saved = frozenset(
        CommitId(one.writer, one.n, one.hash[:8])
        for one in world.parts.store.commits(city.stream, after=0, limit=10_000)
        if one.writer not in own
    )
    for one in (aino, bo, late, newest):
        one.store.tidy()
        one.store.close()
    world.close()
    shutil.copyfile(world.parts.ledger.path, left / "ledger.jsonl")
    shutil.copyfile(folder / "hub" / "keys" / "root.key", left / "root.key")
    return Lost(
        left, dump, city.stream, (city.adviser, city.coach, cai, dan), saved, gone.entity,
        CommitId(found.writer, found.n, found.hash[:8]),
    )  # fmt: skip


def _again(world: HubWorld, laptop: HubLaptop, member: Member) -> HubLaptop:
    """Return a laptop as it meets the hub that was started again."""
    store = laptop.store
    path = store.path
    store.close()
    return HubLaptop.of(world, replace(member, world=world), path)
