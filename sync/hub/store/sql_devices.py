# SPDX-License-Identifier: MIT
"""Leases, orders and farewells in SQLAlchemy Core."""

from sync.hub.store.engines import Engines


class DeviceTables:
    """The part of ``SqlStore`` that fits ``device_contract.DeviceStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
