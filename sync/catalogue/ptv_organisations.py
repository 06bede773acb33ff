# SPDX-License-Identifier: MIT
"""PTV's organisations: their names, kinds, and who stands above whom."""

from collections.abc import Iterable
from typing import Final

from sync.catalogue.fields import Fields
from sync.catalogue.intake import Intake
from sync.catalogue.model import Organisation, Origin, reference_of, text_in
from sync.catalogue.ptv_texts import names
from sync.catalogue.report import Reason, ServiceNotes
from sync.catalogue.vocabularies import ORGANISATION_NAMES, by_stem

_MOST_LEVELS: Final = 20
_KINDS: Final = {
    "State": "state",
    "Municipality": "city",
    "Organization": "association",
    "Company": "company",
    "SotePublic": "wellbeing",
    "SotePrivate": "company",
    "Region": "wellbeing",
    "RegionalOrganization": "",
}
"""``organizationType`` → ``organisation_kinds``; a regional organisation is none of ours."""
_BY_NAME: Final = frozenset({"kela", "employment_area", "school", "parish", "wellbeing"})
"""Kinds that PTV's own are too coarse for; the name tells them."""


class Organisations:
    """The organisations of one file, by id; a circle of parents is found, reported and cut."""

    def __init__(self, listed: Iterable[object], intake: Intake) -> None:
        self._found: dict[str, Organisation] = {}
        self._parents: dict[str, str] = {}
        for at, value in enumerate(listed):
            self._read(value, f"organizations[{at}]", intake)
        ends: set[str] = set()
        for identifier in self._parents:
            ends |= self._cut_circle(identifier, ends, intake)

    def get(self, identifier: str) -> Organisation | None:
        """Return an organisation; what it does not say itself, the nearest one above it says."""
        found = self._found.get(identifier)
        above = self._parents.get(identifier, "")
        for _ in range(_MOST_LEVELS):
            parent = self._found.get(above)
            if found is None or parent is None or (found.kind and found.business_id):
                break
            found = Organisation(
                found.id, found.name, found.kind or parent.kind, found.business_id or parent.business_id
            )
            above = self._parents.get(above, "")
        return found

    def _read(self, value: object, where: str, intake: Intake) -> None:
        notes = ServiceNotes()
        fields = Fields(value, notes)
        identifier = fields.identifier("id")
        if not isinstance(value, dict) or not identifier:
            reason = Reason.NO_ID if isinstance(value, dict) else Reason.NOT_AN_OBJECT
            intake.book.refused("", "", reason, where)
            return
        name = names(fields, "organizationNames")
        self._found.setdefault(
            identifier,
            Organisation(identifier, name, _kind_of(fields, text_in(name, "fi")), _business(fields)),
        )
        parent = fields.identifier("parentOrganizationId") or fields.part("parent").identifier("id")
        if parent:
            self._parents.setdefault(identifier, parent)
        intake.write(notes, reference_of(Origin(intake.source, identifier)), text_in(name, "fi"))

    def _cut_circle(self, identifier: str, ends: set[str], intake: Intake) -> set[str]:
        """Return those met on the way up, which ends; ``ends`` are those whose way is known to end."""
        seen = {identifier}
        one = identifier
        while (above := self._parents.get(one, "")) and above not in ends:
            if above in seen:
                self._parents[one] = ""
                notes = ServiceNotes()
                notes.note(Reason.CYCLE, "parentOrganizationId")
                name = self._found[one].name if one in self._found else {}
                intake.write(notes, reference_of(Origin(intake.source, one)), text_in(name, "fi"))
                break
            seen.add(above)
            one = above
        return seen


def _kind_of(fields: Fields, name: str) -> str:
    by_name = by_stem(ORGANISATION_NAMES, name)
    if by_name in _BY_NAME:
        return by_name
    said = fields.raw("organizationType")
    if said is None:
        return by_name
    if not isinstance(said, str) or said not in _KINDS:
        fields.note(Reason.UNKNOWN_VALUE, "organizationType")
        return by_name
    return _KINDS[said]


def _business(fields: Fields) -> str:
    return fields.line("businessCode", 20)
