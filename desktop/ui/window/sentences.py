# SPDX-License-Identifier: MIT
"""What the window itself says over its pages."""

from PySide6.QtCore import QCoreApplication


def wrong_passphrases(count: int) -> str:
    """Say how often a wrong passphrase was tried, told once after unlocking."""
    return QCoreApplication.translate(
        "Window", "%n wrong passphrases since you last opened this notebook.", None, count
    )


def stopped_at_first_run() -> str:
    """Say that the notebook process ended while somebody joins a hub."""
    return QCoreApplication.translate(
        "Window", "The notebook stopped and was started again. What you typed is still here. Try again."
    )


def does_not_start() -> str:
    """Say that the notebook process ends again and again before it answers."""
    return QCoreApplication.translate(
        "Window",
        "The notebook does not start. Everything that was saved is safe on this computer. "
        "Restart the computer if it does not help to try again.",
    )


def demo_passphrase(passphrase: str) -> str:
    """Say what opens every notebook of the demo."""
    words = QCoreApplication.translate("Window", "Everybody's passphrase in the demo: {passphrase}")
    return words.format(passphrase=passphrase)
