# SPDX-License-Identifier: MIT
"""Waiting for news over the wire: told at once, asked about once for all, and in nobody's way."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, visit
from sqlalchemy import Connection, event

from sync.hub import roster
from sync.hub.doorway import Doorway
from sync.hub.home import now_ms
from sync.hub.store.sql import SqlStore
from sync.protocol.calls import Call
from sync.protocol.frame import open_frame, seal_frame
from sync.protocol.http_signature import sign_request
from sync.protocol.messages import CommitFrame, Cursor, Pulled, PullRequest
from sync.records.ids import team_stream

LONG = 20_000
WAITERS = 12


@dataclass
class Waiting:
    """A hub with room for three requests at a time, and people who wait."""

    city: City
    address: str
    threads: ThreadPoolExecutor

    def ask(self, who: Member, wait: int) -> Pulled:
        store = self.city.world.parts.store
        heads = store.heads()
        cursors = [Cursor(one, heads[one].number, heads[one].running) for one in who.heads()]
        request = PullRequest(self.city.world.parts.epoch, cursors, [], 1_000_000, wait)
        body = seal_frame(self.city.world.parts.keys.receiving.public, request, label="pull")
        signed = sign_request(method="POST", path=Call.PULL.path, body=body, key=who.key, created_ms=now_ms())
        while True:
            response = requests.post(self.address + Call.PULL.path, data=body, headers=signed, timeout=30)
            if response.status_code != 503:
                return open_frame(who.receiving, response.content, Pulled, label="pull-answer")
            time.sleep(0.05)

    def begin(self, who: Member, wait: int) -> Future[Pulled]:
        return self.threads.submit(self.ask, who, wait)


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[Waiting]:
    world = HubWorld.live(tmp_path / "hub")
    city = make_city(world, HubClock())
    with world.http(Doorway(3)) as address, ThreadPoolExecutor(WAITERS + 1) as threads:
        yield Waiting(city, address, threads)
    world.close()


def numbers(answer: Pulled) -> list[int]:
    return [frame.number for frame in answer.frames if isinstance(frame, CommitFrame)]


def test_who_waits_is_told_of_anothers_save_long_before_the_time_is_up(waiting: Waiting) -> None:
    city = waiting.city
    coach = waiting.begin(city.coach, LONG)
    time.sleep(0.4)
    assert not coach.done()
    city.adviser.push(city.stream, city.adviser.write(city.stream, visit()))
    assert numbers(coach.result(timeout=10)) == [1]


def test_more_may_wait_than_are_let_in_at_once_and_all_are_told(waiting: Waiting) -> None:
    city = waiting.city
    asked = [waiting.begin(city.coach, LONG) for _ in range(WAITERS)]
    time.sleep(1.0)
    assert not any(one.done() for one in asked)
    assert waiting.ask(city.adviser, 0).frames == [], "the door is free for who does not wait"
    city.adviser.push(city.stream, city.adviser.write(city.stream, visit()))
    assert [numbers(one.result(timeout=15)) for one in asked] == [[1]] * WAITERS


def test_news_of_a_team_wakes_nobody_who_may_not_read_it(waiting: Waiting) -> None:
    city = waiting.city
    other = city.world.team("Länsi")
    stranger = city.world.member("Cecilia Länsi", "adviser", other)
    waiting.ask(city.coach, 0)
    coach = waiting.begin(city.coach, 1500)
    time.sleep(0.4)
    stranger.push(team_stream(other), stranger.write(team_stream(other), visit()))
    answer = coach.result(timeout=10)
    assert answer.frames == []


def test_a_right_that_is_given_meanwhile_brings_its_stream_at_once(waiting: Waiting) -> None:
    city = waiting.city
    other = city.world.team("Länsi")
    stranger = city.world.member("Cecilia Länsi", "adviser", other)
    stranger.push(team_stream(other), stranger.write(team_stream(other), visit()))
    coach = waiting.begin(city.coach, LONG)
    time.sleep(0.4)
    roster.grant(city.world.parts, city.coach.staff, "adviser", team=other, begins=0)
    answer = coach.result(timeout=10)
    assert answer.frames, "the roster's news comes first, and with it the right to the rest"


def test_all_who_wait_look_at_the_database_together(waiting: Waiting) -> None:
    city = waiting.city
    store = city.world.parts.store
    assert isinstance(store, SqlStore)
    asked = [waiting.begin(city.coach, 8000) for _ in range(WAITERS)]
    time.sleep(1.5)
    looks: list[str] = []

    def count(_c: Connection, _cursor: object, statement: str, *_more: object) -> None:
        looks.append(statement)

    event.listen(store._engines.read, "before_cursor_execute", count)
    began = time.monotonic()
    while not looks and not any(one.done() for one in asked):
        time.sleep(0.05)
    time.sleep(1.2)
    event.remove(store._engines.read, "before_cursor_execute", count)
    seconds = time.monotonic() - began
    assert 1 <= len(looks) <= seconds + 2, "one look a second, however many wait"
    assert all(one.result(timeout=20).frames == [] for one in asked)


def test_who_hangs_up_while_waiting_is_let_go(waiting: Waiting) -> None:
    city = waiting.city
    pulls: list[object] = []
    real = city.world.service.pull

    def counted(*asked: object) -> Pulled:
        pulls.append(asked)
        return real(*asked)  # type: ignore[arg-type]

    city.world.service.pull = counted  # type: ignore[assignment,method-assign]
    store = city.world.parts.store
    heads = store.heads()
    cursors = [Cursor(one, heads[one].number, heads[one].running) for one in city.coach.heads()]
    request = PullRequest(city.world.parts.epoch, cursors, [], 1_000_000, LONG)
    body = seal_frame(city.world.parts.keys.receiving.public, request, label="pull")
    signed = sign_request(
        method="POST", path=Call.PULL.path, body=body, key=city.coach.key, created_ms=now_ms()
    )
    with pytest.raises(requests.ReadTimeout):
        requests.post(waiting.address + Call.PULL.path, data=body, headers=signed, timeout=0.5)
    time.sleep(1.5)
    asked = len(pulls)
    city.adviser.push(city.stream, city.adviser.write(city.stream, visit()))
    time.sleep(0.5)
    assert (asked, len(pulls)) == (1, 1), "nobody asks the database for a laptop that is gone"


def test_nobody_waits_at_a_hub_that_is_being_stopped(waiting: Waiting) -> None:
    city = waiting.city
    waiting.ask(city.coach, 0)
    asked = waiting.begin(city.coach, LONG)
    time.sleep(0.4)
    assert not asked.done()
    city.world.service.changes.end()
    assert asked.result(timeout=LONG / 2000).frames == []
