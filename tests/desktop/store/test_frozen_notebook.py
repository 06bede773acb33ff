# SPDX-License-Identifier: MIT
"""A whole notebook as the program of schema 3 wrote it, frozen in git: every later version opens all of it.

``tests/vectors/notebook-v3/``: a backup with the database in it, the key file, a PIN's box with the half that the
computer forgets, the hub's card and an order. Key files of both formats and the lease: test_frozen_files.py.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from volatile_memory import MemoryVolatileStore

from desktop.notebook.hub_card import read_hub_card
from desktop.notebook.standing_orders import standing_order
from desktop.store.changes import WriterIdentity
from desktop.store.notebook import open_notebook
from desktop.vault.backup import read_backup, unpack
from desktop.vault.disk import RealDisk
from desktop.vault.errors import WrongPin
from desktop.vault.orders_file import ORDER_FILE, keep_order
from desktop.vault.pin import PinLock
from desktop.vault.vault import unlock
from sync.log.signing import SigningKey
from sync.records.ids import LaptopId

FROZEN = Path(__file__).parents[2] / "vectors" / "notebook-v3"
DISK = RealDisk()


@pytest.fixture
def facts() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FROZEN / "facts.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture
def folder(tmp_path: Path, facts: dict[str, Any]) -> Path:
    return Path(shutil.copytree(FROZEN / "notebook", tmp_path / facts["staff"]))


def test_the_frozen_backup_opens_with_the_key_file_inside_and_shows_its_people(
    tmp_path: Path, facts: dict[str, Any]
) -> None:
    backup = read_backup(FROZEN / "one.kkbackup")
    place = tmp_path / "elsewhere"
    place.mkdir()
    for name in ("vault.keys", "vault.keys.bak"):
        (place / name).write_bytes(bytes.fromhex(backup.header.key_file))
    secrets = unlock(place, facts["passphrase"], known_generation=0).secrets
    assert secrets.vault_key.hex() == facts["vault_key"]
    unpack(DISK, backup, secrets, place / "notebook.db")
    key = SigningKey.from_seed(secrets.signing_seed)
    assert key.writer.hex() == facts["writer"]
    store = open_notebook(
        place / "notebook.db", secrets.database_key, audit_key=secrets.audit_key, index_key=secrets.index_key,
        me=WriterIdentity(key, facts["staff"], LaptopId(facts["laptop"])),
        hub=read_hub_card(DISK, FROZEN / "notebook").hub_id, allow_temporary=True,
    )  # fmt: skip
    rows = store.reads().connection.execute("SELECT name FROM people ORDER BY id").fetchall()
    assert [name for (name,) in rows] == facts["people"]
    store.verify()
    store.check_pages()
    store.close()


def test_the_frozen_pin_opens_the_frozen_key_file_with_the_half_that_was_kept(
    folder: Path, facts: dict[str, Any]
) -> None:
    volatile = MemoryVolatileStore()
    lock = PinLock(
        folder,
        volatile=volatile,
        disk=DISK,
        clock=lambda: facts["now"] + 60,
        started=lambda: facts["started"] + 60,
    )
    volatile.kept[lock._name] = bytes.fromhex(facts["half"])
    with pytest.raises(WrongPin):
        lock.reopen("583016")
    vault = lock.reopen(facts["pin"])
    assert vault.secrets.vault_key.hex() == facts["vault_key"]
    assert vault.secrets.database_key.hex() == facts["database_key"]
    vault.confirm(facts["generation"])
    assert vault.key is not None


def test_the_frozen_order_proves_itself_and_closes_the_frozen_notebook(
    folder: Path, facts: dict[str, Any]
) -> None:
    assert standing_order(DISK, folder) is None
    raw = (FROZEN / "order.bin").read_bytes()
    keep_order(DISK, folder, raw)
    order = standing_order(DISK, folder)
    assert order is not None
    assert {"what": order.what.value, "serial": order.serial} == facts["order"]
    assert order.writer.hex() == facts["writer"]
    for at in range(len(raw)):
        (folder / ORDER_FILE).write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert standing_order(DISK, folder) is None
