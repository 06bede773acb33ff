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
    """Play on SQLite and PostgreSQL side by side; return 1 where a history failed."""
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--engine", choices=["both", "sqlite", "postgresql"], default="both")
    chosen = parser.parse_args(arguments)
    seed = secrets.randbelow(2**40) if chosen.seed is None else chosen.seed
    engines = ["sqlite", "postgresql"] if chosen.engine == "both" else [chosen.engine]
    sys.stdout.write(f"seed {seed}, {chosen.minutes:g} minutes, {' and '.join(engines)}\n")
    sys.stdout.flush()
    folder = Path(tempfile.mkdtemp(prefix="kenttakirja-torture-", dir=quick_folder()))
    (folder / "python_PostgresServer").mkdir()
    places = [str(_ROOT), str(_ROOT / "tests" / "support")]
    around = os.environ | {"PYTHONPATH": os.pathsep.join(places), "XDG_RUNTIME_DIR": str(folder)}
    try:
        command = [sys.executable, "-m", "tests.torture.one_engine"]
        told = [str(seed), str(chosen.minutes * 60), str(folder)]
        runs = [subprocess.Popen([*command, one, *told], cwd=_ROOT, env=around) for one in engines]
        codes = [run.wait() for run in runs]
        return 1 if any(codes) else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
