# SPDX-License-Identifier: MIT
"""What stands round every page: sync word, badges, place and banner, kept as values and said on demand."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.sync import RecordsChanged, SyncPhase, SyncStatus
from desktop.ui.page import Tools
from desktop.ui.shell.shell import Shell
from desktop.ui.shell.values import RailItem, Whereabouts
from desktop.ui.window.header_words import (
    banner_words,
    local_moment,
    person_at_work,
    rail_foot,
    rail_items,
    sync_word,
)
from desktop.ui.words.dates import written_day, written_time

_NOTHING: Final = RecordsChanged([], 0, 0, 0)
_UNKNOWN: Final = SyncStatus(SyncPhase.IDLE, 0, 0, 0, 0, None, 0)


class Frame:
    """Rail and header of one window. ``show`` after each change of ``status``, ``changed`` or ``place``."""

    def __init__(self, shell: Shell, tools: Tools) -> None:
        """Keep the shell; nothing is known yet."""
        self._shell = shell
        self._tools = tools
        self.status = _UNKNOWN
        self.changed = _NOTHING
        self.place = ("", 0)
        """Name and opening time of the session under way."""

    def greet(self, who: Unlocked) -> None:
        """Begin with what is known of who came in; the rest is asked for."""
        self.status = SyncStatus(SyncPhase.IDLE, who.unsent, 0, 0, 0, None, 0)

    def forget(self) -> None:
        """Drop the counts and the place of who worked here; whether there is a network stays true."""
        self.changed, self.place = _NOTHING, ("", 0)

    def rail(self, who: Unlocked) -> list[RailItem]:
        """Return the pages that this person may open, with what waits on them."""
        return rail_items(
            conflicts=self.changed.conflicts,
            review=self.changed.review_waiting,
            news=self.changed.news,
            due=self.changed.due,
            can_review=who.can_review,
            can_edit="service_editor" in who.roles,
            can_audit="auditor" in who.roles,
        )

    def first_page(self, who: Unlocked) -> str:
        """Return the page to come in by: where one was at the lock, else what the role's work begins with."""
        if who.draft_page in {*(item.key for item in self.rail(who)), "conflicts", "sync", "settings"}:
            return who.draft_page
        if set(who.roles) == {"auditor"}:
            return "log"
        return "review" if who.can_review and who.role == "supervisor" else "today"

    def show(self, who: Unlocked) -> None:
        """Say everything in the language in force."""
        language, now = self._tools.translations.language, self._tools.clock()
        shell = self._shell
        shell.show_banner(banner_words(practice=who.practice))
        shell.show_person(person_at_work(who, self._tools.codes))
        shell.show_items(self.rail(who), rail_foot(unsent=self.status.unsent))
        shell.show_sync(sync_word(self.status, now, language))
        place, opened = self.place
        if place and shell.current != "today":
            since = QCoreApplication.translate("Window", "opened {time}").format(
                time=written_time(local_moment(opened), language)
            )
            shell.show_where(Whereabouts(place=place, since=since))
        else:
            shell.show_where(Whereabouts(since=written_day(local_moment(now).date(), language)))
