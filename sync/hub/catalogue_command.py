# SPDX-License-Identifier: MIT
"""``kenttakirja-hub catalogue``: bring the city's services in, list them, take them out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from cyclopts import App, Parameter

from sync.catalogue import neutral
from sync.catalogue.decoding import MOST_BYTES
from sync.catalogue.errors import CatalogueError
from sync.catalogue.importing import read_services, recognise
from sync.catalogue.intake import Imported
from sync.catalogue.model import Service, text_in
from sync.catalogue.report import ImportReport
from sync.hub.catalogue import WITHDRAWN, services_in
from sync.hub.catalogue_fetch import fetch
from sync.hub.catalogue_kept import FOLDER, KeptAnswers
from sync.hub.catalogue_publishing import Published, own_origin, own_reference, publish
from sync.hub.catalogue_wire import Wire
from sync.hub.catalogue_words import lines, row, sentence, total
from sync.hub.counting import counted
from sync.hub.errors import FileUnusable, HubError
from sync.hub.parts import HubParts
from sync.hub.shipped import shipped_codes
from sync.hub.terminal import Database, Home, Opened, note, say

catalogue: Final = App(name="catalogue", help="The city's services: bring them in, list them, take them out.")

Source = Literal["palvelumanuaali", "ptv", "palvelukartta", "kenttakirja"]
Directory = Literal["palvelumanuaali", "ptv", "palvelukartta"]
Status = Literal["waiting", "published", "withdrawn"]
Review = Annotated[
    bool, Parameter(help="What is new waits for a service editor; without, it is shown at once.")
]
Withdraw = Annotated[
    bool, Parameter(negative=(), help="Take out of use what the source has no longer; without, it is told.")
]
ReportFile = Annotated[Path | None, Parameter(name="--report", help="Write the whole report there, as JSON.")]


class _Report(msgspec.Struct, frozen=True):
    """The report as a file: what was said of the source's file, and what became of each service."""

    file: ImportReport
    published: Published


@catalogue.command(name="import")
def import_command(
    file: Path,
    *,
    home: Home,
    source: Source | None = None,
    whole: Annotated[
        bool, Parameter(negative=(), help="The file is all that the source has: say what is gone.")
    ] = False,
    review: Review = True,
    withdraw_gone: Withdraw = False,
    report: ReportFile = None,
    database: Database = None,
) -> None:
    """Read a directory's file (which one is seen from its form) and bring the city's services to it.

    A file that cannot be read leaves everything as it is, with exit code 1.

    Example: ``kenttakirja-hub catalogue import services.json --report report.json``
    """
    with _spoken():
        raw = _read(file)
        imported = _imported(raw, source or recognise(raw))
        with Opened(home, database) as opened:
            done = _publish(opened.parts, imported, whole=whole, review=review, withdraw_gone=withdraw_gone)
        _tell(imported, done, report)


@catalogue.command(name="fetch")
def fetch_command(
    source: Directory,
    *,
    address: str,
    home: Home,
    municipality: Annotated[str, Parameter(help="PTV only: the code of a municipality, as 091.")] = "",
    whole: Annotated[bool, Parameter(help="What the directory has no longer is gone.")] = True,
    review: Review = True,
    withdraw_gone: Withdraw = False,
    report: ReportFile = None,
    database: Database = None,
) -> None:
    """Read a directory over HTTPS to its end, and bring the city's services to it.

    Address: of PTV up to ``/api/v11``, of the service map its list of units, of Palvelumanuaali its list of
    service nodes. A directory that cannot be read to its end leaves everything as it is, with exit code 1.

    Example: ``kenttakirja-hub catalogue fetch ptv --address https://ptv.example/v11``
    """
    with _spoken():
        wire = Wire(address, KeptAnswers(home / FOLDER / source))
        try:
            with Opened(home, database) as opened:
                fetched = fetch(source, wire, municipality=municipality)
                imported = _imported(fetched.raw, source)
                done = _publish(
                    opened.parts, imported, whole=whole, review=review, withdraw_gone=withdraw_gone
                )
        finally:
            wire.close()
        _tell(imported, done, report)
        say(
            f"{counted(fetched.answers, 'answer')}, {fetched.unchanged} of them as before, {fetched.size} bytes"
        )


@catalogue.command(name="list")
def list_command(
    *,
    home: Home,
    stale: Annotated[bool, Parameter(negative=(), help="Only what wants checking.")] = False,
    status: Status | None = None,
    database: Database = None,
) -> None:
    """List the services: status, reference, name, day checked, day from which it wants checking, what waits.

    Example: ``kenttakirja-hub catalogue list --stale``
    """
    today = _today()
    with Opened(home, database) as opened:
        rows: list[tuple[str, str]] = []
        for entity, state in services_in(opened.parts).items():
            one = state.content or state.proposed
            if state.deleted or one is None or status not in {None, state.status}:
                continue
            if stale and (not one.stale_after or one.stale_after > today or state.status == WITHDRAWN):
                continue
            name = text_in(one.name, "fi")
            waits = "proposal" if state.proposed is not None else ""
            said = row(state.status, own_reference(entity, one), name, one.checked, one.stale_after, waits)
            rows.append((name, said))
        for _, said in sorted(rows):
            say(said)
        if not rows:
            note("There is no such service." if stale or status else "There are no services yet.")


@catalogue.command(name="export")
def export_command(
    file: Path,
    *,
    home: Home,
    status: Status = "published",
    force: Annotated[bool, Parameter(negative=(), help="Write over a file that is there.")] = False,
    database: Database = None,
) -> None:
    """Write the services that are shown (or of another status) as one file that every hub can import.

    Example: ``kenttakirja-hub catalogue export services.json``
    """
    with _spoken():
        with Opened(home, database) as opened:
            found: list[Service] = [
                msgspec.structs.replace(state.content, origin=own_origin(entity, state.content))
                for entity, state in sorted(services_in(opened.parts).items())
                if state.content is not None and state.status == status and not state.deleted
            ]
        _write(file, neutral.write(found), force=force)
        say(counted(len(found), "service"))


@contextmanager
def _spoken() -> Iterator[None]:
    """Turn what is the file's or the directory's fault into one sentence and exit code 1."""
    try:
        yield
    except (CatalogueError, HubError) as problem:
        said = sentence(problem)
        if not said:
            raise
        sys.exit(said)


def _read(file: Path) -> bytes:
    """Return a file's bytes, of too large a one only so many that it is seen to be so."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as problem:
        raise FileUnusable(str(file), problem.strerror or type(problem).__name__) from problem


def _imported(raw: bytes, source: str) -> Imported:
    return read_services(raw, source, day=_today(), codes=shipped_codes())


def _publish(
    parts: HubParts, imported: Imported, *, whole: bool, review: bool, withdraw_gone: bool
) -> Published:
    return publish(
        parts,
        imported.services,
        imported.source,
        held=imported.held,
        whole=whole and imported.complete,
        review=review,
        withdraw_gone=withdraw_gone,
    )


def _tell(imported: Imported, done: Published, report: Path | None) -> None:
    for line in lines(imported.report, done):
        say(line)
    say(total(imported.report, done))
    if report is not None:
        _write(report, msgspec.json.encode(_Report(imported.report, done)), force=True)


def _write(file: Path, raw: bytes, *, force: bool) -> None:
    """Write a file whole or not at all; raises FileUnusable."""
    if not force and file.exists():
        raise FileUnusable(str(file), "it is there already; --force writes over it")
    half = file.with_name(file.name + ".half")
    try:
        half.write_bytes(raw)
        half.replace(file)
    except OSError as problem:
        half.unlink(missing_ok=True)
        raise FileUnusable(str(file), problem.strerror or type(problem).__name__) from problem


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()
