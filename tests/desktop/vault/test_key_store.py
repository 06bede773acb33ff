# SPDX-License-Identifier: MIT
"""Where a lease lies: the system's store where there is one, a file of this user's where there is none."""

import logging
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest
from vault_disks import FullDisk

from desktop.vault.disk import RealDisk
from desktop.vault.key_store import (
    FOLDER,
    Backend,
    FileKeyStore,
    SystemKeyStore,
    system_backend,
    system_key_store,
)

NAME, SECRET = "kenttakirja/00112233", b"\x00\xffshare"


class Ring:
    """A backend that can break in every way that a desktop knows."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False
        self.forgets = False
        self.gate = threading.Event()
        self.gate.set()

    def get_password(self, service: str, username: str) -> str | None:
        """Return it."""
        self._meet()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it, if this store keeps anything."""
        self._meet()
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it; raises when it is gone, as they do."""
        self._meet()
        del self.kept[service, username]

    def _meet(self) -> None:
        self.gate.wait(30)
        if self.broken:
            raise RuntimeError("the session bus is gone")


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A backend whose hanging calls end with the test."""
    one = Ring()
    yield one
    one.gate.set()


def files(root: Path) -> list[Path]:
    return list((root / FOLDER).iterdir()) if (root / FOLDER).exists() else []


def store_of(root: Path, ring: Backend | None, seconds: float = 30.0) -> SystemKeyStore:
    return SystemKeyStore(FileKeyStore(root, RealDisk()), find=lambda: ring, seconds=seconds)


def test_a_file_keeps_for_this_user_only_and_names_nothing(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path, RealDisk())
    assert store.get(NAME) is None
    assert store.put(NAME, SECRET)
    assert FileKeyStore(tmp_path, RealDisk()).get(NAME) == SECRET
    [file] = files(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert "0011" not in file.name
    store.drop(NAME)
    store.drop(NAME)
    assert store.get(NAME) is None
    assert not store.system


def test_a_full_disk_keeps_nothing_and_loses_nothing(tmp_path: Path) -> None:
    assert FileKeyStore(tmp_path, RealDisk()).put(NAME, SECRET)
    assert not FileKeyStore(tmp_path, FullDisk(0)).put(NAME, b"new")
    assert FileKeyStore(tmp_path, RealDisk()).get(NAME) == SECRET


def test_a_folder_where_a_file_should_be_is_no_secret_and_no_crash(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path, RealDisk())
    store.put(NAME, SECRET)
    [file] = files(tmp_path)
    file.unlink()
    file.mkdir()
    assert store.get(NAME) is None
    assert not store.put(NAME, SECRET)
    store.drop(NAME)


def test_the_systems_store_keeps_and_no_file_does(tmp_path: Path, ring: Ring) -> None:
    store = store_of(tmp_path, ring)
    assert store.system
    assert store.put(NAME, SECRET)
    assert store.get(NAME) == SECRET
    assert not files(tmp_path)
    store.drop(NAME)
    store.drop(NAME)
    assert store.get(NAME) is None


def test_what_lay_in_the_file_is_found_and_moves_to_the_system(tmp_path: Path, ring: Ring) -> None:
    FileKeyStore(tmp_path, RealDisk()).put(NAME, SECRET)
    store = store_of(tmp_path, ring)
    assert store.get(NAME) == SECRET
    store.put(NAME, SECRET)
    assert not files(tmp_path)
    assert store.get(NAME) == SECRET


@pytest.mark.parametrize("how", ["none", "broken", "forgets"])
def test_where_the_system_keeps_nothing_the_file_does(tmp_path: Path, ring: Ring, how: str) -> None:
    ring.broken, ring.forgets = how == "broken", how == "forgets"
    store = store_of(tmp_path, None if how == "none" else ring)
    assert store.put(NAME, SECRET)
    assert store.get(NAME) == SECRET
    assert len(files(tmp_path)) == 1
    assert store.system == (how != "none")
    store.drop(NAME)
    assert store.get(NAME) is None


def test_a_store_that_hangs_is_waited_for_once_and_then_no_more(
    tmp_path: Path, ring: Ring, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[int] = []

    def find() -> Ring:
        asked.append(1)
        return ring

    store = SystemKeyStore(FileKeyStore(tmp_path, RealDisk()), find=find, seconds=0.01)
    ring.gate.clear()
    with caplog.at_level(logging.ERROR):
        assert store.put(NAME, SECRET)
        assert store.get(NAME) == SECRET
    assert not store.system
    assert asked == [1]
    assert len(files(tmp_path)) == 1


def test_a_search_for_the_store_that_raises_means_there_is_none(tmp_path: Path) -> None:
    def find() -> Backend | None:
        raise RuntimeError

    store = SystemKeyStore(FileKeyStore(tmp_path, RealDisk()), find=find)
    assert not store.system
    assert store.put(NAME, SECRET)


def test_something_else_under_our_name_is_no_secret(tmp_path: Path, ring: Ring) -> None:
    ring.kept[NAME, NAME] = "ei base64, öö"
    assert store_of(tmp_path, ring).get(NAME) is None


def chain(*backends: object) -> object:
    """A chainer of these."""

    class Chain(keyring.backends.chainer.ChainerBackend):
        backends = ()

    Chain.__module__ = keyring.backends.chainer.__name__
    Chain.backends = backends  # type: ignore[assignment]
    made: object = Chain()  # type: ignore[no-untyped-call]
    return made


def test_stores_that_guard_nothing_count_as_none(monkeypatch: pytest.MonkeyPatch, ring: Ring) -> None:
    guards_nothing = (keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), chain())  # type: ignore[no-untyped-call]
    for one in (*guards_nothing, chain(*guards_nothing)):
        monkeypatch.setattr("keyring.get_keyring", lambda one=one: one)
        assert system_backend() is None
    for good in (ring, chain(guards_nothing[0], ring)):
        monkeypatch.setattr("keyring.get_keyring", lambda good=good: good)
        assert system_backend() is good


def test_this_computers_own_store_answers_one_way_or_the_other(tmp_path: Path) -> None:
    store = system_key_store(tmp_path, RealDisk())
    assert store.get("kenttakirja/nobody") is None
