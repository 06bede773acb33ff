# SPDX-License-Identifier: MIT
"""Anki's own client against Anki's own sync server: a round with nothing new, and one that sends 200 edits.

Runs in a Python of its own with Anki in it. Argument: a folder. Prints seconds as JSON; ``dropped`` says whether, of
two laptops that edited the same field, one edit is gone after both have synced.
"""

import contextlib
import io
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from anki.collection import Collection  # type: ignore[import-not-found]  # it lives in a Python of its own

CARDS = 2000
EDITS = 200
REPEATS = 5


def free_port() -> int:
    """Return a port that nobody listens at now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def serve(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server and wait until it listens."""
    surroundings = os.environ | {
        "SYNC_USER1": "bench:bench",
        "SYNC_BASE": str(folder / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"], env=surroundings, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return server
        time.sleep(0.05)
    raise TimeoutError("the server did not start")


class Laptop:
    """One collection that syncs with the server."""

    def __init__(self, path: Path, address: str) -> None:
        self.collection = Collection(str(path))
        self.auth = self.collection.sync_login("bench", "bench", address)

    def full(self, *, upload: bool) -> None:
        """Begin: send or take everything."""
        found = self.collection.sync_collection(self.auth, sync_media=False)
        if found.new_endpoint:
            self.auth.endpoint = found.new_endpoint
        self.collection.close_for_full_sync()
        self.collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=upload)
        self.collection.reopen(after_full_sync=True)

    def sync(self) -> float:
        """Run one round; return its seconds."""
        began = time.perf_counter()
        self.collection.sync_collection(self.auth, sync_media=False)
        return time.perf_counter() - began

    def edit(self, notes: list[int], word: str) -> None:
        """Write a word into the first field of these notes."""
        changed = []
        for one in notes:
            note = self.collection.get_note(one)
            note.fields[0] = f"{word} {one}"
            changed.append(note)
        self.collection.update_notes(changed)

    def first_field(self, note: int) -> str:
        """Return what a note says."""
        return str(self.collection.get_note(note).fields[0])


def measure(folder: Path) -> dict[str, object]:
    """Return the seconds of each repeat, and whether a concurrent edit is dropped."""
    port = free_port()
    server = serve(folder, port)
    try:
        address = f"http://127.0.0.1:{port}/"
        one = Laptop(folder / "one.anki2", address)
        basic = one.collection.models.by_name("Basic")
        deck = one.collection.decks.id("bench")
        for place in range(CARDS):
            note = one.collection.new_note(basic)
            note.fields = [f"walk-in {place}", "job_search, u30, fi"]
            one.collection.add_note(note, deck)
        one.full(upload=True)
        other = Laptop(folder / "other.anki2", address)
        other.full(upload=False)
        notes = list(one.collection.find_notes(""))
        idle, edits = [], []
        for repeat in range(REPEATS):
            one.sync()
            idle.append(one.sync())
            one.edit(list(notes[:EDITS]), f"edit {repeat}")
            time.sleep(1.1)  # Anki's stamps are whole seconds
            edits.append(one.sync())
        other.sync()
        one.edit([notes[0]], "from one")
        time.sleep(1.1)
        other.edit([notes[0]], "from other")
        one.sync()
        other.sync()
        one.sync()
        said = {one.first_field(notes[0]), other.first_field(notes[0])}
        dropped = len(said) == 1
        one.collection.close()
        other.collection.close()
    finally:
        server.terminate()
        server.wait()
    return {"idle": idle, "edits": edits, "dropped": dropped}


if __name__ == "__main__":
    quiet = io.StringIO()
    with contextlib.redirect_stdout(quiet):
        found = measure(Path(sys.argv[1]))
    sys.stdout.write(json.dumps(found))
