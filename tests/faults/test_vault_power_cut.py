# SPDX-License-Identifier: MIT
"""The power goes before, between or after any two calls of a key-file save."""

from pathlib import Path

import pytest
from vault_disks import CHEAP, RecordingDisk, states_after_all_of, states_after_power_cuts
from vault_notebooks import PHRASE, Clock, enrol

from desktop.vault.errors import KeyFileMissing, WrongPassphrase
from desktop.vault.keyfile_io import COPIES
from desktop.vault.throttle import THROTTLE_FILE
from desktop.vault.vault import change_passphrase, unlock
from sync.log.sealing import ReceivingKey

NEW = "aivan toisenlainen lause"


def phrases_that_open(folder: Path, secret: bytes, known_generation: int) -> set[str]:
    """Each is tried on its own, in the state as the cut left it (no repair before)."""
    opened = set()
    for phrase in (PHRASE, NEW):
        try:
            vault = unlock(folder, phrase, clock=Clock())
        except WrongPassphrase:
            continue
        assert vault.secrets.vault_key == secret
        assert vault.generation >= known_generation
        opened.add(phrase)
    return opened


def test_after_a_cut_in_a_passphrase_change_the_old_or_the_new_one_opens_and_both_copies_heal(
    tmp_path: Path,
) -> None:
    disk = RecordingDisk()
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate(), disk=disk)
    before = {name: (enrolled.folder / name).read_bytes() for name in COPIES}
    disk.calls.clear()
    change_passphrase(enrolled.vault, current=PHRASE, new=NEW, kdf=CHEAP)
    states = list(states_after_power_cuts(before, disk.calls))
    assert len(states) >= 12
    for number, state in enumerate(states):
        folder = tmp_path / f"cut-{number}"
        folder.mkdir()
        for name, content in state.items():
            if not name.startswith(THROTTLE_FILE):
                (folder / name).write_bytes(content)
        opening = phrases_that_open(folder, enrolled.secrets.vault_key, 1)
        assert opening, sorted(state)
        survivor = min(opening)
        assert unlock(folder, survivor, known_generation=1, clock=Clock()).generation in {1, 2}
        assert len({(folder / name).read_bytes() for name in COPIES}) == 1
        assert phrases_that_open(folder, enrolled.secrets.vault_key, 1) == {survivor}


def test_once_the_change_was_acknowledged_no_cut_brings_the_old_passphrase_back(tmp_path: Path) -> None:
    disk = RecordingDisk()
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate(), disk=disk)
    before = {name: (enrolled.folder / name).read_bytes() for name in COPIES}
    disk.calls.clear()
    change_passphrase(enrolled.vault, current=PHRASE, new=NEW, kdf=CHEAP)
    final = {name: (enrolled.folder / name).read_bytes() for name in COPIES}
    for state in states_after_all_of(before, disk.calls):
        assert {name: state[name] for name in COPIES} == final


def test_a_cut_in_the_first_enrolment_leaves_a_notebook_that_opens_or_none(tmp_path: Path) -> None:
    disk = RecordingDisk()
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate(), disk=disk)
    opened = 0
    states = list(states_after_power_cuts({}, disk.calls))
    for number, state in enumerate(states):
        folder = tmp_path / f"cut-{number}"
        folder.mkdir()
        for name, content in state.items():
            (folder / name).write_bytes(content)
        if any(name in state for name in COPIES):
            vault = unlock(folder, PHRASE, known_generation=1, clock=Clock())
            assert vault.secrets == enrolled.secrets
            opened += 1
        else:
            with pytest.raises(KeyFileMissing):
                unlock(folder, PHRASE, clock=Clock())
    assert 0 < opened < len(states)
