# SPDX-License-Identifier: MIT
"""The power goes before, between or after any two calls that write an order, a mark, a lease, a card, a backup …

Each is afterwards as it was or as it should be, never half, and as it should be once the writer has returned.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from vault_disks import RecordingDisk, states_after_all_of, states_after_power_cuts
from vault_notebooks import STAFF, Clock, enrol

from desktop.notebook.hub_card import HubCard, write_hub_card
from desktop.vault.backup import SUFFIX, Contents, read_backup, unpack, write_backup
from desktop.vault.card import NotebookCard, write_card
from desktop.vault.disk import Disk, RealDisk
from desktop.vault.key_store import FileKeyStore
from desktop.vault.lease import LeaseRecord
from desktop.vault.lease_keeping import write_lease
from desktop.vault.orders_file import keep_order
from desktop.vault.recovery import keep_request
from desktop.vault.throttle import Throttle
from desktop.vault.wiping import Wipe, mark
from sync.log.sealing import ReceivingKey
from sync.records.ids import LaptopId

Writer = Callable[[Disk, Path, int], object]
RECEIVING = ReceivingKey.generate()


def _miss(disk: Disk, folder: Path, number: int) -> None:
    """Count ``number`` wrong tries more."""
    throttle = Throttle(folder, clock=Clock(), disk=disk)
    for _ in range(number):
        throttle.note_try()


def _lease(disk: Disk, folder: Path, number: int) -> None:
    write_lease(FileKeyStore(folder.parent, disk), "aa", LeaseRecord(
        days=45, mark=number, offset=0, share="00" * 16, until=9
    ))  # fmt: skip


WRITERS: dict[str, Writer] = {
    "order.bin": lambda disk, folder, at: keep_order(disk, folder, b"order" * 100 * at),
    "wiping.json": lambda disk, folder, at: mark(
        disk, folder, Wipe(why="wiped", order=at, at=at, signed=False)
    ),
    "recovery.key": lambda disk, folder, at: keep_request(
        disk, folder, digest=bytes([at]) * 32, receiving=RECEIVING
    ),
    "card.json": lambda disk, folder, at: write_card(
        disk, folder, NotebookCard(
            staff=STAFF, name="Aino Esimerkki", role="adviser", team="Itä", opened=at, unsent=0
        ),
    ),
    "hub.json": lambda disk, folder, at: write_hub_card(disk, folder, HubCard(
        address="https://hub.example", hub="00" * 16, root_digest="00" * 32, laptop_name=str(at)
    )),
    "throttle.json": _miss,
    "keystore": _lease,
}  # fmt: skip


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("name", WRITERS)
def test_a_small_file_is_the_old_or_the_new_one(tmp_path: Path, name: str) -> None:
    place, writer, disk = tmp_path / "n", WRITERS[name], RecordingDisk()
    place.mkdir()
    folder = tmp_path / "keystore" if name == "keystore" else place
    writer(disk, place, 1)
    before = _files(folder)
    disk.calls.clear()
    writer(disk, place, 2)
    after = _files(folder)
    (file,) = after
    states = list(states_after_power_cuts(before, disk.calls))
    found = {state[file] for state in states}
    assert found >= {before[file], after[file]}
    if name != "throttle.json":  # two misses are two saves, with a state between
        assert found == {before[file], after[file]}
    assert {extra for state in states for extra in state} <= {file, f"{file}.new"}
    assert [state[file] for state in states_after_all_of(before, disk.calls)] == [after[file]] * 2


def test_a_backup_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate())
    source, target, disk = tmp_path / "source.db", tmp_path / "backups", RecordingDisk()
    source.write_bytes(b"a database" * 20_000)
    target.mkdir()
    contents = Contents(
        keys=enrolled.vault.header, hub_card=b'{"hub":"x"}', laptop=LaptopId("l00000000000000a1"),
        made=1_790_000_000_000, practice=False, automatic=True,
    )  # fmt: skip
    make = partial(write_backup, database=source, contents=contents, secrets=enrolled.secrets, city=None)
    make(disk, target / f"one{SUFFIX}")
    states = list(states_after_power_cuts({}, disk.calls))
    whole = unfinished = 0
    for number, state in enumerate(states):
        place = tmp_path / str(number)
        place.mkdir()
        for name, content in state.items():
            (place / name).write_bytes(content)
        named = list(place.glob(f"*{SUFFIX}"))
        unfinished += bool(list(place.glob("*.new")))
        for path in named:
            unpack(RealDisk(), read_backup(path), enrolled.secrets, place / "out.db")
            assert (place / "out.db").read_bytes() == source.read_bytes()
            whole += 1
    assert len(states) >= 4
    assert unfinished
    assert whole


def test_whoever_forgot_to_flush_would_be_found_by_this_measure(tmp_path: Path) -> None:
    class Forgetful(RecordingDisk):
        def flush(self, descriptor: int) -> None:
            """Forget."""

    disk = Forgetful()
    keep_order(disk, tmp_path, b"old")
    before = _files(tmp_path)
    disk.calls.clear()
    keep_order(disk, tmp_path, b"new order")
    assert {state["order.bin"] for state in states_after_power_cuts(before, disk.calls)} > {b"old"}
    assert b"" in {state["order.bin"] for state in states_after_all_of(before, disk.calls)}
