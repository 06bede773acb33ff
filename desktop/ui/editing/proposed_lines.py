# SPDX-License-Identifier: MIT
"""The changes an import proposes, as high as their words need at the width they get."""

from PySide6.QtGui import QResizeEvent

from desktop.ui.review.change_lines import ChangeLines


class ProposedLines(ChangeLines):
    """Asks for room again when its width changed: a scroll bar that came makes the words break elsewhere."""

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Measure again at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
