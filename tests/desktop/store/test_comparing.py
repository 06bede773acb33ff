# SPDX-License-Identifier: MIT
"""Comparing with a real hub: what moves on meanwhile, what asking again does not mend, and what it costs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from damage import Damage, derived, states
from hub_laptop import HubLaptop
from hub_world import HubWorld, home_stream
from store_world import edit, note, person, visit

from desktop.store import comparing
from desktop.store.comparing import StoreComparing
from desktop.store.flags import Mark
from desktop.store.mending import Mending
from desktop.store.recount import digest_of
from sync.client import comparing as steps
from sync.client.comparing import DAY_MS, SOON, Comparing
from sync.failpoints import FailPoint, arm
from sync.hub.in_process import InProcessHub
from sync.log.picked import pick, sign_picked
from sync.log.snapshot import Base
from sync.protocol.comparing import (
    Digests,
    DigestsRequest,
    States,
    StatesRequest,
    StreamTally,
    Tallied,
    TallyRequest,
)
from sync.protocol.comparing_journal import How
from sync.protocol.journal import RoundOutcome
from sync.records.ids import StreamId, new_entity


@dataclass
class AskedHub:
    """A hub that counts what it is asked, with a word in between where a test has one."""

    real: InProcessHub
    calls: list[str] = field(default_factory=list)
    before: Callable[[str], None] = lambda _call: None
    tallied: Callable[[Tallied], Tallied] = lambda answer: answer
    stated: Callable[[States], States] = lambda answer: answer

    def tally(self, request: TallyRequest) -> Tallied:
        self._note("tally")
        return self.tallied(self.real.tally(request))

    def digests(self, request: DigestsRequest) -> Digests:
        self._note("digests")
        return self.real.digests(request)

    def states(self, request: StatesRequest) -> States:
        self._note("states")
        return self.stated(self.real.states(request))

    def _note(self, call: str) -> None:
        self.calls.append(call)
        self.before(call)


@dataclass
class Pair:
    """Two notebooks of one team; the first one's way of comparing goes through ``hub``."""

    world: HubWorld
    stream: StreamId
    mine: HubLaptop
    other: HubLaptop
    hub: AskedHub

    @property
    def journal(self) -> StoreComparing:
        return StoreComparing(self.mine.store)

    def both(self) -> None:
        for one in (self.mine, self.other, self.mine):
            one.sync()

    def compared(self) -> tuple[RoundOutcome, str]:
        """Make a round that compares all streams."""
        self.journal.set_compared(SOON)
        record = self.mine.engine.round(cancelled=lambda: False)
        return record.outcome, record.problem


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    world = HubWorld.make(tmp_path / "hub")
    team = world.team("Itä")
    aino, bo = (world.member(name, "adviser", team) for name in ("Aino", "Bo"))
    mine, other = (HubLaptop.of(world, one, tmp_path / f"{one.staff}.db") for one in (aino, bo))
    hub = AskedHub(aino.hub)
    mine.engine._comparing = Comparing(hub, StoreComparing(mine.store), world.clock)
    stream = home_stream(team)
    card = person("Väinö", "Hämäläinen")
    mine.save(stream, card)
    mine.save(stream, note(card.entity, "Etsii työtä"))
    made = Pair(world, stream, mine, other, hub)
    made.both()
    yield made
    mine.store.close()
    other.store.close()
    world.close()


def test_two_that_agree_ask_nothing_more_but_once_a_day(pair: Pair) -> None:
    pair.other.save(pair.stream, visit(new_entity()))
    pair.both()
    assert pair.hub.calls == []
    pair.journal.set_compared(pair.world.clock() - DAY_MS)
    pair.mine.sync()
    assert pair.hub.calls == ["tally"]
    pair.mine.sync()
    assert pair.hub.calls == ["tally"]
    assert pair.journal.comparison() is None


def test_a_clock_set_back_does_not_put_the_comparison_off(pair: Pair) -> None:
    pair.journal.set_compared(pair.world.clock() + 10 * 365 * DAY_MS)
    pair.mine.sync()
    assert pair.hub.calls == ["tally"]


def test_what_commits_held_here_explain_is_not_asked_for(pair: Pair) -> None:
    whole = states(pair.mine.store, pair.stream)
    Damage(pair.mine.store, pair.stream).row_lost(min(whole))
    assert pair.compared() == (RoundOutcome.DONE, "")
    assert pair.hub.calls == ["tally", "digests"]
    assert states(pair.mine.store, pair.stream) == whole


def test_a_state_that_came_in_a_snapshot_is_asked_for_again(pair: Pair) -> None:
    whole, lists = states(pair.mine.store, pair.stream), derived(pair.mine.store)
    card = min(whole)
    _as_from_a_snapshot(pair)
    pair.mine.store.check_fold()
    Damage(pair.mine.store, pair.stream).row_lost(card)
    assert pair.compared() == (RoundOutcome.DONE, "")
    assert pair.hub.calls == ["tally", "digests", "states"]
    assert (states(pair.mine.store, pair.stream), derived(pair.mine.store)) == (whole, lists)
    found = pair.journal.comparison()
    assert found is not None
    assert [(one.entity, one.kind, one.how) for one in found.differences] == [
        (card, "person", How.MISSING_HERE)
    ]
    pair.mine.save(pair.stream, edit("person", card, known_as="Väiski"))
    pair.both()
    assert pair.mine.journal.digest(pair.stream) == pair.other.journal.digest(pair.stream) is not None


def test_where_commits_here_say_something_else_the_hubs_state_stands(pair: Pair) -> None:
    card = min(states(pair.mine.store, pair.stream))
    before = states(pair.mine.store, pair.stream)[card]
    pair.mine.save(pair.stream, edit("person", card, known_as="Väiski"))
    pair.both()
    digest = pair.journal.digests_of(pair.stream, [card])[card]
    with pair.mine.store.writing() as connection:
        key = pair.mine.store.names.stream(pair.stream)
        mending = Mending(connection, pair.mine.store.names, pair.mine.store.index_key, key)
        expected = {card: _digest_of(before)}
        mending.from_hub({card: before}, (), expected)
    assert states(pair.mine.store, pair.stream)[card] == before
    assert pair.journal.digests_of(pair.stream, [card])[card] != digest
    pair.mine.store.check_fold()
    with pair.mine.store.writing() as connection:
        mending = Mending(connection, pair.mine.store.names, pair.mine.store.index_key, key)
        mending.from_hub({}, [card], {})
    assert card not in states(pair.mine.store, pair.stream)
    assert pair.mine.store.reads().search.people("hamalai") == ()
    pair.mine.store.check_fold()
    assert pair.compared() == (RoundOutcome.DONE, "")
    assert states(pair.mine.store, pair.stream) == states(pair.other.store, pair.stream)


def test_a_hub_that_goes_on_meanwhile_is_pulled_from_and_compared_again(pair: Pair) -> None:
    card = min(states(pair.mine.store, pair.stream))
    Damage(pair.mine.store, pair.stream).field_lost(card)
    left = ["tally", "digests"]

    def somebody_saves(call: str) -> None:
        if call in left:
            left.remove(call)
            pair.other.save(pair.stream, visit(new_entity()))
            pair.other.sync()

    pair.hub.before = somebody_saves
    assert pair.compared() == (RoundOutcome.DONE, "")
    assert left == []
    assert states(pair.mine.store, pair.stream) == states(pair.other.store, pair.stream)
    found = pair.journal.comparison()
    assert found is not None
    assert [(one.entity, one.how) for one in found.differences] == [(card, How.OTHER)]


def test_a_hub_that_never_stands_still_is_compared_with_in_the_next_round(pair: Pair) -> None:
    def somebody_saves(_call: str) -> None:
        pair.other.save(pair.stream, visit(new_entity()))
        pair.other.sync()

    pair.hub.before = somebody_saves
    assert pair.compared() == (RoundOutcome.DONE, "")
    assert pair.journal.last_compared() == SOON
    pair.hub.before = lambda _call: None
    pair.mine.sync()
    assert pair.journal.last_compared() > SOON


def test_what_asking_again_does_not_mend_is_told_and_the_stream_loaded_anew(pair: Pair) -> None:
    whole, lists = states(pair.mine.store, pair.stream), derived(pair.mine.store)
    _as_from_a_snapshot(pair)
    Damage(pair.mine.store, pair.stream).row_lost(min(whole))
    pair.hub.stated = lambda answer: _saying_nothing(pair, answer)
    assert pair.compared() == (RoundOutcome.FAILED, f"StreamDiffers {pair.stream}")
    found = pair.journal.comparison()
    assert found is not None
    assert found.open == (pair.stream,)
    assert pair.mine.store.audit_rows(newest=1)[0].event["reason"] == "differs-still"
    pair.mine.save(pair.stream, visit(new_entity()))
    pair.mine.sync()
    assert {one: states(pair.mine.store, pair.stream)[one] for one in whole} == whole
    assert derived(pair.mine.store)["people"] == lists["people"]
    assert pair.mine.journal.unsent_count() == 0
    pair.mine.store.check_fold()


def test_where_very_much_differs_the_stream_is_loaded_as_a_whole(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MOST_MENDED", 0)
    whole = states(pair.mine.store, pair.stream)
    _as_from_a_snapshot(pair)
    Damage(pair.mine.store, pair.stream).row_lost(min(whole))
    assert pair.compared()[1] == f"StreamDiffers {pair.stream}"
    assert "states" not in pair.hub.calls
    pair.mine.sync()
    assert states(pair.mine.store, pair.stream) == whole


def test_somebody_may_save_while_states_that_came_are_taken_in(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [person(f"Nimi{at}", "Testinen") for at in range(5)]
    for one in people:
        pair.mine.save(pair.stream, one)
    pair.both()
    _as_from_a_snapshot(pair)
    damage = Damage(pair.mine.store, pair.stream)
    for one in people:
        damage.field_lost(one.entity)
    monkeypatch.setattr(comparing, "_REFOLDED_AT_ONCE", 2)
    steps: list[None] = []

    def save(point: FailPoint) -> None:
        if point is FailPoint.LAPTOP_MEND_BETWEEN_STEPS:
            steps.append(None)
            pair.mine.save(pair.stream, visit(new_entity()))

    StoreComparing(pair.mine.store).set_compared(SOON)
    arm(save)
    try:
        pair.mine.sync()
    finally:
        arm(None)
    assert len(steps) >= 3
    pair.both()
    assert states(pair.mine.store, pair.stream) == states(pair.other.store, pair.stream)
    pair.mine.store.check_fold()


def test_states_that_another_signed_are_not_believed(pair: Pair) -> None:
    whole = states(pair.mine.store, pair.stream)
    _as_from_a_snapshot(pair)
    Damage(pair.mine.store, pair.stream).row_lost(min(whole))
    pair.hub.stated = lambda answer: msgspec.structs.replace(answer, signature=bytes(64))
    assert pair.compared() == (RoundOutcome.OFFLINE, "WrongHub")


def test_a_kind_that_only_one_side_folds_is_no_difference(pair: Pair) -> None:
    pair.mine.save(pair.stream, visit(new_entity()))
    pair.both()

    def older(answer: Tallied) -> Tallied:
        streams = [
            StreamTally(one.stream, one.number, [its for its in one.kinds if its.kind != "visit"])
            for one in answer.streams
        ]
        return Tallied(streams, [kind for kind in answer.knows if kind != "visit"])

    pair.hub.tallied = older
    assert pair.compared() == (RoundOutcome.DONE, "")
    assert pair.journal.comparison() is None


def test_every_stream_that_differs_is_told_of(pair: Pair) -> None:
    pair.mine.engine._comparing = None
    pair.mine.engine._digests = lambda _stream: b"x" * 32
    pair.other.save(pair.stream, visit(new_entity()))
    pair.world.team("Länsi")
    pair.other.sync()
    record = pair.mine.engine.round(cancelled=lambda: False)
    assert record.problem == f"StreamDiffers city {pair.stream}"


def _saying_nothing(pair: Pair, answer: States) -> States:
    """The hub's own word that it has none of what was asked for."""
    head = pair.world.parts.store.head(pair.stream)
    assert head is not None
    payload = pick(Base(pair.stream, pair.world.parts.epoch, head.number, head.running), [], [])
    signature = sign_picked(payload, key=pair.world.parts.keys.signing, hub=pair.world.hub)
    return msgspec.structs.replace(answer, payload=payload, signature=signature)


def _as_from_a_snapshot(pair: Pair) -> None:
    """The states stay, the commits that made them go: so a notebook is that began with a snapshot."""
    with pair.mine.store.writing() as connection:
        key = pair.mine.store.names.stream(pair.stream)
        connection.execute("DELETE FROM commit_entities WHERE stream = ?", (key,))
        connection.execute(
            "UPDATE entities SET flags = flags | ? WHERE stream = ?", (int(Mark.FROM_SNAPSHOT), key)
        )


def _digest_of(raw: bytes) -> bytes:
    return digest_of(raw)[1]
