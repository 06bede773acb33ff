# SPDX-License-Identifier: MIT
"""Every problem has a sentence in three parts and three languages."""

import pytest

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.words.language import Language
from desktop.ui.words.problems import sentence, telling, what_now

FACTS: dict[str, str | int | bool] = {
    "seconds": 8, "limit": 280, "where": "desk:12", "code": "late", "found": 9, "known": 3
}  # fmt: skip


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_tells_what_happened_whether_data_is_safe_and_what_to_do(
    dressed: Dressed, problem: Problem
) -> None:
    english = set[str]()
    for language in (Language.ENGLISH, Language.FINNISH, Language.SWEDISH):
        dressed.translations.speak(language)
        told = telling(ProblemReport(problem, FACTS))
        for part in (told.happened, told.safe, told.now):
            assert part.endswith("."), part
            assert "{" not in part
            assert part not in english, f"not translated to {language}: {part}"
        if language is Language.ENGLISH:
            english |= {told.happened, told.safe, told.now}


def test_the_sentences_of_the_design_are_word_for_word(dressed: Dressed) -> None:
    wrong = ProblemReport(Problem.WRONG_PASSPHRASE, {"tries_left": 3, "seconds": 0})
    assert sentence(wrong) == (
        "Tunnuslause ei täsmää. Tiedot ovat tallessa. Tarkista Caps Lock ja yritä uudelleen."
    )
    dressed.translations.speak(Language.SWEDISH)
    assert sentence(ProblemReport(Problem.NO_NETWORK)) == (
        "Nätet bröts. Allt är sparat på datorn. Sändningen fortsätter av sig själv."
    )
    dressed.translations.speak(Language.ENGLISH)
    assert sentence(ProblemReport(Problem.NOTEBOOK_TOO_NEW, {"found": 9, "known": 3})) == (
        "This notebook was made by a newer version. Nothing was changed. Update the program."
    )


def test_what_now_is_the_last_part_with_its_facts(dressed: Dressed) -> None:
    del dressed
    assert what_now(ProblemReport(Problem.THROTTLED, {"seconds": 8})) == "Yritä uudelleen 8 s kuluttua."


def test_a_fact_that_did_not_come_does_not_break_the_sentence(dressed: Dressed) -> None:
    del dressed
    assert "(...)" in sentence(ProblemReport(Problem.HUB_REFUSED))
