# SPDX-License-Identifier: MIT
"""What all commands of the hub share: where the hub is, opening it for one command, saying a line."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sync.hub.home import HubHome, open_home

Home = Annotated[Path, Parameter(name="--home", help="The hub's folder.", env_var="KENTTAKIRJA_HUB_HOME")]
Database = Annotated[
    str | None,
    Parameter(name="--database", help="postgresql+psycopg://… instead of SQLite in the folder."),
]


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
