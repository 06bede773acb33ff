# SPDX-License-Identifier: MIT
"""What can go wrong with the notebook on disk.

StoreError (never raised itself)
├── EnvironmentFault       the laptop's disk (never raised itself)
│   ├── DiskFull             nothing of the save is there; what was acknowledged is
│   ├── NotebookDamaged      a page or a chain is not what was written
│   ├── NotebookBusy         another process holds the notebook
│   └── NotebookMissing      no database where the folder should hold one
├── NotebookTooNew         the schema is of a later program (found, known)
├── WrongKey               the key does not open this file
├── FormerWriter           the key is of the writer that this notebook was before: an old key file
├── FieldRefused           the person: a field that may not be saved as it is (field, problem)
├── EntityUnknown          the caller asks for an entity that is not here
├── Interrupted            a long look at the notebook was ended: it is being closed
└── StoreMisuse            our bug: plaintext on disk, another notebook's identity, a closed store
"""

from sync.records.checking import Problem


class StoreError(Exception):
    """Root of all that can go wrong with the notebook on disk."""


class EnvironmentFault(StoreError):
    """The laptop's disk; never raised itself."""


class DiskFull(EnvironmentFault):
    """The disk has no room: the transaction is undone, everything acknowledged before is there."""


class NotebookDamaged(EnvironmentFault):
    """A page fails its authentication code, or a chain does not verify. ``place`` names it."""

    def __init__(self, place: str) -> None:
        """Keep what was found damaged; never a value."""
        super().__init__(place)
        self.place = place


class NotebookBusy(EnvironmentFault):
    """Another connection held the database for longer than the busy timeout."""


class NotebookMissing(EnvironmentFault):
    """There is no database file."""


class NotebookTooNew(StoreError):
    """A later program has written this notebook: ``found`` is its schema, ``known`` the newest of ours."""

    def __init__(self, *, found: int, known: int) -> None:
        """Keep both numbers."""
        super().__init__(f"schema {found}, this program knows {known}")
        self.found = found
        self.known = known


class WrongKey(StoreError):
    """The key does not open this file (or the file's first page is damaged beyond telling)."""


class FormerWriter(StoreError):
    """The notebook was this writer's, and has gone on as another's: the key file is older than the notebook."""


class FieldRefused(StoreError):
    """The first problem of a save's fields; ``problems`` holds all of them, none with a value."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; there is at least one."""
        super().__init__(f"{problems[0].field}: {problems[0].trouble.name}")
        self.problems = problems

    @property
    def field(self) -> str:
        """The wire name of the field."""
        return self.problems[0].field

    @property
    def problem(self) -> Problem:
        """What is wrong with it."""
        return self.problems[0]


class EntityUnknown(StoreError):
    """No entity with this id is in the notebook."""


class Interrupted(StoreError):
    """A statement was ended from another thread (``NotebookReads.interrupt``)."""


class NotebookClosed(StoreError):
    """The notebook was locked while this was asked of it, or before."""


class StoreMisuse(StoreError):
    """Our own bug: what must never be asked of the store."""
