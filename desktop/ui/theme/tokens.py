# SPDX-License-Identifier: MIT
"""The colours of the window as named values, for light, dark and high contrast (design/ui.md section 1)."""

from dataclasses import dataclass
from enum import Enum, auto


class Look(Enum):
    """Which of the three sets of colours is shown."""

    LIGHT = auto()
    DARK = auto()
    CONTRAST = auto()


class Tone(Enum):
    """What a coloured word, icon or pill says; always beside a word, never colour alone."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"
    SPLIT = "split"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One set of colours, each as #RRGGBB; `outlined` = pills carry a 1 px outline instead of a fill."""

    outlined: bool
    window: str
    panel: str
    sunken: str
    rail: str
    hover: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    split: str
    split_soft: str
    wait: str
    wait_soft: str
    line_strong: str
    bar: str
    line: str
    chip: str

    def tone(self, tone: Tone) -> str:
        """Return the colour in which a word or icon of this tone is drawn."""
        return str(getattr(self, tone.value))

    def soft(self, tone: Tone) -> str:
        """Return the quiet fill behind a word of this tone; neutral tones lie on `hover`."""
        if tone in {Tone.TEXT, Tone.MUTED, Tone.ON_ACCENT}:
            return self.hover
        return str(getattr(self, f"{tone.value}_soft"))


LIGHT = Tokens(
    outlined=False,
    window="#F3F2EE",
    panel="#FFFFFF",
    sunken="#F8F7F4",
    rail="#E9E7E1",
    hover="#F1EFEA",
    text="#1C1D20",
    muted="#5A5750",
    accent="#1E4E96",
    accent_soft="#E4ECF8",
    on_accent="#FFFFFF",
    ok="#1B6639",
    ok_soft="#E2F1E6",
    warn="#7D4A00",
    warn_soft="#FBEFD6",
    danger="#A3241B",
    danger_soft="#FBE7E4",
    split="#63389A",
    split_soft="#F0E8FA",
    wait="#3F5166",
    wait_soft="#E6EBF1",
    line_strong="#857F74",
    bar="#5F8AC7",
    line="#DCD9D2",
    chip="#C9C5BB",
)

DARK = Tokens(
    outlined=False,
    window="#17181B",
    panel="#1F2125",
    sunken="#1A1C1F",
    rail="#121316",
    hover="#292C31",
    text="#ECEBE7",
    muted="#B0ADA5",
    accent="#8DB4F2",
    accent_soft="#25344D",
    on_accent="#0E1A2E",
    ok="#86D19F",
    ok_soft="#1D3527",
    warn="#F0BC68",
    warn_soft="#3B2E17",
    danger="#F79A90",
    danger_soft="#44211E",
    split="#CBA8F5",
    split_soft="#35284A",
    wait="#B4C3D6",
    wait_soft="#2A323C",
    line_strong="#868C96",
    bar="#4F76B3",
    line="#34373D",
    chip="#4A4E56",
)

CONTRAST = Tokens(
    outlined=True,
    window="#000000",
    panel="#000000",
    sunken="#000000",
    rail="#000000",
    hover="#262626",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFE14D",
    accent_soft="#000000",
    on_accent="#000000",
    ok="#5CFF8A",
    ok_soft="#000000",
    warn="#FFC04D",
    warn_soft="#000000",
    danger="#FF9C94",
    danger_soft="#000000",
    split="#D9B3FF",
    split_soft="#000000",
    wait="#9FD8FF",
    wait_soft="#000000",
    line_strong="#FFFFFF",
    bar="#FFE14D",
    line="#FFFFFF",
    chip="#FFFFFF",
)

TOKENS = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}
