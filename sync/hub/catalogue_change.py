# SPDX-License-Identifier: MIT
"""What an import does to one service: pure, with the two texts and what stands in the city's stream."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import msgspec

from sync.catalogue.model import Service, to_map
from sync.hub.catalogue import CONTENT, PROPOSED, PUBLISHED, STATUS, WAITING, WITHDRAWN, ServiceState
from sync.log.commit import CommitId


class Outcome(StrEnum):
    """What became of one service of an import; the words of its report."""

    NEW = "new"
    """Not there before; it waits for an editor where the import is reviewed."""
    CHANGED = "changed"
    """The text that is shown, or whether it is shown; or a proposal that its source took back."""
    PROPOSED = "proposed"
    """The new text waits for an editor beside the one that is shown."""
    SAME = "same"
    GONE = "gone"
    """The source has it no longer; it is still shown."""
    WITHDRAWN = "withdrawn"
    """The source has it no longer, and it is shown no longer."""
    REFUSED = "refused"
    """It cannot be written down: too large for a commit, or text that is none."""


@dataclass(frozen=True, slots=True)
class Change:
    """An outcome and the fields to write, none where all is as it should be."""

    outcome: Outcome
    fields: Mapping[str, Any]


_NOTHING: Final = Change(Outcome.SAME, {})


def change(state: ServiceState | None, incoming: Service, *, review: bool) -> Change:
    """Return what the import of ``incoming`` writes.

    What an editor wrote stands: their text is never replaced, only a proposal laid beside it; a proposal
    that was refused is not made again until the source says something else; a service that was withdrawn or
    deleted by hand stays so. ``review`` leaves every text that is shown to an editor.
    """
    if state is None:
        return Change(Outcome.NEW, {CONTENT: to_map(incoming), STATUS: WAITING if review else PUBLISHED})
    if state.deleted:
        return _NOTHING
    text = _text(state, incoming, review=review)
    status = _status(state, review=review)
    if not text and not status:
        return _NOTHING
    outcome = Outcome.PROPOSED if text.get(PROPOSED) and not status else Outcome.CHANGED
    return Change(outcome, text | status)


def gone(state: ServiceState, *, withdraw: bool) -> Change:
    """Return what is written of a service that its source has no longer."""
    if state.deleted or state.status == WITHDRAWN:
        return _NOTHING
    return Change(Outcome.WITHDRAWN, {STATUS: WITHDRAWN}) if withdraw else Change(Outcome.GONE, {})


def seen_of(
    state: ServiceState | None, fields: Mapping[str, Any]
) -> dict[str, tuple[Any, tuple[CommitId, ...]]]:
    """Return the fields as a draft takes them: each with the heads that this import has read."""
    seen: Mapping[str, tuple[CommitId, ...]] = {} if state is None else state.seen
    return {name: (value, seen.get(name, ())) for name, value in fields.items()}


def alike(one: Service | None, other: Service) -> bool:
    """Return whether two texts say the same, whenever they were fetched."""
    return one is not None and _undated(one) == _undated(other)


def _text(state: ServiceState, incoming: Service, *, review: bool) -> dict[str, Any]:
    open_proposal = state.proposed is not None and not state.judged
    if alike(state.content, incoming):
        return {PROPOSED: None} if open_proposal else {}
    if (state.edited or state.judged) and alike(state.imported, incoming):
        return {}
    if state.edited or review:
        return {} if alike(state.proposed, incoming) else {PROPOSED: to_map(incoming)}
    return {CONTENT: to_map(incoming)} | ({PROPOSED: None} if state.proposed is not None else {})


def _status(state: ServiceState, *, review: bool) -> dict[str, Any]:
    if state.ruled:
        return {}
    if state.status == WITHDRAWN:
        return {STATUS: WAITING if review else PUBLISHED}
    if state.status == WAITING and not review:
        return {STATUS: PUBLISHED}
    return {}


def _undated(service: Service) -> Service:
    return msgspec.structs.replace(service, origin=msgspec.structs.replace(service.origin, fetched=""))
