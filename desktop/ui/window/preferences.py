# SPDX-License-Identifier: MIT
"""What this laptop's window remembers in the clear: language, look, idle minutes. Nothing of anybody's work."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import DEFAULT, Language

FILE: Final = "window.json"
IDLE_CHOICES: Final = (1, 3, 5, 10)
"""Minutes that can be chosen in place of those by place (domain.md, Julkri)."""
_LARGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices; ``look`` of ``None`` follows the system, ``idle_minutes`` of ``None`` the place."""

    language: Language = DEFAULT
    look: Look | None = None
    idle_minutes: int | None = None


class PreferenceFile:
    """The file beside the notebooks. One that is missing or can't be read means the defaults."""

    def __init__(self, home: Path) -> None:
        """Keep the folder."""
        self._path = home / FILE

    def read(self) -> Preferences:
        """Return what was chosen."""
        try:
            raw: Any = json.loads(self._path.read_text(encoding="utf-8")[:_LARGEST])
        except (OSError, ValueError):
            return Preferences()
        if not isinstance(raw, dict):
            return Preferences()
        found = Preferences()
        if raw.get("language") in {one.value for one in Language}:
            found = replace(found, language=Language(raw["language"]))
        if raw.get("look") in {one.name for one in Look}:
            found = replace(found, look=Look[raw["look"]])
        if raw.get("idle_minutes") in IDLE_CHOICES:
            found = replace(found, idle_minutes=raw["idle_minutes"])
        return found

    def write(self, preferences: Preferences) -> bool:
        """Keep the choices; return whether the disk took them (the window goes on either way)."""
        plain = asdict(preferences)
        plain["language"] = preferences.language.value
        plain["look"] = preferences.look.name if preferences.look is not None else None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(plain), encoding="utf-8")
        except OSError:
            return False
        return True
