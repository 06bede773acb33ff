# SPDX-License-Identifier: MIT
"""First contact: the code goes out only to the hub that the enrolment names."""

import secrets

import pytest
from fake_hub import FakeHub
from fault_proxy import FaultyHub

from sync.client.first_contact import enrol
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.enrolment import Enrolment
from sync.protocol.errors import EnrolRefused, WrongHub
from sync.protocol.hub import Hub
from sync.records.ids import HubId, LaptopId, WriterId

SIGNING = SigningKey.from_seed(b"w" * 32)
RECEIVING = ReceivingKey.generate()


def _enrol(hub: Hub, enrolment: Enrolment) -> WriterId:
    _, enrolled = enrol(
        hub,
        enrolment,
        signing=SIGNING,
        receiving=RECEIVING,
        laptop=LaptopId("l" + "0" * 16),
        laptop_name="stand",
        random_bytes=secrets.token_bytes,
    )
    return enrolled.writer


def test_a_new_writer_enters_with_its_code_once() -> None:
    hub = FakeHub()
    hub.codes.add("0123456789")
    given = Enrolment("https://hub.example", hub.pin[:10], "0123456789")
    assert _enrol(hub.view(SIGNING.writer), given) == SIGNING.writer
    assert hub.writers[SIGNING.writer] == (SIGNING.public, RECEIVING.public)
    with pytest.raises(EnrolRefused):
        _enrol(hub.view(SIGNING.writer), given)


def test_another_hub_never_sees_the_code() -> None:
    home, other = FakeHub(), FaultyHub(FakeHub(hub=HubId(b"G" * 16)).view(SIGNING.writer), iter(()))
    with pytest.raises(WrongHub):
        _enrol(other, Enrolment("https://hub.example", home.pin, "0123456789", home.hub))
    assert other.calls == ["hello"]
