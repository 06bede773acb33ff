# SPDX-License-Identifier: MIT
"""Open desks over real stores with a small made-up roster, and a stand-in for the hub that numbers commits.

One team (Testitiimi) with two places; Aino and Bertta are advisers on one laptop, Celia is an adviser on
another, Daniel is the supervisor. ``desk`` opens a notebook, ``sync`` lets all open notebooks meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.resources import resource
from desktop.store.changes import WriterIdentity
from desktop.store.colleagues import import_colleague, own_outbox
from desktop.store.commit_rows import arrived
from desktop.store.intake import Coming
from desktop.store.notebook import NotebookStore, open_notebook
from sync.log.commit import Draft, SignedCommit, first_prev, write_commit
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.records.codes import CodeLists, load_codes
from sync.records.ids import (
    CITY,
    EntityId,
    HubId,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    derived_entity,
    roster_entity,
    team_stream,
)

MORNING = 1_780_292_400_000
"""A made-up Monday, 06:00 UTC, ms."""
DAY_START = MORNING - 9 * 3_600_000
"""Local midnight (UTC+3) of that day."""
HUB = HubId(b"a hub for tests!")
TEAM = TeamId("t00000000000000a1")
AINO, BERTTA, CELIA, DANIEL = (StaffId(f"s00000000000000{letter}1") for letter in ("a", "b", "c", "d"))
LAPTOP_A, LAPTOP_B, LAPTOP_C = (LaptopId(f"l00000000000000{letter}1") for letter in ("a", "b", "c"))
LIBRARY = EntityId(bytes.fromhex("0190f1e2d3c47a6b8c9d0e1f20310001"))
MARKET = EntityId(bytes.fromhex("0190f1e2d3c47a6b8c9d0e1f20310002"))
NAMES = {AINO: "Aino Aalto", BERTTA: "Bertta Berg", CELIA: "Celia Cajander", DANIEL: "Daniel Dahl"}
ROLES = {AINO: "adviser", BERTTA: "adviser", CELIA: "adviser", DANIEL: "supervisor"}
LAPTOP_NAMES = {LAPTOP_A: "Testikone", LAPTOP_B: "Pikkukone", LAPTOP_C: "Pomon kone"}
LAPTOPS = {AINO: LAPTOP_A, BERTTA: LAPTOP_A, CELIA: LAPTOP_B, DANIEL: LAPTOP_C}

_bodies = msgspec.msgpack.Decoder(tuple[bytes | None, ...])


@dataclass
class WorldClock:
    """A laptop's clock: a millisecond later at each look, and as far as a test moves it."""

    now: int = MORNING

    def __call__(self) -> int:
        self.now += 1
        return self.now


@dataclass
class Keys:
    """The keys of one person on one laptop."""

    signing: SigningKey
    receiving: ReceivingKey


@dataclass
class NotebookWorld:
    """A folder with notebooks; ``close`` shuts what was opened."""

    folder: Path
    clock: WorldClock = field(default_factory=WorldClock)
    keys: dict[StaffId, Keys] = field(default_factory=dict)
    stores: dict[StaffId, NotebookStore] = field(default_factory=dict)
    lanes: list[Lane] = field(default_factory=list)
    codes: CodeLists = field(default_factory=lambda: load_codes(resource("codes")))
    hub_key: SigningKey = field(default_factory=lambda: SigningKey.from_seed(b"h" * 32))
    numbered: dict[StreamId, list[SignedCommit]] = field(default_factory=dict)
    tips: dict[StreamId, tuple[int, bytes]] = field(default_factory=dict)

    @classmethod
    def make(cls, folder: Path) -> "NotebookWorld":
        """Make the roster; nothing is opened yet."""
        world = cls(folder)
        for at, staff in enumerate(NAMES, start=1):
            world.keys[staff] = Keys(SigningKey.from_seed(bytes([at]) * 32), ReceivingKey.generate())
        drafts = [
            _draft("team", roster_entity(TEAM), name={"fi": "Testitiimi", "sv": "Testteamet", "en": "Tests"}),
            _place(LIBRARY, "Testilän kirjasto", "library"),
            _place(MARKET, "Testitori", "popup"),
        ]
        for staff, name in NAMES.items():
            its = world.keys[staff]
            drafts += [
                _draft("staff", roster_entity(staff), name=name, active=True),
                world.grant_of(staff),
                _draft(
                    "writer", EntityId(its.signing.writer), staff=staff, laptop=LAPTOPS[staff],
                    laptop_name=LAPTOP_NAMES[LAPTOPS[staff]], signing=its.signing.public,
                    receiving=its.receiving.public,
                ),
            ]  # fmt: skip
        world.hub_says(CITY, *drafts)
        return world

    def grant_of(self, staff: StaffId, *, until: int | None = None) -> Draft:
        """Return the grant of somebody's role, to be said by the hub; the same entity each time."""
        entity = derived_entity(roster_entity(staff), "grant")
        fields = {"staff": staff, "team": TEAM, "role": ROLES[staff], "from": 0, "until": until}
        return _draft("grant", entity, **fields)

    def hub_says(self, stream: StreamId, *drafts: Draft) -> None:
        """Write a commit of the hub and give it to every open notebook."""
        n, prev = self.tips.get(stream, (0, first_prev(HUB, stream, self.hub_key.public)))
        commit = write_commit(
            drafts, key=self.hub_key, hub=HUB, stream=stream, n=n + 1, prev=prev, time_ms=self.clock(), app="hub"
        )  # fmt: skip
        self.tips[stream] = (n + 1, commit.hash)
        self._number(stream, [commit])
        for store in self.stores.values():
            self._give(store, stream)

    def desk(self, staff: StaffId) -> Desk:
        """Open (or go back to) somebody's notebook, with the roster in it."""
        if staff not in self.stores:
            me = WriterIdentity(self.keys[staff].signing, staff, LAPTOPS[staff])
            path = self.folder / f"{staff}.db"
            self.stores[staff] = open_notebook(
                path, b"k" * 32, audit_key=b"a" * 32, index_key=b"i" * 32, me=me, hub=HUB,
                create=not path.exists(), codes=self.codes, allow_temporary=True,
            )  # fmt: skip
            self._give(self.stores[staff], CITY)
        return Desk(
            self.stores[staff], codes=self.codes, clock=self.clock, practice=True,
            laptop_name="Testikone", hub_address="http://127.0.0.1:1",
        )  # fmt: skip

    def lane(self) -> Lane:
        """Return a lane that ends with the world."""
        one = Lane("test")
        self.lanes.append(one)
        return one

    def sync(self, *, stream: StreamId | None = None) -> None:
        """Number what the open notebooks have written in the team's stream, and give everybody everything."""
        where = stream or team_stream(TEAM)
        for store in self.stores.values():
            self._number(where, _commits(store, where))
        for store in self.stores.values():
            self._give(store, where)

    def hand_over(self, giver: StaffId, taker: StaffId) -> None:
        """Let one notebook take another's commits in as it does from the outbox: provisional."""
        import_colleague(self.stores[taker], own_outbox(self.stores[giver], since_ms=0))

    def close(self) -> None:
        """Shut every notebook and end every lane."""
        for lane in self.lanes:
            lane.stop()
        for store in self.stores.values():
            store.close()
        self.stores.clear()

    def _number(self, stream: StreamId, commits: Sequence[SignedCommit]) -> None:
        known = {one.hash for one in self.numbered.setdefault(stream, [])}
        self.numbered[stream] += [one for one in commits if one.hash not in known]

    def _give(self, store: NotebookStore, stream: StreamId) -> None:
        coming = [
            Coming(arrived(one), number=number, sent=True)
            for number, one in enumerate(self.numbered.get(stream, []), start=1)
        ]
        with store.writing() as connection:
            intake, _ = store.intake(connection, stream)
            intake.take(coming)
            intake.finish()


def _commits(store: NotebookStore, stream: StreamId) -> list[SignedCommit]:
    rows = store.reads().connection.execute(
        "SELECT c.header, c.signature, c.bodies FROM commits AS c JOIN streams AS s ON s.key = c.stream"
        " JOIN writers AS w ON w.key = c.writer WHERE s.name = ? AND w.writer = ? ORDER BY c.n",
        (stream, store.me.writer),
    )
    return [
        SignedCommit(bytes(header), bytes(signature), _bodies.decode(raw)) for header, signature, raw in rows
    ]


def _draft(kind: str, entity: EntityId, /, **fields: Any) -> Draft:  # noqa: ANN401 - any field's value
    return Draft(kind, entity, None, 1, {name: (value, ()) for name, value in fields.items()})


def _place(entity: EntityId, name: str, kind: str) -> Draft:
    return _draft(
        "service_point", entity, team=TEAM, name=name, kind=kind, address="Testikatu 1", district=None
    )
