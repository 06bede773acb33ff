# SPDX-License-Identifier: MIT
"""A row of the figures as it is asked for, and as it was judged."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Verdict(StrEnum):
    """What became of a row."""

    MET = "met"
    MISSED = "missed"
    STATED = "stated"
    """There is no goal; the figure is written down."""
    NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A row as asked for.

    ``figure`` names the figure that the goal is about (``group.name``), ``shown`` and ``reference`` are texts
    with figures in braces. ``why_not`` says why nothing measures the row here.
    """

    row: str
    figure: str = ""
    shown: str = ""
    reference: str = ""
    least: float | None = None
    most: float | None = None
    unit: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its figures put in. ``by`` is how far it is from its goal, empty unless missed."""

    row: str
    measured: str
    reference: str
    goal: str
    verdict: Verdict
    by: str


TIMES: Final = "\N{MULTIPLICATION SIGN}"
NOTHING: Final = "-"
