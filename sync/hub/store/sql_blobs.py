# SPDX-License-Identifier: MIT
"""Which blob belongs to which record, in SQLAlchemy Core."""

from sync.hub.store.engines import Engines


class BlobTables:
    """The part of ``SqlStore`` that fits ``blob_contract.BlobStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
