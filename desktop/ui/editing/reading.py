# SPDX-License-Identifier: MIT
"""Reads a service's map in the window; what a newer version wrote in another form is told from a bug."""

from collections.abc import Mapping
from typing import Any

import msgspec

from sync.catalogue.model import Service, from_map


def read_service(content: Mapping[str, Any]) -> Service | None:
    """Return the service, ``None`` for what this version can't read."""
    try:
        return from_map(content)
    except msgspec.ValidationError:
        return None
