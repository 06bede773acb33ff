# SPDX-License-Identifier: MIT
"""A laptop's name in the roster: one line, of bounded length, and never a reason to refuse somebody."""

import unicodedata

import pytest
from hub_city import City
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.laptop_names import said_name
from sync.log.commit import read_body
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.messages import CommitFrame, EnrolRequest
from sync.protocol.succession import SucceedRequest
from sync.records.fields import NAME_LENGTH
from sync.records.ids import CITY, EntityId, LaptopId, WriterId, writer_id


def told_name(city: City, writer: WriterId) -> object:
    """Return what the roster calls the laptop of a writer, ``None`` when it calls it nothing."""
    for frame in city.adviser.pull().frames:
        if isinstance(frame, CommitFrame) and frame.stream == CITY:
            for raw in filter(None, frame.commit.bodies):
                body = read_body(raw)
                if body.entity == EntityId(writer):
                    said = body.fields.get("laptop_name")
                    return None if said is None else said.value
    raise AssertionError


def enrolled(city: City, name: str) -> WriterId:
    key, receiving = SigningKey.generate(), ReceivingKey.generate()
    code = city.world.code(city.adviser.staff)
    city.world.service.enrol(EnrolRequest(code, key.public, receiving.public, LaptopId("l" + "7" * 16), name))
    return writer_id(key.public)


def test_colleagues_read_the_name_that_was_given_at_enrolment(city: City) -> None:
    assert told_name(city, enrolled(city, "  Itä\t1 ")) == "Itä 1"


def test_a_name_of_nothing_is_not_told_and_nobody_is_refused_for_it(city: City) -> None:
    assert told_name(city, enrolled(city, "\u202e\x00 ")) is None


def test_a_notebook_that_goes_on_as_its_heir_keeps_the_laptops_name(city: City) -> None:
    old = city.adviser
    key, receiving = SigningKey.generate(), ReceivingKey.generate()
    asked = SucceedRequest(key.public, receiving.public, LaptopId("l" + "8" * 16), "Itä 1")
    city.world.service.succeed(old.key.writer, asked)
    assert told_name(city, writer_id(key.public)) == "Itä 1"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Itä 1", "Itä 1"),
        ("Ita\u0308 1", "Itä 1"),
        ("a\nb", "a b"),
        ("kone\u202eenok", "koneenok"),
        ("x" * 500, "x" * NAME_LENGTH),
    ],
)
def test_a_name_is_made_fit_for_one_line(typed: str, said: str) -> None:
    assert said_name(typed) == said


@given(st.text())
def test_whatever_is_typed_the_name_is_plain_and_short(typed: str) -> None:
    said = said_name(typed)
    assert len(said) <= NAME_LENGTH
    assert said == said.strip() == unicodedata.normalize("NFC", said)
    assert not any(unicodedata.category(sign)[0] == "C" for sign in said)
    assert said_name(said) == said
