# SPDX-License-Identifier: MIT
"""A copied notebook loses nothing: whatever the copies saved, and in whatever order they met the hub."""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from copied_notebook import CopiedNotebook
from hub_world import HubWorld, Member
from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import edit, entity

from desktop.store.changes import Change
from sync.hub.settling import open_bodies, settle
from sync.log.commit import read_body
from sync.records.ids import EntityId, StreamId, team_stream

_MOST_COPIES = 4
_FIELDS = ("known_as", "phone")
_numbers = itertools.count(1)

Save = tuple[str, int, int, int]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("save"), st.integers(0, 3), st.integers(0, 1), st.integers(0, 1)),
        st.tuples(st.just("save"), st.integers(0, 3), st.integers(0, 1), st.integers(0, 1)),
        st.tuples(st.sampled_from(["sync", "lose", "copy"]), st.integers(0, 3), st.just(0), st.just(0)),
    ),
    min_size=3,
    max_size=22,
)
_BEGINNING: tuple[Save, ...] = (
    ("save", 1, 0, 0), ("save", 1, 1, 1), ("sync", 1, 0, 0), ("copy", 1, 0, 0), ("save", 1, 1, 0), ("sync", 1, 0, 0)
)  # fmt: skip
"""The hub has what both copies know, and one save that only the first knows."""


@dataclass
class _Hub:
    """One hub for all examples, each with people of its own."""

    folder: tempfile.TemporaryDirectory[str]
    world: HubWorld


_shared: list[_Hub] = []


def _hub() -> _Hub:
    if not _shared:
        folder = tempfile.TemporaryDirectory()
        _shared.append(_Hub(folder, HubWorld.make(Path(folder.name) / "hub")))
    return _shared[0]


def teardown_module() -> None:
    for one in _shared:
        one.world.close()
        one.folder.cleanup()


@dataclass
class _Day:
    """Copies of one notebook, a colleague's, and what was written and replaced so far."""

    world: HubWorld
    stream: StreamId
    notebooks: list[CopiedNotebook]
    """The colleague's first, then the copies."""
    people: list[EntityId]
    written: dict[tuple[EntityId, str], set[str]] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    created: set[EntityId] = field(default_factory=set)

    @classmethod
    @contextmanager
    def begin(cls) -> Iterator["_Day"]:
        world = _hub().world
        with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
            number = next(_numbers)
            team = world.team(f"Ryhmä {number}")
            members: list[Member] = [
                world.member(f"{name} {number}", "adviser", team) for name in ("Bo", "Aino")
            ]
            notebooks = [
                CopiedNotebook.of(world, one, Path(folder) / f"{at}.db") for at, one in enumerate(members)
            ]
            day = cls(world, team_stream(team), notebooks, [entity() for _ in range(3)])
            stack.callback(day.close)
            yield day

    def take(self, step: Save) -> None:
        what, who, person, name = step
        one = self.notebooks[who % len(self.notebooks)]
        if what == "save":
            self.save(one, self.people[person], _FIELDS[name])
        elif what == "copy":
            if one is not self.notebooks[0] and len(self.notebooks) < _MOST_COPIES:
                self.notebooks.append(one.copy())
        else:
            one.sync(lose=what == "lose")

    def save(self, one: CopiedNotebook, person: EntityId, name: str) -> None:
        """Write a value that nobody else writes, over what stands there."""
        value = f"+35840{next(_numbers):07}"
        self.replaced |= one.values(person, name)
        self.written.setdefault((person, name), set()).add(value)
        if one.store.reads().entity(person) is None:
            whole = {"name": {"first": "Aino", "last": "Esimerkki"}, name: value}
            one.save(self.stream, Change(kind="person", entity=person, fields=whole))
        else:
            one.save(self.stream, edit("person", person, **{name: value}))

    def close(self) -> None:
        """Close every notebook."""
        for one in self.notebooks:
            one.close()

    def end(self) -> None:
        """Everybody meets the hub until nothing is left to say."""
        for _ in range(3):
            for one in self.notebooks:
                one.agree()


def _events_at_the_hub(world: HubWorld) -> set[EntityId]:
    parts = world.parts
    found: set[EntityId] = set()
    for stream in parts.store.heads():
        if stream.startswith("audit/"):
            commits = parts.store.commits(stream, after=0, limit=100_000)
            for bodies in open_bodies(parts, commits):
                found |= {read_body(raw).entity for raw in bodies if raw is not None}
    return found


def _hold(day: _Day) -> None:
    head = day.world.parts.store.head(day.stream)
    assert head is not None
    _, digest = settle(day.world.parts, day.stream, head.number)
    for one in day.notebooks:
        assert one.journal.digest(day.stream) in ({digest} if head.number else {digest, None})
        assert one.journal.unsent_count() == 0
        assert one.store.reads().sending.set_aside() == ()
        assert one.store.reads().sending.quarantined() == ()
        one.store.verify()
        one.store.check_fold()
        for (person, name), values in day.written.items():
            assert one.values(person, name) == values - day.replaced
    at_the_hub = _events_at_the_hub(day.world)
    assert {event for one in day.notebooks for event in one.events()} <= at_the_hub


@settings(max_examples=25)
@given(steps=STEPS, apart=st.booleans())
def test_no_save_of_any_copy_is_lost_and_all_agree_with_the_hub(steps: list[Save], apart: bool) -> None:  # noqa: FBT001 - hypothesis
    with _Day.begin() as day:
        for step in (*_BEGINNING[: 0 if apart else None], *steps):
            day.take(step)
        day.end()
        _hold(day)


def test_both_wrote_to_one_field_and_both_values_stand_until_somebody_chooses() -> None:
    with _Day.begin() as day:
        day.take(("save", 1, 0, 0))
        day.take(("sync", 1, 0, 0))
        day.take(("copy", 1, 0, 0))
        for who in (1, 2, 2):
            day.take(("save", who, 0, 0))
        first, second = day.notebooks[1:]
        mine, theirs = first.values(day.people[0], "known_as"), second.values(day.people[0], "known_as")
        assert len(mine) == len(theirs) == 1
        first.agree()
        before = second.me.writer
        second.agree()
        assert second.me.writer != before
        assert first.me.writer == before
        first.agree()
        assert (
            first.values(day.people[0], "known_as")
            == second.values(day.people[0], "known_as")
            == mine | theirs
        )
        day.take(("save", 2, 0, 0))
        day.end()
        assert len(first.values(day.people[0], "known_as")) == 1
        _hold(day)


def test_what_was_unsent_when_the_copy_was_made_is_told_once() -> None:
    with _Day.begin() as day:
        for person in (0, 1, 2):
            day.take(("save", 1, person, 0))
        day.take(("copy", 1, 0, 0))
        day.take(("save", 1, 0, 1))
        day.take(("save", 2, 1, 1))
        day.end()
        _hold(day)
        commits = day.world.parts.store.commits(day.stream, after=0, limit=100)
        assert len(commits) == 5  # three before the copy, and one of each


def test_a_copy_that_wrote_nothing_goes_on_where_the_other_ended() -> None:
    with _Day.begin() as day:
        day.take(("save", 1, 0, 0))
        day.take(("sync", 1, 0, 0))
        day.take(("copy", 1, 0, 0))
        day.take(("save", 1, 1, 0))
        first, second = day.notebooks[1:]
        first.agree()
        assert second.round().problem == ""
        assert second.me.writer == first.me.writer
        second.store.save(day.stream, [edit("person", day.people[1], phone="+358401234567")], time_ms=1)
        assert second.round().problem == ""
        assert second.me.writer == first.me.writer
