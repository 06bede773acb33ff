# SPDX-License-Identifier: MIT
"""Everything that is read from the notebook, over one read-only connection of one thread."""

from desktop.store.attachment_reads import AttachmentReads
from desktop.store.audit_reads import AuditReads
from desktop.store.authors import Authors
from desktop.store.changes import WriterIdentity
from desktop.store.due_reads import DueReads
from desktop.store.entity_reads import EntityReads
from desktop.store.lists import Lists
from desktop.store.merged import Merged
from desktop.store.names import Names
from desktop.store.review_reads import ReviewReads
from desktop.store.roster import Roster
from desktop.store.search import Search
from desktop.store.sending import SendingReads
from desktop.store.service_reads import ServiceReads
from desktop.store.settling_reads import SettlingReads
from desktop.store.sqlcipher import Connection
from desktop.store.stand_reads import StandReads
from desktop.store.transfer_reads import TransferReads
from desktop.store.undo_reads import UndoReads
from desktop.store.views import EntityView, WriteView
from sync.records.ids import EntityId


class NotebookReads:
    """The readers of one thread, by what they read."""

    def __init__(self, connection: Connection, *, me: WriterIdentity, index_key: bytes) -> None:
        self.connection = connection
        names = Names(connection)
        self.authors = Authors(connection, me)
        self.entities = EntityReads(connection, names, self.authors)
        self.lists = Lists(connection, names, self.authors, self.entities)
        self.merged = Merged(connection, names)
        self.search = Search(connection, names, index_key)
        self.reviews = ReviewReads(connection, names, self.authors, self.entities, me)
        self.sending = SendingReads(connection, names, self.authors, me)
        self.roster = Roster(connection)
        self.services = ServiceReads(connection, names)
        self.dues = DueReads(connection, names)
        self.stand = StandReads(connection, names, self.authors, self.entities)
        self.attachments = AttachmentReads(connection, names)
        self.audit = AuditReads(connection, names)
        self.transfers = TransferReads(connection, names, self.authors, me)
        self.undo = UndoReads(connection, names, me)
        self.settling = SettlingReads(connection, names, self.authors, me)

    def entity(self, entity: EntityId) -> EntityView | None:
        """Return an entity as it is shown, ``None`` when it is not in this notebook."""
        return self.entities.entity(entity)

    def history(self, entity: EntityId) -> tuple[WriteView, ...]:
        """Return every write to an entity that is here."""
        return self.entities.history(entity)

    def number(self, name: str) -> int:
        """Return one of the notebook's own numbers, 0 before it was set; waits for no save."""
        found = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return 0 if found is None else int(found[0])

    def interrupt(self) -> None:
        """End what this thread's connection is asked just now, from another thread: it raises Interrupted."""
        self.connection.interrupt()

    def end(self) -> None:
        """Close the connection; what is reading just now raises Interrupted."""
        self.connection.close()
