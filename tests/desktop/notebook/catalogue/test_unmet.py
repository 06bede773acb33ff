# SPDX-License-Identifier: MIT
"""A hit says what of it does not fit who stands here, and keeps quiet about what nobody knows."""

import pytest
from catalogue_shelf import codes
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.catalogue.opening import Moment, Openness
from desktop.notebook.catalogue.unmet import Client, Condition, Unmet, unmet_conditions
from sync.catalogue.model import OfferedLanguage, Place, Service

TODAY = Moment("2026-11-24", 600)
YOUNG = Service(name={}, lowest_age=15, highest_age=29)
RESIDENTS = Service(name={}, municipalities=("091",))
UNEMPLOYED = Service(name={}, statuses=("unemployed", "laid_off"))
IN_FINNISH = Service(name={}, languages=(OfferedLanguage("fi"), OfferedLanguage("sv")))
COURSE = Service(name={}, languages=(OfferedLanguage("fi", "a2_1"),))
INTERPRETED = Service(name={}, languages=(OfferedLanguage("fi"),), interpreter="yes")


def unmet(
    service: Service, client: Client | None = None, openness: Openness = Openness.UNKNOWN
) -> list[Unmet]:
    return list(unmet_conditions(service, client or Client(), TODAY, openness, codes()))


@pytest.mark.parametrize(
    ("service", "client", "expected"),
    [
        (YOUNG, Client(ages=(30, 44)), Unmet(Condition.AGE, {"lowest": 15, "highest": 29})),
        (YOUNG, Client(ages=(0, 14)), Unmet(Condition.AGE, {"lowest": 15, "highest": 29})),
        (RESIDENTS, Client(municipality="049"), Unmet(Condition.MUNICIPALITY, {"wanted": ("091",)})),
        (
            UNEMPLOYED,
            Client(status="student"),
            Unmet(Condition.STATUS, {"wanted": ("unemployed", "laid_off")}),
        ),
        (IN_FINNISH, Client(language="so"), Unmet(Condition.LANGUAGE, {"wanted": ("fi", "sv")})),
        (
            COURSE,
            Client(language="so", levels={"fi": "a1_3"}),
            Unmet(Condition.LEVEL, {"language": "fi", "wanted": "a2_1"}),
        ),
    ],
)
def test_a_condition_that_is_not_met_says_what_was_wanted(
    service: Service, client: Client, expected: Unmet
) -> None:
    assert unmet(service, client) == [expected]


@pytest.mark.parametrize(
    ("service", "client"),
    [
        (YOUNG, Client(ages=(25, 34))),
        (Service(name={}, lowest_age=55), Client(ages=(55, 64))),
        (RESIDENTS, Client(municipality="091")),
        (UNEMPLOYED, Client(status="laid_off")),
        (IN_FINNISH, Client(language="sv")),
        (IN_FINNISH, Client(language="so", levels={"fi": "b1_1"})),
        (INTERPRETED, Client(language="so")),
        (COURSE, Client(language="so")),
        (COURSE, Client(language="so", levels={"fi": "b1_1"})),
        (COURSE, Client(language="so", levels={"fi": "unknown"})),
    ],
)
def test_a_condition_that_is_met_is_not_told(service: Service, client: Client) -> None:
    assert unmet(service, client) == []


@given(st.sampled_from([YOUNG, RESIDENTS, UNEMPLOYED, IN_FINNISH, COURSE, INTERPRETED]))
def test_nothing_is_unmet_by_somebody_of_whom_nothing_is_known(service: Service) -> None:
    assert unmet(service) == []


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        (Service(name={}, valid_from="2026-11-25"), Unmet(Condition.NOT_OPEN_YET, {"day": "2026-11-25"})),
        (Service(name={}, valid_to="2026-11-23"), Unmet(Condition.OVER, {"day": "2026-11-23"})),
        (
            Service(name={}, places=(Place(starts="2026-12-01"), Place(starts="2027-01-01"))),
            Unmet(Condition.NOT_OPEN_YET, {"day": "2026-12-01"}),
        ),
        (
            Service(name={}, places=(Place(ends="2026-10-01"), Place(ends="2026-11-01"))),
            Unmet(Condition.OVER, {"day": "2026-11-01"}),
        ),
        (Service(name={}, places_free=0), Unmet(Condition.FULL, {})),
        (Service(name={}, places_free=0, queue_weeks=6), Unmet(Condition.FULL, {"queue_weeks": 6})),
        (Service(name={}, stale_after="2026-11-24"), Unmet(Condition.STALE, {"day": "2026-11-24"})),
    ],
)
def test_a_service_says_what_is_wrong_with_today(service: Service, expected: Unmet) -> None:
    assert unmet(service) == [expected]


@pytest.mark.parametrize(
    "service",
    [
        Service(name={}, valid_from="2026-11-24", valid_to="2026-11-24"),
        Service(name={}, places=(Place(starts="2026-12-01"), Place())),
        Service(name={}, places=(Place(ends="2026-10-01"), Place())),
        Service(name={}, stale_after="2026-11-25", places_free=1),
        Service(name={}, starts="2027-01-11"),
    ],
)
def test_a_day_that_fits_is_not_told(service: Service) -> None:
    assert unmet(service) == []


def test_a_closed_door_is_told_when_somebody_asked() -> None:
    assert unmet(Service(name={}), openness=Openness.CLOSED) == [Unmet(Condition.CLOSED_NOW, {})]
    assert unmet(Service(name={}), openness=Openness.OPEN) == []
