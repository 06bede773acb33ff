# SPDX-License-Identifier: MIT
"""From a file to its row in the list."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.attachments import AttachmentRow
from desktop.ui.attachments.words import row_marks, size_words
from desktop.ui.components.row_value import Row
from desktop.ui.page import Tools
from desktop.ui.words.moments import at_start, short_moment


def attachment_row(row: AttachmentRow, tools: Tools) -> Row:
    """Return one file: name and day above, kind and size, who and to which referral, where it is."""
    language = tools.translations.language
    who = QCoreApplication.translate("HistoryWords", "You") if row.mine else row.author
    return Row(
        key=row.attachment.hex(),
        title=row.name,
        second=" · ".join(one for one in (kind_words(row, tools), holder_words(row.holder_name)) if one),
        third=who or " ",
        time=at_start(short_moment(row.at, tools.clock(), language)),
        marks=row_marks(row),
        icon="paperclip",
    )


def kind_words(row: AttachmentRow, tools: Tools) -> str:
    """Return what it is and how big: "PDF, 1,2 Mt"."""
    kind = tools.codes.label("attachment_types", row.media)
    size = size_words(row.size, tools.translations.language)
    return ", ".join(one for one in (kind, size) if one)


def holder_words(name: str) -> str:
    """Return to which referral a file is laid; an empty text for the person."""
    words = QCoreApplication.translate("Attachments", "Referral: {name}")
    return words.format(name=name) if name else ""
