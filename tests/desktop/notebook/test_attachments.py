# SPDX-License-Identifier: MIT
"""Files of a person: taken in, listed, opened, copied out, taken off, brought back, as rights and log want it."""

import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
from file_desk import FileDesk
from made_pictures import CANARY, JPEG, exif, jpeg_with
from notebook_world import AINO, BERTTA, CELIA, DANIEL, TEAM, NotebookWorld
from service_shop import CARD_COURSE, publish
from vault_disks import FullDisk

from desktop.notebook.attachments import SAME_LOOK_MS
from desktop.notebook.errors import (
    AttachmentDamaged,
    AttachmentEmpty,
    AttachmentNotHere,
    AttachmentType,
    FieldRefused,
    FieldRequired,
    FileUnreadable,
    NotAllowed,
    NotebookError,
    NotFound,
)
from desktop.notebook.file_sweep import sweep_at_start
from desktop.notebook.handout.frames import load_frames
from desktop.notebook.messages.attachments import (
    AddAttachment,
    AddPicture,
    ListAttachments,
    OpenAttachment,
    RemoveAttachment,
    RenameAttachment,
    SaveAttachmentCopy,
)
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.referrals import Refer
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.referrals import Referrals
from desktop.notebook.undoing import Undoing
from desktop.resources import resource
from desktop.store.blobs import BlobState
from desktop.store.changes import Change
from desktop.store.errors import DiskFull as StoreFull
from desktop.vault.errors import DiskFull
from sync.records.ids import EntityId, team_stream

STREAM = team_stream(TEAM)


@pytest.fixture
def aino(world: NotebookWorld) -> FileDesk:
    return FileDesk(world, AINO)


def everything_on(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_file_is_laid_to_a_person_and_opens_again(aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    (row,) = aino.rows(person)
    assert (row.attachment, row.holder, row.holder_name) == (one, person, "")
    assert (row.name, row.media, row.size) == ("todistus.txt", "text", len(CANARY) * 100)
    assert (row.author, row.mine, row.here, row.sent) == ("Aino Aalto", True, True, False)
    assert (row.marks, row.can_remove, row.moved) == ([Mark.UNSENT], True, 0)
    opened = aino.open(one)
    assert (opened.attachment, opened.name, opened.media) == (one, "todistus.txt", "text")
    assert opened.content == CANARY * 100


def test_nothing_readable_of_it_lies_in_the_laptops_folder(aino: FileDesk) -> None:
    person = aino.cards.new()
    aino.open(aino.add(person, CANARY * 5000))
    aino.desk.store.tidy()
    raw = everything_on(aino.laptop)
    assert len(raw) > len(CANARY) * 5000
    assert CANARY[:14] not in raw
    assert b"todistus" not in raw


def test_the_original_stays_where_it_is(aino: FileDesk) -> None:
    path = aino.original(JPEG, "kuva.jpg")
    aino.attachments.add(AddAttachment(person := aino.cards.new(), person, path))
    assert Path(path).read_bytes() == JPEG


def test_a_picture_from_the_clipboard_comes_without_its_metadata(aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.attachments.add_picture(AddPicture(person, person, "", jpeg_with(exif(3)))).entity
    content = aino.open(one)
    assert CANARY not in content.content
    assert (content.name, content.media) == ("2026-06-01.jpg", "jpeg")
    with pytest.raises(AttachmentType):
        aino.attachments.add_picture(AddPicture(person, person, "x.txt", CANARY))


def test_a_file_is_laid_to_a_referral_of_the_person_and_to_nobody_elses(
    world: NotebookWorld, aino: FileDesk
) -> None:
    (service,) = publish(world, CARD_COURSE)
    person, other = aino.cards.new(), aino.cards.new("Toinen")
    referrals = Referrals(aino.desk, load_frames(resource("handouts"), aino.desk.codes))
    referral = referrals.refer(Refer(person, [service], kind="guided", follow_up="")).entity
    one = aino.add(person, holder=referral)
    row = aino.row(person, one)
    assert (row.holder, row.holder_name) == (referral, "Hygieniapassikurssi")
    for holder in (other, service, one, aino.desk.new_id()):
        with pytest.raises(NotFound):
            aino.add(person, holder=holder)
    with pytest.raises(NotFound):
        aino.add(other, holder=referral)
    assert aino.rows(other) == []


def test_what_is_refused_leaves_neither_file_nor_record(aino: FileDesk) -> None:
    person = aino.cards.new()
    for content, why in ((b"", AttachmentEmpty), (b"\0\1", AttachmentType)):
        with pytest.raises(why):
            aino.add(person, content)
    with pytest.raises(FileUnreadable):
        aino.attachments.add(AddAttachment(person, person, str(aino.laptop / "missing")))
    assert aino.rows(person) == []
    assert list(aino.files.names()) == []
    assert aino.files.waiting() == {}


def test_the_newest_stand_first_and_what_they_take_is_told(aino: FileDesk) -> None:
    person = aino.cards.new()
    added = [aino.add(person, CANARY * n) for n in range(1, 4)]
    view = aino.attachments.list(ListAttachments(person))
    assert [row.attachment for row in view.rows] == added[::-1]
    assert view.used == sum(aino.path(aino.blob(one)).stat().st_size for one in added)
    assert view.can_add


# --- the access log ---


def test_looking_opening_and_copying_are_logged(aino: FileDesk, tmp_path: Path) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    before = len(aino.operations())
    aino.rows(person)
    aino.open(one)
    aino.attachments.save_copy(SaveAttachmentCopy(one, str(tmp_path / "copy.txt")))
    told = aino.operations()[before:]
    assert told == [("READ", "attachments"), ("READ", "open"), ("EXPORT", "copy")]
    rows = aino.desk.store.audit_rows(newest=2)
    assert [row.event["target"] for row in rows] == [{"type": "attachment", "id": one.hex()}] * 2
    assert CANARY[:6].decode() not in str(rows)


def test_a_list_drawn_again_within_a_minute_is_one_look(world: NotebookWorld, aino: FileDesk) -> None:
    person, other = aino.cards.new(), aino.cards.new("Toinen")

    def looks() -> int:
        return aino.operations().count(("READ", "attachments"))

    aino.rows(person)
    aino.rows(person)
    assert looks() == 1
    aino.rows(other)
    aino.rows(person)
    assert looks() == 3
    world.clock.now += SAME_LOOK_MS
    aino.rows(person)
    assert looks() == 4


def test_a_copy_is_written_outside_of_the_notebook_only(aino: FileDesk, tmp_path: Path) -> None:
    one = aino.add(aino.cards.new())
    target = tmp_path / "copy.txt"
    aino.attachments.save_copy(SaveAttachmentCopy(one, str(target)))
    assert target.read_bytes() == CANARY * 100
    (tmp_path / "link").symlink_to(aino.folder)
    before = aino.operations()
    for path in (aino.folder / "copy.txt", aino.laptop / "x", tmp_path / "link" / "x", Path("copy.txt")):
        with pytest.raises(FieldRefused):
            aino.attachments.save_copy(SaveAttachmentCopy(one, str(path)))
    assert aino.operations() == before
    with pytest.raises(FileUnreadable):
        aino.attachments.save_copy(SaveAttachmentCopy(one, str(tmp_path / "missing" / "x")))
    with pytest.raises(FileUnreadable):
        aino.attachments.save_copy(SaveAttachmentCopy(one, str(tmp_path / ("x" * 300))))


# --- rights ---


def test_a_supervisor_reads_and_lays_nothing(world: NotebookWorld, aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    daniel = FileDesk(world, DANIEL)
    world.sync()
    view = daniel.attachments.list(ListAttachments(person))
    assert not view.can_add
    assert [row.can_remove for row in view.rows] == [False]
    for attempt in (
        lambda: daniel.add(person),
        lambda: daniel.attachments.remove(RemoveAttachment(one)),
        lambda: daniel.attachments.rename(RenameAttachment(one, "x")),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert list(daniel.files.names()) == []


def test_who_may_not_read_the_person_sees_no_file(world: NotebookWorld, aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    celia = FileDesk(world, CELIA)
    world.sync()
    assert celia.row(person, one).here is False
    world.hub_says("city", world.grant_of(CELIA, until=1))  # type: ignore[arg-type]  # the stream's name
    for attempt in (
        lambda: celia.rows(person),
        lambda: celia.open(one),
        lambda: celia.attachments.save_copy(SaveAttachmentCopy(one, "/nowhere")),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_a_colleague_may_take_a_wrong_file_off(world: NotebookWorld, aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    bertta = FileDesk(world, BERTTA)
    world.sync()
    row = bertta.row(person, one)
    assert (row.author, row.mine, row.can_remove) == ("Aino Aalto", False, True)
    bertta.attachments.remove(RemoveAttachment(one))
    world.sync()
    assert aino.rows(person) == bertta.rows(person) == []
    with pytest.raises(NotFound):
        aino.open(one)


# --- renaming, removing, undoing ---


def test_a_file_is_called_something_else(aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    aino.attachments.rename(RenameAttachment(one, "../tyo\u0308todistus"))
    assert aino.row(person, one).name == "työtodistus.txt"
    with pytest.raises(FieldRequired):
        aino.attachments.rename(RenameAttachment(one, " \t"))
    with pytest.raises(NotFound):
        aino.attachments.rename(RenameAttachment(person, "x"))


def test_two_names_are_told_as_two_values(world: NotebookWorld, aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    bertta = FileDesk(world, BERTTA)
    world.sync()
    aino.attachments.rename(RenameAttachment(one, "a.txt"))
    bertta.attachments.rename(RenameAttachment(one, "b.txt"))
    world.sync()
    assert Mark.TWO_VALUES in aino.row(person, one).marks


def test_what_was_taken_off_comes_back_with_its_file(aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    saved = aino.attachments.remove(RemoveAttachment(one)).save
    assert aino.rows(person) == []
    Undoing(aino.desk, writing=aino.world.lane()).undo(UndoSave(saved))
    assert aino.open(one).content == CANARY * 100


def test_adding_is_undone_as_any_save(aino: FileDesk) -> None:
    person = aino.cards.new()
    saved = aino.attachments.add(AddAttachment(person, person, aino.original())).save
    Undoing(aino.desk, writing=aino.world.lane()).undo(UndoSave(saved))
    assert aino.rows(person) == []


def test_a_cards_history_tells_of_files_and_of_a_removed_one_no_name(aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)

    def told() -> list[tuple[str, list[str], str]]:
        rows = aino.cards.open(person).history
        return [(row.what, row.fields, row.text) for row in rows if row.kind == "attachment"]

    assert told() == [("attached", [], "todistus.txt")]
    aino.attachments.rename(RenameAttachment(one, "uusi"))
    assert told() == [("changed", ["name"], "uusi.txt"), ("attached", [], "uusi.txt")]
    removed = aino.attachments.remove(RemoveAttachment(one)).save
    assert told() == [("deleted", [], "")]
    (row,) = [row for row in aino.cards.open(person).history if row.kind == "attachment"]
    assert row.save == removed
    Undoing(aino.desk, writing=aino.world.lane()).undo(UndoSave(removed))
    assert [what for what, _, _ in told()] == ["changed", "deleted", "changed", "attached"]


# --- not here, damaged ---


def test_a_colleagues_file_is_opened_from_the_outbox_without_a_network(
    world: NotebookWorld, aino: FileDesk
) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    bertta = FileDesk(world, BERTTA)
    world.hand_over(AINO, BERTTA)
    assert bertta.open(one).content == CANARY * 100
    row = bertta.row(person, one)
    assert (row.here, row.sent) == (True, False)
    assert bertta.path(bertta.blob(one)).stat().st_ino != aino.path(aino.blob(one)).stat().st_ino


def test_what_is_not_here_is_asked_for(world: NotebookWorld, aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    celia = FileDesk(world, CELIA)
    world.sync()
    looks = celia.operations()
    with pytest.raises(AttachmentNotHere):
        celia.open(one)
    row = celia.blobs.row(celia.blob(one))
    assert row is not None
    assert (row.state, celia.wanted) == (BlobState.WANTED, 1)
    assert celia.operations() == looks, "nothing was shown"
    assert celia.row(person, one).here is False


@dataclass(frozen=True)
class Damage:
    delivered: bool
    state: BlobState


@pytest.mark.parametrize("case", [Damage(True, BlobState.WANTED), Damage(False, BlobState.LOST)])
def test_a_damaged_file_is_dropped_and_fetched_again(aino: FileDesk, case: Damage) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    blob = aino.blob(one)
    if case.delivered:
        aino.blobs.stand(blob, BlobState.HERE)
    aino.files.delivered(blob)
    raw = aino.path(blob).read_bytes()
    aino.path(blob).write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    with pytest.raises(AttachmentDamaged):
        aino.open(one)
    assert not aino.files.has(blob)
    row = aino.blobs.row(blob)
    assert row is not None
    assert (row.state, aino.wanted) == (case.state, 1)
    assert (aino.row(person, one).here, aino.row(person, one).sent) == (False, False)
    with pytest.raises(AttachmentNotHere):
        aino.open(one)


def test_a_damaged_file_is_mended_from_a_whole_copy_in_the_outbox(aino: FileDesk) -> None:
    one = aino.add(aino.cards.new())
    blob = aino.blob(one)
    raw = aino.path(blob).read_bytes()
    aino.path(blob).unlink()  # the outbox holds the same file otherwise
    aino.path(blob).write_bytes(b"x" + raw[1:])
    assert aino.open(one).content == CANARY * 100
    assert aino.path(blob).read_bytes() == raw


def test_a_file_that_somebody_deleted_is_fetched_again(aino: FileDesk) -> None:
    one = aino.add(aino.cards.new())
    aino.blobs.stand(aino.blob(one), BlobState.HERE)
    aino.files.delivered(aino.blob(one))
    aino.files.drop(aino.blob(one))
    with pytest.raises(AttachmentNotHere):
        aino.open(one)
    row = aino.blobs.row(aino.blob(one))
    assert row is not None
    assert row.state is BlobState.WANTED


def test_a_key_that_does_not_fit_is_told_and_the_file_is_kept(aino: FileDesk) -> None:
    person = aino.cards.new()
    blob = aino.blob(aino.add(person))
    wrong = aino.desk.new_id()
    fields = {
        "on": person, "name": "x.txt", "media": "text", "size": 1, "at": 1,
        "blob": {"id": blob, "key": bytes(32), "sealed": aino.path(blob).stat().st_size},
    }  # fmt: skip
    aino.desk.save([(STREAM, [Change(kind="attachment", entity=wrong, subject=person, fields=fields)])])
    with pytest.raises(AttachmentDamaged):
        aino.open(wrong)
    assert aino.files.is_whole(blob)
    assert aino.wanted == 0


# --- disk ---


def test_a_full_disk_at_any_call_leaves_no_half_attachment(world: NotebookWorld) -> None:
    disk = FullDisk(10**9)
    aino = FileDesk(world, AINO, disk=disk)
    person = aino.cards.new()
    path = aino.original()
    refused = 0
    for fails_at in range(20):
        disk.calls, disk.fails_at = 0, fails_at
        try:
            aino.attachments.add(AddAttachment(person, person, path))
        except DiskFull:
            refused += 1
            disk.fails_at = 10**9
            assert aino.rows(person) == []
            assert list(aino.files.names()) == []
            assert aino.files.waiting() == {}
        else:
            break
    assert refused == 5, "create, piece, end, flush, replace"
    disk.fails_at = 10**9
    (row,) = aino.rows(person)
    assert aino.open(row.attachment).content == CANARY * 100


def test_a_database_that_is_full_leaves_no_file(aino: FileDesk) -> None:
    person = aino.cards.new()
    with aino.desk.store.reading() as connection:
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used}")
    added = 0
    with pytest.raises(StoreFull):  # noqa: PT012 - which save fills it is not known
        for _ in range(500):
            aino.add(person)
            added += 1
    with aino.desk.store.reading() as connection:
        connection.execute("PRAGMA max_page_count = 100000")
    sweep_at_start(aino.files, aino.blobs)
    assert len(list(aino.files.names())) == len(aino.rows(person)) == added


# --- the next start ---


def test_an_orphan_is_swept_and_an_acknowledged_file_is_taken_up(aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    aino.blobs.forget([aino.blob(one)])  # the process died before that was noted
    orphan = aino.files.seal(CANARY, b"")
    aino.files.leave(orphan.blob)
    aino.files.append(bytes(32), 0, b"of a record that is gone")
    sweep_at_start(aino.files, aino.blobs)
    assert list(aino.files.names()) == [aino.blob(one)]
    assert list(aino.files.waiting()) == [aino.blob(one)]
    assert aino.files.parts() == ()
    row = aino.blobs.row(aino.blob(one))
    assert row is not None
    assert row.state is BlobState.UNSENT


@pytest.mark.parametrize(
    ("before", "after"), [(BlobState.UNSENT, BlobState.LOST), (BlobState.HERE, BlobState.AWAY)]
)
def test_a_file_that_went_while_the_notebook_was_closed_is_noted(
    aino: FileDesk, before: BlobState, after: BlobState
) -> None:
    blob = aino.blob(aino.add(aino.cards.new()))
    aino.blobs.stand(blob, before)
    aino.files.delivered(blob)
    aino.files.drop(blob)
    sweep_at_start(aino.files, aino.blobs)
    row = aino.blobs.row(blob)
    assert row is not None
    assert row.state is after


def test_a_file_that_lies_in_the_outbox_only_is_taken_back(aino: FileDesk) -> None:
    one = aino.add(aino.cards.new())
    aino.files.drop(aino.blob(one))
    sweep_at_start(aino.files, aino.blobs)
    assert aino.open(one).content == CANARY * 100


def test_files_are_their_owners_only(aino: FileDesk) -> None:
    blob = aino.blob(aino.add(aino.cards.new()))
    assert stat.S_IMODE(aino.path(blob).stat().st_mode) == 0o600
    assert stat.S_IMODE(aino.outbox(blob).stat().st_mode) == 0o600


def test_every_problem_has_a_code_and_no_value(aino: FileDesk) -> None:
    person = aino.cards.new()
    with pytest.raises(NotebookError) as caught:
        aino.attachments.open(OpenAttachment(person))
    assert "kind" in caught.value.facts
    assert EntityId(person).hex() not in str(caught.value.facts)
