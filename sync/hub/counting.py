# SPDX-License-Identifier: MIT
"""Numbers in the hub's sentences: one stream, two streams."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return ``1 stream`` or ``2 streams``; ``many`` where an s at the end is not enough."""
    return f"{number} {one if number == 1 else many or one + 's'}"
