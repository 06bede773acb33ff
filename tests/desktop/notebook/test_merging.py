# SPDX-License-Identifier: MIT
"""Merging: two cards are shown as one once the hub has it, nothing is rewritten, and separating gives both back."""

from pathlib import Path

import pytest
from card_desk import HETU, OTHER_TEAM, CardDesk, also_give_other_team, field_of, move_to_other_team
from file_desk import FileDesk
from notebook_world import AINO, CELIA, DANIEL, NotebookWorld
from service_shop import CARD_COURSE, REHAB, publish
from stand import Stand

from desktop.notebook.errors import GoneMeanwhile, NotAllowed, NotFound, NotSameTeam
from desktop.notebook.field_history import open_field
from desktop.notebook.handout.frames import load_frames
from desktop.notebook.merging import Merging
from desktop.notebook.messages.attachments import AddAttachment, ListAttachments
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.merging import ComparePeople, ListMerged, MergePeople, UnmergePeople
from desktop.notebook.messages.people import FindDuplicates, LinkVisit, RevealField, SearchPeople
from desktop.notebook.messages.referrals import ListReferrals, Refer
from desktop.notebook.messages.review import ListReview, OpenReview
from desktop.notebook.messages.settling import OpenFieldHistory
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.referrals import Referrals
from desktop.notebook.undoing import Undoing
from desktop.resources import resource
from sync.records.ids import EntityId


def _merging(one: CardDesk) -> Merging:
    return Merging(one.desk, reading=one.world.lane(), writing=one.world.lane())


def _merged(world: NotebookWorld, aino: CardDesk, one: EntityId, other: EntityId) -> EntityId:
    merge = _merging(aino).merge(MergePeople(one, other)).entity
    world.sync()
    return merge


@pytest.fixture
def aino(world: NotebookWorld) -> CardDesk:
    """Return Aino at the cards."""
    return CardDesk(world, AINO)


# --- one person ---


def test_two_cards_are_one_once_the_hub_has_it(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", phone="+358402222222")
    aino.note(second, "Kirjattu toiselle kortille")
    _merging(aino).merge(MergePeople(second, first))
    before = aino.open(first)
    assert (before.cards, [one.person for one in before.waiting]) == ([], [second])
    assert len(aino.search("testinen")) == 2
    world.sync()
    for asked in (first, second):
        view = aino.open(asked)
        assert view.person == first
        assert [(one.person, one.number, one.merged_by) for one in view.cards] == [(second, 2, "Aino Aalto")]
        assert view.waiting == []
        assert field_of(view, "phone").value == "+358401111111"
        assert {one.name: one.value for one in view.cards[0].fields}["phone"] == "+358402222222"
        assert [(row.text, row.card) for row in view.history if row.kind == "note"] == [
            ("Kirjattu toiselle kortille", 2)
        ]
        assert [row.what for row in view.history if row.kind == "merge"] == ["merged"]


def test_the_list_has_one_row_that_any_cards_words_find(world: NotebookWorld, aino: CardDesk) -> None:
    first = aino.new("Samir", "Haddad", phone="+358401111111")
    second = aino.new("Sami", "Testinen", phone="+358402222222")
    _merged(world, aino, first, second)
    for text in ("", "haddad", "testinen", "+358402222222"):
        (row,) = aino.search(text)
        assert (row.person, row.name, row.cards, row.also) == (first, "Samir Haddad", 2, ["Sami Testinen"])
    assert aino.people.search(SearchPeople("", "all")).total == 1


def test_a_hint_of_the_same_person_names_them_once(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(hetu=HETU), aino.new(hetu=HETU)
    _merged(world, aino, first, second)
    ask = FindDuplicates(first="Samir", last="Testinen", known_as="", phone="", hetu=HETU, birth_date="")
    assert [one.person for one in aino.people.find_duplicates(ask).hints] == [first]


def test_a_walk_in_of_another_card_is_not_linked_twice(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(), aino.new()
    stand = Stand(world, AINO)
    visit = stand.walk_in(stand.open().session).row.visit
    aino.people.link(LinkVisit(visit, second))
    _merged(world, aino, first, second)
    with pytest.raises(GoneMeanwhile):
        aino.people.link(LinkVisit(visit, first))


def test_a_look_at_one_person_is_a_look_at_each_card(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(), aino.new()
    _merged(world, aino, first, second)
    aino.open(second)
    looked = [row.event["target"] for row in aino.desk.store.audit_rows(newest=2)]
    assert {one["id"] for one in looked if isinstance(one, dict)} == {first.hex(), second.hex()}


def test_an_order_of_non_disclosure_on_one_card_masks_all(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new("Samir", phone="+358401111111"), aino.new("Sami", protected=True)
    _merged(world, aino, first, second)
    view = aino.open(first)
    assert Mark.PROTECTED in view.marks
    assert field_of(view, "phone").masked
    assert aino.people.reveal(RevealField(first, "phone", "card")).value == "+358401111111"
    assert aino.search("0401") == []
    assert [row.birth_year for row in aino.search("+358401111111")] == [0]


# --- comparing ---


def test_an_order_on_one_card_masks_the_history_of_a_field_of_another(
    world: NotebookWorld, aino: CardDesk
) -> None:
    first, second = aino.new(phone="+358401111111"), aino.new("Sami", protected=True)
    assert not open_field(aino.desk, OpenFieldHistory(first, "phone")).masked
    _merged(world, aino, first, second)
    told = open_field(aino.desk, OpenFieldHistory(first, "phone"))
    assert told.masked
    assert all("401111111" not in str(row.value) for row in told.rows)
    assert len(told.rows) == 1


def test_side_by_side_what_differs_is_marked_and_both_looks_are_logged(
    aino: CardDesk,
) -> None:
    first = aino.new(phone="+358401111111", email="sama@example.org")
    second = aino.new(phone="+358402222222", email="sama@example.org", contact_ok={"call": True})
    aino.note(second, "Yksi")
    aino.edit(second, situation={"housing": "homeless"})
    found = _merging(aino).compare(ComparePeople(second, first))
    assert (found.left.person, found.right.person, found.hindrance) == (first, second, "")
    assert (found.left.notes, found.right.notes) == (0, 1)
    by_name = {one.name: one for one in found.fields}
    assert {name for name, one in by_name.items() if one.differs} == {"phone"}
    assert by_name["contact_ok"].left is None
    assert (by_name["housing"].kind, by_name["housing"].left) == ("situation", None)
    assert aino.operations()[:2] == [("READ", "merge")] * 2


def test_people_of_two_teams_cannot_be_merged(world: NotebookWorld, aino: CardDesk) -> None:
    first = aino.new()
    also_give_other_team(world, AINO)
    move_to_other_team(world, AINO)
    second = aino.new()
    world.hub_says("city", world.grant_of(AINO))  # type: ignore[arg-type]
    assert aino.desk.entity(second).stream.endswith(OTHER_TEAM)
    assert _merging(aino).compare(ComparePeople(first, second)).hindrance == "other_team"
    with pytest.raises(NotSameTeam):
        _merging(aino).merge(MergePeople(first, second))


def test_cards_that_are_one_are_not_merged_again(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(), aino.new()
    merging = _merging(aino)
    assert merging.compare(ComparePeople(first, first)).hindrance == "same_card"
    merging.merge(MergePeople(first, second))
    for hindrance in ("waits", "already_one"):
        assert merging.compare(ComparePeople(first, second)).hindrance == hindrance
        with pytest.raises(GoneMeanwhile):
            merging.merge(MergePeople(first, second))
        world.sync()


def test_a_supervisor_separates_and_does_not_merge(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(), aino.new()
    world.sync()
    daniel = CardDesk(world, DANIEL)
    world.sync()
    assert _merging(daniel).compare(ComparePeople(first, second)).hindrance == "not_allowed"
    with pytest.raises(NotAllowed):
        _merging(daniel).merge(MergePeople(first, second))
    _merged(world, aino, first, second)
    _merging(daniel).part(UnmergePeople(second))
    world.sync()
    assert aino.open(first).cards == []


def test_nobody_merges_a_card_that_was_deleted(world: NotebookWorld, aino: CardDesk) -> None:
    first = aino.new()
    second = aino.new()
    made = aino.open(second).history[0].save
    assert made is not None
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(made))
    with pytest.raises(NotFound):
        _merging(aino).merge(MergePeople(first, second))


# --- what follows the person ---


def test_referrals_of_every_card_are_listed_together(world: NotebookWorld, aino: CardDesk) -> None:
    course, _ = publish(world, CARD_COURSE, REHAB)
    first, second = aino.new(), aino.new()
    referrals = Referrals(aino.desk, load_frames(resource("handouts"), aino.desk.codes))
    for one in (first, second):
        referrals.refer(Refer(one, [course], "information", follow_up="2026-06-04"))
    _merged(world, aino, first, second)
    for one in (first, second):
        view = referrals.list(ListReferrals(one))
        assert (view.person, [row.due for row in view.rows]) == (first, ["2026-06-04"] * 2)
    assert [row.card for row in aino.open(first).history if row.kind == "referral"] == [2, 1]


def test_files_of_every_card_are_listed_together_and_lie_where_their_referral_lies(
    world: NotebookWorld, tmp_path: Path
) -> None:
    files = FileDesk(world, AINO)
    aino = files.cards
    (course,) = publish(world, CARD_COURSE)
    first, second = aino.new(), aino.new()
    referrals = Referrals(aino.desk, load_frames(resource("handouts"), aino.desk.codes))
    referral = referrals.refer(Refer(second, [course], "information")).entity
    _merged(world, aino, first, second)
    paper = tmp_path / "todistus.txt"
    paper.write_text("Testitodistus", encoding="utf-8")
    for holder in (first, referral):
        files.attachments.add(AddAttachment(first, holder, str(paper)))
    view = files.attachments.list(ListAttachments(second))
    assert (view.person, len(view.rows)) == (first, 2)
    subjects = [aino.desk.entity(row.attachment).subject for row in view.rows]
    assert subjects == [second, first]


# --- review ---


def test_a_merge_is_reviewed_with_both_names_and_both_looks_are_logged(
    world: NotebookWorld, aino: CardDesk
) -> None:
    daniel = CardDesk(world, DANIEL)
    first, second = aino.new("Samir", "Haddad"), aino.new("Sami", "Testinen")
    _merged(world, aino, first, second)
    row = next(one for one in daniel.reviews.list_all(ListReview("waiting")).rows if one.kind == "merge")
    view = daniel.reviews.open(OpenReview(row.item, "review"))
    assert row.title == view.title == "Samir Haddad · Sami Testinen"
    assert [change.after for change in view.changes] == ["Samir Haddad · Sami Testinen"]
    assert daniel.operations()[:2] == [("READ", "review")] * 2


# --- separating ---


def test_separated_cards_are_as_they_were_with_what_came_since(world: NotebookWorld, aino: CardDesk) -> None:
    celia = CardDesk(world, CELIA)
    first, second = aino.new(phone="+358401111111"), aino.new(phone="+358402222222")
    _merged(world, aino, first, second)
    celia.note(celia.open(second).person, "Yhdistämisen jälkeen")
    world.sync()
    assert _merging(celia).part(UnmergePeople(second)).persons == 2
    waiting = celia.open(first)
    assert [one.leaving for one in waiting.cards] == [True]
    world.sync()
    views = aino.open(first), aino.open(second)
    assert [field_of(one, "phone").value for one in views] == ["+358401111111", "+358402222222"]
    assert [[row.text for row in one.history if row.kind == "note"] for one in views] == [
        ["Yhdistämisen jälkeen"], [],
    ]  # fmt: skip
    assert [one.cards for one in views] == [[], []]
    for one in views:
        assert [row.what for row in one.history if row.kind == "merge"] == ["separated", "merged"]


def test_a_card_that_joined_two_others_leaves_three(world: NotebookWorld, aino: CardDesk) -> None:
    first, second, third = aino.new(), aino.new(), aino.new()
    _merged(world, aino, first, second)
    _merged(world, aino, second, third)
    assert [one.person for one in aino.open(third).cards] == [second, third]
    assert _merging(aino).part(UnmergePeople(second)).persons == 3
    world.sync()
    assert [aino.open(one).cards for one in (first, second, third)] == [[], [], []]


def test_what_two_merged_alike_is_separated_once(world: NotebookWorld, aino: CardDesk) -> None:
    celia = CardDesk(world, CELIA)
    first, second = aino.new(), aino.new()
    world.sync()
    for one in (aino, celia):
        _merging(one).merge(MergePeople(first, second))
    world.sync()
    _merging(aino).part(UnmergePeople(second))
    world.sync()
    assert celia.open(first).cards == []
    with pytest.raises(GoneMeanwhile):
        _merging(celia).part(UnmergePeople(second))


def test_merging_and_separating_are_undone_from_the_history(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(), aino.new()
    _merged(world, aino, first, second)
    undoing = Undoing(aino.desk, writing=world.lane())
    for cards in (0, 1):
        newest = next(row for row in aino.open(first).history if row.kind == "merge")
        assert newest.save is not None
        undoing.undo(UndoSave(newest.save))
        world.sync()
        assert len(aino.open(first).cards) == cards


def test_a_merge_that_waits_is_taken_back_before_the_hub_has_it(world: NotebookWorld, aino: CardDesk) -> None:
    first, second = aino.new(), aino.new()
    save = _merging(aino).merge(MergePeople(first, second)).save
    assert aino.open(second).waiting[0].save == save
    Undoing(aino.desk, writing=world.lane()).undo(UndoSave(save))
    assert aino.open(second).waiting == []
    world.sync()
    assert aino.open(second).cards == []


def test_all_who_were_merged_are_listed_the_newest_first(world: NotebookWorld, aino: CardDesk) -> None:
    people = [aino.new(name) for name in ("Aatu", "Bea", "Cee", "Dee")]
    _merged(world, aino, people[0], people[1])
    _merging(aino).merge(MergePeople(people[2], people[3]))
    rows = _merging(aino).list_all(ListMerged()).rows
    assert [(row.names, row.by, row.waits) for row in rows] == [
        (["Cee Testinen", "Dee Testinen"], "Aino Aalto", True),
        (["Aatu Testinen", "Bea Testinen"], "Aino Aalto", False),
    ]
