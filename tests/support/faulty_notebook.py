# SPDX-License-Identifier: MIT
"""The notebook process with a bug in three of its asks, for a test of what a crash tells: run as the program is.

``SuggestPassphrase`` lets a thread die of an error that holds a value, ``RatePassphrase`` raises one that holds what
was asked, ``ListBackups`` ends the process as an error that nothing catches does.
"""

import os
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from canaries import CYRILLIC, HETU, STEM

from desktop import run_notebook
from desktop.notebook.messages.backups import ListBackups
from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.laptop import RatePassphrase, SuggestPassphrase
from desktop.notebook.server import Handler, Server
from desktop.process import notebook_process


def fail_with(value: object) -> None:
    """Be a bug whose error holds a value, and another that is the cause of the first."""
    try:
        int(str(value))
    except ValueError as problem:
        text = f"{STEM} {HETU} {value}"
        raise ValueError(text) from problem


def fail_in_thread(_ask: object) -> Done:
    """Let a thread die."""
    dying = threading.Thread(target=fail_with, args=(CYRILLIC,))
    dying.start()
    dying.join()
    return Done()


def end_uncaught(_ask: object) -> Done:
    """Do what Python does with an error that nothing caught, then end."""
    try:
        fail_with(CYRILLIC)
    except ValueError as problem:
        sys.excepthook(type(problem), problem, problem.__traceback__)
    sys.stderr.flush()
    os._exit(1)


BUGS: Mapping[type[Any], Callable[[Any], Any]] = {
    RatePassphrase: lambda ask: fail_with(ask.passphrase),
    SuggestPassphrase: fail_in_thread,
    ListBackups: end_uncaught,
}


class FaultyServer(Server):
    """A server that is offered bugs after everything else."""

    def offer(self, handlers: Mapping[type[Any], Handler]) -> None:
        """Take each handler, but a bug in the place of three."""
        super().offer({kind: Handler(BUGS.get(kind, one.answer), one.lane) for kind, one in handlers.items()})


if __name__ == "__main__":
    setattr(notebook_process, "Server", FaultyServer)  # noqa: B010 - a name that the module does not offer
    sys.exit(run_notebook.run(sys.argv[2:]))
