# SPDX-License-Identifier: MIT
"""Starts the notebook process, served over stdin and stdout. No Qt.

The process holds the keys; it ends at lock, when the window closes its input, and with the window.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop.notebook.crashes import keep_values_out_of_crashes
from desktop.notebook.faults import report_of
from desktop.notebook.shut import ShutNotebook
from desktop.process.notebook_process import NotebookProcess
from desktop.vault.errors import VaultError
from desktop.vault.hardening import harden_process


def run(arguments: Sequence[str]) -> int:
    """Serve the window over stdin and stdout; return the exit code."""
    parser = argparse.ArgumentParser(prog="kenttakirja notebook")
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--practice", action="store_true")
    chosen = parser.parse_args(list(arguments))
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    keep_values_out_of_crashes()
    harden_process()
    os.umask(0o077)  # SQLite makes its files by itself, with whatever the account's habit is
    write = _own_pipe()
    try:
        _open(chosen.home, practice=chosen.practice, read=sys.stdin.buffer, write=write).serve()
    finally:
        with suppress(OSError):  # the window may be gone already, with an event half written
            write.close()
    return 0


def _open(home: Path, *, practice: bool, read: BinaryIO, write: BinaryIO) -> NotebookProcess | ShutNotebook:
    """Return the notebook process, or what tells the window why there is none."""
    try:
        return NotebookProcess(home, practice=practice, read=read, write=write)
    except VaultError as problem:
        why = report_of(problem)
        if why is None:
            raise
        return ShutNotebook(why, read=read, write=write)


def _own_pipe() -> BinaryIO:
    """Return stdout for the pipe alone; whatever else prints goes to stderr and can't break the framing."""
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return pipe
