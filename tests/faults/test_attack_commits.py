# SPDX-License-Identifier: MIT
"""Hostile commits: what one enrolled writer pushes must neither stop colleagues nor take what is theirs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hub_world import START, HubWorld, Member, draft, home_stream, note, person, visit
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.changes import WriterIdentity
from desktop.store.colleagues import import_colleague
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.hub.quarantine import held
from sync.hub.roster import revoke
from sync.log.commit import CommitId, Draft, read_header
from sync.protocol.errors import AccessRefused, Code, FrameRefused
from sync.protocol.journal import RoundOutcome, Segment
from sync.protocol.messages import CommitFrame
from sync.records.ids import EntityId, StreamId, WriterId, new_entity

MOST = 2**64 - 1


@pytest.fixture
def world(tmp_path: Path) -> Iterator[HubWorld]:
    world = HubWorld.make(tmp_path / "hub")
    yield world
    world.close()


@pytest.fixture
def notebook(world: HubWorld, tmp_path: Path) -> Iterator[Callable[[Member], NotebookStore]]:
    """Opens an empty notebook for a member of the hub."""
    stores: list[NotebookStore] = []

    def open_for(member: Member) -> NotebookStore:
        stores.append(
            open_notebook(
                tmp_path / f"{len(stores)}.db", KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
                me=WriterIdentity(member.key, member.staff, member.laptop), hub=world.hub,
                create=True, allow_temporary=True,
            )
        )  # fmt: skip
        return stores[-1]

    yield open_for
    for store in stores:
        store.close()


def _synced(world: HubWorld, member: Member, store: NotebookStore) -> tuple[RoundOutcome, str]:
    journal = StoreJournal(store)
    engine = Engine(
        member.hub, journal, clock=world.clock, pin=world.root_digest, hub_id=world.hub, me=member.writer,
        digests=journal.digest,
    )  # fmt: skip
    record = engine.round(cancelled=lambda: False)
    return record.outcome, record.problem


def _id() -> EntityId:
    return new_entity(START)


def _by_adviser() -> list[Draft]:
    someone = _id()
    return [
        visit(at=MOST),
        draft("session", _id(), starts=MOST, place=7, state={"status": ["open"], "at": MOST}),
        draft("tally", _id(), session=_id(), at=-1, heads=MOST),
        draft("note", _id(), subject=someone, text=["x"], at=MOST),
        draft("note", _id(), subject=someone, text="x", at=MOST),
        draft("attendance", _id(), subject=someone, visit=_id(), at=MOST),
        draft("reply", _id(), review=_id(), at=MOST, text=9),
        draft("person", someone, subject=someone, name={"first": ["a"], "last": {"x": 1}}, hetu={"a": 1}),
        draft("situation", _id(), subject=someone, labour="x", driving="maybe"),
        draft("merge", _id(), subject=someone, pair=[1, 2, 3]),
        draft("visit", _id(), session=_id(), at=1, deleted=[[b"w" * 16, MOST, b"x" * 8], 7]),
        Draft(
            "visit", _id(), None, 1, {"session": (_id(), ()), "": (1, ()), "/": (2, ()), "a/b/c/\0": (3, ())}
        ),
        Draft("visit", _id(), None, MOST, {"session": (_id(), ()), "at": (1, ())}),
    ]


def _by_supervisor() -> list[Draft]:
    verdicts = [
        [1],
        {"verdict": "approved", "save": [[], {}, 7], "of": [], "at": 1},
        {"verdict": "approved", "save": [b"w" * 16, MOST, b"x" * 8], "of": [7], "at": MOST},
        {"verdict": "zzz", "save": ["w", 1, "x"], "of": [["a"]], "at": -5, "comment": 5},
    ]
    return [draft("review", _id(), verdict=verdict) for verdict in verdicts]


def test_values_of_no_sense_stop_nobodys_sync(
    world: HubWorld, notebook: Callable[[Member], NotebookStore]
) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    adviser, boss = world.member("Aino", "adviser", team), world.member("Bo", "supervisor", team)
    for one in _by_adviser():
        assert adviser.save(stream, one).quarantined == []
    for one in _by_supervisor():
        assert boss.save(stream, one).quarantined == []
    adviser.save(stream, person("Viimeinen"))
    reader = world.member("Cesar", "adviser", team)
    store = notebook(reader)
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    reads = store.reads()
    assert "Viimeinen Testinen" in [row.name for row in reads.lists.recent_people()]
    assert reads.reviews.queue(stream)


def test_a_time_that_no_reader_could_keep_is_refused(world: HubWorld) -> None:
    team = world.team("Itä")
    adviser = world.member("Aino", "adviser", team)
    stream = home_stream(team)
    for time in (2**53 + 1, 2**63, MOST):
        adviser.tips.clear()
        with pytest.raises(FrameRefused) as refused:
            adviser.push(stream, adviser.write(stream, visit(), time_ms=time))
        assert refused.value.code is Code.MALFORMED


def test_a_colleague_cannot_deliver_a_save_without_what_it_says(world: HubWorld) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    author, thief = world.member("Aino", "adviser", team), world.member("Mal", "adviser", team)
    commit = author.write(stream, person("Kadonnut"))
    hollow = replace(commit, bodies=(None,))
    with pytest.raises(AccessRefused):
        thief.hub.push(author.request(stream, [hollow]))
    author.push(stream, commit)
    # What the hub has is told apart from what it lacks: delivering again is harmless, hollow or not.
    thief.hub.push(author.request(stream, [hollow]))
    (frame,) = [one for one in thief.pull().frames if isinstance(one, CommitFrame) and one.stream == stream]
    assert frame.commit.bodies == list(commit.bodies)


def test_nobody_reviews_their_own_save_whatever_roles_they_hold(world: HubWorld) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    boss, adviser = world.member("Bo", "supervisor", team), world.member("Aino", "adviser", team)
    own, others = _id(), _id()
    boss.save(stream, draft("session", own, starts=1))
    adviser.save(stream, draft("session", others, starts=1))

    def review(member: Member, entity: EntityId) -> Draft:
        save = [member.writer, 1, member.tips[stream][1][:8]]
        return draft(
            "review",
            _id(),
            verdict={"verdict": "approved", "save": save, "of": [[entity, b"h" * 32]], "at": 1},
        )

    assert boss.save(stream, review(adviser, others)).quarantined == []
    assert boss.save(stream, review(boss, own)).quarantined == [3]
    # Naming a colleague's save over one's own record does not help.
    assert boss.save(stream, review(adviser, own)).quarantined == [4]
    # Nor does another laptop of one's own.
    second = world.enrol(boss.staff, "toinen")
    assert second.save(stream, review(boss, others)).quarantined == [1]


def test_what_is_about_a_person_names_the_person(world: HubWorld) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    adviser = world.member("Aino", "adviser", team)
    assert adviser.save(stream, draft("person", _id(), name={"first": "A"})).quarantined == [1]
    assert adviser.save(stream, draft("person", _id(), subject=_id(), name={"first": "A"})).quarantined == [2]
    assert adviser.save(stream, draft("note", _id(), text="x", at=1)).quarantined == [3]


def test_a_bundle_with_numbers_of_no_sense_is_left_and_stops_nothing(
    world: HubWorld, notebook: Callable[[Member], NotebookStore]
) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    reader, thief = world.member("Aino", "adviser", team), world.member("Mal", "adviser", team)
    store = notebook(reader)
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    future = CommitId(WriterId(b"z" * 16), MOST, b"m" * 8)
    for time, seen in ((MOST, ()), (START, (future,))):
        thief.tips.clear()
        commit = thief.write(
            stream, Draft("visit", _id(), None, 1, {"session": (_id(), seen), "at": (1, ())}), time_ms=time
        )
        segment = Segment(stream, thief.writer, 1, read_header(commit.header).prev, (commit,))
        found = import_colleague(store, [segment])
        assert (found.new, found.left) == (0, ((stream, "Malformed"),))
    thief.tips.clear()
    thief.save(stream, person("Oikea"))
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")


@pytest.mark.parametrize("kind", ["grant", "staff", "writer", "release", "quarantine", "erasure", "team"])
def test_what_only_the_hub_writes_is_held_back_in_every_stream_of_ones_own(
    world: HubWorld, kind: str
) -> None:
    team = world.team("Itä")
    adviser, other = world.member("Mal", "adviser", team), world.member("Aino", "adviser", team)
    for stream in (home_stream(team), StreamId(f"staff/{other.staff}"), StreamId(f"audit/{adviser.laptop}")):
        said = draft(kind, _id(), commit=[other.writer, 1, b"x" * 8], accepted=True, bodies=[b"x"])
        assert adviser.save(stream, said).quarantined == [1]
    with pytest.raises(AccessRefused):
        adviser.save(StreamId("city"), draft(kind, _id(), staff=adviser.staff, role="coach"))


def test_a_revoked_writers_bundle_is_delivered_but_not_believed(
    world: HubWorld, notebook: Callable[[Member], NotebookStore]
) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    reader, leaver = world.member("Aino", "adviser", team), world.member("Mal", "adviser", team)
    before = leaver.write(stream, person("Ennen"))
    leaver.push(stream, before)
    revoke(world.parts, leaver.writer)
    store = notebook(reader)
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    after = leaver.write(stream, person("Jälkeen"))
    segment = Segment(stream, leaver.writer, 2, before.hash, (after,))
    assert import_colleague(store, [segment]).new == 1
    names = [row.name for row in store.reads().lists.recent_people()]
    assert names == ["Ennen Testinen"]
    # The hub gets it all the same, holds it back, and the supervisor decides.
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    assert [(one.writer, one.n) for one in held(world.parts)] == [(leaver.writer, 2)]
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    assert [row.name for row in store.reads().lists.recent_people()] == ["Ennen Testinen"]


def test_a_colleagues_bundle_says_only_what_the_table_of_rights_lets_them_say(
    world: HubWorld, notebook: Callable[[Member], NotebookStore]
) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    reader, thief = world.member("Aino", "adviser", team), world.member("Mal", "adviser", team)
    mine = note("Aito teksti", _id())
    reader.save(stream, mine)
    store = notebook(reader)
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    saves = (
        thief.write(stream, person("Sallittu")),
        thief.write(stream, Draft("note", mine.entity, mine.subject, 1, {"text": ("Väärennetty", ())})),
        thief.write(stream, draft("review", _id(), verdict={})),
        thief.write(stream, draft("grant", _id(), staff=thief.staff, role="supervisor")),
        thief.write(stream, person("Sallittu toinen")),
    )
    segment = Segment(stream, thief.writer, 1, read_header(saves[0].header).prev, saves)
    assert import_colleague(store, [segment]).new == len(saves)
    reads = store.reads()
    view = reads.entity(mine.entity)
    assert view is not None
    assert (view.values["text"], view.conflicts) == ("Aito teksti", ())
    expected = {"Sallittu Testinen", "Sallittu toinen Testinen"}
    assert {row.name for row in reads.lists.recent_people()} == expected
    # The hub sees the same.
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    assert [one.n for one in held(world.parts)] == [2, 3, 4]
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    assert {row.name for row in store.reads().lists.recent_people()} == expected


def test_a_bundle_of_somebody_outside_the_team_is_left(
    world: HubWorld, notebook: Callable[[Member], NotebookStore]
) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    reader = world.member("Aino", "adviser", team)
    thief = world.member("Mal", "adviser", world.team("Länsi"))
    store = notebook(reader)
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
    commit = thief.write(stream, person("Vieras"))
    segment = Segment(stream, thief.writer, 1, read_header(commit.header).prev, (commit,))
    assert import_colleague(store, [segment]).left == ((stream, "Forbidden"),)
    # Taken in, it would be refused by the hub for ever, and the Sync page would say so for ever.
    assert _synced(world, reader, store) == (RoundOutcome.DONE, "")
