# SPDX-License-Identifier: MIT
"""The desk: who sits at it, what they may do now, and that nothing is saved or shown without asking."""

import time

import pytest
from card_desk import CardDesk
from notebook_world import AINO, BERTTA, CELIA, DANIEL, NAMES, TEAM, NotebookWorld

from desktop.notebook.errors import NotAllowed, NotFound
from desktop.notebook.sights import MOST, Sights
from desktop.store.changes import Change
from sync.log.commit import Draft
from sync.records.ids import CITY, EntityId, StaffId, roster_entity, special_stream, team_stream
from sync.records.rights import Action, Role


def test_roles_follow_the_roster_at_once(world: NotebookWorld) -> None:
    desk = world.desk(AINO)
    assert [(one.role, one.team) for one in desk.held()] == [(Role.ADVISER, TEAM)]
    world.hub_says(CITY, world.grant_of(AINO, until=1))
    assert desk.held() == ()
    with pytest.raises(NotAllowed):
        desk.home_team()
    world.hub_says(CITY, world.grant_of(AINO))
    assert desk.home_team() == TEAM


def test_a_grant_ends_by_the_hubs_time_though_nothing_comes_in(world: NotebookWorld) -> None:
    desk = world.desk(AINO)
    world.hub_says(CITY, world.grant_of(AINO, until=world.clock.now + 60_000))
    assert desk.held()
    world.clock.now += 60_000
    assert desk.held() == ()


def test_a_wrong_laptop_clock_does_not_end_a_grant(world: NotebookWorld) -> None:
    desk = world.desk(AINO)
    ten_years = 10 * 365 * 86_400_000
    world.hub_says(CITY, world.grant_of(AINO, until=world.clock.now + 60_000))
    desk.store.set_number("clock_offset", -ten_years)
    world.clock.now += ten_years
    assert desk.held()


def test_asking_for_rights_decodes_the_roster_once(world: NotebookWorld) -> None:
    staff = [
        Draft("staff", roster_entity(StaffId(f"s{number:016x}")), None, 1, {"name": (f"Nimi {number}", ())})
        for number in range(1, 601)
    ]
    for at in range(0, len(staff), 100):
        world.hub_says(CITY, *staff[at : at + 100])
    desk = world.desk(AINO)
    desk.held()
    begun = time.perf_counter()
    for _ in range(1000):
        desk.held()
        desk.staff_name(CELIA)
    each = (time.perf_counter() - begun) / 1000
    begun = time.perf_counter()
    desk.reads.roster.staff()
    desk.reads.roster.grants()
    assert each < (time.perf_counter() - begun) / 10


def test_a_new_name_is_known_at_once(world: NotebookWorld) -> None:
    desk = world.desk(AINO)
    assert desk.staff_name(CELIA) == NAMES[CELIA]
    assert desk.staff_name(StaffId("s00000000000000ff")) == ""
    assert desk.staff_name(None) == ""
    world.hub_says(
        CITY,
        Draft("staff", roster_entity(CELIA), None, 1, {"name": ("Celia Uusi", ()), "active": (True, ())}),
    )
    assert desk.staff_name(CELIA) == "Celia Uusi"
    assert desk.team_name(TEAM) == "Testitiimi"
    assert desk.team_name(None) == ""


def test_nothing_is_saved_of_several_changes_when_one_is_not_allowed(world: NotebookWorld) -> None:
    cards = CardDesk(world, DANIEL)
    desk = cards.desk
    before = desk.reads.sending.unsent_count()
    fine = Change(kind="review", entity=desk.new_id(), fields={})
    not_fine = Change(kind="visit", entity=desk.new_id(), fields={})
    with pytest.raises(NotAllowed):
        desk.save([(team_stream(TEAM), [fine, not_fine])])
    assert desk.reads.sending.unsent_count() == before


def test_the_kind_that_a_change_claims_opens_no_right(world: NotebookWorld) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    note = aino.note(aino.new(), "Ainon sanat")
    world.sync()
    claim = Change(kind="person", entity=note, fields={"text": "muutettu"})
    with pytest.raises(NotAllowed):
        celia.desk.save([(team_stream(TEAM), [claim])])


def test_special_category_records_are_closed_to_advisers_and_supervisors(world: NotebookWorld) -> None:
    for staff in (AINO, DANIEL):
        desk = world.desk(staff)
        stream = special_stream(TEAM)
        assert not desk.may_read("health_flag", stream)
        with pytest.raises(NotAllowed):
            desk.allow("health_flag", stream=stream, action=Action.CREATE, own=True)
    assert not world.desk(AINO).may_read("no such kind", team_stream(TEAM))


def test_what_is_not_here_and_what_is_of_another_kind_look_the_same(world: NotebookWorld) -> None:
    desk = CardDesk(world, AINO).desk
    with pytest.raises(NotFound):
        desk.entity(EntityId(bytes(16)))
    with pytest.raises(NotFound):
        desk.entity(roster_entity(CELIA), "person")


def test_a_look_holds_who_what_and_why_but_no_value(world: NotebookWorld) -> None:
    desk = world.desk(BERTTA)
    desk.looked("READ", EntityId(b"\x01" * 16), kind="person", reason="search", extra={"count": 3})
    event = desk.store.audit_rows(newest=1)[0].event
    assert event == {
        "operation": "READ", "status": "SUCCESS", "actor": {"role": "USER", "user_id": BERTTA},
        "target": {"type": "person", "id": "01" * 16}, "reason": "search", "count": 3,
    }  # fmt: skip


def test_sights_are_kept_for_as_many_cards_as_a_day_has_and_no_more(world: NotebookWorld) -> None:
    cards = CardDesk(world, AINO)
    person = cards.new(phone="+358401111111")
    view = cards.desk.reads.entity(person)
    assert view is not None
    sights = Sights(first=1)
    first = sights.show({person: view})
    assert sights.seen(person, ["phone", "email"]) == {"phone": view.seen(["phone"])["phone"], "email": ()}
    for number in range(MOST):
        sights.show({EntityId(number.to_bytes(16, "big")): None})
    assert sights.seen(person, ["phone"]) is None
    assert sights.seen(person, ["phone"], number=first) == {"phone": ()}
