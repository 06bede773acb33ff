# SPDX-License-Identifier: MIT
"""``backup`` and ``restore`` as an administrator types them: what would lose something is refused in a sentence."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from hub_terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    one = Terminal(tmp_path / "hub", capsys, monkeypatch)
    one.say("init", "--address", "http://127.0.0.1:8470")
    return one


def test_a_restore_names_its_ledger_or_says_that_there_is_none(terminal: Terminal, tmp_path: Path) -> None:
    copy, new, hub = str(tmp_path / "copy"), str(tmp_path / "new"), terminal.home
    terminal.say("backup", copy)
    asked = ("restore", "from", copy, "--home", new, "--root", str(hub / "keys" / "root.key"))
    code, said = terminal.fault(*asked)
    assert (code, "--without-ledger" in said) == (2, True)
    both = ("--ledger", str(hub / "ledger.jsonl"), "--without-ledger")
    code, said = terminal.fault(*asked, *both)
    assert (code, "--without-ledger" in said) == (2, True)
    assert "there is no such file" in terminal.fault(*asked, "--ledger", str(tmp_path / "none"))[1]
    assert not Path(new).exists()
    assert "Epoch" in terminal.say(*asked, "--without-ledger")


def test_a_backup_does_not_lie_in_the_hub_nor_over_another(terminal: Terminal, tmp_path: Path) -> None:
    inside = terminal.home / "copy"
    code, said = terminal.fault("backup", str(inside))
    assert (code, "inside the hub's own folder" in said) == (1, True)
    assert not inside.exists()
    terminal.say("backup", str(tmp_path / "copy"))
    code, said = terminal.fault("backup", str(tmp_path / "copy"))
    assert (code, "it is there already" in said) == (1, True)


def test_what_a_restore_lacks_is_named_before_anything_is_copied(terminal: Terminal, tmp_path: Path) -> None:
    copy, root = tmp_path / "copy", terminal.home / "keys" / "root.key"
    terminal.say("backup", str(copy))
    other = tmp_path / "other.key"
    other.write_bytes(bytes(32))

    def refused(folder: Path, key: Path, *words: str) -> str:
        new = tmp_path / "new"
        asked = ("restore", "from", str(folder), "--home", str(new), "--root", str(key), "--without-ledger")
        code, said = terminal.fault(*asked, *words)
        assert code == 1
        assert not list(tmp_path.glob("new*"))
        return said

    nowhere = tmp_path / "nowhere"
    assert refused(nowhere, root) == f"{nowhere} cannot be used: there is no such folder."
    assert "no finished backup" in refused(terminal.home, root)
    assert "say where the backup's keys are with --keys" in refused(copy, root, "--keys", str(nowhere))
    assert refused(copy, nowhere).startswith("The root key is not there.")
    assert (
        refused(copy, other) == "The key in other.key is not the root key of this hub. Nothing was changed."
    )
    (copy / "hub.sqlite").write_bytes(b"cut")
    assert refused(copy, root) == "The backup is not whole: hub.sqlite. Nothing was put in place."
    shutil.rmtree(tmp_path / "copy.keys")
    assert "copy.keys cannot be used: there is no such folder" in refused(copy, root)


def test_an_id_of_nobody_is_asked_about(terminal: Terminal) -> None:
    code, answer, beside = terminal.ended("erase", "ab" * 16, "--yes")
    assert (code, answer) == (0, "1 id, 0 keys destroyed, 0 streams\n")
    assert beside.strip().endswith("was it the right one?")


def test_a_backup_in_the_folder_that_a_restore_empties_stays_there(
    terminal: Terminal, tmp_path: Path
) -> None:
    copy, new = tmp_path / "new.restoring", tmp_path / "new"
    terminal.say("backup", str(copy))
    kept = sorted(copy.rglob("*"))
    asked = (
        "restore",
        "from",
        str(copy),
        "--home",
        str(new),
        "--root",
        str(terminal.home / "keys" / "root.key"),
    )
    code, said = terminal.fault(*asked, "--ledger", str(terminal.home / "ledger.jsonl"))
    assert (code, "move it elsewhere" in said) == (1, True)
    assert sorted(copy.rglob("*")) == kept


@pytest.mark.parametrize(
    "said",
    [{"hub": "zz"}, {"hub": ""}, {"hub": "ab"}, {"hub": "/" * 32}, {"epoch": -1}, {"epoch": 2**63 - 1}],
)
def test_a_backup_that_names_no_hub_or_no_epoch_is_damaged(
    terminal: Terminal, tmp_path: Path, said: dict[str, str | int]
) -> None:
    copy, root = tmp_path / "copy", terminal.home / "keys" / "root.key"
    terminal.say("backup", str(copy))
    whole = json.loads((copy / "backup.json").read_bytes())
    (copy / "backup.json").write_text(json.dumps(whole | said))
    asked = ("restore", "from", str(copy), "--home", str(tmp_path / "new"), "--root", str(root))
    code, words = terminal.fault(*asked, "--without-ledger")
    assert (code, "backup.json" in words) == (1, True)
    assert not list(tmp_path.glob("new*"))


def test_a_master_key_of_another_backup_is_named(terminal: Terminal, tmp_path: Path) -> None:
    copy, root = tmp_path / "copy", terminal.home / "keys" / "root.key"
    terminal.say("backup", str(copy))
    other = bytes(32)
    (tmp_path / "copy.keys" / "master.key").write_bytes(other)
    whole = json.loads((copy / "backup.json").read_bytes())
    whole["keys"]["master.key"] = hashlib.sha256(other).hexdigest()
    (copy / "backup.json").write_text(json.dumps(whole))
    asked = ("restore", "from", str(copy), "--home", str(tmp_path / "new"), "--root", str(root))
    code, words = terminal.fault(*asked, "--without-ledger")
    assert (code, "master.key" in words) == (1, True)
