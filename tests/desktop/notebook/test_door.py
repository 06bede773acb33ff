# SPDX-License-Identifier: MIT
"""Coming in: joining a hub, unlocking, changing the passphrase, locking, and every way it can fail."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, OTHER, WRONG, Doorstep, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.errors import InvitationUnreadable, NotFound
from desktop.notebook.hub_card import HUB_FILE
from desktop.notebook.invitations import read_invitation_file, read_invitation_typed
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import (
    ChangePassphrase,
    Join,
    Lock,
    RatePassphrase,
    ReadInvitationFile,
    ReadInvitationTyped,
    ShowLaptop,
    SuggestPassphrase,
    Unlock,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.premises import Entered
from desktop.store.changes import Change
from desktop.vault.errors import DiskFull, NotebookInUse
from desktop.vault.kdf import LEAST_MEMORY_KIB, KdfParameters
from desktop.vault.keyfile_io import COPIES
from desktop.vault.lockfile import NotebookLock
from sync.hub.roster import end_grants
from sync.protocol.fingerprint import FINGERPRINT_CHARACTERS
from sync.records.ids import StaffId


@pytest.fixture
def step(tmp_path: Path) -> Iterator[Doorstep]:
    """Return a laptop where nobody has a notebook yet."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = Doorstep(tmp_path / "laptop", hub, lane)
    yield one
    for door in one.doors:
        door.close()
    lane.stop()
    hub.close()


def test_joining_makes_a_notebook_and_says_who_is_working(step: Doorstep) -> None:
    door = step.door()
    who = door.join(Join(step.token(step.aino), GOOD, "Testikone"))
    assert (who.name, who.role, who.roles, who.team) == ("Aino Aalto", "adviser", ["adviser"], step.team)
    assert (who.team_name, who.laptop_name, who.practice, who.can_review) == (
        "Testitiimi",
        "Testikone",
        True,
        False,
    )
    assert step.entered[0][1]
    door.lock(Lock("people"))
    seen = step.door().show(ShowLaptop())
    assert [(one.name, one.role, one.team) for one in seen.people] == [
        ("Aino Aalto", "adviser", "Testitiimi")
    ]
    assert seen.laptop_name == "Testikone"


def test_two_people_have_notebooks_of_their_own_on_one_laptop(step: Doorstep) -> None:
    step.join(step.aino)
    assert step.join(step.bertta).can_review
    door = step.door()
    assert {one.name for one in door.show(ShowLaptop()).people} == {"Aino Aalto", "Bertta Berg"}
    assert door.unlock(Unlock(step.aino, GOOD)).name == "Aino Aalto"
    assert problem_of(lambda: door.unlock(Unlock(step.bertta, GOOD))) == (Problem.NOTEBOOK_IN_USE, {})
    assert problem_of(lambda: door.join(Join("", GOOD, "x")))[0] is Problem.NOTEBOOK_IN_USE


def test_the_page_that_was_open_comes_back_and_wrong_tries_are_told_once(step: Doorstep) -> None:
    step.join(step.aino)
    door = step.door()
    for left in (2, 1):
        problem, facts = problem_of(lambda: door.unlock(Unlock(step.aino, WRONG)))
        assert problem is Problem.WRONG_PASSPHRASE
        assert facts["tries_left"] >= left
    back = door.unlock(Unlock(step.aino, GOOD))
    assert (back.draft_page, back.failed_unlocks) == ("today", 2)
    events = [row.event["operation"] for row in step.entered[-1][0].desk.store.audit_rows()]
    assert events.count("UNLOCK_FAILED") == 1
    door.lock(Lock(""))
    assert step.door().unlock(Unlock(step.aino, GOOD)).failed_unlocks == 0


def test_many_wrong_passphrases_make_one_wait_even_with_the_right_one(step: Doorstep) -> None:
    step.join(step.aino)
    door = step.door()
    problem, facts = problem_of(lambda: door.unlock(Unlock(step.aino, WRONG)))
    while problem is Problem.WRONG_PASSPHRASE:
        problem, facts = problem_of(lambda: door.unlock(Unlock(step.aino, WRONG)))
    assert problem is Problem.THROTTLED
    assert facts["seconds"] > 0
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.THROTTLED


def test_a_code_serves_once_and_an_expired_or_wrong_one_not_at_all(step: Doorstep) -> None:
    code = step.hub.code(step.aino)
    door = step.door()
    assert door.join(Join(step.token(step.aino, code), GOOD, "Testikone")).name
    door.lock(Lock(""))
    again = step.door()
    assert (
        problem_of(lambda: again.join(Join(step.token(step.aino, code), GOOD, "x")))[0] is Problem.CODE_USED
    )
    late = step.token(step.bertta)
    assert isinstance(step.hub.clock, HubClock)
    step.hub.clock.now += 3_600_000
    assert problem_of(lambda: again.join(Join(late, GOOD, "x")))[0] is Problem.CODE_EXPIRED
    wrong = step.token(step.bertta, "ZZZZZZZZZZ")
    assert problem_of(lambda: again.join(Join(wrong, GOOD, "x")))[0] is Problem.CODE_WRONG
    assert [one.name for one in again.show(ShowLaptop()).people] == ["Aino Aalto"]


def test_a_weak_passphrase_is_refused_before_the_code_is_spent(step: Doorstep) -> None:
    token = step.token(step.aino)
    door = step.door()
    assert problem_of(lambda: door.join(Join(token, "liian lyhyt", "x")))[0] is Problem.PASSPHRASE_TOO_WEAK
    assert not door.rate(RatePassphrase("liian lyhyt")).accepted
    assert door.rate(RatePassphrase(door.suggest(SuggestPassphrase()).passphrase)).accepted
    assert door.join(Join(token, GOOD, "x")).name == "Aino Aalto"


def test_a_join_cut_short_by_a_full_disk_leaves_nothing_and_works_with_another_code(step: Doorstep) -> None:
    door = step.door()
    token = step.token(step.aino)
    step.disk.full = True
    assert problem_of(lambda: door.join(Join(token, GOOD, "x")))[0] is Problem.DISK_FULL
    step.disk.full = False
    assert door.show(ShowLaptop()).people == []
    assert not step.folder_of(step.aino).exists()
    assert door.join(Join(step.token(step.aino), GOOD, "x")).name == "Aino Aalto"


def test_a_process_killed_between_the_hub_and_the_key_file_leaves_a_folder_that_is_used_again(
    step: Doorstep,
) -> None:
    folder = step.laptop.prepare(step.aino)
    (folder / HUB_FILE).write_bytes(b"half a ca")
    (folder / "notebook.lock").touch()
    door = step.door()
    assert door.show(ShowLaptop()).people == []
    assert door.join(Join(step.token(step.aino), GOOD, "Testikone")).name == "Aino Aalto"
    door.lock(Lock(""))
    assert step.door().show(ShowLaptop()).laptop_name == "Testikone"


def test_somebody_who_has_a_notebook_here_cannot_make_a_second_one(step: Doorstep) -> None:
    step.join(step.aino)
    door = step.door()
    again = Join(step.token(step.aino), GOOD, "x")
    assert problem_of(lambda: door.join(again)) == (Problem.FOLDER_REFUSED, {"reason": "occupied"})
    assert door.unlock(Unlock(step.aino, GOOD)).name == "Aino Aalto"


def test_a_damaged_key_file_is_told_and_one_whole_copy_is_enough(step: Doorstep) -> None:
    step.join(step.aino)
    first, second = (step.folder_of(step.aino) / name for name in COPIES)
    whole = second.read_bytes()
    first.write_bytes(b"{}")
    door = step.door()
    assert door.unlock(Unlock(step.aino, GOOD)).name
    door.lock(Lock(""))
    assert first.read_bytes() == whole
    for copy in (first, second):
        copy.write_bytes(b"{}")
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.KEY_FILE_DAMAGED
    for copy in (first, second):
        copy.unlink()
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.KEY_FILE_MISSING


def test_a_key_file_of_a_later_program_is_told_as_such(step: Doorstep) -> None:
    step.join(step.aino)
    for name in COPIES:
        path = step.folder_of(step.aino) / name
        found = json.loads(path.read_bytes())
        found["version"] = 9
        path.write_text(json.dumps(found))
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD))) == (
        Problem.KEY_FILE_TOO_NEW, {"found": 9},
    )  # fmt: skip


def test_an_older_key_file_put_back_does_not_open_and_everything_is_let_go(step: Doorstep) -> None:
    step.join(step.aino)
    old = {name: (step.folder_of(step.aino) / name).read_bytes() for name in COPIES}
    door = step.door()
    door.unlock(Unlock(step.aino, GOOD))
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    door.lock(Lock(""))
    new = {name: (step.folder_of(step.aino) / name).read_bytes() for name in COPIES}
    for name, raw in old.items():
        (step.folder_of(step.aino) / name).write_bytes(raw)
    door = step.door()
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.KEY_FILE_ROLLED_BACK
    for name, raw in new.items():
        (step.folder_of(step.aino) / name).write_bytes(raw)
    assert door.unlock(Unlock(step.aino, OTHER)).name == "Aino Aalto"


def test_a_changed_passphrase_replaces_the_old_one_and_needs_it(step: Doorstep) -> None:
    step.join(step.aino)
    door = step.door()
    with pytest.raises(NotFound):
        door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    door.unlock(Unlock(step.aino, GOOD))
    assert (
        problem_of(lambda: door.change_passphrase(ChangePassphrase(WRONG, OTHER)))[0]
        is Problem.WRONG_PASSPHRASE
    )
    assert (
        problem_of(lambda: door.change_passphrase(ChangePassphrase(GOOD, "x")))[0]
        is Problem.PASSPHRASE_TOO_WEAK
    )
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    door.lock(Lock(""))
    door = step.door()
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.WRONG_PASSPHRASE
    assert door.unlock(Unlock(step.aino, OTHER)).name == "Aino Aalto"


def test_a_notebook_that_another_process_has_open_is_told_as_in_use(step: Doorstep) -> None:
    step.join(step.aino)
    with NotebookLock(step.folder_of(step.aino)):
        assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD))) == (
            Problem.NOTEBOOK_IN_USE,
            {},
        )
    assert step.door().unlock(Unlock(step.aino, GOOD)).name == "Aino Aalto"


def test_a_notebook_of_a_later_program_and_a_damaged_one_are_told_apart(step: Doorstep) -> None:
    step.join(step.aino)
    door = step.door()
    door.unlock(Unlock(step.aino, GOOD))
    with step.entered[-1][0].desk.store.writing() as connection:
        connection.execute("PRAGMA user_version = 99")
    door.lock(Lock(""))
    problem, facts = problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))
    assert (problem, facts["found"]) == (Problem.NOTEBOOK_TOO_NEW, 99)
    path = step.folder_of(step.aino) / "notebook.db"
    raw = bytearray(path.read_bytes())
    raw[100] ^= 0xFF
    path.write_bytes(raw)
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.NOTEBOOK_DAMAGED
    path.unlink()
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.NOTEBOOK_DAMAGED


def test_a_damaged_hub_card_of_one_person_keeps_no_colleague_from_the_list(step: Doorstep) -> None:
    step.join(step.bertta)
    step.join(step.aino)
    (step.folder_of(step.aino) / HUB_FILE).write_bytes(b"nonsense")
    door = step.door()
    assert door.show(ShowLaptop()).laptop_name == "Testikone"
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.KEY_FILE_DAMAGED
    assert door.unlock(Unlock(step.bertta, GOOD)).name == "Bertta Berg"


def test_somebody_without_a_notebook_here_and_a_name_that_is_none_are_not_found(step: Doorstep) -> None:
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.NOT_FOUND
    assert (
        problem_of(lambda: step.door().unlock(Unlock(StaffId("../../etc"), GOOD)))[0]
        is Problem.FOLDER_REFUSED
    )


def test_somebody_whose_grant_has_ended_opens_their_notebook_and_may_do_nothing(step: Doorstep) -> None:
    step.join(step.aino)
    end_grants(step.hub.parts, step.aino, role="adviser", team=step.team)
    door = step.door()
    who = door.unlock(Unlock(step.aino, GOOD))
    assert (who.roles, who.team, who.can_review) == ([], "", False)
    desk = step.entered[-1][0].desk
    assert desk.held() == ()
    problem, _ = problem_of(desk.team_stream)
    assert problem is Problem.NOT_ALLOWED


def test_the_card_counts_unsent_saves_and_a_full_disk_keeps_nobody_in(step: Doorstep) -> None:
    step.join(step.aino)
    door = step.door()
    door.unlock(Unlock(step.aino, GOOD))
    inside = step.entered[-1][0]
    fields = {"place": {"point": None, "name": "Tori"}, "state": {"status": "open", "at": 1}, "starts": 1,
              f"staff/{step.aino}": True}  # fmt: skip
    change = Change(kind="session", entity=inside.desk.new_id(), fields=fields)
    inside.desk.save([(inside.desk.team_stream(), [change])])
    opened = step.laptop.notebooks()[0].opened
    door.keep_card(inside)
    assert step.laptop.notebooks()[0].unsent == 1
    assert step.laptop.notebooks()[0].opened == opened
    step.disk.full = True
    door.lock(Lock("today"))
    step.disk.full = False
    assert step.door().unlock(Unlock(step.aino, GOOD)).unsent in {0, 1}


def test_a_faster_computer_makes_guessing_dearer_at_the_next_unlock(step: Doorstep) -> None:
    step.join(step.aino)
    step.kdf = KdfParameters(memory_kib=LEAST_MEMORY_KIB, passes=2, lanes=1)
    door = step.door()
    door.unlock(Unlock(step.aino, GOOD))
    step.lane.call(lambda: None)
    vault = step.entered[-1][0].vault
    assert vault.kdf == step.kdf
    assert step.entered[-1][0].desk.store.generation == vault.generation
    door.lock(Lock(""))
    assert step.door().unlock(Unlock(step.aino, GOOD)).name


def test_what_fails_behind_the_door_lets_everything_go(
    step: Doorstep, monkeypatch: pytest.MonkeyPatch
) -> None:
    step.join(step.aino)
    door = step.door()

    def fail(_inside: Entered, _fresh: bool) -> None:  # noqa: FBT001 - the door's callback
        raise DiskFull(28)

    monkeypatch.setattr(door, "_entered", fail)
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.DISK_FULL
    NotebookLock(step.folder_of(step.aino)).release()
    assert step.door().unlock(Unlock(step.aino, GOOD)).name == "Aino Aalto"


def test_an_invitation_that_is_none_is_refused_in_words_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "one.kkenrol"
    with pytest.raises(InvitationUnreadable):
        read_invitation_file(ReadInvitationFile(str(file)))
    file.write_bytes(b"not an invitation")
    problem, facts = problem_of(lambda: read_invitation_file(ReadInvitationFile(str(file))))
    assert problem is Problem.ENROLMENT_UNREADABLE
    assert "part" in facts
    typed = ReadInvitationTyped("http://hub.example.org", "0123456789", "0" * FINGERPRINT_CHARACTERS)
    assert problem_of(lambda: read_invitation_typed(typed)) == (
        Problem.ENROLMENT_UNREADABLE, {"part": "address"},
    )  # fmt: skip


def test_a_token_that_the_window_made_up_is_refused(step: Doorstep) -> None:
    with pytest.raises(InvitationUnreadable):
        step.door().join(Join("no token", GOOD, "x"))


def test_a_notebook_lock_is_held_until_the_notebook_is_locked(step: Doorstep) -> None:
    step.join(step.aino)
    door = step.door()
    door.unlock(Unlock(step.aino, GOOD))
    with pytest.raises(NotebookInUse):
        NotebookLock(step.folder_of(step.aino))
    door.lock(Lock(""))
    NotebookLock(step.folder_of(step.aino)).release()
