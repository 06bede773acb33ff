# SPDX-License-Identifier: MIT
"""The editor of the languages a service speaks, with the level of each that a client needs."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.choice import Choice
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.words import Words
from desktop.ui.editing.part_editor import PartEditor
from desktop.ui.editing.tab_order import tab_after
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone


class LanguageRow(QWidget):
    """One language: its name, the level, a button to take it away."""

    def __init__(self, tools: Tools, language: str, level: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._tools = tools
        self._name = Words(tools.theme)
        self._name.setMinimumWidth(110)
        self.level = Choice(tools.theme, " ")
        self.remove = IconButton(tools.theme, "x", " ", outlined=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self.level)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.say(level)

    def say(self, level: str) -> None:
        """Say every word, with this level chosen."""
        codes = self._tools.codes
        name = codes.label("languages", self.language)
        self._name.setText(name)
        none = QCoreApplication.translate("Editing", "No level needed")
        options = [("", none), *((row.code, codes.row_label(row)) for row in codes.lists["cefr"].rows)]
        if level and level not in {key for key, _ in options}:
            options.append((level, level))
        self.level.set_options(options, key=level)
        self.level.setAccessibleName(
            QCoreApplication.translate("Editing", "Level needed: {language}").format(language=name)
        )
        self.remove.set_name(QCoreApplication.translate("Editing", "Remove {name}").format(name=name))


class LanguagesEditor(PartEditor):
    """A list of ``OfferedLanguage`` as maps."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self.rows: list[LanguageRow] = []
        self._label = Words(tools.theme, size=Type.LABEL)
        self.add = Choice(tools.theme, " ")
        self.add.setMaxVisibleItems(14)
        self._message = Words(tools.theme, size=Type.SECONDARY, tone=Tone.DANGER, wrap=True)
        self._message.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addWidget(self._message)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(self.add)
        self.add.chosen.connect(self._chosen)

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the languages in the order they stand, or ``None``."""
        return [
            {"language": row.language} | ({"level": row.level.key()} if row.level.key() else {})
            for row in self.rows
        ] or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show these languages."""
        for row in tuple(self.rows):
            self._drop(row)
        for one in value or ():
            self._append(str(one.get("language") or ""), str(one.get("level") or ""))
        self.set_error("")
        self._offer()

    def set_error(self, words: str, path: str = "") -> None:  # noqa: ARG002 - the list is one
        """Show what is wrong under the list."""
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def set_label(self, label: str) -> None:
        """Change the label and every word."""
        self._label.setText(label)
        for row in self.rows:
            row.say(row.level.key())
        self._offer()

    def _offer(self) -> None:
        codes = self._tools.codes
        taken = {row.language for row in self.rows}
        first = ("", QCoreApplication.translate("Editing", "Add a language"))
        rows = [row for row in codes.lists["languages"].rows if row.code not in taken]
        self.add.set_options([first, *((row.code, codes.row_label(row)) for row in rows)], key="")
        self.add.setAccessibleName(first[1])

    def _chosen(self, language: str) -> None:
        if language:
            self._append(language, "")
            self._offer()
            self.set_error("")
            self.edited.emit()

    def _append(self, language: str, level: str) -> None:
        row = LanguageRow(self._tools, language, level)
        row.level.chosen.connect(lambda _key: self.edited.emit())
        row.remove.clicked.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        tab_after(self.add, self.rows)

    def _remove(self, row: LanguageRow) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(row)
        self._offer()
        self.edited.emit()

    def _drop(self, row: LanguageRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
