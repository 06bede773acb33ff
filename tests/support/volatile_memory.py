# SPDX-License-Identifier: MIT
"""A volatile store in a dictionary: what a restart of the computer forgets is forgotten by ``restart``."""


class MemoryVolatileStore:
    """Fits ``desktop.vault.volatile_store.VolatileStore``; it drops nothing by itself, so the lock must look."""

    def __init__(self) -> None:
        self.available = True
        self.refuses = False
        self.kept: dict[str, bytes] = {}

    def put(self, name: str, secret: bytes, *, seconds: int) -> bool:
        """Keep it, unless it has nothing to live for."""
        if self.refuses or not self.available or seconds <= 0:
            return False
        self.kept[name] = secret
        return True

    def get(self, name: str) -> bytes | None:
        """Return it."""
        return self.kept.get(name)

    def drop(self, name: str) -> None:
        """Forget it."""
        self.kept.pop(name, None)

    def restart(self) -> None:
        """Forget all, as the computer does."""
        self.kept.clear()
