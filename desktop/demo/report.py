# SPDX-License-Identifier: MIT
"""What the story did: each step with its outcome, seconds and figures, as ``report.json`` and pictures."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from desktop.demo.errors import DemoError, StoryBroken


@dataclass(slots=True)
class Step:
    """One step. ``problem`` says what was missing when ``ok`` is false."""

    name: str
    ok: bool = False
    seconds: float = 0.0
    figures: dict[str, Any] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    problem: str = ""

    def check(self, name: str, held: object) -> None:
        """Hold one fact; raises StoryBroken when it does not hold."""
        if not held:
            raise StoryBroken(name)


class Report:
    """Collects steps in ``folder`` and says each aloud."""

    def __init__(self, folder: Path, *, say: Callable[[str], None]) -> None:
        """Make the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.steps: list[Step] = []
        self._say = say

    @property
    def ok(self) -> bool:
        """Whether every step held."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Run one step; a DemoError inside is written down and goes on to the caller."""
        step = Step(name)
        self.steps.append(step)
        begun = time.monotonic()
        try:
            yield step
            step.ok = True
        except DemoError as problem:
            step.problem = problem.what
            raise
        finally:
            step.seconds = round(time.monotonic() - begun, 3)
            missing = f" - {step.problem}" if step.problem else ""
            self._say(f"{'ok ' if step.ok else 'NO '} {step.seconds:7.2f} s  {name}{missing}")

    def file(self, step: Step, name: str) -> Path:
        """Return where a step's picture goes, and note it."""
        number = len(self.steps)
        file = self.folder / f"{number:02d}-{name}.png"
        step.pictures.append(file.name)
        return file

    def write(self, facts: Mapping[str, Any]) -> None:
        """Write ``report.json``."""
        content = {"ok": self.ok, **facts, "steps": [asdict(step) for step in self.steps]}
        text = json.dumps(content, indent=2, ensure_ascii=False)
        (self.folder / "report.json").write_text(text, encoding="utf-8")
