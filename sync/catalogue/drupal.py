# SPDX-License-Identifier: MIT
"""Drupal's entities in two shapes, JSON:API's resources and the plain export of field arrays, read as one.

JSON:API: ``{type: "node--service", id, attributes: {...}, relationships: {field: {data}}}``. Plain:
``{uuid: [{value}], type: [{target_id: "service"}], field: [{value} | {target_uuid, target_id}]}``. Either way an
entity is a kind (``node--service``), an id, and fields that are lists of items.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sync.catalogue.fields import Fields, identifier_of
from sync.catalogue.report import Reason, ServiceNotes

_ITEM: Final = "value"
_NAMES: Final = ("name", "title", "label", "target_label")
_PLAIN_KEYS: Final = (("nid", "node"), ("tid", "taxonomy_term"), ("vid", "taxonomy_term"))
_BUNDLES: Final = ("type", "vid", "bundle")


class Entity:
    """One entity. ``notes`` and ``where`` are those of the service that it belongs to."""

    def __init__(self, value: object, notes: ServiceNotes, where: str = "") -> None:
        self._value: dict[str, object] = value if isinstance(value, dict) else {}
        self.notes = notes
        self.where = where
        self.language = self._language()
        """Of its texts; Finnish where it has none, as vocabularies have not."""

    @property
    def identifier(self) -> str:
        """The entity's UUID; where a plain export leaves it out, its number."""
        return next(identifiers(self._value), "")

    def items(self, name: str) -> Iterator[Fields]:
        """Yield the items of a field as objects; a bare value becomes ``{value}``."""
        where = f"{self.where}.{name}" if self.where else name
        for at, one in enumerate(self._listed(name)):
            if one is not None:
                item = one if isinstance(one, dict) else {_ITEM: one}
                yield Fields(item, self.notes, f"{where}[{at}]")

    def first(self, name: str) -> Fields:
        """Return the first item of a field; an empty one when there is none."""
        return next(
            self.items(name), Fields(None, self.notes, f"{self.where}.{name}" if self.where else name)
        )

    def _language(self) -> str:
        item = self.first("langcode")
        said = item.raw(_ITEM)
        return "fi" if said in (None, "und", "zxx") else item.language_of(said, _ITEM) or "fi"

    def _listed(self, name: str) -> list[object]:
        for holder in (self._value.get("attributes"), self._related(), self._value):
            if isinstance(holder, dict) and holder.get(name) is not None:
                value = holder[name]
                return value[:500] if isinstance(value, list) else [value]
        return []

    def _related(self) -> dict[str, object]:
        relationships = self._value.get("relationships")
        if not isinstance(relationships, dict):
            return {}
        return {
            name: one.get("data") if isinstance(one, dict) else None for name, one in relationships.items()
        }


class Entities:
    """Every entity of a file, by its ids, for those that refer to them."""

    def __init__(self, listed: Iterable[object]) -> None:
        self._found: dict[str, object] = {}
        for value in listed:
            for identifier in identifiers(value):
                self._found.setdefault(f"{kind_of(value).split('--')[0]}:{identifier}", value)
                self._found.setdefault(identifier, value)

    def referred(self, entity: Entity, name: str) -> Iterator[Entity]:
        """Yield what a field refers to; a reference out of the file is noted."""
        for item in entity.items(name):
            value = self._target(item)
            if value is None:
                item.notes.note(Reason.NOT_IN_FILE, item.where.rsplit("[", 1)[0])
            else:
                yield Entity(value, entity.notes, item.where)

    def names(self, entity: Entity, name: str) -> Iterator[str]:
        """Yield the names of what a field refers to, or the texts where a field has just texts."""
        for item in entity.items(name):
            said = item.line(_ITEM) or next((text for one in _NAMES if (text := item.line(one))), "")
            if said:
                yield said
                continue
            value = self._target(item)
            if value is None:
                item.notes.note(Reason.NOT_IN_FILE, item.where.rsplit("[", 1)[0])
                continue
            found = Entity(value, entity.notes, item.where)
            yield from filter(None, (name_of(found),))

    def _target(self, item: Fields) -> object | None:
        """Return what an item points at: by its id in the file, or embedded in the item itself."""
        embedded = item.raw("entity")
        if isinstance(embedded, dict):
            return embedded
        kind = item.raw("target_type")
        for name in ("target_uuid", "id", "target_id"):
            identifier = item.identifier(name)
            if not identifier:
                continue
            if isinstance(kind, str) and f"{kind}:{identifier}" in self._found:
                return self._found[f"{kind}:{identifier}"]
            if not (isinstance(kind, str) and identifier.isdecimal()) and identifier in self._found:
                return self._found[identifier]
        return None


def kind_of(value: object) -> str:
    """Return an entity's kind, like ``node--service`` or ``taxonomy_term--life_situation``; empty for none."""
    if not isinstance(value, dict):
        return ""
    said = value.get("type")
    if isinstance(said, str):
        return said if "--" in said else f"node--{said}"
    bundle = next((one for name in _BUNDLES if (one := _plain(value.get(name), "target_id"))), "")
    holder = next((kind for name, kind in _PLAIN_KEYS if name in value), "entity")
    return f"{holder}--{bundle}" if bundle else ""


def identifiers(value: object) -> Iterator[str]:
    """Yield what an entity may be called by: its UUID, then its numbers."""
    if not isinstance(value, dict):
        return
    if isinstance(value.get("attributes"), dict):
        names: tuple[str, ...] = ("id",)
    else:
        names = ("uuid", "nid", "tid", "id")
    for name in names:
        one = identifier_of(_first_of(value.get(name)))
        if one:
            yield one


def name_of(entity: Entity) -> str:
    """Return a term's name, a node's title or a group's label."""
    return next((text for name in ("name", "title", "label") if (text := entity.first(name).line(_ITEM))), "")


def _first_of(value: object) -> object:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get(_ITEM) if isinstance(value, dict) else value


def _plain(value: object, name: str) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        said = value[0].get(name)
        return said if isinstance(said, str) else ""
    return ""
