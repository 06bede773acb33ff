# SPDX-License-Identifier: MIT
"""Hello: who the hub says it is, and how a laptop knows that it is true.

The chain: the pinned hash names the offline root; the root signed the online keys; the online key signed
this hello with the laptop's own nonce. A hub that loses its online key gets a new one with a higher
serial from the root; laptops that have seen it never take the older one again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from sync.log.codec import encode
from sync.log.errors import BadSignature
from sync.log.sealing import PUBLIC_BYTES
from sync.log.signing import Purpose, SigningKey, verify
from sync.protocol.errors import Code, WrongHub, refusal
from sync.protocol.fingerprint import fits
from sync.protocol.messages import Hello, OnlineKeys, SignedHello
from sync.protocol.versions import PROTOCOL, SPOKEN, common
from sync.records.ids import ID_BYTES, HubId

NONCE_BYTES: Final = 16
_SIGNING_BYTES: Final = 32

_hello_decoder = msgspec.msgpack.Decoder(Hello)
_keys_decoder = msgspec.msgpack.Decoder(OnlineKeys)


@dataclass(frozen=True, slots=True)
class SignedKeys:
    """The online keys and the root's word for them: what ``kenttakirja-hub init`` leaves for the hub."""

    keys: bytes
    signature: bytes
    root: bytes
    """The root's public key."""


@dataclass(frozen=True, slots=True)
class KnownHub:
    """A hub whose hello has been verified."""

    hub: HubId
    epoch: int
    time: int
    """Hub time in milliseconds when it answered."""
    serial: int
    signing: bytes
    receiving: bytes
    recovery: bytes
    root: bytes
    protocol: int = PROTOCOL
    """The highest major that both speak; below this program's own the hub is older, and only takes things in."""


def sign_keys(keys: OnlineKeys, *, root: SigningKey) -> SignedKeys:
    """Return the online keys signed by the root. Done where the root is: offline."""
    raw = encode(keys)
    return SignedKeys(raw, root.sign(Purpose.KEY, keys.hub, raw), root.public)


def make_hello(
    signed: SignedKeys,
    *,
    online: SigningKey,
    hub: HubId,
    epoch: int,
    now_ms: int,
    nonce: bytes,
    protocols: Sequence[int] = SPOKEN,
) -> SignedHello:
    """Return the hub's answer to a laptop that sent this nonce; ``protocols`` are those it takes pushes of."""
    hello = Hello(
        hub=hub,
        epoch=epoch,
        protocols=list(protocols),
        time=now_ms,
        nonce=nonce,
        keys=signed.keys,
        keys_signature=signed.signature,
        root=signed.root,
    )
    raw = encode(hello)
    return SignedHello(raw, online.sign(Purpose.HELLO, hub, raw))


def verify_hello(
    signed: SignedHello, *, nonce: bytes, pin: bytes, hub: HubId | None = None, least_serial: int = 0
) -> KnownHub:
    """Return the hub that this hello proves.

    ``pin`` is the root's digest or its first ten bytes; ``hub`` is given once it is known; ``least_serial``
    is the highest serial of online keys seen. Raises WrongHub, or VersionRefused when the hub is right but
    speaks no protocol of ours.
    """
    try:
        hello = _hello_decoder.decode(signed.hello)
        keys = _keys_decoder.decode(hello.keys)
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise WrongHub("hello") from problem
    if not fits(pin, hello.root):
        raise WrongHub("root")
    if (hub is not None and hello.hub != hub) or keys.hub != hello.hub or len(hello.hub) != ID_BYTES:
        raise WrongHub("hub id")
    if len(keys.signing) != _SIGNING_BYTES or {len(keys.receiving), len(keys.recovery)} != {PUBLIC_BYTES}:
        raise WrongHub("key length")
    if keys.serial < least_serial:
        raise WrongHub("older keys")
    if hello.nonce != nonce:
        raise WrongHub("nonce")
    try:
        verify(hello.root, Purpose.KEY, hello.hub, hello.keys, hello.keys_signature)
        verify(keys.signing, Purpose.HELLO, hello.hub, signed.hello, signed.signature)
    except BadSignature as problem:
        raise WrongHub("signature") from problem
    protocol = common(hello.protocols)
    if not protocol:
        newer = min(hello.protocols, default=0) > PROTOCOL
        raise refusal(Code.PROTOCOL_TOO_OLD if newer else Code.PROTOCOL_TOO_NEW)
    return KnownHub(
        hub=hello.hub,
        epoch=hello.epoch,
        time=hello.time,
        serial=keys.serial,
        signing=keys.signing,
        receiving=keys.receiving,
        recovery=keys.recovery,
        root=hello.root,
        protocol=protocol,
    )
