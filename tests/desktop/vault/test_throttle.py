# SPDX-License-Identifier: MIT
"""Slowing down guesses, across restarts, wrong clocks and damaged files."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vault_disks import FullDisk
from vault_notebooks import Clock

from desktop.vault.disk import RealDisk
from desktop.vault.errors import DiskFull
from desktop.vault.throttle import THROTTLE_FILE, FailedUnlocks, Throttle, wait_after


def throttle_in(folder: Path, clock: Clock) -> Throttle:
    """A new object each time, as after a restart."""
    return Throttle(folder, clock=clock, disk=RealDisk())


def miss(folder: Path, clock: Clock, times: int) -> None:
    for _ in range(times):
        throttle_in(folder, clock).note_try()


def test_five_tries_are_free_and_then_the_wait_doubles_up_to_five_minutes() -> None:
    waits = [wait_after(misses) for misses in range(16)]
    assert waits == [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert wait_after(2**31) == 300


def test_nobody_waits_before_the_first_try(tmp_path: Path, clock: Clock) -> None:
    throttle = throttle_in(tmp_path, clock)
    assert (throttle.seconds_left(), throttle.free_tries) == (0, 5)
    assert not throttle.failures()


def test_the_count_survives_restarts(tmp_path: Path, clock: Clock) -> None:
    miss(tmp_path, clock, 7)
    assert throttle_in(tmp_path, clock).seconds_left() == 8
    assert throttle_in(tmp_path, clock).free_tries == 0


def test_the_wait_passes_second_by_second(tmp_path: Path, clock: Clock) -> None:
    miss(tmp_path, clock, 6)
    left = []
    for _ in range(6):
        left.append(throttle_in(tmp_path, clock).seconds_left())
        clock.now += 1
    assert left == [4, 3, 2, 1, 0, 0]


@settings(deadline=None, max_examples=30)  # each example waits for some fsyncs
@given(back=st.integers(min_value=1, max_value=10**9), misses=st.integers(min_value=5, max_value=14))
def test_a_clock_set_back_starts_the_wait_again_and_never_shortens_it(
    tmp_path_factory: pytest.TempPathFactory, back: int, misses: int
) -> None:
    folder, clock = tmp_path_factory.mktemp("throttle"), Clock()
    miss(folder, clock, misses)
    clock.now += wait_after(misses) - 1
    assert throttle_in(folder, clock).seconds_left() == 1
    clock.now -= back + wait_after(misses)
    assert throttle_in(folder, clock).seconds_left() == wait_after(misses)
    clock.now += wait_after(misses) - 1
    assert throttle_in(folder, clock).seconds_left() == 1
    clock.now += 1
    assert throttle_in(folder, clock).seconds_left() == 0


def test_a_clock_set_back_with_free_tries_left_brings_no_wait(tmp_path: Path, clock: Clock) -> None:
    miss(tmp_path, clock, 4)
    clock.now -= 1000
    assert throttle_in(tmp_path, clock).seconds_left() == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b"[" * 10_000,
        b'{"damaged":false,"misses":-1,"more":0,"noted":0,"times":[],"version":1}',
        b'{"damaged":false,"misses":0,"more":-5,"noted":0,"times":[],"version":1}',
        b'{"damaged":false,"misses":9,"more":0,"noted":99999999999999999,"times":[],"version":1}',
        b'{"damaged":false,"misses":0,"more":0,"noted":0,"times":[' + b"1," * 200 + b'1],"version":1}',
        b'{"damaged":false,"misses":0,"more":0,"noted":0,"times":[],"version":2}',
        b'{"damaged":false,"misses":0,"more":0,"noted":0,"times":[],"version":1,"x":1}',
    ],
)
def test_a_damaged_file_means_the_longest_wait_and_it_ends(
    tmp_path: Path, clock: Clock, content: bytes
) -> None:
    (tmp_path / THROTTLE_FILE).write_bytes(content)
    assert throttle_in(tmp_path, clock).seconds_left() == 300
    clock.now += 300
    throttle = throttle_in(tmp_path, clock)
    assert throttle.seconds_left() == 0
    assert throttle.failures() == FailedUnlocks((), 0, damaged=True)


def test_the_right_passphrase_frees_all_tries_and_keeps_the_misses_for_the_audit(
    tmp_path: Path, clock: Clock
) -> None:
    miss(tmp_path, clock, 3)
    clock.now += 60
    throttle = throttle_in(tmp_path, clock)
    throttle.note_try()
    throttle.forgive_all()
    assert throttle.free_tries == 5
    assert throttle.failures().times == (1_800_000_000,) * 3


def test_a_try_that_was_no_guess_is_taken_out_again(tmp_path: Path, clock: Clock) -> None:
    miss(tmp_path, clock, 3)
    throttle = throttle_in(tmp_path, clock)
    throttle.note_try()
    throttle.forgive_last()
    assert (throttle.free_tries, len(throttle.failures().times)) == (2, 3)


def test_misses_are_handed_over_once_the_audit_has_them(tmp_path: Path, clock: Clock) -> None:
    miss(tmp_path, clock, 2)
    audit: list[FailedUnlocks] = []
    assert throttle_in(tmp_path, clock).take_failures(audit.append) == FailedUnlocks(
        (clock.now, clock.now), 0, damaged=False
    )
    assert not throttle_in(tmp_path, clock).take_failures(audit.append)
    assert len(audit) == 1
    assert throttle_in(tmp_path, clock).free_tries == 3, "handing over forgives nothing"


def test_misses_stay_when_the_audit_could_not_take_them(tmp_path: Path, clock: Clock) -> None:
    miss(tmp_path, clock, 2)

    def broken(_failures: FailedUnlocks) -> None:
        raise RuntimeError("no audit")

    with pytest.raises(RuntimeError):
        throttle_in(tmp_path, clock).take_failures(broken)
    assert len(throttle_in(tmp_path, clock).failures().times) == 2


def test_a_hundred_misses_are_listed_and_the_rest_is_counted(tmp_path: Path, clock: Clock) -> None:
    miss(tmp_path, clock, 103)
    throttle = throttle_in(tmp_path, clock)
    assert (len(throttle.failures().times), throttle.failures().more) == (100, 3)
    throttle.note_try()
    throttle.forgive_all()
    assert (len(throttle.failures().times), throttle.failures().more) == (100, 3)
    assert (tmp_path / THROTTLE_FILE).stat().st_size < 4096


def test_a_try_that_cannot_be_counted_is_not_made(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(DiskFull):
        Throttle(tmp_path, clock=clock, disk=FullDisk(0)).note_try()
