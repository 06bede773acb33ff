# SPDX-License-Identifier: MIT
"""The lines of a page in docs/ that are typed at a terminal."""

import itertools
import re
import shlex
from collections.abc import Mapping
from pathlib import Path

from sources import ROOT

DOCS = ROOT / "docs"
COMMAND = "kenttakirja-hub"
_SHELL = frozenset({">", "|", "&&"})
_TYPED = re.compile(rf"^ {{4,}}({COMMAND} .*)$", re.MULTILINE)
_IN_A_SENTENCE = re.compile(rf"`({COMMAND} [^`]*)`")
_SERVICE = re.compile(rf"^ +ExecStart=\S*({COMMAND} .*)$", re.MULTILINE)


def typed_lines(page: Path) -> list[str]:
    """Return the hub's commands that stand on lines of their own, in the page's order."""
    return _TYPED.findall(page.read_text(encoding="utf-8"))


def said_lines(page: Path) -> list[str]:
    """Return the hub's commands within sentences; what ends in three dots is none."""
    found = _IN_A_SENTENCE.findall(page.read_text(encoding="utf-8"))
    return [line for line in found if "…" not in line]


def service_lines(page: Path) -> list[str]:
    """Return the hub's commands that the page has a service start."""
    return _SERVICE.findall(page.read_text(encoding="utf-8"))


def words(line: str, places: Mapping[str, str]) -> list[str]:
    """Return what follows the program's name, with a test's own places for the page's, up to what a shell does."""
    for there, here in places.items():
        line = line.replace(there, here)
    return list(itertools.takewhile(lambda word: word not in _SHELL, shlex.split(line)[1:]))
