# SPDX-License-Identifier: MIT
"""``kenttakirja-hub``: make, run and look after a central case system from a terminal."""

import os
import signal
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import msgspec
from cyclopts import App, Parameter, validators

from sync.hub import serve, status, verify
from sync.hub.audit_command import audit, chains_in_words
from sync.hub.catalogue_command import catalogue
from sync.hub.city import fill_city
from sync.hub.command_faults import BROKEN_OFF, EXPECTED, REFUSED, fault_of
from sync.hub.compaction_command import compact_command
from sync.hub.counting import counted
from sync.hub.errors import FileUnusable, HubCopied, NotAHub
from sync.hub.heights import check_instance, claim_instance
from sync.hub.held_command import erase_person, export_records, held
from sync.hub.home import HUB_FILE, KEY_FOLDER, init_home
from sync.hub.keys import renew_online_keys
from sync.hub.laptop_command import laptop
from sync.hub.practice_services import fill_services
from sync.hub.recovery_command import recovery
from sync.hub.restore_command import backup, restore_app
from sync.hub.roster_command import code, grant, revoke, staff, stream
from sync.hub.shipped import shipped
from sync.hub.stuck_command import stuck
from sync.hub.terminal import Database, Home, Opened, misused, note, say
from sync.protocol.enrolment import is_loopback, parse_address
from sync.protocol.fingerprint import root_fingerprint

app: Final = App(
    name="kenttakirja-hub",
    help="The central case system of Kenttäkirja. To set one up read docs/hub-setup.md.",
    version_flags=[],
    suppress_keyboard_interrupt=False,
)
for family in (catalogue, laptop, audit, recovery, restore_app):
    app.command(family)
for command in (stream, staff, grant, revoke, code, held, stuck, backup):
    app.command(command)
app.command(erase_person, name="erase")
app.command(export_records, name="export")
app.command(compact_command, name="compact")
Address = Annotated[str, Parameter(help="What laptops will call the hub by, as https://hub.city.example.")]
_LOCAL: Final = "http://127.0.0.1:8470"


@app.command
def init(
    *,
    home: Home,
    address: Address = _LOCAL,
    database: Annotated[
        str | None, Parameter(help="postgresql://… of an empty database, instead of SQLite in the folder.")
    ] = None,
    keys_database: Annotated[
        str | None,
        Parameter(help="Another PostgreSQL database for the keys of bodies, with shorter backups."),
    ] = None,
    ledger: Annotated[
        Path | None, Parameter(help="Where the ledger goes: a new file, best on another disk.")
    ] = None,
) -> None:
    """Make a new hub in a folder that is empty or not there.

    Example: ``kenttakirja-hub init --home hub --address https://hub.city.example``
    """
    if keys_database is not None and database is None:
        misused("Keys lie in a PostgreSQL database only where the records do: name --database as well.")
    made = init_home(
        home, address=parse_address(address), database=database, keys_database=keys_database, ledger=ledger
    )
    say(f"Hub {made.config.hub} is ready in {home}.")
    say(f"Root fingerprint {root_fingerprint(made.parts.keys.signed.root)}")
    say("Move keys/root.key and keys/recovery.key to a safe place offline; the running hub needs neither.")
    made.close()


@app.command
def practise(
    *,
    home: Home,
    city: Annotated[Path, Parameter(help="The file of a made-up city.")],
    address: Address = _LOCAL,
) -> None:
    """Make a new hub for practice, filled with the made-up city of a file; print its staff, one a line.

    Example: ``kenttakirja-hub practise --home practice --city city.jsonl.zst``
    """
    if not city.is_file():
        raise FileUnusable(str(city), "there is no such file")
    made = init_home(home, address=parse_address(address))
    try:
        today = datetime.now(UTC).astimezone().date()
        people = fill_city(made.parts, city, today=today)
        fill_services(made.parts, shipped("services", "seed"), today=today)
    finally:
        made.close()
    for word, one in people.items():
        say(f"{word}\t{one}")


@app.command(name="serve")
def serve_command(
    *,
    home: Home,
    host: Annotated[
        str, Parameter(help="Where to listen: 127.0.0.1 behind a proxy on this machine.")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        Parameter(validator=validators.Number(gte=0, lte=65535), help="0 takes a free one; see --port-file."),
    ] = 8470,
    database: Database = None,
    certificate: Annotated[
        Path | None, Parameter(help="A TLS certificate (PEM), where no proxy ends TLS.")
    ] = None,
    key: Annotated[Path | None, Parameter(help="The certificate's private key (PEM).")] = None,
    port_file: Annotated[
        Path | None, Parameter(help="A file that gets the port once the hub listens.")
    ] = None,
) -> None:
    """Run the hub until it is stopped, by Ctrl+C or by the system.

    Example: ``kenttakirja-hub serve --home /srv/hub --port 8470``
    """
    if (certificate is None) != (key is None):
        misused("A certificate and its key go together: name --certificate and --key.")
    if certificate is None and not is_loopback(host):
        note(f"The hub listens on {host} without a certificate: only behind a balancer that ends TLS.")
    # Where a shell has its children ignore Ctrl+C, the server ends by itself and raises nothing.
    with suppress(KeyboardInterrupt):
        serve.run(
            home,
            host=host,
            port=port,
            database=database,
            certificate=certificate,
            key=key,
            port_file=port_file,
            listening=lambda taken: note(f"The hub listens on {host}, port {taken}. Ctrl+C stops it."),
        )
    note("The hub has stopped.")


@app.command(name="status")
def status_command(
    *,
    home: Home,
    json: Annotated[bool, Parameter(negative=(), help="For a program to read.")] = False,
    database: Database = None,
) -> None:
    """Say how the hub is; no names of people.

    Example: ``kenttakirja-hub status --json``
    """
    with Opened(home, database) as opened:
        its = status.status(opened)
    say(msgspec.json.encode(asdict(its)).decode() if json else its.words())


@app.command(name="verify")
def verify_command(*, home: Home, database: Database = None) -> None:
    """Check every chain, signature, running hash, body, attachment and the hub's own log; exit code 1 on damage.

    Example: ``kenttakirja-hub verify --home /srv/hub``
    """
    with Opened(home, database) as opened:
        found = verify.verify(opened.parts)
    for damage in found.damages:
        say(f"DAMAGED {damage}")
    for blob in found.missing:
        say(f"NOT COME YET {blob}")
    commits, streams = counted(found.commits, "commit"), counted(found.streams, "stream")
    say(f"{commits} in {streams} and {counted(found.audit, 'log event')} looked at")
    say(f"{counted(found.files, 'attachment')} looked at, {status.to_come(len(found.missing))}")
    say(chains_in_words(found.chains))
    if found.damages:
        sys.exit(REFUSED)
    say("All is well.")


@app.command
def moved(*, home: Home) -> None:
    """Say that the hub was moved into this folder, and that the one it came from never serves again.

    Example: ``kenttakirja-hub moved --home /srv/hub``
    """
    if not (home / HUB_FILE).exists():
        raise NotAHub
    try:
        check_instance(home)
    except HubCopied:
        claim_instance(home)
        say("This folder is the hub's from now on.")
    else:
        sys.exit("This folder is the hub's already. Nothing was changed.")


@app.command(name="renew-keys")
def renew_keys(*, home: Home) -> None:
    """Make new online keys, signed by the root key, which must be in the key folder for this.

    Example: ``kenttakirja-hub renew-keys --home /srv/hub``
    """
    if not (home / HUB_FILE).exists():
        raise NotAHub
    renew_online_keys(home / KEY_FOLDER)
    say("New online keys. Restart the hub, and move the root key away again.")


def main() -> None:
    """Run one command; what went wrong is one sentence on standard error, and an exit code by blame."""
    os.umask(0o077)  # an export is readable text, and the databases name the staff
    try:
        app(sys.argv[1:], exit_on_error=False, print_error=False)
    except BrokenPipeError:
        # Whoever read the list has gone, as head does; what Python would flush at its end has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(128 + signal.SIGPIPE)
    except KeyboardInterrupt:
        note(BROKEN_OFF.sentence)
        sys.exit(BROKEN_OFF.code)
    except EXPECTED as problem:
        fault = fault_of(problem)
        note(fault.sentence)
        sys.exit(fault.code)


if __name__ == "__main__":
    main()
