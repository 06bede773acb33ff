# SPDX-License-Identifier: MIT
"""A second card for one person is offered with its reasons; family and namesakes are not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.records.duplicates import CERTAIN, WORTH_ASKING, Card, Reason, find_duplicates, likeness

SAMIR = Card(first="Samir", last="Haddad", birth_date=date(1996, 5, 3), phone="+358405550132")


@pytest.mark.parametrize(
    ("new", "reasons"),
    [
        (Card(first="Samir", last="Haddad", phone="040 555 0132"), {Reason.SAME_NAME, Reason.SAME_PHONE}),
        (
            Card(first="Haddad", last="Samir", birth_date=date(1996, 5, 3)),
            {Reason.SAME_NAME, Reason.SAME_BIRTH_DATE},
        ),
        (Card(first="Sameer", last="Hadad", phone="0405550132"), {Reason.NAME_ALIKE, Reason.SAME_PHONE}),
        (Card(first="سمير", last="حداد", phone="0405550132"), {Reason.NAME_ALIKE, Reason.SAME_PHONE}),
        (
            Card(first="Samir", last="Haddad", birth_date=date(1996, 3, 5)),
            {Reason.SAME_NAME, Reason.SAME_BIRTH_YEAR},
        ),
        (Card(known_as="Samir", last="Haddad", phone="0405550132"), {Reason.SAME_NAME, Reason.SAME_PHONE}),
    ],
)
def test_the_same_person_is_worth_asking_about(new: Card, reasons: set[Reason]) -> None:
    found = find_duplicates(new, [SAMIR])
    assert [set(one.reasons) for one in found] == [reasons]


@pytest.mark.parametrize(
    "new",
    [
        Card(first="Samir", last="Haddad"),  # a namesake
        Card(first="Leila", last="Farah", phone="0405550132"),  # a family's phone
        Card(first="Samir", last="Haddad", birth_date=date(1961, 5, 3)),  # father and son
        Card(first="Leila", last="Farah", birth_date=date(1996, 5, 3)),
        Card(),
    ],
)
def test_another_person_is_left_alone(new: Card) -> None:
    assert find_duplicates(new, [SAMIR]) == []


def test_an_identity_code_settles_it_both_ways() -> None:
    known = replace(SAMIR, hetu="030596-999N")
    same = likeness(Card(first="S", hetu="030596-999N"), known)
    assert (same.score, same.reasons) == (CERTAIN, (Reason.SAME_HETU,))
    other = likeness(replace(known, hetu="030596Y999N"), known)
    assert (other.score, other.reasons) == (0, (Reason.DIFFERENT_HETU,))


def test_the_likeliest_come_first_and_few() -> None:
    others = [replace(SAMIR, phone="")] * 3 + [SAMIR] + [replace(SAMIR, phone="")] * 3
    found = find_duplicates(SAMIR, others)
    assert len(found) == 5
    assert found[0].card is SAMIR


_cards = st.builds(
    Card,
    first=st.text(max_size=12),
    last=st.sampled_from(["", "Haddad", "Hadad", "Haddad-Ali"]),
    known_as=st.sampled_from(["", "Samir"]),
    birth_date=st.none() | st.sampled_from([date(1996, 5, 3), date(1996, 1, 1), date(1980, 1, 1)]),
    phone=st.sampled_from(["", "0405550132", "+358405550132", "sister"]),
    hetu=st.sampled_from(["", "030596-999N", "030596Y999N"]),
)


@given(_cards, _cards)
def test_likeness_is_the_same_from_both_sides_and_bounded(one: Card, other: Card) -> None:
    there, back = likeness(one, other), likeness(other, one)
    assert (there.score, set(there.reasons)) == (back.score, set(back.reasons))
    assert 0 <= there.score <= CERTAIN
    assert (there.score == CERTAIN) == (Reason.SAME_HETU in there.reasons)
    assert WORTH_ASKING < CERTAIN


@given(_cards, st.lists(_cards, max_size=5), st.integers(1, CERTAIN))
def test_the_quick_way_finds_what_the_plain_one_finds(new: Card, others: list[Card], worth: int) -> None:
    plain = [one for one in (likeness(new, old) for old in others) if one.score >= worth]
    quick = find_duplicates(new, others, worth=worth)
    assert [one.score for one in quick] == sorted((one.score for one in plain), reverse=True)
