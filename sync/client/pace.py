# SPDX-License-Identifier: MIT
"""How much goes into one request: halves on trouble, grows back when all is well."""

from typing import Final

from sync.protocol.messages import PUSH_BATCH

PUSH_BYTES: Final = 384 * 1024
"""Open size of a push; packs to well under the frame's 256 KiB for what people write."""
PULL_BYTES: Final = 384 * 1024
_LEAST_PULL: Final = 16 * 1024
_LEAST_PUSH: Final = 16 * 1024


class Pace:
    """The batch sizes in use now; one per engine, kept from round to round."""

    def __init__(self) -> None:
        self.commits = PUSH_BATCH
        self.push_bytes = PUSH_BYTES
        self.pull_bytes = PULL_BYTES

    def halve_push(self) -> bool:
        """Send half as much; return whether that is still less than before."""
        if self.commits == 1:
            return False
        self.commits = max(1, self.commits // 2)
        self.push_bytes = max(_LEAST_PUSH, self.push_bytes // 2)
        return True

    def grow_push(self) -> None:
        """A push went through: try twice as much next time."""
        self.commits = min(PUSH_BATCH, self.commits * 2)
        self.push_bytes = min(PUSH_BYTES, self.push_bytes * 2)

    def halve_pull(self) -> None:
        """Ask for half as much."""
        self.pull_bytes = max(_LEAST_PULL, self.pull_bytes // 2)

    def grow_pull(self) -> None:
        """A pull came through: ask for twice as much next time."""
        self.pull_bytes = min(PULL_BYTES, self.pull_bytes * 2)
