# SPDX-License-Identifier: MIT
"""The wire: what is not signed, sealed, fresh and small is refused with a stable code, and nothing happens."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
import requests
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, visit
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from sync.hub.doorway import Doorway
from sync.hub.home import now_ms
from sync.hub.store.sql import SqlStore
from sync.log.sealing import ReceivingKey, seal
from sync.protocol.calls import CONTENT_TYPE, PROBLEM_TYPE, Call
from sync.protocol.frame import MAX_SEALED, open_frame, seal_frame
from sync.protocol.http_signature import sign_request
from sync.protocol.messages import (
    Cursor,
    EnrolRequest,
    Heads,
    HeadsRequest,
    Pulled,
    PullRequest,
    Pushed,
    PushRequest,
)
from sync.records.ids import LaptopId


@dataclass
class Served:
    """A hub on loopback with two people."""

    city: City
    address: str

    def post(
        self,
        call: Call,
        message: msgspec.Struct,
        *,
        at: int | None = None,
        label: str | None = None,
        path: str | None = None,
    ) -> requests.Response:
        body = seal_frame(self.city.world.parts.keys.receiving.public, message, label=label or call.value)
        return self.send(call, body, at=at, path=path)

    def send(
        self, call: Call, body: bytes, *, at: int | None = None, path: str | None = None
    ) -> requests.Response:
        signed = sign_request(
            method="POST",
            path=path or call.path,
            body=body,
            key=self.city.adviser.key,
            created_ms=now_ms() if at is None else at,
        )
        return requests.post(self.address + call.path, data=body, headers=signed, timeout=30)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    world = HubWorld.live(tmp_path / "hub")
    city = make_city(world, HubClock())
    with world.http() as address:
        yield Served(city, address)
    world.close()


def code(response: requests.Response) -> str:
    assert response.headers["Content-Type"] == PROBLEM_TYPE
    document = response.json()
    assert document["status"] == response.status_code
    return str(document["type"]).removeprefix("urn:kenttakirja:problem:")


def push_request(served: Served) -> PushRequest:
    city = served.city
    return city.adviser.request(city.stream, [city.adviser.write(city.stream, visit())])


def test_a_sealed_and_signed_push_is_answered_sealed_to_its_sender(served: Served) -> None:
    response = served.post(Call.PUSH, push_request(served))
    assert (response.status_code, response.headers["Content-Type"]) == (200, CONTENT_TYPE)
    answer = open_frame(served.city.adviser.receiving, response.content, Pushed, label=Call.PUSH.answer)
    assert answer.numbers == [1]


def test_a_replay_yields_nothing_readable_and_changes_nothing(served: Served) -> None:
    city = served.city
    body = seal_frame(city.world.parts.keys.receiving.public, push_request(served), label="push")
    once, again = served.send(Call.PUSH, body), served.send(Call.PUSH, body)
    assert once.status_code == again.status_code == 200
    assert city.adviser.heads()[city.stream] == 1


@pytest.mark.parametrize("off", [-121_000, 121_000, -10 * 365 * 86_400_000])
def test_a_clock_far_off_is_told_the_hubs_time(served: Served, off: int) -> None:
    response = served.post(Call.HEADS, HeadsRequest(), at=now_ms() + off)
    assert code(response) == "clock-skew"
    assert abs(response.json()["hub_time"] - now_ms()) < 60_000


def test_a_clock_a_little_off_is_fine(served: Served) -> None:
    response = served.post(Call.HEADS, HeadsRequest(), at=now_ms() - 110_000)
    assert open_frame(served.city.adviser.receiving, response.content, Heads, label="heads-answer").streams


def test_a_signature_for_another_path_body_or_key_is_refused(served: Served) -> None:
    assert code(served.post(Call.HEADS, HeadsRequest(), path="/v1/push")) == "signature-invalid"
    body = seal_frame(served.city.world.parts.keys.receiving.public, HeadsRequest(), label="heads")
    signed = sign_request(
        method="POST", path="/v1/heads", body=body, key=served.city.coach.key, created_ms=now_ms()
    )
    changed = requests.post(served.address + "/v1/heads", data=body + b"x", headers=signed, timeout=30)
    assert code(changed) == "signature-invalid"
    naked = requests.post(served.address + "/v1/heads", data=body, timeout=30)
    assert code(naked) == "signature-invalid"


def test_somebody_who_is_not_enrolled_is_unknown(served: Served) -> None:
    stranger = served.city.adviser.key.generate()
    body = seal_frame(served.city.world.parts.keys.receiving.public, HeadsRequest(), label="heads")
    signed = sign_request(method="POST", path="/v1/heads", body=body, key=stranger, created_ms=now_ms())
    response = requests.post(served.address + "/v1/heads", data=body, headers=signed, timeout=30)
    assert (response.status_code, code(response)) == (401, "unknown-writer")


def test_frames_that_are_none_are_malformed(served: Served) -> None:
    public = served.city.world.parts.keys.receiving.public
    elsewhere = seal_frame(ReceivingKey.generate().public, HeadsRequest(), label="heads")
    for body in (b"", b"junk", elsewhere, seal(public, b"not zstd", label="heads")):
        assert code(served.send(Call.HEADS, body)) == "malformed"
    assert code(served.post(Call.HEADS, HeadsRequest(), label="push")) == "malformed"


def test_too_much_is_refused_before_it_is_read(served: Served) -> None:
    assert code(served.send(Call.PUSH, bytes(MAX_SEALED + 1))) == "frame-too-large"

    def endless() -> Iterator[bytes]:
        for _ in range(8):
            yield bytes(MAX_SEALED // 4)

    response = requests.post(served.address + "/v1/push", data=endless(), timeout=30)
    assert (response.status_code, code(response)) == (413, "frame-too-large")


def test_a_refusal_says_its_facts(served: Served) -> None:
    city = served.city
    commits = [city.adviser.write(city.stream, visit()) for _ in range(2)]
    response = served.post(Call.PUSH, city.adviser.request(city.stream, commits[1:]))
    assert (response.status_code, code(response), response.json()["expected"]) == (409, "chain-gap", 1)


def test_a_revoked_writers_refusal_is_in_the_hubs_log(served: Served) -> None:
    city = served.city
    city.world.parts.store.revoke(city.adviser.writer, now_ms())
    assert code(served.post(Call.PULL, PullRequest(0, [], [], 100_000))) == "writer-revoked"
    events = [row.event for row in city.world.parts.store.audit(after=0, limit=100)]
    assert b"FORBIDDEN" in events[-1]
    assert city.adviser.staff.encode() in events[-1]


def test_an_enrolment_must_be_signed_by_the_key_it_brings(served: Served) -> None:
    city = served.city
    asked = EnrolRequest(
        city.world.code(city.adviser.staff),
        city.coach.key.generate().public,
        city.adviser.receiving.public,
        LaptopId("l" + "1" * 16),
        "L1",
    )
    assert code(served.post(Call.ENROL, asked)) == "signature-invalid"


def test_a_round_with_nothing_new_is_one_small_request(served: Served) -> None:
    city = served.city
    heads = city.world.parts.store.heads()
    cursors = [Cursor(name, heads[name].number, heads[name].running) for name in city.adviser.heads()]
    asked = PullRequest(city.world.parts.epoch, cursors, [], 1_000_000)
    response = served.post(Call.PULL, asked)
    answer = open_frame(city.adviser.receiving, response.content, Pulled, label="pull-answer")
    assert answer.frames == []
    request = response.request
    both = len(request.body or b"") + sum(len(k) + len(v) + 4 for k, v in request.headers.items())
    both += len(response.content) + sum(len(k) + len(v) + 4 for k, v in response.headers.items())
    assert both <= 4096


def test_a_waiting_pull_is_answered_when_something_comes(served: Served) -> None:
    city = served.city
    heads = city.world.parts.store.heads()
    cursors = [Cursor(name, heads[name].number, heads[name].running) for name in city.adviser.heads()]
    start = time.monotonic()
    asked = PullRequest(0, cursors, [], 1_000_000, 300)
    response = served.post(Call.PULL, asked)
    waited = time.monotonic() - start
    answer = open_frame(city.adviser.receiving, response.content, Pulled, label="pull-answer")
    assert answer.frames == []
    assert waited >= 0.3


def test_answers_that_pack_badly_still_fit_a_frame(served: Served) -> None:
    city = served.city
    for _ in range(12):
        commit = city.coach.write(city.stream, *(visit(note=str(i) * 200) for i in range(90)))
        city.coach.push(city.stream, commit)
    response = served.post(Call.PULL, PullRequest(0, [], [], 50_000_000))
    answer = open_frame(city.adviser.receiving, response.content, Pulled, label="pull-answer")
    assert answer.frames


def test_health_and_status_say_nothing_about_people(served: Served) -> None:
    assert requests.get(served.address + "/healthz", timeout=30).text == "ok"
    status = requests.get(served.address + "/v1/status", timeout=30).json()
    assert sorted(status) == ["epoch", "hub", "ok", "time"]


@pytest.mark.parametrize("nonce", ["", "zz", "00", "00" * 17])
def test_a_hello_needs_a_nonce_of_its_length(served: Served, nonce: str) -> None:
    assert code(requests.get(f"{served.address}/v1/hello?nonce={nonce}", timeout=30)) == "malformed"


def test_a_full_house_asks_to_come_back(served: Served) -> None:
    with served.city.world.http(Doorway(0)) as address:
        response = Served(served.city, address).post(Call.HEADS, HeadsRequest())
    assert (response.status_code, code(response)) == (503, "busy")
    assert response.headers["Retry-After"] == "3"


def test_a_database_that_fails_is_the_hubs_fault_and_nothing_is_half_written(served: Served) -> None:
    store = served.city.world.parts.store
    assert isinstance(store, SqlStore)
    asked = push_request(served)

    def fail(_connection: Connection) -> None:
        raise OperationalError("COMMIT", {}, Exception("disk full"))

    event.listen(store._engines.write, "commit", fail)
    response = served.post(Call.PUSH, asked)
    assert (response.status_code, code(response)) == (500, "internal")
    event.remove(store._engines.write, "commit", fail)
    answer = open_frame(
        served.city.adviser.receiving, served.post(Call.PUSH, asked).content, Pushed, label="push-answer"
    )
    assert answer.numbers == [1]
