# SPDX-License-Identifier: MIT
"""Our own file: what is written is read back, and a newer one is refused in words."""

from typing import Any

import msgspec
import pytest
from catalogue_files import CODES, DAY, SAMPLES, imported, lines, sample, sample_bytes

from sync.catalogue import neutral
from sync.catalogue.errors import ShapeUnexpected, VersionNewer
from sync.catalogue.importing import Imported, read_services
from sync.catalogue.model import Opening, Service
from sync.catalogue.report import LineKind, Reason

ALTERED = LineKind.ALTERED
REFUSED = LineKind.REFUSED


def wrapped(*services: object) -> dict[str, Any]:
    return {"what": neutral.WHAT, "version": neutral.VERSION, "services": list(services)}


def read_one(**fields: object) -> tuple[Service, Imported]:
    found = imported(
        wrapped({"name": {"fi": "Ruori"}, "origin": {"source": "own", "id": "9"}, **fields}), "kenttakirja"
    )
    return found.services[0], found


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_written_is_read_back_from_whatever_source_it_came(name: str) -> None:
    services = read_services(sample_bytes(name), SAMPLES[name], day=DAY, codes=CODES).services
    again = read_services(neutral.write(services), "kenttakirja", day="2030-01-01", codes=CODES)
    assert again.services == services


def test_a_service_keeps_all_that_it_says() -> None:
    first, second = imported(sample("neutral"), "kenttakirja").services
    assert first.summary == {"fi": "Ryhmä < 30-vuotiaille."}
    assert first.name["so"] == "Kooxda Ruori"
    assert first.places[0].hours.openings[1] == Opening(6, "00:00", "24:00")
    assert (first.places[0].district, first.places_free, first.queue_weeks) == ("301", 4, -1)
    assert first.complementary == ("own:2",)
    assert (first.origin.source, first.origin.id, first.origin.fetched) == ("own", "1", "")
    assert second.valid_to == "2026-06-30"


def test_a_service_that_is_over_is_imported_and_told() -> None:
    assert lines(imported(sample("neutral"), "kenttakirja")) == {(ALTERED, Reason.PAST, "valid_to")}


def test_a_newer_version_is_refused_and_what_is_no_file_of_ours_too() -> None:
    with pytest.raises(VersionNewer) as caught:
        imported({**wrapped(), "version": 2}, "kenttakirja")
    assert (caught.value.version, caught.value.known) == (2, 1)
    others: tuple[object, ...] = (
        [],
        None,
        {"what": "muu"},
        {"what": neutral.WHAT, "version": 1},
        {**wrapped(), "version": "1"},
    )
    for value in others:
        with pytest.raises(ShapeUnexpected):
            imported(value, "kenttakirja")


@pytest.mark.parametrize(
    ("fields", "reason", "where"),
    [
        ({"category": "seikkailu"}, Reason.UNKNOWN_VALUE, "category"),
        ({"topics": ["job_search", "seikkailu"]}, Reason.UNKNOWN_VALUE, "topics"),
        ({"topics": "job_search"}, Reason.WRONG_TYPE, "topics"),
        ({"topics": [1]}, Reason.WRONG_TYPE, "topics[0]"),
        ({"valid_to": "kesällä"}, Reason.BAD_DATE, "valid_to"),
        ({"valid_from": "2027-02-01", "valid_to": "2027-01-01"}, Reason.BAD_DATE, "valid_to"),
        ({"lowest_age": -5}, Reason.BAD_NUMBER, "lowest_age"),
        ({"places_free": True}, Reason.BAD_NUMBER, "places_free"),
        ({"summary": "Ryhmä"}, Reason.NOT_AN_OBJECT, "summary"),
        ({"summary": {"suomi!": "Ryhmä"}}, Reason.UNKNOWN_LANGUAGE, "summary"),
        ({"summary": {"fi": 5}}, Reason.WRONG_TYPE, "summary.fi"),
        ({"summary": {"fi": "pitkä " * 20_000}}, Reason.TOO_LONG_CUT, "summary.fi"),
        ({"keywords": {"fi": [f"sana {at}" for at in range(99)]}}, Reason.TOO_MANY_PARTS, "keywords"),
        ({"places": [{"name": {"fi": "Ruori"}}] * 61}, Reason.TOO_MANY_PARTS, "places"),
        ({"places": [5]}, Reason.NOT_AN_OBJECT, "places[0]"),
        (
            {"places": [{"hours": {"openings": [{"weekday": 8}]}}]},
            Reason.BAD_HOURS,
            "places[0].hours.openings[0]",
        ),
        (
            {"places": [{"hours": {"exceptions": [{"to": "2026-12-24"}]}}]},
            Reason.BAD_HOURS,
            "places[0].hours.exceptions[0]",
        ),
        ({"web": {"fi": "ftp://example.invalid"}}, Reason.BAD_LINK, "web.fi"),
        ({"email": "ei osoite"}, Reason.BAD_LINK, "email"),
        ({"without_appointment": "ehkä"}, Reason.UNKNOWN_VALUE, "without_appointment"),
    ],
)
def test_one_bad_field_is_told_and_left_out_and_the_service_stays(
    fields: dict[str, Any], reason: Reason, where: str
) -> None:
    service, found = read_one(**fields)
    assert service.name == {"fi": "Ruori"}
    assert (ALTERED, reason, where) in lines(found)


@pytest.mark.parametrize(
    ("service", "reason"),
    [
        ({"name": {"fi": "Ruori"}}, Reason.NO_ID),
        ({"name": {"fi": "Ruori"}, "origin": {"id": "on väli"}}, Reason.NO_ID),
        ({"name": {"fi": " \u202e "}, "origin": {"id": "9"}}, Reason.NO_NAME),
        ({"origin": {"id": "9"}}, Reason.NO_NAME),
        (
            {"name": {"fi": "Ruori"}, "origin": {"id": "9"}, "places": [{"note": {"fi": "ä " * 2_900}}] * 60},
            Reason.TOO_LARGE,
        ),
    ],
)
def test_a_service_that_cannot_be_one_is_refused(service: dict[str, Any], reason: Reason) -> None:
    found = imported(wrapped(service), "kenttakirja")
    assert found.services == ()
    assert (REFUSED, reason, "") in lines(found)


def test_an_id_twice_counts_once() -> None:
    first = {"name": {"fi": "Ruori"}, "origin": {"id": "9"}}
    found = imported(wrapped(first, {**first, "name": {"fi": "Toinen"}}, 5), "kenttakirja")
    assert [service.name for service in found.services] == [{"fi": "Ruori"}]
    assert lines(found) == {
        (REFUSED, Reason.DUPLICATE_ID, ""),
        (REFUSED, Reason.NOT_AN_OBJECT, "services[2]"),
    }
    assert found.held == frozenset()


def test_a_service_of_an_unknown_directory_does_not_become_one_of_our_own() -> None:
    stranger = {"name": {"fi": "Ruori"}, "origin": {"source": "almanakka", "id": "9"}}
    found = imported(wrapped(stranger), "kenttakirja")
    assert found.services == ()
    assert lines(found) == {(REFUSED, Reason.UNKNOWN_VALUE, "origin.source")}


def test_a_way_of_writing_a_language_is_kept_in_our_own_file() -> None:
    service, found = read_one(summary={"fi-selko": "Helppo teksti."})
    assert service.summary == {"fi-selko": "Helppo teksti."}
    assert found.report.lines == ()


def test_a_field_of_a_newer_version_is_passed_over() -> None:
    _, found = read_one(uusi={"kenttä": 1})
    assert found.report.lines == ()


def test_a_file_is_json_that_a_person_can_read() -> None:
    raw = neutral.write(imported(sample("neutral"), "kenttakirja").services)
    assert raw.count(b"\n") > 20
    assert msgspec.json.decode(raw)["what"] == neutral.WHAT
