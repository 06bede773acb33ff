# SPDX-License-Identifier: MIT
"""What directories call things → our codes. Words are compared without case, spaces at the ends and HTML.

Directories name the entries of their vocabularies in Finnish, seldom by a stable code that may be told apart
offline; so a table here holds beginnings of words, the narrower one first.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sync.records.codes import CodeLists

Stems = tuple[tuple[str, str], ...]
"""Beginning of a word, or a whole word with a space after it; and the code."""

CATEGORIES: Final[Stems] = (
    ("oppisopimu", "apprenticeship"),
    ("palkkatuk", "wage_subsidy"),
    ("työnantaj", "wage_subsidy"),
    ("starttiraha", "entrepreneurship"),
    ("yrittäj", "entrepreneurship"),
    ("yritys", "entrepreneurship"),
    ("rekryto", "recruitment"),
    ("työkokeil", "work_tryout"),
    ("työpaja", "work_tryout"),
    ("pajatoimin", "work_tryout"),
    ("kuntouttava työ", "supported_work"),
    ("tuettu työ", "supported_work"),
    ("työhönvalmen", "coaching"),
    ("työvalmen", "coaching"),
    ("uravalmen", "coaching"),
    ("valmennu", "coaching"),
    ("uraohjau", "career_guidance"),
    ("ammatinvalin", "career_guidance"),
    ("opinto-ohjau", "career_guidance"),
    ("ohjaamo", "youth"),
    ("nuoriso", "youth"),
    ("nuorten", "youth"),
    ("nuorille", "youth"),
    ("korttikoulu", "card_course"),
    ("kielikoulu", "language"),
    ("kielikurs", "language"),
    ("suomen kiel", "language"),
    ("kielen oppi", "language"),
    ("digitaido", "digital"),
    ("digiapu", "digital"),
    ("digituk", "digital"),
    ("kotoutu", "integration"),
    ("kotoutta", "integration"),
    ("maahanmuut", "integration"),
    ("toimeentulo", "benefits"),
    ("etuu", "benefits"),
    ("talous", "benefits"),
    ("velka", "benefits"),
    ("asumi", "housing"),
    ("asunto", "housing"),
    ("asunno", "housing"),
    ("oleskelulu", "permits"),
    ("mielenterv", "mental_health"),
    ("päihde", "substance"),
    ("päihte", "substance"),
    ("riippuvuu", "substance"),
    ("kriisi", "crisis"),
    ("turvako", "crisis"),
    ("työkyky", "work_ability"),
    ("työkyvy", "work_ability"),
    ("kuntoutu", "rehabilitation"),
    ("sosiaali", "social"),
    ("terveys", "health"),
    ("terveyd", "health"),
    ("hyvinvoin", "health"),
    ("vertaistu", "community"),
    ("vapaaehtoi", "community"),
    ("järjestö", "community"),
    ("koulutu", "education"),
    ("tutkin", "education"),
    ("opiskel", "education"),
    ("työnhaku", "job_search"),
    ("työnhaun", "job_search"),
    ("työllis", "job_search"),
    ("työttöm", "job_search"),
    ("työ- ja", "job_search"),
)

TOPICS: Final[Mapping[str, tuple[str, ...]]] = {
    "job_search": ("job_search",),
    "coaching": ("job_search", "cv_application"),
    "supported_work": ("job_search",),
    "work_tryout": ("job_search",),
    "wage_subsidy": ("employer_wage_subsidy",),
    "entrepreneurship": ("start_up",),
    "recruitment": ("job_search",),
    "career_guidance": ("career_choice", "study_application"),
    "education": ("study_application",),
    "apprenticeship": ("apprenticeship",),
    "card_course": ("study_application",),
    "language": ("language_course",),
    "digital": ("digital_help",),
    "integration": ("permit_residence", "language_course"),
    "benefits": ("benefits_money",),
    "housing": ("housing",),
    "permits": ("permit_residence",),
    "social": ("social_service",),
    "youth": ("chat_support",),
    "community": ("chat_support",),
    "health": ("health_wellbeing",),
    "mental_health": ("mental_wellbeing",),
    "substance": ("health_wellbeing",),
    "work_ability": ("health_wellbeing",),
    "rehabilitation": ("health_wellbeing",),
    "crisis": ("mental_wellbeing",),
}
"""Which needs of a walk-in a category answers; no directory says it."""

LIFE_SITUATIONS: Final[Stems] = (
    ("pitkä", "long_unemployed"),
    ("lomaut", "laid_off"),
    ("työttöm", "unemployed"),
    ("valmistu", "graduating"),
    ("vailla opiskelu", "without_study_place"),
    ("ilman opiskelu", "without_study_place"),
    ("alan vaiht", "changing_career"),
    ("vaihtamassa alaa", "changing_career"),
    ("uranvaiht", "changing_career"),
    ("maahanmuut", "new_in_finland"),
    ("maahan muut", "new_in_finland"),
    ("suomeen muut", "new_in_finland"),
    ("kotoutumisa", "integration_over"),
    ("kielitai", "learning_language"),
    ("suomen kiel", "learning_language"),
    ("lapsi", "parent"),
    ("lapsen", "parent"),
    ("perhe", "parent"),
    ("vanhem", "parent"),
    ("velka", "money_trouble"),
    ("talous", "money_trouble"),
    ("raha", "money_trouble"),
    ("asunno", "homeless"),
    ("mielenterv", "mental_load"),
    ("työkyky", "health_trouble"),
    ("työkyvy", "health_trouble"),
    ("terveys", "health_trouble"),
    ("sairau", "health_trouble"),
    ("yrittäj", "starting_business"),
    ("yrityksen perust", "starting_business"),
    ("eläk", "near_retirement"),
    ("vanki", "after_prison"),
    ("vapautu", "after_prison"),
    ("rikos", "after_prison"),
    ("nuor", "young_at_risk"),
)

ACCESSIBILITY: Final[Stems] = (
    ("viittom", "sign_language"),
    ("selko", "plain_language"),
    ("selkeä", "plain_language"),
    ("induktio", "induction_loop"),
    ("hissi", "lift"),
    ("wc ", "toilet"),
    ("esteettömä", "step_free"),
    ("esteetön", "step_free"),
    ("pyörätuol", "step_free"),
    ("liikkumis", "step_free"),
    ("rauhalli", "quiet"),
    ("hiljai", "quiet"),
    ("etä", "remote"),
    ("verkossa", "remote"),
    ("lapsi", "child_care"),
    ("lastenhoi", "child_care"),
)

ORGANISATION_NAMES: Final[Stems] = (
    ("kansaneläkelaito", "kela"),
    ("kela ", "kela"),
    ("työllisyysalue", "employment_area"),
    ("työllisyyspalvelu", "employment_area"),
    ("hyvinvointialue", "wellbeing"),
    ("seurakun", "parish"),
    ("ammattikorkea", "school"),
    ("ammattiopisto", "school"),
    ("yliopisto", "school"),
    ("opisto", "school"),
    ("kaupunki", "city"),
    ("kaupungin", "city"),
    ("ry ", "association"),
    ("säätiö", "association"),
    ("oy ", "company"),
)
"""By name, where the directory's own kind says less."""

_CEFR: Final = re.compile(r"\b(A0|A1|A2|B1|B2|C1|C2)(?:[.](\d))?\b", re.IGNORECASE)
_FIRST_STEP: Final = {"a1": "a1_1", "a2": "a2_1", "b1": "b1_1", "b2": "b2_1"}
"""A level without a step: its lowest one."""


def by_stem(stems: Stems, said: str) -> str:
    """Return the code of the first stem that a word of what was said begins with; empty for none."""
    text = f" {said.lower()} "
    return next((code for stem, code in stems if f" {stem}" in text or f"-{stem}" in text), "")


def level_of(said: str) -> str:
    """Return the ``cefr`` code in a level's name ("A2.1, selviytyy arjessa"); empty for none."""
    found = _CEFR.search(said)
    if found is None:
        return ""
    level = found[1].lower()
    if level in {"a0", "c1", "c2"}:
        return level
    code = f"{level}_{found[2]}" if found[2] else _FIRST_STEP[level]
    return code if code in {"a1_1", "a1_2", "a1_3", "a2_1", "a2_2", "b1_1", "b1_2", "b2_1", "b2_2"} else ""


class Vocabulary:
    """Our code lists, asked for by the words of a directory."""

    def __init__(self, codes: CodeLists) -> None:
        self._codes = codes
        self._languages = _by_label(codes, "languages")
        self._municipalities = _by_label(codes, "municipalities")
        self._districts = _by_label(codes, "districts")

    def knows(self, name: str, code: str) -> bool:
        """Return whether one of our lists has this code."""
        return self._codes.knows(name, code)

    def language(self, said: str) -> str:
        """Return the code of a language's code or name in Finnish, Swedish, English or itself."""
        word = said.strip().lower()
        if self.knows("languages", word):
            return word
        return self._languages.get(word) or self._languages.get(word.split(" (")[0], "")

    def municipality(self, said: str) -> str:
        """Return the code of a municipality's number or name; empty for one outside our list."""
        word = said.strip().lower()
        return (
            word.zfill(3)
            if self.knows("municipalities", word.zfill(3))
            else self._municipalities.get(word, "")
        )

    def district(self, said: str) -> str:
        """Return the code of a district's name; empty for none."""
        return self._districts.get(said.strip().lower(), "")

    def label(self, name: str, code: str) -> str:
        """Return a code's Finnish words."""
        return self._codes.label(name, code, "fi")

    def known(self, name: str, codes: Iterable[str]) -> tuple[str, ...]:
        """Return those codes that one of our lists has, each once."""
        return tuple(code for code in dict.fromkeys(codes) if code and self.knows(name, code))


def _by_label(codes: CodeLists, name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in codes[name].rows if name in codes else ():
        for word in (row.label.fi, row.label.sv, row.label.en, row.endonym or ""):
            if word:
                found.setdefault(word.lower(), row.code)
                # "kurdi (sorani)" is also called "sorani".
                if inside := re.search(r"\((\w+)\)", word):
                    found.setdefault(inside[1].lower(), row.code)
    return found
