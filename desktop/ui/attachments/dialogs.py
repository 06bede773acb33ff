# SPDX-License-Identifier: MIT
"""Asks which files to take in and where to write a copy; opened without stopping the window."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_TAKEN: Final = "*.pdf *.jpg *.jpeg *.png *.txt *.md *.csv"


class Dialogs(Protocol):
    """What asks; tests give one that answers at once."""

    def ask_which(self, chosen: Callable[[Sequence[str]], None]) -> None:
        """Ask for files to read; nothing is told when the person left."""
        ...

    def ask_where(self, name: str, chosen: Callable[[str], None]) -> None:
        """Ask where to write; ``name`` is offered, nothing is told when the person left."""
        ...

    def leave(self) -> None:
        """Close what is open: the notebook is being locked."""
        ...


class SystemDialogs:
    """The system's own dialogs, one at a time."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._shown: QFileDialog | None = None

    def ask_which(self, chosen: Callable[[Sequence[str]], None]) -> None:
        """Ask for one file or several."""
        dialog = QFileDialog(self._owner, QCoreApplication.translate("Attachments", "Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        taken = QCoreApplication.translate("Attachments", "PDF, pictures and text")
        everything = QCoreApplication.translate("StickDialogs", "All files")
        dialog.setNameFilters([f"{taken} ({_TAKEN})", f"{everything} (*)"])
        dialog.filesSelected.connect(chosen)
        self._open(dialog)

    def ask_where(self, name: str, chosen: Callable[[str], None]) -> None:
        """Ask for a place; the system asks itself before it writes over a file."""
        dialog = QFileDialog(self._owner, QCoreApplication.translate("Attachments", "Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(name)
        dialog.fileSelected.connect(chosen)
        self._open(dialog)

    def leave(self) -> None:
        """Close the dialog without an answer."""
        if self._shown is not None:
            self._shown.reject()

    def _open(self, dialog: QFileDialog) -> None:
        if self._shown is not None:
            dialog.deleteLater()
            return
        self._shown = dialog
        dialog.finished.connect(lambda _result: self._gone(dialog))
        dialog.open()

    def _gone(self, dialog: QFileDialog) -> None:
        self._shown = None
        dialog.deleteLater()
