# SPDX-License-Identifier: MIT
"""Makes a paper in a process of its own that may write no byte to a file where the system can forbid it."""

import importlib.util
import sys

from paper_orders import TODAY, frame_book, order

from desktop.notebook.handout.paper import make_paper


def forbid_files() -> None:
    """Let every write to a file end the process; Windows has no such limit."""
    if importlib.util.find_spec("resource") is not None:
        limits = importlib.import_module("resource")
        limits.setrlimit(limits.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    forbid_files()
    paper = make_paper(order("ar", 4, words="Salainen viesti"), frame_book(), day=TODAY)
    sys.stdout.write(f"{paper.pages} {paper.pdf[:5].decode()}")
