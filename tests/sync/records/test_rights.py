# SPDX-License-Identifier: MIT
"""Who may do what: the table, and the rules that stand above it."""

from pathlib import Path

import pytest

from sync.records.ids import CITY, LaptopId, StaffId, StreamId, TeamId
from sync.records.kinds import KINDS
from sync.records.rights import (
    RIGHTS,
    WORKERS,
    Action,
    Right,
    Role,
    may,
    may_review,
    readable_streams,
    rights_page,
    role,
)

TEAM = TeamId("t1")
ME = StaffId("s1")
PEOPLE = {name for name, spec in KINDS.items() if spec.has_subject}


def test_the_printed_table_is_the_table(root: Path) -> None:
    page = (root / "docs" / "rights.md").read_text(encoding="utf-8")
    assert page == rights_page(), "run python -m tools.write_rights"
    print(page)  # noqa: T201 - shown by pytest -s, as the design asks


def test_only_the_hub_writes_what_is_the_hubs() -> None:
    for name, spec in KINDS.items():
        for one in RIGHTS:
            writes = any(may(one, name, [], own=True, action=act) for act in (Action.CREATE, Action.EDIT))
            if spec.hub_only:
                assert writes == (one is Role.HUB), (one, name)


def test_special_data_is_the_coaches_alone() -> None:
    for name, spec in KINDS.items():
        if spec.special:
            opened = {one for one in RIGHTS if RIGHTS[one].get(name, Right.NONE)}
            assert opened == {Role.COACH, Role.HUB}
            assert not may(Role.HUB, name, [], own=False, action=Action.EDIT)


@pytest.mark.parametrize("one", [Role.ADMIN, Role.AUDITOR, Role.SERVICE_EDITOR, Role.PARTNER])
def test_who_meets_nobody_sees_nobody(one: Role) -> None:
    for name in PEOPLE | {"session", "visit", "tally", "review", "reply"}:
        assert not any(may(one, name, [], own=True, action=act) for act in Action), name


def test_the_audit_is_added_to_by_all_read_by_the_auditor_and_edited_by_nobody() -> None:
    for one in RIGHTS:
        assert may(one, "audit", [], own=True, action=Action.CREATE)
        assert not may(one, "audit", ["event"], own=True, action=Action.EDIT)
        assert may(one, "audit", [], own=False, action=Action.READ) == (one in {Role.AUDITOR, Role.HUB})


@pytest.mark.parametrize("one", [Role.ADVISER, Role.COACH, Role.YOUTH_OUTREACH])
def test_a_worker_edits_their_own_visits_and_anybodys_card(one: Role) -> None:
    assert may(one, "visit", ["age"], own=True, action=Action.EDIT)
    assert not may(one, "visit", ["age"], own=False, action=Action.EDIT)
    assert may(one, "person", ["phone"], own=False, action=Action.EDIT)
    assert may(one, "session", ["state"], own=False, action=Action.EDIT)
    assert not may(one, "note", ["text"], own=False, action=Action.EDIT)
    assert not may(one, "review", [], own=False, action=Action.CREATE)


def test_a_supervisor_reviews_and_hands_over_but_writes_no_cards() -> None:
    assert may(Role.SUPERVISOR, "review", ["verdict"], own=True, action=Action.CREATE)
    assert may(Role.SUPERVISOR, "person", ["responsible"], own=False, action=Action.EDIT)
    assert not may(Role.SUPERVISOR, "person", ["responsible", "phone"], own=False, action=Action.EDIT)
    assert not may(Role.SUPERVISOR, "visit", ["age"], own=False, action=Action.EDIT)
    assert may(Role.SUPERVISOR, "merge", ["deleted"], own=False, action=Action.EDIT)
    assert not may(Role.SUPERVISOR, "merge", ["pair"], own=False, action=Action.EDIT)


def test_an_unknown_kind_is_closed_to_all() -> None:
    assert not any(may(one, "diary", [], own=True, action=act) for one in RIGHTS for act in Action)


def test_every_role_has_a_row_and_every_row_names_known_kinds() -> None:
    assert set(RIGHTS) == set(Role)
    assert all(set(table) <= set(KINDS) for table in RIGHTS.values())


def test_the_workers_are_who_meets_people() -> None:
    assert {one for one in Role if may(one, "visit", [], own=True, action=Action.CREATE)} == WORKERS


def test_nobody_reviews_themselves_and_nothing_of_nobody() -> None:
    other = StaffId("s2")
    assert may_review(ME, [other])
    assert not may_review(ME, [other, ME])
    assert not may_review(ME, [])


@pytest.mark.parametrize(
    ("one", "more"),
    [
        (Role.ADVISER, {"team/t1"}),
        (Role.YOUTH_OUTREACH, {"team/t1"}),
        (Role.COACH, {"team/t1", "team/t1/special"}),
        (Role.SUPERVISOR, {"team/t1"}),
        (Role.SERVICE_EDITOR, set()),
        (Role.ADMIN, set()),
        (Role.AUDITOR, {"audit/l1", "audit/l2"}),
        (Role.PARTNER, set()),
    ],
)
def test_a_grant_opens_its_streams_and_no_other(one: Role, more: set[str]) -> None:
    laptops = [LaptopId("l1"), LaptopId("l2")]
    always = {CITY, StreamId("staff/s1")}
    assert readable_streams(one, TEAM, ME, laptops) == always | {StreamId(name) for name in more}


def test_a_role_without_a_team_opens_no_team() -> None:
    assert readable_streams(Role.COACH, None, ME) == {CITY, StreamId("staff/s1")}


def test_a_role_from_a_newer_version_is_nobody() -> None:
    assert role("coach") is Role.COACH
    assert role("wizard") is None
