# SPDX-License-Identifier: MIT
"""A typed word meets the words of services in some way, or in none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.catalogue.entry import Field
from desktop.notebook.catalogue.vocabulary import Vocabulary, Way

WORDS = (
    "kieli",
    "kielen",
    "kielikurssi",
    "mieli",
    "tyoturvallisuuskortti",
    "korttikoulutus",
    "kuntouttava",
    "cv",
)


@pytest.fixture(name="vocabulary")
def _vocabulary() -> Vocabulary:
    found = Vocabulary()
    found.add(0, dict.fromkeys(WORDS, Field.NAME))
    return found


def test_a_word_meets_itself_and_its_forms(vocabulary: Vocabulary) -> None:
    met = {word: way for word, (way, _) in vocabulary.same("kieli").items()}
    assert met == {"kieli": Way.WORD, "kielen": Way.FORM}


def test_a_part_is_met_where_it_begins_ends_or_hides(vocabulary: Vocabulary) -> None:
    met = vocabulary.parts("kortti")
    assert {word: way for word, (way, _) in met.items()} == {
        "korttikoulutus": Way.BEGINNING,
        "tyoturvallisuuskortti": Way.PART,
    }
    sure = {word: surety for word, (_, surety) in met.items()}
    assert sure["korttikoulutus"] > sure["tyoturvallisuuskortti"]
    hidden = vocabulary.parts("turvallisuus")["tyoturvallisuuskortti"][1]
    assert hidden < sure["tyoturvallisuuskortti"]


def test_three_letters_are_looked_for_at_the_beginning_only(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.parts("kie")) == {"kieli", "kielen", "kielikurssi"}


def test_words_of_one_root_meet(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.related("kuntoutus")) == {"kuntouttava"}
    assert vocabulary.related("cv") == {}


def test_a_compound_is_cut_where_both_halves_are_known(vocabulary: Vocabulary) -> None:
    assert list(vocabulary.halves("kielenmieli")) == [("kielen", "mieli")]
    assert list(vocabulary.halves("kielenkamppa")) == []


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("kieil", "kieli"),
        ("kiele", "kielen"),
        ("xieli", "kieli"),
        ("tyoturvalisuskortti", "tyoturvallisuuskortti"),
    ],
)
def test_a_slip_is_forgiven(vocabulary: Vocabulary, slip: str, meant: str) -> None:
    assert vocabulary.alike(slip, half_typed=False)[meant][0] is Way.TYPO


def test_a_slip_is_forgiven_while_the_word_is_still_being_typed(vocabulary: Vocabulary) -> None:
    assert "tyoturvallisuuskortti" in vocabulary.alike(
        "tyotrv", half_typed=True
    ) or "tyoturvallisuuskortti" in (vocabulary.alike("tyoturva1", half_typed=True))
    assert vocabulary.alike("tyoturva1", half_typed=False) == {}


def test_the_known_beginning_of_an_unknown_compound_is_a_guess(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.beginnings("kielilippu")) == {"kieli"}
    assert vocabulary.beginnings("kielenhuoltaja") == {}
    assert vocabulary.beginnings("kieli") == {}


@pytest.mark.parametrize("word", ["cvv", "2026", "kie"])
def test_short_words_and_numbers_are_taken_as_typed(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.alike(word, half_typed=True) == {}


SOME = st.dictionaries(st.text(alphabet="aiktos", min_size=1, max_size=8), st.sampled_from(Field), max_size=8)


@given(st.lists(SOME, max_size=6), st.text(alphabet="aiktos", min_size=1, max_size=8))
def test_taking_out_undoes_putting_in(services: list[dict[str, Field]], word: str) -> None:
    here, never = Vocabulary(), Vocabulary()
    for number, fields in enumerate(services):
        here.add(number, fields)
        if number % 2:
            never.add(number, fields)
    here.same(word)
    for number, fields in enumerate(services):
        if not number % 2:
            here.remove(number, fields)
    for one in (here.same, here.parts, here.related):
        assert one(word) == getattr(never, one.__name__)(word)
    assert here.alike(word, half_typed=True) == never.alike(word, half_typed=True)
    for field in Field:
        assert sorted(here.posted(word, field) or ()) == sorted(never.posted(word, field) or ())
