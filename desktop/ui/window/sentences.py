# SPDX-License-Identifier: MIT
"""What the window itself says over its pages."""

from PySide6.QtCore import QCoreApplication


def wrong_passphrases(count: int) -> str:
    """Say how often a wrong passphrase was tried, told once after unlocking."""
    return QCoreApplication.translate(
        "Window", "%n wrong passphrases or PINs since you last opened this notebook.", None, count
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


def left_laptop(to_deliver: int) -> str:
    """Say that the notebook is off this laptop, and what still waits here for a colleague."""
    off = QCoreApplication.translate("Window", "Your notebook is off this computer.")
    if not to_deliver:
        return f"{off} " + QCoreApplication.translate("Window", "Everything in it was sent.")
    waits = QCoreApplication.translate(
        "Window", "%n saves wait here, encrypted, for the next colleague online.", None, to_deliver
    )
    return f"{off} {waits}"


def demo_passphrase(passphrase: str) -> str:
    """Say what opens every notebook of the demo."""
    words = QCoreApplication.translate("Window", "Everybody's passphrase in the demo: {passphrase}")
    return words.format(passphrase=passphrase)
