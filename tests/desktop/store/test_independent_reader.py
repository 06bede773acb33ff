# SPDX-License-Identifier: MIT
"""A program that is not ours opens our database with the derived key alone: after a close, with a hot log, as a copy.

The key is derived here as FORMAT.md says and not by our code, so that the page is enough to write a rescue from.
"""

import hmac
import shutil
from hashlib import sha256
from pathlib import Path

import apsw
import pytest
from store_world import AUDIT_KEY, HUB, INDEX_KEY, ME, NOON, TEAM, person
from vault_notebooks import PHRASE, Clock, enrol

from desktop.store.backup_copy import check_copy, copy_notebook
from desktop.store.migrations import SCHEMA
from desktop.store.notebook import NotebookStore, open_notebook
from desktop.vault.backup import SUFFIX, Contents, read_backup, unpack, write_backup
from desktop.vault.disk import RealDisk
from desktop.vault.vault import unlock
from sync.log.sealing import ReceivingKey
from sync.records.ids import LaptopId


def derived(vault_key: bytes) -> bytes:
    """Return the database key: HKDF-SHA256 without salt, by RFC 5869's two steps over HMAC."""
    extracted = hmac.digest(bytes(32), vault_key, sha256)
    return hmac.digest(extracted, b"kenttakirja/v1/database\x01", sha256)


def names_in(path: Path, key: bytes) -> list[str]:
    """Return what the other program reads, after its own check of all pages."""
    other = apsw.Connection(
        f"{path.as_uri()}?mode=rw", flags=apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE
    )
    try:
        other.pragma("cipher", "sqlcipher")
        other.pragma("legacy", 4)
        other.pragma("key", f"x'{key.hex()}'")
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert other.execute("PRAGMA user_version").fetchall() == [(SCHEMA,)]
        return [str(name) for (name,) in other.execute("SELECT name FROM people ORDER BY id")]
    finally:
        other.close()


def opened(path: Path, key: bytes, *, create: bool = False) -> NotebookStore:
    return open_notebook(
        path,
        key,
        audit_key=AUDIT_KEY,
        index_key=INDEX_KEY,
        me=ME,
        hub=HUB,
        create=create,
        allow_temporary=True,
    )


def test_another_program_reads_what_is_closed_what_is_hot_and_what_a_backup_held(tmp_path: Path) -> None:
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate())
    vault = unlock(tmp_path / "n", PHRASE, clock=Clock())
    key, path = vault.secrets.database_key, tmp_path / "n" / "notebook.db"
    store = opened(path, key, create=True)
    store.save(TEAM, [person("Väinö", "Hämäläinen")], time_ms=NOON)
    store.close()
    rescue = derived(vault.secrets.vault_key)
    assert names_in(path, rescue) == ["Väinö Hämäläinen"]

    store = opened(path, key)
    store.save(TEAM, [person("Яна", "Самойленко")], time_ms=NOON)
    hot = tmp_path / "hot"
    hot.mkdir()
    for name in ("notebook.db", "notebook.db-wal"):
        shutil.copy(path.with_name(name), hot / name)
    copy_notebook(path, key, tmp_path / "copy.db")
    store.close()
    both = ["Väinö Hämäläinen", "Яна Самойленко"]
    assert names_in(hot / "notebook.db", rescue) == both

    check_copy(tmp_path / "copy.db", key, audit_key=AUDIT_KEY)
    contents = Contents(
        keys=vault.header, hub_card=b'{"hub":"x"}', laptop=LaptopId("l00000000000000a1"), made=NOON,
        practice=True, automatic=True,
    )  # fmt: skip
    sealed = tmp_path / f"one{SUFFIX}"
    write_backup(
        RealDisk(),
        sealed,
        database=tmp_path / "copy.db",
        contents=contents,
        secrets=enrolled.secrets,
        city=None,
    )
    unpack(RealDisk(), read_backup(sealed), vault.secrets, tmp_path / "unpacked.db")
    assert names_in(tmp_path / "unpacked.db", rescue) == both


def test_with_another_key_it_reads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    opened(path, bytes(range(32)), create=True).close()
    with pytest.raises(apsw.NotADBError):
        names_in(path, bytes(32))
