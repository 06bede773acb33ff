# SPDX-License-Identifier: MIT
"""Measures ours beside PouchDB with express-pouchdb, and beside Anki's sync server, turn about in one run.

Both are installed from their locks into a folder that is thrown away; npm and the package index must be in reach. What
they do and what we do is not the same: neither signs, seals, verifies, indexes for search, nor encrypts on disk.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.bench import round_figures

PEERS: Final = Path(__file__).parent / "peers"
_INSTALL_SECONDS: Final = 300
_RUN_SECONDS: Final = 600


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    records: int
    repeats: int
    rounds: round_figures.Sizes

    @classmethod
    def full(cls) -> "Sizes":
        return cls(records=10_000, repeats=5, rounds=round_figures.Sizes.full())

    @classmethod
    def small(cls) -> "Sizes":
        return cls(records=500, repeats=1, rounds=round_figures.Sizes.small())


def measure(sizes: Sizes | None = None) -> dict[str, Any]:
    """Return seconds of ours and theirs, one value a repeat, and ratios; above 1 ours is quicker."""
    sizes = sizes or Sizes.full()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pouch, anki = _install_pouch(folder / "pouch"), _install_anki(folder / "anki")
        turns = [_turn(folder / f"turn-{at}", pouch, anki, sizes) for at in range(sizes.repeats)]
    figures: dict[str, Any] = {
        key: [turn[key] for turn in turns] for key in turns[0] if isinstance(turns[0][key], float)
    }
    figures["anki_drops_an_edit"] = float(all(turn["anki_drops"] for turn in turns))
    return figures


def _turn(folder: Path, pouch: Path, anki: Path, sizes: Sizes) -> dict[str, Any]:
    folder.mkdir()
    ours = round_figures.big_moves(sizes.records)
    theirs = _pouch(folder, pouch, sizes.records)
    small = round_figures.small_rounds(sizes.rounds)
    (folder / "anki").mkdir()
    cards = json.loads(_run([str(anki), str(PEERS / "anki_sync.py"), str(folder / "anki")], PEERS))
    idle, edits = min(small["idle"]), min(small["edits"])
    return {
        "pouch_push_per_s": sizes.records / theirs["push"],
        "pouch_pull_per_s": sizes.records / theirs["pull"],
        "our_push_per_s": sizes.records / ours["push"],
        "our_pull_per_s": sizes.records / ours["pull"],
        "push_ratio": theirs["push"] / ours["push"],
        "pull_ratio": theirs["pull"] / ours["pull"],
        "our_idle_ms": idle * 1000,
        "anki_idle_ms": min(cards["idle"]) * 1000,
        "idle_ratio": min(cards["idle"]) / idle,
        "our_edits_ms": edits * 1000,
        "anki_edits_ms": min(cards["edits"]) * 1000,
        "edits_ratio": min(cards["edits"]) / edits,
        "anki_drops": cards["dropped"],
    }


def _pouch(folder: Path, pouch: Path, records: int) -> dict[str, float]:
    (folder / "server").mkdir()
    (folder / "client").mkdir()
    with _served(pouch, folder / "server") as port:
        said = _run(
            [
                _program("node"),
                "pouch_client.mjs",
                str(folder / "client"),
                f"http://127.0.0.1:{port}",
                str(records),
            ],
            pouch,
        )
    found: dict[str, float] = json.loads(said)
    if found["held"] != records:
        raise ValueError("PouchDB did not hold what was pushed")
    return found


@contextmanager
def _served(pouch: Path, folder: Path) -> Iterator[int]:
    server = subprocess.Popen(
        [_program("node"), "pouch_server.mjs", str(folder)],
        cwd=pouch,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        if server.stdout is None:
            raise ValueError("no pipe")
        yield int(server.stdout.readline())
    finally:
        server.kill()
        server.wait()


def _install_pouch(folder: Path) -> Path:
    shutil.copytree(PEERS, folder)
    _run([_program("npm"), "ci", "--no-audit", "--no-fund", "--silent"], folder, _INSTALL_SECONDS)
    return folder


def _install_anki(folder: Path) -> Path:
    _run([sys.executable, "-m", "venv", str(folder)], PEERS, _INSTALL_SECONDS)
    python = folder / "bin" / "python"
    _run(
        [str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(PEERS / "anki.lock")],
        PEERS,
        _INSTALL_SECONDS,
    )
    return python


def _run(command: list[str], folder: Path, seconds: float = _RUN_SECONDS) -> str:
    return subprocess.run(
        command, cwd=folder, check=True, timeout=seconds, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def _program(name: str) -> str:
    """Return where a program lies; raises FileNotFoundError with its name where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(name)
    return found
