# SPDX-License-Identifier: MIT
"""The unlock card: people, passphrase, one button, and what to do when the passphrase is forgotten."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.front_card import FrontCard
from desktop.ui.unlock.heading import Heading

_WIDTH = 440
_ROW = 52
_MOST_ROWS = 5
_SECOND = 1000


class UnlockCard(FrontCard):
    """``open_asked(staff, passphrase)``, ``new_person_asked()``. Up and Down choose a person from the field."""

    open_asked = Signal(str, str)
    new_person_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, width=_WIDTH, parent=parent)
        self._known = False
        self._opening = False
        self._wait = 0
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._count_down)
        self._heading = Heading(theme, "Kenttäkirja", icon_name="notebook-pen")
        self._lead = Words(theme, tone=Tone.MUTED, wrap=True)
        self.people = RowList(theme, " ", height=_ROW)
        self._frame = Card(theme, padding=0)
        self.passphrase = PassphraseField(theme, " ")
        self.button = Button(theme, kind=ButtonKind.PRIMARY, icon_name="key-round", key="Enter", tall=True)
        self.forgotten = Button(theme, kind=ButtonKind.LINK)
        self.new_person = Button(theme, kind=ButtonKind.LINK)
        self._advice = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.setFocusProxy(self.passphrase)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self._frame.body.addWidget(self.people)
        self._advice.setVisible(False)
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.addWidget(self.forgotten)
        links.addStretch(1)
        links.addWidget(self.new_person)
        self._secret = QWidget()
        secret = QVBoxLayout(self._secret)
        secret.setContentsMargins(0, 16, 0, 8)
        secret.addWidget(self.passphrase)
        self.body.addWidget(self._heading)
        self.body.addSpacing(4)
        self.body.addWidget(self._lead)
        self.body.addSpacing(16)
        self._frame.setFixedHeight(_ROW + 2)  # until it is known who is here
        self.body.addWidget(self._frame)
        self.body.addWidget(self._secret)
        self.body.addWidget(self.button)
        self.body.addLayout(links)
        self.body.addWidget(self._advice)

    def _join(self) -> None:
        self.passphrase.entered.connect(self._ask)
        self.button.clicked.connect(self._ask)
        self.passphrase.line.installEventFilter(self)
        self.people.row_chosen.connect(self._another)
        self.people.row_opened.connect(lambda _key: self.passphrase.setFocus())
        self.people.clicked.connect(lambda _index: self.passphrase.setFocus())
        self.forgotten.clicked.connect(self._advise)
        self.new_person.clicked.connect(self.new_person_asked)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let Up and Down in the passphrase choose the person, so that hands stay where they are."""
        if watched is self.passphrase.line and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.type() == QEvent.Type.KeyPress and Qt.Key(event.key()) in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def show_people(self, rows: Sequence[Row]) -> None:
        """Show who may open; keeps the person chosen, else takes the first."""
        self._known = True
        self.people.set_rows(rows)
        if rows and not self.people.key():
            self.people.choose(rows[0].key)
        self._frame.setFixedHeight(_ROW * min(max(len(rows), 1), _MOST_ROWS) + 2)
        for part in (self._frame, self._secret, self.forgotten, self.new_person):
            part.setVisible(bool(rows))
        self.setFocusProxy(self.passphrase if rows else self.button)
        self.retranslate()

    def begin_opening(self) -> None:
        """Say that it opens; until ``end_opening`` nothing is asked twice."""
        self._opening = True
        self.passphrase.line.setReadOnly(True)
        self.retranslate()

    def end_opening(self) -> None:
        """Take keys again."""
        self._opening = False
        self.passphrase.line.setReadOnly(False)
        self.retranslate()

    def refuse(self, sentence: str, *, wait: int) -> None:
        """Show the problem beside the field; with ``wait`` seconds count down before the next try."""
        self.end_opening()
        self._advice.setVisible(False)
        self.passphrase.set_error(sentence)
        self.passphrase.line.selectAll()
        self.passphrase.setFocus()
        self._start_wait(wait)

    def forget(self) -> None:
        """Drop what was typed."""
        self.passphrase.forget()
        self.passphrase.set_error("")
        self._advice.setVisible(False)
        self._start_wait(0)
        self.end_opening()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        nobody = self._known and not self.people.rows()
        self._lead.setText(
            QCoreApplication.translate("UnlockPage", "Nobody has a notebook on this computer yet.")
            if nobody
            else QCoreApplication.translate("UnlockPage", "Choose your name and open the notebook.")
        )
        self.people.setAccessibleName(QCoreApplication.translate("UnlockPage", "People on this computer"))
        self.passphrase.set_label(QCoreApplication.translate("UnlockPage", "Passphrase"))
        self.forgotten.setText(QCoreApplication.translate("UnlockPage", "I forgot my passphrase"))
        self.new_person.setText(QCoreApplication.translate("UnlockPage", "New person on this computer"))
        self._advice.setText(
            QCoreApplication.translate(
                "UnlockPage",
                "Nobody else knows your passphrase and it cannot be looked up. Tell your supervisor or the help "
                "desk. What was sent is safe at the centre. What was not sent stays on this computer, "
                "encrypted: do not delete anything. Opening it with the city's recovery key comes in a later "
                "version.",
            )
        )
        self._show_button()

    def _show_button(self) -> None:
        self.button.setText(self._button_words())
        self.button.setEnabled(self._known and not self._opening and not self._wait)
        self.button.set_key("" if self._opening or self._wait else "Enter")

    def _button_words(self) -> str:
        if self._known and not self.people.rows():
            return QCoreApplication.translate("UnlockPage", "Start here")
        if self._opening:
            return QCoreApplication.translate("UnlockPage", "Opening the notebook…")
        if self._wait:
            return QCoreApplication.translate("UnlockPage", "Wait {seconds} s").format(seconds=self._wait)
        return QCoreApplication.translate("UnlockPage", "Open the notebook")

    def _ask(self) -> None:
        if not self._known:
            return  # the notebook has not said yet who is here
        if not self.people.rows():
            self.new_person_asked.emit()
        elif not self._opening and not self._wait:
            if self.passphrase.text():
                self.open_asked.emit(self.people.key(), self.passphrase.text())
            else:
                self.passphrase.setFocus()

    def _another(self, _key: str) -> None:
        self.passphrase.forget()
        self.passphrase.set_error("")
        self._start_wait(0)

    def _step(self, step: int) -> None:
        keys = [row.key for row in self.people.rows()]
        place = keys.index(self.people.key()) + step if self.people.key() in keys else 0
        if 0 <= place < len(keys) and not self._opening:
            self.people.choose(keys[place])
            self._another(keys[place])

    def _advise(self) -> None:
        self._advice.setVisible(not self._advice.isVisible())

    def _start_wait(self, seconds: int) -> None:
        self._wait = seconds
        if seconds:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_button()

    def _count_down(self) -> None:
        self._wait = max(self._wait - 1, 0)
        if not self._wait:
            self._tick.stop()
        self._show_button()
