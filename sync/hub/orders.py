# SPDX-License-Identifier: MIT
"""Orders about a writer: made when an administrator decides, served to whoever asks, written to a stick."""

from sync.hub.audit import Event, Operation, log
from sync.hub.errors import UnknownName
from sync.hub.ledger import Ordered
from sync.hub.parts import HubParts
from sync.hub.roster import revoke
from sync.hub.store.rows import OrderRow
from sync.protocol.devices import SignedOrder, What
from sync.protocol.errors import FrameBroken, WrongHub
from sync.protocol.fingerprint import root_digest
from sync.protocol.orders import order_bytes, order_from, sign_order, verify_order
from sync.records.ids import WriterId


def give_order(parts: HubParts, writer: WriterId, what: What) -> SignedOrder:
    """Revoke a writer if it is in force, and leave the order for its laptop; return the order that stands.

    An order never weakens: after a wipe a revocation leaves the wipe as it is. The same order again changes
    nothing. Raises UnknownName("writer").
    """
    row = parts.store.writer(writer)
    if row is None or not row.staff:
        raise UnknownName("writer")
    if not row.revoked:
        revoke(parts, writer)
    while True:
        kept = parts.store.order(writer)
        standing = None if kept is None else _what(parts, kept)
        if kept is not None and (standing is What.WIPE or standing is what):
            return _in_force(parts, kept)
        serial = 1 if kept is None else kept.serial + 1
        signed = _signed(parts, writer, what, serial=serial)
        parts.ledger.write(Ordered(writer, what.value, serial))
        if parts.store.put_order(OrderRow(writer, serial, order_bytes(signed))):
            log(parts, [Event(Operation.DELETE, "", f"writer {writer.hex()}", f"order {what.value}")])
            return signed
        # somebody asked at this very moment, and an order of this serial was made for them: look again


def order_anew(parts: HubParts, writer: WriterId, what: What, *, serial: int) -> bool:
    """Leave an order again that the ledger tells of; return whether it was not here. It needs no known writer."""
    signed = _signed(parts, writer, what, serial=serial)
    return parts.store.put_order(OrderRow(writer, serial, order_bytes(signed)))


def order_about(parts: HubParts, writer: WriterId) -> SignedOrder | None:
    """Return the order about a writer, ``None`` without one; writes nothing, whoever asks.

    One that an earlier online key signed is signed anew: laptops take the newest key only. A writer that was
    revoked without an order has one all the same, numbered as the first.
    """
    kept = parts.store.order(writer)
    if kept is not None:
        return _in_force(parts, kept)
    row = parts.store.writer(writer)
    if row is None or not row.staff or not row.revoked:
        return None
    return _signed(parts, writer, What.REVOKE, serial=1)


def _in_force(parts: HubParts, kept: OrderRow) -> SignedOrder:
    signed = order_from(kept.signed)
    if signed.keys == parts.keys.signed.keys:
        return signed
    return _signed(parts, kept.writer, _what(parts, kept), serial=kept.serial)


def _what(parts: HubParts, kept: OrderRow) -> What:
    """Return what a kept order says; one that can't be read counts as the weaker one."""
    try:
        signed = order_from(kept.signed)
        return verify_order(signed, pin=root_digest(signed.root), hub=parts.hub).what
    except (FrameBroken, WrongHub):
        return What.REVOKE


def _signed(parts: HubParts, writer: WriterId, what: What, *, serial: int) -> SignedOrder:
    return sign_order(
        hub=parts.hub,
        writer=writer,
        what=what,
        serial=serial,
        time_ms=parts.clock(),
        online=parts.keys.signing,
        keys=parts.keys.signed,
    )
