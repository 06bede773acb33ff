# SPDX-License-Identifier: MIT
"""Asks, while a new person is written down, whether somebody alike is here already."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import Duplicates, FindDuplicates
from desktop.ui.drafts import DELAY_MS
from desktop.ui.page import Tools
from desktop.ui.people.duplicates import DuplicateHints
from desktop.ui.people.editors import ValueEditor
from desktop.ui.people.form_layout import BORN, HETU, KNOWN_AS, NAME, PHONE
from sync.records.ids import EntityId

ALIKE_BY = (NAME, KNOWN_AS, PHONE, HETU, BORN)
"""The fields that tell people apart; a change of one asks again."""


class AlikeSearch(QObject):
    """Fills the hints, 300 ms after the last key or at once before a save."""

    def __init__(
        self,
        tools: Tools,
        editors: Mapping[str, ValueEditor],
        hints: DuplicateHints,
        failed: Callable[[ProblemReport], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._editors = editors
        self._hints = hints
        self._failed = failed
        self._asked = 0
        self._looked_for: FindDuplicates | None = None
        self._not_same: frozenset[EntityId] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(lambda: self.look(None))

    @property
    def up_to_date(self) -> bool:
        """Whether the hints shown are about what stands in the form now."""
        return self._looked_for == self._question()

    def soon(self) -> None:
        """Look when no key came for 300 ms."""
        self._timer.start()

    def stop(self) -> None:
        """Do not look of its own accord."""
        self._timer.stop()

    def clear(self) -> None:
        """Begin anew with nobody shown and nobody refused."""
        self._timer.stop()
        self._asked += 1
        self._looked_for = None
        self._not_same = frozenset()
        self._hints.show_hints(())

    def refuse(self) -> None:
        """The people shown are not the same; they are not shown again for this form."""
        self._not_same |= {hint.person for hint in self._hints.hints}
        self._hints.show_hints(())

    def look(self, then: Callable[[], None] | None) -> None:
        """Ask now; ``then`` is called when nobody alike is known."""
        ask = self._question()
        self._asked += 1
        number = self._asked

        def told(found: Duplicates) -> None:
            if number != self._asked:
                return
            self._looked_for = ask
            self._hints.show_hints([hint for hint in found.hints if hint.person not in self._not_same])
            if then is not None and self._hints.hints:
                self._hints.setFocus()
            elif then is not None:
                then()

        self._tools.bridge.ask(self, ask, done=told, failed=self._failed)

    def _question(self) -> FindDuplicates:
        values = {key: self._editors[key].value() for key in ALIKE_BY}
        name = values[NAME]
        parts = name if isinstance(name, dict) else {}
        return FindDuplicates(
            first=str(parts.get("first") or ""),
            last=str(parts.get("last") or ""),
            known_as=str(values[KNOWN_AS] or ""),
            phone=str(values[PHONE] or ""),
            hetu=str(values[HETU] or ""),
            birth_date=str(values[BORN] or ""),
        )
