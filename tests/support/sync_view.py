# SPDX-License-Identifier: MIT
"""A made-up Sync page as the notebook tells it: six unsent saves, one parked, one quarantined, five rounds."""

from datetime import UTC, datetime, timedelta

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import RoundRow, SyncPhase, SyncStatus, SyncView, TransitRow

_MOMENT = datetime(2026, 11, 24, 12, 27, tzinfo=UTC)
NOW = round(_MOMENT.timestamp() * 1000)


def ago(**back: int) -> int:
    """Return a moment so far before the test's now, in milliseconds."""
    return round((_MOMENT - timedelta(**back)).timestamp() * 1000)


OFFLINE = SyncStatus(SyncPhase.OFFLINE, 6, 0, 0, ago(minutes=103), Problem.NO_NETWORK, ago(minutes=90))
ALL_WELL = SyncStatus(SyncPhase.IDLE, 0, 0, 0, NOW, None, 0)


def working(done: int, *, total: int = 14) -> SyncStatus:
    """Return the status of a round that sends."""
    return SyncStatus(SyncPhase.SENDING, total - done, done, total, ago(minutes=103), None, 0)


UNSENT = [
    TransitRow(ago(minutes=6), "visit", "language_course", "30_44", "Itä", Mark.UNSENT, "", ""),
    TransitRow(ago(minutes=17), "visit", "cv_application,digital_help", "18_20", "Itä", Mark.UNSENT, "", ""),
    TransitRow(ago(minutes=29), "visit", "housing", "45_54", "Itä", Mark.PROVISIONAL, "", "Mehmet Kaya"),
    TransitRow(ago(minutes=47), "session", "Itäkeskuksen kirjasto", "", "Itä", Mark.UNSENT, "", ""),
    TransitRow(ago(minutes=65), "note", "Samir Haddad", "", "Ohjaamo", Mark.UNSENT, "", ""),
    TransitRow(ago(minutes=82), "visit", "employer_wage_subsidy", "30_44", "Itä", Mark.UNSENT, "", ""),
]
HELD = [
    TransitRow(ago(days=1), "situation", "Jenni Koskela", "", "Ohjaamo", Mark.PARKED, "", ""),
    TransitRow(ago(days=4), "note", "Samuel Sjöholm", "", "Ohjaamo", Mark.QUARANTINED, "revoked", ""),
]
ROUNDS = [
    RoundRow(ago(minutes=103), "done", 38, 112, ""),
    RoundRow(ago(minutes=315), "done", 2, 340, ""),
    RoundRow(ago(minutes=329), "offline", 0, 0, "Unreachable"),
    RoundRow(ago(days=1, minutes=10), "cancelled", 54, 27, ""),
    RoundRow(ago(days=1, hours=8), "done", 0, 61, ""),
]


def view(
    status: SyncStatus = OFFLINE,
    *,
    transit: list[TransitRow] | None = None,
    rounds: list[RoundRow] | None = None,
    difference: tuple[str, ...] = (),
    clock_offset: int = 0,
) -> SyncView:
    """Return the page's values."""
    return SyncView(
        status=status,
        delivered=1284,
        conflicts=3,
        parked=1,
        quarantined=1,
        transit=UNSENT + HELD if transit is None else transit,
        rounds=ROUNDS if rounds is None else rounds,
        laptop_name="HEL-L-2217",
        hub_address="https://keskus.example.org",
        checked=1290,
        difference=list(difference),
        clock_offset=clock_offset,
    )
