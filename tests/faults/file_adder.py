# SPDX-License-Identifier: MIT
"""A child process that lays files to a person without end and says each on its output once it is durable."""

import sys
from pathlib import Path

from file_desk import FileDesk, numbered_file, same_world
from notebook_world import AINO

from desktop.notebook.messages.attachments import AddAttachment


def main(folder: Path, start: int) -> None:
    """Add, then tell: ``<number> <attachment>``; the parent kills this process at some moment."""
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
    main(Path(sys.argv[1]), int(sys.argv[2]))
