# SPDX-License-Identifier: MIT
"""A run keeps its throw-away folders in memory only where there is room for them."""

from pathlib import Path

import pytest
from in_memory import has_room


@pytest.mark.parametrize(
    "said",
    ["MemTotal: 16000000 kB\nMemAvailable: 1000 kB\n", "MemTotal: 16000000 kB\n"],
    ids=["little is free", "nobody says how much is free"],
)
def test_a_machine_short_of_memory_keeps_them_on_its_disk(tmp_path: Path, said: str) -> None:
    (tmp_path / "meminfo").write_text(said, encoding="ascii")
    assert not has_room(tmp_path, tmp_path / "meminfo")


def test_a_machine_without_such_a_folder_keeps_them_on_its_disk(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemAvailable: 99000000 kB\n", encoding="ascii")
    assert not has_room(tmp_path / "none", tmp_path / "meminfo")
    assert not has_room(tmp_path, tmp_path / "none")
