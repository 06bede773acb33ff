# SPDX-License-Identifier: MIT
"""The shape of the files: short, named for what they hold, with a licence line and a first sentence."""

import ast
from pathlib import Path

from sources import ROOT, name_of, our_files, our_modules

LONGEST = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "common", "helpers", "helper", "manager", "base", "misc"}
FOLDERS_WITHOUT_PACKAGES = ("tests", "resources", "installer")


def test_there_is_something_to_look_at() -> None:
    assert {"dev.py", "sync/__init__.py", "desktop/__init__.py"} <= {name_of(path) for path in our_modules()}


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in our_modules()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    def words(path: Path) -> set[str]:
        return {part.partition(".")[0].lower() for part in path.relative_to(ROOT).parts}

    assert [name_of(path) for path in our_files() if words(path) & NAMES_THAT_SAY_NOTHING] == []


def test_every_module_begins_with_its_licence_line() -> None:
    def begins(path: Path) -> bool:
        lines = path.read_text(encoding="utf-8").splitlines()[:2]
        return "# SPDX-License-Identifier: MIT" in (
            lines[1:] if lines and lines[0].startswith("#!") else lines[:1]
        )

    assert [name_of(path) for path in our_modules() if not begins(path)] == []


def test_every_module_says_what_it_is_for() -> None:
    def speaks(path: Path) -> bool:
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        return docstring is not None and len(docstring.splitlines()[0]) > 15

    assert [name_of(path) for path in our_modules() if not speaks(path)] == []


def test_no_package_file_stands_where_it_would_shadow_build_tools() -> None:
    assert [
        name_of(path)
        for path in our_files()
        if path.name == "__init__.py" and path.relative_to(ROOT).parts[0] in FOLDERS_WITHOUT_PACKAGES
    ] == []
