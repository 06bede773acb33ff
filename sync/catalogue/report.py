# SPDX-License-Identifier: MIT
"""What an import did, line by line: facts with stable codes, never what a person's contact is."""

import enum
from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

MOST_LINES: Final = 2_000
"""Lines that a report carries; the rest are counted."""
REFERENCE_LENGTH: Final = 120
_NAME_LENGTH: Final = 120


class LineKind(enum.Enum):
    """What became of a service, or of a part of it."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"
    REFUSED = "refused"
    """Not imported."""
    ALTERED = "altered"
    """Imported, but for the part that the line names."""


class Reason(enum.Enum):
    """Why; the codes are stable, the words for them are the window's."""

    NONE = "none"
    NO_ID = "no_id"
    NO_NAME = "no_name"
    DUPLICATE_ID = "duplicate_id"
    DRAFT = "draft"
    NOT_PUBLIC = "not_public"
    NOT_A_SERVICE = "not_a_service"
    TOO_MANY = "too_many"
    NOT_AN_OBJECT = "not_an_object"
    WRONG_TYPE = "wrong_type"
    TOO_LONG_CUT = "too_long_cut"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_LARGE = "too_large"
    HTML_REMOVED = "html_removed"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_VALUE = "unknown_value"
    BAD_DATE = "bad_date"
    BAD_HOURS = "bad_hours"
    BAD_PLACE = "bad_place"
    BAD_NUMBER = "bad_number"
    BAD_LINK = "bad_link"
    PAST = "past"
    NOT_YET = "not_yet"
    CYCLE = "cycle"
    NOT_IN_FILE = "not_in_file"


class ReportLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One fact. ``where`` is a path like ``serviceHours[2]``; ``times`` how often it was so there."""

    kind: LineKind
    reference: str = ""
    name: str = ""
    reason: Reason = Reason.NONE
    where: str = ""
    times: int = 1


class ImportReport(msgspec.Struct, frozen=True):
    """All that an import has to say. ``counts`` and ``reasons`` count every line, those left out too."""

    lines: tuple[ReportLine, ...] = ()
    left_out: int = 0
    """Lines beyond ``MOST_LINES``."""
    counts: dict[str, int] = {}
    """``LineKind`` value → services (or parts, for ``altered``)."""
    reasons: dict[str, int] = {}
    """``Reason`` value → how often."""


class ServiceNotes:
    """What there is to say of one service while it is read; the same place is noted once."""

    def __init__(self) -> None:
        self.found: Counter[tuple[Reason, str]] = Counter()

    def note(self, reason: Reason, where: str) -> None:
        """Say that a part was left out or altered."""
        self.found[reason, where] += 1

    def add(self, others: "ServiceNotes") -> None:
        """Say what was noted of another item of the same service, a translation of it."""
        self.found.update(others.found)

    def lines(self, kind: LineKind, reference: str, name: str) -> Iterable[ReportLine]:
        """Return the lines in the order they were noted."""
        for (reason, where), times in self.found.items():
            yield ReportLine(
                kind, reference[:REFERENCE_LENGTH], name[:_NAME_LENGTH], reason, where=where, times=times
            )


class ReportBook:
    """A report that is being written; it keeps the first lines and counts all."""

    def __init__(self, begun: ImportReport | None = None) -> None:
        report = begun or ImportReport()
        self._lines = list(report.lines)
        self._left_out = report.left_out
        self._counts = Counter(report.counts)
        self._reasons = Counter(report.reasons)

    def add(self, line: ReportLine) -> None:
        """Write a line."""
        self._counts[line.kind.value] += line.times
        if line.reason is not Reason.NONE:
            self._reasons[line.reason.value] += line.times
        if len(self._lines) < MOST_LINES:
            self._lines.append(line)
        else:
            self._left_out += 1

    def refused(self, reference: str, name: str, reason: Reason, where: str = "", *, times: int = 1) -> None:
        """Write that a service, or so many of them, were not imported."""
        self.add(
            ReportLine(
                LineKind.REFUSED, reference[:REFERENCE_LENGTH], name[:_NAME_LENGTH], reason, where, times
            )
        )

    def counted(self, kind: LineKind, times: int) -> None:
        """Count without a line: what is the same needs none."""
        if times:
            self._counts[kind.value] += times

    def report(self) -> ImportReport:
        """Return what was written so far."""
        return ImportReport(tuple(self._lines), self._left_out, dict(self._counts), dict(self._reasons))
