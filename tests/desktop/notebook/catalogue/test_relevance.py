# SPDX-License-Identifier: MIT
"""What people type at an outreach point finds the right service among the first three (queries.json)."""

import json
from pathlib import Path
from typing import Final

import pytest
from catalogue_shelf import Shelf, seed

FIRST: Final = 3
QUERIES: Final = json.loads((Path(__file__).parent / "queries.json").read_bytes())
SHELF: Final = Shelf(seed())


def is_found(query: dict[str, list[str]], text: str) -> bool:
    return not set(SHELF.names(text, most=FIRST)).isdisjoint(query["wanted"])


@pytest.mark.parametrize("query", QUERIES["known"], ids=lambda query: str(query["text"]))
def test_a_service_that_was_asked_for_is_among_the_first_three(query: dict[str, list[str]]) -> None:
    assert is_found(query, str(query["text"]))


@pytest.mark.parametrize(("which", "least"), [("before", 0.95), ("unseen", 0.8)])
def test_queries_that_nothing_was_tuned_for_are_mostly_answered_too(which: str, least: float) -> None:
    missed = [query["text"] for query in QUERIES[which] if not is_found(query, query["text"])]
    assert 1 - len(missed) / len(QUERIES[which]) >= least, missed


def test_every_wanted_service_is_in_the_catalogue() -> None:
    there = set(SHELF.references.values())
    lists = (QUERIES["known"], QUERIES["before"], QUERIES["unseen"])
    assert {one for queries in lists for query in queries for one in query["wanted"]} <= there


def test_the_queries_are_many_and_none_twice() -> None:
    texts = [query["text"] for which in ("known", "before", "unseen") for query in QUERIES[which]]
    assert len(QUERIES["known"]) >= 70
    assert len(texts) == len(set(texts))


def test_a_half_typed_word_already_leads_there() -> None:
    """Of the one-word queries, most services are among the first three at two thirds of the word."""
    single = [query for query in QUERIES["known"] if " " not in query["text"] and len(query["text"]) >= 6]
    early = [query for query in single if is_found(query, query["text"][: -(len(query["text"]) // 3)])]
    assert len(early) >= 0.75 * len(single)
