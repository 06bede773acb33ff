# SPDX-License-Identifier: MIT
"""An older copy of a notebook's folder, put back: nothing is lost or overwritten, and the auditor sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from copied_notebook import CopiedNotebook
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from store_world import edit, person, session

from desktop.store.backup_copy import RESTORED
from sync.hub.access_log import LogFilter, list_events
from sync.hub.audit_chains import laptop_chains
from sync.hub.roster import end_grants, grant
from sync.protocol.journal import RoundOutcome


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock)
    yield make_city(world, clock)
    world.close()


@pytest.fixture
def notebook(city: City, tmp_path: Path) -> Iterator[CopiedNotebook]:
    one = CopiedNotebook.of(city.world, city.adviser, tmp_path / "notebook.db")
    yield one
    one.close()


def opened(notebook: CopiedNotebook) -> None:
    """Write what every opening writes."""
    event = {"operation": "UNLOCK", "target": {"type": "notebook", "id": ""}}
    notebook.store.record(event, time_ms=notebook.world.clock())


def told(notebook: CopiedNotebook | HubLaptop) -> list[dict[str, object]]:
    """The notebook's own events of an older copy."""
    rows = notebook.store.audit_rows(newest=100)
    return [dict(one.event) for one in rows if one.event.get("reason") == "older-copy"]


def at_hub(city: City) -> list[tuple[str, str]]:
    found = list_events(city.world.parts, LogFilter())
    return [(one.operation, one.staff) for one in found if one.operation == "RESTORE"]


def test_own_saves_come_back_to_an_older_copy_and_it_is_written_down_once(
    city: City, notebook: CopiedNotebook
) -> None:
    card = person("Yrjänä", "Pöllöläinen")
    notebook.store.save(city.stream, [card], time_ms=city.clock())
    assert notebook.round().outcome is RoundOutcome.DONE
    older = notebook.copy()
    for phone in ("+358405550101", "+358405550102", "+358405550103", "+358405550104"):
        change = edit("person", card.entity, phone=phone)
        notebook.store.save(city.stream, [change], time_ms=city.clock())
    assert notebook.round().outcome is RoundOutcome.DONE
    opened(older)
    record = older.round()
    assert (record.outcome, record.received) == (RoundOutcome.DONE, 4)
    assert older.values(card.entity, "phone") == {"+358405550104"}
    (event,) = told(older)
    assert (event["operation"], event["actor"]) == (
        "RESTORE",
        {"role": "USER", "user_id": city.adviser.staff},
    )
    assert told(notebook) == []
    assert older.round().outcome is RoundOutcome.DONE
    assert at_hub(city) == [("RESTORE", city.adviser.staff)]
    assert len(told(older)) == 1
    assert [one.fault for one in laptop_chains(city.world.parts)] == [None]
    older.close()


def test_an_older_copy_that_was_worked_in_goes_on_as_heir_with_both_saves_and_every_event(
    city: City, notebook: CopiedNotebook
) -> None:
    card = person("Yrjänä", "Pöllöläinen")
    notebook.save(city.stream, card)
    notebook.agree()
    older = notebook.copy()
    notebook.save(city.stream, edit("person", card.entity, phone="+358405550101"))
    notebook.agree()
    # Every opening writes an event: the copy's chain parts from what the hub has before anything is saved.
    older.store.record(
        {"operation": "UNLOCK", "target": {"type": "notebook", "id": ""}}, time_ms=city.clock()
    )
    older.save(city.stream, session())
    assert older.round().problem.startswith("Cloned")
    older.agree()
    older.agree()
    assert older.values(card.entity, "phone") == {"+358405550101"}
    assert older.journal.unsent_count() == 0
    assert older.me.writer != city.adviser.writer
    operations = [one.operation for one in list_events(city.world.parts, LogFilter()) if one.laptop]
    assert operations.count("UNLOCK") == 1
    assert operations.count("READ") == 3
    older.close()


def test_a_copy_whose_log_has_parted_tells_it_too_and_the_heir_sends_it(
    city: City, notebook: CopiedNotebook
) -> None:
    card = person("Yrjänä", "Pöllöläinen")
    notebook.save(city.stream, card)
    notebook.agree()
    older = notebook.copy()
    notebook.save(city.stream, edit("person", card.entity, phone="+358405550101"))
    notebook.agree()
    opened(older)
    assert older.round().problem.startswith("Cloned")
    assert len(told(older)) == 1
    older.agree()
    assert older.me.writer != city.adviser.writer
    assert at_hub(city) == [("RESTORE", city.adviser.staff)]
    assert [one.fault for one in laptop_chains(city.world.parts)] == [None, None]
    older.close()


def test_a_restored_backup_is_not_told_twice(city: City, notebook: CopiedNotebook) -> None:
    notebook.store.save(city.stream, [session()], time_ms=city.clock())
    notebook.round()
    older = notebook.copy()
    older.store.set_number(RESTORED, 1)
    notebook.store.save(city.stream, [session()], time_ms=city.clock())
    notebook.round()
    opened(older)
    assert older.round().received == 1
    assert told(older) == []
    older.close()


def test_a_team_that_comes_back_after_a_while_is_no_older_copy(city: City, notebook: CopiedNotebook) -> None:
    notebook.store.save(city.stream, [session()], time_ms=city.clock())
    notebook.round()
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    notebook.round()
    grant(city.world.parts, city.adviser.staff, "adviser", team=city.team)
    opened(notebook)
    assert notebook.round().outcome is RoundOutcome.DONE
    assert told(notebook) == []


def test_a_lost_answer_is_no_older_copy(city: City, notebook: CopiedNotebook) -> None:
    notebook.store.save(city.stream, [session()], time_ms=city.clock())
    notebook.round(lose=True)
    opened(notebook)
    assert notebook.round().outcome is RoundOutcome.DONE
    assert told(notebook) == []
