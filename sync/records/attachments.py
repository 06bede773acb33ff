# SPDX-License-Identifier: MIT
"""The kind of a file on a person or a referral: what it is called, what it is, and how to open it."""

from typing import Final

from sync.records.fields import (
    DELETED,
    NAME_LENGTH,
    FieldSpec,
    FieldType,
    Home,
    KindSpec,
    Sensitivity,
)

_H: Final = Sensitivity.PERSONAL
LARGEST_FILE: Final = 20 * 1024 * 1024
"""Bytes of a file as it is kept, before encryption (issue: 20 MB each)."""
BLOB_KEY_BYTES: Final = 32
DIGEST_BYTES: Final = 32

ATTACHMENT: Final = KindSpec(
    name="attachment",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        # The person, or a referral of theirs, that it is laid to.
        FieldSpec(name="on", type=FieldType.ENTITY, sensitivity=_H, required=True),
        FieldSpec(name="name", type=FieldType.TEXT, sensitivity=_H, max_length=NAME_LENGTH, required=True),
        FieldSpec(name="media", type=FieldType.CODE, codes="attachment_types", sensitivity=_H, required=True),
        FieldSpec(name="size", type=FieldType.NUMBER, sensitivity=_H, highest=LARGEST_FILE, required=True),
        # What to fetch and how to open it mean something only together.
        FieldSpec(
            name="blob",
            type=FieldType.GROUP,
            sensitivity=_H,
            required=True,
            parts=(
                FieldSpec(
                    name="id", type=FieldType.BYTES, sensitivity=_H, max_length=DIGEST_BYTES, required=True
                ),
                FieldSpec(
                    name="key", type=FieldType.BYTES, sensitivity=_H, max_length=BLOB_KEY_BYTES, required=True
                ),
                FieldSpec(name="sealed", type=FieldType.NUMBER, sensitivity=_H, highest=2**53, required=True),
            ),
        ),
        FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_H, required=True),
        DELETED,
    ),
)
"""``blob``: ``id`` is the SHA-256 of the ciphertext, ``key`` the random key that opens it (Cobblestone-256),
``sealed`` the ciphertext's length in bytes. The key lies in this body only, so erasing the body erases the file."""

KINDS: Final = (ATTACHMENT,)
