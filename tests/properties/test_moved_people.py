# SPDX-License-Identifier: MIT
"""Whoever moves at whatever moment, and however late the old team's saves come: the new team sees the fold of all."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hub_world import HubClock, HubWorld, Member, draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.hub.effective import fold_stream
from sync.hub.parts import HubParts
from sync.hub.settling import settle
from sync.log.commit import CommitId, Draft, SignedCommit, read_body
from sync.log.digest import stream_digest
from sync.log.fold import Write, heads_seen
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.state import EntityState
from sync.records.ids import EntityId, StreamId, TeamId, new_entity, team_stream

NAMES = ("known_as", "email")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 1), st.sampled_from(NAMES)),
        st.tuples(st.just("sync"), st.integers(0, 1), st.just("")),
        st.tuples(st.just("move"), st.just(0), st.just("")),
    ),
    min_size=3,
    max_size=14,
)


@dataclass
class Author:
    """One of the old team: what they know, what they have not sent, and whether they have heard of the move."""

    member: Member
    known: dict[CommitId, Write] = field(default_factory=dict)
    unsent: list[SignedCommit] = field(default_factory=list)
    heard: bool = False


@dataclass
class Story:
    """A person in the first of three teams, two authors there, and moves that go on from team to team."""

    world: HubWorld
    teams: list[TeamId]
    authors: list[Author]
    movers: list[Member]
    person: EntityId
    sent: dict[CommitId, Write] = field(default_factory=dict)
    moved: int = 0

    @property
    def home(self) -> StreamId:
        return team_stream(self.teams[0])

    def write(self, author: Author, name: str, number: int) -> None:
        if author.heard:
            return
        state = folded(author.known).get(self.person)
        seen = heads_seen(state, [name], own=author.member.writer)[name]
        one = Draft("person", self.person, self.person, 1, {name: (f"arvo {number}", seen)})
        commit = author.member.write(self.home, one)
        raw = commit.bodies[0]
        assert raw is not None
        n, tip = author.member.tips[self.home]
        write = Write(CommitId(author.member.writer, n, tip[:8]), read_body(raw))
        author.known[write.id] = write
        author.unsent.append(commit)

    def sync(self, author: Author) -> None:
        if author.unsent:
            author.member.push(self.home, *author.unsent)
            author.unsent.clear()
            self.sent |= {one: its for one, its in author.known.items() if one.writer == author.member.writer}
        author.heard = self.moved > 0
        author.known |= self.sent

    def move(self) -> None:
        """Move the person on; the first move needs somebody to be there."""
        if not self.sent:
            return
        at, to = (self.teams[(self.moved + step) % len(self.teams)] for step in (0, 1))
        mover = self.movers[self.moved % len(self.movers)]
        mover.save(team_stream(at), draft("move", new_entity(), subject=self.person, to=to, at=1))
        self.moved += 1


def folded(writes: dict[CommitId, Write]) -> dict[EntityId, EntityState]:
    """Fold these as if nobody had moved."""
    marks = Marks()
    for one in sorted(writes):
        marks.add(one)
    return fold(writes.values(), marks)


def standing(states: dict[EntityId, EntityState], one: EntityId) -> dict[str, set[tuple[CommitId, object]]]:
    """Return what stands of somebody, by the ids the writes had first."""
    state = states.get(one)
    return {
        name: {(head.origin or head.id, head.value) for head in its.heads}
        for name, its in (state.fields.items() if state is not None else ())
    }


def settled(parts: HubParts, stream: StreamId) -> dict[EntityId, EntityState]:
    head = parts.store.head(stream)
    assert head is not None
    number, digest = settle(parts, stream, head.number)
    states = fold_stream(parts, stream, number).states
    assert stream_digest(states.values()) == digest
    return states


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_the_new_team_has_what_all_writes_fold_to_and_the_old_one_nothing(
    steps: list[tuple[str, int, str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = HubWorld.make(Path(folder) / "hub", clock=HubClock())
        try:
            play(world, steps)
        finally:
            world.close()


def play(world: HubWorld, steps: list[tuple[str, int, str]]) -> None:
    teams = [world.team(name) for name in ("Itä", "Länsi", "Pohjoinen")]
    authors = [Author(world.member(name, "adviser", teams[0])) for name in ("Aino", "Bertta")]
    movers = [world.member(f"Esi {place}", "supervisor", team) for place, team in enumerate(teams)]
    story = Story(world, teams, authors, movers, new_entity())
    for number, (what, who, name) in enumerate(steps):
        if what == "write":
            story.write(authors[who], name, number)
        elif what == "sync":
            story.sync(authors[who])
        else:
            story.move()
    for author in authors:
        story.sync(author)
    now = story.moved % len(teams)
    found = settled(world.parts, team_stream(teams[now]))
    assert standing(found, story.person) == standing(folded(story.sent), story.person)
    for place, team in enumerate(teams):
        if place != now:
            assert story.person not in settled(world.parts, team_stream(team))
