# SPDX-License-Identifier: MIT
"""A real hub for tests: teams, staff, enrolled writers, in process or over HTTP on loopback."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn

from sync.hub.app import create_app
from sync.hub.codes import make_code
from sync.hub.doorway import Doorway
from sync.hub.home import HubHome, init_home, now_ms, open_home
from sync.hub.in_process import InProcessHub
from sync.hub.parts import HubParts
from sync.hub.roster import add_staff, add_team, grant
from sync.hub.serve import listening_socket
from sync.hub.service import HubService
from sync.log.commit import Draft, SignedCommit, first_prev, read_header, write_commit
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.fingerprint import root_digest
from sync.protocol.hello import KnownHub, verify_hello
from sync.protocol.messages import (
    EnrolRequest,
    HeadsRequest,
    Pulled,
    PullRequest,
    Pushed,
    PushRequest,
    WireCommit,
)
from sync.records.ids import (
    EntityId,
    HubId,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    WriterId,
    new_entity,
    team_stream,
)

START = 1_764_000_000_000
"""A November day in 2025, ms."""


@dataclass
class HubClock:
    """Hub time that a test sets; every call is a millisecond later."""

    now: int = START

    def __call__(self) -> int:
        self.now += 1
        return self.now


def laptop_id(name: str) -> LaptopId:
    """A laptop id that follows from a name."""
    return LaptopId("l" + hashlib.sha256(name.encode()).hexdigest()[:16])


@dataclass
class Member:
    """One enrolled person on one laptop, with the chains they have written."""

    world: "HubWorld"
    staff: StaffId
    laptop: LaptopId
    key: SigningKey
    receiving: ReceivingKey
    tips: dict[StreamId, tuple[int, bytes]] = field(default_factory=dict)

    @property
    def writer(self) -> WriterId:
        """This member's writer id."""
        return self.key.writer

    @property
    def hub(self) -> InProcessHub:
        """The hub as this member sees it, without a wire."""
        return InProcessHub(self.world.service, self.writer)

    def write(self, stream: StreamId, *drafts: Draft, time_ms: int = START) -> SignedCommit:
        """Return this member's next commit in a stream."""
        n, prev = self.tips.get(stream, (0, first_prev(self.world.hub, stream, self.key.public)))
        commit = write_commit(
            drafts,
            key=self.key,
            hub=self.world.hub,
            stream=stream,
            n=n + 1,
            prev=prev,
            time_ms=time_ms,
            app="test",
        )
        self.tips[stream] = (n + 1, commit.hash)
        return commit

    def request(self, stream: StreamId, commits: Sequence[SignedCommit], *, first: int = 0) -> PushRequest:
        """Return the push of these commits, the newest of this member's unless ``first`` says otherwise."""
        begin = first or self.tips[stream][0] - len(commits) + 1
        prev = read_header(commits[0].header).prev
        return PushRequest(stream, self.writer, begin, prev, [WireCommit.of(one) for one in commits])

    def push(self, stream: StreamId, *commits: SignedCommit) -> Pushed:
        """Push these commits."""
        return self.hub.push(self.request(stream, commits))

    def save(self, stream: StreamId, *drafts: Draft) -> Pushed:
        """Write one commit and push it."""
        return self.push(stream, self.write(stream, *drafts))

    def pull(self, request: PullRequest | None = None) -> Pulled:
        """Pull everything, or what is asked."""
        return self.hub.pull(request or PullRequest(0, [], [], 1_000_000))

    def heads(self) -> dict[StreamId, int]:
        """Return the hub's number of each stream that this member is told of."""
        return {one.stream: one.number for one in self.hub.heads(HeadsRequest()).streams}


@dataclass
class HubWorld:
    """A hub in a folder of the test's own. ``clock`` is the hub's."""

    home: HubHome
    service: HubService
    clock: Callable[[], int]

    @classmethod
    def make(
        cls, folder: Path, *, database: str | None = None, clock: Callable[[], int] | None = None
    ) -> "HubWorld":
        """Make a hub; ``database`` is a PostgreSQL address, ``None`` is SQLite in the folder."""
        its = HubClock() if clock is None else clock
        home = init_home(folder, address="http://127.0.0.1:1", database=database, clock=its)
        return cls(home, HubService(home.parts), its)

    @classmethod
    def live(cls, folder: Path, *, database: str | None = None) -> "HubWorld":
        """Make a hub with the machine's clock, as HTTP needs it."""
        return cls.make(folder, database=database, clock=now_ms)

    def reopened(self) -> "HubWorld":
        """Return the same hub after a restart."""
        self.close()
        home = open_home(self.home.folder, clock=self.clock)
        return HubWorld(home, HubService(home.parts), self.clock)

    def close(self) -> None:
        """Let go of the databases."""
        self.home.close()

    @property
    def parts(self) -> HubParts:
        """The hub's parts."""
        return self.home.parts

    @property
    def hub(self) -> HubId:
        """The hub's id."""
        return self.parts.hub

    @property
    def root_digest(self) -> bytes:
        """What a laptop pins."""
        return root_digest(self.parts.keys.signed.root)

    def known(self) -> KnownHub:
        """Return the hub as a laptop knows it after hello."""
        nonce = bytes(16)
        return verify_hello(self.service.hello(nonce), nonce=nonce, pin=self.root_digest)

    def team(self, name: str) -> TeamId:
        """Make a team."""
        return add_team(self.parts, fi=name, sv=name, en=name)

    def person(self, name: str, role: str, team: TeamId | None) -> StaffId:
        """Take somebody in with a role."""
        staff = add_staff(self.parts, name)
        grant(self.parts, staff, role, team=team)
        return staff

    def code(self, staff: StaffId) -> str:
        """Return a fresh enrolment code."""
        return make_code(self.parts, staff)

    def enrol(self, staff: StaffId, laptop: str) -> Member:
        """Enrol a person on the laptop of this name."""
        key, receiving = SigningKey.generate(), ReceivingKey.generate()
        self.service.enrol(
            EnrolRequest(self.code(staff), key.public, receiving.public, laptop_id(laptop), laptop)
        )
        return Member(self, staff, laptop_id(laptop), key, receiving)

    def member(self, name: str, role: str, team: TeamId | None) -> Member:
        """Take somebody in and enrol them on a laptop of their own."""
        return self.enrol(self.person(name, role, team), name)

    @contextmanager
    def http(self, doorway: Doorway | None = None) -> Iterator[str]:
        """Serve this hub on a free loopback port; yield its address."""
        listener = listening_socket("127.0.0.1", 0)
        server = uvicorn.Server(
            uvicorn.Config(
                create_app(self.service, doorway=doorway),
                log_config=None,
                lifespan="off",
                timeout_graceful_shutdown=1,  # a pull may wait for news
            )
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
            listener.close()


def visit(session: EntityId | None = None, *, topic: str = "job_search", **more: Any) -> Draft:  # noqa: ANN401
    """A walk-in as an adviser saves it; ``more`` are further fields by their wire names."""
    fields: dict[str, Any] = {"session": session or new_entity(START), "at": START, f"topics/{topic}": True}
    return draft("visit", new_entity(), **(fields | more))


def person(name: str, entity: EntityId | None = None) -> Draft:
    """A person's minimal card."""
    one = entity or new_entity()
    return draft("person", one, subject=one, name={"first": name, "last": "Testinen"})


def note(text: str, subject: EntityId, entity: EntityId | None = None) -> Draft:
    """A note about a person."""
    return draft("note", entity or new_entity(), subject=subject, text=text, at=START)


def draft(
    kind: str,
    entity: EntityId,
    *,
    subject: EntityId | None = None,
    **fields: Any,  # noqa: ANN401
) -> Draft:
    """Any kind; nothing seen."""
    return Draft(kind, entity, subject, 1, {name: (value, ()) for name, value in fields.items()})


def home_stream(team: TeamId) -> StreamId:
    """The team's ordinary stream."""
    return team_stream(team)
