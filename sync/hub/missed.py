# SPDX-License-Identifier: MIT
"""What a lost hub had not heard of when it moved somebody, and the restored one has: it goes after them.

The word that they went comes back from a laptop, perhaps after saves that the lost hub never had, or heard of only
later. By its number such a save was said before they went, and nobody carried it. So the word tells what it knew.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sync.hub.at_rest import subject_key
from sync.hub.carrying import carries
from sync.hub.heard import counted, id_of
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all
from sync.log.commit import Body, CommitId
from sync.log.state import EntityState
from sync.records.ids import EntityId, StreamId, WriterId

_MOST_ABOUT: Final = 20_000
"""Commits about one person in one stream: more than anybody will ever have."""
_MOST_HELD: Final = 200
"""About one person: what a revoked key wrote could fill more than one commit."""


def known(parts: HubParts, stream: StreamId, states: Iterable[EntityState]) -> list[list[Any]]:
    """Return each writer's last commit that stands or is covered in these states, as ``retract`` tells it.

    Chains have no gaps: of each writer all before it is known as well.
    """
    last: dict[WriterId, int] = {}
    for state in states:
        for field in state.fields.values():
            its = [(head.id.writer, head.id.n) for head in field.heads]
            for writer, n in (*its, *field.context.items()):
                last[writer] = max(n, last.get(writer, 0))
    found = (parts.store.commit(stream, writer, n) for writer, n in sorted(last.items()))
    return [list(id_of(one)) for one in found if one is not None]


def held(parts: HubParts, stream: StreamId, person: EntityId) -> list[list[Any]]:
    """Return the commits about a person that do not count in a stream, as ``retract`` tells them."""
    key = subject_key(person)
    its = [list(id_of(one)) for where, one in parts.store.withheld() if where == stream and key in one.sealed]
    return its[-_MOST_HELD:]


def missed(
    parts: HubParts, stream: StreamId, number: int, word: CommitId, retract: Body
) -> Iterator[tuple[CommitId, list[Body]]]:
    """Yield what counts below a ``retract`` of a lost hub and was not known to it: commits, with what goes along.

    ``number`` and ``word`` are those of the commit that says it. Whose names nothing as known had nothing there.
    """
    person = retract.subject
    if person is None:
        return
    about = parts.store.commits_sealed_under(stream, subject_key(person), after=0, limit=_MOST_ABOUT)
    before = [one for one in about if one.number < number]
    for one, raw in zip(before, open_bodies(parts, before), strict=True):
        if counted(parts, stream, one, word, retract):
            continue
        bodies = [body for body in read_all(raw) if body.subject == person and carries(body.kind)]
        if bodies:
            yield id_of(one), bodies
