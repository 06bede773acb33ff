# SPDX-License-Identifier: MIT
"""Asks whether a locked dependency has a known vulnerability, and never says yes for silence.

pip-audit runs from a throw-away environment that audit.lock pins by hash. Its own word is not enough: behind a mirror
it printed "No known vulnerabilities found" for a package it had skipped (2026-11), and it passes over what the lock
holds for another platform. So the markers are taken off first, and every locked package must come back with an answer.
"""

import enum
import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools import environment

AUDIT_LOCK = environment.ROOT / "tools" / "audit.lock"
REQUIREMENT = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?P<marker> ;.*?)?(?P<rest> \\)?$")
LAST_LINES = 5
"""So many lines of what pip-audit complained are passed on; the last ones say what went wrong."""


class Outcome(enum.IntEnum):
    """What an audit came to; the number is the exit code."""

    CLEAN = 0
    VULNERABLE = 1
    NOT_AUDITED = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome and the lines that say why."""

    outcome: Outcome
    lines: tuple[str, ...]


def run_audit(arguments: Sequence[str]) -> int:
    """Audit requirements.lock and print what was found; further arguments go to pip-audit."""
    lock = environment.LOCK.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="audit") as folder:
        verdict = _audit(lock, Path(folder), arguments)
    print("\n".join(verdict.lines), flush=True)
    return verdict.outcome


def without_markers(lock: str) -> str:
    """The lock as if every platform's packages were this one's."""
    return "".join(_unmarked(line) + "\n" for line in lock.splitlines())


def locked_packages(lock: str) -> frozenset[tuple[str, str]]:
    """Name (normalised as in PEP 503) and version of everything in a lock."""
    found = (REQUIREMENT.match(line) for line in lock.splitlines())
    return frozenset((_normalised(one["name"]), one["version"]) for one in found if one is not None)


def judge(code: int, output: str, complaints: str, wanted: frozenset[tuple[str, str]]) -> Verdict:
    """Weigh what pip-audit said: `code` its exit code, `output` its JSON, `complaints` its standard error."""
    try:
        told = json.loads(output)["dependencies"]
        skipped = [one for one in told if "skip_reason" in one]
        audited = {
            (_normalised(one["name"]), one["version"]): one["vulns"] for one in told if one not in skipped
        }
        holes = [_hole(name, version, hole) for (name, version), all_ in audited.items() for hole in all_]
    except (ValueError, KeyError, TypeError):
        tail = complaints.strip().splitlines()[-LAST_LINES:]
        return Verdict(Outcome.NOT_AUDITED, (f"Not audited (pip-audit ended with {code}):", *tail))
    missing = sorted(f"{name} {version}: no answer" for name, version in wanted - audited.keys())
    if holes:
        return Verdict(Outcome.VULNERABLE, (*holes, *missing, f"{len(holes)} known vulnerabilities."))
    if missing or skipped or code != 0 or not wanted:
        return Verdict(Outcome.NOT_AUDITED, (*missing, f"Not audited (pip-audit ended with {code})."))
    return Verdict(Outcome.CLEAN, (f"No known vulnerability in {len(wanted)} locked packages.",))


def _audit(lock: str, folder: Path, arguments: Sequence[str]) -> Verdict:
    requirements = folder / "requirements.txt"
    requirements.write_text(without_markers(lock), encoding="utf-8")
    home = folder / "venv"
    python = home / environment.BIN.name / environment.PYTHON.name
    for step in (
        ["venv", "--quiet", "--python", str(environment.PYTHON), str(home)],
        ["pip", "sync", "--quiet", "--python", str(python), "--require-hashes", str(AUDIT_LOCK)],
    ):
        command = [environment.program("uv"), *step]
        if subprocess.run(command, env=environment.uv_settings(), check=False).returncode != 0:
            return Verdict(Outcome.NOT_AUDITED, ("Not audited: pip-audit could not be installed.",))
    done = subprocess.run(
        [
            python, "-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip", "--progress-spinner", "off",
            "--format", "json", *arguments, "-r", requirements,
        ],
        check=False, capture_output=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    return judge(done.returncode, done.stdout, done.stderr, locked_packages(lock))


def _unmarked(line: str) -> str:
    found = REQUIREMENT.match(line)
    return line if found is None else f"{found['name']}=={found['version']}{found['rest'] or ''}"


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _hole(name: str, version: str, hole: dict[str, object]) -> str:
    mended = hole["fix_versions"]
    versions = ", ".join(map(str, mended)) if isinstance(mended, list) and mended else "no version yet"
    return f"{name} {version}: {hole['id']}, mended in {versions}"
