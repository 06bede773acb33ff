# SPDX-License-Identifier: MIT
"""By which way this laptop reaches its hubs: a small file in its folder, in the clear.

It holds nothing secret: the proxy's address and, by the hash of a hub's root, the certificate key that an invitation
named. Who changes it can send the laptop's requests elsewhere or nowhere; they stay sealed and signed.
"""

from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.vault.disk import Disk, write_durably
from sync.client.route import ProxyChoice, Route, parse_proxy
from sync.protocol.certificate import PIN_BYTES

WAYS_FILE: Final = "network.json"
_LARGEST_FILE: Final = 16 * 1024
_MOST_PINS: Final = 20


class _Ways(msgspec.Struct, frozen=True, kw_only=True):
    proxy: ProxyChoice = ProxyChoice.SYSTEM
    address: str = ""
    pins: dict[str, str] = msgspec.field(default_factory=dict)
    """Root digest → certificate pin, both in hex; the newest last."""
    version: Literal[1] = 1


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(_Ways)


class Ways:
    """The file, read anew each time: it is asked once a request."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self._path = root / WAYS_FILE
        self._disk = disk

    def route_to(self, root_digest: bytes) -> Route:
        """Return the way to the hub whose root has this digest (or its beginning, when it was typed)."""
        kept = self._read()
        pin = kept.pins.get(root_digest.hex())
        return Route(kept.proxy, kept.address, bytes.fromhex(pin) if pin else None)

    def choose(self, choice: ProxyChoice, address: str) -> None:
        """Keep a choice of proxy; raises EnrolmentInvalid("proxy") for no address of one, DiskFull."""
        kept = self._read()
        checked = parse_proxy(address) if choice is ProxyChoice.OWN else kept.address
        self._write(msgspec.structs.replace(kept, proxy=choice, address=checked))

    def pin(self, root_digest: bytes, certificate: bytes | None) -> None:
        """Keep what an invitation says of a hub's certificate; none takes an earlier one away. Raises DiskFull."""
        kept = self._read()
        pins = {root: pin for root, pin in kept.pins.items() if root != root_digest.hex()}
        if certificate is not None:
            pins[root_digest.hex()] = certificate.hex()
        pins = dict(list(pins.items())[-_MOST_PINS:])
        if pins != kept.pins:
            self._write(msgspec.structs.replace(kept, pins=pins))

    def _read(self) -> _Ways:
        """Return what is kept; what is no such file is none."""
        raw = self._disk.read(self._path, _LARGEST_FILE)
        if raw is None:
            return _Ways()
        try:
            kept = _decoder.decode(raw)
            if any(len(bytes.fromhex(pin)) != PIN_BYTES for pin in kept.pins.values()):
                return _Ways()
        except (msgspec.MsgspecError, ValueError):
            return _Ways()
        return kept

    def _write(self, kept: _Ways) -> None:
        write_durably(self._disk, self._path, _encoder.encode(kept))
