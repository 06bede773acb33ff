# SPDX-License-Identifier: MIT
"""The forms that stand in the panel's place for a while: a group that came, a permission to contact."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.group_events import GroupSaved, RemoveGroup
from desktop.notebook.messages.leads import LeadRow, RemoveLead, SaveLead
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import GroupRow
from desktop.ui.drafts import DraftKeeper
from desktop.ui.page import Tools
from desktop.ui.today.group import Group, from_draft, from_row
from desktop.ui.today.group_form import GroupForm
from desktop.ui.today.key_map import KeyMap
from desktop.ui.today.lead_form import LeadForm
from desktop.ui.today.session_part import SessionPart
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.moments import local_moment
from desktop.ui.words.problems import sentence
from sync.records.ids import EntityId

_GROUP, _LEAD = "group", "lead"
_BESIDE = frozenset({Problem.FIELD_REQUIRED, Problem.FIELD_REFUSED, Problem.TEXT_TOO_LONG})


class StandForms(QWidget):
    """Shows one form or none (``form``); asks to save, and keeps what is half typed."""

    changed = Signal()
    """Another form stands here, or none: the page arranges itself anew."""
    saved = Signal(object, str)
    """SaveId, and what is said of it."""
    place_wanted = Signal()
    """A group without a session has no place to go to."""
    failed = Signal(object)

    def __init__(
        self, tools: Tools, keys: KeyMap, part: SessionPart, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._part = part
        self.form: QWidget | None = None
        self.group = GroupForm(tools.theme, tools.codes, keys)
        self.lead = LeadForm(tools.theme, tools.codes)
        self._group_draft = DraftKeeper(tools, self.failed.emit, self, place=_GROUP)
        self._lead_draft = DraftKeeper(tools, self.failed.emit, self, place=_LEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for form in (self.group, self.lead):
            form.hide()
            column.addWidget(form)
            form.left.connect(self.leave)
        self.group.save_asked.connect(self._save_group)
        self.group.remove_asked.connect(self._remove_group)
        self.group.changed.connect(lambda group: self._group_draft.touch(group.to_draft()))
        self.lead.save_asked.connect(self._save_lead)
        self.lead.remove_asked.connect(self._remove_lead)
        self.lead.edited.connect(lambda: self._lead_draft.touch(self.lead.to_draft()))

    # --- which form ---

    def greet(self) -> None:
        """Bring back what was half typed when this person's notebook was locked."""
        self._group_draft.begin(_GROUP, self._take_group)
        self._lead_draft.begin(_LEAD, self._take_lead)

    def new_group(self) -> None:
        """Show the form of a group; one that is half filled goes on."""
        if self.form is not self.group or self.group.group.event is not None:
            kept = self.group.group
            self.group.begin(Group() if kept.event is not None else kept)
        self._show(self.group)

    def change_group(self, row: GroupRow) -> None:
        """Show the form with one's own group."""
        self.group.begin(from_row(row))
        self._show(self.group)

    def new_lead(self) -> None:
        """Show the form of a permission to contact; one that is half filled goes on."""
        if self.lead.empty or self.lead.changing:
            self.lead.begin(local_moment(self._tools.clock()).date())
        self._show(self.lead)

    def change_lead(self, row: LeadRow) -> None:
        """Show the form with a permission that stands."""
        self.lead.begin(local_moment(self._tools.clock()).date(), row)
        self._show(self.lead)

    def leave(self) -> None:
        """Put the form away, and what was typed in it."""
        if self.form is self.group:
            self.group.begin(Group())
            self._group_draft.touch({})
        elif self.form is self.lead:
            self.lead.begin(local_moment(self._tools.clock()).date())
            self._lead_draft.touch({})
        self._show(None)

    def hide_form(self) -> None:
        """Let the panel stand here; what is half typed stays for the next time."""
        self._show(None)

    def forget(self) -> None:
        """Keep what is half typed in the notebook, then drop every word."""
        self._group_draft.flush()
        self._lead_draft.flush()
        self.group.begin(Group())
        self.lead.forget()
        self._show(None)

    def set_compact(self, *, compact: bool) -> None:
        """Fold to the narrow layout, or back."""
        self.group.set_compact(compact=compact)

    def show_time(self, time: str) -> None:
        """Show the minute that a group will carry."""
        self.group.show_time(time)

    def _show(self, form: QWidget | None) -> None:
        """Show a form before the other is hidden, so that the keys go from one to the other."""
        self.form = form
        if form is not None:
            form.show()
            self.show()
            form.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()
        for one in (self.group, self.lead):
            one.setVisible(one is form)

    def _take_group(self, draft: Mapping[str, str]) -> None:
        if self.group.group.empty:
            self.group.begin(from_draft(draft))
            self._part.resume()
            self._show(self.group)

    def _take_lead(self, draft: Mapping[str, str]) -> None:
        if self.lead.empty:
            self.lead.take_draft(draft, local_moment(self._tools.clock()).date())
            self._part.resume()
            self._show(self.lead)

    # --- saving ---

    def _save_group(self, group: Group) -> None:
        done = partial(self._group_saved, group)
        ask = group.to_save(self._part.session)
        self._tools.bridge.ask(self, ask, done=done, failed=self._group_refused)

    def _group_saved(self, group: Group, answer: GroupSaved) -> None:
        self._group_draft.touch({})
        self.group.begin(Group())
        self._show(None)
        self.saved.emit(answer.save, group_words(group, self._tools.codes))

    def _remove_group(self, group: Group) -> None:
        if group.event is None:
            return

        def done(answer: GroupSaved) -> None:
            self.leave()
            self.saved.emit(answer.save, QCoreApplication.translate("GroupForm", "The group was removed"))

        ask = RemoveGroup(group.event)
        self._tools.bridge.ask(self, ask, done=done, failed=self._group_refused)

    def _group_refused(self, report: ProblemReport) -> None:
        beside = report.problem in _BESIDE
        self.group.refused(sentence(report) if beside else "")
        if report.problem is Problem.NO_PLACE:
            self.place_wanted.emit()
        elif not beside:
            self.failed.emit(report)

    def _save_lead(self, ask: SaveLead) -> None:
        words = QCoreApplication.translate("LeadForm", "May be called: {name}").format(name=ask.name)
        self._tools.bridge.ask(self, ask, done=partial(self._lead_saved, words), failed=self._lead_refused)

    def _remove_lead(self, lead: EntityId) -> None:
        words = QCoreApplication.translate("LeadForm", "The permission was removed")
        done = partial(self._lead_saved, words)
        self._tools.bridge.ask(self, RemoveLead(lead), done=done, failed=self._lead_refused)

    def _lead_saved(self, words: str, saved: RecordSaved) -> None:
        self.leave()
        self.saved.emit(saved.save, words)

    def _lead_refused(self, report: ProblemReport) -> None:
        if not self.lead.refused(report):
            self.failed.emit(report)


def group_words(group: Group, codes: CodeWords) -> str:
    """Return what is said of a group that was saved."""
    parts = [
        codes.label("group_event_kinds", group.kind),
        QCoreApplication.translate("GroupForm", "%n people", None, group.size),
    ]
    parts += [codes.short("topics", group.theme)] if group.theme else []
    return QCoreApplication.translate("GroupForm", "Saved: {what}").format(what=", ".join(parts))
