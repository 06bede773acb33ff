# SPDX-License-Identifier: MIT
"""The hub's orders: forget a subject, forget one write, hold a commit back, let it go again."""

import hashlib
from typing import Any

from store_world import NOON, TEAM, Colleague, entity, note, person, take

from desktop.store.commit_rows import arrived
from desktop.store.notebook import NotebookStore
from desktop.store.views import WriteStanding
from sync.log.digest import stream_digest
from sync.log.erasure import restate
from sync.log.fold import Write
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.state import decode_state

SURNAME = "Pöllöläinen"


def _hub() -> Colleague:
    return Colleague(b"H")


def _order(hub: Colleague, kind: str, **fields: Any) -> Any:  # noqa: ANN401 - a field's value
    return hub.write(kind, entity(), {**fields, "at": NOON})


def _everything(store: NotebookStore) -> bytes:
    with store.reading() as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]  # noqa: S608 - the file's
    return repr(rows).encode()


def test_an_erased_person_is_gone_from_every_table_and_does_not_come_back(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), _hub(), entity()
    commits = [
        author.write("person", who, {"name": {"first": "Aino", "last": SURNAME}}, subject=who),
        author.write("note", entity(), {"text": f"{SURNAME} soitti", "at": NOON}, subject=who),
        author.write(
            "person", other := entity(), {"name": {"first": "Liisa", "last": "Virta"}}, subject=other
        ),
    ]
    take(notebook, commits, first=1)
    take(notebook, [_order(hub, "erasure", subject=hashlib.sha256(who).digest())], first=4)
    late = author.write("note", entity(), {"text": f"{SURNAME} taas", "at": NOON}, subject=who)
    take(notebook, [late], first=5)
    reads = notebook.reads()
    assert (reads.entity(who), reads.lists.notes(who), reads.search.people("pollolai")) == (None, (), ())
    assert [row.name for row in reads.lists.recent_people()] == ["Liisa Virta"]
    everything = _everything(notebook)
    assert SURNAME.encode() not in everything
    assert b"pollolainen" not in everything
    assert SURNAME not in everything.decode()
    assert repr(SURNAME.encode())[2:-1].encode() not in everything
    notebook.verify()


def test_an_own_unsent_save_about_an_erased_person_is_kept_for_the_hub_and_shown_to_nobody(
    notebook: NotebookStore,
) -> None:
    card = person("Aino", SURNAME)
    notebook.save(TEAM, [card, note(card.entity, "muistiinpano")], time_ms=NOON)
    take(notebook, [_order(_hub(), "erasure", subject=hashlib.sha256(card.entity).digest())], first=1)
    assert notebook.reads().entity(card.entity) is None
    assert notebook.reads().sending.unsent_count() == 1
    (save,) = notebook.reads().sending.unsent()
    assert save.entities[0] == card.entity
    with notebook.writing() as connection:
        intake, names = notebook.intake(connection, TEAM)
        intake.number([(names.writer(notebook.me.writer), 1, 2)])
        intake.finish()
    with notebook.reading() as connection:
        bodies = connection.execute("SELECT bodies FROM commits WHERE n = 1 AND number = 2").fetchone()[0]
    assert b"muistiinpano" not in bodies


def test_one_erased_write_shows_erased_and_what_it_replaced_does_not_return(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), _hub(), entity()
    author.write("person", who, {"name": {"first": "Aino", "last": "Virta"}, "known_as": "eka"}, subject=who)
    author.write("person", who, {"known_as": SURNAME}, seen={"known_as": [author.id(1)]}, subject=who)
    take(notebook, author.made, first=1)
    second = arrived(author.made[1])
    body = second.bodies[0]
    assert body is not None
    order = _order(hub, "erasure", write=restate(Write(second.id, body)))
    take(notebook, [order], first=3)
    view = notebook.reads().entity(who)
    assert view is not None
    assert (view.values["known_as"], view.fields["known_as"].erased) == (None, True)
    assert SURNAME not in _everything(notebook).decode()

    marks = Marks()
    writes = []
    for one in map(arrived, [*author.made, order]):
        marks.add(one.id)
        writes += [Write(one.id, said) for said in one.bodies if said is not None]
    expected = fold([*writes, Write(second.id, body, erased=True)], marks)
    with notebook.reading() as connection:
        held = {
            one: decode_state(raw) for one, raw in connection.execute("SELECT entity, state FROM entities")
        }
        digest = connection.execute("SELECT digest FROM streams").fetchone()[0]
    assert held == expected
    assert digest == stream_digest(expected.values())


def test_a_commit_is_held_back_with_its_reason_and_let_go(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), _hub(), entity()
    take(
        notebook,
        [author.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)],
        first=1,
    )
    take(notebook, [_order(hub, "quarantine", commit=[*author.id(1)], reason="revoked")], first=2)
    assert notebook.reads().entity(who) is None
    (held,) = notebook.reads().sending.quarantined()
    assert (held.standing, held.reason, held.author.writer) == (
        WriteStanding.QUARANTINED, "revoked", author.key.writer,
    )  # fmt: skip
    take(notebook, [_order(hub, "release", commit=[*author.id(1)], accepted=True)], first=3)
    assert [row.name for row in notebook.reads().lists.recent_people()] == ["Aino Virta"]
    assert notebook.reads().sending.quarantined() == ()


def test_a_refused_commit_never_counts(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), _hub(), entity()
    take(
        notebook,
        [author.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)],
        first=1,
    )
    take(notebook, [_order(hub, "release", commit=[*author.id(1)], accepted=False)], first=2)
    assert notebook.reads().entity(who) is None
    assert [row.standing for row in notebook.reads().sending.quarantined()] == [WriteStanding.REFUSED]


def test_an_order_that_the_hub_has_not_numbered_does_nothing(notebook: NotebookStore) -> None:
    author, hub, who = Colleague(b"c"), _hub(), entity()
    take(
        notebook,
        [author.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)],
        first=1,
    )
    take(notebook, [_order(hub, "quarantine", commit=[*author.id(1)], reason="x")])
    take(notebook, [_order(hub, "erasure", subject=hashlib.sha256(who).digest())])
    assert notebook.reads().entity(who) is not None
