# SPDX-License-Identifier: MIT
"""Where the editors of the plan and of each record of a path stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.page import Tools
from desktop.ui.people.editors import CodeEditor, FlagEditor, LineEditor, ValueEditor
from desktop.ui.people.plan_editors import (
    LevelEditor,
    LongEditor,
    MomentEditor,
    SetEditor,
    ahead_editor,
    behind_editor,
    day_editor,
    stops_of,
)
from desktop.ui.people.plan_service import ServiceEditor
from desktop.ui.theme.measures import GAP
from desktop.ui.words.fields import field_label
from sync.records.fields import LINE_LENGTH, NAME_LENGTH

MINE: Final = "mine"
NEXT: Final = "next_contact"
SERVICE: Final = "service_name"
_Maker = Callable[[Tools], ValueEditor]


def _code(codes: str) -> _Maker:
    return lambda tools: CodeEditor(tools, codes)


def _line(longest: int) -> _Maker:
    return lambda tools: LineEditor(tools, longest=longest)


@dataclass(frozen=True, slots=True)
class Place:
    """One editor: of which field, how it is made, and whether it takes the whole width."""

    field: str
    make: _Maker
    wide: bool = False
    only: str = ""
    """``old``: of what is there already."""


_ANSWERS: Final = _code("follow_up_answers")
PLACES: Final[Mapping[str, tuple[Place, ...]]] = {
    "plan": (
        Place("goal", lambda tools: LongEditor(tools, lines=2), wide=True),
        Place("client_words", LongEditor, wide=True),
        Place("agreed", behind_editor),
        Place(NEXT, ahead_editor),
        Place("integration", FlagEditor),
        Place("valid_to", day_editor),
    ),
    "plan_step": (
        Place("what", _line(LINE_LENGTH), wide=True),
        Place("who", _code("step_owners")),
        Place("due", ahead_editor),
        Place(SERVICE, ServiceEditor, wide=True),
        Place(MINE, FlagEditor, wide=True),
    ),
    "encounter": (
        Place("kind", _code("encounter_kinds"), wide=True),
        Place("at", MomentEditor, wide=True),
        Place("summary", LongEditor, wide=True),
        Place("next_step", _line(LINE_LENGTH)),
        Place(NEXT, ahead_editor),
        Place("with", lambda tools: SetEditor(tools, "participants"), wide=True),
    ),
    "transition": (
        Place("kind", _code("transition_kinds")),
        Place("day", behind_editor),
        Place("verified_by", _code("verifiers"), wide=True),
        Place("text", _line(LINE_LENGTH), wide=True),
        Place("after_3", _ANSWERS, wide=True, only="old"),
        Place("after_6", _ANSWERS, wide=True, only="old"),
        Place("after_12", _ANSWERS, wide=True, only="old"),
    ),
    "skill": (
        Place("name", _line(NAME_LENGTH), wide=True),
        Place("level", LevelEditor, wide=True),
        Place("evidence", _line(LINE_LENGTH), wide=True),
    ),
    "permit": (
        Place("kind", _code("permit_kinds"), wide=True),
        Place("valid_to", day_editor),
        Place("text", _line(LINE_LENGTH), wide=True),
    ),
}  # fmt: skip


class PathSheet(QWidget):
    """The editors of one kind, in two columns."""

    def __init__(self, tools: Tools, kind: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._kind = kind
        self.editors: dict[str, ValueEditor] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        row = column = 0
        for place in PLACES[kind]:
            editor = place.make(tools)
            self.editors[place.field] = editor
            if place.wide and column:
                row, column = row + 1, 0
            grid.addWidget(editor, row, column, 1, 2 if place.wide else 1)
            column = 2 if place.wide else column + 1
            if column > 1:
                row, column = row + 1, 0
        for each in (0, 1):
            grid.setColumnStretch(each, 1)
        self.retranslate()

    def show_for(self, *, new: bool) -> None:
        """Show the editors of a new record, or of one that is there."""
        for place in PLACES[self._kind]:
            self.editors[place.field].setVisible(not (new and place.only == "old"))

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in the order in which it stands."""
        stops: list[QWidget] = []
        for editor in self.editors.values():
            stops += editor.stops() if isinstance(editor, ServiceEditor) else stops_of(editor)
        return stops

    def retranslate(self) -> None:
        """Say every label again."""
        apart = {
            MINE: QCoreApplication.translate("PlanForm", "I follow this up"),
            "at": QCoreApplication.translate("PlanForm", "Day"),
            "text": QCoreApplication.translate("PlanForm", "More about it"),
        }
        if self._kind == "encounter":
            apart[NEXT] = QCoreApplication.translate("PlanForm", "Next contact")
        for field, editor in self.editors.items():
            editor.set_label(apart.get(field) or field_label(self._kind, field, self._tools.codes))
