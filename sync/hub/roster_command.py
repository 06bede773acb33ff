# SPDX-License-Identifier: MIT
"""``kenttakirja-hub stream``, ``staff``, ``grant``, ``revoke``, ``code``: teams, people, roles, laptops."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

from cyclopts import Parameter

from sync.hub import codes, roster
from sync.hub.called import Called, short
from sync.hub.errors import UnknownName
from sync.hub.parts import HubParts
from sync.hub.store.rows import GrantRow
from sync.hub.terminal import Database, Home, Opened, misused, note, say, say_rows
from sync.protocol.certificate import pin_of_pem
from sync.protocol.enrolment import FILE_SUFFIX, Enrolment, code_to_read, write_enrolment
from sync.protocol.fingerprint import root_digest, root_fingerprint
from sync.records.ids import StaffId, TeamId
from sync.records.rights import WORKERS, Role
from sync.records.rights import role as role_of

_IN_A_TEAM: Final = WORKERS | {Role.SUPERVISOR}
_IN_THE_CITY: Final = frozenset({Role.ADMIN, Role.AUDITOR, Role.SERVICE_EDITOR})
Again = Annotated[
    bool, Parameter(name="--again", negative=(), help="Make a second one of the same name all the same.")
]
Person = Annotated[str, Parameter(help="An id of the roster, its beginning, or the name.")]


def stream(
    name: Annotated[str | None, Parameter(help="What the team is called in Finnish.")] = None,
    *,
    home: Home,
    sv: Annotated[str | None, Parameter(help="In Swedish.")] = None,
    en: Annotated[str | None, Parameter(help="In English.")] = None,
    rename: Annotated[
        str | None, Parameter(help="A team (id or name) that is called so from now on.")
    ] = None,
    again: Again = False,
    database: Database = None,
) -> None:
    """Make a team with its two streams and print its id; or without a name list all streams.

    A line of the list: the stream, the number of its newest commit, whose it is.

    Example: ``kenttakirja-hub stream Itä --sv Öst --en East``
    """
    if name is None and (rename is not None or again or sv is not None or en is not None):
        misused("Say the team's name as well.")
    with Opened(home, database) as opened:
        called = Called.of(opened.parts)
        if name is None:
            heads = sorted(opened.parts.store.heads().items())
            say_rows(
                [(short(one), str(head.number), called.stream(one)) for one, head in heads],
                none="There are no streams.",
            )
            return
        team = None if rename is None else called.the_team(rename)
        if not again:
            _not_twice(_clean(name), {one: its for one, its in called.teams.items() if one != team}, "a team")
        names = [_clean(one) for one in (name, sv or name, en or name)]
        say(roster.add_team(opened.parts, fi=names[0], sv=names[1], en=names[2], team=team))


def staff(
    name: Annotated[str | None, Parameter(help="How colleagues know them.")] = None,
    *,
    home: Home,
    rename: Annotated[
        str | None, Parameter(help="Somebody (id or name) who is called so from now on.")
    ] = None,
    again: Again = False,
    database: Database = None,
) -> None:
    """Take somebody into the roster and print the id; or without a name list everybody.

    A line of the list: the id, the name, the roles that are in force.

    Example: ``kenttakirja-hub staff "Aino Testinen"``
    """
    if name is None and (rename is not None or again):
        misused("Say the name as well.")
    with Opened(home, database) as opened:
        called = Called.of(opened.parts)
        if name is None:
            rows = [
                (one, its, ", ".join(_role(row, called) for row in _in_force(opened.parts, one)) or "no role")
                for one, its in sorted(called.staff.items(), key=lambda pair: (pair[1], pair[0]))
            ]
            say_rows(rows, none="There is nobody in the roster yet.")
            return
        person = None if rename is None else called.the_person(rename)
        if not again:
            others = {one: its for one, its in called.staff.items() if one != person}
            _not_twice(_clean(name), others, "somebody")
        say(roster.add_staff(opened.parts, _clean(name), staff=person))


def grant(
    person: Annotated[str | None, Parameter(help="An id of the roster, its beginning, or the name.")] = None,
    role: Annotated[str | None, Parameter(help="adviser, coach, youth_outreach, supervisor …")] = None,
    *,
    home: Home,
    team: Annotated[str | None, Parameter(help="The team's id, its beginning, or its name.")] = None,
    end: Annotated[bool, Parameter(negative=(), help="Take the role back.")] = False,
    database: Database = None,
) -> None:
    """Give somebody a role in a team, or with ``--end`` take it back; without a role list who has which.

    A line of the list: the person's id, the name, the role, the team, its id. Exit code 1 where there was nothing to
    do.

    Example: ``kenttakirja-hub grant "Aino Testinen" adviser --team Itä``
    """
    known = None if role is None else role_of(role)
    if role is not None and (known is None or known is Role.HUB):
        raise UnknownName("role")
    if role is None and (end or team is not None):
        misused("Say who, and which role.")
    if not end and known in _IN_A_TEAM and team is None:
        misused("This role is held in a team: name it with --team.")
    if not end and known in _IN_THE_CITY and team is not None:
        misused("This role is held in the whole city: leave --team out.")
    with Opened(home, database) as opened:
        called = Called.of(opened.parts)
        who = None if person is None else called.the_person(person)
        if who is None or role is None:
            _list_grants(opened.parts, called, who)
            return
        where = None if team is None else called.the_team(team)
        words = f"{called.person(who)}, {role}, {called.team(where)}"
        if end:
            ended = roster.end_grants(opened.parts, who, role=role, team=where)
            if not ended:
                sys.exit(f"Nothing to end: {words}.")
            say(f"{ended} ended")
            return
        if any((row.role, row.team) == (role, where) for row in _in_force(opened.parts, who)):
            sys.exit(f"Has it already: {words}.")
        roster.grant(opened.parts, who, role, team=where)
        say("granted")


def revoke(
    writer: Annotated[str | None, Parameter(help="Its id or the beginning of it.")] = None,
    *,
    home: Home,
    database: Database = None,
) -> None:
    """Revoke a writer (one person on one laptop): nothing more is served to it, later commits are held back.

    Without a writer list all: the writer, the person, the laptop, whether it is in force. To close the notebook on
    the laptop as well use ``laptop revoke``.

    Example: ``kenttakirja-hub revoke 5be98d55``
    """
    with Opened(home, database) as opened:
        called = Called.of(opened.parts)
        if writer is None:
            rows = [
                (short(row.writer), called.person(row.staff), short(row.laptop), _standing(row.revoked))
                for row in called.writers.values()
                if row.staff
            ]
            say_rows(sorted(rows, key=lambda row: (row[1], row[2])), none="No laptop has joined yet.")
            return
        found = called.the_writer(writer)
        if found.revoked:
            sys.exit(f"Is revoked already, since {_day(found.revoked)}.")
        roster.revoke(opened.parts, found.writer)
        say("revoked")


def code(
    person: Person,
    *,
    home: Home,
    out: Annotated[
        Path | None, Parameter(help="Where the enrolment file goes; here where none is named.")
    ] = None,
    certificate: Annotated[
        Path | None,
        Parameter(help="The hub's TLS certificate (PEM): laptops that join by the file take no other key."),
    ] = None,
    database: Database = None,
) -> None:
    """Print a code for one person, good for ten minutes and one use, and write the enrolment file.

    Example: ``kenttakirja-hub code "Aino Testinen" --out aino.kkenrol``
    """
    with Opened(home, database) as opened:
        parts = opened.parts
        called = Called.of(parts)
        who = called.the_person(person)
        root = parts.keys.signed.root
        pin = _pin(certificate)
        file = (out or Path(f"{who}{FILE_SUFFIX}")).absolute()
        file.touch(mode=0o600)  # before there is a code: none is made that cannot be handed over
        made = codes.make_code(parts, who)
        enrolment = Enrolment(
            opened.config.address, root_digest(root), made, parts.hub, called.person(who), pin
        )
        file.write_bytes(write_enrolment(enrolment))
        say(f"Code         {code_to_read(made)}")
        say(f"Fingerprint  {root_fingerprint(root)}")
        say(f"Address      {opened.config.address}")
        say(f"File         {file}")
        if not _in_force(parts, who):
            note(
                f"{called.person(who)} has no role yet: the laptop joins, and shows nothing until grant gives one."
            )


def _list_grants(parts: HubParts, called: Called, who: StaffId | None) -> None:
    rows = [
        (
            short(row.staff),
            called.person(row.staff),
            row.role,
            called.team(row.team),
            "" if row.team is None else short(row.team),
        )
        for row in _in_force(parts, who)
    ]
    none = "Nobody has a role yet." if who is None else f"{called.person(who)} has no role."
    say_rows(sorted(rows, key=lambda row: (row[1], row[0], row[2:])), none=none)


def _in_force(parts: HubParts, who: StaffId | None) -> Sequence[GrantRow]:
    now = parts.clock()
    return [row for row in parts.store.grants(who) if row.holds(now)]


def _role(row: GrantRow, called: Called) -> str:
    return row.role if row.team is None else f"{row.role} in {called.team(row.team)}"


def _not_twice(name: str, known: dict[TeamId, str] | dict[StaffId, str], what: str) -> None:
    """End the command where another one has this name already."""
    alike = sorted(one for one, its in known.items() if its.casefold() == name.casefold())
    if alike:
        sys.exit(
            f"There is {what} called {name} already: {', '.join(alike)}. Nothing was changed. Say --again if this is "
            f"another one."
        )


def _clean(name: str) -> str:
    """Return a name without what nobody can see; an empty one is not typed as it is meant."""
    kept = " ".join(name.split())
    if not kept or not kept.isprintable():
        misused("A name needs letters, and no control characters.")
    return kept


def _standing(revoked: int) -> str:
    return f"revoked {_day(revoked)}" if revoked else "in force"


def _day(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms / 1000, UTC).date().isoformat()


def _pin(certificate: Path | None) -> bytes | None:
    if certificate is None:
        return None
    try:
        return pin_of_pem(certificate.read_bytes())
    except (OSError, ValueError) as problem:
        raise UnknownName("certificate") from problem
