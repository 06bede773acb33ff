# SPDX-License-Identifier: MIT
"""What a save asks for, and its way to a commit's drafts: one spelling, checked fields, seen heads."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.store.errors import FieldRefused
from sync.log.commit import CommitId, Draft
from sync.log.fold import heads_seen
from sync.log.signing import SigningKey
from sync.log.state import EntityState
from sync.records.checking import Problem, Trouble
from sync.records.codes import CodeLists
from sync.records.ids import EntityId, LaptopId, StaffId, WriterId
from sync.records.kinds import check_fields, kind


@dataclass(frozen=True, slots=True)
class WriterIdentity:
    """Who writes in this notebook: one member of staff on one laptop, and their signing key."""

    key: SigningKey
    staff: StaffId
    laptop: LaptopId

    @property
    def writer(self) -> WriterId:
        """The writer id that the key proves."""
        return self.key.writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """New values for some fields of one entity.

    ``seen`` names per field the heads that the author had before their eyes (``EntityView`` gives
    them); a field that it leaves out, or the whole of it left out, means: what stands at the moment of saving.
    """

    kind: str
    entity: EntityId
    fields: Mapping[str, Any]
    subject: EntityId | None = None
    schema: int = 1
    seen: Mapping[str, Sequence[CommitId]] | None = None
    origin: CommitId | None = None


def draft(
    change: Change,
    state: EntityState | None,
    *,
    own: WriterId,
    codes: CodeLists | None,
    allow_temporary: bool,
) -> Draft:
    """Return the draft of a change against the state that stands; raises FieldRefused.

    A person is its own subject, and an entity's subject stays what its first write said.
    """
    fields = {normal(name): normal(value) for name, value in change.fields.items()}
    problems = check_fields(
        change.kind, fields, new=state is None, codes=codes, allow_temporary=allow_temporary
    )
    subject = change.subject
    if state is not None:
        subject = state.subject
    elif subject is None and change.kind == "person":
        subject = change.entity
    spec = kind(change.kind)
    if spec is not None and spec.has_subject and subject is None:
        # An erasure finds what is about somebody by its subject, and it can never be added later.
        problems.append(Problem(trouble=Trouble.MISSING, field="subject"))
    if problems:
        raise FieldRefused(tuple(problems))
    seen: dict[str, Sequence[CommitId]] = dict(heads_seen(state, fields, own=own))
    for name, ids in (change.seen or {}).items():
        if name in seen:
            seen[name] = _latest(ids, own)
    return Draft(
        kind=change.kind,
        entity=change.entity,
        subject=subject,
        schema=change.schema,
        fields={name: (value, seen[name]) for name, value in fields.items()},
        origin=change.origin,
    )


def normal(value: Any) -> Any:  # noqa: ANN401 - any value of a field
    """Return the value with every text in it in Unicode's form C, as the log demands."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {normal(key): normal(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [normal(item) for item in value]
    return value


def _latest(ids: Sequence[CommitId], own: WriterId) -> tuple[CommitId, ...]:
    """One id a writer, its latest; the author's own go unsaid."""
    latest: dict[WriterId, CommitId] = {}
    for one in ids:
        if one.writer != own:
            latest[one.writer] = max(one, latest.get(one.writer, one))
    return tuple(sorted(latest.values()))
