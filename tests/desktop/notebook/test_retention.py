# SPDX-License-Identifier: MIT
"""Who leaves a laptop and when, by the rules of the file and by the hub's time, and that nothing held leaves."""

from pathlib import Path

import msgspec
import pytest
from card_desk import CardDesk
from notebook_world import AINO, CELIA, NotebookWorld

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.people import SearchPeople
from desktop.notebook.messages.retention import FetchPerson, OpenWindow
from desktop.notebook.retention import Retention
from desktop.notebook.retention_rules import DAY_MS, Rules, load_rules
from desktop.resources import resource
from desktop.store.changes import Change
from desktop.store.journal import StoreJournal
from sync.protocol.errors import Unreachable
from sync.records.ids import EntityId

RULES = load_rules(resource("retention.json"))


class Stand:
    """Aino's and Celia's desks; Celia's laptop is the one that lets go. The clock is the hub's too."""

    def __init__(self, world: NotebookWorld) -> None:
        self.world = world
        self.aino, self.celia = world.desk(AINO), world.desk(CELIA)
        self.lane = Lane("online")
        world.lanes.append(self.lane)
        self.retention = Retention(self.celia, RULES, online=self.lane, reading=self.lane)

    def person(self, name: str, responsible: str | None = AINO) -> EntityId:
        who = self.aino.new_id()
        fields = {"name": {"first": name, "last": "Esimerkki"}, "responsible": responsible}
        self.aino.save(
            [(self.aino.team_stream(), [Change(kind="person", entity=who, fields=fields, subject=who)])]
        )
        return who

    def sync(self) -> None:
        self.world.sync()
        with self.celia.store.writing() as connection:
            connection.execute(
                "UPDATE streams SET number = (SELECT max(number) FROM commits AS c WHERE c.stream = streams.key)"
                " WHERE name LIKE 'team/%'"
            )

    def later(self, days: float) -> int:
        """Let days pass, with a good round at their end."""
        self.world.clock.now += int(days * DAY_MS)
        self.retention.round_ended(ok=True)
        return self.retention.run()

    def here(self, who: EntityId) -> bool:
        return self.celia.reads.entity(who) is not None


@pytest.fixture
def stand(world: NotebookWorld) -> Stand:
    """Two desks of one team."""
    return Stand(world)


def test_the_rules_are_data_with_a_source_each() -> None:
    days = {"others_people": 90, "own_people": 400, "handed_on": 14, "team_left": 90, "sessions": 760}
    assert Rules(**days, fetched=7, leads=90) == RULES


def test_a_rule_that_is_missing_is_no_rule_of_no_days(tmp_path: Path) -> None:
    path = tmp_path / "retention.json"
    path.write_bytes(resource("retention.json").read_bytes().replace(b'"days": 90', b'"days": 0'))
    with pytest.raises(msgspec.ValidationError):
        load_rules(path)


def test_people_of_others_leave_after_ninety_days_and_ones_own_after_four_hundred(stand: Stand) -> None:
    theirs, mine, nobodys = stand.person("Otso"), stand.person("Kanerva", CELIA), stand.person("Sini", None)
    stand.sync()
    assert stand.later(89) == 0
    assert stand.later(2) == 2
    assert (stand.here(theirs), stand.here(mine), stand.here(nobodys)) == (False, True, False)
    assert stand.retention.window(OpenWindow()).away == 2
    celia = CardDesk(stand.world, CELIA).people
    assert [celia.search(SearchPeople(text, "all")).away for text in ("", "otso")] == [2, 0]
    assert stand.later(310) == 1
    assert not stand.here(mine)
    assert stand.aino.reads.entity(theirs) is not None


def test_who_was_touched_stays(stand: Stand) -> None:
    who = stand.person("Otso")
    stand.sync()
    stand.later(60)
    note = Change(
        kind="note", entity=stand.aino.new_id(), fields={"text": "Kävi", "at": stand.aino.now()}, subject=who
    )
    stand.aino.save([(stand.aino.team_stream(), [note])])
    stand.sync()
    assert stand.later(1) == 0
    assert stand.later(60) == 0
    assert stand.later(31) == 1


def test_who_was_handed_on_leaves_after_two_weeks_where_one_works_no_more(stand: Stand) -> None:
    who = stand.person("Otso", CELIA)
    stand.sync()
    edit = Change(kind="person", entity=who, fields={"responsible": AINO})
    stand.aino.save([(stand.aino.team_stream(), [edit])])
    stand.sync()
    assert stand.later(13) == 0
    assert stand.later(2) == 1


def test_who_was_handed_on_stays_longer_where_one_still_works(stand: Stand) -> None:
    who = stand.person("Otso", CELIA)
    stand.sync()
    stand.celia.save(
        [(stand.celia.team_stream(), [Change(kind="person", entity=who, fields={"known_as": "Ossi"})])]
    )
    stand.aino.save(
        [(stand.aino.team_stream(), [Change(kind="person", entity=who, fields={"responsible": AINO})])]
    )
    stand.sync()
    assert stand.later(15) == 0
    assert stand.here(who)


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_jumps_puts_nobody_out(stand: Stand, years: int) -> None:
    who = stand.person("Otso", CELIA)
    stand.sync()
    stand.retention.round_ended(ok=True)
    stand.world.clock.now += years * 365 * DAY_MS
    assert stand.retention.run() == 0
    StoreJournal(stand.celia.store).set_clock_offset(-years * 365 * DAY_MS)
    stand.retention.round_ended(ok=True)
    assert stand.retention.run() == 0
    assert stand.here(who)


def test_who_is_on_the_screen_stays(stand: Stand) -> None:
    who = stand.person("Otso")
    stand.sync()
    stand.celia.sights.show({who: stand.celia.reads.entity(who)})
    assert stand.later(91) == 0


def test_sessions_leave_with_their_visits_after_twenty_five_months(stand: Stand) -> None:
    desk = stand.aino
    session, visit, at = desk.new_id(), desk.new_id(), desk.now()
    fields = {
        "place": {"point": None, "name": "Testitori"}, "state": {"status": "closed", "at": at}, "starts": at,
    }  # fmt: skip
    desk.save([(desk.team_stream(), [Change(kind="session", entity=session, fields=fields)])])
    one = Change(
        kind="visit", entity=visit, fields={"session": session, "at": at, "topics/cv_application": True}
    )
    desk.save([(desk.team_stream(), [one])])
    stand.sync()
    assert stand.later(759) == 0
    assert stand.later(2) == 1
    assert not stand.here(session)
    assert not stand.here(visit)


def test_without_a_network_a_card_that_left_does_not_come(stand: Stand) -> None:
    who = stand.person("Otso")
    stand.sync()
    stand.later(91)
    stand.retention.attach(lambda: stand.retention.round_ended(ok=False))
    with pytest.raises(Unreachable):
        stand.retention.fetch(FetchPerson(who))
