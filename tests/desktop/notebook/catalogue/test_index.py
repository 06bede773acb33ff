# SPDX-License-Identifier: MIT
"""An adviser types, and the service is there, with the reason why."""

import pytest
from catalogue_shelf import Shelf, entity, made

from desktop.notebook.catalogue.entry import Field
from desktop.notebook.catalogue.filters import Filters, OwnMarks
from desktop.notebook.catalogue.found import Why
from desktop.notebook.catalogue.opening import Moment
from desktop.notebook.catalogue.unmet import Client, Condition
from desktop.notebook.catalogue.vocabulary import Way
from sync.catalogue.model import OfferedLanguage, Organisation, Place

HYGIENE = made(
    "hygiene",
    {"fi": "Hygieniapassi", "sv": "Hygienpass", "en": "Hygiene passport"},
    summary={"fi": "Koe ja koulutus ruoan kanssa työskenteleville"},
    keywords={"ru": ("гигиенический паспорт",)},
    category="card_course",
    organisation=Organisation(name={"fi": "Kurssivartti"}),
)
SAFETY = made("safety", "Työturvallisuuskortti", category="card_course", summary={"fi": "Päivän koulutus"})
FINNISH = made(
    "finnish",
    {"fi": "Suomen kielen alkeet", "en": "Finnish for beginners"},
    category="language",
    languages=(OfferedLanguage("fi", "a1_1"),),
    places=(Place(name={"fi": "Itäkeskuksen kirjasto"}, district="701", address="Turunlinnantie 1"),),
    description={"fi": "Kurssi iltaisin, myös maahanmuuttajille."},
)
DEBT = made("debt", "Talous- ja velkaneuvonta", category="benefits", topics=("benefits_money",))
CAFE = made("cafe", "Yhteisökahvila", description={"fi": "Suomen kielen harjoittelua kahvin äärellä."})
ALL = (HYGIENE, SAFETY, FINNISH, DEBT, CAFE)


@pytest.fixture(name="shelf")
def _shelf() -> Shelf:
    return Shelf(ALL)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("hygieniapassi", "hygiene"),
        ("HYGIENIA", "hygiene"),
        ("hygienpass", "hygiene"),
        ("hygieniapassille", "hygiene"),
        ("hygeniapassi", "hygiene"),
        ("гигиенический", "hygiene"),
        ("санкнижка", "hygiene"),
        ("kurssivartti", "hygiene"),
        ("kortti", "safety"),
        ("työturvalisuskortti", "safety"),
        ("suomen kurssi", "finnish"),
        ("kielen alkeita", "finnish"),
        ("turunlinnantie", "finnish"),
        ("itäkeskus suomi", "finnish"),
        ("finnish beginner", "finnish"),
        ("velkoja", "debt"),
        ("massi", "debt"),
        ("yhteisö kahvila", "cafe"),
    ],
)
def test_the_service_is_found_whatever_it_is_called(shelf: Shelf, text: str, first: str) -> None:
    assert shelf.names(text)[0] == first


def test_every_beginning_of_a_word_finds_its_service(shelf: Shelf) -> None:
    word = "hygieniapassi"
    assert all("hygiene" in shelf.names(word[:length]) for length in range(1, len(word) + 1))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hygieniapassi", Why(Field.NAME, "fi", "Hygieniapassi", Way.WORD, "hygieniapassi")),
        ("Hygieniap", Why(Field.NAME, "fi", "Hygieniapassi", Way.BEGINNING, "Hygieniap")),
        ("passport", Why(Field.NAME, "en", "passport", Way.WORD, "passport")),
        ("гигиенический", Why(Field.KEYWORD, "ru", "гигиенический", Way.WORD, "гигиенический")),
        ("kurssivartti", Why(Field.ORGANISATION, "fi", "Kurssivartti", Way.WORD, "kurssivartti")),
        ("turunlinnantie", Why(Field.PLACE, "", "Turunlinnantie", Way.WORD, "turunlinnantie")),
        ("velan", Why(Field.NAME, "fi", "velkaneuvonta", Way.SYNONYM, "velan")),
        ("hygiene, PASSPORT!", Why(Field.NAME, "en", "passport", Way.WORD, "PASSPORT")),
    ],
)
def test_a_hit_says_why_with_the_word_as_it_is_written(shelf: Shelf, text: str, why: Why) -> None:
    hit = shelf.found(text).hits[0]
    assert why in hit.why
    assert not hit.partly


def test_a_hit_found_by_what_it_is_about_names_its_category() -> None:
    shelf = Shelf([made("kela", "Virasto", category="benefits")])
    assert shelf.found("pengar").hits[0].why[0].field is Field.CATEGORY


def test_a_filter_that_leaves_nothing_is_not_answered_with_guesses(shelf: Shelf) -> None:
    assert shelf.found("hygieniapassi", filters=Filters(categories=frozenset({"housing"}))).total == 0


def test_a_hit_gives_three_reasons_at_most(shelf: Shelf) -> None:
    assert len(shelf.found("suomen kielen alkeet kirjasto kurssi").hits[0].why) == 3


def test_a_word_in_the_name_goes_before_one_in_a_text(shelf: Shelf) -> None:
    assert shelf.names("suomen kielen") == ["finnish", "cafe"]


def test_all_words_must_be_met(shelf: Shelf) -> None:
    assert shelf.names("suomen kielen kahvin") == ["cafe"]


def test_where_no_service_has_all_words_those_with_most_say_that_it_is_part(shelf: Shelf) -> None:
    found = shelf.found("suomen kielen zzzz")
    assert [shelf.references[hit.entity] for hit in found.hits] == ["finnish", "cafe"]
    assert all(hit.partly for hit in found.hits)


def test_words_that_say_nothing_ask_for_nothing(shelf: Shelf) -> None:
    assert shelf.names("haluan suomen kielen ja alkeet") == ["finnish"]


def test_nonsense_finds_nothing(shelf: Shelf) -> None:
    assert shelf.found("qqqqqq").total == 0


def test_nothing_typed_shows_favourites_and_then_all_in_finnish_order() -> None:
    shelf = Shelf([made(name, name) for name in ("Öljy", "Ässä", "Åland", "Zorro", "Aamu")])
    marks = {entity("Zorro"): OwnMarks(favourite=True)}
    assert shelf.names("  ", marks=marks) == ["Zorro", "Aamu", "Åland", "Ässä", "Öljy"]
    assert shelf.found("", most=2).total == 5
    assert len(shelf.found("", most=2).hits) == 2


def test_equals_stand_by_name_and_a_favourite_before_them() -> None:
    shelf = Shelf([made(name, f"Neuvonta {name}") for name in ("c", "a", "b")])
    assert shelf.names("neuvonta") == ["a", "b", "c"]
    assert shelf.names("neuvonta", marks={entity("c"): OwnMarks(favourite=True)}) == ["c", "a", "b"]


def test_a_favourite_does_not_go_before_a_better_hit(shelf: Shelf) -> None:
    marks = {entity("cafe"): OwnMarks(favourite=True)}
    assert shelf.names("suomen kielen", marks=marks) == ["finnish", "cafe"]


def test_own_district_and_language_come_first() -> None:
    shelf = Shelf(
        [
            made("a", "Neuvonta A"),
            made("b", "Neuvonta B", places=(Place(district="701"),)),
            made("c", "Neuvonta C", languages=(OfferedLanguage("so"),)),
        ]
    )
    assert shelf.names("neuvonta") == ["a", "b", "c"]
    assert shelf.names("neuvonta", client=Client(district="701"))[0] == "b"
    assert shelf.names("neuvonta", client=Client(language="so"))[0] == "c"


def test_what_does_not_suit_goes_down_and_never_out() -> None:
    shelf = Shelf(
        [
            made("a", "Neuvonta", highest_age=17),
            made("b", "Neuvonta", stale_after="2026-01-01"),
            made("c", "Neuvonta"),
            made("d", "Neuvonta", valid_to="2026-11-01"),
        ]
    )
    found = shelf.found("neuvonta", client=Client(ages=(25, 29)))
    assert [shelf.references[hit.entity] for hit in found.hits] == ["c", "b", "a", "d"]
    assert [[one.code for one in hit.unmet] for hit in found.hits] == [
        [],
        [Condition.STALE],
        [Condition.AGE],
        [Condition.OVER],
    ]


def test_the_day_and_the_client_are_asked_anew_at_each_search() -> None:
    shelf = Shelf([made("a", "Neuvonta", valid_to="2026-11-24", lowest_age=18)])
    assert shelf.found("neuvonta").hits[0].unmet == ()
    assert shelf.found("neuvonta", moment=Moment("2026-11-25")).hits[0].unmet[0].code is Condition.OVER
    assert shelf.found("neuvonta", client=Client(ages=(0, 14))).hits[0].unmet[0].code is Condition.AGE


def test_a_service_put_again_is_found_as_it_is_now(shelf: Shelf) -> None:
    shelf.put(made("debt", "Rahaneuvonta", valid_to="2026-01-01"))
    assert len(shelf.index) == len(ALL)
    assert shelf.names("velkaneuvonta") == []
    assert shelf.found("rahaneuvonta").hits[0].unmet[0].code is Condition.OVER


def test_a_dropped_service_is_gone(shelf: Shelf) -> None:
    shelf.drop("debt")
    shelf.drop("debt")
    assert entity("debt") not in shelf.index
    assert entity("cafe") in shelf.index
    assert shelf.names("velkaneuvonta") == []
    assert "debt" not in shelf.names("massi")


def test_an_empty_index_answers_too() -> None:
    assert Shelf().found("kortti").total == Shelf().found("").total == 0


def test_a_pasted_text_is_looked_at_to_its_twelfth_word(shelf: Shelf) -> None:
    assert shelf.names("hygieniapassi " * 5_000) == ["hygiene"]
