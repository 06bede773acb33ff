# SPDX-License-Identifier: MIT
"""Reading a service directory's file at a laptop: new services wait, changes are proposed, nothing is replaced.

Everything is read and weighed before anything is written, so that a file that is refused leaves the catalogue
as it was. It runs in the catalogue's lane; each save goes to the writing lane, so that a walk-in comes between.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec

from desktop.notebook.catalogue.stock import Stock
from desktop.notebook.desk import Desk
from desktop.notebook.editing import WAITING
from desktop.notebook.errors import FileNotKnown, FileUnreadable
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.editing import ImportDone, ImportLine, ImportServices
from desktop.store.changes import Change
from desktop.store.service_reads import StoredService
from sync.catalogue import errors
from sync.catalogue.comparing import Comparison, compare, reported
from sync.catalogue.importing import read_services, recognise
from sync.catalogue.model import Service, from_map, reference_of, service_entity, to_map
from sync.catalogue.report import ImportReport, LineKind
from sync.log.codec import encode
from sync.records.ids import CITY, EntityId
from sync.records.rights import Action

LARGEST_FILE: Final = 200 * 1024 * 1024
COMMIT_BYTES: Final = 96 * 1024
_COMMIT_SERVICES: Final = 60
MOST_LINES: Final = 500
"""Lines of the report that a window shows; the rest are counted."""
_REASONS: Final[dict[type[errors.FileRefused], str]] = {
    errors.FileTooLarge: "too_large",
    errors.EncodingUnknown: "encoding",
    errors.JsonBroken: "json",
    errors.NestedTooDeep: "json",
    errors.ShapeUnexpected: "shape",
    errors.VersionNewer: "newer",
}


class CatalogueImport:
    """Imports a file at one desk."""

    def __init__(self, desk: Desk, stock: Stock, writing: Lane) -> None:
        self._desk = desk
        self._stock = stock
        self._writing = writing

    def run(self, ask: ImportServices) -> ImportDone:
        """Import a file, or with ``trial`` only tell what would come of it.

        Raises NotAllowed without the role, FileUnreadable and FileNotKnown; nothing is written then.
        """
        desk = self._desk
        desk.allow("service", stream=CITY, action=Action.CREATE, own=True)
        raw = _read(ask.path)
        try:
            source = ask.source or recognise(raw)
            imported = read_services(raw, source, day=ask.day, codes=desk.codes)
        except errors.SourceUnknown as problem:
            raise FileNotKnown from problem
        except errors.FileRefused as problem:
            raise FileUnreadable(reason=_REASONS.get(type(problem), "shape")) from problem
        self._stock.refresh(desk.reads.services)
        known = {
            reference_of(one.service.origin): one.service
            for one in self._stock.all()
            if one.service is not None
        }
        found = self._without_deleted(compare(known, imported, whole=ask.whole))
        if not ask.trial:
            saved = False
            for save in _saves(self._changes(found)):
                self._writing.call(partial(desk.save, [(CITY, save)], reason="import"))
                saved = True
            if saved:
                self._writing.call(partial(desk.looked, "IMPORT", None, kind="service", reason="catalogue"))
        return _done(source, found, reported(imported.report, found, known))

    def _without_deleted(self, found: Comparison) -> Comparison:
        """Return the comparison without what an editor has deleted: importing it again is no reason to show it."""
        new: list[Service] = []
        same = list(found.same)
        for one in found.new:
            if self._was_here(service_entity(one.origin)):
                same.append(reference_of(one.origin))
            else:
                new.append(one)
        return Comparison(tuple(new), found.changed, tuple(same), found.gone)

    def _was_here(self, entity: EntityId) -> bool:
        return self._desk.reads.entity(entity) is not None

    def _was_proposed(self, stored: StoredService, service: Service) -> bool:
        """Whether these words are proposed, or were the last to be and an editor has left them."""
        if stored.proposed is not None:
            return _says(stored.proposed, service)
        said = [
            change.after
            for write in self._desk.reads.history(stored.entity)
            for change in write.changes
            if change.name == "proposed" and isinstance(change.after, dict)
        ]
        return bool(said) and _says(said[-1], service)

    def _changes(self, found: Comparison) -> Iterator[Change]:
        """Yield what is written: a new service waits, another text of a known one is proposed."""
        reads = self._desk.reads.services
        for service in found.new:
            fields: dict[str, Any] = {"content": to_map(service), "status": WAITING}
            yield Change(kind="service", entity=service_entity(service.origin), fields=fields)
        for service in found.changed:
            known = self._stock.entity(reference_of(service.origin))
            stored = reads.service(known) if known is not None else None
            if stored is not None and not self._was_proposed(stored, service):
                fields = {"proposed": to_map(service)}
                yield Change(kind="service", entity=stored.entity, fields=fields)


def _read(path: str) -> bytes:
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise FileUnreadable(reason="too_large")
        return file.read_bytes()
    except FileNotFoundError as problem:
        raise FileUnreadable(reason="missing") from problem
    except PermissionError as problem:
        raise FileUnreadable(reason="denied") from problem
    except (OSError, ValueError) as problem:
        raise FileUnreadable(reason="disk") from problem


def _saves(changes: Iterator[Change]) -> Iterator[list[Change]]:
    """Yield the changes commit by commit, each small enough for a bad link."""
    save: list[Change] = []
    filled = 0
    for change in changes:
        size = len(encode(dict(change.fields)))
        if save and (filled + size > COMMIT_BYTES or len(save) == _COMMIT_SERVICES):
            yield save
            save, filled = [], 0
        save.append(change)
        filled += size
    if save:
        yield save


def _says(content: dict[str, Any] | None, service: Service) -> bool:
    """Return whether a service is proposed in these words already, whenever it was fetched."""
    if content is None:
        return False
    try:
        proposed = from_map(content)
    except ValueError:  # msgspec.ValidationError is one: what a newer version wrote in another form
        return False
    return _undated(proposed) == _undated(service)


def _undated(service: Service) -> Service:
    return msgspec.structs.replace(service, origin=msgspec.structs.replace(service.origin, fetched=""))


def _done(source: str, found: Comparison, report: ImportReport) -> ImportDone:
    lines = [
        ImportLine(one.kind.value, one.reference, one.name, one.reason.value, one.where)
        for one in report.lines[:MOST_LINES]
    ]
    return ImportDone(
        source=source,
        new=len(found.new),
        changed=len(found.changed),
        same=len(found.same),
        gone=len(found.gone),
        refused=report.counts.get(LineKind.REFUSED.value, 0),
        lines=lines,
        more=len(report.lines) - len(lines) + report.left_out,
    )
