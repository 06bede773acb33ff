# SPDX-License-Identifier: MIT
"""Taking in a run of commits: chains, signatures, limits; meaning is never a reason to refuse."""

from dataclasses import replace

import msgspec
import pytest
from hub_city import City
from hub_world import START, draft, note, person, visit

from sync.hub.export import export
from sync.hub.verify import verify as verify_hub
from sync.log.commit import CommitId, Draft, SignedCommit, read_header
from sync.log.signing import Purpose, SigningKey, verify
from sync.protocol.errors import AccessRefused, ChainRefused, Code, FrameRefused, Refused
from sync.protocol.messages import PUSH_BATCH, CommitFrame, PushRequest, Receipt, WireCommit
from sync.records.ids import CITY, StreamId, WriterId, new_entity


def refused(city: City, asked: PushRequest, kind: type[Refused]) -> Refused:
    with pytest.raises(kind) as caught:
        city.adviser.hub.push(asked)
    return caught.value


def run(city: City, count: int) -> list[SignedCommit]:
    return [city.adviser.write(city.stream, visit()) for _ in range(count)]


def test_a_push_is_answered_with_a_receipt_that_the_hub_signs(city: City) -> None:
    commits = run(city, 3)
    answer = city.adviser.push(city.stream, *commits)
    known = city.world.known()
    verify(known.signing, Purpose.RECEIPT, known.hub, answer.receipt, answer.signature)
    receipt = msgspec.msgpack.decode(answer.receipt, type=Receipt)
    assert (receipt.writer, receipt.n, receipt.hash) == (city.adviser.writer, 3, commits[-1].hash)
    assert (answer.accepted_through, answer.numbers) == (3, [1, 2, 3])
    assert (answer.parked, answer.quarantined, answer.erased) == ([], [], [])


def test_sending_a_run_again_is_harmless(city: City) -> None:
    commits = run(city, 3)
    asked = city.adviser.request(city.stream, commits)
    first, again = city.adviser.hub.push(asked), city.adviser.hub.push(asked)
    assert first.numbers == again.numbers
    assert city.adviser.heads()[city.stream] == 3


def test_a_gap_is_answered_with_the_commit_that_is_wanted(city: City) -> None:
    commits = run(city, 4)
    city.adviser.hub.push(city.adviser.request(city.stream, commits[:2], first=1))
    problem = refused(city, city.adviser.request(city.stream, commits[3:]), ChainRefused)
    assert (problem.code, problem.facts) == (Code.CHAIN_GAP, {"expected": 3})


def test_a_cloned_laptop_is_seen(city: City) -> None:
    tips = dict(city.adviser.tips)
    city.adviser.push(city.stream, *run(city, 2))
    city.adviser.tips = tips
    clone = run(city, 2)
    assert refused(city, city.adviser.request(city.stream, clone), ChainRefused).code is Code.CHAIN_FORK


def test_a_colleague_may_deliver_what_another_wrote(city: City) -> None:
    asked = city.adviser.request(city.stream, run(city, 2))
    answer = city.coach.hub.push(asked)
    assert answer.numbers == [1, 2]


def test_nobody_writes_as_somebody_else(city: City) -> None:
    commit = city.adviser.write(city.stream, visit())
    wire = WireCommit(commit.header, SigningKey.generate().seed * 2, list(commit.bodies))
    asked = replace_commits(city.adviser.request(city.stream, [commit]), [wire])
    assert refused(city, asked, AccessRefused).code is Code.SIGNATURE_INVALID


def test_a_signature_in_the_middle_of_a_run_is_found_before_a_checkpoint_covers_it(city: City) -> None:
    commits = run(city, 3)
    asked = city.adviser.request(city.stream, commits)
    bent = [
        WireCommit(wire.header, bytes(64), wire.bodies) if place == 1 else wire
        for place, wire in enumerate(asked.commits)
    ]
    assert city.adviser.hub.push(replace_commits(asked, bent)).numbers == [1, 2, 3]
    city.coach.pull()
    frames = [
        frame
        for frame in city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == city.stream
    ]
    assert [frame.commit.bodies == [None] for frame in frames] == [False, True, False, False]
    assert verify_hub(city.world.parts).damages == ()
    assert [(stream, one.number) for stream, one in city.world.parts.store.withheld()] == [(city.stream, 2)]


def replace_commits(asked: PushRequest, commits: list[WireCommit]) -> PushRequest:
    return msgspec.structs.replace(asked, commits=commits)


def test_what_does_not_fit_together_is_malformed(city: City) -> None:
    commits = run(city, 2)
    good = city.adviser.request(city.stream, commits)
    body = commits[0].bodies[0]
    assert body is not None
    broken = [
        msgspec.structs.replace(good, first=2),
        msgspec.structs.replace(good, prev=bytes(32)),
        msgspec.structs.replace(good, commits=[]),
        replace_commits(good, good.commits[::-1]),
        replace_commits(good, [WireCommit(b"junk", bytes(64), [body])]),
        replace_commits(good, [WireCommit(commits[0].header, commits[0].signature, [body + b"\x00"])]),
        replace_commits(good, [WireCommit(commits[0].header, commits[0].signature, [])]),
        replace_commits(good, good.commits * (PUSH_BATCH // 2 + 1)),
    ]
    assert {refused(city, one, FrameRefused).code for one in broken} == {Code.MALFORMED}
    assert city.adviser.heads()[city.stream] == 0


def test_a_first_commit_must_begin_this_hubs_chain(city: City) -> None:
    city.adviser.tips[city.stream] = (0, bytes(32))
    commit = city.adviser.write(city.stream, visit())
    assert refused(city, city.adviser.request(city.stream, [commit]), FrameRefused).code is Code.MALFORMED


def test_an_unknown_writer_is_refused(city: City) -> None:
    asked = city.adviser.request(city.stream, run(city, 1))
    stranger = msgspec.structs.replace(asked, writer=WriterId(bytes(16)))
    assert refused(city, stranger, AccessRefused).code is Code.UNKNOWN_WRITER
    with pytest.raises(AccessRefused):
        city.world.service.push(WriterId(bytes(16)), asked)


@pytest.mark.parametrize("name", ["city", "team/t0000000000000000", "audit/l0000000000000000", "nonsense"])
def test_streams_of_others_are_closed(city: City, name: str) -> None:
    stream = StreamId(name)
    commit = city.adviser.write(stream, visit())
    asked = city.adviser.request(stream, [commit])
    assert refused(city, asked, AccessRefused).code is Code.STREAM_FORBIDDEN


def test_nobody_but_the_hub_writes_the_roster(city: City) -> None:
    commit = city.adviser.write(CITY, draft("staff", new_entity(), name="x", active=True))
    asked = city.adviser.request(CITY, [commit])
    assert refused(city, asked, AccessRefused).code is Code.STREAM_FORBIDDEN


def test_a_staff_stream_that_does_not_exist_is_unknown(city: City) -> None:
    stream = StreamId("staff/s0000000000000000")
    commit = city.adviser.write(stream, draft("message", new_entity(), text="hei", at=1))
    asked = city.adviser.request(stream, [commit])
    assert refused(city, asked, FrameRefused).code is Code.UNKNOWN_STREAM


def test_an_unknown_kind_is_kept_and_passed_on(city: City) -> None:
    answer = city.adviser.save(city.stream, draft("hologram", new_entity(), colour="blue"), visit())
    assert (answer.parked, answer.quarantined) == ([1], [])
    frames = city.coach.pull().frames
    (mine,) = [frame for frame in frames if getattr(frame, "stream", "") == city.stream]
    assert all(raw is not None for raw in getattr(mine, "commit").bodies)  # noqa: B009


def test_an_own_record_is_corrected_from_either_laptop(city: City) -> None:
    entity = new_entity()
    first = city.adviser.write(city.stream, replace(visit(), entity=entity))
    city.adviser.push(city.stream, first)
    other = city.world.enrol(city.adviser.staff, "second laptop")
    seen = CommitId(city.adviser.writer, 1, first.hash[:8])
    answer = other.save(city.stream, Draft("visit", entity, None, 1, {"age": ("25-29", [seen])}))
    assert answer.quarantined == []


def test_a_colleagues_walk_in_is_not_anybodys_to_change(city: City) -> None:
    entity = new_entity()
    first = city.adviser.write(city.stream, replace(visit(), entity=entity))
    city.adviser.push(city.stream, first)
    seen = CommitId(city.adviser.writer, 1, first.hash[:8])
    edit = Draft("visit", entity, None, 1, {"age": ("25-29", [seen])})
    assert city.coach.save(city.stream, edit).quarantined == [1]


def test_what_was_edited_before_its_first_write_arrived_is_still_its_authors(city: City) -> None:
    """A colleague took over from the outbox, edited, and was online first."""
    entity = new_entity()
    first = city.adviser.write(city.stream, draft("session", entity, starts=START))
    seen = CommitId(city.adviser.writer, 1, first.hash[:8])
    close = Draft("session", entity, None, 1, {"score": (5, [seen])})
    assert city.coach.save(city.stream, close).quarantined == []
    assert city.adviser.push(city.stream, first).quarantined == []


def test_an_entity_keeps_its_kind_and_its_person(city: City) -> None:
    someone, entity = new_entity(), new_entity()
    city.adviser.save(city.stream, person("Matti", someone), note("tavattu", someone, entity))
    other = city.adviser.save(city.stream, note("sama muistiinpano", new_entity(), entity))
    assert other.quarantined == [2]


def test_the_hub_reads_the_header_that_was_signed(city: City) -> None:
    commit = city.adviser.write(city.stream, visit())
    city.adviser.push(city.stream, commit)
    stored = city.world.parts.store.commit_at(city.stream, 1)
    assert stored is not None
    assert (stored.header, stored.signature) == (commit.header, commit.signature)
    assert read_header(stored.header).writer == city.adviser.writer


@pytest.mark.parametrize("settled_between", [True, False])
def test_an_edit_that_came_before_what_it_saw_settles_all_the_same(
    city: City,
    settled_between: bool,  # noqa: FBT001
) -> None:
    entity = new_entity()
    first = city.adviser.write(city.stream, draft("session", entity, score=3))
    seen = CommitId(city.adviser.writer, 1, first.hash[:8])
    city.coach.save(city.stream, Draft("session", entity, None, 1, {"score": (5, [seen])}))
    if settled_between:
        city.coach.pull()
    city.adviser.push(city.stream, first)
    assert verify_hub(city.world.parts).damages == ()
    (line,) = export(city.world.parts, stream=city.stream)
    assert msgspec.json.decode(line)["fields"] == {"score": 5}


@pytest.mark.parametrize(
    "bad",
    [
        Draft("k" * 41, new_entity(), None, 1, {"x": (1, ())}),
        Draft("nul\x00kind", new_entity(), None, 1, {"x": (1, ())}),
        Draft("visit", new_entity(), None, 1, {"x": (1, [CommitId(WriterId(b"w" * 16), 2**63, b"m" * 8)])}),
        Draft("visit", new_entity(), None, 1, {"x": (1, ())}, CommitId(WriterId(b"w" * 16), 2**63, b"m" * 8)),
    ],
)
def test_what_no_database_could_hold_is_malformed(city: City, bad: Draft) -> None:
    commit = city.adviser.write(city.stream, bad)
    assert refused(city, city.adviser.request(city.stream, [commit]), FrameRefused).code is Code.MALFORMED
