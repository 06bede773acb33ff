# SPDX-License-Identifier: MIT
"""The services marked for the paper, in the order they were marked; they stay marked over searches."""

from desktop.ui.errand import ChosenService
from sync.records.ids import EntityId


class Marked:
    """Names are kept, since a marked service need not be among the hits any more."""

    def __init__(self) -> None:
        self._names: dict[EntityId, str] = {}

    def __contains__(self, service: object) -> bool:
        return service in self._names

    def __len__(self) -> int:
        return len(self._names)

    def turn(self, service: EntityId, name: str) -> bool:
        """Mark a service, or no longer; True when it is marked now."""
        if service in self._names:
            del self._names[service]
            return False
        self._names[service] = name
        return True

    def chosen(self) -> tuple[ChosenService, ...]:
        """Return the marked ones, the first marked first."""
        return tuple(ChosenService(service, name) for service, name in self._names.items())

    def clear(self) -> None:
        """Mark none."""
        self._names.clear()
