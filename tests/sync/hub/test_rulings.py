# SPDX-License-Identifier: MIT
"""A supervisor rules of what is held back: it counts, it does not, or another team gets it; its author hears of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, draft, note, person, visit

from sync.failpoints import FailPoint, arm
from sync.hub import holding
from sync.hub.effective import fold_stream
from sync.hub.obeying import obey_all
from sync.hub.quarantine import decide, held
from sync.hub.roster import end_grants, grant
from sync.hub.settling import open_bodies, read_all
from sync.log.commit import Body, Draft
from sync.protocol.errors import Refused
from sync.protocol.holding import HeldRequest
from sync.records.ids import StaffId, StreamId, TeamId, new_entity, special_stream, staff_stream, team_stream
from sync.records.transfers import NOTICE


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    yield make_city(world, clock)
    arm(None)
    world.close()


@pytest.fixture
def supervisor(city: City) -> Member:
    return city.world.member("Esi Esihenkilö", "supervisor", city.team)


def bodies(city: City, stream: StreamId) -> list[Body]:
    """Everything in a stream that counts and is still there, in order."""
    parts = city.world.parts
    obey_all(parts, parts.store.heads().keys())
    commits = parts.store.commits(stream, after=0, limit=1000)
    return [body for its in open_bodies(parts, commits) for body in read_all(its)]


def notices(city: City, staff: StaffId) -> list[dict[str, object]]:
    """What a person was told, in order."""
    told = [body for body in bodies(city, staff_stream(staff)) if body.kind == NOTICE.name]
    return [{name: write.value for name, write in body.fields.items()} for body in told]


def outcomes(city: City, staff: StaffId) -> list[tuple[object, object]]:
    return [(one["what"], one.get("reason", "")) for one in notices(city, staff)]


def ruling(of: Member, verdict: str, *, n: int = 1, to: TeamId | None = None, comment: str = "") -> Draft:
    """A ruling about a member's n-th commit in their team's stream, which must be the newest."""
    _, tip = of.tips[next(iter(of.tips))]
    value = {"commit": [of.writer, n, tip[:8]], "verdict": verdict, "to": to, "comment": comment, "at": 1}
    return draft("ruling", new_entity(), ruling=value)


def left_team(city: City, *drafts: Draft) -> None:
    """The adviser's grant ends; what they wrote meanwhile comes after it."""
    commit = city.adviser.write(city.stream, *drafts)
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    city.adviser.push(city.stream, commit)


def test_an_accepted_save_counts_and_its_author_hears_by_whom(city: City, supervisor: Member) -> None:
    card = person("Matti")
    left_team(city, card)
    assert outcomes(city, city.adviser.staff) == [("held", "forbidden")]
    supervisor.save(city.stream, ruling(city.adviser, "accept", comment="sovittu"))
    assert held(city.world.parts) == []
    told = notices(city, city.adviser.staff)[-1]
    assert (told["what"], told["by"], told["comment"]) == ("released", supervisor.staff, "sovittu")
    assert told["about"] == card.entity
    assert [one.kind for one in bodies(city, city.stream)] == ["person", "quarantine", "ruling", "release"]


def test_a_save_let_count_after_a_move_does_not_stand_beside_what_its_author_wrote_next(
    city: City, supervisor: Member
) -> None:
    west = city.world.team("Länsi")
    card = person("Matti")
    city.adviser.save(city.stream, card)
    first, second = ({"known_as": (one, ())} for one in ("Masa", "Matu"))
    left_team(city, Draft("person", card.entity, card.entity, 1, first))
    accept = ruling(city.adviser, "accept", n=2)
    grant(city.world.parts, city.adviser.staff, "adviser", team=city.team)
    city.adviser.save(city.stream, Draft("person", card.entity, card.entity, 1, second))
    supervisor.save(city.stream, draft("move", new_entity(), subject=card.entity, to=west, at=1))
    supervisor.save(city.stream, accept)
    assert outcomes(city, city.adviser.staff)[-1] == ("late_work", "")
    parts = city.world.parts
    head = parts.store.head(team_stream(west))
    assert head is not None
    state = fold_stream(parts, team_stream(west), head.number).states[card.entity]
    assert [one.value for one in state.fields["known_as"].heads] == ["Matu"]


def test_a_refused_save_never_counts(city: City, supervisor: Member) -> None:
    left_team(city, visit())
    supervisor.save(city.stream, ruling(city.adviser, "refuse"))
    assert [one.refused for one in held(city.world.parts)] == [True]
    assert outcomes(city, city.adviser.staff)[-1] == ("refused", "")


def test_a_forwarded_save_stands_in_the_other_team_as_its_authors(city: City, supervisor: Member) -> None:
    west = city.world.team("Länsi")
    card = person("Matti")
    left_team(city, card, note("soitti", card.entity))
    supervisor.save(city.stream, ruling(city.adviser, "forward", to=west))
    assert outcomes(city, city.adviser.staff)[-1] == ("forwarded", "")
    assert [one.refused for one in held(city.world.parts)] == [True]
    carried = bodies(city, team_stream(west))
    assert {one.kind for one in carried} == {"person", "note"}
    assert {one.origin.writer for one in carried if one.origin is not None} == {city.adviser.writer}
    rows = city.world.parts.store.entities(team_stream(west), [card.entity])
    assert rows[card.entity].staff == city.adviser.staff


def test_the_first_ruling_decides_and_the_second_is_told_so(city: City, supervisor: Member) -> None:
    left_team(city, visit())
    supervisor.save(city.stream, ruling(city.adviser, "refuse"))
    supervisor.save(city.stream, ruling(city.adviser, "accept"))
    assert [one.refused for one in held(city.world.parts)] == [True]
    assert outcomes(city, supervisor.staff) == [("refused", "decided")]


def test_nobody_rules_of_their_own_save(city: City, supervisor: Member) -> None:
    supervisor.save(city.stream, draft("health_flag", new_entity(), subject=new_entity(), flag="F1"))
    supervisor.save(city.stream, draft("ruling", new_entity(), ruling={
        "commit": [supervisor.writer, 1, city.world.parts.store.commit(city.stream, supervisor.writer, 1).hash[:8]],  # type: ignore[union-attr]
        "verdict": "accept", "to": None, "comment": "", "at": 1,
    }))  # fmt: skip
    assert [one.refused for one in held(city.world.parts)] == [False]
    assert outcomes(city, supervisor.staff)[-1] == ("held", "own")


@pytest.mark.parametrize("what", ["review of a save", "review of a record", "ruling"])
def test_nobody_lets_a_colleagues_held_back_word_on_their_own_work_count(
    city: City, supervisor: Member, what: str
) -> None:
    second = city.world.member("Elsa Toinen", "supervisor", city.team)
    third = city.world.member("Kaisa Kolmas", "supervisor", city.team)
    mine = visit()
    # A supervisor who meets people too: what they wrote is reviewed by another, whose role has ended since.
    grant(city.world.parts, supervisor.staff, "adviser", team=city.team)
    supervisor.save(city.stream, mine)
    n, tip = supervisor.tips[city.stream]
    save = (
        [supervisor.writer, n, tip[:8]] if what != "review of a record" else [city.coach.writer, 1, bytes(8)]
    )
    verdict = {"verdict": "approved", "comment": "", "save": save, "of": [[mine.entity, bytes(32)]]}
    word = draft("review", new_entity(), verdict=verdict, at=1)
    if what == "ruling":
        value = {"commit": save, "verdict": "accept", "to": None, "comment": "", "at": 1}
        word = draft("ruling", new_entity(), ruling=value)
    commit = second.write(city.stream, word)
    end_grants(city.world.parts, second.staff, role="supervisor", team=city.team)
    second.push(city.stream, commit)
    assert len(held(city.world.parts)) == 1
    supervisor.save(city.stream, ruling(second, "accept"))
    assert len(held(city.world.parts)) == 1
    assert outcomes(city, supervisor.staff)[-1] == ("held", "own")
    third.save(city.stream, ruling(second, "accept"))
    assert held(city.world.parts) == []


@pytest.mark.parametrize(
    ("verdict", "to", "reason"),
    [
        ("forward", "t00000000000000aa", "unknown_team"),
        ("forward", "here", "same_team"),
        ("perhaps", None, "not_understood"),
    ],
)
def test_what_cannot_be_obeyed_changes_nothing_and_is_told(
    city: City, supervisor: Member, verdict: str, to: str | None, reason: str
) -> None:
    left_team(city, person("Matti"))
    team = city.team if to == "here" else None if to is None else TeamId(to)
    supervisor.save(city.stream, ruling(city.adviser, verdict, to=team))
    assert [one.refused for one in held(city.world.parts)] == [False]
    assert outcomes(city, supervisor.staff) == [("held", reason)]


@pytest.mark.parametrize("kind", ["retract", "adopt", "release", "erasure", "ruling", "notice"])
def test_the_hub_never_signs_anew_what_only_it_may_say(city: City, supervisor: Member, kind: str) -> None:
    west = city.world.team("Länsi")
    forged = Draft(kind, new_entity(), new_entity(), 1, {"at": (1, ())})
    left_team(city, forged)
    supervisor.save(city.stream, ruling(city.adviser, "forward", to=west))
    assert bodies(city, team_stream(west)) == []
    assert outcomes(city, supervisor.staff)[-1] == ("held", "misplaced")


def test_a_coach_rules_in_the_special_stream_and_not_in_the_ordinary_one(city: City) -> None:
    special = special_stream(city.team)
    other = city.world.member("Cia Coach", "coach", city.team)
    flag = draft("health_flag", new_entity(), subject=new_entity(), flag="F1", source="self")
    commit = other.write(special, flag)
    end_grants(city.world.parts, other.staff, role="coach", team=city.team)
    other.push(special, commit)
    left_team(city, visit())
    city.coach.save(special, ruling(other, "accept"))
    city.coach.save(city.stream, ruling(city.adviser, "accept"))
    assert [(one.stream, one.refused) for one in held(city.world.parts)] == [(city.stream, False)]
    assert outcomes(city, city.coach.staff) == [("held", "not_yours")]


def test_a_ruling_that_the_hub_died_over_is_obeyed_when_it_serves_again(
    city: City, supervisor: Member
) -> None:
    left_team(city, visit())

    def die(point: FailPoint) -> None:
        if point is FailPoint.HUB_RULING_BEFORE_DECIDE:
            raise MemoryError

    arm(die)
    with pytest.raises(MemoryError):
        supervisor.save(city.stream, ruling(city.adviser, "accept"))
    arm(None)
    city.coach.pull()
    assert held(city.world.parts) == []
    assert outcomes(city, city.adviser.staff) == [("held", "forbidden"), ("released", "")]


def test_what_is_held_is_shown_whole_to_who_decides_and_each_look_is_logged(
    city: City, supervisor: Member
) -> None:
    left_team(city, person("Matti"))
    asked = HeldRequest([city.stream, special_stream(city.team)])
    shown = supervisor.hub.held(asked)
    assert [(one.stream, one.n, one.reason, None in one.commit.bodies) for one in shown.commits] == [
        (city.stream, 1, "forbidden", False)
    ]
    assert not shown.more
    assert city.adviser.hub.held(asked).commits == []
    assert city.coach.hub.held(asked).commits == []
    log = city.world.parts.store.audit(after=0, limit=1000)
    assert sum(b"held 1" in row.event and supervisor.staff.encode() in row.event for row in log) == 1
    with pytest.raises(Refused):
        city.world.service.held(type(supervisor.writer)(bytes(16)), asked)


def test_what_does_not_fit_one_answer_comes_with_the_next(
    city: City, supervisor: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_team(city, person("Matti"))
    for _ in range(4):
        city.adviser.save(city.stream, visit())
    monkeypatch.setattr(holding, "_MOST", 2)
    found, after, more = list[int](), 0, True
    while more:
        shown = supervisor.hub.held(HeldRequest([city.stream], after))
        found += [one.n for one in shown.commits]
        after, more = shown.commits[-1].number, shown.more
    assert found == [1, 2, 3, 4, 5]
    for odd in (-1, 2**63):
        with pytest.raises(Refused):
            supervisor.hub.held(HeldRequest([city.stream], odd))


def test_the_command_decides_as_before_and_the_author_hears(city: City, supervisor: Member) -> None:
    left_team(city, visit())
    decide(city.world.parts, city.stream, 1, accepted=True)
    supervisor.save(city.stream, ruling(city.adviser, "refuse"))
    assert outcomes(city, city.adviser.staff) == [("held", "forbidden"), ("released", "")]
    assert outcomes(city, supervisor.staff) == [("released", "decided")]


def test_work_of_a_former_colleague_goes_to_their_new_team(city: City, supervisor: Member) -> None:
    west = city.world.team("Länsi")
    card = person("Matti")
    grant(city.world.parts, city.adviser.staff, "adviser", team=west)
    left_team(city, card)
    supervisor.save(city.stream, ruling(city.adviser, "forward", to=west))
    edited = Draft("person", card.entity, card.entity, 1, {"known_as": ("Masa", ())})
    assert city.adviser.save(team_stream(west), edited).quarantined == []
