# SPDX-License-Identifier: MIT
"""All kinds by name, and the check of a save's fields against them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sync.records import attachments, audit, city, path, people, reviews, services, stand, transfers, visits
from sync.records.checking import Problem, Trouble, check_against
from sync.records.codes import CodeLists
from sync.records.fields import Home, KindSpec
from sync.records.ids import CITY, StreamId

KINDS: Final[Mapping[str, KindSpec]] = MappingProxyType(
    {
        spec.name: spec
        for area in (
            visits.KINDS,
            stand.KINDS,
            people.KINDS,
            path.KINDS,
            services.KINDS,
            attachments.KINDS,
            reviews.KINDS,
            transfers.KINDS,
            city.KINDS,
            audit.KINDS,
        )
        for spec in area
    }
)
"""Every kind this version knows. A kind that is not here is kept by its readers, never guessed at."""


def kind(name: str) -> KindSpec | None:
    """Return the kind of this name, or ``None`` for one from a newer version."""
    return KINDS.get(name)


def check_fields(
    name: str,
    fields: Mapping[str, object],
    *,
    new: bool = True,
    codes: CodeLists | None = None,
    allow_temporary: bool = False,
) -> list[Problem]:
    """Return what is wrong with these fields as a save of kind ``name``; an empty list is a good save.

    This is for writing. A reader keeps unknown kinds and fields as they are and never asks here.
    ``new`` says that the entity is written for the first time, so required fields must be there.
    Without ``codes`` a code is only checked for its shape, since the lists are data that travels
    separately. ``allow_temporary`` lets artificial identity codes (900-999) through: practice and tests.
    """
    spec = kind(name)
    if spec is None:
        return [Problem(trouble=Trouble.UNKNOWN_KIND, field="")]
    return check_against(spec, fields, new=new, codes=codes, allow_temporary=allow_temporary)


def lies_in(spec: KindSpec, stream: StreamId) -> bool:
    """Return whether an entity of this kind may lie in that stream."""
    if spec.home is Home.ANY:
        return True
    head, _, rest = stream.partition("/")
    match spec.home:
        case Home.CITY:
            return stream == CITY
        case Home.TEAM:
            return head == "team" and bool(rest) and "/" not in rest
        case Home.SPECIAL:
            return head == "team" and rest.endswith("/special")
        case Home.STAFF:
            return head == "staff" and bool(rest)
        case Home.AUDIT:
            return head == "audit" and bool(rest)
