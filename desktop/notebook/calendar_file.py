# SPDX-License-Identifier: MIT
"""One event as an iCalendar file (RFC 5545): what any calendar takes, and nothing that says who comes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

LINE_OCTETS: Final = 75
"""No line is longer, without its break (RFC 5545 § 3.1)."""
_PRODUCT: Final = "-//Kenttakirja//Kenttakirja//FI"
_ESCAPED: Final = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n", ord("\r"): ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event; ``at`` and ``written`` in ms since 1970. ``uid`` stays the same when the event moves."""

    uid: str
    title: str
    at: int
    minutes: int
    written: int
    place: str = ""
    cancelled: bool = False


def calendar_file(event: CalendarEvent) -> bytes:
    """Return the file: UTF-8, lines that end in CRLF and are folded at 75 octets.

    Raises ValueError or OverflowError for a time beyond the calendar.
    """
    begin = datetime.fromtimestamp(event.at // 1000, UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{event.uid}@kenttakirja.invalid",
        f"DTSTAMP:{_stamp(datetime.fromtimestamp(event.written // 1000, UTC))}",
        f"DTSTART:{_stamp(begin)}",
        f"DTEND:{_stamp(begin + timedelta(minutes=event.minutes))}",
        f"SUMMARY:{escaped(event.title)}",
        *([f"LOCATION:{escaped(event.place)}"] if event.place else []),
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """Return a text as a value: backslash, semicolon, comma and line break escaped (§ 3.3.11), no other control."""
    plain = "".join(one for one in text if one in "\r\n" or ord(one) >= ord(" "))
    return plain.translate(_ESCAPED)


def folded(line: str) -> bytes:
    """Return a line with its break, folded so that no letter is torn and none of its parts is too long."""
    parts: list[bytes] = [b""]
    for letter in line:
        octets = letter.encode()
        room = LINE_OCTETS if len(parts) == 1 else LINE_OCTETS - 1  # the blank that a folded part begins with
        if len(parts[-1]) + len(octets) > room:
            parts.append(b"")
        parts[-1] += octets
    return b"\r\n ".join(parts) + b"\r\n"


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")
