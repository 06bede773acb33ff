# SPDX-License-Identifier: MIT
"""Opening and saving: what is saved is there, whole, under one key, for one writer of one hub."""

import threading
import unicodedata
from pathlib import Path

import pytest
from store_world import (
    AUDIT_KEY,
    HUB,
    INDEX_KEY,
    KEY,
    ME,
    NOON,
    TEAM,
    edit,
    entity,
    fresh_key,
    open_here,
    person,
    session,
    visit,
)

from desktop.store.changes import Change, WriterIdentity
from desktop.store.errors import (
    FieldRefused,
    NotebookClosed,
    NotebookDamaged,
    NotebookMissing,
    StoreMisuse,
    WrongKey,
)
from desktop.store.notebook import NotebookStore, open_notebook
from sync.log.commit import read_header
from sync.log.signing import SigningKey
from sync.records.checking import Trouble
from sync.records.ids import HubId, StreamId


def test_what_was_saved_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    opened = session("Itäkeskus")
    store.save(TEAM, [opened], time_ms=NOON)
    store.save(TEAM, [visit(opened.entity, age="25_29")], time_ms=NOON + 1)
    store.close()

    again = open_here(path, create=False)
    (row,) = again.reads().lists.sessions()
    assert (row.place, row.visits, row.staff, row.sending.unsent) == ("Itäkeskus", 1, (ME.staff,), True)
    (walk_in,) = again.reads().lists.visits_of_session(opened.entity)
    assert (walk_in.topics, walk_in.age, walk_in.author.staff) == (("cv",), "25_29", ME.staff)
    again.verify()
    again.check_pages()
    again.close()


def test_a_view_tells_who_wrote_what_and_when(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    one = notebook.save(TEAM, [card], time_ms=NOON)
    view = notebook.reads().entity(card.entity)
    assert view is not None
    (head,) = view.fields["name"].heads
    assert (head.id, head.author.staff, head.author.laptop, head.time, head.number, head.provisional) == (
        one, ME.staff, ME.laptop, NOON, None, True,
    )  # fmt: skip
    assert (view.subject, view.stream, view.deleted) == (card.entity, TEAM, False)
    assert notebook.reads().entity(entity()) is None


def test_history_shows_what_stood_before_and_after(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    notebook.save(TEAM, [card], time_ms=NOON)
    notebook.save(TEAM, [edit("person", card.entity, known_as="Aikku")], time_ms=NOON + 5)
    notebook.save(TEAM, [edit("person", card.entity, known_as="Ainokainen")], time_ms=NOON + 9)
    changes = [
        (write.time, [(one.name, one.before, one.after) for one in write.changes])
        for write in notebook.reads().history(card.entity)
    ]
    assert changes[1:] == [
        (NOON + 5, [("known_as", None, "Aikku")]),
        (NOON + 9, [("known_as", "Aikku", "Ainokainen")]),
    ]


def test_two_streams_are_saved_together_or_not_at_all(notebook: NotebookStore) -> None:
    good, bad = session(), Change(kind="visit", entity=entity(), fields={"at": NOON})
    special = StreamId(f"{TEAM}/special")
    with pytest.raises(FieldRefused):
        notebook.save_all([(TEAM, [good]), (special, [bad])], time_ms=NOON)
    assert notebook.reads().entity(good.entity) is None
    assert notebook.reads().sending.unsent_count() == 0
    assert notebook.audit_rows() == ()
    ids = notebook.save_all([(TEAM, [good]), (special, [session()])], time_ms=NOON)
    assert [one.n for one in ids] == [1, 1]


def test_a_bad_field_is_named_without_its_value(notebook: NotebookStore) -> None:
    with pytest.raises(FieldRefused) as caught:
        notebook.save(TEAM, [person("Aino", "Korhonen", hetu="010190-9991")], time_ms=NOON)
    assert (caught.value.field, caught.value.problem.trouble) == ("hetu", Trouble.BAD_HETU)
    assert "010190" not in repr(caught.value) + str(caught.value)


def test_a_note_about_nobody_is_refused(notebook: NotebookStore) -> None:
    about_nobody = Change(kind="note", entity=entity(), fields={"text": "kenestä?", "at": NOON})
    with pytest.raises(FieldRefused) as caught:
        notebook.save(TEAM, [about_nobody], time_ms=NOON)
    assert (caught.value.field, caught.value.problem.trouble) == ("subject", Trouble.MISSING)


def test_text_is_saved_in_one_spelling(notebook: NotebookStore) -> None:
    card = person("Väinö", "Hämäläinen")
    spelt = Change(kind=card.kind, entity=card.entity, fields={
        "name": {"first": unicodedata.normalize("NFD", "Väinö"), "last": unicodedata.normalize("NFD", "Hämäläinen")}
    })  # fmt: skip
    notebook.save(TEAM, [spelt], time_ms=NOON)
    view = notebook.reads().entity(card.entity)
    assert view is not None
    assert view.values["name"] == {"first": "Väinö", "last": "Hämäläinen"}


def test_time_never_goes_back_even_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    store.save(TEAM, [session()], time_ms=NOON)
    store.save(TEAM, [session()], time_ms=NOON - 3_600_000)
    store.close()
    again = open_here(path)
    again.save(TEAM, [session()], time_ms=5)
    with again.reading() as connection:
        headers = [read_header(raw) for (raw,) in connection.execute("SELECT header FROM commits ORDER BY n")]
    assert [header.time for header in headers] == [NOON, NOON, NOON]
    assert [header.n for header in headers] == [1, 2, 3]
    again.close()


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    open_here(path).close()
    with pytest.raises(WrongKey):
        open_notebook(path, fresh_key(), audit_key=AUDIT_KEY, index_key=INDEX_KEY, me=ME, hub=HUB)


def test_a_missing_notebook_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(NotebookMissing):
        open_here(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stranger", ["hub", "writer"])
def test_a_notebook_belongs_to_one_writer_of_one_hub(tmp_path: Path, stranger: str) -> None:
    path = tmp_path / "notebook.db"
    open_here(path).close()
    other = WriterIdentity(SigningKey.generate(), ME.staff, ME.laptop)
    with pytest.raises(StoreMisuse):
        open_notebook(
            path, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
            me=other if stranger == "writer" else ME, hub=HubId(b"x" * 16) if stranger == "hub" else HUB,
        )  # fmt: skip


def test_a_plaintext_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(StoreMisuse):
        open_here(path)


def test_the_generation_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    assert store.generation == 0
    store.generation = 4
    store.close()
    again = open_here(path)
    assert again.generation == 4
    again.close()


def test_a_draft_outlives_a_lock_and_is_no_save(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    store.shelf.put_draft("walk-in", {"note": "kesken"}, time_ms=NOON)
    store.shelf.put_setting("language", "fi")
    store.close()
    again = open_here(path)
    assert (again.shelf.draft("walk-in"), again.shelf.setting("language")) == ({"note": "kesken"}, "fi")
    assert again.reads().sending.unsent_count() == 0
    again.shelf.drop_draft("walk-in")
    assert (again.shelf.draft("walk-in"), again.shelf.drafts()) == (None, ())
    again.close()


def test_saving_and_reading_go_on_in_several_threads(notebook: NotebookStore) -> None:
    opened = session()
    notebook.save(TEAM, [opened], time_ms=NOON)
    errors: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(10):
                notebook.save(TEAM, [visit(opened.entity)], time_ms=NOON)
                notebook.reads().lists.visits_of_session(opened.entity)
        except BaseException as problem:  # noqa: BLE001 - told to the test's thread
            errors.append(problem)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert notebook.reads().sending.unsent_count() == 31
    notebook.verify()


def test_an_audit_event_put_back_or_changed_breaks_the_chain(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    notebook.save(TEAM, [card], time_ms=NOON)
    row = notebook.record({"operation": "READ", "target": card.entity}, time_ms=NOON + 1)
    assert [one.event["operation"] for one in notebook.audit_rows()] == ["READ", "SAVE"]
    assert row.seq == 2
    notebook.verify()
    with notebook.writing() as connection:
        connection.execute("UPDATE audit SET time = time + 1 WHERE seq = 1")
    with pytest.raises(NotebookDamaged):
        notebook.verify()


def test_a_read_becomes_a_commit_of_the_laptops_audit_stream(notebook: NotebookStore) -> None:
    notebook.record({"operation": "READ"}, time_ms=NOON)
    streams = {row.stream: row.unsent for row in notebook.reads().sending.streams()}
    assert streams == {f"audit/{ME.laptop}": 1}
    assert notebook.reads().sending.unsent_count() == 0


def test_a_commit_put_back_breaks_the_chain(notebook: NotebookStore) -> None:
    for _ in range(3):
        notebook.save(TEAM, [session()], time_ms=NOON)
    notebook.verify()
    with notebook.writing() as connection:
        connection.execute("DELETE FROM commits WHERE n = 2")
    with pytest.raises(NotebookDamaged):
        notebook.verify()


def test_nothing_can_be_asked_of_a_closed_notebook(tmp_path: Path) -> None:
    store = open_here(tmp_path / "notebook.db")
    store.close()
    with pytest.raises(NotebookClosed):
        store.save(TEAM, [session()], time_ms=NOON)
    with pytest.raises(NotebookClosed):
        store.reads()


def test_tidying_changes_nothing_that_is_shown(notebook: NotebookStore) -> None:
    opened = session()
    notebook.save(TEAM, [opened, person("Aino", "Korhonen")], time_ms=NOON)
    before = notebook.reads().lists.sessions(), notebook.reads().search.people("korho")
    notebook.tidy()
    assert (notebook.reads().lists.sessions(), notebook.reads().search.people("korho")) == before
    assert len(before[1]) == 1
