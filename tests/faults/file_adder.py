# SPDX-License-Identifier: MIT
"""Child processes that lay files to a person without end and say each on their output once it is durable."""

import sys
from pathlib import Path

from file_desk import FileDesk, numbered_file, same_world
from forking import serve
from notebook_world import AINO

from desktop.notebook.messages.attachments import AddAttachment


def add(words: list[str]) -> None:
    """Add, then tell: ``<number> <attachment>``; the parent kills this process at some moment."""
    folder, start = Path(words[0]), int(words[1])
    world = same_world(folder)
    aino = FileDesk(world, AINO)
    person = aino.cards.new()
    for number in range(start, start + 100_000):
        path = aino.original(numbered_file(number), f"{number}.txt")
        added = aino.attachments.add(AddAttachment(person, person, path)).entity
        Path(path).unlink()
        sys.stdout.write(f"{number} {added.hex()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(add)
