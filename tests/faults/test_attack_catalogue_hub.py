# SPDX-License-Identifier: MIT
"""What an editor's stolen laptop may tell the hub: no import, list, export or sync stops, and no right grows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from city_services import SOURCE, place_of, service, state_of, words
from hub_laptop import HubLaptop
from hub_world import HubWorld, Member

from sync.catalogue.model import to_map
from sync.hub.__main__ import app
from sync.hub.catalogue import services_in
from sync.hub.catalogue_publishing import publish
from sync.log.commit import Draft
from sync.protocol.errors import AccessRefused
from sync.records.ids import CITY, EntityId, derived_entity, roster_entity

ODD: dict[str, Any] = {
    "no map": "x",
    "nothing": None,
    "a list": [[], {}],
    "names of other types": {"name": {"fi": 5}},
    "no name": {"name": {}},
    "an origin without end": {"name": {"fi": "A"}, "origin": {"source": "ptv", "id": "x" * 100_000}},
    "what steers a terminal": {
        "name": {"fi": "A\x1b]0;x\x07\tB\nC\u202e\0"}, "checked": "\x1b[2J", "stale_after": "2026\t\n",
        "origin": {"source": "\x1b[31m", "id": "\r\n\x1b"},
    },
    "200 kB": {"name": {"fi": "A" * 200_000}},
}  # fmt: skip


@pytest.fixture
def world(tmp_path: Path) -> Iterator[HubWorld]:
    one = HubWorld.make(tmp_path / "hub")
    yield one
    one.close()


@pytest.fixture
def editor(world: HubWorld) -> Member:
    return world.member("Eeva Toimittaja", "service_editor", None)


def said(editor: Member, entity: EntityId, **fields: object) -> object:
    draft = Draft("service", entity, None, 1, {name: (value, ()) for name, value in fields.items()})
    return editor.save(CITY, draft)


@pytest.mark.parametrize("what", ODD)
def test_odd_content_of_an_editor_stops_no_import_list_export_or_laptop(
    world: HubWorld, editor: Member, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    publish(world.parts, [service(1), service(2)], SOURCE, whole=True, review=False)
    said(editor, place_of(1), content=ODD[what], status="published", proposed=None)
    said(editor, EntityId(b"an odd service.."), content=ODD[what], status="published")
    said(editor, EntityId(b"another odd one."), content=ODD[what], status={"not": "a code"}, proposed=[1])
    for review in (True, False):
        again = publish(
            world.parts,
            [service(1, "Uusi"), service(2)],
            SOURCE,
            whole=True,
            review=review,
            withdraw_gone=True,
        )
        assert again.same >= 1
    assert words(state_of(world, 2)) == ("Kurssi 2", "published", "")
    aino = HubLaptop.of(
        world, world.member("Aino Esimerkki", "adviser", world.team("Itä")), tmp_path / "a.db"
    )
    try:
        aino.sync()
        reads = aino.store.reads().services
        for entity, state, _ in reads.states():
            reads.read_state(entity, state)
        assert reads.service(place_of(2)) is not None
    finally:
        aino.store.close()
    home = tmp_path / "hub"
    capsys.readouterr()
    app(["catalogue", "list", "--home", str(home)], result_action="return_value")
    listed = capsys.readouterr().out
    assert all(one.isprintable() for line in listed.splitlines() for one in line.split("\t"))
    assert all(len(line.split("\t")) == 6 for line in listed.split("\n")[:-1])
    app(
        ["catalogue", "export", str(tmp_path / "out.json"), "--home", str(home)], result_action="return_value"
    )
    assert b"Kurssi 2" in (tmp_path / "out.json").read_bytes()


@pytest.mark.parametrize("kind", ["grant", "writer", "staff", "team", "code_list", "erasure", "release"])
def test_an_editor_says_nothing_but_services(world: HubWorld, editor: Member, kind: str) -> None:
    entity = derived_entity(roster_entity(editor.staff), "forged")
    fields = {"staff": editor.staff, "team": None, "role": "admin", "from": 0, "until": None}
    draft = Draft(kind, entity, None, 1, {name: (value, ()) for name, value in fields.items()})
    editor.save(CITY, draft)
    assert entity not in services_in(world.parts)
    held = [row for row in world.parts.store.grants(editor.staff) if row.role == "admin"]
    assert held == []


def test_an_adviser_who_forges_a_service_is_told_to_nobody(world: HubWorld) -> None:
    publish(world.parts, [service(1)], SOURCE, whole=True, review=False)
    adviser = world.member("Aino Esimerkki", "adviser", world.team("Itä"))
    with pytest.raises(AccessRefused):
        said(adviser, place_of(1), content=to_map(service(1, "Väärä")), status="published")
    assert words(state_of(world, 1)) == ("Kurssi 1", "published", "")
