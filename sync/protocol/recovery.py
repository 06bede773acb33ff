# SPDX-License-Identifier: MIT
"""A forgotten passphrase: what a laptop asks of the city's recovery key, and what comes back; both on a stick.

The private key never leaves where it is kept. The request holds the key file's recovery slot and a fresh public
key; the answer is the slot's content, sealed to that key. Nothing in either opens anything by itself. What must be
told by voice is whose request it is: the check, which nobody can match with another file (2^80).
"""

import hashlib
from typing import Final, TypeVar

import msgspec

from sync.log.codec import decode_struct, encode
from sync.log.errors import LogError, SealBroken
from sync.log.sealing import PUBLIC_BYTES, ReceivingKey, key_id, seal
from sync.protocol.crockford import grouped, normalised, to_text
from sync.protocol.errors import RecoveryRefused
from sync.records.ids import StaffId

VERSION: Final = 1
REQUEST_SUFFIX: Final = ".kkpyynto"
ANSWER_SUFFIX: Final = ".kkvastaus"
CHECK_CHARACTERS: Final = 16
LARGEST_FILE: Final = 64 * 1024

_REQUEST_MAGIC: Final = b"KKRECASK"
_ANSWER_MAGIC: Final = b"KKRECANS"
_MAGIC: Final = 8
_ID: Final = 16
_DIGEST: Final = 32

T = TypeVar("T", bound=msgspec.Struct)


class RecoveryRequest(msgspec.Struct, array_like=True, frozen=True):
    """One notebook's recovery slot (FORMAT.md of the vault), and where to seal what is in it."""

    staff: StaffId
    vault: bytes
    """The vault's 16-byte id."""
    key: bytes
    """The 16-byte id of the city's recovery key that the slot was sealed to."""
    box: bytes
    receiving: bytes
    """A 1216-byte public key of this request alone."""


class RecoveryAnswer(msgspec.Struct, array_like=True, frozen=True):
    """The slot's content, sealed to the request's key."""

    request: bytes
    """SHA-256 of the request's file."""
    box: bytes


_request_decoder = msgspec.msgpack.Decoder(RecoveryRequest)
_answer_decoder = msgspec.msgpack.Decoder(RecoveryAnswer)


def write_request(request: RecoveryRequest) -> bytes:
    """Return the request's file."""
    return _REQUEST_MAGIC + bytes([VERSION]) + encode(request)


def read_request(raw: bytes) -> RecoveryRequest:
    """Return the request of a file; raises RecoveryRefused ("file")."""
    request = _read(raw, _REQUEST_MAGIC, _request_decoder)
    if (len(request.vault), len(request.key), len(request.receiving)) != (_ID, _ID, PUBLIC_BYTES):
        raise RecoveryRefused("file")
    return request


def request_digest(raw: bytes) -> bytes:
    """Return the 32 bytes that an answer names its request by."""
    return hashlib.sha256(raw).digest()


def check_of(raw: bytes) -> str:
    """Return what is read aloud of a request's file: its first 80 bits, in four groups of four."""
    return grouped(to_text(request_digest(raw), CHECK_CHARACTERS), 4)


def is_check(typed: str, raw: bytes) -> bool:
    """Say whether this is the check of a request's file; raises EnrolmentInvalid ("check") for what is none."""
    text = normalised(typed, characters=CHECK_CHARACTERS, part="check")
    return text == to_text(request_digest(raw), CHECK_CHARACTERS)


def answer_request(raw: bytes, recovery: ReceivingKey) -> bytes:
    """Return the answer's file; raises RecoveryRefused ("file"; "key": the slot was sealed to another key)."""
    request = read_request(raw)
    if request.key != recovery.key_id:
        raise RecoveryRefused("key")
    try:
        secrets = recovery.open(request.box, label=slot_label(request))
    except SealBroken as problem:
        raise RecoveryRefused("box") from problem
    digest = request_digest(raw)
    try:
        box = seal(request.receiving, secrets, label=answer_label(digest))
    except LogError as problem:
        raise RecoveryRefused("file") from problem
    return _ANSWER_MAGIC + bytes([VERSION]) + encode(RecoveryAnswer(digest, box))


def read_answer(raw: bytes) -> RecoveryAnswer:
    """Return the answer of a file; raises RecoveryRefused ("file")."""
    answer = _read(raw, _ANSWER_MAGIC, _answer_decoder)
    if len(answer.request) != _DIGEST:
        raise RecoveryRefused("file")
    return answer


def answer_label(digest: bytes) -> str:
    """Return what binds an answer's box to its request."""
    return "recovery-answer/" + digest.hex()


def slot_label(request: RecoveryRequest) -> str:
    """Return what binds a recovery slot's box to its vault and its other fields (FORMAT.md of the vault)."""
    slot = {"box": "", "key": request.key.hex(), "kind": "recovery", "staff": request.staff}
    bound = msgspec.json.encode({"slot": slot, "vault": request.vault.hex()}, order="sorted")
    return "keyfile-recovery/" + hashlib.sha256(bound).hexdigest()


def made_up_request(public: bytes, content: bytes) -> tuple[bytes, ReceivingKey]:
    """Return a request as a laptop writes it, of a vault that does not exist, and the key of its answer: the drill."""
    answered = ReceivingKey.generate()
    empty = RecoveryRequest(StaffId("s" + "0" * 16), bytes(_ID), key_id(public), b"", answered.public)
    box = seal(public, content, label=slot_label(empty))
    return write_request(msgspec.structs.replace(empty, box=box)), answered


def _read(raw: bytes, magic: bytes, decoder: "msgspec.msgpack.Decoder[T]") -> T:
    if len(raw) > LARGEST_FILE or raw[:_MAGIC] != magic or raw[_MAGIC : _MAGIC + 1] != bytes([VERSION]):
        raise RecoveryRefused("file")
    try:
        return decode_struct(raw[_MAGIC + 1 :], decoder, limit=LARGEST_FILE)
    except LogError as problem:
        raise RecoveryRefused("file") from problem
