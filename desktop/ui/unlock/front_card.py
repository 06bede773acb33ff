# SPDX-License-Identifier: MIT
"""The card in the middle of the pages before a notebook is open: fixed width, as high as its sentences need."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.components.card import Card
from desktop.ui.theme.theme import Theme

_MARGINS = (32, 28, 32, 20)


class FrontCard(Card):
    """Wrapped words make it grow, so that a low window scrolls instead of squeezing fields into each other."""

    def __init__(self, theme: Theme, *, width: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._wide = width
        self.body.setContentsMargins(*_MARGINS)
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def event(self, event: QEvent, /) -> bool:
        """Ask for the height that the parts need at this width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.setMinimumHeight(self.body.totalHeightForWidth(self._wide))
        return super().event(event)
