# SPDX-License-Identifier: MIT
"""Two values beyond a choice: edit beside a deletion, long texts, choosing again, later, asking a colleague."""

import pytest
from card_desk import CardDesk, field_of
from notebook_world import AINO, BERTTA, CELIA, DANIEL, NotebookWorld
from split_values import TOMORROW, Beside, Split, delete

from desktop.notebook.errors import FieldRefused, GoneMeanwhile, NotFound
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import (
    ListConflicts,
    OpenConflict,
    SavePerson,
    SettleConflict,
)
from desktop.notebook.messages.review import ListReview
from desktop.notebook.messages.settling import AskColleague, LeaveForLater, ListSettlers, OpenFieldHistory
from desktop.notebook.messages.today import SaveId, UndoSave
from desktop.notebook.sessions import Sessions
from desktop.notebook.undoing import Undoing
from desktop.store.changes import Change
from sync.records.ids import EntityId

# --- deleted by one, changed by the other ---


def test_a_change_beside_a_deletion_is_a_question_in_the_list_and_hides_nothing(world: NotebookWorld) -> None:
    beside = Beside(world)
    for who in (beside.aino, beside.celia):
        rows = who.conflicts.list_all(ListConflicts()).rows
        assert [(row.entity, row.field, row.title) for row in rows] == [
            (beside.person, "deleted", "Samir Testinen")
        ]
        assert who.conflicts.count() == 1
        assert [row.person for row in who.search("Samir")] == [beside.person]


def test_the_question_tells_what_was_changed_and_who_deleted(world: NotebookWorld) -> None:
    beside = Beside(world)
    view = beside.look(beside.celia)
    assert view.what == "deletion"
    assert [(one.value, one.by, one.mine) for one in view.sides] == [
        (["note/at", "note/session", "note/text"], "Aino Aalto", False),
        (["person/phone"], "Aino Aalto", False),
        (None, "Celia Cajander", True),
    ]
    assert beside.celia.operations()[0] == ("READ", "two-values")


def test_keeping_the_record_takes_the_deletion_back_everywhere(world: NotebookWorld) -> None:
    beside = Beside(world)
    kept = beside.look(beside.celia).sides[0]
    beside.celia.conflicts.settle(SettleConflict(beside.person, "deleted", kept.writer, kept.n))
    world.sync()
    for who in (beside.aino, beside.celia):
        assert who.conflicts.count() == 0
        assert field_of(who.open(beside.person), "phone").value == "+358402222222"
        assert not who.desk.entity(beside.person).deleted


def test_deleting_all_the_same_names_everything_and_stays_deleted(world: NotebookWorld) -> None:
    beside = Beside(world)
    deletion = beside.look(beside.aino).sides[-1]
    beside.aino.conflicts.settle(SettleConflict(beside.person, "deleted", deletion.writer, deletion.n))
    world.sync()
    for who in (beside.aino, beside.celia):
        assert who.conflicts.count() == 0
        assert who.desk.entity(beside.person).deleted
        assert who.search("Samir") == []
    with pytest.raises(GoneMeanwhile):
        beside.look(beside.celia)


def test_a_change_that_comes_after_the_question_was_opened_keeps_it_open(world: NotebookWorld) -> None:
    beside = Beside(world)
    deletion = beside.look(beside.celia).sides[-1]
    bertta = CardDesk(world, BERTTA)
    world.sync()
    bertta.edit(beside.person, email="samir@example.org")
    beside.celia.conflicts.settle(SettleConflict(beside.person, "deleted", deletion.writer, deletion.n))
    world.sync()
    assert beside.celia.conflicts.count() == 1
    assert beside.look(beside.celia).sides[0].value == ["person/email"]


def test_two_who_deleted_the_same_record_have_no_question(world: NotebookWorld) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    person = aino.new()
    world.sync()
    aino.edit(person, phone="+358402222222")
    delete(celia, person)
    delete(aino, person)
    world.sync()
    for who in (aino, celia):
        assert who.desk.entity(person).deleted
        assert who.conflicts.list_all(ListConflicts()).rows == []


# --- notes and long texts ---


def test_notes_written_at_the_same_time_never_clash(world: NotebookWorld) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    person = aino.new()
    world.sync()
    aino.note(person, "Ainon muistiinpano.")
    celia.note(person, "Celian muistiinpano.")
    world.sync()
    for who in (aino, celia):
        texts = {row.text for row in who.open(person).history if row.kind == "note"}
        assert texts == {"Ainon muistiinpano.", "Celian muistiinpano."}
        assert who.conflicts.count() == 0


def reflections(world: NotebookWorld, first: str, mine: str, theirs: str) -> tuple[CardDesk, EntityId]:
    """A session whose reflection Aino and Celia wrote again without seeing each other's."""
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    session, stream = aino.desk.new_id(), aino.desk.team_stream()
    fields = {
        "place": {"point": None, "name": "Testitori"},
        "state": {"status": "closed", "at": aino.desk.now()},
        "starts": aino.desk.now(),
        "reflection": first,
    }
    aino.desk.save([(stream, [Change(kind="session", entity=session, fields=fields)])])
    world.sync()
    for who, text in ((aino, mine), (celia, theirs)):
        change = Change(kind="session", entity=session, fields={"reflection": text})
        who.desk.save([(stream, [change])])
    world.sync()
    return aino, session


def test_a_long_text_written_twice_is_offered_as_one(world: NotebookWorld) -> None:
    aino, session = reflections(
        world, "Hiljainen päivä. Esitteet loppuivat.", "Hiljainen aamupäivä. Esitteet loppuivat.",
        "Hiljainen päivä. Esitteet loppuivat kesken.",
    )  # fmt: skip
    view = aino.conflicts.open(OpenConflict(session, "reflection"))
    assert (view.proposal, view.overlaps) == ("Hiljainen aamupäivä. Esitteet loppuivat kesken.", 0)
    assert view.title == "Testitori"
    saved = aino.conflicts.settle(SettleConflict(session, "reflection", value=view.proposal))
    assert saved.entity == session
    assert aino.desk.entity(session).values["reflection"] == view.proposal
    assert aino.conflicts.count() == 0


def test_where_both_changed_the_same_place_both_stand_marked(world: NotebookWorld) -> None:
    aino, session = reflections(world, "Alku.", "Alku. Aino lisäsi.", "Alku. Celia lisäsi.")
    view = aino.conflicts.open(OpenConflict(session, "reflection"))
    assert view.overlaps == 1
    assert sorted(view.proposal.removeprefix("Alku.[[").removesuffix("]]").split("||")) == [
        " Aino lisäsi.",
        " Celia lisäsi.",
    ]


def test_texts_with_nothing_in_common_and_short_fields_get_no_proposal(world: NotebookWorld) -> None:
    aino, session = reflections(world, "Alku.", "Aivan muuta.", "Toista mieltä täysin")
    assert aino.conflicts.open(OpenConflict(session, "reflection")).proposal == ""
    split = Split(world)
    assert split.look(split.aino).proposal == ""


# --- taking a choice back ---


def test_undo_of_a_choice_asks_again_between_the_values_that_lay_there(world: NotebookWorld) -> None:
    split = Split(world)
    save = split.choose(split.aino, "+358402222222")
    told = Undoing(split.aino.desk, writing=world.lane()).undo(UndoSave(save))
    assert [(one.entity, one.kind, one.field) for one in told.again] == [(split.person, "person", "phone")]
    assert told.undone == 0
    view = split.look(split.aino, save)
    assert view.what == "settled"
    assert [(one.value, one.mine) for one in view.sides] == [
        ("+358402222222", True),
        ("+358403333333", False),
    ]


def test_choosing_the_other_value_after_an_undo_is_a_save_like_any_other(world: NotebookWorld) -> None:
    split = Split(world)
    first = split.choose(split.aino, "+358402222222")
    theirs = next(one for one in split.look(split.aino, first).sides if not one.mine)
    split.aino.conflicts.settle(SettleConflict(split.person, "phone", theirs.writer, theirs.n, settled=first))
    assert field_of(split.aino.open(split.person), "phone").value == "+358403333333"
    world.sync()
    assert field_of(split.celia.open(split.person), "phone").value == "+358403333333"
    assert split.celia.conflicts.count() == 0
    with pytest.raises(GoneMeanwhile):
        split.look(split.aino, first)


def test_a_choice_that_somebody_has_changed_since_is_not_asked_again(world: NotebookWorld) -> None:
    split = Split(world)
    save = split.choose(split.aino, "+358402222222")
    world.sync()
    split.celia.open(split.person)
    split.celia.edit(split.person, phone="+358404444444")
    world.sync()
    with pytest.raises(GoneMeanwhile):
        split.look(split.aino, save)


def test_a_save_that_settled_nothing_is_not_asked_again(world: NotebookWorld) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new(phone="+358401111111")
    save = aino.people.save(SavePerson(person, {"phone": "+358402222222"})).save
    with pytest.raises(GoneMeanwhile):
        aino.conflicts.open(OpenConflict(person, "phone", save))
    with pytest.raises(GoneMeanwhile):
        aino.conflicts.open(OpenConflict(person, "phone", SaveId(save.stream, 99)))


# --- later, and asking a colleague ---


def test_a_question_put_off_leaves_the_count_until_its_day_and_stays_in_the_list(
    world: NotebookWorld,
) -> None:
    split = Split(world)
    split.aino.conflicts.requests.later(LeaveForLater(split.person, "phone", TOMORROW))
    assert split.aino.conflicts.count() == 0
    assert [row.later for row in split.aino.conflicts.list_all(ListConflicts()).rows] == [TOMORROW]
    assert split.look(split.aino).later == TOMORROW
    assert split.celia.conflicts.count() == 1
    world.clock.now += 24 * 3_600_000
    assert split.aino.conflicts.count() == 1
    assert split.aino.conflicts.list_all(ListConflicts()).rows[0].later == ""


@pytest.mark.parametrize("day", ["2026-06-01", "2027-06-01", "huomenna"])
def test_a_question_is_put_off_to_a_day_that_comes_and_not_for_a_year(world: NotebookWorld, day: str) -> None:
    split = Split(world)
    with pytest.raises(FieldRefused):
        split.aino.conflicts.requests.later(LeaveForLater(split.person, "phone", day))


def test_a_colleague_who_is_asked_sees_by_whom_and_the_asker_waits(world: NotebookWorld) -> None:
    split = Split(world)
    bertta = CardDesk(world, BERTTA)
    split.aino.conflicts.requests.ask(AskColleague(split.person, "phone", BERTTA))
    world.sync()
    rows = bertta.conflicts.list_all(ListConflicts()).rows
    assert [(row.asked_by, row.asks) for row in rows] == [("Aino Aalto", "")]
    assert bertta.conflicts.count() == 1
    assert [row.asks for row in split.aino.conflicts.list_all(ListConflicts()).rows] == ["Bertta Berg"]
    assert split.aino.conflicts.count() == 0
    assert split.look(bertta).asked_by == "Aino Aalto"


def test_settling_closes_what_was_asked_and_a_new_split_asks_anew(world: NotebookWorld) -> None:
    split = Split(world)
    split.aino.conflicts.requests.ask(AskColleague(split.person, "phone", CELIA))
    world.sync()
    split.choose(split.celia, "+358403333333")
    world.sync()
    for who in (split.aino, split.celia):
        assert who.desk.reads.settling.requests() == ()
        assert who.conflicts.count() == 0


def test_those_can_be_asked_who_work_in_the_team_the_authors_first(world: NotebookWorld) -> None:
    split = Split(world)
    staff = split.aino.conflicts.requests.settlers(ListSettlers(split.person, "phone")).staff
    assert [one.staff for one in staff] == [CELIA, BERTTA, DANIEL]
    world.hub_says("city", world.grant_of(BERTTA, until=1))  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        split.aino.conflicts.requests.ask(AskColleague(split.person, "phone", BERTTA))
    with pytest.raises(NotFound):
        split.aino.conflicts.requests.ask(AskColleague(split.person, "phone", AINO))


def test_putting_off_twice_leaves_one_request(world: NotebookWorld) -> None:
    split = Split(world)
    for day in (TOMORROW, "2026-06-05"):
        split.aino.conflicts.requests.later(LeaveForLater(split.person, "phone", day))
    assert [one.until for one in split.aino.desk.reads.settling.requests()] == ["2026-06-05"]


# --- where and by which laptop, and the history of a field ---


def test_each_value_tells_its_laptop_and_the_open_point(world: NotebookWorld) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    session, stream = celia.desk.new_id(), celia.desk.team_stream()
    fields = {
        "place": {"point": None, "name": "Testitori"},
        "state": {"status": "open", "at": celia.desk.now()},
        "starts": celia.desk.now(),
        f"staff/{CELIA}": True,
    }
    celia.desk.save([(stream, [Change(kind="session", entity=session, fields=fields)])])
    split = Split(world)
    sides = split.look(split.aino).sides
    assert [(one.laptop, one.place) for one in sides] == [
        ("Testikone", ""),
        ("Pikkukone", "Testitori"),
    ]
    assert (aino.desk.laptop_name, celia.desk.laptop_name) == ("Testikone", "Testikone")


def test_a_fields_history_has_every_value_with_who_and_what_stands_and_is_logged(
    world: NotebookWorld,
) -> None:
    split = Split(world)
    view = split.aino.conflicts.history(OpenFieldHistory(split.person, "phone"))
    assert {(row.value, row.by, row.stands) for row in view.rows} == {
        ("+358402222222", "Aino Aalto", True),
        ("+358403333333", "Celia Cajander", True),
        ("+358401111111", "Aino Aalto", False),
    }
    assert (view.title, view.can_restore, view.masked) == ("Samir Testinen", True, False)
    assert split.aino.operations()[0] == ("READ", "field-history")


def test_an_identity_codes_history_is_masks_and_a_sets_names_its_elements(world: NotebookWorld) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new(hetu="010190-901R", contact_ok={"sms": True})
    assert "901R" not in repr(aino.conflicts.history(OpenFieldHistory(person, "hetu")))
    rows = aino.conflicts.history(OpenFieldHistory(person, "contact_ok")).rows
    assert [(row.element, row.value) for row in rows] == [("sms", True)]


# --- in one glance ---


def test_two_values_in_the_situation_are_marked_beside_the_name_in_the_list(world: NotebookWorld) -> None:
    aino, celia = CardDesk(world, AINO), CardDesk(world, CELIA)
    person = aino.new()
    world.sync()
    for who, level in ((aino, "a2_1"), (celia, "b1_1")):
        who.edit(person, situation={"finnish_level": level})
    world.sync()
    assert Mark.TWO_VALUES in aino.search("Samir")[0].marks
    assert [row.kind for row in aino.conflicts.list_all(ListConflicts()).rows] == ["situation"]


def test_a_session_with_two_values_says_in_which_field(world: NotebookWorld) -> None:
    aino, session = reflections(world, "Alku.", "Ainon loppu.", "Celian loppu.")
    sessions = Sessions(aino.desk)
    assert sessions.view(session).two_values == "reflection"
    side = aino.conflicts.open(OpenConflict(session, "reflection")).sides[0]
    aino.conflicts.settle(SettleConflict(session, "reflection", side.writer, side.n))
    assert sessions.view(session).two_values == ""


def test_the_supervisors_queue_marks_an_item_with_two_values(world: NotebookWorld) -> None:
    Split(world)
    daniel = CardDesk(world, DANIEL)
    world.sync()
    rows = daniel.reviews.list_all(ListReview("waiting")).rows
    assert [row.two_values for row in rows] == [True, True, True]
