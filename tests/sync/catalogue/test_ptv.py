# SPDX-License-Identifier: MIT
"""PTV's services, channels and organisations become our services."""

from typing import Any

import pytest
from catalogue_files import imported, lines, sample

from sync.catalogue.errors import ShapeUnexpected
from sync.catalogue.importing import Imported
from sync.catalogue.model import OfferedLanguage, Opening, OtherHours, Service
from sync.catalogue.report import LineKind, Reason

ALTERED = LineKind.ALTERED
REFUSED = LineKind.REFUSED


def bundle() -> Imported:
    return imported(sample("ptv_bundle"), "ptv")


def one(**fields: object) -> dict[str, Any]:
    return {"id": "p1", "serviceNames": [{"type": "Name", "language": "fi", "value": "Perämies"}], **fields}


def read_one(**fields: object) -> tuple[Service, Imported]:
    found = imported(one(**fields), "ptv")
    return found.services[0], found


def located(hours: list[dict[str, Any]]) -> tuple[Service, Imported]:
    channel = {
        "id": "c1",
        "serviceChannelType": "ServiceLocation",
        "serviceHours": hours,
        "serviceChannelNames": [],
    }
    found = imported(
        {"services": [one(serviceChannels=[{"serviceChannel": {"id": "c1"}}])], "channels": [channel]}, "ptv"
    )
    return found.services[0], found


def test_a_service_has_its_texts_in_its_languages() -> None:
    service = bundle().services[0]
    assert service.name == {"fi": "Kajuutan työnhakuapu", "sv": "Kajutans jobbhjälp"}
    assert service.other_names == {"fi": ("Kajuutta",)}
    assert service.summary == {"fi": "Apua hakemuksen tekemiseen."}
    assert service.description["fi"].split("\n\n") == [
        "Autamme hakemuksissa.",
        "Voit tulla ilman asiaa.",
        "Apua saa heti.",
    ]
    assert service.keywords == {"fi": ("työhakemus", "ansioluettelo", "työnhaku")}
    assert service.requirements == {"fi": "Sinulla ei ole työtä."}
    assert service.price_note == {"fi": "Ei maksa mitään."}


def test_ptv_s_words_become_our_codes() -> None:
    service = bundle().services[0]
    assert (service.category, service.topics) == ("job_search", ("job_search",))
    assert service.life_situations == ("unemployed",)
    assert service.languages == (OfferedLanguage("fi"), OfferedLanguage("sv"), OfferedLanguage("so"))
    assert service.price == "free"
    # A municipality outside our list must not make the service one for everybody.
    assert service.municipalities == ("091", "other")


def test_a_service_says_where_it_comes_from() -> None:
    origin = bundle().services[0].origin
    assert (origin.source, origin.id) == ("ptv", "5d7a3c1e-0000-4000-8000-000000000001")
    assert origin.licence == "CC BY 4.0"
    assert (origin.changed, origin.fetched) == ("2026-04-01", "2026-11-24")


def test_a_location_is_a_place_with_hours_and_a_point_on_the_map() -> None:
    (place,) = bundle().services[0].places
    assert (place.address, place.postcode, place.town) == ("Kuvitteellisenkatu 5 B", "00530", "Helsinki")
    assert (place.municipality, place.latitude, place.longitude) == ("091", 60_171_032, 24_944_435)
    week = [(day, "09:00", "16:00") for day in range(1, 5)] + [(5, "10:00", "14:00"), (6, "20:00", "02:00")]
    assert place.hours.openings == tuple(Opening(*day) for day in week)
    assert place.hours.exceptions == (
        OtherHours("2026-12-24", "2026-12-26"),
        OtherHours("2026-12-31", "2026-12-31", "09:00", "12:00"),
    )
    assert place.hours.note == {"fi": "Tauko klo 12."}


def test_the_connection_s_own_contact_comes_before_the_channel_s() -> None:
    service = bundle().services[0]
    assert service.places[0].phone == "+358 457 000 1111"
    assert service.places[0].email == "kajuutta@example.invalid"
    assert service.phone == "09 000 222"
    assert service.web == {"fi": "https://example.invalid/kajuutta"}


def test_an_organisation_takes_from_above_what_it_does_not_say() -> None:
    organisation = bundle().services[0].organisation
    assert organisation.name == {"fi": "Kajuutan toimisto", "sv": "Kajutans byrå"}
    assert (organisation.kind, organisation.business_id) == ("city", "0000001-9")
    assert bundle().services[0].producer == {"fi": "Laituri ry"}


def test_organisations_in_a_circle_are_told_and_cut() -> None:
    found = bundle()
    assert found.services[1].organisation.name == {"fi": "Ankkurin ylempi"}
    assert [line.name for line in found.report.lines if line.reason is Reason.CYCLE] == ["Ankkurin alempi"]
    alone = {
        "organizations": [{"id": "a", "parentOrganizationId": "a", "organizationNames": []}],
        "services": [one()],
    }
    assert (ALTERED, Reason.CYCLE, "parentOrganizationId") in lines(imported(alone, "ptv"))


def test_a_long_row_of_organisations_ends() -> None:
    row = [
        {"id": str(at), "parentOrganizationId": str(at + 1), "organizationNames": []} for at in range(30_000)
    ]
    found = imported({"organizations": row, "services": [one()]}, "ptv")
    assert Reason.CYCLE.value not in found.report.reasons


def test_drafts_and_deleted_services_are_told_and_not_imported() -> None:
    found = bundle()
    assert [service.name["fi"] for service in found.services] == [
        "Kajuutan työnhakuapu",
        "Velkaneuvonta Ankkuri",
    ]
    refused = [(line.name, line.reason) for line in found.report.lines if line.kind is REFUSED]
    assert refused == [("Vielä kesken", Reason.DRAFT), ("Jo poistettu", Reason.NOT_PUBLIC)]


def test_what_was_left_out_has_a_line_each() -> None:
    said = lines(bundle())
    hours = "serviceChannels[0].serviceChannel.serviceHours"
    assert {
        (ALTERED, Reason.UNKNOWN_LANGUAGE, "languages"),
        (ALTERED, Reason.UNKNOWN_VALUE, "lifeEvents"),
        (ALTERED, Reason.NOT_IN_FILE, "serviceChannels"),
        (ALTERED, Reason.PAST, f"{hours}[1].validTo"),
        (ALTERED, Reason.BAD_HOURS, f"{hours}[2].openingHour[1]"),
    } <= said


def test_one_item_a_list_and_a_page_are_the_same_file() -> None:
    alone = imported(one(), "ptv").services
    assert alone == imported([one()], "ptv").services == imported({"itemList": [one()]}, "ptv").services
    with pytest.raises(ShapeUnexpected):
        imported("palvelu", "ptv")
    with pytest.raises(ShapeUnexpected):
        imported({"outo": 1}, "ptv")


def test_a_file_without_services_says_so() -> None:
    found = imported([{"id": "a", "organizationNames": [], "organizationType": "State"}], "ptv")
    assert found.services == ()
    assert lines(found) == {(REFUSED, Reason.NOT_A_SERVICE, "")}


def test_hours_of_one_season_do_not_mix_with_another_s() -> None:
    day = {
        "openingHour": [{"dayFrom": "Monday", "from": "09:00", "to": "10:00"}],
        "serviceHourType": "DaysOfTheWeek",
    }
    later = {**day, "validFrom": "2027-05-31T21:00:00Z"}
    service, found = located([day, later])
    assert service.places[0].hours.openings == (Opening(1, "09:00", "10:00"),)
    assert Reason.NOT_YET.value in found.report.reasons


def test_always_open_and_by_reservation_are_told() -> None:
    always, _ = located([{"serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": True, "isReservation": True}])
    assert always.places[0].hours.openings == tuple(Opening(day, "00:00", "24:00") for day in range(1, 8))
    assert always.without_appointment == "no"


@pytest.mark.parametrize(
    "hours",
    [
        {
            "serviceHourType": "DaysOfTheWeek",
            "openingHour": [{"dayFrom": "Juhannus", "from": "9", "to": "10"}],
        },
        {"serviceHourType": "DaysOfTheWeek", "openingHour": [{"dayFrom": "Monday", "from": "9", "to": "9"}]},
        {"serviceHourType": "Exceptional", "validFrom": "2026-12-24"},
        {"serviceHourType": "Exceptional", "isClosed": True},
        {
            "serviceHourType": "Exceptional",
            "isClosed": True,
            "validFrom": "2026-12-24",
            "validTo": "2026-12-01",
        },
    ],
)
def test_hours_that_say_nothing_are_told_and_left_out(hours: dict[str, Any]) -> None:
    service, found = located([hours])
    assert service.places[0].hours.openings == ()
    assert service.places[0].hours.exceptions == ()
    assert Reason.BAD_HOURS.value in found.report.reasons


def test_markup_in_a_plain_field_is_removed_and_told() -> None:
    service, found = read_one(
        serviceDescriptions=[
            {"type": "Description", "language": "fi", "value": "<b>Tule</b> <script>x</script>"}
        ]
    )
    assert service.description == {"fi": "Tule"}
    assert (ALTERED, Reason.HTML_REMOVED, "serviceDescriptions[0].value") in lines(found)


def test_a_text_of_a_hundred_kilobytes_is_cut_and_told() -> None:
    service, found = read_one(requirements=[{"language": "fi", "value": "ehto " * 20_000}])
    assert len(service.requirements["fi"]) <= 6_000
    assert service.requirements["fi"].endswith("ehto…")
    assert (ALTERED, Reason.TOO_LONG_CUT, "requirements[0].value") in lines(found)


def test_a_link_that_would_run_is_left_out() -> None:
    service, found = read_one(
        serviceChannels=[
            {
                "serviceChannel": {"id": "?"},
                "contactDetails": {"webPages": [{"url": "javascript:x()", "language": "fi"}]},
            }
        ]
    )
    assert service.web == {}
    assert Reason.BAD_LINK.value in found.report.reasons
