# SPDX-License-Identifier: MIT
"""People who may be called: a permission for one thing until a day, logged when read, gone when it has passed."""

from datetime import date, timedelta
from typing import Any

import pytest
from notebook_world import AINO, BERTTA, CELIA, DANIEL, NotebookWorld

from desktop.notebook.errors import FieldRefused, FieldRequired, NotAllowed
from desktop.notebook.lanes import Lane
from desktop.notebook.leads import ContactLeads
from desktop.notebook.messages.leads import LeadRow, ListLeads, MarkLead, RemoveLead, SaveLead
from desktop.notebook.messages.people import RecordSaved, SavePerson
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.people import People
from desktop.notebook.retention import Retention
from desktop.notebook.retention_rules import DAY_MS, the_rules
from desktop.notebook.undoing import Undoing
from desktop.store.errors import FieldRefused as StoreRefused
from sync.records.ids import StaffId

TODAY = date(2026, 6, 1)
"""The day of ``notebook_world.MORNING``."""


class Caller:
    """One person's desk with the list of who may be called."""

    def __init__(self, world: NotebookWorld, staff: StaffId) -> None:
        self.desk = world.desk(staff)
        self.lane = world.lane()
        self.leads = ContactLeads(self.desk, reading=self.lane, writing=self.lane)

    def add(self, name: str = "Samir", **more: Any) -> RecordSaved:  # noqa: ANN401 - an ask's fields
        ask = {"day": TODAY.isoformat(), "name": name, "phone": "040 555 0132", "email": "", "language": "ar"}
        return self.leads.save(SaveLead(**(ask | {"purpose": "suomen kurssi syksyllä"} | more)))

    def list(self, day: date = TODAY) -> list[LeadRow]:
        rows = self.leads.list(ListLeads(day.isoformat())).rows
        self.lane.call(lambda: None)  # what was posted before it is done
        return rows


def day(ahead: int) -> str:
    return (TODAY + timedelta(days=ahead)).isoformat()


def test_a_permission_holds_for_thirty_days_unless_another_day_is_said(world: NotebookWorld) -> None:
    aino = Caller(world, AINO)
    aino.add("Samir")
    aino.add("Mai", expires=day(2), phone="", email="mai@example.org", language="vi")
    assert [(row.name, row.expires, row.days_left) for row in aino.list()] == [
        ("Mai", day(2), 2),
        ("Samir", day(30), 30),
    ]
    assert aino.list()[1].phone == "+358405550132"


@pytest.mark.parametrize("missing", [{"name": " "}, {"purpose": ""}, {"phone": ""}])
def test_a_permission_says_who_may_be_called_how_and_about_what(
    world: NotebookWorld, missing: dict[str, str]
) -> None:
    aino = Caller(world, AINO)
    with pytest.raises(FieldRequired):
        aino.add(**missing)
    assert aino.list() == []


@pytest.mark.parametrize("last", [day(-1), day(91), "huomenna"])
def test_a_permission_is_for_at_most_ninety_days_and_not_for_a_day_that_has_passed(
    world: NotebookWorld, last: str
) -> None:
    with pytest.raises(FieldRefused):
        Caller(world, AINO).add(expires=last)


def test_ninety_days_count_from_when_the_permission_was_given(world: NotebookWorld) -> None:
    aino = Caller(world, AINO)
    lead = aino.add(expires=day(90)).entity
    world.clock.now += 10 * DAY_MS
    with pytest.raises(FieldRefused):
        aino.add(lead=lead, day=day(10), expires=day(95))
    aino.add(lead=lead, day=day(10), expires=day(89))
    assert aino.list()[0].expires == day(89)


def test_an_address_that_is_none_is_refused(world: NotebookWorld) -> None:
    with pytest.raises(StoreRefused):
        Caller(world, AINO).add(email="samir")


def test_who_was_called_stands_last_until_the_permission_ends_and_both_can_be_taken_back(
    world: NotebookWorld,
) -> None:
    aino = Caller(world, AINO)
    samir, _ = aino.add("Samir", expires=day(3)), aino.add("Mai", expires=day(20))
    saved = aino.leads.mark(MarkLead(samir.entity, called=True))
    assert [(row.name, row.contacted > 0) for row in aino.list()] == [("Mai", False), ("Samir", True)]
    Undoing(aino.desk, writing=aino.lane).undo(UndoSave(saved.save))
    assert [row.name for row in aino.list()] == ["Samir", "Mai"]
    assert [row.name for row in aino.list(TODAY + timedelta(days=4))] == ["Mai"]
    removed = aino.leads.remove(RemoveLead(samir.entity))
    assert [row.name for row in aino.list()] == ["Mai"]
    Undoing(aino.desk, writing=aino.lane).undo(UndoSave(removed.save))
    assert [row.name for row in aino.list()] == ["Samir", "Mai"]


def test_the_team_may_call_too_and_a_supervisor_only_looks(world: NotebookWorld) -> None:
    aino, celia, daniel = Caller(world, AINO), Caller(world, CELIA), Caller(world, DANIEL)
    lead = aino.add().entity
    world.sync()
    (row,) = celia.list()
    assert row.by == "Aino Aalto"
    celia.leads.mark(MarkLead(lead, called=True))
    assert [row.name for row in daniel.list()] == ["Samir"]
    with pytest.raises(NotAllowed):
        daniel.leads.mark(MarkLead(lead, called=True))


def test_a_look_at_names_is_logged_once_and_again_when_another_is_among_them(world: NotebookWorld) -> None:
    aino, bertta = Caller(world, AINO), Caller(world, BERTTA)
    aino.add("Samir")
    world.hand_over(AINO, BERTTA)

    def looks() -> list[int]:
        events = [row.event for row in bertta.desk.store.audit_rows()]
        return [event["rows"] for event in events if event.get("reason") == "leads"]

    bertta.list()
    bertta.list()
    assert looks() == [1]
    aino.add("Mai")
    world.hand_over(AINO, BERTTA)
    bertta.list()
    assert looks() == [2, 1], "newest first"


def test_a_card_made_of_a_permission_takes_it_off_the_list_and_undo_brings_it_back(
    world: NotebookWorld,
) -> None:
    aino = Caller(world, AINO)
    lead = aino.add().entity
    people = People(aino.desk, reading=aino.lane, writing=aino.lane)
    saved = people.save(SavePerson(None, {"known_as": "Samir", "phone": "+358405550132"}, lead=lead))
    assert aino.list() == []
    assert aino.desk.entity(lead).values["person"] == saved.entity
    Undoing(aino.desk, writing=aino.lane).undo(UndoSave(saved.save))
    assert [row.name for row in aino.list()] == ["Samir"]


class Keeping:
    """Celia's laptop, which lets go of what has run out; the clock is the hub's too."""

    def __init__(self, world: NotebookWorld) -> None:
        self.world = world
        self.aino, self.celia = Caller(world, AINO), Caller(world, CELIA)
        online = Lane("online")
        world.lanes.append(online)
        self.retention = Retention(self.celia.desk, the_rules(), online=online, reading=online)

    def sync(self) -> None:
        self.world.sync()
        with self.celia.desk.store.writing() as connection:
            connection.execute("UPDATE streams SET number = 9 WHERE name LIKE 'team/%'")

    def later(self, days: int) -> int:
        self.world.clock.now += days * DAY_MS
        self.retention.round_ended(ok=True)
        return self.retention.run()

    def held(self) -> int:
        with self.celia.desk.store.reading() as connection:
            (count,) = connection.execute(
                "SELECT count(*) FROM entities WHERE kind = 'contact_lead'"
            ).fetchone()
            return int(count)


def test_a_permission_leaves_the_laptop_whole_the_day_after_its_last(world: NotebookWorld) -> None:
    keeping = Keeping(world)
    keeping.aino.add("Samir", expires=day(2))
    keeping.aino.add("Mai", expires=day(40))
    keeping.sync()
    assert (keeping.later(2), keeping.held()) == (0, 2)
    assert (keeping.later(1), keeping.held()) == (1, 1)
    bodies = keeping.celia.desk.store.reads().connection.execute("SELECT bodies FROM commits").fetchall()
    assert not any(b"Samir" in bytes(raw) for (raw,) in bodies)
    assert any(b"Mai" in bytes(raw) for (raw,) in bodies)
    keeping.celia.desk.store.check_fold()


def test_one_that_was_taken_off_leaves_at_the_next_round_and_none_stays_over_ninety_days(
    world: NotebookWorld,
) -> None:
    keeping = Keeping(world)
    lead = keeping.aino.add("Samir", expires=day(90)).entity
    keeping.aino.leads.remove(RemoveLead(lead))
    keeping.aino.add("Mai", expires=day(90))
    keeping.sync()
    assert (keeping.later(0), keeping.held()) == (1, 1)
    assert (keeping.later(91), keeping.held()) == (1, 0)


def test_what_the_centre_has_not_got_stays_until_it_has(world: NotebookWorld) -> None:
    keeping = Keeping(world)
    keeping.celia.add("Samir", expires=day(1))
    assert (keeping.later(5), keeping.held()) == (0, 1)
    assert keeping.celia.list(TODAY + timedelta(days=5)) == []
