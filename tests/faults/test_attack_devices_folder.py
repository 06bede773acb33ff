# SPDX-License-Identifier: MIT
"""A colleague at the same laptop puts files into somebody's folder: nothing is told, and nobody else is kept out."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from backup_stand import BackupStand
from doorstep import GOOD, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.hub_card import HUB_FILE, read_hub_card, write_hub_card
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import ShowLaptop, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.reopening import Reopening
from desktop.vault.attachments import FOLDER, attachment_folder
from desktop.vault.card import CARD_FILE
from desktop.vault.orders_file import ORDER_FILE
from desktop.vault.pin import PIN_FILE
from desktop.vault.throttle import THROTTLE_FILE

SMALL = (CARD_FILE, ORDER_FILE, THROTTLE_FILE, HUB_FILE)
STRANGER = "http://127.0.0.1:9"


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[BackupStand]:
    """A laptop that Aino and Bertta share."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = BackupStand(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    one.join(one.bertta)
    yield one
    one.close()
    lane.stop()
    hub.close()


def test_a_hub_card_of_another_root_opens_no_notebook(stand: BackupStand) -> None:
    folder = stand.folder_of(stand.aino)
    card = read_hub_card(stand.disk, folder)
    planted = msgspec.structs.replace(card, address=STRANGER, root_digest="ab" * 32)
    write_hub_card(stand.disk, folder, planted)
    door = stand.door()
    assert problem_of(lambda: door.unlock(Unlock(stand.aino, GOOD)))[0] is Problem.KEY_FILE_DAMAGED
    assert door.inside is None
    write_hub_card(stand.disk, folder, card)
    assert door.unlock(Unlock(stand.aino, GOOD)).name == "Aino Aalto"


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("what", ["folder", "pipe"])
def test_no_file_of_one_person_keeps_another_out(stand: BackupStand, name: str, what: str) -> None:
    if what == "pipe" and sys.platform == "win32":
        what = "folder"
    path = stand.folder_of(stand.aino) / name
    path.unlink(missing_ok=True)
    if what == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    door = stand.door()
    assert len(door.show(ShowLaptop()).people) == 2
    assert door.unlock(Unlock(stand.bertta, GOOD)).name == "Bertta Berg"


@pytest.mark.parametrize("name", ["s0000000000000000.restored.new", "s0000000000000000.restored"])
def test_a_file_where_a_restored_folder_would_be_stops_no_start(stand: BackupStand, name: str) -> None:
    (stand.laptop.root / "notebooks" / name).write_bytes(b"")
    stand.restoring()
    assert stand.door().unlock(Unlock(stand.aino, GOOD)).name == "Aino Aalto"


def test_what_lies_under_a_files_name_and_is_none_is_no_file(stand: BackupStand) -> None:
    files = attachment_folder(stand.folder_of(stand.aino), outbox=stand.laptop.outbox, disk=stand.disk)
    own = stand.folder_of(stand.aino) / FOLDER / ("aa" * 32)
    shared = stand.laptop.outbox / "blobs" / ("bb" * 32)
    own.mkdir()
    shared.mkdir()
    assert list(files.names()) == []
    assert not files.is_whole(b"\xaa" * 32)
    assert not files.take_from_outbox(b"\xbb" * 32)
    if sys.platform != "win32":
        pipe = stand.laptop.outbox / "blobs" / ("cc" * 32)
        os.mkfifo(pipe)
        assert not files.take_from_outbox(b"\xcc" * 32)
        assert not files.waits_whole(b"\xcc" * 32)


def test_a_folder_where_the_pins_box_would_be_keeps_its_owner_out_no_more_than_others(
    stand: BackupStand,
) -> None:
    (stand.folder_of(stand.aino) / PIN_FILE).mkdir()
    door = stand.door()
    Reopening(stand.premises, door)
    assert door.unlock(Unlock(stand.aino, GOOD)).name == "Aino Aalto"
