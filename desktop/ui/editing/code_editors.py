# SPDX-License-Identifier: MIT
"""Editors of codes: one of a list, several of it as boxes, yes or no."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field
from desktop.ui.components.words import Words
from desktop.ui.editing.part_editor import PartEditor
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import yes_no
from desktop.ui.words.moments import local_moment


class OneCodeEditor(PartEditor):
    """One code of a list, or not known. ``codes`` names the list."""

    def __init__(self, tools: Tools, codes: str, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._codes = codes
        self.choice = Choice(tools.theme, " ")
        self.choice.setMaxVisibleItems(14)
        self.field = Field(tools.theme, " ", self.choice)
        super().__init__(self.field, parent=parent)
        self.choice.chosen.connect(lambda _key: self._chosen())

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the code, or ``None``."""
        return self.choice.key() or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show a code; one that the list offers no longer is offered all the same."""
        self.choice.set_options(self.options(str(value or "")), key=str(value or ""))
        self.field.set_error("")

    def set_error(self, words: str, path: str = "") -> None:  # noqa: ARG002 - a code has no parts
        """Show what is wrong under the list."""
        self.field.set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label, and the words of the codes with it."""
        self.field.set_label(label)
        self.choice.set_options(self.options(self.choice.key()))

    def options(self, held: str) -> list[tuple[str, str]]:
        """Return what may be chosen, with the code that is held."""
        codes = self._tools.codes
        day = local_moment(self._tools.clock()).date().isoformat()
        options = [("", unknown_word())]
        options += [(row.code, codes.row_label(row)) for row in codes.lists[self._codes].on(day)]
        if held and held not in {key for key, _ in options}:
            options.append((held, codes.label(self._codes, held)))
        return options

    def _chosen(self) -> None:
        self.field.set_error("")
        self.edited.emit()


class YesNoEditor(OneCodeEditor):
    """Yes, no, or not known; ``partly`` offers that too."""

    def __init__(self, tools: Tools, *, partly: bool = False, parent: QWidget | None = None) -> None:
        self._partly = partly
        super().__init__(tools, "", parent=parent)

    def options(self, held: str) -> list[tuple[str, str]]:  # noqa: ARG002 - these never go out of use
        """Return yes, no and not known."""
        partly = [("partly", QCoreApplication.translate("Editing", "Partly"))] if self._partly else []
        return [("", unknown_word()), ("yes", yes_no(yes=True)), *partly, ("no", yes_no(yes=False))]


class CodesEditor(PartEditor):
    """Several codes of a list, a box each, in ``columns`` columns."""

    def __init__(self, tools: Tools, codes: str, *, columns: int = 2, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._codes = codes
        self._beyond: list[str] = []
        self._label = Words(tools.theme, size=Type.LABEL)
        self._message = Words(tools.theme, size=Type.SECONDARY, tone=Tone.DANGER, wrap=True)
        self._message.hide()
        self.boxes = {row.code: Check(tools.theme, " ") for row in tools.codes.lists[codes].rows}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addWidget(self._label)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // columns, place % columns)
            box.clicked.connect(lambda _on: self._clicked())
        for each in range(columns):
            grid.setColumnStretch(each, 1)
        column.addLayout(grid)
        column.addWidget(self._message)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the codes ticked, in the list's order, or ``None``; codes of a newer list stay."""
        return [*(code for code, box in self.boxes.items() if box.isChecked()), *self._beyond] or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Tick these codes."""
        on = [str(code) for code in value or ()]
        self._beyond = [code for code in on if code not in self.boxes]
        for code, box in self.boxes.items():
            box.setChecked(code in on)
        self.set_error("")

    def set_error(self, words: str, path: str = "") -> None:  # noqa: ARG002 - the boxes are one
        """Show what is wrong under the boxes."""
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def set_label(self, label: str) -> None:
        """Change the label and the words of the boxes."""
        self._label.setText(label)
        for code, box in self.boxes.items():
            word = self._tools.codes.label(self._codes, code)
            box.setText(word)
            box.setAccessibleName(f"{label}: {word}")
            box.updateGeometry()

    def _clicked(self) -> None:
        self.set_error("")
        self.edited.emit()


def unknown_word() -> str:
    """Return the word for a code that is not known."""
    return QCoreApplication.translate("Editing", "Not known")
