# SPDX-License-Identifier: MIT
"""On the card of a person with several cards: since when they are one, what the others say, and the way apart."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.merging import Separated, TakeFromCard, UnmergePeople
from desktop.notebook.messages.people import MergedCard, PersonView, RecordSaved, RevealedField, RevealField
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.notice import Notice
from desktop.ui.merging.words import card_words, side_words, waiting_words
from desktop.ui.page import Tools
from desktop.ui.people.fact_list import FactLine, FactList
from desktop.ui.people.fact_words import fact_line, revealed_words
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import field_label
from sync.records.ids import EntityId


class MergedPart(QWidget):
    """Shown among the facts. Parting asks the notebook by itself; the page hears of it by ``saved``."""

    saved = Signal(object, str)
    """RecordSaved and what to tell: the page offers Undo."""
    troubled = Signal(object)
    merge_asked = Signal()
    settle_asked = Signal(object, str)
    """The entity of another card, and its field with two values."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._view: PersonView | None = None
        self._busy = False
        self._took: int | None = None
        """The place of the button that was pressed last: the keyboard stays there when the rows are made anew."""
        self.waiting: list[Notice] = []
        self.notices: list[Notice] = []
        self.lists: list[FactList] = []
        self.merge = Button(tools.theme, kind=ButtonKind.LINK, icon_name="merge", key="Ctrl D")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(4)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.merge)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 6)
        column.setSpacing(4)
        column.addLayout(self._cards)
        column.addLayout(foot)
        self.merge.clicked.connect(self.merge_asked)
        self.retranslate()

    def show_person(self, view: PersonView) -> None:
        """Show the person's other cards, and the merges that wait."""
        same = self._view is not None and _shown(view) == _shown(self._view)
        self._view = view
        if not same:
            self._build(view)

    def forget(self) -> None:
        """Drop every value."""
        self._view = None
        self._clear()

    def stops(self) -> list[QWidget]:
        """Return the buttons in it, top first, for the order of Tab."""
        stops: list[QWidget] = []
        for notice, facts in zip(self.notices, self.lists, strict=True):
            stops += [notice.button, *facts.stops()]
        return [*stops, self.merge]

    def retranslate(self) -> None:
        """Say every word again."""
        self.merge.setText(QCoreApplication.translate("Merging", "Same person as…"))
        self.merge.setShortcut(QKeySequence("Ctrl+D"))  # after the words: setting those drops it
        if self._view is not None:
            self._build(self._view)

    def _build(self, view: PersonView) -> None:
        self._clear()
        theme = self._tools.theme
        for waits in view.waiting:
            notice = Notice(theme, waiting_words(waits), tone=Tone.WAIT, icon_name="hourglass")
            self.waiting.append(notice)
            self._cards.addWidget(notice)
        for card in view.cards:
            action = "" if card.leaving else QCoreApplication.translate("Merging", "Separate")
            notice = Notice(
                theme, card_words(card, self._tools), tone=Tone.ACCENT, icon_name="merge", action=action
            )
            notice.button.setAccessibleName(f"{action}: {card.name}" if action else "")
            notice.acted.connect(partial(self._part, card.person))
            facts = FactList(theme, parent=self)  # a list without a parent would show itself as a window
            facts.settle_asked.connect(partial(self._settle, card))
            facts.reveal_asked.connect(partial(self._reveal, card, facts))
            facts.take_asked.connect(partial(self._take, card))
            title = QCoreApplication.translate("Merging", "From card {number}").format(number=card.number)
            facts.show_facts(title, self._lines(card))
            self.notices.append(notice)
            self.lists.append(facts)
            self._cards.addWidget(notice)
            self._cards.addWidget(facts)
        self._give_key()

    def _give_key(self) -> None:
        """Let Ctrl+U take the first of what can be taken; after it the next is the first."""
        takes = [one for facts in self.lists for one in facts.takes()]
        for one in takes[:1]:
            one.set_key("Ctrl U")
            one.setShortcut(QKeySequence("Ctrl+U"))
        if self._took is not None:
            next_one = takes[min(self._took, len(takes) - 1)] if takes else self.merge
            QTimer.singleShot(0, next_one, next_one.setFocus)  # once Qt has shown it
        self._took = None

    def _lines(self, card: MergedCard) -> list[FactLine]:
        lines = [
            replace(line, value=side_words("person", one, self._tools)) if not line.masked else line
            for one in card.fields
            for line in [fact_line("person", one, self._tools)]
        ]
        lines += [fact_line("situation", one, self._tools) for one in card.situation]
        lines += [fact_line("plan", one, self._tools) for one in card.plan]
        return [
            replace(line, takable=self._takable(card, line)) for line in lines if line.value or line.sides
        ]

    def _takable(self, card: MergedCard, line: FactLine) -> bool:
        """Whether one value stands against one: two values, on either card, are settled first."""
        view = self._view
        if view is None or not view.can_edit or card.leaving or line.sides:
            return False
        kind, _, name = line.key.partition("/")
        standing = {"person": view.fields, "situation": view.situation}.get(kind, [])
        return not any(one.name == name and (one.sides or Mark.TWO_VALUES in one.marks) for one in standing)

    def _clear(self) -> None:
        for facts in self.lists:
            facts.show_facts("", ())
        for part in (*self.waiting, *self.notices, *self.lists):
            self._cards.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.waiting.clear()
        self.notices.clear()
        self.lists.clear()

    def _part(self, person: EntityId) -> None:
        if self._busy:
            return
        self._busy = True

        def parted(told: Separated) -> None:
            self._busy = False
            words = QCoreApplication.translate(
                "Merging", "Separated. The cards stand apart once the hub has it."
            )
            self.saved.emit(RecordSaved(person, told.save), words)

        def refused(report: ProblemReport) -> None:
            self._busy = False
            self.troubled.emit(report)

        self._tools.bridge.ask(self, UnmergePeople(person), done=parted, failed=refused)

    def _take(self, card: MergedCard, key: str) -> None:
        view = self._view
        if self._busy or view is None:
            return
        self._busy = True
        kind, _, field = key.partition("/")
        takes = [one for facts in self.lists for one in facts.takes()]
        place = next((at for at, one in enumerate(takes) if one.hasFocus()), None)

        def taken(saved: RecordSaved) -> None:
            self._busy = False
            self._took = place
            words = QCoreApplication.translate("Merging", "{field} is now as on card {number}")
            label = field_label(kind, field, self._tools.codes)
            self.saved.emit(saved, words.format(field=label, number=card.number))

        def refused(report: ProblemReport) -> None:
            self._busy = False
            self.troubled.emit(report)

        ask = TakeFromCard(card.person, kind, field, view.sight)
        self._tools.bridge.ask(self, ask, done=taken, failed=refused)

    def _settle(self, card: MergedCard, key: str) -> None:
        kind, _, field = key.partition("/")
        self.settle_asked.emit(card.person, f"{kind}/{field}")

    def _reveal(self, card: MergedCard, facts: FactList, key: str) -> None:
        def told(revealed: RevealedField) -> None:
            if facts in self.lists:
                facts.reveal(key, revealed_words(key, revealed.value, self._tools))

        ask = RevealField(card.person, key.partition("/")[2], "card")
        self._tools.bridge.ask(self, ask, done=told, failed=self.troubled.emit)


def _shown(view: PersonView) -> tuple[object, ...]:
    """Return what the part is built from: the other cards, and what of the leading one they stand against."""
    several = [
        one.name for one in (*view.fields, *view.situation) if one.sides or Mark.TWO_VALUES in one.marks
    ]
    return view.cards, view.waiting, view.can_edit, several
