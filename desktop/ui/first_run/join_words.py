# SPDX-License-Identifier: MIT
"""Problems as they read while joining: nothing is on this computer yet, so some sentences differ."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.words.problems import sentence


def join_sentence(report: ProblemReport) -> str:
    """Return the sentence of a problem met before there is a notebook."""
    match report.problem:
        case Problem.NO_NETWORK:
            return QCoreApplication.translate(
                "FirstRun",
                "The centre was not reached. Nothing was changed. Check the network and "
                "the address, then try again.",
            )
        case Problem.CAPTIVE_PORTAL:
            return QCoreApplication.translate(
                "FirstRun",
                "This network asks for a sign-in first. Nothing was changed. Sign in with the web browser, then "
                "try again.",
            )
        case Problem.PROXY_REFUSED:
            return QCoreApplication.translate(
                "FirstRun",
                "The proxy of this network does not let the notebook through. Nothing was changed. "
                "Use another network, or ask the help desk.",
            )
        case Problem.HUB_BUSY:
            return QCoreApplication.translate(
                "FirstRun", "The centre cannot answer just now. Nothing was changed. Try again in a moment."
            )
        case Problem.PROCESS_DIED:
            return QCoreApplication.translate(
                "FirstRun",
                "The notebook stopped. If the code was used already, ask for a new one. Try again.",
            )
        case _:
            return sentence(report)
