# SPDX-License-Identifier: MIT
"""Problem documents: every code travels and comes back as the same class with the same facts."""

import json

import pytest

from sync.protocol.errors import (
    CaptivePortal,
    Code,
    FrameBroken,
    FrameRefused,
    FrameTooLarge,
    HubBusy,
    HubFault,
    ProtocolError,
    Refused,
    WrongHub,
    refusal,
)
from sync.protocol.problems import decode_problem, encode_problem

REFUSALS = [code for code in Code if code not in {Code.BUSY, Code.INTERNAL}]


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_comes_back_as_it_was(code: Code) -> None:
    said = refusal(code, expected=7, stream="city")
    problem = encode_problem(said)
    heard = decode_problem(problem.status, problem.body)
    assert isinstance(heard, Refused)
    assert type(heard) is type(said)
    assert (heard.code, heard.facts) == (code, {"expected": 7, "stream": "city"})
    assert 400 <= problem.status < 500
    assert json.loads(problem.body)["type"] == f"urn:kenttakirja:problem:{code.value}"


@pytest.mark.parametrize(
    ("said", "code"), [(FrameBroken("x"), "malformed"), (FrameTooLarge("x"), "frame-too-large")]
)
def test_a_broken_request_is_refused_as_a_frame(said: ProtocolError, code: str) -> None:
    problem = encode_problem(said)
    heard = decode_problem(problem.status, problem.body)
    assert isinstance(heard, FrameRefused)
    assert heard.code.value == code


def test_a_busy_hub_says_how_long_to_wait() -> None:
    problem = encode_problem(HubBusy(4.2))
    assert (problem.status, problem.retry_after) == (503, 5)
    heard = decode_problem(problem.status, problem.body, "5")
    assert isinstance(heard, HubBusy)
    assert heard.retry_after == 5


@pytest.mark.parametrize(
    ("field", "seconds"), [(None, 30), ("Wed, 21 Oct 2026 07:28:00 GMT", 30), ("999999", 3600)]
)
def test_a_balancers_busy_answer_counts_too(field: str | None, seconds: float) -> None:
    heard = decode_problem(429, b"<html>", field)
    assert isinstance(heard, HubBusy)
    assert heard.retry_after == seconds


def test_a_failure_of_the_hub_says_nothing_of_its_inside() -> None:
    problem = encode_problem(WrongHub("secret"))
    assert b"secret" not in problem.body
    heard = decode_problem(problem.status, problem.body)
    assert isinstance(heard, HubFault)
    assert heard.status == 500
    assert isinstance(decode_problem(502, b"<html>bad gateway"), HubFault)


@pytest.mark.parametrize(
    "body", [b"<html>sign in</html>", b"{}", b"[]", b'{"type": "about:blank"}', b"x" * 9000]
)
def test_what_is_no_problem_of_ours_is_a_portal(body: bytes) -> None:
    assert isinstance(decode_problem(403, body), CaptivePortal)
