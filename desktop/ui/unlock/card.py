# SPDX-License-Identifier: MIT
"""The unlock card: people, passphrase or PIN, one button, and what to do when neither helps."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.pin_field import PinField
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.words import Words
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.front_card import FrontCard
from desktop.ui.unlock.heading import Heading
from desktop.ui.unlock.links_part import LinksPart
from desktop.ui.unlock.secret_part import SecretPart, Way

_WIDTH = 440
_ROW = 52
_MOST_ROWS = 5
_SECOND = 1000


class UnlockCard(FrontCard):
    """Up and Down choose a person from the field; six digits open without Enter."""

    open_asked = Signal(str, str)
    """Staff and passphrase."""
    pin_asked = Signal(str, str)
    """Staff and PIN."""
    new_person_asked = Signal()
    recovery_asked = Signal(str)
    restore_asked = Signal(str)
    """Staff, empty when nobody is chosen."""
    order_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, width=_WIDTH, parent=parent)
        self._known = False
        self._opening = False
        self._wait = 0
        self._pins: set[str] = set()
        self._closed: frozenset[str] = frozenset()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._count_down)
        self._heading = Heading(theme, "Kenttäkirja", icon_name="notebook-pen")
        self._lead = Words(theme, tone=Tone.MUTED, wrap=True)
        self.people = RowList(theme, " ", height=_ROW)
        self._frame = Card(theme, padding=0)
        self.secret = SecretPart(theme)
        self.button = Button(theme, kind=ButtonKind.PRIMARY, icon_name="key-round", key="Enter", tall=True)
        self.links = LinksPart(theme)
        self.setFocusProxy(self.secret.passphrase)
        self._lay_out()
        self._join()
        self.retranslate()

    @property
    def passphrase(self) -> PassphraseField:
        """The passphrase's field, shown or not."""
        return self.secret.passphrase

    @property
    def pin(self) -> PinField:
        """The PIN's field, shown or not."""
        return self.secret.pin

    @property
    def error(self) -> str:
        """What is told at the field, or an empty text."""
        return self.secret.field.error

    def _lay_out(self) -> None:
        self._frame.body.addWidget(self.people)
        self.body.addWidget(self._heading)
        self.body.addSpacing(4)
        self.body.addWidget(self._lead)
        self.body.addSpacing(16)
        self._frame.setFixedHeight(_ROW + 2)  # until it is known who is here
        self.body.addWidget(self._frame)
        self.body.addWidget(self.secret)
        self.body.addWidget(self.button)
        self.body.addWidget(self.links)

    def _join(self) -> None:
        self.secret.entered.connect(self._ask)
        self.secret.stepped.connect(self._step)
        self.secret.turned.connect(lambda: self._start_wait(0))
        self.button.clicked.connect(self._ask)
        self.people.row_chosen.connect(self._another)
        self.people.row_opened.connect(lambda _key: self.secret.field.setFocus())
        self.people.clicked.connect(lambda _index: self.secret.field.setFocus())
        self.links.forgotten.clicked.connect(lambda: self.recovery_asked.emit(self.people.key()))
        self.links.new_person.clicked.connect(self.new_person_asked)
        self.links.restore.clicked.connect(lambda: self.restore_asked.emit(self.people.key()))
        self.links.order.clicked.connect(self.order_asked)

    def show_people(self, rows: Sequence[Row], *, pins: Collection[str], closed: Collection[str]) -> None:
        """Show who may open; keeps the person chosen, else takes the first who can.

        ``pins`` are those whom a PIN lets in now, ``closed`` those whose notebook the centre has closed.
        """
        self._known = True
        self._pins, self._closed = set(pins), frozenset(closed)
        before = self.people.key()
        self.people.set_rows(rows)
        if rows and not self.people.key():
            self.people.choose(next((row.key for row in rows if row.key not in self._closed), rows[0].key))
        self._frame.setFixedHeight(_ROW * min(max(len(rows), 1), _MOST_ROWS) + 2)
        for part in (self._frame, self.secret):
            part.setVisible(bool(rows))
        self.links.show_people(somebody=bool(rows))
        same = before in {"", self.people.key()}
        if not same:
            self.secret.forget()
        self._show_way(keep=same)
        self.retranslate()

    def begin_opening(self) -> None:
        """Say that it opens; until ``end_opening`` nothing is asked twice."""
        self._opening = True
        self.secret.take_keys(read_only=True)
        self.retranslate()

    def end_opening(self) -> None:
        """Take keys again."""
        self._opening = False
        self.secret.take_keys(read_only=False)
        self.retranslate()

    def refuse(self, sentence: str, *, wait: int) -> None:
        """Show the problem beside the field; with ``wait`` seconds count down before the next try."""
        self.end_opening()
        self.secret.refuse(sentence)
        self._start_wait(wait)

    def end_pin(self, sentence: str) -> None:
        """Ask the chosen person for the passphrase instead, and say why."""
        self.end_opening()
        self._pins.discard(self.people.key())
        self._show_way(keep=False)
        self.secret.refuse(sentence)
        self._show_button()

    def tell(self, sentence: str) -> None:
        """Say the problem at the field again, in another language."""
        self.secret.field.set_error(sentence)

    def forget(self) -> None:
        """Drop what was typed."""
        self.secret.forget()
        self.links.fold()
        self._show_way(keep=False)
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
        self.secret.retranslate()
        self.links.retranslate()
        self._show_button()

    def _show_button(self) -> None:
        closed = bool(self.people.rows()) and self.secret.way is Way.CLOSED
        still = self._opening or bool(self._wait) or closed
        self.button.setText(self._button_words())
        self.button.setEnabled(self._known and not still)
        self.button.set_key("" if still else "Enter")
        self.links.forgotten.setEnabled(not closed)  # no passphrase opens what the centre has closed

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
            self._ask_to_open()

    def _ask_to_open(self) -> None:
        match self.secret.way:
            case Way.PIN if self.pin.complete():
                self.pin_asked.emit(self.people.key(), self.pin.text())
            case Way.PASSPHRASE if self.passphrase.text():
                self.open_asked.emit(self.people.key(), self.passphrase.text())
            case Way.PIN | Way.PASSPHRASE:
                self.secret.field.setFocus()

    def _another(self, _key: str) -> None:
        self.secret.forget()
        self._show_way(keep=False)
        self._start_wait(0)

    def _step(self, step: int) -> None:
        keys = [row.key for row in self.people.rows()]
        place = keys.index(self.people.key()) + step if self.people.key() in keys else 0
        if 0 <= place < len(keys) and not self._opening:
            self.people.choose(keys[place])
            self._another(keys[place])
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self, *, keep: bool) -> None:
        """Ask for what opens this person's notebook; ``keep`` leaves a passphrase that is being typed instead."""
        who = self.people.key()
        pin = who in self._pins
        chosen = self.secret.choice or bool(self.passphrase.text() and not self.secret.may_be_a_pin)
        if who in self._closed:
            way = Way.CLOSED
        elif pin and not (keep and chosen and self.secret.way is Way.PASSPHRASE):
            way = Way.PIN
        else:
            way = Way.PASSPHRASE
        self.secret.show_way(way, choice=pin and way is not Way.CLOSED)
        if not self.people.rows():
            self.setFocusProxy(self.button)
        else:
            self.setFocusProxy(self.people if way is Way.CLOSED else self.secret.field)

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
