# SPDX-License-Identifier: MIT
"""``kenttakirja-hub held``, ``erase``, ``export``: what is held back, erased for ever, or written out."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from sync.hub import erase, export, quarantine
from sync.hub.called import Called, short
from sync.hub.counting import counted
from sync.hub.errors import UnknownName
from sync.hub.terminal import Database, Home, Opened, misused, note, say, say_rows
from sync.records.ids import ID_BYTES, EntityId


def held(
    stream_name: Annotated[str | None, Parameter(help="The stream, or the name of its team.")] = None,
    number: Annotated[int | None, Parameter(help="The commit's number in it.")] = None,
    *,
    home: Home,
    release: Annotated[bool, Parameter(negative=(), help="Let it count.")] = False,
    refuse: Annotated[bool, Parameter(negative=(), help="Refuse it for good.")] = False,
    database: Database = None,
) -> None:
    """List what is held back, or ``--release`` or ``--refuse`` one commit of a stream by its number.

    A line of the list: stream, number, the writer, who wrote it, whose stream it is, why it is held back, whether it
    waits or was refused. Supervisors do the same in their window.

    Example: ``kenttakirja-hub held team/t6a6ad2e5 12 --release``
    """
    if (release or refuse or stream_name is not None) and (
        stream_name is None or number is None or release == refuse
    ):
        misused("To decide, name a stream, a number, and one of --release and --refuse.")
    with Opened(home, database) as opened:
        called = Called.of(opened.parts)
        if stream_name is not None and number is not None:
            stream = called.the_stream(stream_name, opened.parts.store.heads().keys())
            quarantine.decide(opened.parts, stream, number, accepted=release)
            say("released" if release else "refused")
            return
        rows = [
            (
                short(one.stream),
                str(one.number),
                short(one.writer),
                called.writer(one.writer),
                called.stream(one.stream),
                one.reason.word,
                "refused" if one.refused else "waits",
            )
            for one in quarantine.held(opened.parts)
        ]
        say_rows(rows, none="Nothing is held back.")


def erase_person(
    person: Annotated[str, Parameter(help="The person's id: 32 hex digits.")],
    *,
    home: Home,
    yes: Annotated[bool, Parameter(negative=(), help="Yes, for ever.")] = False,
    database: Database = None,
) -> None:
    """Erase a person and everybody merged with them, for ever. Needs ``--yes``.

    Example: ``kenttakirja-hub erase 0192a1b2c3d47e8f9a0b1c2d3e4f5061 --yes``
    """
    if not yes:
        misused("This cannot be undone. Say --yes to erase.")
    subject = _entity(person)
    with Opened(home, database) as opened:
        done = erase.erase_subject(opened.parts, subject)
    say(
        f"{counted(done.subjects, 'id')}, {counted(done.keys, 'key')} destroyed, "
        f"{counted(len(done.streams), 'stream')}"
    )
    if not done.keys and not done.streams:
        note(
            "Nothing about this id was here. It is remembered, so that nothing comes later: was it the right one?"
        )


def export_records(
    *,
    home: Home,
    out: Annotated[Path, Parameter(help="The file to write.")],
    stream_name: Annotated[
        str | None, Parameter(name="--stream", help="Only this stream, or this team's.")
    ] = None,
    special: Annotated[bool, Parameter(negative=(), help="Special categories too.")] = False,
    database: Database = None,
) -> None:
    """Write the effective entities as JSON lines; it is logged. Special streams only with ``--special``.

    What is written is readable by whoever has the file.

    Example: ``kenttakirja-hub export --out records.jsonl``
    """
    with Opened(home, database) as opened:
        chosen = None
        if stream_name is not None:
            chosen = Called.of(opened.parts).the_stream(stream_name, opened.parts.store.heads().keys())
            if chosen.endswith("/special") and not special:
                sys.exit("This stream has special categories. Say --special to write them.")
        count = 0
        with out.open("wb") as file:
            for line in export.export(opened.parts, stream=chosen, special=special):
                file.write(line + b"\n")
                count += 1
    say(counted(count, "entity", "entities"))


def _entity(typed: str) -> EntityId:
    try:
        raw = bytes.fromhex(typed)
    except ValueError as problem:
        raise UnknownName("person") from problem
    if len(raw) != ID_BYTES:
        raise UnknownName("person")
    return EntityId(raw)
