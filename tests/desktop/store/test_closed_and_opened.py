# SPDX-License-Identifier: MIT
"""A team that is closed to somebody and opened again: the own chain goes on where it ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_laptop import HubLaptop
from hub_world import HubWorld
from store_world import person

from desktop.store.errors import NotebookDamaged
from sync.hub.roster import end_grants, grant
from sync.records.ids import StreamId, TeamId, WriterId, team_stream


@dataclass
class _Office:
    """A hub, a team, and somebody of it."""

    world: HubWorld
    team: TeamId
    laptop: HubLaptop

    @property
    def stream(self) -> StreamId:
        return team_stream(self.team)

    @property
    def me(self) -> WriterId:
        return self.laptop.store.me.writer

    def save(self, count: int) -> None:
        for _ in range(count):
            self.laptop.save(self.stream, person("Aino", "Esimerkki"))

    def close(self) -> None:
        end_grants(self.world.parts, self.laptop.store.me.staff, role="adviser", team=self.team)
        self.laptop.sync()

    def open(self) -> None:
        grant(self.world.parts, self.laptop.store.me.staff, "adviser", team=self.team)

    def held(self) -> list[int]:
        """Return which of the own commits are in the notebook."""
        with self.laptop.store.reading() as connection:
            rows = connection.execute(
                "SELECT c.n FROM commits AS c JOIN streams AS s ON s.key = c.stream"
                " JOIN writers AS w ON w.key = c.writer WHERE s.name = ? AND w.writer = ? ORDER BY c.n",
                (self.stream, self.me),
            ).fetchall()
        return [int(n) for (n,) in rows]

    def at_hub(self) -> list[tuple[WriterId, int]]:
        """Return whose commits the hub has of the team, in its order."""
        commits = self.world.parts.store.commits(self.stream, after=0, limit=1_000)
        return [(one.writer, one.n) for one in commits]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[_Office]:
    """Somebody whose two saves the hub has."""
    world = HubWorld.make(tmp_path / "hub")
    team = world.team("Itä")
    member = world.member("Aino", "adviser", team)
    world.member("Bo", "adviser", team)
    laptop = HubLaptop.of(world, member, tmp_path / "notebook.db")
    made = _Office(world, team, laptop)
    made.save(2)
    laptop.sync()
    yield made
    laptop.store.close()
    world.close()


def test_a_save_before_the_own_ones_have_come_back_goes_on_from_the_last(office: _Office) -> None:
    office.close()
    assert (office.held(), office.laptop.store.reads().lists.recent_people()) == ([], ())
    office.open()
    office.save(1)
    office.laptop.store.verify()
    office.laptop.sync()
    assert office.at_hub() == [(office.me, 1), (office.me, 2), (office.me, 3)]
    assert office.held() == [1, 2, 3]
    assert len(office.laptop.store.reads().lists.recent_people()) == 3
    office.laptop.store.verify()
    office.laptop.store.check_fold()
    assert dict(office.laptop.journal.own_counts())[office.stream] == 3


def test_what_was_unsent_when_the_team_was_closed_is_followed_by_all_the_rest(office: _Office) -> None:
    office.save(2)
    office.laptop.journal.drop(office.stream)
    assert office.held() == [3, 4]
    assert office.stream not in dict(office.laptop.journal.own_counts())
    office.laptop.sync()
    assert office.held() == [1, 2, 3, 4]
    assert [n for _, n in office.at_hub()] == [1, 2, 3, 4]
    assert len(office.laptop.store.reads().lists.recent_people()) == 4


def test_a_team_closed_twice_keeps_the_end_it_had(office: _Office) -> None:
    office.close()
    office.open()
    office.close()
    office.open()
    office.save(1)
    office.laptop.sync()
    assert office.held() == [1, 2, 3]


def test_a_chain_that_is_coming_back_in_parts_is_sound_and_one_with_another_hole_is_not(
    office: _Office,
) -> None:
    office.save(3)
    office.laptop.sync()
    office.close()
    office.open()
    office.save(1)
    office.laptop.sync()
    store = office.laptop.store
    with store.writing() as connection:
        connection.execute("DELETE FROM commits WHERE n IN (4, 5)")  # as after a batch of three
    store.verify()
    with store.writing() as connection:
        connection.execute("DELETE FROM commits WHERE n = 2")
    with pytest.raises(NotebookDamaged):
        store.verify()
