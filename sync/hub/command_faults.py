# SPDX-License-Identifier: MIT
"""What the hub's command says of each thing that goes wrong: one sentence, and an exit code by blame.

0 done   1 refused, damaged, or nothing to do   2 not typed as it is meant   130 broken off with Ctrl+C
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from cyclopts import CycloptsError, MissingArgumentError, UnusedCliTokensError

from sync.catalogue.errors import CatalogueError
from sync.hub.called import short
from sync.hub.catalogue_words import sentence
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
    NameShared,
    NotAHub,
    PortTaken,
    RecordDamaged,
    RootAway,
    RootOther,
    StoreEmpty,
    StoreFailed,
    StoreMismatch,
    StoreMissing,
    StoreUnnamed,
    UnknownName,
)
from sync.protocol.errors import EnrolmentInvalid, InsecureAddress
from sync.records.audit_events import OPERATIONS
from sync.records.errors import CodeFileDamaged
from sync.records.rights import Role


class Fault(NamedTuple):
    """A sentence for whoever typed the command, and the exit code."""

    sentence: str
    code: int


EXPECTED: Final = (CycloptsError, HubError, CatalogueError, CodeFileDamaged, OSError, EnrolmentInvalid)
"""What a command may end with; anything else is our own bug."""
REFUSED: Final = 1
MISUSED: Final = 2
BROKEN_OFF: Final = Fault("Broken off. Nothing is half done; the same command can be given again.", 130)

_NONE_HALF: Final = "Nothing was half written; try again."
_WORDS: Final[Mapping[type[HubError], str]] = {
    NotAHub: "There is no hub in this folder. Make one with init, or name another folder with --home.",
    HubThere: "There is a hub in this folder already. Nothing was changed.",
    StoreMismatch: "This database belongs to another hub, or was made by a newer program.",
    StoreUnnamed: "This is no address of a PostgreSQL database. It looks like postgresql://user@host:5432/name.",
    IdentityTaken: "This commit claims another kind or person than a record has. It can only be refused.",
    HubCopied: "This folder is a copy of a hub's. If the hub was moved here and the other one never serves again, say "
    "moved. To come back from a backup use restore.",
    RootAway: "The root key is not there. Bring it from where it is kept; nothing was changed.",
    LedgerFailed: "The ledger cannot be read or written. What it should tell of was not done.",
    CityFileDamaged: "The city's file is missing, damaged, or made for a newer program.",
    FilesFailed: f"The disk refused an attachment's file. {_NONE_HALF}",
}
_UNKNOWN: Final[Mapping[str, str]] = {
    "staff": "There is no such staff: nobody in the roster has this id or name. The command staff lists them.",
    "team": "There is no such team. The command stream lists them.",
    "stream": "There is no such stream. The command stream lists them.",
    "writer": "There is no such writer. The command laptop list shows them.",
    "commit": "There is no such commit held back. The command held lists them.",
    "right": "There is no such right waiting. The command restore list shows them.",
    "person": "There is no such person: it is the id of a record, 32 hex digits.",
    "certificate": "There is no such certificate: no file in PEM form is there, or none that can be read.",
    "move": "There is no such move: they have arrived by now.",
}
_ROLES: Final = ", ".join(one.value for one in Role if one is not Role.HUB)


def fault_of(problem: Exception) -> Fault:  # noqa: PLR0911 - one line a fact
    """Return what to say of one of ``EXPECTED``, and how to end."""
    match problem:
        case CycloptsError():
            return Fault(_misused(problem), MISUSED)
        case StoreUnnamed():
            return Fault(_WORDS[StoreUnnamed], MISUSED)
        case UnknownName(kind="role"):
            return Fault(f"There is no such role. It is one of {_ROLES}.", MISUSED)
        case UnknownName(kind="operation"):
            return Fault(f"There is no such operation. It is one of {', '.join(OPERATIONS)}.", MISUSED)
        case HubError():
            return Fault(_of_hub(problem), REFUSED)
        case CatalogueError():
            return Fault(sentence(problem), REFUSED)
        case CodeFileDamaged():
            return Fault(f"The program's own file {problem.name} is missing or damaged.", REFUSED)
        case OSError():
            named = "" if problem.filename is None else f" {problem.filename}"
            return Fault(f"The system refused{named}: {problem.strerror or type(problem).__name__}.", REFUSED)
        case InsecureAddress():
            return Fault("Laptops call a hub on another machine by https:// only.", MISUSED)
        case EnrolmentInvalid():
            return Fault(
                f"The hub's {problem.part} cannot be given to laptops. An address looks like https://hub.city.example.",
                MISUSED,
            )
        case _:
            raise problem


def _of_hub(problem: HubError) -> str:  # noqa: PLR0911, PLR0912 - one line a fact
    match problem:
        case StoreMissing():
            return (
                f"The database file {problem.name} is not in the hub's folder. If it is lost, come back from a backup "
                "with restore."
            )
        case StoreEmpty(keys=True):
            return (
                "The database with the keys of bodies is empty: without them nothing can be read. Load their dump as "
                "well, and where it is another database name it with --keys-database. Nothing was put in place."
            )
        case StoreEmpty():
            return (
                "This database is empty: make a hub in it with init, or load a dump into it before restore."
            )
        case StoreFailed():
            said = f" ({problem})" if str(problem) else ""
            return f"The database refused or went away{said}. {_NONE_HALF}"
        case PortTaken():
            return f"Port {problem.port} of {problem.host} cannot be listened at: {problem.reason}."
        case KeysMissing():
            return f"The key file {problem.name} is missing or damaged."
        case RootOther():
            return f"The key in {problem.name} is not the root key of this hub. Nothing was changed."
        case UnknownName():
            return _UNKNOWN.get(problem.kind, f"There is no such {problem.kind}.")
        case NameShared():
            ids = ", ".join(short(one) for one in problem.ids)
            return f"Several could be meant: {ids}. Say more of the id."
        case HubOlder():
            return (
                f"The database has less of {problem.stream} than this hub has acknowledged: an older copy was put in "
                "its place. Use restore, as docs/hub-restore.md says; nothing is lost."
            )
        case BackupDamaged():
            return f"The backup is not whole: {problem.what}. Nothing was put in place."
        case LedgerDamaged():
            return f"The ledger was changed: line {problem.line} is not this hub's. Nothing was put in place."
        case RecordDamaged():
            return f"Something is damaged: {problem}. The command verify says what else."
        case _:
            return sentence(problem) or _WORDS.get(type(problem), type(problem).__name__)


def _misused(problem: CycloptsError) -> str:
    if isinstance(problem, MissingArgumentError) and "--home" in str(problem):
        return "Name the hub's folder with --home, or set KENTTAKIRJA_HUB_HOME to it."
    if isinstance(problem, UnusedCliTokensError):
        said = " ".join(problem.unused_tokens or ())
        return (
            f"This is more than the command takes: {said}. A name of several words stands in quotation marks."
        )
    return f"{' '.join(str(problem).split())} See --help."
