# SPDX-License-Identifier: MIT
"""Whatever is typed and in whatever order services come: the same hits, and none lost to a newcomer."""

from catalogue_shelf import Shelf, made, seed
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.catalogue.filters import Filters, OwnMarks
from desktop.notebook.catalogue.unmet import Client
from desktop.notebook.catalogue.vocabulary import Way
from sync.catalogue.model import Service

TELLING = (
    "kieli",
    "kielen",
    "kurssi",
    "kortti",
    "kielikurssi",
    "työ",
    "työkokeilu",
    "velka",
    "duuni",
    "язык",
    "cv",
    "mieli",
)
NAMES = st.lists(st.sampled_from(TELLING), min_size=1, max_size=3).map(" ".join)
TEXTS = st.one_of(
    NAMES,
    st.sampled_from(TELLING).flatmap(lambda word: st.integers(1, len(word)).map(lambda end: word[:end])),
    st.text(alphabet="kielrutosvä ", max_size=14),
)
SERVICES = st.lists(
    st.builds(
        lambda name, other, free: (name, other, free),
        NAMES,
        st.lists(NAMES, max_size=2),
        st.sampled_from([-1, 0, 4]),
    ),
    min_size=1,
    max_size=6,
).map(
    lambda rows: [
        made(str(number), name, keywords={"fi": tuple(other)}, places_free=free)
        for number, (name, other, free) in enumerate(rows)
    ]
)
WHOLE = Shelf(seed())


@given(st.text(max_size=80), st.booleans())
def test_any_text_is_answered(text: str, hidden: bool) -> None:  # noqa: FBT001 - drawn
    marks = {entity: OwnMarks(hidden=hidden) for entity in list(WHOLE.references)[:40]}
    found = WHOLE.found(text, client=Client(ages=(18, 20), language="so"), marks=marks, most=7)
    assert len(found.hits) == min(7, found.total)
    assert len({hit.entity for hit in found.hits}) == len(found.hits)
    assert all(len(hit.why) <= 3 for hit in found.hits)


@given(SERVICES, TEXTS, st.randoms())
def test_the_order_of_putting_changes_nothing(services: list[Service], text: str, chance: object) -> None:
    one = Shelf(services)
    shuffled = sorted(services, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert Shelf(shuffled).found(text) == one.found(text)


@given(SERVICES, TEXTS)
def test_dropping_undoes_putting(services: list[Service], text: str) -> None:
    *rest, last = services
    shelf = Shelf(services)
    shelf.found(text)
    shelf.drop(last.origin.id)
    assert shelf.found(text) == Shelf(rest).found(text)


@given(SERVICES, TEXTS)
def test_putting_twice_is_putting_once(services: list[Service], text: str) -> None:
    assert Shelf([*services, *services]).found(text) == Shelf(services).found(text)


@given(SERVICES, TEXTS)
def test_a_newcomer_never_takes_away_what_was_met(services: list[Service], text: str) -> None:
    """A guess at a slip, or a part of the words, may give way to what meets them; what met them stays."""
    *rest, newcomer = services
    shelf = Shelf(rest)
    before = {
        hit.entity
        for hit in shelf.found(text).hits
        if not hit.partly and all(why.way is not Way.TYPO for why in hit.why)
    }
    slips = any(why.way is Way.TYPO for hit in shelf.found(text).hits for why in hit.why)
    shelf.put(newcomer)
    after = {hit.entity for hit in shelf.found(text).hits}
    assert slips or before <= after


@given(TEXTS, st.sampled_from([Filters(free=True), Filters(places_now=True), Filters(ages=(18, 20))]))
def test_a_filter_only_narrows(text: str, filters: Filters) -> None:
    everything = {hit.entity for hit in WHOLE.found(text, most=10_000).hits}
    narrowed = WHOLE.found(text, filters=filters, most=10_000).hits
    if not any(hit.partly for hit in narrowed):
        assert {hit.entity for hit in narrowed} <= everything
