# SPDX-License-Identifier: MIT
"""Hostile requests over HTTP: each is a problem document in time, and nothing of it is printed."""

import logging
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
import requests
import zstandard
from hub_world import HubWorld, Member, home_stream, laptop_id, visit

from sync.hub import asked, routes
from sync.hub.doorway import Doorway
from sync.hub.home import now_ms
from sync.log.sealing import PUBLIC_BYTES, ReceivingKey, seal
from sync.log.signing import SigningKey
from sync.protocol.calls import Call
from sync.protocol.frame import seal_frame
from sync.protocol.http_signature import sign_request
from sync.protocol.messages import Cursor, EnrolRequest, PullRequest, SnapshotRequest
from sync.records.ids import CITY

NAME = "Salainen Nimi"


@dataclass
class Attacker:
    """An enrolled member who writes their own requests."""

    address: str
    member: Member

    def post(
        self, call: Call, body: bytes, *, key: SigningKey | None = None, **headers: str
    ) -> requests.Response:
        signed = sign_request(
            method="POST", path=call.path, body=body, key=key or self.member.key, created_ms=now_ms()
        )
        return requests.post(self.address + call.path, data=body, headers=signed | headers, timeout=20)

    def ask(self, call: Call, message: msgspec.Struct, *, key: SigningKey | None = None) -> requests.Response:
        hub = self.member.world.parts.keys.receiving.public
        return self.post(call, seal_frame(hub, message, label=call.value), key=key)


@pytest.fixture
def attacker(tmp_path: Path) -> Iterator[Attacker]:
    world = HubWorld.live(tmp_path / "hub")
    member = world.member(NAME, "adviser", world.team("Itä"))
    with world.http(Doorway(2)) as address:
        yield Attacker(address, member)
    world.close()


def _code(answer: requests.Response) -> str:
    document: dict[str, str] = answer.json()
    return document["type"].rpartition(":")[2]


@pytest.mark.parametrize(
    "packed", [b"\x91" * 9000 + b"\xc0", b"\xdd\xff\xff\xff\xff", b"\xd4\x01a", b"\xa3abc"]
)
def test_what_is_no_message_is_malformed(attacker: Attacker, packed: bytes) -> None:
    frame = zstandard.ZstdCompressor(write_content_size=True).compress(packed)
    hub = attacker.member.world.parts.keys.receiving.public
    answer = attacker.post(Call.PUSH, seal(hub, frame, label="push"))
    assert (answer.status_code, _code(answer)) == (400, "malformed")


def test_a_frame_that_unpacks_to_too_much_is_refused(attacker: Attacker) -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(64 * 2**20))
    answer = attacker.post(
        Call.PUSH, seal(attacker.member.world.parts.keys.receiving.public, bomb, label="push")
    )
    assert (answer.status_code, _code(answer)) == (413, "frame-too-large")


def test_numbers_that_no_database_holds_are_answered(attacker: Attacker) -> None:
    far = PullRequest(0, [Cursor(CITY, 2**63, bytes(32))], [(CITY, 2**64 - 1)], 10**6)
    assert _code(attacker.ask(Call.PULL, far)) == "hub-behind"
    assert _code(attacker.ask(Call.PULL, replace_cursor(far, -(2**63)))) == "cursor-expired"
    assert _code(attacker.ask(Call.SNAPSHOT, SnapshotRequest(CITY, 0, 2**63))) == "cursor-expired"
    assert _code(attacker.ask(Call.SNAPSHOT, SnapshotRequest(CITY, -1, -1))) == "cursor-expired"


def replace_cursor(request: PullRequest, number: int) -> PullRequest:
    """Return the request with another number."""
    return msgspec.structs.replace(request, cursors=[Cursor(CITY, number, bytes(32))])


def test_a_receiving_key_that_is_none_never_enters_the_roster(attacker: Attacker) -> None:
    world, key = attacker.member.world, SigningKey.generate()
    request = EnrolRequest(
        world.code(attacker.member.staff), key.public, b"\xff" * PUBLIC_BYTES, laptop_id("x"), "x"
    )
    before = len(world.parts.store.writers())
    assert _code(attacker.ask(Call.ENROL, request, key=key)) == "malformed"
    assert len(world.parts.store.writers()) == before
    # The code is still good for the true key.
    good = msgspec.structs.replace(request, receiving=ReceivingKey.generate().public)
    assert attacker.ask(Call.ENROL, good, key=key).status_code == 200


def test_a_signature_speaks_for_one_route_and_one_body_only(attacker: Attacker) -> None:
    hub = attacker.member.world.parts.keys.receiving.public
    body = seal_frame(hub, PullRequest(0, [], [], 10**6), label="pull")
    signed = sign_request(
        method="POST", path=Call.PULL.path, body=body, key=attacker.member.key, created_ms=now_ms()
    )
    for path, sent, headers in (
        (Call.HEADS.path, body, signed),
        (Call.PULL.path, body + b"x", signed),
        (Call.PULL.path, body, {"Signature": signed["Signature"]}),
        (
            Call.PULL.path,
            body,
            signed | {"Signature-Input": signed["Signature-Input"].replace(' "@path"', "")},
        ),
        (Call.PULL.path, body, signed | {"Signature-Input": signed["Signature-Input"] + ", b=()"}),
    ):
        answer = requests.post(attacker.address + path, data=sent, headers=headers, timeout=20)
        assert (answer.status_code, _code(answer)) == (401, "signature-invalid")


def test_who_sends_next_to_nothing_holds_no_place_for_long(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "BODY_SECONDS", 0.3)
    place = urlsplit(attacker.address)
    slow = [socket.create_connection((place.hostname, place.port)) for _ in range(2)]
    for one in slow:
        one.sendall(b"POST /v1/pull HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx")
        assert one.recv(20).startswith(b"HTTP/1.1 503")
        one.close()
    assert attacker.ask(Call.PULL, PullRequest(0, [], [], 10**6)).status_code == 200


def test_a_bug_is_a_problem_document_and_prints_no_value(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object) -> object:
        raise ZeroDivisionError(NAME)

    monkeypatch.setattr("sync.hub.push.push", broken)
    member = attacker.member
    stream = home_stream(member.world.team("Länsi"))
    request = member.request(stream, [member.write(stream, visit())])
    with caplog.at_level(logging.DEBUG):
        answer = attacker.ask(Call.PUSH, request)
    assert (answer.status_code, _code(answer)) == (500, "internal")
    assert NAME not in answer.text
    (record,) = [one for one in caplog.records if one.name == routes.__name__]
    assert record.getMessage().startswith("bug on push: ZeroDivisionError at sync.hub.service:")
    assert record.exc_info is None
    assert NAME not in caplog.text
