# SPDX-License-Identifier: MIT
"""The page of people: who is found on the left, a card or a form on the right."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.leads import LeadRow
from desktop.notebook.messages.people import LinkVisit, OpenPerson, PersonView, RecordSaved
from desktop.notebook.messages.today import OpenToday, SaveId, TodayView, Undone, UndoSave
from desktop.ui.errand import AtCard, Errand
from desktop.ui.page import Page, Tools
from desktop.ui.people.card import PersonCard
from desktop.ui.people.card_gone import taking_off
from desktop.ui.people.fact_words import two_values_of
from desktop.ui.people.form import PersonForm
from desktop.ui.people.no_card import NoCard
from desktop.ui.people.search_pane import SearchPane
from desktop.ui.people.standing import SHOWN, standing, undone_words
from desktop.ui.referral.person_errand import person_errand
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.written import day_start
from sync.records.ids import EntityId, derived_entity


class PeoplePage(Page):
    """Opens with a person's id, AtCard, or one of ``search``: text, ``new`` and ``visit``, ``lead``: row, ``link``."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._asked = 0
        self._linking: EntityId | None = None
        self._link_busy = False
        self._last_save: SaveId | None = None
        self.pane = SearchPane(tools)
        self.card = PersonCard(tools)
        self.form = PersonForm(tools)
        self.nobody = NoCard(tools)
        self._right = QStackedWidget()
        for one in (self.nobody, self.card, self.form):
            self._right.addWidget(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        row.setSpacing(GAP)
        row.addWidget(self.pane)
        row.addWidget(self._right, 1)
        self.setFocusProxy(self.pane)
        self._join()
        self.retranslate()

    def _join(self) -> None:
        self.nobody.came.connect(lambda person: self._open_person(person, "opened"))
        self.nobody.troubled.connect(self.fail)
        self.pane.person_opened.connect(self._row_opened)
        self.pane.new_asked.connect(lambda: self.new_person(None))
        self.pane.link_left.connect(self._leave_link)
        self.pane.go_asked.connect(self.go)
        self.card.settle_asked.connect(self._settle)
        self.card.fill_asked.connect(self.edit_person)
        self.card.head.link_asked.connect(self._ask_which_visit)
        self.card.choice.chosen.connect(self._link_chosen)
        self.card.choice.left.connect(self._leave_choice)
        self.card.head.toast.undo_asked.connect(self.undo)
        self.card.notes.saved.connect(self._note_saved)
        self.card.history.undo_asked.connect(self._undo_save)
        self.card.history.earlier.fetched.connect(self._refresh)
        for part in (
            self.card.services, self.card.plan, self.card.files, self.card.transfer, self.card.history,
            self.card.hints, self.card.merged,
        ):  # fmt: skip
            part.saved.connect(self._part_saved)
        self.card.services.find_asked.connect(lambda: self.go.emit("services", self.errand()))
        self.card.go_asked.connect(self.go)
        self.form.saved.connect(self._form_saved)
        self.form.left.connect(self._form_left)
        self.form.person_asked.connect(lambda person: self._open_person(person, "duplicate"))
        for one in (self.pane, self.card, self.form):
            one.troubled.connect(self.fail)

    # --- what the window calls ---

    def greet(self, who: Unlocked) -> None:
        """Let the form know whether made-up identity codes count here."""
        self.form.set_practice(practice=who.practice)

    def enter(self) -> None:
        """Ask for the list again, and for the open card: either may have changed meanwhile."""
        self.pane.reload()
        self._refresh()

    def open(self, what: object) -> None:
        """Show a card, a search, the form for a new person, or choose whom a walk-in belongs to."""
        if isinstance(what, bytes):
            self._open_person(EntityId(what), "opened")
            return
        if isinstance(what, AtCard):
            self._open_at(what)
            return
        if not isinstance(what, dict):
            return
        visit = what.get("visit")
        if what.get("new"):
            self.new_person(EntityId(visit) if isinstance(visit, bytes) else None)
        elif isinstance(what.get("lead"), LeadRow):
            self.new_person(None, lead=what["lead"].lead, row=what["lead"])
        elif isinstance(what.get("link"), bytes):
            self._begin_link(EntityId(what["link"]))
        elif isinstance(what.get("search"), str):
            self.pane.seek(what["search"])

    def records_changed(self, kinds: Collection[str]) -> None:
        """Ask again for what is shown; a form being filled stays as it is."""
        if SHOWN.isdisjoint(kinds):
            return
        self.pane.reload()
        self._refresh()

    def forget(self) -> None:
        """Drop every value shown."""
        self._asked += 1
        self._linking = None
        self._link_busy = False
        self._last_save = None
        self.pane.forget()
        self.card.forget()
        self.form.forget()
        self.nobody.forget()
        self._right.setCurrentWidget(self.nobody)

    def place(self) -> Mapping[str, str]:
        """Return whose card or form stands open, at which tab."""
        right = self._right.currentWidget()
        return standing(self.card, self.form, in_form=right is self.form, in_card=right is self.card)

    def come_back(self, opened: Mapping[str, str]) -> None:
        """Open the card again, which is logged as another look, and the form over it."""
        person, form = opened.get("person", ""), opened.get("form", "")
        visit = opened.get("visit", "")
        if form == "new":
            ids = [EntityId(bytes.fromhex(one)) if one else None for one in (visit, opened.get("lead", ""))]
            self.new_person(ids[0], lead=ids[1])
        elif person:
            where = AtCard(EntityId(bytes.fromhex(person)), opened.get("tab", ""))
            self._open_at(where, edit=form == "edit")

    def set_compact(self, *, compact: bool) -> None:
        """Narrow the list and fold the history into a tab."""
        for one in (self.pane, self.card, self.form):
            one.set_compact(compact=compact)

    def panes(self) -> list[QWidget]:
        """Search, list, and what stands on the right."""
        right = self._right.currentWidget()
        parts: list[QWidget] = [self.form] if right is self.form else []
        if right is self.nobody and self.nobody.fetch.isVisible():
            parts = [self.nobody.fetch]
        return [self.pane, self.pane.rows, *(self.card.panes() if right is self.card else parts)]

    def retranslate(self) -> None:
        """Say every word again."""
        for one in (self.pane, self.card, self.form, self.nobody):
            one.retranslate()

    def errand(self) -> Errand | None:
        """Return for whom a service is sought from here: the person whose card is open."""
        view = self.card.view
        return person_errand(view) if view is not None else None

    # --- what a person does ---

    def new_person(self, visit: EntityId | None, **lead: Any) -> None:  # noqa: ANN401 - as the form has it
        """Show the form for somebody new; a walk-in is linked when it is saved, or a permission to contact."""
        self.form.begin_new(visit=visit if visit is not None else self._linking, **lead)
        self._right.setCurrentWidget(self.form)
        self.form.focus_first()

    def edit_person(self, field: str = "") -> None:
        """Show the form filled with the open card, at one of its fields (``kind/field``)."""
        view = self.card.view
        if view is not None and view.can_edit:
            self.form.begin_edit(view)
            self._right.setCurrentWidget(self.form)
            self.form.focus_first(field)

    def undo(self) -> None:
        """Take the last save of this page back."""
        if self._last_save is not None:
            self._undo_save(self._last_save)

    def choose_values(self) -> None:
        """Go to the first two values of the open card."""
        view = self.card.view
        two = two_values_of(view) if view is not None and self._right.currentWidget() is self.card else []
        if two:
            self._settle(*two[0])
        else:
            self.go.emit("conflicts", None)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear the page's own keys; those of the whole window reach it only where nobody else took them."""
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            acts = {
                Qt.Key.Key_I: lambda: self.new_person(None),
                Qt.Key.Key_E: self.edit_person,
                Qt.Key.Key_M: self.card.write_note,
                Qt.Key.Key_Z: self.undo,
                Qt.Key.Key_J: self.choose_values,
                Qt.Key.Key_F: self.pane.search.setFocus,
            }
            if key in acts:
                acts[key]()
                return
        if key == Qt.Key.Key_Escape and self._linking is not None:
            self._leave_link()
            return
        super().keyPressEvent(event)

    # --- the card ---

    def _row_opened(self, key: str) -> None:
        person = EntityId(bytes.fromhex(key))
        visit, self._linking = self._linking, None  # a double click asks once
        if visit is not None:
            self._link(visit, person)
        else:
            self._open_person(person, "search")

    def _open_person(
        self,
        person: EntityId,
        reason: str,
        *,
        focus: bool = True,
        words: str = "",
        save: SaveId | None = None,
    ) -> None:
        """Ask for a card; an answer that another ask has overtaken is dropped. ``words`` go into its toast."""
        self._asked += 1
        number = self._asked

        def told(view: PersonView) -> None:
            if number == self._asked:
                self._show_person(view, focus=focus)
                if words:
                    self._tell_saved(words, save)

        failed = taking_off(person, self.card, self.nobody, self._right, self.fail, focus=focus)
        self.tools.bridge.ask(self, OpenPerson(person, reason), done=told, failed=failed)

    def _open_at(self, where: AtCard, *, edit: bool = False) -> None:
        """Open a card at one of its tabs, with the keys in the tab's list, or its form."""
        self._asked += 1
        number = self._asked

        def told(view: PersonView) -> None:
            if number == self._asked:
                self._show_person(view, focus=True)
                self.card.show_tab(where.tab)
                if where.field:
                    self.card.show_field(where.field)
                self.card.take_keys()
                if where.words:
                    self._tell_saved(where.words, where.save)
                if edit:
                    self.edit_person()

        failed = taking_off(where.person, self.card, self.nobody, self._right, self.fail, focus=True)
        self.tools.bridge.ask(self, OpenPerson(where.person, "opened"), done=told, failed=failed)

    def _show_person(self, view: PersonView, *, focus: bool) -> None:
        if self.card.view is None or self.card.view.person != view.person:
            self._last_save = None
        self.card.show_person(view)
        if focus:
            self._right.setCurrentWidget(self.card)
            self.card.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pane.choose(view.person.hex())

    def _refresh(self) -> None:
        view = self.card.view
        if view is not None:
            self._open_person(view.person, "refresh", focus=False)

    def _settle(self, kind: str, field: str) -> None:
        view = self.card.view
        if view is not None:
            entity = view.person if kind == "person" else derived_entity(view.person, kind)
            self.go.emit("conflicts", (entity, field))

    # --- saving ---

    def _tell_saved(self, words: str, save: SaveId | None) -> None:
        self._last_save = save
        self.card.head.toast.tell(words, undo=save is not None)

    def _form_saved(self, saved: RecordSaved) -> None:
        self._leave_link()
        words = QCoreApplication.translate("PeoplePage", "Saved")
        self._open_person(saved.entity, "saved", words=words, save=saved.save)
        self.pane.reload()

    def _form_left(self) -> None:
        known = self.card.view is not None
        self._right.setCurrentWidget(self.card if known else self.nobody)
        if known:
            self.card.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pane.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_saved(self, saved: RecordSaved) -> None:
        self._tell_saved(QCoreApplication.translate("PeoplePage", "Note saved"), saved.save)
        self._refresh()
        self.pane.reload()

    def _part_saved(self, saved: RecordSaved, words: str) -> None:
        self._tell_saved(words, saved.save)
        self._refresh()

    def _undo_save(self, save: SaveId) -> None:
        def undone(told: Undone) -> None:
            if told.again:
                self.go.emit("conflicts", (told.again[0].entity, told.again[0].field, save))
                return
            self._tell_saved(undone_words(told), None)
            self._refresh()
            self.pane.reload()

        self.tools.bridge.ask(self, UndoSave(save), done=undone, failed=self.fail)

    # --- linking a walk-in ---

    def _begin_link(self, visit: EntityId) -> None:
        self._linking = visit
        self.pane.show_linking(linking=True)
        self.pane.seek("")

    def _leave_link(self) -> None:
        self._linking = None
        self.pane.show_linking(linking=False)

    def _link(self, visit: EntityId, person: EntityId, about: str = "") -> None:
        def refused(report: ProblemReport) -> None:
            self._link_busy = False
            if self.pane.linking.isVisible():
                self._linking = visit
            self.fail(report)

        def linked(saved: RecordSaved) -> None:
            self._link_busy = False
            self._leave_link()
            words = QCoreApplication.translate("PeoplePage", "Visit linked")
            words = f"{words}: {about}" if about else words
            self._open_person(person, "linked", words=words, save=saved.save)

        self.tools.bridge.ask(self, LinkVisit(visit, person), done=linked, failed=refused)

    def _ask_which_visit(self) -> None:
        view = self.card.view
        if view is not None and not self._link_busy:
            self._link_busy = True
            ask = OpenToday(day_start(self.tools.clock()))
            self.tools.bridge.ask(
                self, ask, done=lambda today: self._link_of(today, view), failed=self._link_failed
            )

    def _link_failed(self, report: ProblemReport) -> None:
        self._link_busy = False
        self.fail(report)

    def _link_of(self, today: TodayView, view: PersonView) -> None:
        free = [row for row in today.visits if not row.linked_person]
        if not free:
            self._link_busy = False
            words = QCoreApplication.translate("PeoplePage", "Today has no visit without a person")
            self.card.head.toast.tell(words, tone=Tone.WARN, icon_name="info", undo=False)
            return
        if len(free) == 1:
            self._link(free[0].visit, view.person, self.card.choice.words(free[0]))
            return
        self._link_busy = False
        if self.card.person == view.person:
            self.card.choice.ask(free)

    def _link_chosen(self, key: str) -> None:
        person, words = self.card.person, self.card.choice.words_of(key)
        self.card.choice.forget()
        if person is not None and not self._link_busy:
            self._link_busy = True
            self._link(EntityId(bytes.fromhex(key)), person, words)

    def _leave_choice(self) -> None:
        self.card.choice.forget()
        self.card.head.link.setFocus(Qt.FocusReason.OtherFocusReason)
