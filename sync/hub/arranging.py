# SPDX-License-Identifier: MIT
"""Which states lie together in a snapshot: a person with all that is about them, and what is newest first.

A laptop can be used from the first part on, so the order is the worker's: what everybody needs, then people by who
is responsible for them, then sessions and visits, each by when it was last written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sync.hub.effective import StreamFold
from sync.log.snapshot import Box
from sync.log.state import EntityState, encode_state
from sync.records.ids import EntityId, StaffId

_NEEDED_FIRST: Final = frozenset(
    {"staff", "team", "service_point", "grant", "writer", "code_list", "quarantine", "release", "erasure"}
)
"""The roster and the hub's orders: without them nothing else is shown rightly."""
_NOBODY: Final = StaffId("")
_STATE_BYTES: Final = 5


@dataclass(slots=True)
class _Pile:
    """What must lie together: a person and all about them, or one thing that is about nobody."""

    newest: int = 0
    staff: set[StaffId] = field(default_factory=set)
    states: list[EntityState] = field(default_factory=list)

    def add(self, state: EntityState, number: int) -> None:
        self.states.append(state)
        self.newest = max(self.newest, number)
        if state.kind == "person":
            self.staff |= _responsible(state)


def arrange(folded: StreamFold, *, part_bytes: int) -> tuple[list[bytes], list[Box]]:
    """Return the states that come first, in order of their entities, and the parts of all others in order.

    A part is about ``part_bytes`` large; somebody with more than fits goes on in the next.
    """
    first: list[EntityState] = []
    others: dict[EntityId, _Pile] = {}
    for entity in sorted(folded.states):
        state = folded.states[entity]
        if state.subject is None and state.kind in _NEEDED_FIRST:
            first.append(state)
        else:
            about = state.subject or state.entity
            others.setdefault(about, _Pile()).add(state, _written(folded, state))
    people = [pile for about, pile in others.items() if any(one.subject for one in pile.states)]
    things = [pile for about, pile in others.items() if not any(one.subject for one in pile.states)]
    people.sort(key=lambda pile: (min(pile.staff, default=_NOBODY), -pile.newest))
    things.sort(key=lambda pile: -pile.newest)
    boxes = [*_boxes(people, part_bytes), *_boxes(things, part_bytes)]
    boxes.sort(key=lambda box: -box.newest)
    return [encode_state(state) for state in first], [box.closed() for box in boxes]


@dataclass(slots=True)
class _Open:
    """A part as it fills."""

    states: list[tuple[EntityId, bytes]] = field(default_factory=list)
    staff: set[StaffId] = field(default_factory=set)
    newest: int = 0
    filled: int = 0

    def closed(self) -> Box:
        """Return the part: its states in order of their entities, beside each other as on a laptop's disk."""
        return Box([raw for _, raw in sorted(self.states)], sorted(self.staff))


def _boxes(piles: Sequence[_Pile], part_bytes: int) -> Iterator[_Open]:
    """Fill parts with whole piles, as far as one holds a pile; one ends half full where others' people begin."""
    box, whose = _Open(), _NOBODY
    for pile in piles:
        mine = min(pile.staff, default=_NOBODY)
        encoded = [(state.entity, encode_state(state)) for state in pile.states]
        size = sum(len(raw) + _STATE_BYTES for _, raw in encoded)
        ends = box.filled > part_bytes // 2 and mine != whose
        if box.states and (ends or box.filled + size > part_bytes):
            yield box
            box = _Open()
        whose = mine
        for entity, raw in encoded:
            if box.states and box.filled + len(raw) > part_bytes:
                yield box
                box = _Open()
            box.states.append((entity, raw))
            box.filled += len(raw) + _STATE_BYTES
            box.staff |= pile.staff
            box.newest = max(box.newest, pile.newest)
    if box.states:
        yield box


def _written(folded: StreamFold, state: EntityState) -> int:
    """Return the highest hub number among what stands in an entity: when it was last written."""
    heads = (head.id for one in state.fields.values() for head in one.heads)
    return max((folded.numbers.get(one, 0) for one in heads), default=0)


def _responsible(state: EntityState) -> set[StaffId]:
    """Return who is named as responsible: more than one while two values stand."""
    said = state.fields.get("responsible")
    values = () if said is None else (head.value for head in said.heads)
    return {StaffId(value) for value in values if value and isinstance(value, str)}
