# SPDX-License-Identifier: MIT
"""What rules say of facts: an unknown fact never lets a rule hold, and more knowledge never turns an answer round."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.errors import HintsDamaged
from desktop.notebook.hints_engine import MISSING, TWO_VALUES, Fact, age_on, known, reckon, reckon_all
from desktop.notebook.hints_rules import Rule, RuleBook, load_rule_book
from desktop.notebook.messages.hints import FACT_HOMES, Between, OneOf, Outcome
from desktop.resources import resource
from sync.records.codes import CodeLists, load_codes

BOOK = load_rule_book(resource("hints.json"))
CODES: CodeLists = load_codes(resource("codes"))
TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "age": st.integers(0, 110),
    "municipality": st.sampled_from([row.code for row in CODES["municipalities"].rows]),
    "status": st.sampled_from([row.code for row in CODES["statuses"].rows]),
    "education": st.sampled_from([row.code for row in CODES["educations"].rows]),
    "income": st.sampled_from([row.code for row in CODES["incomes"].rows]),
    "finnish_level": st.sampled_from(BOOK.levels),
    "status_since": DAYS,
    "integration_to": DAYS,
    "card_ends": DAYS,
    "integration": st.booleans(),
    "binding_service": st.booleans(),
    "dated_card": st.booleans(),
}
KNOWN = st.fixed_dictionaries({name: values.map(known) for name, values in VALUES.items()})
SOME = st.fixed_dictionaries(
    {
        name: st.one_of(st.just(MISSING), st.just(TWO_VALUES), values.map(known))
        for name, values in VALUES.items()
    }
)


def said(facts: dict[str, Fact], day: date = TODAY) -> dict[tuple[str, str], Outcome]:
    return {(one.rule.code, one.rule.version): one.outcome for one in reckon_all(BOOK, facts, day)}


def ago(days: int) -> Fact:
    return known(TODAY - timedelta(days=days))


JOBLESS = {
    "status": known("unemployed"),
    "status_since": ago(800),
    "age": known(40),
    "income": known("general_support"),
}
EXAMPLES: dict[str, tuple[dict[str, Fact], dict[str, Fact]]] = {
    "wage_subsidy": (JOBLESS, {"status": known("student")}),
    "employment_support_55": ({**JOBLESS, "age": known(55)}, JOBLESS),
    "helsinki_benefit": (
        {**JOBLESS, "municipality": known("091")},
        {**JOBLESS, "municipality": known("049")},
    ),
    "startup_grant": (JOBLESS, {**JOBLESS, "status": known("entrepreneur")}),
    "municipal_share": (JOBLESS, {**JOBLESS, "income": known("student_aid")}),
    "multi_service": (JOBLESS, {**JOBLESS, "status_since": ago(364)}),
    "ohjaamo": ({"age": known(29)}, {"age": known(30)}),
    "apprenticeship": ({**JOBLESS, "education": known("basic")}, {**JOBLESS, "education": known("master")}),
    "integration_over": (
        {"integration": known(value=True), "integration_to": ago(1)},
        {"integration": known(value=True), "integration_to": ago(0)},
    ),
    "integration_ending": (
        {"integration": known(value=True), "integration_to": ago(-90)},
        {"integration": known(value=True), "integration_to": ago(1)},
    ),
    "duty_to_seek": (JOBLESS, {**JOBLESS, "status": known("parental")}),
    "study_search": (
        {**JOBLESS, "age": known(24), "education": known("general_upper")},
        {**JOBLESS, "age": known(25), "education": known("general_upper")},
    ),
    "binding_service": (
        {**JOBLESS, "binding_service": known(value=True)},
        {**JOBLESS, "binding_service": known(value=False)},
    ),
    "guardian": ({"age": known(17)}, {"age": known(18)}),
    "labour_training_minor": (
        {"age": known(17), "education": known("basic")},
        {"age": known(18), "education": known("basic")},
    ),
    "card_expiring": (
        {"dated_card": known(value=True), "card_ends": ago(-60)},
        {"dated_card": known(value=False), "card_ends": MISSING},
    ),
    "work_language": (
        {"status": known("employed"), "finnish_level": known("b1_1")},
        {"status": known("employed"), "finnish_level": known("native")},
    ),
}


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: f"{rule.code} {rule.version}")
def test_every_rule_has_an_example_that_holds_and_one_that_does_not(rule: Rule) -> None:
    yes, no = EXAMPLES[rule.code]
    if rule.version == "2016-01-01":
        yes = {**yes, "income": known("labour_market_subsidy")}
    assert reckon(rule, yes, TODAY, levels=BOOK.levels).outcome is Outcome.HOLDS
    assert reckon(rule, no, TODAY, levels=BOOK.levels).outcome is Outcome.DOES_NOT


@given(facts=SOME, day=DAYS)
def test_a_fact_that_is_not_known_never_lets_a_rule_hold(facts: dict[str, Fact], day: date) -> None:
    for one in reckon_all(BOOK, facts, day):
        unknown = [used for used in one.used if not used.fact.known]
        assert all(used.fits is None for used in unknown)
        assert one.outcome is not Outcome.HOLDS or not unknown


@given(whole=KNOWN, hidden=st.sets(st.sampled_from(sorted(VALUES))), day=DAYS)
def test_what_was_said_with_less_knowledge_is_said_with_more(
    whole: dict[str, Fact], hidden: set[str], day: date
) -> None:
    less = said({name: fact for name, fact in whole.items() if name not in hidden}, day)
    more = said(whole, day)
    assert all(outcome in {Outcome.NOT_KNOWN, more[rule]} for rule, outcome in less.items())
    assert Outcome.NOT_KNOWN not in more.values()


@given(facts=SOME, day=DAYS, other=VALUES["age"])
def test_a_fact_that_a_rule_does_not_use_changes_nothing(
    facts: dict[str, Fact], day: date, other: int
) -> None:
    changed = {**facts, "age": known(other)}
    for rule in BOOK.on(day):
        if all(one.fact != "age" for one in rule.when):
            before, after = (reckon(rule, its, day, levels=BOOK.levels) for its in (facts, changed))
            assert before.outcome is after.outcome


@given(facts=SOME, day=DAYS)
def test_those_that_hold_come_first_and_nothing_is_left_out(facts: dict[str, Fact], day: date) -> None:
    told = reckon_all(BOOK, facts, day)
    order = [list(Outcome).index(one.outcome) for one in told]
    assert order == sorted(order)
    assert sorted(one.rule.code for one in told) == sorted(rule.code for rule in BOOK.on(day))


@pytest.mark.parametrize(
    ("days", "outcome"),
    [(139, Outcome.DOES_NOT), (140, Outcome.HOLDS), (-1, Outcome.DOES_NOT)],
)
def test_the_municipal_share_counts_days_to_the_day(days: int, outcome: Outcome) -> None:
    facts = {**JOBLESS, "status_since": ago(days)}
    assert said(facts)["municipal_share", "2025-01-01"] is outcome


@pytest.mark.parametrize(
    ("ahead", "outcome"),
    [(61, Outcome.DOES_NOT), (60, Outcome.HOLDS), (0, Outcome.HOLDS), (-400, Outcome.HOLDS)],
)
def test_a_card_is_told_from_two_months_before_its_last_day(ahead: int, outcome: Outcome) -> None:
    facts = {"dated_card": known(value=True), "card_ends": ago(-ahead)}
    assert said(facts)["card_expiring", "2025-01-01"] is outcome


@pytest.mark.parametrize(("day", "version"), [("2024-12-31", "2016-01-01"), ("2025-01-01", "2025-01-01")])
def test_the_version_that_was_in_force_on_the_day_speaks(day: str, version: str) -> None:
    speaking = [rule.version for rule in BOOK.on(date.fromisoformat(day)) if rule.code == "municipal_share"]
    assert speaking == [version]


@given(day=DAYS)
def test_on_no_day_two_versions_of_a_rule_speak(day: date) -> None:
    speaking = [rule.code for rule in BOOK.on(day)]
    assert len(speaking) == len(set(speaking))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1997, 11, 24), TODAY, 29),
        (date(1996, 11, 25), TODAY, 29),
        (date(1996, 11, 24), TODAY, 30),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_somebody_is_a_year_older_on_their_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_a_value_of_another_sort_is_as_good_as_none() -> None:
    facts = {**JOBLESS, "age": known("forty"), "status_since": known(value=True)}
    told = {one.rule.code: one for one in reckon_all(BOOK, facts, TODAY)}
    assert told["employment_support_55"].outcome is Outcome.NOT_KNOWN
    assert told["municipal_share"].outcome is Outcome.NOT_KNOWN


# --- the file ---


def test_every_rule_has_a_name_and_every_name_a_rule() -> None:
    assert (
        {row.code for row in CODES["hint_rules"].rows} == {rule.code for rule in BOOK.rules} == set(EXAMPLES)
    )


def test_rules_speak_of_codes_that_there_are() -> None:
    for rule in BOOK.rules:
        for one in rule.when:
            if isinstance(one, OneOf):
                assert all(CODES.knows(FACT_HOMES[one.fact].codes, code) for code in one.codes)


def test_the_levels_stand_in_the_order_of_their_list() -> None:
    assert list(BOOK.levels) == [row.code for row in CODES["cefr"].rows if row.code != "unknown"]


def test_nothing_that_a_rule_says_decides() -> None:
    soft = {
        "fi": ("ehkä", "voi", "yleensä", "neuvoo", "vanhen", "hyvä sopia"),
        "en": ("may", "advises", "expires", "run out", "good time"),
    }
    for rule in BOOK.rules:
        for language, words in soft.items():
            assert any(word in rule.says.of(language) for word in words), (rule.code, language)


def _rules(change: Callable[[dict[str, Any]], None]) -> bytes:
    told = json.loads(resource("hints.json").read_bytes())
    change(told)
    return json.dumps(told).encode()


def _second(told: dict[str, Any]) -> None:
    told["rules"].append({**told["rules"][0], "version": "2026-01-01", "valid_from": "2026-01-01"})


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told["rules"][0].update(when=[]),
        lambda told: told["rules"][0]["source"].update(act="1/1999"),
        lambda told: told["rules"][0].update(valid_to="2024-12-31"),
        lambda told: told["rules"][0].update(when=[{"is": "between", "fact": "age"}]),
        lambda told: told["rules"][0].update(when=[{"is": "between", "fact": "age", "low": 30, "high": 15}]),
        lambda told: told["rules"][0].update(when=[{"is": "in", "fact": "status", "codes": []}]),
        lambda told: told["rules"][0].update(when=[{"is": "in", "fact": "health", "codes": ["x"]}]),
        lambda told: told["rules"][0].update(when=[{"is": "days_since", "fact": "age", "at_least": 3}]),
        lambda told: told["rules"][0].update(
            when=[{"is": "days_until", "fact": "card_ends", "at_most": 3, "at_least": 4}]
        ),
        lambda told: told["rules"][0].update(
            when=[{"is": "level_below", "fact": "finnish_level", "level": "a0"}]
        ),
        lambda told: told["rules"][0].update(decides=True),
        _second,
    ],
)
def test_a_file_that_is_not_what_it_was_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    path = tmp_path / "hints.json"
    path.write_bytes(_rules(change))
    with pytest.raises(HintsDamaged):
        load_rule_book(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HintsDamaged):
        load_rule_book(tmp_path / "hints.json")


def test_an_age_needs_one_bound_only(tmp_path: Path) -> None:
    path = tmp_path / "hints.json"
    path.write_bytes(
        _rules(lambda told: told["rules"][0].update(when=[{"is": "between", "fact": "age", "low": 18}]))
    )
    book: RuleBook = load_rule_book(path)
    assert book.rules[0].when == (Between("age", low=18),)
