# SPDX-License-Identifier: MIT
"""Small translations between what Today asks or gets and what it shows."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.today import TodayView, VisitRow
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import written_time
from desktop.ui.words.language import Language
from desktop.ui.words.moments import local_moment
from sync.records.search_text import words


def day_start(now: int) -> int:
    """Return local midnight of that day in milliseconds, right also on days when the clock is turned."""
    moment = local_moment(now)
    midnight = datetime(moment.year, moment.month, moment.day).astimezone()
    return int(midnight.timestamp() * 1000)


def saved_words(row: VisitRow, codes: CodeWords, language: Language) -> str:
    """Return what the toast says: when, and what was saved, in the order of the panel's rows."""
    parts = [codes.short("topics", code) for code in row.topics]
    parts += [codes.short("ages", row.age)] if row.age else []
    parts += [codes.label("languages", row.language)] if row.language else []
    return QCoreApplication.translate("TodayPage", "Saved {time}: {what}").format(
        time=written_time(local_moment(row.at), language), what=", ".join(parts)
    )


def not_names(view: TodayView, codes: CodeWords) -> frozenset[str]:
    """Return folded words that are written with a capital and name no person: places and districts."""
    texts = [place.name for place in view.places] + [place.district for place in view.places]
    for name in ("districts", "major_districts", "municipalities", "topics", "outcomes"):
        for row in codes.lists[name].rows:
            texts += [row.label.fi, row.label.sv, row.label.en]
    return frozenset(word for text in texts for word in words(text))
