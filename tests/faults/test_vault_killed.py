# SPDX-License-Identifier: MIT
"""kill -9 at random in key-file saves: nothing acknowledged is lost, nothing becomes unopenable."""

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from vault_notebooks import enrol
from vault_nursery import phrase

from desktop.vault.errors import WrongPassphrase
from desktop.vault.vault import unlock
from sync.log.sealing import ReceivingKey

ROOT = Path(__file__).parents[2]
KILLS = 60


def test_sixty_kills_in_passphrase_changes_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "n"
    enrolled = enrol(folder, ReceivingKey.generate(), phrase=phrase(0))
    chance, ticks = random.Random(20261124), itertools.count(1_900_000_000, 1000)
    number, generation, kept_in_flight, changes = 0, 1, 0, 0

    def opens(which: int) -> bool:
        try:
            vault = unlock(folder, phrase(which), known_generation=generation, clock=lambda: next(ticks))
        except WrongPassphrase:
            return False
        assert vault.secrets == enrolled.secrets
        return True

    nursery = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "support" / "vault_nursery.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])},
    )
    with nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for _ in range(KILLS):
            nursery.stdin.write(f"{folder}|{number}\n")
            nursery.stdin.flush()
            started, pid = number, 0
            lines = iter(nursery.stdout.readline, "dead\n")
            for line in lines:
                match line.split():
                    case ["born", born]:
                        pid = int(born)
                    case ["done", done, at]:
                        number, generation, changes = int(done), int(at), changes + 1
                if pid and number > started:
                    break
            time.sleep(chance.uniform(0.0, 0.09))
            os.kill(pid, signal.SIGKILL)
            for line in lines:
                _, done, at = line.split()
                number, generation, changes = int(done), int(at), changes + 1
            if opens(number + 1):
                number += 1
                kept_in_flight += 1
            else:
                assert opens(number)
            assert not opens(number - 1), "an acknowledged change is never undone"
        nursery.stdin.close()
    assert changes >= KILLS
    assert kept_in_flight < KILLS
