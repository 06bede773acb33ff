# SPDX-License-Identifier: MIT
"""The part of the operating system's key store that forgets at a restart: half of what a PIN opens lies there.

Linux: the kernel's own keyring (``keyctl(2)``), in memory that is never swapped, dropped by the kernel when its
time is over. Windows: a credential of this logon session. Elsewhere there is none, and no PIN is offered:
half a box on the disk would be opened by a million tries.
"""

import ctypes
import os
import platform
import sys
from typing import Final, Protocol

if sys.platform == "win32":
    import base64

    from keyring.backends.Windows import WinVaultKeyring
    from keyring.errors import KeyringError


class VolatileStore(Protocol):
    """Small secrets by name, for one account of this computer, gone after a restart."""

    @property
    def available(self) -> bool:
        """Whether this computer has such a place and lets us use it."""

    def put(self, name: str, secret: bytes, *, seconds: int) -> bool:
        """Keep it for at most that long, in place of an older one; return whether it is kept."""

    def get(self, name: str) -> bytes | None:
        """Return it, ``None`` when it is gone."""

    def drop(self, name: str) -> None:
        """Forget it; harmless when it is gone."""


class NoVolatileStore:
    """A computer without such a place."""

    available: Final = False

    def put(self, _name: str, _secret: bytes, *, seconds: int) -> bool:  # noqa: ARG002 - nothing is kept
        """Keep nothing."""
        return False

    def get(self, _name: str) -> bytes | None:
        """Return nothing."""
        return None

    def drop(self, _name: str) -> None:
        """Forget nothing."""


_CALLS: Final = {"x86_64": (248, 250), "aarch64": (217, 219)}
"""Numbers of ``add_key`` and ``keyctl`` (``<asm/unistd.h>``)."""
_USER_KEYRING: Final = -4
_SETPERM, _SEARCH, _READ, _SET_TIMEOUT, _INVALIDATE = 5, 10, 11, 15, 21
_OWNER_ONLY: Final = 0x3F3F0000
"""All for the possessor and for processes of the same user, nothing for group and others."""
_LARGEST: Final = 4096


class KernelKeyring:
    """The user keyring of Linux. Nothing of it is ever on a disk."""

    def __init__(self) -> None:
        self._numbers = _CALLS.get(platform.machine())
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.syscall.restype = ctypes.c_long
        self.available: Final = self._numbers is not None and self._works()

    def put(self, name: str, secret: bytes, *, seconds: int) -> bool:
        """Keep it; the kernel drops it after ``seconds``."""
        if not self.available or seconds <= 0:
            return False
        key = self._add(name, secret)
        if key < 0:
            return False
        kept = self._keyctl(_SETPERM, key, _OWNER_ONLY) == 0 and self._keyctl(_SET_TIMEOUT, key, seconds) == 0
        if not kept:
            self._keyctl(_INVALIDATE, key)
        return kept

    def get(self, name: str) -> bytes | None:
        """Return it, ``None`` when it is gone."""
        key = self._find(name)
        if key < 0:
            return None
        room = ctypes.create_string_buffer(_LARGEST)
        length = self._keyctl(_READ, key, room, _LARGEST)
        return room.raw[:length] if 0 <= length <= _LARGEST else None

    def drop(self, name: str) -> None:
        """Forget it at once."""
        key = self._find(name)
        if key >= 0:
            self._keyctl(_INVALIDATE, key)

    def _works(self) -> bool:
        """Containers may forbid these calls: try, since nothing else tells."""
        key = self._add(f"kenttakirja/try/{os.getpid()}", b"try")
        return key >= 0 and self._keyctl(_INVALIDATE, key) == 0

    def _add(self, name: str, secret: bytes) -> int:
        number = self._numbers[0] if self._numbers is not None else -1
        return self._call(number, b"user", name.encode(), secret, len(secret), _USER_KEYRING)

    def _find(self, name: str) -> int:
        return self._keyctl(_SEARCH, _USER_KEYRING, b"user", name.encode(), 0) if self.available else -1

    def _keyctl(self, *arguments: object) -> int:
        number = self._numbers[1] if self._numbers is not None else -1
        return self._call(number, *arguments)

    def _call(self, number: int, *arguments: object) -> int:
        wide = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
        return int(self._libc.syscall(ctypes.c_long(number), *wide))


if sys.platform == "win32":

    class SessionCredential:
        """A credential of this logon session in the Credential Locker; Windows forgets it at logoff and restart."""

        available: Final = True

        def __init__(self) -> None:
            self._ring = WinVaultKeyring()
            self._ring.persist = "session"

        def put(self, name: str, secret: bytes, *, seconds: int) -> bool:  # noqa: ARG002 - the box has its own end
            """Keep it until this session ends."""
            try:
                self._ring.set_password(name, name, base64.b64encode(secret).decode())
            except KeyringError:
                return False
            return True

        def get(self, name: str) -> bytes | None:
            """Return it, ``None`` when it is gone."""
            try:
                kept = self._ring.get_password(name, name)
            except KeyringError:
                return None
            return None if kept is None else base64.b64decode(kept)

        def drop(self, name: str) -> None:
            """Forget it."""
            try:
                self._ring.delete_password(name, name)
            except KeyringError:
                return

    def system_volatile_store() -> VolatileStore:
        """Return this computer's place."""
        return SessionCredential()

elif sys.platform == "linux":

    def system_volatile_store() -> VolatileStore:
        """Return this computer's place, or none where the kernel's keyring may not be used."""
        ring = KernelKeyring()
        return ring if ring.available else NoVolatileStore()

else:

    def system_volatile_store() -> VolatileStore:
        """Return none: macOS has no part of the keychain that forgets at a restart."""
        return NoVolatileStore()
