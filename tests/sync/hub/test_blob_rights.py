# SPDX-License-Identifier: MIT
"""Who may send and read an attachment: denied unless a record says so, on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_blobs import Sealed, attach, attachment, download, sealed, upload
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, draft, person, visit

from sync.hub.blob_files import BlobFiles
from sync.hub.erase import erase_subject, erase_write
from sync.hub.quarantine import decide, held
from sync.hub.roster import end_grants, grant
from sync.hub.store.sql import SqlStore
from sync.log.commit import Draft
from sync.protocol.errors import AccessRefused, BlobRefused, Code, FrameRefused
from sync.records.ids import EntityId, new_entity, team_stream


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
    yield make_city(world, clock)
    world.close()


FILE = sealed(700_000)


def unknown(member: Member, of: Sealed = FILE) -> bool:
    """Whether a reader is told that there is no such thing."""
    try:
        member.hub.blob_read(of.blob, 0, 10)
    except BlobRefused as problem:
        return (problem.code, problem.facts) == (Code.UNKNOWN_BLOB, {"blob": of.blob.hex()})
    return False


def may_send(member: Member, of: Sealed = FILE, *, size: int | None = None) -> bool:
    try:
        member.hub.blob_begin(of.blob, of.size if size is None else size)
    except BlobRefused as problem:
        return problem.code is not Code.UNKNOWN_BLOB
    return True


def on_disk(city: City, of: Sealed = FILE) -> bool:
    return BlobFiles(city.world.parts.blobs).whole(of.blob) is not None


def deleted(entity: EntityId, subject: EntityId) -> Draft:
    return draft("attachment", entity, subject=subject, deleted=[])


def test_a_colleague_of_the_team_reads_what_was_sent(city: City) -> None:
    attach(city.adviser, city.stream, FILE)
    assert unknown(city.coach)
    assert upload(city.adviser.hub, FILE) == FILE.size
    assert download(city.coach.hub, FILE) == FILE.content
    assert city.coach.hub.blob_read(FILE.blob, 699_990, 100) == FILE.content[-10:]
    assert upload(city.adviser.hub, FILE) == FILE.size


def test_a_colleague_may_send_what_they_may_read(city: City) -> None:
    attach(city.adviser, city.stream, FILE)
    upload(city.coach.hub, FILE)
    assert download(city.adviser.hub, FILE) == FILE.content


def test_another_team_can_neither_read_nor_send_and_sees_no_difference(city: City) -> None:
    world = city.world
    stranger = world.member("Cai Vieras", "adviser", world.team("Länsi"))
    attach(city.adviser, city.stream, FILE)
    upload(city.adviser.hub, FILE)
    for of in (FILE, sealed(10, 99)):
        assert unknown(stranger, of)
        assert not may_send(stranger, of)
    events = [row.event for row in world.parts.store.audit(after=0, limit=1000)]
    assert b"FORBIDDEN" in events[-1]


def test_naming_another_teams_blob_does_not_open_it(city: City) -> None:
    world = city.world
    other = world.team("Länsi")
    stranger = world.member("Cai Vieras", "adviser", other)
    attach(city.adviser, city.stream, FILE)
    upload(city.adviser.hub, FILE)
    attach(stranger, team_stream(other), FILE)
    assert unknown(stranger)
    assert not may_send(stranger)


def test_who_works_in_both_teams_may_carry_a_file_over(city: City) -> None:
    world = city.world
    other = world.team("Länsi")
    newcomer = world.member("Cai Uusi", "adviser", other)
    attach(city.adviser, city.stream, FILE)
    upload(city.adviser.hub, FILE)
    grant(world.parts, city.coach.staff, "coach", team=other)
    attach(city.coach, team_stream(other), FILE)
    assert download(newcomer.hub, FILE) == FILE.content


def test_only_the_length_that_the_record_says_is_taken(city: City) -> None:
    attach(city.adviser, city.stream, FILE)
    assert not may_send(city.adviser, size=FILE.size - 1)
    assert not may_send(city.adviser, size=0)
    city.adviser.hub.blob_begin(FILE.blob, FILE.size)
    with pytest.raises(BlobRefused):
        city.adviser.hub.blob_send(FILE.blob, 0, b"x", size=FILE.size + 1)
    with pytest.raises(FrameRefused):
        city.world.service.blob_send(city.adviser.writer, FILE.blob, 0, bytes(300_000))


def test_a_wrong_hash_is_damaged_and_nothing_is_served(city: City) -> None:
    short = sealed(100)
    attach(city.adviser, city.stream, short)
    city.adviser.hub.blob_begin(short.blob, 100)
    with pytest.raises(BlobRefused) as caught:
        city.adviser.hub.blob_send(short.blob, 0, bytes(100), size=100)
    assert caught.value.code is Code.BLOB_DAMAGED
    assert unknown(city.coach, short)
    assert upload(city.adviser.hub, short) == 100


def test_a_deleted_record_serves_nothing_and_a_restored_one_does_again(city: City) -> None:
    subject = new_entity()
    entity = attach(city.adviser, city.stream, FILE, subject)
    upload(city.adviser.hub, FILE)
    assert not unknown(city.coach)
    city.adviser.save(city.stream, deleted(entity, subject))
    assert unknown(city.coach)
    assert unknown(city.adviser)
    city.adviser.save(city.stream, draft("attachment", entity, subject=subject, deleted=None))
    assert not unknown(city.coach)


def test_a_record_that_names_another_file_now_serves_only_that(city: City) -> None:
    subject, other = new_entity(), sealed(50, 5)
    entity = attach(city.adviser, city.stream, FILE, subject)
    upload(city.adviser.hub, FILE)
    said = {"id": other.blob, "key": bytes(32), "sealed": other.size}
    city.adviser.save(city.stream, draft("attachment", entity, subject=subject, blob=said))
    upload(city.adviser.hub, other)
    assert unknown(city.coach)
    assert download(city.coach.hub, other) == other.content


def test_a_grant_that_has_ended_and_a_revoked_laptop_read_nothing(city: City) -> None:
    attach(city.adviser, city.stream, FILE)
    upload(city.adviser.hub, FILE)
    end_grants(city.world.parts, city.coach.staff, role="coach", team=city.team)
    assert unknown(city.coach)
    city.world.parts.store.revoke(city.adviser.writer, city.clock())
    for call in (
        lambda: city.adviser.hub.blob_read(FILE.blob, 0, 10),
        lambda: city.adviser.hub.blob_begin(FILE.blob, FILE.size),
    ):
        with pytest.raises(AccessRefused) as caught:
            call()
        assert caught.value.code is Code.WRITER_REVOKED


def test_who_wrote_a_record_may_still_send_when_the_grant_has_ended(city: City) -> None:
    attach(city.adviser, city.stream, FILE)
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    assert upload(city.adviser.hub, FILE) == FILE.size
    assert unknown(city.adviser)
    assert not unknown(city.coach)


def test_a_quarantined_record_serves_nothing_until_it_is_released(city: City) -> None:
    parts = city.world.parts
    supervisor = city.world.member("Dan Esimies", "supervisor", city.team)
    saved = supervisor.save(city.stream, attachment(FILE, new_entity()))
    assert saved.quarantined == [1]
    assert not may_send(supervisor)
    assert unknown(city.coach)
    (one,) = held(parts)
    decide(parts, one.stream, one.number, accepted=True)
    upload(supervisor.hub, FILE)
    assert download(city.coach.hub, FILE) == FILE.content


def test_a_signature_that_turns_out_broken_serves_nothing(city: City) -> None:
    attach(city.adviser, city.stream, FILE)
    upload(city.adviser.hub, FILE)
    store = city.world.parts.store
    assert isinstance(store, SqlStore)
    with store._engines.write.begin() as connection:
        connection.exec_driver_sql("UPDATE commits SET signature = header WHERE n = 1 AND reason = 0")
    assert unknown(city.coach)


def test_an_erased_subjects_file_is_gone_from_the_disk(city: City) -> None:
    someone, other = new_entity(), new_entity()
    shared, own = sealed(50, 5), sealed(60, 6)
    city.adviser.save(city.stream, person("Matti", someone))
    for of, subject in ((own, someone), (shared, someone), (shared, other)):
        attach(city.adviser, city.stream, of, subject)
        upload(city.adviser.hub, of)
    part = sealed(80, 8)
    attach(city.adviser, city.stream, part, someone)
    city.adviser.hub.blob_begin(part.blob, part.size)
    erase_subject(city.world.parts, someone)
    assert not on_disk(city, own)
    assert on_disk(city, shared)
    assert list(city.world.parts.blobs.glob("??/*.part")) == []
    assert unknown(city.coach, own)
    assert not unknown(city.coach, shared)
    assert not may_send(city.adviser, own)
    # What is said of them later is not kept, and opens nothing.
    city.adviser.save(city.stream, attachment(own, someone))
    assert not may_send(city.adviser, own)
    erase_subject(city.world.parts, someone)
    assert on_disk(city, shared)


def test_an_erased_write_takes_its_file_along_unless_the_record_still_names_it(city: City) -> None:
    subject, kept = new_entity(), sealed(50, 5)
    entity = attach(city.adviser, city.stream, FILE, subject)
    upload(city.adviser.hub, FILE)
    city.adviser.save(city.stream, visit())
    erase_write(city.world.parts, city.stream, city.adviser.writer, 1, entity)
    assert not on_disk(city)
    assert unknown(city.coach)
    again = attach(city.adviser, city.stream, kept, subject)
    upload(city.adviser.hub, kept)
    city.adviser.save(city.stream, attachment(kept, subject, again))
    erase_write(city.world.parts, city.stream, city.adviser.writer, 3, again)
    assert on_disk(city, kept)
    assert not unknown(city.coach, kept)


@pytest.mark.parametrize(
    "said",
    [
        {"id": b"short", "key": bytes(32), "sealed": 10},
        {"id": bytes(32), "key": bytes(32), "sealed": -1},
        {"id": bytes(32), "key": bytes(32), "sealed": 2**40},
        {"id": bytes(32), "key": bytes(32), "sealed": "10"},
        {"id": "x" * 32, "key": bytes(32), "sealed": 10},
        "nothing of the kind",
        None,
    ],
)
def test_what_names_no_blob_is_taken_in_as_a_record_and_opens_nothing(city: City, said: object) -> None:
    subject = new_entity()
    answer = city.adviser.save(city.stream, draft("attachment", new_entity(), subject=subject, blob=said))
    assert answer.numbers == [1]
    assert list(city.world.parts.store.blobs()) == []


def test_a_push_that_is_repeated_keeps_one_row(city: City) -> None:
    commit = city.adviser.write(city.stream, attachment(FILE, new_entity()))
    for _ in range(2):
        city.adviser.push(city.stream, commit)
    assert [row.blob for row in city.world.parts.store.blobs()] == [FILE.blob]


def test_reading_from_the_beginning_is_in_the_hubs_log_once(city: City) -> None:
    attach(city.adviser, city.stream, FILE)
    upload(city.adviser.hub, FILE)
    before = len(city.world.parts.store.audit(after=0, limit=1000))
    download(city.coach.hub, FILE, step=100_000)
    events = [row.event for row in city.world.parts.store.audit(after=before, limit=1000)]
    assert [b"READ" in one and city.coach.staff.encode() in one for one in events] == [True]
