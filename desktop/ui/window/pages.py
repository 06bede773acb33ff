# SPDX-License-Identifier: MIT
"""The pages behind the shell: made when first shown, told who works, and gone between."""

from collections.abc import Callable, Collection
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.notebook.messages.laptop import Unlocked
from desktop.ui.errand import Errand
from desktop.ui.page import Page, Tools
from desktop.ui.page_kinds import DayPage
from desktop.ui.pages.making import MAKERS, MODULES, settings
from desktop.ui.shell.shell import Shell
from desktop.ui.window.preferences import Preferences

_BETWEEN_LOADS_MS: Final = 40
"""Loading a page takes some tens of milliseconds; keys that were typed meanwhile go first."""
_UNDER: Final = {
    "conflicts": "people",
    "handover": "people",
    "merging": "people",
    "referral": "services",
    "held": "sync",
}
"""Pages that stand in the rail under another one."""


class Pages(QObject):
    """Knows every page of the shell by its key."""

    troubled = Signal(object)
    """A ProblemReport that no page has a place for."""
    where_changed = Signal(str, object, str)
    """Place and opening time of the session, for the header, and the kind of place, for the idle lock."""
    preferences_chosen = Signal(object)
    laptop_left = Signal(int)
    """How many saves of the notebook that was taken off wait for a colleague."""

    def __init__(self, shell: Shell, tools: Tools, *, chosen: Callable[[], Preferences]) -> None:
        """Make the pages known to ``shell``; ``chosen`` gives the preferences for Settings."""
        super().__init__(shell)
        self._shell = shell
        self._tools = tools
        self._chosen = chosen
        self._made: dict[str, Page] = {}
        self._who: Unlocked | None = None
        for key in MAKERS:
            shell.add_page(key, partial(self._make_kind, key), under=_UNDER.get(key, ""))
        shell.add_page("settings", self._make_settings)

    def hear(self, shell: Shell) -> None:
        """Do what the shell's search, rail and keys ask of pages."""
        shell.search_changed.connect(self.search)
        shell.search_asked.connect(self.search)
        shell.person_pressed.connect(lambda: shell.show_page("settings"))
        keys = shell.keys
        keys.visit_asked.connect(lambda: self.today(lambda day: day.new_visit()))
        keys.repeat_asked.connect(lambda: self.today(lambda day: day.repeat_last()))
        keys.group_asked.connect(lambda: self.today(lambda day: day.new_group()))
        keys.lead_asked.connect(lambda: self.today(lambda day: day.new_lead()))
        keys.waiting_asked.connect(lambda: self.today(lambda day: day.wait()))
        keys.next_asked.connect(lambda: self.today(lambda day: day.call_next()))
        keys.split_asked.connect(lambda: self.today(lambda day: day.split_heads()))
        keys.undo_asked.connect(self.undo)
        keys.person_asked.connect(lambda: self.go("people", {"new": True, "visit": None}))
        keys.services_asked.connect(self.services)
        keys.print_asked.connect(self.print_paper)
        keys.two_values_asked.connect(self.choose_values)

    def greet(self, who: Unlocked) -> None:
        """Tell every page who has unlocked."""
        self._who = who
        for page in self._made.values():
            page.greet(who)

    def forget(self) -> None:
        """Let every page drop its values: the notebook is being locked."""
        self._who = None
        self._shell.header.search.clear()
        for page in self._made.values():
            page.forget()

    def go(self, key: str, what: object) -> None:
        """Show a page and, when something is given, open it there."""
        if self._who is None:
            return
        page = self._shell.page(key)
        self._shell.show_page(key)
        if isinstance(page, Page) and what is not None:
            page.open(what)

    def today(self, act: Callable[[DayPage], None]) -> None:
        """Go to Today and do something there."""
        if self._who is None:
            return
        page = self._shell.page("today")
        if isinstance(page, DayPage):
            self._shell.show_page("today")
            act(page)

    def load_ahead(self) -> None:
        """Load the pages' modules one by one, each in its own turn of the event loop."""
        self._load_next(0)

    def _load_next(self, place: int) -> None:
        if place < len(MODULES):
            import_module(MODULES[place])
            QTimer.singleShot(_BETWEEN_LOADS_MS, self, partial(self._load_next, place + 1))

    def search(self, text: str) -> None:
        """Search people from the header; typing goes on in the search of that page, which has the focus then."""
        if text.strip():
            self.go("people", {"search": text})
            self._shell.header.search.clear()

    def choose_values(self) -> None:
        """Go to the next field with two values: on the page in front if it knows which, else to the first."""
        choose = getattr(self.front(), "choose_values", None)
        if callable(choose):
            choose()
        else:
            self.go("conflicts", None)

    def services(self) -> None:
        """Go to the services with the errand of the page in front, if it has one, and type there.

        Pressed on that page it only gives the search the keys: the errand goes on.
        """
        if self._shell.current != "services":
            told = getattr(self.front(), "errand", None)
            errand = told() if callable(told) else None
            self.go("services", errand if errand is not None else Errand())
        seek = getattr(self.front(), "seek", None)
        if callable(seek):
            seek()

    def print_paper(self) -> None:
        """Let the page in front print what it shows."""
        print_paper = getattr(self.front(), "print_paper", None)
        if callable(print_paper):
            print_paper()

    def undo(self) -> None:
        """Let the page in front take back the last thing done on it."""
        undo = getattr(self.front(), "undo", None)
        if callable(undo):
            undo()

    def front(self) -> Page | None:
        """Return the page that is shown."""
        return self._made.get(self._shell.current)

    def records_changed(self, kinds: Collection[str]) -> None:
        """Let the page in front load again what it shows of these kinds."""
        page = self.front()
        if page is not None and self._who is not None:
            page.records_changed(kinds)

    def _make_kind(self, key: str) -> Page:
        return self._make(key, MAKERS[key](self._tools))

    def _make(self, key: str, page: Page) -> Page:
        page.go.connect(self.go)
        page.troubled.connect(self.troubled)
        if isinstance(page, DayPage):
            page.where_changed.connect(self.where_changed)
        if self._who is not None:
            page.greet(self._who)
        self._made[key] = page
        return page

    def _make_settings(self) -> Page:
        page = settings(self._tools, self._chosen())
        page.preferences_chosen.connect(self.preferences_chosen)
        page.laptop_left.connect(self.laptop_left)
        return self._make("settings", page)
