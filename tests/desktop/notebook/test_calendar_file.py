# SPDX-License-Identifier: MIT
"""A calendar file is what RFC 5545 asks for: folded, escaped, in UTC, and without who comes."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notebook_world import AINO, MORNING, NotebookWorld

from desktop.notebook.appointments import AppointmentBook
from desktop.notebook.calendar_file import LINE_OCTETS, CalendarEvent, calendar_file, escaped, folded
from desktop.notebook.errors import FieldRefused, FieldRequired, FileUnreadable, NotFound
from desktop.notebook.messages.appointments import SaveAppointment, WriteCalendarFile
from desktop.notebook.messages.follow_up import MoveOn
from desktop.notebook.messages.people import SavePerson
from desktop.notebook.moving_on import MovingOn
from desktop.notebook.people import People
from sync.records.ids import EntityId

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


@pytest.fixture
def out() -> Iterator[Path]:
    """A file on a stick, beside all that pytest makes: the laptop's folder is two above the notebook."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "tapaaminen.ics"


def unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def read_back(value: str) -> str:
    return re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], value)


def test_a_file_says_when_where_and_what() -> None:
    event = CalendarEvent(
        uid="ab12", title="Tapaaminen", at=MORNING, minutes=45, written=MORNING - 60_000,
        place="Ohjaamo, Kamppi; 2. krs",
    )  # fmt: skip
    assert calendar_file(event).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kenttakirja//Kenttakirja//FI",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:ab12@kenttakirja.invalid",
        "DTSTAMP:20260601T053900Z",
        "DTSTART:20260601T054000Z",
        "DTEND:20260601T062500Z",
        "SUMMARY:Tapaaminen",
        r"LOCATION:Ohjaamo\, Kamppi\; 2. krs",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(TEXT)
def test_no_line_is_longer_than_75_octets_and_no_letter_is_torn(text: str) -> None:
    lines = folded(f"SUMMARY:{escaped(text)}").split(b"\r\n")
    assert all(len(line) <= LINE_OCTETS for line in lines)
    assert lines[-1] == b""
    assert all(line.startswith(b" ") for line in lines[1:-1])
    for line in lines:
        line.decode()


@given(TEXT)
def test_a_text_is_read_back_as_it_was_but_for_controls(text: str) -> None:
    event = CalendarEvent(uid="a", title=text, at=MORNING, minutes=1, written=MORNING)
    (summary,) = [one for one in unfolded(calendar_file(event)) if one.startswith("SUMMARY:")]
    wanted = "".join(one for one in text if one == "\n" or ord(one) >= 32)
    assert read_back(summary.removeprefix("SUMMARY:")) == wanted


def test_a_file_holds_nobody_and_says_when_it_was_called_off(world: NotebookWorld, out: Path) -> None:
    desk, lane = world.desk(AINO), world.lane()
    people = People(desk, reading=lane, writing=lane)
    book = AppointmentBook(desk, writing=lane)
    person = people.save(SavePerson(None, {"name": {"first": "Samir", "last": "Haddad"}})).entity
    ask = SaveAppointment(person=person, at=MORNING, kind="coaching", place="Ohjaamo", text="Samir: kortti")
    made = book.save(ask).entity
    book.write_file(WriteCalendarFile(made, "Tapaaminen", str(out)))
    content = out.read_bytes()
    assert b"SUMMARY:Tapaaminen\r\n" in content
    assert b"LOCATION:Ohjaamo\r\n" in content
    for secret in (b"Samir", b"Haddad", made.hex().encode(), person.hex().encode()):
        assert secret not in content
    events = [row.event for row in desk.store.audit_rows(newest=5)]
    assert [(one["operation"], one["reason"]) for one in events if one["operation"] == "EXPORT"] == [
        ("EXPORT", "calendar")
    ]
    MovingOn(desk, lambda _one: None).move(
        MoveOn(record=made, matter="appointment", to="cancelled", today="2026-06-01")
    )
    book.write_file(WriteCalendarFile(made, "Tapaaminen", str(out)))
    again = out.read_bytes()
    assert b"STATUS:CANCELLED" in again
    assert [one for one in unfolded(again) if one.startswith("UID")] == [
        one for one in unfolded(content) if one.startswith("UID")
    ]
    with pytest.raises(FieldRequired):
        book.write_file(WriteCalendarFile(made, " ", str(out)))
    with pytest.raises(NotFound):
        book.write_file(WriteCalendarFile(EntityId(bytes(16)), "Tapaaminen", str(out)))
    inside = desk.store.path.parent / "tapaaminen.ics"
    for refused in (str(inside), "tapaaminen.ics"):
        with pytest.raises(FieldRefused):
            book.write_file(WriteCalendarFile(made, "Tapaaminen", refused))
    with pytest.raises(FileUnreadable):
        book.write_file(WriteCalendarFile(made, "Tapaaminen", str(out / "no" / "folder.ics")))
