# SPDX-License-Identifier: MIT
"""The services of one import as they are found: caps, ids, days, and what the report says of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from sync.catalogue.model import MOST_PLACES, Origin, Service, reference_of, text_in, to_map
from sync.catalogue.report import (
    REFERENCE_LENGTH,
    ImportReport,
    LineKind,
    Reason,
    ReportBook,
    ServiceNotes,
)
from sync.catalogue.vocabularies import Vocabulary
from sync.records.codes import CodeLists

MOST_SERVICES: Final = 20_000
"""Services of one import; the whole city has some hundreds, the whole country's directory about as many."""
MOST_BYTES_EACH: Final = 100_000
"""One service in a commit, beside which the commit has room for a second reading of it."""
MOST_WORDS: Final = 60
"""Keywords, and other names, in one language."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gave.

    ``held`` are references that stand in the file without having become a service, for a fault of the
    file: they are not gone. ``complete`` is false when the file had more than we read.
    """

    source: str
    services: tuple[Service, ...]
    report: ImportReport
    held: frozenset[str] = frozenset()
    complete: bool = True


class Intake:
    """One import under way. ``day`` is today, ``YYYY-MM-DD``."""

    def __init__(self, source: str, day: str, codes: CodeLists) -> None:
        self.source = source
        self.day = day
        self.words = Vocabulary(codes)
        self.book = ReportBook()
        self._services: dict[str, Service] = {}
        self._held: set[str] = set()
        self._complete = True

    def within(self, items: list[_Item], where: str = "") -> list[_Item]:
        """Return as many as one import takes; what is beyond is one line with their number."""
        beyond = len(items) - MOST_SERVICES
        if beyond > 0:
            self._complete = False
            self.book.refused("", "", Reason.TOO_MANY, where, times=beyond)
        return items[:MOST_SERVICES]

    def origin(self, identifier: str, *, url: str = "", licence: str = "", changed: str = "") -> Origin:
        """Return where a service comes from, read today."""
        return Origin(self.source, identifier, url, licence, changed, self.day)

    def refused(self, identifier: str, name: str, reason: Reason, where: str = "") -> None:
        """Say that something of the file became no service; a draft's or a hidden one's is gone for us."""
        reference = reference_of(Origin(self.source, identifier)) if identifier else ""
        if reference and reason not in {Reason.DRAFT, Reason.NOT_PUBLIC}:
            self._held.add(reference)
        self.book.refused(reference, name, reason, where)

    def take(self, service: Service, notes: ServiceNotes) -> None:
        """Keep a service, unless it has no id or name or its id came before; write what was noted of it."""
        reference = reference_of(service.origin)
        name = text_in(service.name, "fi")
        for reason, applies in (
            (Reason.NO_ID, not service.origin.id),
            (Reason.NO_NAME, not name),
            (Reason.DUPLICATE_ID, reference in self._services),
        ):
            if applies:
                if service.origin.id:
                    self._held.add(reference)
                named = reference if service.origin.id else ""
                self.book.refused(named, name, reason)
                return
        fitted = _fitted(service, notes)
        if len(msgspec.json.encode(to_map(fitted))) > MOST_BYTES_EACH:
            self._held.add(reference)
            self.book.refused(reference, name, Reason.TOO_LARGE)
            return
        if fitted.valid_to and fitted.valid_to < self.day:
            notes.note(Reason.PAST, "valid_to")
        self._services[reference] = fitted
        self.write(notes, reference, name)

    def write(self, notes: ServiceNotes, reference: str, name: str) -> None:
        """Write what was noted of a service, or of something beside it."""
        for line in notes.lines(LineKind.ALTERED, reference[:REFERENCE_LENGTH], name):
            self.book.add(line)

    def imported(self) -> Imported:
        """Return all that was taken."""
        return Imported(
            self.source,
            tuple(self._services.values()),
            self.book.report(),
            frozenset(self._held - self._services.keys()),
            self._complete,
        )


def some_words(
    words: Mapping[str, Iterable[str]], notes: ServiceNotes, where: str
) -> dict[str, tuple[str, ...]]:
    """Return the words of each language once, and not more than a service carries."""
    found: dict[str, tuple[str, ...]] = {}
    for language, several in words.items():
        once = tuple(dict.fromkeys(word for word in several if word))
        if len(once) > MOST_WORDS:
            notes.note(Reason.TOO_MANY_PARTS, where)
        if once:
            found[language] = once[:MOST_WORDS]
    return found


def _fitted(service: Service, notes: ServiceNotes) -> Service:
    """Return the service with what contradicts itself left out."""
    changes: dict[str, object] = {}
    if service.highest_age and service.lowest_age > service.highest_age:
        notes.note(Reason.BAD_NUMBER, "highest_age")
        changes |= {"lowest_age": 0, "highest_age": 0}
    if service.valid_from and service.valid_to and service.valid_from > service.valid_to:
        notes.note(Reason.BAD_DATE, "valid_to")
        changes |= {"valid_from": "", "valid_to": ""}
    if len(service.places) > MOST_PLACES:
        notes.note(Reason.TOO_MANY_PARTS, "places")
        changes["places"] = service.places[:MOST_PLACES]
    return msgspec.structs.replace(service, **changes) if changes else service
