# SPDX-License-Identifier: MIT
"""Groups at a stand: counted among the heads, changed by who wrote them, taken back; heads that become visits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notebook_world import AINO, BERTTA, CELIA, DANIEL, NotebookWorld
from stand import Stand

from desktop.notebook.errors import FieldRequired, NotAllowed
from desktop.notebook.messages.group_events import RemoveGroup
from desktop.notebook.messages.review import ListReview, OpenReview
from desktop.notebook.messages.today import SaveId, UndoSave
from desktop.store.errors import FieldRefused

_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("visit"), st.just(1)),
        st.tuples(st.just("split"), st.just(1)),
        st.tuples(st.just("group"), st.integers(1, 60)),
        st.tuples(st.just("heads"), st.integers(-3, 5)),
        st.tuples(st.just("undo"), st.integers(0, 30)),
    ),
    max_size=12,
)


def test_a_group_stands_in_todays_list_and_its_people_are_heads(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    aino.walk_in(session)
    aino.count(session, 3)
    saved = aino.group(
        session, 24, theme="cv_application", language="fi", duration="60_plus", partner=" Kuntoutussäätiö "
    )
    view = aino.look()
    assert view.groups == [saved.row]
    assert saved.row is not None
    assert (saved.row.size, saved.row.partner, saved.row.text) == (24, "Kuntoutussäätiö", "")
    assert view.session is not None
    assert (view.session.visits, view.session.groups, view.session.group_heads) == (1, 1, 24)
    assert (view.session.unrecorded, view.session.heads) == (3, 28)
    assert view.unsent == 2


def test_what_was_not_asked_of_a_group_is_not_written(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    saved = aino.group(session)
    assert saved.row is not None
    fields = aino.desk.entity(saved.row.event).values
    assert fields == {"session": session, "at": saved.row.at, "kind": "workshop", "size": 12}


def test_a_group_needs_a_kind_and_people(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    for refused in ({"kind": ""}, {"size": 0}):
        with pytest.raises(FieldRequired):
            aino.group(session, **refused)
    for unknown in ({"kind": "party"}, {"size": 2001}):
        with pytest.raises(FieldRefused):
            aino.group(session, **unknown)
    assert aino.look().groups == []


def test_a_group_is_taken_back_as_a_visit_is(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    saved = aino.group(session)
    aino.undoing.undo(UndoSave(saved.save))
    view = aino.look()
    assert view.session is not None
    assert (view.groups, view.session.heads) == ([], 0)


def test_who_wrote_a_group_changes_it_and_takes_it_off_and_nobody_else_does(world: NotebookWorld) -> None:
    aino, celia = Stand(world, AINO), Stand(world, CELIA)
    session = aino.open().session
    row = aino.group(session, 10, theme="housing").row
    assert row is not None
    changed = aino.group(session, 14, kind="info", theme="", event=row.event)
    assert changed.row is not None
    assert (changed.row.kind, changed.row.size, changed.row.theme) == ("info", 14, "")
    aino.undoing.undo(UndoSave(changed.save))
    assert [(one.size, one.theme) for one in aino.look().groups] == [(10, "housing")]
    world.sync()
    with pytest.raises(NotAllowed):
        celia.group(session, 99, event=row.event)
    removed = aino.today.groups.remove(RemoveGroup(row.event))
    assert aino.look().groups == []
    aino.undoing.undo(UndoSave(removed.save))
    assert [one.size for one in aino.look().groups] == [10]


def test_a_colleague_on_the_same_laptop_sees_the_group_with_whose_it_is(world: NotebookWorld) -> None:
    aino, bertta = Stand(world, AINO), Stand(world, BERTTA)
    aino.group(aino.open().session)
    world.hand_over(AINO, BERTTA)
    (row,) = bertta.look().groups
    assert row.by == "Aino Aalto"


def test_the_supervisor_sees_a_session_with_its_groups_and_a_new_one_makes_it_another(
    world: NotebookWorld,
) -> None:
    aino, daniel = Stand(world, AINO), Stand(world, DANIEL)
    session = aino.open().session
    aino.walk_in(session)
    row = aino.group(session, 24).row
    aino.close(session)
    world.sync()
    (item,) = daniel.reviews.list_all(ListReview("waiting")).rows
    assert daniel.reviews.open(OpenReview(item.item, "review")).heads == 25
    daniel.review("approved", "")
    world.sync()
    assert daniel.reviews.list_all(ListReview("waiting")).rows == []
    assert row is not None
    aino.group(session, 30, event=row.event)
    world.sync()
    assert len(daniel.reviews.list_all(ListReview("waiting")).rows) == 1


def test_a_head_that_becomes_a_visit_is_no_longer_counted_beside_it_and_undo_gives_it_back(
    world: NotebookWorld,
) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    aino.count(session, 1)
    saved = aino.walk_in(session, from_heads=True)
    counts = aino.today.sessions.view(session)
    assert (counts.visits, counts.unrecorded, counts.heads) == (1, 0, 1)
    aino.walk_in(session, from_heads=True)  # nobody is left to take off; the visit is kept all the same
    counts = aino.today.sessions.view(session)
    assert (counts.visits, counts.unrecorded, counts.heads) == (2, 0, 2)
    aino.undoing.undo(UndoSave(saved.save))
    counts = aino.today.sessions.view(session)
    assert (counts.visits, counts.unrecorded, counts.heads) == (1, 1, 2)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=_ACTS)
def test_heads_are_visits_groups_and_counted_heads_whatever_was_done(
    world: NotebookWorld, acts: list[tuple[str, int]]
) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    saves: list[SaveId] = []
    for what, number in acts:
        if what == "undo":
            if saves:
                aino.undoing.undo(UndoSave(saves.pop(number % len(saves))))
        elif what == "heads":
            aino.count(session, number)
        elif what == "group":
            saves.append(aino.group(session, number).save)
        else:
            before = aino.today.sessions.view(session)
            saves.append(aino.walk_in(session, from_heads=what == "split").save)
            after = aino.today.sessions.view(session)
            new = 0 if what == "split" and before.unrecorded else 1
            assert after.heads == before.heads + new
        view = aino.today.sessions.view(session)
        sizes = [int(row.values["size"]) for row in aino.desk.reads.stand.groups_of(session)]
        assert view.heads == view.visits + sum(sizes) + view.unrecorded
        assert view.unrecorded >= 0
    aino.close(session)
