# SPDX-License-Identifier: MIT
"""Files of format 1, frozen in git: every later version of this program opens them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from vault_disks import CHEAP
from vault_notebooks import Clock

from desktop.vault.card import NotebookCard, read_card
from desktop.vault.disk import RealDisk
from desktop.vault.errors import WrongPassphrase
from desktop.vault.laptop import open_laptop
from desktop.vault.throttle import Throttle
from desktop.vault.vault import recover, unlock
from sync.records.ids import LaptopId, StaffId

FROZEN = Path(__file__).parents[2] / "vectors" / "keyfile-v1"


@pytest.fixture
def facts() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FROZEN / "facts.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FROZEN / "notebook", tmp_path / "notebook"))


def test_the_frozen_key_file_opens_with_its_passphrase(folder: Path, facts: dict[str, Any]) -> None:
    vault = unlock(folder, facts["passphrase"], known_generation=facts["generation"], clock=Clock())
    assert vault.staff == facts["staff"]
    for name in ("vault_key", "signing_seed", "receiving_key", "hub_root", "database_key"):
        assert getattr(vault.secrets, name).hex() == facts[name]


def test_the_passphrase_from_before_its_change_stays_dead(folder: Path, facts: dict[str, Any]) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(folder, facts["old_passphrase"], clock=Clock())


def test_the_frozen_key_file_opens_with_the_recovery_key(folder: Path, facts: dict[str, Any]) -> None:
    secret = bytes.fromhex(facts["recovery_secret"])
    vault = recover(folder, secret, "jokin uusi salalause", kdf=CHEAP, clock=Clock())
    assert vault.secrets.vault_key.hex() == facts["vault_key"]
    assert vault.generation == facts["generation"] + 1


def test_the_frozen_throttle_card_and_mark_are_read(folder: Path, tmp_path: Path) -> None:
    assert len(Throttle(folder, clock=Clock(), disk=RealDisk()).failures().times) == 2
    staff = StaffId("s0123456789abcdef")
    assert read_card(RealDisk(), folder, staff) == NotebookCard(
        staff=staff,
        name="Äijä Esimerkki",
        role="adviser",
        team="Itäinen pop-up",
        opened=1_800_000_000,
        unsent=7,
    )
    shutil.copy(FROZEN / "laptop.json", tmp_path / "laptop.json")
    laptop = open_laptop(tmp_path, laptop=LaptopId("l" + "0" * 16), practice=False, disk=RealDisk())
    assert laptop.laptop == "l00112233445566aa"
