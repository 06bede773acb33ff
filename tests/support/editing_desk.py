# SPDX-License-Identifier: MIT
"""A made-up catalogue behind a fake notebook, judged and saved as the real one does, and its page shown."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from fake_notebook import FakeBridge
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.editing import (
    ContentChange,
    EditingList,
    EditingRow,
    EditingView,
    ImportDone,
    ImportLine,
    ImportServices,
    JudgeProposal,
    ListEditing,
    OpenEditing,
    SaveService,
)
from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from desktop.ui.app import Dressed
from desktop.ui.editing.page import EditingPage
from sync.catalogue.model import (
    Hours,
    OfferedLanguage,
    Opening,
    Organisation,
    Origin,
    OtherHours,
    Place,
    Service,
    service_entity,
    text_in,
    to_map,
)
from sync.records.ids import CITY, EntityId

NOW = round(datetime(2026, 11, 24, 12, 26, tzinfo=UTC).timestamp() * 1000)
TODAY = "2026-11-24"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = (
    "Valmennus alkaa alkukeskustelulla, jossa sovitaan tavoitteet. Sen jälkeen tavataan kahden viikon välein "
    "kolmen kuukauden ajan, pienessä ryhmässä tai kahden kesken. Valmentaja auttaa hakemusten kanssa."
)


def made(name: str, identity: str, **more: Any) -> Service:  # noqa: ANN401 - a service's fields
    """Return a service of a made-up organisation."""
    more.setdefault("organisation", Organisation(name={"fi": "Testilän kaupunki", "sv": "Teststad"}))
    more.setdefault("checked", "2026-09-03")
    more.setdefault("stale_after", "2027-03-03")
    source = more.pop("source", "palvelumanuaali")
    return Service(name={"fi": name}, origin=Origin(source=source, id=identity), **more)


COACHING = made(
    "Työhönvalmennus", "coaching", category="coaching", topics=("job_search",), lowest_age=18,
    summary={"fi": "Kolmen kuukauden valmennus työnhakuun.", "sv": "Tre månaders coachning."},
    description={"fi": "Valmennus alkaa alkukeskustelulla."}, obligation="if_agreed", consent="asked",
    languages=(OfferedLanguage("fi", "a2_1"), OfferedLanguage("en")), phone="+358931012345",
    web={"fi": "https://palvelut.example/valmennus"},
    places=(
        Place(
            name={"fi": "Itäinen toimipiste"}, address="Testikatu 5", postcode="00900", town="Helsinki",
            latitude=60_210_000, longitude=25_080_000,
            hours=Hours(
                openings=tuple(Opening(day, "09:00", "15:30") for day in range(1, 6)),
                exceptions=(OtherHours("2026-12-24", "2026-12-26"),),
            ),
        ),
    ),
)  # fmt: skip
COACHING_NEW = msgspec.structs.replace(
    COACHING,
    description={"fi": LONG},
    lowest_age=17,
    topics=("job_search", "cv_application"),
    summary={"fi": "Kolmen kuukauden valmennus työnhakuun."},
)
HYGIENE = made("Hygieniapassikurssi", "hygiene", category="card_course", price="paid")
READING = made("Digineuvonta kirjastossa", "digital", source="ptv", price="free")
STALE = made("Starttiraha", "start", stale_after="2026-11-01")
OWN = made("Torstain työpaja", "workshop", source="own")
GONE = made("Kesän pop-up", "summer", source="own")


class EditingDesk:
    """What the notebook knows: per service its content, status, proposal and conflict; drafts by place."""

    def __init__(self, bridge: FakeBridge) -> None:
        self.content: dict[EntityId, dict[str, Any]] = {}
        self.status: dict[EntityId, str] = {}
        self.proposed: dict[EntityId, dict[str, Any]] = {}
        self.conflicts: set[EntityId] = set()
        self.marks: dict[EntityId, list[Mark]] = {}
        self.drafts: dict[str, dict[str, str]] = {}
        self.undone: list[SaveId] = []
        self._saves = 0
        for one, status in (
            (COACHING, "published"), (STALE, "published"), (OWN, "published"), (HYGIENE, "waiting"),
            (READING, "waiting"), (GONE, "withdrawn"),
        ):  # fmt: skip
            self.put(one, status)
        self.propose(COACHING, COACHING_NEW)
        self.marks[service_entity(OWN.origin)] = [Mark.UNSENT]
        bridge.on(ListEditing, self.list)
        bridge.on(OpenEditing, self.open)
        bridge.on(JudgeProposal, self.judge)
        bridge.on(SaveService, self.save)
        bridge.on(ImportServices, bring)
        bridge.on(OpenDraft, lambda ask: Draft(self.drafts.get(ask.place, {})))
        bridge.on(SaveDraft, self.keep)
        bridge.on(UndoSave, self.undo)

    def put(self, one: Service, status: str) -> None:
        """Have a service."""
        entity = service_entity(one.origin)
        self.content[entity], self.status[entity] = to_map(one), status

    def propose(self, one: Service, other: Service) -> None:
        """Have a proposal for a service."""
        self.proposed[service_entity(one.origin)] = to_map(other)

    def row(self, entity: EntityId, language: str) -> EditingRow:
        """Return a service's row."""
        content = self.content[entity]
        stale = self.status[entity] == "published" and str(content.get("stale_after") or "9") <= TODAY
        return EditingRow(
            service=entity, name=text_in(content["name"], language),
            organisation=text_in((content.get("organisation") or {}).get("name") or {}, language),
            source=(content.get("origin") or {}).get("source", "own"), status=self.status[entity],
            proposed=entity in self.proposed, checked=content.get("checked", ""),
            stale_after=content.get("stale_after", ""), stale=stale, conflict=entity in self.conflicts,
            marks=self.marks.get(entity, []),
        )  # fmt: skip

    def list(self, ask: ListEditing) -> EditingList:
        """Answer with one pile, by name."""
        rows = sorted((self.row(entity, ask.language) for entity in self.content), key=lambda one: one.name)
        piles = {
            "waiting": [one for one in rows if one.status == "waiting"],
            "proposals": [one for one in rows if one.proposed],
            "stale": [one for one in rows if one.stale],
            "own": [one for one in rows if one.source == "own"],
            "withdrawn": [one for one in rows if one.status == "withdrawn"],
            "all": rows,
        }
        shown = [one for one in piles[ask.which] if ask.text.casefold() in one.name.casefold()]
        return EditingList(
            shown[: ask.limit], len(shown), len(piles["waiting"]), len(piles["proposals"]),
            len(piles["stale"]), len(piles["withdrawn"]),
        )  # fmt: skip

    def open(self, ask: OpenEditing) -> EditingView | ProblemReport:
        """Answer with one service."""
        if ask.service not in self.content:
            return ProblemReport(Problem.NOT_FOUND, {"kind": "service"})
        proposed = self.proposed.get(ask.service)
        content = self.content[ask.service]
        changes = []
        if proposed is not None:
            changes = [
                ContentChange("description.fi", "Valmennus alkaa alkukeskustelulla.", LONG),
                ContentChange("lowest_age", "18", "17"),
                ContentChange("summary.sv", "Tre månaders coachning.", ""),
                ContentChange("topics", '["job_search"]', '["job_search","cv_application"]'),
            ]
        conflict = ask.service in self.conflicts
        return EditingView(
            ask.service, content, proposed, changes, self.status[ask.service], conflict, sight=7
        )

    def open_view(self, entity: EntityId) -> EditingView:
        """Return one service as its editor sees it."""
        view = self.open(OpenEditing(entity))
        assert isinstance(view, EditingView)
        return view

    def judge(self, ask: JudgeProposal) -> RecordSaved:
        """Take or leave."""
        proposed = self.proposed.pop(ask.service, None)
        if ask.accept:
            self.content[ask.service] = proposed or self.content[ask.service]
            self.status[ask.service] = "published"
        elif self.status[ask.service] == "waiting":
            self.status[ask.service] = "withdrawn"
        return self._saved(ask.service)

    def save(self, ask: SaveService) -> RecordSaved:
        """Write a service."""
        entity = ask.service or EntityId(bytes([9]) * 16)
        self.content[entity], self.status[entity] = ask.content, ask.status
        return self._saved(entity)

    def keep(self, ask: SaveDraft) -> Done:
        """Keep a draft, or drop one."""
        if ask.value:
            self.drafts[ask.place] = ask.value
        else:
            self.drafts.pop(ask.place, None)
        return Done()

    def undo(self, ask: UndoSave) -> Undone:
        """Note what was undone."""
        self.undone.append(ask.save)
        return Undone(1, [])

    def _saved(self, entity: EntityId) -> RecordSaved:
        self._saves += 1
        return RecordSaved(entity, SaveId(CITY, self._saves))


def bring(ask: ImportServices) -> ImportDone:
    """Answer as an import of a directory's file does; with ``whole`` one service is gone."""
    lines = [
        ImportLine("new", "ptv:1", "Kuntokortti", "none", ""),
        ImportLine("changed", "ptv:2", "Velkaneuvonta", "none", ""),
        ImportLine("altered", "ptv:2", "Velkaneuvonta", "bad_hours", "serviceHours[2]"),
        ImportLine("altered", "ptv:2", "Velkaneuvonta", "html_removed", "description.fi"),
        ImportLine("refused", "ptv:3", "", "no_name", ""),
    ]
    gone = [ImportLine("gone", "ptv:4", "Vanha neuvonta", "none", "")] if ask.whole else []
    return ImportDone(ask.source or "ptv", 1, 1, 12, len(gone), 1, [*lines, *gone], 3)


class Bench:
    """A shown page, the notebook it asks, and what is behind that."""

    def __init__(self, dressed: Dressed, qtbot: QtBot) -> None:
        self.notebook = FakeBridge()
        self.desk = EditingDesk(self.notebook)
        self._dressed = dressed
        self._qtbot = qtbot
        self.page = self._show()

    def _show(self) -> EditingPage:
        return shown_page(EditingPage, self.notebook, self._dressed, self._qtbot, now=NOW)

    def again(self) -> EditingPage:
        """Show a fresh page over the same notebook, as after a lock."""
        self.page.forget()
        self.page.hide()
        self.page = self._show()
        return self.page

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the focus is; QTest knows the keys of ASCII only."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return what has the focus."""
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def pile(self, which: str) -> None:
        """Click a pile's chip, then give the list the keys."""
        self.page.list.piles.chips[which].click()
        self.page.list.first().setFocus()

    def title(self) -> str:
        """Return the name of the service shown."""
        return self.page.item.title.text()

    def names(self) -> list[str]:
        """Return the names in the list."""
        return [row.title for row in self.page.list.rows.rows()]
