# SPDX-License-Identifier: MIT
"""The walk-in panel: while it has the focus, letters and digits are its form and Enter saves."""

from collections.abc import Callable, Container
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.card import Card
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.key_map import KeyMap
from desktop.ui.today.more_details import MoreDetails
from desktop.ui.today.note_warning import note_warning
from desktop.ui.today.panel_rows import PanelRows
from desktop.ui.today.power_line import PowerLine
from desktop.ui.today.sent_to import chosen
from desktop.ui.today.services_strip import ServicesStrip
from desktop.ui.today.walk_in import WalkIn
from desktop.ui.words.codes import CodeWords
from sync.records.codes import KeyStroke

_CYCLES = {"first_time": "first_time", "interpreter": "interpreters"}
_NOBODY = "none"


class WalkInPanel(Card):
    """``save_asked(WalkIn)``, ``head_asked(int)``, ``changed(WalkIn)``, ``undo_asked``, ``emptied(WalkIn)``.

    ``find_asked``: a service is to be found for this visitor. ``split_left``: heads are not split any more.

    After ``save_asked`` keys wait until ``saved`` or ``refused`` is called, so that a fast hand's next
    visitor does not fall into this one.
    """

    save_asked = Signal(object)
    head_asked = Signal(int)
    changed = Signal(object)
    emptied = Signal(object)
    undo_asked = Signal()
    more_shown = Signal(bool)
    find_asked = Signal()
    split_left = Signal()

    def __init__(
        self, theme: Theme, codes: CodeWords, keys: KeyMap, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._codes = codes
        self._keys = keys
        self._now = WalkIn()
        self._past: list[WalkIn] = []
        self._not_names: Container[str] = frozenset()
        self._choosing_language = False
        self._saving = False
        self._heads = 0
        self._waiting: list[QKeyEvent] = []
        self._time = ""
        self._title = Words(theme, size=Type.SECTION)
        self._about = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.toast = Toast(theme)
        self.rows = PanelRows(theme, codes, keys)
        self.words = PowerLine(self.rows, codes.lists, lambda: self._now, self)
        self.services = ServicesStrip(theme)
        self.more = MoreDetails(theme, codes)
        self._warning = Words(theme, size=Type.SECONDARY, tone=Tone.WARN, wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.setContentsMargins(13, 3, 13, 5)
        head = QHBoxLayout()
        head.setContentsMargins(3, 0, 3, 0)
        head.setSpacing(9)
        head.addWidget(self._title)
        head.addWidget(self._about)
        head.addWidget(self.toast, 1)
        self.more.hide()
        self._warning.hide()
        self._warning.setContentsMargins(3, 0, 3, 6)
        self.body.addLayout(head)
        self.body.addWidget(self.rows)
        self.body.addWidget(self._warning)
        self.body.addWidget(self.services)
        self.body.addWidget(self.more)

    def _join(self) -> None:
        rows = self.rows
        rows.pressed.connect(self._press)
        rows.stepped.connect(self._step)
        rows.note.textEdited.connect(self._write)
        rows.note.returnPressed.connect(self.save)
        rows.note.left.connect(self._take_focus)
        self.words.said.connect(self._become)
        self.words.saved.connect(self.save)
        self.words.left.connect(self._end_words)
        rows.more.clicked.connect(lambda: self.show_more(shown=self.more.isHidden()))
        rows.save.clicked.connect(self.save)
        rows.service.clicked.connect(self._find)
        rows.languages.chosen.connect(self._speak)
        rows.languages.left.connect(self._end_language)
        self.more.pressed.connect(self._detail)
        self.more.saved.connect(self.save)
        self.more.left.connect(lambda: self.show_more(shown=False))
        self.services.dropped.connect(lambda: self._become(replace(self._now, services=())))
        self.toast.undo_asked.connect(self.undo_asked)

    # --- what it holds ---

    @property
    def walk_in(self) -> WalkIn:
        """What is chosen and written now."""
        return self._now

    def put(self, walk_in: WalkIn) -> None:
        """Show this, as if it had been typed; Backspace brings back what stood before."""
        self._become(walk_in)

    def forget(self) -> None:
        """Drop everything: the notebook is being locked."""
        self._now, self._past, self._waiting, self._saving = WalkIn(), [], [], False
        self.toast.clear()
        self._end_language()
        self.words.end()
        self.show_more(shown=False)
        self._show()

    def set_not_names(self, words: Container[str]) -> None:
        """Know folded words that are no person's name: places, districts."""
        self._not_names = words

    # --- saving ---

    def save(self) -> None:
        """Ask to save, or say what is missing; the focus stays with the panel."""
        if self._saving:
            return
        words = self._missing()
        if words:
            self.toast.tell(words, tone=Tone.DANGER, icon_name="circle-alert", undo=False)
            return
        self._saving = True
        self.save_asked.emit(self._now)

    def saved(self, words: str) -> None:
        """Begin the next walk-in, tell that this one is saved, and play the keys that waited."""
        self._saving = False
        self._now, self._past = WalkIn(), []
        self.show_more(shown=False)
        self._show()
        self._end_words()
        self.toast.tell(words)
        waiting, self._waiting = self._waiting, []
        for event in waiting:
            self.keyPressEvent(event)

    def refused(self, words: str = "") -> None:
        """Keep what was typed; ``words`` are said in the panel, if any."""
        self._saving, self._waiting = False, []
        if words:
            self.toast.tell(words, tone=Tone.DANGER, icon_name="circle-alert", undo=False)

    def _missing(self) -> str:
        self.rows.set_topic_missing(missing=not self._now.topics)
        if not self._now.topics:
            return QCoreApplication.translate("WalkInPanel", "Choose a topic")
        told = note_warning(self._now.note, self._not_names)
        return told.words if told.refused else ""

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear the panel's keys; everything else is Qt's. Only while the panel itself has the focus."""
        if not self.hasFocus():
            super().keyPressEvent(event)
        elif self._saving:
            self._waiting.append(event.clone())
        elif self._choosing_language:
            self._hear_language(event)
        else:
            stroke = self._keys.stroke(event)
            if stroke is None:
                super().keyPressEvent(event)
            else:
                self._act(stroke)

    def _act(self, stroke: KeyStroke) -> None:
        if stroke.field and stroke.code:
            self._press(stroke.field, stroke.code)
            return
        actions: dict[str, Callable[[], None]] = {
            "choose": lambda: self._step("language"),
            "cycle": lambda: self._step(stroke.field or ""),
            "focus": lambda: self.rows.note.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "words": self.words.begin,
            "more": lambda: self.show_more(shown=self.more.isHidden()),
            "save": self.save,
            "take_back": self._take_back,
            "empty": self._empty,
            "one_more_head": lambda: self.head_asked.emit(1),
            "one_head_less": lambda: self.head_asked.emit(-1),
        }
        actions[stroke.action or ""]()

    def _hear_language(self, event: QKeyEvent) -> None:
        stroke = self._keys.language(event)
        if stroke is not None:
            self.rows.languages.take(stroke)
            return
        self._end_language()
        if event.key() not in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            self.keyPressEvent(event)

    # --- changes ---

    def _become(self, walk_in: WalkIn) -> None:
        if walk_in != self._now:
            self._past.append(self._now)
            self._now = walk_in
            self._show()
            self.changed.emit(walk_in)

    def _press(self, field: str, code: str) -> None:
        self._become(self._now.with_code(field, code))
        chip = self.rows.chips[field, code]
        self._say(chip.accessibleName(), on=chip.isChecked())
        self._take_focus()

    def _step(self, field: str) -> None:
        if field == "language":
            self._choosing_language = True
            self.rows.show_languages(shown=True)
        else:
            codes = [row.code for row in self._codes.lists[_CYCLES[field]].rows]
            codes.sort(key=lambda code: code == _NOBODY)
            self._become(self._now.cycled(field, codes))
            chip = self.rows.steps[field]
            self._say(chip.accessibleName(), on=chip.isChecked())
        self._take_focus()

    def _find(self) -> None:
        self.rows.service.setChecked(
            bool(self._now.services)
        )  # the chip says what is chosen, not what was pressed
        self.find_asked.emit()

    def _speak(self, code: str) -> None:
        self._become(self._now.with_code("language", code))
        self._end_language()
        self._say(self.rows.steps["language"].accessibleName(), on=True)

    def _end_language(self) -> None:
        if self._choosing_language:
            self._choosing_language = False
            self._take_focus()
            self.rows.show_languages(shown=False)

    def _end_words(self) -> None:
        self._take_focus()  # before its holder is hidden
        self.words.end()

    def _write(self, text: str) -> None:
        self._become(self._now.with_value("note", text))

    def _detail(self, field: str, code: str) -> None:
        changed = self._now.with_code(field, code) if field == "unmet" else self._now.with_value(field, code)
        self._become(changed)

    def _take_back(self) -> None:
        if self._past:
            self._now = self._past.pop()
            self._show()
            self.changed.emit(self._now)

    def _empty(self) -> None:
        if self._now.empty:
            if self._heads:
                self.split_left.emit()
        else:
            before = self._now
            self._become(WalkIn())
            self.emptied.emit(before)
            self.toast.tell(
                QCoreApplication.translate("WalkInPanel", "Emptied"), tone=Tone.MUTED, icon_name="undo-2"
            )

    def show_more(self, *, shown: bool) -> None:
        """Open the seldom asked details, or close them and give the panel its keys."""
        if shown == self.more.isHidden():
            if not shown:
                self._take_focus()  # before its holder is hidden, or Qt passes it on to who knows whom
            self.more.setVisible(shown)
            self.more_shown.emit(shown)
            if shown:
                self.more.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- showing ---

    def _show(self) -> None:
        self.rows.show_walk_in(self._now)
        self.more.show_walk_in(self._now)
        self.services.show_services(chosen(self._now.services))
        if self._now.topics:
            self.rows.set_topic_missing(missing=False)
        words = note_warning(self._now.note, self._not_names).words
        if words != self._warning.text():
            self._warning.setText(words)
            self._warning.setVisible(bool(words))
            announce(self.rows.note, words)

    def _say(self, name: str, *, on: bool) -> None:
        off = QCoreApplication.translate("WalkInPanel", "{name} off")
        announce(self, name if on else off.format(name=name))

    def _take_focus(self) -> None:
        held = QApplication.focusWidget()
        if held is not self and (held is None or self.isAncestorOf(held)):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Show that the keys are live."""
        super().focusInEvent(event)
        self.set_ringed(ringed=True)
        self._say_about()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Show that the keys are not live."""
        super().focusOutEvent(event)
        self.set_ringed(ringed=False)
        self._say_about()

    def show_time(self, time: str) -> None:
        """Show the minute that the walk-in will carry."""
        self._time = time
        self._say_about()

    def show_split(self, heads: int) -> None:
        """Say how many counted heads are still to become visits; 0 when heads are not split."""
        if heads != self._heads:
            self._heads = heads
            self._say_about()
            if heads:
                announce(self, self._about.text())

    def set_compact(self, *, compact: bool) -> None:
        """Fold to the narrow layout, or back."""
        self.rows.set_compact(compact=compact)

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        title = QCoreApplication.translate("WalkInPanel", "New visit")
        self._title.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(
            QCoreApplication.translate(
                "WalkInPanel", "Letters choose topics and outcomes, digits the age, Enter saves."
            )
        )
        self.rows.retranslate(self._now)
        self.words.retranslate()
        self.more.retranslate()
        self.services.retranslate()
        self._show()
        self._say_about()

    def _say_about(self) -> None:
        live = (
            QCoreApplication.translate("WalkInPanel", "{time}, keys are live")
            if self.hasFocus()
            else QCoreApplication.translate("WalkInPanel", "{time}, Ctrl N for the keys")
        )
        if self._heads:
            live = QCoreApplication.translate(
                "WalkInPanel", "From the heads: %n left, Esc ends", None, self._heads
            )
        self._about.set_tone(Tone.ACCENT if self._heads else Tone.MUTED)
        self._about.setText(live.format(time=self._time) if self._time else "")
        self._about.setMinimumHeight(TARGET)
