# SPDX-License-Identifier: MIT
"""A directory's file at a laptop: new services wait, changes are proposed, and a refused file changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from notebook_world import AINO, DANIEL, NotebookWorld
from service_shop import CARD_COURSE, REHAB, make_editor, publish, service

from desktop.notebook.catalogue.stock import Stock
from desktop.notebook.catalogue_import import CatalogueImport
from desktop.notebook.editing import Editing
from desktop.notebook.errors import FileNotKnown, FileUnreadable, NotAllowed
from desktop.notebook.lanes import Lane, LaneEnded
from desktop.notebook.messages.editing import ImportDone, ImportServices, JudgeProposal, ListEditing
from desktop.store.changes import Change
from sync.catalogue.model import Service, from_map, service_entity, to_map
from sync.log.deletion import deletion_value
from sync.records.ids import CITY, StaffId


class Nothing:
    """An index that nobody searches."""

    def put(self, entity: object, service: object) -> None:
        """Take nothing in."""

    def drop(self, entity: object) -> None:
        """Forget nothing."""


class Office:
    """An editor with a file."""

    def __init__(self, world: NotebookWorld, folder: Path, staff: StaffId = DANIEL) -> None:
        self.desk = world.desk(staff)
        self.file = folder / "services.json"
        self.stock = Stock(Nothing())
        self.editing = Editing(self.desk, self.stock)
        self.importing = CatalogueImport(self.desk, self.stock, world.lane())

    def write(self, *services: Service) -> None:
        rows = [to_map(one) for one in services]
        self.file.write_text(
            json.dumps({"what": "kenttakirja-services", "version": 1, "services": rows}), "utf-8"
        )

    def run(self, **more: Any) -> ImportDone:  # noqa: ANN401 - an ask's fields
        ask: dict[str, Any] = {
            "path": str(self.file),
            "source": "",
            "whole": False,
            "trial": False,
            "day": "2026-11-24",
        }
        return self.importing.run(ImportServices(**(ask | more)))

    def counts(self) -> tuple[int, int, int]:
        shown = self.editing.list(ListEditing("all", "", day="2026-11-24", language="fi"))
        return shown.total, shown.waiting, shown.proposals


@pytest.fixture
def office(world: NotebookWorld, tmp_path: Path) -> Office:
    make_editor(world, DANIEL)
    publish(world, CARD_COURSE, REHAB)
    return Office(world, tmp_path)


def renamed(one: Service, name: str) -> Service:
    return from_map(to_map(one) | {"name": {"fi": name}})


def test_new_services_wait_and_changes_are_proposed(office: Office) -> None:
    office.write(renamed(CARD_COURSE, "Toinen nimi"), REHAB, service("Uusi", "new"))
    done = office.run()
    assert (done.source, done.new, done.changed, done.same, done.gone) == (
        "kenttakirja", 1, 1, 1, 0,
    )  # fmt: skip
    assert office.counts() == (3, 1, 1)
    assert {(one.what, one.name) for one in done.lines} == {("new", "Uusi"), ("changed", "Toinen nimi")}


def test_importing_twice_brings_nothing_new(office: Office) -> None:
    office.write(renamed(CARD_COURSE, "Toinen nimi"), service("Uusi", "new"))
    office.run()
    before = len(office.desk.store.audit_rows(newest=1000))
    office.run()
    assert len(office.desk.store.audit_rows(newest=1000)) == before
    assert office.counts() == (3, 1, 1)


def test_a_trial_tells_and_writes_nothing(office: Office) -> None:
    office.write(service("Uusi", "new"))
    assert office.run(trial=True).new == 1
    assert office.counts() == (2, 0, 0)


def test_what_a_whole_file_has_no_longer_is_told_and_stays(office: Office) -> None:
    office.write(REHAB)
    assert office.run(whole=True).gone == 1
    assert office.run(whole=False).gone == 0
    assert office.counts() == (2, 0, 0)


def test_many_services_are_saved_in_commits_that_a_bad_link_carries(office: Office) -> None:
    long = {"description": {"fi": "Kuvaus. " * 600}}
    office.write(*(from_map(to_map(service(f"Palvelu {at}", f"p{at}")) | long) for at in range(150)))
    assert office.run().new == 150
    assert office.counts() == (152, 150, 0)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "json"),
        (b"\xff\xfe\x00", "encoding"),
        (b'{"what": "kenttakirja-services", "version": 99, "services": []}', "newer"),
    ],
)
def test_a_file_that_can_not_be_read_says_why_and_changes_nothing(
    office: Office, content: bytes, reason: str
) -> None:
    office.file.write_bytes(content)
    with pytest.raises(FileUnreadable) as caught:
        office.run()
    assert caught.value.facts == {"reason": reason}
    assert office.counts() == (2, 0, 0)


def test_a_file_that_is_not_there_or_of_no_directory_is_told(office: Office) -> None:
    with pytest.raises(FileUnreadable) as caught:
        office.run()
    assert caught.value.facts == {"reason": "missing"}
    office.file.write_text('{"songs": []}', "utf-8")
    with pytest.raises(FileNotKnown):
        office.run()
    with pytest.raises(FileUnreadable) as caught:
        office.run(path=str(office.file.parent))
    assert caught.value.facts == {"reason": "disk"}


def test_nobody_imports_without_the_role(world: NotebookWorld, tmp_path: Path) -> None:
    aino = Office(world, tmp_path, AINO)
    aino.write(service("Uusi", "new"))
    with pytest.raises(NotAllowed):
        aino.run()


def test_what_an_editor_deleted_stays_so_whatever_the_file_has(office: Office) -> None:
    entity = service_entity(CARD_COURSE.origin)
    state = office.desk.reads.entities.state(entity)
    assert state is not None
    gone = Change(kind="service", entity=entity, fields={"deleted": deletion_value(state)})
    office.desk.save([(CITY, [gone])])
    office.write(renamed(CARD_COURSE, "Toinen nimi"), REHAB)
    done = office.run()
    assert (done.new, done.changed, done.same) == (0, 0, 2)
    assert office.counts() == (1, 0, 0)


def test_a_proposal_that_an_editor_left_is_not_made_again_until_the_file_says_something_else(
    office: Office,
) -> None:
    rehab = service_entity(REHAB.origin)
    office.write(renamed(REHAB, "Toinen nimi"))
    office.run()
    office.editing.judge(JudgeProposal(rehab, accept=False))
    office.run()
    assert office.counts() == (2, 0, 0)
    office.write(renamed(REHAB, "Kolmas nimi"))
    office.run()
    assert office.counts() == (2, 0, 1)


def test_an_import_whose_lane_ends_under_it_is_finished_by_the_next(
    office: Office, world: NotebookWorld, tmp_path: Path
) -> None:
    """Locking, or the end of the process, between two of its saves."""
    office.write(*(service(f"Palvelu {at}", f"p{at}") for at in range(150)))
    calls = 0

    class EndsAfterOne(Lane):
        def call(self, work: Any, **more: Any) -> Any:  # noqa: ANN401 - as the lane's
            nonlocal calls
            calls += 1
            if calls > 1:
                self.stop()
            return super().call(work, **more)

    lane = EndsAfterOne("ends")
    broken = CatalogueImport(office.desk, office.stock, lane)
    ask = ImportServices(str(office.file), "", whole=False, trial=False, day="2026-11-24")
    with pytest.raises(LaneEnded):
        broken.run(ask)
    assert office.counts() == (62, 60, 0)
    assert Office(world, tmp_path).run().new == 90
    assert Office(world, tmp_path).counts() == (152, 150, 0)
