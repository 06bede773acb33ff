# SPDX-License-Identifier: MIT
"""The enrolment file and its typed form: read strictly, and wrong parts are named."""

import json
from typing import Any

import pytest

from sync.log.signing import SigningKey
from sync.protocol.enrolment import (
    Enrolment,
    code_to_read,
    new_code,
    parse_address,
    parse_typed,
    read_enrolment,
    write_enrolment,
)
from sync.protocol.errors import EnrolmentInvalid, InsecureAddress
from sync.protocol.fingerprint import root_digest, root_fingerprint
from sync.records.ids import HubId

ROOT = SigningKey.from_seed(b"r" * 32).public
GIVEN = Enrolment(
    "https://hub.example:8443", root_digest(ROOT), "0123456789", HubId(b"H" * 16), "Aino Esimerkki"
)


def test_a_file_reads_as_it_was_written() -> None:
    assert read_enrolment(write_enrolment(GIVEN)) == GIVEN


def test_typed_parts_are_read_as_people_type_them() -> None:
    typed = parse_typed(
        address=" hub.example ", code="oil23-4567b", fingerprint=root_fingerprint(ROOT).lower()
    )
    assert typed == Enrolment("https://hub.example", root_digest(ROOT)[:10], "011234567B")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("format", "kenttakirja-enrolment/2"),
        ("address", "ftp://hub.example"),
        ("address", "https://user@hub.example"),
        ("address", "https://hub.example/?q"),
        ("address", "https://"),
        ("address", "https://hub.example:99999"),
        ("address", "http://hub.example"),
        ("hub", "AB" * 16),
        ("hub", "ab" * 15),
        ("root", "zz"),
        ("code", "123"),
        ("code", "U123456789"),
    ],
)
def test_a_wrong_part_of_a_file_is_named(part: str, value: str) -> None:
    content: dict[str, Any] = json.loads(write_enrolment(GIVEN))
    content[part] = value
    with pytest.raises(EnrolmentInvalid) as refused:
        read_enrolment(json.dumps(content).encode())
    assert refused.value.part == part


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff", b" " * 20_000, b'{"format": 1}'])
def test_what_is_no_enrolment_file_is_refused(raw: bytes) -> None:
    with pytest.raises(EnrolmentInvalid) as refused:
        read_enrolment(raw)
    assert refused.value.part == "file"


def test_an_unknown_member_is_refused() -> None:
    content = json.loads(write_enrolment(GIVEN)) | {"more": 1}
    with pytest.raises(EnrolmentInvalid):
        read_enrolment(json.dumps(content).encode())


def test_an_enrolment_without_its_hub_or_whole_root_is_no_file() -> None:
    with pytest.raises(EnrolmentInvalid):
        write_enrolment(parse_typed(address="hub.example", code="0123456789", fingerprint="0" * 16))


def test_plain_http_is_for_this_machine_only() -> None:
    assert parse_address("http://127.0.0.1:8765/") == "http://127.0.0.1:8765"
    assert parse_address("http://[::1]:1") == "http://[::1]:1"
    assert parse_address("https://hub.example/kenttakirja/") == "https://hub.example/kenttakirja"
    with pytest.raises(InsecureAddress):
        parse_address("http://10.0.0.5:8765")


def test_a_code_is_ten_characters_read_in_two_groups() -> None:
    assert new_code(lambda size: b"\xff" * size) == "ZZZZZZZZZZ"
    assert code_to_read(new_code(bytes)) == "00000-00000"
    assert len(new_code()) == 10
