# SPDX-License-Identifier: MIT
"""The page that stands before every notebook: choose a person, give the passphrase, come in."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, Event, ProblemReport
from desktop.notebook.messages.laptop import LaptopView, ShowLaptop, Unlock, Unlocked
from desktop.notebook.messages.leaving import DismissWiped, OrderCame, OrderObeyed, ReadOrder
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import Reopen
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.notice import Notice
from desktop.ui.components.pill import Mark
from desktop.ui.components.stick_dialogs import StickDialogs
from desktop.ui.page import Page, Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.card import UnlockCard
from desktop.ui.unlock.foot import Foot
from desktop.ui.unlock.lease_card import LeaseCard
from desktop.ui.unlock.order_words import (
    dismiss_words,
    obeyed_words,
    order_sentence,
    reading_words,
    wiped_words,
)
from desktop.ui.unlock.people import closed, people_rows, with_pin
from desktop.ui.unlock.recovery_card import RecoveryCard
from desktop.ui.unlock.restore_card import RestoreCard
from desktop.ui.unlock.side_card import SideCard
from desktop.ui.words.problems import sentence
from sync.protocol.devices import ORDER_SUFFIX
from sync.records.ids import StaffId

_NOTICE = 540
_AT_FIELD: Final = frozenset({Problem.WRONG_PASSPHRASE, Problem.THROTTLED})
_OF_THE_LEASE: Final = frozenset({Problem.LEASE_RUN_OUT, Problem.LEASE_SUSPENDED, Problem.LEASE_MISSING})
_OF_AN_ORDER: Final = frozenset({Problem.WRITER_REVOKED, Problem.NOTEBOOK_WIPED, Problem.NOT_FOUND})


class UnlockPage(Page):
    """``unlocked(Unlocked)``, ``new_person_asked()``, ``language_chosen(Language)``."""

    unlocked = Signal(object)
    new_person_asked = Signal()
    language_chosen = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it once; ``enter`` asks who is on this laptop."""
        super().__init__(tools, parent=parent)
        self._view: LaptopView | None = None
        self._offline = False
        self._report: ProblemReport | None = None
        self._reading = False
        self.notice = Notice(tools.theme, tone=Tone.WARN, icon_name="info")
        self.wiped = Notice(tools.theme, tone=Tone.WAIT, icon_name="info", action=" ")
        self.card = UnlockCard(tools.theme)
        self.side: SideCard | None = None
        """What stands in the card's place: made anew each time, so that nothing typed stays."""
        self.dialogs = StickDialogs(self)
        self._network = Mark(tools.theme, MarkValue("wifi-off", "", Tone.WAIT))
        self._unsent = Mark(tools.theme, MarkValue("cloud-upload", "", Tone.WAIT))
        self.foot = Foot(tools.theme)
        self.setFocusProxy(self.card)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self.notice.setVisible(False)
        self.notice.setFixedWidth(_NOTICE)
        self.wiped.setVisible(False)
        self.wiped.setFixedWidth(_NOTICE)
        signs = QHBoxLayout()
        signs.setSpacing(24)
        signs.addStretch(1)
        signs.addWidget(self._network)
        signs.addWidget(self._unsent)
        signs.addStretch(1)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(0, 12, 0, 0)
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(12)
        middle.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(12)
        middle.addWidget(self.wiped, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(8)
        middle.addLayout(signs)
        middle.addStretch(1)
        self._middle = middle
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)

    def _join(self) -> None:
        self.card.open_asked.connect(self._open)
        self.card.pin_asked.connect(self._reopen)
        self.card.new_person_asked.connect(self.new_person_asked)
        self.card.recovery_asked.connect(self._recover)
        self.card.restore_asked.connect(self._restore)
        self.card.order_asked.connect(self._ask_for_order)
        self.wiped.acted.connect(self._dismiss_wiped)
        self.foot.language_chosen.connect(self.language_chosen)
        self.tools.bridge.event_arrived.connect(self._happened)

    # --- Page ---

    def enter(self) -> None:
        """Ask who may open a notebook here, and let the passphrase take the keys."""
        self._drop_side()
        self._reading = (
            False  # the notebook may have been started anew: what was asked of the old one is gone
        )
        self._unsent.setVisible(False)  # until the notebook has counted anew
        self.card.forget()
        self._reload()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Show a notice over the card, e.g. that the notebook stopped and was locked."""
        self.notice.tell(words, tone=Tone.WARN, icon_name="info")

    def show_network(self, *, offline: bool) -> None:
        """Say that there is no network, when the window knows it."""
        self._offline = offline
        self.retranslate()

    def forget(self) -> None:
        """Drop what was typed and told."""
        self._drop_side()
        self.dialogs.close()
        self.card.forget()
        self.notice.setVisible(False)

    def retranslate(self) -> None:
        """Say everything in the language in force; what was typed stays."""
        language = self.tools.translations.language
        view = self._view
        if view is not None:
            rows = people_rows(view.people, self.tools.codes, language, self.tools.clock())
            self.card.show_people(rows, pins=with_pin(view.people), closed=closed(view.people))
        else:
            self.card.retranslate()
        self.foot.show_laptop(
            view.laptop_name if view is not None else "", view.version if view is not None else "", language
        )
        network = (
            QCoreApplication.translate("UnlockPage", "No network. You can work as usual.")
            if self._offline
            else QCoreApplication.translate("UnlockPage", "Works without a network, too.")
        )
        self._network.set_value(MarkValue("cloud-off" if self._offline else "laptop", network, Tone.WAIT))
        count = view.unsent if view is not None else 0
        unsent = QCoreApplication.translate("UnlockPage", "%n not sent, saved on this computer", None, count)
        self._unsent.set_value(MarkValue("cloud-upload", unsent, Tone.WAIT))
        self._unsent.setVisible(count > 0)
        self._say_wiped(view.wiped if view is not None else [])
        if self._report is not None and self.card.error:
            self.card.tell(sentence(self._report))
        if self.side is not None:
            self.side.retranslate()

    # --- who is here ---

    def _reload(self) -> None:
        self.tools.bridge.ask(self, ShowLaptop(), done=self._show, failed=self._trouble)

    def _show(self, view: LaptopView) -> None:
        held = self.card.links.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._view = view
        self.retranslate()
        # An answer that comes late must not take the keys from who is typing elsewhere.
        if self.isVisible() and self.side is None and not held:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _happened(self, event: Event) -> None:
        if isinstance(event, OrderCame):
            self._tell_order(event.name, event.what)

    def _tell_order(self, name: str, what: str) -> None:
        self.notice.tell(obeyed_words(name, what), tone=Tone.WARN, icon_name="shield-alert")
        self._reload()

    def _say_wiped(self, names: list[str]) -> None:
        words = wiped_words(names)
        if not names:
            self.wiped.setVisible(False)
        elif words != self.wiped.words() or not self.wiped.isVisible():
            self.wiped.tell(words, action=dismiss_words())

    def _dismiss_wiped(self) -> None:
        self.tools.bridge.ask(self, DismissWiped(), done=self._dismissed, failed=self._trouble)

    def _dismissed(self, _done: Done) -> None:
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reload()

    # --- opening ---

    def _open(self, staff: str, passphrase: str) -> None:
        self.card.begin_opening()
        ask = Unlock(StaffId(staff), passphrase)
        self.tools.bridge.ask(
            self, ask, done=self._opened, failed=partial(self._refused, StaffId(staff), passphrase)
        )

    def _reopen(self, staff: str, pin: str) -> None:
        self.card.begin_opening()
        ask = Reopen(StaffId(staff), pin)
        self.tools.bridge.ask(self, ask, done=self._opened, failed=partial(self._pin_refused, StaffId(staff)))

    def _opened(self, who: Unlocked) -> None:
        self.forget()
        self.unlocked.emit(who)

    def _refused(self, staff: StaffId, passphrase: str, report: ProblemReport) -> None:
        self._report = report
        if report.problem in _AT_FIELD:
            self.card.refuse(sentence(report), wait=int(report.facts.get("seconds", 0)))
        elif report.problem in _OF_THE_LEASE:
            self.card.forget()
            self._show_side(LeaseCard(self.tools, staff=staff, passphrase=passphrase, why=report))
        else:
            self._trouble(report)

    def _pin_refused(self, staff: StaffId, report: ProblemReport) -> None:
        self._report = report
        last = report.problem is Problem.WRONG_PIN and not int(report.facts.get("tries_left", 1))
        if last or report.problem is Problem.PIN_GONE:
            self._report = ProblemReport(Problem.PIN_GONE)
            self.card.end_pin(sentence(self._report))
        elif report.problem in {Problem.WRONG_PIN, Problem.THROTTLED}:
            self.card.refuse(sentence(report), wait=int(report.facts.get("seconds", 0)))
        else:
            self.card.pin.forget()
            self._refused(staff, "", report)

    def _trouble(self, report: ProblemReport) -> None:
        self.card.end_opening()
        self.notice.tell(sentence(report), tone=Tone.DANGER, icon_name="circle-alert")
        if report.problem in _OF_AN_ORDER:
            self.card.forget()
            self._reload()

    # --- the seldom ways ---

    def _recover(self, staff: str) -> None:
        self._show_side(RecoveryCard(self.tools, staff=StaffId(staff), name=self._name(staff)))

    def _restore(self, staff: str) -> None:
        self._show_side(RestoreCard(self.tools, staff=staff, name=self._name(staff)))

    def _ask_for_order(self) -> None:
        if not self._reading:
            title = QCoreApplication.translate("UnlockPage", "Choose the order file")
            kind = QCoreApplication.translate("UnlockPage", "Orders")
            self.dialogs.ask_file(title, self.read_order, kind=kind, suffix=ORDER_SUFFIX[1:])

    def read_order(self, path: str) -> None:
        """Let the notebook obey an order file, and tell what it did."""
        if self._reading:
            return
        self._reading = True
        self.notice.tell(reading_words(), tone=Tone.WAIT, icon_name="hourglass")
        self.tools.bridge.ask(self, ReadOrder(path), done=self._obeyed, failed=self._not_obeyed)

    def _obeyed(self, order: OrderObeyed) -> None:
        self._reading = False
        self._tell_order(order.name, order.what)

    def _not_obeyed(self, report: ProblemReport) -> None:
        self._reading = False
        self.notice.tell(order_sentence(report), tone=Tone.DANGER, icon_name="circle-alert")

    def _name(self, staff: str) -> str:
        people = self._view.people if self._view is not None else []
        return next((person.name for person in people if person.staff == staff), "")

    # --- the card in the middle ---

    def _show_side(self, card: SideCard) -> None:
        self._drop_side()
        self.card.forget()
        self.notice.setVisible(False)
        self.side = card
        self._middle.insertWidget(self._middle.indexOf(self.card), card, 0, Qt.AlignmentFlag.AlignHCenter)
        card.opened.connect(self._opened)
        card.left.connect(self._back)
        card.outdated.connect(self._reload)
        self.setFocusProxy(card)
        card.show()
        card.begin()
        self.card.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def _back(self) -> None:
        self._drop_side()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_side(self) -> None:
        side, self.side = self.side, None
        self.setFocusProxy(self.card)
        self.card.show()
        if side is not None:
            side.forget()
            self._middle.removeWidget(side)
            side.hide()
            side.deleteLater()
