# SPDX-License-Identifier: MIT
"""One person at a stand: their desk with Today, Undo and review, and the asks of a day in short."""

from dataclasses import dataclass, field
from typing import Any

from notebook_world import DAY_START, LIBRARY, NotebookWorld

from desktop.notebook.desk import Desk
from desktop.notebook.messages.group_events import GroupSaved, SaveGroup
from desktop.notebook.messages.review import GiveReview, ListReview
from desktop.notebook.messages.today import (
    CloseSession,
    CountHeads,
    OpenSession,
    OpenToday,
    SaveVisit,
    SessionView,
    TodayView,
    VisitSaved,
)
from desktop.notebook.reviews import Reviews
from desktop.notebook.today import Today
from desktop.notebook.undoing import Undoing
from sync.records.ids import EntityId, StaffId


@dataclass
class Stand:
    """A person at work; every method is one ask, answered in the test's own thread."""

    world: NotebookWorld
    staff: StaffId
    desk: Desk = field(init=False)
    today: Today = field(init=False)
    undoing: Undoing = field(init=False)
    reviews: Reviews = field(init=False)

    def __post_init__(self) -> None:
        self.desk = self.world.desk(self.staff)
        reading, writing = self.world.lane(), self.world.lane()
        self.today = Today(self.desk, reading=reading, writing=writing)
        self.undoing = Undoing(self.desk, writing=writing)
        self.reviews = Reviews(self.desk, reading=reading, writing=writing)

    def look(self) -> TodayView:
        """Open Today."""
        return self.today.open(OpenToday(DAY_START))

    def open(self, **more: Any) -> SessionView:  # noqa: ANN401 - an ask's fields
        """Open a session at the library."""
        ask: dict[str, Any] = {
            "point": LIBRARY.hex(), "place": "", "form": "popup", "goal_visits": 25, "goal_text": "",
            "staff": [], "partners": "",
        }  # fmt: skip
        return self.today.sessions.open(OpenSession(**(ask | more)))

    def close(self, session: EntityId, *, reflection: str = "", score: int = 0) -> SessionView:
        """Close a session."""
        return self.today.sessions.close(CloseSession(session, reflection, score))

    def count(self, session: EntityId, delta: int) -> SessionView:
        """Count heads."""
        return self.today.sessions.count(CountHeads(session, delta))

    def walk_in(self, session: EntityId | None, *topics: str, **more: Any) -> VisitSaved:  # noqa: ANN401 - an ask's fields
        """Record a walk-in, about job search when no topic is named."""
        return self.today.visits.save(SaveVisit(session, list(topics or ("job_search",)), **more))

    def group(self, session: EntityId | None, size: int = 12, **more: Any) -> GroupSaved:  # noqa: ANN401 - an ask's fields
        """Record a group, a workshop unless another kind is named."""
        return self.today.groups.save(
            SaveGroup(**({"session": session, "kind": "workshop", "size": size} | more))
        )

    def review(self, verdict: str, comment: str) -> None:
        """Say this about everything that waits in the queue."""
        for row in self.reviews.list_all(ListReview("waiting")).rows:
            self.reviews.give(GiveReview(row.item, verdict, comment))
