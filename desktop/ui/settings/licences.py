# SPDX-License-Identifier: MIT
"""What this program is made of and under which licences, for the about card.

The parts of the program are listed here; a test compares them with what pyproject.toml demands. Pictures and
letters come from the table in resources/THIRD-PARTY.md, which is written where they are added.
"""

from dataclasses import dataclass
from typing import Final

from desktop.resources import resource

_CELLS: Final = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A part made by others: its name as its makers write it, and its licence by SPDX name."""

    name: str
    licence: str


PROGRAM: Final = (
    Part("Qt 6, PySide6-Essentials", "LGPL-3.0"),
    Part("Python", "PSF-2.0"),
    Part("SQLCipher", "BSD-3-Clause"),
    Part("sqlcipher3", "Zlib"),
    Part("sqlite-utils", "Apache-2.0"),
    Part("cryptography", "Apache-2.0, BSD-3-Clause"),
    Part("requests", "Apache-2.0"),
    Part("http-message-signatures", "Apache-2.0"),
    Part("msgspec", "BSD-3-Clause"),
    Part("zstandard", "BSD-3-Clause"),
    Part("uuid-utils", "BSD-3-Clause"),
    Part("rapidfuzz", "MIT"),
    Part("anyascii", "ISC"),
    Part("python-stdnum", "LGPL-2.1"),
    Part("phonenumberslite", "Apache-2.0"),
    Part("platformdirs", "MIT"),
    Part("keyring", "MIT"),
    Part("tzdata", "Apache-2.0"),
    Part("Typst, typst", "Apache-2.0"),
    Part("segno", "BSD-3-Clause"),
    Part("PDFium, pypdfium2", "BSD-3-Clause, Apache-2.0"),
)


def pictures_and_letters() -> tuple[Part, ...]:
    """Return what the table of resources/THIRD-PARTY.md names; where the licence's text lies is left out."""
    parts = []
    for line in resource("THIRD-PARTY.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == _CELLS and cells[0] != "What" and not set(cells[0]) <= {"-", " "}:
            parts.append(Part(cells[0], cells[3].partition(":")[0].strip()))
    return tuple(parts)
