# SPDX-License-Identifier: MIT
"""The form of a service: every field by section, one language of its texts at a time, nothing lost by locking."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.editing import EditingView, SaveService
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.notice import Notice
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.drafts import DraftKeeper
from desktop.ui.editing.complementary_editor import ComplementaryEditor
from desktop.ui.editing.form_foot import NEW, FormFoot
from desktop.ui.editing.form_parts import FormParts
from desktop.ui.editing.language_bar import LanguageBar
from desktop.ui.editing.part_editor import LineEditor
from desktop.ui.editing.reading import read_service
from desktop.ui.editing.texts_editor import TextsEditor
from desktop.ui.editing.value_words import half_a_year_after
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.moments import local_moment
from desktop.ui.words.service_fields import service_field_label, wrong_words
from sync.catalogue.checking import problems_of
from sync.catalogue.model import text_in, to_map

_CONTENT: Final = "content"
_TYPED: Final = "typed/"
"""Before a field's name in a draft: what is half typed there and no day or number yet."""


class ServiceForm(Card):
    """`saved` tells that the service is durable, `left` that the form was put away, its draft kept or dropped."""

    saved = Signal(object, str)
    """RecordSaved, and the status it was saved with."""
    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._view: EditingView | None = None
        self._base: dict[str, Any] = {}
        self._before: dict[str, Any] = {}
        self._touched = False
        self._saving = False
        theme = tools.theme
        self.parts = FormParts(tools)
        self.title = Words(theme, size=Type.TITLE, wrap=True)
        self.bar = LanguageBar(tools)
        self.draft = Notice(theme, tone=Tone.ACCENT, icon_name="history")
        self.trouble = Notice(theme, tone=Tone.DANGER, icon_name="circle-alert")
        self.checked = Button(theme, icon_name="square-check")
        self.pane = ScrollPane(theme, " ")
        self.foot = FormFoot(tools)
        self._drafts = DraftKeeper(tools, self.troubled.emit, self)
        self._lay_out()
        self._join()
        self.retranslate()
        self.forget()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.bar)
        head.addWidget(self.draft)
        head.addWidget(self.trouble)
        inner = self.pane.body
        inner.setContentsMargins(13, 4, 13, 12)
        inner.setSpacing(4)
        for section in self.parts.sections.values():
            inner.addWidget(section)
        row = QHBoxLayout()
        row.addWidget(self.checked)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addWidget(self.foot)

    def _join(self) -> None:
        for editor in self.parts.editors.values():
            editor.edited.connect(self._edited)
        goes_with = self.parts.editors["complementary"]
        if isinstance(goes_with, ComplementaryEditor):
            goes_with.troubled.connect(self.troubled)
        self.bar.chosen.connect(self.parts.speak)
        self.checked.clicked.connect(self.mark_checked)
        self.foot.save_asked.connect(self.save)
        self.foot.left.connect(self.put_away)
        self.foot.dropped.connect(self.discard)
        keys = QShortcut(QKeySequence("Ctrl+S"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(lambda: self.save("published"))

    # --- filling ---

    @property
    def editing(self) -> EditingView | None:
        """The service being edited; None for a new one, or while nothing is."""
        return self._view

    def begin_new(self) -> None:
        """Start with an empty form, or with what was half typed."""
        self._begin(None, {}, NEW)

    def begin_edit(self, view: EditingView) -> None:
        """Fill the form; a draft of earlier changes comes back over it."""
        self._begin(view, dict(view.content), view.status)

    def focus_first(self) -> None:
        """Put the keyboard into the name."""
        self.pane.to_top()
        self.parts.editors["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Keep what is half typed, then drop every value."""
        self._drafts.forget()
        self._view = None
        self._base, self._before = {}, {}
        self._saving = False
        self._fill({})
        self._clear()

    def _begin(self, view: EditingView | None, base: dict[str, Any], status: str) -> None:
        self._drafts.flush()
        self._view, self._base = view, base
        self._saving = self._touched = False
        self.parts.fold_again()
        self._fill(base)
        self._before = self._built()
        self._clear()
        self.foot.show_for(status)
        self._dress()
        place = f"service/{view.service.hex()}" if view is not None else "service/new"
        self._drafts.begin(place, self._restore)

    def _fill(self, content: dict[str, Any]) -> None:
        self.parts.show_content(content)
        self.bar.begin(self.parts.languages())
        self.parts.speak(self.bar.language)

    def _clear(self) -> None:
        self.draft.hide()
        self.trouble.hide()
        self.foot.show_changed(changed=False)
        for editor in self.parts.editors.values():
            editor.set_error("")

    def _restore(self, kept: Mapping[str, str]) -> None:
        """Show a draft; what was typed before it came is newer and stays."""
        if self._touched:
            return
        try:
            content = json.loads(kept.get(_CONTENT, ""))
        except ValueError:
            return
        if not isinstance(content, dict) or read_service(content) is None:
            return
        self._fill(content)
        for field, editor in self.parts.editors.items():
            if isinstance(editor, LineEditor) and f"{_TYPED}{field}" in kept:
                editor.field.set_text(kept[f"{_TYPED}{field}"])
        self.draft.tell(
            QCoreApplication.translate(
                "Editing", "What you had half done is here again. It is not saved yet."
            )
        )
        self.foot.show_changed(changed=True)

    def _edited(self) -> None:
        self._touched = True
        self.parts.count()
        built = self._built()
        unread = {
            f"{_TYPED}{field}": editor.field.text()
            for field, editor in self.parts.editors.items()
            if isinstance(editor, LineEditor) and editor.problem()
        }
        changed = built != self._before or bool(unread)
        self.foot.show_changed(changed=changed)
        kept = {_CONTENT: json.dumps(built, ensure_ascii=False)} | unread
        self._drafts.touch(kept if changed else {})

    def _built(self) -> dict[str, Any]:
        """Return what the form holds as the notebook would write it."""
        built = self.parts.content(self._base)
        service = read_service(built)
        return to_map(service) if service is not None else built

    def mark_checked(self) -> None:
        """Write that all of it is true today, and wants looking at again in half a year."""
        today = self._today()
        self.parts.editors["checked"].show_value(today.isoformat())
        self.parts.editors["stale_after"].show_value(half_a_year_after(today).isoformat())
        self.parts.reveal("checked")
        self._edited()

    # --- saving and leaving ---

    def save(self, status: str) -> None:
        """Check, and save with this status. What is wrong is told beside its field."""
        if self._saving or not self._good():
            return
        view = self._view
        self._saving = True
        ask = SaveService(
            view.service if view is not None else None,
            self._built(),
            status,
            view.sight if view is not None else 0,
        )

        def done(saved: RecordSaved) -> None:
            self._saving = False
            self._drafts.drop()
            self.saved.emit(saved, status)

        self._tools.bridge.ask(self, ask, done=done, failed=self._refused)

    def put_away(self) -> None:
        """Leave the form; what is half typed comes back when it is opened again."""
        self._drafts.flush()
        self.left.emit()

    def discard(self) -> None:
        """Leave the form and throw away what was typed."""
        self._drafts.drop()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Esc puts the form away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _good(self) -> bool:
        for editor in self.parts.editors.values():
            editor.set_error("")
        self.trouble.hide()
        wrong = [(field, said) for field, editor in self.parts.editors.items() if (said := editor.problem())]
        if not wrong:
            service = read_service(self._built())
            if service is not None:
                found = problems_of(service, self._tools.codes.lists)
                wrong = [(one.field, wrong_words(one.wrong.value)) for one in found]
        self._show_wrong(wrong)
        return not wrong

    def _show_wrong(self, wrong: Iterable[tuple[str, str]]) -> None:
        """Show each beside its field, open their sections, and go to the first."""
        first: QWidget | None = None
        for path, words in wrong:
            found = self.parts.find(path)
            if found is None:
                label = service_field_label(path, self._tools.codes)
                self.trouble.tell(f"{label}: {words}")
                continue
            field, rest = found
            editor = self.parts.editors[field]
            editor.set_error(words, rest)
            self.parts.reveal(field)
            if first is None:
                first = editor
                if isinstance(editor, TextsEditor) and rest:
                    self.bar.choose(rest)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            found_at = first  # a section that was folded has no place before it is laid out
            QTimer.singleShot(0, self, lambda: self.pane.area.ensureWidgetVisible(found_at))

    def _refused(self, report: ProblemReport) -> None:
        self._saving = False
        if report.problem is Problem.FIELD_REFUSED:
            reason = wrong_words(str(report.facts.get("reason", "")))
            self._show_wrong([(str(report.facts.get("field", "")), reason)])
        else:
            self.troubled.emit(report)

    # --- words ---

    def retranslate(self) -> None:
        """Say every word again."""
        self.parts.retranslate()
        self.bar.retranslate()
        self.foot.retranslate()
        self.pane.set_name(QCoreApplication.translate("Editing", "Fields of the service"))
        self.checked.setText(QCoreApplication.translate("Editing", "Checked today"))
        self.checked.updateGeometry()
        self._dress()

    def _dress(self) -> None:
        if self._view is None:
            self.title.setText(QCoreApplication.translate("Editing", "New own service"))
            return
        service = read_service(self._view.content)
        name = text_in(service.name, self._tools.translations.language.value) if service is not None else ""
        words = QCoreApplication.translate("Editing", "Edit: {name}")
        self.title.setText(words.format(name=breakable(name)))

    def _today(self) -> date:
        return local_moment(self._tools.clock()).date()
