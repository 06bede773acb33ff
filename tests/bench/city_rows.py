# SPDX-License-Identifier: MIT
"""A city's notebook: what is asked of it beside a tenth of the city, and what a save waits for meanwhile."""

from typing import Final

from tests.bench.goals import TIMES, Goal

_ASKED: Final = (
    ("today", "Today: sessions, walk-ins, news, conflicts, hand-overs"),
    ("people", "the list of people, first page"),
    ("card", "a card with its history, notes and visits"),
    ("search", "search, letter by letter"),
    ("caseload", "one's own people"),
    ("told", "what became of one's own values, 3,000 commits looked back"),
    ("reviews", "two weeks to review"),
    ("round", "what a round asks of the notebook"),
    ("merged", "who is one with whom, anew after a save"),
)
_MEANWHILE: Final = (
    ("recount", "the notebook is counted anew"),
    ("tidy", "the notebook is tidied"),
    ("eviction", "retention puts people out"),
    ("compaction", "old commits are compacted"),
    ("snapshot", "a snapshot is loaded"),
    ("mending", "500 records are made anew"),
)

CITY_GOALS: Final = (
    *(
        Goal(
            row=f"a city's notebook: {words}, beside a tenth of the city",
            figure=f"city.asked.{name}_growth",
            shown=f"{{city.asked.{name}_ms:.1f}} ms",
            reference=f"a tenth {{city.asked.{name}_tenth_ms:.1f}} ms",
            most=2.0,
            unit=TIMES,
        )
        for name, words in _ASKED
    ),
    Goal(
        row="a city's notebook: durable save of a walk-in, beside an empty one",
        figure="city.save.to_empty",
        shown="{city.save.save_p50_ms:.2f} ms",
        reference="empty {city.save.empty_p50_ms:.2f} ms",
        most=1.5,
        unit=TIMES,
    ),
    *(
        Goal(
            row=f"the longest that a save takes while {words}",
            figure=f"city.meanwhile.{name}_more_ms",
            shown=f"{{city.meanwhile.{name}_worst_ms:.1f}} ms in {{city.meanwhile.{name}_s:.1f}} s",
            reference="alone {city.meanwhile.alone_worst_ms:.1f} ms",
            most=20,
            unit=" ms more",
        )
        for name, words in _MEANWHILE
    ),
    Goal(
        row="a page of people while the notebook is counted anew: p95, beside alone",
        figure="city.meanwhile.list_ratio",
        shown="{city.meanwhile.list_p95_ms:.1f} ms",
        reference="alone {city.meanwhile.list_alone_p95_ms:.1f} ms",
        most=3.0,
        unit=TIMES,
    ),
)
