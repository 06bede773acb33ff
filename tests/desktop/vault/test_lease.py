# SPDX-License-Identifier: MIT
"""For how long a lease lets a notebook open, whatever is done to the clock."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_key_store import MemoryKeyStore
from vault_notebooks import Enrolled

from desktop.vault.errors import LeaseMissing, LeaseRunOut, LeaseSuspended
from desktop.vault.lease import (
    DAY_MS,
    LEAP_DAYS,
    InForce,
    LeaseRecord,
    RunOut,
    Suspended,
    granted,
    judge,
    lease_name,
    opened,
    pack_lease,
    stood_open,
    unpack_lease,
)
from desktop.vault.lease_keeping import demand_share, read_lease, write_lease
from desktop.vault.vault import take_lease

NOW = 1_764_000_000_000
DAYS = 45
SHARE = bytes(range(16))
moments = st.integers(min_value=NOW - 400 * DAY_MS, max_value=NOW + 4000 * DAY_MS)


def fresh(offset: int = 0) -> LeaseRecord:
    """A lease that the hub grants now; its clock is ``offset`` ahead of the laptop's."""
    return granted(SHARE, until=NOW + offset + DAYS * DAY_MS, days=DAYS, now=NOW)


@pytest.mark.parametrize("offset", [0, 5 * DAY_MS, -5 * DAY_MS])
def test_it_is_in_force_to_its_last_millisecond_by_the_hubs_clock(offset: int) -> None:
    record = fresh(offset)
    end = NOW + DAYS * DAY_MS
    assert judge(NOW, record) == InForce(record.until)
    assert judge(end - 1, record) == InForce(record.until)
    assert judge(end, record) == RunOut()


def test_a_leap_of_more_than_a_lease_and_thirty_days_asks_for_a_look_at_the_clock() -> None:
    record = fresh()
    longest = (DAYS + LEAP_DAYS) * DAY_MS
    assert judge(NOW + longest, record) == RunOut()
    assert judge(NOW + longest + 1, record) == Suspended()
    later = opened(NOW + 40 * DAY_MS, record)
    assert judge(NOW + longest + 1, later) == RunOut(), "counted from when it was last seen in force"


@given(moments)
def test_a_judgement_changes_nothing_and_nothing_but_an_unlock_in_force_moves_the_mark(moment: int) -> None:
    record = fresh()
    after = opened(moment, record)
    if isinstance(judge(moment, record), InForce):
        assert record.mark <= after.mark < record.until
    else:
        assert after == record


@given(st.lists(moments, max_size=30), st.integers(min_value=0, max_value=DAYS * DAY_MS - 1))
def test_no_leaps_of_the_clock_however_many_lose_a_lease_that_honest_time_has_not_used_up(
    leaps: list[int], honest: int
) -> None:
    record = fresh()
    for moment in leaps:
        record = opened(moment, record)  # somebody unlocks, or tries to, at each of them
    assert judge(NOW + honest, record) == InForce(record.until)


@given(st.lists(st.tuples(moments, st.integers(min_value=0, max_value=20 * DAY_MS)), min_size=1, max_size=60))
def test_no_setting_of_the_clock_gives_more_open_notebook_than_the_hub_granted(
    sessions: list[tuple[int, int]],
) -> None:
    """Each session: what the clock is set to, and how long the notebook then stands open by honest time."""
    record, stood = fresh(), 0
    for moment, asked in sessions:
        if not isinstance(judge(moment, record), InForce):
            continue
        record = opened(moment, record)
        allowed = min(asked, record.until - record.mark)  # it locks by itself when the lease is used up
        stood += allowed
        record = stood_open(allowed, record)
    assert stood <= DAYS * DAY_MS
    if stood == DAYS * DAY_MS:
        assert all(judge(moment, record) == RunOut() for moment, _ in sessions)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_time_that_is_counted_never_goes_back_and_never_past_the_end(milliseconds: int) -> None:
    record = fresh()
    after = stood_open(milliseconds, record)
    assert record.mark <= after.mark <= record.until
    assert stood_open(milliseconds, msgspec.structs.replace(record, mark=record.until)).mark == record.until


def test_a_contact_undoes_what_a_wrong_clock_used_up() -> None:
    used = opened(NOW + 44 * DAY_MS, fresh())
    assert used.mark == NOW + 44 * DAY_MS
    assert fresh().mark == NOW


def test_nothing_printed_holds_the_share() -> None:
    assert SHARE.hex() not in repr(fresh())


@given(st.binary(max_size=200))
def test_any_bytes_in_the_key_store_are_a_record_or_none(raw: bytes) -> None:
    assert unpack_lease(raw) is None


@pytest.mark.parametrize(
    "change",
    [
        {"share": "00"}, {"share": "zz" * 16}, {"share": SHARE.hex().upper()}, {"days": 0}, {"days": 5000},
        {"until": 2**60}, {"mark": 2**60}, {"offset": -(2**60)}, {"version": 2}, {"more": 1}, {"until": 1.5},
    ],
)  # fmt: skip
def test_a_record_that_was_not_written_by_us_is_none(change: dict[str, object]) -> None:
    value = msgspec.json.decode(pack_lease(fresh())) | change
    assert unpack_lease(msgspec.json.encode(value, order="sorted")) is None


def test_a_records_one_spelling_comes_back() -> None:
    raw = pack_lease(fresh())
    assert unpack_lease(raw) == fresh()
    assert unpack_lease(raw + b" ") is None


def test_the_share_is_given_only_to_its_own_key_file_and_only_in_force(enrolled: Enrolled) -> None:
    store, vault = MemoryKeyStore(), enrolled.vault
    take_lease(vault, SHARE)
    header = vault.header
    with pytest.raises(LeaseMissing):
        demand_share(store, header, now=NOW)
    assert write_lease(store, header.vault, fresh())
    assert demand_share(store, header, now=NOW) == SHARE
    for moment, fault in ((NOW + 45 * DAY_MS, LeaseRunOut), (NOW + 900 * DAY_MS, LeaseSuspended)):
        with pytest.raises(fault):
            demand_share(store, header, now=moment)
    assert read_lease(store, header.vault) == fresh()
    write_lease(store, header.vault, msgspec.structs.replace(fresh(), share="ff" * 16))
    with pytest.raises(LeaseMissing):
        demand_share(store, header, now=NOW)
    store.kept[lease_name(header.vault)] = b"{}"
    with pytest.raises(LeaseMissing):
        demand_share(store, header, now=NOW)
