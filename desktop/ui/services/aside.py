# SPDX-License-Identifier: MIT
"""The right pane in its two faces: the service, and the hand-out in the client's language, with what can be done."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.handouts import MakePaper, Paper, RecordHandout
from desktop.notebook.messages.referrals import ConsentLanguages, ListConsentLanguages
from desktop.ui.components.card import Card
from desktop.ui.components.choice import Choice
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.rule import Rule
from desktop.ui.components.sketch import Sketch
from desktop.ui.errand import ChosenService, Errand
from desktop.ui.page import Tools
from desktop.ui.services.handout_face import HandoutFace
from desktop.ui.services.paper_desk import PaperDesk
from desktop.ui.services.paper_foot import PaperFoot
from desktop.ui.services.press import Press
from desktop.ui.services.qr_window import QrWindow, ShownCode
from desktop.ui.services.service_face import ServiceFace
from desktop.ui.theme.measures import ICON
from desktop.ui.words.moments import local_moment

WIDTH: Final = 400
SERVICE, PAPER = "service", "paper"
_NOBODY: Final = Errand()
_PLAIN: Final = "fi-selko"


class LanguageSign(QWidget):
    """The picture before the choice of the client's language."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._theme = tools.theme
        self.setFixedSize(ICON + 6, ICON)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint it."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        sketch.icon("languages", self._theme.tokens.muted, ICON, 0, self.height() / 2)
        painter.end()


class Aside(Card):
    """Knows the services chosen and the errand; asks for papers and records what was given."""

    given = Signal(str)
    """A hand-out was recorded: print, pdf or qr."""
    refer_asked = Signal()
    face_chosen = Signal(str)
    troubled = Signal(object)

    def __init__(self, tools: Tools, press: Press, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._press = press
        self._services: tuple[ChosenService, ...] = ()
        self._errand = _NOBODY
        self._languages: list[str] = []
        self._window: QrWindow | None = None
        self._saver: QFileDialog | None = None
        theme = tools.theme
        self.faces = FilterChips(theme, " ")
        self.faces.set_options(((SERVICE, " "), (PAPER, " ")), key=PAPER)  # now: Tab goes in this order
        self.language = Choice(theme, " ")
        self.sign = LanguageSign(tools)
        self.service = ServiceFace(tools)
        self.handout = HandoutFace(tools)
        self.foot = PaperFoot(tools)
        self.desk = PaperDesk(tools, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._join()
        self.setFixedWidth(WIDTH)
        self.retranslate()
        self._show_state()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(13, 4, 12, 4)
        head.setSpacing(0)
        head.addWidget(self.faces)
        head.addStretch(1)
        head.addSpacing(6)
        head.addWidget(self.sign)
        head.addWidget(self.language)
        self._stack.addWidget(self.service)
        self._stack.addWidget(self.handout)
        self.body.addLayout(head)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addWidget(self.foot)
        self.language.setMaximumWidth(174)

    def _join(self) -> None:
        self.faces.chosen.connect(self._chose_face)
        self.language.chosen.connect(lambda _key: self._want())
        self.handout.edited.connect(self._want)
        self.desk.came.connect(self._paper_came)
        self.desk.refused.connect(self._paper_refused)
        self.foot.print_asked.connect(self.print_paper)
        self.foot.pdf_asked.connect(self._save_pdf)
        self.foot.qr_asked.connect(self._show_codes)
        self.foot.refer_asked.connect(self.refer_asked)
        self.service.notes.troubled.connect(self.troubled)

    # --- what the page calls ---

    def enter(self) -> None:
        """Ask for the languages of hand-outs once, and whether there is a printer."""
        if not self._languages:
            self._tools.bridge.ask(
                self, ListConsentLanguages(), done=self._know_languages, failed=self.troubled.emit
            )
        self._show_state()

    def show_errand(self, errand: Errand) -> None:
        """Be for this client from now on: their language, and no words to the one before."""
        self._errand = errand
        self.handout.new_client()
        self._offer_languages(
            wanted=errand.client.language or self._tools.translations.language.value,
        )
        self._show_state()
        self._want()

    def show_services(self, services: tuple[ChosenService, ...]) -> None:
        """Make the paper of these services."""
        if services != self._services:
            self._services = services
            self._show_state()
            self._want()

    def show_face(self, face: str) -> None:
        """Turn to the service or to its paper."""
        self.faces.set_key(face)
        self._turn()

    @property
    def face(self) -> str:
        """Which face is in front."""
        return self.faces.key()

    @property
    def words(self) -> str:
        """The adviser's own words to the client."""
        return self.handout.words.text().strip()

    @property
    def shows_codes(self) -> bool:
        """Whether QR codes stand on the screen."""
        return self._window is not None

    def forget(self) -> None:
        """Drop every word, and close what stands in front."""
        self._press.leave()
        for window in (self._window, self._saver):
            if window is not None:
                window.close()
        self.desk.forget()
        self._services = ()
        self._errand = _NOBODY
        self.service.forget()
        self.handout.forget()
        self._show_state()

    def retranslate(self) -> None:
        """Say every word again."""
        self.faces.setAccessibleName(QCoreApplication.translate("Handout", "What is shown of the service"))
        self.faces.set_options(
            (
                (SERVICE, QCoreApplication.translate("Handout", "Service")),
                (PAPER, QCoreApplication.translate("Handout", "Hand-out")),
            ),
            key=self.faces.key() or PAPER,
        )
        self.language.setAccessibleName(QCoreApplication.translate("Handout", "Language of the hand-out"))
        self._offer_languages(wanted=self.language.key())
        self.service.retranslate()
        self.handout.retranslate()
        self.foot.retranslate()
        self._turn()

    # --- the paper ---

    def print_paper(self) -> None:
        """Print the paper in front; without a printer nothing happens, the foot says so."""
        if self.foot.print.isEnabled():
            self.desk.have(self._print)

    def _print(self, ask: MakePaper, paper: Paper) -> None:
        def printed(taken: bool) -> None:  # noqa: FBT001 - what a press tells
            if taken:
                self._record("print", ask)
            else:
                self.foot.tell(
                    QCoreApplication.translate(
                        "Handout", "The printer did not take it. Try again, or save a PDF."
                    ),
                    wrong=True,
                )

        self._press.print_out(self.window(), paper.pdf, printed)

    def _save_pdf(self) -> None:
        self.desk.have(self._ask_where)

    def _ask_where(self, ask: MakePaper, paper: Paper) -> None:
        if self._saver is not None:
            return
        saver = QFileDialog(self.window(), QCoreApplication.translate("Handout", "Save as PDF"))
        saver.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        saver.setFileMode(QFileDialog.FileMode.AnyFile)
        saver.setNameFilter("PDF (*.pdf)")
        saver.setDefaultSuffix("pdf")
        saver.selectFile(paper.file_name)
        self._saver = saver
        saver.fileSelected.connect(lambda file: self._write(file, ask, paper))
        saver.finished.connect(lambda _result: self._saver_gone(saver))
        saver.open()

    def _saver_gone(self, saver: QFileDialog) -> None:
        self._saver = None
        saver.deleteLater()

    def _write(self, name: str, ask: MakePaper, paper: Paper) -> None:
        file = QSaveFile(name)
        whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(paper.pdf) == len(paper.pdf)
        if whole and file.commit():
            self._record("pdf", ask)
            return
        file.cancelWriting()
        words = QCoreApplication.translate("Handout", "The file could not be written. Choose another place.")
        self.foot.tell(words, wrong=True)

    def _show_codes(self) -> None:
        self.desk.have(self._open_codes)

    def _open_codes(self, ask: MakePaper, paper: Paper) -> None:
        names = {one.service: one.name for one in self._services}
        codes = [
            ShownCode(names.get(service, ""), address)
            for service, address in zip(ask.services, paper.qr, strict=False)
            if address
        ]
        if not codes:
            words = QCoreApplication.translate("Handout", "These services have no web page to point to.")
            self.foot.tell(words, wrong=True)
            return
        if self._window is not None:
            return
        window = QrWindow(self._tools.theme, codes, self.window())
        self._window = window
        window.finished.connect(lambda _result: self._codes_gone(window))
        window.open()
        self._record("qr", ask)

    def _codes_gone(self, window: QrWindow) -> None:
        self._window = None
        window.deleteLater()

    def _record(self, way: str, ask: MakePaper) -> None:
        record = RecordHandout(ask.services, ask.language, way, self._errand.person)

        def recorded(_done: object) -> None:
            self.foot.tell(_given_words(way))
            self.given.emit(way)

        self._tools.bridge.ask(self, record, done=recorded, failed=self.troubled.emit)

    def _want(self) -> None:
        """Want the paper of now; made only while its face is in front, or when it is to be printed."""
        services = [one.service for one in self._services]
        if not services or not self.language.key():
            self.desk.want(None)
            self.handout.show_nothing()
            return
        ask = MakePaper(
            services,
            self.language.key(),
            local_moment(self._tools.clock()).date().isoformat(),
            large=self.handout.large.isChecked(),
            words=self.words,
            contact=self.handout.contact.text().strip(),
        )
        self.handout.show_making()
        self.desk.want(ask, at_once=self.face == PAPER)

    def _paper_came(self, paper: Paper) -> None:
        self.handout.show_paper(paper, ", ".join(one.name for one in self._services))

    def _paper_refused(self, report: ProblemReport) -> None:
        if self.handout.refuse(report):
            self.show_face(PAPER)
            self.handout.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- languages and faces ---

    def _know_languages(self, known: ConsentLanguages) -> None:
        self._languages = known.languages
        self._offer_languages(wanted=self._errand.client.language)
        self._want()

    def _offer_languages(self, *, wanted: str) -> None:
        own = self._tools.translations.language.value
        key = wanted if wanted in self._languages else self.language.key()
        if key not in self._languages:
            key = own if own in self._languages else ""
        self.language.set_options(
            [(code, self._language_words(code)) for code in self._languages], key=key or None
        )

    def _language_words(self, code: str) -> str:
        if code == _PLAIN:
            return QCoreApplication.translate("Handout", "selkosuomi · Easy Finnish")
        codes = self._tools.codes
        row = codes.lists["languages"].get(code)
        label = codes.label("languages", code)
        endonym = (row.endonym or "") if row is not None else ""
        return label if endonym in {"", label} else f"{endonym} · {label}"

    def _chose_face(self, face: str) -> None:
        self._turn()
        self.face_chosen.emit(face)

    def _turn(self) -> None:
        paper = self.face == PAPER
        self._stack.setCurrentWidget(self.handout if paper else self.service)
        if paper:
            self._want()

    def _show_state(self) -> None:
        self.foot.show_state(len(self._services), self._errand, printer=self._press.ready())


def _given_words(way: str) -> str:
    words: dict[str, Callable[[], str]] = {
        "print": lambda: QCoreApplication.translate("Handout", "Printed and recorded."),
        "pdf": lambda: QCoreApplication.translate("Handout", "PDF saved and recorded."),
        "qr": lambda: QCoreApplication.translate("Handout", "QR shown and recorded."),
    }
    return words[way]()
