# SPDX-License-Identifier: MIT
"""The shipped code lists, read once a test run."""

from pathlib import Path

import pytest

from sync.records.codes import CodeLists, WalkInKeys, load_codes, load_keys

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def codes() -> CodeLists:
    return load_codes(ROOT / "resources" / "codes")


@pytest.fixture(scope="session")
def keys() -> WalkInKeys:
    return load_keys(ROOT / "resources" / "codes")
