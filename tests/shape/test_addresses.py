# SPDX-License-Identifier: MIT
"""The project holds no machine's path and no download address, and its lock is complete without one."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version
from sources import ROOT, name_of, our_files

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

MACHINE_PATH = re.compile(r"(?<![\w./$}-])/(?:home|root|work|Users)/[\w.-]{2,}")
REGISTRY = re.compile(
    r"pypi\.(?:org|io|python)|pythonhosted|npmjs\.|/simple/|index-url|crates\.io", re.IGNORECASE
)
ALLOWED = ("resources/codes/", "resources/services/")
"""Data made by others, with the addresses of services that are meant to be read by people."""


def _found(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in our_files():
        name = name_of(path)
        data = path.read_bytes()
        if path == Path(__file__).resolve() or b"\0" in data or name.startswith(ALLOWED):
            continue
        found += [f"{name}: {match[0]}" for match in pattern.finditer(data.decode("utf-8", errors="replace"))]
    return found


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    assert _found(MACHINE_PATH) == []


def test_no_file_holds_the_address_of_a_package_registry() -> None:
    assert _found(REGISTRY) == []


def test_the_lock_holds_no_address() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert " @ " not in LOCK


def test_every_locked_package_is_pinned_exactly_and_has_hashes() -> None:
    requirement: dict[str, int] = {}
    name = ""
    for line in LOCK.splitlines():
        if line.startswith("    --hash=sha256:"):
            requirement[name] += 1
            continue
        pinned = re.match(r"([a-z0-9._-]+)==[^ ;]+(?: ; .+?)? \\$", line)
        assert pinned is not None, line
        name = line
        requirement[name] = 0
    assert len(requirement) > 30
    assert [line for line, hashes in requirement.items() if hashes == 0] == []


def test_every_direct_dependency_is_locked_within_its_bounds() -> None:
    # A package may be locked more than once, for different Pythons.
    locked = [
        (match[1], Version(match[2]))
        for match in re.finditer(r"^([a-z0-9._-]+)==([^ ;]+)", LOCK, re.MULTILINE)
    ]
    wanted = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["hub"],
        *PROJECT["dependency-groups"]["dev"],
    ]
    for requirement in map(Requirement, wanted):
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        versions = [version for locked_name, version in locked if locked_name == name]
        assert versions, requirement.name
        assert all(requirement.specifier.contains(version) for version in versions), requirement.name


def test_pyside_stays_below_the_release_that_loses_references_on_python_3_11() -> None:
    texts = [text for text in PROJECT["project"]["dependencies"] if text.startswith("PySide6")]
    assert len(texts) == 1
    requirement = Requirement(texts[0])
    assert requirement.name == "PySide6-Essentials"
    assert not requirement.specifier.contains("6.12.0")
