# SPDX-License-Identifier: MIT
"""Files of services as directories give them, with made-up services, and our code lists to read them by."""

from pathlib import Path
from typing import Any, Final

import msgspec

from sync.catalogue.importing import Imported, read_services
from sync.catalogue.report import LineKind, Reason
from sync.records.codes import load_codes

ROOT: Final = Path(__file__).parents[2]
CODES: Final = load_codes(ROOT / "resources" / "codes")
DAY: Final = "2026-11-24"
SAMPLES: Final = {
    "palvelumanuaali_jsonapi": "palvelumanuaali",
    "palvelumanuaali_plain": "palvelumanuaali",
    "ptv_bundle": "ptv",
    "palvelukartta_units": "palvelukartta",
    "neutral": "kenttakirja",
}
"""File without its ending → the source that it is of."""


def sample(name: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return a sample's JSON value."""
    return msgspec.json.decode(sample_bytes(name))


def sample_bytes(name: str) -> bytes:
    """Return a sample as its bytes."""
    return (ROOT / "tests" / "sync" / "catalogue" / "samples" / f"{name}.json").read_bytes()


def imported(value: object, source: str, day: str = DAY) -> Imported:
    """Return what a JSON value gives when it is read as a file of this source."""
    return read_services(msgspec.json.encode(value), source, day=day, codes=CODES)


def lines(found: Imported) -> set[tuple[LineKind, Reason, str]]:
    """Return kind, reason and place of every line."""
    return {(line.kind, line.reason, line.where) for line in found.report.lines}
