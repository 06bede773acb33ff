# SPDX-License-Identifier: MIT
"""Opening hours on paper: alike days together, closed days said, near exceptions only."""

# ruff: noqa: RUF001 - letters and dashes as they are printed
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from paper_orders import TODAY, WEEK, frame_book

from desktop.notebook.handout.hours import hours_items
from sync.catalogue.model import Hours, Opening, OtherHours

TIMES = st.integers(0, 23 * 60 + 59).map(lambda minute: f"{minute // 60:02d}:{minute % 60:02d}")


def text(line: list[dict[str, Any]]) -> str:
    """What a line says."""
    return "".join(one["text"] for one in line)


def rows(hours: Hours, language: str = "en", day: date = TODAY) -> list[list[tuple[str, str]]]:
    """Each table as its rows of texts."""
    items = hours_items(hours, frame_book().of(language), day)
    return [
        [(text(left), text(right)) for left, right in item["rows"]]
        for item in items
        if item["kind"] == "hours"
    ]


def other(*exceptions: OtherHours) -> list[str]:
    """The lines about other hours, their heading first."""
    items = hours_items(Hours(exceptions=exceptions), frame_book().of("en"), TODAY)
    return [text(item["line"]).replace("\N{NO-BREAK SPACE}", " ") for item in items]


def test_days_that_are_alike_stand_in_one_row_and_closed_days_are_said() -> None:
    assert rows(Hours(openings=WEEK)) == [[("Monday–Friday", "9:00–15:00"), ("Saturday–Sunday", "closed")]]


def test_a_day_with_a_break_has_both_times() -> None:
    openings = (Opening(2, "17:00", "19:00"), Opening(2, "10:00", "12:00"))
    assert rows(Hours(openings=openings), "fi") == [
        [
            ("Maanantai", "suljettu"),
            ("Tiistai", "10.00–12.00, 17.00–19.00"),
            ("Keskiviikko–sunnuntai", "suljettu"),
        ]
    ]


def test_an_evening_that_ends_the_next_morning_stays_on_its_day() -> None:
    assert ("Friday", "22:00–4:00") in rows(Hours(openings=(Opening(5, "22:00", "04:00"),)))[0]


def test_other_hours_of_the_next_sixty_days_are_printed() -> None:
    assert other(
        OtherHours("2026-12-24", "2026-12-26"),
        OtherHours("2026-12-06", "", "10:00", "12:00"),
        OtherHours("2026-11-01", "2026-11-23"),
        OtherHours("2026-11-01", "2026-11-24"),
        OtherHours("2027-01-24", "2027-01-24"),
    ) == [
        frame_book().of("en").words.other_hours,
        "1.11.2026–24.11.2026 closed",
        "6.12.2026 10:00–12:00",
        "24.12.2026–26.12.2026 closed",
    ]


def test_without_hours_there_is_no_table() -> None:
    assert rows(Hours(note={"fi": "Sopimuksen mukaan"})) == []


def test_a_day_that_is_no_day_is_printed_as_it_stands() -> None:
    assert other(OtherHours("2026-12-0x", "2026-12-0x"))[1:] == ["2026-12-0x closed"]


@given(st.lists(st.builds(Opening, st.integers(1, 7), TIMES, TIMES), min_size=1, max_size=30))
def test_every_opening_is_printed_and_every_day_stands_in_one_row(openings: list[Opening]) -> None:
    (week,) = rows(Hours(openings=tuple(openings)))
    frames = frame_book().of("en")
    names = [name for days, _ in week for name in days.split("–")]
    assert names[0] == "Monday"
    assert names[-1] == "Sunday"
    assert [frames.weekdays.index(name) for name in names] == sorted(
        frames.weekdays.index(name) for name in names
    )
    printed = "".join(times for _, times in week)
    for one in openings:
        shown = "–".join(f"{int(time[:2])}:{time[3:]}" for time in (one.opens, one.closes))
        assert shown in printed


@given(st.integers(-400, 400), st.integers(0, 40))
def test_hours_that_are_over_are_never_printed(start: int, length: int) -> None:
    first, last = TODAY + timedelta(start), TODAY + timedelta(start + length)
    printed = other(OtherHours(first.isoformat(), last.isoformat()))
    assert bool(printed) is (last >= TODAY and start <= 60)
