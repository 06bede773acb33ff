# SPDX-License-Identifier: MIT
"""``kenttakirja-hub``: make, run and look after a central case system from a terminal."""

import os
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import msgspec
from cyclopts import App, Parameter, validators

from sync.catalogue.errors import CatalogueError
from sync.hub import codes, erase, export, quarantine, roster, serve, status, verify
from sync.hub.audit_command import audit, chains_in_words
from sync.hub.catalogue_command import catalogue
from sync.hub.catalogue_words import sentence
from sync.hub.city import fill_city
from sync.hub.compaction_command import compaction
from sync.hub.errors import (
    BackupDamaged,
    CityFileDamaged,
    FilesFailed,
    HubCopied,
    HubError,
    HubOlder,
    HubThere,
    IdentityTaken,
    KeysMissing,
    LedgerDamaged,
    LedgerFailed,
    NotAHub,
    RootAway,
    StoreFailed,
    StoreMismatch,
    UnknownName,
)
from sync.hub.heights import claim_instance
from sync.hub.home import HUB_FILE, init_home
from sync.hub.keys import renew_online_keys
from sync.hub.laptop_command import laptop
from sync.hub.practice_services import fill_services
from sync.hub.recovery_command import recovery
from sync.hub.restore_command import backup, restore_app
from sync.hub.shipped import shipped
from sync.hub.terminal import Database, Home, Opened, say
from sync.protocol.certificate import pin_of_pem
from sync.protocol.enrolment import FILE_SUFFIX, Enrolment, code_to_read, is_loopback, write_enrolment
from sync.protocol.errors import EnrolmentInvalid
from sync.protocol.fingerprint import root_digest, root_fingerprint
from sync.records.errors import CodeFileDamaged
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, WriterId
from sync.records.rights import WORKERS, Role

app: Final = App(name="kenttakirja-hub", help="The central case system of Kenttäkirja.", version_flags=[])
app.command(catalogue)
app.command(laptop)
app.command(audit)
app.command(recovery)
app.command(compaction)
app.command(backup)
app.command(restore_app)

_WORDS: Final[dict[type[HubError], str]] = {
    NotAHub: "There is no hub in this folder. Make one with init, or name another folder with --home.",
    HubThere: "There is a hub in this folder already. Nothing was changed.",
    StoreMismatch: "This database belongs to another hub, or was made by a newer program.",
    IdentityTaken: "This commit claims another kind or person than a record has. It can only be refused.",
    HubCopied: "This folder is a copy of a hub's. If the hub was moved here and the other one never serves again, say "
    "moved. To come back from a backup use restore.",
    RootAway: "The root key is not there. Bring it from where it is kept; nothing was changed.",
    LedgerFailed: "The ledger cannot be read or written. What it should tell of was not done.",
    CityFileDamaged: "The city's file is missing, damaged, or made for a newer program.",
    FilesFailed: "The disk refused an attachment's file. Nothing was half written; try again.",
    StoreFailed: "The database refused or went away. Nothing was half written; try again.",
}


@app.command
def init(*, home: Home, address: str = "http://127.0.0.1:8470", database: Database = None) -> None:
    """Make a new hub. ``address`` is what laptops will call it by."""
    made = init_home(home, address=address, database=database)
    say(f"Hub {made.config.hub} is ready in {home}.")
    say(f"Root fingerprint {root_fingerprint(made.parts.keys.signed.root)}")
    say("Move keys/root.key and keys/recovery.key to a safe place offline; the running hub needs neither.")
    made.close()


@app.command
def practise(*, home: Home, city: Path, address: str = "http://127.0.0.1:8470") -> None:
    """Make a new hub for practice, filled with the made-up city of a file; print its staff, one a line."""
    made = init_home(home, address=address)
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
    host: str = "127.0.0.1",
    port: Annotated[int, Parameter(validator=validators.Number(gte=0, lte=65535))] = 8470,
    database: Database = None,
    certificate: Path | None = None,
    key: Path | None = None,
    port_file: Path | None = None,
) -> None:
    """Run the hub until it is stopped. Port 0 takes a free one and writes it to ``port_file``."""
    if certificate is None and not is_loopback(host):
        sys.stderr.write(
            f"The hub listens on {host} without a certificate: only behind a balancer that ends TLS.\n"
        )
    serve.run(
        home,
        host=host,
        port=port,
        database=database,
        certificate=certificate,
        key=key,
        port_file=port_file,
    )


@app.command
def stream(
    name: str | None = None,
    *,
    home: Home,
    sv: str | None = None,
    en: str | None = None,
    database: Database = None,
) -> None:
    """Make a team called ``name`` with its two streams, or list all streams without a name."""
    with Opened(home, database) as opened:
        if name is not None:
            say(roster.add_team(opened.parts, fi=name, sv=sv or name, en=en or name))
            return
        for one, head in sorted(opened.parts.store.heads().items()):
            say(f"{one}\t{head.number}")


@app.command
def staff(name: str | None = None, *, home: Home, database: Database = None) -> None:
    """Take somebody into the roster and print the id, or list everybody without a name."""
    with Opened(home, database) as opened:
        if name is not None:
            say(roster.add_staff(opened.parts, name))
            return
        for one, called in sorted(opened.parts.store.staff().items()):
            say(f"{one}\t{called}")


@app.command
def grant(
    person: str,
    role: str,
    *,
    home: Home,
    team: str | None = None,
    end: bool = False,
    database: Database = None,
) -> None:
    """Give ``person`` (a staff id) a role in a team, or with ``--end`` take it back; exit code 1 if none was held."""
    if team is None and not end and role in {one.value for one in WORKERS | {Role.SUPERVISOR}}:
        sys.exit("This role is held in a team: name it with --team.")
    with Opened(home, database) as opened:
        where = None if team is None else TeamId(team)
        if end:
            ended = roster.end_grants(opened.parts, StaffId(person), role=role, team=where)
            say(f"{ended} ended")
            if not ended:
                sys.exit(1)
            return
        roster.grant(opened.parts, StaffId(person), role, team=where)
        say("granted")


@app.command
def revoke(writer: str | None = None, *, home: Home, database: Database = None) -> None:
    """Revoke a writer (one person on one laptop): nothing more is served to it, later commits are held back.

    Without a writer: list all.
    """
    with Opened(home, database) as opened:
        if writer is not None:
            roster.revoke(opened.parts, WriterId(_hex(writer, "writer")))
            say("revoked")
            return
        for row in opened.parts.store.writers():
            if not row.staff:
                continue
            say(f"{row.writer.hex()}\t{row.staff}\t{row.laptop}\t{'revoked' if row.revoked else 'in force'}")


@app.command
def code(
    person: str,
    *,
    home: Home,
    out: Path | None = None,
    certificate: Path | None = None,
    database: Database = None,
) -> None:
    """Print a code for one person, good for ten minutes and one use, and write the enrolment file.

    ``--certificate`` names the hub's TLS certificate (PEM): laptops that join by the file take no other key.
    """
    with Opened(home, database) as opened:
        parts = opened.parts
        made = codes.make_code(parts, StaffId(person))
        file = (out or Path(f"{person}{FILE_SUFFIX}")).absolute()
        root = parts.keys.signed.root
        name = parts.store.staff()[StaffId(person)]
        file.write_bytes(
            write_enrolment(
                Enrolment(opened.config.address, root_digest(root), made, parts.hub, name, _pin(certificate))
            )
        )
        say(f"Code         {code_to_read(made)}")
        say(f"Fingerprint  {root_fingerprint(root)}")
        say(f"Address      {opened.config.address}")
        say(f"File         {file}")


@app.command(name="erase")
def erase_command(person: str, *, home: Home, yes: bool = False, database: Database = None) -> None:
    """Erase a person (entity id in hex) and everybody merged with them, for ever. Needs ``--yes``."""
    if not yes:
        say("This cannot be undone. Say --yes to erase.")
        sys.exit(2)
    with Opened(home, database) as opened:
        done = erase.erase_subject(opened.parts, EntityId(_hex(person, "person")))
        say(f"{done.subjects} ids, {done.keys} keys destroyed, {len(done.streams)} streams")
        if not done.keys and not done.streams:
            say(
                "Nothing about this id was here. It is remembered, so that nothing comes later: was it the right one?"
            )


@app.command(name="held")
def held_command(
    stream_name: str | None = None,
    number: int | None = None,
    *,
    home: Home,
    release: bool = False,
    refuse: bool = False,
    database: Database = None,
) -> None:
    """List what is held back, or ``--release`` or ``--refuse`` one commit of a stream by its number."""
    if (release or refuse or stream_name is not None) and (
        stream_name is None or number is None or release == refuse
    ):
        sys.exit("To decide, name a stream, a number, and one of --release and --refuse.")
    with Opened(home, database) as opened:
        if stream_name is not None and number is not None:
            quarantine.decide(opened.parts, StreamId(stream_name), number, accepted=release)
            say("released" if release else "refused")
            return
        for one in quarantine.held(opened.parts):
            words = "refused" if one.refused else "waits"
            say(f"{one.stream}\t{one.number}\t{one.writer.hex()}\t{one.reason.word}\t{words}")


@app.command(name="status")
def status_command(
    *, home: Home, json: Annotated[bool, Parameter(negative=())] = False, database: Database = None
) -> None:
    """Say how the hub is."""
    with Opened(home, database) as opened:
        its = status.status(opened)
        say(msgspec.json.encode(asdict(its)).decode() if json else its.words())


@app.command(name="verify")
def verify_command(*, home: Home, database: Database = None) -> None:
    """Check every chain, signature, running hash, body, attachment and the hub's own log; exit code 1 on damage."""
    with Opened(home, database) as opened:
        found = verify.verify(opened.parts)
        for damage in found.damages:
            say(f"DAMAGED {damage}")
        for blob in found.missing:
            say(f"NOT COME YET {blob}")
        say(f"{found.commits} commits in {found.streams} streams and {found.audit} log events looked at")
        say(f"{found.files} attachments looked at, {len(found.missing)} have not come yet")
        say(chains_in_words(found.chains))
        if found.damages:
            sys.exit(1)
        say("All is well.")


@app.command(name="export")
def export_command(
    *,
    home: Home,
    out: Path,
    stream_name: Annotated[str | None, Parameter(name="--stream")] = None,
    special: bool = False,
    database: Database = None,
) -> None:
    """Write the effective entities as JSON lines; it is logged. Special streams only with ``--special``."""
    with Opened(home, database) as opened, out.open("wb") as file:
        count = 0
        chosen = None if stream_name is None else StreamId(stream_name)
        for line in export.export(opened.parts, stream=chosen, special=special):
            file.write(line + b"\n")
            count += 1
        say(f"{count} entities")


@app.command
def moved(*, home: Home) -> None:
    """Say that the hub was moved into this folder, and that the one it came from never serves again."""
    if not (home / HUB_FILE).exists():
        raise NotAHub
    claim_instance(home)
    say("This folder is the hub's from now on.")


@app.command(name="renew-keys")
def renew_keys(*, home: Home) -> None:
    """Make new online keys, signed by the root key, which must be in the key folder for this."""
    renew_online_keys(home / "keys")
    say("New online keys. Restart the hub, and move the root key away again.")


def _pin(certificate: Path | None) -> bytes | None:
    if certificate is None:
        return None
    try:
        return pin_of_pem(certificate.read_bytes())
    except (OSError, ValueError) as problem:
        raise UnknownName("certificate") from problem


def _hex(text: str, kind: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as problem:
        raise UnknownName(kind) from problem


def main() -> None:
    """Run one command; what went wrong is one sentence on standard error and exit code 1."""
    os.umask(0o077)  # an export is readable text, and the databases name the staff
    try:
        app(sys.argv[1:])
    except KeysMissing as problem:
        sys.exit(f"The key file {problem.name} is missing or damaged.")
    except UnknownName as problem:
        known = (
            f" It is one of {', '.join(one.value for one in Role if one is not Role.HUB)}."
            if problem.kind == "role"
            else ""
        )
        sys.exit(f"There is no such {problem.kind}.{known}")
    except HubOlder as problem:
        sys.exit(
            f"The database has less of {problem.stream} than this hub has acknowledged: an older copy was put in its "
            "place. Use restore, as docs/recovery.md says; nothing is lost."
        )
    except BackupDamaged as problem:
        sys.exit(f"The backup is not whole: {problem.what}. Nothing was put in place.")
    except LedgerDamaged as problem:
        sys.exit(f"The ledger was changed: line {problem.line} is not this hub's. Nothing was put in place.")
    except HubError as problem:
        sys.exit(sentence(problem) or _WORDS.get(type(problem), type(problem).__name__))
    except CatalogueError as problem:
        sys.exit(sentence(problem))
    except CodeFileDamaged as problem:
        sys.exit(f"The program's own file {problem.name} is missing or damaged.")
    except OSError as problem:
        sys.exit(f"The system refused: {problem.strerror}.")
    except EnrolmentInvalid as problem:
        sys.exit(f"The hub's address cannot be given to laptops: {problem}.")


if __name__ == "__main__":
    main()
