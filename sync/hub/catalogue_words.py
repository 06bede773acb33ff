# SPDX-License-Identifier: MIT
"""What the hub's terminal says of the catalogue: one sentence a fault, one line a service."""

from collections.abc import Callable, Iterator
from typing import Final

from sync.catalogue.errors import (
    CatalogueError,
    EncodingUnknown,
    FileTooLarge,
    JsonBroken,
    NestedTooDeep,
    ShapeUnexpected,
    SourceUnknown,
    VersionNewer,
)
from sync.catalogue.report import ImportReport, LineKind
from sync.hub.catalogue_change import Outcome
from sync.hub.catalogue_publishing import Published
from sync.hub.errors import (
    AddressRefused,
    FileUnusable,
    HubError,
    SourceBroken,
    SourceError,
    SourceTooLarge,
    SourceUnreachable,
)

_UNCHANGED: Final = "Nothing was changed."
_MIB: Final = 2**20

_FAULTS: Final[dict[type[SourceError], str]] = {
    AddressRefused: "The address at {host} is not asked: {what}. It must be https, and stay on its host.",
    SourceUnreachable: "{host} does not answer as it should: {what}. Try again later.",
    SourceBroken: "What {host} answers is {what}.",
    SourceTooLarge: "{host} has more than is taken: {what}.",
}


def sentence(problem: CatalogueError | HubError) -> str:
    """Return what went wrong and what has become of the catalogue; an empty text for what is no such fault."""
    if isinstance(problem, FileUnusable):
        return f"{problem.path} cannot be used: {problem.reason}."
    if isinstance(problem, SourceError):
        said = _FAULTS[type(problem)].format(host=problem.host or "this host", what=problem.what)
        return f"{said} {_UNCHANGED}"
    if isinstance(problem, CatalogueError):
        return f"{_of_file(problem)} {_UNCHANGED}"
    return ""


def _of_file(problem: CatalogueError) -> str:
    match problem:
        case FileTooLarge():
            return f"The file is too large: at most {problem.most // _MIB} MiB are read."
        case EncodingUnknown():
            return f"The file is neither UTF-8 nor UTF-16 from byte {problem.offset} on."
        case JsonBroken():
            return f"The file is no JSON from line {problem.line}, column {problem.column} on."
        case NestedTooDeep():
            return "The file is nested deeper than any directory's."
        case SourceUnknown():
            return "The file looks like no directory that is known here. Name it with --source."
        case ShapeUnexpected():
            return f"The file is not in the form that {problem.source} gives."
        case VersionNewer():
            return f"The file is of version {problem.version}; this program reads up to {problem.known}."
        case _:
            return "The file cannot be read."


def row(*cells: str) -> str:
    """Return one line of the terminal, tab-separated; what steers a terminal is a space, since anybody may sign it."""
    return "\t".join("".join(one if one.isprintable() else " " for one in cell) for cell in cells)


def lines(read: ImportReport, published: Published) -> Iterator[str]:
    """Yield one line a fact, tab-separated: what became of it, reference, name, reason, where."""
    for one in read.lines:
        yield row(one.kind.value, one.reference, one.name, one.reason.value, one.where)
    if read.left_out:
        yield f"{read.left_out} more lines of the file are counted only"
    for line in published.lines:
        yield row(line.outcome.value, line.reference, line.name)


_COUNTS: Final[tuple[tuple[str, Callable[[ImportReport, Published], int]], ...]] = (
    ("new", lambda _, done: done.count(Outcome.NEW)),
    ("changed", lambda _, done: done.count(Outcome.CHANGED)),
    ("proposed to the editors", lambda _, done: done.count(Outcome.PROPOSED)),
    ("the same", lambda _, done: done.count(Outcome.SAME)),
    ("gone from the source", lambda _, done: done.count(Outcome.GONE)),
    ("withdrawn", lambda _, done: done.count(Outcome.WITHDRAWN)),
    (
        "refused",
        lambda read, done: read.counts.get(LineKind.REFUSED.value, 0) + done.count(Outcome.REFUSED),
    ),
    ("parts left out", lambda read, _: read.counts.get(LineKind.ALTERED.value, 0)),
)


def total(read: ImportReport, published: Published) -> str:
    """Return the last line: how many became what; what did not happen is left unsaid."""
    counted = [(count(read, published), words) for words, count in _COUNTS]
    return ", ".join(f"{number} {words}" for number, words in counted if number) or "no services"
