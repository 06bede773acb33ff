# SPDX-License-Identifier: MIT
"""The desk: an open notebook, who sits at it, what they may do, and the one way to save.

Every use case gets the desk and nothing else. It asks the table of rights before a save, writes the
access log (Tiedonhallintalaki 906/2019 § 17), and tells the engine and the outbox that there is news.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from desktop.notebook.directory import Directory, Held
from desktop.notebook.errors import NotAllowed, NotFound, PersonAway
from desktop.notebook.past import Past
from desktop.notebook.sights import Sights
from desktop.store.audit import Event
from desktop.store.changes import Change
from desktop.store.notebook import NotebookStore
from desktop.store.reads import NotebookReads
from desktop.store.retention_reads import away_from
from desktop.store.views import Author, EntityView, WriteView
from sync.log.commit import CommitId
from sync.records.codes import CodeLists
from sync.records.ids import (
    EntityId,
    StaffId,
    StreamId,
    TeamId,
    WriterId,
    new_entity,
    staff_stream,
    stream_team,
    team_stream,
)
from sync.records.rights import Action, Role, may


class Desk:
    """An open notebook. Its methods may be called from any lane."""

    def __init__(
        self,
        store: NotebookStore,
        *,
        codes: CodeLists,
        clock: Callable[[], int],
        practice: bool,
        laptop_name: str,
        hub_address: str,
    ) -> None:
        """Sit down at ``store``. ``clock`` gives this laptop's milliseconds since 1970."""
        self.store: Final = store
        self.codes: Final = codes
        self.practice: Final = practice
        self.laptop_name: Final = laptop_name
        self.hub_address: Final = hub_address
        self.sights: Final = Sights()
        """What this person has before their eyes."""
        self.past: Final = Past()
        """What the centre has told of earlier writes."""
        self._clock = clock
        self._directory = Directory(store.me.staff, lambda: self.reads.roster)
        self._listeners: list[Callable[[], None]] = []

    # --- who ---

    @property
    def staff(self) -> StaffId:
        """Whose notebook it is."""
        return self.store.me.staff

    @property
    def writer(self) -> WriterId:
        """The writer id of this notebook."""
        return self.store.me.writer

    def now(self) -> int:
        """Return this laptop's time."""
        return self._clock()

    def held(self) -> tuple[Held, ...]:
        """Return the roles held now, a worker's before a supervisor's."""
        return self._directory.held(self.now() + self.store_clock_offset())

    def store_clock_offset(self) -> int:
        """Return hub time minus laptop time as last observed, so that a wrong clock does not end a grant."""
        return self.reads.number("clock_offset")

    def teams(self) -> tuple[TeamId, ...]:
        """Return the teams of the roles held, the first being the one that new work goes to."""
        return tuple(dict.fromkeys(one.team for one in self.held() if one.team is not None))

    def home_team(self) -> TeamId:
        """Return the team that new work goes to; raises NotAllowed without one."""
        teams = self.teams()
        if not teams:
            raise NotAllowed(kind="session", action="create")
        return teams[0]

    def roles_in(self, stream: StreamId) -> frozenset[Role]:
        """Return the roles that count in a stream."""
        team = stream_team(stream)
        if team is None:
            return frozenset(one.role for one in self.held())
        return frozenset(one.role for one in self.held() if one.team in {team, None})

    def can_review(self) -> bool:
        """Whether some role held may review."""
        return any(may(one.role, "review", (), own=True, action=Action.CREATE) for one in self.held())

    # --- names ---

    def staff_name(self, staff: StaffId | None) -> str:
        """Return the name of a member of staff, an empty text for one that the roster does not know."""
        return self._directory.staff_name(staff)

    def name_of(self, author: Author) -> str:
        """Return who stands behind a writer, an empty text for one that the roster does not know."""
        return self.staff_name(author.staff)

    def mine(self, author: Author) -> bool:
        """Whether a writer is this person, on whatever laptop."""
        return author.staff == self.staff

    def team_name(self, team: TeamId | None) -> str:
        """Return a team's Finnish name, an empty text for an unknown one."""
        return self._directory.team_name(team)

    # --- reading ---

    @property
    def reads(self) -> NotebookReads:
        """The readers of the calling thread."""
        return self.store.reads()

    def entity(self, entity: EntityId, kind: str = "") -> EntityView:
        """Return an entity; raises NotFound when it is not here, not of this kind, or not for these eyes.

        Raises PersonAway for a person who left this laptop with time.
        """
        view = self.reads.entity(entity)
        if view is None and kind == "person" and self._has_left(entity):
            raise PersonAway(kind=kind)
        if view is None or (kind and view.kind != kind) or not self.may_read(view.kind, view.stream):
            raise NotFound(kind=kind)
        return view

    def _has_left(self, person: EntityId) -> bool:
        return any(self.may_read("person", one) for one in away_from(self.reads.connection, person))

    def may_read(self, kind: str, stream: StreamId) -> bool:
        """Whether some role held in the stream's team may read this kind: asked before every row shown."""
        return any(may(one, kind, (), own=False, action=Action.READ) for one in self.roles_in(stream))

    def looked(
        self,
        operation: str,
        target: EntityId | None,
        *,
        kind: str,
        reason: str,
        extra: Mapping[str, str | int] | None = None,
    ) -> None:
        """Write into the access log that something was looked at; never with a value."""
        event = self.look(operation, target, kind=kind, reason=reason, extra=extra)
        self.store.record(event, time_ms=self.now())

    def look(
        self,
        operation: str,
        target: EntityId | None,
        *,
        kind: str,
        reason: str,
        extra: Mapping[str, str | int] | None = None,
    ) -> Event:
        """Return what the access log says of a look, for a save that is one with it."""
        return {
            "operation": operation,
            "status": "SUCCESS",
            "actor": {"role": "USER", "user_id": self.staff},
            "target": {"type": kind, "id": target.hex() if target is not None else ""},
            "reason": reason,
            **(extra or {}),
        }

    # --- saving ---

    def allow(
        self, kind: str, *, stream: StreamId, action: Action, own: bool, fields: Iterable[str] = ()
    ) -> None:
        """Raise NotAllowed unless some role held in the stream's team may do this."""
        names = tuple(fields)
        if not any(may(one, kind, names, own=own, action=action) for one in self.roles_in(stream)):
            raise NotAllowed(kind=kind, action=action.name.lower())

    def save(
        self,
        saves: Sequence[tuple[StreamId, Sequence[Change]]],
        *,
        reason: str = "",
        told: Sequence[Event] = (),
    ) -> tuple[CommitId, ...]:
        """Save, durable when this returns; asks the table of rights for every change first.

        ``told`` are looks (``look``) that the access log has with the save, or neither is there.
        Raises NotAllowed and what ``NotebookStore.save_all`` raises; nothing is saved then.
        """
        for stream, changes in saves:
            for change in changes:
                self._allow_change(stream, change)
        event: Event | None = {"reason": reason} if reason else None
        ids = self.store.save_all(saves, time_ms=self.now(), event=event, told=told)
        for listener in self._listeners:
            listener()
        return ids

    def on_save(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after each save, in the lane that saved."""
        self._listeners.append(listener)

    def new_id(self) -> EntityId:
        """Return a fresh entity id."""
        return new_entity(self.now())

    def team_stream(self) -> StreamId:
        """Return the stream that new work goes to."""
        return team_stream(self.home_team())

    def own_stream(self) -> StreamId:
        """Return the stream of messages to this person."""
        return staff_stream(self.staff)

    def _allow_change(self, stream: StreamId, change: Change) -> None:
        before = self.reads.entity(change.entity)
        if before is None:
            self.allow(change.kind, stream=stream, action=Action.CREATE, own=True)
            return
        kind, names = before.kind, tuple(change.fields)
        if any(may(one, kind, names, own=False, action=Action.EDIT) for one in self.roles_in(stream)):
            return
        self.allow(kind, stream=stream, action=Action.EDIT, own=self.wrote(change.entity), fields=names)

    def wrote(self, entity: EntityId) -> bool:
        """Whether this person made an entity, on whatever laptop."""
        first = self.history(entity)
        return bool(first) and self.mine(first[0].author)

    def history(self, entity: EntityId) -> tuple[WriteView, ...]:
        """Return every write to a record that is known: here, told by the centre, or what a snapshot brought."""
        return self.past.history(self.reads, entity)

    def began_elsewhere(self, entity: EntityId) -> bool:
        """Whether a record has earlier writes that are neither here nor were told by the centre."""
        return self.past.began_elsewhere(self.reads, entity)
