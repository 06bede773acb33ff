# SPDX-License-Identifier: MIT
"""The look follows the system or the person, and reaches widgets that are already there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.app import Dressed
from desktop.ui.components.words import Words
from desktop.ui.theme.fonts import BUNDLED, font
from desktop.ui.theme.measures import Type
from desktop.ui.theme.palette import sheet
from desktop.ui.theme.theme import Theme, look_for
from desktop.ui.theme.tokens import CONTRAST, DARK, LIGHT, TOKENS, Look, Tone


def test_a_chosen_look_is_worn_by_the_application_and_told(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(Look.DARK)
    assert theme.tokens is DARK
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    theme.choose(Look.LIGHT)
    assert theme.tokens is LIGHT


def test_without_a_choice_the_system_decides_and_contrast_goes_before_darkness() -> None:
    calm, strong = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast
    light, dark = Qt.ColorScheme.Light, Qt.ColorScheme.Dark
    assert look_for(None, contrast=calm, scheme=light) is Look.LIGHT
    assert look_for(None, contrast=calm, scheme=dark) is Look.DARK
    assert look_for(None, contrast=calm, scheme=Qt.ColorScheme.Unknown) is Look.LIGHT
    assert look_for(None, contrast=strong, scheme=dark) is Look.CONTRAST
    assert look_for(Look.LIGHT, contrast=strong, scheme=dark) is Look.LIGHT


def test_a_change_of_the_system_is_heard(theme: Theme, dressed: Dressed, qtbot: QtBot) -> None:
    theme.choose(Look.DARK)
    theme._chosen = None
    with qtbot.waitSignal(theme.changed):
        dressed.application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.look is Look.LIGHT


def test_a_label_keeps_its_tone_when_the_look_changes(theme: Theme, qtbot: QtBot) -> None:
    label = Words(theme, "eilen", tone=Tone.MUTED)
    qtbot.addWidget(label)
    theme.choose(Look.CONTRAST)
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == CONTRAST.muted


def test_the_style_sheet_leaves_no_token_unfilled() -> None:
    for tokens in TOKENS.values():
        assert "@" not in sheet(tokens)


def test_placeholders_keep_their_contrast_under_the_style_sheet(theme: Theme, qtbot: QtBot) -> None:
    # A style sheet's `color` alone would fade them to 3.28:1.
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.name().upper() == theme.tokens.muted
    assert ink.alpha() == 255


def test_the_bundled_letters_are_there_in_both_weights(theme: Theme) -> None:
    assert theme.look is Look.LIGHT
    assert BUNDLED in QFontDatabase.families()
    assert QApplication.font().family() == BUNDLED
    assert font(Type.NAME).weight() == QFont.Weight.DemiBold
    assert min(size.pixels for size in Type) == 12
