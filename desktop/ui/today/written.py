# SPDX-License-Identifier: MIT
"""Small translations between what Today asks or gets and what it shows."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.services import ServiceClient
from desktop.notebook.messages.today import SessionView, TodayView, VisitRow
from desktop.ui.errand import Errand
from desktop.ui.today.walk_in import WalkIn
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


def visitors_errand(now: WalkIn) -> Errand:
    """Return for whom a service is sought while these keys are half pressed."""
    client = ServiceClient(
        age=now.age,
        language=now.language,
        district=now.district,
        municipality=now.municipality,
        status=now.status,
    )
    return Errand(client=client, visit=True)


def closed_words(session: SessionView) -> str:
    """Return what is said of a session that was just closed."""
    return QCoreApplication.translate("TodayPage", "Closed: {place}. {visits}, {heads}.").format(
        place=session.place,
        visits=QCoreApplication.translate("TodayPage", "%n visits", None, session.visits),
        heads=QCoreApplication.translate("TodayPage", "%n heads", None, session.heads),
    )


def not_names(view: TodayView, codes: CodeWords) -> frozenset[str]:
    """Return folded words that are written with a capital and name no person: places and districts."""
    texts = [place.name for place in view.places] + [place.district for place in view.places]
    for name in ("districts", "major_districts", "municipalities", "topics", "outcomes"):
        for row in codes.lists[name].rows:
            texts += [row.label.fi, row.label.sv, row.label.en]
    return frozenset(word for text in texts for word in words(text))
