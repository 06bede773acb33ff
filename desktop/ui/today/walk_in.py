# SPDX-License-Identifier: MIT
"""A walk-in as it stands in the panel: a value; each key makes the next one, so that any can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from desktop.notebook.messages.today import SaveVisit
from desktop.ui.errand import Found
from desktop.ui.today.sent_to import read, texts_of
from sync.records.ids import EntityId

LONGEST_NOTE: Final = 280
SETS: Final = frozenset({"topics", "outcomes", "unmet", "services"})
_BETWEEN: Final = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkIn:
    """Codes as the vocabulary has them, in the order they were chosen; an empty text means not asked."""

    topics: tuple[str, ...] = ()
    age: str = ""
    outcomes: tuple[str, ...] = ()
    language: str = ""
    first_time: str = ""
    interpreter: str = ""
    note: str = ""
    channel: str = ""
    gender: str = ""
    duration: str = ""
    municipality: str = ""
    district: str = ""
    status: str = ""
    arrived_via: str = ""
    unmet: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    """``SentTo`` as texts."""

    @property
    def empty(self) -> bool:
        """Whether nothing has been chosen or written."""
        return self == WalkIn()

    def with_code(self, field: str, code: str) -> "WalkIn":
        """Return it with this code; a code that stands already is taken away again."""
        held = getattr(self, field)
        if field not in SETS:
            return self.with_value(field, "" if held == code else code)
        chosen = tuple(one for one in held if one != code) if code in held else (*held, code)
        changed: dict[str, Any] = {field: chosen}
        return replace(self, **changed)

    def with_value(self, field: str, value: str) -> "WalkIn":
        """Return it with another single value."""
        changed: dict[str, Any] = {field: value}
        return replace(self, **changed)

    def joined(self, other: "WalkIn") -> "WalkIn":
        """Return it with what another says too: sets together, single values of the other where it has any."""
        changed: dict[str, Any] = {}
        for one in fields(self):
            mine, its = getattr(self, one.name), getattr(other, one.name)
            if one.name in SETS:
                changed[one.name] = (*mine, *(code for code in its if code not in mine))
            elif one.name == "note":
                changed[one.name] = " ".join(part for part in (mine, its) if part)
            else:
                changed[one.name] = its or mine
        return replace(self, **changed)

    def cycled(self, field: str, codes: Sequence[str]) -> "WalkIn":
        """Return it with the code after the present one, and with none after the last."""
        order = ["", *codes]
        held = getattr(self, field)
        place = order.index(held) if held in order else 0
        return self.with_value(field, order[(place + 1) % len(order)])

    def has(self, field: str, code: str) -> bool:
        """Return whether this code is chosen."""
        held = getattr(self, field)
        return code in held if field in SETS else held == code

    def to_save(self, session: EntityId | None, *, from_heads: bool = False) -> SaveVisit:
        """Return the ask that records it; ``from_heads``: who was counted as a head before."""
        values: dict[str, Any] = {
            one.name: list(getattr(self, one.name)) if one.name in SETS else getattr(self, one.name)
            for one in fields(self)
            if one.name != "services"
        }
        sent = [one.pick() for text in self.services if (one := read(text)) is not None]
        return SaveVisit(session=session, services=sent, from_heads=from_heads, **values)

    def sent_to(self, found: Found) -> "WalkIn":
        """Return it with what came back from the catalogue, and the outcome that this is.

        A paper given is the outcome "handout", anything but information a referral; both may be.
        """
        new = ["handout"] if found.handed_out else []
        new += ["referral"] if found.kind != "information" else []
        outcomes = (*self.outcomes, *(one for one in new if one not in self.outcomes))
        kept = {one.partition(":")[0]: one for one in (*self.services, *texts_of(found))}
        return replace(self, services=tuple(kept.values()), outcomes=outcomes)

    def to_draft(self) -> dict[str, str]:
        """Return it as the texts of a draft; nothing for what is empty."""
        texts = {
            one.name: _BETWEEN.join(getattr(self, one.name)) if one.name in SETS else getattr(self, one.name)
            for one in fields(self)
        }
        return {name: text for name, text in texts.items() if text}


def from_draft(draft: Mapping[str, str]) -> WalkIn:
    """Return what a draft holds; what it does not know is left out."""
    known = {one.name for one in fields(WalkIn)}
    values: dict[str, Any] = {
        name: tuple(part for part in text.split(_BETWEEN) if part) if name in SETS else text
        for name, text in draft.items()
        if name in known
    }
    return WalkIn(**values)
