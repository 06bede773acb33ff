# SPDX-License-Identifier: MIT
"""What undo is told: nothing that was erased, and all that a snapshot brought."""

from store_world import NOON, TEAM, Colleague, edit, entity, take

from desktop.store.changes import Change
from desktop.store.commit_rows import arrived
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from sync.log.commit import CommitId, SignedCommit
from sync.log.erasure import restate
from sync.log.fold import Write
from sync.log.snapshot import Base, SnapshotContents, cut_snapshot
from sync.log.state import EntityState, FieldState, Head, encode_state
from sync.log.undo import Undo, Why, undo
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId

AUTHOR = Colleague(b"c")


def _planned(store: NotebookStore, n: int) -> Undo:
    saved = store.reads().undo.save(TEAM, n)
    assert saved is not None
    return undo(saved.id, saved.states, saved.history, saved.known)


def _erasure(one: SignedCommit) -> SignedCommit:
    written = arrived(one)
    (body,) = written.bodies
    assert body is not None
    hub = Colleague(b"H")
    return hub.write("erasure", entity(), {"write": restate(Write(written.id, body)), "at": NOON})


def _snapshot(store: NotebookStore, *states: EntityState) -> None:
    raw = sorted(encode_state(state) for state in states)
    (payload,) = cut_snapshot(Base(TEAM, 1, 2, bytes(32)), SnapshotContents((), (
        (AUTHOR.key.writer, b"12345678" * 5),
    ), (), (), raw))  # fmt: skip
    StoreJournal(store).apply_part(SnapshotPart(TEAM, 2, 0, 1, payload, b""), Cursor(TEAM, 2, bytes(32)))


def _told(who: EntityId, **fields: FieldState) -> EntityState:
    return EntityState(who, "person", who, 1, fields)


def _by_author(n: int) -> CommitId:
    return CommitId(AUTHOR.key.writer, n, b"12345678")


def test_undo_gives_back_nothing_that_an_erased_write_had_replaced(notebook: NotebookStore) -> None:
    who, author = entity(), Colleague(b"c")
    author.write("person", who, {"known_as": "eka"}, subject=who)
    author.write("person", who, {"known_as": "toka"}, subject=who)
    take(notebook, author.made, first=1)
    notebook.save(TEAM, [edit("person", who, known_as="kolmas")], time_ms=NOON)
    take(notebook, [_erasure(author.made[1])], first=3)
    plan = _planned(notebook, 1)
    assert (plan.drafts, [one.why for one in plan.left]) == ((), [Why.ERASED])


def test_undo_of_an_erased_save_gives_back_nothing(notebook: NotebookStore) -> None:
    who, author = entity(), Colleague(b"c")
    author.write("person", who, {"known_as": "eka"}, subject=who)
    take(notebook, author.made, first=1)
    notebook.save(TEAM, [edit("person", who, known_as="toka")], time_ms=NOON)
    own = StoreJournal(notebook).unsent(max_commits=1, max_bytes=10**6)
    assert own is not None
    take(notebook, [*own.commits, _erasure(own.commits[0])], first=2)
    assert _planned(notebook, 1).drafts == ()


def test_undo_gives_back_what_a_snapshot_brought(notebook: NotebookStore) -> None:
    who = entity()
    _snapshot(notebook, _told(who, known_as=FieldState((Head(_by_author(1), "eka"),))))
    notebook.save(TEAM, [edit("person", who, known_as="toka", postcode="00530")], time_ms=NOON)
    (draft,) = _planned(notebook, 1).drafts
    assert {name: value for name, (value, _) in draft.fields.items()} == {"known_as": "eka", "postcode": None}


def test_what_a_snapshots_state_had_seen_stays_replaced(notebook: NotebookStore) -> None:
    """The state waits for a commit that comes later: it is covered, not one of two values."""
    who, late = entity(), Colleague(b"d")
    late.write("person", who, {"known_as": "vanha"}, subject=who)
    field = FieldState((Head(_by_author(1), "eka"),), {}, (late.id(1),))
    _snapshot(notebook, _told(who, known_as=field))
    notebook.save(TEAM, [edit("person", who, known_as="toka")], time_ms=NOON)
    take(notebook, late.made, first=3)
    (draft,) = _planned(notebook, 1).drafts
    assert draft.fields["known_as"][0] == "eka"
    with notebook.writing() as connection:
        intake, _ = notebook.intake(connection, TEAM)
        intake.refold([who])
        intake.finish()
    view = notebook.reads().entity(who)
    assert view is not None
    assert [head.value for head in view.fields["known_as"].heads] == ["toka"]
    with notebook.reading() as connection:
        assert connection.execute("SELECT count(*) FROM pending").fetchone() == (0,)


def test_a_write_in_a_snapshot_is_erased_there_as_well(notebook: NotebookStore) -> None:
    who = entity()
    _snapshot(notebook, _told(who, known_as=FieldState((Head(_by_author(1), "salaisuus"),))))
    notebook.save(TEAM, [Change(kind="person", entity=who, fields={"postcode": "00530"})], time_ms=NOON)
    value = {
        "commit": [*_by_author(1)], "entity": who, "kind": "person", "subject": who, "schema": 1,
        "origin": None, "fields": {"known_as": []},
    }  # fmt: skip
    hub = Colleague(b"H")
    take(notebook, [hub.write("erasure", entity(), {"write": value, "at": NOON})], first=3)
    with notebook.reading() as connection:
        (base,) = connection.execute("SELECT state FROM bases").fetchone()
        (state,) = connection.execute("SELECT state FROM entities WHERE entity = ?", (who,)).fetchone()
    assert b"salaisuus" not in base + state
