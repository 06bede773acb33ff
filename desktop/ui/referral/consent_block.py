# SPDX-License-Identifier: MIT
"""The client's consent: the text in their language, what it is about, how it was given, and that they agree."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.referrals import (
    ConsentLanguages,
    ConsentText,
    GivenConsent,
    ListConsentLanguages,
    ReadConsent,
)
from desktop.ui.components.announce import announce
from desktop.ui.components.card import Card
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.problems import sentence
from sync.records.ids import EntityId

SCOPES: Final = ("name", "contact", "birth_date", "language", "situation", "need")
"""Codes of ``shared_scopes``."""
PRESET: Final = frozenset({"name", "contact", "need"})
WAYS: Final = ("oral", "written", "e_id")
"""Codes of ``consent_ways``; most consent at a library's table is given by word of mouth."""
_PLAIN: Final = "fi-selko"


class ConsentBlock(Card):
    """Reads the text again at each change; an agreement to another text than the one shown is never kept."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._services: tuple[EntityId, ...] = ()
        self._languages: tuple[str, ...] = ()
        self._wanted = ""
        self._asked = 0
        self._texts: dict[EntityId, ConsentText] = {}
        theme = tools.theme
        self.title = Words(theme, size=Type.SECTION)
        self.about = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.language = Choice(theme, " ")
        self.scopes = {code: Check(theme, " ") for code in SCOPES}
        self.text = Words(theme, size=Type.CLIENT_SECOND, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.pane = ScrollPane(theme, " ")
        self.ways = Choice(theme, " ")
        self.agrees = Check(theme, " ")
        self.wrong = Words(theme, size=Type.SECONDARY, tone=Tone.DANGER, wrap=True)
        self._lay_out()
        self._join()
        # The form beside it keeps its width when the block comes and goes.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._reset()
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self._tools.theme
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 12, 0)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.about)
        head.addLayout(said, 1)
        head.addWidget(self.language)
        self.language.setMaximumWidth(200)
        grid = QGridLayout()
        grid.setContentsMargins(13, 2, 12, 4)
        grid.setSpacing(0)
        for place, check in enumerate(self.scopes.values()):
            grid.addWidget(check, place // 2, place % 2)
        self.pane.body.setContentsMargins(16, 12, 16, 12)
        self.pane.body.addWidget(self.text)
        self.pane.body.addStretch(1)
        self.pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pane.setMinimumHeight(96)
        foot = QVBoxLayout()
        foot.setContentsMargins(13, 4, 12, 10)
        foot.setSpacing(0)
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self.ways)
        last.addWidget(self.agrees)
        last.addStretch(1)
        foot.addLayout(last)
        foot.addWidget(self.wrong)
        self.body.addLayout(head)
        self.body.addLayout(grid)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(Rule(theme))
        self.body.addLayout(foot)

    def _join(self) -> None:
        self.language.chosen.connect(lambda _key: self._read())
        for check in self.scopes.values():
            check.clicked.connect(self._read)
        self.ways.chosen.connect(lambda _key: self.tell_wrong(""))
        self.agrees.clicked.connect(lambda: self.tell_wrong(""))

    # --- what the page calls ---

    def enter(self) -> None:
        """Ask once which languages there are."""
        if not self._languages:
            self._tools.bridge.ask(
                self, ListConsentLanguages(), done=self._know_languages, failed=self.troubled.emit
            )

    def begin(self, language: str) -> None:
        """Be for another client, who speaks this language."""
        self._wanted = language
        self._services = ()
        self._reset()
        self._offer_languages(language)

    def show_services(self, services: Sequence[EntityId]) -> None:
        """Read the text of sending data to these services; none hides the block."""
        if tuple(services) == self._services:
            return
        self._services = tuple(services)
        self.setVisible(bool(services))
        self._read()

    @property
    def needed(self) -> bool:
        """Whether somebody's consent is asked for at all."""
        return bool(self._services)

    def given(self) -> GivenConsent | None:
        """Return what the client agreed to; ``None``, said beside the block, while they have not."""
        texts = [self._texts[one] for one in self._services if one in self._texts]
        if not self.scope():
            self._refuse(
                QCoreApplication.translate("Consent", "Choose at least one thing that the service is told."),
                self.scopes[SCOPES[0]],
            )
        elif len(texts) < len(self._services):
            self._refuse(
                QCoreApplication.translate("Consent", "The text has not been read yet. Choose the language."),
                self.language,
            )
        elif not self.agrees.isChecked():
            self._refuse(
                QCoreApplication.translate(
                    "Consent",
                    "Data leaves only when the client agrees. Read the text together, or choose another way.",
                ),
                self.agrees,
            )
        else:
            return GivenConsent(self.language.key(), texts[0].version, self.scope(), self.ways.key())
        return None

    def scope(self) -> list[str]:
        """Return what the service is told, as codes."""
        return [code for code, check in self.scopes.items() if check.isChecked()]

    def tell_wrong(self, words: str) -> None:
        """Say beside the block what is missing; an empty text takes it back."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        if words:
            announce(self.agrees, words)

    def forget(self) -> None:
        """Drop every word and tick."""
        self._services = ()
        self._wanted = ""
        self._reset()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.language, *self.scopes.values(), self.pane.area, self.ways, self.agrees]

    def retranslate(self) -> None:
        """Say every word again; the text is the client's and stays."""
        codes = self._tools.codes
        self.title.setText(QCoreApplication.translate("Consent", "The client's consent"))
        self.about.setText(QCoreApplication.translate("Consent", "Read it out or turn the screen."))
        self.language.setAccessibleName(QCoreApplication.translate("Consent", "Language of the consent"))
        self.pane.set_name(QCoreApplication.translate("Consent", "The text that the client agrees to"))
        self._offer_languages(self.language.key() or self._wanted)
        for code, check in self.scopes.items():
            check.setText(codes.label("shared_scopes", code))
            check.updateGeometry()
        self.ways.setAccessibleName(QCoreApplication.translate("Consent", "How consent was given"))
        self.ways.set_options([(code, codes.label("consent_ways", code)) for code in WAYS])
        self.agrees.setText(QCoreApplication.translate("Consent", "The client agrees"))
        self.agrees.updateGeometry()
        self.tell_wrong("")

    # --- reading ---

    def _reset(self) -> None:
        self._asked += 1
        self._texts = {}
        self.text.setText("")
        self.agrees.setChecked(False)
        for code, check in self.scopes.items():
            check.setChecked(code in PRESET)
        if self.ways.count():
            self.ways.set_key(WAYS[0])
        self.tell_wrong("")
        self.setVisible(False)

    def _read(self) -> None:
        """Ask for the texts of now; what was agreed to before was another text."""
        self._asked += 1
        self._texts = {}
        self.agrees.setChecked(False)
        self.agrees.setEnabled(False)
        self.tell_wrong("")
        scope = self.scope()
        if not scope or not self.language.key():
            self._show_text()
            return
        for service in self._services:
            self._read_one(service, self._asked, scope)

    def _read_one(self, service: EntityId, number: int, scope: list[str]) -> None:
        def came(text: ConsentText) -> None:
            if number == self._asked:
                self._texts[service] = text
                self._show_text()

        def refused(report: ProblemReport) -> None:
            if number == self._asked:
                self._show_text()
                self.tell_wrong(sentence(report))

        ask = ReadConsent(service, self.language.key(), scope)
        self._tools.bridge.ask(self, ask, done=came, failed=refused)

    def _show_text(self) -> None:
        texts = [self._texts[one] for one in self._services if one in self._texts]
        mirrored = any(one.direction == "rtl" for one in texts)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.text.setAlignment(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)
        self.text.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        # Nobody agrees to what has not been shown, were it only for the blink that reading takes.
        self.agrees.setEnabled(bool(texts) and len(texts) == len(self._services))
        self.text.setText("\n\n".join(dict.fromkeys(one.text for one in texts)))
        self.pane.to_top()

    def _know_languages(self, known: ConsentLanguages) -> None:
        self._languages = tuple(known.languages)
        self._offer_languages(self._wanted)
        if self._services:
            self._read()

    def _offer_languages(self, wanted: str) -> None:
        own = self._tools.translations.language.value
        key = next((one for one in (wanted, self.language.key(), own) if one in self._languages), "")
        options = [(code, self._language_words(code)) for code in self._languages]
        self.language.set_options(options, key=key or None)

    def _language_words(self, code: str) -> str:
        if code == _PLAIN:
            return QCoreApplication.translate("Consent", "selkosuomi · Easy Finnish")
        codes = self._tools.codes
        row = codes.lists["languages"].get(code)
        label = codes.label("languages", code)
        endonym = (row.endonym or "") if row is not None else ""
        return label if endonym in {"", label} else f"{endonym} · {label}"

    def _refuse(self, words: str, where: QWidget) -> None:
        self.tell_wrong(words)
        where.setFocus(Qt.FocusReason.OtherFocusReason)
