# SPDX-License-Identifier: MIT
"""The ways a file comes to a card: chosen, dropped, pasted; and whom it is laid to."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import RecordSaved
from desktop.ui.attachments.brought import Brought, brought
from desktop.ui.attachments.dialogs import Dialogs, SystemDialogs
from desktop.ui.attachments.intake import Incoming, Intake
from desktop.ui.attachments.words import (
    WINDOWS_OWN,
    folder_words,
    link_words,
    nothing_to_paste_words,
    problem_words,
)
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.dates import written_date
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId


class Adding(QWidget):
    """The button, and the strip that says to which referral the next files go."""

    began = Signal()
    """Something was brought: what was said of files before is over."""
    saved = Signal(object, str)
    """RecordSaved and what was done, in words."""
    refused = Signal(str)
    """Why something was not taken, in words."""
    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._holder: tuple[EntityId, str] | None = None
        theme = tools.theme
        self.add = Button(theme, icon_name="paperclip", key="Ctrl O")
        self.progress = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.holder = Notice(theme, tone=Tone.ACCENT, icon_name="arrow-right", key="Esc")
        self.dialogs: Dialogs = SystemDialogs(self)
        """Shared with the tab's other questions: one dialog at a time."""
        self._intake = Intake(tools, self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.add)
        head.addWidget(self.progress)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.holder)
        self.add.clicked.connect(self.ask_which)
        self.holder.acted.connect(self.leave)
        self._intake.begun.connect(self._adding)
        self._intake.taken.connect(self._was_taken)
        self._intake.refused.connect(self._was_refused)
        self._intake.ended.connect(self._ended)
        self._lay_to(None)
        self.retranslate()

    def show_person(self, person: EntityId | None) -> None:
        """Add to this person from now on; what waits already stays with whom it was brought to."""
        self._person = person
        self.pause()

    def pause(self) -> None:
        """Close what asks, and forget the referral: somebody looks at something else."""
        self.dialogs.leave()
        self._lay_to(None)

    def forget(self) -> None:
        """Drop every word and what still waits: the notebook is being locked."""
        self._intake.forget()
        self.progress.setText("")
        self.show_person(None)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.add, self.holder.button]

    def lay_to(self, referral: EntityId, name: str) -> None:
        """Add the next files to a referral of this person, and ask which."""
        self._lay_to((referral, name))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask_which()

    def leave(self) -> bool:
        """Add to the person again; False when that was so."""
        if self._holder is None:
            return False
        self._lay_to(None)
        self.left.emit()
        return True

    def ask_which(self) -> None:
        """Ask for files, and take them in one after another."""
        person = self._person
        if person is None:
            return

        def chosen(paths: Sequence[str]) -> None:
            if person == self._person:
                self.take(Brought(tuple(paths)))

        self.dialogs.ask_which(chosen)

    def paste(self) -> None:
        """Take in the picture or the files on the clipboard."""
        found = brought(QGuiApplication.clipboard().mimeData())
        if found == Brought():
            self.began.emit()
            self.refused.emit(nothing_to_paste_words())
        else:
            self.take(found)

    def take(self, what: Brought) -> None:
        """Take in what was dropped, pasted or chosen; what can't be attached is said."""
        person = self._person
        if person is None:
            return
        self.began.emit()
        holder = self._holder[0] if self._holder is not None else person
        if what.folders:
            self.refused.emit(folder_words(files_too=bool(what.paths)))
        if what.links:
            self.refused.emit(link_words(files_too=bool(what.paths)))
        if what.paths:
            self._intake.take(person, holder, what.paths)
        elif what.picture:
            day = written_date(local_moment(self._tools.clock()).date())
            name = QCoreApplication.translate("Attachments", "Picture {day}").format(day=day)
            self._intake.take_picture(person, holder, name, what.picture)

    def retranslate(self) -> None:
        """Say every word again."""
        self.add.setText(QCoreApplication.translate("Attachments", "Add a file"))
        self.add.updateGeometry()
        if self._holder is not None:
            self._lay_to(self._holder)

    def _lay_to(self, holder: tuple[EntityId, str] | None) -> None:
        self._holder = holder
        words = QCoreApplication.translate("Attachments", "The next files go to the referral {name}.")
        self.holder.tell(
            words.format(name=breakable(holder[1])) if holder is not None else "",
            action=QCoreApplication.translate("Attachments", "To the person"),
        )
        self.holder.setVisible(holder is not None)

    def _adding(self, one: Incoming) -> None:
        words = QCoreApplication.translate("Attachments", "Adding a file …")
        if one.of > 1:
            words = QCoreApplication.translate("Attachments", "Adding file {place} of {count} …")
            words = words.format(place=one.place, count=one.of)
        self.progress.setText(words)
        announce(self, words)

    def _was_taken(self, one: Incoming, saved: RecordSaved) -> None:
        if one.ask.person != self._person:
            return
        words = QCoreApplication.translate("Attachments", "File added")
        if one.of > 1:
            words = QCoreApplication.translate("Attachments", "File {place} of {count} added")
            words = words.format(place=one.place, count=one.of)
        self.saved.emit(saved, words)

    def _was_refused(self, one: Incoming, report: ProblemReport) -> None:
        if report.problem in WINDOWS_OWN or one.ask.person != self._person:
            self.troubled.emit(report)
        else:
            self.refused.emit(f"{breakable(one.name)}: {problem_words(report)}")

    def _ended(self) -> None:
        self.progress.setText("")
        self._lay_to(None)
