# SPDX-License-Identifier: MIT
"""Shows headed sections: labels beside their values, paragraphs over the whole width, nothing cut."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.pill import Mark
from desktop.ui.components.words import Words
from desktop.ui.services.sections import Line, Section
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable

_LABEL: Final = 104


class SectionPart(QWidget):
    """One section; ``beside`` may stand at the right of its heading, as a button to copy it."""

    def __init__(
        self, theme: Theme, section: Section, *, beside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.section = section
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Words(theme, section.title, size=Type.LABEL, tone=Tone.MUTED))
        head.addStretch(1)
        if beside is not None:
            head.addWidget(beside)
            beside.show()
        column.addLayout(head)
        for line in section.lines:
            column.addWidget(_row(theme, line))
        self.setAccessibleName(section.title)


class SectionList(QWidget):
    """Made anew for each service: there are some dozen labels, and a service is read for minutes.

    ``beside`` maps a section's key to what stands by its heading; it outlives the sections.
    """

    def __init__(
        self, theme: Theme, *, beside: Mapping[str, QWidget] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beside = dict(beside or {})
        self._parts: list[SectionPart] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_sections(self, shown: Sequence[Section]) -> None:
        """Show these sections."""
        for widget in self._beside.values():
            widget.setParent(self)  # first: what goes with a section is deleted with it
            widget.hide()
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [
            SectionPart(self._theme, one, beside=self._beside.get(one.key), parent=self) for one in shown
        ]
        for part in self._parts:
            self._column.addWidget(part)

    def words(self) -> list[str]:
        """Return every heading and text shown, top first."""
        return [
            text
            for part in self._parts
            for text in (part.section.title, *(x.text for x in part.section.lines))
        ]


def _row(theme: Theme, line: Line) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    if line.label:
        label = Words(theme, line.label, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        label.setFixedWidth(_LABEL)
        across.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    text = Words(
        theme, breakable(line.text, most=30), size=Type.NAME if line.strong else Type.BODY, wrap=True
    )
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    across.addWidget(text, 1)
    if line.mark is not None:
        across.addWidget(Mark(theme, line.mark), 0, Qt.AlignmentFlag.AlignTop)
    row.setAccessibleName(": ".join(part for part in (line.label, line.text) if part))
    return row
