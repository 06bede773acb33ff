# SPDX-License-Identifier: MIT
"""A service directory is read to its end or not at all: from one host, bounded, and only what is new."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from directory_server import DirectoryServer, Said, directory_server

from sync.catalogue.importing import read_services, recognise
from sync.catalogue.model import text_in
from sync.hub.catalogue_fetch import GROUP, Fetched, fetch
from sync.hub.catalogue_kept import KeptAnswers
from sync.hub.catalogue_wire import TRIES, Wire
from sync.hub.errors import AddressRefused, SourceBroken, SourceError, SourceTooLarge, SourceUnreachable
from sync.hub.shipped import shipped_codes

Ask = Callable[..., Fetched]


def guid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def json(value: object) -> bytes:
    return msgspec.json.encode(value)


def read(fetched: Fetched) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = msgspec.json.decode(fetched.raw)
    return found


@pytest.fixture
def directory() -> Iterator[DirectoryServer]:
    with directory_server() as server:
        yield server


@pytest.fixture
def ask(directory: DirectoryServer, tmp_path: Path) -> Ask:
    """Reads the directory; nothing waits."""

    def asking(source: str, path: str = "", **more: Any) -> Fetched:  # noqa: ANN401 - the wire's bounds
        municipality = more.pop("municipality", "")
        more.setdefault("wait", lambda _: None)
        wire = Wire(directory.address + path, KeptAnswers(tmp_path / "kept"), **more)
        try:
            return fetch(source, wire, municipality=municipality)
        finally:
            wire.close()

    return asking


def test_the_service_map_is_read_page_by_page(directory: DirectoryServer, ask: Ask) -> None:
    directory.say("/unit/?page_size=2", json({"next": "/unit/?page=2", "results": [{"id": 1}, {"id": 2}]}))
    directory.say("/unit/?page=2", json({"next": None, "results": [{"id": 3}]}))
    fetched = ask("palvelukartta", "/unit/?page_size=2")
    assert read(fetched) == {"results": [{"id": 1}, {"id": 2}, {"id": 3}]}
    assert (fetched.answers, fetched.unchanged) == (2, 0)


def test_the_manual_is_read_by_its_links(directory: DirectoryServer, ask: Ask) -> None:
    second = {"href": f"{directory.address}/jsonapi/node/service?page=2"}
    directory.say(
        "/jsonapi/node/service",
        json({"data": [{"id": "a"}], "included": [{"id": "x"}], "links": {"next": second}}),
    )
    directory.say("/jsonapi/node/service?page=2", json({"data": [{"id": "b"}], "links": {"next": "?page=3"}}))
    directory.say("/jsonapi/node/service?page=3", json({"data": []}))
    found = read(ask("palvelumanuaali", "/jsonapi/node/service"))
    assert found == {"data": [{"id": "a"}, {"id": "b"}], "included": [{"id": "x"}]}


def test_ptv_gives_lists_and_then_details_in_groups(directory: DirectoryServer, ask: Ask) -> None:
    ids = [guid(number) for number in range(GROUP + 1)]
    area = "/api/v11/Service/area/Municipality/code/091"
    for page, some in enumerate((ids[:60], [*ids[60:], "../../x"]), 1):
        listed = [{"id": one, "name": "n"} for one in some]
        directory.say(f"{area}?page={page}", json({"pageCount": 2, "itemList": listed}))
    first = {
        "id": ids[0],
        "serviceChannels": [{"serviceChannel": {"id": guid(900), "name": None}}, {"description": []}],
        "organizations": [{"organization": {"id": guid(800)}}, {"organization": None}],
    }
    odd = {"id": ids[1], "serviceChannels": 7}
    directory.say(f"/api/v11/Service/list?guids={','.join(ids[:GROUP])}", json([first, odd]))
    directory.say(f"/api/v11/Service/list?guids={ids[GROUP]}", json([{"id": ids[GROUP]}]))
    directory.say(f"/api/v11/ServiceChannel/list?guids={guid(900)}", json([{"id": guid(900)}]))
    directory.say(f"/api/v11/Organization/list?guids={guid(800)}", json([{"id": guid(800)}]))
    found = read(ask("ptv", "/api/v11", municipality="091"))
    assert found == {
        "services": [first, odd, {"id": ids[GROUP]}],
        "channels": [{"id": guid(900)}],
        "organizations": [{"id": guid(800)}],
    }


def test_what_was_fetched_is_what_an_importer_reads(directory: DirectoryServer, ask: Ask) -> None:
    name = [{"value": "Kurssi", "type": "Name", "language": "fi"}]
    service = {"id": guid(1), "serviceNames": name, "publishingStatus": "Published", "type": "Service"}
    node = {"type": "node--service", "id": guid(2), "attributes": {"title": "Ryhmä", "status": True}}
    unit = {"id": 3, "name": {"fi": "Talo"}, "street_address": {"fi": "Katu 1"}}
    directory.say("/ptv/Service?page=1", json({"pageCount": 1, "itemList": [{"id": guid(1)}]}))
    directory.say(f"/ptv/Service/list?guids={guid(1)}", json([service]))
    directory.say("/manual", json({"data": [node]}))
    directory.say("/map", json({"results": [unit]}))
    for source, path, words in (
        ("ptv", "/ptv", "Kurssi"), ("palvelumanuaali", "/manual", "Ryhmä"), ("palvelukartta", "/map", "Talo"),
    ):  # fmt: skip
        raw = ask(source, path).raw
        assert recognise(raw) == source
        (found,) = read_services(raw, source, day="2026-11-24", codes=shipped_codes()).services
        assert text_in(found.name, "fi") == words


def test_an_empty_ptv_asks_no_details(directory: DirectoryServer, ask: Ask) -> None:
    directory.say("/Service?page=1", json({"pageCount": 0, "itemList": None}))
    assert read(ask("ptv")) == {"services": [], "channels": [], "organizations": []}
    assert directory.asked == ["/Service?page=1"]


def test_what_has_not_changed_is_not_sent_again(directory: DirectoryServer, ask: Ask, tmp_path: Path) -> None:
    directory.say("/a", Said(json({"next": "/b", "results": [1]}), headers={"ETag": '"1"'}))
    directory.say("/b", Said(json({"results": [2]}), headers={"ETag": '"2"'}))
    first = ask("palvelukartta", "/a")
    again = ask("palvelukartta", "/a")
    assert (again.raw, again.answers, again.unchanged) == (first.raw, 2, 2)
    # A kept answer that was damaged is asked for anew; one that is no longer the directory's goes.
    directory.say("/a", Said(json({"results": [3]}), headers={"ETag": '"3"'}))
    for path in (tmp_path / "kept").iterdir():
        path.write_bytes(b"half")
    assert read(ask("palvelukartta", "/a")) == {"results": [3]}
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_a_directory_that_stumbles_is_asked_again(directory: DirectoryServer, ask: Ask) -> None:
    good = json({"results": [1]})
    directory.say(
        "/a",
        Said(status=503, headers={"Retry-After": "7"}),
        Said(good, cut=True),
        Said(status=429),
        Said(good),
    )
    waits: list[float] = []
    assert read(ask("palvelukartta", "/a", wait=waits.append)) == {"results": [1]}
    assert waits == [7.0, 2.0, 4.0]


@pytest.mark.parametrize("status", [500, 404, 403, 304])
def test_a_directory_that_does_not_answer_is_named_with_its_status(
    directory: DirectoryServer, ask: Ask, status: int
) -> None:
    directory.say("/a", Said(status=status))
    with pytest.raises(SourceUnreachable) as caught:
        ask("palvelukartta", "/a")
    assert (caught.value.host, caught.value.what) == ("127.0.0.1", f"status {status}")
    assert len(directory.asked) == (TRIES if status == 500 else 1)


def test_nobody_there_is_said_after_some_tries(tmp_path: Path) -> None:
    with directory_server() as gone:
        address = gone.address
    waits: list[float] = []
    wire = Wire(address, KeptAnswers(tmp_path), wait=waits.append)
    with pytest.raises(SourceUnreachable):
        wire.get(address)
    wire.close()
    assert len(waits) == TRIES - 1


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"<html>", SourceBroken),
        (b'{"results": 7}', SourceBroken),
        (b"\xff\xfe", SourceBroken),
        (b'{"results":' + b"[" * 100_000, SourceBroken),
        (json({"results": [], "next": "https://elsewhere.example/"}), AddressRefused),
        (json({"results": [], "next": "ftp://127.0.0.1/"}), AddressRefused),
        (json({"results": [], "next": "//[x/"}), AddressRefused),
        (json({"results": [], "next": "/a"}), SourceTooLarge),
    ],
)
def test_an_answer_that_is_not_the_directorys_is_refused(
    directory: DirectoryServer, ask: Ask, body: bytes, error: type[SourceError]
) -> None:
    directory.say("/a", body)
    with pytest.raises(error):
        ask("palvelukartta", "/a")


def test_more_than_we_take_is_refused_while_it_comes(directory: DirectoryServer, ask: Ask) -> None:
    packed = gzip.compress(bytes(2_000_000))
    directory.say("/a", Said(packed, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(SourceTooLarge):
        ask("palvelukartta", "/a", most=1_000_000)


def test_ptv_with_more_services_than_we_take_is_refused(directory: DirectoryServer, ask: Ask) -> None:
    directory.say("/Service?page=1", json({"pageCount": 10_000, "itemList": []}))
    with pytest.raises(SourceTooLarge):
        ask("ptv")


def test_a_redirect_is_followed_on_the_same_host_only(directory: DirectoryServer, ask: Ask) -> None:
    directory.say("/old", Said(status=301, headers={"Location": "/new"}))
    directory.say("/new", json({"results": [1]}))
    assert read(ask("palvelukartta", "/old")) == {"results": [1]}
    directory.say("/old", Said(status=302, headers={"Location": "http://localhost:1/"}))
    with pytest.raises(AddressRefused):
        ask("palvelukartta", "/old")
    directory.say("/old", Said(status=307, headers={"Location": "/old"}))
    with pytest.raises(SourceUnreachable):
        ask("palvelukartta", "/old")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/",
        "ftp://example.org/",
        "example.org",
        "https://a:b@example.org/",
        "https://[x/",
        "",
    ],
)
def test_only_https_is_asked(tmp_path: Path, address: str) -> None:
    with pytest.raises(AddressRefused):
        Wire(address, KeptAnswers(tmp_path))
