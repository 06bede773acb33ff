# SPDX-License-Identifier: MIT
"""What a paper says of a service, what it refuses, and what it warns of."""

# ruff: noqa: RUF001 - the clients' own letters
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_orders import COURSE, TODAY, WORKSHOP, frame_book, of_service, order
from tagged_pdf import read_tagged, seen_text

from desktop.notebook.handout.errors import (
    GlyphMissing,
    LanguageMissing,
    NothingChosen,
    PaperFailed,
    PaperTooLong,
    PersonalIdOnPaper,
    TooManyServices,
    WordsTooLong,
)
from desktop.notebook.handout.frames import LANGUAGES
from desktop.notebook.handout.lines import cleaned
from desktop.notebook.handout.order import (
    LONGEST_LINE,
    LONGEST_WORDS,
    MOST_SERVICES,
    Paper,
    PaperItem,
    PaperOrder,
    PaperWarning,
)
from desktop.notebook.handout.paper import file_name, make_paper
from desktop.notebook.handout.press import typeset

ALPHABET = "aåäöAÖszžõ 0123 абвґєїЯ #$*_`\\[]{}<>@~=/-\"'’.,:;!?%&|+^()\n"
HETU = "131052-908T"
"""Individual numbers from 900 are nobody's."""


def printed(wanted: PaperOrder) -> str:
    return read_tagged(made(wanted).pdf).all_text()


def made(wanted: PaperOrder) -> Paper:
    return make_paper(wanted, frame_book(), day=TODAY)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=400))
def test_the_advisers_words_are_printed_as_they_were_typed(words: str) -> None:
    assert seen_text(cleaned(words)) in seen_text(printed(order("fi", words=words, adviser="", contact="")))


@pytest.mark.parametrize(
    "words", ["#strong[x]", '#image("/etc/passwd")', "$ x^2 $", "*x* _y_ `z`", "= x", "\\u{41}"]
)
def test_markup_is_never_obeyed(words: str) -> None:
    service = msgspec.structs.replace(COURSE, name={"fi": words}, summary={"fi": words}, places=())
    text = printed(of_service(service, words=words, adviser=words, contact=words))
    assert seen_text(text).count(seen_text(words)) == 5


@pytest.mark.parametrize(
    "words",
    [
        HETU,
        f"Tunnus on {HETU}.",
        "131052\N{EN DASH}908T",
        "131052 - 908t",
        "131052\u200b-\u200b908T",
        "１３１０５２-９０８T",
        "100190A999P",
        "100190Y999P",
    ],
)
@pytest.mark.parametrize("field", ["words", "adviser", "contact", "sender", "bring"])
def test_a_personal_identity_code_is_never_printed(field: str, words: str) -> None:
    given: dict[str, Any] = (
        {"items": (PaperItem(service=COURSE, bring=words),)} if field == "bring" else {field: words}
    )
    with pytest.raises(PersonalIdOnPaper) as raised:
        made(order("fi", **given))
    assert HETU not in repr(raised.value)


@pytest.mark.parametrize(("words", "char"), [("Hyvä 👍", "👍"), ("你好", "你"), ("ሰላም", "ሰ")])
def test_a_letter_that_can_not_be_printed_is_named(words: str, char: str) -> None:
    with pytest.raises(GlyphMissing) as raised:
        made(order("fi", words=words))
    assert raised.value.char == char


def test_a_directorys_ornaments_are_left_out_and_its_letters_stay() -> None:
    service = msgspec.structs.replace(COURSE, summary={"fi": "☎️ Soita → tule 😀"})
    assert "Soita – tule" in printed(of_service(service))


def test_a_text_in_letters_that_no_font_has_gives_way_to_another_language() -> None:
    service = msgspec.structs.replace(COURSE, summary={"fi": "Palvelemme: 中文", "en": "We speak Chinese"})
    paper = made(of_service(service))
    assert "We speak Chinese" in printed(of_service(service))
    assert PaperWarning.TEXTS_LEFT_OUT in paper.warnings


def test_a_name_or_address_in_letters_that_no_font_has_is_written_in_latin_ones() -> None:
    named = of_service(msgspec.structs.replace(COURSE, name={"zh": "芬兰语"}, phone="０９ 电话 555"))
    assert "FenLanYu" in printed(named)


def test_a_paper_of_a_hundred_thousand_letters_is_refused_before_it_is_set() -> None:
    long = {
        name: {"fi": "sana " * 1_150}
        for name in ("requirements", "attendance", "benefit_effect", "target_group")
    }
    order_of_all = order("fi", items=(PaperItem(service=msgspec.structs.replace(COURSE, **long)),) * 5)
    with pytest.raises(PaperTooLong):
        made(order_of_all)


def test_marks_that_turn_the_direction_are_taken_out() -> None:
    text = printed(of_service(msgspec.structs.replace(COURSE, phone="\u202e0123 456", places=())))
    assert "\u202e" not in text
    assert "0123 456" in text


def test_an_order_is_bounded() -> None:
    item = PaperItem(service=COURSE)
    with pytest.raises(NothingChosen):
        made(order("fi", items=()))
    with pytest.raises(TooManyServices) as many:
        made(order("fi", items=(item,) * (MOST_SERVICES + 1)))
    assert (many.value.limit, many.value.count) == (MOST_SERVICES, MOST_SERVICES + 1)
    with pytest.raises(WordsTooLong) as words:
        made(order("fi", words="a" * (LONGEST_WORDS + 1)))
    assert (words.value.limit, words.value.length) == (LONGEST_WORDS, LONGEST_WORDS + 1)
    with pytest.raises(WordsTooLong):
        made(order("fi", contact="a" * (LONGEST_LINE + 1)))
    with pytest.raises(LanguageMissing):
        made(order("zh"))


def test_the_clients_language_is_used_where_the_service_has_it() -> None:
    text = printed(of_service(COURSE, "ru"))
    assert "Курс финского языка, уровень A2" in text
    assert frame_book().of("ru").categories["language"] not in text
    assert made(of_service(COURSE, "ru")).texts_in == ("ru",)


def test_else_the_name_is_the_original_and_the_category_in_the_clients_language_and_that_is_said() -> None:
    frames = frame_book().of("so")
    text = printed(of_service(COURSE, "so"))
    assert COURSE.name["fi"] in text
    assert frames.categories["language"] in text
    assert frames.words.texts_in_finnish in text
    assert "Suomen kielen kurssi" not in text
    paper = made(of_service(COURSE, "so"))
    assert paper.texts_in == ("fi",)
    assert PaperWarning.TEXTS_IN_ORIGINAL in paper.warnings


def test_a_short_original_is_printed_and_a_long_one_left_out() -> None:
    short = msgspec.structs.replace(COURSE, requirements={"fi": "Alkutesti."})
    assert "Alkutesti." in printed(of_service(short, "so"))
    long = msgspec.structs.replace(COURSE, requirements={"fi": "Pitkä. " * 60})
    assert "Pitkä." not in printed(of_service(long, "so"))
    assert PaperWarning.TEXTS_LEFT_OUT in made(of_service(long, "so")).warnings
    assert "Pitkä." in printed(of_service(long, "fi-selko"))


def test_a_translated_name_keeps_the_name_that_is_on_the_door() -> None:
    assert "Keksityn opiston suomi A2" in printed(of_service(COURSE, "sv"))
    assert printed(of_service(COURSE, "fi")).count("Keksityn opiston suomi A2") == 1


def test_a_text_in_a_third_language_is_called_so() -> None:
    service = msgspec.structs.replace(WORKSHOP, target_group={"sv": "För alla"})
    assert frame_book().of("et").words.texts_in_other in printed(of_service(service, "et"))


def test_nothing_is_said_of_languages_when_all_is_in_the_clients() -> None:
    paper = made(of_service(COURSE, "fi"))
    assert paper.warnings == ()
    assert frame_book().of("fi").words.texts_in_finnish not in read_tagged(paper.pdf).all_text()


def test_the_code_leads_to_the_page_in_the_clients_language_else_in_english() -> None:
    assert made(of_service(COURSE, "fi")).links == ("https://www.example.fi/kurssi",)
    assert made(of_service(COURSE, "sv")).links == ("https://www.example.fi/kurssi",)
    assert made(of_service(COURSE, "uk")).links == ("https://www.example.fi/en/course",)


def test_without_a_page_the_code_leads_to_the_map_and_without_a_place_there_is_none() -> None:
    assert made(of_service(WORKSHOP)).links == (
        "https://www.openstreetmap.org/?mlat=60.210000&mlon=25.080000",
    )
    nowhere = msgspec.structs.replace(WORKSHOP, places=(msgspec.structs.replace(WORKSHOP.places[1]),))
    assert made(of_service(nowhere)).links == ("",)


def test_an_unusable_page_is_said_and_the_map_stands_in_its_place() -> None:
    service = msgspec.structs.replace(COURSE, web={"fi": "javascript:alert(1)"})
    paper = made(of_service(service))
    assert paper.links == ("https://www.openstreetmap.org/?mlat=60.194000&mlon=24.954000",)
    assert PaperWarning.LINK_UNUSABLE in paper.warnings


def test_only_the_chosen_places_are_printed() -> None:
    items = (PaperItem(service=WORKSHOP, places=(1,)),)
    text = printed(order("fi", items=items))
    assert "Ostostie 4" in text
    assert "Turunlinnantie" not in text
    everywhere = printed(order("fi", items=(PaperItem(service=WORKSHOP, places=(7,)),)))
    assert "Turunlinnantie" in everywhere


@pytest.mark.parametrize(
    ("change", "warning"),
    [
        ({"stale_after": "2026-11-24"}, PaperWarning.WANTS_CHECKING),
        ({"valid_to": "2026-11-23"}, PaperWarning.NOT_VALID),
        ({"valid_from": "2026-11-25"}, PaperWarning.NOT_VALID),
        ({"places": (), "web": {}, "email": ""}, PaperWarning.NO_WAY_THERE),
    ],
)
def test_what_the_adviser_should_know_is_told(change: dict[str, object], warning: PaperWarning) -> None:
    assert made(of_service(msgspec.structs.replace(COURSE, **change))).warnings == (warning,)
    still_good = {"stale_after": "2026-11-25", "valid_to": "2026-11-24", "valid_from": "2026-11-24"}
    assert made(of_service(msgspec.structs.replace(COURSE, **still_good))).warnings == ()


def test_whom_staff_may_call_is_never_printed() -> None:
    service = msgspec.structs.replace(COURSE, staff_contact={"fi": "Salainen suora 09 555 0666"})
    assert "0666" not in printed(of_service(service))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_name_names_nobody(language: str) -> None:
    wanted = order(language, 2, large=True, adviser="Aino Lehtonen")
    assert file_name(wanted, TODAY) == f"esite-{language}-2-iso-2026-11-24.pdf"


def test_a_strange_language_can_not_reach_the_files_name() -> None:
    assert file_name(order("../Ru"), TODAY) == "esite-ru-1-2026-11-24.pdf"


def test_the_same_order_on_the_same_day_is_the_same_paper() -> None:
    assert made(order("ar", 2)).pdf == made(order("ar", 2)).pdf


def test_a_fault_of_ours_is_typed() -> None:
    with pytest.raises(PaperFailed):
        typeset({"lang": "fi"}, TODAY)
