# SPDX-License-Identifier: MIT
"""Attacks on moves, rulings and what is held back: by who may not, and by values that no window writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, draft, note, person, visit

from sync.hub.effective import fold_stream
from sync.hub.obeying import obey_all
from sync.hub.settling import settle
from sync.hub.snapshot import cover
from sync.log.commit import Draft, read_body
from sync.log.state import EntityState
from sync.protocol.errors import Refused
from sync.protocol.holding import HeldRequest
from sync.protocol.messages import CommitFrame, SnapshotRequest
from sync.records.ids import (
    EntityId,
    StaffId,
    StreamId,
    TeamId,
    new_entity,
    special_stream,
    staff_stream,
    team_stream,
)


@dataclass
class Attack:
    """Two teams of one hub, each with a supervisor."""

    city: City
    west: TeamId
    supervisor: Member
    supervisor_west: Member

    @property
    def home(self) -> StreamId:
        return self.city.stream

    def states(self, stream: StreamId) -> dict[EntityId, EntityState]:
        """Return what a stream folds to at the hub, values and all."""
        parts = self.city.world.parts
        head = parts.store.head(stream)
        if head is None:
            return {}
        number, _ = settle(parts, stream, head.number)
        return dict(fold_stream(parts, stream, number).states)

    def told(self, staff: StaffId) -> list[tuple[object, object]]:
        """Return (what, reason) of a person's notices, in order of their ids."""
        parts = self.city.world.parts
        obey_all(parts, parts.store.heads().keys())
        states = [its for its in self.states(staff_stream(staff)).values() if its.kind == "notice"]
        return [
            (said(its, "what"), said(its, "reason")) for its in sorted(states, key=lambda one: one.entity)
        ]

    def move(self, one: EntityId, to: object) -> None:
        self.supervisor.save(self.home, draft("move", new_entity(), subject=one, to=to, at=1))

    def held(self, who: Member, stream: StreamId) -> list[int]:
        return [one.number for one in who.hub.held(HeldRequest([stream])).commits]

    def rule(self, who: Member, of: Member, verdict: object, to: object = None) -> None:
        """Let somebody rule of the newest save of somebody in the team's stream."""
        n, tip = of.tips[self.home]
        ruling = {"commit": [of.writer, n, tip[:8]], "verdict": verdict, "to": to, "comment": "", "at": 1}
        who.save(self.home, draft("ruling", new_entity(), ruling=ruling))

    def read(self, who: Member, stream: StreamId) -> set[str]:
        """Return the kinds of the bodies that somebody gets of a stream, hub's own included."""
        return {
            read_body(raw).kind
            for frame in who.pull().frames
            if isinstance(frame, CommitFrame) and frame.stream == stream
            for raw in frame.commit.bodies
            if raw is not None
        }


def said(state: EntityState, name: str) -> object:
    return state.fields[name].heads[0].value if name in state.fields else ""


@pytest.fixture(params=["sqlite", "postgres"])
def attack(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Attack]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    city = make_city(world, clock)
    west = world.team("Länsi")
    yield Attack(
        city,
        west,
        world.member("Esi Esihenkilö", "supervisor", city.team),
        world.member("Lena Länsi", "supervisor", west),
    )
    world.close()


ODD: list[Any] = [
    [], {}, "", "\x00", "x" * 200_000, "ä/special", 2**63, -1, True, None, b"", b"\xff" * 16, [[]], [[[], 1, b"x"]],
    [[{}, {}, {}]], [["a", 2**60, "b"]], [[b"\x01" * 16, 2**64 - 1, b"\x02" * 8]], [None], {"a": []},
]  # fmt: skip


def test_a_ruling_of_odd_values_stops_nobody(attack: Attack) -> None:
    attack.city.adviser.save(attack.home, draft("move", new_entity(), subject=new_entity(), to=attack.west))
    n, tip = attack.city.adviser.tips[attack.home]
    right = [attack.city.adviser.writer, n, tip[:8]]
    for odd in ODD:
        for ruling in (
            odd,
            {"commit": odd, "verdict": "accept", "to": None, "comment": "", "at": 1},
            {"commit": right, "verdict": odd, "to": None, "comment": "", "at": 1},
            {"commit": right, "verdict": "forward", "to": odd, "comment": "", "at": 1},
        ):
            attack.supervisor.save(attack.home, draft("ruling", new_entity(), ruling=ruling))
    assert attack.held(attack.supervisor, attack.home) != []
    assert "ruling" in attack.read(attack.city.coach, attack.home)


def test_a_move_to_odd_values_stops_nobody(attack: Attack) -> None:
    card = person("Matti")
    attack.city.adviser.save(attack.home, card)
    for odd in [*ODD, "x" * (256 * 1024 - 420)]:
        attack.move(card.entity, odd)
    attack.city.adviser.save(attack.home, visit())
    assert "visit" in attack.read(attack.city.coach, attack.home)
    assert attack.told(attack.supervisor.staff) == [("refused", "unknown_team")] * (len(ODD) + 1)


def test_a_person_with_odd_values_moves_all_the_same(attack: Attack) -> None:
    adviser, home = attack.city.adviser, attack.home
    moved = []
    for odd in ODD:
        card = person("Matti")
        moved.append(card.entity)
        about = note("soitti", card.entity)
        far: list[Any] = [[[attack.city.world.parts.me, n, bytes(8)]] for n in (0, 2**64 - 1)]
        written = [adviser.write(home, card, about)] + [
            adviser.write(home, one)
            for one in (
                Draft("person", card.entity, card.entity, 1, {"responsible": (odd, ())}),
                *(Draft("note", about.entity, card.entity, 1, {"deleted": (its, ())}) for its in (odd, *far)),
                draft("merge", new_entity(), subject=card.entity, pair=odd),
            )
        ]
        adviser.push(home, *written)
        late = Draft("note", new_entity(), card.entity, 1, {"deleted": (odd, ())})
        attack.move(card.entity, attack.west)
        attack.city.coach.save(home, late)
    assert "person" in attack.read(attack.supervisor_west, team_stream(attack.west))
    assert set(moved) <= attack.states(team_stream(attack.west)).keys()
    assert attack.states(home).keys().isdisjoint(moved)


def test_who_is_responsible_but_on_no_staff_hears_nothing_and_no_stream_is_opened(attack: Attack) -> None:
    card = person("Matti")
    attack.city.adviser.save(attack.home, card)
    for n, name in enumerate(("special/../city", "x" * 5_000, "\x00", attack.city.coach.staff)):
        other = person(f"Matti {n}")
        attack.city.adviser.save(attack.home, other)
        responsible = Draft("person", other.entity, other.entity, 1, {"responsible": (name, ())})
        attack.city.adviser.save(attack.home, responsible)
        attack.move(other.entity, attack.west)
    assert ("moved_out", "") in attack.told(attack.city.coach.staff)
    staff = {staff_stream(one) for one in attack.city.world.parts.store.staff()}
    assert {one for one in attack.city.world.parts.store.heads() if one.startswith("staff/")} <= staff


def test_a_supervisor_cannot_open_what_is_for_coaches_by_letting_it_count_in_the_teams_stream(
    attack: Attack,
) -> None:
    card = person("Matti")
    attack.city.adviser.save(attack.home, card)
    flag = draft("health_flag", new_entity(), subject=card.entity, flag="F1", source="self")
    attack.city.coach.save(attack.home, flag)
    attack.rule(attack.supervisor, attack.city.coach, "accept")
    assert "health_flag" not in attack.read(attack.city.adviser, attack.home)
    assert ("held", "misplaced") in attack.told(attack.supervisor.staff)
    attack.rule(attack.supervisor, attack.city.coach, "refuse")
    assert ("refused", "") in attack.told(attack.city.coach.staff)


def test_no_ruling_lets_a_laptop_speak_as_the_hub(attack: Attack) -> None:
    card = person("Matti")
    attack.city.adviser.save(attack.home, card)
    kinds = ("retract", "adopt", "notice", "quarantine", "release", "erasure", "grant")
    for kind in kinds:
        order = draft(kind, new_entity(), subject=card.entity, to=attack.west, at=1)
        attack.city.adviser.save(attack.home, order)
        attack.rule(attack.supervisor, attack.city.adviser, "accept")
    assert attack.told(attack.supervisor.staff) == [("held", "misplaced")] * len(kinds)
    assert card.entity in attack.states(attack.home)


def test_what_names_nobody_is_not_let_count_where_an_erasure_could_not_find_it(attack: Attack) -> None:
    attack.city.adviser.save(attack.home, draft("note", new_entity(), text="Matti soitti", at=1))
    attack.rule(attack.supervisor, attack.city.adviser, "accept")
    assert ("held", "identity") in attack.told(attack.supervisor.staff)
    assert "note" not in attack.read(attack.city.coach, attack.home)


def test_nobody_sees_or_decides_what_is_not_theirs(attack: Attack) -> None:
    card = person("Matti")
    attack.city.adviser.save(attack.home, card)
    attack.city.adviser.save(
        attack.home, draft("move", new_entity(), subject=card.entity, to=attack.west, at=1)
    )
    special = special_stream(attack.city.team)
    for who in (attack.city.adviser, attack.city.coach, attack.supervisor_west):
        assert attack.held(who, attack.home) == []
    assert attack.held(attack.supervisor, special) == []
    assert len(attack.held(attack.supervisor, attack.home)) == 1
    attack.rule(attack.city.adviser, attack.city.adviser, "accept")
    assert card.entity in attack.states(attack.home)
    assert len(attack.held(attack.supervisor, attack.home)) == 2


def test_a_supervisors_own_held_back_save_is_not_let_count_from_their_second_laptop(attack: Attack) -> None:
    attack.supervisor.save(attack.home, visit())
    again = attack.city.world.enrol(attack.supervisor.staff, "second laptop")
    attack.rule(again, attack.supervisor, "accept")
    assert ("held", "own") in attack.told(attack.supervisor.staff)
    assert "visit" not in attack.read(attack.city.coach, attack.home)


def test_a_crash_right_after_a_move_leaves_no_snapshot_of_who_went(
    attack: Attack, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = attack.city.world.parts
    card = person("Matti")
    attack.city.adviser.save(attack.home, card)
    head = parts.store.head(attack.home)
    assert head is not None
    settle(parts, attack.home, head.number)
    taken = cover(parts, attack.home, head.number)

    def crash(*_: object) -> None:
        raise BrokenPipeError

    with monkeypatch.context() as patched:
        patched.setattr("sync.hub.obeying.forget", crash)
        with pytest.raises(BrokenPipeError):
            attack.move(card.entity, attack.west)
    assert card.entity not in attack.states(attack.home)
    with pytest.raises(Refused):
        attack.city.coach.hub.snapshot(SnapshotRequest(attack.home, taken, 0))
    assert attack.city.coach.hub.snapshot(SnapshotRequest(attack.home, 0, 0)).number > taken
