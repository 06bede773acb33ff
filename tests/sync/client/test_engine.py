# SPDX-License-Identifier: MIT
"""Rounds between laptops and an honest hub: everything arrives once, and the round says what it did."""

from itertools import count

import pytest
from fake_hub import NOW, FakeHub
from fault_proxy import Fault, FaultyHub
from sync_world import OTHER_TEAM, TEAM, laptop

from sync.client.round import Progress
from sync.log.commit import Draft
from sync.log.signing import SigningKey
from sync.protocol.hub import Hub
from sync.protocol.journal import RoundOutcome
from sync.records.ids import EntityId, HubId


def _visit(entity: int) -> list[Draft]:
    return [Draft("visit", EntityId(entity.to_bytes(16, "big")), None, 1, {"age": ("u30", ())})]


def _counted(hub: Hub) -> FaultyHub:
    return FaultyHub(hub, iter(()))


def _calls(engine_hub: Hub) -> list[str]:
    assert isinstance(engine_hub, FaultyHub)
    return engine_hub.calls


def test_what_one_laptop_saved_another_shows() -> None:
    hub = FakeHub()
    hub.digests = True
    aino, veikko = laptop(hub, 1), laptop(hub, 2)
    aino.write(1, age="u30", topics="work")
    aino.write(2, stream=OTHER_TEAM, age="30_54")
    sent = aino.round()
    assert (sent.outcome, sent.sent, sent.problem) == (RoundOutcome.DONE, 2, "")
    got = veikko.round()
    assert (got.outcome, got.received) == (RoundOutcome.DONE, 2)
    assert veikko.journal.states(TEAM) == aino.journal.states(TEAM)
    assert veikko.journal.states(OTHER_TEAM) == aino.journal.states(OTHER_TEAM)
    assert aino.journal.unsent_count() == 0
    assert len(aino.journal.receipts) == 2


def test_a_round_with_nothing_new_is_one_request() -> None:
    hub = FakeHub()
    one = laptop(hub, 1, over=_counted)
    one.write(1, age="u30")
    one.round()
    assert _calls(one.engine.hub) == ["hello", "push", "pull", "heads"]
    _calls(one.engine.hub).clear()
    one.round()
    assert _calls(one.engine.hub) == ["pull"]


def test_a_long_queue_goes_in_batches_and_progress_is_told() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1, over=_counted), laptop(hub, 2)
    for entity in range(1, 1202):
        one.journal.save(TEAM, _visit(entity))
    told: list[Progress] = []
    record = one.engine.round(cancelled=lambda: False, progress=told.append)
    assert record.sent == 1201
    assert _calls(one.engine.hub).count("push") == 3
    assert [progress.sent for progress in told][:4] == [0, 500, 1000, 1201]
    assert {progress.total for progress in told} == {1201}
    assert other.round().received == 1201
    assert len(other.journal.states(TEAM)) == 1201


def test_a_batch_that_the_hub_finds_too_large_is_halved_until_it_fits() -> None:
    hub = FakeHub()
    hub.largest_push = 70
    one = laptop(hub, 1, over=_counted)
    for entity in range(1, 201):
        one.journal.save(TEAM, _visit(entity))
    assert one.round().sent == 200
    assert len(hub.streams[TEAM].commits) == 200


def test_cancelling_stops_between_two_requests_and_loses_nothing() -> None:
    hub = FakeHub()
    one = laptop(hub, 1, over=_counted)
    for entity in range(1, 1001):
        one.journal.save(TEAM, _visit(entity))
    asked = count()
    record = one.engine.round(cancelled=lambda: next(asked) >= 2)
    assert record.outcome is RoundOutcome.CANCELLED
    assert _calls(one.engine.hub) == ["hello", "push"]
    assert one.journal.unsent_count() == 500
    assert one.round().sent == 500
    assert one.engine.round(cancelled=lambda: True).outcome is RoundOutcome.CANCELLED


@pytest.mark.parametrize("fault", [Fault.REQUEST_LOST, Fault.ANSWER_LOST])
@pytest.mark.parametrize("at", range(4))
def test_a_lost_request_or_answer_ends_the_round_and_the_next_one_completes_it(fault: Fault, at: int) -> None:
    hub = FakeHub()
    plan = [Fault.NONE] * at + [fault]
    one = laptop(hub, 1, over=lambda real: FaultyHub(real, iter(plan)))
    for entity in range(1, 4):
        one.journal.save(TEAM, _visit(entity))
    record = one.round()
    assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "Unreachable")
    assert one.round().outcome is RoundOutcome.DONE
    assert one.journal.unsent_count() == 0
    assert len(hub.streams[TEAM].commits) == 3
    other = laptop(hub, 2)
    other.round()
    assert other.journal.states(TEAM) == one.journal.states(TEAM)


def test_requests_that_arrive_twice_change_nothing() -> None:
    hub = FakeHub()
    one = laptop(hub, 1, over=lambda real: FaultyHub(real, iter([Fault.TWICE] * 20)))
    for entity in range(1, 4):
        one.journal.save(TEAM, _visit(entity))
    assert one.round().outcome is RoundOutcome.DONE
    assert len(hub.streams[TEAM].commits) == 3


def test_after_a_cut_connection_less_is_sent_at_a_time_and_then_more_again() -> None:
    hub = FakeHub()
    plan = iter([Fault.NONE, Fault.REQUEST_LOST])
    one = laptop(hub, 1, over=lambda real: FaultyHub(real, plan))
    for entity in range(1, 501):
        one.journal.save(TEAM, _visit(entity))
    one.round()
    assert isinstance(one.engine.hub, FaultyHub)
    one.engine.hub.calls.clear()
    assert one.round().sent == 500
    assert one.engine.hub.calls.count("push") == 2


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_ten_years_off_syncs_like_any_other(years: int) -> None:
    hub = FakeHub()
    off = years * 365 * 86_400_000
    one = laptop(hub, 1, clock=lambda: NOW + off)
    one.write(1, age="u30")
    assert one.round().outcome is RoundOutcome.DONE
    assert one.journal.clock_offset() == -off


def test_another_hub_at_the_address_is_recognised_quietly() -> None:
    home, other = FakeHub(), FakeHub(hub=HubId(b"G" * 16))
    one = laptop(home, 1, over=lambda _hub: other.view(other.enter(SigningKey.from_seed(b"x" * 32).public)))
    one.write(1, age="u30")
    record = one.round()
    assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "WrongHub")
    assert one.journal.unsent_count() == 1
    assert not other.streams


def test_a_restored_hub_gets_back_what_its_backup_did_not_have() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    one.write(1, age="u30")
    one.round()
    hub.restore({})
    one.write(2, age="u30")
    before = one.journal.states(TEAM)
    record = one.round()
    assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
    assert one.journal.states(TEAM) == before == hub.states(TEAM)
    assert one.journal.epoch() == 2


def test_a_restored_hub_goes_on_from_where_its_backup_stood() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    for entity in range(1, 5):
        one.write(entity, age="u30")
        one.round()
    other.round()
    hub.restore({TEAM: 2})
    kept = hub.stream(TEAM).running[2]
    assert other.round().problem == ""  # she has them all, and brings back her colleague's
    assert one.round().problem == ""
    late = laptop(hub, 3)
    assert late.round().problem == ""  # begins with the numbers of the epoch before
    assert hub.stream(TEAM).running[2] == kept
    assert len(hub.stream(TEAM).commits) == 4
    assert one.journal.states(TEAM) == other.journal.states(TEAM) == late.journal.states(TEAM)


def test_a_laptop_that_slept_through_two_restores_loses_nothing() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    for entity in range(1, 5):
        one.write(entity, age="u30")
    one.round()
    hub.restore({TEAM: 2})
    for entity in range(5, 9):
        other.write(entity, age="30+")
    other.round()
    hub.restore({TEAM: 4})
    assert one.round().problem == ""
    assert other.round().problem == ""
    assert one.round().problem == ""
    assert len(hub.stream(TEAM).commits) == 8
    assert one.journal.states(TEAM) == other.journal.states(TEAM) == hub.states(TEAM)


def test_new_online_keys_of_the_same_root_are_taken_in_the_same_round() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    one.round()
    hub.online = SigningKey.from_seed(b"n" * 32)
    hub.serial = 2
    one.write(1, age="u30")
    assert one.round().outcome is RoundOutcome.DONE
    assert one.engine.known is not None
    assert one.engine.known.serial == 2
    hub.serial = 1
    one.engine.known = None
    assert one.round().problem == "WrongHub"


def test_a_notebook_restored_from_a_backup_goes_on_where_the_hub_is() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    for entity in range(1, 6):
        one.write(entity, age="u30")
    one.round()
    restored = laptop(hub, 1)
    restored.journal.chains = {chain: commits[:3] for chain, commits in one.journal.chains.items()}
    assert restored.round().outcome is RoundOutcome.DONE
    assert restored.journal.states(TEAM) == one.journal.states(TEAM)
    restored.write(9, age="u30")
    assert restored.round().outcome is RoundOutcome.DONE
    assert len(hub.streams[TEAM].commits) == 6


def test_a_gap_makes_the_journal_rejoin_where_the_hub_wants_it() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    for entity in range(1, 4):
        one.write(entity, age="u30")
    one.journal.acknowledged[TEAM, one.key.writer] = 2
    assert one.round().outcome is RoundOutcome.DONE
    assert one.journal.rejoined == [(TEAM, one.key.writer, 1)]
    assert len(hub.streams[TEAM].commits) == 3


def test_a_cloned_notebook_is_told_and_keeps_what_it_has() -> None:
    hub = FakeHub()
    one, clone = laptop(hub, 1), laptop(hub, 1)
    one.write(1, age="u30")
    clone.write(2, age="55_64")
    one.round()
    record = clone.round()
    assert (record.outcome, record.problem) == (RoundOutcome.FAILED, f"Cloned {TEAM}")
    assert clone.journal.unsent_count() == 1
    assert len(clone.journal.states(TEAM)) == 1


def test_a_clone_that_has_nothing_to_send_is_found_when_its_numbers_come() -> None:
    hub = FakeHub()
    one, clone = laptop(hub, 1), laptop(hub, 1)
    one.write(1, age="u30")
    clone.write(2, age="55_64")
    one.round()
    clone.journal.acknowledged[TEAM, clone.key.writer] = 1
    assert clone.round().problem == f"Cloned {TEAM}"


def test_quarantined_commits_are_told_and_travel_stripped() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    hub.quarantines.add((one.key.writer, 2))
    one.write(1, age="u30")
    one.write(2, age="u30")
    one.round()
    assert one.journal.quarantined == {(TEAM, one.key.writer, 2)}
    other.round()
    assert len(other.journal.states(TEAM)) == 1
    assert other.journal.chains[TEAM, one.key.writer][1].stripped


def test_a_stream_that_is_no_longer_mine_is_dropped() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    one.write(1, age="u30")
    one.round()
    other.round()
    hub.forbidden.add((other.key.writer, TEAM))
    assert other.round().outcome is RoundOutcome.DONE
    assert not other.journal.states(TEAM)
    assert not other.journal.cursors()


def test_a_stream_that_the_hub_refuses_holds_up_no_other() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    other.write(7, age="65")
    other.round()
    one.write(1, age="u30")
    one.write(2, stream=OTHER_TEAM, age="u30")
    hub.closed.add(TEAM)
    record = one.round()
    assert (record.outcome, record.problem) == (RoundOutcome.FAILED, f"stream-forbidden {TEAM}")
    assert (record.sent, record.received) == (1, 1)
    assert one.journal.unsent_count() == 1
    hub.closed.clear()
    assert one.round().outcome is RoundOutcome.DONE


def test_one_save_that_is_too_large_holds_up_no_other() -> None:
    hub = FakeHub()
    hub.largest_push = 0
    one = laptop(hub, 1)
    one.write(1, age="u30")
    assert one.round().problem == f"frame-too-large {TEAM}"
    assert one.journal.unsent_count() == 1


def test_a_colleagues_clone_is_not_taken_for_mine() -> None:
    hub = FakeHub()
    one, clone, other = laptop(hub, 1), laptop(hub, 1), laptop(hub, 2)
    clone.write(2, age="55_64")
    segment = clone.journal.unsent(max_commits=9, max_bytes=10**6)
    assert segment is not None
    other.journal.take(segment, clone.key.public)
    other.write(3, stream=OTHER_TEAM, age="u30")
    one.write(1, stream=TEAM, age="u30")
    one.round()
    hub.forbidden.add((other.key.writer, TEAM))
    record = other.round()
    assert (record.sent, record.problem) == (1, f"ColleagueCloned {TEAM}")


def test_a_colleagues_sealed_run_is_delivered_by_whoever_is_online() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    one.write(1, age="u30")
    segment = one.journal.unsent(max_commits=9, max_bytes=10**6)
    assert segment is not None
    other.journal.take(segment, one.key.public)
    assert other.round().sent == 1
    assert one.round().outcome is RoundOutcome.DONE
    assert one.journal.unsent_count() == 0
    assert len(hub.streams[TEAM].commits) == 1


def test_the_closing_check_names_the_stream_whose_fold_differs() -> None:
    hub = FakeHub()
    hub.digests = True
    one, other = laptop(hub, 1), laptop(hub, 2)
    one.write(1, age="u30")
    one.round()
    other.engine._digests = lambda _stream: b"x" * 32
    assert other.round().problem == f"StreamDiffers {TEAM}"


def test_what_the_hub_lost_after_acknowledging_it_is_sent_again() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    one.write(1, age="u30")
    one.round()
    del hub.streams[TEAM]
    hub.stream(TEAM)
    one.write(5, stream=OTHER_TEAM, age="u30")
    assert one.round().problem == f"StreamDiffers {TEAM}"
    assert one.journal.rejoined == [(TEAM, one.key.writer, 1)]
    assert one.journal.unsent_count() == 1
    assert one.round().outcome is RoundOutcome.DONE
    assert len(hub.streams[TEAM].commits) == 1


def test_a_hub_that_counts_less_than_it_did_is_named() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    one.write(1, age="u30")
    one.round()
    other.round()
    del hub.streams[TEAM]
    hub.stream(TEAM)
    other.write(5, stream=OTHER_TEAM, age="u30")
    assert other.round().problem == f"StreamDiffers {TEAM}"


def test_rounds_that_did_nothing_are_written_down_once() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    for _ in range(3):
        one.round()
    assert [record.outcome for record in one.journal.rounds] == [RoundOutcome.DONE]
