# SPDX-License-Identifier: MIT
"""What the hub and colleagues have to say to this person: on Today until it is dismissed."""

from collections.abc import Callable
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.notices import DismissNotice, ListNotices, NoticeRow, Notices
from desktop.notebook.server import Handler
from desktop.notebook.telling import person_name
from desktop.store.changes import Change
from desktop.store.transfer_reads import StaffWord
from sync.records.ids import EntityId, StaffId, TeamId, special_stream, team_stream
from sync.records.rights import WORKERS, Role, role

TEAM_LEFT: Final = "team_left"
_MESSAGE: Final = "message"
_TOLD_FOR_MS: Final = 30 * 86_400_000
"""A grant that ended longer ago is no news."""


class NoticeBoard:
    """Answers what Today shows beside the supervisor's words."""

    def __init__(
        self, desk: Desk, *, reading: Lane, writing: Lane, deciding: Callable[[], int] = lambda: 0
    ) -> None:
        """Work at ``desk``; ``deciding`` counts the held-back saves that wait for this person."""
        self._desk = desk
        self._deciding = deciding
        self._reading = reading
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about notices."""
        return {
            ListNotices: Handler(self.list_all, self._reading),
            DismissNotice: Handler(self.dismiss, self._writing),
        }

    def list_all(self, _ask: ListNotices) -> Notices:
        """Return what was not dismissed, the newest first."""
        rows = [self._row(one) for one in self._desk.reads.transfers.words()] + self._teams_left()
        handed = sum(one.new for one in self._desk.reads.transfers.handed_to_me())
        rows.sort(key=lambda row: (row.at, row.notice), reverse=True)
        return Notices(rows, handed_over=handed, deciding=self._deciding())

    def count(self) -> int:
        """Return how many words wait to be seen."""
        return len(self._desk.reads.transfers.words()) + len(self._teams_left())

    def dismiss(self, ask: DismissNotice) -> Done:
        """Write that it was seen; once more does nothing. Raises NotFound for what is no notice."""
        desk = self._desk
        if ask.notice in desk.reads.transfers.dismissed():
            return Done()
        known = {one.entity for one in desk.reads.transfers.words()}
        known |= {row.notice for row in self._teams_left()}
        if ask.notice not in known:
            raise NotFound(kind="notice")
        fields = {"of": ask.notice, "at": desk.now()}
        desk.save([(desk.own_stream(), [Change(kind="seen", entity=desk.new_id(), fields=fields)])])
        return Done()

    def _row(self, word: StaffWord) -> NoticeRow:
        desk, said = self._desk, word.values
        message = word.kind == _MESSAGE
        by = said.get("from") if message else said.get("by")
        team = said.get("team")
        person, name = self._whom(said.get("about"))
        return NoticeRow(
            notice=word.entity,
            what=_MESSAGE if message else _text(said.get("what")),
            at=_number(said.get("at")),
            kind=_text(said.get("kind")),
            reason=_text(said.get("reason")),
            comment=_text(said.get("text") if message else said.get("comment")),
            by=desk.staff_name(StaffId(by)) if isinstance(by, str) and by else "",
            team=desk.team_name(TeamId(team)) if isinstance(team, str) and team else "",
            person=person,
            name=name,
        )

    def _whom(self, about: object) -> tuple[EntityId | None, str]:
        """Return the person that a word is about, where their card is here and may be read."""
        if not isinstance(about, bytes):
            return None, ""
        desk = self._desk
        view = desk.reads.entity(EntityId(about))
        if view is not None and view.subject not in {None, view.entity}:
            view = desk.reads.entity(view.subject) if view.subject is not None else None
        if view is None or view.kind != "person" or not desk.may_read("person", view.stream):
            return None, ""
        return view.entity, person_name(view.values)

    def _teams_left(self) -> list[NoticeRow]:
        """Return the teams whose data went from this laptop because the last role in them has ended."""
        desk = self._desk
        now = desk.now() + desk.store_clock_offset()
        held = set(desk.teams())
        seen = desk.reads.transfers.dismissed()
        waiting = {row.stream: row.unsent for row in desk.reads.sending.streams()}
        ended: dict[TeamId, NoticeRow] = {}
        for grant in desk.reads.roster.grants():
            if grant.staff != desk.staff or grant.team is None or grant.team in held:
                continue
            known = role(grant.role)
            if known not in WORKERS | {Role.SUPERVISOR} or grant.until is None:
                continue
            if not now - _TOLD_FOR_MS <= grant.until <= now or grant.entity in seen:
                continue
            streams = (team_stream(grant.team), special_stream(grant.team))
            row = NoticeRow(
                notice=grant.entity, what=TEAM_LEFT, at=grant.until, kind="", reason="", comment="", by="",
                team=desk.team_name(grant.team), person=None, name="",
                unsent=sum(waiting.get(stream, 0) for stream in streams),
            )  # fmt: skip
            if grant.team not in ended or ended[grant.team].at < row.at:
                ended[grant.team] = row
        return list(ended.values())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
