# SPDX-License-Identifier: MIT
"""The waiting list of a stand: in order, in memory only, gone with its session."""

import pytest
from notebook_world import AINO, NotebookWorld
from stand import Stand

from desktop.notebook.errors import NotFound, TextTooLong
from desktop.notebook.messages.today import CloseSession
from desktop.notebook.messages.waiting import AddWaiting, CallNext, DropWaiting, ListWaiting, PutBack
from sync.records.ids import EntityId


def _names(stand: Stand, session: EntityId) -> list[tuple[int, str]]:
    return [(row.number, row.name) for row in stand.today.waiting.list(ListWaiting(session)).rows]


def test_who_came_first_is_called_first_and_a_nameless_one_by_a_number(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    waiting = aino.today.waiting
    for name in (" Samir ", "", "Mai"):
        waiting.add(AddWaiting(session, name))
    assert _names(aino, session) == [(1, "Samir"), (2, ""), (3, "Mai")]
    called = waiting.call(CallNext(session)).called
    assert called is not None
    assert called.name == "Samir"
    assert waiting.call(CallNext(session, 3)).called == waiting.put_back(PutBack(session)).rows[-1]
    assert waiting.drop(DropWaiting(session, 2)).called is not None
    assert _names(aino, session) == [(3, "Mai")]


def test_who_was_called_by_mistake_is_put_back_in_their_place_once(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    waiting = aino.today.waiting
    waiting.add(AddWaiting(session, "Samir"))
    waiting.add(AddWaiting(session, "Mai"))
    waiting.call(CallNext(session))
    waiting.put_back(PutBack(session))
    waiting.put_back(PutBack(session))
    assert _names(aino, session) == [(1, "Samir"), (2, "Mai")]


def test_nobody_comes_off_an_empty_list(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session
    assert aino.today.waiting.call(CallNext(session)).called is None


def test_the_list_is_gone_when_the_session_closes_here_or_on_another_laptop(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    first = aino.open().session
    aino.today.waiting.add(AddWaiting(first, "Samir"))
    aino.today.close(CloseSession(first, "", 0))
    assert _names(aino, first) == []
    second = aino.open().session
    aino.today.waiting.add(AddWaiting(second, "Mai"))
    aino.close(second)  # as a round brings it: not through this page's own ask
    assert _names(aino, second) == []
    with pytest.raises(NotFound):
        aino.today.waiting.add(AddWaiting(second, "Samir"))


def test_another_session_begins_with_nobody_and_with_number_one(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    first, second = aino.open().session, aino.open().session
    aino.today.waiting.add(AddWaiting(first, "Samir"))
    assert _names(aino, second) == []
    assert aino.today.waiting.add(AddWaiting(second, "")).rows[0].number == 1


def test_a_name_is_in_no_save_no_log_and_no_file(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    session = aino.open().session

    def written() -> list[tuple[str, int]]:
        with aino.desk.store.reading() as connection:
            tables = ("commits", "entities", "audit", "drafts", "settings")
            count = "SELECT count(*) FROM "
            return [(table, connection.execute(count + table).fetchone()[0]) for table in tables]

    before = written()
    aino.today.waiting.add(AddWaiting(session, "Samir"))
    aino.today.waiting.call(CallNext(session))
    assert written() == before


def test_a_name_is_no_longer_than_a_name(world: NotebookWorld) -> None:
    aino = Stand(world, AINO)
    with pytest.raises(TextTooLong):
        aino.today.waiting.add(AddWaiting(aino.open().session, "a" * 41))
