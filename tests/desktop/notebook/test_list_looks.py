# SPDX-License-Identifier: MIT
"""Lists of names reach the access log once they have stood, and at lock; letters in between do not."""

import time
from collections.abc import Iterator

import pytest
from card_desk import CardDesk
from notebook_world import AINO, NotebookWorld

from desktop.notebook.lanes import Lane
from desktop.notebook.list_looks import ListLooks
from desktop.notebook.messages.people import SearchPeople


@pytest.fixture
def writing() -> Iterator[Lane]:
    """A lane that writes."""
    lane = Lane("writing")
    yield lane
    lane.stop()


def _lists(world: NotebookWorld) -> list[tuple[str, int]]:
    rows = world.desk(AINO).store.audit_rows()
    return [(row.event["reason"], row.event["rows"]) for row in rows if row.event["operation"] == "LIST"]


def test_a_list_that_stood_is_logged_once_with_its_reason_and_how_many(
    world: NotebookWorld, writing: Lane
) -> None:
    looks = ListLooks(world.desk(AINO), writing, standing_seconds=0.05)
    for rows in (50, 14, 3):
        looks.shown("search", rows)
    end = time.monotonic() + 5
    while not _lists(world) and time.monotonic() < end:
        time.sleep(0.01)
    assert _lists(world) == [("search", 3)]


def test_what_is_on_the_screen_at_lock_is_logged_and_an_empty_list_never(
    world: NotebookWorld, writing: Lane
) -> None:
    looks = ListLooks(world.desk(AINO), writing, standing_seconds=60)
    looks.shown("recent", 7)
    looks.flush()
    looks.flush()
    looks.shown("search", 0)
    looks.flush()
    assert _lists(world) == [("recent", 7)]


def test_a_search_notes_its_list(world: NotebookWorld) -> None:
    cards = CardDesk(world, AINO)
    cards.new()
    cards.people.search(SearchPeople("samir", "all"))
    cards.people.looks.flush()
    assert _lists(world) == [("search", 1)]
