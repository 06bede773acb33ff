# SPDX-License-Identifier: MIT
"""The form for a new person and for changes: few fields first, the rest on demand, only changes are written."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.leads import LeadRow
from desktop.notebook.messages.people import (
    FieldValue,
    PersonView,
    RecordSaved,
    SavePerson,
)
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.field import TextField
from desktop.ui.components.notice import Notice
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.drafts import DraftKeeper
from desktop.ui.page import Tools
from desktop.ui.people.alike import ALIKE_BY, AlikeSearch
from desktop.ui.people.duplicates import DuplicateHints
from desktop.ui.people.editors import ValueEditor, too_long
from desktop.ui.people.form_changes import changed_fields, values_of
from desktop.ui.people.form_layout import BORN, HETU, KNOWN_AS, NAME, FormParts, fill_from_lead
from desktop.ui.people.form_problems import field_of, need_name, sentence_beside
from desktop.ui.people.group_editors import HetuEditor, focus_of
from desktop.ui.people.hidden_fields import HiddenFields
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from sync.records.fields import TEXT_LENGTH
from sync.records.ids import EntityId

_NOTE: Final = "note"
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PersonForm(Card):
    """`saved` tells that the person is durable, `left` that the form was put away."""

    saved = Signal(object)
    """RecordSaved."""
    left = Signal()
    person_asked = Signal(object)
    """An EntityId: the person is here already, open that card."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._view: PersonView | None = None
        self._visit: EntityId | None = None
        self._lead: EntityId | None = None
        self._before: dict[str, FieldValue] = {}
        self._saving = False
        self._compact = False
        theme = tools.theme
        self.parts = FormParts(tools)
        self.title = Words(theme, size=Type.TITLE, wrap=True)
        self.lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.visit_notice = Notice(theme, tone=Tone.ACCENT, icon_name="link")
        self.hidden = HiddenFields(tools, self.parts.editors, self._before)
        self.more = Button(theme, kind=ButtonKind.LINK, icon_name="chevron-down")
        self.note = TextField(theme, " ", longest=TEXT_LENGTH, lines=3)
        self.hints = DuplicateHints(tools)
        self.save = Button(theme, kind=ButtonKind.PRIMARY, key="Enter", tall=True)
        self.cancel = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self._drafts = DraftKeeper(tools, self.troubled.emit, self)
        self._area = ScrollPane(theme, " ")
        self._alike = AlikeSearch(tools, self.parts.editors, self.hints, self._refused, self)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        column = self._area.body
        column.setContentsMargins(16, 9, 16, 5)
        column.setSpacing(6)
        for one in (self.title, self.lead, self.visit_notice, self.hidden, self.parts.first):
            column.addWidget(one)
        column.insertSpacing(3, 6)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.parts.more)
        column.addWidget(self.note)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(19, 4, 19, 8)
        foot.setSpacing(4)
        foot.addWidget(self.hints)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        foot.addLayout(buttons)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(foot)

    def _join(self) -> None:
        for key, editor in self.parts.editors.items():
            editor.edited.connect(lambda key=key: self._edited(key))
        self.note.edited.connect(lambda _text: self._edited(_NOTE))
        self.more.clicked.connect(lambda: self.show_more(shown=self.parts.more.isHidden()))
        self.hidden.troubled.connect(self.troubled)
        self.save.clicked.connect(self.save_person)
        self.cancel.clicked.connect(self.leave)
        self.hints.person_opened.connect(self._open_alike)
        self.hints.refused.connect(self._save_all_the_same)

    @property
    def edits(self) -> bool:
        """Whether a card is being changed, not a new one made."""
        return self._view is not None

    @property
    def visit(self) -> EntityId | None:
        """The walk-in that is linked on saving."""
        return self._visit

    @property
    def permission(self) -> EntityId | None:
        """The permission to contact that the card is made of."""
        return self._lead

    # --- filling ---

    def begin_new(
        self, *, visit: EntityId | None, lead: EntityId | None = None, row: LeadRow | None = None
    ) -> None:
        """Start empty, or with what was half typed, or with what a permission to contact (``lead``) says."""
        place = f"person/lead/{lead.hex()}" if lead is not None else "person/new"
        going_on = self._drafts.place == place and self._view is None
        self._view = None
        self._visit, self._lead = visit, lead
        if not going_on:
            self._empty()
            self.show_more(shown=False)
            self._drafts.begin(place, self._restore)
            if row is not None:
                self.show_more(shown=bool(row.email))
                fill_from_lead(self.parts.editors, row)
                self._edited(KNOWN_AS)
        self._dress()

    def begin_edit(self, view: PersonView) -> None:
        """Fill the form with a card; a draft of earlier changes comes back over it."""
        self._view = view
        self._visit = self._lead = None
        self._empty()
        for kind, fields in (("person", view.fields), ("situation", view.situation)):
            for field in fields:
                editor = self.parts.editors.get(f"{kind}/{field.name}")
                hidden = field.masked and f"{kind}/{field.name}" != HETU
                if editor is not None and not hidden:
                    editor.show_value(field.value)
        self.hidden.begin(view)
        self._remember()
        self.show_more(shown=True)
        self._drafts.begin(f"person/{view.person.hex()}", self._restore)
        self._dress()

    def focus_first(self, key: str = "") -> None:
        """Put the keyboard into the first field, or into the one that ``kind/field`` names."""
        self._area.to_top()
        self._show_editor(self.parts.editors.get(key, self.parts.editors[NAME]))

    def set_practice(self, *, practice: bool) -> None:
        """Let made-up identity codes count, or not."""
        hetu = self.parts.editors[HETU]
        if isinstance(hetu, HetuEditor):
            hetu.set_practice(practice=practice)

    def show_more(self, *, shown: bool) -> None:
        """Open or fold the second part."""
        self.parts.more.setVisible(shown)
        self.note.setVisible(shown and self._view is None)
        self.more.set_icon("chevron-up" if shown else "chevron-down")
        self.more.setText(
            QCoreApplication.translate("PersonForm", "Less")
            if shown
            else QCoreApplication.translate("PersonForm", "More details")
        )
        self.more.updateGeometry()

    def set_compact(self, *, compact: bool) -> None:
        """The form's two columns fit the narrow window as they are; only the sentence on top goes."""
        self._compact = compact
        self._dress()

    def forget(self) -> None:
        """Drop every value typed or shown."""
        self._drafts.forget()
        self._view = None
        self._visit = self._lead = None
        self._saving = False
        self._empty()
        self._dress()

    def _empty(self) -> None:
        self._saving = False
        for editor in self.parts.editors.values():
            editor.show_value(None)
            editor.set_error("")
        self.hidden.forget()
        self._remember()
        self.note.set_text("")
        self.note.set_error("")
        self._alike.clear()

    def _remember(self) -> None:
        self._before.clear()
        self._before.update(values_of(self.parts.editors))

    def _restore(self, kept: Mapping[str, str]) -> None:
        """Show a draft; what was typed before it came is newer and stays."""
        for key, text in kept.items():
            editor = self.parts.editors.get(key)
            if key == _NOTE:
                self.note.set_text(self.note.text() or text)
            elif editor is not None and editor.value() == self._before.get(key):
                editor.restore(text)
        rest = {key for key, one in self.parts.editors.items() if self.parts.more.isAncestorOf(one)}
        if rest & kept.keys() or _NOTE in kept:
            self.show_more(shown=True)

    # --- while it is filled ---

    def _edited(self, key: str) -> None:
        if key == HETU:
            self._take_birth_date()
        editors = self.parts.editors
        kept = {
            name: editor.kept()
            for name, editor in editors.items()
            if self._view is None or editor.value() != self._before.get(name)
        }
        self._drafts.touch({**kept, _NOTE: self.note.text()})
        if key in ALIKE_BY and self._view is None:
            self._alike.soon()

    def _take_birth_date(self) -> None:
        hetu, born = self.parts.editors[HETU], self.parts.editors[BORN]
        if isinstance(hetu, HetuEditor) and hetu.born() and born.value() is None:
            born.show_value(hetu.born())

    # --- saving ---

    def save_person(self) -> None:
        """Check, ask for duplicates of somebody new, save. What is wrong is told beside its field."""
        if self._saving or not self._good():
            return
        self._alike.stop()
        if self._view is None and not self._alike.up_to_date:
            self._alike.look(self._send)
        elif self.hints.hints:
            self.hints.setFocus()
        else:
            self._send()

    def leave(self) -> None:
        """Put the form away; what was typed is thrown away on purpose."""
        self._drafts.drop()
        self._empty()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter saves (in the note with Ctrl), Esc puts the form away."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_text = isinstance(self.window().focusWidget(), QPlainTextEdit)
        if event.key() in _ENTER and (held or not in_text):
            self.save_person()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _good(self) -> bool:
        editors = self.parts.editors
        wrong: list[ValueEditor] = []
        for editor in editors.values():
            words = editor.problem()
            editor.set_error(words)
            if words:
                wrong.append(editor)
        if editors[NAME].value() is None and editors[KNOWN_AS].value() is None:
            editors[KNOWN_AS].set_error(need_name())
            wrong.insert(0, editors[KNOWN_AS])
        if len(self.note.text()) > TEXT_LENGTH:
            self.note.set_error(too_long(len(self.note.text()), TEXT_LENGTH))
            self.note.area.setFocus()
            return False
        if wrong:
            self._show_editor(wrong[0])
        return not wrong

    def _show_editor(self, editor: ValueEditor) -> None:
        if self.parts.more.isAncestorOf(editor):
            self.show_more(shown=True)
        focus_of(editor)
        self._area.area.ensureWidgetVisible(editor)

    def _send(self) -> None:
        view = self._view
        ask = SavePerson(
            view.person if view is not None else None,
            changed_fields("person", self.parts.editors, self._before),
            changed_fields("situation", self.parts.editors, self._before),
            unicodedata.normalize("NFC", self.note.text().strip()) if view is None else "",
            self._visit if view is None else None,
            sight=view.sight if view is not None else 0,
            lead=self._lead if view is None else None,
        )
        if view is not None and not ask.fields and not ask.situation:
            self.leave()
            return
        self._saving = True
        self._tools.bridge.ask(self, ask, done=self._was_saved, failed=self._refused)

    def _save_all_the_same(self) -> None:
        self._alike.refuse()
        if not self._saving and self._good():
            self._send()

    def _was_saved(self, saved: RecordSaved) -> None:
        self._drafts.drop()
        self._empty()
        self.saved.emit(saved)

    def _refused(self, report: ProblemReport) -> None:
        self._saving = False
        name = field_of(report)
        if name == "text":
            self.show_more(shown=True)
            self.note.set_error(sentence_beside(report))
            self.note.area.setFocus()
            return
        for key, editor in self.parts.editors.items():
            if name and key.partition("/")[2] == name:
                self._show_editor(editor)
                editor.set_error(sentence_beside(report))
                return
        self.troubled.emit(report)

    def _open_alike(self, key: str) -> None:
        if key:
            self.person_asked.emit(EntityId(bytes.fromhex(key)))

    # --- words ---

    def retranslate(self) -> None:
        """Say every word again."""
        self.parts.retranslate()
        self._area.set_name(QCoreApplication.translate("PersonForm", "Details of the person"))
        self.hints.retranslate()
        self.hidden.retranslate()
        self.note.set_label(QCoreApplication.translate("PersonForm", "First note"))
        self.save.setText(QCoreApplication.translate("PersonForm", "Save"))
        self.cancel.setText(QCoreApplication.translate("PersonForm", "Cancel"))
        self.lead.setText(
            QCoreApplication.translate(
                "PersonForm", "What the person is called is enough. Ask for the rest when it is needed."
            )
        )
        self.show_more(shown=not self.parts.more.isHidden())
        self._dress()

    def _dress(self) -> None:
        self.lead.setVisible(self._view is None and not self._compact)
        if self._view is None:
            self.title.setText(QCoreApplication.translate("PersonForm", "New person"))
        else:
            words = QCoreApplication.translate("PersonForm", "Edit: {name}")
            self.title.setText(words.format(name=breakable(self._view.name)))
        self.visit_notice.setVisible(self._visit is not None or self._lead is not None)
        if self._lead is not None:
            self.visit_notice.tell(
                QCoreApplication.translate(
                    "PersonForm", "The permission to contact becomes this card on saving."
                )
            )
        if self._visit is not None:
            self.visit_notice.tell(
                QCoreApplication.translate("PersonForm", "The visit is linked to this person on saving.")
            )
