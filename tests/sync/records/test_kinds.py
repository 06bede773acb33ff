# SPDX-License-Identifier: MIT
"""The vocabulary holds what the parts agreed on, and the check finds every sort of trouble."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.records.checking import Problem, Trouble
from sync.records.codes import CodeLists
from sync.records.fields import FieldSpec, FieldType, Home, Sensitivity
from sync.records.ids import (
    CITY,
    LaptopId,
    StaffId,
    TeamId,
    audit_stream,
    special_stream,
    staff_stream,
    team_stream,
)
from sync.records.kinds import KINDS, check_fields, kind, lies_in

ENTITY = bytes(range(16))
VISIT: dict[str, object] = {"session": ENTITY, "at": 1_764_000_000_000, "topics/job_search": True}
SESSION: dict[str, object] = {
    "place": {"point": None, "name": "Itäkeskuksen kirjasto"},
    "state": {"status": "open", "at": 1_764_000_000_000},
    "starts": 1_764_000_000_000,
}
VERDICT: dict[str, object] = {
    "verdict": "approved",
    "comment": "",
    "reason": "review",
    "save": [ENTITY, 3, bytes(8)],
    "of": [[ENTITY, bytes(32)]],
    "at": 1,
}


def _troubles(problems: list[Problem]) -> set[tuple[Trouble, str]]:
    return {(one.trouble, one.field) for one in problems}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("visit", VISIT),
        ("visit", VISIT | {"age": "21_24", "language": "ru", "outcomes/referral": True, "note": "ok"}),
        ("session", SESSION),
        (
            "session",
            SESSION | {"goal": {"visits": 25, "text": "alle 30"}, "staff/s" + "0" * 16: True, "score": 5},
        ),
        ("tally", {"session": ENTITY, "at": 1, "heads": -1}),
        (
            "person",
            {"known_as": "Samir", "phone": "+358405550132", "contact_ok/sms": True, "protected": False},
        ),
        (
            "person",
            {"name": {"first": "Samir", "last": None}, "birth_date": "1996-05-03", "email": "s@example.org"},
        ),
        ("situation", {"labour": {"status": "unemployed", "since": "2026-02-14"}, "finnish_level": "a2_1"}),
        ("note", {"text": "Soitettiin.", "at": 1, "session": None}),
        ("attendance", {"visit": ENTITY, "at": 1}),
        ("merge", {"pair": [ENTITY, bytes(16)]}),
        ("health_flag", {"flag": "mental_load", "source": "self"}),
        ("review", {"verdict": VERDICT}),
        ("reply", {"text": "Täydennetty", "review": ENTITY, "at": 1}),
        ("message", {"text": "Ensi viikolla Kontula", "at": 1, "from": "s" + "a" * 16}),
        ("move", {"to": "t" + "0" * 16, "reason": "Muutti Vuosaareen", "at": 1}),
        ("adopt", {"move": ENTITY, "from": "t" + "0" * 16, "by": "s" + "0" * 16, "at": 1}),
        (
            "retract",
            {
                "move": ENTITY,
                "to": "t" + "0" * 16,
                "at": 1,
                "known": [[ENTITY, 3, bytes(8)]],
                "held": [[ENTITY, 2, bytes(8)]],
            },
        ),
        (
            "ruling",
            {
                "ruling": {
                    "commit": [ENTITY, 3, bytes(8)],
                    "verdict": "accept",
                    "to": None,
                    "comment": "",
                    "at": 1,
                }
            },
        ),
        ("handover", {"by": "s" + "0" * 16, "number": 12, "at": 1}),
        ("settle_request", {"entity": ENTITY, "field": "phone", "to": "s" + "0" * 16, "at": 1}),
        ("notice", {"what": "moved_in", "about": ENTITY, "team": "t" + "0" * 16, "at": 1}),
        ("seen", {"of": ENTITY, "at": 1}),
        ("audit", {"event": {"operation": "READ"}, "previous": bytes(32), "seq": 0}),
        (
            "grant",
            {"staff": "s" + "0" * 16, "team": "t" + "0" * 16, "role": "coach", "from": 1, "until": None},
        ),
        ("team", {"name": {"fi": "Itä", "sv": "Öst", "en": "East"}}),
        (
            "writer",
            {
                "staff": "s" + "0" * 16,
                "laptop": "l" + "0" * 16,
                "signing": bytes(32),
                "receiving": bytes(1216),
            },
        ),
        ("code_list", {"list": "ages", "version": "1", "rows": [{"code": "x"}]}),
    ],
)
def test_a_good_first_save_has_no_problem(name: str, fields: dict[str, object], codes: CodeLists) -> None:
    assert check_fields(name, fields, codes=codes) == []
    assert check_fields(name, fields) == []


@pytest.mark.parametrize(
    ("name", "fields", "trouble", "field"),
    [
        ("diary", {}, Trouble.UNKNOWN_KIND, ""),
        ("visit", VISIT | {"mood": "good"}, Trouble.UNKNOWN_FIELD, "mood"),
        ("visit", VISIT | {"topics": True}, Trouble.UNKNOWN_FIELD, "topics"),
        ("visit", VISIT | {"age/21_24": True}, Trouble.UNKNOWN_FIELD, "age/21_24"),
        ("visit", {"session": ENTITY, "at": 1}, Trouble.MISSING, "topics"),
        ("visit", VISIT | {"topics/job_search": False}, Trouble.MISSING, "topics"),
        ("visit", VISIT | {"topics/magic": True}, Trouble.UNKNOWN_CODE, "topics/magic"),
        ("visit", VISIT | {"topics/job_search": 1}, Trouble.WRONG_TYPE, "topics/job_search"),
        ("visit", VISIT | {"age": "young"}, Trouble.UNKNOWN_CODE, "age"),
        ("visit", VISIT | {"age": 21}, Trouble.WRONG_TYPE, "age"),
        ("visit", VISIT | {"note": "x" * 281}, Trouble.TOO_LONG, "note"),
        ("visit", VISIT | {"note": "a\u0308"}, Trouble.NOT_NORMAL, "note"),
        ("visit", VISIT | {"session": b"short"}, Trouble.WRONG_TYPE, "session"),
        ("visit", VISIT | {"session": "text"}, Trouble.WRONG_TYPE, "session"),
        ("visit", VISIT | {"at": -1}, Trouble.OUT_OF_RANGE, "at"),
        ("visit", VISIT | {"at": True}, Trouble.WRONG_TYPE, "at"),
        ("visit", VISIT | {"session": None}, Trouble.MISSING, "session"),
        ("session", SESSION | {"place": {"point": None, "name": "  "}}, Trouble.MISSING, "place.name"),
        ("session", SESSION | {"place": {"point": None}}, Trouble.MISSING, "place.name"),
        ("session", SESSION | {"place": "library"}, Trouble.WRONG_TYPE, "place"),
        ("session", SESSION | {"place": ["library"]}, Trouble.WRONG_TYPE, "place"),
        ("session", SESSION | {"state": {"status": "ajar", "at": 1}}, Trouble.UNKNOWN_CODE, "state.status"),
        ("session", SESSION | {"goal": {"visits": 1, "mood": "x"}}, Trouble.UNKNOWN_FIELD, "goal.mood"),
        ("session", SESSION | {"score": 6}, Trouble.OUT_OF_RANGE, "score"),
        ("session", SESSION | {"staff/Aino": True}, Trouble.WRONG_TYPE, "staff/Aino"),
        ("tally", {"session": ENTITY, "at": 1, "heads": 10_000}, Trouble.OUT_OF_RANGE, "heads"),
        ("person", {"hetu": "100190-999X"}, Trouble.BAD_HETU, "hetu"),
        ("person", {"birth_date": "1996-02-30"}, Trouble.BAD_DATE, "birth_date"),
        ("person", {"birth_date": "3.5.1996"}, Trouble.BAD_DATE, "birth_date"),
        ("person", {"email": "samir"}, Trouble.BAD_EMAIL, "email"),
        ("person", {"responsible": "t" + "0" * 16}, Trouble.WRONG_TYPE, "responsible"),
        ("person", {"protected": "yes"}, Trouble.WRONG_TYPE, "protected"),
        ("note", {"text": "", "at": 1}, Trouble.MISSING, "text"),
        ("merge", {"pair": [ENTITY, ENTITY]}, Trouble.WRONG_TYPE, "pair"),
        ("merge", {"pair": [ENTITY]}, Trouble.WRONG_TYPE, "pair"),
        ("review", {"verdict": VERDICT | {"of": []}}, Trouble.WRONG_TYPE, "verdict.of"),
        ("review", {"verdict": VERDICT | {"of": [ENTITY]}}, Trouble.WRONG_TYPE, "verdict.of"),
        (
            "review",
            {"verdict": VERDICT | {"save": [ENTITY, 0, bytes(8)]}},
            Trouble.WRONG_TYPE,
            "verdict.save",
        ),
        ("audit", {"event": {1: 2}, "previous": bytes(32), "seq": 0}, Trouble.WRONG_TYPE, "event"),
        ("audit", {"event": {}, "previous": bytes(33), "seq": 0}, Trouble.WRONG_TYPE, "previous"),
        (
            "audit",
            {"event": {}, "previous": bytes(32), "seq": 0, "deleted": {}},
            Trouble.UNKNOWN_FIELD,
            "deleted",
        ),
        ("code_list", {"list": "ages", "version": "1", "rows": ["x"]}, Trouble.WRONG_TYPE, "rows"),
    ],
)
def test_trouble_is_named_with_its_field(
    name: str, fields: dict[str, object], trouble: Trouble, field: str, codes: CodeLists
) -> None:
    assert (trouble, field) in _troubles(check_fields(name, fields, codes=codes))


def test_an_edit_need_not_repeat_what_was_required() -> None:
    assert check_fields("visit", {"age": "21_24"}, new=False) == []
    assert (Trouble.MISSING, "session") in _troubles(check_fields("visit", {"age": "21_24"}))


def test_an_artificial_identity_code_passes_only_where_it_is_allowed() -> None:
    fields = {"hetu": "100190-999P"}
    assert _troubles(check_fields("person", fields)) == {(Trouble.BAD_HETU, "hetu")}
    assert check_fields("person", fields, allow_temporary=True) == []


def test_too_long_tells_the_limit() -> None:
    assert Problem(trouble=Trouble.TOO_LONG, field="note", limit=280) in check_fields(
        "visit", VISIT | {"note": "x" * 281}
    )


@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(
        st.text(max_size=12),
        st.none()
        | st.booleans()
        | st.integers()
        | st.text()
        | st.binary()
        | st.lists(st.integers())
        | st.dictionaries(st.text(), st.integers()),
    ),
)
def test_no_value_makes_the_check_fail(name: str, fields: dict[str, object]) -> None:
    problems = check_fields(name, fields)
    spec = KINDS[name]
    assert {one.field for one in problems if one.trouble is Trouble.UNKNOWN_FIELD} >= {
        field for field in fields if spec.field(field) is None
    }


@given(st.data())
def test_any_value_in_a_known_field_is_judged(data: st.DataObject) -> None:
    spec = data.draw(st.sampled_from(list(KINDS.values())))
    field = data.draw(st.sampled_from(spec.fields))
    value = data.draw(
        st.booleans()
        | st.integers()
        | st.text()
        | st.binary()
        | st.lists(st.binary())
        | st.dictionaries(st.text(), st.none())
    )
    name = f"{field.name}/x" if field.element else field.name
    check_fields(spec.name, {name: value}, new=False)


def _all_fields() -> list[tuple[str, FieldSpec]]:
    found = []
    for spec in KINDS.values():
        for field in spec.fields:
            found.append((spec.name, field))
            found += [(spec.name, part) for part in field.parts]
    return found


def test_every_code_field_has_a_shipped_list(codes: CodeLists) -> None:
    for name, field in _all_fields():
        if field.codes is not None:
            assert field.codes in codes, name
        assert (field.type is FieldType.CODE) <= (field.codes is not None), (name, field.name)


def test_every_text_has_a_limit_and_every_number_a_range() -> None:
    for name, field in _all_fields():
        if field.type in {FieldType.TEXT, FieldType.PHONE, FieldType.EMAIL, FieldType.BYTES}:
            assert field.max_length > 0, (name, field.name)
        if field.type is FieldType.NUMBER:
            assert field.highest > field.lowest, (name, field.name)


def test_every_kind_but_the_audit_may_be_deleted() -> None:
    assert [name for name, spec in KINDS.items() if spec.field("deleted") is None] == ["audit"]


def test_special_data_lies_in_special_streams_and_has_no_free_text() -> None:
    for spec in KINDS.values():
        sensitive = any(field.sensitivity is Sensitivity.SPECIAL for field in spec.fields)
        assert sensitive == spec.special
        if spec.special:
            assert all(field.type is not FieldType.TEXT for field in spec.fields)


def test_whatever_is_about_a_person_names_them() -> None:
    assert {name for name, spec in KINDS.items() if spec.has_subject} == {
        "person",
        "situation",
        "note",
        "attendance",
        "merge",
        "health_flag",
        "referral",
        "consent",
        "attachment",
        "task",
        "move",
        "adopt",
        "retract",
        "handover",
        "plan",
        "plan_step",
        "encounter",
        "appointment",
        "transition",
        "skill",
        "permit",
        "hint_taken",
        "contact_lead",
    }


def test_an_unknown_kind_is_none() -> None:
    assert kind("diary") is None
    assert kind("visit") is KINDS["visit"]


@pytest.mark.parametrize(
    ("name", "stream"),
    [
        ("visit", team_stream(TeamId("t1"))),
        ("health_flag", special_stream(TeamId("t1"))),
        ("message", staff_stream(StaffId("s1"))),
        ("audit", audit_stream(LaptopId("l1"))),
        ("grant", CITY),
    ],
)
def test_a_kind_lies_in_its_own_sort_of_stream_only(name: str, stream: str) -> None:
    every = {
        team_stream(TeamId("t1")),
        special_stream(TeamId("t1")),
        staff_stream(StaffId("s1")),
        audit_stream(LaptopId("l1")),
        CITY,
    }
    assert {one for one in every if lies_in(KINDS[name], one)} == {stream}
    assert KINDS["erasure"].home is Home.ANY
    assert all(lies_in(KINDS["erasure"], one) for one in every)
