# SPDX-License-Identifier: MIT
"""Services for the hub's tests, as an import brings them and as an editor writes them on a laptop."""

from typing import Any

from hub_world import HubWorld, Member

from sync.catalogue.model import Origin, Service, service_entity, to_map
from sync.hub.catalogue import ServiceState, services_in
from sync.log.commit import Draft
from sync.protocol.messages import Pushed
from sync.records.ids import CITY, EntityId

SOURCE = "palvelukartta"


def service(number: int, name: str = "", **more: Any) -> Service:  # noqa: ANN401 - fields of a service
    """One service of the service map."""
    words = name or f"Kurssi {number}"
    return Service(name={"fi": words}, origin=Origin(SOURCE, str(number), fetched="2026-11-24"), **more)


def place_of(number: int) -> EntityId:
    """Where that service lies."""
    return service_entity(Origin(SOURCE, str(number)))


def state_of(world: HubWorld, number: int) -> ServiceState:
    """How that service stands at the hub."""
    return services_in(world.parts)[place_of(number)]


def words(state: ServiceState) -> tuple[str, str, str]:
    """What is shown, its status, and what is proposed."""
    return (
        "" if state.content is None else state.content.name["fi"],
        state.status,
        "" if state.proposed is None else state.proposed.name["fi"],
    )


def edit(world: HubWorld, editor: Member, number: int, **fields: object) -> Pushed:
    """Save fields of a service as an editor does, who has pulled and seen all that stands."""
    state = state_of(world, number)
    said = {
        name: (to_map(value) if isinstance(value, Service) else value, state.seen.get(name, ()))
        for name, value in fields.items()
    }
    return editor.save(CITY, Draft("service", place_of(number), None, 1, said))
