# SPDX-License-Identifier: MIT
"""Two values on Today: who asks for a choice, where another's value is shown, what was chosen against mine.

Enter opens it, R brings my value back, S says that it was seen.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.people import RecordSaved, RestoreValue
from desktop.notebook.messages.settling import DismissTold, ListTold, ToldValue, ToldValues
from desktop.ui.components.row_value import Row
from desktop.ui.errand import AtCard
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.rows_card import RowsCard
from desktop.ui.words.dates import near_moment
from desktop.ui.words.fields import field_label
from desktop.ui.words.moments import local_moment

_SIGNS: Final = {
    "asked": ("message-circle-question-mark", Tone.ACCENT),
    "hidden": ("columns-2", Tone.SPLIT),
    "settled": ("undo-2", Tone.SPLIT),
    "deleted": ("split", Tone.SPLIT),
}


class ToldCard(RowsCard):
    """Asks by itself. ``conflict_asked((entity, field))`` wants a question opened, ``changed`` tells of other rows."""

    conflict_asked = Signal(object)
    card_asked = Signal(object)
    """AtCard: where a choice was made, with the field's history."""
    changed = Signal()
    restored = Signal(object, str)
    """RecordSaved of a value brought back, and what is said of it."""
    failed = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, "RS", parent=parent)
        self._tools = tools
        self._asked = 0
        self._told: dict[str, ToldValue] = {}
        self.restore, self.seen = self.buttons["R"], self.buttons["S"]
        self.rows.row_chosen.connect(lambda _key: self._offer())
        self.rows.row_opened.connect(lambda _key: self._open())
        self.letter.connect(lambda letter: self._restore() if letter == "R" else self._dismiss())
        self.retranslate()

    def load(self) -> None:
        """Ask what there is to hear; an answer that another ask has overtaken is dropped."""
        self._asked += 1
        number = self._asked

        def came(told: ToldValues) -> None:
            if number == self._asked:
                self._show(told)
                self.changed.emit()

        self._tools.bridge.ask(self, ListTold(), done=came, failed=self.failed.emit)

    def forget(self) -> None:
        """Drop every name: the notebook is being locked."""
        self._asked += 1
        self._told = {}
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._say(
            QCoreApplication.translate("ToldCard", "Two values"),
            [self._row(key, one) for key, one in self._told.items()],
            {
                "R": QCoreApplication.translate("ToldCard", "Bring mine back"),
                "S": QCoreApplication.translate("ToldCard", "Seen"),
            },
        )
        self._offer()

    def _show(self, told: ToldValues) -> None:
        held, place = self.holds_keys, self.rows.currentIndex().row()
        self._told = {f"{one.what}/{one.entity.hex()}/{one.field}": one for one in told.rows}
        self.retranslate()
        self._keep_place(place)
        if held:
            # Before a button with the keys is hidden: Qt would hand them on to another card.
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def _row(self, key: str, one: ToldValue) -> Row:
        icon, tone = _SIGNS.get(one.what, ("columns-2", Tone.SPLIT))
        language = self._tools.translations.language
        field = field_label(one.kind, one.field, self._tools.codes) if one.field != "deleted" else ""
        return Row(
            key=key,
            title=_said(one.what, field),
            second=" · ".join(part for part in (one.title, one.by) if part),
            time=near_moment(local_moment(one.at), local_moment(self._tools.clock()), language),
            icon=icon,
            icon_tone=tone,
        )

    def _current(self) -> ToldValue | None:
        return self._told.get(self.rows.key())

    def _offer(self) -> None:
        one = self._current()
        self.restore.setVisible(one is not None and one.what == "settled" and bool(one.writer))
        self.seen.setVisible(one is not None and one.seen is not None)

    def _open(self) -> None:
        one = self._current()
        if one is None:
            return
        if one.what != "settled":
            self.conflict_asked.emit((one.entity, one.field))
        elif one.person is not None:
            self.card_asked.emit(AtCard(one.person, field=f"{one.kind}/{one.field}"))

    def _restore(self) -> None:
        one = self._current()
        if one is None or self.restore.isHidden():
            return

        def done(saved: RecordSaved) -> None:
            words = QCoreApplication.translate("ToldCard", "{field} is again what you wrote")
            field = field_label(one.kind, one.field, self._tools.codes)
            self.restored.emit(saved, words.format(field=field))
            self.load()

        ask = RestoreValue(one.entity, one.field, one.writer, one.n)
        self._tools.bridge.ask(self, ask, done=done, failed=self.failed.emit)

    def _dismiss(self) -> None:
        one = self._current()
        if one is not None and one.seen is not None:
            ask = DismissTold(one.seen)
            self._tools.bridge.ask(self, ask, done=lambda _done: self.load(), failed=self.failed.emit)


def _said(what: str, field: str) -> str:
    match what:
        case "asked":
            if not field:
                return QCoreApplication.translate("ToldCard", "You are asked: does the record stay?")
            return QCoreApplication.translate("ToldCard", "Please choose: {field}").format(field=field)
        case "settled":
            return QCoreApplication.translate("ToldCard", "Another value was chosen: {field}").format(
                field=field
            )
        case "deleted":
            return QCoreApplication.translate("ToldCard", "Deleted, though you had changed it")
        case _:
            return QCoreApplication.translate("ToldCard", "Another value is shown: {field}").format(
                field=field
            )
