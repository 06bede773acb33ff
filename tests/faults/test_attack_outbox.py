# SPDX-License-Identifier: MIT
"""A hostile outbox: what anybody can put into the shared folder hides no bundle and stops no notebook."""

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from cryptography.cobblestone import Cobblestone256Encryptor
from hub_world import HubWorld
from notebook_child import NotebookChild

from desktop.notebook.messages.laptop import Lock
from desktop.notebook.messages.today import OpenToday
from sync.client.outbox import SUFFIX, entries, is_read, leave, mark_read, read_for, retire
from sync.log.codec import encode
from sync.log.sealing import ReceivingKey, seal
from sync.log.signing import Purpose, SigningKey
from sync.protocol.bundle import MAGIC, MAX_BYTES, MAX_OPEN, VERSION, BundleHeader, read_bundle, write_bundle
from sync.protocol.errors import BundleBroken
from sync.protocol.frame import pack
from sync.protocol.messages import MAX_FRAME_OPEN, CheckpointFrame
from sync.records.ids import HubId, StreamId

HUB = HubId(b"H" * 16)
KEY = SigningKey.from_seed(b"k" * 32)
STREAM = StreamId("team/t00000000000000aa")
POSIX = sys.platform != "win32"


class Frame(msgspec.Struct, array_like=True):
    """A bundle's frame as it lies in the body."""

    runs: list[bytes]
    checkpoints: list[CheckpointFrame]


def _name(first: str) -> str:
    return f"{first * 32}-{'0' * 32}{SUFFIX}"


def _litter(folder: Path) -> set[Path]:
    """Put in what no writer leaves; return all of it."""
    (folder / _name("1")).mkdir()
    (folder / _name("2")).write_bytes(b"")
    (folder / _name("3")).write_bytes(b"KKBUNDLE\x01\xff\xff\xff\xff")
    (folder / _name("4")).touch()
    os.truncate(folder / _name("4"), MAX_BYTES + 1)
    if POSIX:
        (folder / _name("5")).symlink_to("/dev/zero")
        (folder / _name("6")).symlink_to(folder / "nowhere")
        (folder / _name("7")).symlink_to(folder / _name("7"))
        os.mkfifo(folder / _name("8"))
    return set(folder.glob(f"*{SUFFIX}"))


def _whole(receiver: ReceivingKey) -> bytes:
    return write_bundle(
        [], key=KEY, hub=HUB, receivers=[receiver.public], sequence=1, previous=b"", time_ms=1
    )


def _forged(receiver: ReceivingKey, plain: bytes, **changed: object) -> bytes:
    """Return a bundle that is signed and sealed as it must be, with whatever inside."""
    file_key, bundle_id = Cobblestone256Encryptor.generate_key(), b"i" * 16
    encryptor = Cobblestone256Encryptor(file_key, b"kenttakirja/bundle/1" + HUB + KEY.public + bundle_id)
    body = encryptor.update(plain) + encryptor.finalize()
    box = seal(receiver.public, file_key, label="bundle")
    fields: dict[str, object] = {
        "id": bundle_id, "hub": HUB, "signing": KEY.public, "sequence": 1, "previous": b"", "time": 1,
        "receivers": [receiver.key_id], "boxes": [len(box)], "length": len(body),
        "digest": hashlib.sha256(box + body).digest(),
    }  # fmt: skip
    header = encode(BundleHeader(**(fields | changed)))  # type: ignore[arg-type]  # wrong on purpose
    raw = MAGIC + bytes([VERSION]) + len(header).to_bytes(4, "big") + header + box + body
    return raw + KEY.sign(Purpose.BUNDLE, HUB, raw)


def test_what_is_no_bundle_is_refused_and_hides_no_other(tmp_path: Path) -> None:
    receiver = ReceivingKey.generate()
    litter = _litter(tmp_path)
    left = leave(tmp_path, _whole(receiver), writer=KEY.writer, stream=STREAM)
    whole, refused = entries(tmp_path, hub=HUB)
    assert [one.path for one in whole] == [left]
    assert set(refused) == litter
    assert [entry.path for entry, _ in read_for(tmp_path, receiver, hub=HUB)] == [left]
    assert retire(tmp_path, hub=HUB, now_ms=2) == ()


def test_a_receivers_name_that_is_no_key_id_never_becomes_a_file_name(tmp_path: Path) -> None:
    receiver = ReceivingKey.generate()
    for name in (b"r" * 400, b"", b"r" * 15):
        (tmp_path / _name("a")).write_bytes(_forged(receiver, b"", receivers=[name]))
        assert entries(tmp_path, hub=HUB) == ((), (tmp_path / _name("a"),))
        assert retire(tmp_path, hub=HUB, now_ms=2) == ()


def test_a_small_bundle_that_would_unpack_to_gigabytes_is_refused_before_it_does() -> None:
    receiver = ReceivingKey.generate()
    good = pack(Frame([], [CheckpointFrame(bytes(MAX_FRAME_OPEN - 100), b"")]))
    piece = len(good).to_bytes(4, "big") + good
    assert len(read_bundle(_forged(receiver, piece), key=receiver, hub=HUB).checkpoints) == 1
    bomb = _forged(receiver, piece * (MAX_OPEN // MAX_FRAME_OPEN + 2))
    assert len(bomb) < MAX_BYTES // 100
    with pytest.raises(BundleBroken, match="too large"):
        read_bundle(bomb, key=receiver, hub=HUB)


def test_a_real_notebook_opens_beside_a_hostile_outbox_and_keeps_its_files_to_itself(tmp_path: Path) -> None:
    world = HubWorld.live(tmp_path / "hub")
    staff = world.person("Aino Esimerkki", "adviser", world.team("Itä"))
    home = tmp_path / "laptop"
    with world.http() as address:
        child = NotebookChild(home)
        child.join(world, address, staff)
        child.ask(Lock(""))
        assert child.end() == 0
        litter = _litter(home / "outbox")
        child = NotebookChild(home)
        child.unlock(staff)
        child.ask(OpenToday(0))
        open_to_others = [
            path.relative_to(home)
            for path in home.rglob("*")
            if path not in litter and not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & 0o077
        ]
        child.ask(Lock(""))
        assert child.end() == 0
    world.close()
    if POSIX:
        assert open_to_others == []
    assert b"Traceback" not in child.complaints


def test_what_is_no_mark_marks_nothing_and_leads_nowhere(tmp_path: Path) -> None:
    receiver = ReceivingKey.generate()
    folder = tmp_path / "outbox"
    folder.mkdir()
    leave(folder, _whole(receiver), writer=KEY.writer, stream=STREAM)
    ((entry,), _) = entries(folder, hub=HUB)
    mark = folder / f"{entry.path.name}.{receiver.key_id.hex()}.read"
    precious = tmp_path / "precious"
    precious.write_bytes(b"keys")
    odd: list[Callable[[], object]] = [mark.mkdir]
    if POSIX:
        odd += [lambda: os.mkfifo(mark), lambda: mark.symlink_to(precious), lambda: mark.symlink_to(mark)]
    for put in odd:
        put()
        mark_read(entry, receiver.key_id)
        assert not is_read(entry, receiver.key_id)
        assert precious.read_bytes() == b"keys"
        mark.rmdir() if mark.is_dir() and not mark.is_symlink() else mark.unlink()
    mark_read(entry, receiver.key_id)
    assert is_read(entry, receiver.key_id)
