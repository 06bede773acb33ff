# SPDX-License-Identifier: MIT
"""The PIN: two halves, four hours, five tries, and nothing on the disk that six digits could open."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from volatile_memory import MemoryVolatileStore

from desktop.vault.disk import RealDisk
from desktop.vault.errors import MemoryShort, PinGone, PinTooSimple, Throttled, WrongPin
from desktop.vault.kdf import LEAST_MEMORY_KIB, KdfParameters
from desktop.vault.pin import PIN_FILE, PIN_SECONDS, PIN_TRIES, PinKey, PinLock, demand_good_pin, pin_key
from desktop.vault.secrets import VaultSecrets
from desktop.vault.throttle import THROTTLE_FILE
from desktop.vault.vault import OpenVault, create, unlock
from sync.log.sealing import ReceivingKey
from sync.records.ids import StaffId

PASSPHRASE, PIN, OTHER = "viisi sanaa riittää ihan hyvin", "472905", "472906"
CHEAP = KdfParameters(memory_kib=LEAST_MEMORY_KIB, passes=1, lanes=1)
KEY = pin_key(PIN)
RECOVERY = ReceivingKey.generate().public
SECRETS = VaultSecrets.fresh(hub_root=bytes(32))


@dataclass
class Desk:
    """A notebook's folder with a PIN, and two clocks."""

    folder: Path
    volatile: MemoryVolatileStore = field(default_factory=MemoryVolatileStore)
    now: int = 1_790_000_000
    up: int = 100

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self.vault: OpenVault = create(
            self.folder, staff=StaffId("s0000000000000001"), passphrase=PASSPHRASE, kdf=CHEAP, secrets=SECRETS,
            recovery_key=RECOVERY, clock=lambda: self.now,
        )  # fmt: skip

    def lock(self) -> PinLock:
        """Return the lock as a fresh process makes it."""
        return PinLock(
            self.folder,
            volatile=self.volatile,
            disk=RealDisk(),
            clock=lambda: self.now,
            started=lambda: self.up,
        )

    def arm(self, key: PinKey = KEY) -> None:
        """Arm it."""
        assert self.lock().arm(self.vault, key, base=b"base")

    def sleep(self, seconds: int) -> None:
        """Let time pass, honestly."""
        self.now += seconds
        self.up += seconds

    def miss(self) -> None:
        """Type a wrong PIN, waiting where the throttle says so."""
        for _ in range(2):
            try:
                self.lock().reopen(OTHER)
            except Throttled as problem:
                self.sleep(problem.seconds)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desk whose PIN is armed."""
    one = Desk(tmp_path / "s0000000000000001")
    one.arm()
    yield one
    one.vault.close()


def test_the_pin_opens_the_same_vault(desk: Desk) -> None:
    opened = desk.lock().reopen(PIN)
    assert opened.secrets == SECRETS
    assert opened.staff == desk.vault.staff
    assert not opened.confirmed


def test_four_hours_after_the_passphrase_it_is_over_and_reopening_does_not_prolong_it(desk: Desk) -> None:
    desk.sleep(PIN_SECONDS - 1)
    desk.lock().reopen(PIN)
    desk.sleep(1)
    assert desk.lock().armed() is None
    with pytest.raises(PinGone):
        desk.lock().reopen(PIN)
    assert not (desk.folder / PIN_FILE).exists()
    assert not desk.volatile.kept


def test_a_clock_that_is_set_back_gives_no_more_time(desk: Desk) -> None:
    desk.up += PIN_SECONDS
    desk.now -= 86_400
    with pytest.raises(PinGone):
        desk.lock().reopen(PIN)


def test_after_a_restart_only_the_passphrase_opens(desk: Desk) -> None:
    desk.volatile.restart()
    assert desk.lock().armed() is None
    with pytest.raises(PinGone):
        desk.lock().reopen(PIN)
    assert unlock(desk.folder, PASSPHRASE, known_generation=1).secrets == SECRETS


def test_the_fifth_miss_takes_it_away_whoever_counts(desk: Desk) -> None:
    for left in range(PIN_TRIES - 1, 0, -1):
        with pytest.raises(WrongPin) as raised:
            desk.lock().reopen(OTHER)
        assert raised.value.tries_left == left
    with pytest.raises(PinGone):
        desk.lock().reopen(OTHER)
    with pytest.raises((PinGone, Throttled)):
        desk.lock().reopen(PIN)
    desk.sleep(300)
    with pytest.raises(PinGone):
        desk.lock().reopen(PIN)


def test_files_that_are_put_back_give_no_more_tries(desk: Desk) -> None:
    kept = {name: (desk.folder / name).read_bytes() for name in (PIN_FILE,)}
    for _ in range(PIN_TRIES):
        for name, raw in kept.items():
            (desk.folder / name).write_bytes(raw)
        (desk.folder / THROTTLE_FILE).unlink(missing_ok=True)
        with pytest.raises((WrongPin, PinGone)):
            desk.lock().reopen(OTHER)
    for name, raw in kept.items():
        (desk.folder / name).write_bytes(raw)
    (desk.folder / THROTTLE_FILE).unlink(missing_ok=True)
    with pytest.raises(PinGone):
        desk.lock().reopen(PIN)


def test_a_try_counts_although_the_process_dies_before_the_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> bytes:
        raise SystemExit

    monkeypatch.setattr("desktop.vault.pin.derive", dies)
    for _ in range(PIN_TRIES - 1):
        with pytest.raises(SystemExit):
            desk.lock().reopen(PIN)
    monkeypatch.undo()
    armed = desk.lock().armed()
    assert armed is not None
    assert armed.tries_left == 1


def test_too_little_memory_is_no_try(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def short(*_: object) -> bytes:
        raise MemoryShort(64 * 1024)

    monkeypatch.setattr("desktop.vault.pin.derive", short)
    for _ in range(PIN_TRIES + 2):
        with pytest.raises(MemoryShort):
            desk.lock().reopen(PIN)
    monkeypatch.undo()
    assert desk.lock().reopen(PIN).secrets == SECRETS


def test_the_right_pin_gives_all_tries_back(desk: Desk) -> None:
    with pytest.raises(WrongPin):
        desk.lock().reopen(OTHER)
    desk.lock().reopen(PIN)
    armed = desk.lock().armed()
    assert armed is not None
    assert armed.tries_left == PIN_TRIES


def test_misses_are_told_to_the_access_log_by_way_of_the_throttle(desk: Desk) -> None:
    with pytest.raises(WrongPin):
        desk.lock().reopen(OTHER)
    assert len(desk.lock().reopen(PIN).throttle.failures().times) == 1


def test_a_store_that_keeps_nothing_any_more_makes_the_pin_gone(desk: Desk) -> None:
    desk.volatile.refuses = True
    with pytest.raises(PinGone):
        desk.lock().reopen(PIN)
    assert not desk.lock().arm(desk.vault, KEY, base=b"")


def test_disarmed_it_opens_nothing_and_nothing_is_left(desk: Desk) -> None:
    desk.lock().disarm()
    desk.lock().disarm()
    assert desk.lock().armed() is None
    assert not (desk.folder / PIN_FILE).exists()
    assert not desk.volatile.kept


def test_the_box_of_a_colleague_opens_nothing_in_this_folder(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "s0000000000000002")
    other.arm()
    (desk.folder / PIN_FILE).write_bytes((other.folder / PIN_FILE).read_bytes())
    (name,) = desk.volatile.kept
    (foreign,) = other.volatile.kept.values()
    desk.volatile.kept[name] = foreign
    with pytest.raises(WrongPin):
        desk.lock().reopen(PIN)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_every_flipped_byte_of_the_file_is_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = Desk(tmp_path_factory.mktemp("pin") / "s0000000000000001")
    desk.arm()
    raw = bytearray((desk.folder / PIN_FILE).read_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    (desk.folder / PIN_FILE).write_bytes(bytes(raw))
    try:
        opened = desk.lock().reopen(PIN)
    except (WrongPin, PinGone):
        return
    # The one harmless change: another spelling of the same file (a letter of hex in upper case is refused).
    assert msgspec.json.decode(bytes(raw)) == msgspec.json.decode(_written(desk))
    assert opened.secrets == SECRETS


def _written(desk: Desk) -> bytes:
    desk.arm()
    return (desk.folder / PIN_FILE).read_bytes()


@settings(max_examples=60, deadline=None)
@given(raw=st.binary(max_size=200))
def test_any_bytes_in_the_volatile_store_open_nothing(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = Desk(tmp_path_factory.mktemp("pin") / "s0000000000000001")
    desk.arm()
    (name,) = desk.volatile.kept
    desk.volatile.kept[name] = raw
    with pytest.raises((PinGone, WrongPin)):
        desk.lock().reopen(PIN)


@pytest.mark.parametrize(
    "pin",
    ["000000", "111111", "123456", "890123", "654321", "121212", "123123", "12345", "1234567", "12345a", ""],
)
def test_what_everybody_tries_first_is_no_pin(pin: str) -> None:
    with pytest.raises(PinTooSimple):
        demand_good_pin(pin)


@given(digits=st.text("0123456789", min_size=6, max_size=6))
def test_a_pin_is_refused_for_a_row_or_a_repetition_only(digits: str) -> None:
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(digits)}
    simple = steps in ({1}, {9}) or any(digits == digits[:n] * (6 // n) for n in (1, 2, 3))
    check: Callable[[str], None] = demand_good_pin
    if simple:
        with pytest.raises(PinTooSimple):
            check(digits)
    else:
        check(digits)


def test_digits_of_other_scripts_are_no_pin() -> None:
    with pytest.raises(PinTooSimple):
        demand_good_pin("٤٧٢٩٠٥")


def test_nothing_in_the_folder_is_opened_by_the_pin_alone(desk: Desk) -> None:
    """The half is not on the disk: with a million PINs the folder gives nothing."""
    (payload,) = desk.volatile.kept.values()
    half = msgspec.msgpack.decode(payload)[0]
    for path in desk.folder.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert half not in raw
            assert half.hex().encode() not in raw
            assert KEY.key.hex().encode() not in raw
            assert PIN.encode() not in raw
