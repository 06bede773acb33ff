# SPDX-License-Identifier: MIT
"""The form of a group event: while it has the focus, letters are kind and topic, digits how many, Enter saves."""

from typing import Final

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
from desktop.ui.today.group import Group
from desktop.ui.today.group_rows import KIND_KEYS, GroupRows
from desktop.ui.today.key_map import KeyMap
from desktop.ui.today.note_warning import note_warning
from desktop.ui.words.codes import CodeWords

_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class GroupForm(Card):
    """``save_asked(Group)``, ``remove_asked(Group)``, ``left``, ``changed(Group)``.

    After ``save_asked`` nothing more is asked until ``refused`` or ``begin`` is called.
    """

    save_asked = Signal(object)
    remove_asked = Signal(object)
    left = Signal()
    changed = Signal(object)

    def __init__(
        self, theme: Theme, codes: CodeWords, keys: KeyMap, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._codes = codes
        self._keys = keys
        self._now = Group()
        self._saving = False
        self._choosing_language = False
        self._time = ""
        self._title = Words(theme, size=Type.SECTION)
        self._about = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.toast = Toast(theme)
        self.rows = GroupRows(theme, codes, keys)
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
        self._about.setMinimumHeight(TARGET)
        self._warning.hide()
        self._warning.setContentsMargins(3, 0, 3, 6)
        self.body.addLayout(head)
        self.body.addWidget(self.rows)
        self.body.addWidget(self._warning)

    def _join(self) -> None:
        rows = self.rows
        rows.pressed.connect(self._press)
        rows.stepped.connect(self._step)
        rows.sized.connect(lambda delta: self._become(self._now.stepped(delta)))
        rows.save.clicked.connect(self.save)
        rows.cancel.clicked.connect(self.left)
        rows.remove.clicked.connect(self._remove)
        rows.languages.chosen.connect(self._speak)
        rows.languages.left.connect(self._end_language)
        for field, line in (("partner", rows.partner), ("text", rows.text)):
            line.textEdited.connect(lambda text, field=field: self._become(self._now.with_value(field, text)))
            line.returnPressed.connect(self.save)
            line.left.connect(self._take_focus)

    @property
    def group(self) -> Group:
        """What is chosen and written now."""
        return self._now

    def begin(self, group: Group) -> None:
        """Show this group, empty or to be changed; nothing is told back."""
        self._now, self._saving = group, False
        self.toast.clear()
        self._end_language()
        self.rows.set_missing(kind=False, size=False)
        self.retranslate()

    def save(self) -> None:
        """Ask to save, or say what is missing."""
        if self._saving:
            return
        if words := self._missing():
            self.refused(words)
            return
        self._saving = True
        self.save_asked.emit(self._now)

    def refused(self, words: str = "") -> None:
        """Keep what was typed; ``words`` are said in the form, if any."""
        self._saving = False
        if words:
            self.toast.tell(words, tone=Tone.DANGER, icon_name="circle-alert", undo=False)

    def _missing(self) -> str:
        kind, size = not self._now.kind, self._now.size < 1
        self.rows.set_missing(kind=kind, size=size)
        if kind:
            return QCoreApplication.translate("GroupForm", "Choose a kind")
        if size:
            return QCoreApplication.translate("GroupForm", "How many people came?")
        told = note_warning(self._now.text, frozenset())
        return told.words if told.refused else ""

    def _remove(self) -> None:
        if not self._saving:
            self._saving = True
            self.remove_asked.emit(self._now)

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear the form's keys; everything else is Qt's. Only while the form itself has the focus."""
        if self.hasFocus() and self._choosing_language:
            self._hear_language(event)
        elif not self.hasFocus() or event.modifiers() & _HELD or not self._hear(event):
            super().keyPressEvent(event)

    def _hear(self, event: QKeyEvent) -> bool:
        """Do what a key does here; return whether it does anything."""
        key, text = Qt.Key(event.key()), event.text().lower()
        named = {
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_Backspace: lambda: self._become(self._now.without_digit()),
        } | dict.fromkeys(_ENTER, self.save)
        signs = {
            "+": lambda: self._become(self._now.stepped(1)),
            "-": lambda: self._become(self._now.stepped(-1)),
            "l": lambda: self._step("language"),
            "p": lambda: self._step("duration"),
            "o": lambda: self.rows.partner.setFocus(Qt.FocusReason.ShortcutFocusReason),
            ".": lambda: self.rows.text.setFocus(Qt.FocusReason.ShortcutFocusReason),
        }
        act = named.get(key) or signs.get(text)
        if act is not None:
            act()
            return True
        if text.isdigit() and text.isascii():
            self._become(self._now.with_digit(text))
            return True
        stroke = self._keys.stroke(event)
        if stroke is not None and stroke.field == "topics" and stroke.code:
            self._press("theme", stroke.code)
            return True
        kinds = [code for field, code in self.rows.chips if field == "kind"]
        if text and text in KIND_KEYS[: len(kinds)]:
            self._press("kind", kinds[KIND_KEYS.index(text)])
            return True
        return False

    def _hear_language(self, event: QKeyEvent) -> None:
        stroke = self._keys.language(event)
        if stroke is not None:
            self.rows.languages.take(stroke)
            return
        self._end_language()
        if event.key() not in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            self.keyPressEvent(event)

    # --- changes ---

    def _become(self, group: Group) -> None:
        if group != self._now:
            self._now = group
            self._show()
            self.changed.emit(group)

    def _press(self, field: str, code: str) -> None:
        self._become(self._now.with_code(field, code))
        chip = self.rows.chips[field, code]
        off = QCoreApplication.translate("GroupForm", "{name} off").format(name=chip.accessibleName())
        announce(self, chip.accessibleName() if chip.isChecked() else off)
        self._take_focus()

    def _step(self, field: str) -> None:
        if field == "language":
            self._choosing_language = True
            self.rows.show_languages(shown=True)
        else:
            codes = [row.code for row in self._codes.lists["durations"].rows]
            self._become(self._now.cycled(field, codes))
            announce(self, self.rows.steps[field].accessibleName())
        self._take_focus()

    def _speak(self, code: str) -> None:
        self._become(self._now.with_code("language", code))
        self._end_language()
        announce(self, self.rows.steps["language"].accessibleName())

    def _end_language(self) -> None:
        if self._choosing_language:
            self._choosing_language = False
            self._take_focus()
            self.rows.show_languages(shown=False)

    def _take_focus(self) -> None:
        held = QApplication.focusWidget()
        if held is not self and (held is None or self.isAncestorOf(held)):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing ---

    def _show(self) -> None:
        self.rows.show_group(self._now)
        if self._now.kind and self._now.size:
            self.rows.set_missing(kind=False, size=False)
        words = note_warning(self._now.text, frozenset()).words
        if words != self._warning.text():
            self._warning.setText(words)
            self._warning.setVisible(bool(words))
            announce(self.rows.text, words)

    def show_time(self, time: str) -> None:
        """Show the minute that a new group will carry."""
        self._time = time
        self._say_about()

    def set_compact(self, *, compact: bool) -> None:
        """Fold to the narrow layout, or back."""
        self.rows.set_compact(compact=compact)

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

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        title = QCoreApplication.translate("GroupForm", "Group event")
        if self._now.event is not None:
            title = QCoreApplication.translate("GroupForm", "Change a group event")
        self._title.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(
            QCoreApplication.translate(
                "GroupForm", "Letters choose kind and topic, digits say how many, Enter saves."
            )
        )
        self.rows.retranslate(self._now)
        self._show()
        self._say_about()

    def _say_about(self) -> None:
        live = (
            QCoreApplication.translate("GroupForm", "{time}, keys are live")
            if self.hasFocus()
            else QCoreApplication.translate("GroupForm", "{time}, Ctrl G for the keys")
        )
        changing = self._now.event is not None
        self._about.setText(live.format(time=self._time) if self._time and not changing else "")
