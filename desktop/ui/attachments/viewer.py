# SPDX-License-Identifier: MIT
"""Looking at one file inside the window: nothing of it goes to the disk or to another program.

It is dropped at lock, when its page or tab is left, and when it is closed; the window's title never names it.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.attachments import AttachmentContent
from desktop.notebook.messages.marks import Mark
from desktop.ui.attachments.leaf_view import LeafView
from desktop.ui.attachments.leaves import NotShown, leaves_of
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.pill import Pill
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.marks import mark_value

_MOST_SIGNS: Final = 100_000
"""More text than this makes the window stall; the rest is in the copy."""


class Viewer(QWidget):
    """`left` tells that it was closed, by Escape or its button. Hidden while it shows nothing."""

    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        self._shows = False
        self.name = Words(theme, size=Type.NAME, cut=True)
        self.shield = Pill(theme, mark_value(Mark.PROTECTED))
        self.caption = Words(theme, size=Type.TINY, tone=Tone.MUTED)
        self.farther = IconButton(theme, "minus", " ")
        self.nearer = IconButton(theme, "plus", " ")
        self.close_it = Button(theme, kind=ButtonKind.QUIET, icon_name="x", key="Esc")
        self.leaf = LeafView(theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setTabChangesFocus(True)
        self._sorry = Words(theme, tone=Tone.MUTED, wrap=True)
        self._sorry.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sorry.setContentsMargins(40, 0, 40, 0)
        self._sorry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cut_off = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._body = QStackedWidget()
        for one in (self.leaf, self.text, self._sorry):
            self._body.addWidget(one)
        self._lay_out()
        self.leaf.moved.connect(self._tell)
        self.leaf.failed.connect(self._fail)
        self.nearer.clicked.connect(self.leaf.nearer)
        self.farther.clicked.connect(self.leaf.farther)
        self.close_it.clicked.connect(self.close_file)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.shield)
        head.addWidget(self.caption)
        head.addWidget(self.farther)
        head.addWidget(self.nearer)
        head.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._cut_off)
        column.addWidget(self._body, 1)

    @property
    def shows(self) -> bool:
        """Whether a file is open."""
        return self._shows

    def show_file(self, file: AttachmentContent, *, protected: bool) -> None:
        """Show a file and take the keys; what can't be shown is said in its place."""
        self.forget()
        self._shows = True
        self.name.setText(file.name)
        self.shield.setVisible(protected)
        if file.media == "text":
            self._show_text(file.content)
        else:
            try:
                self.leaf.show_leaves(leaves_of(file.content, file.media))
                self._body.setCurrentWidget(self.leaf)
            except NotShown:
                self._fail()
        self._tell()
        self.show()
        self.setFocusProxy(self._shown())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, QCoreApplication.translate("Attachments", "The file is open. Escape closes it."))

    def close_file(self) -> None:
        """Drop it and say so."""
        if self.shows:
            self.forget()
            self.left.emit()

    def forget(self) -> None:
        """Drop every word and pixel, and hide."""
        self._shows = False
        self.name.setText("")
        self.caption.setText("")
        self.leaf.forget()
        self.text.clear()
        self._sorry.setText("")
        self._cut_off.hide()
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.farther, self.nearer, self.close_it, self.leaf, self.text, self._sorry]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Close with Escape; plus and minus work from the buttons too."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close_file()
        elif key is Qt.Key.Key_Plus:
            self.leaf.nearer()
        elif key is Qt.Key.Key_Minus:
            self.leaf.farther()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent, /) -> None:
        """Drop the file when its page or tab goes; not when the whole window is only made small."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.close_file()

    def retranslate(self) -> None:
        """Say every word again."""
        self.nearer.set_name(QCoreApplication.translate("Attachments", "Larger (+)"))
        self.farther.set_name(QCoreApplication.translate("Attachments", "Smaller (-)"))
        self.close_it.setText(QCoreApplication.translate("Attachments", "Close"))
        self.close_it.updateGeometry()
        self.shield.set_value(mark_value(Mark.PROTECTED))
        name = QCoreApplication.translate("Attachments", "Preview of the file")
        for one in (self.leaf, self.text, self._sorry):
            one.setAccessibleName(name)
        self._cut_off.setText(
            QCoreApplication.translate(
                "Attachments", "This is the beginning; the text is longer. Save a copy to read it all."
            )
        )
        if self._sorry.text():
            self._sorry.setText(_sorry_words())
        self._tell()

    def _shown(self) -> QWidget:
        return next(one for one in (self.leaf, self.text, self._sorry) if one is self._body.currentWidget())

    def _show_text(self, content: bytes) -> None:
        text = content.decode("utf-8-sig", errors="replace")
        self._cut_off.setVisible(len(text) > _MOST_SIGNS)
        self.text.setPlainText(text[:_MOST_SIGNS])
        self._body.setCurrentWidget(self.text)

    def _fail(self) -> None:
        self._sorry.setText(_sorry_words())
        self._body.setCurrentWidget(self._sorry)
        self._tell()

    def _tell(self) -> None:
        """Say which sheet is shown and how near, where that means anything."""
        leaves = self._body.currentWidget() is self.leaf and self.leaf.count > 0
        words = []
        if leaves and self.leaf.count > 1:
            sheet = QCoreApplication.translate("Attachments", "Page {place} of {count}")
            words.append(sheet.format(place=self.leaf.place + 1, count=self.leaf.count))
        if leaves:
            words.append(f"{self.leaf.percent} %")
        said = " · ".join(words)
        self.caption.setText(said)
        self.caption.setToolTip(
            QCoreApplication.translate("Attachments", "Page Up and Page Down turn the pages")
        )
        self.leaf.setAccessibleDescription(said)
        self.nearer.setVisible(leaves)
        self.farther.setVisible(leaves)
        if self.isVisible():
            announce(self.leaf, said)


def _sorry_words() -> str:
    return QCoreApplication.translate(
        "Attachments",
        "This file can't be shown here: it is damaged, too large or locked with a password of its own. "
        "It is safe. Save a copy to open it in another program.",
    )
