# SPDX-License-Identifier: MIT
"""``kenttakirja-hub backup`` and ``restore``: a copy of the hub while it serves, and the way back from it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

from cyclopts import App, Parameter

from sync.hub.backup import BACKUP_FILE, keys_beside, make_backup
from sync.hub.called import Called, short
from sync.hub.counting import counted
from sync.hub.doubles import doubles, let_go
from sync.hub.errors import FileUnusable, HubThere, LedgerFailed, StoreFailed
from sync.hub.keys import read_keys, read_root
from sync.hub.ledger import LEDGER_FILE
from sync.hub.moved_before import between, carry_once_more
from sync.hub.restored import confirm, waiting_rights
from sync.hub.restoring import Source, restore
from sync.hub.terminal import Database, Home, Opened, misused, note, say, say_rows

restore_app: Final = App(
    name="restore",
    help="Put a backup in place as a hub of a new epoch, and confirm the rights that laptops bring back.",
)
Folder = Annotated[Path, Parameter(help="The folder of the backup.")]
Keys = Annotated[
    Path | None, Parameter(name="--keys", help="The folder of its keys; FOLDER.keys where none is named.")
]


def backup(folder: Folder, *, home: Home, keys: Keys = None, database: Database = None) -> None:
    """Copy the hub into FOLDER while it serves, and what opens it into a second one, which ages out in 30 days.

    Example: ``kenttakirja-hub backup /backup/hub-2026-11-24``
    """
    beside = keys_beside(folder) if keys is None else keys
    for one in (folder, beside):
        if one.absolute().is_relative_to(home.absolute()):
            raise FileUnusable(str(one), "it lies inside the hub's own folder, and would be lost with it")
    unfinished = "The backup is not whole. Mend what is named next, and say the same again: it begins anew."
    with Opened(home, database) as opened, _cut_off(unfinished):
        made = make_backup(opened, folder, beside)
    commits, blobs = counted(made.commits, "commit"), counted(made.blobs, "attachment")
    say(f"{commits} and {blobs} are in {folder}, looked at after writing.")
    say(f"What opens them is in {beside}. Keep it elsewhere, and no copy of it for more than 30 days.")
    if not made.embedded:
        say("The databases are not in it: dump both with pg_dump, as docs/hub-restore.md says.")


@contextmanager
def _cut_off(sentence: str) -> Iterator[None]:
    """Say what has become of it where the disk or the database refuses in the middle."""
    try:
        yield
    except (OSError, StoreFailed, LedgerFailed):
        note(sentence)
        raise


@restore_app.command(name="from")
def restore_from(
    folder: Folder,
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
    keys_database: Annotated[
        str | None, Parameter(name="--keys-database", help="Where the keys were loaded, if into another one.")
    ] = None,
) -> None:
    """Put the backup in FOLDER in place of a hub that is lost. Nothing serves before it is done.

    Example: ``kenttakirja-hub restore from bak --root root.key --ledger ledger.jsonl``
    """
    beside = keys_beside(folder) if keys is None else keys
    if (ledger is None) != without_ledger:
        misused(
            "Name the newest ledger with --ledger: without it what was erased, revoked or ended after the backup comes "
            "back. Only where none is left say --without-ledger instead."
        )
    if ledger is not None and not ledger.is_file():
        raise FileUnusable(str(ledger), "there is no such file")
    _look_at(folder, beside, root)
    told = folder / LEDGER_FILE if ledger is None else ledger
    unfinished = (
        "Nothing was put in place. Mend what is named next, and say the same again: it begins anew. "
        f"If you give up, remove {home}.restoring: keys may lie in it."
    )
    try:
        with _cut_off(unfinished):
            done = restore(Source(folder, beside, told, root, database, keys_database), home)
    except HubThere:
        # It comes into its place by one rename, as the last step.
        sys.exit(
            "There is a hub in this folder already, and nothing was changed. If an earlier restore was cut off here, "
            "the hub is whole: go on with verify and serve. Else name another folder."
        )
    commits, streams = counted(done.commits, "commit"), counted(done.streams, "stream")
    say(f"Epoch {done.epoch}, online keys {done.serial}, {commits} in {streams}.")
    again = done.replayed
    erased, writes = counted(again.erased, "erasure"), counted(again.writes, "erased write")
    revoked, orders = counted(again.revoked, "revocation"), counted(again.orders, "order")
    ended = counted(again.ended, "ended grant")
    say(f"Done again from the ledger: {erased}, {writes}, {revoked}, {orders}, {ended}.")
    say("Start it with serve. Laptops bring back what is missing; then look at restore list.")


@restore_app.command(name="list")
def list_rights(*, home: Home, database: Database = None) -> None:
    """List the rights that laptops brought back and that wait: number, staff id, name, what, team, until when.

    Example: ``kenttakirja-hub restore list``
    """
    with Opened(home, database) as opened:
        rows = [
            (
                str(one.number),
                short(one.staff),
                one.name or "not in the roster",
                one.what,
                one.team,
                _until(one.until),
            )
            for one in waiting_rights(opened.parts)
        ]
    say_rows(rows, none="No right waits.")


@restore_app.command(name="moves")
def list_moves(
    *,
    home: Home,
    finish: Annotated[bool, Parameter(negative=(), help="Carry what the hub has of them.")] = False,
    database: Database = None,
) -> None:
    """List who went and never arrived: the person's id, the old team's stream, its number, old team, new team, its id.

    Also who arrived and stands in the old team as well; there is no number then. Finish only when both teams'
    laptops have been there: they may still bring what the old hub had carried, or its word that somebody went.

    Example: ``kenttakirja-hub restore moves --finish``
    """
    with Opened(home, database) as opened:
        called = Called.of(opened.parts)
        left = between(opened.parts)
        rows = [
            (
                one.person.hex(),
                short(one.stream),
                str(one.number),
                called.stream(one.stream),
                called.team(one.to),
                short(one.to),
            )
            for one in left
        ]
        both = doubles(opened.parts)
        rows += [
            (
                one.person.hex(),
                short(one.stream),
                "",
                called.stream(one.stream),
                called.stream(one.into),
                short(one.into),
            )
            for one in both
        ]
        say_rows(rows, none="Nobody is between two teams.")
        if finish and rows:
            for one in left:
                carry_once_more(opened.parts, one)
            for each in both:
                let_go(opened.parts, each)
            say(f"{len(rows)} carried")


@restore_app.command(name="confirm")
def confirm_rights(
    *numbers: Annotated[int, Parameter(help="Of the list.")],
    home: Home,
    everything: Annotated[bool, Parameter(name="--all", negative=(), help="All that wait.")] = False,
    refuse: Annotated[bool, Parameter(negative=(), help="Refuse them for good.")] = False,
    database: Database = None,
) -> None:
    """Let rights act that wait, by their numbers in the list or ``--all``; or ``--refuse`` them for good.

    Example: ``kenttakirja-hub restore confirm 12 14``
    """
    if everything == bool(numbers):
        misused("Name the numbers of the list, or say --all.")
    with Opened(home, database) as opened:
        chosen = sorted({one.number for one in waiting_rights(opened.parts)}) if everything else numbers
        if not chosen:
            sys.exit("No right waits.")
        for number in chosen:
            confirm(opened.parts, number, right=not refuse)
        say(f"{len(chosen)} {'refused' if refuse else 'confirmed'}")


def _look_at(folder: Path, keys: Path, root: Path) -> None:
    """Say what was named wrongly before anything is copied; raises FileUnusable, KeysMissing, RootAway, RootOther."""
    if not folder.is_dir():
        raise FileUnusable(str(folder), "there is no such folder")
    if not (folder / BACKUP_FILE).is_file():
        raise FileUnusable(str(folder), f"it is no finished backup, {BACKUP_FILE} is not in it")
    if not keys.is_dir():
        raise FileUnusable(str(keys), "there is no such folder; say where the backup's keys are with --keys")
    read_root(root, public=read_keys(keys).signed.root)


def _until(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms / 1000, UTC).date().isoformat() if time_ms else "open"
