# SPDX-License-Identifier: MIT
"""The list is narrowed by what is known of a service; a filter never lets through what nobody knows."""

from typing import Any

import pytest
from catalogue_shelf import Shelf, entity, made

from desktop.notebook.catalogue.filters import Filters, Obligation, OwnMarks
from desktop.notebook.catalogue.opening import Moment
from desktop.notebook.catalogue.unmet import Client, Condition
from sync.catalogue.model import Hours, OfferedLanguage, Opening, Place

ITAKESKUS, KALLIO, EASTERN = "701", "301", "7"
EVERY_DAY = Hours(openings=tuple(Opening(day, "09:00", "16:00") for day in range(1, 8)))
KNOWN = made(
    "known",
    "Neuvonta",
    lowest_age=18,
    highest_age=29,
    languages=(OfferedLanguage("fi"), OfferedLanguage("so")),
    places=(Place(district=ITAKESKUS, hours=EVERY_DAY, accessible="yes"),),
    price="free",
    obligation="voluntary",
    topics=("job_search",),
    category="coaching",
    without_appointment="yes",
    places_free=3,
    referral_kinds=("guided", "formal"),
)
UNKNOWN = made("unknown", "Neuvonta", places=(Place(district=KALLIO),))
OTHER = made(
    "other",
    "Neuvonta",
    lowest_age=30,
    languages=(OfferedLanguage("fi", "b1_1"),),
    places=(Place(district=KALLIO, hours=Hours(openings=(Opening(1, "09:00", "16:00"),)), accessible="no"),),
    price="paid",
    obligation="if_agreed",
    topics=("housing",),
    category="housing",
    without_appointment="no",
    places_free=0,
    referral_kinds=("information",),
)


@pytest.fixture(name="shelf")
def _shelf() -> Shelf:
    return Shelf((KNOWN, UNKNOWN, OTHER))


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({}, {"known", "unknown", "other"}),
        ({"ages": (18, 20)}, {"known", "unknown"}),
        ({"ages": (30, 44)}, {"unknown", "other"}),
        ({"languages": frozenset({"so", "ar"})}, {"known"}),
        ({"districts": frozenset({ITAKESKUS})}, {"known"}),
        ({"districts": frozenset({EASTERN})}, {"known"}),
        ({"districts": frozenset({KALLIO, EASTERN})}, {"known", "unknown", "other"}),
        ({"open_now": True}, {"known"}),
        ({"free": True}, {"known"}),
        ({"obligation": Obligation.VOLUNTARY}, {"known"}),
        ({"obligation": Obligation.BINDING}, {"other"}),
        ({"topic_groups": frozenset({"work"})}, {"known"}),
        ({"categories": frozenset({"housing", "health"})}, {"other"}),
        ({"referral_kinds": frozenset({"formal"})}, {"known"}),
        ({"without_appointment": True}, {"known"}),
        ({"places_now": True}, {"known"}),
        ({"step_free": True}, {"known"}),
        ({"free": True, "categories": frozenset({"housing"})}, set()),
    ],
)
@pytest.mark.parametrize("text", ["", "neuvo"])
def test_a_filter_leaves_what_is_known_to_fit(
    shelf: Shelf, asked: dict[str, Any], left: set[str], text: str
) -> None:
    found = shelf.found(text, filters=Filters(**asked))
    assert {shelf.references[hit.entity] for hit in found.hits} == left
    assert found.total == len(left)


def test_a_service_without_any_place_is_in_every_district(shelf: Shelf) -> None:
    shelf.put(made("phone", "Neuvontapuhelin"))
    assert shelf.names("", filters=Filters(districts=frozenset({ITAKESKUS}))) == ["known", "phone"]


def test_no_queue_is_as_good_as_free_places(shelf: Shelf) -> None:
    shelf.put(made("no queue", "Neuvonta", queue_weeks=0))
    shelf.put(made("queue", "Neuvonta", queue_weeks=2))
    assert set(shelf.names("", filters=Filters(places_now=True))) == {"known", "no queue"}


def test_step_free_may_be_said_of_the_service(shelf: Shelf) -> None:
    shelf.put(made("lift", "Neuvonta", accessibility=("step_free",)))
    assert set(shelf.names("", filters=Filters(step_free=True))) == {"known", "lift"}


def test_hidden_services_are_left_out_until_asked_for(shelf: Shelf) -> None:
    marks = {entity("known"): OwnMarks(hidden=True), entity("other"): OwnMarks(favourite=True)}
    assert shelf.names("neuvonta", marks=marks) == ["other", "unknown"]
    assert "known" in shelf.names("neuvonta", marks=marks, filters=Filters(show_hidden=True))
    assert shelf.names("", marks=marks, filters=Filters(favourites_only=True)) == ["other"]


def test_closed_now_is_told_only_when_asked(shelf: Shelf) -> None:
    night = Moment("2026-11-24", 23 * 60)

    def told(filters: Filters) -> set[str]:
        hits = shelf.found("neuvonta", filters=filters, moment=night, client=Client()).hits
        return {
            shelf.references[hit.entity]
            for hit in hits
            for one in hit.unmet
            if one.code is Condition.CLOSED_NOW
        }

    assert told(Filters()) == set()
    assert told(Filters(say_closed=True)) == {"known", "other"}


def test_the_hour_is_asked_anew_at_each_search(shelf: Shelf) -> None:
    filters = Filters(open_now=True)
    assert shelf.names("", filters=filters, moment=Moment("2026-11-24", 8 * 60)) == []
    assert shelf.names("", filters=filters, moment=Moment("2026-11-24", 9 * 60)) == ["known"]
