# SPDX-License-Identifier: MIT
"""People: searching, the card, saving, notes, linking a walk-in; every look is logged, nothing seen is lost."""

import pytest
from card_desk import BIRTH, HETU, OTHER_TEAM, CardDesk, also_give_other_team, field_of, move_to_other_team
from notebook_world import AINO, BERTTA, CELIA, DANIEL, TEAM, NotebookWorld
from stand import Stand

from desktop.notebook.errors import FieldRequired, GoneMeanwhile, NotAllowed, NotFound
from desktop.notebook.faults import report_of
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import (
    DeleteNote,
    LinkVisit,
    OpenPerson,
    RevealField,
    SaveNote,
    SavePerson,
    SearchPeople,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.undoing import Undoing
from desktop.store.changes import Change
from desktop.store.errors import FieldRefused
from sync.log.deletion import deletion_value
from sync.records.ids import team_stream


@pytest.fixture
def aino(world: NotebookWorld) -> CardDesk:
    """Return Aino at the cards."""
    return CardDesk(world, AINO)


# --- what somebody else wrote meanwhile ---


def test_a_value_that_came_after_the_card_was_opened_becomes_a_second_value_and_is_not_lost(
    world: NotebookWorld, aino: CardDesk
) -> None:
    celia = CardDesk(world, CELIA)
    person = aino.new(phone="+358401111111")
    world.sync()
    aino.open(person)
    celia.open(person)
    celia.edit(person, phone="+358402222222")
    world.sync()
    aino.edit(person, phone="+358403333333")
    world.sync()
    for one in (aino, celia):
        sides = field_of(one.open(person), "phone").sides
        assert {side.value for side in sides} == {"+358402222222", "+358403333333"}


def test_after_the_card_was_opened_again_the_new_value_counts_as_seen(
    world: NotebookWorld, aino: CardDesk
) -> None:
    celia = CardDesk(world, CELIA)
    person = aino.new(phone="+358401111111")
    world.sync()
    aino.open(person)
    celia.edit(person, phone="+358402222222")
    world.sync()
    aino.open(person)
    aino.edit(person, phone="+358403333333")
    phone = field_of(aino.open(person), "phone")
    assert (phone.value, phone.sides) == ("+358403333333", [])


def test_a_form_filled_from_an_earlier_sight_has_not_seen_what_a_refresh_showed(
    world: NotebookWorld, aino: CardDesk
) -> None:
    celia = CardDesk(world, CELIA)
    person = aino.new(phone="+358401111111")
    world.sync()
    form = aino.open(person).sight
    celia.edit(person, phone="+358402222222")
    world.sync()
    aino.open(person)
    aino.edit(person, sight=form, phone="+358403333333")
    assert len(field_of(aino.open(person), "phone").sides) == 2


def test_a_form_that_outlived_its_process_has_seen_nothing(world: NotebookWorld, aino: CardDesk) -> None:
    celia = CardDesk(world, CELIA)
    person = celia.new(phone="+358401111111")
    world.sync()
    form = aino.open(person).sight
    fresh = CardDesk(world, AINO)
    fresh.edit(person, sight=form, phone="+358403333333")
    assert len(field_of(fresh.open(person), "phone").sides) == 2


def test_a_situation_that_somebody_wrote_meanwhile_is_kept_beside(
    world: NotebookWorld, aino: CardDesk
) -> None:
    celia = CardDesk(world, CELIA)
    person = aino.new()
    world.sync()
    assert aino.open(person).situation == []
    celia.edit(person, situation={"occupation": "Kokki"})
    world.sync()
    aino.edit(person, situation={"occupation": "Leipuri"})
    view = aino.open(person)
    assert {side.value for side in field_of(view, "occupation", situation=True).sides} == {"Kokki", "Leipuri"}
    assert Mark.TWO_VALUES in view.marks


def test_two_saves_from_one_opened_card_make_no_conflict_with_oneself(aino: CardDesk) -> None:
    person = aino.new(phone="+358401111111")
    aino.open(person)
    aino.edit(person, phone="+358402222222")
    aino.edit(person, phone="+358403333333")
    phone = field_of(aino.open(person), "phone")
    assert (phone.value, phone.sides) == ("+358403333333", [])


# --- the access log and rights ---


def test_opening_a_card_revealing_a_code_and_searching_by_code_are_logged_without_values(
    aino: CardDesk,
) -> None:
    person = aino.new(hetu=HETU)
    aino.open(person)
    assert aino.people.reveal(RevealField(person, "hetu", "call")).value == HETU
    assert [row.person for row in aino.search(HETU)] == [person]
    assert aino.operations()[:3] == [("SEARCH", "hetu"), ("REVEAL", "call"), ("READ", "search")]
    for row in aino.desk.store.audit_rows():
        assert HETU not in repr(row.event)
        assert "Samir" not in repr(row.event)


def test_the_identity_code_is_masked_everywhere_but_where_it_was_asked_for(aino: CardDesk) -> None:
    person = aino.new(hetu=HETU)
    view = aino.open(person)
    masked = field_of(view, "hetu")
    assert masked.masked
    assert HETU not in repr(view)
    assert field_of(view, "birth_date").value == BIRTH
    with pytest.raises(NotFound):
        aino.people.reveal(RevealField(person, "phone", "call"))


def test_a_supervisor_of_another_team_sees_nothing_of_this_ones(world: NotebookWorld, aino: CardDesk) -> None:
    person = aino.new(hetu=HETU, phone="+358401111111")
    aino.note(person, "Soittaa perjantaina")
    world.sync()
    daniel = CardDesk(world, DANIEL)
    world.sync()
    assert [row.person for row in daniel.search("Testinen")] == [person]
    move_to_other_team(world, DANIEL)
    for text in ("Testinen", HETU, "0401111111", "perjantaina", ""):
        assert daniel.search(text) == []
    with pytest.raises(NotFound):
        daniel.open(person)
    with pytest.raises(NotFound):
        daniel.people.reveal(RevealField(person, "hetu", "x"))
    assert daniel.conflicts.count() == 0


def test_a_supervisor_reads_a_card_but_does_not_write_it(world: NotebookWorld, aino: CardDesk) -> None:
    person = aino.new()
    world.sync()
    daniel = CardDesk(world, DANIEL)
    world.sync()
    assert not daniel.open(person).can_edit
    with pytest.raises(NotAllowed):
        daniel.edit(person, phone="+358401111111")
    with pytest.raises(NotAllowed):
        daniel.note(person, "x")
    daniel.edit(person, responsible=CELIA)
    assert field_of(daniel.open(person), "responsible").value == CELIA


def test_a_protected_person_shows_no_year_and_no_language_in_a_list(aino: CardDesk) -> None:
    aino.new("Sanna", birth_date="1991-05-05", contact_language="fi", protected=True)
    (row,) = aino.search("Sanna")
    assert (row.name, row.birth_year, row.language) == ("Sanna Testinen", 0, "")
    assert row.marks[0] is Mark.PROTECTED


# --- searching ---


def test_mine_and_team_narrow_a_search(world: NotebookWorld, aino: CardDesk) -> None:
    mine = aino.new("Samir")
    CardDesk(world, BERTTA).new("Samira")
    world.sync()
    assert {row.name for row in aino.search("Samir")} == {"Samir Testinen", "Samira Testinen"}
    assert [row.person for row in aino.search("Samir", "mine")] == [mine]
    assert len(aino.search("Samir", "team")) == 2
    (row,) = [one for one in aino.search("Samira") if one.person != mine]
    assert (row.responsible, row.mine) == ("Bertta Berg", False)


def test_a_list_says_what_was_hit_and_how_many_more_there_are(aino: CardDesk) -> None:
    for number in range(4):
        aino.new(f"Samir{number}", phone=f"+35840111222{number}")
    found = aino.people.search(SearchPeople("samir", "all", 3))
    assert (len(found.rows), found.total, found.more) == (3, 4, True)
    (row,) = aino.search("040 111 2222")
    assert row.matched_in == "phone"


# --- saving ---


def test_a_person_needs_some_name_when_new_and_keeps_one_when_changed(aino: CardDesk) -> None:
    with pytest.raises(FieldRequired):
        aino.people.save(SavePerson(None, {"phone": "+358401111111"}))
    person = aino.people.save(SavePerson(None, {"known_as": "Sami"})).entity
    assert aino.open(person).name == "Sami"
    with pytest.raises(FieldRequired):
        aino.edit(person, known_as="")
    with pytest.raises(FieldRequired):
        aino.people.save(SavePerson(person, {}))
    assert aino.open(person).name == "Sami"


def test_a_new_person_with_situation_note_and_walk_in_is_one_save_and_one_undo(world: NotebookWorld) -> None:
    aino, stand = CardDesk(world, AINO), Stand(world, AINO)
    session = stand.open().session
    visit = stand.walk_in(session, note="Tuli ystävän kanssa").row.visit
    saved = aino.people.save(
        SavePerson(None, {"name": {"first": "Samir", "last": ""}}, {"occupation": "Kokki"}, "Soittaa", visit)
    )
    view = aino.open(saved.entity)
    assert {row.kind for row in view.history} == {"person", "situation", "note", "attendance"}
    assert view.mine
    (row,) = stand.look().visits
    assert (row.linked_person, row.note) == ("Samir", "")
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(saved.save))
    assert aino.desk.reads.entity(visit).values["note"] == "Tuli ystävän kanssa"  # type: ignore[union-attr]  # it is there
    assert Mark.DELETED in aino.open(saved.entity).marks


def test_an_invalid_code_and_a_note_that_is_too_long_save_nothing(aino: CardDesk) -> None:
    with pytest.raises(FieldRefused) as wrong:
        aino.new(hetu="010190-901A")
    assert report_of(wrong.value).problem is Problem.HETU_INVALID  # type: ignore[union-attr]  # known
    person = aino.new()
    with pytest.raises(FieldRefused) as long:
        aino.note(person, "x" * 4001)
    report = report_of(long.value)
    assert report is not None
    assert (report.problem, report.facts) == (Problem.TEXT_TOO_LONG, {"field": "text", "limit": 4000})
    assert [row.kind for row in aino.open(person).history] == ["person"]
    with pytest.raises(FieldRequired):
        aino.people.save_note(SaveNote(person, "  "))


def test_a_phone_is_saved_in_one_spelling(aino: CardDesk) -> None:
    person = aino.new(phone="040 111 2222")
    assert field_of(aino.open(person), "phone").value == "+358401112222"


def test_under_age_ends_on_the_eighteenth_birthday(aino: CardDesk) -> None:
    # The world's day is the first of June, 2026.
    minor, adult = aino.new("Nuori", birth_date="2008-06-02"), aino.new("Vanha", birth_date="2008-06-01")
    assert Mark.UNDER_18 in aino.open(minor).marks
    assert Mark.UNDER_18 not in aino.open(adult).marks


# --- notes ---


def test_an_own_note_can_be_deleted_a_colleagues_cannot(world: NotebookWorld, aino: CardDesk) -> None:
    celia = CardDesk(world, CELIA)
    person = aino.new()
    note = aino.note(person, "Kirjattu väärälle")
    world.sync()
    with pytest.raises(NotAllowed):
        celia.people.delete_note(DeleteNote(note))
    aino.people.delete_note(DeleteNote(note))
    world.sync()
    assert [row.kind for row in celia.open(person).history] == ["person"]


# --- linking ---


def test_a_linked_walk_in_gives_its_text_to_the_link(world: NotebookWorld, aino: CardDesk) -> None:
    stand = Stand(world, AINO)
    visit = stand.walk_in(stand.open().session, "housing", note="Kysyi asumisesta").row.visit
    person = aino.new()
    saved = aino.people.link(LinkVisit(visit, person))
    row = next(one for one in aino.open(person).history if one.kind == "attendance")
    assert (row.what, row.text, row.fields) == ("linked", "housing", ["Kysyi asumisesta"])
    assert aino.desk.reads.entity(visit).values["note"] is None  # type: ignore[union-attr]  # it is there
    assert saved.save.stream == team_stream(TEAM)
    with pytest.raises(GoneMeanwhile):
        aino.people.link(LinkVisit(visit, person))


def test_a_colleagues_walk_in_is_linked_without_touching_their_text(
    world: NotebookWorld, aino: CardDesk
) -> None:
    bertta = Stand(world, BERTTA)
    visit = bertta.walk_in(bertta.open().session, note="Tulossa uudelleen").row.visit
    world.desk(AINO)
    world.sync()
    person = aino.new()
    aino.people.link(LinkVisit(visit, person))
    assert aino.desk.reads.entity(visit).values["note"] == "Tulossa uudelleen"  # type: ignore[union-attr]  # it is there
    row = next(one for one in aino.open(person).history if one.kind == "attendance")
    assert row.fields == ["Tulossa uudelleen"]


def test_a_walk_in_of_another_teams_stream_is_linked_by_one_save_in_each(
    world: NotebookWorld, aino: CardDesk
) -> None:
    also_give_other_team(world, AINO)
    stand = Stand(world, AINO)
    visit = stand.walk_in(stand.open().session, note="Kysyi asumisesta").row.visit
    person = aino.desk.new_id()
    card = Change(kind="person", entity=person, fields={"name": {"first": "Samir", "last": "Testinen"}})
    elsewhere = team_stream(OTHER_TEAM)
    aino.desk.save([(elsewhere, [card])])
    before = aino.desk.reads.sending.unsent_count()
    saved = aino.people.link(LinkVisit(visit, person))
    assert saved.save.stream == elsewhere
    assert aino.desk.reads.sending.unsent_count() == before + 2
    row = next(one for one in aino.open(person).history if one.kind == "attendance")
    assert row.fields == ["Kysyi asumisesta"]
    assert aino.desk.reads.entity(visit).values["note"] is None  # type: ignore[union-attr]  # it is there
    assert stand.look().visits[0].linked_person == "Samir Testinen"


def test_a_supervisor_links_nothing(world: NotebookWorld, aino: CardDesk) -> None:
    stand = Stand(world, AINO)
    visit = stand.walk_in(stand.open().session).row.visit
    person = aino.new()
    daniel = CardDesk(world, DANIEL)
    world.sync()
    with pytest.raises(NotAllowed):
        daniel.people.link(LinkVisit(visit, person))


def test_what_is_of_another_kind_is_no_person(aino: CardDesk) -> None:
    person = aino.new()
    note = aino.note(person, "x")
    with pytest.raises(NotFound):
        aino.people.open(OpenPerson(note, "x"))
    with pytest.raises(NotFound):
        aino.people.delete_note(DeleteNote(person))


def test_a_card_changed_beside_its_deletion_says_so(world: NotebookWorld, aino: CardDesk) -> None:
    celia = CardDesk(world, CELIA)
    person = aino.new()
    world.sync()
    state = aino.desk.reads.entities.state(person)
    assert state is not None
    gone = Change(kind="person", entity=person, fields={"deleted": deletion_value(state)})
    aino.desk.save([(team_stream(TEAM), [gone])])
    celia.edit(person, phone="+358401111111")
    world.sync()
    for one in (aino, celia):
        assert Mark.CHANGED_BESIDE_DELETION in one.open(person).marks
