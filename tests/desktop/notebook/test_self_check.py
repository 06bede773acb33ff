# SPDX-License-Identifier: MIT
"""After an unlock a notebook is held against what it was: an event changed, taken out, or a page put back."""

import threading
from pathlib import Path

import pytest
from store_world import KEY, NOON, TEAM, open_here, person, session

from desktop.notebook.desk import Desk
from desktop.notebook.messages.envelope import Event
from desktop.notebook.messages.laptop import NotebookBroken
from desktop.notebook.messages.problems import Problem
from desktop.notebook.self_check import WHOLE_EVERY_MS, SelfCheck
from desktop.resources import resource
from desktop.store.notebook import NotebookStore
from desktop.store.sqlcipher import connect
from sync.records.codes import load_codes

CODES = load_codes(resource("codes"))


class Unlocked:
    """A notebook that was opened, with what its check told."""

    def __init__(self, path: Path, now: int = NOON) -> None:
        self.store: NotebookStore = open_here(path)
        self.now = now
        self.told: list[Event] = []
        desk = Desk(
            self.store,
            codes=CODES,
            clock=lambda: self.now,
            practice=True,
            laptop_name="Testikone",
            hub_address="",
        )
        self.desk = desk
        self.check = SelfCheck(desk, tell=self.told.append)

    def problems(self) -> list[Problem]:
        """Return what was told."""
        return [one.problem for one in self.told if isinstance(one, NotebookBroken)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a notebook with a day's work in it, checked and closed."""
    place = tmp_path / "notebook.db"
    work(place)
    return place


def work(path: Path) -> None:
    """Do a day's work, check, close."""
    one = Unlocked(path)
    for at in range(30):
        one.store.save(TEAM, [person(f"Aino{at}", "Aalto")], time_ms=NOON)
        one.desk.looked("READ", None, kind="person", reason="card")
    assert one.check.run()
    one.store.close()


def change(path: Path, sql: str) -> None:
    """Change the notebook as somebody with its key could, behind the program's back."""
    connection = connect(path, KEY)
    connection.execute(sql)
    connection.close()


def test_a_notebook_that_nobody_touched_holds(path: Path) -> None:
    again = Unlocked(path)
    assert again.check.run()
    assert again.problems() == []
    again.store.close()


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE audit SET time = time + 1 WHERE seq = (SELECT max(seq) FROM audit)", Problem.AUDIT_BROKEN),
        ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", Problem.AUDIT_BROKEN),
        (
            "UPDATE audit SET hash = zeroblob(32) WHERE seq = (SELECT max(seq) FROM audit)",
            Problem.AUDIT_BROKEN,
        ),
    ],
)
def test_the_end_of_the_log_is_looked_at_each_time(path: Path, sql: str, problem: Problem) -> None:
    change(path, sql)
    again = Unlocked(path)
    assert not again.check.run()
    assert again.problems() == [problem]
    (newest,) = again.store.audit_rows(newest=1)
    assert (newest.event["operation"], newest.event["reason"]) == ("CHECK_FAILED", "audit-chain")
    again.store.close()
    once_more = Unlocked(path)
    assert not once_more.check.run(), "it is told until somebody has seen to it"
    once_more.store.close()


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE audit SET time = time + 1 WHERE seq = 3", Problem.AUDIT_BROKEN),
        ("DELETE FROM audit WHERE seq = 3", Problem.AUDIT_BROKEN),
        ("DELETE FROM commits WHERE n = 3", Problem.NOTEBOOK_DAMAGED),
        ("UPDATE commits SET hash = zeroblob(32) WHERE n = 3", Problem.NOTEBOOK_DAMAGED),
        ("DELETE FROM entities WHERE entity = (SELECT max(entity) FROM entities)", Problem.NOTEBOOK_DAMAGED),
    ],
)
def test_all_of_it_is_looked_at_once_a_week(path: Path, sql: str, problem: Problem) -> None:
    change(path, sql)
    soon = Unlocked(path)
    assert soon.check.run(), "only what is new is looked at each time"
    soon.store.close()
    later = Unlocked(path, now=NOON + WHOLE_EVERY_MS)
    assert not later.check.run()
    assert later.problems() == [problem]
    later.store.close()


def test_a_clock_set_back_makes_it_look_at_everything(path: Path) -> None:
    change(path, "UPDATE audit SET time = time + 1 WHERE seq = 3")
    earlier = Unlocked(path, now=NOON - 1)
    assert not earlier.check.run()
    earlier.store.close()


def test_an_older_page_put_back_is_found(path: Path) -> None:
    """The page's own code is right, since it was this notebook's once: only a chain tells."""
    before = path.read_bytes()
    one = Unlocked(path)
    for at in range(400):
        one.store.save(TEAM, [session(f"Paikka {at}")], time_ms=NOON)
        one.desk.looked("READ", None, kind="person", reason="card")
    one.store.tidy()
    one.store.close()
    after = path.read_bytes()
    size, found = 4096, 0
    changed = [at for at in range(size, len(before), size) if before[at : at + size] != after[at : at + size]]
    assert changed
    for at in changed:
        path.write_bytes(after[:at] + before[at : at + size] + after[at + size :])
        for name in ("notebook.db-wal", "notebook.db-shm"):
            path.with_name(name).unlink(missing_ok=True)
        found += not _holds(path)
    path.write_bytes(after)
    assert _holds(path)
    assert found >= len(changed) // 2, f"{found} of {len(changed)} older pages were noticed"


def _holds(path: Path) -> bool:
    """Return whether a notebook opens and its whole check passes."""
    try:
        one = Unlocked(path, now=NOON + 2 * WHOLE_EVERY_MS)
    except Exception:  # noqa: BLE001 - any typed refusal is a notice
        return False
    try:
        return one.check.run()
    except Exception:  # noqa: BLE001 - so is a read that fails
        return False
    finally:
        one.store.close()


def test_a_notebook_that_is_closed_meanwhile_is_no_damage(path: Path) -> None:
    one = Unlocked(path)
    one.store.close()
    assert one.check.run()
    assert one.told == []


def test_a_check_under_way_is_ended_when_the_notebook_is_locked(path: Path) -> None:
    one = Unlocked(path, now=NOON + WHOLE_EVERY_MS)
    begun, go_on = threading.Event(), threading.Event()
    pages = one.store.check_pages

    def slow() -> None:
        begun.set()
        assert go_on.wait(10)
        pages()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(one.store, "check_pages", slow)
        thread = threading.Thread(target=one.check.run)
        thread.start()
        assert begun.wait(10)
        go_on.set()
        one.check.stop(wait_seconds=10)
        thread.join(10)
        assert not thread.is_alive()
    one.store.close()
    assert one.told == []


def test_a_check_that_was_stopped_first_never_begins(path: Path) -> None:
    one = Unlocked(path)
    one.check.stop(wait_seconds=0)
    one.store.close()
    assert one.check.run()
