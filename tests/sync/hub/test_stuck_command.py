# SPDX-License-Identifier: MIT
"""``kenttakirja-hub stuck`` and ``status``: what could not be carried out is seen, and tried again."""

from pathlib import Path

import pytest
from hub_city import make_city
from hub_world import HubClock, HubWorld, draft, person

from sync.failpoints import FailPoint, arm
from sync.hub.__main__ import app
from sync.records.ids import new_entity


def say(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, str]:
    """Return what a command says, and what it says beside its answer."""
    app(list(words), result_action="return_value")
    said = capsys.readouterr()
    return said.out, said.err


def test_what_could_not_be_carried_out_is_seen_and_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = HubWorld.make(tmp_path / "hub", clock=HubClock())
    city = make_city(world, HubClock())
    west = world.team("Länsi")
    boss = world.member("Esi Esihenkilö", "supervisor", city.team)
    matti = person("Matti")
    city.adviser.save(city.stream, matti)
    home = ("--home", str(tmp_path / "hub"))
    assert "carried out" not in say(capsys, "status", *home)[0]
    assert say(capsys, "stuck", *home) == ("", "Nothing is stuck.\n")

    def stumble(reached: FailPoint) -> None:
        if reached is FailPoint.HUB_MOVE_BEFORE_ADOPT:
            raise ValueError

    arm(stumble)
    boss.save(city.stream, draft("move", new_entity(), subject=matti.entity, to=west, at=1))
    assert "1 order could not be carried out: see stuck" in say(capsys, "status", *home)[0]
    [line] = say(capsys, "stuck", *home)[0].splitlines()
    stream, number, whose, what, _ = line.split("\t")
    assert city.stream.startswith(stream)
    assert (number, whose, what) == ("2", "Itä", "ValueError")
    with pytest.raises(SystemExit) as ended:
        say(capsys, "stuck", "--again", *home)
    assert ended.value.code == 1
    assert "ValueError" in capsys.readouterr().out
    arm(None)
    assert say(capsys, "stuck", "--again", *home) == ("1 order carried out.\n", "Nothing is stuck.\n")
    assert "carried out" not in say(capsys, "status", *home)[0]
    world.close()
