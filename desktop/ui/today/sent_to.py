# SPDX-License-Identifier: MIT
"""The services a visitor is sent to, as the walk-in keeps them: one text each, so that a draft holds them."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from desktop.notebook.messages.today import ServicePick
from desktop.ui.errand import ChosenService, Found
from sync.records.ids import ID_BYTES, EntityId

_PARTS = 3


@dataclass(frozen=True, slots=True)
class SentTo:
    """One service, how the visitor is sent there (``referral_kinds``), and its name for the strip."""

    service: EntityId
    kind: str
    name: str

    def to_text(self) -> str:
        """Return it without comma or colon inside, as a draft's list holds it."""
        return f"{self.service.hex()}:{self.kind}:{quote(self.name, safe='')}"

    def pick(self) -> ServicePick:
        """Return what the notebook is told."""
        return ServicePick(self.service, self.kind)


def read(text: str) -> SentTo | None:
    """Return what ``to_text`` wrote, ``None`` for anything else."""
    parts = text.split(":")
    if len(parts) != _PARTS:
        return None
    try:
        entity = bytes.fromhex(parts[0])
    except ValueError:
        return None
    return SentTo(EntityId(entity), parts[1], unquote(parts[2])) if len(entity) == ID_BYTES else None


def texts_of(found: Found) -> tuple[str, ...]:
    """Return the services that came back from the catalogue as the walk-in keeps them."""
    return tuple(SentTo(one.service, found.kind, one.name).to_text() for one in found.services)


def chosen(texts: tuple[str, ...]) -> tuple[ChosenService, ...]:
    """Return the services with their names."""
    return tuple(ChosenService(one.service, one.name) for text in texts if (one := read(text)) is not None)
