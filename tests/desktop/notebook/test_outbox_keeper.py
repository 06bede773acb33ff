# SPDX-License-Identifier: MIT
"""Two members of staff share one laptop: what one leaves, the other finds, with no network."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from notebook_world import AINO, BERTTA, CELIA, HUB, MORNING, TEAM, NotebookWorld
from stand import Stand

from desktop.notebook.messages.marks import Mark
from desktop.notebook.outbox_keeper import TODAY_MS, OutboxKeeper
from desktop.store.changes import Change
from sync.client.outbox import KEPT_MS, entries, is_read
from sync.log.codec import encode
from sync.log.commit import SIGNATURE_BYTES, VERSION, Header, SignedCommit
from sync.log.sealing import ReceivingKey, key_id
from sync.protocol.bundle import write_bundle
from sync.protocol.journal import Segment
from sync.records.ids import CITY, LaptopId, StaffId, audit_stream, team_stream

STREAM = team_stream(TEAM)
SECONDS = 60.0


class Lobby:
    """The laptop's outbox and who keeps it; ``told`` counts what each was told of arrivals."""

    def __init__(self, world: NotebookWorld, folder: Path) -> None:
        self.world = world
        self.folder = folder
        self.hub = ReceivingKey.generate()
        self.told: dict[StaffId, threading.Event] = {}
        self._keepers: list[OutboxKeeper] = []

    def keeper(self, stand: Stand, *, hub_known: bool = True) -> OutboxKeeper:
        """Return the keeper of somebody's outbox, not yet started."""
        told = self.told[stand.staff] = threading.Event()
        known: Callable[[], bytes | None] = lambda: self.hub.public if hub_known else None  # noqa: E731 - two cases of one
        keeper = OutboxKeeper(
            stand.desk, self.folder, receiving=self.world.keys[stand.staff].receiving, hub_receiving=known,
            arrived=told.set, look_seconds=0.02,
        )  # fmt: skip
        self._keepers.append(keeper)
        return keeper

    def close(self) -> None:
        """End every keeper's thread."""
        for keeper in self._keepers:
            keeper.stop(wait_seconds=SECONDS)


@pytest.fixture
def lobby(world: NotebookWorld, tmp_path: Path) -> Iterator[Lobby]:
    """Return a laptop with an empty outbox."""
    folder = tmp_path / "outbox"
    folder.mkdir()
    one = Lobby(world, folder)
    yield one
    one.close()


def test_the_mornings_walk_ins_are_there_when_a_colleague_takes_over_offline(
    world: NotebookWorld, lobby: Lobby
) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    session = aino.open().session
    for _ in range(25):
        aino.walk_in(session)
    aino.count(session, 3)
    lobby.keeper(aino).write()
    assert lobby.keeper(bertta).take_in() == 27
    today = bertta.look()
    assert today.session is not None
    assert (today.session.session, today.session.mine) == (session, False)
    assert (today.session.visits, today.session.heads) == (25, 28)
    assert {(row.by, *row.marks) for row in today.visits} == {("Aino Aalto", Mark.PROVISIONAL)}
    assert today.unsent == 0
    assert lobby.told[BERTTA].is_set()


def test_the_session_goes_on_in_the_colleagues_hands(world: NotebookWorld, lobby: Lobby) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    session = aino.open().session
    aino.walk_in(session)
    lobby.keeper(aino).write()
    keeper = lobby.keeper(bertta)
    keeper.take_in()
    bertta.walk_in(session)
    assert bertta.close(session, score=5).visits == 2
    keeper.write()
    lobby.keeper(aino).take_in()
    assert aino.look().session is None
    assert [row.by for row in aino.look().visits] == ["Bertta Berg", ""]


def test_a_bundle_is_taken_in_once_and_its_next_brings_only_what_is_new(
    world: NotebookWorld, lobby: Lobby
) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    session = aino.open().session
    leaving, taking = lobby.keeper(aino), lobby.keeper(bertta)
    assert leaving.write() == 1
    assert leaving.write() == 0
    assert (taking.take_in(), taking.take_in()) == (1, 0)
    aino.walk_in(session)
    assert leaving.write() == 1
    assert taking.take_in() == 1


def test_it_is_sealed_to_the_hub_and_to_colleagues_on_this_laptop_only(
    world: NotebookWorld, lobby: Lobby
) -> None:
    aino = Stand(world, AINO)
    aino.open()
    lobby.keeper(aino).write()
    (entry,), refused = entries(lobby.folder, hub=HUB)
    assert refused == ()
    wanted = {key_id(lobby.hub.public), world.keys[BERTTA].receiving.key_id}
    assert set(entry.header.receivers) == wanted
    assert lobby.keeper(Stand(world, CELIA)).take_in() == 0


def test_the_hubs_key_is_kept_for_when_there_is_no_network(world: NotebookWorld, lobby: Lobby) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    lobby.keeper(aino).write()
    aino.walk_in(session)
    lobby.keeper(aino, hub_known=False).write()
    (entry,), _ = entries(lobby.folder, hub=HUB)
    assert key_id(lobby.hub.public) in entry.header.receivers


def test_nothing_is_left_for_somebody_whose_role_has_ended(world: NotebookWorld, lobby: Lobby) -> None:
    aino = Stand(world, AINO)
    world.hub_says(CITY, world.grant_of(BERTTA, until=world.clock.now))
    aino.open()
    lobby.keeper(aino).write()
    (entry,), _ = entries(lobby.folder, hub=HUB)
    assert entry.header.receivers == [key_id(lobby.hub.public)]


def test_the_access_log_is_not_left_in_the_outbox(world: NotebookWorld, lobby: Lobby) -> None:
    aino = Stand(world, AINO)
    aino.desk.looked("READ", None, kind="person", reason="test")
    assert audit_stream(LaptopId(aino.desk.store.me.laptop)) in {
        row.stream for row in aino.desk.reads.sending.streams()
    }
    assert lobby.keeper(aino).write() == 0


def test_what_a_colleague_says_in_the_hubs_name_is_left_unread(world: NotebookWorld, lobby: Lobby) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    forged = {"staff": AINO, "team": TEAM, "role": "supervisor", "from": 0, "until": None}
    aino.desk.store.save(
        CITY, [Change(kind="grant", entity=aino.desk.new_id(), fields=forged)], time_ms=world.clock()
    )
    before = bertta.desk.reads.roster.grants()
    lobby.keeper(aino).write()
    assert lobby.keeper(bertta).take_in() == 0
    assert bertta.desk.reads.roster.grants() == before


def test_a_damaged_bundle_does_not_hide_the_others(world: NotebookWorld, lobby: Lobby) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    aino.open()
    lobby.keeper(aino).write()
    (lobby.folder / "0.kkbundle").write_bytes(b"KKBUNDLE\x01 and then nothing")
    assert lobby.keeper(bertta).take_in() == 1


def test_what_a_later_program_left_waits_and_does_not_hide_the_others(
    world: NotebookWorld, lobby: Lobby
) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    aino.open()
    lobby.keeper(aino).write()
    header = encode(Header(VERSION + 1, STREAM, aino.desk.writer, 2, bytes(32), MORNING, "later", []))
    later = Segment(
        STREAM, aino.desk.writer, 2, bytes(32), (SignedCommit(header, bytes(SIGNATURE_BYTES), ()),)
    )
    raw = write_bundle(
        [later], key=aino.desk.store.me.key, hub=HUB, receivers=[world.keys[BERTTA].receiving.public], sequence=9,
        previous=b"", time_ms=MORNING,
    )  # fmt: skip
    (lobby.folder / "0.kkbundle").write_bytes(raw)
    assert lobby.keeper(bertta).take_in() == 1
    assert (lobby.folder / "0.kkbundle").exists()


def test_a_bundle_goes_when_everybody_has_read_it(world: NotebookWorld, lobby: Lobby) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    aino.open()
    leaving, taking = lobby.keeper(aino), lobby.keeper(bertta)
    leaving.write()
    taking.take_in()
    leaving.tidy()
    assert len(entries(lobby.folder, hub=HUB)[0]) == 1
    world.sync()
    leaving.tidy()
    assert entries(lobby.folder, hub=HUB)[0] == ()


def test_a_bundle_that_waits_for_a_colleague_goes_after_seven_days(
    world: NotebookWorld, lobby: Lobby
) -> None:
    aino = Stand(world, AINO)
    aino.open()
    keeper = lobby.keeper(aino)
    keeper.write()
    world.sync()
    keeper.tidy()
    (entry,), _ = entries(lobby.folder, hub=HUB)
    assert is_read(entry, key_id(lobby.hub.public))
    world.clock.now += KEPT_MS + 1000
    keeper.tidy()
    assert entries(lobby.folder, hub=HUB)[0] == ()


def test_what_is_sent_and_older_than_a_day_is_not_left_again(world: NotebookWorld, lobby: Lobby) -> None:
    aino = Stand(world, AINO)
    aino.open()
    world.sync()
    world.clock.now += TODAY_MS + 1000
    assert lobby.keeper(aino).write() == 0


def test_a_save_is_in_the_outbox_before_the_lock_and_a_running_colleague_hears_of_it(
    world: NotebookWorld, lobby: Lobby
) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    leaving, taking = lobby.keeper(aino), lobby.keeper(bertta)
    leaving.start()
    taking.start()
    session = aino.open().session
    assert leaving.flush(SECONDS)
    assert len(entries(lobby.folder, hub=HUB)[0]) == 1
    taking.round_ended()
    assert lobby.told[BERTTA].wait(SECONDS)
    today = bertta.look()
    assert today.session is not None
    assert today.session.session == session


def test_a_full_disk_loses_no_save_and_the_flush_says_that_it_failed(
    world: NotebookWorld, lobby: Lobby
) -> None:
    aino = Stand(world, AINO)
    keeper = lobby.keeper(aino)
    lobby.folder.rmdir()
    keeper.start()
    session = aino.open().session
    assert not keeper.flush(0.3)
    assert aino.today.sessions.view(session).visits == 0
    lobby.folder.mkdir()
    assert keeper.flush(SECONDS)
    assert len(entries(lobby.folder, hub=HUB)[0]) == 1
