# SPDX-License-Identifier: MIT
"""``kenttakirja-hub recovery``: the city's recovery key at work, where it is kept, and its yearly drill."""

import secrets
import sys
from pathlib import Path
from typing import Annotated, Final

from cyclopts import App, Parameter

from sync.hub.audit import Event, Operation, log
from sync.hub.errors import KeysMissing
from sync.hub.keys import recovery_public, write_secret
from sync.hub.terminal import Database, Home, Opened, say
from sync.log.errors import Malformed, SealBroken
from sync.log.sealing import ReceivingKey, key_id
from sync.protocol.errors import EnrolmentInvalid, RecoveryRefused
from sync.protocol.recovery import (
    LARGEST_FILE,
    RecoveryRequest,
    answer_label,
    answer_request,
    check_of,
    is_check,
    made_up_request,
    read_answer,
    read_request,
)

recovery: Final = App(
    name="recovery", help="The city's recovery key: for a forgotten passphrase, and the drill."
)
Key = Annotated[Path, Parameter(name="--key", help="The private recovery key, from where it is kept.")]
_SAID: Final = {
    "file": "This is no request of a laptop's, or it was damaged on the way.",
    "key": "The laptop's notebook was sealed to another recovery key than this one.",
    "box": "The request does not open: it was changed. Let the laptop write another.",
}
_DRILL: Final = 64


@recovery.command(name="answer")
def answer_command(
    request: Path,
    *,
    key: Key,
    out: Path | None = None,
    check: str | None = None,
    home: Annotated[Path | None, Parameter(name="--home", help="A hub to log it at.")] = None,
    database: Database = None,
) -> None:
    """Answer a laptop's request: first without ``--check`` to see it, then with what the person reads aloud.

    Example: ``kenttakirja-hub recovery answer request.kkpyynto --key recovery.key``
    """
    raw = _request(request)
    asked = _opened_or_exit(raw)
    if check is None or out is None:
        say(f"Staff  {asked.staff}")
        say(f"Check  {check_of(raw)}")
        say(
            "Let the person read the check on their screen aloud. If it is this one, say it with --check and --out."
        )
        sys.exit(2)
    try:
        fits = is_check(check, raw)
    except EnrolmentInvalid:
        fits = False
    if not fits:
        sys.exit("That is not the check of this file: it is not what the laptop wrote. Nothing was answered.")
    private = _private(key)
    try:
        answer = answer_request(raw, private)
    except RecoveryRefused as problem:
        sys.exit(_SAID[problem.part])
    if home is not None:
        with Opened(home, database) as opened:
            log(
                opened.parts, [Event(Operation.UPDATE, "", asked.staff, f"recovery answered {check_of(raw)}")]
            )
    write_secret(out, answer)
    say(f"The answer is in {out.name}. It opens at that laptop only; there the person sets a new passphrase.")


@recovery.command(name="drill")
def drill_command(*, key: Key, home: Home, database: Database = None) -> None:
    """Prove once a year that the key that is kept opens what laptops seal to it; exit code 1 if it does not.

    Example: ``kenttakirja-hub recovery drill --key /media/stick/recovery.key``
    """
    private = _private(key)
    with Opened(home, database) as opened:
        public = recovery_public(opened.parts.keys)
        works = _works(public, private)
        log(
            opened.parts, [Event(Operation.READ, "", "recovery", "drill passed" if works else "drill failed")]
        )
    if not works:
        sys.exit("This key does NOT open what laptops seal now. Look for the right one before it is needed.")
    say(f"The recovery key works: {key_id(public).hex()} opens what laptops seal to it.")


def _works(public: bytes, private: ReceivingKey) -> bool:
    """Go the whole way of a request and its answer with a vault that does not exist."""
    content = secrets.token_bytes(_DRILL)
    raw, answered = made_up_request(public, content)
    try:
        answer = read_answer(answer_request(raw, private))
        return answered.open(answer.box, label=answer_label(answer.request)) == content
    except (RecoveryRefused, SealBroken):
        return False


def _request(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _opened_or_exit(raw: bytes) -> RecoveryRequest:
    try:
        return read_request(raw)
    except RecoveryRefused as problem:
        sys.exit(_SAID[problem.part])


def _private(path: Path) -> ReceivingKey:
    try:
        return ReceivingKey.from_secret(path.read_bytes())
    except (OSError, Malformed) as problem:
        raise KeysMissing(path.name) from problem
