# SPDX-License-Identifier: MIT
"""A made-up review queue behind a fake notebook: seven items of every sort, judged as the real one does."""

from datetime import UTC, datetime, timedelta

from fake_notebook import FakeBridge

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.review import (
    FieldChange,
    GiveReview,
    ListReview,
    OpenReview,
    ReviewQueue,
    ReviewRow,
    ReviewTeam,
    ReviewView,
    ThreadRow,
)
from desktop.notebook.messages.today import VisitRow
from sync.records.ids import EntityId, TeamId

_MOMENT = datetime(2026, 11, 24, 12, 40, tzinfo=UTC)
NOW = round(_MOMENT.timestamp() * 1000)
EAST = ReviewTeam(TeamId("0a" * 16), "Itä")
NORTH = ReviewTeam(TeamId("0b" * 16), "Pohjoinen")


def ago(**back: int) -> int:
    """Return a moment so far before the test's now, in milliseconds."""
    return round((_MOMENT - timedelta(**back)).timestamp() * 1000)


def entity(number: int) -> EntityId:
    """Return a made-up entity id."""
    return EntityId(number.to_bytes(16, "big"))


ROWS = (
    ReviewRow("i1", "situation", "changed", "Samir Haddad", "Aino Lehtonen", "Itä", ago(minutes=8), Mark.NEW),
    ReviewRow(
        "i2",
        "person",
        "changed",
        "Jenni Koskela",
        "Aino Lehtonen",
        "Itä",
        ago(minutes=50),
        Mark.CHANGED_SINCE_REVIEW,
    ),
    ReviewRow("i3", "person", "created", "Samuel Sjöholm", "Mehmet Kaya", "Itä", ago(days=1), Mark.NEW),
    ReviewRow("i4", "note", "created", "Nguyễn Thị Mai", "Mehmet Kaya", "Itä", ago(days=1), Mark.QUESTION),
    ReviewRow(
        "i5",
        "session",
        "created",
        "Kontula, ostoskeskus",
        "Aino Lehtonen, Mehmet Kaya",
        "Itä",
        ago(days=1),
        Mark.NEW,
    ),
    ReviewRow(
        "i6", "attendance", "created", "Sanna Hämäläinen", "Sofia Grönqvist", "Itä", ago(days=4), Mark.NEW
    ),
    ReviewRow("i7", "note", "created", "Ville Aalto", "Ville Aalto", "Itä", ago(days=4), Mark.QUARANTINED),
)
LONG = (
    "Tuli isonsa kanssa kirjaston pisteelle. Haluaa oppisopimuksen rakennusalalta, mutta suomen kieli "
    "riittää vasta arkeen. Sovittiin, että soitan Stadin AO:n hakutoimistoon ja kysyn kevään ryhmästä; "
    "hän tuo todistukset ensi tiistaina. Yhteys tekstiviestillä, ei soittoja aamupäivisin."
)


def change(
    number: int,
    kind: str,
    field: str,
    before: str | None,
    after: FieldValue,
    *,
    two_values: bool = False,
    changed_since: bool = False,
) -> FieldChange:
    """Return one change as the notebook tells it."""
    return FieldChange(entity(number), kind, field, before, after, before is None, two_values, changed_since)


CHANGES = {
    "i1": [
        change(1, "situation", "finnish_level", "a1_3", "a2_1"),
        change(1, "situation", "main_activity", None, "workshop"),
        change(1, "situation", "last_work", None, "Ravintola-apulainen, Damaskos ja Helsinki"),
        change(2, "person", "contact_language", None, "ar"),
        change(2, "person", "phone", "+358505559000", "+358405550132", two_values=True),
        change(2, "person", "contact_ok", None, ["sms", "leave_message"]),
    ],
    "i2": [
        change(3, "person", "email", "jenni@example.org", "jenni.koskela@example.org", changed_since=True),
        change(3, "person", "postcode", None, "00940"),
    ],
    "i3": [
        change(4, "person", "name", None, {"first": "Samuel", "last": "Sjöholm"}),
        change(4, "person", "birth_date", None, "2004-05-06"),
        change(4, "person", "hetu", None, "060504A9***"),
    ],
    "i4": [change(5, "note", "text", None, LONG)],
    "i6": [change(6, "attendance", "text", None, "Kävi pisteellä ystävän kanssa.")],
    "i7": [change(7, "note", "text", None, "Soitettu, ei vastannut.")],
}
THREADS = {
    "i2": [
        ThreadRow(ago(days=2), "Sofia Grönqvist", "approved", "", waits_for_hub=False),
    ],
    "i4": [
        ThreadRow(
            ago(hours=20), "Sofia Grönqvist", "question", "Onko kevään ryhmässä tilaa?", waits_for_hub=True
        ),
        ThreadRow(
            0, "Mehmet Kaya", "reply", "On, viisi paikkaa. Hakuaika päättyy 4.12.", waits_for_hub=False
        ),
    ],
}


def walk_ins(count: int) -> list[VisitRow]:
    """Return made-up walk-ins of yesterday."""
    topics = (["language_course"], ["cv_application", "digital_help"], ["housing"], ["job_search"])
    ages = ("30_44", "18_20", "45_54", "25_29")
    outcomes = (["info_given"], ["done_together"], ["referral", "appointment_made"], ["handout"])
    return [
        VisitRow(
            visit=entity(100 + place),
            at=ago(days=1, minutes=7 * place),
            topics=topics[place % 4],
            age=ages[place % 4],
            language="fi",
            outcomes=outcomes[place % 4],
            note="Kysyi iltakurssista Vuosaaressa; lupasin esitteen sähköpostiin." if place % 5 == 1 else "",
            by="Aino Lehtonen",
            linked_person="Samir Haddad" if place == 1 else "",
            marks=[Mark.TWO_VALUES] if place == 2 else [Mark.DELIVERED],
        )
        for place in range(count)
    ]


class ReviewDesk:
    """Answers the asks of the page from its rows; verdicts move rows as in the real queue."""

    def __init__(self) -> None:
        self.rows = list(ROWS)
        self.judged: dict[str, str] = {}
        self.drafts: dict[str, dict[str, str]] = {}
        self.teams = [EAST, NORTH]

    def list_all(self, ask: ListReview) -> ReviewQueue:
        """Return the rows of a state within the days asked for."""
        until = ask.day_start + ask.days * 86_400_000
        near = [row for row in self.rows if not ask.day_start or ask.day_start <= row.at < until]
        if ask.team == NORTH.team:
            near = []
        state = {"approved": "finished", "returned": "returned", "question": "returned"}
        by_state: dict[str, list[ReviewRow]] = {"waiting": [], "returned": [], "finished": []}
        for row in near:
            by_state[state.get(self.judged.get(row.item, ""), "waiting")].append(row)
        rows = by_state[ask.state]
        if ask.newest_first:
            rows = sorted(rows, key=lambda row: row.at, reverse=True)
        waiting, returned, finished = (len(by_state[name]) for name in ("waiting", "returned", "finished"))
        return ReviewQueue(rows, waiting, returned, finished, self.teams)

    def open(self, ask: OpenReview) -> ReviewView | ProblemReport:
        """Return one item."""
        row = next((row for row in self.rows if row.item == ask.item), None)
        if row is None:
            return ProblemReport(Problem.NOT_FOUND)
        session = row.kind == "session"
        visits = walk_ins(13) if session else []
        return ReviewView(
            item=row.item,
            kind=row.kind,
            title=row.title,
            person=None if session else entity(1),
            by=row.by,
            at=row.at,
            mark=row.mark,
            changes=CHANGES.get(row.item, []),
            visits=visits,
            visit_count=len(visits),
            heads=23 if session else 0,
            goal_visits=25 if session else 0,
            reflection="Hyvä paikka torin laidalla. Nuoria enemmän kuin viimeksi." if session else "",
            thread=THREADS.get(row.item, []),
            own_work=row.by == "Sofia Grönqvist",
        )

    def give(self, ask: GiveReview) -> Done | ProblemReport:
        """Take a verdict; without a comment only an approval."""
        if ask.verdict != "approved" and not ask.comment.strip():
            return ProblemReport(Problem.COMMENT_REQUIRED)
        self.judged[ask.item] = ask.verdict
        return Done()

    def keep(self, ask: SaveDraft) -> Done:
        """Keep or remove a draft."""
        self.drafts[ask.place] = ask.value
        return Done()

    def draft(self, ask: OpenDraft) -> Draft:
        """Return a draft."""
        return Draft(self.drafts.get(ask.place, {}))


def fill_notebook(notebook: FakeBridge) -> ReviewDesk:
    """Let a fake notebook answer from a fresh queue, and return it."""
    desk = ReviewDesk()
    notebook.on(ListReview, desk.list_all)
    notebook.on(OpenReview, desk.open)
    notebook.on(GiveReview, desk.give)
    notebook.on(SaveDraft, desk.keep)
    notebook.on(OpenDraft, desk.draft)
    return desk
