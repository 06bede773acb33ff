# SPDX-License-Identifier: MIT
"""The page of the wire names every call by the route it has in the program."""

from pathlib import Path

from sync.protocol.calls import Call

PAGE = Path(__file__).resolve().parents[2] / "sync" / "PROTOCOL.md"


def test_the_page_of_the_wire_names_every_call_by_its_route() -> None:
    page = PAGE.read_text(encoding="utf-8")
    missing = [call.path for call in Call if f"{call.path}`" not in page]
    assert not missing


def test_the_page_of_the_wire_names_no_route_that_is_retired() -> None:
    page = PAGE.read_text(encoding="utf-8")
    stale = [path for call in Call for path in call.retired if f"{path}`" in page]
    assert not stale
