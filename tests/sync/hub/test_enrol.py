# SPDX-License-Identifier: MIT
"""Letting somebody in: a code is for one person, ten minutes, five tries and one use."""

import msgspec
import pytest
from hub_city import City
from hub_world import laptop_id

from sync.hub.codes import make_code
from sync.hub.errors import UnknownName
from sync.log.commit import read_body
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.errors import Code, EnrolRefused, FrameRefused
from sync.protocol.messages import CommitFrame, EnrolRequest
from sync.records.ids import CITY, EntityId, StaffId, staff_stream, team_stream, writer_id


def request(code: str, *, key: SigningKey | None = None, laptop: str = "L9") -> EnrolRequest:
    signing = key or SigningKey.generate()
    return EnrolRequest(code, signing.public, ReceivingKey.generate().public, laptop_id(laptop), laptop)


def refused(city: City, asked: EnrolRequest) -> Code:
    with pytest.raises(EnrolRefused) as caught:
        city.world.service.enrol(asked)
    return caught.value.code


def wrong(code: str) -> str:
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def test_who_enrols_is_told_who_they_are_and_what_they_may_read(city: City) -> None:
    staff = city.world.person("Cia", "coach", city.team)
    asked = request(city.world.code(staff))
    enrolled = city.world.service.enrol(asked)
    assert (enrolled.writer, enrolled.staff, enrolled.name) == (writer_id(asked.signing), staff, "Cia")
    home = team_stream(city.team)
    assert enrolled.streams == sorted([CITY, home, f"{home}/special", staff_stream(staff)])


def test_the_roster_tells_everybody_of_the_new_writers_keys(city: City) -> None:
    staff = city.world.person("Cia", "coach", city.team)
    asked = request(city.world.code(staff))
    city.world.service.enrol(asked)
    told = [
        read_body(raw)
        for frame in city.adviser.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == CITY
        for raw in frame.commit.bodies
        if raw is not None
    ]
    (mine,) = [body for body in told if body.entity == EntityId(writer_id(asked.signing))]
    assert {name: write.value for name, write in mine.fields.items()} == {
        "staff": staff, "laptop": asked.laptop, "signing": asked.signing, "receiving": asked.receiving,
        "laptop_name": "L9",
    }  # fmt: skip


def test_the_same_enrolment_sent_twice_gets_the_same_answer(city: City) -> None:
    asked = request(city.world.code(city.adviser.staff))
    assert city.world.service.enrol(asked) == city.world.service.enrol(asked)
    assert len(city.world.parts.laptops()) == 3


def test_a_used_code_lets_nobody_else_in(city: City) -> None:
    code = city.world.code(city.adviser.staff)
    city.world.service.enrol(request(code))
    assert refused(city, request(code)) is Code.CODE_USED


def test_a_code_is_read_as_people_type_it(city: City) -> None:
    code = city.world.code(city.adviser.staff)
    typed = f" {code[:5].lower()}-{code[5:]} ".replace("0", "o").replace("1", "l")
    assert city.world.service.enrol(request(typed)).staff == city.adviser.staff


def test_a_code_dies_after_ten_minutes(city: City) -> None:
    code = city.world.code(city.adviser.staff)
    city.clock.now += 10 * 60 * 1000
    assert refused(city, request(code)) is Code.CODE_EXPIRED


def test_five_wrong_tries_lock_a_code_and_no_other(city: City) -> None:
    code, other = city.world.code(city.adviser.staff), city.world.code(city.coach.staff)
    for _ in range(5):
        assert refused(city, request(wrong(code))) is Code.CODE_WRONG
    assert refused(city, request(wrong(code))) is Code.CODE_LOCKED
    assert refused(city, request(code)) is Code.CODE_LOCKED
    assert city.world.service.enrol(request(other)).staff == city.coach.staff


@pytest.mark.parametrize("typed", ["", "short", "UUUUUUUUUU", "0" * 11, "ä" * 10])
def test_nonsense_is_a_wrong_code(city: City, typed: str) -> None:
    assert refused(city, request(typed)) is Code.CODE_WRONG


def test_a_code_is_kept_as_a_keyed_hash_only(city: City) -> None:
    code = city.world.code(city.adviser.staff)
    row = city.world.parts.store.code(code[:2])
    assert row is not None
    assert code[2:].encode() not in row.digest
    assert len(row.digest) == 32


def test_nobody_gets_a_code_who_is_not_in_the_roster(city: City) -> None:
    with pytest.raises(UnknownName):
        make_code(city.world.parts, StaffId("s0000000000000000"))


@pytest.mark.parametrize(
    "broken",
    [
        {"signing": b"short"},
        {"receiving": b"short"},
        {"laptop": "somewhere"},
    ],
)
def test_keys_of_another_length_are_refused_before_the_code_is_tried(
    city: City, broken: dict[str, object]
) -> None:
    asked = request(city.world.code(city.adviser.staff))
    fields = {name: getattr(asked, name) for name in asked.__struct_fields__} | broken
    with pytest.raises(FrameRefused):
        city.world.service.enrol(EnrolRequest(**fields))
    assert city.world.service.enrol(asked).staff == city.adviser.staff


@pytest.mark.parametrize("public", [bytes(32), b"\x01" + bytes(31), b"\xff" * 32, b"\x02" + bytes(31)])
def test_a_signing_key_that_proves_nothing_is_malformed_and_costs_no_try(city: City, public: bytes) -> None:
    asked = request(city.world.code(city.adviser.staff))
    before = len(city.world.parts.store.writers())
    with pytest.raises(FrameRefused) as caught:
        city.world.service.enrol(msgspec.structs.replace(asked, signing=public))
    assert caught.value.code is Code.MALFORMED
    assert len(city.world.parts.store.writers()) == before
    assert city.world.service.enrol(asked).staff == city.adviser.staff
