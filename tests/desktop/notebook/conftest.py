# SPDX-License-Identifier: MIT
"""A world of notebooks for each test, closed again at its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from notebook_world import NotebookWorld


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    """Return a made-up team with four people and no notebook open yet."""
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()
