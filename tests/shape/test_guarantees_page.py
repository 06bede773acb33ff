# SPDX-License-Identifier: MIT
"""What docs/sync-guarantees.md promises is held by tests that are there: no claim outlives its test."""

import ast
import re

from sources import ROOT

PAGE = ROOT / "docs" / "sync-guarantees.md"
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
INVARIANTS = [f"I{number}" for number in range(1, 11)]


def _functions(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(_TEST.findall(PAGE.read_text(encoding="utf-8")))
    assert len(named) > 25
    missing = [
        f"{path}::{name}"
        for path, name in sorted(named)
        if not (ROOT / path).is_file() or name not in _functions(path)
    ]
    assert missing == []


def test_every_invariant_of_the_design_has_its_row_and_its_check() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| I")]
    assert [row.split("|")[1].strip() for row in rows] == INVARIANTS
    assert [row for row in rows if not _TEST.search(row)] == []


def test_its_links_lead_somewhere() -> None:
    links = _LINK.findall(PAGE.read_text(encoding="utf-8"))
    assert [one for one in links if not (PAGE.parent / one).exists()] == []
