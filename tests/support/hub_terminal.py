# SPDX-License-Identifier: MIT
"""The hub's command as an administrator types it: what it answers, and what it says when something is wrong."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.hub.__main__ import main


@dataclass
class Terminal:
    """A terminal with a hub's folder; ``home`` stands behind every command that names none."""

    home: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def say(self, *words: str) -> str:
        """Type a command that succeeds; return what it answered."""
        code, out, err = self.ended(*words)
        assert (code, out.count("Traceback")) == (0, 0), err
        return out

    def none(self, *words: str) -> str:
        """Type a command that succeeds and has nothing to list; return the sentence beside the answer."""
        code, out, err = self.ended(*words)
        assert (code, out) == (0, "")
        return err.strip()

    def fault(self, *words: str) -> tuple[int, str]:
        """Type a command that fails; return its exit code and the sentence."""
        code, _, err = self.ended(*words)
        assert code != 0
        return code, err.strip()

    def ended(self, *words: str) -> tuple[int, str, str]:
        """Type a command; return exit code, what was answered, what was said beside."""
        more = [] if "--home" in words else ["--home", str(self.home)]
        self.monkeypatch.setattr(sys, "argv", ["kenttakirja-hub", *words, *more])
        self.capsys.readouterr()
        code: int | str | None = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        out, err = self.capsys.readouterr()
        # What Python itself does with a sentence: it goes to standard error, with exit code 1.
        return (1, out, err + code) if isinstance(code, str) else (code or 0, out, err)
