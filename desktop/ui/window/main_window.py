# SPDX-License-Identifier: MIT
"""The main window: unlock or work, which page stands in front, locking, and what changed meanwhile.

Lock (also F12): blank at once, flush the outbox for at most a second, end the notebook process.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Event, ProblemReport
from desktop.notebook.messages.laptop import Lock, NotebookBroken, Unlocked
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
from desktop.ui.page import Tools
from desktop.ui.page_kinds import EntrancePage, StatusPage
from desktop.ui.pages.making import first_run
from desktop.ui.shell.shell import Shell
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.page import UnlockPage
from desktop.ui.window.curtain import Curtain
from desktop.ui.window.frame import Frame
from desktop.ui.window.idle import IdleWatch, minutes_at
from desktop.ui.window.notice_bar import NoticeBar
from desktop.ui.window.pages import Pages
from desktop.ui.window.preferences import PreferenceFile, Preferences
from desktop.ui.window.same_place import SamePlace
from desktop.ui.window.sentences import does_not_start, left_laptop, stopped_at_first_run, wrong_passphrases
from desktop.ui.words.language import Language
from desktop.ui.words.problems import sentence

_LOAD_AHEAD_MS: Final = 600
"""After the first paint; somebody is reading names or typing a passphrase then."""
LOCK_WAIT_MS: Final = 1200
"""How long the notebook may take to flush (1 s) and answer, before it is ended unanswered."""


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
        self._locking = False
        self._why_locked: Problem | None = None
        self._broken: ProblemReport | None = None
        self._lock_wait = QTimer(self)
        self._lock_wait.setSingleShot(True)
        self._lock_wait.setInterval(LOCK_WAIT_MS)
        self._said_at_door: Callable[[], str] | None = None
        self.shell = Shell(tools.theme)
        self._frame = Frame(self.shell, tools)
        self._notice = NoticeBar(tools.theme)
        self.unlock_page = UnlockPage(tools)
        self._first_run: EntrancePage | None = None
        self._front = QStackedWidget()
        self._blank = QWidget()
        self._idle = IdleWatch(application, self)
        self._kind_of_place = ""
        self._curtain = Curtain(self, application)
        self._same = SamePlace(tools, self)
        self.pages = Pages(self.shell, tools, chosen=lambda: self._chosen)
        self._lay_out()
        self._join()
        self.setWindowTitle("Kenttäkirja")  # never a name: it stands in task bars and screen shares
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)

    @property
    def who(self) -> Unlocked | None:
        """Who has unlocked; ``None`` while the notebook is closed."""
        return self._who

    @property
    def first_run(self) -> EntrancePage | None:
        """The first run while it is shown."""
        return self._first_run

    @property
    def status(self) -> SyncStatus:
        """What the header says of sync."""
        return self._frame.status

    @property
    def changed(self) -> RecordsChanged:
        """The counts behind the rail's badges."""
        return self._frame.changed

    # --- building ---

    def _lay_out(self) -> None:
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
        bridge.gave_up.connect(self._tell_gave_up)
        self._lock_wait.timeout.connect(self._end_notebook)
        self._idle.idle.connect(self.lock)
        self._curtain.asked.connect(self.lock)
        self.shell.lock_asked.connect(self.lock)
        self.shell.hide_asked.connect(self.lock)
        self.shell.sync_asked.connect(self._sync_now)
        self.shell.page_shown.connect(lambda _key: self._show_words())
        self.pages.hear(self.shell)
        self.pages.troubled.connect(self.tell_problem)
        self.pages.where_changed.connect(self._where)
        self.pages.preferences_chosen.connect(self._prefer)
        self.pages.laptop_left.connect(self._left)
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
        QTimer.singleShot(_LOAD_AHEAD_MS, self.pages, self.pages.load_ahead)

    def show_first_run(self) -> None:
        """Show joining a hub; made anew each time, so that nothing typed stays."""
        page = first_run(self._tools)
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
        self._notice.clear()
        self.pages.greet(who)
        self._frame.greet(who)
        self._show_words()
        self._front.setCurrentWidget(self.shell)
        self._drop_first_run()
        self.shell.show_page(self._frame.first_page(who))
        self._watch_idleness()
        self._curtain.begin()
        self._same.come_back(self.shell.current, self.pages.front())
        self._tools.bridge.ask(self, OpenSync(), done=self._first_status, failed=self._no_status)
        self._tell_broken()
        if who.failed_unlocks and self._broken is None:
            self._notice.say(partial(wrong_passphrases, who.failed_unlocks), Tone.WARN)
        self.opened.emit()

    def lock(self) -> None:
        """Blank at once, then let the notebook flush its outbox and end."""
        if self._who is None or self._locking:
            return
        self._locking = True
        page = self.shell.current
        self._leave_page()
        bridge = self._tools.bridge
        bridge.refuse_outstanding()  # no value that is still under way reaches a page any more
        self._lock_wait.start()
        bridge.ask(
            self,
            Lock(page=page),
            done=lambda _done: self._end_notebook(),
            failed=lambda _report: self._end_notebook(),
        )

    def _leave_page(self) -> None:
        """Cover everything; what is half typed goes to the notebook before it is told to end."""
        self._same.note(self.shell.current, self.pages.front())  # before the focus goes with the page
        self._cover()
        self._same.keep()
        self.pages.forget()

    def _cover(self) -> None:
        """Take everything of the notebook off the screen; it is gone from there when this returns."""
        self._idle.end()
        self._notice.clear()
        self._front.setCurrentWidget(self._blank)
        self.repaint()
        self._curtain.draw()

    def _end_notebook(self) -> None:
        if not self._locking:
            return
        self._tools.bridge.restart()
        why, self._why_locked = self._why_locked, None
        self._go_out(None if why is None else ProblemReport(why))
        self.locked.emit()

    def _left(self, to_deliver: int) -> None:
        """Stand before the door: the notebook is off this laptop, its process has nothing to flush."""
        self._locking = True
        self._cover()
        self.pages.forget()
        self._end_notebook()
        self.unlock_page.tell(left_laptop(to_deliver))

    def _died(self) -> None:
        was_inside = self._who is not None
        if was_inside:
            self._cover()
            self.pages.forget()
        self._why_locked = None
        if self._first_run is not None and not was_inside:
            self._notice.say(stopped_at_first_run, Tone.DANGER)
            return
        self._go_out(ProblemReport(Problem.PROCESS_DIED) if was_inside else None)
        if was_inside:
            self.locked.emit()

    def _go_out(self, why: ProblemReport | None) -> None:
        """Stand before the door again; nothing of who worked here is left for who comes next."""
        self._locking = False
        self._lock_wait.stop()
        self._who = self._broken = None
        self._kind_of_place = ""
        self._same.forget()
        self._frame.forget()
        self.unlock_page.show_network(offline=self._frame.status.phase is SyncPhase.OFFLINE)
        self._front.setCurrentWidget(self.unlock_page)
        self.unlock_page.enter()
        if why is not None:
            self.unlock_page.tell(sentence(why))
        elif self._said_at_door is not None:
            self.unlock_page.tell(self._said_at_door())

    def _tell_gave_up(self) -> None:
        self._notice.say(does_not_start, Tone.DANGER, again=self._try_again)

    def _try_again(self) -> None:
        self._tools.bridge.restart()
        if self._first_run is None:
            self.unlock_page.forget()
            self.unlock_page.enter()

    def _sync_now(self) -> None:
        self._tools.bridge.ask(self, SyncNow(), done=lambda _done: None, failed=self.tell_problem)

    # --- what changed ---

    def _happened(self, event: Event) -> None:
        if isinstance(event, SyncChanged):
            self._frame.status = event.status
            self._show_words()
            self._front_page_sync()
        elif isinstance(event, RecordsChanged):
            self._frame.changed = event
            self._show_words()
            self.pages.records_changed(event.kinds)
        elif isinstance(event, NotebookBroken):
            self._broken = ProblemReport(event.problem)
            self._tell_broken()
        elif isinstance(event, LockedByItself):
            self._why_locked = event.problem
            self.lock()

    def _tell_broken(self) -> None:
        """Say that the notebook does not hold; what is found before somebody is inside is said when they are."""
        if self._broken is not None and self._who is not None:
            self._notice.say(partial(sentence, self._broken), Tone.DANGER)

    def _front_page_sync(self) -> None:
        page = self.pages.front()
        if isinstance(page, StatusPage) and self._who is not None:
            page.show_status(self._frame.status)

    def _first_status(self, view: SyncView) -> None:
        self._frame.status = view.status
        self._show_words()

    def _where(self, place: str, opened_at: int, kind: str) -> None:
        self._frame.place = (place, opened_at)
        if kind != self._kind_of_place:
            self._kind_of_place = kind
            self._watch_idleness()
        self._show_words()

    def _show_words(self) -> None:
        if self._who is not None:
            self._frame.show(self._who)

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
            self._watch_idleness()

    def _watch_idleness(self) -> None:
        if self._who is not None and not self._locking:
            self._idle.begin(self._chosen.idle_minutes or minutes_at(self._kind_of_place))

    # --- telling ---

    def say_at_door(self, words: Callable[[], str]) -> None:
        """Say this on the unlock page whenever there is nothing more pressing: the demo's passphrase."""
        self._said_at_door = words
        self.unlock_page.tell(words())

    def tell_problem(self, report: ProblemReport) -> None:
        """Show a problem's sentence above the page; the next key or click may dismiss it."""
        if report.problem is Problem.LOCKED:
            self._found_locked()
        elif report.problem is not Problem.PROCESS_DIED:  # of that, the unlock page tells
            self._notice.say(partial(sentence, report), Tone.DANGER)

    def _no_status(self, report: ProblemReport) -> None:
        """Keep what the header says when the first status does not come; the door may have shut meanwhile."""
        if report.problem is Problem.LOCKED:
            self._found_locked()

    def _found_locked(self) -> None:
        """Lock the window too when the notebook has locked itself; harmless while the window locks."""
        if self._who is not None and not self._locking:
            self._why_locked = self._why_locked or Problem.LOCKED
            self.lock()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say everything again after a switch of language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show_words()
            if self._who is None and self._said_at_door is not None and self.unlock_page.notice.isVisible():
                self.unlock_page.tell(self._said_at_door())
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """End the notebook with the window; what is half typed is kept as at a lock."""
        if self._who is not None and not self._locking:
            self._leave_page()
        self._who, self._locking = None, False  # a lock under way is not followed by a fresh notebook
        self._lock_wait.stop()
        self._tools.bridge.end()
        self.closed.emit()
        event.accept()
