# SPDX-License-Identifier: MIT
"""The gate of ui.md section 1: text at least 4.5:1, inputs, bars and the focus ring at least 3:1."""

import pytest

from desktop.ui.theme.contrast import ratio
from desktop.ui.theme.tokens import TOKENS, Look, Tokens, Tone

GROUNDS = ("panel", "window", "sunken", "rail", "hover", "accent_soft")
SIGNS = (Tone.ACCENT, Tone.OK, Tone.WARN, Tone.DANGER, Tone.SPLIT, Tone.WAIT)


@pytest.fixture(params=list(Look), ids=lambda look: look.name.lower())
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return TOKENS[request.param]


def test_black_on_white_is_twenty_one() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert ratio("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)


def test_measured_contrasts_are_those_of_the_design() -> None:
    light = TOKENS[Look.LIGHT]
    assert ratio(light.text, light.panel) == pytest.approx(16.9, abs=0.06)
    assert ratio(light.muted, light.rail) == pytest.approx(5.8, abs=0.06)
    assert ratio(light.bar, light.panel) == pytest.approx(3.5, abs=0.06)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("tone", [Tone.TEXT, Tone.MUTED])
def test_text_is_read_on_every_ground(tokens: Tokens, tone: Tone, ground: str) -> None:
    assert ratio(tokens.tone(tone), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tone", SIGNS)
def test_signs_are_read_on_panel_window_and_their_own_soft_ground(tokens: Tokens, tone: Tone) -> None:
    ink = tokens.tone(tone)
    for ground in (tokens.panel, tokens.window, tokens.accent_soft, tokens.soft(tone)):
        assert ratio(ink, ground) >= 4.5


def test_values_and_sources_are_read_on_the_two_values_box(tokens: Tokens) -> None:
    assert ratio(tokens.text, tokens.split_soft) >= 4.5
    assert ratio(tokens.muted, tokens.split_soft) >= 4.5


def test_words_on_the_primary_button_are_read(tokens: Tokens) -> None:
    assert ratio(tokens.on_accent, tokens.accent) >= 4.5


def test_inputs_bars_and_the_focus_ring_are_seen(tokens: Tokens) -> None:
    for sign in (tokens.line_strong, tokens.bar, tokens.accent):
        assert ratio(sign, tokens.panel) >= 3.0
        assert ratio(sign, tokens.sunken) >= 3.0
