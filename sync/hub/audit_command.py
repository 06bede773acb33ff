# SPDX-License-Identifier: MIT
"""``kenttakirja-hub audit``: the access log of the hub and of every laptop, and whether it is whole."""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Final

import msgspec
from cyclopts import App, Parameter

from sync.hub.access_log import LogFilter, LoggedEvent, list_events
from sync.hub.audit import Event, Operation, log
from sync.hub.audit_chains import LaptopChain, laptop_chains, own_chain
from sync.hub.called import Called
from sync.hub.counting import counted
from sync.hub.errors import RecordDamaged, UnknownName
from sync.hub.parts import HubParts
from sync.hub.terminal import Database, Home, Opened, say, say_rows
from sync.records.audit_events import OPERATIONS
from sync.records.ids import StaffId

audit: Final = App(name="audit", help="The access log: of the hub and of every laptop.")

_LOG: Final = "access log"
"""What the hub's own log calls this one when somebody has read it."""


@audit.command(name="list")
def list_command(
    *,
    home: Home,
    staff: Annotated[str, Parameter(help="Only what this member of staff did (an id or name).")] = "",
    since: Annotated[date | None, Parameter(help="From this day on, as 2026-11-24.")] = None,
    until: Annotated[date | None, Parameter(help="To the end of this day.")] = None,
    operation: Annotated[str, Parameter(help=f"One of {', '.join(OPERATIONS)}.")] = "",
    target: Annotated[str, Parameter(help="Only what touches this record (id in hex) or stream.")] = "",
    json: Annotated[
        bool, Parameter(negative=(), help="In the shape of the city's audit log, one object a line.")
    ] = False,
    database: Database = None,
) -> None:
    """List the events of the hub and of every laptop, the oldest first; that it was read is logged.

    A line: when, where with its number, who, what, how it went, of which record or stream, more.

    Example: ``kenttakirja-hub audit list --staff "Aino Testinen" --since 2026-11-01``
    """
    with Opened(home, database) as opened:
        parts = opened.parts
        names: Mapping[str, str] = {str(one): name for one, name in parts.store.staff().items()}
        who = Called.of(parts).the_person(staff) if staff else ""
        if operation and operation not in OPERATIONS:
            raise UnknownName("operation")
        wanted = LogFilter(who, operation, target.lower(), _begin(since, 0), _begin(until, 1))
        try:
            events = list_events(parts, wanted)
        except RecordDamaged as problem:
            sys.exit(f"DAMAGED {problem}. See what audit verify says.")
        log(parts, [Event(Operation.READ, "", _LOG, _asked(wanted, len(events)))])
        if json:
            for one in events:
                say(msgspec.json.encode(one.city).decode())
            return
        say_rows([_cells(one, names) for one in events], none="No such event is logged.")


@audit.command(name="verify")
def verify_command(*, home: Home, database: Database = None) -> None:
    """Check the hub's own log and every laptop's events; exit code 1 when something is broken.

    Example: ``kenttakirja-hub audit verify``
    """
    with Opened(home, database) as opened:
        parts = opened.parts
        own, damage = own_chain(parts)
        chains = laptop_chains(parts)
        broken = [one for one in chains if one.fault is not None]
        if damage is not None:
            say(f"BROKEN {damage}")
        for one in broken:
            say(f"BROKEN {_told(parts, one)}")
        if damage is None:
            say(f"{counted(own, 'event')} of the hub {'holds' if own == 1 else 'hold'} together.")
        say(chains_in_words(chains))
        log(parts, [Event(Operation.READ, "", _LOG, f"verify chains={len(chains)} broken={len(broken)}")])
        if damage is not None or broken:
            sys.exit(1)


def chains_in_words(chains: Sequence[LaptopChain]) -> str:
    """Return in one line how the laptops' chains stand."""
    broken = sum(1 for one in chains if one.fault is not None)
    events = sum(one.events for one in chains)
    looked = f"{counted(events, 'event')} of laptops in {counted(len(chains), 'chain')}"
    if broken:
        return f"{looked}, {broken} of them broken: see audit verify."
    return f"{looked} {'holds' if events == 1 else 'hold'} together."


def _told(parts: HubParts, one: LaptopChain) -> str:
    row = parts.store.writer(one.writer)
    name = "" if row is None else parts.store.staff().get(StaffId(row.staff), "")
    fault = "" if one.fault is None else one.fault.value
    return f"{one.stream} number {one.broken_at}, {name}, writer {one.writer.hex()}: {fault}"


def _begin(day: date | None, later: int) -> int:
    """Return midnight of a day (or of the day after) by this machine's clock, ms; 0 for no day."""
    if day is None:
        return 0
    midnight = datetime.combine(day + timedelta(days=later), time()).astimezone()
    return round(midnight.timestamp() * 1000)


def _asked(wanted: LogFilter, rows: int) -> str:
    parts = [f"list rows={rows}"]
    parts += [
        f"{name}={value}"
        for name in ("staff", "operation", "target", "since", "until")
        if (value := getattr(wanted, name))
    ]
    return " ".join(parts)


def _cells(one: LoggedEvent, names: Mapping[str, str]) -> list[str]:
    event: dict[str, Any] = one.city["audit_event"]
    target = event["target"]
    where = f"{one.laptop} {one.seq}" if one.laptop else f"hub {one.seq}"
    return [
        _moment(one.at),
        where,
        names.get(one.staff, one.staff) or "operator",
        one.operation,
        event["status"] + (" held back" if one.held else ""),
        f"{target['type']} {target['id']}".strip(),
        event["additional_information"],
    ]


def _moment(time_ms: int) -> str:
    try:
        moment = datetime.fromtimestamp(time_ms / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return str(time_ms)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
