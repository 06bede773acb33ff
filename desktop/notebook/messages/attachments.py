# SPDX-License-Identifier: MIT
"""Files laid to a person or a referral."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done, Event
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from sync.records.ids import EntityId


class AttachmentRow(msgspec.Struct, frozen=True):
    """One file, as a list shows it; ``size`` in bytes, ``at`` ms."""

    attachment: EntityId
    holder: EntityId
    """The person, or the referral it is laid to."""
    holder_name: str
    """The referral's service; empty for the person."""
    name: str
    media: str
    """A code of ``attachment_types``."""
    size: int
    at: int
    author: str
    mine: bool
    here: bool
    """Whether the file itself is on this laptop."""
    sent: bool
    """Whether the hub has the file itself."""
    moved: int
    """Bytes of it under way so far, of ``size`` and a little more."""
    marks: list[Mark]
    can_remove: bool


class AttachmentsView(Answer, frozen=True):
    """A person's files, the newest first."""

    person: EntityId
    rows: list[AttachmentRow]
    can_add: bool
    used: int
    """Bytes that files take on this laptop."""


class ListAttachments(Ask[AttachmentsView], frozen=True):
    """Ask for a person's files; logged."""

    person: EntityId


class AddAttachment(Ask[RecordSaved], frozen=True):
    """Take in the file at ``path`` (JPEG, PNG, PDF, plain text; at most 20 MB), without what a camera wrote into it.

    ``holder`` is the person or one of their referrals. The original stays where it is. Raises attachment-too-big,
    attachment-empty, attachment-type, attachment-broken.
    """

    person: EntityId
    holder: EntityId
    path: str


class AddPicture(Ask[RecordSaved], frozen=True):
    """Take in a picture from the clipboard or a camera, as PNG or JPEG bytes."""

    person: EntityId
    holder: EntityId
    name: str
    content: bytes


class AttachmentContent(Answer, frozen=True):
    """The file itself, in memory only; what shows it keeps it off the disk and drops it at lock."""

    attachment: EntityId
    name: str
    media: str
    content: bytes


class OpenAttachment(Ask[AttachmentContent], frozen=True):
    """Read a file; logged. Raises attachment-not-here (it is then fetched first), attachment-damaged."""

    attachment: EntityId


class SaveAttachmentCopy(Ask[Done], frozen=True):
    """Write a readable copy to ``path``, outside of the notebook's protection; logged as an export with its reason."""

    attachment: EntityId
    path: str


class RenameAttachment(Ask[RecordSaved], frozen=True):
    """Call it something else."""

    attachment: EntityId
    name: str


class RemoveAttachment(Ask[RecordSaved], frozen=True):
    """Take it off; can be undone as any save."""

    attachment: EntityId


class AttachmentMoved(Event, frozen=True):
    """A file is further on its way, up or down; ``moved`` of ``total`` bytes."""

    attachment: EntityId
    moved: int
    total: int
    here: bool
    sent: bool
