# SPDX-License-Identifier: MIT
"""The enrolment: what an administrator gives one person so that one laptop finds its hub and may enter.

As a file (``*.kkenrol``, JSON) it carries the whole hash of the hub's root; typed, address, code and the
sixteen characters of the fingerprint do. The code goes out only after hello has fitted the hash.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlsplit

import msgspec

from sync.protocol.crockford import grouped, normalised, to_text
from sync.protocol.errors import EnrolmentInvalid, InsecureAddress
from sync.protocol.fingerprint import DIGEST_BYTES, fingerprint_bytes
from sync.records.ids import ID_BYTES, HubId

FILE_SUFFIX: Final = ".kkenrol"
CODE_CHARACTERS: Final = 10
"""50 bits: ten minutes, five tries and one person make guessing hopeless (design.md §6)."""
MAX_FILE_BYTES: Final = 16 * 1024
_FORMAT: Final = "kenttakirja-enrolment/1"
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Where the hub is, how it proves itself, and the code. ``hub`` and ``name`` are unknown when typed."""

    address: str
    root: bytes
    """The root's digest (32 bytes), or its first ten when typed."""
    code: str
    hub: HubId | None = None
    name: str = ""
    certificate: bytes | None = None
    """SHA-256 of the key that the hub's TLS certificate must have; ``None``: any that the system trusts."""


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    format: str
    address: str
    hub: str
    root: str
    code: str
    name: Annotated[str, msgspec.Meta(max_length=200)]
    certificate: str = ""


_decoder = msgspec.json.Decoder(_File)


def new_code(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """Return a fresh code of ten characters."""
    return to_text(random_bytes(7), CODE_CHARACTERS)


def code_to_read(code: str) -> str:
    """Return the code in two groups of five, for reading aloud."""
    return grouped(code, 5)


def write_enrolment(enrolment: Enrolment) -> bytes:
    """Return the file's bytes; raises EnrolmentInvalid where hub id or whole root hash is missing."""
    if enrolment.hub is None or len(enrolment.root) != DIGEST_BYTES:
        raise EnrolmentInvalid("root")
    checked = parse_address(enrolment.address)
    content = _File(
        _FORMAT, checked, enrolment.hub.hex(), enrolment.root.hex(), enrolment.code, enrolment.name,
        "" if enrolment.certificate is None else enrolment.certificate.hex(),
    )  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(content), indent=2)


def read_enrolment(raw: bytes) -> Enrolment:
    """Return the enrolment of a file; raises EnrolmentInvalid (``part`` "file" when it is no such file)."""
    if len(raw) > MAX_FILE_BYTES:
        raise EnrolmentInvalid("file")
    try:
        content = _decoder.decode(raw)
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise EnrolmentInvalid("file") from problem
    if content.format != _FORMAT:
        raise EnrolmentInvalid("format")
    return Enrolment(
        address=parse_address(content.address),
        root=_from_hex(content.root, DIGEST_BYTES, "root"),
        code=normalised(content.code, characters=CODE_CHARACTERS, part="code"),
        hub=HubId(_from_hex(content.hub, ID_BYTES, "hub")),
        name=content.name,
        certificate=(
            _from_hex(content.certificate, DIGEST_BYTES, "certificate") if content.certificate else None
        ),
    )


def parse_typed(*, address: str, code: str, fingerprint: str) -> Enrolment:
    """Return the enrolment that a person typed from paper; raises EnrolmentInvalid naming the part."""
    return Enrolment(
        address=parse_address(address),
        root=fingerprint_bytes(fingerprint),
        code=normalised(code, characters=CODE_CHARACTERS, part="code"),
    )


def parse_address(typed: str) -> str:
    """Return ``scheme://host[:port][/path]`` without a slash at its end; a bare host means https.

    Raises EnrolmentInvalid("address"); InsecureAddress for plain HTTP to another machine.
    """
    text = typed.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as problem:
        raise EnrolmentInvalid("address") from problem
    if not host or parts.username is not None or parts.query or parts.fragment or not text.isascii():
        raise EnrolmentInvalid("address")
    if any(letter.isspace() for letter in text) or parts.scheme not in {"http", "https"}:
        raise EnrolmentInvalid("address")
    if parts.scheme == "http" and not is_loopback(host):
        raise InsecureAddress
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{'' if port is None else f':{port}'}{parts.path.rstrip('/')}"


def is_loopback(host: str) -> bool:
    """Whether this host name is this machine itself, so that no wire is involved."""
    return host in _LOOPBACK


def _from_hex(text: str, length: int, part: str) -> bytes:
    try:
        raw = bytes.fromhex(text)
    except ValueError as problem:
        raise EnrolmentInvalid(part) from problem
    if len(raw) != length or raw.hex() != text:
        raise EnrolmentInvalid(part)
    return raw
