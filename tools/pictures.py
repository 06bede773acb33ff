# SPDX-License-Identifier: MIT
"""Makes the pictures of docs/pictures from a report of the demo: `python tools/pictures.py REPORT`.

Nothing is drawn here: they are what the window showed while the story was played. They only get smaller,
by keeping the 256 colours that come nearest to all of a picture.
"""

import sys
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
PICTURES = {
    "unlock": "01-unlock",
    "today": "04-today",
    "services": "05-paper",
    "consent": "07-consent",
    "people": "09-laptop-a",
    "two-values": "13-two-values-b",
    "review": "16-person",
    "sync": "12-sync-a",
    "merging": "20-compared",
    "moving": "23-waits",
    "news": "26-new-team",
    "held-back": "27-read",
    "pin": "31-pin",
    "lost": "32-gone",
}
COLOURS = 256
COMMONEST = 96
SMALLEST = 0
"""What Qt calls its strongest compression of a PNG."""


def distance(one: int, other: int) -> int:
    """Return how far two colours are from each other, squared, by their red, green and blue."""
    return sum(((one >> by & 255) - (other >> by & 255)) ** 2 for by in (0, 8, 16))


def palette(counted: Counter[int]) -> list[int]:
    """Return the commonest colours, then those that would miss their nearest neighbour most."""
    kept = [colour for colour, _ in counted.most_common(COMMONEST)]
    misses = {colour: min(distance(colour, one) for one in kept) for colour in counted}
    while len(kept) < COLOURS and any(misses.values()):
        worst = max(misses, key=lambda colour: misses[colour] * counted[colour])
        kept.append(worst)
        misses = {colour: min(miss, distance(colour, worst)) for colour, miss in misses.items()}
    return kept


def smaller(picture: QImage) -> QImage:
    """Return the picture in 256 colours; the others, all edges of letters, take the nearest of these."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    counted = Counter(pixels)
    kept = palette(counted)
    places = {
        colour: min(range(len(kept)), key=lambda place, colour=colour: distance(colour, kept[place]))  # type: ignore[misc]
        for colour in counted
    }
    width, height = plain.width(), plain.height()
    # Each line of an indexed picture begins at a multiple of four bytes, as those of the window's pictures do.
    indexed = QImage(
        bytes(places[pixel] for pixel in pixels), width, height, width, QImage.Format.Format_Indexed8
    )
    indexed.setColorTable(kept)
    return indexed.copy()


def main() -> None:
    """Write the pictures."""
    report = Path(sys.argv[1])
    for name, shown in PICTURES.items():
        picture = QImage(str(report / f"{shown}.png"))
        if picture.isNull() or picture.width() % 4:
            sys.exit(f"{shown}.png is not there, or its width is no multiple of four")
        target = ROOT / "docs" / "pictures" / f"{name}.png"
        smaller(picture).save(str(target), "PNG", SMALLEST)  # type: ignore[call-overload]
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
