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
    PAST = "past"

    @property
    def path(self) -> str:
        """The route, as signed: since which major the call has had its present meaning."""
        return f"/v{_SINCE.get(self, 1)}/{self.value}"

    @property
    def retired(self) -> tuple[str, ...]:
        """Routes of earlier majors under which this call is known, and no longer served."""
        return tuple(f"/v{major}/{self.value}" for major in range(1, _SINCE.get(self, 1)))

    @property
    def answer(self) -> str:
        """The label of the sealed answer: an answer can't be replayed as a request."""
        return f"{self.value}-answer"


_SINCE: Final = {
    Call.PULL: 2,
    Call.SNAPSHOT: 2,
    Call.TALLY: 2,
    Call.DIGESTS: 2,
    Call.STATES: 2,
    Call.HELD: 2,
    Call.BASES: 2,
    Call.PAST: 2,
}
"""All other calls are of major 1: by them a laptop joins, delivers what it has, and keeps its lease."""
