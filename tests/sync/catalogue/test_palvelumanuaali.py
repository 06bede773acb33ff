# SPDX-License-Identifier: MIT
"""The manual's service nodes become our services, from JSON:API and from a plain export."""

import msgspec
import pytest
from catalogue_files import imported, lines, sample

from sync.catalogue.errors import ShapeUnexpected
from sync.catalogue.importing import Imported
from sync.catalogue.model import OfferedLanguage, Opening, Service
from sync.catalogue.report import LineKind, Reason

ALTERED = LineKind.ALTERED
REFUSED = LineKind.REFUSED


def manual() -> Imported:
    return imported(sample("palvelumanuaali_jsonapi"), "palvelumanuaali")


def read_one(**attributes: object) -> tuple[Service, Imported]:
    node = {"type": "node--service", "id": "n1", "attributes": {"title": "Perämies", **attributes}}
    found = imported({"data": node}, "palvelumanuaali")
    return found.services[0], found


def timed(**attributes: object) -> tuple[Service, Imported]:
    paragraph = {"type": "paragraph--service_time_and_place", "id": "q1", "attributes": attributes}
    node = {
        "type": "node--service",
        "id": "n1",
        "attributes": {"title": "Perämies"},
        "relationships": {
            "field_service_time_and_location": {"data": [{"type": paragraph["type"], "id": "q1"}]}
        },
    }
    found = imported({"data": [node], "included": [paragraph]}, "palvelumanuaali")
    return found.services[0], found


def test_a_service_has_its_texts_without_markup() -> None:
    service = manual().services[0]
    assert service.summary["fi"] == "Suomen kurssi työnhakijalle."
    assert service.description == {"fi": "Opit työpaikan suomea.\n- puhe\n- teksti\n\nRyhmässä, 12 viikkoa."}
    assert service.requirements == {"fi": "Osaat vähän suomea."}
    assert service.how_to_refer == {"fi": "Varaa haastattelu."}
    assert service.attendance == {"fi": "Neljä päivää viikossa."}
    assert service.record == {"fi": "Merkitse suunnitelmaan."}
    assert service.benefit_effect == {"fi": "Poissaolo voi vaikuttaa etuuteen."}
    assert service.consent_about == {"fi": "Kurssi saa nimen ja kielitason."}


def test_a_translation_is_the_same_service_in_another_language() -> None:
    found = manual()
    assert found.services[0].name == {"fi": "Köysiradan kielikurssi", "sv": "Linbanans språkkurs"}
    assert found.services[0].summary["sv"] == "Kurs i finska."
    assert Reason.DUPLICATE_ID.value not in found.report.reasons


def test_an_id_twice_in_one_language_counts_once() -> None:
    value = sample("palvelumanuaali_jsonapi")
    value["data"].append({**value["data"][2], "attributes": {"title": "Toinen", "langcode": "fi"}})
    found = imported(value, "palvelumanuaali")
    assert found.services == manual().services
    assert (REFUSED, Reason.DUPLICATE_ID, "") in lines(found)


def test_the_manual_s_words_become_our_codes() -> None:
    service = manual().services[0]
    assert (service.category, service.topics) == ("language", ("language_course",))
    assert service.life_situations == ("long_unemployed",)
    assert (service.lowest_age, service.highest_age) == (18, 64)
    assert service.municipalities == ("091",)
    assert (service.obligation, service.consent) == ("if_agreed", "asked")
    assert service.languages == (OfferedLanguage("fi", "a2_2"),)
    assert service.accessibility == ("step_free",)
    assert service.complementary == ("palvelumanuaali:e0000000-0000-4000-8000-000000000002",)


def test_a_field_called_free_says_that_it_costs() -> None:
    # The site's label of field_free_service is "the service has a price".
    assert [service.price for service in manual().services] == ["paid", "free"]
    assert manual().services[0].price_note == {"fi": "12,50 €"}


def test_times_and_places_come_from_paragraphs() -> None:
    first, *periods = manual().services[0].places
    assert (first.name, first.address) == ({"fi": "Köysiradan ala-asema"}, "Kuvitteellisenranta 1")
    assert (first.postcode, first.town, first.municipality) == ("00580", "Helsinki", "091")
    assert (first.starts, first.ends) == ("2027-01-11", "2027-04-02")
    assert first.hours.openings == (Opening(1, "09:00", "12:00"), Opening(2, "13:00", "15:30"))
    assert first.hours.note == {"fi": "Ei lomaviikolla."}
    assert [(one.starts, one.ends) for one in periods] == [
        ("2027-05-03", "2027-05-28"),
        ("2027-08-02", "2027-08-27"),
    ]


def test_inner_contacts_are_for_staff_and_outer_ones_for_all() -> None:
    found = manual()
    service = found.services[0]
    assert (service.phone, service.email) == ("09 000 555", "neuvonta@example.invalid")
    assert service.staff_contact == {"fi": "Toivo Keksitty, 09 000 444, toivo@example.invalid"}
    assert b"Toivo" not in msgspec.json.encode(found.report)
    assert service.producer == {"fi": "Köysirata Oy"}
    assert (service.organisation.name, service.organisation.kind) == (
        {"fi": "Sataman työllisyysalue"},
        "employment_area",
    )


def test_what_is_wrong_has_a_line_and_the_rest_is_imported() -> None:
    assert lines(manual()) == {
        (ALTERED, Reason.HTML_REMOVED, "field_service_requirements[0].value"),
        (ALTERED, Reason.UNKNOWN_VALUE, "field_life_situations"),
        (REFUSED, Reason.DRAFT, ""),
        (REFUSED, Reason.NOT_PUBLIC, ""),
    }


def test_a_plain_export_is_read_as_well() -> None:
    found = imported(sample("palvelumanuaali_plain"), "palvelumanuaali")
    (service,) = found.services
    assert service.name == {"fi": "Majakan työpaja"}
    assert (service.category, service.obligation, service.price) == ("work_tryout", "voluntary", "free")
    assert service.languages == (OfferedLanguage("en", "b1_1"),)
    assert service.municipalities == ()
    assert (service.origin.id, service.origin.changed) == (
        "e0000000-0000-4000-8000-000000000021",
        "2026-04-01",
    )
    assert lines(found) == {(ALTERED, Reason.NOT_IN_FILE, "field_life_situations")}


@pytest.mark.parametrize("state", ["draft", "ready_to_publish", "outdated", "archived", "uusi_tila"])
def test_only_what_is_published_is_imported(state: str) -> None:
    node = {
        "type": "node--service",
        "id": "n1",
        "attributes": {"title": "Perämies", "moderation_state": state},
    }
    found = imported({"data": [node]}, "palvelumanuaali")
    assert found.services == ()
    assert found.report.counts == {"refused": 1}


def test_hours_that_end_before_they_make_sense_are_told() -> None:
    service, found = timed(
        field_date_selection="service_continous",
        field_weekday_and_time={"friday": [{"time": {"start": "klo", "end": "12"}}]},
    )
    assert service.places[0].hours.openings == ()
    assert Reason.BAD_HOURS.value in found.report.reasons


def test_a_period_that_ends_before_it_begins_is_told() -> None:
    service, found = timed(
        field_date_selection="start_and_end_date",
        field_start_and_end_date={"value": "2027-03-01", "end_value": "2027-02-01"},
    )
    assert (service.places[0].starts, service.places[0].ends) == ("", "")
    assert Reason.BAD_DATE.value in found.report.reasons


def test_single_days_and_unknown_ways_of_saying_when() -> None:
    single, _ = timed(
        field_date_selection="separate_dates",
        field_date=[{"value": "2027-03-01T07:00:00+00:00", "end_value": "2027-03-01T09:00:00+00:00"}],
    )
    assert (single.places[0].starts, single.places[0].ends) == ("2027-03-01", "2027-03-01")
    _, found = timed(field_date_selection="joskus")
    assert Reason.UNKNOWN_VALUE.value in found.report.reasons


def test_ages_that_contradict_each_other_are_left_out() -> None:
    service, found = read_one(field_age={"from": 60, "to": 20})
    assert (service.lowest_age, service.highest_age) == (0, 0)
    assert (ALTERED, Reason.BAD_NUMBER, "highest_age") in lines(found)


def test_a_language_that_is_none_is_told_and_read_as_finnish() -> None:
    service, found = read_one(langcode="suomi!")
    assert service.name == {"fi": "Perämies"}
    assert Reason.UNKNOWN_LANGUAGE.value in found.report.reasons


def test_a_file_that_is_no_list_of_entities_is_refused() -> None:
    for value in ("palvelu", {"data": 5}, 1):
        with pytest.raises(ShapeUnexpected):
            imported(value, "palvelumanuaali")
    assert lines(imported({"data": [5]}, "palvelumanuaali")) == {(REFUSED, Reason.NOT_AN_OBJECT, "data[0]")}
