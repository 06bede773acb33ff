# SPDX-License-Identifier: MIT
"""Attacks on a restored hub: what it obeyed before is obeyed once, and nobody gets in by an old word."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub, round_of
from store_world import edit, note, person

from desktop.store.changes import Change
from sync.client.push import request
from sync.hub.backup import keys_beside
from sync.hub.effective import fold_stream
from sync.hub.errors import BackupDamaged, LedgerDamaged, LedgerFailed, UnknownName
from sync.hub.moved_before import between, carry_once_more
from sync.hub.obeying import obey_all
from sync.hub.orders import give_order
from sync.hub.restoring import Source, restore
from sync.hub.settling import settle
from sync.hub.verify import verify
from sync.log.digest import EMPTY, stream_digest
from sync.log.erasure import erasure_mark
from sync.log.state import EntityState
from sync.protocol.devices import What
from sync.protocol.errors import ProtocolError
from sync.records.ids import EntityId, StreamId, TeamId, new_entity, staff_stream, team_stream

_TEN_YEARS = 10 * 365 * 24 * 3_600_000


@dataclass
class Two:
    """Two teams of a hub that may be lost, with a supervisor's laptop in each and an adviser's in the first."""

    hub: RestoredHub
    city: City
    west: TeamId
    mine: HubLaptop
    boss: HubLaptop
    west_boss: HubLaptop

    @property
    def home(self) -> StreamId:
        return self.city.stream

    @property
    def away(self) -> StreamId:
        return team_stream(self.west)

    def states(self, stream: StreamId) -> dict[EntityId, EntityState]:
        """Fold a stream as a snapshot would; the settled digest must say the same."""
        parts = self.city.world.parts
        obey_all(parts, parts.store.heads().keys())
        head = parts.store.head(stream)
        assert head is not None
        number, digest = settle(parts, stream, head.number)
        folded = fold_stream(parts, stream, number).states
        assert stream_digest(folded.values()) == digest
        return folded

    def move(self, by: HubLaptop, who: Change, at: StreamId, to: TeamId) -> None:
        fields = {"to": to, "at": self.city.clock()}
        by.save(at, Change(kind="move", entity=new_entity(), subject=who.entity, fields=fields))
        by.sync()

    def told(self, laptop: HubLaptop) -> list[str]:
        """What a person was told, in order."""
        states = self.states(staff_stream(laptop.store.me.staff)).values()
        return sorted(str(its.fields["what"].heads[0].value) for its in states if its.kind == "notice")

    def sync(self, *laptops: HubLaptop) -> None:
        for _ in range(2):
            for one in laptops or (self.mine, self.boss, self.west_boss):
                one.sync()

    def agree(self) -> None:
        """Hub and laptops hold the same."""
        self.sync()
        for one, stream in ((self.mine, self.home), (self.boss, self.home), (self.west_boss, self.away)):
            assert (one.journal.digest(stream) or EMPTY) == stream_digest(self.states(stream).values())
        assert not verify(self.city.world.parts).damages


@pytest.fixture(params=["sqlite", "postgres"])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Two]:
    clock = HubClock()
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    city = make_city(world, clock)
    west = world.team("Länsi")
    hub = RestoredHub(tmp_path, world)
    yield Two(
        hub,
        city,
        west,
        hub.laptop(city.adviser),
        hub.laptop(world.member("Esi Esihenkilö", "supervisor", city.team)),
        hub.laptop(world.member("Lena Länsi", "supervisor", west)),
    )
    hub.close()


@pytest.mark.parametrize("order", ["mover first", "old team first", "new team first"])
def test_a_move_after_the_backup_is_obeyed_once_whoever_comes_back_first(two: Two, order: str) -> None:
    who = person("Matti", "Testinen")
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    two.move(two.boss, who, two.home, two.west)
    two.sync()
    before = two.states(two.away)[who.entity]
    told = two.told(two.boss), two.told(two.west_boss)
    two.hub.lose_and_restore(backup)
    first = {
        "mover first": (two.boss, two.mine, two.west_boss),
        "old team first": (two.mine, two.west_boss, two.boss),
        "new team first": (two.west_boss, two.boss, two.mine),
    }[order]
    two.sync(*first)
    two.agree()
    assert who.entity not in two.states(two.home)
    after = two.states(two.away)[who.entity]
    assert {name: len(its.heads) for name, its in after.fields.items()} == {
        name: len(its.heads) for name, its in before.fields.items()
    }
    assert (two.told(two.boss), two.told(two.west_boss)) == told
    parts = two.city.world.parts
    mark = erasure_mark(who.entity)
    assert parts.store.gone(two.home, [mark])[mark].into == two.away


def test_late_work_follows_after_a_restore_too(two: Two) -> None:
    who = person("Matti", "Testinen")
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    two.move(two.boss, who, two.home, two.west)
    two.sync(two.boss, two.west_boss)
    # The adviser was away all the while and knows of no move.
    two.mine.save(
        two.home, Change(kind="person", entity=who.entity, subject=who.entity, fields={"known_as": "Masa"})
    )
    two.hub.lose_and_restore(backup)
    two.sync(two.west_boss, two.boss, two.mine)
    two.agree()
    heads = two.states(two.away)[who.entity].fields["known_as"].heads
    assert {head.value for head in heads} == {"Masa"}
    assert who.entity not in two.states(two.home)


@pytest.mark.parametrize("order", ["mover last", "mover first of the rest", "new team never before"])
@pytest.mark.parametrize(
    "heard", [False, True], ids=["the lost hub never had it", "the lost hub carried it late"]
)
def test_what_comes_before_the_lost_hubs_word_that_they_went_goes_after_them(
    two: Two, order: str, *, heard: bool
) -> None:
    who, later = person("Matti", "Testinen"), "Masa"
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    two.move(two.boss, who, two.home, two.west)
    two.sync(*((two.boss,) if order == "new team never before" else (two.boss, two.west_boss)))
    # The adviser was away all the while and knows of no move.
    two.mine.save(two.home, edit("person", who.entity, known_as="Mauno"))
    two.mine.save(two.home, edit("person", who.entity, known_as=later))
    said = note(who.entity, "kentältä")
    two.mine.save(two.home, said)
    if heard:
        unsent = two.mine.journal.unsent(max_commits=10, max_bytes=100_000, besides=())
        assert unsent is not None
        two.mine.engine.hub.push(request(unsent))  # and the answer is lost
        two.states(two.home)
        if order != "new team never before":
            two.sync(two.west_boss)
    two.hub.lose_and_restore(backup)
    two.mine.sync()
    assert who.entity in two.states(two.home)
    two.sync(*((two.west_boss, two.boss) if order == "mover last" else (two.boss, two.west_boss)))
    parts = two.city.world.parts
    for one in between(parts):
        carry_once_more(parts, one)
    two.agree()
    assert not {who.entity, said.entity} & two.states(two.home).keys()
    away = two.states(two.away)
    assert [head.value for head in away[who.entity].fields["known_as"].heads] == [later]
    assert [head.value for head in away[who.entity].fields["name"].heads] == [
        {"first": "Matti", "last": "Testinen"}
    ]
    assert [head.value for head in away[said.entity].fields["text"].heads] == ["kentältä"]
    assert "late_work" in two.told(two.mine)


def test_what_the_lost_hub_had_carried_is_not_carried_again(two: Two) -> None:
    who = person("Matti", "Testinen")
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    two.mine.save(two.home, edit("person", who.entity, known_as="Masa"))
    two.mine.sync()
    other = two.hub.laptop(two.city.coach)
    other.sync()
    other.save(two.home, edit("person", who.entity, known_as="Matu"))
    other.sync()
    two.move(two.boss, who, two.home, two.west)
    two.sync(two.boss, two.west_boss)
    two.hub.lose_and_restore(backup)
    two.sync(other, two.mine, two.boss, two.west_boss)
    two.agree()
    fields = two.states(two.away)[who.entity].fields
    assert [head.value for head in fields["known_as"].heads] == ["Matu"]
    assert [len(its.heads) for its in fields.values()] == [1] * len(fields)
    assert "late_work" not in two.told(two.mine)


def test_who_went_is_not_lost_where_the_new_team_had_not_heard_of_them(two: Two) -> None:
    who = person("Matti", "Testinen")
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    two.move(two.boss, who, two.home, two.west)
    two.sync(two.boss, two.mine)  # so what the hub said to the new team lay with the hub alone
    two.hub.lose_and_restore(backup)
    two.sync()
    parts = two.city.world.parts
    (one,) = between(parts)
    carry_once_more(parts, one)
    assert not between(parts)
    with pytest.raises(UnknownName):
        carry_once_more(parts, one)
    two.agree()
    name = two.states(two.away)[who.entity].fields["name"]
    assert [head.value for head in name.heads] == [{"first": "Matti", "last": "Testinen"}]
    assert who.entity not in two.states(two.home)
    assert two.told(two.west_boss) == ["moved_in"]


def test_what_an_administrator_finished_too_early_stands_once_when_the_rest_comes_back(two: Two) -> None:
    who = person("Matti", "Testinen", known_as="Masa")
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    two.move(two.boss, who, two.home, two.west)
    two.sync()
    two.hub.lose_and_restore(backup)
    two.sync(two.boss, two.mine)  # the new team's laptops are away
    parts = two.city.world.parts
    (one,) = between(parts)
    carry_once_more(parts, one)
    other = two.hub.laptop(two.city.world.member("Olli Länsi", "adviser", two.west))
    other.sync()
    other.save(
        two.away, Change(kind="person", entity=who.entity, subject=who.entity, fields={"known_as": "Matu"})
    )
    other.sync()
    two.sync(two.west_boss)
    other.sync()
    two.agree()
    fields = two.states(two.away)[who.entity].fields
    assert [head.value for head in fields["known_as"].heads] == ["Matu"]
    assert [len(its.heads) for its in fields.values()] == [1] * len(fields)
    assert not between(parts)


def test_a_move_that_comes_back_before_what_was_done_of_it_is_done_once(two: Two) -> None:
    who = person("Matti", "Testinen")
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    fields = {"to": two.west, "at": two.city.clock()}
    two.boss.save(two.home, Change(kind="move", entity=new_entity(), subject=who.entity, fields=fields))
    unsent = two.boss.journal.unsent(max_commits=10, max_bytes=100_000, besides=())
    assert unsent is not None
    two.boss.engine.hub.push(request(unsent))  # and the answer is lost
    two.sync(two.west_boss)
    two.sync(two.mine)
    two.hub.lose_and_restore(backup)
    two.boss.sync()  # still has its move whole, and knows of nothing else
    assert who.entity not in two.states(two.home)
    # The new team gives them back, and only then the others are heard of what the old hub did.
    lena = two.west_boss
    two.move(lena, who, two.away, two.city.team)
    assert who.entity in two.states(two.home)
    two.mine.sync()
    two.sync()
    two.agree()
    assert who.entity in two.states(two.home)
    assert who.entity not in two.states(two.away)


def test_a_move_that_comes_back_after_what_was_done_of_it_is_neither_done_nor_refused_again(two: Two) -> None:
    who = person("Matti", "Testinen")
    two.mine.save(two.home, who)
    two.sync()
    backup = two.hub.backup()
    fields = {"to": two.west, "at": two.city.clock()}
    two.boss.save(two.home, Change(kind="move", entity=new_entity(), subject=who.entity, fields=fields))
    unsent = two.boss.journal.unsent(max_commits=10, max_bytes=100_000, besides=())
    assert unsent is not None
    two.boss.engine.hub.push(request(unsent))  # and the answer is lost
    two.sync(two.west_boss, two.mine)
    two.hub.lose_and_restore(backup)
    two.sync(two.west_boss, two.mine)
    two.sync(two.boss)  # still has its move whole
    two.agree()
    assert "refused" not in two.told(two.boss)
    assert two.told(two.west_boss) == ["moved_in"]
    assert who.entity in two.states(two.away)


@pytest.mark.parametrize("harm", ["older", "another hub's", "flipped", "gone"])
def test_no_hub_comes_back_with_a_ledger_that_is_not_its_own(two: Two, tmp_path: Path, harm: str) -> None:
    world = two.city.world
    give_order(world.parts, two.city.coach.writer, What.WIPE)
    backup = two.hub.backup()
    home = world.home.folder
    ledger = tmp_path / "newest.jsonl"
    raw = world.parts.ledger.path.read_bytes()
    match harm:
        case "older":
            ledger.write_bytes(b"".join(raw.splitlines(keepends=True)[:-1]))
        case "another hub's":
            other = HubWorld.make(tmp_path / "other")
            ledger.write_bytes(other.parts.ledger.path.read_bytes())
            other.close()
        case "flipped":
            middle = len(raw) // 2
            ledger.write_bytes(raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :])
        case _:
            pass
    source = Source(backup, keys_beside(backup), ledger, home / "keys" / "root.key")
    with pytest.raises((LedgerDamaged, LedgerFailed, BackupDamaged)):
        restore(source, tmp_path / "new", clock=world.clock)
    assert not (tmp_path / "new").exists()


def test_a_laptop_that_slept_through_two_restores_brings_what_it_holds(two: Two) -> None:
    kept, lost = person("Matti", "Testinen"), person("Maija", "Testinen")
    two.mine.save(two.home, kept)
    two.sync()
    first = two.hub.backup()
    two.mine.save(two.home, lost)
    two.sync(two.boss, two.mine, two.boss)
    two.hub.lose_and_restore(first)
    second = two.hub.backup()
    two.city.clock.now -= _TEN_YEARS  # and the hub's clock stands ten years back
    two.hub.lose_and_restore(second)
    assert round_of(two.boss).problem == f"stream-forbidden {two.home}"  # no role has begun yet
    assert two.boss.journal.unsent_count() > 0
    two.city.clock.now += _TEN_YEARS
    two.boss.sync()
    assert {kept.entity, lost.entity} <= two.states(two.home).keys()
    two.agree()
    assert two.mine.journal.unsent_count() == 0


def test_what_a_wiped_laptop_wrote_after_it_was_revoked_is_not_let_in_by_another_laptop(two: Two) -> None:
    backup = two.hub.backup()
    before, after = person("Matti", "Testinen"), person("Maija", "Testinen")
    two.mine.save(two.home, before)
    two.sync()
    give_order(two.city.world.parts, two.city.adviser.writer, What.WIPE)
    two.sync(two.boss)
    two.mine.save(two.home, after)
    stolen = two.mine.journal.unsent(max_commits=10, max_bytes=100_000, besides=())
    two.hub.lose_and_restore(backup)
    two.sync(two.boss)
    while stolen is not None and stolen.stream != two.home:
        stolen = two.mine.journal.unsent(
            max_commits=10, max_bytes=100_000, besides=[(stolen.stream, stolen.writer)]
        )
    assert stolen is not None
    with suppress(ProtocolError):
        two.boss.engine.hub.push(request(stolen))
    states = two.states(two.home)
    assert before.entity in states
    assert after.entity not in states
