# SPDX-License-Identifier: MIT
"""The key file's bytes: canonical JSON, strictly read, authenticated as a whole (FORMAT.md).

Reading is in two steps. ``decode`` needs no key and refuses everything that this program would
not have written byte for byte. ``is_authentic`` needs the secrets and finds what ``decode`` can't:
a slot that was removed, swapped, edited, or taken from another generation.
"""

import hmac
import re
from typing import Final, Literal

import msgspec

from desktop.vault.errors import KeyFileDamaged, KeyFileTooNew
from desktop.vault.kdf import SALT_BYTES, KdfParameters
from desktop.vault.secrets import VaultSecrets
from desktop.vault.slot_key import SHARE_ID_BYTES

MAGIC: Final = "kenttakirja-keys"
FIRST_VERSION: Final = 1
"""Read for ever, written no more: its passphrase slot knows no lease."""
VERSION: Final = 2
VAULT_ID_BYTES: Final = 16
NONCE_BYTES: Final = 12
KEY_ID_BYTES: Final = 16
LARGEST_FILE: Final = 64 * 1024
"""A real one has about 4 KiB; a longer file is not read."""
LARGEST_GENERATION: Final = 2**53

_MAC_BYTES: Final = 32
_STAFF: Final = re.compile(r"s[0-9a-f]{16}")


class Kdf(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A slot's key derivation. Only Argon2id exists; costs are KiB, passes, lanes."""

    lanes: int
    memory_kib: int
    name: Literal["argon2id"]
    passes: int

    def parameters(self) -> KdfParameters:
        """Return the costs; raises KdfOutOfBounds."""
        return KdfParameters(memory_kib=self.memory_kib, passes=self.passes, lanes=self.lanes)


class PassphraseSlot(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag="passphrase", tag_field="kind"
):
    """Opened by the passphrase, with a lease by its share too. ``salt``, ``nonce`` and ``box`` are lower-case hex.

    ``lease`` names the share in 16 hex digits and is empty without one; in version 1 there is no such field.
    """

    box: str
    kdf: Kdf
    nonce: str
    salt: str
    staff: str
    lease: str | msgspec.UnsetType = msgspec.UNSET

    @property
    def share_id(self) -> str:
        """The name of the share that the slot takes beside the passphrase; empty when it takes none."""
        return "" if self.lease is msgspec.UNSET else self.lease


class RecoverySlot(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag="recovery", tag_field="kind"):
    """Opened by the city's offline recovery key, whose id is ``key``; all hex is lower-case."""

    box: str
    key: str
    staff: str


class Header(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole key file. ``mac`` is empty until ``signed`` fills it."""

    generation: int
    mac: str
    magic: Literal["kenttakirja-keys"]
    slots: tuple[PassphraseSlot, RecoverySlot]
    vault: str
    version: Literal[1, 2]

    @property
    def passphrase_slot(self) -> PassphraseSlot:
        """The slot that the passphrase opens."""
        return self.slots[0]

    @property
    def recovery_slot(self) -> RecoverySlot:
        """The slot that the city's recovery key opens."""
        return self.slots[1]


class _Version(msgspec.Struct, frozen=True):
    """The two things that every version of the file will have."""

    magic: Literal["kenttakirja-keys"]
    version: int


class _RawHeader(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The header as msgspec reads it: a list of either kind of slot, checked by ``decode``."""

    generation: int
    mac: str
    magic: Literal["kenttakirja-keys"]
    slots: list[PassphraseSlot | RecoverySlot]
    vault: str
    version: Literal[1, 2]


_encoder = msgspec.json.Encoder(order="sorted")
_versions = msgspec.json.Decoder(_Version)
_headers = msgspec.json.Decoder(_RawHeader)


def canonical(value: object) -> bytes:
    """Return JSON with sorted keys and no spaces: the one spelling of a value."""
    return _encoder.encode(value)


def decode(raw: bytes) -> Header:
    """Return the header that these bytes are the one spelling of.

    Raises KeyFileTooNew, KdfOutOfBounds, KeyFileDamaged.
    """
    if len(raw) > LARGEST_FILE:
        raise KeyFileDamaged("size")
    try:
        version = _versions.decode(raw).version
        if version > VERSION:
            raise KeyFileTooNew(version)
        read = _headers.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise KeyFileDamaged("structure") from problem
    if canonical(read) != raw:
        raise KeyFileDamaged("spelling")
    match read.slots:
        case [PassphraseSlot() as by_passphrase, RecoverySlot() as by_recovery]:
            _check_slots(by_passphrase, by_recovery, version=read.version)
        case _:
            raise KeyFileDamaged("slots")
    if not 1 <= read.generation <= LARGEST_GENERATION:
        raise KeyFileDamaged("generation")
    unhex(read.mac, _MAC_BYTES)
    unhex(read.vault, VAULT_ID_BYTES)
    return Header(
        generation=read.generation,
        mac=read.mac,
        magic=read.magic,
        slots=(by_passphrase, by_recovery),
        vault=read.vault,
        version=read.version,
    )


def signed(header: Header, secrets: VaultSecrets) -> Header:
    """Return the header with its MAC."""
    return msgspec.structs.replace(header, mac=_mac(header, secrets).hex())


def is_authentic(header: Header, secrets: VaultSecrets) -> bool:
    """Say whether whoever knows these secrets wrote exactly this header."""
    return hmac.compare_digest(_mac(header, secrets), bytes.fromhex(header.mac))


def unhex(text: str, length: int | None = None) -> bytes:
    """Return the bytes of lower-case hex, of ``length`` if given; raises KeyFileDamaged."""
    try:
        content = bytes.fromhex(text)
    except ValueError as problem:
        raise KeyFileDamaged("hex") from problem
    if content.hex() != text or (length is not None and len(content) != length):
        raise KeyFileDamaged("hex")
    return content


def is_staff_id(text: str) -> bool:
    """Say whether this is a staff id (``s`` and 16 hex digits), which is safe as a folder's name."""
    return _STAFF.fullmatch(text) is not None


def _check_slots(by_passphrase: PassphraseSlot, by_recovery: RecoverySlot, *, version: int) -> None:
    by_passphrase.kdf.parameters()
    if (by_passphrase.lease is msgspec.UNSET) != (version == FIRST_VERSION):
        raise KeyFileDamaged("lease")
    if by_passphrase.share_id:
        unhex(by_passphrase.share_id, SHARE_ID_BYTES)
    unhex(by_passphrase.salt, SALT_BYTES)
    unhex(by_passphrase.nonce, NONCE_BYTES)
    unhex(by_passphrase.box)
    unhex(by_recovery.key, KEY_ID_BYTES)
    unhex(by_recovery.box)
    if by_passphrase.staff != by_recovery.staff or not is_staff_id(by_passphrase.staff):
        raise KeyFileDamaged("staff")


def _mac(header: Header, secrets: VaultSecrets) -> bytes:
    unsigned = canonical(msgspec.structs.replace(header, mac=""))
    label = f"kenttakirja/keyfile-mac/{header.version}\0".encode()
    return hmac.digest(secrets.header_key, label + unsigned, "sha256")
