# SPDX-License-Identifier: MIT
"""When to try again: exponential with full jitter, so that a thousand laptops do not come back at once.

See "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015): of the variants, full jitter loads a
recovering server least.
"""

from typing import Final

LONGEST_SECONDS: Final = 300.0
FIRST_SECONDS: Final = 2.0
_LATEST_FLOOR: Final = 240.0
_DOUBLINGS: Final = 12


def delay(attempt: int, randomness: float, retry_after: float | None = None) -> float:
    """Return the seconds to wait after the ``attempt``-th failure in a row (1, 2, …).

    ``randomness`` is uniform in [0, 1). ``retry_after`` is what the hub asked for: never earlier than that
    (up to four minutes), spread over what is left. Never more than five minutes.
    """
    ceiling = min(LONGEST_SECONDS, FIRST_SECONDS * 2.0 ** min(max(attempt - 1, 0), _DOUBLINGS))
    floor = 0.0 if retry_after is None else min(max(retry_after, 0.0), _LATEST_FLOOR)
    return min(floor + randomness * ceiling, LONGEST_SECONDS)
