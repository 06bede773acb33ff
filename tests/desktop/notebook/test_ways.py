# SPDX-License-Identifier: MIT
"""The way to the centre is kept with the laptop, counts at once, and holds no secret."""

from pathlib import Path

import pytest

from desktop.notebook.ways import WAYS_FILE, Ways
from desktop.vault.disk import RealDisk
from sync.client.route import ProxyChoice, Route
from sync.protocol.errors import EnrolmentInvalid

ROOT, OTHER, PIN = b"r" * 32, b"o" * 32, b"p" * 32


@pytest.fixture
def ways(tmp_path: Path) -> Ways:
    return Ways(tmp_path, RealDisk())


def test_without_a_choice_the_systems_proxy_is_used(ways: Ways) -> None:
    assert ways.route_to(ROOT) == Route(ProxyChoice.SYSTEM, "", None)


def test_a_choice_and_a_pin_are_kept_apart_and_together(ways: Ways) -> None:
    ways.choose(ProxyChoice.OWN, "proxy.example:8080")
    ways.pin(ROOT, PIN)
    assert ways.route_to(ROOT) == Route(ProxyChoice.OWN, "http://proxy.example:8080", PIN)
    assert ways.route_to(OTHER).certificate is None
    ways.choose(ProxyChoice.NONE, "")
    assert ways.route_to(ROOT) == Route(ProxyChoice.NONE, "http://proxy.example:8080", PIN), (
        "the address is still there for the next time"
    )
    ways.pin(ROOT, None)
    assert ways.route_to(ROOT).certificate is None


def test_what_is_no_address_changes_nothing(ways: Ways) -> None:
    ways.choose(ProxyChoice.OWN, "proxy.example:8080")
    with pytest.raises(EnrolmentInvalid):
        ways.choose(ProxyChoice.OWN, "aino:salasana@proxy.example:8080")
    assert ways.route_to(ROOT).proxy == "http://proxy.example:8080"


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b'{"version":2}', b'{"version":1,"pins":{"aa":"zz"}}', b'{"version":1,"proxy":"x"}',
     b"\xff" * 100, b"{" * 20_000],
)  # fmt: skip
def test_a_damaged_file_is_none(ways: Ways, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / WAYS_FILE).write_bytes(raw)
    assert ways.route_to(ROOT) == Route()
    ways.pin(ROOT, PIN)
    assert ways.route_to(ROOT).certificate == PIN


def test_twenty_centres_are_remembered_the_newest_ones(ways: Ways) -> None:
    for one in range(30):
        ways.pin(bytes([one]) * 32, PIN)
    assert ways.route_to(bytes([29]) * 32).certificate == PIN
    assert ways.route_to(bytes([0]) * 32).certificate is None
