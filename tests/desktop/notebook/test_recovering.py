# SPDX-License-Identifier: MIT
"""A forgotten passphrase: a request goes to the city's key on a stick, and its answer sets a new one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from backup_stand import BackupStand
from doorstep import GOOD, OTHER, WRONG, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.recovery import AskRecovery, Recover
from desktop.notebook.recovering import Recovering
from desktop.vault.recovery import RECOVERY_FILE
from desktop.vault.slots import open_recovery_slot
from sync.hub.keys import RECOVERY_FILE as CITY_FILE
from sync.log.sealing import ReceivingKey
from sync.protocol.recovery import answer_request, check_of, read_request
from sync.records.ids import StaffId


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[BackupStand]:
    """A laptop with Aino's and Bertta's notebooks on it."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = BackupStand(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    yield one
    one.close()
    lane.stop()
    hub.close()


def city_of(stand: BackupStand) -> ReceivingKey:
    return ReceivingKey.from_secret((stand.hub.home.folder / "keys" / CITY_FILE).read_bytes())


def recovering(stand: BackupStand) -> Recovering:
    door = stand.door()
    return Recovering(stand.premises, door)


def answered(stand: BackupStand, stick: Path, *, staff: StaffId | None = None) -> Path:
    ask = stick / "ask.kkpyynto"
    told = recovering(stand).ask(AskRecovery(staff or stand.aino, str(ask)))
    assert told.check == check_of(ask.read_bytes())
    answer = stick / "answer.kkvastaus"
    answer.write_bytes(answer_request(ask.read_bytes(), city_of(stand)))
    return answer


def test_the_answer_opens_the_notebook_and_only_the_new_passphrase_does_after_it(
    stand: BackupStand, tmp_path: Path
) -> None:
    door = stand.opened()
    stand.save(door, "ennen")
    door.lock(Lock(""))
    answer = answered(stand, tmp_path)
    its = recovering(stand)
    who = its.recover(Recover(stand.aino, str(answer), OTHER))
    assert who.name == "Aino Aalto"
    door = stand.doors[-1]
    assert stand.names(door) == ["ennen"]
    events = [row.event for row in door.demand_inside().desk.store.audit_rows()]
    assert ("UNLOCK", "recovery") in {(one["operation"], one.get("reason")) for one in events}
    door.lock(Lock(""))
    assert not (stand.folder_of(stand.aino) / RECOVERY_FILE).exists()
    assert problem_of(lambda: stand.door().unlock(Unlock(stand.aino, GOOD)))[0] is Problem.WRONG_PASSPHRASE
    assert stand.opened(OTHER).demand_inside()


def test_a_request_holds_nothing_that_opens_anything(stand: BackupStand, tmp_path: Path) -> None:
    answered(stand, tmp_path)
    request = read_request((tmp_path / "ask.kkpyynto").read_bytes())
    kept = stand.folder_of(stand.aino) / RECOVERY_FILE
    assert kept.stat().st_mode & 0o777 == 0o600
    assert request.staff == stand.aino
    secrets = stand.opened().demand_inside().vault.secrets
    for path in (tmp_path / "ask.kkpyynto", tmp_path / "answer.kkvastaus"):
        for secret in (secrets.vault_key, secrets.signing_seed, secrets.receiving_key):
            assert secret not in path.read_bytes()


def test_an_answer_to_an_earlier_request_or_to_none_opens_nothing(stand: BackupStand, tmp_path: Path) -> None:
    first = answered(stand, tmp_path).read_bytes()
    answered(stand, tmp_path)
    answer = tmp_path / "earlier"
    answer.write_bytes(first)
    its = recovering(stand)
    ask = Recover(stand.aino, str(answer), OTHER)
    assert problem_of(lambda: its.recover(ask))[0] is Problem.RECOVERY_KEY_WRONG
    (stand.folder_of(stand.aino) / RECOVERY_FILE).unlink()
    assert problem_of(lambda: its.recover(ask))[0] is Problem.RECOVERY_KEY_WRONG
    assert stand.opened().demand_inside()


def test_an_answer_for_a_colleague_opens_nothing(stand: BackupStand, tmp_path: Path) -> None:
    stand.join(stand.bertta)
    hers = answered(stand, tmp_path, staff=stand.bertta)
    its = recovering(stand)
    its.ask(AskRecovery(stand.aino, str(tmp_path / "own")))
    (stand.folder_of(stand.aino) / RECOVERY_FILE).write_bytes(
        (stand.folder_of(stand.bertta) / RECOVERY_FILE).read_bytes()
    )
    ask = Recover(stand.aino, str(hers), OTHER)
    assert problem_of(lambda: its.recover(ask))[0] is Problem.RECOVERY_KEY_WRONG


def test_what_is_no_answer_and_a_weak_passphrase_change_nothing(stand: BackupStand, tmp_path: Path) -> None:
    answer = answered(stand, tmp_path)
    its = recovering(stand)
    weak = Recover(stand.aino, str(answer), "lyhyt")
    assert problem_of(lambda: its.recover(weak))[0] is Problem.PASSPHRASE_TOO_WEAK
    for raw in (b"a letter", answer.read_bytes()[:-1], answer.read_bytes()[:8] + b"\x02"):
        other = tmp_path / "other"
        other.write_bytes(raw)
        ask = Recover(stand.aino, str(other), OTHER)
        assert problem_of(lambda: its.recover(ask))[0] is Problem.RECOVERY_UNREADABLE  # noqa: B023 - called at once
    gone = Recover(stand.aino, str(tmp_path / "gone"), OTHER)
    assert problem_of(lambda: its.recover(gone))[0] is Problem.RECOVERY_UNREADABLE
    nowhere = AskRecovery(stand.aino, str(tmp_path / "no folder" / "ask"))
    assert problem_of(lambda: its.ask(nowhere))[0] is Problem.RECOVERY_UNREADABLE
    stranger = AskRecovery(StaffId("s0000000000000001"), str(tmp_path / "ask"))
    assert problem_of(lambda: its.ask(stranger))[0] is Problem.NOT_FOUND
    assert stand.opened().demand_inside()


def test_a_database_that_is_not_this_vaults_stops_it_before_anything_is_written(
    stand: BackupStand, tmp_path: Path
) -> None:
    answer = answered(stand, tmp_path)
    folder = stand.folder_of(stand.aino)
    keys = (folder / "vault.keys").read_bytes()
    whole = (folder / "notebook.db").read_bytes()
    (folder / "notebook.db").write_bytes(bytes(len(whole)))
    its = recovering(stand)
    ask = Recover(stand.aino, str(answer), OTHER)
    assert problem_of(lambda: its.recover(ask))[0] is Problem.NOTEBOOK_DAMAGED
    assert (folder / "vault.keys").read_bytes() == keys
    (folder / "notebook.db").write_bytes(whole)
    assert its.recover(ask).name == "Aino Aalto"


def test_a_full_disk_leaves_the_old_passphrase_and_the_request(stand: BackupStand, tmp_path: Path) -> None:
    answer = answered(stand, tmp_path)
    its = recovering(stand)
    stand.disk.full = True
    ask = Recover(stand.aino, str(answer), OTHER)
    assert problem_of(lambda: its.recover(ask))[0] is Problem.DISK_FULL
    assert problem_of(lambda: its.ask(AskRecovery(stand.aino, str(tmp_path / "b"))))[0] is Problem.DISK_FULL
    stand.disk.full = False
    assert its.recover(ask).name == "Aino Aalto"


def test_whoever_remembers_the_passphrase_after_all_voids_the_request(
    stand: BackupStand, tmp_path: Path
) -> None:
    answer = answered(stand, tmp_path)
    door = stand.door()
    its = Recovering(stand.premises, door)
    assert problem_of(lambda: door.unlock(Unlock(stand.aino, WRONG)))[0] is Problem.WRONG_PASSPHRASE
    door.unlock(Unlock(stand.aino, GOOD))
    door.lock(Lock(""))
    ask = Recover(stand.aino, str(answer), OTHER)
    assert problem_of(lambda: its.recover(ask))[0] is Problem.RECOVERY_KEY_WRONG


def test_recovery_needs_no_share_and_leaves_no_lease(stand: BackupStand, tmp_path: Path) -> None:
    stand.take_lease()
    stand.share = b""
    answer = answered(stand, tmp_path)
    its = recovering(stand)
    assert its.recover(Recover(stand.aino, str(answer), OTHER)).name == "Aino Aalto"
    header = stand.doors[-1].demand_inside().vault.header
    assert header.passphrase_slot.share_id == ""
    assert open_recovery_slot(header.recovery_slot, vault=header.vault, key=city_of(stand)) is not None
    stand.doors[-1].lock(Lock(""))
    assert stand.opened(OTHER).demand_inside()
