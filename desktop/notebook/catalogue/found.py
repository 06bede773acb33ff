# SPDX-License-Identifier: MIT
"""What a search answers: hits that say why they are there and what does not fit."""

from dataclasses import dataclass

from desktop.notebook.catalogue.entry import Field
from desktop.notebook.catalogue.unmet import Unmet
from desktop.notebook.catalogue.vocabulary import Way
from sync.records.ids import EntityId


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for a hit: ``word`` as it stands in ``field``, in ``language`` (empty: an address), met this ``way``.

    ``typed`` is the typed word that it answers, as it was typed. For ``Way.SYNONYM`` the two are different words.
    """

    field: Field
    language: str
    word: str
    way: Way
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A service that was found. ``partly``: it has only some of the words, and no service has all."""

    entity: EntityId
    why: tuple[Why, ...]
    unmet: tuple[Unmet, ...]
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int
