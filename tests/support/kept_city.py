# SPDX-License-Identifier: MIT
"""A hub and its notebooks in one folder that can be copied, opened by another process, and opened again."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, Member

from desktop.store.comparing import StoreComparing
from sync.client.comparing import SOON
from sync.hub.heights import claim_instance
from sync.hub.home import open_home
from sync.hub.service import HubService
from sync.hub.settling import settle
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.journal import RoundOutcome
from sync.records.ids import LaptopId, StaffId, StreamId

_CITY = "city.json"
_HUB = "hub"


@dataclass
class OpenCity:
    """The hub and the notebooks, open."""

    world: HubWorld
    laptops: list[HubLaptop]
    streams: list[StreamId]
    """Of the teams, all of which the last notebook may read."""

    def round(self, at: int) -> None:
        """Make a round that compares record by record and must go well."""
        its = self.laptops[at]
        StoreComparing(its.store).set_compared(SOON)
        record = its.engine.round(cancelled=lambda: False)
        assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")

    def numbered(self) -> list[tuple[str, str, int, str]]:
        """Return what the hub has of the teams' streams, its own commits left out."""
        parts = self.world.parts
        own = parts.own_writers()
        return [
            (stream, one.writer.hex(), one.n, one.hash.hex())
            for stream in self.streams
            for one in parts.store.commits(stream, after=0, limit=100_000)
            if one.writer not in own
        ]

    def held(self, at: int) -> set[tuple[str, str, int, str]]:
        """Return the commits of the teams' streams in a notebook, the hub's own left out."""
        own = self.world.parts.own_writers()
        with self.laptops[at].store.reading() as connection:
            rows = connection.execute(
                "SELECT s.name, w.writer, c.n, c.hash FROM commits AS c JOIN streams AS s ON s.key = c.stream"
                " JOIN writers AS w ON w.key = c.writer WHERE s.name LIKE 'team/%'"
            ).fetchall()
        return {(name, w.hex(), n, digest.hex()) for name, w, n, digest in rows if w not in own}

    def agree(self) -> None:
        """Hold every notebook against the hub and against itself."""
        for one in self.laptops:
            assert one.journal.unsent_count() == 0
            one.store.verify()
            one.store.check_fold()
            one.store.check_pages()
            for stream in self.streams:
                digest = one.journal.digest(stream)
                head = self.world.parts.store.head(stream)
                assert head is not None
                held = stream in {cursor.stream for cursor in one.journal.cursors()}
                assert not held or digest == settle(self.world.parts, stream, head.number)[1]

    def close(self) -> None:
        """Let go of everything."""
        for one in self.laptops:
            one.store.close()
        self.world.close()


def keep(folder: Path, city: OpenCity, members: Sequence[Member], *, hub: Path | None = None) -> None:
    """Close a city and write down who is in it; ``hub`` is its folder where that is not ``hub`` in this folder.

    The notebooks lie in the folder as ``0.db``, ``1.db`` and so on.
    """
    for one in city.laptops:
        one.store.tidy()
    city.close()
    if hub is not None:
        shutil.rmtree(folder / _HUB, ignore_errors=True)
        hub.rename(folder / _HUB)
    told = {
        "streams": city.streams,
        "clock": city.world.clock(),
        "members": [
            (one.staff, one.laptop, one.key.seed.hex(), one.receiving.secret.hex()) for one in members
        ],
    }
    (folder / _CITY).write_text(json.dumps(told), encoding="utf-8")


def copy_city(folder: Path, into: Path) -> Path:
    """Copy a city that is closed; the copy's hub serves from now on."""
    shutil.copytree(folder, into)
    claim_instance(into / _HUB)
    return into


def open_city(folder: Path) -> OpenCity:
    """Open a city again; a notebook that is not there yet is made."""
    told = json.loads((folder / _CITY).read_text(encoding="utf-8"))
    clock = HubClock(told["clock"] + 1_000_000)
    home = open_home(folder / _HUB, clock=clock)
    world = HubWorld(home, HubService(home.parts), clock)
    members = [
        Member(
            world, StaffId(staff), LaptopId(laptop), SigningKey.from_seed(bytes.fromhex(seed)),
            ReceivingKey.from_secret(bytes.fromhex(secret)),
        )
        for staff, laptop, seed, secret in told["members"]
    ]  # fmt: skip
    laptops = [HubLaptop.of(world, one, folder / f"{at}.db") for at, one in enumerate(members)]
    return OpenCity(world, laptops, [StreamId(one) for one in told["streams"]])
