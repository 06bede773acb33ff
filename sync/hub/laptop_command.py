# SPDX-License-Identifier: MIT
"""``kenttakirja-hub laptop``: who has a notebook where, revoking and wiping one, reading a lease out."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import msgspec
from cyclopts import App, Parameter

from sync.hub.called import Called, short
from sync.hub.leases import read_out
from sync.hub.orders import give_order, order_about
from sync.hub.parts import HubParts
from sync.hub.store.rows import WriterRow
from sync.hub.terminal import Database, Home, Opened, misused, say, say_rows
from sync.protocol.devices import ORDER_SUFFIX, Farewell, Order, What
from sync.protocol.errors import Refused
from sync.protocol.lease_words import lease_words
from sync.protocol.orders import order_bytes

laptop: Final = App(name="laptop", help="The laptops: who has one, revoke, wipe, lease.")

OrderFile = Annotated[
    Path | None,
    Parameter(name="--file", help=f"Write the order there as well, for a stick ({ORDER_SUFFIX})."),
]
_NAMED: Final = "The writer: its id or the beginning of it, as `laptop list` shows it."
Reason = Annotated[str, Parameter(help="Why it is read out; it stands in the log.")]
Writer = Annotated[str, Parameter(help=_NAMED)]


@laptop.command(name="list")
def list_command(*, home: Home, database: Database = None) -> None:
    """List every notebook: writer, person, laptop, how it stands, and until when its lease runs.

    Example: ``kenttakirja-hub laptop list``
    """
    with Opened(home, database) as opened:
        parts = opened.parts
        names = parts.store.staff()
        rows: list[tuple[str, ...]] = []
        leases = {row.writer: row.until for row in parts.store.leases()}
        gone = {row.writer: _why(row.farewell) for row in parts.store.farewells()}
        for row in sorted(parts.store.writers(), key=lambda one: (names.get(one.staff, ""), one.laptop)):
            if row.staff:
                until = f"lease until {_day(leases[row.writer])}" if row.writer in leases else "no lease"
                standing = gone.get(row.writer) or _standing(parts, row)
                name = names.get(row.staff, row.staff)
                rows.append((short(row.writer), name, short(row.laptop), standing, until))
        say_rows(rows, none="No laptop has joined yet. The command code lets one in.")


@laptop.command(name="revoke")
def revoke_command(writer: Writer, *, home: Home, file: OrderFile = None, database: Database = None) -> None:
    """Close a notebook: nothing is served to it, and it opens no more once the order has reached it.

    Example: ``kenttakirja-hub laptop revoke 5be98d55 --file /media/stick/a.kkorder``
    """
    _order(writer, What.REVOKE, home=home, file=file, database=database)


@laptop.command(name="wipe")
def wipe_command(
    writer: Writer,
    *,
    home: Home,
    yes: Annotated[bool, Parameter(negative=(), help="Yes, for good.")] = False,
    file: OrderFile = None,
    database: Database = None,
) -> None:
    """Destroy a notebook at its next contact, or by stick. What it has not sent is lost, unless a colleague has it.

    Example: ``kenttakirja-hub laptop wipe 5be98d55 --yes``
    """
    if not yes:
        misused("The notebook is destroyed for good. Say --yes to order it.")
    _order(writer, What.WIPE, home=home, file=file, database=database)


@laptop.command(name="lease")
def lease_command(writer: Writer, *, home: Home, reason: Reason, database: Database = None) -> None:
    """Print a notebook's lease share to read out, 26 characters; logged with the reason.

    Call the person back on the number you know first: whoever has these characters, the laptop and the passphrase
    opens the notebook.

    Example: ``kenttakirja-hub laptop lease 5be98d55 --reason "back from leave"``
    """
    if not reason.strip():
        misused("Say why: it stands in the log.")
    with Opened(home, database) as opened:
        row = Called.of(opened.parts).the_writer(writer)
        try:
            share = read_out(opened.parts, row.writer, reason=reason)
        except Refused:
            sys.exit("There is no lease to read out: the writer is revoked, or never had one.")
        say(lease_words(share))


@laptop.command(name="farewells")
def farewells_command(*, home: Home, database: Database = None) -> None:
    """List the notebooks that are gone from their laptops: the day, the writer, the person, the laptop, and why.

    Example: ``kenttakirja-hub laptop farewells``
    """
    with Opened(home, database) as opened:
        names = opened.parts.store.staff()
        rows: list[tuple[str, ...]] = []
        for one in opened.parts.store.farewells():
            row = opened.parts.store.writer(one.writer)
            name = "" if row is None else names.get(row.staff, "")
            place = "" if row is None else row.laptop
            rows.append((_day(one.received), short(one.writer), name, short(place), _why(one.farewell)))
        say_rows(rows, none="No notebook has said farewell.")


def _order(writer: str, what: What, *, home: Path, file: Path | None, database: str | None) -> None:
    with Opened(home, database) as opened:
        row = Called.of(opened.parts).the_writer(writer)
        signed = give_order(opened.parts, row.writer, what)
        if file is not None:
            with file.open("xb") as stick:  # never over another file
                stick.write(order_bytes(signed))
        standing = _what(signed.order)
        name = opened.parts.store.staff().get(row.staff, row.staff)
        say(f"{name}, {short(row.laptop)}: ordered to {standing}.")
        if standing != what.value:
            say("An order to wipe stands already; it is not taken back.")
        if file is not None:
            say(f"Written to {file}. On the laptop: More, Read an order from a stick.")


def _standing(parts: HubParts, row: WriterRow) -> str:
    order = order_about(parts, row.writer)
    if order is not None:
        return f"ordered to {_what(order.order)}"
    return "revoked" if row.revoked else "in force"


def _what(raw: bytes) -> str:
    return msgspec.msgpack.decode(raw, type=Order).what.value


def _why(raw: bytes) -> str:
    return msgspec.msgpack.decode(raw, type=Farewell).why.value


def _day(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms / 1000, UTC).date().isoformat()
