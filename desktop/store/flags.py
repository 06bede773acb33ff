# SPDX-License-Identifier: MIT
"""Two small vocabularies of the database: what marks an entity, and how a commit stands here."""

from enum import IntEnum, IntFlag
from typing import Final


class Mark(IntFlag):
    """What a list must show about an entity without decoding its state."""

    CONFLICT = 1
    """Some field has heads that differ."""
    DELETED = 2
    """A live ``deleted`` head stands and nothing lives beside it."""
    BESIDE_DELETION = 4
    """Something lives that the deletion did not name: a conflict, nothing is hidden."""
    SEVERAL = 8
    """Some field has several heads: a new hub number may change which one is shown."""
    ERASED = 16
    """A value that stood here was erased."""
    WAITING = 32
    """Some field names a commit that is not known here yet."""
    FROM_SNAPSHOT = 64
    """Its state came in a snapshot and no later write has touched it."""
    HAS_BASE = 128
    """Its state began in a snapshot: ``bases`` holds what came, so it can be folded again."""
    TO_COME = 256
    """It was here before the snapshot that is being loaded, which has not brought it yet."""


MARKED: Final = "flags & 319 <> 0"
"""In SQL, word for word as the index has it: any mark but where a state came from, which most rows have."""


class Standing(IntEnum):
    """How a commit stands in this notebook. Whether it is sent and numbered is said by its columns."""

    FOLDED = 1
    """Its bodies are in the fold: effective once numbered, provisional before."""
    HUB_PARKED = 2
    """Folded here; the hub does not know some part of its meaning yet, keeps it and passes it on."""
    PARKED = 3
    """Some body is of a kind that this program does not know: kept, folded once it is known."""
    QUARANTINED = 4
    """Numbered, but a supervisor must look at it: not in the fold."""
    STRIPPED = 5
    """It came without bodies: erased, quarantined or not for this reader."""
    REFUSED = 6
    """Quarantined, and refused for good by the hub."""
