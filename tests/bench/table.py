# SPDX-License-Identifier: MIT
"""The judged rows as a table: plain for the terminal, Markdown for docs/performance.md."""

from collections.abc import Sequence
from typing import Final

from tests.bench.goals import Judged

HEAD: Final = ("what", "measured", "beside", "goal", "verdict")


def plain(rows: Sequence[Judged]) -> str:
    """Return lines with columns of equal width."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells)
    return "\n".join(line.rstrip() for line in lines)


def markdown(rows: Sequence[Judged]) -> str:
    """Return a Markdown table."""
    lines = [HEAD, tuple("---" for _ in HEAD), *(_cells(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Judged) -> tuple[str, ...]:
    verdict = f"{row.verdict.value}: {row.by}" if row.by else row.verdict.value
    return (row.row, row.measured, row.reference, row.goal, verdict)
