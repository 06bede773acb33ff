# SPDX-License-Identifier: MIT
"""The way to the hub: through which proxy, and under which certificate only."""

import datetime as dt
import os
from pathlib import Path

import pytest
from connect_proxy import connect_proxy
from fake_hub import NOW, FakeHub
from fake_hub_server import served
from http_laptop import http_laptop
from hypothesis import given
from hypothesis import strategies as st
from tls_server import server_certificate

from sync.client.route import ProxyChoice, Route, parse_proxy
from sync.client.tls import tls_context
from sync.protocol.certificate import PIN_BYTES, pin_of_pem
from sync.protocol.errors import EnrolmentInvalid
from sync.protocol.journal import RoundOutcome

HUB_TIME = dt.datetime.fromtimestamp(NOW / 1000, dt.UTC)
DAY = dt.timedelta(days=1)
ELSEWHERE = "127.0.0.2"
"""Another machine, as far as the client knows: a proxy is used for it."""


def _round(
    folder: Path, *, route: Route, pin: bytes | None = None, pinned: bool = False
) -> tuple[RoundOutcome, str]:
    """Run one round with a hub elsewhere; ``pinned`` pins the key that the hub has."""
    hub = FakeHub()
    server, pem = server_certificate(folder, begins=HUB_TIME - DAY, ends=HUB_TIME + DAY, address=ELSEWHERE)
    context = tls_context(extra_roots=pem, pin=pin_of_pem(pem.encode()) if pinned else pin)
    with (
        served(hub, context=server, host=ELSEWHERE) as (host, port),
        http_laptop(hub, f"https://{host}:{port}", context=context, route=lambda: route) as one,
    ):
        one.write(1, age="u30")
        record = one.round()
        return record.outcome, record.problem


def test_an_own_proxy_passes_everything_on(tmp_path: Path) -> None:
    with connect_proxy() as proxy:
        route = Route(ProxyChoice.OWN, proxy.address)
        assert _round(tmp_path, route=route) == (RoundOutcome.DONE, "")
        assert {asked.rpartition(":")[0] for asked in proxy.asked} == {ELSEWHERE}


def test_a_proxy_that_wants_a_sign_in_or_is_not_there_is_called_so(tmp_path: Path) -> None:
    with connect_proxy(wants_sign_in=True) as proxy:
        refused = _round(tmp_path, route=Route(ProxyChoice.OWN, proxy.address))
    assert refused == (RoundOutcome.OFFLINE, "ProxyRefused")
    assert _round(tmp_path, route=Route(ProxyChoice.OWN, proxy.address)) == refused


def test_the_systems_proxy_is_used_where_it_is_chosen_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connect_proxy() as proxy:
        for name in ("no_proxy", "NO_PROXY", "https_proxy"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        assert _round(tmp_path, route=Route(ProxyChoice.NONE)) == (RoundOutcome.DONE, "")
        assert proxy.asked == []
        assert _round(tmp_path, route=Route(ProxyChoice.SYSTEM)) == (RoundOutcome.DONE, "")
        assert proxy.asked
        assert os.environ["HTTPS_PROXY"] == proxy.address


def test_a_pinned_certificate_is_taken_and_another_is_let_go_before_anything_is_sent(tmp_path: Path) -> None:
    route = Route(ProxyChoice.NONE)
    assert _round(tmp_path, route=route, pinned=True) == (RoundOutcome.DONE, "")
    other = bytes(PIN_BYTES)
    assert _round(tmp_path, route=route, pin=other) == (RoundOutcome.OFFLINE, "CaptivePortal")


def test_a_pin_holds_through_a_proxy_too(tmp_path: Path) -> None:
    with connect_proxy() as proxy:
        route = Route(ProxyChoice.OWN, proxy.address)
        assert _round(tmp_path, route=route, pinned=True)[0] is RoundOutcome.DONE
        assert _round(tmp_path, route=route, pin=bytes(PIN_BYTES))[0] is RoundOutcome.OFFLINE


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("proxy.example:8080", "http://proxy.example:8080"),
        (" http://10.0.0.1:3128/ ", "http://10.0.0.1:3128"),
        ("http://[fd00::1]:8080", "http://[fd00::1]:8080"),
    ],
)
def test_a_proxys_address_is_read_as_it_is_said(typed: str, address: str) -> None:
    assert parse_proxy(typed) == address
    assert parse_proxy(address) == address


@pytest.mark.parametrize(
    "typed",
    ["", "proxy.example", "https://proxy.example:1", "http://aino:salasana@proxy.example:1",
     "http://proxy.example:1/path", "http://proxy.example:99999", "http://pro xy:1", "socks5://a:1"],
)  # fmt: skip
def test_what_is_no_address_of_a_proxy_is_refused(typed: str) -> None:
    with pytest.raises(EnrolmentInvalid) as caught:
        parse_proxy(typed)
    assert caught.value.part == "proxy"


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_an_address_or_one_typed_error(typed: str) -> None:
    try:
        address = parse_proxy(typed)
    except EnrolmentInvalid:
        return
    assert parse_proxy(address) == address
