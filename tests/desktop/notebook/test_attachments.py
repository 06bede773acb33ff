# SPDX-License-Identifier: MIT
"""Files of a person: taken in, listed, opened, copied out, taken off, brought back, as rights and log want it."""

from pathlib import Path

import pytest
from file_desk import FileDesk
from made_pictures import CANARY, JPEG, exif, jpeg_with
from notebook_world import AINO, BERTTA, CELIA, DANIEL, TEAM, NotebookWorld
from service_shop import CARD_COURSE, publish

from desktop.notebook.attachments import SAME_LOOK_MS
from desktop.notebook.errors import (
    AttachmentEmpty,
    AttachmentType,
    FieldRefused,
    FieldRequired,
    FileUnreadable,
    NotAllowed,
    NotFound,
)
from desktop.notebook.handout.frames import load_frames
from desktop.notebook.messages.attachments import (
    AddAttachment,
    AddPicture,
    ListAttachments,
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
from sync.records.ids import team_stream

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
    assert [what for what, _, _ in told()] == ["restored", "deleted", "changed", "attached"]
