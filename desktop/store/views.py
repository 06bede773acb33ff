# SPDX-License-Identifier: MIT
"""What the store answers, as frozen values. Times are ms since 1970 by the writer's own clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from sync.log.commit import CommitId
from sync.records.ids import EntityId, LaptopId, StaffId, StreamId, WriterId


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who holds a writer key; ``staff`` and ``laptop`` are ``None`` while the roster does not know it."""

    writer: WriterId
    staff: StaffId | None
    laptop: LaptopId | None
    laptop_name: str = ""
    """What the laptop was called when its notebook was made; empty when the roster does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """One live value of a field: what, by whom, when, and whether the hub has numbered it.

    ``time`` is ``None`` when only a snapshot told of the write.
    """

    id: CommitId
    value: Any
    erased: bool
    author: Author
    time: int | None
    number: int | None
    provisional: bool
    reached: int = 0
    """When it reached the hub, by the hub's clock; 0 when this notebook was not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field as it is shown: the value, whether several differ, and all of them, the shown one first."""

    name: str
    value: Any
    conflict: bool
    erased: bool
    heads: tuple[HeadView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How the commits about an entity stand: some unsent, some parked, some quarantined."""

    unsent: bool = False
    parked: bool = False
    quarantined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """An entity with every field, ready for a card."""

    entity: EntityId
    kind: str
    subject: EntityId | None
    stream: StreamId
    fields: Mapping[str, FieldView]
    sending: Sending
    deleted: bool
    changed_beside_deletion: bool

    @property
    def values(self) -> dict[str, Any]:
        """The shown value of every field."""
        return {name: field.value for name, field in self.fields.items()}

    @property
    def conflicts(self) -> tuple[FieldView, ...]:
        """The fields whose heads differ."""
        return tuple(field for field in self.fields.values() if field.conflict)

    def elements(self, name: str) -> tuple[str, ...]:
        """The elements of a set field that are shown as true, in order."""
        start = f"{name}/"
        return tuple(
            sorted(
                key[len(start) :]
                for key, field in self.fields.items()
                if field.value is True and key.startswith(start)
            )
        )

    def seen(self, names: Iterable[str]) -> dict[str, tuple[CommitId, ...]]:
        """What a ``Change`` made from this view names as seen, for these fields."""
        return {
            name: tuple(head.id for head in self.fields[name].heads) if name in self.fields else ()
            for name in names
        }


class WriteStanding(Enum):
    """How one write stands."""

    PROVISIONAL = auto()
    EFFECTIVE = auto()
    PARKED = auto()
    QUARANTINED = auto()
    REFUSED = auto()
    STRIPPED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of one write: what stood before it in the history's order, and what it says."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteView:
    """One write to an entity."""

    id: CommitId
    author: Author
    time: int
    number: int | None
    standing: WriteStanding
    changes: tuple[FieldChange, ...]
    """Empty for a stripped one."""
    here: bool = True
    """Whether its commit is in this notebook; else a snapshot or the centre told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session in a list, with what was counted in it."""

    entity: EntityId
    stream: StreamId
    starts: int
    status: str
    place: str
    staff: tuple[StaffId, ...]
    visits: int
    heads: int
    conflict: bool
    sending: Sending


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """A walk-in in a list. ``person`` is set when an attendance links it to somebody."""

    entity: EntityId
    session: EntityId
    stream: StreamId
    at: int
    topics: tuple[str, ...]
    outcomes: tuple[str, ...]
    age: str
    language: str
    first_time: str
    interpreter: str
    note: str
    author: Author
    person: EntityId | None
    conflict: bool
    sending: Sending


class Found(Enum):
    """What a person was found by."""

    NAME = auto()
    PHONE = auto()
    HETU = auto()
    ALIKE = auto()
    """A word that differs by a typo, or sounds the same in another script."""
    NOTE = auto()
    RECENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person in a list or among search hits; ``protected`` people are shown masked by the window."""

    entity: EntityId
    stream: StreamId
    name: str
    known_as: str
    phone: str
    birth_date: str
    protected: bool
    responsible: str
    found: Found
    note: EntityId | None = None
    """The note that was found, when it was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A note about a person."""

    entity: EntityId
    person: EntityId
    at: int
    text: str
    author: Author
    conflict: bool
    sending: Sending


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """A visit that was this person's."""

    entity: EntityId
    person: EntityId
    visit: EntityId
    at: int
    text: str
    author: Author


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """An entity that somebody must look at: ``fields`` in conflict, or changed beside its deletion."""

    entity: EntityId
    kind: str
    subject: EntityId | None
    stream: StreamId
    fields: tuple[str, ...]
    changed_beside_deletion: bool
    authors: tuple[Author, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRow:
    """One save in a list of what is unsent, parked or quarantined. ``reason`` is the hub's code or text."""

    id: CommitId
    stream: StreamId
    author: Author
    time: int
    number: int | None
    standing: WriteStanding
    kinds: tuple[str, ...]
    entities: tuple[EntityId, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamRow:
    """Where one stream stands here: for the Sync page and the check with the hub.

    ``digest`` is the XOR digest of its heads (``sync.log.digest``), comparable while nothing is unsent.
    """

    stream: StreamId
    number: int
    """How many of the stream's commits this notebook stands on: its hub number."""
    unsent: int
    digest: bytes


class ItemKind(Enum):
    """What a supervisor reviews as one."""

    SESSION = auto()
    """A session with its walk-ins and head counts."""
    SAVE = auto()
    """One save about a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """One review as it is shown; ``provisional`` ones wait for the hub and do nothing."""

    entity: EntityId
    verdict: str
    comment: str
    at: int
    author: Author
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """An answer to one review."""

    review: EntityId
    text: str
    at: int
    author: Author
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One thing to review, with what a verdict on it must name: ``save`` and the pins ``of``.

    ``counts`` is the review that decides now; ``changed`` says it saw another state than today's.
    ``said`` are all reviews of it, ``answers`` all answers to them, the newest first.
    """

    kind: ItemKind
    stream: StreamId
    save: CommitId
    of: tuple[tuple[EntityId, bytes], ...]
    session: EntityId | None
    person: EntityId | None
    time: int
    authors: tuple[Author, ...]
    sending: Sending
    counts: ReviewView | None
    changed: bool
    waiting: tuple[ReviewView, ...]
    said: tuple[ReviewView, ...]
    answers: tuple[ReplyView, ...]
    wrote: tuple[tuple[str, str], ...] = ()
    """Of a save about a person: kind and name of each field that it wrote, an element of a set as its field."""

    @property
    def replies(self) -> tuple[ReplyView, ...]:
        """The answers to the review that decides now, the newest first."""
        return tuple(one for one in self.answers if self.counts and one.review == self.counts.entity)

    @property
    def open(self) -> bool:
        """Whether nobody has decided about what stands today."""
        return self.counts is None or self.changed
