# SPDX-License-Identifier: MIT
"""Everything about files of one open notebook, joined: where they lie, who answers for them, who carries them."""

from collections.abc import Callable
from typing import Any, Final

from desktop.notebook.attachments import Attachments
from desktop.notebook.courier import Courier
from desktop.notebook.desk import Desk
from desktop.notebook.file_sweep import BUDGET_BYTES, drop_files, sweep_at_start
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.attachments import AttachmentMoved
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.server import Handler
from desktop.store.blobs import Blobs
from desktop.vault.attachments import attachment_folder
from desktop.vault.disk import Disk
from desktop.vault.laptop import Laptop
from sync.protocol.blob_hub import BlobHub


class Filing:
    """Made when a notebook has opened, before anything is asked; ``start`` with it and ``stop`` at lock."""

    def __init__(
        self,
        desk: Desk,
        laptop: Laptop,
        *,
        disk: Disk,
        hub: BlobHub,
        tell: Callable[[AttachmentMoved], None],
        bulk: Lane,
        writing: Lane,
    ) -> None:
        """``hub`` is the courier's own connection; whole files go through the lane ``bulk``. Raises DiskFull."""
        files = attachment_folder(laptop.folder_of(desk.staff), outbox=laptop.outbox, disk=disk)
        blobs = Blobs(desk.store.writing)
        sweep_at_start(files, blobs)
        self._courier = Courier(desk, files, hub, tell=tell)
        drop_files(files, blobs, self._courier.streams(), budget=BUDGET_BYTES, removed=True)
        self.attachments: Final = Attachments(
            desk, files, laptop=laptop.root, bulk=bulk, writing=writing, wanted=self._courier.wanted
        )

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about files."""
        return self.attachments.handlers()

    def start(self) -> None:
        """Begin; nothing moves before a round has brought the records."""
        self._courier.start()

    def round_ended(self) -> None:
        """A round went well: the files may follow their records."""
        self._courier.round_ended()

    def stop(self, *, wait_seconds: float = 0.0) -> bool:
        """Stop between two pieces; return whether it has, after at most that long."""
        return self._courier.stop(wait_seconds=wait_seconds)
