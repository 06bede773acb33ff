# SPDX-License-Identifier: MIT
"""What docs/security.md and the decisions lean on is there: no claim outlives its test or its place in the code."""

import re
from pathlib import Path

import pytest
from sources import ROOT

DOCS = ROOT / "docs"
PAGE = DOCS / "security.md"
PAGES = [PAGE, DOCS / "README.md", ROOT / "SECURITY.md", *sorted((DOCS / "decisions").glob("*.md"))]
_TEST = re.compile(r"`(test_\w+)`")
_PLACE = re.compile(r"`((?:desktop|sync|tools|tests)/[\w./-]+)`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def test_every_test_that_the_security_page_names_exists() -> None:
    there = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    named = set(_TEST.findall(PAGE.read_text(encoding="utf-8")))
    assert len(named) > 50
    assert sorted(named - there) == []


def test_every_place_in_the_code_that_it_names_exists() -> None:
    named = set(_PLACE.findall(PAGE.read_text(encoding="utf-8")))
    assert named
    assert [one for one in sorted(named) if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [one for one in links if not (page.parent / one).exists()] == []


def test_every_line_of_the_standard_says_whether_it_is_met() -> None:
    text = PAGE.read_text(encoding="utf-8").partition("## OWASP ASVS")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"
    ]
    judged = [row for row in rows[2:] if not row[0].startswith("**") or row[1]]
    assert len(judged) > 80
    assert [row[0] for row in judged if row[1] not in {"yes", "part", "**no**", "\N{EN DASH}"}] == []
    assert [row[0] for row in judged if row[1] in {"part", "**no**"} and not row[4]] == []
    assert [row[0] for row in judged if row[1] == "yes" and not row[2] and not row[3]] == []
