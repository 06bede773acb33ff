# SPDX-License-Identifier: MIT
"""`python3 dev.py torture --minutes N [--seed S]`: random histories on both engines, as many as the time allows."""

import argparse
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.torture.places import quick_folder

_ROOT: Final = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Play in one process a core, on SQLite and PostgreSQL by turns; return 1 where a history failed."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--engine", choices=["both", "sqlite", "postgresql"], default="both")
    chosen = parser.parse_args(arguments)
    seed = secrets.randbelow(2**40) if chosen.seed is None else chosen.seed
    engines = ["sqlite", "postgresql"] if chosen.engine == "both" else [chosen.engine]
    parts = shares(engines, os.cpu_count() or 1)
    sys.stdout.write(f"seed {seed}, {chosen.minutes:g} minutes, {' and '.join(parts)}\n")
    sys.stdout.flush()
    folder = Path(tempfile.mkdtemp(prefix="kenttakirja-torture-", dir=quick_folder()))
    places = [str(_ROOT), str(_ROOT / "tests" / "support")]
    try:
        runs = []
        for at, engine in enumerate(parts):
            its = folder / str(at)
            its.mkdir(mode=0o700)  # else the server's lock would lie where all runs share it
            (its / "python_PostgresServer").mkdir()
            told = [engine, str(seed + at), str(len(parts)), str(chosen.minutes * 60), str(its)]
            around = os.environ | {"PYTHONPATH": os.pathsep.join(places), "XDG_RUNTIME_DIR": str(its)}
            command = [sys.executable, "-m", "tests.torture.one_engine", *told]
            runs.append(subprocess.Popen(command, cwd=_ROOT, env=around))
        codes = [run.wait() for run in runs]
        return 1 if any(codes) else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shares(engines: Sequence[str], cores: int) -> list[str]:
    """Return the engine of each process: one a core, and each engine at least once."""
    return [engines[at % len(engines)] for at in range(max(cores, len(engines)))]


if __name__ == "__main__":
    sys.exit(main())
