# SPDX-License-Identifier: MIT
"""A full disk and a damaged page: typed errors, nothing half saved, nothing acknowledged lost."""

from pathlib import Path

import pytest
from store_world import KEY, NOON, TEAM, note, open_here, person, session, visit

from desktop.store.errors import DiskFull, NotebookDamaged, StoreError
from desktop.store.notebook import NotebookStore
from desktop.store.sqlcipher import connect
from sync.log.commit import CommitId

_PAGE = 4096
_COUNTED = (
    "commits",
    "entities",
    "commit_entities",
    "people",
    "people_text",
    "notes",
    "visits",
    "audit",
    "words",
)


def _limit(store: NotebookStore, more_pages: int) -> None:
    """Let the disk have room for so many pages more."""
    with store.reading() as connection:
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used + more_pages}")


def _counts(store: NotebookStore) -> list[int]:
    with store.reading() as connection:
        sql = [f"SELECT count(*) FROM {table}" for table in _COUNTED]  # noqa: S608 - our names
        return [connection.execute(one).fetchone()[0] for one in sql]


@pytest.mark.parametrize("pages", range(12))
def test_a_full_disk_stops_a_save_whole(tmp_path: Path, pages: int) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    opened = session()
    acknowledged: list[CommitId] = [store.save(TEAM, [opened], time_ms=NOON)]
    _limit(store, pages)
    before = _counts(store)
    with pytest.raises(DiskFull):  # noqa: PT012 - nobody knows which save fills the disk
        for at in range(200):
            card = person("Aino", f"Virta{at}")
            changes = [card, note(card.entity, f"{'pitkä ' * 300}{at}"), visit(opened.entity, at=NOON + at)]
            before = _counts(store)
            acknowledged.append(store.save(TEAM, changes, time_ms=NOON))
    assert _counts(store) == before
    assert store.reads().sending.unsent_count() == len(acknowledged)
    store.verify()
    _limit(store, 1000)
    assert store.save(TEAM, [visit(opened.entity)], time_ms=NOON).n == len(acknowledged) + 1
    store.close()
    again = open_here(path, create=False)
    again.verify()
    assert again.reads().sending.unsent_count() == len(acknowledged) + 1
    again.close()


def test_a_damaged_page_is_told_and_never_read_as_something_else(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    opened = session()
    store.save(TEAM, [opened], time_ms=NOON)
    for at in range(60):
        store.save(TEAM, [person("Aino", f"Virta{at}"), visit(opened.entity, at=NOON + at)], time_ms=NOON)
    store.tidy()
    store.close()
    whole = path.read_bytes()
    pages = len(whole) // _PAGE
    assert pages > 20
    told = 0
    for page in range(1, pages, max(1, pages // 12)):
        at = page * _PAGE + 1234
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        told += _opens_with_a_typed_error(path)
    assert told == len(range(1, pages, max(1, pages // 12)))


def test_a_damaged_first_page_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    open_here(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    with pytest.raises(StoreError):
        open_here(path, create=False)


def test_a_notebook_cut_short_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    for at in range(40):
        store.save(TEAM, [person("Aino", f"Virta{at}")], time_ms=NOON)
    store.tidy()
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 // _PAGE * _PAGE])
    assert _opens_with_a_typed_error(path)


def _opens_with_a_typed_error(path: Path) -> bool:
    """Open and look at everything; whether that ended in a typed error."""
    try:
        store = open_here(path, create=False)
    except NotebookDamaged:
        return True
    try:
        store.check_pages()
    except NotebookDamaged:
        return True
    finally:
        store.close()
    return False


def test_what_is_encrypted_twice_is_not_opened_by_half_a_key(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    open_here(path).close()
    with pytest.raises(StoreError):
        connect(path, KEY[:31] + b"\0")
    with pytest.raises(StoreError):
        connect(path, KEY[:16])
