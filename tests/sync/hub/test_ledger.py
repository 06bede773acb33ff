# SPDX-License-Identifier: MIT
"""The ledger outlives the database, and tells when somebody has changed it."""

from pathlib import Path

import pytest
from hub_city import City
from hub_world import note, person
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.erase import erase_subject, erase_write
from sync.hub.errors import LedgerDamaged, LedgerFailed
from sync.hub.ledger import (
    Epoch,
    GrantEnded,
    Keys,
    Ledger,
    Ordered,
    Revoked,
    SubjectErased,
    WriteErased,
    read_ledger,
)
from sync.hub.orders import give_order
from sync.hub.roster import end_grants
from sync.log.erasure import erasure_mark
from sync.log.signing import SigningKey
from sync.protocol.devices import What
from sync.protocol.hello import SignedKeys, sign_keys
from sync.protocol.messages import OnlineKeys
from sync.records.ids import HubId, new_entity


def _told(city: City) -> list[object]:
    return [entry.said for entry in city.world.parts.ledger.said()]


def test_a_new_ledger_begins_with_the_keys_and_the_epoch(city: City) -> None:
    keys, epoch = _told(city)
    assert isinstance(keys, Keys)
    assert epoch == Epoch(city.world.parts.epoch)


def test_what_a_restored_hub_must_not_forget_is_told(city: City) -> None:
    who = new_entity()
    city.adviser.save(city.stream, person("Veikko", who))
    city.adviser.save(city.stream, note("sana", who, text := new_entity()))
    erase_write(city.world.parts, city.stream, city.adviser.writer, 2, text)
    erase_subject(city.world.parts, who)
    give_order(city.world.parts, city.adviser.writer, What.WIPE)
    end_grants(city.world.parts, city.coach.staff, role="coach", team=city.team)
    written, erased, revoked, ordered, ended = _told(city)[2:]
    assert isinstance(written, WriteErased)
    assert (written.stream, written.n, written.entity) == (city.stream, 2, text)
    assert erased == SubjectErased(erasure_mark(who))
    assert revoked == Revoked(city.adviser.writer, {city.stream: 2})
    assert ordered == Ordered(city.adviser.writer, "wipe", 1)
    assert isinstance(ended, GrantEnded)


def test_nobody_is_erased_when_the_ledger_cannot_be_written(city: City) -> None:
    who = new_entity()
    city.adviser.save(city.stream, person("Veikko", who))
    ledger = city.world.parts.ledger
    ledger.path.unlink()
    ledger.path.mkdir()
    with pytest.raises(LedgerFailed):
        erase_subject(city.world.parts, who)
    assert not city.world.parts.store.erased([erasure_mark(who)])


def test_nothing_that_a_record_says_lies_in_the_ledger(city: City) -> None:
    who = new_entity()
    city.adviser.save(city.stream, person("Veikko", who))
    erase_subject(city.world.parts, who)
    raw = city.world.parts.ledger.path.read_bytes()
    assert b"Veikko" not in raw
    assert bytes(who) not in raw
    assert who.hex().encode() not in raw


def test_a_line_that_the_power_cut_is_written_over(city: City) -> None:
    ledger = city.world.parts.ledger
    whole = ledger.path.read_bytes()
    ledger.path.write_bytes(whole + b'{"entry":"{\\"place')
    assert len(_told(city)) == 2
    ledger.write(Epoch(7))
    assert _told(city)[2:] == [Epoch(7)]


def test_two_processes_write_one_chain(city: City) -> None:
    first = city.world.parts.ledger
    second = Ledger(first.path, first.hub, first.signing, first.signed, first.clock)
    for epoch in range(1, 7):
        (first if epoch % 2 else second).write(Epoch(epoch))
    assert _told(city)[2:] == [Epoch(epoch) for epoch in range(1, 7)]


def _made(path: Path) -> tuple[Ledger, SigningKey]:
    root, online = SigningKey.generate(), SigningKey.generate()
    hub = HubId(b"H" * 16)
    signed: SignedKeys = sign_keys(OnlineKeys(hub, 1, online.public, b"r", b"c"), root=root)
    return Ledger(path, hub, online, signed, lambda: 5), root


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_every_bit_of_it_counts(tmp_path_factory: pytest.TempPathFactory, place: int, bit: int) -> None:
    ledger, _ = _made(tmp_path_factory.mktemp("ledger") / "ledger.jsonl")
    ledger.write(Epoch(1), SubjectErased(b"s" * 32))
    raw = bytearray(ledger.path.read_bytes())
    raw[place % len(raw)] ^= 1 << bit
    whole = list(ledger.said())
    ledger.path.write_bytes(raw)
    try:
        found = read_ledger(ledger.path, hub=ledger.hub, root=ledger.signed.root)
    except LedgerDamaged:
        return
    assert (
        list(found) == whole[: len(found)]
    )  # a cut-off end is the one thing that the file itself cannot tell
    assert len(found) < len(whole)


def test_a_line_taken_out_is_found(tmp_path: Path) -> None:
    ledger, _ = _made(tmp_path / "ledger.jsonl")
    ledger.write(Epoch(1), SubjectErased(b"s" * 32), Epoch(2))
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    ledger.path.write_bytes(b"".join(lines[:2] + lines[3:]))
    with pytest.raises(LedgerDamaged):
        ledger.said()


def test_another_roots_ledger_is_refused(tmp_path: Path) -> None:
    ledger, _ = _made(tmp_path / "ledger.jsonl")
    ledger.write(Epoch(1))
    stranger, _ = _made(tmp_path / "ledger.jsonl")
    with pytest.raises(LedgerDamaged):
        stranger.write(Epoch(2))
