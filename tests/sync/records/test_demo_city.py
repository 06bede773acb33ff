# SPDX-License-Identifier: MIT
"""The demo city as shipped: whole, made up, and sayable in the vocabulary."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import zstandard

from sync.records.checking import Trouble
from sync.records.codes import CodeLists
from sync.records.hetu import birth_date, is_hetu
from sync.records.kinds import KINDS, check_fields
from sync.records.personal_hints import find_hints
from sync.records.rights import Action, Role, may

Row = dict[str, Any]
TODAY_IS_ADDED_BY_THE_LOADER = {"at", "starts", "state", "session", "visit", "team", "staff", "from"}


@pytest.fixture(scope="module")
def packed(root: Path) -> bytes:
    return (root / "resources" / "demo" / "city.jsonl.zst").read_bytes()


@pytest.fixture(scope="module")
def head(packed: bytes) -> Row:
    return _lines(packed)[0]


@pytest.fixture(scope="module")
def city(packed: bytes) -> list[Row]:
    return _lines(packed)[1:]


def _lines(packed: bytes) -> list[Row]:
    text = zstandard.ZstdDecompressor().decompress(packed).decode()
    return [json.loads(line) for line in text.splitlines()]


def _of(city: list[Row], kind: str) -> list[Row]:
    return [row for row in city if row["kind"] == kind]


def test_it_is_small_and_its_head_counts_right(packed: bytes, head: Row, city: list[Row]) -> None:
    assert len(packed) < 2 * 1024 * 1024
    counts = Counter(row["kind"] for row in city)
    assert head["counts"] == counts
    assert (counts["team"], counts["staff"], counts["person"], counts["visit"]) == (3, 12, 2_000, 20_000)


def test_every_row_can_be_saved_as_it_is(city: list[Row], codes: CodeLists) -> None:
    for row in city:
        fields: Mapping[str, object] = row["fields"]
        problems = check_fields(row["kind"], fields, codes=codes, allow_temporary=True)
        left = {
            (one.trouble, one.field)
            for one in problems
            if not (one.trouble is Trouble.MISSING and one.field in TODAY_IS_ADDED_BY_THE_LOADER)
        }
        assert left == set(), row


def test_no_id_comes_twice_and_every_reference_stands_before(city: list[Row]) -> None:
    seen: set[tuple[str, object]] = set()
    for row in city:
        for name in ("team", "session", "visit", "person", "author", "responsible", "to", "staff"):
            for value in row[name] if isinstance(row.get(name), list) else [row.get(name)]:
                kind = "staff" if name in {"author", "responsible", "to"} else name
                assert value is None or (kind, value) in seen, (row["kind"], row["id"], name)
        key = (row["kind"], row["id"])
        assert key not in seen
        seen.add(key)


def test_all_identity_codes_are_artificial_and_one_persons(city: list[Row]) -> None:
    people = [row["fields"] for row in _of(city, "person")]
    codes = [fields["hetu"] for fields in people if "hetu" in fields]
    assert len(codes) > 1_000
    assert len(set(codes)) == len(codes)
    for fields in people:
        if "hetu" in fields:
            assert is_hetu(fields["hetu"], allow_temporary=True)
            assert not is_hetu(fields["hetu"])
            assert birth_date(fields["hetu"]).isoformat() == fields["birth_date"]


def test_nobody_can_be_called_or_written_to(city: list[Row]) -> None:
    people = [row["fields"] for row in _of(city, "person")]
    assert all(fields["phone"][6:9] == "555" for fields in people)
    assert len({fields["phone"] for fields in people}) == len(people)
    assert all(fields["email"].endswith("@example.org") for fields in people if "email" in fields)


def test_who_is_protected_has_no_place(city: list[Row]) -> None:
    protected = [row["fields"] for row in _of(city, "person") if row["fields"].get("protected")]
    assert len(protected) == 6
    assert all(not {"municipality", "postcode", "district"} & set(fields) for fields in protected)


def test_everything_happened_on_a_working_day_of_the_past_year(city: list[Row]) -> None:
    for row in city:
        if "day" in row:
            assert -364 <= row["day"] <= -3
            assert row["day"] % 7 <= 4, row
            assert 0 < row["minute"] < 24 * 60


def test_visits_lie_inside_their_sessions_and_notes_after_the_card(city: list[Row]) -> None:
    sessions = {row["id"]: row for row in _of(city, "session")}
    people = {row["id"]: row for row in _of(city, "person")}
    visits = {row["id"]: row for row in _of(city, "visit")}
    for visit in visits.values():
        session = sessions[visit["session"]]
        assert (visit["day"], visit["team"]) == (session["day"], session["team"])
        assert session["minute"] < visit["minute"] < session["end_minute"]
        assert visit["author"] in session["staff"]
    for row in _of(city, "note") + _of(city, "attendance"):
        assert people[row["person"]]["day"] <= row["day"]
        assert people[row["person"]]["team"] == row["team"]
    linked = [row["visit"] for row in _of(city, "attendance")]
    assert len(set(linked)) == len(linked)


def test_every_author_had_the_right(city: list[Row]) -> None:
    grants: dict[tuple[str, str | None], set[Role]] = {}
    for grant in _of(city, "grant"):
        grants.setdefault((grant["staff"], grant["team"]), set()).add(Role(grant["fields"]["role"]))
    for row in city:
        if KINDS[row["kind"]].hub_only:
            continue
        team = row.get("team", "ita")
        roles = grants[row["author"], team]
        assert any(may(one, row["kind"], row["fields"], own=True, action=Action.CREATE) for one in roles), row


def test_anonymous_notes_are_anonymous(city: list[Row]) -> None:
    notes = {row["fields"]["note"] for row in _of(city, "visit") if "note" in row["fields"]}
    assert len(notes) > 5
    assert all(find_hints(note) == [] for note in notes)


def test_the_people_of_the_pictures_are_there(city: list[Row]) -> None:
    names = [row["fields"]["name"] for row in _of(city, "person")[:2]]
    assert names == [{"first": "Samir", "last": "Haddad"}, {"first": "Sanna", "last": "Hämäläinen"}]
    staff = {row["id"]: row["fields"]["name"] for row in _of(city, "staff")}
    assert (staff["aino"], staff["mehmet"], staff["sofia"]) == (
        "Aino Lehtonen",
        "Mehmet Kaya",
        "Sofia Grönqvist",
    )
