# SPDX-License-Identifier: MIT
"""Hand-outs at a desk: the paper is made, its giving is recorded, and a person's is logged as a disclosure."""

from functools import cache
from io import BytesIO

import pypdf
import pytest
from card_desk import CardDesk
from notebook_world import AINO, CELIA, DANIEL, NotebookWorld
from service_shop import CARD_COURSE, REHAB, publish
from stand import Stand

from desktop.notebook.errors import NoService, NotAllowed, NotFound
from desktop.notebook.faults import report_of
from desktop.notebook.handout.errors import GlyphMissing, LanguageMissing, PersonalIdOnPaper
from desktop.notebook.handout.frames import FrameBook, load_frames
from desktop.notebook.handouts import SENDER, Handouts
from desktop.notebook.messages.handouts import MakePaper, RecordHandout
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.referrals import ListConsentLanguages, ReadConsent
from desktop.resources import resource
from desktop.store.errors import FieldRefused
from sync.records.codes import load_codes
from sync.records.ids import EntityId

DAY = "2026-11-24"


@cache
def frames() -> FrameBook:
    return load_frames(resource("handouts"), load_codes(resource("codes")))


@pytest.fixture
def shop(world: NotebookWorld) -> list[EntityId]:
    return publish(world, CARD_COURSE, REHAB)


@pytest.fixture
def handouts(world: NotebookWorld, shop: list[EntityId]) -> Handouts:
    assert shop
    return Handouts(world.desk(AINO), frames())


def given(world: NotebookWorld) -> list[dict[str, object]]:
    reads = world.desk(AINO).reads
    rows = reads.connection.execute("SELECT entity FROM entities WHERE kind = 'handout'").fetchall()
    views = [reads.entity(EntityId(entity)) for (entity,) in rows]
    return [view.values for view in views if view is not None]


def test_a_paper_has_the_services_the_advisers_words_and_name(
    handouts: Handouts, shop: list[EntityId]
) -> None:
    paper = handouts.make(
        MakePaper(shop, "fi", DAY, words="Tervetuloa!", contact="Testilän kirjasto, ti 12-16")
    )
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper.pdf)).pages)
    for said in (
        "Hygieniapassikurssi",
        "Työkykyselvitys",
        "Testikatu 5",
        "Tervetuloa!",
        "Aino Aalto",
        SENDER,
    ):
        assert said in text
    assert paper.file_name == "esite-fi-2-2026-11-24.pdf"
    assert paper.qr[1] == "https://palvelut.example/tyokyky"


def test_the_advisers_name_is_left_out_when_it_is_not_wanted(
    handouts: Handouts, shop: list[EntityId]
) -> None:
    paper = handouts.make(MakePaper(shop, "sv", DAY, named=False))
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper.pdf)).pages)
    assert "Aino" not in text


def test_making_a_paper_writes_nothing(
    world: NotebookWorld, handouts: Handouts, shop: list[EntityId]
) -> None:
    before = world.desk(AINO).store.audit_rows(newest=1000)
    handouts.make(MakePaper(shop, "ru", DAY))
    assert world.desk(AINO).store.audit_rows(newest=1000) == before
    assert given(world) == []


def test_each_service_given_is_one_handout_in_the_open_session(
    world: NotebookWorld, handouts: Handouts, shop: list[EntityId]
) -> None:
    session = Stand(world, AINO).open().session
    handouts.record(RecordHandout(shop, "fi-selko", "print"))
    rows = given(world)
    assert {one["name"] for one in rows} == {"Hygieniapassikurssi", "Työkykyselvitys"}
    assert {(one["language"], one["way"], one["session"]) for one in rows} == {("fi", "print", session)}


def test_what_a_person_was_given_is_a_disclosure_in_the_log(
    world: NotebookWorld, handouts: Handouts, shop: list[EntityId]
) -> None:
    person = CardDesk(world, AINO).new()
    handouts.record(RecordHandout(shop, "ar", "qr", person=person))
    events = [row.event for row in world.desk(AINO).store.audit_rows(newest=50)]
    (told,) = [one for one in events if one.get("operation") == "DISCLOSE"]
    assert (told["target"]["id"], told["way"], told["services"]) == (person.hex(), "qr", 2)


def test_nothing_is_logged_for_nobody(world: NotebookWorld, handouts: Handouts, shop: list[EntityId]) -> None:
    handouts.record(RecordHandout(shop, "ar", "print"))
    events = [row.event for row in world.desk(AINO).store.audit_rows(newest=50)]
    assert not [one for one in events if one.get("operation") == "DISCLOSE"]


def test_consent_is_read_in_the_clients_language_and_direction(
    handouts: Handouts, shop: list[EntityId]
) -> None:
    text = handouts.read_consent(ReadConsent(shop[1], "ar", ["name", "contact"]))
    assert (text.language, text.direction) == ("ar", "rtl")
    assert "Testilän järjestö" in text.text
    assert text.version


def test_every_language_that_is_offered_makes_a_paper(handouts: Handouts, shop: list[EntityId]) -> None:
    offered = handouts.languages(ListConsentLanguages()).languages
    assert offered[:3] == ["fi", "sv", "en"]
    assert {"fi-selko", "ru", "et", "so", "ar", "uk", "fa"} <= set(offered)
    for language in offered:
        assert handouts.make(MakePaper(shop[:1], language, DAY)).pages == 1


def test_what_can_not_be_printed_is_told_by_code(handouts: Handouts, shop: list[EntityId]) -> None:
    with pytest.raises(GlyphMissing) as glyph:
        handouts.make(MakePaper(shop, "fi", DAY, words="Nähdään 漢"))
    told = report_of(glyph.value)
    assert told is not None
    assert (told.problem, told.facts) == (Problem.GLYPH_MISSING, {"char": "漢"})
    with pytest.raises(PersonalIdOnPaper) as code:
        handouts.make(MakePaper(shop, "fi", DAY, words="010190-901R"))
    told = report_of(code.value)
    assert told is not None
    assert told.problem is Problem.HETU_ON_PAPER
    with pytest.raises(LanguageMissing):
        handouts.make(MakePaper(shop, "tlh", DAY))


def test_a_handout_needs_a_service_that_is_here_a_known_way_and_a_right(
    world: NotebookWorld, handouts: Handouts, shop: list[EntityId]
) -> None:
    with pytest.raises(NoService):
        handouts.record(RecordHandout([], "fi", "print"))
    with pytest.raises(NotFound):
        handouts.record(RecordHandout([EntityId(b"n" * 16)], "fi", "print"))
    with pytest.raises(NotFound):
        handouts.record(RecordHandout(shop, "fi", "print", person=EntityId(b"n" * 16)))
    with pytest.raises(FieldRefused):
        handouts.record(RecordHandout(shop, "fi", "pigeon"))
    with pytest.raises(NotAllowed):
        Handouts(world.desk(DANIEL), frames()).record(RecordHandout(shop, "fi", "print"))
    assert given(world) == []


def test_a_colleague_sees_that_it_was_given(
    world: NotebookWorld, handouts: Handouts, shop: list[EntityId]
) -> None:
    celia = world.desk(CELIA)
    handouts.record(RecordHandout(shop[:1], "fi", "print"))
    world.sync()
    found = celia.reads.connection.execute("SELECT count(*) FROM entities WHERE kind = 'handout'").fetchone()
    assert found[0] == 1
