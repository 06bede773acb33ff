# SPDX-License-Identifier: MIT
"""The kind of the access log: who did what to which record (Tiedonhallintalaki 906/2019 § 17)."""

from typing import Final

from sync.records.fields import FieldSpec, FieldType, Home, KindSpec, Sensitivity

AUDIT: Final = KindSpec(
    name="audit",
    home=Home.AUDIT,
    fields=(
        FieldSpec(name="event", type=FieldType.MAP, sensitivity=Sensitivity.PERSONAL, required=True),
        FieldSpec(
            name="previous",
            type=FieldType.BYTES,
            sensitivity=Sensitivity.INTERNAL,
            max_length=32,
            required=True,
        ),
        FieldSpec(
            name="seq",
            type=FieldType.NUMBER,
            sensitivity=Sensitivity.INTERNAL,
            highest=2**53,
            required=True,
        ),
    ),
)
"""One event in the shape of the city's audit log; nobody edits or deletes one, so it has no ``deleted``."""

KINDS: Final = (AUDIT,)
