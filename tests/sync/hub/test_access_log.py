# SPDX-License-Identifier: MIT
"""The city's access log at the hub: who is served it, what is listed, and when a chain counts as broken."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import START, HubClock, HubWorld, Member, draft, visit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from store_world import session

from sync.hub.__main__ import app
from sync.hub.access_log import LogFilter, audit_streams, list_events
from sync.hub.audit_chains import Fault, laptop_chains, own_chain
from sync.hub.errors import UnknownName
from sync.hub.roster import revoke
from sync.hub.status import status
from sync.hub.store.sql import SqlStore
from sync.log.commit import Draft
from sync.protocol.errors import AccessRefused
from sync.protocol.messages import Cursor, PullRequest, SnapshotRequest
from sync.records.ids import EntityId, audit_stream, new_entity
from sync.records.rights import Role

NOBODY_ELSE = sorted(one.value for one in Role if one not in {Role.HUB, Role.AUDITOR})


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
    yield make_city(world, clock)
    world.close()


def event(operation: str, member: Member, seq: int, *, at: int = START, **more: object) -> Draft:
    """One event as a laptop's notebook writes it, chained to nothing."""
    said = {
        "operation": operation, "status": "SUCCESS", "actor": {"role": "USER", "user_id": member.staff},
        "target": {"type": "person", "id": "ab" * 16}, "reason": "card", **more,
    }  # fmt: skip
    return draft("audit", new_entity(at), event=said, previous=bytes(32), seq=seq)


def tell(member: Member, *numbers: int, operation: str = "READ") -> None:
    for seq in numbers:
        member.save(audit_stream(member.laptop), event(operation, member, seq))


@pytest.mark.parametrize("role", NOBODY_ELSE)
def test_nobody_but_the_auditor_is_served_an_audit_stream(city: City, role: str) -> None:
    tell(city.adviser, 1)
    member = city.world.member("Uusi Testinen", role, city.team)
    tell(member, 1)
    for stream in (audit_stream(city.adviser.laptop), audit_stream(member.laptop)):
        pulled = member.pull(PullRequest(0, [Cursor(stream, 0, b"")], [(stream, 0)], 1_000_000))
        assert not [
            one for one in pulled.frames if getattr(one, "number", 0) and getattr(one, "stream", "") == stream
        ]
        with pytest.raises(AccessRefused):
            member.hub.snapshot(SnapshotRequest(stream, 0, 0))
    assert audit_stream(city.adviser.laptop) not in member.heads()
    auditor = city.world.member("Anna Auditoija", "auditor", None)
    assert {audit_stream(city.adviser.laptop), audit_stream(member.laptop)} <= set(auditor.heads())


def test_events_of_the_hub_and_of_every_laptop_are_merged_by_time(city: City) -> None:
    adviser, coach = city.adviser, city.coach
    adviser.save(audit_stream(adviser.laptop), event("READ", adviser, 1, at=START + 9_000_000))
    coach.save(audit_stream(coach.laptop), event("REVEAL", coach, 1, at=START + 5_000_000, field="hetu"))
    adviser.save(city.stream, visit())
    coach.pull()
    found = list_events(city.world.parts, LogFilter())
    assert [one.at for one in found] == sorted(one.at for one in found)
    theirs = [(one.laptop, one.operation, one.staff) for one in found if one.laptop]
    assert theirs == [(coach.laptop, "REVEAL", coach.staff), (adviser.laptop, "READ", adviser.staff)]
    assert any(one.staff == coach.staff and one.operation == "READ" for one in found if not one.laptop)


@pytest.mark.parametrize(
    ("wanted", "seqs"),
    [
        (LogFilter(), [1, 2, 3]),
        (LogFilter(operation="PRINT"), [2]),
        (LogFilter(target="cd" * 16), [3]),
        (LogFilter(since=START + 20), [2, 3]),
        (LogFilter(since=START + 20, until=START + 30), [2]),
        (LogFilter(staff="s0000000000000000"), []),
    ],
)
def test_a_filter_takes_what_was_asked(city: City, wanted: LogFilter, seqs: list[int]) -> None:
    adviser = city.adviser
    stream = audit_stream(adviser.laptop)
    adviser.save(stream, event("READ", adviser, 1, at=START + 10))
    adviser.save(stream, event("PRINT", adviser, 2, at=START + 20))
    adviser.save(stream, event("READ", adviser, 3, at=START + 30, target={"type": "person", "id": "cd" * 16}))
    assert [one.seq for one in list_events(city.world.parts, wanted) if one.laptop] == seqs


def test_what_a_revoked_laptop_has_told_is_there_and_marked(city: City) -> None:
    adviser = city.adviser
    stream = audit_stream(adviser.laptop)
    tell(adviser, 1)
    later = adviser.write(stream, event("EXPORT", adviser, 2))
    revoke(city.world.parts, adviser.writer)
    assert adviser.push(stream, later).quarantined
    assert [(one.seq, one.held) for one in list_events(city.world.parts, LogFilter()) if one.laptop] == [
        (1, False),
        (2, True),
    ]


def test_a_real_notebooks_events_hold_together_between_its_saves(city: City, tmp_path: Path) -> None:
    laptop = HubLaptop.of(city.world, city.adviser, tmp_path / "notebook.db")
    said = {
        "operation": "READ",
        "actor": {"user_id": city.adviser.staff},
        "target": {"type": "person", "id": ""},
    }
    for turn in range(7):
        laptop.store.record(said, time_ms=laptop.clock())
        if turn in {2, 4}:
            laptop.save(city.stream, session())
    laptop.sync()
    (chain,) = laptop_chains(city.world.parts)
    assert (chain.stream, chain.writer) == (audit_stream(city.adviser.laptop), city.adviser.writer)
    assert (chain.events, chain.fault) == (7, None)
    laptop.store.close()


def test_an_event_that_names_another_one_before_it_breaks_the_chain(city: City) -> None:
    tell(city.adviser, 1)
    named = EntityId(new_entity(START)[:6] + b"\x8f" + bytes(9))
    draft_ = draft("audit", named, event={"operation": "READ"}, previous=b"\xff" * 32, seq=2)
    city.adviser.save(audit_stream(city.adviser.laptop), draft_)
    (chain,) = laptop_chains(city.world.parts)
    assert (chain.fault, chain.broken_at) == (Fault.LINK, 2)


def test_a_number_that_comes_again_breaks_the_chain_and_the_first_one_is_named(city: City) -> None:
    tell(city.adviser, 3, 5, 5, 2)
    (chain,) = laptop_chains(city.world.parts)
    assert (chain.fault, chain.broken_at, chain.events) == (Fault.NUMBER, 5, 4)


def test_what_a_laptop_found_in_itself_breaks_its_chain(city: City) -> None:
    tell(city.adviser, 4)
    tell(city.adviser, 6, operation="CHECK_FAILED")
    (chain,) = laptop_chains(city.world.parts)
    assert (chain.fault, chain.broken_at) == (Fault.CHECK, 6)


def test_a_new_notebook_and_one_that_says_it_was_restored_are_whole(city: City) -> None:
    tell(city.adviser, 4, 6, 1, 3)
    tell(city.adviser, 2, operation="RESTORE")
    tell(city.adviser, 4)
    assert [one.fault for one in laptop_chains(city.world.parts)] == [None]


def test_people_of_one_laptop_have_chains_of_their_own(city: City) -> None:
    colleague = city.world.enrol(city.coach.staff, "Aino Virtanen")
    assert colleague.laptop == city.adviser.laptop
    tell(city.adviser, 4, 9)
    tell(colleague, 3, 5, 5)
    tell(city.adviser, 11)
    found = {one.writer: one.broken_at for one in laptop_chains(city.world.parts)}
    assert found == {city.adviser.writer: 0, colleague.writer: 5}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(2, 60), min_size=1, max_size=12))
def test_whatever_numbers_come_a_chain_holds_just_when_they_grow(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int]
) -> None:
    # Steps of two, so that no event claims to follow another one directly.
    world = HubWorld.make(tmp_path_factory.mktemp("hub") / "hub", clock=HubClock())
    try:
        member = world.member("Aino Virtanen", "adviser", world.team("Itä"))
        tell(member, *(2 * one for one in numbers))
        (chain,) = laptop_chains(world.parts)
        grows = all(one < after for one, after in pairwise(numbers))
        assert (chain.fault is None) == grows
    finally:
        world.close()


def test_a_stream_that_holds_no_event_has_no_chain(city: City) -> None:
    assert audit_streams(city.world.parts) == []
    assert laptop_chains(city.world.parts) == []
    city.adviser.save(audit_stream(city.adviser.laptop), draft("audit", new_entity(), event={}, seq="x"))
    (chain,) = laptop_chains(city.world.parts)
    assert (chain.events, chain.fault) == (1, None)
    assert [one.operation for one in list_events(city.world.parts, LogFilter()) if one.laptop] == [""]


# --- as an operator types it


class Desk:
    """An operator at a terminal of a hub in a folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.world = HubWorld.live(folder)
        self.adviser = self.world.member("Aino Virtanen", "adviser", self.world.team("Itä"))
        self.capsys = capsys

    def say(self, *words: str) -> str:
        """Type a command and return what it printed."""
        app([*words, "--home", str(self.folder)], result_action="return_value")
        return self.capsys.readouterr().out

    def own(self) -> list[dict[str, Any]]:
        """Return the hub's own log."""
        return [
            json.loads(row.event)["audit_event"] for row in self.world.parts.store.audit(after=0, limit=1000)
        ]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    one = Desk(tmp_path / "hub", capsys)
    yield one
    one.world.close()


def test_the_log_is_printed_line_by_line_with_names(desk: Desk) -> None:
    tell(desk.adviser, 7)
    (line,) = [
        one for one in desk.say("audit", "list").splitlines() if desk.adviser.laptop in one.split("\t")[1]
    ]
    when, where, who, operation, how, target, more = line.split("\t")
    assert when.startswith("2025-11-24T")
    assert (where, who, operation, how) == (f"{desk.adviser.laptop} 7", "Aino Virtanen", "READ", "SUCCESS")
    assert (target, "card" in more) == (f"person {'ab' * 16}", True)


def test_as_json_every_line_has_the_citys_shape(desk: Desk) -> None:
    tell(desk.adviser, 7)
    desk.say("export", "--out", str(desk.folder / "out.jsonl"))
    lines = [json.loads(one)["audit_event"] for one in desk.say("audit", "list", "--json").splitlines()]
    assert {one["origin"] for one in lines} == {"kenttakirja", "kenttakirja-hub"}
    for one in lines:
        assert {"origin", "status", "date_time_epoch", "date_time", "actor", "operation", "target"} <= set(
            one
        )
        assert one["operation"] in {"CREATE", "READ", "UPDATE", "DELETE"}


def test_a_day_is_taken_whole(desk: Desk) -> None:
    tell(desk.adviser, 7)
    day = datetime.fromtimestamp(START / 1000, UTC).astimezone().date()
    name = desk.adviser.laptop
    assert name in desk.say("audit", "list", "--since", str(day), "--until", str(day))
    assert name not in desk.say("audit", "list", "--until", str(day - timedelta(days=1)))
    assert name not in desk.say("audit", "list", "--since", str(day + timedelta(days=1)))


def test_reading_the_log_stands_in_it_with_what_was_asked(desk: Desk) -> None:
    desk.say("audit", "list", "--staff", desk.adviser.staff, "--operation", "READ")
    desk.say("audit", "verify")
    listed, verified = desk.own()[-2:]
    assert (listed["operation"], listed["actor"], listed["target"]["id"]) == (
        "READ", {"role": "SYSTEM", "user_id": ""}, "access log",
    )  # fmt: skip
    assert f"staff={desk.adviser.staff} operation=READ" in listed["additional_information"]
    assert verified["additional_information"] == "verify chains=0 broken=0"


@pytest.mark.parametrize("words", [["--staff", "s0000000000000000"], ["--operation", "PEEK"]])
def test_a_name_that_nothing_has_is_refused_and_nothing_is_read(desk: Desk, words: list[str]) -> None:
    before = len(desk.own())
    with pytest.raises(UnknownName):
        desk.say("audit", "list", *words)
    assert len(desk.own()) == before


def test_a_whole_log_is_told_and_a_broken_one_ends_with_one(desk: Desk) -> None:
    tell(desk.adviser, 7)
    assert "1 event of laptops in 1 chain holds together." in desk.say("audit", "verify")
    tell(desk.adviser, 3)
    with pytest.raises(SystemExit) as caught:
        desk.say("audit", "verify")
    told = desk.capsys.readouterr().out
    assert caught.value.code == 1
    assert f"BROKEN audit/{desk.adviser.laptop} number 3, Aino Virtanen" in told
    assert "1 of them broken" in desk.say("verify")
    assert (status(desk.world.home).audit_chains, status(desk.world.home).audit_broken) == (1, 1)
    assert "1 chain of laptops' events, 1 of them broken: see audit verify" in desk.say("status")


def test_a_changed_event_of_the_hubs_own_is_named(desk: Desk) -> None:
    store = desk.world.parts.store
    assert isinstance(store, SqlStore)
    with store._engines.write.begin() as connection:
        connection.execute(text("UPDATE audit SET event = x'00' WHERE seq = 2"))
    seq, damage = own_chain(desk.world.parts)
    assert (seq, damage is not None and damage.number) == (1, 2)
    with pytest.raises(SystemExit) as caught:
        desk.say("audit", "verify")
    assert caught.value.code == 1
    assert "BROKEN audit chain at hub audit 2" in desk.capsys.readouterr().out
    with pytest.raises(SystemExit, match="DAMAGED event at hub audit 2"):
        desk.say("audit", "list")
