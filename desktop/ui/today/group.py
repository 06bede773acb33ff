# SPDX-License-Identifier: MIT
"""A group as it stands in its form: a value; each key makes the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from desktop.notebook.messages.group_events import SaveGroup
from desktop.notebook.messages.today import GroupRow
from sync.records.ids import ID_BYTES, EntityId

MOST: Final = 2_000
"""``sync.records.stand.GROUP_EVENT`` takes no more."""
_EVENT: Final = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Codes as the vocabulary has them; an empty text means not asked. ``event``: the one that is changed."""

    kind: str = ""
    size: int = 0
    theme: str = ""
    language: str = ""
    duration: str = ""
    partner: str = ""
    text: str = ""
    event: EntityId | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing has been chosen or written."""
        return replace(self, event=None) == Group()

    def with_code(self, field: str, code: str) -> "Group":
        """Return it with this code; one that stands already is taken away again."""
        return self.with_value(field, "" if getattr(self, field) == code else code)

    def with_value(self, field: str, value: str) -> "Group":
        """Return it with another text or code."""
        changed: dict[str, Any] = {field: value}
        return replace(self, **changed)

    def with_digit(self, digit: str) -> "Group":
        """Return it with one more digit of its size; one that makes too many people changes nothing."""
        size = int(f"{self.size}{digit}")
        return replace(self, size=size) if size <= MOST else self

    def without_digit(self) -> "Group":
        """Return it without the last digit of its size."""
        return replace(self, size=self.size // 10)

    def stepped(self, delta: int) -> "Group":
        """Return it with so many people more."""
        return replace(self, size=min(max(self.size + delta, 0), MOST))

    def cycled(self, field: str, codes: Sequence[str]) -> "Group":
        """Return it with the code after the present one, and with none after the last."""
        order = ["", *codes]
        held = getattr(self, field)
        place = order.index(held) if held in order else 0
        return self.with_value(field, order[(place + 1) % len(order)])

    def to_save(self, session: EntityId | None) -> SaveGroup:
        """Return the ask that records or changes it."""
        return SaveGroup(
            session=session,
            kind=self.kind,
            size=self.size,
            theme=self.theme,
            language=self.language,
            duration=self.duration,
            partner=self.partner,
            text=self.text,
            event=self.event,
        )

    def to_draft(self) -> dict[str, str]:
        """Return it as the texts of a draft; nothing for what is empty."""
        texts = {one.name: str(getattr(self, one.name) or "") for one in fields(self) if one.name != _EVENT}
        texts[_EVENT] = self.event.hex() if self.event is not None else ""
        return {name: text for name, text in texts.items() if text}


def from_draft(draft: Mapping[str, str]) -> Group:
    """Return what a draft holds; what it does not know is left out."""
    texts: dict[str, Any] = {
        one.name: draft[one.name]
        for one in fields(Group)
        if one.name not in {_EVENT, "size"} and one.name in draft
    }
    size, event = draft.get("size", ""), draft.get(_EVENT, "")
    known = len(event) == 2 * ID_BYTES
    return Group(
        **texts,
        size=min(int(size), MOST) if size.isdigit() else 0,
        event=EntityId(bytes.fromhex(event)) if known else None,
    )


def from_row(row: GroupRow) -> Group:
    """Return what the list has of one, to be changed."""
    return Group(
        kind=row.kind,
        size=row.size,
        theme=row.theme,
        language=row.language,
        duration=row.duration,
        partner=row.partner,
        text=row.text,
        event=row.event,
    )
