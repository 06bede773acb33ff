# SPDX-License-Identifier: MIT
"""The strip over every page: a problem that no page has a place for, said again in each language."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent

from desktop.ui.components.notice import Notice
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_ICON = "circle-alert"


class NoticeBar(Notice):
    """Hidden until something is said. Its button closes it, or does what was given with ``say``."""

    def __init__(self, theme: Theme) -> None:
        """Build it empty."""
        super().__init__(theme, tone=Tone.DANGER, icon_name=_ICON)
        self._words_of: Callable[[], str] | None = None
        self._again: Callable[[], None] | None = None
        self.hide()
        self.acted.connect(self._act)

    def say(self, words: Callable[[], str], tone: Tone, *, again: Callable[[], None] | None = None) -> None:
        """Say what ``words`` returns in the language in force; ``again`` offers to try again."""
        self._words_of, self._again = words, again
        self.tell(words(), tone=tone, icon_name=_ICON, action=self._action())

    def clear(self) -> None:
        """Hide, and drop what was said."""
        self._words_of, self._again = None, None
        self.hide()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the same in the language in force."""
        if event.type() is QEvent.Type.LanguageChange and self._words_of is not None:
            self.tell(self._words_of(), action=self._action())
        super().changeEvent(event)

    def _action(self) -> str:
        if self._again is not None:
            return QCoreApplication.translate("Window", "Try again")
        return QCoreApplication.translate("Window", "Close")

    def _act(self) -> None:
        again = self._again
        self.clear()
        if again is not None:
            again()
