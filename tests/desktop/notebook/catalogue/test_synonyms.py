# SPDX-License-Identifier: MIT
"""What people say, and what the shipped groups take it for."""

import json
from pathlib import Path
from typing import Any

import pytest
from catalogue_shelf import SYNONYMS, codes, synonyms

from desktop.notebook.catalogue.errors import SynonymsDamaged
from desktop.notebook.catalogue.synonyms import Synonyms, load_synonyms, same_word
from sync.records.search_text import words


def meant(text: str, known: Synonyms | None = None, *, half_typed: bool = False) -> set[str]:
    known = known or synonyms()
    typed = list(words(text))
    return {known.groups[one.group].name for one in known.meant(typed, half_typed=half_typed)}


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("duunia", "work"),
        ("työkkäri", "employment_office"),
        ("TE-toimistosta", "employment_office"),
        ("ceevee", "cv"),
        ("kämppää", "home"),
        ("firma", "own_business"),
        ("sossu", "social_services"),
        ("ahdistaa", "mental_health"),
        ("velat", "debt"),
        ("pengar", "money"),
        ("job search", "job_search"),
        ("residence permits", "permit"),
        ("язык", "language_course"),
        ("работу", "work"),
        ("طبيب", "health"),
        ("shaqo", "work"),
        ("кошти гроші", "money"),
    ],
)
def test_what_people_say_means_what_services_offer(said: str, group: str) -> None:
    assert group in meant(said)


def test_a_word_is_taken_for_a_longer_one_only_while_it_is_being_typed() -> None:
    assert "employment_office" in meant("työkkä", half_typed=True)
    assert "employment_office" not in meant("työkkä")
    assert "employment_office" not in meant("työk", half_typed=True)


def test_a_phrase_may_lack_the_end_of_its_last_word_while_it_is_being_typed() -> None:
    assert "permit" in meant("residence per", half_typed=True)
    assert "permit" not in meant("residence per")


def test_forms_are_the_same_word() -> None:
    assert same_word("asunto", "asunnon")
    assert not same_word("asunto", "asema")


def test_the_shipped_groups_are_many_and_speak_the_staffs_languages() -> None:
    file = json.loads(SYNONYMS.read_bytes())
    assert len(file["groups"]) >= 120
    everyday = {"work", "language_course", "money", "home", "health"}
    for group in file["groups"]:
        wanted = (
            {"fi", "sv", "en", "ru", "so", "ar", "et", "uk", "fa"}
            if group["name"] in everyday
            else {"fi", "en"}
        )
        assert wanted <= set(group["words"]), group["name"]


def test_every_category_that_a_group_leads_to_is_in_the_code_list() -> None:
    for group in synonyms().groups:
        assert all(codes().knows("service_categories", one) for one in group.categories), group.name


def test_a_term_that_is_ignored_alone_still_means_something_in_a_phrase(tmp_path: Path) -> None:
    known = load_synonyms(written(tmp_path, groups=[group("way", "way to go")], ignored={"en": ["to"]}))
    assert meant("way go", known) == {"way"}


def test_groups_without_words_file_or_sense_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SynonymsDamaged) as refused:
        load_synonyms(tmp_path / "synonyms.json")
    assert refused.value.place == "FileNotFoundError"


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"name": "others"}, "name"),
        ({"groups": [{"name": "a", "words": {"fi": ["!"]}}]}, "a"),
        ({"groups": [{"name": "a", "words": {"fi": ["x"]}}] * 2}, "a"),
        ({"groups": [{"name": "a"}]}, "words"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_damaged_file_says_where(tmp_path: Path, changed: dict[str, Any], place: str) -> None:
    with pytest.raises(SynonymsDamaged) as refused:
        load_synonyms(written(tmp_path, **changed))
    assert refused.value.name == "synonyms.json"
    assert place in refused.value.place


def group(name: str, *terms: str) -> dict[str, Any]:
    return {"name": name, "words": {"en": list(terms)}}


def written(folder: Path, **changed: Any) -> Path:  # noqa: ANN401 - any damage
    file = {"name": "synonyms", "version": "1", "source": "", "licence": "MIT", "ignored": {}, "groups": []}
    path = folder / "synonyms.json"
    path.write_text(json.dumps(file | changed), encoding="utf-8")
    return path
