# SPDX-License-Identifier: MIT
"""A disk that fills up while a stream is loaded as a snapshot: nothing half there, and with room it goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, note, person
from hub_world import visit as walk_in
from store_world import entity, visit
from upkeep_nursery import shorten

from desktop.store import comparing, snapshot_load
from desktop.store.errors import DiskFull
from sync.hub import snapshot
from sync.records.ids import new_entity

SAVES = 40


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[City]:
    """A hub whose stream begins with a snapshot of many parts."""
    for module, name in (
        (snapshot, "LONG"), (snapshot, "PART_BYTES"), (snapshot_load, "_PIECE"), (comparing, "_REFOLDED_AT_ONCE"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, getattr(module, name))
    shorten()
    clock = HubClock()
    made = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    for at in range(SAVES):
        one = new_entity()
        made.coach.save(made.stream, person(f"Nimi{at}", one))
        made.coach.save(made.stream, note(f"{'pitkä ' * 60}{at}", one), walk_in())
    yield made
    made.world.close()


def _limit(laptop: HubLaptop, more_pages: int) -> None:
    """Let the disk have room for so many pages more."""
    with laptop.store.reading() as connection:
        (used,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {used + more_pages}")


@pytest.mark.parametrize("pages", [0, 1, 3, 7])
def test_a_full_disk_stops_a_snapshot_between_whole_parts_and_room_lets_it_go_on(
    city: City, tmp_path: Path, pages: int
) -> None:
    laptop = HubLaptop.of(city.world, city.adviser, tmp_path / "notebook.db")
    laptop.save(city.stream, visit(entity()))
    full = 0
    came: list[int] = []
    for _ in range(200):
        _limit(laptop, pages)
        try:
            laptop.sync()
        except DiskFull:
            full += 1
            laptop.store.verify()
            laptop.store.check_pages()
            laptop.store.close()
            laptop = HubLaptop.of(city.world, city.adviser, tmp_path / "notebook.db")
            loading = laptop.journal.snapshot_progress(city.stream)
            came.append(0 if loading is None else len(loading.loaded))
            if came[-2:] == [came[-1]] * 2:
                _limit(laptop, 1000)  # somebody has made room: so little does not hold one part
                laptop.sync()
                break
        else:
            break
    assert full
    assert came == sorted(came), "what has come need not come again"
    laptop.sync()
    assert laptop.journal.unsent_count() == 0
    laptop.store.check_fold()
    whole = HubLaptop.of(city.world, city.world.member("Cai Uusi", "coach", city.team), tmp_path / "whole.db")
    whole.sync()
    assert laptop.journal.digest(city.stream) == whole.journal.digest(city.stream) is not None
    for one in (laptop, whole):
        one.store.close()
