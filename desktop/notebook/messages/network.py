# SPDX-License-Identifier: MIT
"""The way to the centre: through which proxy, and whether its certificate is pinned."""

from desktop.notebook.messages.envelope import Answer, Ask


class NetworkView(Answer, frozen=True):
    """How this laptop reaches the centre."""

    proxy: str
    """``system``, ``none`` or ``own``."""
    address: str
    """Of one's own proxy; empty when there has been none."""
    pinned: bool
    """Whether an invitation named the one certificate key that is taken for the open notebook's centre."""


class ShowNetwork(Ask[NetworkView], frozen=True):
    """Ask for the way."""


class ChooseProxy(Ask[NetworkView], frozen=True):
    """Choose another; it counts from the next request on. Problem ``invitation-unreadable`` for no address."""

    proxy: str
    address: str = ""
