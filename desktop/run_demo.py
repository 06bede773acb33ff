# SPDX-License-Identifier: MIT
"""Composes the demo: a made-up city in a folder of its own, a hub on loopback, and a window, or the story.

There is no way from here to another hub: the notebooks are marked as practice, and so is their folder.
"""

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6 import __version__ as qt_version

from desktop import VERSION
from desktop.demo.acts import join_hub, lock
from desktop.demo.hub_process import HubProcess
from desktop.demo.report import Report
from desktop.demo.stage import Stage
from desktop.demo.story import PASSPHRASE, Cast, tell
from desktop.run_window import compose
from desktop.ui.app import Dressed, dress
from desktop.ui.words.language import Language

PEOPLE = ("aino", "mehmet", "sofia")
LAPTOP = "HEL-L-2217"


def run(arguments: Sequence[str]) -> int:
    """Run the demo; return 0 when all went well (with ``--report``: when every check held)."""
    parser = argparse.ArgumentParser(
        prog="kenttakirja demo", description="A made-up city to try the notebook in."
    )
    parser.add_argument("--offscreen", action="store_true", help="draw without a display")
    parser.add_argument(
        "--report", type=Path, help="tell the story by itself; write report.json and pictures here"
    )
    parser.add_argument("--language", choices=[one.value for one in Language], default=Language.FINNISH.value)
    chosen = parser.parse_args(list(arguments))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kenttakirja-demo-") as folder:
        base = Path(folder)
        hub = HubProcess(base / "hub")
        _say("Making a made-up city with its own hub. This takes a quarter of a minute.")
        people = hub.make()
        made = time.monotonic() - begun
        hub.start()
        try:
            dressed = dress(
                ["-platform", "offscreen"] if chosen.offscreen else [],
                language=Language(chosen.language),
                bundled_fonts=chosen.report is not None,
            )
            if chosen.report is not None:
                return _tell(dressed, base, hub, people, chosen.report, made=made)
            return _open(dressed, base, hub, people)
        finally:
            hub.stop()


def _open(dressed: Dressed, base: Path, hub: HubProcess, people: dict[str, str]) -> int:
    """Enrol three people on one laptop, then give the window to the person."""
    stage = _stage(dressed, base / "laptop", first=True)
    stage.front()
    for word in PEOPLE:
        code, fingerprint = hub.code(people[word])
        join_hub(
            stage,
            address=hub.address,
            code=code,
            fingerprint=fingerprint,
            laptop=LAPTOP,
            passphrase=PASSPHRASE,
        )
        lock(stage)
    _say(f"Everybody's passphrase here: {PASSPHRASE}")
    stage.window.unlock_page.tell(PASSPHRASE)
    stage.window.closed.connect(dressed.application.quit)
    return dressed.application.exec()


def _tell(
    dressed: Dressed, base: Path, hub: HubProcess, people: dict[str, str], folder: Path, *, made: float
) -> int:
    """Tell the story with two laptops; return 0 only if every check held."""
    report = Report(folder, say=_say)
    begun = time.monotonic()
    cast = Cast(hub, people, _stage(dressed, base / "a", first=True), _stage(dressed, base / "b", first=True))
    held = tell(cast, report)
    if not held:
        for name, stage in (("a", cast.a), ("b", cast.b)):
            stage.picture(folder / f"where-it-stopped-{name}.png")
    for stage in (cast.a, cast.b):
        stage.window.close()
    report.write(
        {
            "version": VERSION,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": f"{platform.machine()}, Python {platform.python_version()}, Qt {qt_version}",
            "city_seconds": round(made, 1),
            "story_seconds": round(time.monotonic() - begun, 1),
        }
    )
    _say(f"{'Every check held' if held else 'A check did not hold'}: {folder / 'report.json'}")
    return 0 if held else 1


def _stage(dressed: Dressed, home: Path, *, first: bool) -> Stage:
    composed = compose(dressed, home, practice=True)
    composed.window.begin(empty=first)
    composed.window.show()
    return Stage(composed, home)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
