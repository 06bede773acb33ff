# SPDX-License-Identifier: MIT
"""What a field and a kind are: frozen descriptions that the store, the hub and the forms read."""

from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import Final


class FieldType(Enum):
    """What a field's value is on the wire; the Python type stands behind each name."""

    TEXT = auto()
    """``str`` of one or more lines, at most ``max_length`` characters, NFC."""
    CODE = auto()
    """``str``: a code word of the list that ``codes`` names."""
    FLAG = auto()
    """``bool``; also what an element of a set holds."""
    NUMBER = auto()
    """``int`` between ``lowest`` and ``highest``, both included."""
    INSTANT = auto()
    """``int``: milliseconds since 1970 UTC on the writer's own clock, for display only."""
    DATE = auto()
    """``str``: ``YYYY-MM-DD``."""
    ENTITY = auto()
    """``bytes`` of 16: another entity's id."""
    STAFF = auto()
    """``str``: a staff id, ``s`` and 16 hex digits."""
    TEAM = auto()
    """``str``: a team id, ``t`` and 16 hex digits."""
    LAPTOP = auto()
    """``str``: a laptop id, ``l`` and 16 hex digits."""
    WRITER = auto()
    """``bytes`` of 16: a writer's id."""
    BYTES = auto()
    """``bytes`` of at most ``max_length``: a hash or a public key."""
    PHONE = auto()
    """``str``: E.164 where it is a number, else as it was said."""
    EMAIL = auto()
    """``str`` with one ``@``."""
    HETU = auto()
    """``str`` of 11: a personal identity code, upper case."""
    COMMIT = auto()
    """``[writer id, n, first 8 bytes of the hash]``: one commit's id."""
    COMMITS = auto()
    """``[[writer id, n, first 8 bytes of the hash], …]``: the heads that a deletion saw."""
    PINS = auto()
    """``[[entity id, hash of 32 bytes], …]``: what a review saw."""
    PAIR = auto()
    """``[entity id, entity id]``, two different ones."""
    GROUP = auto()
    """``map`` with exactly the ``parts`` as keys: values that mean something only together."""
    MAP = auto()
    """``map`` from text to any value: what a part of the program above this one understands."""
    ROWS = auto()
    """``list`` of maps: a code list's rows as the hub sends them."""


class Sensitivity(IntEnum):
    """How much harm a value does in the wrong hands (the marks P, S, H and H! of the domain page)."""

    PUBLIC = 1
    INTERNAL = 2
    PERSONAL = 3
    SPECIAL = 4


class Home(Enum):
    """Which sort of stream a kind lies in."""

    TEAM = auto()
    SPECIAL = auto()
    CITY = auto()
    STAFF = auto()
    AUDIT = auto()
    ANY = auto()


NAME_LENGTH: Final = 120
"""A name: of a person, a place, a member of staff."""
LINE_LENGTH: Final = 280
"""One line: a visit's note, a goal, a comment in passing."""
ADDRESS_LENGTH: Final = 254
"""RFC 5321's limit of an e-mail address; also enough for a street address."""
PHONE_LENGTH: Final = 40
"""A phone number with spaces, or what was said instead of one."""
TEXT_LENGTH: Final = 4_000
"""A note, a reflection, a message: two printed pages."""
CODE_LENGTH: Final = 40
"""A code word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field: its wire name, type, limits and sensitivity.

    With ``element`` the field is a set: on the wire each element is a field of its own,
    ``name/<element>``, that holds true or false. A value of ``None`` empties a field and is allowed
    where ``required`` is not set. ``required`` is asked of an entity's first write only.
    """

    name: str
    type: FieldType
    sensitivity: Sensitivity
    max_length: int = 0
    lowest: int = 0
    highest: int = 0
    codes: str | None = None
    element: bool = False
    required: bool = False
    parts: tuple["FieldSpec", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSpec:
    """One kind of entity: its fields and where it may lie.

    ``has_subject``: every entity of it names the person it is about, so an erasure finds it.
    ``hub_only``: nobody but the hub writes it. ``special``: it lies in a team's special stream only.
    """

    name: str
    fields: tuple[FieldSpec, ...]
    home: Home
    schema: int = 1
    has_subject: bool = False
    hub_only: bool = False

    @property
    def special(self) -> bool:
        """Whether it holds special-category data (GDPR article 9)."""
        return self.home is Home.SPECIAL

    def field(self, wire_name: str) -> FieldSpec | None:
        """Return the description of a field on the wire, ``topics/job_search`` as of ``topics``."""
        name, slash, element = wire_name.partition("/")
        for spec in self.fields:
            if spec.name == name and spec.element == bool(slash) and bool(slash) == bool(element):
                return spec
        return None


DELETED: Final = FieldSpec(name="deleted", type=FieldType.COMMITS, sensitivity=Sensitivity.INTERNAL)
"""Every kind's: the ids of the heads its author saw of every field, or ``None`` when the deletion is taken back."""
