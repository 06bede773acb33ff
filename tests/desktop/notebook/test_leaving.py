# SPDX-License-Identifier: MIT
"""Leaving a laptop loses no save: all is sent, or delivered by the next colleague online, and nothing is left here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, WRONG, Doorstep, problem_of
from hub_world import HubClock, HubWorld
from order_desk import OrderDesk

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import ShowLaptop, Unlock
from desktop.notebook.messages.leaving import LeaveLaptop, ShowLeaving
from desktop.notebook.messages.problems import Problem
from desktop.store.blobs import Blobs, BlobState
from desktop.vault.attachments import AttachmentFolder, attachment_folder
from sync.client.outbox import FAREWELL_SUFFIX, KEPT_MS, SUFFIX
from sync.records.ids import audit_stream, team_stream


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


def test_who_leaves_with_a_network_leaves_nothing_behind(desk: OrderDesk) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    seat.save()
    writer = seat.inside.desk.writer
    assert seat.leaving.leave(LeaveLaptop(GOOD)).to_deliver == 0
    assert not step.folder_of(step.aino).exists()
    assert [one.name for one in step.door().show(ShowLaptop()).people] == ["Bertta Berg"]
    assert desk.outbox(FAREWELL_SUFFIX) == []
    assert desk.centre.heard[-1] == ("left", writer.hex())
    row = step.hub.parts.store.writer(writer)
    assert row is not None
    assert row.revoked
    assert step.hub.parts.store.writer_heads(writer)[team_stream(step.team)][0] == 1
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.NOT_FOUND


def test_a_leavers_unsent_work_is_delivered_by_the_next_colleague_and_nothing_is_held_back(
    desk: OrderDesk,
) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    desk.centre.online = False
    for _ in range(3):
        seat.save()
    view = seat.leaving.show(ShowLeaving())
    assert (view.unsent, view.sealed) == (3, 3)
    writer, laptop = seat.inside.desk.writer, seat.inside.desk.store.me.laptop
    assert seat.leaving.leave(LeaveLaptop(GOOD)).to_deliver == 3
    assert not step.folder_of(step.aino).exists()
    assert [path.stem for path in desk.outbox(FAREWELL_SUFFIX)] == [writer.hex()]

    bertta = desk.sit(step.bertta)
    desk.centre.online = True
    bertta.round()
    heads = step.hub.parts.store.writer_heads(writer)
    assert heads[team_stream(step.team)][0] == 3
    assert heads[audit_stream(laptop)][0] >= 2, "the access log came too, unread"
    assert [word for word, _ in desk.centre.heard][-1] == "left"
    assert "bundle" in [word for word, _ in desk.centre.heard][:-1]
    assert step.hub.parts.store.withheld() == []
    assert desk.outbox(FAREWELL_SUFFIX) == []
    bertta.round()
    assert bertta.inside.desk.reads.sending.quarantined() == ()


def test_the_next_colleague_who_may_read_nothing_of_it_delivers_it_too(desk: OrderDesk) -> None:
    step = desk.step
    other = step.hub.person("Celia Cajander", "adviser", step.hub.team("Toinen"))
    step.join(other)
    seat = desk.sit(step.aino)
    desk.centre.online = False
    seat.save()
    writer = seat.inside.desk.writer
    seat.leaving.leave(LeaveLaptop(GOOD))
    celia = desk.sit(other)
    desk.centre.online = True
    celia.round()
    assert step.hub.parts.store.writer_heads(writer)[team_stream(step.team)][0] == 1
    assert step.hub.parts.store.withheld() == []


def test_a_bundle_of_somebody_who_has_left_does_not_grow_too_old(desk: OrderDesk) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    desk.centre.online = False
    seat.save()
    seat.leaving.leave(LeaveLaptop(GOOD))
    lying = len(desk.outbox(SUFFIX))
    assert isinstance(step.hub.clock, HubClock)
    step.hub.clock.now += 2 * KEPT_MS
    bertta = desk.sit(step.bertta)
    bertta.keeper.tidy()
    assert len(desk.outbox(SUFFIX)) >= lying >= 2


def test_a_wrong_passphrase_or_something_unsealed_keeps_the_notebook_as_it_was(
    desk: OrderDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = desk.sit(desk.step.aino)
    desk.centre.online = False
    seat.save()
    assert problem_of(lambda: seat.leaving.leave(LeaveLaptop(WRONG)))[0] is Problem.WRONG_PASSPHRASE
    monkeypatch.setattr(seat.keeper, "_hub_key", lambda: None)
    problem, facts = problem_of(lambda: seat.leaving.leave(LeaveLaptop(GOOD)))
    assert problem is Problem.UNSENT_LEFT
    assert facts["count"] >= 1
    assert desk.outbox(FAREWELL_SUFFIX) == []
    desk.rise(seat)
    assert desk.step.door().unlock(Unlock(desk.step.aino, GOOD)).name == "Aino Aalto"


@pytest.mark.parametrize("here", [True, False])
def test_a_file_that_the_hub_lacks_lies_whole_in_the_outbox_or_its_owner_stays(
    desk: OrderDesk, *, here: bool
) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    inside = seat.inside
    files = attachment_folder(inside.vault.folder, outbox=step.laptop.outbox, disk=step.disk)
    sealed = files.seal(b"a made-up photo", b"context")
    entity, subject = inside.desk.new_id(), inside.desk.new_id()
    Blobs(inside.desk.store.writing).put(
        sealed.blob, entity=entity, subject=subject, sealed=sealed.sealed, state=BlobState.UNSENT
    )
    if not here:
        files.drop(sealed.blob)
        assert seat.leaving.show(ShowLeaving()).unsent == 1
        problem, facts = problem_of(lambda: seat.leaving.leave(LeaveLaptop(GOOD)))
        assert (problem, facts["count"]) == (Problem.UNSENT_LEFT, 1)
        assert step.folder_of(step.aino).exists()
        return
    assert seat.leaving.show(ShowLeaving()).unsent == 0
    seat.leaving.leave(LeaveLaptop(GOOD))
    assert not step.folder_of(step.aino).exists()
    assert files_of_others(desk).waits_whole(sealed.blob)


def files_of_others(desk: OrderDesk) -> AttachmentFolder:
    """Return the files as a colleague's notebook sees the outbox."""
    step = desk.step
    return attachment_folder(step.folder_of(step.bertta), outbox=step.laptop.outbox, disk=step.disk)
