# SPDX-License-Identifier: MIT
"""``kenttakirja-hub laptop`` as an administrator types it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_world import HubWorld, Member

from sync.hub.__main__ import app
from sync.hub.errors import UnknownName
from sync.log.signing import SigningKey
from sync.protocol.devices import FarewellRequest, LeaseKeepRequest, What, Why
from sync.protocol.lease_words import share_from
from sync.protocol.orders import order_from, sign_farewell, verify_order

SHARE = bytes(range(16))


@dataclass
class Desk:
    """An administrator at a terminal, and a laptop's writer."""

    folder: Path
    world: HubWorld
    member: Member
    capsys: pytest.CaptureFixture[str]

    def say(self, *words: str) -> str:
        """Type a command and return what it printed."""
        app(["laptop", *words, "--home", str(self.folder / "hub")], result_action="return_value")
        return self.capsys.readouterr().out

    @property
    def name(self) -> str:
        """The writer, in hex."""
        return self.member.writer.hex()


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    world = HubWorld.live(tmp_path / "hub")
    member = world.member("Aino Virtanen", "adviser", world.team("Itä"))
    member.hub.lease_keep(LeaseKeepRequest(SHARE, SigningKey.from_seed(b"v" * 32).public))
    yield Desk(tmp_path, world, member, capsys)
    world.close()


def test_every_notebook_is_listed_with_its_person_and_lease(desk: Desk) -> None:
    (line,) = desk.say("list").splitlines()
    writer, person, place, standing, lease = line.split("\t")
    assert (writer, person, place) == (desk.name[:9], "Aino Virtanen", desk.member.laptop[:9])
    assert standing == "in force"
    assert lease.startswith("lease until 20")


@pytest.mark.parametrize("what", list(What))
def test_an_order_is_given_and_written_to_a_stick(desk: Desk, what: What) -> None:
    file = desk.folder / "order.kkorder"
    more = ["--yes"] if what is What.WIPE else []
    told = desk.say(what.value, desk.name[:8], "--file", str(file), *more)
    assert f"ordered to {what.value}" in told
    order = verify_order(order_from(file.read_bytes()), pin=desk.world.root_digest, hub=desk.world.hub)
    assert (order.writer, order.what) == (desk.member.writer, what)
    assert f"ordered to {what.value}" in desk.say("list")


def test_nothing_is_wiped_by_mistake(desk: Desk) -> None:
    with pytest.raises(SystemExit) as caught:
        desk.say("wipe", desk.name)
    assert caught.value.code == 2
    assert "in force" in desk.say("list")


def test_a_wipe_is_not_taken_back_by_a_revocation(desk: Desk) -> None:
    desk.say("wipe", desk.name, "--yes")
    assert "not taken back" in desk.say("revoke", desk.name)


@pytest.mark.parametrize("typed", ["", "zz", "00" * 16])
def test_a_writer_that_is_not_known_is_refused(desk: Desk, typed: str) -> None:
    with pytest.raises(UnknownName):
        desk.say("revoke", typed)
    assert "in force" in desk.say("list")


def test_the_lease_is_read_out_with_a_reason(desk: Desk) -> None:
    told = desk.say("lease", desk.name, "--reason", "called back").strip()
    assert share_from(told) == SHARE


def test_of_a_revoked_writer_nothing_is_read_out(desk: Desk) -> None:
    desk.say("revoke", desk.name)
    with pytest.raises(SystemExit, match="no lease"):
        desk.say("lease", desk.name, "--reason", "asked")


def test_who_is_gone_is_told_with_the_reason(desk: Desk) -> None:
    signed = sign_farewell(hub=desk.world.hub, why=Why.LEFT, order=0, time_ms=1, key=desk.member.key)
    desk.member.hub.farewell(FarewellRequest([signed], desk.member.receiving.public))
    assert desk.say("farewells").strip().endswith("\tleft")
    assert "\tleft\t" in desk.say("list")
