# SPDX-License-Identifier: MIT
"""The project's own files, for the shape tests; found without git, which a fresh machine need not have."""

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CODE_FOLDERS = ("desktop", "sync", "tools", "tests", "installer")
IGNORED = tuple(
    line.rstrip("/")
    for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    if line.strip()
)


@cache
def our_files() -> tuple[Path, ...]:
    """Every file of the project, absolute, sorted; what .gitignore names is not ours."""
    return tuple(sorted(_walk(ROOT)))


@cache
def our_modules() -> tuple[Path, ...]:
    """Every Python file of ours."""
    folders = {ROOT / folder for folder in CODE_FOLDERS}
    return tuple(
        path
        for path in our_files()
        if path.suffix == ".py" and (path.parent == ROOT or folders & set(path.parents))
    )


def name_of(path: Path) -> str:
    """The path from the root, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in IGNORED):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file():
            yield path
