# SPDX-License-Identifier: MIT
"""What the person at the window has before their eyes: the heads of every card as it was shown.

A save names what its author saw (design.md §3). What came in between opening a card and saving was not
seen, so it becomes a second value beside the new one and is never overwritten unread.
"""

import itertools
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from desktop.store.views import EntityView
from sync.log.commit import CommitId
from sync.records.ids import EntityId

MOST: Final = 400
"""Cards kept; a day's work opens fewer. An older one counts as not shown: its saves see what stands."""

Seen = Mapping[str, Sequence[CommitId]]


class _Sight:
    """One entity as it was shown: per field the heads."""

    __slots__ = ("fields", "number")

    def __init__(self, number: int, fields: dict[str, tuple[CommitId, ...]]) -> None:
        self.number = number
        self.fields = fields


class Sights:
    """Per entity the newest sight, and each earlier one that a form may still hold; from any lane."""

    def __init__(self, *, first: int | None = None) -> None:
        """Numbers start anywhere, so that one of a process that died is not taken for one of this."""
        self._numbers = itertools.count(secrets.randbits(40) + 1 if first is None else first)
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, tuple[EntityId, ...]] = OrderedDict()
        self._fields: dict[tuple[int, EntityId], dict[str, tuple[CommitId, ...]]] = {}
        self._newest: dict[EntityId, _Sight] = {}

    def show(self, views: Mapping[EntityId, EntityView | None]) -> int:
        """Note that these are shown together now (``None``: nothing stands yet); return the sight's number."""
        with self._lock:
            number = next(self._numbers)
            self._kept[number] = tuple(views)
            for entity, view in views.items():
                fields = dict(view.seen(view.fields)) if view is not None else {}
                self._fields[number, entity] = fields
                self._newest[entity] = _Sight(number, dict(fields))
            while len(self._kept) > MOST:
                self._forget(*self._kept.popitem(last=False))
            return number

    def show_field(self, view: EntityView, name: str) -> None:
        """Note that one field is shown now, beside what was shown of the card before."""
        with self._lock:
            known = self._newest.get(view.entity)
            if known is not None:
                known.fields |= view.seen([name])

    def shows(self, entity: EntityId) -> bool:
        """Whether an entity was shown here and may be looked at still."""
        with self._lock:
            return entity in self._newest

    def seen(self, entity: EntityId, names: Iterable[str], *, number: int = 0) -> Seen | None:
        """Return what a save of these fields has seen; ``None`` when the entity was never shown here.

        ``number`` names the sight that the form was filled from, 0 the newest. One that is not known here
        (the process died meanwhile) has seen nothing: better two values than one lost.
        """
        with self._lock:
            if number:
                fields = self._fields.get((number, entity), {})
            elif entity in self._newest:
                fields = self._newest[entity].fields
            else:
                return None
            return {name: fields.get(name, ()) for name in names}

    def _forget(self, number: int, entities: Iterable[EntityId]) -> None:
        for entity in entities:
            self._fields.pop((number, entity), None)
            newest = self._newest.get(entity)
            if newest is not None and newest.number == number:
                del self._newest[entity]
