# SPDX-License-Identifier: MIT
"""Every language, both sizes, one service and four: accessible, whole, in reading order."""

# ruff: noqa: RUF001 - letters and dashes as they are printed
from pathlib import Path

import pytest
import typst
from paper_orders import TODAY, frame_book, order, said
from pdfua import Finding, validate
from pypdfium2 import PdfDocument
from tagged_pdf import Element, read_tagged, seen_text

from desktop.notebook.handout.frames import LANGUAGES
from desktop.notebook.handout.order import PaperWarning
from desktop.notebook.handout.paper import make_paper

MARGIN = 62.0
"""Points, as in the template."""
OVERHANG = 8.0
"""What the box of a large Arabic letter may reach past its own width."""

each_paper = pytest.mark.parametrize(
    ("language", "services", "large"),
    [(language, services, large) for language in LANGUAGES for services in (1, 4) for large in (False, True)],
)


@each_paper
def test_a_paper_is_accessible_and_says_all_in_reading_order(
    tmp_path: Path, *, language: str, services: int, large: bool
) -> None:
    wanted = order(language, services, large=large)
    paper = make_paper(wanted, frame_book(), day=TODAY)
    assert findings(tmp_path, paper.pdf) == ()
    document = read_tagged(paper.pdf)
    assert seen_text(document.all_text()) == seen_text(said(wanted))
    assert stays_inside(paper.pdf) == paper.pages
    assert headings(document)[:2] == ["H1", "H2"]
    assert headings(document).count("H2") == services + 1
    pictures = [one for one in document.walk() if one.tag == "Figure"]
    assert len(pictures) == services
    assert all("https://" in one.alt for one in pictures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_says_its_language_and_title_and_nothing_of_the_person(language: str) -> None:
    paper = make_paper(order(language), frame_book(), day=TODAY)
    frames = frame_book().of(language)
    with PdfDocument(paper.pdf) as document:
        facts = document.get_metadata_dict(skip_empty=True)
    assert facts.pop("Creator").startswith("Typst")
    assert facts == {
        "Title": frames.words.title_one,
        "CreationDate": "D:20261124120000Z",
        "ModDate": "D:20261124120000Z",
    }
    assert paper.title == frames.words.title_one
    assert f"/Lang({frames.pdf_language})".encode() in paper.pdf.replace(b" ", b"")
    assert (PaperWarning.FRAMES_UNREVIEWED in paper.warnings) is not frames.reviewed


def test_hours_are_a_table_with_headings_for_a_screen_reader() -> None:
    document = read_tagged(make_paper(order("en"), frame_book(), day=TODAY).pdf)
    tables = [one for one in document.walk() if one.tag == "Table"]
    cells = [(one.tag, one.all_text()) for table in tables for one in table.walk() if one.tag in {"TH", "TD"}]
    assert cells == [
        ("TH", "Day"),
        ("TH", "Time"),
        ("TD", "Monday–Friday"),
        ("TD", "9:00–15:00"),
        ("TD", "Saturday–Sunday"),
        ("TD", "closed"),
    ]


def test_an_address_and_a_phone_number_keep_their_order_inside_arabic() -> None:
    document = read_tagged(make_paper(order("ar"), frame_book(), day=TODAY).pdf)
    lines = [one.all_text() for one in document.walk() if one.tag == "P"]
    assert "Hattulantie 2, 00550 Helsinki" in lines
    assert "09 555 0100" in lines
    assert "Soita 09 555 0123." in lines


def test_a_pdf_without_tags_would_be_found(tmp_path: Path) -> None:
    assert findings(tmp_path, typst.compile(b"= Title", pdf_tags=False)) != ()


def findings(folder: Path, pdf: bytes) -> tuple[Finding, ...]:
    """What the check for PDF/UA finds; it covers 16 of the standard's 106 rules."""
    (folder / "paper.pdf").write_bytes(pdf)
    return validate(str(folder / "paper.pdf")).findings


def headings(document: Element) -> list[str]:
    return [one.tag for one in document.walk() if one.tag in {"H1", "H2"}]


def stays_inside(pdf: bytes) -> int:
    """Every letter lies between the margins of its page; returns how many pages there are."""
    with PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(at)
                assert left > MARGIN - OVERHANG
                assert right < page.get_width() - MARGIN + OVERHANG
                assert bottom > 20
                assert top < page.get_height() - 20
        return len(document)
