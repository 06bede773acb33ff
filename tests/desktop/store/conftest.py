# SPDX-License-Identifier: MIT
"""A notebook for each test of the store, closed at its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_world import open_here

from desktop.store.notebook import NotebookStore


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[NotebookStore]:
    """An empty notebook."""
    store = open_here(tmp_path / "notebook.db")
    yield store
    store.close()
