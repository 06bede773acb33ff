# SPDX-License-Identifier: MIT
"""What the hub and colleagues tell a person stays until they have seen it."""

import pytest
from card_desk import OTHER_TEAM, CardDesk, also_give_other_team
from notebook_world import AINO, DANIEL, MORNING, TEAM, NotebookWorld
from transfer_desk import TransferDesk, draft, notice, other_team

from desktop.notebook.errors import NotFound
from desktop.notebook.messages.notices import DismissNotice, ListNotices, NoticeRow
from sync.records.ids import CITY, new_entity, staff_stream


def _rows(desk: TransferDesk) -> list[NoticeRow]:
    return desk.notices.list_all(ListNotices()).rows


def test_a_word_of_the_hub_is_told_with_who_what_and_why(world: NotebookWorld) -> None:
    other_team(world)
    aino = TransferDesk(world, AINO)
    notice(
        world,
        AINO,
        "forwarded",
        kind="note",
        reason="forbidden",
        comment="Kuuluu heille",
        by=DANIEL,
        team=OTHER_TEAM,
    )
    (row,) = _rows(aino)
    assert (row.what, row.kind, row.reason, row.comment) == (
        "forwarded",
        "note",
        "forbidden",
        "Kuuluu heille",
    )
    assert (row.by, row.team, row.person) == ("Daniel Dahl", "Toinen tiimi", None)
    assert aino.notices.count() == 1


def test_it_leads_to_the_person_where_the_card_is_here_and_names_nobody_where_it_is_not(
    world: NotebookWorld,
) -> None:
    aino = TransferDesk(world, AINO)
    person = CardDesk(world, AINO).new("Samir", "Testinen")
    notice(world, AINO, "late_work", about=person)
    notice(world, AINO, "moved_out", about=new_entity())
    gone, late = _rows(aino)
    assert (late.person, late.name) == (person, "Samir Testinen")
    assert (gone.person, gone.name) == (None, "")


def test_what_was_seen_is_gone_and_stays_gone(world: NotebookWorld) -> None:
    aino = TransferDesk(world, AINO)
    one, other = notice(world, AINO, "held"), notice(world, AINO, "released")
    aino.notices.dismiss(DismissNotice(one))
    assert [row.notice for row in _rows(aino)] == [other]
    before = len(aino.desk.reads.sending.unsent())
    aino.notices.dismiss(DismissNotice(one))
    assert len(aino.desk.reads.sending.unsent()) == before
    with pytest.raises(NotFound):
        aino.notices.dismiss(DismissNotice(new_entity()))


def test_a_colleagues_message_stands_among_them(world: NotebookWorld) -> None:
    aino = TransferDesk(world, AINO)
    words = draft("message", text="Soita Liisalle", at=MORNING, from_=DANIEL)
    world.hub_says(staff_stream(AINO), words)
    (row,) = _rows(aino)
    assert (row.what, row.comment, row.by) == ("message", "Soita Liisalle", "Daniel Dahl")


def test_a_grant_that_has_ended_says_whose_data_went_and_what_is_still_to_be_sent(
    world: NotebookWorld,
) -> None:
    aino, cards = TransferDesk(world, AINO), CardDesk(world, AINO)
    cards.new()
    also_give_other_team(world, AINO)
    assert _rows(aino) == []
    world.hub_says(CITY, world.grant_of(AINO, until=world.clock.now - 1000))
    (row,) = _rows(aino)
    assert (row.what, row.team, row.unsent) == ("team_left", "Testitiimi", 1)
    aino.notices.dismiss(DismissNotice(row.notice))
    assert _rows(aino) == []


def test_a_grant_that_ended_long_ago_or_of_which_another_holds_says_nothing(world: NotebookWorld) -> None:
    aino = TransferDesk(world, AINO)
    world.hub_says(CITY, world.grant_of(AINO, until=1))
    assert _rows(aino) == []
    again = draft("grant", staff=AINO, team=TEAM, role="coach", until=None, from_=0)
    world.hub_says(CITY, world.grant_of(AINO, until=world.clock.now - 1000), again)
    assert _rows(aino) == []
