# SPDX-License-Identifier: MIT
"""Sessions that are to come: planned, seen by those they name, begun and closed like any other."""

from typing import Any

import pytest
from notebook_world import AINO, BERTTA, CELIA, DANIEL, DAY_START, LIBRARY, MARKET, NotebookWorld
from stand import Stand

from desktop.notebook.errors import FieldRefused, GoneMeanwhile, NoPlace, NotFound
from desktop.notebook.messages.review import ListReview
from desktop.notebook.messages.today import DropPlan, PlanSession, SessionPlanned, UndoSave

HOUR = 3_600_000
DAY = 24 * HOUR


def _plan(stand: Stand, **more: Any) -> SessionPlanned:  # noqa: ANN401 - an ask's fields
    ask: dict[str, Any] = {
        "point": MARKET.hex(), "place": "", "starts": DAY_START + 2 * DAY, "form": "popup", "goal_visits": 20,
        "goal_text": "nuoria", "staff": [CELIA], "partners": "Kela",
    }  # fmt: skip
    return stand.today.planned.plan(PlanSession(**(ask | more)))


def test_a_plan_stands_on_today_of_who_made_it_and_of_whom_it_names(world: NotebookWorld) -> None:
    aino, bertta, celia = Stand(world, AINO), Stand(world, BERTTA), Stand(world, CELIA)
    _plan(aino, starts=DAY_START + 3 * DAY, place="Stoa", point="")
    planned = _plan(aino)
    world.sync()
    rows = aino.look().planned
    assert [(row.place, row.by) for row in rows] == [("Testitori", ""), ("Stoa", "")]
    assert (rows[0].session, rows[0].point, rows[0].goal_visits, rows[0].goal_text, rows[0].partners) == (
        planned.session, MARKET.hex(), 20, "nuoria", "Kela",
    )  # fmt: skip
    assert [row.by for row in celia.look().planned] == ["Aino Aalto", "Aino Aalto"]
    assert celia.look().planned[0].staff == [AINO]
    assert bertta.look().planned == []
    assert aino.look().session is None
    assert aino.look().last_place is None


def test_a_plan_begins_as_the_session_that_it_is(world: NotebookWorld) -> None:
    aino, celia = Stand(world, AINO), Stand(world, CELIA)
    planned = _plan(aino, starts=DAY_START + 20 * HOUR).session
    world.sync()
    opened = celia.open(planned=planned, point=LIBRARY.hex(), goal_visits=25, goal_text="", partners="")
    assert (opened.session, opened.place, opened.goal_visits) == (planned, "Testilän kirjasto", 25)
    assert opened.opened_at < DAY_START + 20 * HOUR
    assert sorted(opened.staff_names) == ["Aino Aalto", "Celia Cajander"]
    assert celia.look().planned == []
    view = celia.look().session
    assert view is not None
    assert view.session == planned
    with pytest.raises(GoneMeanwhile):
        celia.open(planned=planned)
    closed = celia.close(planned, reflection="hyvin meni", score=4)
    assert closed.closed_at


def test_a_plan_needs_a_place_and_a_time_that_is_to_come(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    with pytest.raises(NoPlace):
        _plan(aino, point="", place=" ")
    with pytest.raises(FieldRefused):
        _plan(aino, starts=DAY_START)
    assert aino.look().planned == []


def test_a_plan_is_taken_off_and_brought_back_but_not_once_it_has_begun(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    planned = _plan(aino)
    dropped = aino.today.planned.drop(DropPlan(planned.session))
    assert aino.look().planned == []
    aino.undoing.undo(UndoSave(dropped.save))
    assert len(aino.look().planned) == 1
    aino.today.planned.drop(DropPlan(planned.session))
    aino.undoing.undo(UndoSave(_plan(aino).save))
    assert aino.look().planned == []
    begun = _plan(aino).session
    aino.open(planned=begun)
    with pytest.raises(NotFound):
        aino.today.planned.drop(DropPlan(begun))


def test_a_supervisor_reviews_no_plan_however_old_it_is(world: NotebookWorld) -> None:
    aino, daniel = Stand(world, AINO), Stand(world, DANIEL)
    _plan(aino)
    world.sync()
    world.clock.now += 5 * DAY
    assert daniel.reviews.list_all(ListReview("waiting")).rows == []
    assert aino.look().last_place is None
