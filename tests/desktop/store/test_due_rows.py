# SPDX-License-Identifier: MIT
"""What is due is listed by its day and whose it is, whatever a foreign commit says of either."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_world import ME, NOON, TEAM, entity, person

from desktop.store.changes import Change
from desktop.store.due_rows import DUE_KINDS, day_text, due_row
from desktop.store.list_rows import add_list_rows, forget_list_rows
from desktop.store.notebook import NotebookStore

ONE, WHOM = entity(), entity()
_PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.binary(max_size=20)
_VALUE = _PLAIN | st.dictionaries(st.sampled_from(["status", "at", "reason"]), _PLAIN)
_NAMES = (
    "due",
    "done",
    "owner",
    "state",
    "at",
    "status",
    "kind",
    "next_contact",
    "valid_to",
    "day",
    "after_3",
)


@given(st.sampled_from(DUE_KINDS), st.dictionaries(st.sampled_from(_NAMES), _VALUE))
def test_no_value_of_any_form_stops_the_list(kind: str, values: dict[str, Any]) -> None:
    row = due_row(kind, ONE, 1, values, WHOM)
    if row is not None:
        owner, due, one, matter, whom, stream = row
        assert all(isinstance(part, str) for part in (owner, due, matter))
        assert (one, whom, stream, bool(due)) == (ONE, WHOM, 1, True)
    assert due_row(kind, ONE, 1, values, None) is None


@given(st.integers())
def test_a_time_beyond_the_calendar_has_no_day(at: int) -> None:
    assert len(day_text(at)) in {0, 10}


@pytest.mark.parametrize(
    ("kind", "values", "found"),
    [
        ("task", {"due": "2026-12-01", "owner": "s1"}, ("s1", "2026-12-01", "task")),
        ("task", {"due": "2026-12-01", "done": NOON}, None),
        ("plan_step", {"due": "2026-12-01", "state": {"status": "open"}}, ("", "2026-12-01", "step")),
        ("plan_step", {"due": "2026-12-01", "state": {"status": "done"}}, None),
        ("plan_step", {"state": {"status": "open"}}, None),
        ("referral", {"state": {"status": "given", "at": 0}}, ("", "1970-01-15", "referral")),
        ("referral", {"state": {"status": "no_show", "at": 0}}, ("", "1970-01-01", "referral")),
        ("referral", {"state": {"status": "started", "at": 0}}, None),
        ("appointment", {"at": 0, "status": "planned", "owner": "s1"}, ("s1", "1970-01-01", "appointment")),
        ("appointment", {"at": 0, "status": "kept"}, None),
        ("encounter", {"at": 0, "kind": "no_show"}, ("", "1970-01-01", "no_show")),
        ("encounter", {"at": 0, "kind": "phone"}, None),
        ("plan", {"next_contact": "2026-12-01"}, ("", "2026-12-01", "contact")),
        ("permit", {}, None),
        ("transition", {"day": "2026-11-30", "after_3": "still"}, ("", "2027-05-30", "transition")),
    ],
)
def test_a_record_is_due_as_it_stands(
    kind: str, values: dict[str, Any], found: tuple[str, ...] | None
) -> None:
    row = due_row(kind, ONE, 1, values, WHOM)
    assert (None if row is None else (row[0], row[1], row[3])) == found


def test_rows_made_anew_are_those_there_were(notebook: NotebookStore) -> None:
    card = person("Samir", "Testinen", responsible=ME.staff)
    state = {"status": "open", "at": NOON, "reason": None}
    made = [
        Change(
            kind="plan_step", entity=entity(), subject=card.entity,
            fields={"what": "Vaihe", "who": "client", "due": f"2026-12-{day:02}", "state": state},
        )
        for day in (1, 2, 3)
    ]  # fmt: skip
    notebook.save(TEAM, [card, *made], time_ms=NOON)
    moved = Change(kind="plan_step", entity=made[0].entity, fields={"due": "2026-11-30"})
    ended = Change(kind="plan_step", entity=made[1].entity, fields={"state": {**state, "status": "done"}})
    notebook.save(TEAM, [moved, ended], time_ms=NOON + 1)
    rows = "SELECT * FROM dues ORDER BY due"
    with notebook.writing() as connection:
        before = connection.execute(rows).fetchall()
        forget_list_rows(connection, [one.entity for one in made])
        assert connection.execute(rows).fetchall() == []
        add_list_rows(connection, notebook.names, notebook.index_key, [one.entity for one in made])
        assert connection.execute(rows).fetchall() == before
    assert [one.due for one in notebook.reads().dues.due(ME.staff, "2026-12-01", most=9)] == [
        "2026-11-30",
        "2026-12-03",
    ]
