# SPDX-License-Identifier: MIT
"""TLS with a wrong clock: dates count by the hub's time, names and roots always."""

import datetime as dt
import ssl
from pathlib import Path

import pytest
from fake_hub import NOW, FakeHub
from fake_hub_server import served
from http_laptop import http_laptop
from tls_server import server_certificate

from sync.client.tls import NO_CHECK_TIME, tls_context
from sync.protocol.journal import RoundOutcome

HUB_TIME = dt.datetime.fromtimestamp(NOW / 1000, dt.UTC)
DAY = dt.timedelta(days=1)


def _round(
    folder: Path, *, begins: dt.datetime, ends: dt.datetime, address: str = "127.0.0.1", trusted: bool = True
) -> tuple[RoundOutcome, str]:
    hub = FakeHub()
    server, pem = server_certificate(folder, begins=begins, ends=ends, address=address)
    context = tls_context(extra_roots=pem if trusted else None)
    with (
        served(hub, context=server) as (host, port),
        http_laptop(hub, f"https://{host}:{port}", context=context, clock=lambda: 1) as one,
    ):
        one.write(1, age="u30")
        record = one.round()
        return record.outcome, record.problem


def test_a_certificate_that_holds_at_hub_time_is_taken_whatever_the_laptops_clock(tmp_path: Path) -> None:
    assert _round(tmp_path, begins=HUB_TIME - DAY, ends=HUB_TIME + DAY) == (RoundOutcome.DONE, "")


@pytest.mark.parametrize(("begins", "ends"), [(-3, -1), (1, 3)], ids=["over", "not yet"])
def test_a_certificate_outside_its_dates_by_hub_time_is_refused(
    tmp_path: Path, begins: int, ends: int
) -> None:
    outcome = _round(tmp_path, begins=HUB_TIME + begins * DAY, ends=HUB_TIME + ends * DAY)
    assert outcome == (RoundOutcome.OFFLINE, "CaptivePortal")


def test_an_unknown_root_or_another_name_is_refused(tmp_path: Path) -> None:
    begins, ends = HUB_TIME - DAY, HUB_TIME + DAY
    assert _round(tmp_path, begins=begins, ends=ends, trusted=False)[1] == "CaptivePortal"
    assert _round(tmp_path, begins=begins, ends=ends, address="127.0.0.2")[1] == "CaptivePortal"


def test_only_the_dates_are_left_out_of_openssls_check() -> None:
    context = tls_context()
    assert context.verify_flags & NO_CHECK_TIME
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
