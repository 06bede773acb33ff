# SPDX-License-Identifier: MIT
"""Who plays what in a long run: one process a core, each engine at least once, no seed twice."""

import pytest

from tests.torture.__main__ import shares


@pytest.mark.parametrize(
    ("engines", "cores", "expected"),
    [
        (["sqlite", "postgresql"], 1, ["sqlite", "postgresql"]),
        (["sqlite", "postgresql"], 2, ["sqlite", "postgresql"]),
        (["sqlite", "postgresql"], 3, ["sqlite", "postgresql", "sqlite"]),
        (["postgresql"], 2, ["postgresql", "postgresql"]),
        (["sqlite"], 1, ["sqlite"]),
    ],
)
def test_each_core_has_a_process_and_each_engine_one_at_least(
    engines: list[str], cores: int, expected: list[str]
) -> None:
    assert shares(engines, cores) == expected
