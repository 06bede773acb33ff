# SPDX-License-Identifier: MIT
"""The rows of a group's form: kinds, topics, how many, and the row of everything else, with their keys on them."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.key_chip import KeyChip
from desktop.ui.components.sketch import width_of
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.chip_block import ChipBlock
from desktop.ui.today.group import Group
from desktop.ui.today.key_map import KeyMap
from desktop.ui.today.language_strip import LanguageStrip
from desktop.ui.today.note_line import NoteLine
from desktop.ui.words.codes import CodeWords

KIND_KEYS: Final = "zxcvb"
"""The kinds' keys, in the order of their list: the row that has the outcomes in a walk-in."""
_LISTS: Final = {"kind": "group_event_kinds", "theme": "topics"}
_LABELS: Final = 58
_TIGHT: Final = 32
_TOPICS_A_ROW: Final = 8
_ROWS: Final = 5


class GroupRows(QWidget):
    """Chips tell ``pressed(field, code)``; language and duration ``stepped(field)``; the two buttons ``sized(int)``."""

    pressed = Signal(str, str)
    stepped = Signal(str)
    sized = Signal(int)

    def __init__(
        self, theme: Theme, codes: CodeWords, keys: KeyMap, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._codes = codes
        self._labels = [Words(theme, size=Type.LABEL) for _ in range(4)]
        self.chips: dict[tuple[str, str], KeyChip] = {}
        kinds = [row.code for row in codes.lists[_LISTS["kind"]].rows]
        for key, code in zip(KIND_KEYS, kinds, strict=False):
            self.chips["kind", code] = self._chip(theme, key.upper())
        for code in keys.codes("topics"):
            self.chips["theme", code] = self._chip(theme, keys.key_of("topics", code))
        for (field, code), chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, field=field, code=code: self.pressed.emit(field, code))
        self.steps = {field: self._chip(theme, key) for field, key in (("language", "L"), ("duration", "P"))}
        for field, chip in self.steps.items():
            chip.clicked.connect(lambda _on=False, field=field: self.stepped.emit(field))
        self.minus = IconButton(theme, "minus", " ")
        self.plus = IconButton(theme, "plus", " ")
        self.size_words = Words(theme, size=Type.TITLE)
        self._size_hint = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.partner = NoteLine(theme, "O")
        self.text = NoteLine(theme, ".")
        self.save = Button(theme, kind=ButtonKind.PRIMARY, key="Enter")
        self.cancel = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.remove = Button(theme, kind=ButtonKind.QUIET, icon_name="trash-2")
        self.languages = LanguageStrip(theme, codes, keys.languages)
        self._last = QStackedWidget()
        self._lay_out()
        self.minus.clicked.connect(lambda: self.sized.emit(-1))
        self.plus.clicked.connect(lambda: self.sized.emit(1))

    def _chip(self, theme: Theme, key: str) -> KeyChip:
        chip = KeyChip(theme, key, "")
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the form's keys are the keyboard's way to it
        return chip

    def _lay_out(self) -> None:
        kinds = [chip for (field, _), chip in self.chips.items() if field == "kind"]
        topics = [chip for (field, _), chip in self.chips.items() if field == "theme"]
        for one in (self.minus, self.plus):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.size_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.size_words.setMinimumWidth(56)
        size = QWidget()
        row = QHBoxLayout(size)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.minus, self.size_words, self.plus):
            row.addWidget(part)
        row.addSpacing(9)
        row.addWidget(self._size_hint, 1)
        row.addWidget(self.remove)
        row.addWidget(self.cancel)
        row.addSpacing(6)
        row.addWidget(self.save)
        row.addSpacing(3)
        extras = QWidget()
        more = QHBoxLayout(extras)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(0)
        for chip in self.steps.values():
            more.addWidget(chip)
        more.addSpacing(3)
        more.addWidget(self.partner, 2)
        more.addSpacing(6)
        more.addWidget(self.text, 3)
        more.addSpacing(3)
        self._last.addWidget(extras)
        self._last.addWidget(self.languages)
        self._last.setFixedHeight(TARGET)
        blocks = (
            ChipBlock([kinds]),
            ChipBlock([topics[:_TOPICS_A_ROW], topics[_TOPICS_A_ROW:]]),
            self._last,
            size,
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

    def show_group(self, now: Group) -> None:
        """Light what is chosen, and write the rest, keeping the cursors."""
        for (field, code), chip in self.chips.items():
            chip.setChecked(getattr(now, field) == code)
        for field, chip in self.steps.items():
            chip.setChecked(bool(getattr(now, field)))
        self.size_words.setText(str(now.size or "\N{EN DASH}"))
        self.remove.setVisible(now.event is not None)
        for line, text in ((self.partner, now.partner), (self.text, now.text)):
            if line.text() != text:
                line.setText(text)
        self._say_steps(now)

    def show_languages(self, *, shown: bool) -> None:
        """Put the languages in the place of the row they belong to, or take them away."""
        self._last.setCurrentIndex(1 if shown else 0)
        if shown:
            self.languages.begin()

    def set_missing(self, *, kind: bool, size: bool) -> None:
        """Point at the labels of what is missing."""
        self._labels[0].set_tone(Tone.DANGER if kind else Tone.TEXT)
        self._labels[3].set_tone(Tone.DANGER if size else Tone.TEXT)

    def set_compact(self, *, compact: bool) -> None:
        """Drop the labels and paint the chips lower."""
        for label in self._labels:
            label.setVisible(not compact)
        for chip in (*self.chips.values(), *self.steps.values()):
            chip.set_painted(_TIGHT if compact else CONTROL)
        self.languages.set_compact(compact=compact)

    def retranslate(self, now: Group) -> None:
        """Say everything in the language in force."""
        words = (
            QCoreApplication.translate("GroupForm", "Kind"),
            QCoreApplication.translate("GroupForm", "Topic"),
            QCoreApplication.translate("GroupForm", "More"),
            QCoreApplication.translate("GroupForm", "People"),
        )
        widest = max(width_of(text, Type.LABEL) for text in words)
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
            label.setFixedWidth(max(_LABELS, round(widest) + 9))
        for (field, code), chip in self.chips.items():
            name = _LISTS[field]
            chip.set_words(self._codes.short(name, code), name=self._codes.label(name, code))
        self.minus.set_name(QCoreApplication.translate("GroupForm", "One less"))
        self.plus.set_name(QCoreApplication.translate("GroupForm", "One more"))
        self._size_hint.setText(QCoreApplication.translate("GroupForm", "Type the number, or press + and -"))
        partner = QCoreApplication.translate("GroupForm", "Partner")
        self.partner.setAccessibleName(partner)
        self.partner.setPlaceholderText(partner)
        self.text.setAccessibleName(QCoreApplication.translate("GroupForm", "Line"))
        self.text.setPlaceholderText(QCoreApplication.translate("GroupForm", "A line, no names"))
        self.save.setText(QCoreApplication.translate("GroupForm", "Save"))
        self.cancel.setText(QCoreApplication.translate("GroupForm", "Cancel"))
        self.remove.setText(QCoreApplication.translate("GroupForm", "Remove"))
        self.languages.retranslate()
        self._say_steps(now)

    def _say_steps(self, now: Group) -> None:
        language = QCoreApplication.translate("GroupForm", "Language")
        if now.language:
            name = self._codes.label("languages", now.language)
            language = QCoreApplication.translate("GroupForm", "Language: {name}").format(name=name)
        duration = self._codes.short("durations", now.duration)
        duration = duration or QCoreApplication.translate("GroupForm", "Duration")
        for chip, words in ((self.steps["language"], language), (self.steps["duration"], duration)):
            if chip.text() != words:
                chip.set_words(words)
