# SPDX-License-Identifier: MIT
"""What an import changes: against the services that the source gave before."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from sync.catalogue.intake import Imported
from sync.catalogue.model import Service, reference_of, text_in
from sync.catalogue.report import ImportReport, LineKind, ReportBook, ReportLine


@dataclass(frozen=True, slots=True)
class Comparison:
    """New and changed services as they are now; references of those that are the same, and of those gone."""

    new: tuple[Service, ...] = ()
    changed: tuple[Service, ...] = ()
    same: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def compare(before: Mapping[str, Service], imported: Imported, *, whole: bool) -> Comparison:
    """Return what an import changes. ``before`` is keyed by ``reference_of``.

    The day of reading is no change. A service is gone when the file is ``whole`` and has no more of it;
    other sources' services never are, nor is any when the file had more than was read.
    """
    new: list[Service] = []
    changed: list[Service] = []
    same: list[str] = []
    present = set(imported.held)
    for service in imported.services:
        reference = reference_of(service.origin)
        present.add(reference)
        known = before.get(reference)
        if known is None:
            new.append(service)
        elif _as_told(known) == _as_told(service):
            same.append(reference)
        else:
            changed.append(service)
    gone: tuple[str, ...] = ()
    if whole and imported.complete:
        sources = {imported.source, *(service.origin.source for service in imported.services)}
        gone = tuple(
            reference
            for reference, service in before.items()
            if service.origin.source in sources and reference not in present
        )
    return Comparison(tuple(new), tuple(changed), tuple(same), gone)


def reported(report: ImportReport, comparison: Comparison, before: Mapping[str, Service]) -> ImportReport:
    """Return the report with a line for each new, changed and gone service; the same ones are counted."""
    book = ReportBook(report)
    for kind, services in ((LineKind.NEW, comparison.new), (LineKind.CHANGED, comparison.changed)):
        for service in services:
            book.add(_line(kind, reference_of(service.origin), service))
    for reference in comparison.gone:
        book.add(_line(LineKind.GONE, reference, before[reference]))
    book.counted(LineKind.SAME, len(comparison.same))
    return book.report()


def _line(kind: LineKind, reference: str, service: Service) -> ReportLine:
    return ReportLine(kind, reference, text_in(service.name, "fi"))


def _as_told(service: Service) -> Service:
    """Return the service without the day on which it was read."""
    return msgspec.structs.replace(service, origin=msgspec.structs.replace(service.origin, fetched=""))
