# SPDX-License-Identifier: MIT
"""The card of one person: head, tabs, facts on the left and the history on the right."""

from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.notebook.messages.attachments import AttachmentContent
from desktop.notebook.messages.people import PersonView
from desktop.ui.attachments.brought import Brought
from desktop.ui.attachments.drop_target import DropTarget
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.attachments.viewer import Viewer
from desktop.ui.components.card import Card
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.tabs import Tabs
from desktop.ui.components.words import Words
from desktop.ui.merging.card_part import MergedPart
from desktop.ui.page import Tools
from desktop.ui.people.card_head import CardHead
from desktop.ui.people.card_tabs import card_tabs
from desktop.ui.people.fact_list import FactList
from desktop.ui.people.fact_words import contact_lines, situation_lines
from desktop.ui.people.hints_part import HintsPart
from desktop.ui.people.history_pane import HistoryPane
from desktop.ui.people.notes_tab import NotesTab
from desktop.ui.people.plan_section import bring_to_sight
from desktop.ui.people.plan_tab import PlanTab
from desktop.ui.people.revealing import Revealing
from desktop.ui.people.services_tab import ServicesTab
from desktop.ui.people.side_rule import SideRule
from desktop.ui.people.transfer_form import TransferForm
from desktop.ui.people.visit_choice import VisitChoice
from desktop.ui.referral.person_errand import person_errand
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId, derived_entity

_FACTS: Final = frozenset({"summary", "situation"})


class PersonCard(Card):
    """Shows a PersonView. In a narrow window the history becomes a tab of its own."""

    settle_asked = Signal(str, str)
    """Kind and field of two values to choose from."""
    fill_asked = Signal(str)
    """The form is wanted, at a field of it: kind/field, or empty for the first."""
    troubled = Signal(object)
    go_asked = Signal(str, object)
    """A page, and what to open there."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._view: PersonView | None = None
        self._compact = False
        theme = tools.theme
        self.head = CardHead(tools)
        self.choice = VisitChoice(tools)
        self.transfer = TransferForm(tools)
        self.tabs = Tabs(theme, " ", side=8)  # the words of every tab fit in a window of 1024
        self.contact = FactList(theme)
        self.situation = FactList(theme)
        self._revealing = Revealing(tools, self.contact, self)
        self.hints = HintsPart(tools)
        self.merged = MergedPart(tools)
        self.notes = NotesTab(tools)
        self.services = ServicesTab(tools)
        self.plan = PlanTab(tools)
        self.files = FilesTab(tools)
        self._read: dict[str, ServicesTab | PlanTab | FilesTab] = {
            "services": self.services, "plan": self.plan, "files": self.files,
        }  # fmt: skip
        self.viewer = Viewer(tools)
        self.history = HistoryPane(tools)
        self._nothing = Words(theme, tone=Tone.MUTED, wrap=True)
        self._panes = {one: ScrollPane(theme, " ") for one in ("summary", "notes", *self._read)}
        self._facts_scroll, self._notes_scroll, self._services_scroll = list(self._panes.values())[:3]
        self._plan_scroll, self._files_scroll = self._panes["plan"], self._panes["files"]
        self._rule = SideRule(theme)
        self._lay_out()
        self._drop = DropTarget(theme, self)
        self._drop.watch(
            one for one in self.findChildren(QWidget) if one.acceptDrops() and one is not self._drop
        )
        self._join()
        self.setFocusProxy(self.tabs)
        self.retranslate()

    def _lay_out(self) -> None:
        column = self._facts_scroll.body
        column.setContentsMargins(16, 11, 5, 5)
        column.addWidget(self._nothing)
        column.addWidget(self.contact)
        column.addWidget(self.situation)
        column.addWidget(self.hints)
        column.addWidget(self.merged)
        column.addStretch(1)
        self._notes_scroll.body.setContentsMargins(16, 11, 13, 5)
        self._notes_scroll.body.addWidget(self.notes)
        self._services_scroll.body.setContentsMargins(13, 7, 11, 5)
        self._services_scroll.body.addWidget(self.services)
        self._plan_scroll.body.setContentsMargins(13, 7, 11, 5)
        self._plan_scroll.body.addWidget(self.plan)
        self._files_scroll.body.setContentsMargins(13, 7, 11, 5)
        self._files_scroll.body.addWidget(self.files)
        self._left = QStackedWidget()
        for one in self._panes.values():
            self._left.addWidget(one)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._left, 4)
        self._middle.addWidget(self._rule)
        self._middle.addWidget(self.history, 3)
        self._middle.addWidget(self.viewer, 7)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(7, 0, 16, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        self.body.addWidget(self.head)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.transfer)
        self.body.addLayout(tabs)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addLayout(self._middle, 1)

    def _join(self) -> None:
        self.tabs.tab_chosen.connect(lambda _key: self._leave_for_tab())
        for section in (self.contact, self.situation):
            section.settle_asked.connect(self._settle)
            section.reveal_asked.connect(self._revealing.turn)
            section.history_asked.connect(self.show_field)
        self.history.field.troubled.connect(self.troubled)
        self.history.earlier.troubled.connect(self.troubled)
        for part in (
            self.notes, self.services, self.plan, self.files, self.transfer, self.hints, self._revealing,
        ):  # fmt: skip
            part.troubled.connect(self.troubled)
        self.plan.settle_asked.connect(self._settle_path)
        self.plan.history_asked.connect(self.show_field)
        self.plan.stops_changed.connect(self._order)
        self.plan.grown.connect(partial(bring_to_sight, self._plan_scroll))
        for grown, scroll in (
            (self.services.work.grown, self._services_scroll),
            (self.files.work.grown, self._files_scroll),
        ):
            grown.connect(partial(self._bring_to_sight, scroll))
        self.merged.troubled.connect(self.troubled)
        self.merged.merge_asked.connect(self._merge)
        self.merged.settle_asked.connect(self._settle_on)
        self.services.file_asked.connect(self._add_to_referral)
        self.files.opened.connect(self._look_at)
        self.files.told.connect(lambda words: self.head.toast.tell(words, undo=False))
        self.viewer.left.connect(self._looked)
        self._drop.dropped.connect(self._take)
        self.head.edit_asked.connect(lambda: self.fill_asked.emit(""))
        self.hints.fill_asked.connect(self._fill_in)
        self.hints.grown.connect(partial(self._bring_to_sight, self._facts_scroll, self.hints))
        self.hints.came_to.connect(partial(bring_to_sight, self._facts_scroll, self.hints))
        self.head.note_asked.connect(self.write_note)
        self.head.hand_on_asked.connect(self.transfer.ask)
        self.head.time_asked.connect(partial(self.go_asked.emit, "follow_up"))
        self.transfer.told.connect(lambda words: self.head.toast.tell(words, undo=False))
        self.transfer.heard.connect(self.head.toast.drop)
        self.transfer.left.connect(self.tabs.setFocus)

    @property
    def view(self) -> PersonView | None:
        """Whose card is shown."""
        return self._view

    @property
    def person(self) -> EntityId | None:
        """Whose card is shown."""
        return self._view.person if self._view is not None else None

    def show_person(self, view: PersonView) -> None:
        """Show this person; the same one keeps tab, filter, scroll and what is typed."""
        if self._view is None or view.person != self._view.person:
            self.head.toast.clear()
            self.choice.forget()
            if self.tabs.count():
                self.tabs.setCurrentIndex(0)
            for one in self._panes.values():
                one.to_top()
            self.viewer.forget()
        self._view = view
        self.head.show_person(view)
        self.merged.show_person(view)
        self._revealing.show_person(view)
        self.hints.show_person(view.person)
        self.transfer.show_for(view.person)
        self.notes.show_notes(view.person, view.history)
        self.services.show_person(view.person)
        self.plan.show_person(view.person)
        self.plan.paper.speak(person_errand(view).client.language)
        self.files.show_person(view.person, protected=person_errand(view).protected)
        self._drop.set_open(opened=True)
        self.history.show_history(view.history)
        self.history.keep_up(view)
        self._show_tabs()
        self._turn()

    def write_note(self) -> None:
        """Go to the field for a new note; nothing happens while something else stands in the card's place."""
        if self.isVisible():
            self.show_tab("notes")
            self.notes.field.area.setFocus()

    def show_tab(self, key: str) -> None:
        """Show one of the tabs: summary, situation, notes, services, plan, files or, in a narrow window, history."""
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) == key:
                self.tabs.setCurrentIndex(place)

    def take_keys(self) -> None:
        """Give the list of the shown tab the keys: referrals or the path."""
        tab = self._read.get(self.tabs.key())
        if tab is not None and tab is not self.files:
            tab.take_keys()

    def show_field(self, key: str = "") -> None:
        """Show what one field (``kind/field``) has held, in the place of the history."""
        view = self._view
        if view is not None and (view.fields or view.situation):
            self.viewer.forget()
            self.show_tab("history")
            self._fill()
            self.history.show_field(view, "person/municipality" if key == "home" else key)

    def forget(self) -> None:
        """Drop every value."""
        self._view = None
        self._revealing.show_person(None)
        for part in (self.head, self.choice, self.merged, self.transfer, self.hints):
            part.forget()
        for tab in (self.notes, self.services, self.plan, self.viewer, self.files):
            tab.forget()
        self._drop.set_open(opened=False)
        self.history.show_history(())
        self.history.keep_up(None)
        self.contact.show_facts("", ())
        self.situation.show_facts("", ())

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the tabs, and an open file or the history where it is shown."""
        beside = (self.viewer, self.history.pane())
        return [self.tabs, *(one for one in beside if one.isVisibleTo(self))]

    def set_compact(self, *, compact: bool) -> None:
        """Fold the history into a tab, or show it beside the facts again."""
        self._compact = compact
        self.tabs.set_tight(tight=compact)
        self.services.set_compact(compact=compact)
        self.files.set_compact(compact=compact)
        self._show_tabs()
        self._fill()

    def retranslate(self) -> None:
        """Say every word again."""
        self.tabs.setAccessibleName(QCoreApplication.translate("PersonCard", "Parts of the card"))
        self._nothing.setText(
            QCoreApplication.translate("PersonCard", "Only the name is known so far. Add the rest with Edit.")
        )
        self._facts_scroll.set_name(QCoreApplication.translate("PersonCard", "What is known"))
        self._notes_scroll.set_name(QCoreApplication.translate("PersonCard", "Notes"))
        self._services_scroll.set_name(QCoreApplication.translate("PersonCard", "Services"))
        self._plan_scroll.set_name(QCoreApplication.translate("PersonCard", "Plan"))
        self._files_scroll.set_name(QCoreApplication.translate("PersonCard", "Files"))
        for part in (self.head, self.choice, self.merged, self.transfer, self.hints):
            part.retranslate()
        for tab in (self.notes, self.services, self.plan, self.files, self.viewer, self.history):
            tab.retranslate()
        self._show_tabs()
        self._fill()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear Ctrl+H, and the keys of the files while their tab is in front, from anywhere on the card."""
        if event.key() == Qt.Key.Key_H and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.show_field()
            return
        if self.tabs.key() == "plan" and self.plan.hears(event):
            return
        if self.tabs.key() in _FACTS and self.hints.hears(event):
            return
        if self.tabs.key() == "files" and not self.viewer.shows and self.files.hears(event):
            return
        super().keyPressEvent(event)

    def _show_tabs(self) -> None:
        self.tabs.set_tabs(card_tabs(self._view, compact=self._compact))

    def _turn(self) -> None:
        """Show the tab chosen; referrals, the path and files are read when theirs comes to the front."""
        self._fill()
        tab = self.hints if self.tabs.key() in _FACTS else self._read.get(self.tabs.key())
        if tab is not None:
            tab.load()

    def _leave_for_tab(self) -> None:
        self.viewer.forget()
        self._turn()

    # --- files ---

    def _look_at(self, file: AttachmentContent) -> None:
        view = self._view
        if view is not None and self.tabs.key() == "files":
            for one in (self._left, self._rule, self.history):
                one.hide()  # first: beside each other they would widen the window
            self.viewer.show_file(file, protected=person_errand(view).protected)
            self._fill()

    def _looked(self) -> None:
        self._fill()
        if self.isVisible():
            self.files.take_keys()

    def _take(self, what: Brought) -> None:
        self.viewer.close_file()
        self.show_tab("files")
        self.files.adding.take(what)

    def _add_to_referral(self, referral: EntityId, name: str) -> None:
        self.show_tab("files")
        self.files.adding.lay_to(referral, name)

    def _bring_to_sight(self, pane: ScrollPane, part: QWidget) -> None:
        """Scroll to what has just been added, once it has been given its room."""
        QTimer.singleShot(0, part, lambda: pane.area.ensureWidgetVisible(part))

    def _fill(self) -> None:
        key = self.tabs.key()
        history = self._compact and key == "history"
        looking = self.viewer.shows
        self._left.setVisible(not history and not looking)
        self._rule.setVisible(not self._compact and not looking)
        self.history.setVisible((history or not self._compact) and not looking)
        self._left.setCurrentWidget(self._panes.get(key, self._facts_scroll))
        view = self._view
        if view is None:
            return
        summary = key != "situation"
        contact = contact_lines(view, self._tools) if summary else []
        situation = situation_lines(view, self._tools, whole=not summary)
        self.contact.show_facts(QCoreApplication.translate("PersonCard", "Contact details"), contact)
        self.situation.show_facts(QCoreApplication.translate("PersonCard", "Situation"), situation)
        self._nothing.setVisible(not contact and not situation)
        self.merged.setVisible(summary)
        self._revealing.again()
        self._order()

    def _order(self) -> None:
        """Let Tab go down the left side before it comes to the history; rows made later stand elsewhere."""
        facts = [*self.contact.stops(), *self.situation.stops(), *self.hints.stops(), *self.merged.stops()]
        left = [*facts, self.notes.field.area, self.notes.save]
        left += [*self.services.stops(), *self.plan.stops(), *self.files.stops(), *self.viewer.stops()]
        right = [self.history.filter, self.history.timeline, self.history.undo, *self.history.stops()]
        stops = [self.tabs, *(one.area for one in self._panes.values()), *left, *right]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _merge(self) -> None:
        view = self._view
        if view is not None:
            self.go_asked.emit("merging", (view.person, view.name))

    def _settle_on(self, card: EntityId, key: str) -> None:
        kind, _, field = key.partition("/")
        self.go_asked.emit("conflicts", (card if kind == "person" else derived_entity(card, kind), field))

    def _settle_path(self, record: EntityId | None, field: str) -> None:
        if record is None:
            self._settle(field)  # of the plan, which a card has one of: kind/field
        else:
            self.go_asked.emit("conflicts", (record, field))

    def _fill_in(self, kind: str, field: str) -> None:
        """Go to where a fact is written down: two values, the plan, or the form."""
        view = self._view
        fields = [*view.fields, *view.situation] if view is not None else []
        if any(one.name == field and one.sides for one in fields):
            self.settle_asked.emit(kind, field)
        elif kind in {"person", "situation"}:
            self.fill_asked.emit(f"{kind}/{field}")
        else:
            self.show_tab("plan")
            self.plan.take_keys()

    def _settle(self, key: str) -> None:
        kind, _, field = key.partition("/")
        self.settle_asked.emit(kind, field)
