# SPDX-License-Identifier: MIT
"""The value below which a share of measured values lies."""

from collections.abc import Sequence


def share(values: Sequence[float], part: float) -> float:
    """Return the value that ``part`` (0.95 …) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
