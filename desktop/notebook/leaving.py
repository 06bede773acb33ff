# SPDX-License-Identifier: MIT
"""Taking one's notebook off a laptop: all is sent, or sealed for a colleague to deliver, and then it is destroyed."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from desktop.notebook.door import Door
from desktop.notebook.errors import UnsentLeft
from desktop.notebook.farewells import leave_farewell
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.leaving import LeaveLaptop, LeavingView, Left, ShowLeaving
from desktop.notebook.outbox_keeper import OutboxKeeper
from desktop.notebook.premises import Entered, Premises
from desktop.notebook.server import Handler
from desktop.store.blobs import Blobs, BlobState
from desktop.vault.attachments import attachment_folder
from desktop.vault.errors import AttachmentMissing
from desktop.vault.lease_keeping import drop_lease
from desktop.vault.vault import demand_passphrase
from desktop.vault.wiping import Wipe, destroy, mark
from sync.protocol.devices import Why

LEAVING_SECONDS: Final = 20.0
"""How long a leaver waits for a last round; what is not sent by then is sealed for a colleague."""


def last_round(nudge: Callable[[], None], tried: threading.Event) -> Callable[[], None]:
    """Return what runs a round if it can; ``tried`` is set by whoever runs rounds when one has ended."""

    def send() -> None:
        tried.clear()
        nudge()
        tried.wait(LEAVING_SECONDS)

    return send


class Leaving:
    """Answers the asks of one open notebook about leaving this laptop."""

    def __init__(
        self,
        premises: Premises,
        door: Door,
        keeper: OutboxKeeper,
        *,
        send: Callable[[], None],
        carrying: Callable[[Entered], Callable[[], bool]],
    ) -> None:
        """``send`` runs a round if it can, for some seconds at most.

        ``carrying`` gives, while the keys are here, what delivers the outbox when they are gone, and says whether
        it did.
        """
        self._premises = premises
        self._door = door
        self._keeper = keeper
        self._send = send
        self._carrying = carrying

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about leaving."""
        lane = self._premises.lane
        return {ShowLeaving: Handler(self.show, lane), LeaveLaptop: Handler(self.leave, lane)}

    def show(self, _ask: ShowLeaving) -> LeavingView:
        """Return what would stay behind; seals it for a colleague first."""
        inside = self._door.demand_inside()
        sealing = self._keeper.seal_last()
        return LeavingView(sealing.unsent + self._files_left(inside), sealing.sealed)

    def leave(self, ask: LeaveLaptop) -> Left:
        """Leave; raises WrongPassphrase, Throttled, UnsentLeft, DiskFull: then all is as it was.

        From the marker on nothing brings the notebook back: a process that dies then leaves the rest to the next
        start. The farewell lies in the outbox before, so that whatever is destroyed is also told.
        """
        premises, inside = self._premises, self._door.demand_inside()
        with self._door.key_file:
            demand_passphrase(inside.vault, ask.passphrase)
        self._send()
        desk = inside.desk
        desk.looked("LEAVE", None, kind="notebook", reason="own")
        sealing = self._keeper.seal_last()
        left = sealing.left + self._files_left(inside)
        if left:
            raise UnsentLeft(count=left)
        folder, staff, now = inside.vault.folder, desk.staff, desk.now()
        carry = self._carrying(inside)
        leave_farewell(
            premises.disk, premises.laptop.outbox, desk.store.me.key, hub=inside.hub.hub_id,
            why=Why.LEFT, order=0, time_ms=now,
        )  # fmt: skip
        self._door.leave("left")
        mark(premises.disk, folder, Wipe(why="left", order=0, at=now, signed=True))
        premises.pin_lock(staff).disarm()
        with suppress(OSError):
            drop_lease(premises.key_store, premises.disk, folder)
        delivered = carry()
        destroy(premises.disk, premises.laptop.root, staff)
        return Left(0 if delivered else sealing.unsent)

    def _files_left(self, inside: Entered) -> int:
        """Leave each file that the hub lacks in the outbox; return how many do not lie whole there.

        One that the hub may not take yet counts too: nobody will be here when it may.
        """
        laptop = self._premises.laptop
        files = attachment_folder(inside.vault.folder, outbox=laptop.outbox, disk=self._premises.disk)
        left = 0
        for blob, state in Blobs(inside.desk.store.writing).states().items():
            if state is not BlobState.UNSENT or files.waits_whole(blob):
                continue
            with suppress(AttachmentMissing):
                files.leave(blob)
            left += not files.waits_whole(blob)
        return left
