# SPDX-License-Identifier: MIT
"""What retention puts out is counted as before, found nowhere in the file, and comes back whole from the hub."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from evicting_laptop import TAKEN, EvictingLaptop
from hub_world import HubWorld, Member, home_stream
from store_world import edit, note, person, session, visit

from desktop.store.changes import Change
from desktop.store.errors import EntityUnknown
from desktop.store.eviction import put_out, rows_about, rows_of
from desktop.store.journal import StoreJournal
from desktop.store.keeping import touched
from desktop.store.notebook import NotebookStore
from sync.hub.erase import erase_subject
from sync.records.ids import EntityId, StreamId


@pytest.fixture
def world(tmp_path: Path) -> Iterator[HubWorld]:
    """A hub on SQLite."""
    world = HubWorld.make(tmp_path / "hub")
    yield world
    world.close()


@pytest.fixture
def join(world: HubWorld, tmp_path: Path) -> Iterator[Callable[[Member], EvictingLaptop]]:
    """Opens a notebook for a member of the hub."""
    opened: list[EvictingLaptop] = []

    def open_for(member: Member) -> EvictingLaptop:
        opened.append(EvictingLaptop.open(world, member, tmp_path / f"{len(opened)}.db"))
        return opened[-1]

    yield open_for
    for one in opened:
        one.store.close()


@dataclass
class Two:
    """Two advisers of a team, and a person whom both hold."""

    stream: StreamId
    aino: EvictingLaptop
    bo: EvictingLaptop
    who: EntityId

    def sync(self) -> None:
        for one in (self.aino, self.bo, self.aino):
            one.sync()


@pytest.fixture
def two(world: HubWorld, join: Callable[[Member], EvictingLaptop]) -> Two:
    """Aino has written about Kanerva and about Otso; Bo has it all."""
    team = world.team("Itä")
    aino, bo = (join(world.member(name, "adviser", team)) for name in ("Aino Esimerkki", "Bo Esimerkki"))
    stream = home_stream(team)
    aino.sync()
    who = person("Kanerva", "Kuusikuja", phone="+358405550123")
    aino.save(stream, who, note(who.entity, "Kuunsirpale kertoi unelmastaan"))
    aino.save(stream, person("Otso", "Omena"))
    aino.save(stream, edit("person", who.entity, known_as="Kanelipulla"))
    its = Two(stream, aino, bo, who.entity)
    its.sync()
    return its


def test_who_was_put_out_is_counted_as_before_and_comes_back_whole(two: Two) -> None:
    before = two.bo.states()
    assert two.bo.put_out(two.who) == 2
    assert two.who not in two.bo.states()
    assert two.bo.store.reads().entity(two.who) is None
    two.bo.sync()
    assert two.bo.away() == 2
    assert two.bo.want(two.who) == 2
    two.bo.sync()
    assert two.bo.away() == 0
    assert two.bo.states() == before
    found = two.bo.store.reads().entity(two.who)
    assert found is not None
    assert found.fields["known_as"].value == "Kanelipulla"


def test_a_later_commit_brings_the_whole_person_back_in_the_same_round(two: Two) -> None:
    two.bo.put_out(two.who)
    two.aino.save(two.stream, note(two.who, "Myöhempi"), edit("person", two.who, phone="+358405550199"))
    two.sync()
    assert two.bo.away() == 0
    assert two.bo.states() == two.aino.states()


def test_a_change_of_one_field_is_not_folded_onto_nothing(two: Two) -> None:
    two.bo.put_out(two.who)
    two.aino.save(two.stream, edit("person", two.who, phone="+358405550199"))
    two.sync()
    assert two.bo.states() == two.aino.states()


def test_nobody_changes_what_they_cannot_have_seen(two: Two) -> None:
    two.bo.put_out(two.who)
    with pytest.raises(EntityUnknown):
        two.bo.save(two.stream, edit("person", two.who, phone="+358405550199"))
    two.bo.sync()


def test_an_erasure_reaches_who_was_put_out(world: HubWorld, two: Two) -> None:
    two.bo.put_out(two.who)
    erase_subject(world.parts, two.who)
    two.sync()
    assert two.bo.away() == 0
    assert two.who not in two.bo.states()


def test_a_stream_that_is_dropped_takes_its_rows_along(two: Two) -> None:
    two.bo.put_out(two.who)
    StoreJournal(two.bo.store).drop(two.stream)
    assert two.bo.away() == 0
    two.bo.store.check_fold()


def test_nothing_of_a_person_who_was_put_out_is_in_the_file(two: Two) -> None:
    words = ("Kanerva", "Kuusikuja", "Kuunsirpale", "Kanelipulla", "405550123", "kanelipulla", "kuusikuja")
    assert _said_in(two.bo.store, words) == set(words)
    two.bo.put_out(two.who)
    two.bo.store.tidy()
    assert _said_in(two.bo.store, words) == set()


def _said_in(store: NotebookStore, words: tuple[str, ...]) -> set[str]:
    """Look through every column of every table, the search indexes' own tables among them."""
    found = set()
    with store.reading() as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"').fetchall():  # noqa: S608 - their names
                for value in row:
                    raw = value if isinstance(value, bytes) else str(value).encode()
                    found |= {word for word in words if word.encode() in raw}
    return found


def test_what_waits_holds_a_person_here(two: Two) -> None:
    two.bo.save(two.stream, note(two.who, "Vielä lähettämättä"))
    assert two.bo.put_out(two.who) == 0
    two.bo.sync()
    two.bo.store.shelf.put_draft(f"person/{two.who.hex()}", {"text": "kesken"}, time_ms=1)
    assert two.bo.put_out(two.who) == 0
    two.bo.store.shelf.drop_draft(f"person/{two.who.hex()}")
    task = Change(
        kind="task", entity=note(two.who, "").entity, subject=two.who,
        fields={"due": "2026-12-01", "owner": two.bo.store.me.staff, "text": "Soita"},
    )  # fmt: skip
    two.bo.save(two.stream, task)
    two.bo.sync()
    assert two.bo.put_out(two.who) == 0
    two.bo.save(two.stream, edit("task", task.entity, done=two.bo.clock()))
    two.bo.sync()
    assert two.bo.put_out(two.who) == 4


def test_two_values_hold_a_person_here(two: Two) -> None:
    two.aino.save(two.stream, edit("person", two.who, phone="+358405550111"))
    two.bo.save(two.stream, edit("person", two.who, phone="+358405550122"))
    two.sync()
    two.sync()
    assert two.bo.put_out(two.who) == 0


def test_sessions_go_with_their_visits_and_come_back(two: Two) -> None:
    day = session()
    one = visit(day.entity)
    two.aino.save(two.stream, day)
    two.aino.save(two.stream, one)
    two.sync()
    before = two.bo.states()
    with two.bo.store.writing() as connection:
        rows = rows_of(connection, [day.entity, one.entity])
        put_out(connection, two.bo.store.names, two.bo.store.index_key, rows, at=TAKEN)
    two.bo.sync()
    assert len(two.bo.states()) == len(before) - 2
    for entity in (day.entity, one.entity):
        two.bo.want(entity)
    two.bo.sync()
    assert two.bo.states() == before


def test_a_wrong_clock_makes_nobody_old_or_young(two: Two) -> None:
    with two.bo.store.reading() as connection:
        rows = rows_about(connection, [two.who])
        key = two.bo.store.names.stream(two.stream)
        last = connection.execute("SELECT max(number) FROM commits WHERE stream = ?", (key,)).fetchone()[0]
        year = 365 * 86_400_000
        now = 1_900_000_000_000
        alone = touched(connection, rows, {}, now=now)
        assert alone < now - year // 2
        noted = {key: [(last - 1, now - year), (last, now - 86_400_000)]}
        assert touched(connection, rows, noted, now=now) == now - 86_400_000
        assert touched(connection, rows, {}, now=alone - year) == 0, (
            "what is ahead of the hub counts for nothing"
        )
