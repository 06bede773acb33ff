# SPDX-License-Identifier: MIT
"""The longest texts and words stay on the page, and no heading stands alone."""

import msgspec
import pytest
from paper_orders import COURSE, TODAY, WEEK, frame_book, of_service, order, said
from pypdfium2 import PdfDocument, PdfPage
from tagged_pdf import read_tagged, seen_text

from desktop.notebook.handout.order import PaperItem
from desktop.notebook.handout.paper import make_paper
from sync.catalogue.model import MOST_PLACES, NAME_LENGTH, TEXT_LENGTH, Hours, Place

SENTENCE = "Kurssilla opitaan arjen sanoja, ja jokainen etenee omaan tahtiinsa. "
LONG = (SENTENCE * (TEXT_LENGTH // len(SENTENCE))).strip()
PLACES = tuple(
    Place(
        name={"fi": f"Keksitty talo {at}"},
        address=f"Keksitynkatu {at}",
        postcode="00100",
        town="Helsinki",
        phone=f"09 555 {at:04d}",
        hours=Hours(openings=WEEK),
    )
    for at in range(1, MOST_PLACES + 1)
)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["fi", "ar"])
def test_the_longest_texts_and_sixty_places_go_on_overleaf(language: str, large: bool) -> None:  # noqa: FBT001
    texts = dict.fromkeys(("fi", "ar"), LONG)
    service = msgspec.structs.replace(
        COURSE, requirements=texts, target_group=texts, attendance=texts, benefit_effect=texts, places=PLACES
    )
    wanted = of_service(service, language, large=large)
    paper = make_paper(wanted, frame_book(), day=TODAY)
    assert seen_text(read_tagged(paper.pdf).all_text()) == seen_text(said(wanted))
    assert 8 < paper.pages < 60
    assert_inside(paper.pdf)


@pytest.mark.parametrize("large", [False, True])
def test_a_word_without_an_end_is_broken(large: bool) -> None:  # noqa: FBT001
    word = "Palvelu" * (NAME_LENGTH // 7)
    place = msgspec.structs.replace(COURSE.places[0], name={"fi": word}, address=word, phone="0" * 60)
    service = msgspec.structs.replace(
        COURSE, name={"fi": word}, summary={"fi": word}, places=(place,), email=f"{word}@example.fi"
    )
    wanted = order(
        "fi", items=(PaperItem(service=service, bring=word),), words=word, adviser=word, large=large
    )
    paper = make_paper(wanted, frame_book(), day=TODAY)
    assert seen_text(read_tagged(paper.pdf).all_text()) == seen_text(said(wanted))
    assert_inside(paper.pdf)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("lines", range(0, 60, 6))
def test_the_name_of_a_service_never_stands_alone_at_the_foot_of_a_page(lines: int, large: bool) -> None:  # noqa: FBT001
    first = msgspec.structs.replace(COURSE, requirements={"fi": "Rivi.\n" * lines})
    second = msgspec.structs.replace(
        COURSE, name={"fi": "Keksitty paja"}, summary={"fi": "Kaikille"}, attendance={"fi": LONG}
    )
    for last in (second, msgspec.structs.replace(second, attendance={})):
        wanted = order("fi", items=(PaperItem(service=first), PaperItem(service=last)), large=large)
        with PdfDocument(make_paper(wanted, frame_book(), day=TODAY).pdf) as document:
            (page,) = [text for text in map(_text, document) if "Keksitty paja" in text]
        assert page.index("Keksitty paja") < page.rindex("Vallilan toimipaikka")


def _text(page: PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def assert_inside(pdf: bytes) -> None:
    with PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(at)
                assert left > 50
                assert right < page.get_width() - 50
                assert 20 < bottom < top < page.get_height() - 20
