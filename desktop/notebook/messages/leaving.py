# SPDX-License-Identifier: MIT
"""Leaving a laptop, and the hub's orders to revoke or wipe a notebook."""

from desktop.notebook.messages.envelope import Answer, Ask, Done, Event
from sync.records.ids import StaffId


class LeavingView(Answer, frozen=True):
    """What would stay behind: ``unsent`` the hub lacks, of which ``sealed`` lie in the outbox for a colleague.

    Saves, and those files that are neither at the hub nor whole in the outbox.
    """

    unsent: int
    sealed: int


class ShowLeaving(Ask[LeavingView], frozen=True):
    """Ask before ``LeaveLaptop``."""


class Left(Answer, frozen=True):
    """The notebook is off this laptop. ``to_deliver`` saves wait in the outbox for the next colleague online."""

    to_deliver: int


class LeaveLaptop(Ask[Left], frozen=True):
    """Take the open notebook off this laptop; the process has let go of it when this is answered.

    Raises wrong-passphrase, and unsent-left while something is neither sent nor sealed for a colleague.
    """

    passphrase: str


class OrderObeyed(Answer, frozen=True):
    """What an order did; ``name`` is the staff member's, from the laptop's own card."""

    staff: StaffId
    name: str
    what: str
    """``revoke`` or ``wipe``."""


class ReadOrder(Ask[OrderObeyed], frozen=True):
    """Obey an order file from a stick; raises order-unreadable, not-found (it is for no notebook here)."""

    path: str


class DismissWiped(Ask[Done], frozen=True):
    """Tell no more of the notebooks that were destroyed here; somebody has read it."""


class OrderCame(Event, frozen=True):
    """The hub's order arrived while the unlock page stood there and was obeyed."""

    staff: StaffId
    name: str
    what: str
