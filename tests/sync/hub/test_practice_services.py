# SPDX-License-Identifier: MIT
"""The practice city has its services on whatever day it is made, and they are fresh."""

from datetime import date, timedelta
from pathlib import Path

from hub_city import City

from sync.catalogue import neutral
from sync.catalogue.model import Hours, Origin, OtherHours, Place, Service
from sync.hub.catalogue import services_in
from sync.hub.catalogue_change import Outcome
from sync.hub.practice_services import WRITTEN, fill_services
from sync.hub.shipped import shipped


def shown(city: City) -> list[Service]:
    return [state.content for state in services_in(city.world.parts).values() if state.content is not None]


def test_the_shipped_services_are_all_published(city: City) -> None:
    published = fill_services(city.world.parts, shipped("services", "seed"), today=WRITTEN)
    services = shown(city)
    assert published.count(Outcome.REFUSED) == 0
    assert published.count(Outcome.NEW) == len(services) >= 100
    assert {state.status for state in services_in(city.world.parts).values()} == {"published"}


def test_days_move_by_whole_weeks_and_holidays_stay(city: City, tmp_path: Path) -> None:
    closed = Hours(exceptions=(OtherHours("2026-12-24", "2026-12-26"),))
    group = Service(
        name={"fi": "Ryhmä"},
        checked="2026-11-16",
        places=(Place(name={"fi": "Talo"}, hours=closed),),
        origin=Origin(id="ryhma", fetched="2026-11-23"),
    )
    (tmp_path / "one.json").write_bytes(neutral.write([group]))
    fill_services(city.world.parts, tmp_path, today=WRITTEN + timedelta(weeks=53, days=3))
    (moved,) = shown(city)
    assert (moved.checked, moved.origin.fetched) == (str(date(2027, 11, 22)), str(date(2027, 11, 29)))
    assert moved.places[0].hours.exceptions[0].from_ == "2026-12-24"


def test_a_folder_that_is_not_there_publishes_nothing(city: City, tmp_path: Path) -> None:
    assert fill_services(city.world.parts, tmp_path / "none", today=WRITTEN).lines == ()
