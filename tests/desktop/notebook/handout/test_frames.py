# SPDX-License-Identifier: MIT
"""The frame texts are complete in every language, printable, and damage in them is found."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from paper_orders import frame_book

from desktop.notebook.handout.errors import FramesDamaged, LanguageMissing
from desktop.notebook.handout.frames import LANGUAGES, Frames, all_texts, load_frames
from desktop.notebook.handout.press import letters
from desktop.resources import resource
from sync.records.codes import CodeLists, load_codes

each_language = pytest.mark.parametrize("language", LANGUAGES)

READ_TO_PEOPLE = {
    ("fi", "2026-11"): "fdc2751b32020b3a",
    ("sv", "2026-11"): "478acb4118eabe64",
    ("en", "2026-11"): "eed400d8b8f2ef2c",
    ("fi-selko", "2026-11"): "d258ffb0e7b2bc06",
    ("ru", "2026-11"): "234f15d2c0a9df69",
    ("et", "2026-11"): "7bacf826f9d98a97",
    ("so", "2026-11"): "8cb5918fb14d0189",
    ("ar", "2026-11"): "5c67e99a8f78e360",
    ("uk", "2026-11"): "40870cdab980e124",
    ("fa", "2026-11"): "502a6f6809081dbd",
}
"""The digest of each language's consent text by version: a text that was read to somebody is never changed."""


@pytest.fixture(scope="module")
def codes() -> CodeLists:
    return load_codes(resource("codes"))


def test_there_are_ten_languages_and_no_other_file() -> None:
    assert set(frame_book()) == set(LANGUAGES)
    assert {path.stem for path in resource("handouts").iterdir()} == set(LANGUAGES)
    assert len(LANGUAGES) == 10


@each_language
def test_every_letter_of_a_language_can_be_printed(language: str) -> None:
    letters().demand(all_texts(frame_book().of(language)))


@each_language
def test_each_text_takes_what_the_english_one_takes(language: str) -> None:
    def taken(frames: Frames) -> list[list[str]]:
        return [sorted(re.findall(r"\{(\w+)\}", text)) for text in all_texts(frames)]

    assert taken(frame_book().of(language)) == taken(frame_book().of("en"))


@each_language
def test_no_text_was_left_in_another_language(language: str) -> None:
    # Finnish and plain Finnish share words; no other two languages share a sentence.
    sentences = {text for text in all_texts(frame_book().of(language)) if len(text) > 25}
    others = set(LANGUAGES) - {language} - ({"fi", "fi-selko"} if language.startswith("fi") else set())
    assert not sentences & {text for other in others for text in all_texts(frame_book().of(other))}


def test_arabic_and_persian_run_from_right_to_left() -> None:
    assert {language for language in LANGUAGES if frame_book().of(language).direction == "rtl"} == {
        "ar",
        "fa",
    }


def test_a_record_of_plain_finnish_says_finnish(codes: CodeLists) -> None:
    assert frame_book().of("fi-selko").records_as == "fi"
    assert all(codes.knows("languages", frame_book().of(language).records_as) for language in LANGUAGES)


def test_only_finnish_and_english_claim_to_be_reviewed() -> None:
    assert [language for language in LANGUAGES if frame_book().of(language).reviewed] == ["fi", "en"]


def test_a_language_that_is_not_there_is_named() -> None:
    with pytest.raises(LanguageMissing) as raised:
        frame_book().of("zh")
    assert raised.value.language == "zh"


@each_language
def test_a_consent_text_that_was_read_to_people_is_never_changed_under_its_version(language: str) -> None:
    words = json.loads(resource("handouts", f"{language}.json").read_text(encoding="utf-8"))["consent"]
    digest = hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
    assert READ_TO_PEOPLE[language, words["version"]] == digest


def test_a_missing_key_is_found_and_named(tmp_path: Path, codes: CodeLists) -> None:
    damaged(tmp_path, lambda content: content["words"].pop("where"))
    with pytest.raises(FramesDamaged) as raised:
        load_frames(tmp_path, codes)
    assert raised.value.name == "so"
    assert "`where`" in raised.value.what


@pytest.mark.parametrize(
    ("group", "code"),
    [("categories", "language"), ("features", "lift"), ("language_names", "ru")],
)
def test_a_missing_name_of_a_code_is_found_and_named(
    tmp_path: Path, codes: CodeLists, group: str, code: str
) -> None:
    damaged(tmp_path, lambda content: content[group].pop(code))
    with pytest.raises(FramesDamaged) as raised:
        load_frames(tmp_path, codes)
    assert raised.value.what == f"{group}.{code}"


def test_a_missing_scope_of_a_consent_is_found(tmp_path: Path, codes: CodeLists) -> None:
    damaged(tmp_path, lambda content: content["consent"]["scope"].pop("need"))
    with pytest.raises(FramesDamaged) as raised:
        load_frames(tmp_path, codes)
    assert raised.value.what == "consent.scope.need"


def test_a_misspelt_key_an_empty_text_and_a_wrong_language_are_found(
    tmp_path: Path, codes: CodeLists
) -> None:
    for change, what in (
        (lambda content: content["words"].update(wehre="x"), "wehre"),
        (lambda content: content["words"].update(where=" "), "words.where"),
        (lambda content: content.update(language="et"), "language"),
        (lambda content: content["weekdays"].pop(), "weekdays"),
    ):
        damaged(tmp_path, change)
        with pytest.raises(FramesDamaged, match=what):
            load_frames(tmp_path, codes)


def test_a_missing_file_is_found(tmp_path: Path, codes: CodeLists) -> None:
    damaged(tmp_path, lambda _: None)
    (tmp_path / "so.json").unlink()
    with pytest.raises(FramesDamaged) as raised:
        load_frames(tmp_path, codes)
    assert (raised.value.name, raised.value.what) == ("so", "file")


@each_language
def test_every_spoken_language_has_a_printable_name(language: str, codes: CodeLists) -> None:
    frames = frame_book().of(language)
    names = [frame_book().language_name(row.code, frames)[0] for row in codes["languages"].rows]
    letters().demand(names)
    assert frame_book().language_name("fi", frames)[0] == frames.language_names["fi"]


def test_a_municipality_is_called_as_its_signs_say() -> None:
    assert frame_book().municipality_name("049", frame_book().of("sv")) == ("Esbo", "sv")
    assert frame_book().municipality_name("049", frame_book().of("ar")) == ("Espoo", "fi")


def damaged(folder: Path, change: object) -> None:
    """Copy the frames into a folder and change the Somali ones."""
    shutil.copytree(resource("handouts"), folder, dirs_exist_ok=True)
    content = json.loads((folder / "so.json").read_text(encoding="utf-8"))
    assert callable(change)
    change(content)
    (folder / "so.json").write_text(json.dumps(content), encoding="utf-8")
