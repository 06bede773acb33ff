# SPDX-License-Identifier: MIT
"""One save that is held back: whose, when and why, what it says, and the decisions below."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.held import HeldBody, HeldContent, HeldRow
from desktop.ui.components.card import Card
from desktop.ui.components.notice import Notice
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.held.ruling_foot import RulingFoot
from desktop.ui.page import Tools
from desktop.ui.review.change_lines import ChangeLine, ChangeLines
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_moment
from desktop.ui.words.fields import field_label, kind_label, written_value
from desktop.ui.words.moments import local_moment
from desktop.ui.words.transfers import held_reason, said_mark


class SaveCard(Card):
    """The content is shown here and kept nowhere: ``forget`` and every other row drop it."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._row: HeldRow | None = None
        self._content: HeldContent | None = None
        self._trouble = ""
        theme = tools.theme
        self.title = Words(theme, size=Type.TITLE, wrap=True)
        self.facts = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.reason = Notice(theme, tone=Tone.DANGER, icon_name="shield-alert")
        self.waits = Words(theme, tone=Tone.MUTED, wrap=True)
        self.lines = ChangeLines(theme)
        self.pane = ScrollPane(theme, " ")
        self.foot = RulingFoot(tools)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(4)
        for part in (self.title, self.facts, self.reason):
            head.addWidget(part)
        inner = self.pane.body
        inner.setContentsMargins(13, 6, 13, 12)
        inner.addWidget(self.waits)
        inner.addWidget(self.lines)
        inner.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(self.pane, 1)
        self.body.addWidget(Rule(theme))
        self.body.addWidget(self.foot)
        self.show_nothing()

    @property
    def shown(self) -> HeldRow | None:
        """The save shown, or ``None``."""
        return self._row

    def show_row(self, row: HeldRow) -> None:
        """Show the facts of a save; its content comes by itself."""
        if self._row is None or self._row.item != row.item:
            self._content, self._trouble = None, ""
            self.foot.empty()
        self._row = row
        self.retranslate()

    def show_content(self, content: HeldContent) -> None:
        """Show what a save says, where it is still the one shown."""
        if self._row is not None and self._row.item == content.item:
            self._content, self._trouble = content, ""
            self.retranslate()

    def show_trouble(self, words: str) -> None:
        """Say why the content is not here."""
        self._trouble = words
        self.retranslate()

    def show_nothing(self) -> None:
        """Drop every value."""
        self._row, self._content, self._trouble = None, None, ""
        self.foot.empty()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        row = self._row
        self.pane.set_name(QCoreApplication.translate("Held", "What the save says"))
        self.foot.retranslate()
        self.reason.setVisible(row is not None)
        if row is None:
            self.title.setText("")
            self.facts.setText("")
            self.waits.setText(QCoreApplication.translate("Held", "Choose a save on the left."))
            self.waits.show()
            self.lines.set_lines(())
            self.foot.show_for(can_decide=False, why="")
            return
        moment = near_moment(
            local_moment(row.at), local_moment(self._tools.clock()), self._tools.translations.language
        )
        mine = QCoreApplication.translate("Held", "Your own save")
        self.title.setText(
            mine if row.mine else row.by or QCoreApplication.translate("Held", "Unknown author")
        )
        self.facts.setText(" · ".join(part for part in (row.team, moment) if part))
        self.reason.tell(held_reason(row.reason))
        self.lines.set_lines(self._told())
        self.waits.setText(self._why_empty())
        self.waits.setVisible(bool(self.waits.text()))
        self.foot.show_for(can_decide=row.can_decide and not row.said, why=self._why_no_decision(row))

    def _why_empty(self) -> str:
        content = self._content
        if content is None:
            return self._trouble or QCoreApplication.translate("Held", "Asking the centre for what it says…")
        if content.erased:
            return QCoreApplication.translate("Held", "Some of it has been erased.")
        return ""

    def _why_no_decision(self, row: HeldRow) -> str:
        if row.said:
            return said_mark(row.said, row.said_team).word
        if row.mine and row.refused:
            return QCoreApplication.translate(
                "Held", "It was not accepted. It counts nowhere, and stays here for you to read."
            )
        if row.mine:
            return QCoreApplication.translate(
                "Held", "It is saved. A supervisor of the team decides about it; you are told."
            )
        return ""

    def _told(self) -> list[ChangeLine]:
        return [
            line
            for body in (self._content.bodies if self._content is not None else [])
            for line in self._lines_of(body)
        ]

    def _lines_of(self, body: HeldBody) -> list[ChangeLine]:
        codes, language = self._tools.codes, self._tools.translations.language
        group = " · ".join(part for part in (kind_label(body.kind), body.name) if part)
        lines = []
        for field in body.fields:
            words = written_value(body.kind, field.name, field.value, codes, language)
            if words:
                label = field_label(body.kind, field.name, codes)
                lines.append(ChangeLine(field=label, before="", after=words, added=True, group=group))
        return lines
