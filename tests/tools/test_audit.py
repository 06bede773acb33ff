# SPDX-License-Identifier: MIT
"""What the door makes of what pip-audit 2.10.1 says: two failures as recorded, answers in the shape it writes."""

import json
from pathlib import Path

import pytest

from tools.audit import AUDIT_LOCK, Outcome, judge, locked_packages, without_markers
from tools.environment import LOCK

WANTED = frozenset({("flask", "3.1.2"), ("my-win-part", "1.0")})
CLEAN = json.dumps(
    {
        "dependencies": [
            {"name": "flask", "version": "3.1.2", "vulns": []},
            {"name": "My_Win.part", "version": "1.0", "vulns": []},
        ],
        "fixes": [],
    }
)
HOLE = json.dumps(
    {
        "dependencies": [
            {
                "name": "flask",
                "version": "3.1.2",
                "vulns": [
                    {
                        "id": "PYSEC-2026-9",
                        "fix_versions": ["3.1.3"],
                        "aliases": ["CVE-2026-9"],
                        "description": "",
                    },
                    {"id": "GHSA-xxxx", "fix_versions": [], "aliases": [], "description": ""},
                ],
            },
            {"name": "my-win-part", "version": "1.0", "vulns": []},
        ],
        "fixes": [],
    }
)
SKIPPED = json.dumps(
    {
        "dependencies": [
            {"name": "flask", "version": "3.1.2", "vulns": []},
            {
                "name": "my-win-part",
                "skip_reason": "Dependency not found and could not be audited: my-win-part (1.0)",
            },
        ],
        "fixes": [],
    }
)
STRICT = "ERROR:pip_audit._cli:flask: Dependency not found and could not be audited: flask (3.1.2)\n"
NO_SERVICE = (
    "Traceback (most recent call last):\n  …\nrequests.exceptions.ConnectionError: Max retries exceeded\n"
)


def test_every_package_answered_for_and_no_hole_is_clean() -> None:
    verdict = judge(0, CLEAN, "No known vulnerabilities found\n", WANTED)
    assert (verdict.outcome, verdict.lines) == (
        Outcome.CLEAN,
        ("No known vulnerability in 2 locked packages.",),
    )


def test_a_hole_is_named_with_the_version_that_mends_it() -> None:
    verdict = judge(1, HOLE, "Found 2 known vulnerabilities in 1 package\n", WANTED)
    assert verdict.outcome is Outcome.VULNERABLE
    assert verdict.lines == (
        "flask 3.1.2: PYSEC-2026-9, mended in 3.1.3",
        "flask 3.1.2: GHSA-xxxx, mended in no version yet",
        "2 known vulnerabilities.",
    )


def test_a_hole_counts_even_if_pip_audit_ends_with_zero() -> None:
    assert judge(0, HOLE, "", WANTED).outcome is Outcome.VULNERABLE


def test_a_skipped_package_is_no_green_though_pip_audit_says_so() -> None:
    verdict = judge(0, SKIPPED, "No known vulnerabilities found\n", WANTED)
    assert verdict.outcome is Outcome.NOT_AUDITED
    assert verdict.lines[0] == "my-win-part 1.0: no answer"


def test_a_package_that_is_silently_left_out_is_no_green() -> None:
    assert judge(0, CLEAN, "", WANTED | {("left", "1")}).lines[0] == "left 1: no answer"
    assert judge(0, CLEAN, "", WANTED | {("left", "1")}).outcome is Outcome.NOT_AUDITED


@pytest.mark.parametrize("complaints", [STRICT, NO_SERVICE])
def test_a_service_that_does_not_answer_is_told_with_its_last_words(complaints: str) -> None:
    verdict = judge(1, "", complaints, WANTED)
    assert verdict.outcome is Outcome.NOT_AUDITED
    assert verdict.lines[-1] == complaints.strip().splitlines()[-1]


@pytest.mark.parametrize("output", ["", "{", "[]", "{}", '{"dependencies": [{"name": "flask"}]}', "null"])
def test_an_answer_of_another_shape_is_no_green(output: str) -> None:
    assert judge(0, output, "", WANTED).outcome is Outcome.NOT_AUDITED


def test_an_odd_exit_code_is_no_green() -> None:
    assert judge(1, CLEAN, "", WANTED).outcome is Outcome.NOT_AUDITED


def test_an_empty_lock_is_no_green() -> None:
    assert judge(0, '{"dependencies": []}', "", frozenset()).outcome is Outcome.NOT_AUDITED


def test_the_exit_codes_tell_the_three_apart() -> None:
    assert [Outcome.CLEAN, Outcome.VULNERABLE, Outcome.NOT_AUDITED] == [0, 1, 2]


def test_packages_of_other_platforms_are_asked_for_too() -> None:
    lock = "a==1 \\\n    --hash=sha256:aa\nWin_B==2 ; sys_platform == 'win32' \\\n    --hash=sha256:bb\n"
    assert without_markers(lock) == "a==1 \\\n    --hash=sha256:aa\nWin_B==2 \\\n    --hash=sha256:bb\n"
    assert locked_packages(lock) == {("a", "1"), ("win-b", "2")}


@pytest.mark.parametrize("path", [LOCK, AUDIT_LOCK])
def test_each_requirement_of_our_locks_is_understood(path: Path) -> None:
    lock = path.read_text(encoding="utf-8")
    heads = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(locked_packages(lock)) == len(heads) > 10
    assert " ; " not in without_markers(lock)


def test_the_tool_is_pinned_by_hash_and_no_part_of_the_product() -> None:
    tool = AUDIT_LOCK.read_text(encoding="utf-8")
    assert "pip-audit==2.10.1" in tool
    assert tool.count("==") <= tool.count("--hash=sha256:")
    assert "pip-audit" not in LOCK.read_text(encoding="utf-8")
