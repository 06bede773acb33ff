# SPDX-License-Identifier: MIT
"""The rows that design asks for: what was measured, beside what, and what it should be."""

from collections.abc import Mapping
from typing import Final

from tests.bench.city_rows import CITY_GOALS
from tests.bench.goals import NOTHING, TIMES, Goal, Judged, Verdict

GOALS: Final = (
    Goal(
        row="start to the unlock page",
        figure="start.ratio",
        shown="{start.first_paint_ms:.0f} ms (list of people after {start.list_shown_ms:.0f} ms)",
        reference="bare PySide6 window {start.bare_ms:.0f} ms",
        most=1.3,
        unit=TIMES,
    ),
    Goal(
        row="unlock: Argon2id, calibrated",
        figure="laptop.key.seconds",
        shown="{laptop.key.seconds:.2f} s",
        least=0.5,
        most=0.8,
        unit=" s",
    ),
    Goal(
        row="unlock: all the rest, 100,000 people",
        figure="laptop.unlock.rest_ms",
        shown="{laptop.unlock.rest_ms:.0f} ms",
        most=400,
        unit=" ms",
    ),
    Goal(
        row="durable save of a walk-in",
        figure="store.save.ratio",
        shown="{store.save.save_p50_ms:.2f} ms",
        reference="plain insert {store.save.bare_p50_ms:.2f} ms, fsync {store.save.fsync_p50_ms:.2f} ms",
        most=2.0,
        unit=TIMES,
    ),
    Goal(
        row="durable save, p99 (stated for an fsync of 0.4 ms)",
        figure="store.save.save_p99_ms",
        shown="{store.save.save_p99_ms:.1f} ms",
        reference="fsync {store.save.fsync_p50_ms:.2f} ms",
        most=10,
        unit=" ms",
    ),
    Goal(
        row="search letter by letter, 100,000 people, through the bridge: p95",
        figure="laptop.search.p95_ms",
        shown="{laptop.search.p95_ms:.1f} ms (in the store {store.search.p95_ms:.1f} ms)",
        reference="a frame, 16.7 ms",
        most=8,
        unit=" ms",
    ),
    Goal(
        row="the same: p99",
        figure="laptop.search.p99_ms",
        shown="{laptop.search.p99_ms:.1f} ms (in the store {store.search.p99_ms:.1f} ms)",
        reference="a frame, 16.7 ms",
        most=16,
        unit=" ms",
    ),
    Goal(
        row="the same while commits arrive: p95",
        figure="laptop.search.busy_p95_ms",
        shown="{laptop.search.busy_p95_ms:.1f} ms (p99 {laptop.search.busy_p99_ms:.1f} ms)",
        most=35,
        unit=" ms",
    ),
    Goal(
        row="encryption's cost: search",
        figure="store.search.encryption_search_ratio",
        reference="the same code over plain SQLite",
        most=1.05,
        unit=TIMES,
    ),
    Goal(
        row="encryption's cost: lists",
        figure="store.search.encryption_list_ratio",
        reference="the same code over plain SQLite",
        most=1.05,
        unit=TIMES,
    ),
    Goal(
        row="encryption's cost: save",
        figure="store.search.encryption_save_ratio",
        reference="the same code over plain SQLite",
        most=1.3,
        unit=TIMES,
    ),
    Goal(
        row="window while 10,000 commits arrive and somebody types: worst stall",
        figure="laptop.window.busy_worst_ms",
        shown="{laptop.window.busy_worst_ms:.1f} ms",
        reference="idle {laptop.window.idle_worst_ms:.1f} ms, typing alone {laptop.window.typing_worst_ms:.1f} ms",
        most=30,
        unit=" ms",
    ),
    Goal(
        row="the same: p99 over the idle window's",
        figure="laptop.window.busy_p99_over_idle_ms",
        shown="{laptop.window.busy_p99_ms:.1f} ms",
        reference="idle {laptop.window.idle_p99_ms:.1f} ms, typing alone {laptop.window.typing_p99_ms:.1f} ms",
        most=5,
        unit=" ms more",
    ),
    Goal(
        row="memory of both processes, 100,000 people",
        figure="laptop.window.memory_ratio",
        shown="{laptop.window.window_mib:.0f} + {laptop.window.notebook_mib:.0f} MiB",
        reference="bare PySide6 window {laptop.window.bare_mib:.0f} MiB",
        most=2.5,
        unit=TIMES,
    ),
    Goal(
        row="push, batch of 500, SQLite",
        figure="hub.sqlite.push_to_core_insert",
        shown="{hub.sqlite.push_rows_per_s:.0f}/s",
        reference="insert of many rows {hub.sqlite.core_insert_rows_per_s:.0f}/s"
        " (naked driver {hub.sqlite.driver_insert_rows_per_s:.0f}/s)",
        least=0.6,
        unit=TIMES,
    ),
    Goal(
        row="push, batch of 500, PostgreSQL",
        figure="hub.postgres.push_to_core_insert",
        shown="{hub.postgres.push_rows_per_s:.0f}/s",
        reference="insert of many rows {hub.postgres.core_insert_rows_per_s:.0f}/s"
        " (naked driver {hub.postgres.driver_insert_rows_per_s:.0f}/s)",
        least=0.5,
        unit=TIMES,
    ),
    Goal(
        row="push of 10,000 walk-ins over HTTP, to a hub of its own process, encrypted at both ends",
        figure="peers.push_ratio",
        shown="{peers.our_push_per_s:.0f}/s",
        reference="PouchDB to express-pouchdb {peers.pouch_push_per_s:.0f}/s",
        least=8,
        unit=TIMES,
    ),
    Goal(
        row="pull of them, until folded, indexed, on disk, encrypted",
        figure="peers.pull_ratio",
        shown="{peers.our_pull_per_s:.0f}/s",
        reference="PouchDB from express-pouchdb, neither indexed nor encrypted {peers.pouch_pull_per_s:.0f}/s",
        least=4,
        unit=TIMES,
    ),
    Goal(
        row="round with nothing new, both ways",
        figure="wire.idle_round_bytes",
        shown="{wire.idle_round_bytes:.0f} bytes",
        most=4096,
        unit=" bytes",
    ),
    Goal(
        row="round with nothing new",
        figure="peers.idle_ratio",
        shown="{peers.our_idle_ms:.1f} ms",
        reference="Anki's sync server {peers.anki_idle_ms:.1f} ms",
        least=1,
        unit=TIMES,
    ),
    Goal(
        row="round that sends 200 edits",
        figure="peers.edits_ratio",
        shown="{peers.our_edits_ms:.0f} ms",
        reference="Anki's sync server {peers.anki_edits_ms:.0f} ms",
        least=1,
        unit=TIMES,
    ),
    Goal(
        row="200 edits over 50 kB/s, 400 ms there and back, 2 % lost",
        figure="rounds.far_seconds",
        shown="{rounds.far_seconds:.1f} s",
        most=10,
        unit=" s",
    ),
    Goal(
        row="a round with nothing new, 100,000 records held over 1,000",
        figure="rounds.total.idle_growth",
        shown="{rounds.total.idle_ms.1000:.1f}, {rounds.total.idle_ms.10000:.1f}, {rounds.total.idle_ms.100000:.1f} ms",
        most=1.2,
        unit=TIMES,
    ),
    Goal(
        row="a round with ten edits, 100,000 records held over 1,000",
        figure="rounds.total.edits_growth",
        shown="{rounds.total.ten_edits_ms.1000:.1f}, {rounds.total.ten_edits_ms.10000:.1f},"
        " {rounds.total.ten_edits_ms.100000:.1f} ms",
        most=1.2,
        unit=TIMES,
    ),
    Goal(
        row="bytes a walk-in, sealed push of 500",
        figure="wire.sealed_bytes_per_walk_in",
        shown="{wire.sealed_bytes_per_walk_in:.0f} bytes",
        reference="160 bytes that cannot be packed",
        most=220,
        unit=" bytes",
    ),
    Goal(
        row="first sync, 50,000 people",
        figure="store.first_sync.share_of_bare_speed",
        shown="{store.first_sync.seconds:.1f} s",
        reference="bare inserts {store.first_sync.bare_seconds:.1f} s",
        least=0.7,
        unit=TIMES,
    ),
    Goal(
        row="search of 5,000 services, letter by letter: p95",
        figure="catalogue.p95_ms",
        shown="{catalogue.p95_ms:.1f} ms (p99 {catalogue.p99_ms:.1f} ms, first {catalogue.first_ms:.0f} ms)",
        reference="a plain scan of the same texts {catalogue.scan_p95_ms:.1f} ms",
        most=100,
        unit=" ms",
    ),
    Goal(row="the same beside the scan", figure="catalogue.p95_to_scan", most=1.5, unit=TIMES),
    Goal(
        row="index of 5,000 services built",
        figure="catalogue.build_s",
        shown="{catalogue.build_s:.1f} s ({catalogue.memory_mib:.0f} MiB)",
        most=1.5,
        unit=" s",
    ),
    Goal(
        row="a service's paper as PDF/UA, warm, beside an empty page",
        figure="handout.ratio",
        shown="{handout.warm_ms:.0f} ms (first {handout.first_ms:.0f}, four in Arabic {handout.four_arabic_ms:.0f})",
        reference="Typst's empty page {handout.empty_ms:.0f} ms",
        most=6,
        unit=TIMES,
    ),
    Goal(
        row="a file of 20 MB sealed, hashed, written and flushed",
        figure="files.seal_to_raw",
        shown="{files.seal_mb_s:.0f} MB/s",
        reference="Cobblestone in memory {files.raw_seal_mb_s:.0f} MB/s,"
        " write and fsync alone {files.write_mb_s:.0f} MB/s",
        least=0.8,
        unit=TIMES,
    ),
    Goal(
        row="the same read and opened",
        figure="files.open_to_raw",
        shown="{files.open_mb_s:.0f} MB/s",
        reference="Cobblestone in memory {files.raw_open_mb_s:.0f} MB/s",
        least=0.8,
        unit=TIMES,
    ),
    Goal(
        row="1,000 laptops returning at 16:00 with 40 walk-ins each, SQLite (all in, none twice: checked)",
        figure="load.sqlite.seconds",
        shown="{load.sqlite.seconds:.1f} s in all, p99 {load.sqlite.p99_ms:.0f} ms",
    ),
    Goal(
        row="the same, PostgreSQL",
        figure="load.postgres.seconds",
        shown="{load.postgres.seconds:.1f} s in all, p99 {load.postgres.p99_ms:.0f} ms",
    ),
    *CITY_GOALS,
)


def judge(goals: tuple[Goal, ...], figures: Mapping[str, float]) -> list[Judged]:
    """Return the rows of the groups that were measured; ``figures`` by ``group.name``, medians."""
    return [_judge(goal, figures) for goal in goals if _known(goal, figures)]


def _known(goal: Goal, figures: Mapping[str, float]) -> bool:
    return not goal.figure or goal.figure in figures


def _judge(goal: Goal, figures: Mapping[str, float]) -> Judged:
    measured, reference = _put_in(goal.shown, figures), _put_in(goal.reference, figures)
    if goal.why_not:
        return Judged(goal.row, measured, goal.why_not, "", Verdict.NOT_MEASURED, "")
    value = figures[goal.figure]
    wanted = " and ".join(
        f"{sign} {bound:g}{goal.unit}"
        for sign, bound in (("≥", goal.least), ("≤", goal.most))
        if bound is not None
    )
    if goal.unit == TIMES:
        measured = f"{value:.2f} {TIMES} {f'({measured})' if measured else ''}".strip()
    elif goal.unit == " ms more":
        measured = f"{value:+.1f} ms ({measured})"
    by = ""
    if goal.most is not None and value > goal.most:
        by = f"{value / goal.most:.2f} {TIMES} the goal"
    elif goal.least is not None and value < goal.least:
        by = f"{value / goal.least:.2f} {TIMES} the goal"
    verdict = Verdict.STATED if not wanted else Verdict.MISSED if by else Verdict.MET
    return Judged(goal.row, measured, reference, wanted, verdict, by)


def _put_in(text: str, figures: Mapping[str, float]) -> str:
    """Fill in what stands in braces; a figure of a group that was not measured shows as a dash."""
    parts = text.split("{")
    done = [parts[0]]
    for part in parts[1:]:
        field, _, rest = part.partition("}")
        name, _, form = field.partition(":")
        done += [format(figures[name], form) if name in figures else NOTHING, rest]
    return "".join(done)
