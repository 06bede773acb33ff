# SPDX-License-Identifier: MIT
"""The walk-in panel's rows: age, topics, outcomes and the row of everything else, with their keys on them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.key_chip import KeyChip
from desktop.ui.components.sketch import width_of
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.chip_block import ChipBlock
from desktop.ui.today.key_map import KeyMap
from desktop.ui.today.language_strip import LanguageStrip
from desktop.ui.today.note_line import NoteLine
from desktop.ui.today.walk_in import WalkIn
from desktop.ui.words.codes import CodeWords

_LABELS = 58
_TIGHT = 32
_TOPICS_A_ROW = 8
_ROWS = 5
_LISTS = {"age": "ages", "topics": "topics", "outcomes": "outcomes"}


class PanelRows(QWidget):
    """Chips tell ``pressed(field, code)``; the three chips of the last row ``stepped(field)``."""

    pressed = Signal(str, str)
    stepped = Signal(str)

    def __init__(
        self, theme: Theme, codes: CodeWords, keys: KeyMap, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._codes = codes
        self.chips: dict[tuple[str, str], KeyChip] = {}
        self._labels = [Words(theme, size=Type.LABEL) for _ in range(4)]
        for field in _LISTS:
            for code in keys.codes(field):
                self.chips[field, code] = self._chip(theme, keys.key_of(field, code))
                self.chips[field, code].clicked.connect(
                    lambda _on=False, field=field, code=code: self.pressed.emit(field, code)
                )
        self.steps = {
            field: self._chip(theme, key)
            for field, key in (("language", "L"), ("first_time", "O"), ("interpreter", "P"))
        }
        for field, chip in self.steps.items():
            chip.clicked.connect(lambda _on=False, field=field: self.stepped.emit(field))
        self.service = self._chip(theme, "F3")
        self.note = NoteLine(theme, ".")
        self.typed = NoteLine(theme, "/")
        self.more = Button(theme, key=",")
        self.save = Button(theme, kind=ButtonKind.PRIMARY, key="Enter")
        self.languages = LanguageStrip(theme, codes, keys.languages)
        self._last = QStackedWidget()
        self._lay_out(keys)

    def _chip(self, theme: Theme, key: str) -> KeyChip:
        chip = KeyChip(theme, key, "")
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the panel's keys are the keyboard's way to it
        return chip

    def _lay_out(self, keys: KeyMap) -> None:
        ages, topics, outcomes = (
            [self.chips[field, code] for code in keys.codes(field)] for field in ("age", "topics", "outcomes")
        )
        extras = QWidget()
        row = QHBoxLayout(extras)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for chip in self.steps.values():
            row.addWidget(chip)
        row.addWidget(self.service)
        row.addSpacing(3)
        row.addWidget(self.note, 1)
        row.addSpacing(6)
        row.addWidget(self.more)
        row.addSpacing(6)
        row.addWidget(self.save)
        row.addSpacing(3)
        self._last.addWidget(extras)
        self._last.addWidget(self.languages)
        self._last.addWidget(self.typed)
        self._last.setFixedHeight(TARGET)
        blocks = (
            ChipBlock([ages]),
            ChipBlock([topics[:_TOPICS_A_ROW], topics[_TOPICS_A_ROW:]]),
            ChipBlock([outcomes]),
            self._last,
        )
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for place, (label, block) in enumerate(zip(self._labels, blocks, strict=True)):
            label.setContentsMargins(3, 0, 0, 0)
            label.setFixedSize(_LABELS, TARGET)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(block, place, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        self.setFixedHeight(_ROWS * TARGET)

    def show_walk_in(self, now: WalkIn) -> None:
        """Light the chips of what is chosen and write the note, keeping its cursor."""
        for (field, code), chip in self.chips.items():
            chip.setChecked(now.has(field, code))
        for field, chip in self.steps.items():
            chip.setChecked(bool(getattr(now, field)))
        self.service.setChecked(bool(now.services))
        self._say_steps(now)
        if self.note.text() != now.note:
            self.note.setText(now.note)

    def show_languages(self, *, shown: bool) -> None:
        """Put the languages in the place of the last row, or take them away."""
        self._last.setCurrentIndex(1 if shown else 0)
        if shown:
            self.languages.begin()

    def show_typing(self, *, shown: bool) -> None:
        """Put the line of words in the place of the last row, or take it away."""
        self._last.setCurrentIndex(2 if shown else 0)

    def set_topic_missing(self, *, missing: bool) -> None:
        """Point at the topics' label."""
        self._labels[1].set_tone(Tone.DANGER if missing else Tone.TEXT)

    def set_compact(self, *, compact: bool) -> None:
        """Drop the labels and paint the chips lower."""
        for label in self._labels:
            label.setVisible(not compact)
        self.service.setVisible(not compact)  # the note needs the room, and F3 works all the same
        for chip in (*self.chips.values(), *self.steps.values(), self.service):
            chip.set_painted(_TIGHT if compact else CONTROL)
        self.languages.set_compact(compact=compact)

    def retranslate(self, now: WalkIn) -> None:
        """Say everything in the language in force."""
        words = (
            QCoreApplication.translate("WalkInPanel", "Age"),
            QCoreApplication.translate("WalkInPanel", "Topic"),
            QCoreApplication.translate("WalkInPanel", "Outcome"),
            QCoreApplication.translate("WalkInPanel", "More"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        widest = max(width_of(text, Type.LABEL) for text in words)
        for label in self._labels:
            label.setFixedWidth(max(_LABELS, round(widest) + 9))
        for (field, code), chip in self.chips.items():
            name = _LISTS[field]
            chip.set_words(self._codes.short(name, code), name=self._codes.label(name, code))
        self._say_steps(now)
        service = QCoreApplication.translate("WalkInPanel", "Service")
        self.service.set_words(service, name=QCoreApplication.translate("WalkInPanel", "Find a service"))
        self.languages.retranslate()
        self.note.setAccessibleName(QCoreApplication.translate("WalkInPanel", "Note"))
        self.note.setPlaceholderText(
            QCoreApplication.translate("WalkInPanel", "Note, no names and no numbers")
        )
        self.more.setText(QCoreApplication.translate("WalkInPanel", "More details"))
        self.save.setText(QCoreApplication.translate("WalkInPanel", "Save"))

    def _say_steps(self, now: WalkIn) -> None:
        language = QCoreApplication.translate("WalkInPanel", "Language")
        if now.language:
            name = self._codes.label("languages", now.language)
            language = QCoreApplication.translate("WalkInPanel", "Language: {name}").format(name=name)
        first = self._codes.short("first_time", now.first_time or "yes")
        interpreter = QCoreApplication.translate("WalkInPanel", "Interpreter")
        if now.interpreter:
            interpreter = self._codes.short("interpreters", now.interpreter)
        full = {
            "language": language,
            "first_time": self._codes.label("first_time", now.first_time or "yes"),
            "interpreter": self._codes.label("interpreters", now.interpreter) or interpreter,
        }
        for (field, chip), words in zip(self.steps.items(), (language, first, interpreter), strict=True):
            if chip.text() != words or chip.accessibleName() != full[field]:
                chip.set_words(words, name=full[field])
