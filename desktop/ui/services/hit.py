# SPDX-License-Identifier: MIT
"""A hit of the search as a value: the delegate paints it, a screen reader gets `spoken`."""

from dataclasses import dataclass

from desktop.ui.components.mark_value import MarkValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Name above, where and for whom below, then what there is to be had; a fourth line only when it is needed."""

    key: str
    """Hex id of the service."""
    name: str
    lit: tuple[str, ...] = ()
    """Words of the name that matched what was typed."""
    where: str = ""
    terms: str = ""
    """For whom and for how much; never cut, ``where`` is."""
    to_be_had: str = ""
    checked: str = ""
    stale: MarkValue | None = None
    """Instead of ``checked`` when the service wants checking."""
    why: str = ""
    unmet: tuple[MarkValue, ...] = ()
    signs: tuple[MarkValue, ...] = ()
    """Favourite, team's note, hidden: icons behind the name, their words read out."""
    marked: bool = False
    marked_word: str = ""
    """What is read out when it is marked."""

    @property
    def fourth(self) -> bool:
        """Whether there is anything for the fourth line."""
        return bool(self.why or self.unmet)

    @property
    def spoken(self) -> str:
        """The row read out, what does not fit before why it was found."""
        words = [
            self.marked_word if self.marked else "",
            self.name,
            self.where,
            self.terms,
            self.to_be_had,
            *(mark.word for mark in self.unmet),
            self.stale.word if self.stale is not None else self.checked,
            *(mark.word for mark in self.signs),
            self.why,
        ]
        return ", ".join(word for word in words if word)
