# SPDX-License-Identifier: MIT
"""Places on the map: Finland's grid ETRS-TM35FIN to millionths of a degree."""

import math
import re
from typing import Final

MILLION: Final = 1_000_000

_AXIS: Final = 6_378_137.0
_FLATTENING: Final = 1 / 298.257222101
_SCALE: Final = 0.9996
_MERIDIAN: Final = 27.0
_EAST_OF_MERIDIAN: Final = 500_000.0
"""The ellipsoid GRS 80 and the projection's own numbers (JHS 197)."""

_N: Final = _FLATTENING / (2 - _FLATTENING)
_RADIUS: Final = _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96,
    _N**2 / 48 + _N**3 / 15,
    17 * _N**3 / 480,
)
_DELTA: Final = (
    2 * _N - 2 * _N**2 / 3 - 2 * _N**3,
    7 * _N**2 / 3 - 8 * _N**3 / 5,
    56 * _N**3 / 15,
)
"""Krüger's series, inverse; exact to a centimetre in Finland."""

_SOUTH, _NORTH, _WEST, _EAST = 59.0, 71.0, 19.0, 32.0


def place_on_map(north: object, east: object) -> tuple[int, int] | None:
    """Return latitude and longitude in millionths of a degree; ``None`` for what is no place in Finland.

    Takes degrees or metres of the national grid, as numbers or as text.
    """
    first, second = _decimal(north), _decimal(east)
    if first is None or second is None:
        return None
    if not _in_finland(first, second):
        if not (6_500_000 < first < 7_900_000 and 0 < second < 900_000):  # noqa: PLR2004 - the grid's bounds
            return None
        first, second = _degrees(first, second)
    if not _in_finland(first, second):
        return None
    return round(first * MILLION), round(second * MILLION)


def _in_finland(latitude: float, longitude: float) -> bool:
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def _degrees(north: float, east: float) -> tuple[float, float]:
    xi = north / (_RADIUS * _SCALE)
    eta = (east - _EAST_OF_MERIDIAN) / (_RADIUS * _SCALE)
    xi_there, eta_there = xi, eta
    for step, beta in enumerate(_BETA, start=1):
        xi_there -= beta * math.sin(2 * step * xi) * math.cosh(2 * step * eta)
        eta_there -= beta * math.cos(2 * step * xi) * math.sinh(2 * step * eta)
    conformal = math.asin(math.sin(xi_there) / math.cosh(eta_there))
    latitude = conformal + sum(
        delta * math.sin(2 * step * conformal) for step, delta in enumerate(_DELTA, start=1)
    )
    longitude = math.atan2(math.sinh(eta_there), math.cos(xi_there))
    return math.degrees(latitude), _MERIDIAN + math.degrees(longitude)


def _decimal(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if abs(value) < 10**8 else None
    if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,8}([.,][0-9]{1,15})?\s*", value):
        return float(value.replace(",", "."))
    return None
