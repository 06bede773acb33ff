# SPDX-License-Identifier: MIT
"""Review: the supervisor's queue, one item opened, and the verdict on it.

A verdict names what the supervisor had before their eyes (entities and hashes). Offline it is
provisional and shown as waiting for the hub. Nobody reviews their own work, in the queue or by id.
"""

from collections.abc import Iterable
from typing import Any, Final

from desktop.notebook.cards import masked_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import CommentRequired, NotFound, OwnWork
from desktop.notebook.lanes import Lane
from desktop.notebook.masking import masked_value
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue
from desktop.notebook.messages.review import (
    FieldChange,
    GiveReview,
    ListReview,
    OpenReview,
    ReviewQueue,
    ReviewRow,
    ReviewTeam,
    ReviewView,
    ThreadRow,
)
from desktop.notebook.server import Handler
from desktop.notebook.sessions import LONGEST_DAY_MS
from desktop.notebook.telling import person_name, told_value, verdict_mark
from desktop.notebook.visit_rows import visit_row
from desktop.store.changes import Change
from desktop.store.views import EntityView, ItemKind, ReviewItem, WriteView
from sync.log.commit import CommitId
from sync.log.merge import MERGE, PAIR, paired
from sync.records.fields import FieldType
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, WriterId, stream_team, team_stream
from sync.records.kinds import kind
from sync.records.rights import Role, may_review

QUEUE_DAYS: Final = 14
"""How far back the queue looks; older work that nobody reviewed is a matter for statistics."""
_DAY_MS: Final = 86_400_000
_MOST: Final = 500
_OF_THE_SAVE: Final = frozenset({"at", "session", "visit"})
"""Fields that say when and where a save was made, which the item's head says already."""
_BOTH: Final = " · "
"""Between the names of two who were merged."""
_TOLD_BY_FIELD: Final = frozenset({"person", "situation"})
"""Kinds of which a change is told apart in the queue by what was changed."""
_MUST_SAY: Final = frozenset({"returned", "question"})


class Reviews:
    """Answers everything about review."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about review."""
        return {
            ListReview: Handler(self.list_all, self._reading),
            OpenReview: Handler(self.open, self._writing),
            GiveReview: Handler(self.give, self._writing),
        }

    def list_all(self, ask: ListReview) -> ReviewQueue:
        """Return the queue by state, of the teams that this person supervises."""
        waiting, returned, finished = self._sorted(
            self._items(TeamId(ask.team) if ask.team else None, ask.day_start, ask.days)
        )
        wanted = {"returned": returned, "finished": finished}.get(ask.state, waiting)
        rows = [self._row(item) for item in wanted]
        rows.sort(key=lambda row: row.at, reverse=ask.newest_first)
        teams = [ReviewTeam(one, self._desk.team_name(one)) for one in self._teams()]
        return ReviewQueue(rows, len(waiting), len(returned), len(finished), teams)

    def waiting_count(self) -> int:
        """Return how many items wait for this person's word; 0 for who may not review."""
        return len(self._sorted(self._items(None, 0))[0]) if self._desk.can_review() else 0

    def open(self, ask: OpenReview) -> ReviewView:
        """Return one item; the look is logged with its reason."""
        desk = self._desk
        item = self._item(ask.item)
        targets: list[EntityId | None] = [*self._people(item)] or [item.session]
        for target in targets:
            desk.looked("READ", target, kind="person" if item.person else "session", reason=ask.reason)
        visits = []
        session: EntityView | None = None
        heads = 0
        if item.session is not None:
            session = desk.reads.entity(item.session)
            visits = [visit_row(desk, row) for row in desk.reads.lists.visits_of_session(item.session)]
            heads = len(visits) + sum(
                int(one.values.get("heads") or 0) for one in self._of_kind(item, "tally") if not one.deleted
            )
            heads += desk.reads.stand.group_heads(item.session)[1]
        goal = session.values.get("goal") if session is not None else None
        return ReviewView(
            item=ask.item,
            kind=self._kind(item),
            title=self._title(item),
            person=item.person,
            by=self._authors(item),
            at=item.time,
            mark=self._mark(item),
            changes=[] if item.session is not None else list(self._changes(item)),
            visits=visits,
            visit_count=len(visits),
            heads=heads,
            goal_visits=int(goal.get("visits") or 0) if isinstance(goal, dict) else 0,
            reflection=str(session.values.get("reflection") or "") if session is not None else "",
            thread=self._thread(item),
            own_work=self._own(item),
            about=self._about(item),
        )

    def give(self, ask: GiveReview) -> Done:
        """Save a verdict; raises CommentRequired, OwnWork, NotAllowed, NotFound."""
        desk = self._desk
        item = self._item(ask.item)
        comment = ask.comment.strip()
        if ask.verdict in _MUST_SAY and not comment:
            raise CommentRequired
        if self._own(item):
            raise OwnWork
        verdict = {
            "verdict": ask.verdict,
            "comment": comment or None,
            "reason": "review",
            "save": list(item.save),
            "of": [list(pin) for pin in item.of],
            "at": desk.now(),
        }
        change = Change(kind="review", entity=desk.new_id(), fields={"verdict": verdict})
        desk.save([(item.stream, [change])])
        return Done()

    # --- the queue ---

    def _teams(self) -> list[TeamId]:
        held = self._desk.held()
        teams = [one.team for one in held if one.role is Role.SUPERVISOR and one.team is not None]
        return list(dict.fromkeys(teams))

    def _items(self, team: TeamId | None, day_start: int, days: int = 1) -> list[ReviewItem]:
        desk = self._desk
        since = day_start or desk.now() - QUEUE_DAYS * _DAY_MS
        until = day_start + days * _DAY_MS if day_start else 2**62
        return [
            item
            for one in self._teams()
            if team in {None, one}
            for item in desk.reads.reviews.queue(
                team_stream(one), since=since, until=until, open_only=False, most=_MOST
            )
            if not self._still_going(item)
        ]

    def _still_going(self, item: ReviewItem) -> bool:
        """Whether an item is a session that is planned, or still open: it is reviewed when it is closed.

        One that nobody has closed by the next day is over all the same, or its walk-ins were never reviewed.
        """
        if item.session is None:
            return False
        view = self._desk.reads.entity(item.session)
        values = view.values if view is not None else {}
        state = values.get("state")
        if isinstance(state, dict) and state.get("status") == "planned":
            return True
        begun = int(values.get("starts") or 0)
        is_open = isinstance(state, dict) and state.get("status") != "closed"
        return is_open and self._desk.now() - begun < LONGEST_DAY_MS

    def _sorted(
        self, items: Iterable[ReviewItem]
    ) -> tuple[list[ReviewItem], list[ReviewItem], list[ReviewItem]]:
        waiting, returned, finished = [], [], []
        for item in items:
            mark = self._mark(item)
            if mark in {Mark.RETURNED, Mark.QUESTION} and not item.replies:
                returned.append(item)
            elif mark is Mark.APPROVED or (mark is Mark.WAITS_FOR_HUB):
                finished.append(item)
            else:
                waiting.append(item)
        return waiting, returned, finished

    def _mark(self, item: ReviewItem) -> Mark:
        said = verdict_mark(item)
        if said is not None and said is not Mark.WAITS_FOR_HUB:
            return said
        if item.sending.quarantined:
            return Mark.QUARANTINED
        return said or Mark.NEW

    def _row(self, item: ReviewItem) -> ReviewRow:
        return ReviewRow(
            item=item_id(item.stream, item.save),
            kind=self._kind(item),
            what="created" if item.session is not None or self._is_first(item) else "changed",
            title=self._title(item),
            by=self._authors(item),
            team=self._desk.team_name(stream_team(item.stream)),
            at=item.time,
            mark=self._mark(item),
            about=self._about(item),
            two_values=any(one.conflicts or one.changed_beside_deletion for one in self._views(item)),
            wrote=[f"{kind}/{name}" for kind, name in item.wrote if kind in _TOLD_BY_FIELD],
        )

    # --- one item ---

    def _item(self, text: str) -> ReviewItem:
        """Return an item that may be opened here; raises NotFound for what the queue would never offer.

        That is what lies in another team's stream, a session that goes on, and a save that the hub has
        quarantined or refused: it counts nowhere, so a verdict on it would say nothing. One's own work is
        found and shown as such.
        """
        stream, save = _parse(text)
        supervised = stream_team(stream) in self._teams()
        found = self._desk.reads.reviews.item(save, stream) if supervised else None
        if found is None or self._still_going(found):
            raise NotFound(kind="review")
        if found.kind is ItemKind.SAVE and (found.sending.quarantined or found.person is None):
            raise NotFound(kind="review")
        return found

    def _own(self, item: ReviewItem) -> bool:
        authors = [one.staff for one in item.authors if one.staff is not None]
        return not may_review(self._desk.staff, authors)

    def _kind(self, item: ReviewItem) -> str:
        if item.kind is ItemKind.SESSION:
            return "session"
        kinds = [view.kind for view in self._views(item)]
        for wanted in ("person", "situation", "note", "attendance", "referral", "consent", "task", MERGE):
            if wanted in kinds:
                return wanted
        return kinds[0] if kinds else "person"

    def _title(self, item: ReviewItem) -> str:
        if item.session is None:
            return _BOTH.join(filter(None, map(self._name, self._people(item))))
        target = self._desk.reads.entity(item.session)
        place = target.values.get("place") if target is not None else None
        return str(place.get("name") or "") if isinstance(place, dict) else ""

    def _people(self, item: ReviewItem) -> list[EntityId]:
        """Return whom a save is about: the person, or of a merge the two."""
        named = [one for view in self._of_kind(item, MERGE) for one in paired(view.values.get(PAIR))]
        return list(dict.fromkeys(named)) or ([item.person] if item.person is not None else [])

    def _name(self, person: EntityId) -> str:
        view = self._desk.reads.entity(person)
        return person_name(view.values) if view is not None else ""

    def _about(self, item: ReviewItem) -> str:
        """Return the services of the referrals in a save, by the names they had then."""
        names = [str(one.values.get("name") or "") for one in self._of_kind(item, "referral")]
        return ", ".join(name for name in dict.fromkeys(names) if name)

    def _authors(self, item: ReviewItem) -> str:
        names = [self._desk.name_of(one) for one in item.authors]
        return ", ".join(name for name in dict.fromkeys(names) if name)

    def _views(self, item: ReviewItem) -> list[EntityView]:
        found = [self._desk.reads.entity(entity) for entity, _ in item.of]
        return [view for view in found if view is not None]

    def _of_kind(self, item: ReviewItem, kind: str) -> list[EntityView]:
        return [view for view in self._views(item) if view.kind == kind]

    def _is_first(self, item: ReviewItem) -> bool:
        """Whether a save made the person: its first write is here, and nothing came before in a snapshot."""
        if item.person is None or self._desk.reads.entities.began_elsewhere(item.person):
            return False
        writes = self._desk.reads.history(item.person)
        return bool(writes) and writes[0].id == item.save

    def _changes(self, item: ReviewItem) -> Iterable[FieldChange]:
        for view in self._views(item):
            history = self._desk.reads.history(view.entity)
            for place, write in enumerate(history):
                if write.id == item.save:
                    yield from self._write_changes(view, write, history[place + 1 :])

    def _write_changes(
        self, view: EntityView, write: WriteView, later: tuple[WriteView, ...]
    ) -> Iterable[FieldChange]:
        overwritten = {change.name for one in later for change in one.changes}
        contested = {field.name for field in view.conflicts}
        for change in write.changes:
            if change.name in _OF_THE_SAVE or (change.before is None and change.after is None):
                continue
            yield FieldChange(
                entity=view.entity,
                kind=view.kind,
                field=change.name,
                before=self._told(view, change.name, change.before),
                after=self._told(view, change.name, change.after),
                added=change.before is None,
                two_values=change.name in contested,
                changed_since=change.name in overwritten,
            )

    def _told(self, view: EntityView, field: str, value: object) -> FieldValue:
        """Return a value as a supervisor reads it: what is masked as a mask, staff by name."""
        if field in masked_of(self._desk, view):
            return masked_value(field, value)
        if view.kind == MERGE and field == PAIR:
            return _BOTH.join(filter(None, map(self._name, paired(value))))
        spec = kind(view.kind)
        found = spec.field(field) if spec is not None else None
        if found is not None and found.type is FieldType.STAFF and value:
            return self._desk.staff_name(StaffId(str(value)))
        return told_value(value)

    def _thread(self, item: ReviewItem) -> list[ThreadRow]:
        """Return everything that was said about an item, the oldest first; an answer after its review."""
        desk = self._desk
        rows = [
            ThreadRow(one.at, desk.name_of(one.author), one.verdict, one.comment, one.provisional)
            for one in item.said
        ]
        rows += [
            ThreadRow(one.at, desk.name_of(one.author), "reply", one.text, one.provisional)
            for one in item.answers
        ]
        return sorted(rows, key=lambda row: row.at)


def item_id(stream: StreamId, save: CommitId) -> str:
    """Return an item's id as it crosses the pipe."""
    return f"{stream}|{save.writer.hex()}|{save.n}|{save.mark.hex()}"


def _parse(text: str) -> tuple[StreamId, CommitId]:
    try:
        stream, writer, n, mark = text.split("|")
        return StreamId(stream), CommitId(WriterId(bytes.fromhex(writer)), int(n), bytes.fromhex(mark))
    except ValueError as problem:
        raise NotFound(kind="review") from problem
