# SPDX-License-Identifier: MIT
"""The live warning of the walk-in note: what it sees and what it rightly passes over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.records.personal_hints import Hint, find_hints


@pytest.mark.parametrize(
    ("note", "hints"),
    [
        ("Samir Haddad soitti 040 555 0132", [(Hint.NAME, "Samir Haddad"), (Hint.PHONE, "040 555 0132")]),
        ("tunnus 100190-999P kerrottu", [(Hint.HETU, "100190-999P")]),
        ("tunnus 100190y999p", [(Hint.HETU, "100190y999p")]),
        ("kirjoita samir.h@example.org", [(Hint.EMAIL, "samir.h@example.org")]),
        ("+358 44 555 7781", [(Hint.PHONE, "+358 44 555 7781")]),
        ("asuu Mannerheimintie 12 A 4", [(Hint.ADDRESS, "Mannerheimintie 12 A 4")]),
        ("bor på Fredriksgatan 12 B", [(Hint.ADDRESS, "Fredriksgatan 12 B")]),
        ("tuli Jenni Koskela-Virtanen mukaan", [(Hint.NAME, "Jenni Koskela-Virtanen")]),
        ("Tulee Nguyen Thi Mai kanssa", [(Hint.NAME, "Nguyen Thi Mai")]),
    ],
)
def test_personal_data_is_pointed_at(note: str, hints: list[tuple[Hint, str]]) -> None:
    assert [(one.hint, note[one.start : one.end]) for one in find_hints(note)] == hints


@pytest.mark.parametrize(
    "note",
    [
        "Ohjattu Omniaan, aika 12.11.2026 klo 12-16",
        "CV tehty yhdessä, 3 hakemusta, palkka 1200 e",
        "Kävi Kelan toimistossa klo 09-15",
        "Puhui Stadin AO:n paikasta",
        "Aika varattu 2026-11-24",
        "suomi A2.1, kielikurssi tammikuussa",
        "",
    ],
)
def test_an_ordinary_note_is_left_in_peace(note: str) -> None:
    assert find_hints(note) == []


def test_known_places_are_no_people() -> None:
    note = "ohjattu Itä Keskukseen"
    assert [one.hint for one in find_hints(note)] == [Hint.NAME]
    assert find_hints(note, not_names={"ita"}) == []


@given(st.text(max_size=280))
def test_hints_stand_in_order_inside_the_text_without_overlap(note: str) -> None:
    end = 0
    for one in find_hints(note):
        assert end <= one.start < one.end <= len(note)
        end = one.end
