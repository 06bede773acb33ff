# SPDX-License-Identifier: MIT
"""The contrast ratio of two colours, as WCAG 2.2 defines it."""

_LINEAR_UNDER = 0.04045


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= _LINEAR_UNDER else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return how far two #RRGGBB colours stand apart, 1.0 (the same) to 21.0 (black and white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
