# SPDX-License-Identifier: MIT
"""Carrying a write over: a move to another stream, a late write forwarded, a clone's commit signed again.

The carried write is signed by who carries it and names the id it had as its ``origin``; "an id matches by
id or origin" (design.md §3, 6).
"""

from collections.abc import Mapping

from sync.log.commit import CommitId, Draft
from sync.log.fold import Write


def carry(write: Write, own_before: Mapping[str, CommitId]) -> Draft:
    """Return the draft that carries one write, ready for ``write_commit``.

    ``own_before``: per field, the id that the same writer's previous write to it had where it comes from. A
    writer's later write covers its own earlier ones unsaid, a carried one does not, so here it is said.
    A write that was carried before keeps nothing of its first origin: ids are those of where it comes from.
    """
    fields = {}
    for name, said in write.body.fields.items():
        seen = {one.writer: one for one in said.seen}
        before = own_before.get(name)
        if before is not None:
            seen[before.writer] = max(before, seen.get(before.writer, before))
        fields[name] = (said.value, sorted(seen.values()))
    body = write.body
    return Draft(body.kind, body.entity, body.subject, body.schema, fields, write.id)
