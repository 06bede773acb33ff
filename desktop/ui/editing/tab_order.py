# SPDX-License-Identifier: MIT
"""Puts widgets that were made later where they stand: Qt appends them to the end of Tab's order."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import createdByPython


def tab_after(first: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go from ``first`` through everything in ``parts`` that it reaches, in the order it was added."""
    chain = [first]
    for part in parts:
        inside = (part, *part.findChildren(QWidget))
        # The open list of a drop-down is a child too, and a window of its own.
        chain += [one for one in inside if _reached(one) and one.window() is first.window()]
    for one, other in pairwise(chain):
        QWidget.setTabOrder(one, other)


def _reached(widget: QWidget) -> bool:
    """Whether Tab stops at it; what Qt has made inside a field leads back to that field.

    Such an inner widget is not asked for its proxy: PySide6 may delete that with the wrapper (desktop/ui/README.md).
    """
    reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(reached) and createdByPython(widget) and widget.focusProxy() is None
