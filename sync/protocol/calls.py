# SPDX-License-Identifier: MIT
"""The calls of the wire: one name each for its route and for the labels that its frames are sealed under."""

from enum import StrEnum
from typing import Final

HELLO_PATH: Final = "/v1/hello"
"""GET, with ``?nonce=<hex>``; answers a packed SignedHello that is not sealed."""
HEALTH_PATH: Final = "/healthz"
CONTENT_TYPE: Final = "application/x-kenttakirja"
PROBLEM_TYPE: Final = "application/problem+json"


class Call(StrEnum):
    """What a writer asks; all are POST with a sealed frame. The value is the request's label."""

    ENROL = "enrol"
    HEADS = "heads"
    PUSH = "push"
    PULL = "pull"
    SNAPSHOT = "snapshot"
    LEASE_KEEP = "lease-keep"
    LEASE_FETCH = "lease-fetch"
    FAREWELL = "farewell"
    SUCCEED = "succeed"
    TALLY = "tally"
    DIGESTS = "digests"
    STATES = "states"
    HELD = "held"
    BASES = "bases"

    @property
    def path(self) -> str:
        """The route, as signed."""
        return f"/v1/{self.value}"

    @property
    def answer(self) -> str:
        """The label of the sealed answer: an answer can't be replayed as a request."""
        return f"{self.value}-answer"
