# SPDX-License-Identifier: MIT
"""Editors of values that mean something only together, and of the identity code; which editor a field gets."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.people import FieldValue
from desktop.ui.page import NOT_KEPT, Tools
from desktop.ui.people.editors import (
    CodeEditor,
    DateEditor,
    FlagEditor,
    LineEditor,
    PhoneEditor,
    ValueEditor,
    WaysEditor,
)
from desktop.ui.theme.measures import GAP
from sync.records.fields import FieldSpec, FieldType
from sync.records.hetu import birth_date, is_hetu, mask_hetu, tidy_hetu
from sync.records.kinds import kind as kind_of

_HETU_SIGNS: Final = 11


class PairEditor(ValueEditor):
    """Two editors side by side that make one value: a group with two parts."""

    def __init__(
        self,
        first: ValueEditor,
        second: ValueEditor,
        names: tuple[str, str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        self.first, self.second = first, second
        self._names = names
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(first, 1)
        row.addWidget(second, 1)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(first)
        for one in (first, second):
            one.edited.connect(self.edited)

    def value(self) -> FieldValue:
        """Return both parts, or ``None`` when both are empty."""
        one, other = self.first.value(), self.second.value()
        if one is None and other is None:
            return None
        return {self._names[0]: _part(one), self._names[1]: _part(other)}

    def show_value(self, value: FieldValue) -> None:
        """Show both parts."""
        parts = value if isinstance(value, dict) else {}
        self.first.show_value(parts.get(self._names[0]))
        self.second.show_value(parts.get(self._names[1]))

    def kept(self) -> str:
        """Return both texts with a line break between, or nothing when both are empty."""
        texts = self.first.kept(), self.second.kept()
        return "\n".join(texts) if any(texts) else ""

    def restore(self, text: str) -> None:
        """Show both texts."""
        one, _, other = text.partition("\n")
        self.first.restore(one)
        self.second.restore(other)

    def problem(self) -> str:
        """Return what is wrong with either part."""
        return self.first.problem() or self.second.problem()

    def set_error(self, words: str) -> None:
        """Show it under the part it is about, else under the first."""
        at_second = bool(self.second.problem()) and not self.first.problem()
        (self.second if at_second else self.first).set_error(words)
        if not words:
            self.second.set_error("")

    def set_label(self, label: str) -> None:
        """The parts have labels of their own; this one is for a screen reader."""
        self.setAccessibleName(label)


class NameEditor(PairEditor):
    """First and last name."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(LineEditor(tools), LineEditor(tools), ("first", "last"), parent=parent)

    def set_label(self, label: str) -> None:
        """Say the labels of both parts."""
        super().set_label(label)
        self.first.set_label(QCoreApplication.translate("Editors", "First name"))
        self.second.set_label(QCoreApplication.translate("Editors", "Last name"))


class LabourEditor(PairEditor):
    """Where a person stands in working life, and since when."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(CodeEditor(tools, "statuses"), DateEditor(tools), ("status", "since"), parent=parent)

    def set_label(self, label: str) -> None:
        """Say the labels of both parts."""
        super().set_label(label)
        self.first.set_label(label)
        self.second.set_label(QCoreApplication.translate("Editors", "Since"))


class HetuEditor(LineEditor):
    """The identity code: checked while it is typed, masked as soon as the field is left."""

    def __init__(self, tools: Tools, *, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(tools, longest=20, parent=parent)
        self._practice = practice
        self._code = ""
        self._mask = ""
        self.field.line.setProperty(NOT_KEPT, True)
        self.field.line.installEventFilter(self)

    def set_practice(self, *, practice: bool) -> None:
        """Let made-up codes (900-999) count, or not."""
        self._practice = practice

    def value(self) -> FieldValue:
        """Return the code; ``None`` when none was typed, also beside a mask that was left alone."""
        return tidy_hetu(self._code) or None

    def show_value(self, value: FieldValue) -> None:
        """Show the mask of the stored code; what is typed instead replaces it."""
        self._code = ""
        self._mask = str(value or "")
        self.field.set_text(self._mask)
        self.field.set_error("")

    def kept(self) -> str:
        """Return nothing: an identity code is never kept half typed."""
        return ""

    def restore(self, text: str) -> None:
        """Show this code, masked."""
        self._code = text
        self._mask = ""
        self._cover()
        self.field.set_error("")

    def problem(self) -> str:
        """Return that this is no code, if so."""
        if self._code.strip() and not self._valid():
            return QCoreApplication.translate(
                "Editors",
                "The identity code does not check out. Compare it with the document, or leave it empty.",
            )
        return ""

    def born(self) -> str:
        """Return the birth date that the code tells (YYYY-MM-DD), or an empty text."""
        return birth_date(tidy_hetu(self._code)).isoformat() if self._valid() else ""

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Uncover on coming in, cover on leaving."""
        if watched is self.field.line and event.type() is QEvent.Type.FocusIn:
            self.field.set_text(self._code)
        elif watched is self.field.line and event.type() is QEvent.Type.FocusOut:
            self.field.set_error(self.problem())
            self._cover()
        return super().eventFilter(watched, event)

    def _valid(self) -> bool:
        return is_hetu(tidy_hetu(self._code), allow_temporary=self._practice)

    def _cover(self) -> None:
        shown = mask_hetu(tidy_hetu(self._code)) if self._valid() else self._code or self._mask
        self.field.set_text(shown)

    def typed(self, text: str) -> None:
        """Check the code as soon as it is long enough."""
        self._code = text
        if len(tidy_hetu(text)) >= _HETU_SIGNS:
            self.field.set_error(self.problem())
        super().typed(text)


def editor_for(kind: str, field: str, tools: Tools, *, practice: bool) -> ValueEditor | None:
    """Return an editor of a field, or ``None`` where there is nothing to type: sets' elements, ids, places."""
    spec = kind_of(kind)
    found = spec.field(field) if spec is not None else None
    if found is None or found.element:
        return None
    if (kind, field) == ("person", "name"):
        return NameEditor(tools)
    if (kind, field) == ("situation", "labour"):
        return LabourEditor(tools)
    return _single(found, tools, practice=practice)


def _single(spec: FieldSpec, tools: Tools, *, practice: bool) -> ValueEditor | None:
    match spec.type:
        case FieldType.CODE if spec.codes is not None:
            return CodeEditor(tools, spec.codes)
        case FieldType.DATE:
            return DateEditor(tools)
        case FieldType.HETU:
            return HetuEditor(tools, practice=practice)
        case FieldType.FLAG:
            return FlagEditor(tools)
        case FieldType.PHONE:
            return PhoneEditor(tools, longest=spec.max_length)
        case FieldType.TEXT | FieldType.EMAIL:
            return LineEditor(tools, longest=spec.max_length)
        case _:
            return None


def ways_editor(tools: Tools) -> WaysEditor:
    """Return the editor of how a person may be reached."""
    return WaysEditor(tools, "contact_ways")


def _part(value: FieldValue) -> bool | int | str | None:
    return value if value is None or isinstance(value, bool | int | str) else None


def focus_of(editor: ValueEditor) -> None:
    """Put the keyboard into an editor."""
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
