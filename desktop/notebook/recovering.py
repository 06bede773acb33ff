# SPDX-License-Identifier: MIT
"""A forgotten passphrase: a request on a stick to the city's recovery key, and a new passphrase by its answer."""

from pathlib import Path
from typing import Any, Final

from desktop.notebook.attachment_intake import is_inside
from desktop.notebook.door import Door
from desktop.notebook.errors import FieldRefused, NotFound, RecoveryUnreadable
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.recovery import AskRecovery, Recover, RecoveryAsked
from desktop.notebook.premises import Entered, Premises
from desktop.notebook.server import Handler
from desktop.vault.disk import open_plainly, write_durably
from desktop.vault.keyfile import Header
from desktop.vault.keyfile_io import read_copies
from desktop.vault.passphrase import demand_strong_enough
from desktop.vault.recovery import drop_request, keep_request, open_answer, open_by_content, renew_passphrase
from desktop.vault.throttle import Throttle
from desktop.vault.vault import OpenVault
from sync.log.sealing import ReceivingKey
from sync.protocol.errors import RecoveryRefused
from sync.protocol.recovery import (
    LARGEST_FILE,
    RecoveryAnswer,
    RecoveryRequest,
    answer_label,
    check_of,
    read_answer,
    request_digest,
    write_request,
)
from sync.records.ids import StaffId

BY_RECOVERY: Final = "recovery"
"""The access log's word for a notebook that the city's recovery key opened."""


class Recovering:
    """Answers the two asks of somebody who has forgotten the passphrase."""

    def __init__(self, premises: Premises, door: Door) -> None:
        """Listen at the door: whoever comes in has no use for a request any more."""
        self._premises = premises
        self._door = door
        door.on_arrival(self._arrived)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers before the door."""
        lane = self._premises.lane
        return {AskRecovery: Handler(self.ask, lane), Recover: Handler(self.recover, lane)}

    def ask(self, ask: AskRecovery) -> RecoveryAsked:
        """Write a request to a stick; an older one is void once this one is written.

        Raises NotFound, RecoveryUnreadable (no such folder, or none that takes it), DiskFull, and FieldRefused for a
        place inside of the laptop's folder: a request in the place of a key file would be the end of a notebook.
        """
        self._door.demand_outside()
        folder = self._premises.laptop.folder_of(ask.staff)
        if not folder.is_dir():
            raise NotFound(kind="notebook")
        target = self._target(ask.path)
        disk = self._premises.disk
        receiving = ReceivingKey.generate()
        raw = write_request(_request_of(read_copies(disk, folder).demand_one()[0], receiving))
        try:
            write_durably(disk, target, raw)
        except OSError as problem:
            raise RecoveryUnreadable from problem
        keep_request(disk, folder, digest=request_digest(raw), receiving=receiving)
        return RecoveryAsked(check_of(raw))

    def recover(self, ask: Recover) -> Unlocked:
        """Open with the answer and set the new passphrase, once the database has opened with what was in it.

        Raises PassphraseTooWeak, RecoveryUnreadable, RecoveryKeyWrong, and what ``Door.open_with`` raises.
        """
        demand_strong_enough(ask.passphrase)
        answer = self._answer(Path(ask.path))

        def renew(inside: Entered) -> None:
            renew_passphrase(inside.vault, ask.passphrase, kdf=self._premises.kdf())
            inside.desk.store.generation = inside.vault.generation

        return self._door.open_with(
            ask.staff,
            lambda folder: self._opened(folder, answer),
            by=BY_RECOVERY,
            first=renew,
        )

    def _target(self, text: str) -> Path:
        target = Path(text)
        try:
            if is_inside(target, self._premises.laptop.root):
                raise FieldRefused(field="path", reason="inside_notebook")
            if not target.parent.is_dir():
                raise RecoveryUnreadable
        except ValueError as problem:
            raise RecoveryUnreadable from problem
        return target

    def _answer(self, path: Path) -> RecoveryAnswer:
        try:
            with open_plainly(path) as file:
                return read_answer(file.read(LARGEST_FILE + 1))
        except (OSError, ValueError, RecoveryRefused) as problem:
            raise RecoveryUnreadable from problem

    def _opened(self, folder: Path, answer: RecoveryAnswer) -> OpenVault:
        disk = self._premises.disk
        throttle = Throttle(folder, clock=lambda: self._premises.clock() // 1000, disk=disk)
        content = open_answer(
            disk, folder, digest=answer.request, box=answer.box, label=answer_label(answer.request)
        )
        return open_by_content(disk, folder, content, throttle)

    def _arrived(self, inside: Entered, _by: str) -> None:
        drop_request(self._premises.disk, inside.vault.folder)


def _request_of(header: Header, receiving: ReceivingKey) -> RecoveryRequest:
    slot = header.recovery_slot
    return RecoveryRequest(
        staff=StaffId(slot.staff),
        vault=bytes.fromhex(header.vault),
        key=bytes.fromhex(slot.key),
        box=bytes.fromhex(slot.box),
        receiving=receiving.public,
    )
