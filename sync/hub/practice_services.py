# SPDX-License-Identifier: MIT
"""The practice city's services: made-up ones from a folder of files, checked lately on whatever day it is."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from sync.catalogue import neutral
from sync.catalogue.importing import read_services
from sync.catalogue.model import Service, from_map, to_map
from sync.hub.catalogue_publishing import Published, publish
from sync.hub.parts import HubParts
from sync.hub.shipped import shipped_codes

WRITTEN: Final = date(2026, 11, 23)
"""The Monday from which the files' days count."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOVING: Final = frozenset({
    "checked", "stale_after", "valid_from", "valid_to", "starts", "ends", "changed", "fetched",
})  # fmt: skip
"""Days that move with today; other hours at Christmas do not."""


def fill_services(parts: HubParts, folder: Path, *, today: date) -> Published:
    """Publish the services of all files in a folder; raises ``sync.catalogue.errors``, OSError."""
    weeks = timedelta(weeks=(today - WRITTEN).days // 7)
    codes = shipped_codes()
    found: list[Service] = []
    for file in sorted(folder.glob("*.json")):
        read = read_services(file.read_bytes(), neutral.SOURCE, day=today.isoformat(), codes=codes)
        found += [from_map(_moved(to_map(one), weeks)) for one in read.services]
    return publish(parts, found, neutral.SOURCE, whole=False, review=False)


def _moved(value: Any, by: timedelta, name: str = "") -> Any:  # noqa: ANN401 - maps, lists, texts and numbers
    """Return a service's map with its days by whole weeks later: what begins on a Monday still does."""
    if isinstance(value, dict):
        return {key: _moved(one, by, key) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(one, by) for one in value]
    if name in _MOVING and isinstance(value, str) and _DAY.fullmatch(value):
        return (date.fromisoformat(value) + by).isoformat()
    return value
