# SPDX-License-Identifier: MIT
"""Asks for a file to read and for a place to write one; opened without stopping the window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile
from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialogs:
    """One dialog at a time. What a person chose is told to the callback; nothing is told when they left."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self.shown: QFileDialog | None = None

    def ask_which(self, chosen: Callable[[str], None]) -> None:
        """Ask for a file of a service directory."""
        dialog = QFileDialog(self._owner, QCoreApplication.translate("Editing", "Read a file of services"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        named = QCoreApplication.translate("Editing", "Service directories")
        everything = QCoreApplication.translate("Editing", "All files")
        dialog.setNameFilters([f"{named} (*.json)", f"{everything} (*)"])
        self._open(dialog, chosen)

    def ask_where(self, name: str, chosen: Callable[[str], None]) -> None:
        """Ask where to write a text; ``name`` is offered."""
        dialog = QFileDialog(self._owner, QCoreApplication.translate("Editing", "Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter("TXT (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(name)
        self._open(dialog, chosen)

    def _open(self, dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
        if self.shown is not None:
            dialog.deleteLater()
            return
        self.shown = dialog
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(lambda _result: self._gone(dialog))
        dialog.open()

    def _gone(self, dialog: QFileDialog) -> None:
        self.shown = None
        dialog.deleteLater()


def write_text(path: str, text: str) -> bool:
    """Write a text whole or not at all; False when it could not be written."""
    raw = text.encode("utf-8")
    file = QSaveFile(path)
    whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(raw) == len(raw)
    if whole and file.commit():
        return True
    file.cancelWriting()
    return False
