# SPDX-License-Identifier: MIT
"""Write resources/fonts/coverage.json from the fonts themselves: ``python -m tools.font_coverage``.

A letter counts when every weight has it in one of its fonts, since any text may be printed bold.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"


def covered(fonts: Path) -> set[int]:
    """Return the code points that all weights have."""
    weights: dict[str, set[int]] = {}
    for path in sorted(fonts.glob("*.ttf")):
        weight = path.stem.rpartition("-")[2]
        with TTFont(path) as font:
            weights.setdefault(weight, set()).update(font.getBestCmap())
    return set.intersection(*weights.values())


def ranges(points: Iterable[int]) -> list[tuple[int, int]]:
    """Return code points as ranges, first and last included, in rising order."""
    found: list[tuple[int, int]] = []
    for point in sorted(points):
        if found and point == found[-1][1] + 1:
            found[-1] = (found[-1][0], point)
        else:
            found.append((point, point))
    return found


def table(fonts: Path) -> str:
    """Return the file's text: one range a line, so that a change can be read."""
    names = json.dumps(sorted(path.name for path in fonts.glob("*.ttf")))
    rows = ",\n    ".join(f"[{first}, {last}]" for first, last in ranges(covered(fonts)))
    return f'{{\n  "fonts": {names},\n  "ranges": [\n    {rows}\n  ]\n}}\n'


if __name__ == "__main__":
    (FONTS / "coverage.json").write_text(table(FONTS), encoding="utf-8")
