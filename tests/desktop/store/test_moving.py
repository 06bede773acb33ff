# SPDX-License-Identifier: MIT
"""A person goes to another team: gone from the old stream, whole in the new one, in whatever order they come."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_world import NOON, TEAM, Colleague, entity, note, open_here, person, take

from desktop.store.journal import StoreJournal
from desktop.store.moving import learn_went
from desktop.store.notebook import NotebookStore
from sync.log.commit import CommitId, SignedCommit
from sync.log.digest import stream_digest
from sync.log.state import decode_state
from sync.records.ids import EntityId, StreamId, TeamId

WEST = StreamId("team/t00000000000000bb")
WEST_TEAM = TeamId("t00000000000000bb")
SURNAME = "Siirtyvä"


def _card(author: Colleague, who: EntityId) -> list[SignedCommit]:
    return [
        author.write("person", who, {"name": {"first": "Aino", "last": SURNAME}}, subject=who),
        author.write("note", entity(), {"text": f"{SURNAME} soitti", "at": NOON}, subject=who),
    ]


def _retract(hub: Colleague, who: EntityId) -> SignedCommit:
    return hub.write("retract", entity(), {"move": entity(), "to": WEST_TEAM, "at": NOON}, subject=who)


def _adopt(hub: Colleague, who: EntityId) -> SignedCommit:
    fields = {"move": entity(), "from": TEAM.partition("/")[2], "by": None, "at": NOON}
    return hub.write("adopt", entity(), fields, subject=who)


def _everything(store: NotebookStore) -> str:
    with store.reading() as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return repr([connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables])  # noqa: S608 - the file's


def _kinds(store: NotebookStore, who: EntityId) -> list[str]:
    with store.reading() as connection:
        rows = connection.execute("SELECT kind FROM entities WHERE subject = ? ORDER BY kind", (who,))
        return [kind for (kind,) in rows]


def _digest_holds(store: NotebookStore) -> bool:
    with store.reading() as connection:
        states = [decode_state(raw) for (raw,) in connection.execute("SELECT state FROM entities")]
        digests = [bytes(one) for (one,) in connection.execute("SELECT digest FROM streams")]
    together = bytes(32)
    for one in digests:
        together = bytes(a ^ b for a, b in zip(together, one, strict=True))
    return together == stream_digest(states)


def test_a_person_who_went_leaves_the_stream_with_all_that_is_about_them_but_the_word_of_it(
    notebook: NotebookStore,
) -> None:
    author, hub, who, other = Colleague(b"c"), Colleague(b"H"), entity(), entity()
    take(notebook, [*_card(author, who), *_card(author, other)], first=1)
    take(notebook, [_retract(hub, who)], first=5)
    assert (notebook.reads().entity(who), _kinds(notebook, who)) == (None, ["retract"])
    assert [row.entity for row in notebook.reads().lists.recent_people()] == [other]
    with notebook.reading() as connection:
        (went,) = connection.execute("SELECT person, team, at FROM went").fetchall()
    assert tuple(went) == (who, WEST_TEAM, NOON)
    assert _digest_holds(notebook)
    notebook.verify()


def test_nothing_of_what_was_written_about_them_stays_in_the_file(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), Colleague(b"H"), entity()
    take(notebook, [*_card(author, who), _retract(hub, who)], first=1)
    late = author.write("note", entity(), {"text": f"{SURNAME} taas", "at": NOON}, subject=who)
    take(notebook, [late], first=4)
    everything = _everything(notebook)
    assert SURNAME not in everything
    assert repr(SURNAME.encode())[2:-1] not in everything
    assert "siirtyva" not in everything


def test_an_unsent_save_about_who_went_stays_for_the_hub_and_loses_its_words_once_it_has_it(
    notebook: NotebookStore,
) -> None:
    card = person("Aino", SURNAME)
    notebook.save(TEAM, [card, note(card.entity, "muistiinpano")], time_ms=NOON)
    hub = Colleague(b"H")
    take(notebook, [_retract(hub, card.entity)], first=1)
    assert notebook.reads().entity(card.entity) is None
    segment = StoreJournal(notebook).unsent(max_commits=9, max_bytes=9_999_999)
    assert segment is not None
    assert b"muistiinpano" in b"".join(filter(None, segment.commits[0].bodies))
    with notebook.writing() as connection:
        intake, names = notebook.intake(connection, TEAM)
        own = (names.writer(notebook.me.writer), 1, 2)
        intake.number([own])  # acknowledged: whether they are back by then is not known yet
        intake.finish()
    assert notebook.reads().entity(card.entity) is None
    with notebook.writing() as connection:
        intake, _ = notebook.intake(connection, TEAM)
        intake.take([], [own])
        intake.finish()
    assert "muistiinpano" not in _everything(notebook)
    assert notebook.reads().entity(card.entity) is None
    notebook.verify()


def test_whoever_comes_back_brings_the_own_unsent_save_back_into_the_fold(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), Colleague(b"H"), entity()
    take(notebook, _card(author, who), first=1)
    notebook.save(TEAM, [words := note(who, "odottaa")], time_ms=NOON)
    take(notebook, [_retract(hub, who)], first=3)
    assert notebook.reads().entity(words.entity) is None
    back = hub.write("person", who, {"name": {"first": "Aino", "last": "Takaisin"}}, subject=who)
    take(notebook, [_adopt(hub, who), back], first=4)
    view = notebook.reads().entity(who)
    assert view is not None
    assert view.values["name"]["last"] == "Takaisin"
    assert [row.text for row in notebook.reads().lists.notes(who)] == ["odottaa"]
    assert _digest_holds(notebook)


def test_a_colleagues_save_from_the_outbox_that_comes_without_bodies_waits_for_nobody(
    notebook: NotebookStore,
) -> None:
    author, hub, who = Colleague(b"c"), Colleague(b"H"), entity()
    commits = _card(author, who)
    take(notebook, commits)
    take(notebook, [_retract(hub, who)], first=1)
    stripped = [SignedCommit(one.header, one.signature, (None,)) for one in commits]
    take(notebook, stripped, first=2)
    assert notebook.reads().sending.quarantined() == ()
    assert SURNAME not in _everything(notebook)


def test_a_carried_write_is_shown_as_its_first_authors(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), Colleague(b"H", WEST), entity()
    first = CommitId(author.key.writer, 3, b"m" * 8)
    writers = Colleague(b"H", StreamId("city"))
    roster = writers.write(
        "writer", EntityId(author.key.writer),
        {"staff": "s00000000000000cc", "laptop": "l00000000000000cc", "signing": author.key.public, "receiving": b""},
    )  # fmt: skip
    take(notebook, [roster], stream=StreamId("city"), first=1)
    carried = hub.write(
        "person", who, {"name": {"first": "Aino", "last": SURNAME}}, subject=who, origin=first
    )
    take(notebook, [_adopt(hub, who), carried], stream=WEST, first=1)
    view = notebook.reads().entity(who)
    assert view is not None
    assert view.fields["name"].heads[0].author.staff == "s00000000000000cc"
    assert notebook.reads().history(who)[0].author.staff == "s00000000000000cc"


@pytest.mark.parametrize("new_first", [True, False])
def test_of_two_teams_streams_either_may_come_first(notebook: NotebookStore, *, new_first: bool) -> None:
    author, hub, west, who = Colleague(b"c"), Colleague(b"H"), Colleague(b"W", WEST), entity()
    take(notebook, _card(author, who), first=1)
    carried = west.write("person", who, {"name": {"first": "Aino", "last": SURNAME}}, subject=who)
    arrivals: list[tuple[Sequence[SignedCommit], StreamId, int]] = [
        ([_adopt(west, who), carried], WEST, 1),
        ([_retract(hub, who)], TEAM, 3),
    ]
    for commits, stream, number in arrivals if new_first else arrivals[::-1]:
        take(notebook, commits, stream=stream, first=number)
    (row,) = notebook.reads().lists.recent_people()
    assert (row.stream, row.name) == (WEST, f"Aino {SURNAME}")
    assert _digest_holds(notebook)


@given(
    steps=st.lists(st.sampled_from(["write", "retract", "adopt"]), min_size=2, max_size=9),
    cuts=st.sets(st.integers(1, 8)),
)
@example(steps=["retract", "adopt", "adopt", "retract", "adopt"], cuts={1, 2, 3, 4, 5})
@settings(max_examples=40)
def test_in_however_many_batches_it_comes_the_same_is_left(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], cuts: set[int]
) -> None:
    author, hub, who = Colleague(b"c"), Colleague(b"H"), entity()
    commits = [*_card(author, who)]
    for step in steps:
        if step == "write":
            commits.append(author.write("note", entity(), {"text": SURNAME, "at": NOON}, subject=who))
        else:
            commits.append((_retract if step == "retract" else _adopt)(hub, who))
    left = []
    for name, places in (("one", set[int]()), ("many", cuts)):
        store = open_here(tmp_path_factory.mktemp("moving") / f"{name}.db")
        begin = 0
        for end in [*sorted(places), len(commits)]:
            take(store, commits[begin:end], first=begin + 1)
            begin = max(begin, end)
        assert _digest_holds(store)
        with store.reading() as connection:
            rows = connection.execute("SELECT entity, state FROM entities ORDER BY entity").fetchall()
            gone = connection.execute("SELECT count(*) FROM went").fetchone()[0]
        left.append((rows, gone))
        assert gone == (next((one for one in reversed(steps) if one != "write"), "") == "retract")
        store.close()
    assert left[0] == left[1]


@pytest.mark.parametrize("back", [True, False])
def test_who_went_is_learnt_from_what_a_snapshot_holds(notebook: NotebookStore, *, back: bool) -> None:
    author, hub, who = Colleague(b"c"), Colleague(b"H"), entity()
    take(notebook, _card(author, who), first=1)
    take(notebook, [_retract(hub, who), *([_adopt(hub, who)] if back else [])], first=3)
    words = note(who, "odottaa")
    with notebook.writing() as connection:
        connection.execute("DELETE FROM went")
    notebook.save(TEAM, [words], time_ms=NOON)
    with notebook.writing() as connection:
        learn_went(connection, notebook.names, notebook.index_key, notebook.names.stream(TEAM))
    gone = notebook.reads().transfers.went(who)
    assert gone == (None if back else (WEST_TEAM, NOON))
    assert (notebook.reads().entity(words.entity) is not None) is back
    assert notebook.reads().sending.unsent_count() == 1
    assert _digest_holds(notebook)
