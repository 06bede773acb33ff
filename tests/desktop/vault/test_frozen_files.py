# SPDX-License-Identifier: MIT
"""Files of formats 1 and 2, frozen in git: every later version of this program opens them."""

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
from desktop.vault.lease import unpack_lease
from desktop.vault.throttle import Throttle
from desktop.vault.vault import recover, take_lease, unlock
from sync.log.signing import SigningKey
from sync.records.ids import LaptopId, StaffId

VECTORS = Path(__file__).parents[2] / "vectors"
FROZEN = VECTORS / "keyfile-v1"
SECOND = VECTORS / "keyfile-v2"
SHARE = bytes(range(16))


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


def test_a_file_of_format_1_is_of_format_2_after_the_next_save(folder: Path, facts: dict[str, Any]) -> None:
    vault = unlock(folder, facts["passphrase"], known_generation=facts["generation"], clock=Clock())
    assert (vault.header.version, vault.share) == (1, b"")
    take_lease(vault, SHARE)
    again = unlock(
        folder,
        facts["passphrase"],
        known_generation=vault.generation,
        share_of=lambda _: SHARE,
        clock=Clock(),
    )
    assert (again.header.version, again.share) == (2, SHARE)
    assert again.secrets.vault_key.hex() == facts["vault_key"]


@pytest.fixture
def second() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SECOND / "facts.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", ["leased", "unleased"])
def test_the_frozen_files_of_format_2_open_with_passphrase_and_share(
    tmp_path: Path, second: dict[str, Any], name: str
) -> None:
    folder, facts = Path(shutil.copytree(SECOND / name, tmp_path / "notebook")), second[name]
    record = unpack_lease((SECOND / "lease.json").read_bytes())
    assert record is not None
    share = record.share_bytes
    assert (record.until, record.days, record.offset) == (
        second["lease"]["until"],
        second["lease"]["days"],
        second["lease"]["offset"],
    )
    vault = unlock(
        folder,
        second["passphrase"],
        known_generation=facts["generation"],
        share_of=lambda _: share,
        clock=Clock(),
    )
    assert vault.staff == second["staff"]
    assert bool(vault.share) == (name == "leased")
    for key in ("vault_key", "signing_seed", "receiving_key", "hub_root", "database_key"):
        assert getattr(vault.secrets, key).hex() == facts[key]
    assert vault.key is not None
    assert SigningKey.from_seed(vault.key.sign_in_seed).public.hex() == facts["verifier"]
    with pytest.raises(WrongPassphrase):
        unlock(folder, second["old_passphrase"], share_of=lambda _: share, clock=Clock())


def test_the_frozen_leased_file_opens_with_the_recovery_key_alone(
    tmp_path: Path, second: dict[str, Any]
) -> None:
    folder = Path(shutil.copytree(SECOND / "leased", tmp_path / "notebook"))
    secret = bytes.fromhex(second["recovery_secret"])
    vault = recover(folder, secret, "jokin uusi salalause", kdf=CHEAP, clock=Clock())
    assert vault.secrets.vault_key.hex() == second["leased"]["vault_key"]
