# SPDX-License-Identifier: MIT
"""A notebook's folder with a key file in it, made once per test."""

from pathlib import Path

import pytest
from vault_notebooks import Clock, Enrolled, enrol

from sync.log.sealing import ReceivingKey


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def recovery() -> ReceivingKey:
    return ReceivingKey.generate()


@pytest.fixture
def enrolled(tmp_path: Path, clock: Clock, recovery: ReceivingKey) -> Enrolled:
    return enrol(tmp_path / "notebook", recovery, clock=clock)
