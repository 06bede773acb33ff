# SPDX-License-Identifier: MIT
"""Reaching a hub over HTTP, by the way that is chosen on this laptop."""

from collections.abc import Callable

from desktop.notebook.ways import Ways
from sync.client.http import HttpHub
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.records.ids import HubId


class Reaching:
    """Makes clients; fits ``desktop.notebook.premises.Reach``. Each is for one thread at a time."""

    def __init__(self, ways: Ways, clock: Callable[[], int]) -> None:
        self._ways = ways
        self._clock = clock

    def __call__(
        self,
        address: str,
        *,
        pin: bytes,
        signing: SigningKey,
        receiving: ReceivingKey,
        hub_id: HubId | None = None,
        offset: int = 0,
    ) -> HttpHub:
        """Return the hub at this address, not yet spoken to; raises InsecureAddress."""
        return HttpHub(
            address, pin=pin, signing=signing, receiving=receiving, clock=self._clock, hub_id=hub_id,
            offset=offset, route=lambda: self._ways.route_to(pin),
        )  # fmt: skip
