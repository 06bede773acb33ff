# SPDX-License-Identifier: MIT
"""Review: what the supervisor is offered, opens and says; what has changed since; and nobody's own work."""

import pytest
from card_desk import HETU, CardDesk, move_to_other_team
from notebook_world import AINO, BERTTA, DANIEL, TEAM, NotebookWorld
from stand import Stand

from desktop.notebook.errors import CommentRequired, NotFound, OwnWork
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.review import GiveReview, ListReview, OpenReview, ReviewRow
from desktop.notebook.messages.today import AnswerReview, UndoSave
from desktop.notebook.reviews import QUEUE_DAYS, Reviews, item_id
from desktop.notebook.sessions import LONGEST_DAY_MS
from sync.log.commit import Draft
from sync.records.ids import CITY, EntityId, derived_entity, new_entity, roster_entity, team_stream

STREAM = team_stream(TEAM)
DAY_MS = 86_400_000


class Morning:
    """Aino at a stand, Daniel at the queue."""

    def __init__(self, world: NotebookWorld) -> None:
        self.world = world
        self.aino, self.cards = Stand(world, AINO), CardDesk(world, AINO)
        self.daniel = Stand(world, DANIEL)
        self.reviews: Reviews = self.daniel.reviews

    def session(self, walk_ins: int = 2) -> EntityId:
        """Hold a session and close it; everybody has it."""
        one = self.aino.open().session
        for _ in range(walk_ins):
            self.aino.walk_in(one)
        self.aino.close(one, reflection="Hyvä aamu", score=4)
        self.world.sync()
        return one

    def queue(self, state: str = "waiting") -> list[ReviewRow]:
        """Return the rows of a state."""
        return self.reviews.list_all(ListReview(state)).rows

    def say(self, verdict: str, comment: str = "") -> str:
        """Say this about the only item that waits; everybody hears it."""
        (row,) = self.queue()
        self.reviews.give(GiveReview(row.item, verdict, comment))
        self.world.sync()
        return row.item


@pytest.fixture
def morning(world: NotebookWorld) -> Morning:
    """Return the two at work."""
    return Morning(world)


def test_a_session_is_offered_once_it_is_closed_with_its_walk_ins_as_one(morning: Morning) -> None:
    session = morning.aino.open().session
    morning.aino.walk_in(session)
    morning.aino.count(session, 3)
    morning.world.sync()
    assert morning.queue() == []
    morning.aino.close(session, reflection="Hyvä aamu")
    morning.world.sync()
    (row,) = morning.queue()
    assert (row.kind, row.title, row.by, row.mark) == ("session", "Testilän kirjasto", "Aino Aalto", Mark.NEW)
    view = morning.reviews.open(OpenReview(row.item))
    assert (view.visit_count, view.heads, view.reflection) == (1, 4, "Hyvä aamu")
    assert morning.reviews.waiting_count() == 1


def test_an_open_session_is_not_opened_by_its_id_either(morning: Morning) -> None:
    session = morning.aino.open().session
    morning.world.sync()
    made = morning.daniel.desk.reads.history(session)[0].id
    with pytest.raises(NotFound):
        morning.reviews.open(OpenReview(item_id(STREAM, made)))
    with pytest.raises(NotFound):
        morning.reviews.give(GiveReview(item_id(STREAM, made), "approved", ""))


def test_a_session_that_nobody_closed_is_offered_the_next_day(morning: Morning) -> None:
    morning.aino.walk_in(morning.aino.open().session)
    morning.world.sync()
    assert morning.queue() == []
    morning.world.clock.now += LONGEST_DAY_MS
    assert len(morning.queue()) == 1


def test_an_approved_session_with_a_new_walk_in_has_changed_since_review(morning: Morning) -> None:
    session = morning.session()
    morning.say("approved")
    assert [row.mark for row in morning.queue("finished")] == [Mark.APPROVED]
    morning.aino.walk_in(session)
    morning.world.sync()
    (row,) = morning.queue()
    assert row.mark is Mark.CHANGED_SINCE_REVIEW
    assert morning.reviews.open(OpenReview(row.item)).visit_count == 3
    morning.say("approved")
    assert morning.queue() == []
    assert [one.mark for one in morning.queue("finished")] == [Mark.APPROVED]


def test_a_walk_in_deleted_or_corrected_after_approval_is_a_change_too(morning: Morning) -> None:
    session = morning.aino.open().session
    saved = morning.aino.walk_in(session)
    morning.aino.close(session)
    morning.world.sync()
    morning.say("approved")
    morning.aino.undoing.undo(UndoSave(saved.save))
    morning.world.sync()
    assert [row.mark for row in morning.queue()] == [Mark.CHANGED_SINCE_REVIEW]


def test_a_verdict_waits_for_the_hub_until_it_is_numbered(morning: Morning) -> None:
    morning.session()
    (row,) = morning.queue()
    morning.reviews.give(GiveReview(row.item, "approved", ""))
    (done,) = morning.queue("finished")
    assert done.mark is Mark.WAITS_FOR_HUB
    (word,) = morning.reviews.open(OpenReview(row.item)).thread
    assert word.waits_for_hub
    morning.world.sync()
    assert morning.queue("finished")[0].mark is Mark.APPROVED


def test_a_return_and_a_question_need_a_comment(morning: Morning) -> None:
    morning.session()
    (row,) = morning.queue()
    for verdict in ("returned", "question"):
        with pytest.raises(CommentRequired):
            morning.reviews.give(GiveReview(row.item, verdict, "  "))
    assert [one.mark for one in morning.queue()] == [Mark.NEW]


def test_the_thread_tells_every_word_with_its_time_and_author(morning: Morning) -> None:
    session = morning.session()
    item = morning.say("question", "Oliko asiakkaita kaksi?")
    assert [row.item for row in morning.queue("returned")] == [item]
    (news,) = morning.aino.look().news
    morning.aino.today.news.answer(AnswerReview(news.review, "Kolme, yksi jäi kirjaamatta"))
    morning.world.sync()
    assert [row.item for row in morning.queue()] == [item]
    morning.aino.walk_in(session)
    morning.world.sync()
    morning.say("approved")
    thread = morning.reviews.open(OpenReview(item)).thread
    assert [(row.verdict, row.text, row.by) for row in thread] == [
        ("question", "Oliko asiakkaita kaksi?", "Daniel Dahl"),
        ("reply", "Kolme, yksi jäi kirjaamatta", "Aino Aalto"),
        ("approved", "", "Daniel Dahl"),
    ]
    assert all(row.at > 0 for row in thread)
    assert [row.at for row in thread] == sorted(row.at for row in thread)


def test_saves_about_a_person_are_reviewed_one_by_one_with_before_and_after(morning: Morning) -> None:
    person = morning.cards.new(phone="+358401111111", hetu=HETU)
    morning.cards.edit(person, phone="+358402222222")
    morning.cards.note(person, "Soittaa perjantaina")
    morning.world.sync()
    rows = morning.queue()
    assert [(row.kind, row.what, row.title) for row in rows] == [
        ("person", "created", "Samir Testinen"),
        ("person", "changed", "Samir Testinen"),
        ("note", "changed", "Samir Testinen"),
    ]
    first, second = (morning.reviews.open(OpenReview(row.item)) for row in rows[:2])
    (change,) = second.changes
    assert (change.field, change.before, change.after) == ("phone", "+358401111111", "+358402222222")
    assert HETU not in repr(first)
    assert {one.field: one.changed_since for one in first.changes}["phone"]


def test_a_supervisor_reads_names_of_staff_and_nothing_that_only_says_when_and_where(
    morning: Morning,
) -> None:
    person = morning.cards.new()
    morning.cards.note(person, "Etsii töitä.")
    morning.world.sync()
    card, note = (morning.reviews.open(OpenReview(row.item)).changes for row in morning.queue())
    assert {one.field: one.after for one in card}["responsible"] == "Aino Aalto"
    assert {one.field: one.after for one in note} == {"text": "Etsii töitä."}


def test_opening_an_item_is_logged_with_its_reason(morning: Morning) -> None:
    person = morning.cards.new()
    morning.world.sync()
    morning.reviews.open(OpenReview(morning.queue()[0].item, "sample"))
    event = morning.daniel.desk.store.audit_rows(newest=1)[0].event
    assert (event["operation"], event["reason"], event["target"]["id"]) == ("READ", "sample", person.hex())


def test_one_item_of_a_person_approved_leaves_the_others_waiting(morning: Morning) -> None:
    person = morning.cards.new()
    morning.cards.note(person, "x")
    morning.world.sync()
    first = morning.queue()[0]
    morning.reviews.give(GiveReview(first.item, "approved", ""))
    morning.world.sync()
    assert [row.kind for row in morning.queue()] == ["note"]
    assert [row.item for row in morning.queue("finished")] == [first.item]


def test_a_change_of_a_person_says_in_the_queue_which_fields_it_wrote(morning: Morning) -> None:
    person = morning.cards.new()
    morning.cards.edit(person, phone="+358401111111", contact_ok={"sms": True})
    morning.cards.edit(person, situation={"housing": "own"})
    morning.cards.note(person, "x")
    morning.world.sync()
    told = [(row.kind, row.what, row.wrote) for row in morning.queue()][1:]
    assert told == [
        ("person", "changed", ["person/contact_ok", "person/phone"]),
        ("situation", "changed", ["situation/housing"]),
        ("note", "changed", []),
    ]


def test_own_work_is_not_offered_and_refused_by_its_id(world: NotebookWorld) -> None:
    both = derived_entity(roster_entity(BERTTA), "second grant")
    fields = {"staff": BERTTA, "team": TEAM, "role": "supervisor", "from": 0, "until": None}
    world.hub_says(CITY, Draft("grant", both, None, 1, {name: (value, ()) for name, value in fields.items()}))
    cards = CardDesk(world, BERTTA)
    person = cards.new()
    world.sync()
    assert cards.desk.can_review()
    assert cards.reviews.list_all(ListReview("waiting")).rows == []
    mine = item_id(STREAM, cards.desk.reads.history(person)[0].id)
    assert cards.reviews.open(OpenReview(mine)).own_work
    with pytest.raises(OwnWork):
        cards.reviews.give(GiveReview(mine, "approved", ""))


def test_an_adviser_and_another_teams_supervisor_open_nothing_by_id(morning: Morning) -> None:
    morning.session()
    (row,) = morning.queue()
    bertta = Stand(morning.world, BERTTA)
    morning.world.sync()
    with pytest.raises(NotFound):
        bertta.reviews.open(OpenReview(row.item))
    with pytest.raises(NotFound):
        bertta.reviews.give(GiveReview(row.item, "approved", ""))
    assert bertta.reviews.waiting_count() == 0
    move_to_other_team(morning.world, DANIEL)
    assert morning.queue() == []
    with pytest.raises(NotFound):
        morning.reviews.open(OpenReview(row.item))
    with pytest.raises(NotFound):
        morning.reviews.give(GiveReview(row.item, "approved", ""))


@pytest.mark.parametrize("item", ["", "x|y|z", f"{STREAM}|00|1|00", f"{STREAM}|{'00' * 16}|1|{'00' * 8}"])
def test_an_item_that_is_none_is_not_found(morning: Morning, item: str) -> None:
    with pytest.raises(NotFound):
        morning.reviews.open(OpenReview(item))


def test_the_queue_looks_two_weeks_back_or_at_the_days_asked_for(morning: Morning) -> None:
    morning.session()
    begun = morning.queue()[0].at
    assert len(morning.reviews.list_all(ListReview("waiting", day_start=begun - 1)).rows) == 1
    assert morning.reviews.list_all(ListReview("waiting", day_start=begun - 1 - DAY_MS)).rows == []
    two = ListReview("waiting", day_start=begun - 1 - DAY_MS, days=2)
    assert len(morning.reviews.list_all(two).rows) == 1
    morning.world.clock.now += (QUEUE_DAYS + 1) * DAY_MS
    assert morning.queue() == []


def test_counts_and_teams_stand_beside_every_list(morning: Morning) -> None:
    morning.session()
    morning.cards.new()
    morning.world.sync()
    session, card = sorted(morning.queue(), key=lambda row: row.kind, reverse=True)
    morning.reviews.give(GiveReview(session.item, "returned", "Täydennä"))
    morning.world.sync()
    queue = morning.reviews.list_all(ListReview("waiting", newest_first=True))
    assert (queue.waiting, queue.returned, queue.finished) == (1, 1, 0)
    assert [row.item for row in queue.rows] == [card.item]
    assert [(one.team, one.name) for one in queue.teams] == [(TEAM, "Testitiimi")]
    assert morning.reviews.list_all(ListReview("waiting", team="t00000000000000b2")).rows == []


def test_a_save_that_the_hub_has_quarantined_is_not_offered_nor_opened_by_its_id(morning: Morning) -> None:
    person = morning.cards.new()
    morning.cards.edit(person, phone="+358401111111")
    morning.world.sync()
    created, changed = morning.queue()
    held = morning.daniel.desk.reads.history(person)[1].id
    order = {"commit": [held.writer, held.n, held.mark], "reason": "revoked", "at": 1}
    about = Draft("quarantine", new_entity(1), None, 1, {name: (value, ()) for name, value in order.items()})
    morning.world.hub_says(STREAM, about)
    morning.world.sync()
    assert [row.item for row in morning.queue()] == [created.item]
    assert morning.queue()[0].mark is Mark.NEW
    with pytest.raises(NotFound):
        morning.reviews.open(OpenReview(changed.item))
    with pytest.raises(NotFound):
        morning.reviews.give(GiveReview(changed.item, "approved", ""))
