# SPDX-License-Identifier: MIT
"""One event whole: who, when, where, what, why, every detail; and the way to all of its record or its person."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.access_log import LogRow
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.facts import Fact, Facts
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.log.groups import LOUD
from desktop.ui.log.words import (
    detail_value,
    detail_words,
    operation_words,
    reason_words,
    spaced_id,
    target_kind_words,
    who_words,
)
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_date
from desktop.ui.words.moments import local_moment
from sync.records.audit_events import FAILED

_LABEL = 104


class EventCard(Card):
    """`show_event` fills it; `left` is emitted by its way back to the chains."""

    record_asked = Signal(str)
    person_asked = Signal(str)
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, parent=parent)
        self._tools = tools
        self.shown: LogRow | None = None
        theme = tools.theme
        self.title = Words(theme, size=Type.SECTION, wrap=True)
        self.facts = Facts(theme, " ", label_width=_LABEL)
        self._record_label = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.record = Words(theme, wrap=True)
        self.pane = ScrollPane(theme, " ")
        for part in (self.facts, self._record_label, self.record):
            self.pane.body.addWidget(part)
        self.pane.body.addStretch(1)
        self.of_record = Button(theme, kind=ButtonKind.LINK, icon_name="file-text", key="Ctrl 1")
        self.of_person = Button(theme, kind=ButtonKind.LINK, icon_name="user", key="Ctrl 2")
        self.back = Button(theme, kind=ButtonKind.LINK, icon_name="arrow-left", key="Esc")
        self.body.setSpacing(4)
        self.body.addWidget(self.title)
        self.body.addWidget(self.pane, 1)
        for button in (self.of_record, self.of_person, self.back):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.of_record.clicked.connect(self.follow_record)
        self.of_person.clicked.connect(self.follow_person)
        self.back.clicked.connect(self.left)
        self.retranslate()

    def show_event(self, event: LogRow) -> None:
        """Show an event from its beginning."""
        self.shown = event
        self.title.setText(operation_words(event.operation))
        self.title.set_tone(Tone.DANGER if event.operation in LOUD else Tone.TEXT)
        self.facts.set_facts(self._facts(event))
        has_record = bool(event.target)
        self.record.setText(spaced_id(event.target))
        self.record.setVisible(has_record)
        self._record_label.setVisible(has_record)
        self.of_record.setVisible(has_record)
        self.of_person.setVisible(bool(event.who))
        self.pane.to_top()

    def follow_record(self) -> None:
        """Ask for all that was done to this record."""
        if self.shown is not None and self.shown.target:
            self.record_asked.emit(self.shown.target)

    def follow_person(self) -> None:
        """Ask for all that this member of staff did."""
        if self.shown is not None and self.shown.who:
            self.person_asked.emit(self.shown.who)

    def first(self) -> QWidget:
        """Return where the focus goes when the card opens."""
        return self.of_record if not self.of_record.isHidden() else self.of_person

    def forget(self) -> None:
        """Drop the event."""
        self.shown = None
        self.title.setText("")
        self.facts.set_facts([])
        self.record.setText("")

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        name = QCoreApplication.translate("Log", "Event")
        self.facts.setAccessibleName(name)
        self.pane.set_name(name)
        self._record_label.setText(QCoreApplication.translate("Log", "Record (id)"))
        self.of_record.setText(QCoreApplication.translate("Log", "All of this record"))
        self.of_person.setText(QCoreApplication.translate("Log", "All by this person"))
        self.back.setText(QCoreApplication.translate("Log", "Back"))
        for button in (self.of_record, self.of_person, self.back):
            button.updateGeometry()
        if self.shown is not None:
            self.show_event(self.shown)

    def _facts(self, event: LogRow) -> list[Fact]:
        moment = local_moment(event.at)
        lines = [
            (QCoreApplication.translate("Log", "Who"), who_words(event.staff, event.who)),
            (QCoreApplication.translate("Log", "When"), f"{written_date(moment.date())} {moment:%H:%M:%S}"),
            (QCoreApplication.translate("Log", "To what"), target_kind_words(event.kind)),
            (QCoreApplication.translate("Log", "Why"), reason_words(event.reason)),
            *(
                (detail_words(name), detail_value(event, name, value, self._tools.codes))
                for name, value in sorted(event.details.items())
            ),
            (QCoreApplication.translate("Log", "Laptop"), event.laptop),
            (QCoreApplication.translate("Log", "Number"), str(event.seq)),
            (QCoreApplication.translate("Log", "Outcome"), self._status(event)),
        ]
        return [Fact(label=label, value=value) for label, value in lines if value]

    def _status(self, event: LogRow) -> str:
        if event.operation in FAILED:
            return QCoreApplication.translate("Log", "Failed")
        words = {
            "SUCCESS": QCoreApplication.translate("Log", "Done"),
            "FORBIDDEN": QCoreApplication.translate("Log", "Refused"),
        }
        return words.get(event.status, event.status)
