# SPDX-License-Identifier: MIT
"""The first step: make sure who is at the other end, what time it is there, and which epoch."""

from collections.abc import Callable

from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.enrolment import Enrolment
from sync.protocol.hello import NONCE_BYTES, KnownHub, verify_hello
from sync.protocol.hub import Hub
from sync.protocol.journal import Journal
from sync.protocol.messages import Enrolled, EnrolRequest
from sync.records.ids import HubId, LaptopId


def contact(
    hub: Hub,
    journal: Journal,
    *,
    pin: bytes,
    hub_id: HubId,
    least_serial: int,
    clock: Callable[[], int],
    random_bytes: Callable[[int], bytes],
) -> KnownHub:
    """Return the verified hub and remember how far the laptop's clock is off.

    Raises WrongHub, VersionRefused, and what the transport raises.
    """
    nonce = random_bytes(NONCE_BYTES)
    asked = clock()
    signed = hub.hello(nonce)
    answered = clock()
    known = verify_hello(signed, nonce=nonce, pin=pin, hub=hub_id, least_serial=least_serial)
    offset = known.time - (asked + answered) // 2
    if abs(offset - journal.clock_offset()) > _WORTH_REMEMBERING_MS:
        journal.set_clock_offset(offset)
    return known


_WORTH_REMEMBERING_MS = 500


def enrol(
    hub: Hub,
    enrolment: Enrolment,
    *,
    signing: SigningKey,
    receiving: ReceivingKey,
    laptop: LaptopId,
    laptop_name: str,
    random_bytes: Callable[[int], bytes],
) -> tuple[KnownHub, Enrolled]:
    """Return the hub, verified against the enrolment *before* the code goes out, and what this writer is.

    Raises WrongHub, EnrolRefused, and what the transport raises.
    """
    nonce = random_bytes(NONCE_BYTES)
    known = verify_hello(hub.hello(nonce), nonce=nonce, pin=enrolment.root, hub=enrolment.hub)
    enrolled = hub.enrol(EnrolRequest(enrolment.code, signing.public, receiving.public, laptop, laptop_name))
    return known, enrolled
