# SPDX-License-Identifier: MIT
"""Data files are found where each kind of build keeps them."""

import sys
from pathlib import Path

import pytest

from desktop.resources import ResourceMissing, resource, resources_root


def test_the_tree_s_own_resources_are_found() -> None:
    assert resource("fonts", "OFL.txt").read_text(encoding="utf-8").startswith("Copyright")


def test_a_frozen_build_s_unpacked_folder_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_root() == tmp_path / "resources"


def test_what_is_missing_is_named() -> None:
    with pytest.raises(ResourceMissing) as told:
        resource("icons", "nothing.svg")
    assert told.value.name == "icons/nothing.svg"
