# SPDX-License-Identifier: MIT
"""Forged answers: who is inside TLS and knows a writer's public key still says nothing in the hub's name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest
from hub_world import HubWorld, Member, home_stream, laptop_id, person
from interloper import Interloper, Told, between
from memory_journal import MemoryJournal

from sync.client.engine import Engine
from sync.client.http import HttpHub
from sync.hub.home import now_ms
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.answer import sign_answer, verify_answer
from sync.protocol.calls import CONTENT_TYPE, PROBLEM_TYPE, Call
from sync.protocol.errors import Code, Refused, WrongHub, refusal
from sync.protocol.frame import seal_frame
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import (
    DropFrame,
    Enrolled,
    EnrolRequest,
    Heads,
    HeadsRequest,
    Pulled,
    PullRequest,
    StreamHead,
)
from sync.protocol.problems import encode_problem
from sync.records.ids import HubId, StreamId

_HUB = HubId(b"H" * 16)


@dataclass
class Wire:
    """A member's notebook that reaches a true hub through somebody."""

    member: Member
    stream: StreamId
    thief: Interloper
    http: HttpHub
    journal: MemoryJournal
    engine: Engine

    def round(self) -> tuple[RoundOutcome, str]:
        record = self.engine.round(cancelled=lambda: False)
        return record.outcome, record.problem


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    world = HubWorld.live(tmp_path / "hub")
    team = world.team("Itä")
    member = world.member("Aino", "adviser", team)
    journal = MemoryJournal(hub=world.hub, key=member.key)
    with world.http() as address, between(address) as thief:
        http = _reach(member, thief.address)
        engine = Engine(
            http, journal, clock=now_ms, pin=world.root_digest, hub_id=world.hub, me=member.writer,
            digests=journal.digest,
        )  # fmt: skip
        yield Wire(member, home_stream(team), thief, http, journal, engine)
        http.close()
    world.close()


def _reach(member: Member, address: str) -> HttpHub:
    return HttpHub(
        address,
        pin=member.world.root_digest,
        signing=member.key,
        receiving=member.receiving,
        clock=now_ms,
    )


def _sealed(
    member: Member, call: Call, answer: msgspec.Struct, *, key: SigningKey | None = None
) -> Callable[[str, bytes, Told], Told]:
    """Return a forger of one call's answer; with ``key`` it is signed, by a key that is not the hub's."""
    body = seal_frame(member.receiving.public, answer, label=call.answer)

    def forge(path: str, request: bytes, true: Told) -> Told:
        if path != call.path:
            return true
        word = None if key is None else sign_answer(key, hub=member.world.hub, request=request, answer=body)
        return Told(200, CONTENT_TYPE, body, word)

    return forge


def test_a_forged_drop_empties_no_stream(wire: Wire) -> None:
    wire.journal.save(wire.stream, [person("Matti")])
    assert wire.round() == (RoundOutcome.DONE, "")
    before = wire.journal.states(wire.stream)
    cursors = list(wire.journal.cursors())
    forged = Pulled(wire.member.world.parts.epoch, now_ms(), [DropFrame(wire.stream)], more=False)
    for key in (None, SigningKey.generate(), wire.member.key):
        wire.thief.forge = _sealed(wire.member, Call.PULL, forged, key=key)
        assert wire.round() == (RoundOutcome.OFFLINE, "WrongHub")
        assert wire.journal.states(wire.stream) == before != {}
        assert list(wire.journal.cursors()) == cursors
    wire.thief.forge = lambda _path, _request, true: true
    assert wire.round() == (RoundOutcome.DONE, "")


def test_forged_heads_are_not_read(wire: Wire) -> None:
    forged = Heads(wire.member.world.parts.epoch, [StreamHead(wire.stream, 9, b"h" * 32, 9)])
    wire.thief.forge = _sealed(wire.member, Call.HEADS, forged)
    with pytest.raises(WrongHub):
        wire.http.heads(HeadsRequest())


def test_a_forged_welcome_is_not_believed(wire: Wire) -> None:
    world, staff = wire.member.world, wire.member.staff
    second = replace(wire.member, key=SigningKey.generate(), receiving=ReceivingKey.generate())
    asked = EnrolRequest(
        world.code(staff), second.key.public, second.receiving.public, laptop_id("toinen"), "toinen"
    )
    http = _reach(second, wire.thief.address)
    wire.thief.forge = _sealed(
        second, Call.ENROL, Enrolled(second.writer, world.person("Muu", "adviser", None), "Muu", [])
    )
    with pytest.raises(WrongHub):
        http.enrol(asked)
    wire.thief.forge = lambda _path, _request, true: true
    assert http.enrol(asked).staff == staff
    http.close()


def test_a_true_answer_to_another_request_is_none_to_this_one(wire: Wire) -> None:
    asked = PullRequest(0, [], [], 1_000_000)
    assert wire.http.pull(asked).frames
    old = wire.thief.passed[-1]
    wire.thief.forge = lambda _path, _request, _true: old
    with pytest.raises(WrongHub):
        wire.http.pull(asked)
    # Nor is a true word over another body.
    wire.thief.forge = lambda _path, _request, true: replace(true, body=old.body)
    with pytest.raises(WrongHub):
        wire.http.pull(asked)


@pytest.mark.parametrize(
    "said",
    [
        refusal(Code.CHAIN_GAP, expected=2),
        refusal(Code.CHAIN_FORK, expected=1),
        refusal(Code.WRITER_REVOKED),
        refusal(Code.CURSOR_EXPIRED, stream="city"),
        refusal(Code.PROTOCOL_TOO_OLD),
    ],
    ids=lambda said: said.code.value,
)
def test_a_forged_no_moves_nothing(wire: Wire, said: Refused) -> None:
    wire.journal.save(wire.stream, [person("Matti")])
    problem = encode_problem(said)
    wire.thief.forge = lambda _path, _request, _true: Told(problem.status, PROBLEM_TYPE, problem.body, None)
    assert wire.round() == (RoundOutcome.OFFLINE, "WrongHub")
    assert (wire.journal.unsent_count(), wire.journal.rejoined) == (1, [])
    wire.thief.forge = lambda _path, _request, true: true
    assert wire.round() == (RoundOutcome.DONE, "")
    assert wire.journal.unsent_count() == 0


def test_a_true_no_keeps_its_meaning_on_the_way(wire: Wire) -> None:
    wire.http.heads(HeadsRequest())
    gap = wire.member.request(
        wire.stream, [wire.member.write(wire.stream, person(name)) for name in "AB"][1:]
    )
    with pytest.raises(Refused) as refused:
        wire.http.push(gap)
    assert (refused.value.code, refused.value.facts["expected"]) == (Code.CHAIN_GAP, 1)


@pytest.mark.parametrize("word", [None, "", "!", "ää", "AAAA", "A" * 88])
def test_a_field_of_no_sense_is_no_word(word: str | None) -> None:
    key = SigningKey.generate()
    with pytest.raises(WrongHub):
        verify_answer(key.public, word, hub=_HUB, request=b"q", answer=b"a")
