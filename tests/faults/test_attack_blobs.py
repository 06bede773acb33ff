# SPDX-License-Identifier: MIT
"""Hostile requests about attachments: names that climb, lengths that lie, bodies that crawl, forged answers."""

import http.client
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from hub_blobs import attach, sealed, upload
from hub_city import City, make_city
from hub_world import HubClock, HubWorld
from interloper import Told, between

from sync.client.blob_http import HttpBlobs
from sync.client.http import HttpHub
from sync.hub import asked
from sync.hub.home import now_ms
from sync.log.signing import SigningKey
from sync.protocol.blobs import BlobStand, blob_path
from sync.protocol.errors import ProtocolError, WrongHub
from sync.protocol.frame import pack
from sync.protocol.http_signature import sign_request

FILE = sealed(50_000)
TUS = {"Tus-Resumable": "1.0.0"}
PATCH = TUS | {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}


@dataclass
class Attacker:
    """An enrolled member who writes their own requests."""

    city: City
    address: str

    @property
    def key(self) -> SigningKey:
        return self.city.adviser.key

    def raw(self, method: str, path: str, body: bytes, fields: dict[str, str]) -> tuple[int, bytes]:
        """Send a path as it is, dots and all, signed as it is."""
        signed = sign_request(method=method, path=path, body=body, key=self.key, created_ms=now_ms())
        wire = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=20)
        wire.request(method, path, body, {**fields, **signed})
        answer = wire.getresponse()
        said = answer.read()
        wire.close()
        return answer.status, said


@pytest.fixture
def attacker(tmp_path: Path) -> Iterator[Attacker]:
    world = HubWorld.live(tmp_path / "hub")
    city = make_city(world, HubClock())
    attach(city.adviser, city.stream, FILE)
    with world.http() as address:
        yield Attacker(city, address)
    world.close()


@pytest.mark.parametrize(
    "name",
    [
        "../hub.json",
        "..%2Fhub.json",
        "%2e%2e%2f%2e%2e%2fhub.json",
        "../keys/master.key",
        "..",
        "." * 64,
        "a" * 63,
        "a" * 65,
        "A" * 64,
        "%00" * 64,
        "a" * 64 + "%0a",
        "a" * 64 + ".part",
        "a" * 20_000,
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PATCH"])
def test_a_name_that_is_none_leads_nowhere(attacker: Attacker, name: str, method: str) -> None:
    upload(attacker.city.adviser.hub, FILE)
    before = sorted(attacker.city.world.home.folder.rglob("*"))
    status, said = attacker.raw(method, f"/v1/blobs/{name}", b"x" if method == "PATCH" else b"", PATCH)
    assert 400 <= status < 500
    assert b"hub" not in said
    assert sorted(attacker.city.world.home.folder.rglob("*")) == before


@pytest.mark.parametrize("length", ["9" * 15, "9" * 400, "-1", "1e9", "0x10", "٣", " ", "1,2"])
def test_a_giant_or_odd_length_makes_no_room(attacker: Attacker, length: str) -> None:
    fields = TUS | {"Upload-Length": length, "Upload-Metadata": "blob " + "A" * 43 + "="}
    encoded = {name: value.encode("utf-8").decode("latin-1") for name, value in fields.items()}
    status, _ = attacker.raw("POST", "/v1/blobs", b"", encoded)
    assert status in {400, 413}
    assert not attacker.city.world.parts.blobs.exists()


def test_who_sends_next_to_nothing_holds_no_place_for_long(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "BODY_SECONDS", 0.3)
    place = urlsplit(attacker.address)
    with socket.create_connection((place.hostname, place.port)) as slow:
        start = f"PATCH {blob_path(FILE.blob)} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx"
        slow.sendall(start.encode())
        assert slow.recv(20).startswith(b"HTTP/1.1 503")


def test_a_body_without_an_end_is_cut_off(attacker: Attacker) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(8):
            yield bytes(64 * 1024)

    answer = requests.patch(
        attacker.address + blob_path(FILE.blob), data=endless(), headers=PATCH, timeout=20
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["POST", "HEAD", "PATCH", "GET"])
def test_nothing_is_said_to_who_does_not_sign(attacker: Attacker, method: str) -> None:
    upload(attacker.city.adviser.hub, FILE)
    path = "/v1/blobs" if method == "POST" else blob_path(FILE.blob)
    stranger = sign_request(
        method=method, path=path, body=b"", key=SigningKey.generate(), created_ms=now_ms()
    )
    stale = sign_request(method=method, path=path, body=b"", key=attacker.key, created_ms=now_ms() - 121_000)
    for fields in ({}, stranger, stale):
        answer = requests.request(method, attacker.address + path, headers=PATCH | fields, timeout=20)
        assert answer.status_code == 401


def test_a_signed_request_fits_no_other_path_method_or_body(attacker: Attacker) -> None:
    other = sealed(50_000, 2)
    attach(attacker.city.adviser, attacker.city.stream, other)
    for of in (FILE, other):
        attacker.city.adviser.hub.blob_begin(of.blob, of.size)
    signed = sign_request(
        method="PATCH", path=blob_path(FILE.blob), body=b"chunk", key=attacker.key, created_ms=now_ms()
    )
    for method, path, body in (
        ("PATCH", blob_path(other.blob), b"chunk"),
        ("POST", blob_path(FILE.blob), b"chunk"),
        ("PATCH", blob_path(FILE.blob), b"other"),
    ):
        fields = PATCH | signed | {"X-HTTP-Method-Override": "PATCH"}
        answer = requests.request(method, attacker.address + path, data=body, headers=fields, timeout=20)
        assert answer.status_code == 401
    once, again = (
        requests.patch(
            attacker.address + blob_path(FILE.blob), data=b"chunk", headers=PATCH | signed, timeout=20
        )
        for _ in range(2)
    )
    # The same request again finds the hub elsewhere: nothing is added twice.
    assert (once.status_code, again.status_code) == (204, 409)


def test_a_forged_stand_is_no_answer_of_this_hub(attacker: Attacker) -> None:
    member = attacker.city.adviser
    with between(attacker.address) as thief:
        blobs = HttpBlobs(
            HttpHub(
                thief.address, pin=member.world.root_digest, hub_id=member.world.hub, signing=member.key,
                receiving=member.receiving, clock=now_ms,
            )
        )  # fmt: skip
        assert blobs.blob_begin(FILE.blob, FILE.size) == 0
        (earlier,) = [one for one in thief.passed if one.status == 201]
        done = pack(BlobStand(FILE.blob, FILE.size, FILE.size))

        def all_held(_path: str, _request: bytes, true: Told) -> Told:
            return Told(true.status, true.kind, done, true.word)

        def replayed(_path: str, _request: bytes, _true: Told) -> Told:
            return earlier

        for forge in (all_held, replayed):
            thief.forge = forge
            with pytest.raises(WrongHub):
                blobs.blob_begin(FILE.blob, FILE.size)
        blobs.close()
    with pytest.raises(ProtocolError):
        member.hub.blob_read(FILE.blob, 0, 10)
