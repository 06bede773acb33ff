# SPDX-License-Identifier: MIT
"""Two lines of the queue never read the same: a change names its fields, and what still is alike is counted."""

import pytest
from msgspec.structs import replace
from people_world import people_notebook, tools_with
from review_queue import NOW, ROWS

from desktop.ui.app import Dressed
from desktop.ui.page import Tools
from desktop.ui.review.titles import queue_rows

CHANGED = replace(ROWS[1], wrote=["person/phone", "person/email"])


@pytest.fixture
def tools(dressed: Dressed) -> Tools:
    """What a page works with, in Finnish."""
    return tools_with(dressed, people_notebook())


def test_a_change_of_a_person_names_what_was_changed(tools: Tools) -> None:
    (row,) = queue_rows([CHANGED], NOW, tools)
    assert row.title == "Henkilötiedot: Puhelin, Sähköposti"


def test_a_new_person_is_a_new_person_whatever_is_known_of_them(tools: Tools) -> None:
    (row,) = queue_rows([replace(CHANGED, what="created")], NOW, tools)
    assert row.title == "Uusi ihminen"


def test_two_changes_of_one_person_in_one_minute_are_told_apart(tools: Tools) -> None:
    rows = [CHANGED, replace(CHANGED, item="i9", wrote=["person/phone"]), replace(CHANGED, item="i10")]
    told = queue_rows(rows, NOW, tools)
    assert len({(row.title, row.second, row.third, row.time) for row in told}) == len(rows)
    assert [row.third for row in told] == ["Aino Lehtonen · 1 / 2", "Aino Lehtonen", "Aino Lehtonen · 2 / 2"]


def test_lines_that_differ_are_not_counted(tools: Tools) -> None:
    assert [row.third for row in queue_rows(ROWS, NOW, tools)] == [row.by for row in ROWS]
