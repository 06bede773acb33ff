# SPDX-License-Identifier: MIT
"""An import's report in words: rows for the table, and a text for a file."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.editing import ImportDone, ImportLine
from desktop.ui.components.table_value import Cell, TableRow
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.service_fields import line_kind_words, reason_words, service_field_label

COUNTED = ("new", "changed", "same", "gone", "refused")


def count_of(done: ImportDone, kind: str) -> int:
    """Return how many services came to this, one of ``COUNTED``."""
    return {
        "new": done.new,
        "changed": done.changed,
        "same": done.same,
        "gone": done.gone,
        "refused": done.refused,
    }[kind]


def count_label(kind: str) -> str:
    """Return what is counted."""
    words = {
        "new": QCoreApplication.translate("Editing", "New ones"),
        "changed": QCoreApplication.translate("Editing", "Changed ones"),
        "same": QCoreApplication.translate("Editing", "Same as before"),
        "gone": QCoreApplication.translate("Editing", "Gone from the source"),
        "refused": QCoreApplication.translate("Editing", "Not read, ones"),
    }
    return words[kind]


def line_words(line: ImportLine, tools: Tools) -> tuple[str, str, str, str]:
    """Return what, which service, why and where, as people read them."""
    label = service_field_label(line.where, tools.codes) if line.where else ""
    return (
        line_kind_words(line.what),
        line.name or line.reference,
        reason_words(line.reason),
        label,
    )


def table_rows(done: ImportDone, tools: Tools) -> list[TableRow]:
    """Return the lines of the report; what is only new or changed tells itself by its kind."""
    rows = []
    for place, line in enumerate(done.lines):
        what, name, why, where = line_words(line, tools)
        tone = Tone.DANGER if line.what == "refused" else Tone.TEXT
        cells = (
            Cell(words=what, tone=tone),
            Cell(words=name),
            Cell(words=why),
            Cell(words=where, tone=Tone.MUTED),
        )
        rows.append(TableRow(key=str(place), cells=cells))
    return rows


def report_text(done: ImportDone, tools: Tools) -> str:
    """Return the report as lines of text with tabs between, counts first."""
    source = tools.codes.label("service_sources", done.source) or done.source
    lines = [QCoreApplication.translate("Editing", "Report of reading: {source}").format(source=source)]
    lines += [f"{count_label(kind)}\t{count_of(done, kind)}" for kind in COUNTED]
    lines.append("")
    for line in done.lines:
        what, name, why, where = line_words(line, tools)
        lines.append(f"{what}\t{name}\t{line.reference}\t{why}\t{where}")
    if done.more:
        lines.append(more_words(done.more))
    return "\n".join([*lines, ""])


def more_words(more: int) -> str:
    """Return that some lines are not shown."""
    return QCoreApplication.translate("Editing", "%n more lines are not shown.", None, more)
