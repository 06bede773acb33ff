# SPDX-License-Identifier: MIT
"""The shipped code lists are whole, and the loader refuses a damaged one."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from sync.records.codes import CodeLists, WalkInKeys, load_codes, load_keys
from sync.records.errors import CodeFileDamaged
from sync.records.kinds import KINDS
from sync.records.rights import Role


def test_every_row_has_its_words_in_three_languages(codes: CodeLists) -> None:
    for one in codes.values():
        assert one.source, one.name
        assert one.licence, one.name
        for row in one.rows:
            for label in filter(None, (row.label, row.short)):
                assert label.fi.strip(), (one.name, row.code)
                assert label.sv.strip(), (one.name, row.code)
                assert label.en.strip(), (one.name, row.code)


def test_the_lists_have_the_rows_of_the_domain(codes: CodeLists) -> None:
    counts = {name: len(one.rows) for name, one in codes.items()}
    assert len(codes) == len(counts) == 61
    assert counts["ages"] == 10
    assert counts["topics"] == 16
    assert counts["outcomes"] == 7
    assert counts["districts"] == 34
    assert counts["major_districts"] == 8
    assert counts["languages"] >= 45
    assert len(codes["educations"].rows) == 8 + 1  # and not known


def test_parents_exist(codes: CodeLists) -> None:
    assert {row.parent for row in codes["districts"].rows} == {
        row.code for row in codes["major_districts"].rows
    }
    assert {row.parent for row in codes["topics"].rows} == {row.code for row in codes["topic_groups"].rows}


def test_age_bands_follow_one_another_without_a_gap(codes: CodeLists) -> None:
    bands = [(row.lowest, row.highest) for row in codes["ages"].rows if row.code != "unknown"]
    assert bands[0][0] == 0
    assert bands[-1][1] is None
    assert all(one[1] is not None and one[1] + 1 == other[0] for one, other in pairwise(bands))


def test_right_to_left_languages_are_marked(codes: CodeLists) -> None:
    rtl = {row.code for row in codes["languages"].rows if row.direction == "rtl"}
    assert rtl == {"ar", "fa", "ckb", "prs", "ps", "ur", "he"}
    assert all(row.endonym and row.direction for row in codes["languages"].rows if row.code != "other")


def test_chips_fit_their_place(codes: CodeLists) -> None:
    for name in ("ages", "topics", "outcomes"):
        for row in codes[name].rows:
            for language in ("fi", "sv", "en"):
                # 15 is the longest that the drawn panel shows uncut at 1280 px ("CV, application").
                assert len(row.short_label(language)) <= 15, (name, row.code, language)


def test_roles_are_the_roles_of_the_rights(codes: CodeLists) -> None:
    assert {row.code for row in codes["roles"].rows} == {role.value for role in Role}


def test_a_row_counts_between_its_dates(codes: CodeLists) -> None:
    employment = codes["registers"].get("employment")
    assert employment is not None
    assert not employment.valid_on("2024-12-31")
    assert employment.valid_on("2025-01-01")
    assert employment not in codes["registers"].on("2024-12-31")


def test_an_unknown_code_is_shown_as_it_is(codes: CodeLists) -> None:
    assert codes.label("topics", "housing", "sv") == "Boende"
    assert codes.label("topics", "cv_application", "fi", short=True) == "CV, hakemus"
    assert codes.label("topics", "from_the_future", "en") == "from_the_future"
    assert codes.label("no_list", "x", "en") == "x"
    assert not codes.knows("no_list", "x")


def test_every_key_sets_a_code_that_exists(codes: CodeLists, keys: WalkInKeys) -> None:
    visit = KINDS["visit"]
    for stroke in (*keys.keys, *keys.language_keys):
        assert stroke.code is not None or stroke.action is not None
        if stroke.field is None:
            continue
        spec = visit.field(f"{stroke.field}/x") or visit.field(stroke.field)
        assert spec is not None, stroke
        if stroke.code is not None:
            assert spec.codes is not None
            assert codes.knows(spec.codes, stroke.code), stroke


def test_no_key_means_two_things_and_all_chips_have_one(codes: CodeLists, keys: WalkInKeys) -> None:
    pressed = [stroke.key for stroke in keys.keys]
    assert len(pressed) == len(set(pressed))
    for field, name in (("age", "ages"), ("topics", "topics"), ("outcomes", "outcomes")):
        assert [k.code for k in keys.keys if k.field == field] == [row.code for row in codes[name].rows]
    assert [k.key for k in keys.language_keys] == list("1234567890")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"name": "x"}',
        '{"name": "y", "version": "1", "source": "s", "licence": "l", "rows": []}',
        json.dumps(
            {
                "name": "x",
                "version": "1",
                "source": "s",
                "licence": "l",
                "rows": [{"code": "a", "label": {"fi": "a", "sv": "a", "en": "a"}}] * 2,
            }
        ),
        json.dumps({"name": "x", "version": "1", "source": "s", "licence": "l", "rows": [], "extra": 1}),
    ],
)
def test_a_damaged_list_is_refused_by_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(CodeFileDamaged) as caught:
        load_codes(tmp_path)
    assert caught.value.name == "x.json"


def test_an_empty_folder_is_no_set_of_lists(tmp_path: Path) -> None:
    with pytest.raises(CodeFileDamaged):
        load_codes(tmp_path)
    with pytest.raises(CodeFileDamaged):
        load_keys(tmp_path)
