# SPDX-License-Identifier: MIT
"""The service map's units become services with one place each."""

import msgspec
import pytest
from catalogue_files import imported, lines, sample

from sync.catalogue.errors import ShapeUnexpected
from sync.catalogue.importing import Imported
from sync.catalogue.model import Opening, Service
from sync.catalogue.report import LineKind, Reason


def units() -> Imported:
    return imported(sample("palvelukartta_units"), "palvelukartta")


def read_one(**fields: object) -> tuple[Service, Imported]:
    found = imported([{"id": 7, "name": {"fi": "Reimari"}, **fields}], "palvelukartta")
    return found.services[0], found


def test_a_unit_has_its_texts_and_its_place() -> None:
    service = units().services[0]
    assert service.name["sv"] == "Bryggans vägledning för unga"
    assert service.description == {"fi": "Tule käymään.\n- työ\n- koulu"}
    (place,) = service.places
    assert (place.address, place.postcode, place.town) == ("Kuvitteellisenkuja 2", "00100", "Helsinki")
    assert (place.municipality, place.latitude, place.longitude) == ("091", 60_169_900, 24_938_400)
    assert place.note == {"fi": "Sisäänkäynti pihan puolelta."}
    assert place.accessible == "yes"
    assert service.price_note == {"fi": "Ohjaus ei maksa mitään."}
    assert service.keywords == {"fi": ("ohjaamo", "nuoret", "Nuorten työpajatoiminta")}
    assert (service.organisation.kind, service.organisation.business_id) == ("city", "0000001-9")


def test_contacts_come_from_the_unit_and_then_from_its_connections() -> None:
    service = units().services[0]
    assert (service.phone, service.email) == ("09 000 333", "laituri@example.invalid")
    assert service.web == {
        "fi": "https://example.invalid/laituri",
        "sv": "https://www.example.invalid/bryggan",
        "en": "https://example.invalid/pier",
    }


def test_a_contact_person_is_nowhere() -> None:
    found = units()
    assert b"Rauha" not in msgspec.json.encode([found.services, found.report])


def test_hours_in_words_become_openings_or_stay_words() -> None:
    first, second = units().services
    week = [*((day, "09:00", "16:00") for day in range(1, 5)), (5, "09:00", "14:00")]
    assert first.places[0].hours.openings == tuple(Opening(*day) for day in week)
    assert second.places[0].hours.openings == ()
    assert second.places[0].hours.note == {"fi": "ma-pe 9-16, kesällä sovitusti"}


def test_a_unit_says_where_it_comes_from() -> None:
    origin = units().services[0].origin
    assert (origin.source, origin.id, origin.licence) == ("palvelukartta", "990001", "CC BY 4.0")
    assert origin.url == "https://palvelukartta.hel.fi/fi/unit/990001"
    assert (origin.changed, origin.fetched) == ("2026-02-03", "2026-11-24")


def test_what_is_wrong_has_a_line_and_the_rest_is_imported() -> None:
    found = units()
    assert [service.origin.id for service in found.services] == ["990001", "990003"]
    assert lines(found) == {
        (LineKind.ALTERED, Reason.HTML_REMOVED, "description.fi"),
        (LineKind.REFUSED, Reason.NOT_PUBLIC, ""),
        (LineKind.ALTERED, Reason.UNKNOWN_VALUE, "connections[1].section_type"),
        (LineKind.ALTERED, Reason.BAD_PLACE, "location"),
    }


def test_another_town_s_unit_is_in_another_municipality() -> None:
    place = units().services[1].places[0]
    assert (place.municipality, place.town) == ("other", "Turku")
    embedded, _ = read_one(municipality={"id": "espoo", "name": {"fi": "Espoo"}})
    assert (embedded.places[0].municipality, embedded.places[0].town) == ("049", "Espoo")


def test_numbers_of_the_interface_behind_are_read_as_its_words() -> None:
    service, found = read_one(
        organizer_type=6, connections=[{"section_type": 10, "name": {"fi": "Ilmainen"}}]
    )
    assert (service.organisation.kind, service.price_note) == ("city", {"fi": "Ilmainen"})
    assert found.report.lines == ()


def test_the_map_counts_what_is_in_a_wheelchair_s_way() -> None:
    for count, accessible in ((0, "yes"), (3, "partly"), (None, "")):
        service, _ = read_one(accessibility_shortcoming_count={"wheelchair": count})
        assert service.places[0].accessible == accessible


def test_a_page_a_list_and_a_unit_are_the_same_file() -> None:
    unit = {"id": 7, "name": {"fi": "Reimari"}, "street_address": {"fi": "Kuvitteellisenkatu 1"}}
    assert (
        imported(unit, "palvelukartta").services
        == imported([unit], "palvelukartta").services
        == imported({"results": [unit]}, "palvelukartta").services
    )
    for value in ("yksikkö", {"outo": 1}, 5):
        with pytest.raises(ShapeUnexpected):
            imported(value, "palvelukartta")
    assert lines(imported([unit, 5], "palvelukartta")) == {
        (LineKind.REFUSED, Reason.NOT_AN_OBJECT, "results[1]")
    }
