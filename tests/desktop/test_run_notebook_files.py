# SPDX-License-Identifier: MIT
"""Files through the notebook process: over the pipe, to a hub, on to another laptop, and nothing readable is left."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_world import HubWorld
from made_pictures import CANARY
from notebook_child import NotebookChild, Said

from desktop.notebook.messages.attachments import (
    AddAttachment,
    AttachmentMoved,
    AttachmentRow,
    ListAttachments,
    OpenAttachment,
    SaveAttachmentCopy,
)
from desktop.notebook.messages.people import SavePerson
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import SyncNow
from sync.records.attachments import LARGEST_FILE
from sync.records.ids import EntityId

PLAIN = (CANARY * (LARGEST_FILE // len(CANARY) + 1))[:LARGEST_FILE]
"""The largest file there is: it must fit through the pipe too."""


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[NotebookChild, NotebookChild]]:
    """Return two colleagues, each at a laptop of their own, joined to one hub."""
    hub = HubWorld.live(tmp_path / "hub")
    team = hub.team("Testitiimi")
    people = [hub.person(name, "adviser", team) for name in ("Aino Aalto", "Bertta Berg")]
    with hub.http() as address:
        children = [NotebookChild(tmp_path / f"laptop-{at}") for at in range(2)]
        for child, staff in zip(children, people, strict=True):
            child.join(hub, address, staff)
        yield children[0], children[1]
        for child in children:
            assert child.end(within=3) == 0
    hub.close()


def row_once(child: NotebookChild, person: EntityId, *, here: bool) -> AttachmentRow:
    """Wait until a person's one file is sent, and here if asked for."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        child.ask(SyncNow())
        try:
            rows = child.ask(ListAttachments(person)).rows
        except Said:  # the person is not here yet
            rows = []
        if rows and rows[0].sent and rows[0].here >= here:
            return rows[0]
        time.sleep(0.2)
    raise AssertionError(rows)


def test_the_largest_file_goes_from_one_laptop_to_another(
    laptops: tuple[NotebookChild, NotebookChild], tmp_path: Path
) -> None:
    aino, bertta = laptops
    original = tmp_path / "original.txt"
    original.write_bytes(PLAIN)
    person = aino.ask(SavePerson(None, {"name": {"first": "Yrjänä", "last": "Testinen"}})).entity
    added = aino.ask(AddAttachment(person, person, str(original))).entity
    assert aino.ask(OpenAttachment(added)).content == PLAIN
    assert row_once(aino, person, here=True).attachment == added
    told = [event for event in aino.events if isinstance(event, AttachmentMoved)]
    assert told[-1].sent
    assert len(told) > 20
    row_once(bertta, person, here=True)
    assert bertta.ask(OpenAttachment(added)).content == PLAIN
    with pytest.raises(Said) as caught:
        bertta.ask(SaveAttachmentCopy(added, str(tmp_path / "laptop-1" / "copy.txt")))
    assert caught.value.report.problem is Problem.FIELD_REFUSED
    bertta.ask(SaveAttachmentCopy(added, str(tmp_path / "copy.txt")))
    assert (tmp_path / "copy.txt").read_bytes() == PLAIN
    for folder in ("laptop-0", "laptop-1", "hub"):
        for path in (tmp_path / folder).rglob("*"):
            assert not path.is_file() or CANARY[:14] not in path.read_bytes(), path.name
