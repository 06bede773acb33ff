# SPDX-License-Identifier: MIT
"""Walks a page as a screen reader, a keyboard and a thick finger would, and says what is wrong in sentences."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from desktop.ui.theme.contrast import ratio
from desktop.ui.theme.measures import TARGET
from desktop.ui.theme.theme import Theme

LEAST_TEXT = 4.5


def described(widget: QWidget) -> str:
    """Return how a finding names a widget: its class and what it is called."""
    name = widget.objectName() or widget.accessibleName() or str(widget.property("text") or "")
    return f"{type(widget).__name__} '{name}'"


def _place(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def focusable(page: QWidget) -> list[QWidget]:
    """Return the widgets of a shown page that Tab reaches, in Tab's order, by pressing on until it comes round.

    `nextInFocusChain` would be shorter, but a table's header met that way is deleted together with its Python
    wrapper (PySide6 6.11.3), and the next change of style crashes.
    """
    window = page.window()
    held = window.focusWidget()
    if held is not None:
        held.clearFocus()
    reached: list[QWidget] = []
    while window.focusNextChild():
        at = window.focusWidget()
        if at is None or at in reached:
            break
        reached.append(at)
    first = min(
        range(len(reached)),
        # The nearest to the corner: a list that fills its card begins left of the search field above it.
        key=lambda place: _place(window, reached[place]).topLeft().manhattanLength(),
        default=0,
    )
    turned = reached[first:] + reached[:first]
    return [each for each in turned if each is page or page.isAncestorOf(each)]


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def nameless(page: QWidget) -> list[str]:
    """Return every widget that takes focus and has no name for a screen reader."""
    return [f"{described(each)} has no accessible name" for each in focusable(page) if not spoken_name(each)]


def too_small(page: QWidget) -> list[str]:
    """Return every target narrower or lower than 44 px; rows of a list are the list's own matter."""
    return [
        f"{described(each)} is {each.width()} x {each.height()}"
        for each in focusable(page)
        if not isinstance(each, QAbstractItemView) and min(each.width(), each.height()) < TARGET
    ]


def out_of_order(page: QWidget) -> list[str]:
    """Return every step of Tab that jumps back: up and to the left at once, within one pane."""
    wrong = []
    for one, other in pairwise(focusable(page)):
        here, there = _place(page, one), _place(page, other)
        if there.bottom() < here.top() and there.right() < here.left():
            wrong.append(f"Tab goes back from {described(one)} to {described(other)}")
    return wrong


def faint(page: QWidget, theme: Theme) -> list[str]:
    """Return every label whose ink stands out less than 4.5:1 from both grounds it can lie on."""
    wrong = []
    for label in page.findChildren(QLabel):
        ink = label.palette().color(QPalette.ColorRole.WindowText).name()
        least = min(ratio(ink, theme.tokens.panel), ratio(ink, theme.tokens.window))
        if label.text() and label.isVisible() and least < LEAST_TEXT:
            wrong.append(f"{described(label)} has a contrast of {least:.2f}")
    return wrong


def walk(page: QWidget, theme: Theme) -> list[str]:
    """Return everything that is wrong with a page that is shown; an empty list is what a test asks for."""
    return [*nameless(page), *too_small(page), *out_of_order(page), *faint(page, theme)]
