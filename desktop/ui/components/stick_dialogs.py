# SPDX-License-Identifier: MIT
"""Asks for a file or a folder, mostly on a stick; opened without stopping the window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


class StickDialogs:
    """One dialog at a time. What a person chose is told to the callback; nothing is told when they left."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self.shown: QFileDialog | None = None

    def ask_file(
        self, title: str, chosen: Callable[[str], None], *, kind: str = "", suffix: str = ""
    ) -> None:
        """Ask for a file to read; those of this ``kind`` are offered first, any other may be chosen."""
        dialog = QFileDialog(self._owner, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        everything = QCoreApplication.translate("StickDialogs", "All files")
        named = [f"{kind} (*.{suffix})"] if kind else []
        dialog.setNameFilters([*named, f"{everything} (*)"])
        self._open(dialog, chosen)

    def ask_place(
        self, title: str, chosen: Callable[[str], None], *, offered: str, kind: str, suffix: str
    ) -> None:
        """Ask where to write a file; ``offered`` is the name that stands there."""
        dialog = QFileDialog(self._owner, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"{kind} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(offered)
        self._open(dialog, chosen)

    def ask_folder(self, title: str, chosen: Callable[[str], None]) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self._owner, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, chosen)

    def close(self) -> None:
        """Take a dialog that stands open away, as when its card is left."""
        if self.shown is not None:
            self.shown.reject()

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
