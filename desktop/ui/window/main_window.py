# SPDX-License-Identifier: MIT
"""The main window: unlock or work, which page stands in front, locking, and what changed meanwhile.

Lock (also F12): blank at once, flush the outbox for at most a second, end the notebook process.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Event, ProblemReport
from desktop.notebook.messages.laptop import Lock, Unlocked
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import (
    LockedByItself,
    OpenSync,
    RecordsChanged,
    SyncChanged,
    SyncNow,
    SyncPhase,
    SyncStatus,
    SyncView,
)
from desktop.ui.components.notice import Notice
from desktop.ui.first_run.page import FirstRunPage
from desktop.ui.page import Tools
from desktop.ui.shell.shell import Shell
from desktop.ui.shell.values import RailItem, Whereabouts
from desktop.ui.sync.page import SyncPage
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.page import TodayPage
from desktop.ui.unlock.page import UnlockPage
from desktop.ui.window.header_words import (
    banner_words,
    local_moment,
    person_at_work,
    rail_foot,
    rail_items,
    sync_word,
)
from desktop.ui.window.idle import IdleWatch
from desktop.ui.window.pages import Pages
from desktop.ui.window.preferences import PreferenceFile, Preferences
from desktop.ui.words.dates import written_day, written_time
from desktop.ui.words.language import Language
from desktop.ui.words.problems import sentence

LOCK_WAIT_MS: Final = 1200
_UNKNOWN: Final = SyncStatus(SyncPhase.IDLE, 0, 0, 0, 0, None, 0)


class MainWindow(QWidget):
    """One person's window. ``closed`` is emitted when it is gone for good."""

    closed = Signal()
    opened = Signal()
    """Somebody has unlocked and sees their page."""
    locked = Signal()
    """The notebook process has ended and the unlock page stands in front."""
    practice_asked = Signal()
    """The person wants to practise; the composer starts the demo beside this window."""

    def __init__(
        self, tools: Tools, *, preferences: PreferenceFile, application: QWidget | QCoreApplication
    ) -> None:
        """Build the frame; ``begin`` starts the notebook process."""
        super().__init__()
        self._tools = tools
        self._file = preferences
        self._chosen = preferences.read()
        self._who: Unlocked | None = None
        self._status = _UNKNOWN
        self._changed = RecordsChanged([], 0, 0, 0)
        self._place = ("", 0)
        self._locking = False
        self.shell = Shell(tools.theme)
        self._notice = Notice(tools.theme, tone=Tone.DANGER, icon_name="circle-alert")
        self.unlock_page = UnlockPage(tools)
        self._first_run: FirstRunPage | None = None
        self._front = QStackedWidget()
        self._blank = QWidget()
        self._idle = IdleWatch(application, self)
        self.pages = Pages(self.shell, tools, chosen=lambda: self._chosen)
        self._lay_out()
        self._join()
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)

    @property
    def who(self) -> Unlocked | None:
        """Who has unlocked; ``None`` while the notebook is closed."""
        return self._who

    @property
    def first_run(self) -> FirstRunPage | None:
        """The first run while it is shown."""
        return self._first_run

    @property
    def status(self) -> SyncStatus:
        """What the header says of sync."""
        return self._status

    @property
    def changed(self) -> RecordsChanged:
        """The counts behind the rail's badges."""
        return self._changed

    # --- building ---

    def _lay_out(self) -> None:
        self._notice.hide()
        for one in (self.unlock_page, self.shell, self._blank):
            self._front.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._front, 1)

    def _join(self) -> None:
        bridge = self._tools.bridge
        bridge.event_arrived.connect(self._happened)
        bridge.process_died.connect(self._died)
        self.unlock_page.unlocked.connect(self._come_in)
        self.unlock_page.new_person_asked.connect(self.show_first_run)
        self.unlock_page.language_chosen.connect(self._speak)
        self.unlock_page.troubled.connect(self.tell_problem)
        self._notice.acted.connect(self._notice.hide)
        self._idle.idle.connect(self.lock)
        self.shell.lock_asked.connect(self.lock)
        self.shell.hide_asked.connect(self.lock)
        self.shell.sync_asked.connect(self._sync_now)
        self.shell.search_changed.connect(self.pages.search)
        self.shell.search_asked.connect(self.pages.search)
        self.shell.person_pressed.connect(lambda: self.shell.show_page("settings"))
        self.shell.page_shown.connect(self._page_shown)
        keys = self.shell.keys
        keys.visit_asked.connect(lambda: self.pages.today(TodayPage.new_visit))
        keys.repeat_asked.connect(lambda: self.pages.today(TodayPage.repeat_last))
        keys.undo_asked.connect(self.pages.undo)
        keys.person_asked.connect(lambda: self.pages.go("people", {"new": True, "visit": None}))
        keys.two_values_asked.connect(lambda: self.pages.go("conflicts", None))
        self.pages.troubled.connect(self.tell_problem)
        self.pages.where_changed.connect(self._where)
        self.pages.preferences_chosen.connect(self._prefer)
        self._tools.theme.changed.connect(self._show_words)

    # --- unlocked and locked ---

    def begin(self, *, empty: bool) -> None:
        """Start the notebook process and show the unlock page, or the first run on an empty laptop."""
        self._prefer(self._chosen, keep=False)
        self._tools.bridge.start()
        if empty:
            self.show_first_run()
        else:
            self._front.setCurrentWidget(self.unlock_page)
            self.unlock_page.enter()

    def show_first_run(self) -> None:
        """Show joining a hub; made anew each time, so that nothing typed stays."""
        page = FirstRunPage(self._tools)
        page.unlocked.connect(self._come_in)
        page.left.connect(self._back_to_unlock)
        page.practice_asked.connect(self.practice_asked)
        page.language_chosen.connect(self._speak)
        page.troubled.connect(self.tell_problem)
        self._drop_first_run()
        self._first_run = page
        self._front.addWidget(page)
        self._front.setCurrentWidget(page)
        page.enter()

    def _back_to_unlock(self) -> None:
        self._front.setCurrentWidget(self.unlock_page)
        self._drop_first_run()
        self.unlock_page.enter()

    def _drop_first_run(self) -> None:
        if self._first_run is not None:
            self._front.removeWidget(self._first_run)
            self._first_run.deleteLater()
            self._first_run = None

    def _come_in(self, who: Unlocked) -> None:
        self._who = who
        self._notice.hide()
        self.pages.greet(who)
        self._status = SyncStatus(SyncPhase.IDLE, who.unsent, 0, 0, 0, None, 0)
        self._show_words()
        self._front.setCurrentWidget(self.shell)
        self._drop_first_run()
        keys = [item.key for item in self._rail()] + ["sync", "settings"]
        first = "review" if who.can_review and who.role == "supervisor" else "today"
        self.shell.show_page(who.draft_page if who.draft_page in keys else first)
        self._idle.begin(self._chosen.idle_minutes)
        self._tools.bridge.ask(self, OpenSync(), done=self._first_status, failed=self._quiet)
        if who.failed_unlocks:
            words = QCoreApplication.translate(
                "Window",
                "%n wrong passphrases since you last opened this notebook.",
                None,
                who.failed_unlocks,
            )
            self._tell(words, Tone.WARN)
        self.opened.emit()

    def lock(self) -> None:
        """Blank at once, then let the notebook flush its outbox and end."""
        if self._who is None or self._locking:
            return
        self._locking = True
        self._front.setCurrentWidget(self._blank)
        self._idle.end()
        page = self.shell.current
        self.pages.forget()  # first: what is half typed goes to the notebook before it is told to end
        QTimer.singleShot(LOCK_WAIT_MS, self, self._end_notebook)
        self._tools.bridge.ask(
            self,
            Lock(page=page),
            done=lambda _done: self._end_notebook(),
            failed=lambda _report: self._end_notebook(),
        )

    def _end_notebook(self) -> None:
        if not self._locking:
            return
        self._locking = False
        self._who = None
        self._tools.bridge.restart()
        self._place = ("", 0)
        self._notice.hide()
        self._front.setCurrentWidget(self.unlock_page)
        self.unlock_page.enter()
        self.locked.emit()

    def _died(self) -> None:
        self._idle.end()
        self.pages.forget()
        was_inside, self._who = self._who is not None, None
        self._locking = False
        self._front.setCurrentWidget(self.unlock_page)
        self.unlock_page.enter()
        if was_inside:
            self.unlock_page.tell(sentence(ProblemReport(Problem.PROCESS_DIED)))
            self.locked.emit()

    def _sync_now(self) -> None:
        self._tools.bridge.ask(self, SyncNow(), done=lambda _done: None, failed=self.tell_problem)

    # --- what changed ---

    def _happened(self, event: Event) -> None:
        if isinstance(event, SyncChanged):
            self._status = event.status
            self._show_words()
            self._front_page_sync()
        elif isinstance(event, RecordsChanged):
            self._changed = event
            self._show_words()
            self.pages.records_changed(event.kinds)
        elif isinstance(event, LockedByItself):
            self.lock()
            self.unlock_page.tell(sentence(ProblemReport(event.problem)))

    def _front_page_sync(self) -> None:
        page = self.pages.front()
        if isinstance(page, SyncPage) and self._who is not None:
            page.show_status(self._status)

    def _first_status(self, view: SyncView) -> None:
        self._status = view.status
        self._show_words()

    def _where(self, place: str, opened_at: int) -> None:
        self._place = (place, opened_at)
        self._show_words()

    def _page_shown(self, _key: str) -> None:
        self._show_words()

    def _rail(self) -> list[RailItem]:
        who = self._who
        return rail_items(
            conflicts=self._changed.conflicts,
            review=self._changed.review_waiting,
            news=self._changed.news,
            can_review=who is not None and who.can_review,
        )

    def _show_words(self) -> None:
        who = self._who
        language = self._tools.translations.language
        now = self._tools.clock()
        self.setWindowTitle("Kenttäkirja")
        if who is None:
            return
        self.shell.show_banner(banner_words(practice=who.practice))
        self.shell.show_person(person_at_work(who, self._tools.codes))
        self.shell.show_items(self._rail(), rail_foot(unsent=self._status.unsent))
        self.shell.show_sync(sync_word(self._status, now, language))
        place, opened = self._place
        if place and self.shell.current != "today":
            since = QCoreApplication.translate("Window", "opened {time}").format(
                time=written_time(local_moment(opened), language)
            )
            self.shell.show_where(Whereabouts(place=place, since=since))
        else:
            self.shell.show_where(Whereabouts(since=written_day(local_moment(now).date(), language)))

    # --- preferences ---

    def _speak(self, language: Language) -> None:
        self._prefer(Preferences(language, self._chosen.look, self._chosen.idle_minutes))

    def _prefer(self, chosen: Preferences, *, keep: bool = True) -> None:
        self._chosen = chosen
        if keep:
            self._file.write(chosen)
        self._tools.theme.choose(chosen.look)
        if self._tools.translations.language is not chosen.language:
            self._tools.translations.speak(chosen.language)
        if self._who is not None:
            self._idle.begin(chosen.idle_minutes)

    # --- telling ---

    def tell_problem(self, report: ProblemReport) -> None:
        """Show a problem's sentence above the page; the next key or click may dismiss it."""
        if report.problem in {Problem.LOCKED, Problem.PROCESS_DIED}:
            return  # the unlock page stands in front, or will in a moment, and says why
        self._tell(sentence(report), Tone.DANGER)

    def _quiet(self, _report: ProblemReport) -> None:
        """The header keeps what it says when the first status does not come."""

    def _tell(self, words: str, tone: Tone) -> None:
        action = QCoreApplication.translate("Window", "Close")
        self._notice.tell(words, tone=tone, icon_name="circle-alert", action=action)
        self._notice.show()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say everything again after a switch of language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show_words()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """End the notebook with the window; what is saved is saved."""
        self._tools.bridge.end()
        self.closed.emit()
        event.accept()
