# SPDX-License-Identifier: MIT
"""What all commands of the hub share: where the hub is, opening it for one command, saying a line."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

from cyclopts import Parameter

from sync.hub.home import HubHome, open_home

Home = Annotated[Path, Parameter(name="--home", help="The hub's folder.", env_var="KENTTAKIRJA_HUB_HOME")]
Database = Annotated[
    str | None,
    Parameter(name="--database", help="postgresql://… instead of what hub.json says."),
]
MISUSED = 2
"""The exit code for a command that was not typed as it is meant; 1 is for what the hub refuses or has not to do."""


class Opened:
    """A hub that is open for one command."""

    def __init__(self, folder: Path, database: str | None) -> None:
        self._home = open_home(folder, database=database)

    def __enter__(self) -> HubHome:
        return self._home

    def __exit__(self, *_: object) -> None:
        self._home.close()


def say(line: str) -> None:
    """Print one line for the person at the terminal."""
    sys.stdout.write(line + "\n")


def note(line: str) -> None:
    """Print one line beside the answer, so that what a script reads stays as it is."""
    sys.stderr.write(line + "\n")


def say_rows(rows: Sequence[Sequence[str]], *, none: str) -> None:
    """Print one line a row, tab-separated; where there is no row, ``none`` says so beside the (empty) answer.

    What steers a terminal is printed as a space: names come from people.
    """
    for row in rows:
        say("\t".join("".join(one if one.isprintable() else " " for one in cell) for cell in row))
    if not rows:
        note(none)


def misused(sentence: str) -> NoReturn:
    """End the command: it was not typed as it is meant."""
    note(sentence)
    sys.exit(MISUSED)
