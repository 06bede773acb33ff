# SPDX-License-Identifier: MIT
"""A hub that is lost comes back from its backup, and the laptops bring what the backup did not have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub, round_of
from store_world import entity, note, person
from store_world import visit as walk_in

from sync.hub import quarantine
from sync.hub.backup import keys_beside
from sync.hub.effective import fold_stream
from sync.hub.erase import erase_subject, erase_write
from sync.hub.errors import BackupDamaged, HubThere, RootAway
from sync.hub.orders import give_order
from sync.hub.restored import confirm, waiting_rights
from sync.hub.restoring import Source, restore
from sync.hub.roster import end_grants
from sync.hub.settling import open_bodies
from sync.hub.store.rows import Standing
from sync.hub.verify import verify
from sync.protocol.devices import What
from sync.protocol.restart import BasesRequest
from sync.records.ids import CITY


@pytest.fixture(params=["sqlite", "postgres"])
def stand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[RestoredHub, City]]:
    """A hub with a city, that may be lost."""
    clock = HubClock()
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    city = make_city(world, clock)
    hub = RestoredHub(tmp_path, world)
    yield hub, city
    hub.close()


def _numbers(city: City) -> int:
    head = city.world.parts.store.head(city.stream)
    assert head is not None
    return head.number


def test_what_the_backup_did_not_have_comes_back(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one, other = hub.laptop(city.adviser), hub.laptop(city.coach)
    one.save(city.stream, walk_in(entity()))
    one.sync()
    other.sync()
    backup = hub.backup()
    one.save(city.stream, walk_in(entity()))
    one.save(city.stream, walk_in(entity()))
    one.sync()
    other.sync()
    before = _numbers(city)
    hub.lose_and_restore(backup)
    assert _numbers(city) == before - 2
    other.sync()
    one.sync()
    other.sync()
    assert _numbers(city) == before
    assert one.journal.digest(city.stream) == other.journal.digest(city.stream)
    assert not verify(city.world.parts).damages


def test_who_was_let_in_after_the_backup_waits_for_an_administrator(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one = hub.laptop(city.adviser)
    one.sync()
    backup = hub.backup()
    late = city.world.member("Cai Uusi", "adviser", city.team)
    new = hub.laptop(late)
    new.save(city.stream, walk_in(entity()))
    new.sync()
    one.sync()
    before = _numbers(city)
    hub.lose_and_restore(backup)
    assert round_of(new).problem == "unknown-writer"
    assert round_of(one).problem == f"ColleagueUnknown {city.stream}"
    waiting = waiting_rights(city.world.parts)
    assert [(right.name, right.what, right.team) for right in waiting] == [
        ("Cai Uusi", "adviser", "Itä"),
        ("Cai Uusi", f"laptop {late.laptop}", ""),
    ]
    assert not city.world.parts.store.grants(late.staff)
    for right in waiting:
        confirm(city.world.parts, right.number, right=True)
    new.sync()
    one.sync()
    new.sync()
    assert _numbers(city) == before
    assert one.journal.digest(city.stream) == new.journal.digest(city.stream)
    assert one.journal.digest(CITY) == new.journal.digest(CITY)
    assert not verify(city.world.parts).damages


def test_a_right_that_an_administrator_refuses_stays_refused(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one = hub.laptop(city.adviser)
    one.sync()
    backup = hub.backup()
    late = city.world.member("Cai Uusi", "adviser", city.team)
    one.sync()
    hub.lose_and_restore(backup)
    one.sync()
    for right in waiting_rights(city.world.parts):
        confirm(city.world.parts, right.number, right=False)
    one.sync()
    assert not waiting_rights(city.world.parts)
    assert city.world.parts.store.writer(late.writer) is None


def test_erased_after_the_backup_stays_erased(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one, asleep = hub.laptop(city.adviser), hub.laptop(city.coach)
    known, fresh = person("Veikko", "Testinen"), person("Aamu", "Testinen")
    one.save(city.stream, known)
    one.sync()
    backup = hub.backup()
    one.save(city.stream, fresh)
    one.sync()
    asleep.sync()
    erase_subject(city.world.parts, known.entity)
    erase_subject(city.world.parts, fresh.entity)
    done = hub.lose_and_restore(backup)
    assert done.replayed.erased == 2
    for laptop in (asleep, one, asleep):
        laptop.sync()
        for gone in (known, fresh):
            assert laptop.store.reads().entity(gone.entity) is None
    states = fold_stream(city.world.parts, city.stream, _numbers(city)).states
    assert not {known.entity, fresh.entity} & states.keys()


def test_an_erased_write_stays_erased(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one, asleep = hub.laptop(city.adviser), hub.laptop(city.coach)
    who = person("Veikko", "Testinen")
    one.save(city.stream, who)
    one.sync()
    backup = hub.backup()
    said = note(who.entity, "väärään paikkaan")
    one.save(city.stream, said)
    one.sync()
    asleep.sync()
    erase_write(city.world.parts, city.stream, city.adviser.writer, 2, said.entity)
    hub.lose_and_restore(backup)
    asleep.sync()
    one.sync()
    asleep.sync()
    found = city.world.parts.store.commit(city.stream, city.adviser.writer, 2)
    assert found is not None
    assert open_bodies(city.world.parts, [found]) == [[None]]
    assert one.journal.digest(city.stream) == asleep.journal.digest(city.stream)


def test_revoked_after_the_backup_stays_revoked(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one, other = hub.laptop(city.adviser), hub.laptop(city.coach)
    backup = hub.backup()
    one.save(city.stream, walk_in(entity()))
    one.sync()
    other.sync()
    give_order(city.world.parts, city.adviser.writer, What.WIPE)
    done = hub.lose_and_restore(backup)
    assert (done.replayed.revoked, done.replayed.orders) == (1, 1)
    assert round_of(one).problem == "writer-revoked"
    other.sync()  # brings what counted before the revocation
    order = city.world.service.order(city.adviser.writer)
    assert order is not None
    found = city.world.parts.store.commit(city.stream, city.adviser.writer, 1)
    assert found is not None
    assert found.standing is Standing.EFFECTIVE


def test_a_role_that_ended_after_the_backup_has_ended(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    backup = hub.backup()
    end_grants(city.world.parts, city.coach.staff, role="coach", team=city.team)
    done = hub.lose_and_restore(backup)
    assert done.replayed.ended == 1
    assert not [
        row for row in city.world.parts.store.grants(city.coach.staff) if row.holds(city.world.clock())
    ]


def test_a_decision_about_a_save_is_said_again(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one, other = hub.laptop(city.adviser), hub.laptop(city.coach)
    one.sync()
    backup = hub.backup()
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    late = walk_in(entity())
    one.save(city.stream, late)
    round_of(one)
    waiting = [held for held in quarantine.held(city.world.parts) if not held.refused]
    quarantine.decide(city.world.parts, city.stream, waiting[0].number, accepted=True)
    other.sync()
    assert other.store.reads().entity(late.entity) is not None
    hub.lose_and_restore(backup)
    other.sync()
    other.sync()
    assert other.store.reads().entity(late.entity) is not None
    assert not [held for held in quarantine.held(city.world.parts) if not held.refused]


def test_a_backup_is_not_put_over_a_hub(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    backup = hub.backup()
    home = city.world.home.folder
    source = Source(backup, keys_beside(backup), home / "ledger.jsonl", home / "keys" / "root.key")
    with pytest.raises(HubThere):
        restore(source, home)


def test_without_the_root_key_there_is_no_restore(stand: tuple[RestoredHub, City]) -> None:
    hub, _ = stand
    backup = hub.backup()
    with pytest.raises(RootAway):
        restore(
            Source(backup, keys_beside(backup), backup / "ledger.jsonl", backup / "root.key"),
            hub.folder / "new",
        )
    assert not (hub.folder / "new").exists()


def test_a_damaged_backup_is_refused(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    backup = hub.backup()
    root = city.world.home.folder / "keys" / "root.key"
    with (backup / "hub.json").open("ab") as file:
        file.write(b" ")
    with pytest.raises(BackupDamaged):
        restore(Source(backup, keys_beside(backup), backup / "ledger.jsonl", root), hub.folder / "new")


def test_a_laptop_that_is_cut_off_while_it_follows_follows_again(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one = hub.laptop(city.adviser)
    one.save(city.stream, walk_in(entity()))
    one.sync()
    backup = hub.backup()
    one.save(city.stream, walk_in(entity()))
    one.sync()
    hub.lose_and_restore(backup)
    answer = one.engine.hub.bases(BasesRequest())
    old = one.journal.epoch()
    one.journal.rebase(answer.epoch, answer.bases)
    assert one.journal.unsent_count() == 1
    one.journal.begin_epoch(old)  # the power went before the epoch was noted
    one.sync()
    assert _numbers(city) == 2
    assert one.journal.unsent_count() == 0
    assert one.journal.epoch() == answer.epoch


def test_a_laptop_that_the_old_hub_never_met_begins_with_the_numbers_of_the_epoch_before(
    stand: tuple[RestoredHub, City],
) -> None:
    hub, city = stand
    one = hub.laptop(city.adviser)
    one.save(city.stream, walk_in(entity()))
    one.sync()
    hub.lose_and_restore(hub.backup())
    one.sync()
    new = hub.laptop(city.world.member("Cai Uusi", "adviser", city.team))
    new.sync()
    one.sync()
    assert new.journal.digest(city.stream) == one.journal.digest(city.stream)
