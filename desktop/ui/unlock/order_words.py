# SPDX-License-Identifier: MIT
"""What an order of the centre did to a notebook, told plainly."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.words.problems import sentence

_WIPE: Final = "wipe"


def obeyed_words(name: str, what: str) -> str:
    """Say whose notebook was closed or destroyed, and what is safe."""
    whose = name or QCoreApplication.translate("UnlockPage", "Name not known")
    if what == _WIPE:
        words = QCoreApplication.translate(
            "UnlockPage",
            "{name}: by the centre's order this notebook was destroyed on this computer. What was sent is safe "
            "at the centre.",
        )
    else:
        words = QCoreApplication.translate(
            "UnlockPage",
            "{name}: by the centre's order this notebook was closed on this computer. What was sent is safe at "
            "the centre.",
        )
    return words.format(name=whose)


def order_sentence(report: ProblemReport) -> str:
    """Return the sentence of an order that was not obeyed."""
    if report.problem is Problem.NOT_FOUND:
        return QCoreApplication.translate(
            "UnlockPage", "This order is for nobody on this computer. Nothing was changed."
        )
    return sentence(report)


def reading_words() -> str:
    """Say that an order is being read."""
    return QCoreApplication.translate("UnlockPage", "Reading the order…")


def wiped_words(names: list[str]) -> str:
    """Say whose notebooks were destroyed here while nobody may have been looking."""
    unknown = QCoreApplication.translate("UnlockPage", "Name not known")
    words = QCoreApplication.translate(
        "UnlockPage", "Destroyed on this computer by the centre's order: {names}."
    )
    return words.format(names=", ".join(name or unknown for name in names))


def dismiss_words() -> str:
    """Return the word of the button that puts that away."""
    return QCoreApplication.translate("UnlockPage", "I have read this")
