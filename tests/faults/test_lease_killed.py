# SPDX-License-Identifier: MIT
"""kill -9 at random while the key file begins to ask for a share: it opens, and no acknowledged lease is undone."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from lease_nursery import PHRASE, open_it
from vault_notebooks import enrol

from sync.log.sealing import ReceivingKey

ROOT = Path(__file__).parents[2]
KILLS = 40


def test_forty_kills_while_leases_are_taken_leave_a_notebook_that_opens(tmp_path: Path) -> None:
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate(), phrase=PHRASE)
    chance = random.Random(20261124)
    number, generation, in_flight, done = 0, 1, 0, 0
    nursery = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "support" / "lease_nursery.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])},
    )
    with nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for _ in range(KILLS):
            nursery.stdin.write(f"{tmp_path}|{number}\n")
            nursery.stdin.flush()
            started, pid = number, 0
            lines = iter(nursery.stdout.readline, "dead\n")
            for line in lines:
                match line.split():
                    case ["born", born]:
                        pid = int(born)
                    case ["done", at, written]:
                        number, generation, done = int(at), int(written), done + 1
                if pid and number > started:
                    break
            time.sleep(chance.uniform(0.0, 0.03))
            os.kill(pid, signal.SIGKILL)
            for line in lines:
                _, at, written = line.split()
                number, generation, done = int(at), int(written), done + 1
            vault = open_it(tmp_path, clock=1_900_000_000 + number, known=generation)
            assert vault.secrets == enrolled.secrets
            found = int.from_bytes(vault.share, "big")
            assert found in {number, number + 1}, "an acknowledged lease is never undone"
            in_flight += found - number
            number, generation = found, vault.generation
        nursery.stdin.close()
    assert done >= KILLS
    assert in_flight < KILLS
