# SPDX-License-Identifier: MIT
"""The step after a hub was restored: ask up to where the numbers hold, and make unsent what lies above."""

from sync.client.round import Round
from sync.protocol.errors import Code, refusal
from sync.protocol.restart import BasesRequest


def has_to_follow(trip: Round) -> bool:
    """Whether the journal's numbers are of another epoch of the hub than this one."""
    return trip.journal.epoch() not in {0, trip.known.epoch}


def follow_epoch(trip: Round) -> None:
    """Bring the journal into the hub's epoch; nothing to do where it is there, or has no number of the hub yet.

    What the hub lost is pushed by the same round, own saves and colleagues'. Raises EpochChanged when the hub
    was restored once more meanwhile, and what the hub raises; then nothing has moved.
    """
    if not has_to_follow(trip):
        return
    trip.go_on()
    answer = trip.hub.bases(BasesRequest())
    if answer.epoch != trip.known.epoch:
        raise refusal(Code.EPOCH_CHANGED, epoch=answer.epoch)
    trip.journal.rebase(answer.epoch, answer.bases)
