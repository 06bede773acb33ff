# SPDX-License-Identifier: MIT
"""Files lie sealed under their own hash: nothing readable on the disk, nothing half under a whole name."""

import errno
import hashlib
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vault_disks import FullDisk, RecordingDisk, states_after_all_of, states_after_power_cuts

from desktop.vault.attachments import (
    LARGEST_SEALED,
    AttachmentFolder,
    attachment_context,
    attachment_folder,
    copy_readable,
)
from desktop.vault.disk import Disk, RealDisk
from desktop.vault.errors import AttachmentDamaged, AttachmentMissing, DiskFull
from sync.records.attachments import LARGEST_FILE
from sync.records.ids import EntityId, HubId

HUB = HubId(b"a hub for tests!")
ENTITY, OTHER = EntityId(bytes(15) + b"\x01"), EntityId(bytes(15) + b"\x02")
CONTEXT = attachment_context(HUB, ENTITY)
CANARY = b"Yrjana Testinen asuu Testikujalla"


def folder(tmp_path: Path, disk: Disk | None = None) -> AttachmentFolder:
    (tmp_path / "notebook").mkdir(exist_ok=True)
    return attachment_folder(tmp_path / "notebook", outbox=tmp_path / "outbox", disk=disk or RealDisk())


def names(tmp_path: Path, where: str = "notebook/attachments") -> list[str]:
    return sorted(path.name for path in (tmp_path / where).iterdir())


@given(plain=st.one_of(st.binary(max_size=5_000), st.integers(1, 3).map(lambda n: b"\x5a" * (n * 2**20 + n))))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_sealed_opens_again(tmp_path: Path, plain: bytes) -> None:
    files = folder(tmp_path)
    one = files.seal(plain, CONTEXT)
    assert files.open(one.blob, one.key, CONTEXT) == plain
    raw = (tmp_path / "notebook" / "attachments" / one.blob.hex()).read_bytes()
    assert (hashlib.sha256(raw).digest(), len(raw)) == (one.blob, one.sealed)
    assert files.is_whole(one.blob)


def test_a_sealed_file_is_its_owners_only_and_says_nothing(tmp_path: Path) -> None:
    files = folder(tmp_path)
    one = files.seal(CANARY * 1000, CONTEXT)
    path = tmp_path / "notebook" / "attachments" / one.blob.hex()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert CANARY[:12] not in path.read_bytes()
    assert CANARY.decode() not in repr(one)
    assert one.key.hex() not in repr(one)
    assert names(tmp_path) == [one.blob.hex()]


def test_the_same_file_twice_is_two_files(tmp_path: Path) -> None:
    files = folder(tmp_path)
    assert files.seal(CANARY, CONTEXT).blob != files.seal(CANARY, CONTEXT).blob


def test_a_file_opens_for_its_own_record_and_hub_only(tmp_path: Path) -> None:
    files = folder(tmp_path)
    one = files.seal(CANARY, CONTEXT)
    for other in (attachment_context(HUB, OTHER), attachment_context(HubId(b"another test hub"), ENTITY)):
        with pytest.raises(AttachmentDamaged) as caught:
            files.open(one.blob, one.key, other)
        assert not caught.value.file
    with pytest.raises(AttachmentDamaged):
        files.open(one.blob, bytes(32), CONTEXT)
    with pytest.raises(AttachmentDamaged):
        files.open(one.blob, b"short", CONTEXT)


def test_every_flipped_byte_and_every_cut_is_refused(tmp_path: Path) -> None:
    files = folder(tmp_path)
    one = files.seal(CANARY, CONTEXT)
    path = tmp_path / "notebook" / "attachments" / one.blob.hex()
    whole = path.read_bytes()
    changed = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(len(whole))]
    changed += [whole[:at] for at in range(len(whole))] + [whole + b"\0"]
    for raw in changed:
        path.write_bytes(raw)
        with pytest.raises(AttachmentDamaged) as caught:
            files.open(one.blob, one.key, CONTEXT)
        assert caught.value.file
        assert not files.is_whole(one.blob)


def test_a_file_that_is_not_there_or_far_too_long_is_told(tmp_path: Path) -> None:
    files = folder(tmp_path)
    with pytest.raises(AttachmentMissing):
        files.open(bytes(32), bytes(32), CONTEXT)
    with pytest.raises(AttachmentMissing):
        files.read(bytes(32), 0, 10)
    with pytest.raises(AttachmentMissing):
        files.leave(bytes(32))
    with (tmp_path / "notebook" / "attachments" / bytes(32).hex()).open("wb") as file:
        file.truncate(LARGEST_SEALED + 1)
    with pytest.raises(AttachmentDamaged):
        files.open(bytes(32), bytes(32), CONTEXT)


def test_the_largest_file_is_below_what_is_read(tmp_path: Path) -> None:
    one = folder(tmp_path).seal(bytes(LARGEST_FILE), CONTEXT)
    assert LARGEST_FILE < one.sealed < LARGEST_FILE * 1.01 < LARGEST_SEALED


def test_a_full_disk_at_any_call_of_sealing_leaves_nothing(tmp_path: Path) -> None:
    refused = 0
    for fails_at in range(20):
        place = tmp_path / str(fails_at)
        place.mkdir()
        files = folder(place, FullDisk(fails_at))
        try:
            files.seal(b"x" * (2**20 + 1), CONTEXT)
        except DiskFull:
            refused += 1
            assert names(place) == []
        else:
            break
    assert refused == 1 + 6 + 1 + 1, "create, five pieces and the end, flush, replace"


def test_another_fault_of_the_disk_stays_what_it_is(tmp_path: Path) -> None:
    files = folder(tmp_path, FullDisk(2, code=errno.EIO))
    with pytest.raises(OSError, match="made up"):
        files.seal(b"x", CONTEXT)
    assert names(tmp_path) == []


def test_a_power_cut_leaves_a_whole_file_or_none(tmp_path: Path) -> None:
    disk = RecordingDisk()
    one = folder(tmp_path, disk).seal(CANARY * 100, CONTEXT)
    states = list(states_after_power_cuts({}, disk.calls))
    assert len(states) > 3
    for state in states:
        for name, content in state.items():
            assert CANARY[:12] not in content
            if not name.endswith(".new"):
                assert hashlib.sha256(content).hexdigest() == name
    assert all(one.blob.hex() in state for state in states_after_all_of({}, disk.calls))


def test_what_a_dead_process_left_half_is_removed_at_the_next_start(tmp_path: Path) -> None:
    one = folder(tmp_path).seal(CANARY, CONTEXT)
    (tmp_path / "notebook" / "attachments" / "half.new").write_bytes(b"half")
    assert list(folder(tmp_path).names()) == [one.blob]
    assert names(tmp_path) == [one.blob.hex()]


def test_foreign_names_are_nobodys_files(tmp_path: Path) -> None:
    files = folder(tmp_path)
    for odd in ("readme", "AB" * 32, "ab" * 31, " " + "ab" * 32):
        (tmp_path / "notebook" / "attachments" / odd).write_bytes(b"x")
        (tmp_path / "outbox" / "blobs" / odd).write_bytes(b"x")
    assert list(files.names()) == []
    assert files.waiting() == {}


# --- outbox ---


@pytest.mark.parametrize("links", [True, False])
def test_a_file_waits_in_the_outbox_until_it_is_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:

        def refuse(_source: Path, _target: Path) -> None:
            raise OSError(errno.EPERM, "made up")

        monkeypatch.setattr(os, "link", refuse)
    files = folder(tmp_path)
    one = files.seal(CANARY, CONTEXT)
    files.leave(one.blob)
    files.leave(one.blob)
    assert files.waiting() == {one.blob: one.sealed}
    assert files.waits_whole(one.blob)
    assert files.waiting_since(one.blob) > 0
    files.drop(one.blob)
    assert hashlib.sha256(files.read(one.blob, 0, one.sealed)).digest() == one.blob
    files.delivered(one.blob)
    assert files.waiting() == {}
    with pytest.raises(FileNotFoundError):
        files.waiting_since(one.blob)


def test_a_colleague_takes_an_own_copy_from_the_outbox(tmp_path: Path) -> None:
    files = folder(tmp_path)
    one = files.seal(CANARY, CONTEXT)
    files.leave(one.blob)
    (tmp_path / "other").mkdir()
    other = attachment_folder(tmp_path / "other", outbox=tmp_path / "outbox", disk=RealDisk())
    assert other.take_from_outbox(one.blob)
    files.drop(one.blob)
    files.delivered(one.blob)
    assert other.open(one.blob, one.key, CONTEXT) == CANARY
    assert not other.take_from_outbox(bytes(32))


def test_a_damaged_or_linked_file_of_the_outbox_is_not_taken(tmp_path: Path) -> None:
    files = folder(tmp_path)
    outbox = tmp_path / "outbox" / "blobs"
    (outbox / bytes(32).hex()).write_bytes(b"other")
    assert not files.take_from_outbox(bytes(32))
    blob = hashlib.sha256(b"elsewhere").digest()
    (tmp_path / "elsewhere").write_bytes(b"elsewhere")
    (outbox / blob.hex()).symlink_to(tmp_path / "elsewhere")
    assert not files.take_from_outbox(blob)
    assert blob not in files.waiting()
    assert list(files.names()) == []


# --- fetching ---


def test_a_fetch_goes_on_where_it_stood_and_is_held_against_its_name(tmp_path: Path) -> None:
    raw = os.urandom(1000)
    blob = hashlib.sha256(raw).digest()
    files = folder(tmp_path)
    assert files.fetched(blob) == 0
    files.append(blob, 0, raw[:400])
    again = folder(tmp_path)
    assert again.fetched(blob) == 400
    assert again.parts() == (blob,)
    assert not again.has(blob)
    again.append(blob, 400, raw[400:])
    assert again.finish(blob)
    assert again.is_whole(blob)
    assert again.parts() == ()
    assert stat.S_IMODE((tmp_path / "notebook" / "attachments" / blob.hex()).stat().st_mode) == 0o600


def test_a_fetch_of_other_bytes_is_dropped(tmp_path: Path) -> None:
    files = folder(tmp_path)
    files.append(bytes(32), 0, b"other")
    assert not files.finish(bytes(32))
    assert names(tmp_path) == []
    files.append(bytes(32), 0, b"other")
    files.append(bytes(32), 0, b"anew")
    assert files.fetched(bytes(32)) == 4
    files.drop(bytes(32))
    assert names(tmp_path) == []


def test_a_full_disk_stops_a_fetch_and_nothing_has_a_whole_name(tmp_path: Path) -> None:
    raw = os.urandom(100)
    blob = hashlib.sha256(raw).digest()
    for fails_at in range(10):
        place = tmp_path / str(fails_at)
        place.mkdir()
        files = folder(place, FullDisk(fails_at))
        try:
            files.append(blob, 0, raw[:50])
            files.append(blob, 50, raw[50:])
            files.finish(blob)
        except DiskFull:
            assert not files.has(blob)
        else:
            assert fails_at == 5, "create, two pieces, flush, replace"
            break


# --- a readable copy ---


def test_a_readable_copy_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "copy.txt"
    copy_readable(CANARY, target)
    assert target.read_bytes() == CANARY
    copy_readable(b"again", target)
    assert target.read_bytes() == b"again"

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "made up")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        copy_readable(CANARY, tmp_path / "second.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.txt"]
