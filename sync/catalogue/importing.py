# SPDX-License-Identifier: MIT
"""One file of services in, services and a report out: which directory it is, and its reader."""

from collections.abc import Callable
from typing import Final

from sync.catalogue import neutral, palvelukartta, palvelumanuaali, ptv
from sync.catalogue.comparing import Comparison, compare, reported
from sync.catalogue.decoding import decoded
from sync.catalogue.errors import SourceUnknown
from sync.catalogue.intake import Imported, Intake
from sync.records.codes import CodeLists

_READERS: Final[dict[str, Callable[[object, Intake], None]]] = {
    neutral.SOURCE: neutral.read,
    palvelumanuaali.SOURCE: palvelumanuaali.read,
    ptv.SOURCE: ptv.read,
    palvelukartta.SOURCE: palvelukartta.read,
}
_SHAPES: Final[tuple[tuple[str, Callable[[object], bool]], ...]] = (
    (neutral.SOURCE, neutral.looks_like),
    (palvelumanuaali.SOURCE, palvelumanuaali.looks_like),
    (ptv.SOURCE, ptv.looks_like),
    (palvelukartta.SOURCE, palvelukartta.looks_like),
)

__all__ = ("SOURCES", "Comparison", "Imported", "compare", "read_services", "recognise", "reported")

SOURCES: Final = tuple(_READERS)
"""What ``read_services`` takes as a source: our own file, and three directories."""


def recognise(raw: bytes) -> str:
    """Return the source that a file looks like. Raises ``FileRefused``, ``SourceUnknown`` among them."""
    value = decoded(raw)
    for source, looks_like in _SHAPES:
        if looks_like(value):
            return source
    raise SourceUnknown


def read_services(raw: bytes, source: str, *, day: str, codes: CodeLists) -> Imported:
    """Return the services of a file and what there is to report; ``day`` is today, ``YYYY-MM-DD``.

    What is wrong with one service, or one field of it, is a line of the report, and the rest is imported.
    Raises ``FileRefused`` for a file of which nothing can be read.
    """
    reader = _READERS.get(source)
    if reader is None:
        raise SourceUnknown(source)
    intake = Intake(source, day, codes)
    reader(decoded(raw), intake)
    return intake.imported()
