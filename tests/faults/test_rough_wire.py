# SPDX-License-Identifier: MIT
"""A real notebook and a real hub over TCP that is silent, late, slow or reset, or under another certificate."""

import datetime as dt
import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from captive_portal import captive_portal
from hub_world import HubWorld, Member
from rough_wire import Manner, RoughWire
from store_world import AUDIT_KEY, INDEX_KEY, KEY, person
from tls_server import server_certificate

from desktop.store.changes import WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.client.http import HttpHub
from sync.client.tls import tls_context
from sync.hub.home import now_ms
from sync.protocol.journal import RoundOutcome
from sync.records.ids import StreamId, team_stream

DAY = dt.timedelta(days=1)
TEN_YEARS_MS = 10 * 365 * 86_400_000
_numbers = itertools.count(1)


@dataclass
class _Field:
    """A hub that serves HTTP, and one notebook."""

    world: HubWorld
    office: tuple[str, int]
    member: Member
    stream: StreamId
    store: NotebookStore
    journal: StoreJournal
    folder: Path

    @contextmanager
    def engine(
        self,
        address: str,
        *,
        roots: str | None = None,
        clock: Callable[[], int] = now_ms,
        whole: float = 60.0,
    ) -> Iterator[Engine]:
        """Yield an engine that reaches the hub there; it waits a second at most, and ``whole`` s for an exchange."""
        http = HttpHub(
            address, pin=self.world.root_digest, hub_id=self.world.hub, signing=self.member.key,
            receiving=self.member.receiving, clock=clock, offset=self.journal.clock_offset(),
            context=tls_context(extra_roots=roots), timeouts=(1.0, 1.0), whole_seconds=whole,
        )  # fmt: skip
        try:
            yield Engine(
                http, self.journal, clock=clock, pin=self.world.root_digest, hub_id=self.world.hub,
                me=self.member.writer, digests=self.journal.digest,
            )  # fmt: skip
        finally:
            http.close()

    def save(self, count: int = 3) -> None:
        """Save some people."""
        for _ in range(count):
            self.store.save(self.stream, [person("Aino", f"Virta{next(_numbers)}")], time_ms=now_ms())

    def at_hub(self) -> int:
        """Return how many commits the hub has of the team."""
        head = self.world.parts.store.head(self.stream)
        return 0 if head is None else head.number

    def whole(self, count: int) -> None:
        """Everything is at the hub once, and the notebook is sound."""
        assert (self.at_hub(), self.journal.unsent_count()) == (count, 0)
        self.store.verify()
        self.store.check_fold()


@pytest.fixture
def field(tmp_path: Path) -> Iterator[_Field]:
    """Somebody enrolled, with three saves that wait."""
    world = HubWorld.live(tmp_path / "hub")
    team = world.team("Testitiimi")
    member = world.member("Aino", "adviser", team)
    store = open_notebook(
        tmp_path / "notebook.db", KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
        me=WriterIdentity(member.key, member.staff, member.laptop), hub=world.hub, create=True,
        allow_temporary=True,
    )  # fmt: skip
    with world.http() as address:
        at = urlsplit(address)
        office = (str(at.hostname), int(at.port or 0))
        made = _Field(world, office, member, team_stream(team), store, StoreJournal(store), tmp_path)
        made.save()
        yield made
    store.close()
    world.close()


@pytest.mark.parametrize("manner", [Manner.SILENT, Manner.RESET])
def test_a_wire_that_answers_nothing_ends_the_round_and_the_next_one_completes_it(
    field: _Field, manner: Manner
) -> None:
    wire = RoughWire(field.office)
    with field.engine(wire.address) as engine:
        wire.manner = manner
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.OFFLINE
        assert field.journal.unsent_count() == 3
        wire.manner = Manner.FAIR
        wire.hang_up()
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.DONE
        field.whole(3)
        field.save()
        wire.manner = manner  # in the middle of things: the hub is known by now
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.OFFLINE
        wire.manner = Manner.FAIR
        wire.hang_up()
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.DONE
    field.whole(6)
    wire.close()


@pytest.mark.parametrize("manner", [Manner.LATE, Manner.TRICKLE])
def test_a_slow_wire_is_only_slow(field: _Field, manner: Manner) -> None:
    wire = RoughWire(field.office)
    wire.manner = manner
    with field.engine(wire.address) as engine:
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.DONE
    field.whole(3)
    wire.close()


def test_a_wire_that_drips_ends_the_round_when_the_time_for_an_answer_is_up(field: _Field) -> None:
    """No single read takes long enough to time out: only the whole does."""
    wire = RoughWire(field.office)
    wire.manner = Manner.DRIP
    with field.engine(wire.address, whole=0.5) as engine:
        record = engine.round(cancelled=lambda: False)
        assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "Unreachable")
        assert field.journal.unsent_count() == 3
    wire.manner = Manner.FAIR
    wire.hang_up()
    with field.engine(wire.address) as engine:
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.DONE
    field.whole(3)
    wire.close()


def test_a_certificate_of_somebody_else_is_met_as_a_network_that_is_not_ours(field: _Field) -> None:
    begins, ends = _around_now()
    ours, our_root = server_certificate(field.folder, begins=begins, ends=ends, address="127.0.0.1")
    theirs, _ = server_certificate(field.folder, begins=begins, ends=ends, address="127.0.0.1")
    wrong, right = RoughWire(field.office, tls=theirs), RoughWire(field.office, tls=ours)
    with field.engine(wrong.address, roots=our_root) as engine:
        record = engine.round(cancelled=lambda: False)
    assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "CaptivePortal")
    assert field.journal.unsent_count() == 3
    with field.engine(right.address, roots=our_root) as engine:
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.DONE
    field.whole(3)
    for wire in (wrong, right):
        wire.close()


@pytest.mark.parametrize("years", [-10, 0, 10])
def test_an_expired_certificate_is_expired_by_hub_time_whatever_the_laptop_thinks(
    field: _Field, years: int
) -> None:
    def clock() -> int:
        return now_ms() + years * TEN_YEARS_MS // 10

    now = dt.datetime.now(dt.UTC)
    for ends, outcome in ((now - DAY, RoundOutcome.OFFLINE), (now + DAY, RoundOutcome.DONE)):
        tls, root = server_certificate(field.folder, begins=now - 30 * DAY, ends=ends, address="127.0.0.1")
        wire = RoughWire(field.office, tls=tls)
        with field.engine(wire.address, roots=root, clock=clock) as engine:
            assert engine.round(cancelled=lambda: False).outcome is outcome
        wire.close()
    field.whole(3)


def test_a_sign_in_page_behind_a_good_certificate_is_no_hub(field: _Field) -> None:
    begins, ends = _around_now()
    tls, root = server_certificate(field.folder, begins=begins, ends=ends, address="127.0.0.1")
    with captive_portal() as page:
        at = urlsplit(page)
        wire = RoughWire((str(at.hostname), int(at.port or 0)), tls=tls)
        with field.engine(wire.address, roots=root) as engine:
            record = engine.round(cancelled=lambda: False)
        wire.close()
    assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "CaptivePortal")
    assert (field.at_hub(), field.journal.unsent_count()) == (0, 3)


def test_a_request_that_the_wire_delivers_again_later_changes_nothing(field: _Field) -> None:
    """The answer is lost on a reset, the request is sent again, and the hub has it once."""
    wire = RoughWire(field.office)
    with field.engine(wire.address) as engine:
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.DONE
        for _ in range(3):
            field.save(1)
            wire.manner = Manner.RESET
            engine.round(cancelled=lambda: False)
            wire.manner = Manner.FAIR
            wire.hang_up()
        assert engine.round(cancelled=lambda: False).outcome is RoundOutcome.DONE
    field.whole(6)
    wire.close()


def _around_now() -> tuple[dt.datetime, dt.datetime]:
    now = dt.datetime.fromtimestamp(time.time(), dt.UTC)
    return now - DAY, now + DAY
