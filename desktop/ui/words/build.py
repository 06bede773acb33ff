# SPDX-License-Identifier: MIT
"""Makes the .qm files that Qt reads from the .ts files that people write; needs PySide6's own lrelease."""

import os
import subprocess
import sys
from pathlib import Path

import PySide6


class TranslationRefused(Exception):
    """lrelease refused a .ts file: unfinished, or wrong placeholders. Carries its name and what was said."""

    def __init__(self, file: str, said: str) -> None:
        super().__init__(file, said)
        self.file = file
        self.said = said


def program(name: str) -> str:
    """Return the path of `lrelease` or `lupdate` as PySide6 brings it (its wrapper script costs more)."""
    folder = Path(PySide6.__file__).parent
    return str(folder / (f"{name}.exe" if sys.platform == "win32" else name))


def stale(sources: Path) -> list[Path]:
    """Return the .ts files under `sources` whose .qm is missing or older."""
    found = []
    for source in sorted(sources.glob("*/*.ts")):
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            found.append(source)
    return found


def release(source: Path, *, strict: bool) -> None:
    """Make the .qm beside one .ts; `strict` refuses unfinished texts. Raises TranslationRefused.

    The file is written under another name and moved into place: two tests may build at the same moment.
    """
    made = source.with_suffix(".qm")
    passing = made.with_name(f"{made.stem}.{os.getpid()}.tmp")
    command = [program("lrelease"), "-silent", str(source), "-qm", str(passing)]
    if strict:
        command += ["-fail-on-unfinished", "-fail-on-invalid"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own files
    if done.returncode != 0 or not passing.exists():
        passing.unlink(missing_ok=True)
        raise TranslationRefused(f"{source.parent.name}/{source.name}", done.stdout + done.stderr)
    passing.replace(made)
