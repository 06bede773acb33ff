# SPDX-License-Identifier: MIT
"""Older notebooks, erasure and a stream that is taken away: what hangs on a referral goes and comes with it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from older_schema import make_older
from store_world import KEY, ME, NOON, TEAM, Colleague, entity, open_here, person, session, take

from desktop.store.changes import Change
from desktop.store.migrations import SCHEMA, STEPS, found_schema
from desktop.store.notebook import NotebookStore
from desktop.store.purge import empty_stream
from desktop.store.sqlcipher import connect
from sync.records import kinds
from sync.records.ids import EntityId
from sync.records.services import KINDS as SERVICE_KINDS

STATE = {"status": "given", "at": NOON, "reason": None}


def referred(store: NotebookStore) -> EntityId:
    """Save a person, a referral, its consent and its follow-up."""
    one = person("Samir", "Testinen")
    referral, consent = entity(), entity()
    named: dict[str, Any] = {"service": entity(), "name": "Kurssi"}
    store.save(
        TEAM,
        [
            one,
            Change(
                kind="consent",
                entity=consent,
                subject=one.entity,
                fields={
                    "purpose": "share_with_service", "given_how": "oral", "language": "so", "text_version": "1",
                    "at": NOON, "scope/name": True,
                },
            ),
            Change(
                kind="referral", entity=referral, subject=one.entity,
                fields={**named, "kind": "formal", "state": STATE, "at": NOON, "consent": consent},
            ),
            Change(
                kind="task", entity=entity(), subject=one.entity,
                fields={"due": "2026-12-01", "owner": ME.staff, "about": referral},
            ),
        ],
        time_ms=NOON,
    )  # fmt: skip
    return one.entity


def due(store: NotebookStore) -> int:
    return len(store.reads().dues.due(ME.staff, "2099-12-31", most=500))


def counts(store: NotebookStore, one: EntityId) -> list[int]:
    reads = store.reads().services
    return [len(reads.about(one, kind)) for kind in ("referral", "consent", "task")]


def make_old(path: Path) -> None:
    """Bring a notebook back to schema 1, which had no list of tasks, of files or of what was looked at."""
    connection = connect(path, KEY)
    make_older(connection, 1)
    connection.close()


def test_a_notebook_of_schema_1_comes_forward_with_all_it_held(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    begun = session()
    store.save(TEAM, [begun], time_ms=NOON)
    one = referred(store)
    digest = store.reads().connection.execute("SELECT digest FROM streams").fetchall()
    store.close()
    make_old(path)
    store = open_here(path, create=False)
    assert found_schema(store.reads().connection) == SCHEMA == max(STEPS)
    assert store.reads().connection.execute("SELECT digest FROM streams").fetchall() == digest
    assert store.reads().entity(begun.entity) is not None
    assert counts(store, one) == [1, 1, 1]
    # As it lies there after a snapshot: the state was kept, no list knew of it.
    assert due(store) == 1
    store.close()


def test_a_migration_that_is_cut_off_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    referred(store)
    store.close()
    make_old(path)

    def cut(*_: object, **__: object) -> int:
        raise OSError

    monkeypatch.setattr("desktop.store.notebook.add_late_rows", cut)
    with pytest.raises(OSError):  # noqa: PT011 - the very one that is raised above
        open_here(path, create=False)
    monkeypatch.undo()
    store = open_here(path, create=False)
    assert due(store) == 1
    store.close()


def test_commits_that_an_old_program_parked_are_listed_by_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebook.db"
    late = {spec.name for spec in SERVICE_KINDS}
    older: Mapping[str, Any] = {name: spec for name, spec in kinds.KINDS.items() if name not in late}
    monkeypatch.setattr(kinds, "KINDS", MappingProxyType(older))
    store = open_here(path)
    one = person("Samir", "Testinen")
    store.save(TEAM, [one], time_ms=NOON)
    colleague = Colleague(b"c")
    fields = {"due": "2026-12-01", "owner": ME.staff, "about": entity()}
    take(store, [colleague.write("task", entity(), fields, subject=one.entity)])
    store.close()
    make_old(path)
    monkeypatch.undo()
    store = open_here(path, create=False)
    assert counts(store, one.entity) == [0, 0, 1]
    assert due(store) == 1
    store.close()


def test_a_stream_that_is_taken_away_takes_its_tasks(tmp_path: Path) -> None:
    store = open_here(tmp_path / "notebook.db")
    one = referred(store)
    with store.writing() as connection:
        empty_stream(connection, store.names, store.index_key, store.names.stream(TEAM), me=ME.writer)
    assert due(store) == 0
    assert counts(store, one) == [0, 0, 0]
    assert store.reads().connection.execute("SELECT count(*) FROM dues").fetchone() == (0,)
    store.close()


def test_an_erased_person_is_gone_with_referral_consent_and_task_and_from_the_old_copy(
    tmp_path: Path,
) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    one = referred(store)
    store.close()
    make_old(path)
    store = open_here(path, create=False)
    order = {"subject": hashlib.sha256(one).digest(), "at": NOON}
    take(store, [Colleague(b"H").write("erasure", entity(), order)], first=1)
    assert counts(store, one) == [0, 0, 0]
    assert due(store) == 0
    assert store.reads().connection.execute("SELECT count(*) FROM dues").fetchone() == (0,)
    store.verify()
    store.close()
    open_here(path, create=False).close()
    assert sorted(file.name for file in tmp_path.iterdir() if "before" in file.name) == []
