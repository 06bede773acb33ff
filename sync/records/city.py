# SPDX-License-Identifier: MIT
"""Kinds only the hub writes: the roster everybody reads, and what the hub decides in a stream."""

from typing import Final

from sync.records.fields import (
    ADDRESS_LENGTH,
    CODE_LENGTH,
    DELETED,
    LINE_LENGTH,
    NAME_LENGTH,
    FieldSpec,
    FieldType,
    Home,
    KindSpec,
    Sensitivity,
)

_P: Final = Sensitivity.PUBLIC
_S: Final = Sensitivity.INTERNAL
_KEY_LENGTH: Final = 4_096
"""An MLKEM768_X25519 public key has 1,216 bytes; room for its successor."""


def _kind(name: str, home: Home, *fields: FieldSpec, has_subject: bool = False) -> KindSpec:
    return KindSpec(name=name, home=home, hub_only=True, has_subject=has_subject, fields=(*fields, DELETED))


def _field(
    name: str,
    kind: FieldType,
    sensitivity: Sensitivity = _S,
    *,
    length: int = 0,
    codes: str | None = None,
    required: bool = True,
) -> FieldSpec:
    return FieldSpec(
        name=name,
        type=kind,
        sensitivity=sensitivity,
        max_length=length,
        codes=codes,
        required=required,
    )


STAFF: Final = _kind(
    "staff",
    Home.CITY,
    _field("name", FieldType.TEXT, length=NAME_LENGTH),
    _field("active", FieldType.FLAG),
)
TEAM: Final = _kind(
    "team",
    Home.CITY,
    FieldSpec(
        name="name",
        type=FieldType.GROUP,
        sensitivity=_P,
        required=True,
        parts=tuple(
            _field(language, FieldType.TEXT, _P, length=NAME_LENGTH) for language in ("fi", "sv", "en")
        ),
    ),
)
SERVICE_POINT: Final = _kind(
    "service_point",
    Home.CITY,
    _field("team", FieldType.TEAM, _P),
    _field("name", FieldType.TEXT, _P, length=NAME_LENGTH),
    _field("kind", FieldType.CODE, _P, codes="service_point_kinds"),
    _field("address", FieldType.TEXT, _P, length=ADDRESS_LENGTH, required=False),
    _field("district", FieldType.CODE, _P, codes="districts", required=False),
)
GRANT: Final = _kind(
    "grant",
    Home.CITY,
    _field("staff", FieldType.STAFF),
    _field("team", FieldType.TEAM, required=False),
    _field("role", FieldType.CODE, codes="roles"),
    _field("from", FieldType.INSTANT),
    _field("until", FieldType.INSTANT, required=False),
)
"""A role in a team for a while; ``until`` of ``None`` is open, a ``team`` of ``None`` is the whole city."""
WRITER: Final = _kind(
    "writer",
    Home.CITY,
    _field("staff", FieldType.STAFF),
    _field("laptop", FieldType.LAPTOP),
    _field("signing", FieldType.BYTES, length=32),
    _field("receiving", FieldType.BYTES, length=_KEY_LENGTH),
    _field("laptop_name", FieldType.TEXT, length=NAME_LENGTH, required=False),
    _field("revoked_after", FieldType.MAP, required=False),
)
"""One person on one laptop (by the name given there); ``revoked_after``: stream → the last n that counts."""
CODE_LIST: Final = _kind(
    "code_list",
    Home.CITY,
    _field("list", FieldType.TEXT, _P, length=CODE_LENGTH),
    _field("version", FieldType.TEXT, _P, length=CODE_LENGTH),
    _field("rows", FieldType.ROWS, _P),
)
ERASURE: Final = _kind(
    "erasure",
    Home.ANY,
    _field("subject", FieldType.BYTES, length=32, required=False),
    _field("write", FieldType.MAP, required=False),
    _field("at", FieldType.INSTANT),
)
"""Either of a subject for ever, or of one write, restated without its values."""
QUARANTINE: Final = _kind(
    "quarantine",
    Home.ANY,
    _field("commit", FieldType.COMMIT),
    _field("reason", FieldType.TEXT, length=LINE_LENGTH),
    _field("at", FieldType.INSTANT),
)
RELEASE: Final = _kind(
    "release",
    Home.ANY,
    _field("commit", FieldType.COMMIT),
    _field("accepted", FieldType.FLAG),
    _field("at", FieldType.INSTANT),
)
"""The end of a quarantine: accepted, or refused for good."""

KINDS: Final = (STAFF, TEAM, SERVICE_POINT, GRANT, WRITER, CODE_LIST, ERASURE, QUARANTINE, RELEASE)
