# SPDX-License-Identifier: MIT
"""Draws the component gallery into PNG files, one a page, look and language: `python tools/gallery.py FOLDER`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gallery import gallery  # noqa: E402 - the paths stand first

from desktop.ui.app import dress  # noqa: E402 - same
from desktop.ui.theme.tokens import Look  # noqa: E402 - same
from desktop.ui.words.language import Language  # noqa: E402 - same


def main() -> None:
    """Write the pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    dressed = dress(bundled_fonts=True)
    for language, look, width in (
        (Language.FINNISH, Look.LIGHT, 1280),
        (Language.FINNISH, Look.DARK, 1280),
        (Language.FINNISH, Look.CONTRAST, 1280),
        (Language.SWEDISH, Look.LIGHT, 1280),
        (Language.ENGLISH, Look.LIGHT, 1024),
    ):
        dressed.translations.speak(language)
        dressed.theme.choose(look)
        shell = gallery(dressed.theme)
        shell.show_banner("Harjoitus: mikään täällä ei ole oikeaa" if width < 1200 else "")  # noqa: PLR2004
        shell.resize(width, 800)
        shell.show()
        for page in ("today", "people"):
            shell.show_page(page)
            dressed.application.processEvents()
            shell.grab().save(str(folder / f"{page}-{language.value}-{look.name.lower()}-{width}.png"))
        shell.close()
        shell.deleteLater()


if __name__ == "__main__":
    main()
