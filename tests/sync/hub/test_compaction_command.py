# SPDX-License-Identifier: MIT
"""``kenttakirja-hub compact``: says what went aside, and that nothing was old enough."""

from pathlib import Path

import pytest
from hub_city import make_city
from hub_world import HubClock, HubWorld, visit

from sync.hub.__main__ import app
from sync.hub.verify import verify


def _compact(folder: Path, *words: str) -> None:
    app(["compact", "--home", str(folder), *words], result_action="return_value")


def test_what_went_aside_is_said_stream_by_stream(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = HubClock()
    city = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    for _ in range(6):
        city.adviser.save(city.stream, visit())
    name = next(iter(city.world.parts.store.teams().values()))[0]
    city.world.close()
    _compact(tmp_path / "hub")
    assert capsys.readouterr().out.splitlines() == ["Nothing is old enough to be put aside."]
    _compact(tmp_path / "hub", "--older-than-days", "0", "--keep", "2")
    assert capsys.readouterr().out.splitlines() == [
        f"{city.stream} ({name}): 4 put aside, through number 4.",
        "4 commits put aside in all.",
    ]
    city.world = city.world.reopened()
    assert city.world.parts.store.horizon(city.stream) == 4
    assert verify(city.world.parts).damages == ()
    city.world.close()


@pytest.mark.parametrize("words", [("--keep", "0"), ("--older-than-days", "-1")])
def test_what_makes_no_sense_is_refused(tmp_path: Path, words: tuple[str, str]) -> None:
    with pytest.raises(SystemExit):
        _compact(tmp_path, *words)
