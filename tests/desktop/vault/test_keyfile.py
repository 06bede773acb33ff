# SPDX-License-Identifier: MIT
"""The key file's bytes: one spelling, every byte guarded, the future refused in words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from vault_notebooks import Enrolled, enrol

from desktop.vault.errors import (
    FileFault,
    KdfOutOfBounds,
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileTooNew,
    VaultError,
    WrongPassphrase,
)
from desktop.vault.keyfile import Header, canonical, decode, is_authentic
from desktop.vault.keyfile_io import COPIES, KEY_FILE, KEY_FILE_COPY
from desktop.vault.vault import unlock
from sync.log.sealing import ReceivingKey
from sync.records.ids import StaffId

HEX = "0123456789abcdef"


def write_both(enrolled: Enrolled, content: bytes) -> None:
    for name in COPIES:
        (enrolled.folder / name).write_bytes(content)


def raw_of(enrolled: Enrolled) -> bytes:
    return (enrolled.folder / KEY_FILE).read_bytes()


def spelled(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def next_digit(byte: int) -> int:
    """Another hex digit for a hex digit (the edit that parses), another bit pattern for the rest."""
    text = chr(byte)
    return ord(HEX[(HEX.index(text) + 1) % 16]) if text in HEX else byte ^ 1


def try_unlock(enrolled: Enrolled) -> Header | VaultError:
    enrolled.clock.now += 1000
    try:
        return unlock(enrolled.folder, enrolled.phrase, clock=enrolled.clock).header
    except VaultError as fault:
        return fault


def test_the_two_copies_are_equal_and_have_the_one_spelling(enrolled: Enrolled) -> None:
    raw = raw_of(enrolled)
    assert (enrolled.folder / KEY_FILE_COPY).read_bytes() == raw
    assert spelled(json.loads(raw)) == raw
    assert canonical(decode(raw)) == raw


def test_every_flipped_bit_is_refused_by_the_reader_or_by_the_mac(enrolled: Enrolled) -> None:
    raw, opened = raw_of(enrolled), 0
    for place in range(len(raw)):
        for bit in range(8):
            edited = bytearray(raw)
            edited[place] ^= 1 << bit
            try:
                header = decode(bytes(edited))
            except FileFault:
                continue
            opened += is_authentic(header, enrolled.secrets)
    assert opened == 0


def test_an_edit_of_both_copies_anywhere_never_opens(enrolled: Enrolled) -> None:
    raw = raw_of(enrolled)
    box_ends = raw.index(b'"kdf"')
    places = {*range(0, 60, 7), *range(60, box_ends, 60), *range(box_ends, box_ends + 260, 7)}
    places |= {*range(box_ends + 260, len(raw), 150), *range(len(raw) - 80, len(raw), 9)}
    for place in sorted(places):
        edited = bytearray(raw)
        edited[place] = next_digit(edited[place])
        write_both(enrolled, bytes(edited))
        assert isinstance(try_unlock(enrolled), (FileFault, WrongPassphrase)), place


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("place", [0, 15, 40, 200, 700, 1500, -70, -1])
def test_an_edit_of_one_copy_is_outvoted_by_the_other_and_repaired(
    enrolled: Enrolled, name: str, place: int
) -> None:
    raw = raw_of(enrolled)
    edited = bytearray(raw)
    edited[place] = next_digit(edited[place])
    (enrolled.folder / name).write_bytes(edited)
    vault = unlock(enrolled.folder, enrolled.phrase, known_generation=1, clock=enrolled.clock)
    assert vault.secrets == enrolled.secrets
    assert [(enrolled.folder / each).read_bytes() for each in COPIES] == [raw, raw]


@pytest.mark.parametrize("name", COPIES)
def test_a_missing_copy_is_made_again(enrolled: Enrolled, name: str) -> None:
    raw = raw_of(enrolled)
    (enrolled.folder / name).unlink()
    unlock(enrolled.folder, enrolled.phrase, known_generation=1, clock=enrolled.clock)
    assert (enrolled.folder / name).read_bytes() == raw


def test_no_copy_at_all_is_said(enrolled: Enrolled) -> None:
    for name in COPIES:
        (enrolled.folder / name).unlink()
    assert isinstance(try_unlock(enrolled), KeyFileMissing)


def edited_json(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    def edit(raw: bytes) -> bytes:
        value = json.loads(raw)
        change(value)
        return spelled(value)

    return edit


def set_kdf(name: str, value: object) -> Callable[[bytes], bytes]:
    return edited_json(lambda header: header["slots"][0]["kdf"].__setitem__(name, value))


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (lambda raw: raw[:-1], KeyFileDamaged),
        (lambda raw: raw + b"\n", KeyFileDamaged),
        (lambda raw: raw.replace(b",", b", ", 1), KeyFileDamaged),
        (lambda raw: raw.replace(b'"generation":1,', b'"generation":1,"generation":1,'), KeyFileDamaged),
        (lambda raw: raw.replace(b'"generation":1,', b'"generation":1.0,'), KeyFileDamaged),
        (lambda _raw: b"", KeyFileDamaged),
        (lambda _raw: b"\xff" * 100, KeyFileDamaged),
        (lambda _raw: b"[" * 60_000, KeyFileDamaged),
        (lambda _raw: b" " * 70_000, KeyFileDamaged),
        (edited_json(lambda header: header.update(version=3)), KeyFileTooNew),
        (edited_json(lambda header: header.update(version=3, slots="new", more=True)), KeyFileTooNew),
        (edited_json(lambda header: header.update(version=0)), KeyFileDamaged),
        (edited_json(lambda header: header.update(version=1)), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][0].pop("lease")), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][0].update(lease="00")), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][0].update(lease="A" * 16)), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][1].update(lease="")), KeyFileDamaged),
        (edited_json(lambda header: header.update(magic="kenttakirja-other")), KeyFileDamaged),
        (edited_json(lambda header: header.update(more=1)), KeyFileDamaged),
        (edited_json(lambda header: header.update(generation=0)), KeyFileDamaged),
        (edited_json(lambda header: header.update(generation=2**60)), KeyFileDamaged),
        (edited_json(lambda header: header.update(mac="")), KeyFileDamaged),
        (edited_json(lambda header: header.update(mac="F" * 64)), KeyFileDamaged),
        (edited_json(lambda header: header.update(mac="zz" * 32)), KeyFileDamaged),
        (edited_json(lambda header: header.update(vault="00")), KeyFileDamaged),
        (edited_json(lambda header: header["slots"].pop()), KeyFileDamaged),
        (edited_json(lambda header: header["slots"].reverse()), KeyFileDamaged),
        (edited_json(lambda header: header["slots"].append(header["slots"][0])), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][0].update(staff="s" + "0" * 16)), KeyFileDamaged),
        (
            edited_json(lambda header: [slot.update(staff="../..") for slot in header["slots"]]),
            KeyFileDamaged,
        ),
        (edited_json(lambda header: header["slots"][0].update(salt="00")), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][0].update(nonce="00")), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][0].update(box="0")), KeyFileDamaged),
        (edited_json(lambda header: header["slots"][1].update(key="00")), KeyFileDamaged),
        (set_kdf("name", "scrypt"), KeyFileDamaged),
        (set_kdf("memory_kib", 19 * 1024 - 1), KdfOutOfBounds),
        (set_kdf("memory_kib", 2**22 + 1), KdfOutOfBounds),
        (set_kdf("passes", 65), KdfOutOfBounds),
        (set_kdf("passes", 0), KdfOutOfBounds),
        (set_kdf("lanes", 17), KdfOutOfBounds),
        (set_kdf("lanes", 2**70), KdfOutOfBounds),
    ],
)
def test_what_this_program_would_not_have_written_is_refused_before_any_key_is_derived(
    enrolled: Enrolled, edit: Callable[[bytes], bytes], fault: type[FileFault]
) -> None:
    write_both(enrolled, edit(raw_of(enrolled)))
    caught = try_unlock(enrolled)
    assert type(caught) is fault
    assert not enrolled.vault.throttle.failures()


def test_a_newer_file_names_its_version(enrolled: Enrolled) -> None:
    write_both(enrolled, edited_json(lambda header: header.update(version=7))(raw_of(enrolled)))
    (enrolled.folder / KEY_FILE).write_bytes(b"damaged")
    caught = try_unlock(enrolled)
    assert isinstance(caught, KeyFileTooNew)
    assert caught.version == 7


def test_a_copy_by_a_newer_program_is_never_overwritten_by_a_repair(enrolled: Enrolled) -> None:
    newer = edited_json(lambda header: header.update(version=3))(raw_of(enrolled))
    (enrolled.folder / KEY_FILE).write_bytes(newer)
    unlock(enrolled.folder, enrolled.phrase, known_generation=1, clock=enrolled.clock)
    assert raw_of(enrolled) == newer


def test_a_cheaper_kdf_written_into_both_copies_does_not_open(enrolled: Enrolled) -> None:
    write_both(enrolled, set_kdf("passes", 2)(raw_of(enrolled)))
    assert isinstance(try_unlock(enrolled), WrongPassphrase)


def test_a_slot_of_an_older_generation_in_a_newer_header_is_damage(enrolled: Enrolled) -> None:
    write_both(enrolled, edited_json(lambda header: header.update(generation=9))(raw_of(enrolled)))
    caught = try_unlock(enrolled)
    assert isinstance(caught, KeyFileDamaged)
    assert caught.detail == "mac"


def test_a_colleagues_slot_or_key_file_opens_nothing_of_mine(
    enrolled: Enrolled, tmp_path: Path, recovery: ReceivingKey
) -> None:
    other = enrol(
        tmp_path / "other", recovery, staff=StaffId("s" + "f" * 16), phrase="toisen henkilön oma salalause"
    )
    assert other.secrets.database_key != enrolled.secrets.database_key
    mine, theirs = json.loads(raw_of(enrolled)), json.loads(raw_of(other))
    for slot in (theirs["slots"][0], theirs["slots"][0] | {"staff": mine["slots"][0]["staff"]}):
        write_both(enrolled, spelled(mine | {"slots": [slot, mine["slots"][1]]}))
        enrolled.phrase = other.phrase
        assert isinstance(try_unlock(enrolled), (KeyFileDamaged, WrongPassphrase))
    write_both(enrolled, spelled(mine))
    assert isinstance(try_unlock(enrolled), WrongPassphrase)
