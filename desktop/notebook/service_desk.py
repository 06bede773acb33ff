# SPDX-License-Identifier: MIT
"""Where the asks about services, papers, referrals, a person's path and editing meet the lanes."""

from pathlib import Path
from typing import Any

from desktop.notebook.appointments import AppointmentBook
from desktop.notebook.catalogue.index import CatalogueIndex
from desktop.notebook.catalogue.stock import Stock
from desktop.notebook.catalogue.synonyms import load_synonyms
from desktop.notebook.catalogue_import import CatalogueImport
from desktop.notebook.desk import Desk
from desktop.notebook.editing import Editing
from desktop.notebook.follow_up import FollowUps
from desktop.notebook.handout.frames import load_frames
from desktop.notebook.handouts import Handouts
from desktop.notebook.hints import Hints
from desktop.notebook.hints_rules import load_rule_book
from desktop.notebook.lanes import Lane
from desktop.notebook.list_looks import ListLooks
from desktop.notebook.messages.editing import (
    ImportServices,
    JudgeProposal,
    ListEditing,
    OpenEditing,
    SaveService,
)
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.handouts import MakePaper, RecordHandout
from desktop.notebook.messages.plans import (
    MakePlanPaper,
    MoveStep,
    OpenPlan,
    OrderStep,
    PlanPaperGiven,
    RemoveFromPath,
    SavePath,
)
from desktop.notebook.messages.referrals import (
    ListConsentLanguages,
    ListReferrals,
    MoveReferral,
    ReadConsent,
    Refer,
    WithdrawConsent,
)
from desktop.notebook.messages.services import (
    DropServiceNote,
    MarkService,
    NoteService,
    OpenService,
    SearchServices,
)
from desktop.notebook.path_papers import PathPapers
from desktop.notebook.plans import Plans
from desktop.notebook.referrals import Referrals
from desktop.notebook.server import Handler
from desktop.notebook.services import Services


class ServiceDesk:
    """Answers everything round services. The catalogue has a lane of its own: building it keeps nobody waiting."""

    def __init__(
        self, desk: Desk, *, reading: Lane, writing: Lane, catalogue: Lane, looks: ListLooks, resources: Path
    ) -> None:
        """``resources`` holds ``services/synonyms.json``, ``handouts/`` and ``hints.json``."""
        index = CatalogueIndex(load_synonyms(resources / "services" / "synonyms.json"), desk.codes)
        stock = Stock(index)
        self._reading, self._writing, self._catalogue = reading, writing, catalogue
        self.services = Services(desk, stock, index)
        frames = load_frames(resources / "handouts", desk.codes)
        self.handouts = Handouts(desk, frames)
        self.referrals = Referrals(desk, frames)
        self.follow_ups = FollowUps(desk, looks, reading=reading, writing=writing)
        self._appointments = AppointmentBook(desk, writing=writing)
        self.plans = Plans(desk)
        self.path_papers = PathPapers(desk, frames)
        self._hints = Hints(desk, load_rule_book(resources / "hints.json"), writing=writing)
        self.editing = Editing(desk, stock)
        self.importing = CatalogueImport(desk, stock, writing)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about services."""
        reading, writing, catalogue = self._reading, self._writing, self._catalogue
        return {
            **self.follow_ups.handlers(),
            **self._appointments.handlers(),
            **self._hints.handlers(),
            SearchServices: Handler(self.services.search, catalogue),
            OpenService: Handler(self.services.open, catalogue),
            MarkService: Handler(self.services.mark, writing),
            NoteService: Handler(self.services.note, writing),
            DropServiceNote: Handler(self.services.drop_note, writing),
            MakePaper: Handler(self.handouts.make, catalogue),
            RecordHandout: Handler(self.handouts.record, writing),
            ReadConsent: Handler(self.handouts.read_consent, reading),
            ListConsentLanguages: Handler(self.handouts.languages, reading),
            ListReferrals: Handler(self.referrals.list, writing),
            Refer: Handler(self.referrals.refer, writing),
            MoveReferral: Handler(self.referrals.move, writing),
            WithdrawConsent: Handler(self.referrals.withdraw, writing),
            OpenPlan: Handler(self.plans.open, writing),
            SavePath: Handler(self.plans.save, writing),
            MoveStep: Handler(self.plans.move, writing),
            OrderStep: Handler(self.plans.order, writing),
            RemoveFromPath: Handler(self.plans.remove, writing),
            MakePlanPaper: Handler(self.path_papers.make, catalogue),
            PlanPaperGiven: Handler(self.path_papers.given, writing),
            ListEditing: Handler(self.editing.list, catalogue),
            OpenEditing: Handler(self.editing.open, catalogue),
            JudgeProposal: Handler(self.editing.judge, writing),
            SaveService: Handler(self.editing.save, writing),
            ImportServices: Handler(self.importing.run, catalogue),
        }
