# SPDX-License-Identifier: MIT
"""Three people on one laptop: each has their own key, their own files, and goes without the others noticing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import Doorstep, problem_of
from hub_world import HubClock, HubWorld
from order_desk import OrderDesk

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Join, Lock, ShowLaptop, Unlock
from desktop.notebook.messages.leaving import LeaveLaptop
from desktop.notebook.messages.problems import Problem
from desktop.notebook.premises import backups_of
from desktop.store.backup_copy import copy_notebook
from desktop.store.changes import Change
from desktop.vault.attachments import attachment_folder
from desktop.vault.restore import BACKUPS
from sync.client.outbox import SUFFIX
from sync.records.ids import StaffId

PHRASES = ("kivi lumi tuuli hauki sammal", "viisi sanaa riittää ihan hyvin", "aivan toiset viisi sanaa nyt")


class Three:
    """Aino, Bertta and Celia, each with a canary in the database, a file, a backup and the outbox."""

    def __init__(self, folder: Path, hub: HubWorld, lane: Lane) -> None:
        self.step = Doorstep(folder, hub, lane)
        celia = hub.person("Celia Cajander", "adviser", self.step.team)
        self.staff = (self.step.aino, self.step.bertta, celia)
        self.phrase = dict(zip(self.staff, PHRASES, strict=True))
        self.desk = OrderDesk.of(self.step)
        for staff, phrase in self.phrase.items():
            door = self.step.door()
            door.join(Join(self.step.token(staff), phrase, "Testikone"))
            self._fill(staff)
            door.lock(Lock(""))
            seat = self.desk.sit(staff, phrase)
            assert seat.keeper.seal_last().left == 0
            self.desk.rise(seat)

    def canary(self, staff: StaffId) -> str:
        """Return what nobody but this person may read."""
        return f"kanarialintu-{staff}"

    def _fill(self, staff: StaffId) -> None:
        step, inside = self.step, self.step.entered[-1][0]
        desk, canary = inside.desk, self.canary(staff)
        fields = {"place": {"point": None, "name": canary}, "state": {"status": "open", "at": 1}, "starts": 1,
                  f"staff/{staff}": True}  # fmt: skip
        change = Change(kind="session", entity=desk.new_id(), fields=fields)
        desk.save([(desk.team_stream(), [change])])
        files = attachment_folder(inside.vault.folder, outbox=step.laptop.outbox, disk=step.disk)
        sealed = files.seal(canary.encode() * 100, b"context")
        files.leave(sealed.blob)
        backups_of(step.premises, inside.vault, inside.hub).make(
            lambda target: copy_notebook(desk.store.path, inside.vault.secrets.database_key, target),
            into=None, automatic=True, city=None,
        )  # fmt: skip

    def close(self) -> None:
        """Let go of what is open."""
        for door in self.step.doors:
            door.close()


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Three]:
    """Return the laptop of the three."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = Three(tmp_path / "laptop", hub, lane)
    yield one
    one.close()
    lane.stop()
    hub.close()


def test_nobodys_passphrase_opens_anothers_notebook(three: Three) -> None:
    for owner in three.staff:
        for other in three.staff:
            door = three.step.door()
            if owner == other:
                assert door.unlock(Unlock(owner, three.phrase[owner])).staff == owner
                door.lock(Lock(""))
            else:
                ask = Unlock(owner, three.phrase[other])
                assert problem_of(lambda: door.unlock(ask))[0] is Problem.WRONG_PASSPHRASE  # noqa: B023 - at once


def test_no_two_hold_the_same_keys(three: Three) -> None:
    held: list[bytes] = []
    for inside, _ in three.step.entered:
        folder = inside.vault.folder
        held += [(folder / "vault.keys").read_bytes(), inside.desk.writer]
    assert len(set(held)) == 2 * len(three.staff)


def test_no_file_of_the_laptop_holds_anybodys_canary_in_the_clear(three: Three) -> None:
    root = three.step.laptop.root
    for staff in three.staff:
        seat = three.step.door()
        seat.unlock(Unlock(staff, three.phrase[staff]))
        seat.lock(Lock(""))
        folder = three.step.folder_of(staff)
        assert (folder / "notebook.db").stat().st_size > 0
        assert list((folder / "attachments").iterdir())
        assert list((folder / BACKUPS).iterdir())
    assert len(list((root / "outbox" / "blobs").iterdir())) == len(three.staff)
    assert len(three.desk.outbox(SUFFIX)) >= len(three.staff)
    files = [path for path in root.rglob("*") if path.is_file()]
    for staff in three.staff:
        canary = three.canary(staff).encode()
        assert [path for path in files if canary in path.read_bytes()] == []


def test_who_leaves_takes_nothing_of_the_others_along(three: Three) -> None:
    leaver, *others = three.staff
    kept = {
        path: path.read_bytes()
        for staff in others
        for path in three.step.folder_of(staff).rglob("*")
        if path.is_file()
    }
    seat = three.desk.sit(leaver, three.phrase[leaver])
    seat.leaving.leave(LeaveLaptop(three.phrase[leaver]))
    assert not three.step.folder_of(leaver).exists()
    assert {path: path.read_bytes() for path in kept} == kept
    assert {one.staff for one in three.step.door().show(ShowLaptop()).people} == set(others)
    for staff in others:
        again = three.desk.sit(staff, three.phrase[staff])
        again.save()
        again.round()
        again.inside.desk.store.verify()
        three.desk.rise(again)
    assert three.step.hub.parts.store.withheld() == []
