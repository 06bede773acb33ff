# SPDX-License-Identifier: MIT
"""Makes the application object: style, fonts, colours and language, before any window is built."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from desktop.ui.theme.theme import Theme
from desktop.ui.words.language import DEFAULT, Language
from desktop.ui.words.translations import Translations


@dataclass(frozen=True, slots=True)
class Dressed:
    """The application with what every window needs."""

    application: QApplication
    theme: Theme
    translations: Translations


def dress(
    arguments: Sequence[str] = (), *, language: Language = DEFAULT, bundled_fonts: bool = False
) -> Dressed:
    """Return the application, made or found, dressed; `bundled_fonts` for byte-stable pictures."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([sys.argv[0], *arguments])
    application.setApplicationName("kenttakirja")
    application.setApplicationDisplayName("Kenttäkirja")
    if sys.platform != "win32":
        application.setStyle("Fusion")
    theme = Theme(application, bundled_fonts=bundled_fonts)
    translations = Translations(application)
    translations.speak(language)
    return Dressed(application, theme, translations)
