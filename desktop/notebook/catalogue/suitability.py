# SPDX-License-Identifier: MIT
"""How well services suit this client today: remembered while the adviser types."""

from collections.abc import Mapping
from typing import Final

from desktop.notebook.catalogue.entry import Entry
from desktop.notebook.catalogue.opening import Moment, Openness, service_openness
from desktop.notebook.catalogue.unmet import Client, Condition, Unmet, unmet_conditions
from sync.records.codes import CodeLists
from sync.records.ids import EntityId

_OWN_DISTRICT: Final = 0.6
_OWN_LANGUAGE: Final = 0.6
_DOWN: Final[Mapping[Condition, float]] = {
    Condition.AGE: 1.5,
    Condition.MUNICIPALITY: 1.2,
    Condition.STATUS: 1.0,
    Condition.LANGUAGE: 1.0,
    Condition.LEVEL: 1.0,
    Condition.NOT_OPEN_YET: 1.0,
    Condition.OVER: 3.0,
    Condition.FULL: 0.7,
    Condition.CLOSED_NOW: 0.5,
    Condition.STALE: 0.4,
}
"""How far a hit goes down, where ten is one typed word in the name."""


class Suitability:
    """Judges entries for one client, day and minute after another; forgets when any of them changes."""

    def __init__(self, codes: CodeLists) -> None:
        self._codes = codes
        self._asked: tuple[Client, Moment, bool] | None = None
        self._known: dict[EntityId, tuple[float, tuple[Unmet, ...]]] = {}
        self._moment: Moment | None = None
        self._open: dict[EntityId, Openness] = {}

    def ask(self, client: Client, moment: Moment, *, closed_too: bool) -> None:
        """Say for whom and when; ``closed_too`` also tells what is closed at that minute."""
        asked = (client, moment if closed_too else Moment(moment.day), closed_too)
        if asked != self._asked:
            self._asked = asked
            self._known.clear()
        if moment != self._moment:
            self._moment = moment
            self._open.clear()

    def forget(self, entity: EntityId) -> None:
        """Forget a service that has changed."""
        self._known.pop(entity, None)
        self._open.pop(entity, None)

    def of(self, entry: Entry) -> tuple[float, tuple[Unmet, ...]]:
        """Return how far the service goes up or down for this client, and what is not met."""
        found = self._known.get(entry.entity)
        if found is None:
            found = self._known[entry.entity] = self._judge(entry)
        return found

    def openness(self, entry: Entry) -> Openness:
        """Return whether anybody is there at the moment asked for."""
        found = self._open.get(entry.entity)
        if found is None:
            moment = self._moment
            found = Openness.UNKNOWN if moment is None else service_openness(entry.service, moment)
            self._open[entry.entity] = found
        return found

    def _judge(self, entry: Entry) -> tuple[float, tuple[Unmet, ...]]:
        if self._asked is None:
            return 0.0, ()
        client, moment, closed_too = self._asked
        openness = self.openness(entry) if closed_too else Openness.UNKNOWN
        unmet = unmet_conditions(entry.service, client, moment, openness, self._codes)
        up = _OWN_DISTRICT * (client.district in entry.districts)
        up += _OWN_LANGUAGE * (client.language in entry.languages)
        return up - sum(_DOWN[one.code] for one in unmet), unmet
