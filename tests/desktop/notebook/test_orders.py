# SPDX-License-Identifier: MIT
"""What the hub orders about a notebook is done at the next contact or by a stick; nobody else's word is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, Doorstep, problem_of
from hub_world import HubClock, HubWorld
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from order_desk import OrderDesk

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import ShowLaptop, Unlock
from desktop.notebook.messages.leaving import DismissWiped, OrderCame, OrderObeyed, ReadOrder
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import LockedByItself
from desktop.vault.keyfile_io import read_copies
from desktop.vault.lease import lease_name
from desktop.vault.orders_file import ORDER_FILE
from desktop.vault.wiping import MARKER_FILE, TOLD_MS, wiped
from sync.client.outbox import FAREWELL_SUFFIX, SUFFIX
from sync.protocol.devices import What
from sync.protocol.orders import order_bytes


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OrderDesk]:
    """Return a laptop where Aino and Bertta have notebooks."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    step = Doorstep(tmp_path / "laptop", hub, lane)
    step.join(step.aino)
    step.join(step.bertta)
    yield OrderDesk.of(step)
    for door in step.doors:
        door.close()
    lane.stop()
    hub.close()


def test_a_revoked_notebook_closes_while_the_unlock_page_stands_and_its_colleagues_goes_on(
    desk: OrderDesk,
) -> None:
    step = desk.step
    desk.centre.give(desk.writer(step.aino), What.REVOKE)
    door = step.door()
    orders = desk.orders(door)
    orders.look()
    orders.look()
    assert desk.told == [OrderCame(step.aino, "Aino Aalto", "revoke")], "told once"
    assert {one.name: one.closed for one in door.show(ShowLaptop()).people} == {
        "Aino Aalto": "revoke",
        "Bertta Berg": "",
    }
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.WRITER_REVOKED
    assert step.folder_of(step.aino).joinpath("notebook.db").exists()
    assert door.unlock(Unlock(step.bertta, GOOD)).name == "Bertta Berg"


def test_a_wipe_destroys_a_closed_notebook_and_the_laptop_keeps_a_note_of_it(desk: OrderDesk) -> None:
    step = desk.step
    desk.centre.give(desk.writer(step.aino), What.REVOKE)
    desk.orders().look()
    desk.centre.give(desk.writer(step.aino), What.WIPE, serial=2)
    desk.orders().look()
    assert not step.folder_of(step.aino).exists()
    assert desk.told[-1] == OrderCame(step.aino, "Aino Aalto", "wipe")
    (note,) = wiped(step.disk, step.laptop.root)
    assert (note.name, note.wipe.order, note.wipe.signed) == ("Aino Aalto", 2, False)
    assert desk.outbox(FAREWELL_SUFFIX) == [], "nobody has the key to sign one"
    assert step.door().unlock(Unlock(step.bertta, GOOD)).name == "Bertta Berg"


def test_a_wipe_of_an_open_notebook_leaves_a_farewell_in_its_own_hand(desk: OrderDesk) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    seat.save()
    signed = desk.centre.give(seat.inside.desk.writer, What.WIPE)
    orders = desk.orders(seat.door)
    assert orders.asked_in_round(desk.centre, seat.inside) == signed
    orders.obey_inside(seat.inside, signed, seal=seat.keeper.seal_last)
    assert desk.told == [LockedByItself(Problem.NOTEBOOK_WIPED)]
    assert not step.folder_of(step.aino).exists()
    bertta = desk.sit(step.bertta)
    bertta.round()
    assert desk.centre.heard[-1] == ("wiped", seat.inside.desk.writer.hex())
    assert desk.outbox(FAREWELL_SUFFIX) == []


def test_a_revocation_of_an_open_notebook_closes_it_for_good(desk: OrderDesk) -> None:
    seat = desk.sit(desk.step.aino)
    signed = desk.centre.give(seat.inside.desk.writer, What.REVOKE)
    desk.orders(seat.door).obey_inside(seat.inside, signed, seal=seat.keeper.seal_last)
    assert desk.told == [LockedByItself(Problem.WRITER_REVOKED)]
    assert problem_of(lambda: desk.step.door().unlock(Unlock(desk.step.aino, GOOD)))[0] is (
        Problem.WRITER_REVOKED
    )


@pytest.mark.parametrize(("what", "told"), [(What.REVOKE, "revoke"), (What.WIPE, "wipe")])
def test_an_order_comes_by_stick_where_there_is_no_network(
    desk: OrderDesk, tmp_path: Path, what: What, told: str
) -> None:
    step, stick = desk.step, tmp_path / "a.kkorder"
    stick.write_bytes(order_bytes(desk.centre.give(desk.writer(step.aino), what)))
    desk.centre.online = False
    desk.orders().look()
    assert desk.told == []
    assert desk.orders().read(ReadOrder(str(stick))) == OrderObeyed(step.aino, "Aino Aalto", told)
    assert step.folder_of(step.aino).exists() is (what is What.REVOKE)


def test_a_wipe_by_stick_of_an_open_notebook_seals_its_unsent_saves_first(
    desk: OrderDesk, tmp_path: Path
) -> None:
    step, seat, stick = desk.step, desk.sit(desk.step.aino), tmp_path / "a.kkorder"
    seat.save()
    desk.centre.online = False
    stick.write_bytes(order_bytes(desk.centre.give(seat.inside.desk.writer, What.WIPE)))
    assert desk.outbox(SUFFIX) == []
    desk.orders(seat.door, seal=seat.keeper.seal_last).read(ReadOrder(str(stick)))
    assert not step.folder_of(step.aino).exists()
    assert len(desk.outbox(SUFFIX)) == 2, "the team's saves, and the access log"


def test_a_wipe_forgets_the_share_of_the_lease_too(desk: OrderDesk) -> None:
    step = desk.step
    (header,) = read_copies(step.disk, step.folder_of(step.aino)).readable
    step.key_store.put(lease_name(header.vault), b"a share")
    desk.centre.give(desk.writer(step.aino), What.WIPE)
    desk.orders().look()
    assert step.key_store.get(lease_name(header.vault)) is None


def test_a_destroyed_notebook_is_told_of_until_somebody_has_read_it_or_for_thirty_days(
    desk: OrderDesk,
) -> None:
    step = desk.step
    desk.centre.give(desk.writer(step.aino), What.WIPE)
    desk.orders().look()
    assert step.door().show(ShowLaptop()).wiped == ["Aino Aalto"]
    assert isinstance(step.hub.clock, HubClock)
    step.hub.clock.now += TOLD_MS - 60_000
    assert step.door().show(ShowLaptop()).wiped == ["Aino Aalto"]
    step.hub.clock.now += 120_000
    assert step.door().show(ShowLaptop()).wiped == []
    step.hub.clock.now -= TOLD_MS
    desk.orders().dismiss(DismissWiped())
    desk.orders().dismiss(DismissWiped())
    assert step.door().show(ShowLaptop()).wiped == []


def test_another_hubs_order_and_one_for_nobody_here_change_nothing(desk: OrderDesk, tmp_path: Path) -> None:
    step, stick = desk.step, tmp_path / "a.kkorder"
    elsewhere = HubWorld.make(tmp_path / "other", clock=HubClock())
    theirs = Doorstep(tmp_path / "theirs", elsewhere, step.lane)
    theirs.join(theirs.aino)
    other = OrderDesk.of(theirs)
    stick.write_bytes(order_bytes(other.centre.give(other.writer(theirs.aino), What.WIPE)))
    assert problem_of(lambda: desk.orders().read(ReadOrder(str(stick))))[0] is Problem.ORDER_UNREADABLE
    away = step.hub.member("Kaisa Korpi", "adviser", step.team)
    stick.write_bytes(order_bytes(desk.centre.give(away.writer, What.WIPE)))
    assert problem_of(lambda: desk.orders().read(ReadOrder(str(stick))))[0] is Problem.NOT_FOUND
    gone = str(tmp_path / "no file")
    assert problem_of(lambda: desk.orders().read(ReadOrder(gone)))[0] is Problem.ORDER_UNREADABLE
    assert len(step.door().show(ShowLaptop()).people) == 2
    for door in theirs.doors:
        door.close()
    elsewhere.close()


def test_a_wipe_that_was_cut_goes_on_at_the_next_start_and_opens_nothing_meanwhile(desk: OrderDesk) -> None:
    step = desk.step
    (step.folder_of(step.aino) / MARKER_FILE).write_bytes(b"{}")
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.NOTEBOOK_WIPED
    desk.orders().finish()
    assert not step.folder_of(step.aino).exists()
    assert [one.name for one in step.door().show(ShowLaptop()).people] == ["Bertta Berg"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(noise=st.binary(max_size=400), at=st.integers(0, 2**20), flip=st.integers(1, 255), whole=st.booleans())
def test_no_bytes_but_the_hubs_own_change_anything(
    desk: OrderDesk, tmp_path: Path, noise: bytes, at: int, flip: int, *, whole: bool
) -> None:
    step = desk.step
    raw = bytearray(_forged(desk))
    raw[at % len(raw)] ^= flip
    folder, stick = step.folder_of(step.aino), tmp_path / "a.kkorder"
    before = sorted(path.name for path in folder.iterdir())
    content = bytes(raw) if whole else noise
    stick.write_bytes(content)
    problem, _ = problem_of(lambda: desk.orders().read(ReadOrder(str(stick))))
    assert problem is Problem.ORDER_UNREADABLE
    assert sorted(path.name for path in folder.iterdir()) == before
    (folder / ORDER_FILE).write_bytes(content)
    try:
        assert {one.closed for one in step.door().show(ShowLaptop()).people} == {""}
    finally:
        (folder / ORDER_FILE).unlink()


_MADE: dict[int, bytes] = {}


def _forged(desk: OrderDesk) -> bytes:
    """Return a good order's bytes, made once a laptop."""
    if id(desk) not in _MADE:
        _MADE.clear()
        _MADE[id(desk)] = order_bytes(desk.centre.give(desk.writer(desk.step.aino), What.WIPE))
        desk.centre.orders.clear()
    return _MADE[id(desk)]
