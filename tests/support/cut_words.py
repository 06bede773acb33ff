# SPDX-License-Identifier: MIT
"""Finds labels and buttons of a shown page that have less room than their words need."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

_SETTLING = 4
"""Rounds of events: a layout inside a layout asks again one round later."""


def cut_words(page: QWidget) -> list[str]:
    """Return the words of every visible label and button that are cut; an empty list is what a test asks for."""
    for _ in range(_SETTLING):
        QApplication.processEvents()
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            short = label.height() < label.heightForWidth(label.width())
        else:
            short = label.width() < label.fontMetrics().horizontalAdvance(label.text())
        if short:
            found.append(label.text())
    buttons = (one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text())
    found += [one.text() for one in buttons if one.width() < one.sizeHint().width()]
    return found
