# SPDX-License-Identifier: MIT
"""Fixtures for tests of the window: the dressed application with our fonts, in Finnish and light."""

import functools

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.app import Dressed, dress
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language


@functools.cache
def _dressed() -> Dressed:
    return dress(bundled_fonts=True)


@pytest.fixture
def dressed(qapp: QApplication) -> Dressed:
    """The application as the window gets it, back in Finnish and light for each test."""
    found = _dressed()
    assert found.application is qapp
    found.theme.choose(Look.LIGHT)
    if found.translations.language is not Language.FINNISH:
        found.translations.speak(Language.FINNISH)
    return found


@pytest.fixture
def theme(dressed: Dressed) -> Theme:
    """The theme that every component asks for."""
    return dressed.theme
