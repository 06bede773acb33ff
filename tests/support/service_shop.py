# SPDX-License-Identifier: MIT
"""Made-up services, and a hub that publishes them into the city's stream of a notebook world."""

from typing import Any

from notebook_world import NotebookWorld

from sync.catalogue.model import Organisation, Origin, Place, Service, service_entity, to_map
from sync.log.commit import Draft
from sync.records.ids import CITY, EntityId, StaffId, derived_entity, roster_entity


def service(name: str, identity: str, **more: Any) -> Service:  # noqa: ANN401 - a service's fields
    """Return a service of a made-up organisation."""
    organisation = Organisation(id="test", name={"fi": "Testilän järjestö", "en": "Testville NGO"})
    return Service(
        name={"fi": name},
        origin=Origin(
            source="own", id=identity, licence="CC0-1.0", changed="2026-11-01", fetched="2026-11-02"
        ),
        organisation=organisation,
        **more,
    )


CARD_COURSE = service(
    "Hygieniapassikurssi", "hygiene", consent="none", category="card_course", price="free",
    places=(Place(name={"fi": "Testilän opisto"}, address="Testikatu 5", postcode="00900", town="Helsinki"),),
)  # fmt: skip
REHAB = service(
    "Työkykyselvitys", "rehab", consent="asked", category="work_ability", lowest_age=18,
    web={"fi": "https://palvelut.example/tyokyky"},
)  # fmt: skip


def publish(
    world: NotebookWorld, *services: Service, status: str = "published", proposed: Service | None = None
) -> list[EntityId]:
    """Let the hub write these services; return their ids."""
    ids = [service_entity(one.origin) for one in services]
    waiting = to_map(proposed) if proposed is not None else None
    drafts = [
        Draft(
            "service", entity, None, 1,
            {"content": (to_map(one), ()), "status": (status, ()), "proposed": (waiting, ())},
        )
        for entity, one in zip(ids, services, strict=True)
    ]  # fmt: skip
    world.hub_says(CITY, *drafts)
    return ids


def make_editor(world: NotebookWorld, staff: StaffId) -> None:
    """Give somebody the role of a service editor in the whole city."""
    entity = derived_entity(roster_entity(staff), "editor grant")
    fields = {"staff": staff, "team": None, "role": "service_editor", "from": 0, "until": None}
    world.hub_says(CITY, Draft("grant", entity, None, 1, {name: (one, ()) for name, one in fields.items()}))
