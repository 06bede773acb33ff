# SPDX-License-Identifier: MIT
"""Walk-ins: saving one, and the day's list with what has become of each.

What is written is what was chosen. The defaults that a form shows (advised, Helsinki, no interpreter) are
not answers and stay unknown; only the channel is written unasked, as ``on_site``, because the stand itself
is the answer. First-time "not asked" and the like are written when they were chosen.
"""

from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound, NoTopic
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import SaveId, SaveVisit, ServicePick, VisitRow, VisitSaved
from desktop.notebook.referrals import read_service
from desktop.notebook.sessions import LONGEST_DAY_MS, Sessions
from desktop.notebook.visit_rows import visit_row
from desktop.store.changes import Change
from desktop.store.views import VisitRow as StoredVisit
from sync.catalogue.model import text_in
from sync.records.ids import EntityId, StreamId

DRAFT: Final = "visit"
"""Where the window keeps the walk-in that is being typed (``SaveDraft``)."""
_ON_SITE: Final = "on_site"
_MOST_SENT: Final = 40
"""Services of one walk-in; a commit holds 100 records, and a walk-in is never lost for what was picked."""
_NO_LIMIT: Final = 2**31
_PLAIN: Final = (
    "age", "language", "first_time", "interpreter", "note", "gender", "duration", "municipality", "district",
    "status", "arrived_via",
)  # fmt: skip
_VERDICTS: Final = {"approved": Mark.APPROVED, "returned": Mark.RETURNED, "question": Mark.QUESTION}


class Visits:
    """What is done with walk-ins at one desk; used from any lane."""

    def __init__(self, desk: Desk, sessions: Sessions) -> None:
        self._desk = desk
        self._sessions = sessions

    def save(self, ask: SaveVisit) -> VisitSaved:
        """Save a walk-in, durable when this returns.

        Raises NoTopic, NoPlace (without a session, when there is no last place), NotFound, NotAllowed and
        FieldRefused (an unknown code, a note of more than 280 characters); nothing is saved then.
        """
        desk = self._desk
        topics = sorted({one for one in ask.topics if one})
        if not topics:
            raise NoTopic
        home = self._sessions.home_of_visit(ask.session)
        outcomes = sorted({one for one in ask.outcomes if one})
        at = desk.now()
        fields: dict[str, Any] = {"session": home.session, "at": at, "channel": ask.channel or _ON_SITE}
        fields |= {f"topics/{one}": True for one in topics}
        fields |= {f"outcomes/{one}": True for one in outcomes}
        fields |= {f"unmet/{one}": True for one in ask.unmet if one}
        fields |= {name: value for name in _PLAIN if (value := getattr(ask, name).strip())}
        visit = Change(kind="visit", entity=desk.new_id(), fields=fields)
        sent = [self._sent(visit.entity, one, at) for one in ask.services[:_MOST_SENT]]
        counted = (
            ask.from_heads and ask.session is not None and self._sessions.view(ask.session).unrecorded > 0
        )
        taken = [self._sessions.tally(home.session, -1)] if counted else []
        (saved,) = desk.save([(home.stream, [*home.changes, visit, *sent, *taken])])
        desk.store.shelf.drop_draft(DRAFT)  # else a kill before the window empties it would offer it again
        self._sessions.remember_desk(home)
        row = VisitRow(
            visit=visit.entity,
            at=at,
            topics=topics,
            age=ask.age,
            language=ask.language,
            outcomes=outcomes,
            note=ask.note.strip(),
            by="",
            linked_person="",
            marks=[Mark.UNSENT],
        )
        return VisitSaved(SaveId(home.stream, saved.n), row)

    def _sent(self, visit: EntityId, pick: ServicePick, at: int) -> Change:
        """Return the anonymous referral of a visit: it counts, and nobody stands behind it."""
        found = self._desk.reads.services.service(pick.service)
        if found is None:
            raise NotFound(kind="service")
        name = text_in(read_service(found).name, "fi")
        fields = {"visit": visit, "service": pick.service, "name": name, "kind": pick.kind, "at": at}
        return Change(kind="visit_referral", entity=self._desk.new_id(), fields=fields)

    def today(self, day_start: int, session: EntityId | None) -> list[VisitRow]:
        """Return the day's walk-ins, the newest first: of the open session, of this person, of this stand.

        A colleague's that lies in this laptop's outbox is among them, marked as provisional.
        """
        rows = self._desk.reads.lists.visits_between(day_start, day_start + LONGEST_DAY_MS, most=_NO_LIMIT)
        reviewed: dict[EntityId, Mark | None] = {}
        return [self._row(row, reviewed) for row in rows if row.session == session or self._is_ours(row)]

    def _is_ours(self, row: StoredVisit) -> bool:
        return self._desk.mine(row.author) or row.author.laptop == self._desk.store.me.laptop

    def _row(self, row: StoredVisit, reviewed: dict[EntityId, Mark | None]) -> VisitRow:
        if row.session not in reviewed:
            reviewed[row.session] = self._verdict(row.session, row.stream)
        told = visit_row(self._desk, row)
        verdict = reviewed[row.session]
        if verdict is not None:
            told.marks.append(verdict)
        return told

    def _verdict(self, session: EntityId, stream: StreamId) -> Mark | None:
        """Return what the supervisor said of a session as it stands now; a session is reviewed as one."""
        writes = self._desk.reads.history(session)
        item = self._desk.reads.reviews.item(writes[0].id, stream) if writes else None
        if item is None or item.open or item.counts is None:
            return None
        return _VERDICTS.get(item.counts.verdict)
