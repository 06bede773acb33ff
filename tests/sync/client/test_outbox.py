# SPDX-License-Identifier: MIT
"""The outbox: bundles lie whole, are read by those they are for, and go when read or a week old."""

from pathlib import Path

import pytest
from fake_hub import HUB, FakeHub
from sync_world import OTHER_TEAM, TEAM, Laptop, laptop

from sync.client.outbox import KEPT_MS, entries, is_read, leave, mark_read, read_for, retire
from sync.log.sealing import ReceivingKey
from sync.protocol.bundle import MAX_BYTES, write_bundle
from sync.records.ids import HubId

COLLEAGUE = ReceivingKey.generate()
HUBS = ReceivingKey.generate()
TIME = 1_790_000_000_000


def _leave(folder: Path, one: Laptop, *, sequence: int = 1) -> Path:
    segment = one.journal.unsent(max_commits=100, max_bytes=10**6)
    assert segment is not None
    raw = write_bundle(
        [segment],
        key=one.key,
        hub=HUB,
        receivers=[HUBS.public, COLLEAGUE.public],
        sequence=sequence,
        previous=b"",
        time_ms=TIME,
    )
    return leave(folder, raw, writer=one.key.writer, stream=segment.stream)


def _writer(seed: int = 1) -> Laptop:
    one = laptop(FakeHub(), seed)
    one.write(1, age="u30")
    return one


def test_a_colleague_finds_what_was_left_and_takes_it_once(tmp_path: Path) -> None:
    one = _writer()
    _leave(tmp_path, one)
    ((entry, bundle),) = read_for(tmp_path, COLLEAGUE, hub=HUB)
    assert bundle.segments[0].commits == tuple(one.journal.chains[TEAM, one.key.writer])
    mark_read(entry, COLLEAGUE.key_id)
    assert is_read(entry, COLLEAGUE.key_id)
    assert read_for(tmp_path, COLLEAGUE, hub=HUB) == ()
    assert read_for(tmp_path, ReceivingKey.generate(), hub=HUB) == ()


def test_a_newer_bundle_of_a_stream_replaces_the_older_and_is_unread_again(tmp_path: Path) -> None:
    one = _writer()
    first = _leave(tmp_path, one)
    mark_read(read_for(tmp_path, COLLEAGUE, hub=HUB)[0][0], COLLEAGUE.key_id)
    one.write(2, age="u30")
    assert _leave(tmp_path, one, sequence=2) == first
    ((_, bundle),) = read_for(tmp_path, COLLEAGUE, hub=HUB)
    assert (bundle.header.sequence, len(bundle.segments[0].commits)) == (2, 2)


def test_each_writer_and_stream_has_its_own(tmp_path: Path) -> None:
    one, other = _writer(1), _writer(2)
    _leave(tmp_path, one)
    _leave(tmp_path, other)
    one.journal.acknowledged[TEAM, one.key.writer] = 1
    one.write(3, stream=OTHER_TEAM, age="u30")
    _leave(tmp_path, one)
    assert len(read_for(tmp_path, COLLEAGUE, hub=HUB)) == 3
    assert [path.suffix for path in tmp_path.iterdir()] == [".kkbundle"] * 3


def test_it_stays_until_all_have_read_it(tmp_path: Path) -> None:
    _leave(tmp_path, _writer())
    ((entry, _),) = read_for(tmp_path, COLLEAGUE, hub=HUB)
    mark_read(entry, COLLEAGUE.key_id)
    assert retire(tmp_path, hub=HUB, now_ms=TIME) == ()
    mark_read(entry, HUBS.key_id)
    assert retire(tmp_path, hub=HUB, now_ms=TIME) == (entry.path,)
    assert list(tmp_path.iterdir()) == []


def test_it_goes_after_a_week_unread(tmp_path: Path) -> None:
    path = _leave(tmp_path, _writer())
    assert retire(tmp_path, hub=HUB, now_ms=TIME + KEPT_MS) == ()
    assert retire(tmp_path, hub=HUB, now_ms=TIME + KEPT_MS + 1) == (path,)


def test_a_damaged_or_foreign_file_is_refused_and_hides_no_other(tmp_path: Path) -> None:
    damaged = _leave(tmp_path, _writer(1))
    damaged.write_bytes(damaged.read_bytes()[:-1])
    _leave(tmp_path, _writer(2))
    whole, refused = entries(tmp_path, hub=HUB)
    assert (len(whole), refused) == (1, (damaged,))
    assert entries(tmp_path, hub=HubId(b"G" * 16))[0] == ()


def test_a_file_larger_than_any_bundle_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / f"{'0' * 32}-{'0' * 32}.kkbundle"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert entries(tmp_path, hub=HUB) == ((), (huge,))


def test_a_failed_write_leaves_the_earlier_bundle_and_no_rest(tmp_path: Path) -> None:
    one = _writer()
    path = _leave(tmp_path, one)
    before = path.read_bytes()
    with pytest.raises(TypeError):
        leave(tmp_path, "no bytes", writer=one.key.writer, stream=TEAM)  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1
