# SPDX-License-Identifier: MIT
"""What the hub's store promises, on SQLite and on PostgreSQL alike."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hub_stores import (
    EPOCH,
    HUB,
    STREAM,
    Stores,
    begun,
    chain,
    open_stream,
    postgres_stores,
    push,
    run,
    sqlite_stores,
    writer,
)
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from sync.hub.errors import StoreFailed, StoreMismatch
from sync.hub.store.contract import Settling
from sync.hub.store.rows import CodeRow, EntityRow, GrantRow, Obstacle, Reason, Standing, WriterRow
from sync.hub.store.schema import MAIN
from sync.hub.store.sql import SqlStore
from sync.hub.store.sql_log import audit_hash
from sync.log.commit import CommitId
from sync.log.running import running_over, running_start
from sync.records.ids import EntityId, LaptopId, StaffId, StreamId, TeamId


@pytest.fixture(params=["sqlite", "postgres"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Stores:
    if request.param == "sqlite":
        return sqlite_stores(tmp_path)
    return postgres_stores(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(stores: Stores) -> Iterator[SqlStore]:
    opened = begun(stores)
    yield opened
    opened.close()


def numbers(store: SqlStore) -> list[int]:
    return [one.number for one in store.commits(STREAM, after=0, limit=100_000)]


def test_the_migrations_make_exactly_the_schema(store: SqlStore) -> None:
    with store._engines.read.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, MAIN) == []


def test_a_database_belongs_to_one_hub(stores: Stores, store: SqlStore) -> None:
    with pytest.raises(StoreMismatch):
        store.begin(HUB, EPOCH)
    again = stores.open()
    assert again.identity() == (HUB, EPOCH)
    again.close()


def test_a_database_of_nobody_is_refused(stores: Stores) -> None:
    empty = stores.open()
    with pytest.raises(StoreMismatch):
        empty.identity()
    empty.close()


def test_a_run_is_numbered_without_gaps_and_its_hash_runs_on(store: SqlStore) -> None:
    first = push(store, writer(1), 1, 3)
    second = push(store, writer(2), 1, 2)
    assert [one.number for one in first.numbered] == [1, 2, 3]
    assert [one.number for one in second.numbered] == [4, 5]
    commits = store.commits(STREAM, after=0, limit=10)
    head = store.head(STREAM)
    assert head is not None
    assert head.number == 5
    assert head.running == commits[-1].running
    assert head.running == running_over(running_start(HUB, STREAM, EPOCH), (one.hash for one in commits))


def test_the_same_run_again_gets_the_same_numbers(store: SqlStore) -> None:
    once = push(store, writer(1), 1, 3)
    assert push(store, writer(1), 1, 3).numbered == once.numbered
    more = push(store, writer(1), 2, 4)
    assert [one.number for one in more.numbered] == [2, 3, 4, 5]
    assert numbers(store) == [1, 2, 3, 4, 5]


def test_a_gap_names_the_commit_that_is_wanted_and_writes_nothing(store: SqlStore) -> None:
    push(store, writer(1), 1, 2)
    answer = push(store, writer(1), 4, 1)
    assert (answer.obstacle, answer.expected) == (Obstacle.GAP, 3)
    assert numbers(store) == [1, 2]


@pytest.mark.parametrize(("first", "count"), [(2, 1), (2, 3), (4, 1)])
def test_a_forked_chain_is_seen_wherever_it_parts(store: SqlStore, first: int, count: int) -> None:
    push(store, writer(1), 1, 3)
    assert push(store, writer(1), first, count, salt="clone").obstacle is Obstacle.FORK
    assert numbers(store) == [1, 2, 3]


def test_a_stream_that_nobody_opened_takes_nothing_in(store: SqlStore) -> None:
    elsewhere = StreamId("team/t9")
    (answer,) = store.append([run(writer(1), chain(writer(1), 1, 1), stream=elsewhere)])
    assert answer.obstacle is Obstacle.NO_STREAM
    assert store.head(elsewhere) is None


def test_one_run_that_is_refused_does_not_harm_those_beside_it(store: SqlStore) -> None:
    good, gap, late = (
        run(writer(1), chain(writer(1), 1, 2)),
        run(writer(2), chain(writer(2), 5, 1)),
        run(writer(1), chain(writer(1), 2, 2)),
    )
    answers = store.append([good, gap, late])
    assert [one.obstacle for one in answers] == [Obstacle.NONE, Obstacle.GAP, Obstacle.NONE]
    assert [one.number for one in answers[2].numbered] == [2, 3]
    assert numbers(store) == [1, 2, 3]


def test_eight_pushers_at_once_leave_no_gap_and_lose_nothing(stores: Stores, store: SqlStore) -> None:
    """Two openings stand for two processes behind a balancer."""
    processes = [store, stores.open()] if stores.name == "postgres" else [store]
    together = threading.Barrier(8)

    def work(number: int) -> list[int]:
        mine = processes[number % len(processes)]
        together.wait()
        got: list[int] = []
        for first in range(1, 41, 5):
            got += [one.number for one in push(mine, writer(number), first, 5).numbered]
        return got

    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(work, range(8)))
    assert sorted(number for mine in given for number in mine) == list(range(1, 321))
    assert all(mine == sorted(mine) for mine in given)
    assert numbers(store) == list(range(1, 321))
    for number in range(8):
        assert store.writer_heads(writer(number))[STREAM][0] == 40
    for one in processes[1:]:
        one.close()


def test_a_reader_never_passes_a_row_that_comes_later(stores: Stores, store: SqlStore) -> None:
    """The regression of sequence numbers: a cursor moved past numbers whose transactions ended after it."""
    other = stores.open() if stores.name == "postgres" else store
    done = threading.Event()
    seen: list[int] = []

    def read() -> None:
        cursor = 0
        while True:
            last_look = done.is_set()
            for one in other.commits(STREAM, after=cursor, limit=50):
                seen.append(one.number)
                cursor = one.number
            if last_look:
                return

    def write(number: int) -> None:
        for first in range(1, 31):
            push(store if number % 2 else other, writer(number), first, 1)

    reader = threading.Thread(target=read)
    reader.start()
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(6)))
    done.set()
    reader.join()
    assert seen == list(range(1, 181))
    if other is not store:
        other.close()


def test_a_driver_that_fails_at_commit_leaves_nothing_half_written(store: SqlStore) -> None:
    push(store, writer(1), 1, 2)
    broken = True

    def fail(_connection: Connection) -> None:
        if broken:
            raise OperationalError("COMMIT", {}, Exception("the disk went away"))

    event.listen(store._engines.write, "commit", fail)
    with pytest.raises(StoreFailed):
        push(store, writer(1), 3, 2)
    assert numbers(store) == [1, 2]
    broken = False
    assert [one.number for one in push(store, writer(1), 3, 2).numbered] == [3, 4]
    assert [one.number for one in push(store, writer(1), 3, 2).numbered] == [3, 4]
    assert numbers(store) == [1, 2, 3, 4]


def test_a_driver_that_fails_in_the_middle_tells_all_who_waited(store: SqlStore) -> None:
    failing = iter([True, True, False])

    def fail(*_: object) -> None:
        if next(failing, False):
            raise OperationalError("INSERT", {}, Exception("cut off"))

    event.listen(store._engines.write, "before_cursor_execute", fail)
    for _ in range(2):
        with pytest.raises(StoreFailed):
            push(store, writer(1), 1, 1)
    assert [one.number for one in push(store, writer(1), 1, 1).numbered] == [1]


def test_what_was_accepted_is_there_after_a_restart(stores: Stores, store: SqlStore) -> None:
    push(store, writer(1), 1, 3)
    store.close()
    again = stores.open()
    assert numbers(again) == [1, 2, 3]
    assert [one.number for one in push(again, writer(1), 3, 2).numbered] == [3, 4]
    again.close()


def test_after_a_revocation_later_commits_are_held_back(store: SqlStore) -> None:
    who = WriterRow(writer(1), StaffId("s1"), LaptopId("l1"), b"k", b"r")
    store.add_writer(who, code=None, now=1)
    push(store, writer(1), 1, 2)
    assert store.revoke(writer(1), 5) == {STREAM: 2}
    answer = push(store, writer(1), 2, 2)
    assert [one.standing for one in answer.numbered] == [Standing.EFFECTIVE, Standing.QUARANTINED]
    held = store.withheld()
    assert [(stream, one.number, one.reason) for stream, one in held] == [(STREAM, 3, Reason.REVOKED)]
    store.decide(STREAM, 3, Standing.EFFECTIVE)
    assert store.withheld() == []
    row = store.writer(writer(1))
    assert row is not None
    assert row.revoked == 5


def test_a_code_is_used_once_even_by_two_at_the_same_moment(store: SqlStore) -> None:
    code = CodeRow("AB", b"digest", StaffId("s1"), 100, 0, 0)
    store.put_code(code)

    def enter(number: int) -> bool:
        row = WriterRow(writer(number), StaffId("s1"), LaptopId("l1"), b"k", b"r")
        return store.add_writer(row, code=code, now=7)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(enter, range(4))) == [False, False, False, True]
    assert len(store.writers()) == 1
    found = store.code("AB")
    assert found is not None
    assert found.used == 7


def test_tries_are_counted_up_to_their_limit(store: SqlStore) -> None:
    store.put_code(CodeRow("AB", b"digest", StaffId("s1"), 100, 0, 0))
    with ThreadPoolExecutor(4) as pool:
        counted = list(pool.map(lambda _: store.count_try("AB", 5), range(9)))
    assert sum(counted) == 5
    assert not store.count_try("ZZ", 5)


def test_names_grants_and_teams_are_kept_and_changed(store: SqlStore) -> None:
    store.add_staff(StaffId("s1"), "Aino")
    store.add_staff(StaffId("s1"), "Aino Testinen")
    store.add_team(TeamId("t1"), ("Itä", "Öst", "East"))
    grant = GrantRow(EntityId(b"g" * 16), StaffId("s1"), TeamId("t1"), "adviser", 1, 0)
    store.put_grant(grant)
    store.put_grant(GrantRow(grant.entity, grant.staff, grant.team, grant.role, 1, 9))
    assert store.staff() == {"s1": "Aino Testinen"}
    assert store.teams() == {"t1": ("Itä", "Öst", "East")}
    (found,) = store.grants(StaffId("s1"))
    assert [found.holds(now) for now in (0, 1, 8, 9)] == [False, True, True, False]
    assert store.grants(StaffId("s2")) == []


def test_entities_keep_their_first_author_and_are_found_by_subject(store: SqlStore) -> None:
    one, other = EntityId(b"1" * 16), EntityId(b"2" * 16)
    store.add_entities(STREAM, [EntityRow(one, "person", StaffId("s1"), b"mark")])
    store.add_entities(
        STREAM,
        [EntityRow(one, "person", StaffId("s2"), b"mark"), EntityRow(other, "visit", StaffId("s2"), None)],
    )
    found = store.entities(STREAM, [one, other, EntityId(b"3" * 16)])
    assert {entity: row.staff for entity, row in found.items()} == {one: "s1", other: "s2"}
    assert store.streams_of_subject(b"mark") == [STREAM]
    store.forget_subject(b"mark")
    assert store.streams_of_subject(b"mark") == []
    assert store.counts() == (0, 1)
    assert store.of_kind(STREAM, "visit") == [other]
    assert store.of_kind(STREAM, "service") == []
    assert store.of_kind(StreamId("city"), "visit") == []


def test_settling_keeps_states_and_who_waits_for_what(store: SqlStore) -> None:
    push(store, writer(1), 1, 3)
    one = EntityId(b"1" * 16)
    found: list[object] = []

    def first(at: Settling) -> None:
        found.extend(commit.number for commit in at.waiting(2))
        at.put_states({one: b"state"})
        at.wait_for(one, [CommitId(writer(2), 1, b"m" * 8)])
        at.quarantine(2)
        at.advance(2, b"d" * 32)

    def second(at: Settling) -> None:
        found.append((at.number, at.digest, at.states([one])))
        found.append(at.waits())
        at.forget_waits(writer(2), 1)
        found.append(at.waits())
        at.put_states({one: None})
        found.append(at.states([one]))

    assert store.settle(STREAM, first) == (2, b"d" * 32)
    store.settle(STREAM, second)
    assert found == [1, 2, (2, b"d" * 32, {one: b"state"}), {(writer(2), 1): {one}}, {}, {}]
    assert [one.reason for _, one in store.withheld()] == [Reason.SIGNATURE]


def test_the_hubs_own_log_is_a_chain(store: SqlStore) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: store.log([b"event %d" % number]), range(12)))
    rows = store.audit(after=0, limit=100)
    assert [row.seq for row in rows] == list(range(1, 13))
    previous = bytes(32)
    for row in rows:
        assert row.previous == previous
        assert row.hash == audit_hash(previous, row.event)
        previous = row.hash


def test_a_newer_snapshot_takes_the_place_of_the_older_and_the_one_before_stays(store: SqlStore) -> None:
    store.put_snapshot(STREAM, 3, [b"a", b"b"])
    store.put_snapshot(STREAM, 5, [b"c"])
    assert store.snapshots(STREAM) == {3: 2, 5: 1}
    assert (store.snapshot_part(STREAM, 5, 0), store.snapshot_part(STREAM, 3, 1)) == (b"c", b"b")
    store.put_snapshot(STREAM, 5, [b"d", b"e"])
    assert store.snapshots(STREAM) == {3: 2, 5: 2}
    store.put_snapshot(STREAM, 8, [b"f"])
    assert store.snapshots(STREAM) == {5: 2, 8: 1}
    assert store.snapshot_part(STREAM, 3, 0) is None
    store.put_snapshot(STREAM, 0, [])
    assert store.snapshots(STREAM) == {}


def test_erased_marks_are_remembered(store: SqlStore) -> None:
    store.erase(b"one", 1)
    store.erase(b"one", 2)
    assert store.erased([b"one", b"two"]) == {b"one"}


def test_a_body_key_is_made_once_and_destroyed_for_ever(stores: Stores) -> None:
    keys, others = stores.open_keys(), stores.open_keys()
    assert keys.add({b"k": b"secret"}) == {b"k": b"secret"}
    assert others.add({b"k": b"another"}) == {b"k": b"secret"}
    assert others.get([b"k", b"x"]) == {b"k": b"secret"}
    assert keys.destroy(b"k")
    assert not others.destroy(b"k")
    assert others.get([b"k"]) == {}
    keys.close()
    others.close()


def test_streams_are_numbered_each_for_itself(store: SqlStore) -> None:
    other = StreamId("staff/s1")
    open_stream(store, other)
    push(store, writer(1), 1, 2)
    store.append([run(writer(1), chain(writer(1), 1, 1), stream=other)])
    assert {stream: head.number for stream, head in store.heads().items()} == {STREAM: 2, other: 1}
