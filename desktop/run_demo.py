# SPDX-License-Identifier: MIT
"""Composes the demo: a made-up city in a folder of its own, a hub on loopback, and a window, or the story.

There is no way from here to another hub: the notebooks are marked as practice, and so is their folder.
Hub, notebooks and folder are gone when it ends, however it ends short of being killed.
"""

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6 import __version__ as qt_version

from desktop import VERSION
from desktop.demo.acts import enrol
from desktop.demo.cast import Cast
from desktop.demo.errors import DemoError, Interrupted
from desktop.demo.hub_process import HubProcess
from desktop.demo.interruption import Interruption
from desktop.demo.report import Report
from desktop.demo.stage import Stage
from desktop.demo.story import PASSPHRASE, tell
from desktop.run_window import compose
from desktop.ui.app import Dressed, dress
from desktop.ui.window.preferences import PreferenceFile, Preferences
from desktop.ui.window.sentences import demo_passphrase
from desktop.ui.words.language import Language

PEOPLE = ("aino", "mehmet", "sofia")
LAPTOP = "HEL-L-2217"
_BROKEN, _INTERRUPTED = 1, 130


@dataclass(frozen=True, slots=True)
class _Set:
    """What the windows of one demo are made with; ``left`` closes them at the end."""

    dressed: Dressed
    language: Language
    interruption: Interruption
    left: ExitStack

    def stage(self, home: Path) -> Stage:
        """Return a laptop's window over the folder ``home``, not shown and not begun."""
        preferences = PreferenceFile(home)
        preferences.write(replace(Preferences(), language=self.language))
        composed = compose(self.dressed, home, practice=True)
        self.left.callback(composed.bridge.end)  # Qt asks a window that it has closed already nothing more
        self.left.callback(composed.window.close)
        return Stage(composed, home, self.interruption)


def run(arguments: Sequence[str]) -> int:
    """Run the demo; return 0 when all went well, 1 when a check did not hold or the hub failed, 130 at Ctrl+C."""
    parser = argparse.ArgumentParser(
        prog="kenttakirja demo", description="A made-up city to try the notebook in."
    )
    parser.add_argument("--offscreen", action="store_true", help="draw without a display")
    parser.add_argument(
        "--report", type=Path, help="tell the story by itself; write report.json and pictures here"
    )
    parser.add_argument("--language", choices=[one.value for one in Language], default=Language.FINNISH.value)
    chosen = parser.parse_args(list(arguments))
    language = Language(chosen.language)
    # First, while there is nothing to tidy up: where there is no display, Qt ends the process here.
    dressed = dress(
        ["-platform", "offscreen"] if chosen.offscreen else [],
        language=language,
        bundled_fonts=chosen.report is not None,
    )
    dressed.application.setQuitOnLastWindowClosed(False)
    interruption = Interruption()
    with interruption.heard():
        try:
            return _play(dressed, language, interruption, chosen.report)
        except DemoError as problem:
            if interruption.came or isinstance(problem, Interrupted):
                _say("Stopped. The demo's hub, its notebooks and its folder are gone.")
                return _INTERRUPTED
            _say(f"The demo could not go on: {type(problem).__name__}, {problem.what}.")
            return _BROKEN


def _play(dressed: Dressed, language: Language, interruption: Interruption, report: Path | None) -> int:
    begun = time.monotonic()
    with ExitStack() as left:
        folder = left.enter_context(
            tempfile.TemporaryDirectory(prefix="kenttakirja-demo-", ignore_cleanup_errors=True)
        )
        base = Path(folder)
        hub = HubProcess(base / "hub")
        _say("Making a made-up city with its own hub. This takes a quarter of a minute.")
        people = hub.make()
        interruption.demand_none()
        made = time.monotonic() - begun
        left.callback(hub.stop)
        hub.start()
        stages = _Set(dressed, language, interruption, left)
        if report is not None:
            return _tell(stages, base, hub, people, report, made=made)
        return _open(stages, base, hub, people)


def _open(stages: _Set, base: Path, hub: HubProcess, people: dict[str, str]) -> int:
    """Enrol three people on one laptop, then give the window to the person."""
    stage = stages.stage(base / "laptop")
    for word in PEOPLE:
        code, fingerprint = hub.code(people[word])
        enrol(
            stage,
            address=hub.address,
            code=code,
            fingerprint=fingerprint,
            laptop=LAPTOP,
            passphrase=PASSPHRASE,
        )
    _say(f"Everybody's passphrase here: {PASSPHRASE}")
    application = stages.dressed.application
    stage.window.closed.connect(application.quit)
    stage.window.begin(empty=False)
    stage.window.say_at_door(partial(demo_passphrase, PASSPHRASE))
    stage.window.show()
    stages.interruption.demand_none()
    ended = application.exec()
    stages.interruption.demand_none()
    return ended


def _tell(
    stages: _Set, base: Path, hub: HubProcess, people: dict[str, str], folder: Path, *, made: float
) -> int:
    """Tell the story with three laptops; return 0 only if every check held."""
    report = Report(folder, say=_say)
    begun = time.monotonic()
    cast = Cast(hub, people, *(stages.stage(base / name) for name in "abc"))
    for stage in cast.laptops:
        stage.window.begin(empty=True)
        stage.window.show()
    held = tell(cast, report)
    stages.interruption.demand_none()
    if not held:
        for name, stage in zip("abc", cast.laptops, strict=True):
            stage.picture(folder / f"where-it-stopped-{name}.png")
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
    return 0 if held else _BROKEN


def _say(line: str) -> None:
    if sys.stdout is not None:  # a program without a console has none
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
