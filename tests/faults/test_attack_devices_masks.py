# SPDX-License-Identifier: MIT
"""Going round the mask: nobody learns a protected person's number from the search, a digit at a time and unlogged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from card_desk import HETU, CardDesk
from notebook_world import AINO, NotebookWorld

from desktop.notebook.attachment_intake import clean_name
from sync.records.phone import tidy_phone

PHONE, TYPED = "+358409990001", "040 999 0001"


@pytest.fixture
def aino(tmp_path: Path) -> Iterator[CardDesk]:
    """Return Aino at the cards."""
    world = NotebookWorld.make(tmp_path)
    yield CardDesk(world, AINO)
    world.close()


def test_a_part_of_a_protected_persons_number_finds_nobody(aino: CardDesk) -> None:
    hidden = aino.new(first="Aila", last="Suojattu", protected=True, phone=PHONE, hetu=HETU)
    known = aino.new(first="Aila", last="Tavallinen", phone=PHONE)
    bare = PHONE.lstrip("+")
    parts = {bare[start:end] for start in range(len(bare)) for end in range(start + 1, len(bare) + 1)} - {
        bare
    }
    for part in sorted(one for one in parts if tidy_phone(one) != PHONE):
        for text in (part, f"Aila {part}"):
            assert hidden not in {row.person for row in aino.search(text)}, text
    assert {row.person for row in aino.search("4099900")} == {known}
    for text in (PHONE, TYPED, "Aila", "Suojattu", HETU):
        assert hidden in {row.person for row in aino.search(text)}, text


def test_a_files_name_tells_no_identity_code() -> None:
    for name in (f"{HETU}.pdf", f"lausunto_{HETU.lower()}_2.pdf", f"Aila {HETU[:7]} {HETU[7:]}.pdf"):
        clean = clean_name(name, "pdf", day="2026-11-24")
        assert HETU[7:] not in clean.upper()
        assert clean.endswith(".pdf")
        assert clean_name(clean, "pdf", day="2026-11-24") == clean
