# SPDX-License-Identifier: MIT
"""The form for the plan and for each record of a path. Only what was changed is written; drafts are kept."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import FieldValue
from desktop.notebook.messages.plans import SavePath
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.words import Words
from desktop.ui.drafts import DraftKeeper
from desktop.ui.page import Tools
from desktop.ui.people.editors import ValueEditor
from desktop.ui.people.form_changes import switched
from desktop.ui.people.form_problems import field_of, sentence_beside
from desktop.ui.people.group_editors import focus_of
from desktop.ui.people.plan_sheet import MINE, NEXT, SERVICE, PathSheet
from desktop.ui.people.plan_words import form_title
from desktop.ui.theme.measures import Type
from sync.records.ids import EntityId

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REQUIRED: Final = frozenset({"what", "who", "kind", "at", "day", "verified_by", "name"})


class PathForm(QWidget):
    """``saved(object, str)`` tells a RecordSaved and the kind, ``left`` that Escape closed it. Hidden until asked."""

    saved = Signal(object, str)
    stops_changed = Signal()
    """A form was made that there was not before: Tab goes through more."""
    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._record: EntityId | None = None
        self._kind = ""
        self._sight = 0
        self._saving = False
        self._before: dict[str, FieldValue] = {}
        self._sheets: dict[str, PathSheet] = {}
        theme = tools.theme
        self.title = Words(theme, size=Type.SECTION)
        self.save = Button(theme, kind=ButtonKind.PRIMARY, key="Ctrl Enter")
        self.back = Button(theme, kind=ButtonKind.LINK, key="Esc")
        self._drafts = DraftKeeper(tools, self.troubled.emit, self)
        self._middle = QVBoxLayout()
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.save)
        acts.addWidget(self.back)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addLayout(self._middle)
        column.addLayout(acts)
        self.save.clicked.connect(self.save_record)
        self.back.clicked.connect(self.leave)
        self.hide()
        self.retranslate()

    @property
    def kind(self) -> str:
        """What is being written, or an empty text."""
        return "" if self.isHidden() else self._kind

    def editor(self, field: str) -> ValueEditor:
        """Return an editor of the form that stands open."""
        return self._sheets[self._kind].editors[field]

    def begin(
        self,
        kind: str,
        person: EntityId,
        values: Mapping[str, FieldValue],
        *,
        record: EntityId | None = None,
        preset: Mapping[str, FieldValue] | None = None,
        sight: int = 0,
    ) -> None:
        """Show a form with these values and take the keys.

        ``preset`` are values that a new record gets unless they are changed. ``sight`` names what was looked at.
        """
        self._kind, self._person, self._record, self._sight = kind, person, record, sight
        self._saving = False
        sheet = self._sheet(kind)
        for name, other in self._sheets.items():
            other.setVisible(name == kind)
        sheet.show_for(new=record is None)
        for field, editor in sheet.editors.items():
            editor.show_value(values.get(field))
            editor.set_error("")
        self._before = {field: editor.value() for field, editor in sheet.editors.items()}
        for field, value in (preset or {}).items():
            sheet.editors[field].show_value(value)
        new = record is None and not (kind == "plan" and values)
        self.title.setText(form_title(kind, new=new))
        about = record if record is not None else person
        self._drafts.begin(f"path/{kind}/{about.hex()}", self._restore)
        self.show()
        focus_of(next(iter(sheet.editors.values())))

    def leave(self) -> None:
        """Put the form away; what was typed is thrown away on purpose."""
        self._drafts.drop()
        self._close()
        self.left.emit()

    def forget(self) -> None:
        """Drop every word and hide; what was half typed is kept."""
        self._drafts.forget()
        self._close()
        self._person = self._record = None

    def save_record(self) -> None:
        """Check and save; what is wrong is told beside its field and nothing is lost."""
        person = self._person
        if person is None or self._saving or not self._good():
            return
        ask = self._ask(person)
        if not ask.fields and not ask.next_contact and (ask.mine is None or self._kind != "plan_step"):
            self.leave()
            return
        self._saving = True
        self._tools.bridge.ask(self, ask, done=self._was_saved, failed=self._refused)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order: the editors of every form made so far, and the buttons."""
        return [*(stop for sheet in self._sheets.values() for stop in sheet.stops()), self.save, self.back]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter saves (in a long text with Ctrl), Escape puts the form away."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_text = isinstance(self.window().focusWidget(), QPlainTextEdit)
        if event.key() in _ENTER and (held or not in_text):
            self.save_record()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.save.setText(QCoreApplication.translate("PlanForm", "Save"))
        self.back.setText(QCoreApplication.translate("PlanForm", "Back"))
        for button in (self.save, self.back):
            button.updateGeometry()
        for sheet in self._sheets.values():
            sheet.retranslate()
        if self._kind:
            self.title.setText(form_title(self._kind, new=self._record is None and self._kind != "plan"))

    # --- parts ---

    def _sheet(self, kind: str) -> PathSheet:
        if kind not in self._sheets:
            sheet = PathSheet(self._tools, kind, parent=self)
            self._sheets[kind] = sheet
            self._middle.addWidget(sheet)
            for editor in sheet.editors.values():
                editor.edited.connect(self._edited)
            self.stops_changed.emit()
        return self._sheets[kind]

    def _close(self) -> None:
        self._saving = False
        for sheet in self._sheets.values():
            for editor in sheet.editors.values():
                editor.show_value(None)
                editor.set_error("")
        self._before = {}
        self._kind = ""
        self.hide()

    def _edited(self) -> None:
        editors = self._sheets[self._kind].editors
        changed = {
            name: editor.kept()
            for name, editor in editors.items()
            if editor.value() != self._before.get(name)
        }
        self._drafts.touch(changed)

    def _restore(self, kept: Mapping[str, str]) -> None:
        """Show a draft over what stands there."""
        if not self._kind:
            return
        editors = self._sheets[self._kind].editors
        for name, text in kept.items():
            if name in editors and not (name == "at" and self._record is None):
                editors[name].restore(text)

    def _good(self) -> bool:
        wrong: list[ValueEditor] = []
        for field, editor in self._sheets[self._kind].editors.items():
            if editor.isHidden():
                continue
            words = editor.problem()
            if not words and field in _REQUIRED and editor.value() is None:
                words = _needed()
            editor.set_error(words)
            if words:
                wrong.append(editor)
        if wrong:
            focus_of(wrong[0])
        return not wrong

    def _ask(self, person: EntityId) -> SavePath:
        fields: dict[str, FieldValue] = {}
        mine: bool | None = None
        next_contact = ""
        for field, editor in self._sheets[self._kind].editors.items():
            value, before = editor.value(), self._before.get(field)
            if field == MINE:
                on = value is True
                mine = on if self._record is None or on != (before is True) else None
            elif value == before and not (field == "at" and self._record is None):
                continue
            elif field == NEXT and self._kind == "encounter":
                next_contact = str(value or "")
            elif field == SERVICE:
                fields |= _service(value, before)
            elif isinstance(value, list):
                fields[field] = switched(before, value)
            else:
                fields[field] = value
        return SavePath(
            person, self._kind, fields, self._record, mine=mine, next_contact=next_contact, sight=self._sight
        )

    def _was_saved(self, saved: object) -> None:
        if self._saving:
            kind = self._kind
            self._drafts.drop()
            self._close()
            self.saved.emit(saved, kind)

    def _refused(self, report: ProblemReport) -> None:
        self._saving = False
        name = field_of(report)
        editors = self._sheets[self._kind].editors if self._kind else {}
        if name in editors:
            needed = report.problem is Problem.FIELD_REQUIRED
            editors[name].set_error(_needed() if needed else sentence_beside(report))
            focus_of(editors[name])
            return
        self.troubled.emit(report)


def _needed() -> str:
    return QCoreApplication.translate("PlanForm", "This is needed.")


def _service(value: FieldValue, before: FieldValue) -> dict[str, FieldValue]:
    """Return what is written of a service: its id, which brings its name, or a name without one."""
    new = value if isinstance(value, dict) else {}
    old = before if isinstance(before, dict) else {}
    if new.get("service"):
        return {"service": str(new["service"])}
    fields: dict[str, FieldValue] = {"service_name": str(new.get("name") or "")}
    return {"service": None, **fields} if old.get("service") else fields
