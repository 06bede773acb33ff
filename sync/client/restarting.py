# SPDX-License-Identifier: MIT
"""The step after a hub was restored: ask up to where the numbers hold, and make unsent what lies above."""

from sync.client.round import Round
from sync.protocol.errors import Code, refusal
from sync.protocol.restart import BasesRequest


def follow_epoch(trip: Round) -> None:
    """Bring the journal into the hub's epoch; nothing to do where it is there, or has never pulled.

    What the hub lost is pushed by the same round, own saves and colleagues'. Raises EpochChanged when the hub
    was restored once more meanwhile, and what the hub raises; then nothing has moved.
    """
    if trip.journal.epoch() in {0, trip.known.epoch}:
        return
    trip.go_on()
    answer = trip.hub.bases(BasesRequest())
    if answer.epoch != trip.known.epoch:
        raise refusal(Code.EPOCH_CHANGED, epoch=answer.epoch)
    trip.journal.rebase(answer.epoch, answer.bases)
