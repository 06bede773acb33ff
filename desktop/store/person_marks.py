# SPDX-License-Identifier: MIT
"""What a list of people shows beside each name, read for the whole list in three statements.

Reading each card in full cost some thirty statements a row; a search that is typed letter by letter
shows fifty rows a letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.store.commit_rows import KnownCommits
from desktop.store.flags import Mark
from desktop.store.names import Names
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from desktop.store.views import Sending
from sync.log.state import decode_state
from sync.records.ids import EntityId

_CONFLICT: Final = Mark.CONFLICT | Mark.BESIDE_DELETION


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMarks:
    """Beside a name: what waits for a choice, how its commits stand, the language, the newest commit's time (ms)."""

    conflict: bool
    """The card, or anything else about the person, has two values or was changed beside its deletion."""
    sending: Sending
    language: str
    changed: int


def person_marks(
    connection: Connection, names: Names, people: Sequence[EntityId]
) -> dict[EntityId, PersonMarks]:
    """Return the marks of these people; who is not here is not in it."""
    holes = ",".join("?" * len(people))
    stands = {
        entity: (Sending(unsent=bool(unsent), parked=bool(parked), quarantined=bool(held)), int(time))
        for entity, unsent, parked, held, time in connection.execute(
            "SELECT e.entity, max(c.sent = 0), max(c.standing IN (2, 3)), max(c.standing IN (4, 6)), max(c.time)"  # noqa: S608 - only marks
            " FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            f" WHERE e.entity IN ({holes}) GROUP BY e.entity",
            tuple(people),
        ).fetchall()
    }
    rows = connection.execute(
        f"SELECT entity, stream, flags, state FROM entities WHERE entity IN ({holes})"  # noqa: S608 - only marks
        " ORDER BY (flags & 6) = 2 DESC, stream DESC",  # the one that is shown comes last, and stays
        tuple(people),
    ).fetchall()
    about = {
        subject: Mark(flags)
        for subject, flags in connection.execute(
            "SELECT subject, max(flags & 1) | max(flags & 4) FROM entities"  # noqa: S608 - only marks
            f" WHERE subject IN ({holes}) AND flags <> 0 GROUP BY subject",
            tuple(people),
        ).fetchall()
    }
    found = {}
    for entity, stream, flags, raw in rows:
        marked = Mark(flags) | about.get(entity, Mark(0))
        values = shown_values(decode_state(raw), KnownCommits(connection, names, stream).number)
        sending, changed = stands.get(entity, (Sending(), 0))
        found[entity] = PersonMarks(
            conflict=bool(marked & _CONFLICT),
            sending=sending,
            language=value_of(values, "contact_language", str, ""),
            changed=changed,
        )
    return found
