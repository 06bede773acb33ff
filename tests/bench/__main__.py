# SPDX-License-Identifier: MIT
"""`python3 dev.py bench`: measures the figures of docs/performance.md, each with its reference in the same run.

Every group runs in processes of its own, one after the other; a figure is the median of its repeats.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.groups import GROUPS, Figures, GroupFailed, middle, run_group
from tests.bench.machine import machine_facts
from tests.bench.rows import GOALS, judge
from tests.bench.table import markdown, plain

REPEATS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table, write the JSON; return 1 when a group broke (a missed goal is no error)."""
    chosen = _parser().parse_args(arguments)
    if chosen.read is not None:
        kept: Figures = {}
        for file in chosen.read:
            kept |= json.loads(file.read_text(encoding="utf-8"))["figures"]
        return _show(kept, as_markdown=chosen.markdown)
    facts = machine_facts() | {"repeats": chosen.repeats, "small": int(chosen.small)}
    raw: Figures = {}
    broken: list[str] = []
    for group in GROUPS:
        if chosen.only and group.name not in chosen.only:
            continue
        start = time.monotonic()
        try:
            figures = run_group(group, small=chosen.small, repeats=chosen.repeats)
        except GroupFailed:
            broken.append(group.name)
            continue
        raw |= {f"{group.name}.{name}": values for name, values in figures.items()}
        _tell(f"{group.name}: {time.monotonic() - start:.0f} s")
        if chosen.json is not None:  # after each group: the whole takes a quarter of an hour
            written = {"machine": facts, "figures": raw, "broken": broken}
            chosen.json.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _tell(", ".join(f"{name} {value}" for name, value in facts.items()))
    _show(raw, as_markdown=chosen.markdown)
    if chosen.small:
        _tell("These are little sizes; the goals are stated for full ones.")
    if broken:
        _tell(f"could not be measured: {', '.join(broken)}")
    return 1 if broken else 0


def _tell(words: str) -> None:
    sys.stderr.write(words + "\n")


def _show(raw: Figures, *, as_markdown: bool) -> int:
    rows = judge(GOALS, middle(raw))
    sys.stdout.write((markdown(rows) if as_markdown else plain(rows)) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure the figures.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write machine and raw figures here")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[group.name for group in GROUPS],
        metavar="NAME",
        help="only these groups",
    )
    parser.add_argument("--small", action="store_true", help="little sizes: tries the ways, says nothing")
    parser.add_argument(
        "--repeats", type=int, default=REPEATS, help="runs of store, wire and hub (default 5)"
    )
    parser.add_argument("--markdown", action="store_true", help="print the table for docs/performance.md")
    parser.add_argument(
        "--read",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="show earlier --json files, a later over the one before",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
