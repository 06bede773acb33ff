# SPDX-License-Identifier: MIT
"""A hub and four notebooks, made once; each history gets a copy, on SQLite or PostgreSQL."""

import hashlib
import itertools
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psycopg
from hub_world import START, HubClock, HubWorld, laptop_id

from desktop.store.changes import WriterIdentity
from sync.hub.heights import claim_instance
from sync.hub.home import open_home
from sync.hub.roster import add_staff, grant
from sync.hub.service import HubService
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.messages import EnrolRequest
from sync.records.ids import StaffId, TeamId
from tests.torture.laptop import Laptop, Machine

PEOPLE: Final = (
    ("Aino", "adviser", "A"),
    ("Bo", "adviser", "A"),
    ("Cai", "coach", "AB"),
    ("Dan", "adviser", "B"),
)
"""Who has a notebook, as what, in which teams; a coach of both teams moves people."""
RULES: Final = "Dan"
"""Who also supervises the first team, and decides about what is held back there."""

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody with a notebook: keys, id, role and teams."""

    name: str
    staff: StaffId
    role: str
    teams: tuple[TeamId, ...]
    me: WriterIdentity
    receiving: ReceivingKey


@dataclass
class Shelf:
    """The pattern that histories are copied from. ``server`` is an address of PostgreSQL, ``None`` is SQLite."""

    folder: Path
    server: Callable[[str], str] | None = None
    owners: list[Owner] = field(default_factory=list)
    teams: list[TeamId] = field(default_factory=list)
    _database: str = ""

    def __post_init__(self) -> None:
        self._make()

    def take(self) -> "Taken":
        """Return a fresh city for one history."""
        folder = self.folder / f"h{os.getpid()}-{next(_numbers)}"
        shutil.copytree(self.folder / "pattern", folder)
        claim_instance(folder / "hub")  # this copy is the hub from now on
        if self.server is None:
            return Taken(self.owners, self.teams, folder, None, _nothing)
        databases = Databases(self)
        address = databases.made(self._database)
        return Taken(self.owners, self.teams, folder, address, databases.drop, copy=databases.copy)

    def _make(self) -> None:
        pattern = self.folder / "pattern"
        pattern.mkdir(parents=True)
        address = None
        if self.server is not None:
            self._database = self.create(None)
            address = self.server(self._database)
        world = HubWorld.make(pattern / "hub", database=address)
        self.teams = [world.team("A"), world.team("B")]
        by_letter = dict(zip("AB", self.teams, strict=True))
        for at, (name, role, teams) in enumerate(PEOPLE):
            its = [by_letter[one] for one in teams]
            staff = add_staff(world.parts, name)
            for team in its:
                grant(world.parts, staff, role, team=team, begins=0)
            if name == RULES:
                grant(world.parts, staff, "supervisor", team=self.teams[0], begins=0)
            receiving = ReceivingKey.generate()
            me = identity(name, staff)
            world.service.enrol(
                EnrolRequest(world.code(staff), me.key.public, receiving.public, me.laptop, name)
            )
            self.owners.append(Owner(name, staff, role, tuple(its), me, receiving))
            laptop = Laptop(_machine(world), pattern / f"{at}.db", me, receiving, START)
            laptop.round()
            laptop.close()
        for at, owner in enumerate(self.owners):  # the roster that grew since
            laptop = Laptop(_machine(world), pattern / f"{at}.db", owner.me, owner.receiving, START)
            assert laptop.round().problem == ""
            laptop.store.tidy()
            laptop.close()
        world.close()

    def create(self, template: str | None) -> str:
        """Create a database, a copy of ``template`` where one is named; return its name."""
        assert self.server is not None
        name = f"torture_{os.getpid()}_{next(_numbers)}"
        copied = "" if template is None else f' TEMPLATE "{template}"'
        self._administer(f'CREATE DATABASE "{name}"{copied}')
        return name

    def drop(self, database: str) -> None:
        """Drop a database."""
        self._administer(f'DROP DATABASE "{database}" WITH (FORCE)')

    def _administer(self, statement: str) -> None:
        assert self.server is not None
        address = self.server("postgres").replace("postgresql+psycopg", "postgresql")
        with psycopg.connect(address, autocommit=True) as administrator:
            administrator.execute(statement.encode())

    def close(self) -> None:
        """Remove everything."""
        if self._database:
            self.drop(self._database)
        shutil.rmtree(self.folder, ignore_errors=True)


class Databases:
    """One history's databases on PostgreSQL: each a copy of another, all dropped at the end."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._names: dict[str, str] = {}

    def made(self, template: str) -> str:
        """Create a copy of the database of this name; return its address."""
        assert self._shelf.server is not None
        name = self._shelf.create(template)
        address = self._shelf.server(name)
        self._names[address] = name
        return address

    def copy(self, address: str) -> str:
        """Copy the database at an address, which nobody is connected to, as a dump would; return the copy's."""
        return self.made(self._names[address])

    def drop(self) -> None:
        """Drop them all."""
        for name in self._names.values():
            self._shelf.drop(name)


@dataclass
class Taken:
    """One history's own copy of the pattern; ``address`` is its database on PostgreSQL, ``ended`` drops that."""

    owners: Sequence[Owner]
    teams: Sequence[TeamId]
    folder: Path
    address: str | None
    ended: Callable[[], None]
    clock: HubClock = field(default_factory=lambda: HubClock(START + 1_000_000))
    copy: Callable[[str], str] | None = None
    """Copies the database at an address, with nobody connected, and returns the copy's; ``None`` on SQLite."""
    place: str = "hub"
    """The hub's folder in ``folder``: another one after each restore."""

    def world(self) -> HubWorld:
        """Open the hub."""
        home = open_home(self.folder / self.place, database=self.address, clock=self.clock)
        return HubWorld(home, HubService(home.parts), self.clock)

    def close(self) -> None:
        """Throw it away."""
        self.ended()
        shutil.rmtree(self.folder)


def identity(name: str, staff: StaffId) -> WriterIdentity:
    """Return who writes in somebody's notebook: the key follows from the name."""
    key = SigningKey.from_seed(hashlib.sha256(f"torture {name}".encode()).digest())
    return WriterIdentity(key, staff, laptop_id(name))


def _nothing() -> None:
    """A folder is removed by itself."""


def _machine(world: HubWorld) -> Machine:
    return Machine(lambda: world.service, world.hub, world.root_digest)
