# SPDX-License-Identifier: MIT
"""Nothing readable lies on the disk: not in the database, its hot log, its shared memory or a temporary file."""

import os
import unicodedata
from pathlib import Path

import pytest
from store_world import AUDIT_KEY, INDEX_KEY, KEY, ME, NOON, TEAM, note, open_here, person, session, visit

from desktop.store.notebook import NotebookStore

NAMES = ("Yrjänä", "Pöllöläinen", "Vaskikivi", "Самойленко")
PHRASE = "menetti asuntonsa syyskuussa"
PLACE = "Kontulan ostoskeskus"
HETU = "131052-9030"
PHONE = "+358405550177"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for whatever SQLite or Python would put into a temporary file."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def _fill(store: NotebookStore) -> None:
    opened = session(PLACE)
    store.save(TEAM, [opened], time_ms=NOON)
    for at in range(40):
        card = person(f"{NAMES[0]}{at}", NAMES[1 + at % 3], hetu=HETU, phone=PHONE)
        store.save(TEAM, [card, note(card.entity, f"{PHRASE} {at}")], time_ms=NOON)
        store.save(TEAM, [visit(opened.entity, note=PHRASE)], time_ms=NOON)
    store.shelf.put_draft("person", {"name": NAMES[1]}, time_ms=NOON)
    reads = store.reads()
    assert len(reads.search.people("pollolainen")) > 5
    reads.connection.execute("SELECT * FROM entities ORDER BY state").fetchall()
    reads.connection.execute("SELECT words FROM people_text ORDER BY words DESC").fetchall()


def _secrets() -> list[bytes]:
    texts = [
        *NAMES,
        PHRASE,
        PLACE,
        HETU,
        PHONE,
        "pollolainen",
        "samoylenko",
        "menetti",
        "vaskikivi",
        "Kontula",
    ]
    spelt = [form(text) for text in texts for form in (str, lambda text: unicodedata.normalize("NFD", text))]
    raw = [text.encode(code) for text in spelt for code in ("utf-8", "utf-16-le")]
    keys = [KEY, AUDIT_KEY, INDEX_KEY, ME.key.seed]
    return raw + keys + [key.hex().encode() for key in keys] + [KEY[:16], KEY[16:]]


def _look_through(folder: Path) -> list[tuple[str, bytes]]:
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            found += [(path.name, secret) for secret in _secrets() if secret in data]
            found += [(path.name, secret) for secret in _secrets() if secret.lower() in data.lower()]
    return found


def test_no_name_no_phrase_and_no_key_lies_on_the_disk(tmp_path: Path, temporary: Path) -> None:
    store = open_here(tmp_path / "notebook.db")
    _fill(store)
    hot = {path.name for path in tmp_path.iterdir()}
    assert {"notebook.db", "notebook.db-wal", "notebook.db-shm"} <= hot
    assert (tmp_path / "notebook.db-wal").stat().st_size > 100_000
    assert _look_through(tmp_path) == []
    store.tidy()
    assert (tmp_path / "notebook.db").stat().st_size > 100_000
    assert _look_through(tmp_path) == []
    store.close()
    assert _look_through(tmp_path) == []
    assert list(temporary.iterdir()) == []


def test_the_scan_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(os.urandom(100) + NAMES[1].encode() + os.urandom(100))
    assert {name for name, _ in _look_through(tmp_path)} == {"leak"}


def test_errors_and_names_of_values_show_no_secret(tmp_path: Path) -> None:
    store = open_here(tmp_path / "notebook.db")
    said = repr(store) + repr(store.me) + repr(store.me.key)
    assert KEY.hex() not in said
    assert ME.key.seed.hex() not in said
    assert repr(ME.key.seed) not in said
    store.close()
