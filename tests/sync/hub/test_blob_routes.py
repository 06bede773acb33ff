# SPDX-License-Identifier: MIT
"""Attachments on the wire as a tus client of another make sees them: header fields, ranges, stable codes."""

import base64
import hashlib
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from hub_blobs import Sealed, attach, sealed, upload
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member

from sync.hub import blob_routes
from sync.hub.doorway import Doorway
from sync.hub.home import now_ms
from sync.hub.serve import listening_socket
from sync.protocol.blobs import MAX_BLOB, MAX_CHUNK, blob_path
from sync.protocol.http_signature import sign_request

FILE = sealed(700_000)
TUS = {"Tus-Resumable": "1.0.0"}
PATCH = TUS | {"Content-Type": "application/offset+octet-stream"}


@dataclass
class Client:
    """Somebody who signs, and speaks plain tus."""

    city: City
    address: str

    def ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] = TUS,
        *,
        by: Member | None = None,
    ) -> requests.Response:
        key = (by or self.city.adviser).key
        signed = sign_request(method=method, path=path, body=body, key=key, created_ms=now_ms())
        return requests.request(
            method, self.address + path, data=body, headers={**headers, **signed}, timeout=30
        )

    def create(self, of: Sealed, *, length: int | None = None) -> requests.Response:
        fields = TUS | {
            "Upload-Length": str(of.size if length is None else length),
            "Upload-Metadata": f"filename eA==,blob {base64.b64encode(of.blob).decode()}",
        }
        return self.ask("POST", "/v1/blobs", headers=fields)

    def patch(self, of: Sealed, offset: int, chunk: bytes, **more: str) -> requests.Response:
        fields = PATCH | {"Upload-Offset": str(offset)} | {k.replace("_", "-"): v for k, v in more.items()}
        return self.ask("PATCH", blob_path(of.blob), chunk, fields)


@pytest.fixture(params=["sqlite", "postgres"])
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Client]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    with ExitStack() as stack:
        world = HubWorld.live(tmp_path / "hub", database=database)
        stack.callback(world.close)
        city = make_city(world, HubClock())
        attach(city.adviser, city.stream, FILE)
        yield Client(city, stack.enter_context(world.http()))


def code(response: requests.Response) -> tuple[int, str]:
    said = response.json()
    assert said["status"] == response.status_code
    return response.status_code, said["type"].removeprefix("urn:kenttakirja:problem:")


def test_a_server_says_what_it_speaks_to_anybody(client: Client) -> None:
    for path in ("/v1/blobs", blob_path(FILE.blob)):
        answer = requests.options(client.address + path, timeout=30)
        assert answer.status_code == 204
        said = answer.headers
        assert (said["Tus-Resumable"], said["Tus-Version"]) == ("1.0.0", "1.0.0")
        assert said["Tus-Extension"] == "creation,checksum"
        assert said["Tus-Checksum-Algorithm"].split(",")[0] == "sha256"
        assert int(said["Tus-Max-Size"]) == MAX_BLOB


def test_a_tus_client_of_another_make_sends_a_file_and_a_colleague_reads_it(client: Client) -> None:
    made = client.create(FILE)
    assert (made.status_code, made.content) == (201, b"")
    assert made.headers["Location"] == blob_path(FILE.blob)
    offset = 0
    while offset < FILE.size:
        chunk = FILE.content[offset : offset + 200_000]
        digest = base64.b64encode(hashlib.sha1(chunk, usedforsecurity=False).digest()).decode()
        sent = client.patch(FILE, offset, chunk, Upload_Checksum=f"sha1 {digest}")
        assert (sent.status_code, sent.content, sent.headers["Tus-Resumable"]) == (204, b"", "1.0.0")
        offset = int(sent.headers["Upload-Offset"])
        head = client.ask("HEAD", blob_path(FILE.blob))
        assert head.status_code == 200
        assert (head.headers["Upload-Offset"], head.headers["Upload-Length"]) == (str(offset), str(FILE.size))
        assert head.headers["Cache-Control"] == "no-store"
    again = client.create(FILE)
    assert (again.status_code, again.headers["Upload-Offset"]) == (201, str(FILE.size))
    read = client.ask("GET", blob_path(FILE.blob), headers={}, by=client.city.coach)
    assert (read.status_code, read.content) == (200, FILE.content)
    assert read.headers["Accept-Ranges"] == "bytes"


def test_who_cannot_say_patch_says_it_in_a_field(client: Client) -> None:
    client.create(FILE)
    fields = PATCH | {"Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    sent = client.ask("POST", blob_path(FILE.blob), FILE.content[:100], fields)
    assert (sent.status_code, sent.headers["Upload-Offset"]) == (204, "100")
    assert client.ask("POST", blob_path(FILE.blob)).status_code == 405


def test_another_version_media_type_or_offset_is_refused_as_tus_says(client: Client) -> None:
    client.create(FILE)
    old = client.ask("HEAD", blob_path(FILE.blob), headers={"Tus-Resumable": "0.2.2"})
    assert (old.status_code, old.headers["Tus-Version"]) == (412, "1.0.0")
    plain = client.ask("PATCH", blob_path(FILE.blob), b"x", TUS | {"Upload-Offset": "0"})
    assert plain.status_code == 415
    elsewhere = client.patch(FILE, 5, b"x")
    assert (code(elsewhere), elsewhere.json()["offset"]) == ((409, "blob-offset"), 0)
    for field in ("", "-1", "x", "9" * 30):
        assert code(client.patch(FILE, 0, b"x", Upload_Offset=field)) == (400, "malformed")


def test_a_chunk_that_the_wire_broke_is_460_and_not_taken(client: Client) -> None:
    client.create(FILE)
    other = base64.b64encode(hashlib.sha256(b"other").digest()).decode()
    assert code(client.patch(FILE, 0, b"x", Upload_Checksum=f"sha256 {other}")) == (460, "blob-damaged")
    for field in ("md5 AAAA", "sha256 ???", ""):
        assert code(client.patch(FILE, 0, b"x", Upload_Checksum=field)) == (400, "malformed")
    assert client.ask("HEAD", blob_path(FILE.blob)).headers["Upload-Offset"] == "0"


def test_creation_needs_a_name_and_a_length_that_a_record_says(client: Client) -> None:
    assert code(client.create(FILE, length=FILE.size - 1)) == (404, "unknown-blob")
    assert code(client.create(FILE, length=MAX_BLOB + 1)) == (413, "frame-too-large")
    assert code(client.create(FILE, length=0)) == (400, "malformed")
    for metadata in ("", "blob", "blob AAAA", "blob ???", "other AAAA"):
        fields = TUS | {"Upload-Length": "10", "Upload-Metadata": metadata}
        assert code(client.ask("POST", "/v1/blobs", headers=fields)) == (400, "malformed")
    assert code(client.patch(sealed(9, 9), 0, b"x")) == (404, "unknown-blob")
    assert client.ask("HEAD", blob_path(sealed(9, 9).blob)).status_code == 404


def test_more_than_a_chunk_at_once_is_too_much(client: Client) -> None:
    client.create(FILE)
    assert code(client.patch(FILE, 0, bytes(MAX_CHUNK + 1))) == (413, "frame-too-large")
    assert client.patch(FILE, 0, FILE.content[:MAX_CHUNK]).status_code == 204


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-9", 0, 10),
        ("bytes=699990-", 699_990, 700_000),
        ("bytes=-10", 699_990, 700_000),
        ("bytes=10-9999999", 10, 700_000),
        ("bytes=-9999999", 0, 700_000),
    ],
)
def test_a_single_range_is_answered_with_just_that(client: Client, asked: str, start: int, end: int) -> None:
    upload(client.city.adviser.hub, FILE)
    read = client.ask("GET", blob_path(FILE.blob), headers={"Range": asked})
    assert (read.status_code, read.content) == (206, FILE.content[start:end])
    assert read.headers["Content-Range"] == f"bytes {start}-{end - 1}/{FILE.size}"
    tag = read.headers["ETag"]
    same = client.ask("GET", blob_path(FILE.blob), headers={"Range": asked, "If-Range": tag})
    assert same.status_code == 206
    other = client.ask("GET", blob_path(FILE.blob), headers={"Range": asked, "If-Range": '"x"'})
    assert (other.status_code, other.content) == (200, FILE.content)


def test_ranges_that_are_not_there_are_416_and_several_are_answered_whole(client: Client) -> None:
    upload(client.city.adviser.hub, FILE)
    for asked in ("bytes=700000-", "bytes=-0", "bytes=9-5"):
        beyond = client.ask("GET", blob_path(FILE.blob), headers={"Range": asked})
        assert (code(beyond), beyond.json()["size"]) == ((416, "blob-range"), FILE.size)
    for asked in ("bytes=0-1,5-6", "lines=1-2", "bytes=a-b"):
        assert client.ask("GET", blob_path(FILE.blob), headers={"Range": asked}).content == FILE.content


def test_a_large_file_is_given_in_pieces(client: Client) -> None:
    large = sealed(3_000_000, 3)
    attach(client.city.adviser, client.city.stream, large)
    upload(client.city.adviser.hub, large)
    read = client.ask("GET", blob_path(large.blob), headers={}, by=client.city.coach)
    assert (read.headers["Content-Length"], read.content) == ("3000000", large.content)


def test_a_full_house_and_a_writer_who_is_there_too_often_are_asked_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blob_routes, "MOST_AT_ONCE", 0)
    answer = client.create(FILE)
    assert (code(answer), answer.headers["Retry-After"]) == ((503, "busy"), "3")
    monkeypatch.undo()
    with client.city.world.http(Doorway(0)) as address:
        assert code(Client(client.city, address).create(FILE)) == (503, "busy")
    assert client.create(FILE).status_code == 201


def test_a_disk_that_refuses_is_the_hubs_fault_and_nothing_is_half_acknowledged(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.create(FILE)
    assert client.patch(FILE, 0, FILE.content[:1000]).status_code == 204

    def full(_descriptor: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as broken:
        broken.setattr("sync.hub.blob_files.os.fsync", full)
        refused = client.patch(FILE, 1000, FILE.content[1000:2000])
    assert code(refused) == (500, "internal")
    assert "full" not in refused.text
    assert client.ask("HEAD", blob_path(FILE.blob)).headers["Upload-Offset"] == "1000"
    assert client.patch(FILE, 1000, FILE.content[1000:2000]).headers["Upload-Offset"] == "2000"


def test_the_listening_socket_is_named_as_tcp_so_that_small_answers_leave_at_once() -> None:
    with listening_socket("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP
