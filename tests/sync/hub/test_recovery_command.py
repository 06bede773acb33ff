# SPDX-License-Identifier: MIT
"""``kenttakirja-hub recovery`` as whoever keeps the city's key types it: the answer, and the yearly drill."""

from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.__main__ import app
from sync.hub.home import open_home
from sync.hub.keys import recovery_public
from sync.log.errors import SealBroken
from sync.log.sealing import ReceivingKey
from sync.protocol.errors import RecoveryRefused
from sync.protocol.recovery import (
    ANSWER_SUFFIX,
    RecoveryAnswer,
    answer_label,
    answer_request,
    check_of,
    made_up_request,
    read_answer,
    read_request,
    write_request,
)

SLOT = b"what a recovery slot holds"


@dataclass
class Office:
    """A hub, the city's private key, and a request that came on a stick."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    database: str | None
    request: bytes = b""
    answered: ReceivingKey | None = None

    @property
    def key(self) -> Path:
        return self.folder / "hub" / "keys" / "recovery.key"

    @property
    def home(self) -> tuple[str, ...]:
        return ("--home", str(self.folder / "hub"))

    def say(self, *words: str) -> str:
        app(["recovery", *words], result_action="return_value")
        return self.capsys.readouterr().out

    def fault(self, *words: str) -> str | int | None:
        with pytest.raises(SystemExit) as caught:
            self.say(*words)
        return caught.value.code

    def answer(self, *words: str) -> tuple[str, ...]:
        return ("answer", str(self.folder / "ask"), "--key", str(self.key), *words)

    def logged(self) -> list[str]:
        opened = open_home(self.folder / "hub")
        try:
            rows = [row.event for row in opened.parts.store.audit(after=0, limit=1000)]
        finally:
            opened.close()
        return [msgspec.json.decode(raw)["audit_event"]["additional_information"] for raw in rows]


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    one = Office(tmp_path, capsys, None)
    app(["init", *one.home], result_action="return_value")
    opened = open_home(tmp_path / "hub")
    one.request, one.answered = made_up_request(recovery_public(opened.parts.keys), SLOT)
    opened.close()
    (tmp_path / "ask").write_bytes(one.request)
    capsys.readouterr()
    return one


def test_the_check_is_shown_first_and_nothing_is_answered(office: Office) -> None:
    out = office.folder / "answer"
    with pytest.raises(SystemExit) as caught:
        office.say(*office.answer("--out", str(out)))
    assert caught.value.code == 2
    assert f"Check  {check_of(office.request)}" in office.capsys.readouterr().out
    assert not out.exists()


def test_the_answer_opens_for_the_request_and_is_logged(office: Office) -> None:
    out = office.folder / f"answer{ANSWER_SUFFIX}"
    typed = check_of(office.request).lower().replace("-", " ")
    said = office.say(*office.answer("--check", typed, "--out", str(out), *office.home))
    assert out.name in said
    answer = read_answer(out.read_bytes())
    assert office.answered is not None
    assert office.answered.open(answer.box, label=answer_label(answer.request)) == SLOT
    assert SLOT not in out.read_bytes()
    assert out.stat().st_mode & 0o777 == 0o600
    assert f"recovery answered {check_of(office.request)}" in office.logged()


@pytest.mark.parametrize("check", ["0000-0000-0000-0000", "no check"])
def test_another_check_is_not_answered(office: Office, check: str) -> None:
    out = office.folder / "answer"
    said = office.fault(*office.answer("--check", check, "--out", str(out)))
    assert "not the check of this file" in str(said)
    assert not out.exists()


def test_another_key_answers_nothing(office: Office) -> None:
    other = office.folder / "other.key"
    other.write_bytes(ReceivingKey.generate().secret)
    words = ("answer", str(office.folder / "ask"), "--key", str(other), "--check", check_of(office.request))
    assert "another recovery key" in str(office.fault(*words, "--out", str(office.folder / "answer")))


def test_what_is_no_request_is_told(office: Office) -> None:
    (office.folder / "ask").write_bytes(office.request[:-1])
    said = office.fault(*office.answer("--check", check_of(office.request), "--out", "x"))
    assert "no request of a laptop's" in str(said)


def test_the_drill_says_in_one_line_that_the_key_works(office: Office) -> None:
    said = office.say("drill", "--key", str(office.key), *office.home)
    assert said.startswith("The recovery key works: ")
    assert said.count("\n") == 1
    assert "drill passed" in office.logged()


def test_the_drill_fails_for_another_key(office: Office) -> None:
    other = office.folder / "other.key"
    other.write_bytes(ReceivingKey.generate().secret)
    assert "does NOT open" in str(office.fault("drill", "--key", str(other), *office.home))
    assert "drill failed" in office.logged()


def test_every_byte_of_request_and_answer_that_is_another_is_refused() -> None:
    city = ReceivingKey.generate()
    raw, answered = made_up_request(city.public, SLOT)
    answer = answer_request(raw, city)

    def opened(file: bytes) -> bytes | None:
        try:
            found = read_answer(file)
            return answered.open(found.box, label=answer_label(found.request))
        except (RecoveryRefused, SealBroken):
            return None

    assert opened(answer) == SLOT
    for place in range(len(answer)):
        assert opened(answer[:place] + bytes([answer[place] ^ 1]) + answer[place + 1 :]) is None
    for place in range(0, len(raw), 7):
        other = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        assert check_of(other) != check_of(raw)
        try:
            assert opened(answer_request(other, city)) is None
        except RecoveryRefused:
            continue


@given(raw=st.binary(max_size=300))
def test_no_bytes_are_taken_for_a_request_or_an_answer(raw: bytes) -> None:
    for read in (read_request, read_answer):
        for magic in (b"", b"KKRECASK\x01", b"KKRECANS\x01"):
            with pytest.raises(RecoveryRefused):
                read(magic + raw)


def test_a_request_is_written_as_it_is_read() -> None:
    raw, _ = made_up_request(ReceivingKey.generate().public, SLOT)
    assert write_request(read_request(raw)) == raw
    assert RecoveryAnswer(b"x" * 32, b"") == RecoveryAnswer(b"x" * 32, b"")
