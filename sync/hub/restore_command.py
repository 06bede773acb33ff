# SPDX-License-Identifier: MIT
"""``kenttakirja-hub backup`` and ``restore``: a copy of the hub while it serves, and the way back from it."""

import sys
from pathlib import Path
from typing import Annotated, Final

from cyclopts import App, Parameter

from sync.hub.backup import keys_beside, make_backup
from sync.hub.errors import FileUnusable
from sync.hub.ledger import LEDGER_FILE
from sync.hub.moved_before import between, carry_once_more
from sync.hub.restored import confirm, waiting_rights
from sync.hub.restoring import Source, restore
from sync.hub.terminal import Database, Home, Opened, say

restore_app: Final = App(
    name="restore",
    help="Put a backup in place as a hub of a new epoch, and confirm the rights that laptops bring back.",
)
Keys = Annotated[
    Path | None, Parameter(name="--keys", help="The folder of its keys; FOLDER.keys where none is named.")
]


def backup(folder: Path, *, home: Home, keys: Keys = None, database: Database = None) -> None:
    """Copy the hub into FOLDER while it serves, and what opens it into a second one, which ages out in 30 days."""
    beside = keys_beside(folder) if keys is None else keys
    for one in (folder, beside):
        if one.absolute().is_relative_to(home.absolute()):
            raise FileUnusable(str(one), "it lies inside the hub's own folder, and would be lost with it")
    with Opened(home, database) as opened:
        made = make_backup(opened, folder, beside)
    say(f"{made.commits} commits and {made.blobs} attachments are in {folder}, looked at after writing.")
    say(f"What opens them is in {beside}. Keep it elsewhere, and no copy of it for more than 30 days.")
    if not made.embedded:
        say("The databases are not in it: dump both with pg_dump, as docs/recovery.md says.")


@restore_app.command(name="from")
def restore_from(
    folder: Path,
    *,
    home: Home,
    root: Annotated[Path, Parameter(name="--root", help="The root's private key, from where it is kept.")],
    ledger: Annotated[Path | None, Parameter(name="--ledger", help="The newest ledger that is left.")] = None,
    without_ledger: Annotated[
        bool,
        Parameter(
            name="--without-ledger",
            negative=(),
            help="None is left: what was erased, revoked or ended after the backup comes back.",
        ),
    ] = False,
    keys: Keys = None,
    database: Database = None,
    keys_database: Annotated[str | None, Parameter(name="--keys-database")] = None,
) -> None:
    """Put the backup in FOLDER in place of a hub that is lost. Nothing serves before it is done."""
    beside = keys_beside(folder) if keys is None else keys
    if (ledger is None) != without_ledger:
        sys.exit(
            "Name the newest ledger with --ledger: without it what was erased, revoked or ended after the backup comes "
            "back. Only where none is left say --without-ledger instead."
        )
    if ledger is not None and not ledger.is_file():
        raise FileUnusable(str(ledger), "there is no such file")
    told = folder / LEDGER_FILE if ledger is None else ledger
    done = restore(Source(folder, beside, told, root, database, keys_database), home)
    say(f"Epoch {done.epoch}, online keys {done.serial}, {done.commits} commits in {done.streams} streams.")
    again = done.replayed
    say(
        f"Done again from the ledger: {again.erased} erasures, {again.writes} erased writes, {again.revoked} "
        f"revocations, {again.orders} orders, {again.ended} ended grants."
    )
    say("Start it with serve. Laptops bring back what is missing; then look at restore list.")


@restore_app.command(name="list")
def list_rights(*, home: Home, database: Database = None) -> None:
    """List the rights that laptops brought back and that wait: number, staff id, name, what, team, until (ms)."""
    with Opened(home, database) as opened:
        for one in waiting_rights(opened.parts):
            say(f"{one.number}\t{one.staff}\t{one.name}\t{one.what}\t{one.team}\t{one.until or ''}")


@restore_app.command(name="moves")
def list_moves(
    *, home: Home, finish: Annotated[bool, Parameter(name="--finish")] = False, database: Database = None
) -> None:
    """List who went and never arrived: stream, number, person, team. ``--finish`` carries what the hub has of them.

    Finish only when the new teams' laptops have been there: they may still bring what the old hub had carried.
    """
    with Opened(home, database) as opened:
        left = between(opened.parts)
        for one in left:
            say(f"{one.stream}\t{one.number}\t{one.person.hex()}\t{one.to}")
            if finish:
                carry_once_more(opened.parts, one)
        if finish:
            say(f"{len(left)} carried")


@restore_app.command(name="confirm")
def confirm_rights(
    *numbers: int, home: Home, everything: Annotated[bool, Parameter(name="--all")] = False,
    refuse: bool = False, database: Database = None,
) -> None:  # fmt: skip
    """Let rights act that wait, by their numbers in the list or ``--all``; or ``--refuse`` them for good."""
    if everything == bool(numbers):
        sys.exit("Name the numbers of the list, or say --all.")
    with Opened(home, database) as opened:
        chosen = sorted({one.number for one in waiting_rights(opened.parts)}) if everything else numbers
        for number in chosen:
            confirm(opened.parts, number, right=not refuse)
        say(f"{len(chosen)} {'refused' if refuse else 'confirmed'}")
