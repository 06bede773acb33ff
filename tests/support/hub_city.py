# SPDX-License-Identifier: MIT
"""A small city for the hub's tests: one team, an adviser and a coach."""

from dataclasses import dataclass

from hub_world import HubClock, HubWorld, Member

from sync.records.ids import StreamId, TeamId, team_stream


@dataclass
class City:
    """The hub, its clock, one team and two people."""

    world: HubWorld
    clock: HubClock
    team: TeamId
    stream: StreamId
    adviser: Member
    coach: Member


def make_city(world: HubWorld, clock: HubClock) -> City:
    """Settle two people of one team in this hub."""
    team = world.team("Itä")
    return City(
        world,
        clock,
        team,
        team_stream(team),
        world.member("Aino Virtanen", "adviser", team),
        world.member("Bo Coach", "coach", team),
    )
