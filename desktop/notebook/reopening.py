# SPDX-License-Identifier: MIT
"""Opening again with a PIN: chosen once, armed at each full unlock, for four hours and five tries (vault.md)."""

import logging
from typing import Any, Final

from desktop.notebook.door import Door
from desktop.notebook.errors import PinUnavailable
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.reopening import DropPin, PinView, Reopen, SetPin, ShowPin
from desktop.notebook.premises import Entered, Premises
from desktop.notebook.server import Handler
from desktop.store.errors import StoreError
from desktop.store.shelf import Shelf
from desktop.vault.errors import LaptopFault
from desktop.vault.pin import PIN_SECONDS, PIN_TRIES, PinKey, PinLock, pin_key
from desktop.vault.vault import demand_passphrase

BY_PIN: Final = "pin"
"""The access log's word for a notebook that was opened by its PIN."""
_SETTING: Final = "pin"
_UNTIL: Final = "pin_until"
"""Unix seconds, by the laptop's clock, four hours after the last full unlock."""

_log = logging.getLogger(__name__)


class Reopening:
    """Answers the asks about the PIN. What Argon2id made of it lies in the open notebook, so it is as safe as that."""

    def __init__(self, premises: Premises, door: Door) -> None:
        """Listen at the door: whoever comes in by another key than the PIN has it armed."""
        self._premises = premises
        self._door = door
        door.on_arrival(self._arrived)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers, before and behind the door."""
        lane = self._premises.lane
        return {
            ShowPin: Handler(self.show, lane),
            SetPin: Handler(self.set, lane),
            DropPin: Handler(self.drop, lane),
            Reopen: Handler(self.reopen, lane),
        }

    def show(self, _ask: ShowPin) -> PinView:
        """Return how the open notebook's PIN stands."""
        inside = self._door.demand_inside()
        armed = self._lock(inside).armed()
        return PinView(
            available=self._premises.volatile.available,
            set=_kept(inside.desk.store.shelf) is not None,
            until=armed.until * 1000 if armed is not None else 0,
            tries_left=armed.tries_left if armed is not None else PIN_TRIES,
        )

    def set(self, ask: SetPin) -> PinView:
        """Choose a PIN; raises PinUnavailable, PinTooSimple, WrongPassphrase, Throttled, MemoryShort, DiskFull."""
        inside = self._door.demand_inside()
        if not self._premises.volatile.available:
            raise PinUnavailable
        key = pin_key(ask.pin)
        demand_passphrase(inside.vault, ask.passphrase)
        shelf = inside.desk.store.shelf
        shelf.put_setting(_SETTING, [key.salt, key.key])
        self._arm(inside, key)
        inside.desk.looked("UPDATE", None, kind="pin", reason="own")
        return self.show(ShowPin())

    def drop(self, _ask: DropPin) -> PinView:
        """Let only the passphrase open it."""
        inside = self._door.demand_inside()
        inside.desk.store.shelf.put_setting(_SETTING, None)
        self._lock(inside).disarm()
        inside.desk.looked("DELETE", None, kind="pin", reason="own")
        return self.show(ShowPin())

    def reopen(self, ask: Reopen) -> Unlocked:
        """Open a notebook by its PIN; raises WrongPin, PinGone, Throttled, and what ``Door.open_with`` raises."""
        lock = self._premises.pin_lock(ask.staff)
        return self._door.open_with(ask.staff, lambda _folder: lock.reopen(ask.pin), by=BY_PIN)

    def _arrived(self, inside: Entered, by: str) -> None:
        """Arm the PIN after a full unlock; what can't be armed now (a full disk) asks for the passphrase next time."""
        if by == BY_PIN:
            return
        shelf = inside.desk.store.shelf
        try:
            shelf.put_setting(_UNTIL, self._now() + PIN_SECONDS)
            key = _kept(shelf)
            if key is None:
                self._lock(inside).disarm()
            else:
                self._arm(inside, key)
        except (LaptopFault, StoreError, OSError) as problem:
            _log.info("the PIN was not armed: %s", type(problem).__name__)

    def _arm(self, inside: Entered, key: PinKey) -> None:
        """Let it open until four hours after the last full unlock, whenever it was chosen."""
        until = inside.desk.store.shelf.setting(_UNTIL)
        left = until - self._now() if isinstance(until, int) else 0
        lock, opener = self._lock(inside), inside.vault.key
        base = b"" if opener is None else opener.packed()
        if not lock.arm(inside.vault, key, base=base, seconds=min(left, PIN_SECONDS)):
            lock.disarm()

    def _lock(self, inside: Entered) -> PinLock:
        return self._premises.pin_lock(inside.desk.staff)

    def _now(self) -> int:
        return self._premises.clock() // 1000


def _kept(shelf: Shelf) -> PinKey | None:
    match shelf.setting(_SETTING):
        case [bytes() as salt, bytes() as key]:
            return PinKey(salt, key)
        case _:
            return None
