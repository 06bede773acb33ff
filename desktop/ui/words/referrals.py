# SPDX-License-Identifier: MIT
"""Icon, word and tone of what has become of a referral, and the kinds in which data leaves."""

from typing import Final

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords

LEAVES: Final = frozenset({"accompanied", "formal"})
"""Kinds of referral in which the service is told who comes; as ``desktop.notebook.referrals.LEAVES``."""
_SIGNS: Final = {
    "suggested": ("circle", Tone.MUTED),
    "given": ("arrow-right", Tone.ACCENT),
    "contacted": ("phone", Tone.ACCENT),
    "accepted": ("check", Tone.OK),
    "rejected": ("circle-x", Tone.WARN),
    "no_show": ("user-x", Tone.WARN),
    "started": ("circle-dot", Tone.OK),
    "completed": ("circle-check", Tone.OK),
    "interrupted": ("circle-pause", Tone.WARN),
    "withdrawn": ("undo-2", Tone.MUTED),
}


def state_mark(status: str, codes: CodeWords) -> MarkValue:
    """Return the mark of a state; one that a newer list has shows its bare code."""
    icon, tone = _SIGNS.get(status, ("circle", Tone.MUTED))
    return MarkValue(icon, codes.label("referral_states", status), tone)
