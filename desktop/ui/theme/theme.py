# SPDX-License-Identifier: MIT
"""The look in force: follows the system live, unless a person chose one in the settings."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.fonts import families, load_fonts
from desktop.ui.theme.icons import Icons
from desktop.ui.theme.palette import palette, sheet
from desktop.ui.theme.system_contrast import contrast_tokens
from desktop.ui.theme.tokens import TOKENS, Look, Tokens


def look_for(chosen: Look | None, *, contrast: Qt.ContrastPreference, scheme: Qt.ColorScheme) -> Look:
    """Return the look to wear: the person's choice, else high contrast when asked for, else light or dark."""
    if chosen is not None:
        return chosen
    if contrast == Qt.ContrastPreference.HighContrast:
        return Look.CONTRAST
    return Look.DARK if scheme == Qt.ColorScheme.Dark else Look.LIGHT


class Theme(QObject):
    """Colours and icons for every component; one is made by the application and passed to each widget.

    `changed` is emitted after colours changed; Qt repaints all widgets by itself then, so only a widget that
    keeps a colour (a palette, a picture) must listen.
    """

    changed = Signal()

    def __init__(self, application: QApplication, *, bundled_fonts: bool = False) -> None:
        """Load the fonts and dress the application; `bundled_fonts` writes with ours even on Windows."""
        super().__init__(application)
        self._application = application
        self._chosen: Look | None = None
        self.icons = Icons()
        load_fonts()
        letters = QFont(families(bundled=bundled_fonts))
        letters.setPixelSize(14)
        application.setFont(letters)
        self._look = self._wanted()
        self._tokens = self._colours()
        self._dress()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def look(self) -> Look:
        """Which set of colours is in force."""
        return self._look

    @property
    def chosen(self) -> Look | None:
        """What the person asked for; None follows the system."""
        return self._chosen

    def choose(self, look: Look | None) -> None:
        """Show this look from now on; None follows the system again."""
        self._chosen = look
        self._follow()

    def _wanted(self) -> Look:
        hints = self._application.styleHints()
        contrast = hints.accessibility().contrastPreference()
        return look_for(self._chosen, contrast=contrast, scheme=hints.colorScheme())

    def _follow(self) -> None:
        wanted = self._wanted()
        before, self._look = self._look, wanted
        colours = self._colours()
        if wanted is before and colours == self._tokens:
            return
        self._tokens = colours
        self._dress()
        self.changed.emit()

    def _colours(self) -> Tokens:
        if self._look is Look.CONTRAST and self._chosen is None:
            return contrast_tokens(self._application.style().standardPalette())
        return TOKENS[self._look]

    def _dress(self) -> None:
        made: QPalette = palette(self._tokens)
        self._application.setPalette(made)
        self._application.setStyleSheet(sheet(self._tokens))
