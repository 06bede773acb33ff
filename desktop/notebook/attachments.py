# SPDX-License-Identifier: MIT
"""Files laid to a person or a referral: taking in, listing, opening, copying out, renaming, taking off.

The file is on the disk, sealed, before the record that names it; what leaves the disk in the clear is in memory
only, or a copy that somebody asked for and the access log has (906/2019 § 17).
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from desktop.notebook.attachment_intake import (
    TakenFile,
    clean_name,
    is_inside,
    read_original,
    take,
    take_picture,
)
from desktop.notebook.cards import cards_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import (
    AttachmentDamaged,
    AttachmentNotHere,
    FieldRefused,
    FieldRequired,
    FileUnreadable,
    NotAllowed,
    NotFound,
)
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.attachments import (
    AddAttachment,
    AddPicture,
    AttachmentContent,
    AttachmentRow,
    AttachmentsView,
    ListAttachments,
    OpenAttachment,
    RemoveAttachment,
    RenameAttachment,
    SaveAttachmentCopy,
)
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.people import save_id
from desktop.notebook.server import Handler
from desktop.notebook.telling import sending_marks
from desktop.store.attachment_reads import StoredAttachment
from desktop.store.blobs import Blobs, BlobState
from desktop.store.changes import Change
from desktop.store.errors import StoreError
from desktop.store.shown_values import part, value_of
from desktop.store.views import EntityView
from desktop.vault import errors as vault
from desktop.vault.attachments import AttachmentFolder, SealedFile, attachment_context, copy_readable
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId
from sync.records.rights import Action, may

KIND: Final = "attachment"
SAME_LOOK_MS: Final = 60_000
"""A list that is drawn again within this time, since a file moved, is the look that it was."""
_UNDELIVERED: Final = frozenset({BlobState.UNSENT, BlobState.LOST})

_log = logging.getLogger(__name__)


class Attachments:
    """Answers everything about files."""

    def __init__(
        self,
        desk: Desk,
        files: AttachmentFolder,
        *,
        laptop: Path,
        bulk: Lane,
        writing: Lane,
        wanted: Callable[[], None] = lambda: None,
    ) -> None:
        """``laptop`` is the folder that no readable copy may lie in; whole files go through the lane ``bulk``.

        ``wanted`` is told when somebody opened a file that is not here.
        """
        self._desk = desk
        self._files = files
        self._blobs = Blobs(desk.store.writing)
        self._laptop = laptop
        self._bulk = bulk
        self._writing = writing
        self._wanted = wanted
        self._listed: tuple[tuple[EntityId, ...], int] | None = None

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about files."""
        return {
            ListAttachments: Handler(self.list, self._writing),
            AddAttachment: Handler(self.add, self._bulk),
            AddPicture: Handler(self.add_picture, self._bulk),
            OpenAttachment: Handler(self.open, self._bulk),
            SaveAttachmentCopy: Handler(self.save_copy, self._bulk),
            RenameAttachment: Handler(self.rename, self._writing),
            RemoveAttachment: Handler(self.remove, self._writing),
        }

    # --- looking ---

    def list(self, ask: ListAttachments) -> AttachmentsView:
        """Return a person's files on all their cards, after logging the look at each."""
        desk = self._desk
        cards = cards_of(desk, ask.person)
        person = cards.lead
        if not desk.may_read(KIND, person.stream):
            raise NotAllowed(kind=KIND, action="read")
        self._log_list(cards.ids)
        reads = desk.reads
        stood = [stored for card in cards.ids for stored in reads.attachments.of(card)]
        shown = [
            self._row(stored, view)
            for stored in sorted(stood, key=lambda one: (one.at, one.entity), reverse=True)
            if (view := reads.entity(stored.entity)) is not None and desk.may_read(KIND, stored.stream)
        ]
        return AttachmentsView(
            person=person.entity,
            rows=shown,
            can_add=any(
                may(one, KIND, (), own=True, action=Action.CREATE) for one in desk.roles_in(person.stream)
            ),
            used=reads.attachments.used(),
        )

    def open(self, ask: OpenAttachment) -> AttachmentContent:
        """Return a file in memory, after logging the look. Raises AttachmentNotHere, AttachmentDamaged, NotFound."""
        view, stored = self._stored(ask.attachment)
        content = self._content(view, stored)
        self._desk.looked("READ", ask.attachment, kind=KIND, reason="open")
        self._blobs.opened(stored.blob, now=self._desk.now())
        return AttachmentContent(
            attachment=ask.attachment,
            name=value_of(view.values, "name", str, ""),
            media=value_of(view.values, "media", str, ""),
            content=content,
        )

    def save_copy(self, ask: SaveAttachmentCopy) -> Done:
        """Write a readable copy, after logging that data leaves; raises what ``open`` raises, FieldRefused.

        A place inside of the notebook's own folder is refused: there nothing readable lies.
        """
        path = Path(ask.path)
        if not path.is_absolute() or is_inside(path, self._laptop):
            raise FieldRefused(field="path", reason="inside_notebook")
        view, stored = self._stored(ask.attachment)
        content = self._content(view, stored)
        self._desk.looked("EXPORT", ask.attachment, kind=KIND, reason="copy")
        try:
            copy_readable(content, path)
        except FileNotFoundError as problem:
            raise FileUnreadable(reason="missing") from problem
        except PermissionError as problem:
            raise FileUnreadable(reason="denied") from problem
        except OSError as problem:
            raise FileUnreadable(reason="disk") from problem
        return Done()

    # --- saving ---

    def add(self, ask: AddAttachment) -> RecordSaved:
        """Take in a file. Raises what ``read_original`` and ``take`` raise, NotFound, DiskFull."""
        person = self._holder(ask.person, ask.holder)
        taken = take(read_original(ask.path))
        return self._lay(person, ask.holder, Path(ask.path).name, taken)

    def add_picture(self, ask: AddPicture) -> RecordSaved:
        """Take in a picture that is no file; raises what ``take_picture`` raises, NotFound, DiskFull."""
        person = self._holder(ask.person, ask.holder)
        return self._lay(person, ask.holder, ask.name, take_picture(ask.content))

    def rename(self, ask: RenameAttachment) -> RecordSaved:
        """Call a file something else; raises FieldRequired for a name with nothing in it, NotFound, NotAllowed."""
        view, _ = self._stored(ask.attachment)
        if not ask.name.strip():
            raise FieldRequired(field="name")
        media = value_of(view.values, "media", str, "")
        return self._change(view, {"name": clean_name(ask.name, media, day=self._day())})

    def remove(self, ask: RemoveAttachment) -> RecordSaved:
        """Take a file off; Undo brings it back. Raises NotFound, NotAllowed."""
        view, _ = self._stored(ask.attachment)
        state = self._desk.reads.entities.state(ask.attachment)
        if state is None:
            raise NotFound(kind=KIND)
        return self._change(view, {"deleted": deletion_value(state)})

    # --- parts ---

    def _holder(self, person: EntityId, holder: EntityId) -> EntityView:
        """Return the card that a file is laid to, once it is sure that it may be; raises NotFound, NotAllowed.

        A file of a referral lies on the referral's own card, so that both stay together when cards are separated.
        """
        desk = self._desk
        view = desk.entity(person, "person")
        if holder != person:
            subject = desk.entity(holder, "referral").subject
            if subject is None or subject not in desk.reads.merged.members(person):
                raise NotFound(kind="referral")
            view = desk.entity(subject, "person")
        desk.allow(KIND, stream=view.stream, action=Action.CREATE, own=True)
        return view

    def _lay(self, person: EntityView, holder: EntityId, name: str, taken: TakenFile) -> RecordSaved:
        desk = self._desk
        entity = desk.new_id()
        sealed = self._files.seal(taken.content, attachment_context(desk.store.hub, entity))
        change = Change(
            kind=KIND,
            entity=entity,
            subject=person.entity,
            fields={
                "on": holder,
                "name": clean_name(name, taken.media, day=self._day()),
                "media": taken.media,
                "size": len(taken.content),
                "blob": {"id": sealed.blob, "key": sealed.key, "sealed": sealed.sealed},
                "at": desk.now(),
            },
        )
        try:
            self._files.leave(sealed.blob)
            (saved,) = desk.save([(person.stream, [change])])
        except BaseException:
            if desk.reads.entity(entity) is None:  # else the record is there, and the file belongs to it
                self._files.drop(sealed.blob)
                self._files.delivered(sealed.blob)
            raise
        self._note(entity, person.entity, sealed)
        return RecordSaved(entity, save_id(person.stream, saved))

    def _note(self, entity: EntityId, person: EntityId, sealed: SealedFile) -> None:
        try:
            self._blobs.put(
                sealed.blob, entity=entity, subject=person, sealed=sealed.sealed, state=BlobState.UNSENT
            )
        except StoreError as problem:
            # The save is durable and its file lies under its name: the courier notes it at its next look.
            _log.info("a file was not noted: %s", type(problem).__name__)

    def _change(self, view: EntityView, fields: dict[str, Any]) -> RecordSaved:
        (saved,) = self._desk.save(
            [(view.stream, [Change(kind=KIND, entity=view.entity, subject=view.subject, fields=fields)])]
        )
        return RecordSaved(view.entity, save_id(view.stream, saved))

    def _stored(self, attachment: EntityId) -> tuple[EntityView, StoredAttachment]:
        """Return a file's record and where it stands; raises NotFound for one that was removed."""
        view = self._desk.entity(attachment, KIND)
        stored = (
            self._desk.reads.attachments.one(attachment, view.subject) if view.subject is not None else None
        )
        if stored is None:
            raise NotFound(kind=KIND)
        return view, stored

    def _content(self, view: EntityView, stored: StoredAttachment) -> bytes:
        """Return a file's bytes; what is missing or damaged is taken from the outbox, or fetched before all else."""
        problem: AttachmentDamaged | AttachmentNotHere
        try:
            return self._opened(view, stored)
        except vault.AttachmentDamaged:
            self._files.drop(stored.blob)
            problem = AttachmentDamaged()
        except vault.AttachmentMissing:
            problem = AttachmentNotHere()
        if self._from_outbox(stored):
            return self._opened(view, stored)
        self._blobs.damaged(stored.blob)
        self._blobs.want(stored.blob, now=self._desk.now())
        self._wanted()
        raise problem

    def _opened(self, view: EntityView, stored: StoredAttachment) -> bytes:
        key = part(view.values, "blob", "key", bytes, b"")
        context = attachment_context(self._desk.store.hub, view.entity)
        try:
            return self._files.open(stored.blob, key, context)
        except vault.AttachmentDamaged as problem:
            if problem.file:
                raise
            # The file is what it is called and the record's key does not fit: fetching it again would not help.
            raise AttachmentDamaged from problem

    def _from_outbox(self, stored: StoredAttachment) -> bool:
        """Take a file that a colleague at this laptop left for the hub; then this notebook delivers it too."""
        if not self._files.take_from_outbox(stored.blob):
            return False
        self._blobs.put(
            stored.blob, entity=stored.entity, subject=stored.person, sealed=stored.sealed,
            state=BlobState.UNSENT,
        )  # fmt: skip
        return True

    def _row(self, stored: StoredAttachment, view: EntityView) -> AttachmentRow:
        desk = self._desk
        marks: list[Mark] = [one for one in sending_marks(view.sending) if one is not Mark.DELIVERED]
        if view.conflicts:
            marks.insert(0, Mark.TWO_VALUES)
        if view.changed_beside_deletion:
            marks.insert(0, Mark.CHANGED_BESIDE_DELETION)
        heads = view.fields["blob"].heads if "blob" in view.fields else ()
        mine = any(desk.mine(head.author) for head in heads)
        return AttachmentRow(
            attachment=stored.entity,
            holder=stored.holder,
            holder_name=self._holder_name(stored),
            name=value_of(view.values, "name", str, ""),
            media=value_of(view.values, "media", str, ""),
            size=value_of(view.values, "size", int, 0),
            at=stored.at,
            author=next((desk.name_of(head.author) for head in heads), ""),
            mine=mine,
            here=stored.here,
            sent=stored.state not in _UNDELIVERED and not view.sending.unsent,
            moved=stored.moved,
            marks=marks,
            can_remove=any(
                may(one, KIND, ("deleted",), own=mine, action=Action.EDIT)
                for one in desk.roles_in(stored.stream)
            ),
        )

    def _holder_name(self, stored: StoredAttachment) -> str:
        if stored.holder == stored.person:
            return ""
        view = self._desk.reads.entity(stored.holder)
        if view is None or view.kind != "referral" or not self._desk.may_read(view.kind, view.stream):
            return ""
        return value_of(view.values, "name", str, "")

    def _log_list(self, cards: tuple[EntityId, ...]) -> None:
        now = self._desk.now()
        last, self._listed = self._listed, (cards, now)
        if last is None or last[0] != cards or not 0 <= now - last[1] < SAME_LOOK_MS:
            for one in cards:
                self._desk.looked("READ", one, kind="person", reason="attachments")
        else:
            self._listed = last

    def _day(self) -> str:
        return datetime.fromtimestamp(self._desk.now() / 1000, UTC).date().isoformat()
