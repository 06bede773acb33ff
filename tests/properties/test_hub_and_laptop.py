# SPDX-License-Identifier: MIT
"""The hub and every laptop fold a stream alike, whatever was held back, released, refused or came late."""

import itertools
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hub_world import HubWorld, Member, draft
from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.changes import WriterIdentity
from desktop.store.comparing import StoreComparing
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.comparing import SOON, Comparing
from sync.client.engine import Engine
from sync.hub.authoring import write_drafts
from sync.hub.effective import fold_stream
from sync.hub.errors import IdentityTaken
from sync.hub.quarantine import decide, held
from sync.hub.roster import grant
from sync.hub.settling import settle
from sync.hub.snapshot import LONG
from sync.log.commit import CommitId, Draft
from sync.log.digest import stream_digest
from sync.protocol.journal import RoundOutcome
from sync.records.ids import EntityId, StaffId, StreamId, new_entity, team_stream

_numbers = itertools.count(1)
_KINDS = ("person", "note", "visit")

Save = tuple[int, int, int, bool, int]
"""(who, which entity, claimed as which kind, with something forbidden beside it, how many ids are named seen)."""
SAVES = st.tuples(
    st.integers(0, 1), st.integers(0, 2), st.sampled_from([0, 0, 0, 1, 2]), st.booleans(), st.integers(0, 2)
)
STEPS = st.lists(st.one_of(SAVES, st.sampled_from(["pull", "release", "refuse"])), min_size=1, max_size=14)


@dataclass
class _City:
    """One hub for all examples, each in a team of its own."""

    folder: tempfile.TemporaryDirectory[str]
    world: HubWorld
    advisers: tuple[Member, Member]
    readers: list[Member]
    notebooks: list[NotebookStore] = field(default_factory=list)

    @classmethod
    def make(cls) -> "_City":
        folder = tempfile.TemporaryDirectory()
        world = HubWorld.make(Path(folder.name) / "hub")
        team = world.team("Koti")
        first, second, reader, late = (
            world.member(name, "adviser", team) for name in ("Aino", "Bo", "Cai", "Dan")
        )
        return cls(folder, world, (first, second), [reader, late])

    def team(self) -> StreamId:
        """A new team where everybody may work."""
        team = self.world.team(f"Ryhmä {next(_numbers)}")
        everybody: list[StaffId] = [one.staff for one in (*self.advisers, *self.readers)]
        for staff in everybody:
            grant(self.world.parts, staff, "adviser", team=team)
        return team_stream(team)

    def laptop(self, member: Member) -> tuple[Engine, StoreJournal]:
        """The reader's notebook, begun where there is none yet."""
        at = self.readers.index(member)
        while len(self.notebooks) <= at:
            its = self.readers[len(self.notebooks)]
            self.notebooks.append(
                open_notebook(
                    Path(self.folder.name) / f"{len(self.notebooks)}.db", KEY, audit_key=AUDIT_KEY,
                    index_key=INDEX_KEY, me=WriterIdentity(its.key, its.staff, its.laptop),
                    hub=self.world.hub, create=True, allow_temporary=True,
                )
            )  # fmt: skip
        journal = StoreJournal(self.notebooks[at], batch=3)
        engine = Engine(
            member.hub, journal, clock=self.world.clock, pin=self.world.root_digest, hub_id=self.world.hub,
            me=member.writer, digests=journal.digest,
            comparing=Comparing(member.hub, StoreComparing(self.notebooks[at]), self.world.clock),
        )  # fmt: skip
        return engine, journal

    def close(self) -> None:
        for one in self.notebooks:
            one.close()
        self.world.close()
        self.folder.cleanup()


_shared: list[_City] = []


def _city() -> _City:
    if not _shared:
        _shared.append(_City.make())
    return _shared[0]


def teardown_module() -> None:
    for one in _shared:
        one.close()


def _pull(city: _City, member: Member, stream: StreamId) -> bytes | None:
    engine, journal = city.laptop(member)
    comparing = StoreComparing(city.notebooks[city.readers.index(member)])
    comparing.set_compared(SOON)
    record = engine.round(cancelled=lambda: False)
    assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
    assert comparing.comparison() is None, "an honest pair never differs"
    return journal.digest(stream)


def _drafts(save: Save, entities: list[EntityId], made: list[CommitId]) -> list[Draft]:
    _, which, claimed, forbidden, named = save
    seen = {one.writer: one for one in made[-named:]} if named else {}
    entity, subject = entities[which], entities[0] if claimed == 0 else entities[1]
    by_kind: dict[str, dict[str, object]] = {
        "person": {"known_as": f"nimi {len(made)}"},
        "note": {"text": f"teksti {len(made)}", "at": 1},
        "visit": {"at": len(made)},
    }
    said = Draft(
        _KINDS[claimed], entity, None if claimed == 2 else subject, 1,
        {name: (value, tuple(sorted(seen.values()))) for name, value in by_kind[_KINDS[claimed]].items()},
    )  # fmt: skip
    return [said, draft("review", new_entity(), verdict=None)] if forbidden else [said]


def _decide(city: _City, stream: StreamId, *, accepted: bool) -> None:
    """Decide about the first that waits; what claims another identity can only be refused."""
    waiting = [one for one in held(city.world.parts) if one.stream == stream and not one.refused]
    if not waiting:
        return
    try:
        decide(city.world.parts, stream, waiting[0].number, accepted=accepted)
    except IdentityTaken:
        decide(city.world.parts, stream, waiting[0].number, accepted=False)


@settings(max_examples=25)
@given(steps=STEPS)
def test_hub_and_laptops_agree_whatever_was_held_back_and_released(steps: list[Save | str]) -> None:
    city = _city()
    stream = city.team()
    early, late = city.readers
    entities = [new_entity() for _ in range(3)]
    made: list[CommitId] = []
    for step in steps:
        if step == "pull":
            _pull(city, early, stream)
        elif isinstance(step, str):
            _decide(city, stream, accepted=step == "release")
        else:
            author = city.advisers[step[0]]
            commit = author.write(stream, *_drafts(step, entities, made))
            author.push(stream, commit)
            made.append(CommitId(author.writer, author.tips[stream][0], commit.hash[:8]))
    head = city.world.parts.store.head(stream)
    assert head is not None
    _, digest = settle(city.world.parts, stream, head.number)
    if head.number:
        assert _pull(city, early, stream) == _pull(city, late, stream) == digest


@pytest.mark.parametrize("people", [1, 2])
def test_who_had_a_commit_stripped_takes_it_in_when_it_is_released(people: int) -> None:
    city = _city()
    stream = city.team()
    early, late = city.readers
    cards = [new_entity() for _ in range(people)]
    author = city.advisers[0]
    author.save(
        stream, draft("review", new_entity(), verdict=None),
        *(draft("person", one, subject=one, name={"first": "Aino", "last": f"Virta{stream[-4:]}"}) for one in cards),
    )  # fmt: skip
    _pull(city, early, stream)
    assert all(city.notebooks[0].reads().entity(one) is None for one in cards)
    decide(city.world.parts, stream, 1, accepted=True)
    assert _pull(city, early, stream) == _pull(city, late, stream) is not None
    for one in cards:
        assert city.notebooks[0].reads().entity(one) is not None
    assert len(city.notebooks[0].reads().search.people(f"virta{stream[-4:]}")) == people


def test_a_commit_as_large_as_they_come_is_released_body_by_body() -> None:
    city = _city()
    stream = city.team()
    early, late = city.readers
    subject = new_entity()
    long = [
        draft("note", new_entity(), subject=subject, text="ä" * 1900, at=1, **{"x" * 20: "a" * 60_000})
        for _ in range(4)
    ]
    author = city.advisers[0]
    author.save(stream, draft("review", new_entity(), verdict=None), *long)
    _pull(city, early, stream)
    decide(city.world.parts, stream, 1, accepted=True)
    assert _pull(city, early, stream) == _pull(city, late, stream) is not None
    assert all(city.notebooks[0].reads().entity(one.entity) is not None for one in long)


def test_two_claims_to_one_entity_that_both_count_fold_alike_everywhere() -> None:
    """Pushed at one moment, neither has been held against the other."""
    city = _city()
    stream = city.team()
    one, subject = new_entity(), new_entity()
    for each in (
        draft("person", one, subject=one, known_as="a"),
        draft("note", one, subject=subject, text="b"),
    ):
        write_drafts(city.world.parts, stream, [[each]])
    early, late = city.readers
    digest = _pull(city, early, stream)
    folded = fold_stream(city.world.parts, stream, 2)
    assert digest == _pull(city, late, stream) == stream_digest(folded.states.values())
    state = city.notebooks[0].reads().entities.state(one)
    assert state == folded.states[one]
    assert set(folded.states[one].fields) == {"known_as", "text"}


def test_who_began_from_a_snapshot_takes_in_what_is_released_later() -> None:
    city = _city()
    stream = city.team()
    author, one = city.advisers[0], new_entity()
    author.save(
        stream, draft("review", new_entity(), verdict=None),
        draft("person", one, subject=one, name={"first": "Aino", "last": "Virta"}),
    )  # fmt: skip
    for _ in range(-(-LONG // 500)):
        author.push(stream, *[author.write(stream, draft("visit", new_entity(), at=1)) for _ in range(500)])
    early, late = city.readers
    before = _pull(city, early, stream)
    assert city.notebooks[0].reads().entity(one) is None
    decide(city.world.parts, stream, 1, accepted=True)
    assert before != _pull(city, early, stream) == _pull(city, late, stream)
    assert city.notebooks[0].reads().entity(one) is not None
