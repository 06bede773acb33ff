# SPDX-License-Identifier: MIT
# ruff: noqa: RUF001 - Persian letters
"""What anybody may have signed as a service is shown within bounds; what is in order goes through unchanged."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from sync.catalogue.bounds import bounded, shown_service
from sync.catalogue.model import (
    MOST_PLACES,
    NAME_LENGTH,
    TEXT_LENGTH,
    Hours,
    Opening,
    OtherHours,
    Place,
    Service,
    from_map,
)

SEED = Path(__file__).parents[3] / "resources" / "services" / "seed"


def test_every_service_of_the_seed_goes_through_as_it_is() -> None:
    services = [
        from_map(one) for file in SEED.glob("*.json") for one in json.loads(file.read_bytes())["services"]
    ]
    assert len(services) > 100
    assert all(bounded(one) is one for one in services)


def test_long_texts_are_cut_and_many_lines_and_places_too() -> None:
    one = bounded(
        Service(
            name={"fi": "sana " * 50_000},
            description={"fi": "a\n" * 100_000},
            keywords={"fi": tuple(f"s{at}" for at in range(20_000))},
            places=tuple(Place(address=f"Katu {at}") for at in range(4_000)),
        )
    )
    assert len(one.name["fi"]) <= NAME_LENGTH
    assert len(one.description["fi"]) <= TEXT_LENGTH
    assert one.description["fi"].count("\n") < 200
    assert len(one.keywords["fi"]) == 100
    assert len(one.places) == MOST_PLACES


@pytest.mark.parametrize(
    "said", ["Kur\0ssi", "\x1b[2JKurssi", "Kurssi\u202e", "\u2069Kurssi", "Kur\u200bssi"]
)
def test_what_steers_text_is_taken_out(said: str) -> None:
    kept = bounded(Service(name={"fi": said})).name["fi"]
    assert kept in {"Kurssi", "[2JKurssi"}


def test_a_joiner_stays_since_persian_needs_it() -> None:
    one = Service(name={"fa": "می\u200cخواهم"})
    assert bounded(one) is one


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://helsinki.example@odd.example/",
        "https://user:word@odd.example/",
        "https://odd.example\\@helsinki.example/",
        "//odd.example",
        "https://odd.example/" + "a" * 2_000,
    ],
)
def test_only_addresses_of_the_web_without_a_user_stay(address: str) -> None:
    assert bounded(Service(name={"fi": "A"}, web={"fi": address})).web == {"fi": ""}


@pytest.mark.parametrize(
    "address", ["https://www.example.fi", "http://example.fi/a?b=c#d", "https://example.fi/@kurssi"]
)
def test_addresses_of_the_web_stay(address: str) -> None:
    one = Service(name={"fi": "A"}, web={"fi": address})
    assert bounded(one) is one


def test_days_hours_and_numbers_that_are_none_are_left_out() -> None:
    one = bounded(
        Service(
            name={"fi": "A"},
            valid_from="9999-99-99",
            checked="20261124",
            lowest_age=2**63,
            queue_weeks=-(2**63),
            places=(
                Place(
                    latitude=2**62,
                    hours=Hours(
                        openings=(Opening(8, "09:00", "10:00"), Opening(1, "9", "10"), Opening(1, "09:00", "24:00")),
                        exceptions=(OtherHours("x", "y"), OtherHours("2026-12-24", "2026-12-26")),
                    ),
                ),
            ),
        )
    )  # fmt: skip
    assert (one.valid_from, one.checked, one.lowest_age, one.queue_weeks) == ("", "", 0, -1)
    (place,) = one.places
    assert place.latitude == 0
    assert place.hours.openings == (Opening(1, "09:00", "24:00"),)
    assert place.hours.exceptions == (OtherHours("2026-12-24", "2026-12-26"),)


@pytest.mark.parametrize(
    "content",
    [{}, {"name": []}, {"name": {"fi": ""}}, {"name": {"fi": "\u202e"}}, {"name": {"fi": "😀 –"}}, "x", None],
)
def test_what_is_no_service_or_has_no_name_is_refused(content: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        shown_service(content)


@given(
    some.dictionaries(some.text(max_size=6), some.text(), max_size=4),
    some.dictionaries(some.text(max_size=6), some.lists(some.text(), max_size=4), max_size=3),
    some.text(),
    some.integers(-(2**63), 2**63),
)
def test_bounded_twice_is_bounded_once(
    texts: dict[str, str], words: dict[str, list[str]], said: str, number: int
) -> None:
    content = {
        "name": texts, "description": texts, "web": texts, "keywords": words, "topics": list(texts.values()),
        "starts": said, "lowest_age": number, "phone": said,
        "places": [{"name": texts, "starts": said, "latitude": number,
                    "hours": {"openings": [{"weekday": 1, "opens": said, "closes": said}], "note": texts}}],
        "organisation": {"name": texts, "id": said}, "languages": [{"language": said}],
    }  # fmt: skip
    once = bounded(from_map(content))
    assert bounded(once) is once
