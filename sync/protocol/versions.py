# SPDX-License-Identifier: MIT
"""Which majors of the protocol a program speaks. What a laptop has saved can always be delivered; the rest may wait.

A call's path names the major in which it got its present meaning (``calls.Call.path``), and the path is signed. So a
hub that goes on serving the paths of the major before takes in what an older laptop has, and says of everything else
that the program is too old.
"""

from collections.abc import Sequence
from typing import Final

PROTOCOL: Final = 2
"""This program's. 2: a snapshot's parts come in any order, and streams begin anew after a restore."""
SPOKEN: Final = (PROTOCOL - 1, PROTOCOL)
"""A hub takes in pushes of these; a laptop delivers to a hub of any of them."""


def common(theirs: Sequence[int], mine: Sequence[int] = SPOKEN) -> int:
    """Return the highest major that both speak; 0 when there is none."""
    return max(set(theirs) & set(mine), default=0)
