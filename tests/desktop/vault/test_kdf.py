# SPDX-License-Identifier: MIT
"""Argon2id: the RFC's vector, bounds, calibration, raising."""

import itertools

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from vault_disks import CHEAP

from desktop.vault.errors import KdfOutOfBounds, MemoryShort
from desktop.vault.kdf import KdfParameters, calibrate, derive, measured, raised

MIB = 1024


def test_the_library_gives_the_tag_of_rfc_9106_for_argon2id() -> None:
    tag = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        secret=b"\x03" * 8,
        ad=b"\x04" * 12,
    ).derive(b"\x01" * 32)
    assert tag.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_the_same_passphrase_salt_and_cost_give_the_same_key_and_any_other_gives_another() -> None:
    key = derive(b"phrase", b"s" * 16, CHEAP)
    dearer = KdfParameters(memory_kib=CHEAP.memory_kib, passes=2, lanes=1)
    assert len(key) == 32
    assert derive(b"phrase", b"s" * 16, CHEAP) == key
    others = {
        derive(b"phrasf", b"s" * 16, CHEAP),
        derive(b"phrase", b"t" * 16, CHEAP),
        derive(b"phrase", b"s" * 16, dearer),
    }
    assert len(others | {key}) == 4


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes", "name"),
    [
        (19 * MIB - 1, 1, 1, "memory_kib"),
        (4 * MIB * MIB + 1, 1, 1, "memory_kib"),
        (-1, 1, 1, "memory_kib"),
        (19 * MIB, 0, 1, "passes"),
        (19 * MIB, 65, 1, "passes"),
        (19 * MIB, 1, 0, "lanes"),
        (19 * MIB, 1, 17, "lanes"),
    ],
)
def test_a_cost_outside_of_the_bounds_does_not_exist(
    memory_kib: int, passes: int, lanes: int, name: str
) -> None:
    with pytest.raises(KdfOutOfBounds) as caught:
        KdfParameters(memory_kib=memory_kib, passes=passes, lanes=lanes)
    assert caught.value.name == name


@pytest.mark.parametrize(("memory_kib", "passes", "lanes"), [(19 * MIB, 1, 1), (4 * MIB * MIB, 64, 16)])
def test_the_bounds_themselves_are_allowed(memory_kib: int, passes: int, lanes: int) -> None:
    assert KdfParameters(memory_kib=memory_kib, passes=passes, lanes=lanes).passes == passes


def test_measuring_returns_the_seconds_between_two_looks_at_the_clock() -> None:
    ticks = itertools.count(100.0, 0.25)
    assert measured(CHEAP, clock=lambda: next(ticks)) == 0.25


@pytest.mark.parametrize(
    ("seconds_per_mib", "chosen_mib", "tried"),
    [(0.0001, 512, 4), (0.0016, 256 + 256, 4), (0.0031, 256, 4), (0.01, 64, 2), (1.0, 64, 1)],
)
def test_calibration_takes_the_dearest_that_a_person_can_wait_for(
    seconds_per_mib: float, chosen_mib: int, tried: int
) -> None:
    asked: list[int] = []

    def seconds(parameters: KdfParameters) -> float:
        asked.append(parameters.memory_kib)
        return parameters.memory_kib / MIB * seconds_per_mib * (0.97 if seconds_per_mib == 0.0016 else 1)

    chosen = calibrate(seconds)
    assert chosen == KdfParameters(memory_kib=chosen_mib * MIB, passes=3, lanes=4)
    assert len(asked) == tried


def test_calibration_stops_where_the_memory_ends() -> None:
    def seconds(parameters: KdfParameters) -> float:
        if parameters.memory_kib > 128 * MIB:
            raise MemoryShort(parameters.memory_kib)
        return 0.1

    assert calibrate(seconds).memory_kib == 128 * MIB


def test_memory_that_is_not_there_is_said_with_its_amount(monkeypatch: pytest.MonkeyPatch) -> None:
    class Starved:
        def __init__(self, **_cost: object) -> None:
            pass

        def derive(self, _passphrase: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr("desktop.vault.kdf.Argon2id", Starved)
    with pytest.raises(MemoryShort) as caught:
        derive(b"phrase", b"s" * 16, CHEAP)
    assert caught.value.memory_kib == CHEAP.memory_kib


def cost(memory_mib: int, passes: int, lanes: int = 4) -> KdfParameters:
    return KdfParameters(memory_kib=memory_mib * MIB, passes=passes, lanes=lanes)


@pytest.mark.parametrize(
    ("stored", "wanted", "is_raised"),
    [
        (cost(64, 3), cost(256, 3), True),
        (cost(64, 3), cost(64, 4), True),
        (cost(256, 3), cost(64, 3), False),
        (cost(256, 3), cost(512, 2), False),
        (cost(256, 3), cost(256, 3), False),
        (cost(256, 3, 4), cost(256, 3, 8), False),
    ],
)
def test_a_raise_never_trades_memory_for_passes(
    stored: KdfParameters, wanted: KdfParameters, *, is_raised: bool
) -> None:
    assert raised(stored, wanted) == (wanted if is_raised else None)
