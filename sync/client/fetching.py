# SPDX-License-Identifier: MIT
"""The step that fetches again what retention had put out: after the pull, and before anything is compared.

A commit may have come about it, which is not folded before the state that it belongs to is here.
"""

from collections.abc import Sequence
from typing import Final

from sync.client.comparing import Comparing, read_states
from sync.client.pull import pull_all
from sync.client.round import Round
from sync.failpoints import FailPoint, reached
from sync.log.digest import entity_digest
from sync.log.state import decode_state
from sync.protocol.comparing import MOST_STATES, StatesRequest
from sync.records.ids import EntityId, StreamId

_TRIES: Final = 5


def fetch_wanted(trip: Round, sides: Comparing) -> None:
    """Ask for what is wanted, stream by stream; what is not had in a few tries is asked for in the next round.

    Raises WrongHub, Cancelled and what the hub raises.
    """
    for stream, entities in sides.journal.wanted().items():
        left = list(entities)
        tries = _TRIES
        while left and tries:
            some = left[:MOST_STATES]
            came = _fetch(trip, sides, stream, some)
            if came is None:
                tries -= 1
                pull_all(trip)  # the stream moved on: both must speak of the same number
                continue
            if not came:
                break
            had = set(came)
            left = [entity for entity in left if entity not in had]
            trip.received += len(came)
            reached(FailPoint.LAPTOP_FETCH_BETWEEN_PARTS)


def _fetch(
    trip: Round, sides: Comparing, stream: StreamId, some: Sequence[EntityId]
) -> list[EntityId] | None:
    """Return those of these that were taken in, or are in no fold of the hub's; ``None`` when the stream moved on."""
    trip.go_on()
    answer = sides.hub.states(StatesRequest(stream, list(some), []))
    picked = read_states(trip, stream, answer.payload, answer.signature)
    expected = {state.entity: entity_digest(state) for state in map(decode_state, picked.entities)}
    if not sides.journal.mend(stream, picked, expected):
        return None
    return [*expected, *picked.gone]
