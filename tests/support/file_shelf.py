# SPDX-License-Identifier: MIT
"""Made-up files on a made-up person's card, behind a small notebook, and dialogs that answer at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from fake_notebook import FakeBridge
from msgspec.structs import replace
from people_world import DAY, HOUR, NOW, SAMIR, SAVE, referrals
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

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
)
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from sync.records.ids import EntityId

TEXT = "Muistio\nKäyntiaika 12.12. klo 9.30"
CANARY = "Yrjana Testinen asuu Testikujalla"


def number(n: int) -> EntityId:
    """Return the id of a file."""
    return EntityId(bytes([40 + n] * 16))


def file_row(n: int, name: str, media: str, size: int, **more: object) -> AttachmentRow:
    """Return a file that is here and at the hub, unless ``more`` says otherwise."""
    row = AttachmentRow(
        attachment=number(n),
        holder=SAMIR,
        holder_name="",
        name=name,
        media=media,
        size=size,
        at=NOW - n * HOUR,
        author="Aino Lehtonen",
        mine=True,
        here=True,
        sent=True,
        moved=0,
        marks=[],
        can_remove=True,
    )
    return replace(row, **more)


def file_rows() -> list[AttachmentRow]:
    """Return Samir's files: sent, unsent, under way, not here, a colleague's at a referral."""
    first = referrals()[0]
    return [
        file_row(1, "todistus.pdf", "pdf", 1_250_000, sent=False),
        file_row(2, "kuva kokeesta.jpg", "jpeg", 3_400_000, sent=False, moved=1_360_000),
        file_row(3, "muistio.txt", "text", 220, holder=first.referral, holder_name=first.name),
        file_row(
            4, "paatos.png", "png", 800_000, here=False, mine=False, author="Mehmet Kaya",
            at=NOW - 3 * DAY, marks=[Mark.TWO_VALUES], can_remove=False,
        ),
    ]  # fmt: skip


def picture(wide: int = 60, high: int = 40, colour: str = "#204080") -> QImage:
    """Return a picture of one colour."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def written(image: QImage, kind: bytes) -> bytes:
    """Return a picture as the bytes of a file."""
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(raw.data())


def pdf(sheets: int = 3) -> bytes:
    """Return a PDF whose sheets carry their number."""
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(595, 842), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72)
    painter = QPainter(writer)
    for sheet in range(sheets):
        if sheet:
            writer.newPage()
        painter.fillRect(60, 60, 200, 200, QColor(40 + 60 * sheet, 90, 160))
        painter.drawText(80, 400, f"Todistus, sivu {sheet + 1}")
    painter.end()
    buffer.close()
    return bytes(raw.data())


class Shelf:
    """Puts files behind a FakeBridge; ``content`` is what opens, by file."""

    def __init__(self, bridge: FakeBridge) -> None:
        self.rows = file_rows()
        self.can_add = True
        self.content: dict[EntityId, bytes] = {
            number(1): pdf(),
            number(2): written(picture(1200, 900), b"JPEG"),
            number(3): TEXT.encode(),
        }
        bridge.on(ListAttachments, lambda ask: AttachmentsView(ask.person, self.rows, self.can_add, 0))
        bridge.on(OpenAttachment, self._open)
        bridge.on(AddAttachment, lambda _ask: RecordSaved(number(9), SAVE))
        bridge.on(AddPicture, lambda _ask: RecordSaved(number(9), SAVE))
        bridge.on(RenameAttachment, lambda ask: RecordSaved(ask.attachment, SAVE))
        bridge.on(RemoveAttachment, lambda ask: RecordSaved(ask.attachment, SAVE))

    def _open(self, ask: OpenAttachment) -> AttachmentContent:
        row = next(one for one in self.rows if one.attachment == ask.attachment)
        return AttachmentContent(row.attachment, row.name, row.media, self.content[row.attachment])


@dataclass
class ReadyDialogs:
    """Answers with what was laid ready; with nothing, as somebody who left."""

    files: Sequence[str] = ()
    place: str = ""
    offered: list[str] = field(default_factory=list)
    asked: int = 0
    left: int = 0

    def ask_which(self, chosen: Callable[[Sequence[str]], None]) -> None:
        """Choose the files."""
        self.asked += 1
        if self.files:
            chosen(self.files)

    def ask_where(self, name: str, chosen: Callable[[str], None]) -> None:
        """Choose the place."""
        self.offered.append(name)
        if self.place:
            chosen(self.place)

    def leave(self) -> None:
        """Count it."""
        self.left += 1
