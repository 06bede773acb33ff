# SPDX-License-Identifier: MIT
"""Choosing the way to the centre, before and behind the door: without a proxy some laptops could not even join."""

from typing import Any

from desktop.notebook.door import Door
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.network import ChooseProxy, NetworkView, ShowNetwork
from desktop.notebook.premises import Premises
from desktop.notebook.server import Handler
from sync.client.route import ProxyChoice


class Network:
    """Answers the asks about the way."""

    def __init__(self, premises: Premises, door: Door) -> None:
        self._premises = premises
        self._door = door

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks."""
        lane = self._premises.lane
        return {ShowNetwork: Handler(self.show, lane), ChooseProxy: Handler(self.choose, lane)}

    def show(self, _ask: ShowNetwork) -> NetworkView:
        """Return the way to the open notebook's centre, or what is chosen for any."""
        inside = self._door.inside
        route = self._premises.ways.route_to(inside.hub.pin if inside is not None else b"")
        return NetworkView(route.choice.value, route.proxy, route.certificate is not None)

    def choose(self, ask: ChooseProxy) -> NetworkView:
        """Keep another choice; raises EnrolmentInvalid("proxy"), DiskFull."""
        self._premises.ways.choose(ProxyChoice(ask.proxy), ask.address)
        return self.show(ShowNetwork())
