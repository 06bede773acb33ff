# SPDX-License-Identifier: MIT
"""The operating system's key store, where a lease lies; a file of this user's where the computer has none.

Credential Locker on Windows, Keychain on macOS, Secret Service or KWallet on Linux, through the library
``keyring``. A store that hangs must not hold up an unlock: each call has a time limit, and one that was missed
leaves the file for the rest of the process. ``keyring`` is imported at the first call (0.2 s, measured 2026-11),
in the thread that waits for it.
"""

import base64
import binascii
import hashlib
import importlib
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol, TypeVar

from desktop.vault.disk import FOLDER_MODE, Disk, write_durably
from desktop.vault.errors import LaptopFault

SECONDS: Final = 3.0
"""What a call may take, a first one with the import of the library: a healthy store answers in milliseconds."""
FOLDER: Final = "keystore"
_LARGEST: Final = 4096
_NO_STORE: Final = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Modules of backends that keep nothing, or in the clear."""
_CHAIN: Final = "keyring.backends.chainer"

T = TypeVar("T")

_log = logging.getLogger(__name__)


class KeyStore(Protocol):
    """Small secrets by name, for one account of this computer; they outlive a restart. Nothing is ever raised."""

    @property
    def system(self) -> bool:
        """Whether the operating system guards them."""

    def get(self, name: str) -> bytes | None:
        """Return it, ``None`` when there is none, or none that can be read now."""

    def put(self, name: str, secret: bytes) -> bool:
        """Keep it in place of an older one; say whether it is kept."""

    def drop(self, name: str) -> None:
        """Forget it; harmless when it is gone."""


class Backend(Protocol):
    """What is used of ``keyring.backend.KeyringBackend``."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a password."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep one."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget one; raises when there is none."""


class FileKeyStore:
    """A file a name, 0600, in a folder beside the notebooks: whoever reads this account's files reads it."""

    system: Final = False

    def __init__(self, root: Path, disk: Disk) -> None:
        """``root`` is the laptop's folder."""
        self._folder = root / FOLDER
        self._disk = disk

    def get(self, name: str) -> bytes | None:
        """Return it, ``None`` when there is none."""
        try:
            return self._disk.read(self._path(name), _LARGEST) or None
        except OSError:
            return None

    def put(self, name: str, secret: bytes) -> bool:
        """Keep it durably; not on a full disk."""
        try:
            self._folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
            write_durably(self._disk, self._path(name), secret)
        except (LaptopFault, OSError) as problem:
            _log.info("a key was not kept: %s", type(problem).__name__)
            return False
        return True

    def drop(self, name: str) -> None:
        """Forget it."""
        try:
            self._disk.remove(self._path(name))
        except OSError as problem:
            _log.info("a key was not dropped: %s", type(problem).__name__)

    def _path(self, name: str) -> Path:
        """No name of ours is a file's name on every system."""
        return self._folder / hashlib.sha256(name.encode()).hexdigest()[:32]


class SystemKeyStore:
    """The operating system's store, and the file behind it for what the store does not take."""

    def __init__(
        self, fallback: FileKeyStore, *, find: Callable[[], Backend | None], seconds: float = SECONDS
    ) -> None:
        """``find`` returns the backend, ``None`` where the computer has none; asked once."""
        self._fallback = fallback
        self._find = find
        self._seconds = seconds
        self._lock = threading.Lock()
        self._backend: Backend | None = None
        self._found = False

    @property
    def system(self) -> bool:
        """Whether the operating system guards what is kept."""
        return self._in_time(lambda backend: backend is not None) is True

    def get(self, name: str) -> bytes | None:
        """Return it from the system's store, else from the file."""
        text = self._in_time(lambda backend: backend.get_password(name, name))
        if text is not None:
            try:
                return base64.b64decode(text, validate=True)
            except (binascii.Error, ValueError):
                return None
        return self._fallback.get(name)

    def put(self, name: str, secret: bytes) -> bool:
        """Keep it in the system's store, and then in no file; in the file where that fails."""
        text = base64.b64encode(secret).decode()

        def keep(backend: Backend) -> bool:
            backend.set_password(name, name, text)
            return backend.get_password(name, name) == text

        if self._in_time(keep) is True:
            self._fallback.drop(name)
            return True
        return self._fallback.put(name, secret)

    def drop(self, name: str) -> None:
        """Forget it in both places."""
        self._in_time(lambda backend: backend.delete_password(name, name))
        self._fallback.drop(name)

    def _in_time(self, call: Callable[[Backend], T]) -> T | None:
        """Return what ``call`` gives; ``None`` where there is no store, it raises, or it takes too long.

        The thread of a call that hangs is left behind: nothing can end it, and it holds nothing of ours.
        """
        with self._lock:
            if self._found and self._backend is None:
                return None
            answer: list[T] = []
            found: list[Backend | None] = []

            def ask() -> None:
                try:
                    backend = self._backend if self._found else self._find()
                    found.append(backend)
                    if backend is not None:
                        answer.append(call(backend))
                except Exception as problem:  # noqa: BLE001 - backends raise what their systems raise
                    _log.info("the key store said no: %s", type(problem).__name__)

            thread = threading.Thread(target=ask, name="key store", daemon=True)
            thread.start()
            thread.join(self._seconds)
            hung = thread.is_alive()
            self._found = True
            self._backend = None if hung or not found else found[0]
            if hung:
                _log.warning("the key store does not answer; the file stands in for it")
                return None
            return answer[0] if answer else None


def system_backend() -> Backend | None:
    """Return the backend that ``keyring`` finds on this computer, ``None`` when it is none that guards anything."""
    backend: Backend = importlib.import_module("keyring").get_keyring()
    return backend if _guards(backend) else None


def _guards(backend: object) -> bool:
    module = type(backend).__module__
    if module.startswith(_CHAIN):
        return any(_guards(one) for one in getattr(backend, "backends", ()))
    return not module.startswith(_NO_STORE)


def system_key_store(root: Path, disk: Disk) -> KeyStore:
    """Return the key store for the laptop's folder ``root``."""
    return SystemKeyStore(FileKeyStore(root, disk), find=system_backend)
