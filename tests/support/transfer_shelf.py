# SPDX-License-Identifier: MIT
"""Made-up notices, held-back saves and hand-overs behind a small notebook, for tests and pictures of their pages."""

from fake_notebook import FakeBridge, Reply
from msgspec.structs import replace
from people_world import HOUR, MINUTE, NOW, SAMIR

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.held import (
    GiveRuling,
    Held,
    HeldBody,
    HeldContent,
    HeldField,
    HeldRow,
    ListHeld,
    OpenHeld,
    ParkedRow,
    TeamOption,
)
from desktop.notebook.messages.moving import (
    HandedOn,
    HandOver,
    HandoverRow,
    Handovers,
    LateRow,
    ListHandovers,
    TakeOver,
)
from desktop.notebook.messages.notices import NoticeRow
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import SaveId, StaffOption
from sync.records.ids import EntityId, StaffId, TeamId

EAST, WEST = TeamId("t00000000000000e1"), TeamId("t00000000000000f1")
BERTTA = StaffId("s00000000000000b1")


def entity(number: int) -> EntityId:
    """Return an id that follows from a small number."""
    return EntityId(bytes([number] * 16))


def notice(number: int, what: str, **more: object) -> NoticeRow:
    """Return one notice, so many minutes old."""
    said: dict[str, object] = {
        "kind": "", "reason": "", "comment": "", "by": "", "team": "", "person": None, "name": "",
    }  # fmt: skip
    return NoticeRow(notice=entity(number), what=what, at=NOW - number * MINUTE, **(said | more))  # type: ignore[arg-type]


NOTICES = [
    notice(1, "held", kind="note", reason="forbidden"),
    notice(2, "late_work", kind="note", name="Samir Haddad", person=SAMIR, by="Mehmet Kaya"),
    notice(
        3, "refused", kind="person", comment="Sama ihminen on jo kortistossa, katso Haddad.", by="Liisa Lehto"
    ),
    notice(4, "team_left", team="Itäinen tiimi", unsent=2),
    notice(5, "message", comment="Soita minulle, kun ehdit.", by="Liisa Lehto"),
]


class HeldShelf:
    """Two saves to decide about, an own one, and a record of a newer program; decides as it is told."""

    def __init__(self, bridge: FakeBridge, *, online: bool = True) -> None:
        self.online = online
        self.rows = [
            HeldRow("a", NOW - HOUR, "Mehmet Kaya", False, "Itäinen tiimi", "forbidden", [], True, False, "", ""),
            HeldRow("b", NOW - 2 * HOUR, "Aino Lehtonen", False, "Itäinen tiimi", "revoked", [], True, False, "", ""),
            HeldRow("c", NOW - 30 * HOUR, "", True, "Läntinen tiimi", "misplaced", ["note"], False, True, "", ""),
        ]  # fmt: skip
        self.parked = [
            ParkedRow(NOW - 3 * HOUR, "Mehmet Kaya", "Itäinen tiimi", "kenttakirja/2", ["horoscope"], False)
        ]
        self.given: list[GiveRuling] = []
        bridge.on(ListHeld, lambda _ask: self._list())
        bridge.on(OpenHeld, self._open)
        bridge.on(GiveRuling, self._rule)

    def _list(self) -> Held:
        deciding = sum(row.can_decide and not row.said for row in self.rows)
        teams = [TeamOption(EAST, "Itäinen tiimi"), TeamOption(WEST, "Läntinen tiimi")]
        return Held(self.rows, self.parked, teams, deciding)

    def _open(self, ask: OpenHeld) -> Reply:
        if not self.online and ask.item != "c":
            return ProblemReport(Problem.NO_NETWORK, {})
        person = HeldBody(
            "person", SAMIR, "Samir Haddad",
            [HeldField("phone", "+358405550132"), HeldField("hetu", "010196-****")],
        )  # fmt: skip
        words = "Kävimme läpi kielikurssin paikan. Samir soittaa oppilaitokseen perjantaina."
        note = HeldBody("note", SAMIR, "Samir Haddad", [HeldField("text", words)])
        return HeldContent(ask.item, [person, note], NOW - HOUR, False)

    def _rule(self, ask: GiveRuling) -> Done:
        self.given.append(ask)
        self.rows = [
            replace(row, said=ask.verdict, said_team="Läntinen tiimi") if row.item == ask.item else row
            for row in self.rows
        ]
        return Done()


class HandoverShelf:
    """Two people handed to this person and one handed on."""

    def __init__(self, bridge: FakeBridge) -> None:
        late = [LateRow("note", NOW - HOUR)]
        self.received = [
            _row(SAMIR, "Samir Haddad", "Liisa Lehto", "Mehmet Kaya", late=late),
            _row(entity(8), "Sanna Hämäläinen", "Mehmet Kaya", "Mehmet Kaya"),
        ]
        self.given = [_row(entity(9), "Sami Häkkinen", "Aino Lehtonen", "Aino Lehtonen", to="Bertta Berg")]
        self.asked: list[HandOver | TakeOver] = []
        bridge.on(ListHandovers, lambda _ask: self._list())
        bridge.on(TakeOver, self._take)
        bridge.on(HandOver, self._hand)

    def _list(self) -> Handovers:
        new = sum(row.new for row in self.received)
        return Handovers(self.received, self.given, new, [StaffOption(BERTTA, "Bertta Berg")], 12)

    def _take(self, ask: TakeOver) -> Done:
        self.asked.append(ask)
        self.received = [
            _row(
                row.person,
                row.name,
                row.by,
                row.before,
                late=row.late,
                new=row.new and row.person != ask.person,
            )
            for row in self.received
        ]
        return Done()

    def _hand(self, ask: HandOver) -> HandedOn:
        self.asked.append(ask)
        return HandedOn(len(ask.people) or 12, [SaveId("team/x", 4), SaveId("team/x", 5)])


def _row(
    person: EntityId, name: str, by: str, before: str, *, to: str = "", late: list[LateRow] | None = None,
    new: bool = True,
) -> HandoverRow:  # fmt: skip
    return HandoverRow(person, name, by, before, to, NOW - 5 * HOUR, late or [], new, False)
