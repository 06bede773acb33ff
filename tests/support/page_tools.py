# SPDX-License-Identifier: MIT
"""What a test of a page is given: Tools round a fake notebook, with a clock that stands still."""

from datetime import datetime

from fake_notebook import FakeBridge

from desktop.notebook.messages.laptop import Unlocked
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.page import Tools
from desktop.ui.words.codes import CodeWords
from sync.records.codes import load_codes
from sync.records.ids import StaffId, TeamId

NOW = datetime(2026, 11, 24, 14, 26)  # noqa: DTZ001 - the laptop's own zone, as people read the clock
"""The day and the minute of the design's pictures."""


def at(hour: int, minute: int, *, day: int = 24) -> int:
    """Return that time of a day in November 2026, in milliseconds."""
    return int(NOW.replace(day=day, hour=hour, minute=minute).timestamp() * 1000)


WHO = Unlocked(
    StaffId("s0000000000000001"), "Aino Lehtonen", "adviser", ["adviser"], TeamId("t0000000000000001"), "Itä",
    "HEL-L-2217", practice=False, can_review=False, unsent=6, failed_unlocks=0, draft_page="",
)  # fmt: skip
"""The adviser of the pictures."""


def tools_for(dressed: Dressed, bridge: FakeBridge) -> Tools:
    """Return the tools of a page."""
    return Tools(
        bridge=bridge.as_bridge(),
        theme=dressed.theme,
        translations=dressed.translations,
        codes=CodeWords(load_codes(resource("codes")), dressed.translations),
        clock=lambda: int(NOW.timestamp() * 1000),
    )
