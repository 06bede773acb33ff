# SPDX-License-Identifier: MIT
"""A supervisor says on their laptop what becomes of a save that is held back; the hub obeys when it hears of it."""

from typing import Final

from store_world import entity

from sync.hub.quarantine import held
from sync.log.commit import CommitId
from sync.records.ids import TeamId, stream_team, team_stream
from tests.torture.city import City
from tests.torture.holdings import id_of
from tests.torture.laptop import Laptop
from tests.torture.steps import Step

_VERDICTS: Final = ("accept", "refuse", "accept")


def rule(city: City, laptop: Laptop, step: Step) -> bool:
    """Rule about a save of the first team; one about somebody who is elsewhere by now goes there."""
    stream = team_stream(city.teams[0])
    if not city.supervises(laptop, city.teams[0]):
        return False
    waiting = [
        one for one in held(city.world.parts)
        if one.stream == stream and not one.refused and one.writer != laptop.writer
    ]  # fmt: skip
    if not waiting:
        return False
    found = [city.world.parts.store.commit_at(stream, one.number) for one in waiting]
    ids = [id_of(one) for one in found if one is not None]
    gone = [one for one in ids if _elsewhere(city, one) is not None]
    one = (gone or ids)[step.what % len(gone or ids)]
    elsewhere = _elsewhere(city, one)
    verdict = _VERDICTS[step.how % 3] if elsewhere is None else "forward"
    said = {"commit": [*one], "verdict": verdict, "to": elsewhere, "comment": "", "at": laptop.now()}
    city.say(laptop, stream, "ruling", entity(), {"ruling": said})
    if verdict != "refuse":
        city.released.add(one)
    city.fired[f"rule: {verdict}"] += 1
    return True


def _elsewhere(city: City, one: CommitId) -> TeamId | None:
    """Return the team where the person is whom a save is about, if that is not the first."""
    about = next((saved.subject for saved in city.book.saves if one in saved.ids), None)
    at = None if about is None else stream_team(city.now_at(about))
    return None if at == city.teams[0] else at
