# SPDX-License-Identifier: MIT
"""Today: sessions, walk-ins, counts, and what came back from review."""

import pytest
from notebook_world import AINO, BERTTA, CELIA, DANIEL, LIBRARY, MARKET, MORNING, TEAM, NotebookWorld
from stand import Stand

from desktop.notebook.errors import FieldRequired, GoneMeanwhile, NoPlace, NotAllowed, NotFound, NoTopic
from desktop.notebook.faults import report_of
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import AnswerReview
from desktop.notebook.visits import DRAFT
from desktop.store.changes import Change
from desktop.store.errors import FieldRefused
from sync.records.ids import EntityId, team_stream

STREAM = team_stream(TEAM)


def test_a_day_begins_with_no_session_and_the_places_of_the_team(world: NotebookWorld) -> None:
    today = Stand(world, AINO).look()
    assert today.session is None
    assert [one.name for one in today.places] == ["Testilän kirjasto", "Testitori"]
    assert [one.name for one in today.staff] == ["Bertta Berg", "Celia Cajander", "Daniel Dahl"]
    assert today.last_place is None
    assert today.visits == []


def test_twenty_five_walk_ins_and_a_burst_of_heads_count_exactly(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    for _ in range(25):
        aino.walk_in(session)
    aino.count(session, 4)
    aino.count(session, -1)
    view = aino.look()
    assert view.session is not None
    assert (view.session.visits, view.session.unrecorded, view.session.heads) == (25, 3, 28)
    assert (len(view.visits), view.unsent) == (25, 25)


def test_taking_heads_away_stops_at_nobody(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    aino.count(session, 2)
    assert aino.count(session, -5).heads == 0


def test_a_walk_in_says_what_was_chosen_and_nothing_else(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    saved = aino.walk_in(
        session,
        "housing",
        "job_search",
        age="25_29",
        language="so",
        outcomes=["referral"],
        note="  ei kiirettä ",
    )
    fields = aino.desk.entity(saved.row.visit).values
    assert fields == {
        "session": session, "at": saved.row.at, "channel": "on_site", "topics/housing": True,
        "topics/job_search": True, "age": "25_29", "language": "so", "outcomes/referral": True,
        "note": "ei kiirettä",
    }  # fmt: skip
    assert saved.row == aino.look().visits[0]
    assert saved.row.marks == [Mark.UNSENT]


def test_a_session_opens_with_everything_that_was_said_and_closes_with_a_reflection(
    world: NotebookWorld,
) -> None:
    aino = Stand(world, AINO)
    opened = aino.open(goal_visits=30, goal_text="nuoria", staff=[BERTTA], partners="Kirjasto")
    assert (opened.place, opened.form, opened.goal_visits, opened.goal_text) == (
        "Testilän kirjasto", "popup", 30, "nuoria",
    )  # fmt: skip
    assert sorted(opened.staff_names) == ["Aino Aalto", "Bertta Berg"]
    assert (opened.partners, opened.closed_at, opened.mine) == ("Kirjasto", 0, True)
    closed = aino.close(opened.session, reflection="Vilkas päivä", score=4)
    assert closed.closed_at > opened.opened_at
    values = aino.desk.entity(opened.session).values
    assert (values["reflection"], values["score"]) == ("Vilkas päivä", 4)
    assert aino.look().session is None
    with pytest.raises(GoneMeanwhile):
        aino.close(opened.session)


def test_the_next_session_is_filled_in_from_the_last(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    aino.close(aino.open(point=MARKET.hex(), form="street", goal_visits=12, goal_text="jututetaan").session)
    today = aino.look()
    assert today.last_place is not None
    assert (today.last_place.name, today.last_place.point) == ("Testitori", MARKET.hex())
    assert (today.last_form, today.last_goal_visits, today.last_goal_text) == ("street", 12, "jututetaan")


def test_a_place_may_be_typed_by_hand(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    assert aino.open(point="", place=" Kauppakeskus ").place == "Kauppakeskus"
    last = aino.look().last_place
    assert last is not None
    assert (last.point, last.name) == ("", "Kauppakeskus")


def test_a_session_without_a_place_is_refused_and_nothing_is_saved(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    with pytest.raises(NoPlace) as refused:
        aino.open(point="", place="  ")
    report = report_of(refused.value)
    assert report is not None
    assert report.problem is Problem.NO_PLACE
    assert aino.desk.reads.sending.unsent_count() == 0


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"note": "x" * 281}, Problem.TEXT_TOO_LONG),
        ({"language": "klingon"}, Problem.FIELD_REFUSED),
        ({"outcomes": ["miracle"]}, Problem.FIELD_REFUSED),
    ],
)
def test_a_walk_in_that_does_not_fit_is_refused_by_name_and_the_day_is_as_it_was(
    world: NotebookWorld, asked: dict[str, object], problem: Problem
) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    kept = aino.walk_in(session).row
    with pytest.raises(FieldRefused) as refused:
        aino.walk_in(session, **asked)
    report = report_of(refused.value)
    assert report is not None
    assert report.problem is problem
    assert report.facts["field"] in {"note", "language", "outcomes/miracle"}
    assert aino.look().visits == [kept]


def test_a_saved_walk_in_is_a_draft_no_longer_whatever_happens_to_the_window(world: NotebookWorld) -> None:
    stand = Stand(world, AINO)
    session = stand.open().session
    stand.desk.store.shelf.put_draft(DRAFT, {"topics": "housing"}, time_ms=stand.desk.now())
    stand.walk_in(session)
    assert stand.desk.store.shelf.draft(DRAFT) is None


def test_a_walk_in_needs_a_topic(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    with pytest.raises(NoTopic):
        aino.walk_in(session, "")
    assert aino.look().visits == []


def test_a_walk_in_at_an_unknown_session_is_not_found(world: NotebookWorld) -> None:
    with pytest.raises(NotFound):
        Stand(world, AINO).walk_in(EntityId(bytes(16)))


def test_calls_at_the_desk_share_one_closed_session_at_the_last_place(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    aino.close(aino.open(point=MARKET.hex()).session)
    first, second = (aino.walk_in(None, channel="phone") for _ in range(2))
    homes = {aino.desk.entity(one.row.visit).values["session"] for one in (first, second)}
    assert len(homes) == 1
    home = aino.desk.entity(homes.pop()).values
    assert (home["place"]["name"], home["form"], home["state"]["status"]) == (
        "Testitori",
        "drop_in",
        "closed",
    )
    today = aino.look()
    assert today.session is None
    assert [row.visit for row in today.visits] == [second.row.visit, first.row.visit]


def test_a_call_at_the_desk_does_not_change_what_the_next_point_is_filled_in_with(
    world: NotebookWorld,
) -> None:
    aino = Stand(world, AINO)
    aino.close(aino.open(point=MARKET.hex(), form="popup", goal_visits=15).session)
    before = aino.look()
    world.clock.now += 60_000
    aino.walk_in(None, channel="phone")
    after = aino.look()
    assert (before.last_form, before.last_goal_visits) == ("popup", 15)
    assert (after.last_place, after.last_form, after.last_goal_visits) == (before.last_place, "popup", 15)


def test_a_call_at_the_desk_with_no_place_ever_is_refused(world: NotebookWorld) -> None:
    with pytest.raises(NoPlace):
        Stand(world, AINO).walk_in(None)


def test_a_colleagues_session_elsewhere_is_not_mine(world: NotebookWorld) -> None:
    celia = Stand(world, CELIA)
    celia.walk_in(celia.open().session)
    aino = Stand(world, AINO)
    world.sync()
    assert aino.look().session is None
    assert aino.look().visits == []


def test_a_session_that_names_me_is_mine_wherever_it_was_opened(world: NotebookWorld) -> None:
    aino, celia = Stand(world, AINO), Stand(world, CELIA)
    session = celia.open(staff=[AINO]).session
    celia.walk_in(session)
    world.sync()
    today = aino.look()
    assert today.session is not None
    assert (today.session.session, today.session.mine) == (session, True)
    assert [(row.by, row.marks) for row in today.visits] == [("Celia Cajander", [Mark.DELIVERED])]
    aino.walk_in(session)
    assert aino.look().visits[0].marks == [Mark.UNSENT]


def test_the_session_of_yesterday_is_not_open_today(world: NotebookWorld) -> None:
    world.clock.now = MORNING - 24 * 3_600_000
    aino = Stand(world, AINO)
    aino.open()
    world.clock.now = MORNING
    today = aino.look()
    assert today.session is None
    assert today.last_place is not None


def test_a_supervisor_counts_no_visits(world: NotebookWorld) -> None:
    daniel = Stand(world, DANIEL)
    session = daniel.open().session
    with pytest.raises(NotAllowed):
        daniel.walk_in(session)


def test_what_the_supervisor_returns_is_news_until_it_changes(world: NotebookWorld) -> None:
    aino, daniel = Stand(world, AINO), Stand(world, DANIEL)
    session = aino.open().session
    aino.walk_in(session)
    aino.close(session)
    world.sync()
    daniel.review("returned", "Puuttuu kieli")
    world.sync()
    today = aino.look()
    (news,) = today.news
    assert (news.verdict, news.comment, news.by) == ("returned", "Puuttuu kieli", "Daniel Dahl")
    assert (news.about_kind, news.about_text, news.about) == ("session", "Testilän kirjasto", session)
    assert (news.replied, news.waits_for_hub, aino.today.news.unanswered()) == (False, False, 1)
    assert today.visits[0].marks == [Mark.DELIVERED, Mark.RETURNED]
    aino.today.news.answer(AnswerReview(news.review, "Hän ei kertonut"))
    assert [one.replied for one in aino.look().news] == [True]
    assert aino.today.news.unanswered() == 0
    aino.desk.save(
        [(STREAM, [Change(kind="session", entity=session, fields={"reflection": "Kielet lisätty"})])]
    )
    assert aino.look().news == []


def test_what_was_approved_today_is_news_and_a_mark(world: NotebookWorld) -> None:
    aino, daniel = Stand(world, AINO), Stand(world, DANIEL)
    session = aino.open().session
    aino.walk_in(session)
    aino.close(session)
    world.sync()
    daniel.review("approved", "")
    assert aino.look().news == []
    world.sync()
    today = aino.look()
    assert [(one.verdict, one.about) for one in today.news] == [("approved", session)]
    assert today.visits[0].marks == [Mark.DELIVERED, Mark.APPROVED]
    assert aino.today.news.unanswered() == 0


def test_an_empty_answer_is_refused(world: NotebookWorld) -> None:
    with pytest.raises(FieldRequired):
        Stand(world, AINO).today.news.answer(AnswerReview(LIBRARY, "  "))
