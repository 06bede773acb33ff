# SPDX-License-Identifier: MIT
"""The client's copy of their plan: in every language, tagged, without a name or an address, never with a hetu."""

import pytest
from paper_orders import TODAY, frame_book
from tagged_pdf import read_tagged, seen_text

from desktop.notebook.handout.errors import NothingChosen, PersonalIdOnPaper, WordsTooLong
from desktop.notebook.handout.frames import LANGUAGES
from desktop.notebook.handout.order import LONGEST_LINE, PaperWarning
from desktop.notebook.handout.plan_paper import PaperStep, PlanOrder, make_plan_paper, plan_file_name

STEPS = (
    PaperStep(what="Hae kielikurssille", who="client", service="Stadin AO, suomi A2", due="2026-12-08"),
    PaperStep(what="Soita Kelaan", who="coach", done="2026-11-20"),
    PaperStep(what="Tutkinnon tunnustaminen", who="partner"),
)


def plan(language: str = "fi", **more: object) -> PlanOrder:
    parts: dict[str, object] = {
        "goal": "Sähköasentajan paikka", "your_words": "Haluan oman alan töitä.", "agreed": "2026-11-03",
        "next_contact": "2026-12-08", "valid_to": "", "steps": STEPS, "sender": "Helsingin kaupunki",
        "adviser": "Aino Lehtonen",
    }  # fmt: skip
    return PlanOrder(language=language, **(parts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_printed_in_every_language_with_what_was_agreed(language: str) -> None:
    words = frame_book().of(language).plan
    paper = make_plan_paper(plan(language), frame_book(), day=TODAY)
    said = seen_text(read_tagged(paper.pdf).all_text())
    for text in (words.title, words.goal, words.your_words, words.steps, words.client, words.coach):
        assert seen_text(text) in said
    for text in (
        "Sähköasentajan paikka",
        "Haluan oman alan töitä.",
        "Hae kielikurssille",
        "Stadin AO, suomi A2",
    ):
        assert seen_text(text) in said
    assert paper.pages == 1
    assert paper.title == words.title


def test_steps_stand_in_their_order_with_who_does_them_and_by_when() -> None:
    said = seen_text(read_tagged(make_plan_paper(plan(), frame_book(), day=TODAY).pdf).all_text())
    parts = [
        "1. Sinä",
        "Hae kielikurssille",
        "Viimeistään 8.12.2026",
        "2. Omavalmentajasi",
        "Tehty 20.11.2026",
        "3. Kumppani",
    ]
    places = [said.index(seen_text(one)) for one in parts]
    assert places == sorted(places)


def test_finnish_words_on_a_foreign_paper_and_frames_nobody_read_are_told() -> None:
    foreign = make_plan_paper(plan("ru"), frame_book(), day=TODAY)
    assert foreign.warnings == (PaperWarning.TEXTS_IN_ORIGINAL, PaperWarning.FRAMES_UNREVIEWED)
    theirs = plan("ru", goal="Работа", your_words="Хочу работать", steps=())
    assert make_plan_paper(theirs, frame_book(), day=TODAY).warnings == (PaperWarning.FRAMES_UNREVIEWED,)
    assert make_plan_paper(plan(), frame_book(), day=TODAY).warnings == ()


def test_a_plan_that_says_nothing_is_no_paper() -> None:
    with pytest.raises(NothingChosen):
        make_plan_paper(plan(goal=" ", your_words="", steps=()), frame_book(), day=TODAY)


@pytest.mark.parametrize("where", ["goal", "your_words", "step", "service"])
def test_no_identity_code_is_printed_wherever_it_was_written(where: str) -> None:
    code = "Tunnus 131052-908T"
    order = {
        "goal": plan(goal=code),
        "your_words": plan(your_words=code),
        "step": plan(steps=(PaperStep(what=code, who="client"),)),
        "service": plan(steps=(PaperStep(what="Soita", who="client", service=code),)),
    }[where]
    with pytest.raises(PersonalIdOnPaper):
        make_plan_paper(order, frame_book(), day=TODAY)


def test_a_name_that_is_no_line_is_refused() -> None:
    with pytest.raises(WordsTooLong):
        make_plan_paper(plan(adviser="A" * (LONGEST_LINE + 1)), frame_book(), day=TODAY)


def test_many_steps_go_on_overleaf_and_large_print_is_larger() -> None:
    many = tuple(PaperStep(what=f"Vaihe {number}", who="client", due="2026-12-08") for number in range(40))
    paper = make_plan_paper(plan(steps=many), frame_book(), day=TODAY)
    assert paper.pages > 1
    assert seen_text("Vaihe 39") in seen_text(read_tagged(paper.pdf).all_text())
    assert (
        make_plan_paper(plan(large=True), frame_book(), day=TODAY).pdf
        != make_plan_paper(plan(), frame_book(), day=TODAY).pdf
    )


def test_the_file_names_nobody() -> None:
    assert (
        plan_file_name(plan("fi-selko", large=True), TODAY)
        == f"suunnitelma-fi-selko-iso-{TODAY.isoformat()}.pdf"
    )
