# SPDX-License-Identifier: MIT
"""The page of referring: the form on the left, the client's consent on the right where data leaves.

A page rather than a window of its own: locking blanks it like every other, and the keys for locking and
hiding work while a client looks at the text.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import OpenPerson, PersonView, RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.referrals import Refer
from desktop.notebook.messages.services import OpenService, ServiceClient, ServiceView
from desktop.ui.errand import AtCard, ChosenService, Errand, Found, Sending
from desktop.ui.page import Page, Tools
from desktop.ui.referral.chosen_list import ChosenLine
from desktop.ui.referral.consent_block import ConsentBlock
from desktop.ui.referral.form import ReferralForm
from desktop.ui.referral.kind_chips import KEYS
from desktop.ui.referral.person_errand import person_errand
from desktop.ui.referral.whom_pane import WhomPane
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.words.moments import local_moment
from desktop.ui.words.problems import sentence
from desktop.ui.words.referrals import LEAVES
from sync.catalogue.model import Service, from_map, text_in
from sync.records.ids import EntityId

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NOBODY: Final = Errand()
_NO_CONSENT: Final = frozenset({"none", "law"})
"""What a service says of consent when none is asked; silence counts as asking."""
_MINUTES: Final = 60


class ReferralPage(Page):
    """Opens with a ``Sending``. Goes to the card with what was saved, or to the walk-in with what was found."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._errand = _NOBODY
        self._services: tuple[ChosenService, ...] = ()
        self._known: dict[EntityId, Service | None] = {}
        self._asked = 0
        self._saving = False
        self._chose = False
        self.form = ReferralForm(tools)
        self.consent = ConsentBlock(tools)
        self.whom = WhomPane(tools)
        self._both = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._join()
        self.setFocusProxy(self.form.kinds.chips["guided"])

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.form, 5)
        row.addWidget(self.consent, 6)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.whom)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        column.addWidget(self._stack)

    def _join(self) -> None:
        self.form.services.dropped.connect(self._drop)
        self.form.kinds.chosen.connect(self._chose_kind)
        self.form.send_asked.connect(self.send)
        self.form.left.connect(self.leave)
        self.whom.person_chosen.connect(self._ask_person)
        self.whom.visit_chosen.connect(lambda: self._begin(Errand(visit=True)))
        for one in (self.consent, self.whom):
            one.troubled.connect(self.fail)

    # --- what the window calls ---

    def enter(self) -> None:
        """Know which languages a client can be given."""
        self.consent.enter()

    def open(self, what: object) -> None:
        """Begin a referral: of a person, of the walk-in, or ask of whom."""
        if not isinstance(what, Sending):
            return
        self._services = what.services
        self._known = {}
        if what.errand.person is not None or what.errand.visit:
            self._begin(what.errand)
        else:
            self._errand = _NOBODY
            self._stack.setCurrentWidget(self.whom)
            self.whom.begin()
            self.whom.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> Mapping[str, str]:
        """Return for whom, to which services."""
        sending = Sending(self._errand, self._services)
        return {"sending": msgspec.json.encode(sending).decode()} if self._services else {}

    def come_back(self, opened: Mapping[str, str]) -> None:
        """Begin the referral again."""
        if "sending" in opened:
            self.open(msgspec.json.decode(opened["sending"], type=Sending))

    def errand(self) -> Errand:
        """Return for whom a service is sought from here."""
        return self._errand

    def forget(self) -> None:
        """Drop every value shown."""
        self._asked += 1
        self._errand = _NOBODY
        self._services = ()
        self._known = {}
        self._saving = False
        self.form.begin("", visit=False, protected=False)
        self.form.show_services(())
        self.consent.forget()
        self.whom.forget()

    def panes(self) -> list[QWidget]:
        """The form and the consent, or the search for whom."""
        if self._stack.currentWidget() is self.whom:
            return [self.whom.search, self.whom.rows]
        first: list[QWidget] = [self.form.kinds.chips[self.form.kinds.kind()]]
        return [*first, self.consent.language] if not self.consent.isHidden() else first

    def retranslate(self) -> None:
        """Say every word again."""
        self.form.retranslate()
        self.consent.retranslate()
        self.whom.retranslate()
        self._show()

    # --- what a person does ---

    def send(self) -> None:
        """Save the referral, or take the services back to the walk-in."""
        if self._errand.visit:
            self._to_visit()
            return
        person = self._errand.person
        if person is None or self._saving or not self._services:
            return
        text, day = self.form.written(), self.form.day()
        if text is None or day is None:
            return
        consent = None
        if self.consent.needed:
            consent = self.consent.given()
            if consent is None:
                return
        self._saving = True
        self.form.tell_wrong("")
        ask = Refer(
            person,
            [one.service for one in self._services],
            self.form.kinds.kind(),
            urgency=self.form.urgency.key(),
            text=text,
            consent=consent,
            follow_up=day,
        )
        self.tools.bridge.ask(self, ask, done=self._saved, failed=self._refused)

    def leave(self) -> None:
        """Go back to the services; nothing is saved."""
        self.go.emit("services", None)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Ctrl+Enter refers, 1 to 4 choose how, Escape goes back; a field being typed in has its own keys."""
        key = Qt.Key(event.key())
        shown = self._stack.currentWidget() is self._both
        if shown and key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send()
        elif shown and key in KEYS and event.modifiers() in _PLAIN:
            self.form.kinds.choose(KEYS[key])
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # --- for whom, where to ---

    def _ask_person(self, person: EntityId) -> None:
        ask = OpenPerson(person, "referral")

        def came(view: PersonView) -> None:
            if self._stack.currentWidget() is self.whom:
                self._begin(person_errand(view))

        self.tools.bridge.ask(self, ask, done=came, failed=self.fail)

    def _begin(self, errand: Errand) -> None:
        self._errand = errand
        self._saving = self._chose = False
        self.form.begin(errand.name, visit=errand.visit, protected=errand.protected)
        self.consent.begin(errand.client.language)
        self._stack.setCurrentWidget(self._both)
        self._asked += 1
        self._show()
        for one in self._services:
            self._read(one.service, self._asked)
        self.form.kinds.chips[self.form.kinds.kind()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, service: EntityId, number: int) -> None:
        """Learn how a service wants people sent; for nobody in particular, so that no card is read again."""
        now = local_moment(self.tools.clock())
        ask = OpenService(
            service,
            ServiceClient(),
            self.tools.translations.language.value,
            now.date().isoformat(),
            now.hour * _MINUTES + now.minute,
        )

        def came(view: ServiceView) -> None:
            if number == self._asked:
                self._known[service] = _content(view)
                self._preset_kind()
                self._show()

        def lost(report: ProblemReport) -> None:
            if number == self._asked:
                self.form.tell_wrong(sentence(report))

        self.tools.bridge.ask(self, ask, done=came, failed=lost)

    def _preset_kind(self) -> None:
        """Choose the first way that the only service takes, where it says so and takes nobody guided."""
        if len(self._services) == 1 and not self._chose:
            found = self._known.get(self._services[0].service)
            if found is not None and found.referral_kinds and "guided" not in found.referral_kinds:
                self.form.kinds.set_kind(found.referral_kinds[0])

    def _drop(self, service: EntityId) -> None:
        self._services = tuple(one for one in self._services if one.service != service)
        self._show()
        if not self._services:
            self.leave()
        else:
            self.form.kinds.chips[self.form.kinds.kind()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chose_kind(self, _kind: str) -> None:
        self._chose = True
        self.form.tell_wrong("")
        self._show()
        if self._errand.visit:
            self._to_visit()

    def _to_visit(self) -> None:
        if self._services:
            found = Found(self._services, kind=self.form.kinds.kind(), handed_out=self._errand.handed_out)
            self.go.emit("today", found)

    # --- showing ---

    def _show(self) -> None:
        kind = self.form.kinds.kind()
        self.form.show_services([self._line(one) for one in self._services])
        leaves = kind in LEAVES and not self._errand.visit
        asking = [one for one in self._services if self._asks(one.service)]
        # One text is agreed to for all of them, so where one asks, every service's text is read.
        wanted = [one.service for one in self._services] if leaves and asking else []
        self.consent.show_services(wanted)
        self.form.say_kind(
            leaves_without_consent=leaves and not asking,
            not_taken=", ".join(one.name for one in self._services if not self._takes(one.service, kind)),
        )
        for one, other in pairwise([*self.form.stops(), *self.consent.stops()]):
            QWidget.setTabOrder(one, other)

    def _line(self, one: ChosenService) -> ChosenLine:
        found = self._known.get(one.service)
        if found is None:
            return ChosenLine(service=one.service, name=one.name)
        language = self.tools.translations.language.value
        return ChosenLine(
            service=one.service,
            name=one.name,
            organisation=text_in(found.organisation.name, language),
            how=text_in(found.how_to_refer, language),
        )

    def _asks(self, service: EntityId) -> bool:
        found = self._known.get(service)
        return found is None or found.consent not in _NO_CONSENT

    def _takes(self, service: EntityId, kind: str) -> bool:
        found = self._known.get(service)
        return found is None or not found.referral_kinds or kind in found.referral_kinds

    # --- saved ---

    def _saved(self, saved: RecordSaved) -> None:
        self._saving = False
        person = self._errand.person
        if person is None:
            return  # answered after the lock
        words = QCoreApplication.translate("Referral", "Referred: {service}").format(
            service=self._services[0].name
        )
        if len(self._services) > 1:
            words = QCoreApplication.translate(
                "Referral", "Referred to %n services", None, len(self._services)
            )
        self.go.emit("people", AtCard(person, "services", words, saved.save))
        self.forget()

    def _refused(self, report: ProblemReport) -> None:
        self._saving = False
        if report.problem is Problem.LOCKED:
            self.fail(report)
        elif report.problem is Problem.CONSENT_MISSING and self.consent.needed:
            self.consent.tell_wrong(sentence(report))
        else:
            self.form.tell_wrong(sentence(report))


_PLAIN: Final = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


def _content(view: ServiceView) -> Service | None:
    """Return what the catalogue says; ``None`` for content that a newer version wrote."""
    try:
        return from_map(view.content)
    except msgspec.ValidationError:
        return None
