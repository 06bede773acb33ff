# SPDX-License-Identifier: MIT
"""Who reads and writes what: every role against every sort of stream, deny by default."""

import pytest
from hub_city import City
from hub_world import START, Member, draft, laptop_id, visit

from sync.hub.quarantine import held
from sync.hub.roster import end_grants, grant
from sync.hub.store.rows import Reason
from sync.log.commit import Draft
from sync.protocol.errors import AccessRefused, Code
from sync.protocol.messages import Cursor, DropFrame, PullRequest, SnapshotRequest
from sync.records.ids import (
    CITY,
    StaffId,
    StreamId,
    audit_stream,
    new_entity,
    special_stream,
    staff_stream,
    team_stream,
)
from sync.records.kinds import KINDS, lies_in
from sync.records.rights import RIGHTS, Action, Role, may, readable_streams

STREAMS = ("city", "team", "special", "own", "others", "audit", "other team")

READS = {
    "adviser": {"city", "team", "own"},
    "coach": {"city", "team", "special", "own"},
    "youth_outreach": {"city", "team", "own"},
    "supervisor": {"city", "team", "own"},
    "service_editor": {"city", "own"},
    "admin": {"city", "own"},
    "auditor": {"city", "own", "audit"},
    "partner": {"city", "own"},
}


def streams_for(city: City, member: Member) -> dict[str, StreamId]:
    other = city.world.team("Länsi")
    return {
        "city": CITY,
        "team": city.stream,
        "special": special_stream(city.team),
        "own": staff_stream(member.staff),
        "others": staff_stream(city.adviser.staff),
        "audit": audit_stream(city.adviser.laptop),
        "other team": team_stream(other),
    }


@pytest.mark.parametrize("role", sorted(READS))
def test_a_role_reads_exactly_its_streams(city: City, role: str) -> None:
    city.adviser.save(audit_stream(city.adviser.laptop), event())
    member = city.world.member("Uusi", role, city.team)
    streams = streams_for(city, member)
    told = member.heads()
    assert {name for name, stream in streams.items() if stream in told} == READS[role]
    for name, stream in streams.items():
        pulled = member.pull(PullRequest(0, [Cursor(stream, 0, b"")], [], 10_000))
        dropped = [frame.stream for frame in pulled.frames if isinstance(frame, DropFrame)]
        assert dropped == ([] if name in READS[role] else [stream])
        if name not in READS[role]:
            with pytest.raises(AccessRefused):
                member.hub.snapshot(SnapshotRequest(stream, 0, 0))
            assert all(getattr(frame, "stream", None) != stream for frame in member.pull().frames)


def event() -> Draft:
    return draft("audit", new_entity(), event={"audit_event": {}}, previous=bytes(32), seq=1)


@pytest.mark.parametrize("role", [one for one in RIGHTS if one is not Role.HUB], ids=lambda one: one.value)
def test_a_role_creates_exactly_the_kinds_that_the_table_gives_it(city: City, role: Role) -> None:
    member = city.world.member("Uusi", role.value, city.team)
    for stream in (city.stream, special_stream(city.team)):
        for name, spec in KINDS.items():
            subject = new_entity() if spec.has_subject else None
            entity = subject if name == "person" and subject is not None else new_entity()
            one = Draft(name, entity, subject, 1, {spec.fields[0].name: (None, ())})
            answer = member.save(stream, one)
            opens = stream in readable_streams(role, city.team, member.staff)
            allowed = lies_in(spec, stream) and opens and may(role, name, (), own=True, action=Action.CREATE)
            assert (answer.quarantined == []) == allowed, f"{role.value} {name} in {stream}"


def test_a_laptops_own_audit_is_appended_and_read_by_the_auditor_alone(city: City) -> None:
    stream = audit_stream(city.adviser.laptop)
    assert city.adviser.save(stream, event()).quarantined == []
    auditor = city.world.member("Tarkastaja", "auditor", None)
    assert stream in auditor.heads()
    assert stream not in {getattr(frame, "stream", "") for frame in city.adviser.pull().frames}
    commit = city.coach.write(stream, visit())
    with pytest.raises(AccessRefused):
        city.coach.push(stream, commit)


def test_a_grant_that_ends_takes_the_stream_away(city: City) -> None:
    city.adviser.save(city.stream, visit())
    late = city.adviser.write(city.stream, visit())
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    pulled = city.adviser.pull(PullRequest(0, [Cursor(city.stream, 0, b"")], [], 10_000))
    assert DropFrame(city.stream) in pulled.frames
    assert city.adviser.push(city.stream, late).quarantined == [2]


def test_what_a_laptop_logged_stands_in_the_access_log_though_its_persons_role_has_ended(city: City) -> None:
    stream = audit_stream(city.adviser.laptop)
    city.adviser.save(stream, event())
    late = city.adviser.write(stream, event())
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    assert city.adviser.push(stream, late).quarantined == []
    visited = city.adviser.write(stream, visit())
    assert city.adviser.push(stream, visited).quarantined == [3]


def test_a_grant_counts_from_its_day_on(city: City) -> None:
    staff = city.world.person("Uusi", "partner", None)
    grant(city.world.parts, staff, "adviser", team=city.team, begins=START + 10_000_000)
    member = city.world.enrol(staff, "L7")
    assert city.stream not in member.heads()
    city.clock.now = START + 10_000_000
    assert city.stream in member.heads()


def test_two_grants_give_what_either_gives(city: City) -> None:
    other = city.world.team("Länsi")
    grant(city.world.parts, city.adviser.staff, "supervisor", team=other)
    assert {city.stream, team_stream(other)} <= city.adviser.heads().keys()
    verdict = draft("review", new_entity(), verdict=None)
    assert city.adviser.save(team_stream(other), verdict).quarantined == []
    assert city.adviser.save(city.stream, verdict).quarantined == [1]


def test_a_message_reaches_its_reader_only(city: City) -> None:
    stream = staff_stream(city.coach.staff)
    word = _message(START, "Soita kun ehdit", city.adviser.staff)
    assert city.adviser.save(stream, word).quarantined == []
    assert stream in city.coach.heads()
    assert stream not in {getattr(frame, "stream", "") for frame in city.adviser.pull().frames}


def test_refusals_and_reads_stand_in_the_hubs_own_log(city: City) -> None:
    city.adviser.save(city.stream, visit())
    city.coach.pull()
    events = [row.event for row in city.world.parts.store.audit(after=0, limit=1000)]
    assert any(city.coach.staff.encode() in one and city.stream.encode() in one for one in events)
    assert not any(b"Virtanen" in one for one in events)


def test_a_laptop_id_is_needed_for_a_laptops_audit(city: City) -> None:
    commit = city.adviser.write(audit_stream(laptop_id("elsewhere")), visit())
    with pytest.raises(AccessRefused) as caught:
        city.adviser.push(audit_stream(laptop_id("elsewhere")), commit)
    assert caught.value.code is Code.STREAM_FORBIDDEN


def test_what_the_hub_does_not_understand_is_kept_only_from_whom_the_stream_is_open_to(city: City) -> None:
    special = special_stream(city.team)
    strange = draft("hologram", new_entity(), colour="blue")
    held_back, kept = city.adviser.save(special, strange), city.coach.save(special, strange)
    assert (held_back.parked, held_back.quarantined) == ([], [1])
    assert (kept.parked, kept.quarantined) == ([1], [])
    assert {one.reason for one in held(city.world.parts)} == {Reason.FORBIDDEN}
    # An editor of the whole city's services works in no team; whose grant has ended, no longer.
    editor = city.world.member("Ed", "service_editor", city.team)
    assert editor.save(city.stream, strange).quarantined == [1]
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    assert city.adviser.save(city.stream, strange).quarantined == [1]


def _message(at: int, text: str, author: StaffId | None) -> Draft:
    return Draft("message", new_entity(), None, 1, {"text": (text, ()), "at": (at, ()), "from": (author, ())})


def test_a_message_is_from_its_author(city: City) -> None:
    stream = staff_stream(city.coach.staff)
    nameless = draft("message", new_entity(), text="Tule heti", at=START)
    forged = (_message(START, "Tule", city.coach.staff), _message(START, "Tule", None), nameless)
    for n, one in enumerate(forged, 1):
        assert city.adviser.save(stream, one).quarantined == [n]
    assert {one.reason for one in held(city.world.parts)} == {Reason.IDENTITY}
    # Nor does it become another's by an edit.
    honest = _message(START, "Hei", city.adviser.staff)
    assert city.adviser.save(stream, honest).quarantined == []
    turned = Draft("message", honest.entity, None, 1, {"from": (city.coach.staff, ())})
    assert city.adviser.save(stream, turned).quarantined == [5]
    text = Draft("message", honest.entity, None, 1, {"text": ("Hei taas", ())})
    assert city.adviser.save(stream, text).quarantined == []
