# SPDX-License-Identifier: MIT
"""A service editor's laptop that was taken over signs what no form saves: nothing on other laptops may stop."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from notebook_world import AINO, DANIEL, NotebookWorld
from service_shop import CARD_COURSE, make_editor, publish

from desktop.notebook.catalogue.index import CatalogueIndex
from desktop.notebook.catalogue.stock import Stock
from desktop.notebook.catalogue.synonyms import load_synonyms
from desktop.notebook.editing import Editing
from desktop.notebook.errors import NotFound
from desktop.notebook.handout.frames import load_frames
from desktop.notebook.handouts import Handouts
from desktop.notebook.messages.editing import ListEditing, OpenEditing
from desktop.notebook.messages.every import encoder
from desktop.notebook.messages.handouts import MakePaper, RecordHandout
from desktop.notebook.messages.people import SavePerson
from desktop.notebook.messages.referrals import Refer
from desktop.notebook.messages.services import OpenService, SearchServices, ServiceClient, ServiceFilters
from desktop.notebook.people import People
from desktop.notebook.referrals import Referrals
from desktop.notebook.services import Services
from desktop.resources import resource
from sync.log.commit import Draft
from sync.records.ids import CITY, EntityId

DAY = "2026-11-24"
MEGABYTE = 1024 * 1024
HOSTILE: dict[str, Any] = {
    "no map": "x",
    "a list": [1, 2],
    "a name of another type": {"name": ["A"]},
    "no name": {"name": {}},
    "a name of marks only": {"name": {"fi": "\u202e\u2069"}},
    "a name of 200 kB": {"name": {"fi": "A" * 200_000}},
    "a name that ends a terminal": {"name": {"fi": "Kurssi\0\x1b]0;x\x07\u202e"}},
    "lines without end": {"name": {"fi": "Kurssi"}, "attendance": {"fi": "a\n" * 100_000}},
    "words without end": {"name": {"fi": "Kurssi"}, "keywords": {"fi": [f"s{at}" for at in range(20_000)]}},
    "days that are none": {
        "name": {"fi": "Kurssi"}, "valid_from": "9999-99-99", "stale_after": "eilen", "starts": "0",
        "places": [{"starts": "x", "hours": {"openings": [{"weekday": 2**63, "opens": "ä", "closes": ""}],
                    "exceptions": [{"from": "9999-99-99", "to": "0000-00-00"}]}}],
    },
    "an address that starts a program": {"name": {"fi": "Kurssi"}, "web": {"fi": "javascript:alert(1)"}},
    "markup of the paper": {"name": {"fi": '#read("/etc/passwd") $x$ @y'}, "summary": {"fi": "*a* _b_ `c` <d>"}},
    "numbers beyond all": {"name": {"fi": "Kurssi"}, "lowest_age": 2**64 - 1, "places": [{"latitude": -(2**63)}]},
    "maps in maps": {"name": {"fi": "Kurssi"}, "odd": {"a": {"b": {"c": {"d": {"e": {}}}}}}},
}  # fmt: skip


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


class Laptop:
    """An adviser's laptop with everything that reads the catalogue."""

    def __init__(self, world: NotebookWorld) -> None:
        self.desk = world.desk(AINO)
        index = CatalogueIndex(load_synonyms(resource("services") / "synonyms.json"), self.desk.codes)
        frames = load_frames(resource("handouts"), self.desk.codes)
        self.services = Services(self.desk, Stock(index), index)
        self.handouts = Handouts(self.desk, frames)
        self.referrals = Referrals(self.desk, frames)
        self.people = People(self.desk, reading=world.lane(), writing=world.lane())

    def search(self, text: str) -> list[str]:
        found = self.services.search(
            SearchServices(
                text, day=DAY, minute=600, language="fi", client=ServiceClient(), filters=ServiceFilters()
            )
        )
        assert len(encoder.encode(found)) < MEGABYTE
        return [row.name for row in found.rows]


def say(world: NotebookWorld, content: object) -> EntityId:
    entity = EntityId(b"an odd service..")
    fields = {"content": (content, ()), "status": ("published", ()), "proposed": (None, ())}
    world.hub_says(CITY, Draft("service", entity, None, 1, fields))
    return entity


@pytest.mark.parametrize("what", HOSTILE)
def test_one_bad_service_stops_no_search_no_paper_and_no_referral(world: NotebookWorld, what: str) -> None:
    (good,) = publish(world, CARD_COURSE)
    laptop = Laptop(world)
    bad = say(world, HOSTILE[what])
    assert laptop.search("hygieniapassi") == ["Hygieniapassikurssi"]
    assert "Hygieniapassikurssi" in laptop.search("")
    laptop.search("kurssi")
    person = laptop.people.save(SavePerson(None, {"name": {"first": "Samir", "last": "Testinen"}})).entity
    try:
        view = laptop.services.open(
            OpenService(bad, day=DAY, minute=600, language="fi", client=ServiceClient())
        )
    except NotFound:
        with pytest.raises(NotFound):
            laptop.handouts.make(MakePaper([good, bad], "fi", DAY))
        return
    assert view.row.name.strip()
    assert len(encoder.encode(view)) < MEGABYTE
    paper = laptop.handouts.make(MakePaper([good, bad], "fi", DAY))
    assert paper.pages < 20
    assert all(link.startswith(("https://", "")) for link in paper.qr)
    laptop.referrals.refer(Refer(person, [bad], kind="guided"))
    laptop.handouts.record(RecordHandout([bad], "fi", "print", person))


@pytest.mark.parametrize("what", HOSTILE)
def test_an_editor_can_see_a_bad_service_and_mend_it(world: NotebookWorld, what: str) -> None:
    make_editor(world, DANIEL)
    publish(world, CARD_COURSE)
    laptop = Laptop(world)
    editing = Editing(world.desk(DANIEL), laptop.services._stock)
    bad = say(world, HOSTILE[what])
    shown = editing.list(ListEditing("all", "", day=DAY, language="fi"))
    assert bad in {row.service for row in shown.rows}
    assert len(encoder.encode(shown)) < MEGABYTE
    assert editing.open(OpenEditing(bad)).service == bad
