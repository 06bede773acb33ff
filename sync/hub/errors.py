# SPDX-License-Identifier: MIT
"""What can go wrong inside the hub; what it tells a laptop is ``sync.protocol.errors``.

HubError (never raised itself)
├── StoreFailed            the environment: the database refused or was cut off; nothing half written
│   └── StoreRefused         our bug: the database won't have a value; the same would be refused again
├── FilesFailed            the environment: the disk refused an attachment's bytes; nothing acknowledged
├── StoreMissing           the person: a database file is not where it should be (name)
├── StoreEmpty             the person: a database that should hold a hub's records, or its keys, holds none (keys)
├── StoreUnnamed           the person: what was typed is no address of a PostgreSQL database
├── PortTaken              the person: the port is in use, or may not be used (host, port, reason)
├── StoreMismatch          the person: this database belongs to another hub, or to a newer program
├── KeysMissing            the person: a key file is not where it should be
├── NotAHub                the person: the folder holds no hub
├── HubThere               the person: a new hub was to be made where there is one
├── UnknownName            the person: no such staff member, team, stream, writer or commit (kind)
├── NameShared             the person: what was typed may mean several (kind, ids)
├── CityFileDamaged        the environment: the practice city's file is not what was shipped
├── IdentityTaken          the person: a commit that claims another kind or subject can't be released
├── RootAway               the person: the root key is offline and is needed for this
├── RootOther              the person: the root key that was named is another hub's, or no root key (name)
├── LedgerFailed           the environment: the disk refused the ledger; what it should tell of was not done
├── LedgerDamaged          an attack or the environment: the ledger does not verify (line)
├── BackupDamaged          the environment or the person: a backup that is not whole (what)
├── HubOlder               the person: the database is an older copy of itself, put back by hand (stream)
├── HubCopied              the person: this folder is a copy of a hub's, or was moved
├── FileUnusable           the person: a file cannot be read, or is not to be written over (path, reason)
├── SourceError            never raised itself: a service directory was not read; nothing was imported
│   ├── AddressRefused       the person: an address that may not be asked (host, reason)
│   ├── SourceUnreachable    the environment: no answer, or none that helps (host, status)
│   ├── SourceBroken         the other side: an answer that is not the directory's (host, what)
│   └── SourceTooLarge       the other side: more bytes, pages or services than we take (host, what)
├── RecordDamaged          the environment or an attack: verify found what must not be (stream, number)
├── OrderFailed            our bug: what a commit orders can't be obeyed; it is put aside (stream, number, cause)
├── OrderBehind            our bug, earlier: a person's late work is put aside, and they do not go on without it
└── WrongOrder             our bug: a hub commit did not fit its own chain
"""

from collections.abc import Sequence


class HubError(Exception):
    """Root of everything the hub can say about itself."""


class StoreFailed(HubError):
    """The database refused or went away; the transaction left nothing behind."""


class StoreRefused(StoreFailed):
    """The database would not take a value: too large, twice, or none where one must be."""


class FilesFailed(HubError):
    """The disk refused to keep or give an attachment's bytes; no more is acknowledged than before."""


class StoreMissing(HubError):
    """A file of the embedded database is not there; an empty one in its place would look like everything erased."""

    def __init__(self, name: str) -> None:
        """Keep the file's name."""
        super().__init__(name)
        self.name = name


class StoreEmpty(HubError):
    """A database holds nothing where a hub's should be: its records, or (``keys``) the keys of their bodies.

    Records without keys would look like everything erased, and go out to laptops as such.
    """

    def __init__(self, *, keys: bool) -> None:
        """Keep which of the two it is."""
        super().__init__("keys" if keys else "records")
        self.keys = keys


class StoreUnnamed(HubError):
    """A database's address is none of PostgreSQL's. It is not repeated: a password may stand in it."""


class PortTaken(HubError):
    """The hub cannot listen there."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        """Keep where, and what the system said."""
        super().__init__(f"{host} {port}: {reason}")
        self.host = host
        self.port = port
        self.reason = reason


class StoreMismatch(HubError):
    """The database belongs to another hub."""


class KeysMissing(HubError):
    """A key file is missing or unreadable; ``name`` is the file's name."""

    def __init__(self, name: str) -> None:
        """Keep the file's name."""
        super().__init__(name)
        self.name = name


class NotAHub(HubError):
    """The folder holds no hub."""


class HubThere(HubError):
    """The folder holds a hub already, or keys of one, where a new one was to be made."""


class UnknownName(HubError):
    """Something that was named does not exist; ``kind`` says what sort of thing."""

    def __init__(self, kind: str) -> None:
        """Keep the sort of thing."""
        super().__init__(kind)
        self.kind = kind


class NameShared(HubError):
    """What was typed is the name, or the beginning of the id, of several; ``ids`` are theirs."""

    def __init__(self, kind: str, ids: Sequence[str]) -> None:
        """Keep the sort of thing and the ids."""
        super().__init__(kind)
        self.kind = kind
        self.ids = ids


class IdentityTaken(HubError):
    """The commit claims another kind or subject than an entity has: it can only be refused."""


class CityFileDamaged(HubError):
    """The file of a practice city is missing, damaged, or of a later version."""


class RootAway(HubError):
    """The root key is not in the key folder, as it should be, and this command needs it."""


class RootOther(HubError):
    """The key in this file is not the root of this hub; ``name`` is the file's name."""

    def __init__(self, name: str) -> None:
        """Keep the file's name."""
        super().__init__(name)
        self.name = name


class LedgerFailed(HubError):
    """The ledger can't be read or written: what it should tell of is not acknowledged."""


class LedgerDamaged(HubError):
    """The ledger's line ``line`` was not written by this hub, or one before it was taken out."""

    def __init__(self, line: int) -> None:
        """Keep the line."""
        super().__init__(f"line {line}")
        self.line = line


class BackupDamaged(HubError):
    """A backup that is not whole, is another hub's, or was not made by this program; ``what`` is the part."""

    def __init__(self, what: str) -> None:
        """Keep the part."""
        super().__init__(what)
        self.what = what


class HubOlder(HubError):
    """The database has less than this hub has acknowledged: an older copy was put in its place."""

    def __init__(self, stream: str) -> None:
        """Keep the first stream that tells."""
        super().__init__(stream)
        self.stream = stream


class HubCopied(HubError):
    """This folder is not the one that the hub was made in: a copy, which must not serve beside it."""


class FileUnusable(HubError):
    """A file named on the command line cannot be used; ``reason`` is the system's, or "it is there already"."""

    def __init__(self, path: str, reason: str) -> None:
        """Keep path and reason."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class SourceError(HubError):
    """A service directory was not read to its end. ``host`` is whom we asked, never with a query."""

    def __init__(self, host: str, what: str) -> None:
        """Keep the host and a word on what it was."""
        super().__init__(f"{host}: {what}")
        self.host = host
        self.what = what


class AddressRefused(SourceError):
    """Not https (but on this machine), or a redirect or next page that leads to another host."""


class SourceUnreachable(SourceError):
    """No answer after several tries, or a status that is no success (``what``)."""


class SourceBroken(SourceError):
    """The answer is no JSON, or not in the form that this directory gives."""


class SourceTooLarge(SourceError):
    """The directory is larger than we take, or its pages have no end."""


class RecordDamaged(HubError):
    """A chain, hash or signature at rest does not verify."""

    def __init__(self, stream: str, number: int, what: str) -> None:
        """Keep the place and what failed there."""
        super().__init__(f"{what} at {stream} {number}")
        self.stream = stream
        self.number = number
        self.what = what


class OrderFailed(HubError):
    """What the commit at ``number`` orders can't be obeyed; ``cause`` is what went wrong, named by its class alone."""

    def __init__(self, stream: str, number: int, cause: Exception) -> None:
        """Keep the place and the cause."""
        super().__init__(f"{type(cause).__name__} at {stream} {number}")
        self.stream = stream
        self.number = number
        self.cause = cause


class OrderBehind(HubError):
    """Somebody was to go to another team while late work about them is put aside: it would be left behind."""


class WrongOrder(HubError):
    """A commit of the hub's own did not fit its own chain."""
