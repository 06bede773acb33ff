# SPDX-License-Identifier: MIT
"""Who stands behind a writer key: read from the roster in ``city``, kept until that stream changes."""

from desktop.store.changes import WriterIdentity
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from desktop.store.views import Author
from sync.log.commit import CommitId
from sync.log.state import decode_state
from sync.records.ids import CITY, LaptopId, StaffId, WriterId, writer_id


class Authors:
    """Writer → staff and laptop. The notebook's owner is known before the first pull."""

    def __init__(self, connection: Connection, me: WriterIdentity) -> None:
        self._connection = connection
        self._me = Author(writer=me.writer, staff=me.staff, laptop=me.laptop)
        self._digest = b""
        self._authors: dict[WriterId, Author] = {}

    def of(self, writer: WriterId) -> Author:
        """Return who holds this key, as far as is known."""
        if writer == self._me.writer:
            return self._me
        self._refresh()
        return self._authors.get(writer) or Author(writer=writer, staff=None, laptop=None)

    def behind(self, writer: WriterId, origin: CommitId | None) -> Author:
        """Return who wrote what a commit of ``writer`` says: of a carried write (a move, an heir) its first author.

        Where the roster does not know that one, who carried it is named. Only the hub carries others' work: what a
        colleague says is by somebody else is the colleague's.
        """
        carrier = self.of(writer)
        if origin is None:
            return carrier
        first = self.of(origin.writer)
        return first if first.staff is not None and carrier.staff in {None, first.staff} else carrier

    def writers_of(self, staff: StaffId) -> frozenset[WriterId]:
        """Return every key of a member of staff, on whatever laptop."""
        self._refresh()
        found = {writer for writer, author in self._authors.items() if author.staff == staff}
        return frozenset(found | ({self._me.writer} if staff == self._me.staff else set()))

    def _refresh(self) -> None:
        found = self._connection.execute("SELECT digest FROM streams WHERE name = ?", (CITY,)).fetchone()
        digest = b"" if found is None else bytes(found[0])
        if digest == self._digest:
            return
        self._digest = digest
        self._authors = {}
        rows = self._connection.execute("SELECT state FROM entities WHERE kind = 'writer'").fetchall()
        for (raw,) in rows:
            values = shown_values(decode_state(raw), lambda _: None)
            signing = value_of(values, "signing", bytes, b"")
            writer = writer_id(signing)
            staff, laptop = value_of(values, "staff", str, ""), value_of(values, "laptop", str, "")
            self._authors[writer] = Author(
                writer=writer,
                staff=StaffId(staff) if staff else None,
                laptop=LaptopId(laptop) if laptop else None,
                laptop_name=value_of(values, "laptop_name", str, ""),
            )
