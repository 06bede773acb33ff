# SPDX-License-Identifier: MIT
"""The service editor's page: judge what an import brought, write own services, keep the catalogue true."""

from collections.abc import Collection
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.notebook.messages.editing import EditingList, EditingView, OpenEditing
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from desktop.ui.editing.done_words import done_words
from desktop.ui.editing.form import ServiceForm
from desktop.ui.editing.front import Front
from desktop.ui.editing.import_card import ImportCard
from desktop.ui.editing.item_card import ItemCard
from desktop.ui.editing.item_foot import CHECKED, EDIT, LEAVE, RESTORE, TAKE
from desktop.ui.editing.listing import ListCard
from desktop.ui.editing.piles import OWN, WAITING
from desktop.ui.editing.requests import following, request_of
from desktop.ui.editing.shortcuts import bind
from desktop.ui.page import Page, Tools
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId

_LIST: Final = 348
_LIST_COMPACT: Final = 336
_KINDS: Final = frozenset({"service"})
_OPEN_FORM: Final = "editing/open"
"""The draft that says which form was open, so that a lock brings it back."""
_NEW: Final = "new"


class EditingPage(Page):
    """List at the left; at the right a service, its form, or the report of a file. Opens with a service's id."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._wanted = ""
        self._held = ""
        self._opening = ""
        self._busy = False
        self._stale = False
        self._compact = False
        self._fresh = True
        self._last: SaveId | None = None
        self.list = ListCard(tools)
        self.item = ItemCard(tools)
        self._form: ServiceForm | None = None
        self.report = ImportCard(tools)
        self.right = Front()
        for card in (self.item, self.report):
            self.right.addWidget(card)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addWidget(self.right, 1)
        self.list.setFixedWidth(_LIST)
        self.setFocusProxy(self.list.rows)
        for one, other in pairwise(self.list.stops()):
            self.setTabOrder(one, other)
        self._join()

    def _join(self) -> None:
        self.list.narrowed.connect(self._narrow)
        self.list.service_chosen.connect(self._choose)
        self.list.service_opened.connect(lambda _key: self.act(EDIT))
        self.list.new_asked.connect(self.new_service)
        self.list.import_asked.connect(self.choose_file)
        self.item.foot.asked.connect(self.act)
        self.item.toast.undo_asked.connect(self.undo)
        self.item.refused.acted.connect(lambda: self.act(EDIT))
        self.report.left.connect(lambda: self._show(self.item))
        self.report.brought.connect(self._was_brought)
        self.report.troubled.connect(self.fail)
        bind(
            self,
            {
                "Ctrl+1": self._first_key,
                "Ctrl+2": lambda: self.act(LEAVE),
                "Ctrl+3": lambda: self.act(CHECKED),
                "Ctrl+E": lambda: self.act(EDIT),
                "Ctrl+Shift+I": self.new_service,
                "Ctrl+O": self.choose_file,
            },
        )

    @property
    def form(self) -> ServiceForm:
        """The form, made when it is first wanted: its fields take as long as the rest of the page four times."""
        if self._form is None:
            self._form = ServiceForm(self.tools)
            self._form.saved.connect(self._form_saved)
            self._form.left.connect(self._form_left)
            self._form.troubled.connect(self.fail)
            self.right.addWidget(self._form)
        return self._form

    def _filling(self) -> bool:
        return self._form is not None and self.right.currentWidget() is self._form

    # --- what the window calls ---

    def enter(self) -> None:
        """Load the list; a form that was open when the notebook was locked opens again."""
        self._load()
        if self._fresh:
            self._fresh = False
            self.tools.bridge.ask(self, OpenDraft(_OPEN_FORM), done=self._reopen, failed=self.fail)

    def open(self, what: object) -> None:
        """Open the service of this id."""
        if isinstance(what, bytes):
            self._held = what.hex()
            self._show(self.item)
            self._open_item(self._held)

    def seek(self) -> None:
        """Give the search field the keys."""
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def records_changed(self, kinds: Collection[str]) -> None:
        """Load the list again; a form being filled stays as it is."""
        if _KINDS.intersection(kinds):
            self._stale = True
            self._load()

    def forget(self) -> None:
        """Keep what is half typed, then drop every value."""
        self._wanted = self._opening = self._held = ""
        self._busy = self._stale = False
        self._fresh = True
        self._last = None
        if self._form is not None:
            self._form.forget()
        self.report.forget()
        self.list.forget()
        self.item.forget()
        self._show(self.item)

    def set_compact(self, *, compact: bool) -> None:
        """Give a form or a report the whole width under 1200 px."""
        self._compact = compact
        self.list.setFixedWidth(_LIST_COMPACT if compact else _LIST)
        self._show_list_or_not()

    def panes(self) -> list[QWidget]:
        """Return the list and what stands beside it."""
        if self._filling():
            right: QWidget = self.form.parts.editors["name"]
        else:
            right = self.report.table if self.right.currentWidget() is self.report else self.item.pane
        return [*([self.list.first()] if self.list.isVisible() else []), right]

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        for card in (self.list, self.item, self._form, self.report):
            if card is not None:
                card.retranslate()

    # --- the list ---

    def _narrow(self) -> None:
        self._held = ""
        self._load()

    def _load(self) -> None:
        self.tools.bridge.ask(self, self.list.ask(), done=self._show_list, failed=self.fail)

    def _show_list(self, answer: EditingList) -> None:
        held = QApplication.focusWidget() in {None, self, self.list.rows}
        self.list.show_list(answer)
        if held and not answer.rows and self.list.isVisible():
            self.list.first().setFocus(Qt.FocusReason.OtherFocusReason)
        if self.right.currentWidget() is not self.item:
            return
        keys = self.list.keys()
        if self._wanted in keys or (self._wanted and self._wanted == self._held):
            self.list.rows.choose(self._wanted)
            self._look_again()
        elif keys:
            self.list.rows.choose(keys[0])
            self._open_item(keys[0])
        else:
            self._wanted = ""
            self.item.show_nothing()
        self._show_place()

    def _look_again(self) -> None:
        shown = self.item.shown
        if self._opening != self._wanted and (
            self._stale or shown is None or shown.service.hex() != self._wanted
        ):
            self._ask_item()

    def _show_place(self) -> None:
        keys = self.list.keys()
        self.item.show_place(keys.index(self._wanted) if self._wanted in keys else -1, len(keys))

    # --- one service ---

    def _choose(self, key: str) -> None:
        """Follow the list; an open form is put away with its draft."""
        if self._filling():
            self._wanted = key
            self.form.put_away()
        self._held = ""
        self._show(self.item)
        self._open_item(key)

    def _open_item(self, key: str) -> None:
        self._wanted = key
        self.item.foot.wait()
        self._show_place()
        self._ask_item()

    def _ask_item(self) -> None:
        self._opening = self._wanted
        self._stale = False
        ask = OpenEditing(EntityId(bytes.fromhex(self._wanted)))
        self.tools.bridge.ask(self, ask, done=self._show_item, failed=self._not_opened)

    def _show_item(self, view: EditingView) -> None:
        key = view.service.hex()
        if key == self._opening:
            self._opening = ""
        if key == self._wanted:
            self.item.show_item(view, self.list.row(key))
            self._show_place()

    def _not_opened(self, report: ProblemReport) -> None:
        self._wanted = self._opening = ""
        self.item.show_nothing()
        self.fail(report)

    # --- what is done with it ---

    def act(self, what: str) -> None:
        """Do one of the words of the foot with the service shown, when it is offered."""
        view = self.item.shown
        if (
            view is None
            or view.service.hex() != self._wanted
            or self._busy
            or self.right.currentWidget() is not self.item
            or not self.item.foot.offers(what)
        ):
            return
        if what == EDIT:
            self._edit(view)
            return
        self._busy = True
        ask = request_of(view, what, local_moment(self.tools.clock()).date())
        self.tools.bridge.ask(
            self, ask, done=partial(self._acted, view, what), failed=partial(self._not_acted, what)
        )

    def _first_key(self) -> None:
        if self.right.currentWidget() is self.report:
            self.report.bring_in()
        else:
            self.act(TAKE if self.item.foot.offers(TAKE) else RESTORE)

    def _acted(self, view: EditingView, what: str, saved: RecordSaved) -> None:
        self._busy = False
        self._last = saved.save
        after = following(self.list.keys(), view.service.hex())
        if after:
            self.list.rows.choose(after)
            self._open_item(after)
            self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._stale = True
        self.item.tell(done_words(what, proposed=view.proposed is not None), undo=True)
        self._load()

    def _not_acted(self, what: str, report: ProblemReport) -> None:
        self._busy = False
        if report.problem is Problem.FIELD_REFUSED:
            self.item.show_refused(report)
        else:
            self.fail(report)
            if what in {TAKE, LEAVE} and report.problem is Problem.NOT_FOUND:
                self._load()

    def undo(self) -> None:
        """Take back the last thing done here."""
        if self._last is None:
            return
        save, self._last = self._last, None

        def undone(told: Undone) -> None:
            words = (
                QCoreApplication.translate("Editing", "Undone, but something newer was left as it is")
                if told.left
                else QCoreApplication.translate("Editing", "Undone")
            )
            self.item.tell(words, undo=False)
            self._stale = True
            self._load()

        self.tools.bridge.ask(self, UndoSave(save), done=undone, failed=self.fail)

    # --- the form ---

    def new_service(self) -> None:
        """Show the form for an own service."""
        if self._filling() and self.form.editing is None:
            self.form.focus_first()
            return
        self.form.begin_new()
        self._show_form(_NEW)

    def _edit(self, view: EditingView) -> None:
        self.form.begin_edit(view)
        self._show_form(view.service.hex())

    def _show_form(self, which: str) -> None:
        self._show(self.form)
        self._keep_open(which)
        self.form.focus_first()

    def _reopen(self, draft: Draft) -> None:
        which = draft.value.get("service", "")
        if not which or self.right.currentWidget() is not self.item:
            return
        if which == _NEW:
            self.new_service()
            return
        try:
            service = EntityId(bytes.fromhex(which))
        except ValueError:
            return
        self._wanted = which
        self.tools.bridge.ask(self, OpenEditing(service), done=self._edit, failed=self._not_opened)

    def _form_left(self) -> None:
        self._keep_open("")
        self._show(self.item)
        self._load()
        self.list.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_saved(self, saved: RecordSaved, status: str) -> None:
        self._last = saved.save
        self._keep_open("")
        if self.form.editing is None:
            self.list.piles.set_key(OWN)
        self._held = saved.entity.hex()
        self._show(self.item)
        self._open_item(self._held)
        word = self.tools.codes.label("service_states", status)
        self.item.tell(QCoreApplication.translate("Editing", "Saved: {state}").format(state=word), undo=True)
        self._load()
        self.list.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_open(self, which: str) -> None:
        value = {"service": which} if which else {}
        self.tools.bridge.ask(self, SaveDraft(_OPEN_FORM, value), done=lambda _done: None, failed=self.fail)

    # --- files ---

    def choose_file(self) -> None:
        """Ask for a file of a service directory, and try it."""
        self.report.dialogs.ask_which(self.read_file)

    def read_file(self, path: str) -> None:
        """Show what reading this file would do."""
        if self._filling():
            self.form.put_away()
        self._show(self.report)
        self.report.begin(path)

    def _was_brought(self) -> None:
        self.list.piles.set_key(WAITING)
        self._stale = True
        self._load()

    def _show_list_or_not(self) -> None:
        """Hide the list beside a form or a report of a compact window; Tab must not come to it then."""
        beside = not self._compact or self.right.currentWidget() is self.item
        self.list.setVisible(beside)
        inside = self.form.bar.chips.chips()[0] if self._filling() else self.report.source
        self.setFocusProxy(self.list.rows if beside else inside)

    def _show(self, card: QWidget) -> None:
        self.right.setCurrentWidget(card)
        self._show_list_or_not()
        if card is self.item and self.list.keys() and not self._wanted:
            self._load()
