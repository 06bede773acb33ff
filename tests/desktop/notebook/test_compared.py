# SPDX-License-Identifier: MIT
"""The Sync page is told what a comparison found for a week, and of several streams that differ every one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from notebook_world import AINO, TEAM, NotebookWorld

from desktop.notebook.compared import SHOWN_MS, last_compared
from desktop.notebook.desk import Desk
from desktop.store.changes import Change
from desktop.store.comparing import StoreComparing
from sync.protocol.comparing_journal import MOST_NAMED, Comparison, Difference, How
from sync.records.ids import EntityId, team_stream

STREAM = team_stream(TEAM)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    world = NotebookWorld.make(tmp_path)
    yield world.desk(AINO)
    world.close()


def _card(desk: Desk) -> tuple[EntityId, EntityId]:
    person, note = desk.new_id(), desk.new_id()
    said = {"name": {"first": "Matti", "last": "Testinen"}}
    desk.store.save(STREAM, [Change(kind="person", entity=person, fields=said)], time_ms=desk.now())
    about = Change(kind="note", entity=note, subject=person, fields={"text": "x", "at": 1})
    desk.store.save(STREAM, [about], time_ms=desk.now())
    return person, note


def test_a_difference_names_its_kinds_and_the_card_that_shows_it(desk: Desk) -> None:
    assert last_compared(desk) is None
    person, note = _card(desk)
    visit = Difference(STREAM, desk.new_id(), "visit", How.MISSING_THERE)
    found = Comparison(desk.now(), 2, (visit, Difference(STREAM, note, "note", How.OTHER)), ())
    StoreComparing(desk.store).remember_comparison(found)
    assert StoreComparing(desk.store).comparison() == found
    told = last_compared(desk)
    assert told is not None
    assert (told.count, told.kinds, told.person, told.still) == (2, ["note", "visit"], person, False)
    event = desk.store.audit_rows(newest=1)[0].event
    assert (event["operation"], event["reason"], event["records"]) == ("CHECK_FAILED", "differed", 2)


def test_what_still_differs_is_told_and_after_a_week_nothing_is(desk: Desk) -> None:
    one = Difference(STREAM, desk.new_id(), "visit", How.OTHER)
    journal = StoreComparing(desk.store)
    journal.remember_comparison(Comparison(desk.now(), 900, (one,) * (MOST_NAMED + 9), (STREAM,)))
    told = last_compared(desk)
    assert told is not None
    assert (told.count, told.still, told.person) == (900, True, None)
    kept = journal.comparison()
    assert kept is not None
    assert len(kept.differences) == MOST_NAMED
    assert desk.store.audit_rows(newest=1)[0].event["reason"] == "differs-still"
    journal.remember_comparison(Comparison(desk.now() - SHOWN_MS, 1, (one,), ()))
    assert last_compared(desk) is None


def test_a_stream_is_loaded_again_at_most_once_a_day(desk: Desk) -> None:
    journal, now = StoreComparing(desk.store), 1_000_000_000
    assert journal.to_load(now) == []
    journal.want_whole(STREAM)
    assert journal.to_load(now) == [STREAM]
    journal.loaded(STREAM, now)
    assert journal.to_load(now) == []
    journal.want_whole(STREAM)
    assert journal.to_load(now + 1000) == []
    assert journal.to_load(now + 86_400_000) == [STREAM]
