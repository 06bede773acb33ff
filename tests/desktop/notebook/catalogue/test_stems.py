# SPDX-License-Identifier: MIT
"""Forms of one word meet; words that only look alike mostly do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.catalogue.stems import stems
from sync.records.search_text import fold


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kursseja", "kurssi"),
        ("työkokeiluun", "työkokeilu"),
        ("kielen", "kieli"),
        ("kieltä", "kieli"),
        ("asunnon", "asunto"),
        ("kortin", "kortti"),
        ("hakemuksia", "hakemus"),
        ("velkoja", "velka"),
        ("velan", "velka"),
        ("terveyttä", "terveys"),
        ("suomalaisen", "suomalainen"),
        ("työnhaussa", "työnhaku"),
        ("kodin", "koti"),
        ("nuorten", "nuori"),
        ("palkkatuen", "palkkatuki"),
        ("kuntoutukseen", "kuntoutus"),
        ("lääkäriin", "lääkäri"),
        ("englanniksi", "englanti"),
        ("kursen", "kurs"),
        ("jobbet", "jobb"),
        ("courses", "course"),
        ("studies", "study"),
        ("работу", "работа"),
        ("курсы", "курс"),
    ],
)
def test_forms_of_a_word_share_a_stem(typed: str, written: str) -> None:
    assert stems(fold(typed)) & stems(fold(written))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kieli", "mieli"),
        ("kortti", "kori"),
        ("velka", "vuokra"),
        ("raha", "rakennus"),
        ("asunto", "asiakas"),
        ("työkyky", "työkokeilu"),
        ("koulu", "koti"),
    ],
)
def test_other_words_share_none(one: str, other: str) -> None:
    assert not stems(fold(one)) & stems(fold(other))


def test_short_words_and_numbers_are_not_cut() -> None:
    assert stems("cv") == stems("") == stems("2026") == frozenset()


@given(st.text(alphabet="abdeghiklmnoprstuvy", max_size=30))
def test_a_stem_is_a_beginning_but_for_its_last_letter(word: str) -> None:
    assert all(3 <= len(stem) <= len(word) and word.startswith(stem[:-1]) for stem in stems(word))
