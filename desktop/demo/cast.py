# SPDX-License-Identifier: MIT
"""Who plays in the story: the hub, three laptops, and the staff by the city's words for them."""

from dataclasses import dataclass

from desktop.demo.hub_process import HubProcess
from desktop.demo.stage import Stage


@dataclass(frozen=True, slots=True)
class Cast:
    """``a`` is Aino's and Mehmet's laptop, ``b`` Ville's and Sofia's, ``c`` Henna's of another team."""

    hub: HubProcess
    people: dict[str, str]
    a: Stage
    b: Stage
    c: Stage

    @property
    def laptops(self) -> tuple[Stage, Stage, Stage]:
        """All three, in order."""
        return self.a, self.b, self.c
