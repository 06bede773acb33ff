# SPDX-License-Identifier: MIT
"""The hub as somebody sees it who carries another's bundle."""

from typing import Protocol

from sync.protocol.bundle import BundleTaken


class BundleHub(Protocol):
    """The call can be repeated: what is there already counts as taken. Raises ``sync.protocol.errors``."""

    def deliver(self, bundle: bytes) -> BundleTaken:
        """Deliver a bundle's bytes as they lie in the outbox; durable when this returns."""
