# SPDX-License-Identifier: MIT
"""``backup`` and ``restore`` as an administrator types them: what would lose something is refused in a sentence."""

import sys
from pathlib import Path

import pytest

from sync.hub.__main__ import app, main


def _say(*words: str) -> None:
    app(list(words), result_action="return_value")


def _refused(monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    monkeypatch.setattr(sys, "argv", ["kenttakirja-hub", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return str(ended.value.code)


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    _say("init", "--home", str(folder), "--address", "http://127.0.0.1:8470")
    return folder


def test_a_restore_names_its_ledger_or_says_that_there_is_none(
    hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, new = str(tmp_path / "copy"), str(tmp_path / "new")
    _say("backup", copy, "--home", str(hub))
    asked = ("restore", "from", copy, "--home", new, "--root", str(hub / "keys" / "root.key"))
    assert "--without-ledger" in _refused(monkeypatch, *asked)
    both = ("--ledger", str(hub / "ledger.jsonl"), "--without-ledger")
    assert "--without-ledger" in _refused(monkeypatch, *asked, *both)
    assert "there is no such file" in _refused(monkeypatch, *asked, "--ledger", str(tmp_path / "none"))
    assert not Path(new).exists()
    capsys.readouterr()
    _say(*asked, "--without-ledger")
    assert "Epoch" in capsys.readouterr().out


def test_a_backup_does_not_lie_in_the_hub_nor_over_another(
    hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = ("backup", str(hub / "copy"), "--home", str(hub))
    assert "inside the hub's own folder" in _refused(monkeypatch, *inside)
    assert not (hub / "copy").exists()
    beside = ("backup", str(tmp_path / "copy"), "--home", str(hub))
    _say(*beside)
    assert "it is there already" in _refused(monkeypatch, *beside)


def test_an_id_of_nobody_is_asked_about(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _say("erase", "ab" * 16, "--yes", "--home", str(hub))
    assert "was it the right one?" in capsys.readouterr().out
