# SPDX-License-Identifier: MIT
"""Somebody stands before a door: is it open, until when, and if not, when does it open?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.catalogue.opening import (
    Moment,
    Openness,
    closes_at,
    next_opening,
    place_openness,
    service_openness,
)
from sync.catalogue.model import Hours, Opening, OtherHours, Place, Service

OFFICE = Place(hours=Hours(openings=tuple(Opening(day, "09:00", "16:00") for day in range(1, 6))))
NIGHT = Place(hours=Hours(openings=(Opening(5, "20:00", "02:00"),)))
CHRISTMAS = Place(
    hours=Hours(
        openings=OFFICE.hours.openings,
        exceptions=(
            OtherHours("2026-12-21", "2027-01-06", "10:00", "12:00"),
            OtherHours("2026-12-24", "2026-12-26"),
        ),
    )
)
IN_WORDS = Place(hours=Hours(note={"fi": "Sovi aika puhelimella"}))
FRIDAY, SATURDAY, MONDAY = "2026-11-27", "2026-11-28", "2026-11-30"


def at(day: str, clock: str) -> Moment:
    hour, minute = clock.split(":")
    return Moment(day, int(hour) * 60 + int(minute))


@pytest.mark.parametrize(
    ("place", "moment", "expected"),
    [
        (OFFICE, at(FRIDAY, "08:59"), Openness.CLOSED),
        (OFFICE, at(FRIDAY, "09:00"), Openness.OPEN),
        (OFFICE, at(FRIDAY, "15:59"), Openness.OPEN),
        (OFFICE, at(FRIDAY, "16:00"), Openness.CLOSED),
        (OFFICE, at(SATURDAY, "12:00"), Openness.CLOSED),
        (NIGHT, at(FRIDAY, "23:30"), Openness.OPEN),
        (NIGHT, at(SATURDAY, "01:59"), Openness.OPEN),
        (NIGHT, at(SATURDAY, "02:00"), Openness.CLOSED),
        (NIGHT, at(FRIDAY, "01:00"), Openness.CLOSED),
        (CHRISTMAS, at("2026-12-22", "11:00"), Openness.OPEN),
        (CHRISTMAS, at("2026-12-22", "13:00"), Openness.CLOSED),
        (CHRISTMAS, at("2026-12-24", "11:00"), Openness.CLOSED),
        (CHRISTMAS, at("2027-01-07", "13:00"), Openness.OPEN),
        (IN_WORDS, at(FRIDAY, "12:00"), Openness.UNKNOWN),
        (Place(), at(FRIDAY, "12:00"), Openness.UNKNOWN),
    ],
)
def test_a_place_is_open_in_its_hours(place: Place, moment: Moment, expected: Openness) -> None:
    assert place_openness(place, moment) is expected


@pytest.mark.parametrize(
    ("hours", "clock", "expected"),
    [
        ((Opening(5, "00:00", "24:00"),), "23:59", Openness.OPEN),
        ((Opening(5, "08:00", "08:00"),), "07:59", Openness.CLOSED),
        ((Opening(5, "08:00", "08:00"),), "23:00", Openness.OPEN),
        ((Opening(5, "09:00", "11:00"), Opening(5, "13:00", "15:00")), "12:00", Openness.CLOSED),
        ((Opening(5, "09:00", "11:00"), Opening(5, "13:00", "15:00")), "14:00", Openness.OPEN),
        ((Opening(5, "soon", "late"),), "12:00", Openness.CLOSED),
        ((Opening(5, "09:00", "25:00"),), "12:00", Openness.CLOSED),
    ],
)
def test_odd_hours_are_read_as_they_are_meant(
    hours: tuple[Opening, ...], clock: str, expected: Openness
) -> None:
    assert place_openness(Place(hours=Hours(openings=hours)), at(FRIDAY, clock)) is expected


def test_a_day_of_other_hours_may_have_two_stretches() -> None:
    two = (OtherHours(FRIDAY, FRIDAY, "09:00", "10:00"), OtherHours(FRIDAY, FRIDAY, "14:00", "15:00"))
    place = Place(hours=Hours(openings=OFFICE.hours.openings, exceptions=two))
    assert place_openness(place, at(FRIDAY, "14:30")) is Openness.OPEN
    assert place_openness(place, at(FRIDAY, "12:00")) is Openness.CLOSED


def test_other_hours_of_one_day_may_open_a_sunday_and_those_of_a_season_never_do() -> None:
    sunday = "2026-11-29"
    one_day = Hours(OFFICE.hours.openings, (OtherHours(sunday, sunday, "10:00", "14:00"),))
    season = Hours(OFFICE.hours.openings, (OtherHours(FRIDAY, "2026-12-31", "10:00", "14:00"),))
    assert place_openness(Place(hours=one_day), at(sunday, "12:00")) is Openness.OPEN
    assert place_openness(Place(hours=season), at(sunday, "12:00")) is Openness.CLOSED
    assert place_openness(Place(hours=season), at(MONDAY, "15:00")) is Openness.CLOSED
    assert place_openness(Place(hours=Hours((), season.exceptions)), at(sunday, "12:00")) is Openness.OPEN


def test_other_hours_with_a_broken_end_never_hide_those_of_the_day() -> None:
    odd = (OtherHours("2026", "9999"), OtherHours(FRIDAY, FRIDAY, "18:00", "19:00"))
    place = Place(hours=Hours(openings=OFFICE.hours.openings, exceptions=odd))
    assert place_openness(place, at(FRIDAY, "18:30")) is Openness.OPEN


def test_a_place_that_has_not_begun_or_has_ended_is_closed() -> None:
    assert place_openness(Place(hours=OFFICE.hours, starts=SATURDAY), at(FRIDAY, "12:00")) is Openness.CLOSED
    assert place_openness(Place(hours=OFFICE.hours, ends=FRIDAY), at(MONDAY, "12:00")) is Openness.CLOSED
    assert place_openness(Place(hours=OFFICE.hours, ends=FRIDAY), at(FRIDAY, "12:00")) is Openness.OPEN


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((OFFICE, NIGHT), Openness.OPEN),
        ((NIGHT, IN_WORDS), Openness.UNKNOWN),
        ((NIGHT,), Openness.CLOSED),
        ((), Openness.UNKNOWN),
    ],
)
def test_a_service_is_open_where_any_of_its_places_is(places: tuple[Place, ...], expected: Openness) -> None:
    assert service_openness(Service(name={}, places=places), at(FRIDAY, "12:00")) is expected


@pytest.mark.parametrize(
    ("place", "moment", "closes"),
    [
        (OFFICE, at(FRIDAY, "12:00"), at(FRIDAY, "16:00")),
        (NIGHT, at(FRIDAY, "21:00"), at(SATURDAY, "02:00")),
        (NIGHT, at(SATURDAY, "01:00"), at(SATURDAY, "02:00")),
        (OFFICE, at(FRIDAY, "17:00"), None),
        (IN_WORDS, at(FRIDAY, "12:00"), None),
    ],
)
def test_an_open_place_says_until_when(place: Place, moment: Moment, closes: Moment | None) -> None:
    assert closes_at(place, moment) == closes


@pytest.mark.parametrize(
    ("place", "moment", "opens"),
    [
        (OFFICE, at(FRIDAY, "08:00"), at(FRIDAY, "09:00")),
        (OFFICE, at(FRIDAY, "09:00"), at(MONDAY, "09:00")),
        (CHRISTMAS, at("2026-12-23", "13:00"), at("2026-12-28", "10:00")),
        (Place(hours=OFFICE.hours, starts="2027-01-04"), at(FRIDAY, "12:00"), at("2027-01-04", "09:00")),
        (Place(hours=OFFICE.hours, ends=FRIDAY), at(FRIDAY, "17:00"), None),
        (IN_WORDS, at(FRIDAY, "12:00"), None),
    ],
)
def test_a_closed_place_says_when_it_opens(place: Place, moment: Moment, opens: Moment | None) -> None:
    assert next_opening(place, moment) == opens


CLOCKS = st.one_of(st.from_regex(r"[0-2][0-9]:[0-5][0-9]", fullmatch=True), st.text(max_size=6))
DAYS = st.dates().map(lambda day: day.isoformat())


@given(
    st.lists(st.builds(Opening, st.integers(1, 7), CLOCKS, CLOCKS), max_size=5),
    st.lists(
        st.builds(OtherHours, DAYS | st.text(max_size=4), DAYS | st.just(""), CLOCKS, CLOCKS), max_size=3
    ),
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(0, 1439),
)
def test_any_hours_are_answered_and_what_opens_next_is_open_then(
    openings: list[Opening], others: list[OtherHours], day: date, minute: int
) -> None:
    place = Place(hours=Hours(openings=tuple(openings), exceptions=tuple(others)))
    moment = Moment(day.isoformat(), minute)
    open_now = place_openness(place, moment) is Openness.OPEN
    assert (closes_at(place, moment) is not None) == open_now
    opens = next_opening(place, moment)
    if opens is not None:
        assert opens > moment
        assert place_openness(place, opens) is Openness.OPEN
