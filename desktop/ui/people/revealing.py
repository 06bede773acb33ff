# SPDX-License-Identifier: MIT
"""Shows the plain value of a masked fact for a while: each time is asked for, and logged."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.notebook.messages.people import PersonView, RevealedField, RevealField
from desktop.ui.page import Tools
from desktop.ui.people.fact_list import FactList
from desktop.ui.people.fact_words import revealed_words

REVEAL_MS: Final = 20_000
"""How long what was revealed stays on the screen."""


class Revealing(QObject):
    """Belongs to one list of facts."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, facts: FactList, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._facts = facts
        self._view: PersonView | None = None
        self._words: dict[str, str] = {}
        """Plain words by the key of their line."""
        self.hide_again = QTimer(self)
        self.hide_again.setSingleShot(True)
        self.hide_again.setInterval(REVEAL_MS)
        self.hide_again.timeout.connect(self.mask)

    def show_person(self, view: PersonView | None) -> None:
        """Be of this person; of another one nothing stays revealed."""
        before, self._view = self._view, view
        if view is None or before is None or view.person != before.person:
            self.mask()

    def again(self) -> None:
        """Show what is revealed once more, after the facts were written anew."""
        for key, words in self._words.items():
            self._facts.reveal(key, words)

    def turn(self, key: str) -> None:
        """Reveal a fact, or mask it again; ``key`` is its line's."""
        if key in self._words:
            self._facts.reveal(key, "")
            del self._words[key]
            return
        view = self._view
        if view is None:
            return

        def told(revealed: RevealedField) -> None:
            if self._view is not None and self._view.person == view.person:
                self._words[key] = revealed_words(key, revealed.value, self._tools)
                self._facts.reveal(key, self._words[key])
                self.hide_again.start()

        ask = RevealField(view.person, key.partition("/")[2], "card")
        self._tools.bridge.ask(self, ask, done=told, failed=self.troubled.emit)

    def mask(self) -> None:
        """Show masks again."""
        self.hide_again.stop()
        shown, self._words = self._words, {}
        for key in shown:
            self._facts.reveal(key, "")
