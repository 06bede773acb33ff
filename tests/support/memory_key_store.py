# SPDX-License-Identifier: MIT
"""A key store in a dictionary, that can be lost, refuse, or be copied and put back."""


class MemoryKeyStore:
    """Fits ``desktop.vault.key_store.KeyStore``. ``puts`` counts what was written."""

    def __init__(self, *, system: bool = True) -> None:
        self.system = system
        self.refuses = False
        self.puts = 0
        self.kept: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """Return it."""
        return self.kept.get(name)

    def put(self, name: str, secret: bytes) -> bool:
        """Keep it, unless told not to."""
        if self.refuses:
            return False
        self.puts += 1
        self.kept[name] = secret
        return True

    def drop(self, name: str) -> None:
        """Forget it."""
        self.kept.pop(name, None)
