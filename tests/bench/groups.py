# SPDX-License-Identifier: MIT
"""The groups of figures: what each measures by, at which sizes, and how to run one in a process of its own."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.bench.children import ROOT, surroundings

Figures = dict[str, list[float]]
"""Names with dots for what was nested, and one value a repeat."""


@dataclass(frozen=True, slots=True)
class Group:
    """``repeats_itself``: its figures are lists already, since what it measures in is dear to make."""

    name: str
    module: str
    repeats_itself: bool = False


GROUPS: Final = (
    Group("start", "bench_start", repeats_itself=True),
    Group("laptop", "bench_laptop", repeats_itself=True),
    Group("store", "bench_store"),
    Group("wire", "bench_wire"),
    Group("hub", "bench_hub"),
    Group("catalogue", "catalogue_figures"),
    Group("handout", "handout_figures"),
    Group("files", "attachment_figures"),
    Group("rounds", "round_figures"),
    Group("load", "load_figures"),
    Group("city", "city_figures"),
    Group("peers", "peer_figures", repeats_itself=True),
)
_RUN: Final = """
import importlib, json, sys
bench = importlib.import_module("tests.bench." + sys.argv[1])
sizes = bench.Sizes.small() if sys.argv[2] == "small" else bench.Sizes.full()
print(json.dumps(bench.measure(sizes)))
"""


class GroupFailed(Exception):
    """A group's process ended with an error, which it has written to stderr."""


def run_group(group: Group, *, small: bool, repeats: int) -> Figures:
    """Measure a group, ``repeats`` times unless it does so itself; raises GroupFailed."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as cache:
        run_time = Path(cache, "run")  # as in tests/conftest.py: PostgreSQL's wrapper and Qt want one
        (run_time / "python_PostgresServer").mkdir(parents=True)
        run_time.chmod(0o700)
        environment = compiled(surroundings(), cache) | {"XDG_RUNTIME_DIR": str(run_time)}
        for _ in range(1 if group.repeats_itself else repeats):
            done = subprocess.run(
                [sys.executable, "-c", _RUN, group.module, "small" if small else "full"],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                check=False,
            )
            if done.returncode:
                raise GroupFailed(group.name)
            for name, values in flat(json.loads(done.stdout.splitlines()[-1])).items():
                figures.setdefault(name, []).extend(values)
    return figures


def flat(nested: Mapping[str, Any], before: str = "") -> Figures:
    """Return nested figures by their names joined with dots; a single value becomes a list of one."""
    found: Figures = {}
    for name, value in nested.items():
        if isinstance(value, Mapping):
            found |= flat(value, f"{before}{name}.")
        else:
            found[before + name] = [float(one) for one in (value if isinstance(value, list) else [value])]
    return found


def middle(figures: Figures) -> dict[str, float]:
    """Return the median of each figure's repeats."""
    return {name: statistics.median(values) for name, values in figures.items()}


def compiled(environment: Mapping[str, str], cache: str) -> dict[str, str]:
    """Return an environment in which Python keeps what it compiles outside of the source, as if installed."""
    kept = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": os.fspath(cache)}
