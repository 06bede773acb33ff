# SPDX-License-Identifier: MIT
"""Backups as rows: when each was made, how large it is, and whether it made itself."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.backups import BackupRow
from desktop.ui.components.row_value import Row
from desktop.ui.words.dates import written_day, written_time
from desktop.ui.words.language import Language
from desktop.ui.words.moments import local_moment

_KILO: Final = 1000
_WHOLE_FROM: Final = 10
"""From ten on a size has no decimals: 12 MB, but 1,3 MB."""


def backup_rows(rows: Sequence[BackupRow], language: Language) -> list[Row]:
    """Return one row a copy, in the order given; the key is its path."""
    return [
        Row(
            key=row.path,
            title=_made(row.made, language),
            second=" · ".join((written_size(row.size, language), _how(row))),
            icon="save",
        )
        for row in rows
    ]


def written_size(size: int, language: Language) -> str:
    """Return bytes as people read them: 800 kB, 1,3 MB (in English 1.3 MB), 12 MB."""
    number, unit = size / _KILO, "kB"
    if number >= _KILO:
        number, unit = number / _KILO, "MB"
    if number >= _KILO:
        number, unit = number / _KILO, "GB"
    few = unit != "kB" and round(number, 1) < _WHOLE_FROM
    written = f"{number:.1f}" if few else str(max(round(number), 1))
    if language is not Language.ENGLISH:
        written = written.replace(".", ",")
    return f"{written}\N{NO-BREAK SPACE}{unit}"


def _made(made: int, language: Language) -> str:
    moment = local_moment(made)
    return QCoreApplication.translate("Backups", "{day} at {time}").format(
        day=written_day(moment.date(), language), time=written_time(moment, language)
    )


def _how(row: BackupRow) -> str:
    if row.automatic:
        return QCoreApplication.translate("Backups", "made by itself")
    return QCoreApplication.translate("Backups", "made by hand")
