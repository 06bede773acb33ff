# SPDX-License-Identifier: MIT
"""Attachments from a laptop's side, over a real wire and without one: resumable at any byte, believed by hash."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from captive_portal import captive_portal
from fault_proxy import CuttingProxy
from hub_blobs import Sealed, attach, download, sealed, upload
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member

from sync.client.blob_http import HttpBlobs
from sync.client.http import HttpHub
from sync.protocol.blob_hub import BlobHub
from sync.protocol.errors import BlobRefused, CaptivePortal, Code, Unreachable

FILE = sealed(600_000)


@dataclass
class Stand:
    """A hub on the wire with two people of one team."""

    city: City
    address: str


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    world = HubWorld.live(tmp_path / "hub")
    city = make_city(world, HubClock())
    attach(city.adviser, city.stream, FILE)
    with world.http() as address:
        yield Stand(city, address)
    world.close()


@contextmanager
def blobs_of(member: Member, address: str) -> Iterator[HttpBlobs]:
    blobs = HttpBlobs(
        HttpHub(
            address, pin=member.world.root_digest, hub_id=member.world.hub, signing=member.key,
            receiving=member.receiving, clock=member.world.clock, timeouts=(5.0, 5.0),
        )
    )  # fmt: skip
    try:
        yield blobs
    finally:
        blobs.close()


@pytest.fixture(params=["in process", "http"])
def both(request: pytest.FixtureRequest, stand: Stand) -> Iterator[tuple[BlobHub, BlobHub]]:
    members = (stand.city.adviser, stand.city.coach)
    with ExitStack() as stack:
        if request.param == "http":
            one, other = (stack.enter_context(blobs_of(member, stand.address)) for member in members)
            yield one, other
        else:
            yield members[0].hub, members[1].hub


def test_what_one_sends_the_other_reads(both: tuple[BlobHub, BlobHub]) -> None:
    one, other = both
    assert one.blob_begin(FILE.blob, FILE.size) == 0
    assert one.blob_send(FILE.blob, 0, FILE.content, size=FILE.size) == 256 * 1024
    assert one.blob_begin(FILE.blob, FILE.size) == 256 * 1024
    assert upload(one, FILE, step=100_001) == FILE.size
    assert download(other, FILE, step=77_777) == FILE.content
    assert other.blob_read(FILE.blob, FILE.size, 10) == b""
    assert other.blob_read(FILE.blob, FILE.size + 5, 10) == b""
    assert other.blob_read(FILE.blob, 0, 0) == b""


def test_both_hubs_refuse_alike(both: tuple[BlobHub, BlobHub]) -> None:
    one, _ = both
    stranger = sealed(10, 9)
    one.blob_begin(FILE.blob, FILE.size)
    for call, code in (
        (lambda: one.blob_begin(stranger.blob, 10), Code.UNKNOWN_BLOB),
        (lambda: one.blob_begin(FILE.blob, FILE.size - 1), Code.UNKNOWN_BLOB),
        (lambda: one.blob_send(stranger.blob, 0, b"x", size=10), Code.UNKNOWN_BLOB),
        (lambda: one.blob_read(stranger.blob, 0, 10), Code.UNKNOWN_BLOB),
        (lambda: one.blob_read(FILE.blob, 0, 10), Code.UNKNOWN_BLOB),
        (lambda: one.blob_send(FILE.blob, 7, b"x", size=FILE.size), Code.BLOB_OFFSET),
    ):
        with pytest.raises(BlobRefused) as caught:
            call()
        assert caught.value.code is code


def test_a_hub_says_where_it_stands_and_when_the_whole_is_damaged(both: tuple[BlobHub, BlobHub]) -> None:
    one, _ = both
    one.blob_begin(FILE.blob, FILE.size)
    held = one.blob_send(FILE.blob, 0, bytes(256 * 1024), size=FILE.size)
    with pytest.raises(BlobRefused) as caught:
        one.blob_send(FILE.blob, 0, FILE.content, size=FILE.size)
    assert caught.value.facts["offset"] == held
    while held < FILE.size - 256 * 1024:
        held = one.blob_send(FILE.blob, held, bytes(256 * 1024), size=FILE.size)
    with pytest.raises(BlobRefused) as caught:
        one.blob_send(FILE.blob, held, bytes(FILE.size - held), size=FILE.size)
    assert caught.value.code is Code.BLOB_DAMAGED
    assert upload(one, FILE) == FILE.size


def _cut_upload(stand: Stand, of: Sealed, byte: int, *, up: bool) -> bool:
    """Cut an upload at this byte of a connection; return whether it was felt. The next one completes it."""
    attach(stand.city.adviser, stand.city.stream, of)
    place = urlsplit(stand.address)
    proxy = CuttingProxy((place.hostname or "", place.port or 0))
    felt = False
    with blobs_of(stand.city.adviser, proxy.address) as blobs:
        proxy.cut_up, proxy.cut_down = (byte, None) if up else (None, byte)
        try:
            upload(blobs, of, step=20_000)
        except Unreachable:
            felt = True
        proxy.cut_up = proxy.cut_down = None
        assert upload(blobs, of, step=20_000) == of.size
        assert download(blobs, of) == of.content
    proxy.close()
    return felt


@pytest.mark.parametrize("up", [True, False], ids=["request", "answer"])
def test_an_upload_cut_at_any_byte_goes_on_where_it_stood(stand: Stand, *, up: bool) -> None:
    most = 60_000 if up else 1900
    step = 4999 if up else 151
    felt = [
        _cut_upload(stand, sealed(60_000, 10 + place), byte, up=up)
        for place, byte in enumerate(range(0, most, step))
    ]
    assert sum(felt) > len(felt) * 0.9


def test_a_download_that_is_cut_is_no_short_piece(stand: Stand) -> None:
    upload(stand.city.adviser.hub, FILE)
    place = urlsplit(stand.address)
    proxy = CuttingProxy((place.hostname or "", place.port or 0))
    with blobs_of(stand.city.coach, proxy.address) as blobs:
        assert blobs.blob_read(FILE.blob, 0, 10) == FILE.content[:10]
        for byte in (0, 100, 500, 5000, 99_000):
            proxy.cut_down = byte
            proxy.lead_to((place.hostname or "", place.port or 0))
            with pytest.raises(Unreachable):
                blobs.blob_read(FILE.blob, 0, 100_000)
        proxy.cut_down = None
        assert download(blobs, FILE) == FILE.content
    proxy.close()


def test_a_portal_and_a_hub_that_is_down_are_no_answer(stand: Stand) -> None:
    with blobs_of(stand.city.adviser, stand.address) as blobs:
        upload(blobs, FILE)
        with captive_portal() as address:
            blobs._http.address = address
            for call in (
                lambda: blobs.blob_begin(FILE.blob, FILE.size),
                lambda: blobs.blob_read(FILE.blob, 0, 10),
            ):
                with pytest.raises(CaptivePortal):
                    call()
