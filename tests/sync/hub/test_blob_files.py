# SPDX-License-Identifier: MIT
"""The bytes of attachments on the hub's disk: whatever is cut, killed or refused, whole means whole."""

import errno
import multiprocessing
import os
import tempfile
from enum import Enum, auto
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from hub_blobs import Sealed, sealed
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.blob_files import UNFINISHED_MS, BlobFiles
from sync.hub.errors import FilesFailed
from sync.protocol.errors import BlobRefused, Code, FrameRefused

NOW = 1_764_000_000_000


@pytest.fixture
def files(tmp_path: Path) -> BlobFiles:
    return BlobFiles(tmp_path / "blobs")


def refusal(caught: pytest.ExceptionInfo[BlobRefused]) -> tuple[Code, int | str | None]:
    return caught.value.code, caught.value.facts.get("offset")


def content(files: BlobFiles, of: Sealed) -> bytes | None:
    file = files.open(of.blob)
    if file is None:
        return None
    with file:
        return file.read()


def paths(files: BlobFiles) -> list[str]:
    return sorted(one.name for one in files.folder.glob("??/*") if one.name != ".lock")


class Step(Enum):
    """What happens to an upload next."""

    SEND = auto()
    REPEAT = auto()
    AHEAD = auto()
    KILLED = auto()
    BEGIN = auto()


@given(
    size=st.integers(1, 3000),
    steps=st.lists(st.tuples(st.sampled_from(Step), st.integers(0, 700)), max_size=30),
)
def test_any_cutting_repeats_and_kills_give_the_same_file(size: int, steps: list[tuple[Step, int]]) -> None:
    of = sealed(size, size)
    with tempfile.TemporaryDirectory() as folder:
        files = BlobFiles(Path(folder))
        held = files.begin(of.blob, size, NOW)
        for step, length in [*steps, (Step.SEND, size)]:
            if held == size:
                break
            held = _after(files, of, held, step, length)
        assert content(files, of) == of.content
        assert paths(files) == [of.blob.hex()]
        assert files.begin(of.blob, size, NOW) == size


def _after(files: BlobFiles, of: Sealed, held: int, step: Step, length: int) -> int:
    """Return how much is held after one step."""
    more = of.content[held : held + length]
    match step:
        case Step.SEND:
            return files.append(of.blob, held, more, size=of.size, now=NOW)
        case Step.KILLED:
            # Written, and the process ended before it could acknowledge, or give the whole its name.
            with next(files.folder.glob("??/*.part")).open("ab") as file:
                file.write(more)
            return files.begin(of.blob, of.size, NOW)
        case Step.BEGIN:
            assert files.begin(of.blob, of.size, NOW) == held
        case Step.REPEAT | Step.AHEAD:
            elsewhere = held + 1 if step is Step.AHEAD else max(0, held - 1 - length)
            if elsewhere != held:
                with pytest.raises(BlobRefused) as caught:
                    files.append(of.blob, elsewhere, b"x", size=of.size, now=NOW)
                assert refusal(caught) == (Code.BLOB_OFFSET, held)
    return held


def test_bytes_of_another_hash_are_thrown_away(files: BlobFiles) -> None:
    of = sealed(100)
    files.begin(of.blob, 100, NOW)
    files.append(of.blob, 0, bytes(60), size=100, now=NOW)
    with pytest.raises(BlobRefused) as caught:
        files.append(of.blob, 60, bytes(40), size=100, now=NOW)
    assert refusal(caught) == (Code.BLOB_DAMAGED, 0)
    assert paths(files) == []
    assert files.begin(of.blob, 100, NOW) == 0


def test_a_foreign_tail_after_a_crash_is_found_by_the_hash(files: BlobFiles) -> None:
    of = sealed(100)
    files.begin(of.blob, 100, NOW)
    next(files.folder.glob("??/*.part")).write_bytes(bytes(100))
    assert files.begin(of.blob, 100, NOW) == 0
    assert content(files, of) is None


def test_nothing_goes_beyond_the_length_that_the_record_says(files: BlobFiles) -> None:
    of = sealed(100)
    files.begin(of.blob, 100, NOW)
    with pytest.raises(FrameRefused):
        files.append(of.blob, 0, bytes(101), size=100, now=NOW)
    assert files.stand(of.blob) == 0


def test_what_nobody_began_is_unknown(files: BlobFiles) -> None:
    of = sealed(100)
    with pytest.raises(BlobRefused) as caught:
        files.append(of.blob, 0, of.content, size=100, now=NOW)
    assert caught.value.code is Code.UNKNOWN_BLOB
    assert files.stand(of.blob) == 0
    assert not files.sound(of.blob)


def test_a_whole_blob_takes_nothing_more(files: BlobFiles) -> None:
    of = sealed(100)
    files.begin(of.blob, 100, NOW)
    assert files.append(of.blob, 0, of.content, size=100, now=NOW) == 100
    assert files.append(of.blob, 100, b"", size=100, now=NOW) == 100
    with pytest.raises(BlobRefused) as caught:
        files.append(of.blob, 0, of.content, size=100, now=NOW)
    assert refusal(caught) == (Code.BLOB_OFFSET, 100)
    assert files.sound(of.blob)
    assert list(files.all()) == [of.blob]


def test_an_upload_that_nobody_adds_to_for_a_week_is_swept(files: BlobFiles) -> None:
    old, new, whole = sealed(100, 1), sealed(100, 2), sealed(100, 3)
    files.begin(whole.blob, 100, NOW)
    files.append(whole.blob, 0, whole.content, size=100, now=NOW)
    files.begin(old.blob, 100, NOW)
    files.append(old.blob, 0, old.content[:50], size=100, now=NOW)
    later = NOW + UNFINISHED_MS
    files.begin(new.blob, 100, later)
    assert files.stand(old.blob) == 50
    # Whoever begins next looks through what is there; nobody has to run anything.
    files.begin(new.blob, 100, later + 3_600_000)
    assert files.stand(old.blob) == 0
    assert paths(files) == sorted([new.blob.hex() + ".part", whole.blob.hex()])
    assert files.sweep(later + 10**9) == 1


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_full_disk_acknowledges_nothing_and_the_next_try_completes(
    files: BlobFiles, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    of = sealed(1000)
    files.begin(of.blob, 1000, NOW)
    assert files.append(of.blob, 0, of.content[:400], size=1000, now=NOW) == 400
    written = os.write

    def half(descriptor: int, piece: bytes) -> int:
        if len(piece) <= 300:
            raise OSError(errno.ENOSPC, "full")
        return written(descriptor, piece[:300])

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken:
        if call == "replace":
            broken.setattr(Path, "replace", full)
        else:
            broken.setattr(os, call, half if call == "write" else full)
        with pytest.raises(FilesFailed):
            files.append(of.blob, 400, of.content[400:], size=1000, now=NOW)
        if call != "replace":
            assert files.stand(of.blob) == 400
    assert files.whole(of.blob) is None
    held = files.begin(of.blob, 1000, NOW)
    if held < 1000:
        files.append(of.blob, held, of.content[held:], size=1000, now=NOW)
    assert content(files, of) == of.content


def test_a_disk_that_gives_nothing_is_the_environments_fault(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_bytes(b"a file where the folder should be")
    files = BlobFiles(tmp_path / "blobs")
    of = sealed(10)
    for call in (
        lambda: files.begin(of.blob, 10, NOW),
        lambda: files.stand(of.blob),
        lambda: files.open(of.blob),
        lambda: files.drop(of.blob),
    ):
        with pytest.raises(FilesFailed):
            call()


def _send_all(folder: Path, size: int, seed: int, together: Barrier) -> None:
    """One process that sends the whole blob, from wherever it stands."""
    of = sealed(size, seed)
    files = BlobFiles(folder)
    together.wait()
    held = files.begin(of.blob, size, NOW)
    while held < size:
        try:
            held = files.append(of.blob, held, of.content[held : held + 4096], size=size, now=NOW)
        except BlobRefused as problem:
            held = int(problem.facts["offset"])


def test_two_processes_that_send_the_same_blob_make_one_whole(files: BlobFiles) -> None:
    of = sealed(200_000, 7)
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(2)
    both = [context.Process(target=_send_all, args=(files.folder, of.size, 7, together)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    assert content(files, of) == of.content
    assert paths(files) == [of.blob.hex()]
