# SPDX-License-Identifier: MIT
"""Two saves of one writer are held back, the person moves, and the later one is let count before the earlier one."""

import pytest
from hub_city import City
from hub_world import draft, note, person
from store_world import entity

from sync.hub.effective import fold_stream
from sync.hub.quarantine import decide, held
from sync.log.commit import MARK_BYTES, CommitId, Draft
from sync.records.ids import team_stream


@pytest.mark.parametrize("moves_last", [False, True])
def test_what_is_let_count_late_does_not_stand_beside_what_its_author_wrote_over_it(
    city: City,
    moves_last: bool,  # noqa: FBT001 - given
) -> None:
    who, one = entity(), entity()
    west = city.world.team("Länsi")
    theirs = city.coach.write(city.stream, note("theirs", who, one))
    city.coach.push(city.stream, theirs, city.coach.write(city.stream, person("Veikko", who)))
    move = draft("move", entity(), subject=who, to=west, at=1)
    if not moves_last:
        city.coach.save(city.stream, move)
    seen = CommitId(city.coach.writer, 1, theirs.hash[:MARK_BYTES])
    for text in ("first", "second"):  # a writer's later write covers its own earlier one unsaid
        commit = city.adviser.write(city.stream, Draft("note", one, who, 1, {"text": (text, (seen,))}))
        city.adviser.push(city.stream, commit)
    waiting = {row.n: row.number for row in held(city.world.parts) if row.writer == city.adviser.writer}
    for n in (2, 1):
        decide(city.world.parts, city.stream, waiting[n], accepted=True)
        city.coach.pull()
        if moves_last and n == 2:
            city.coach.save(city.stream, move)
            city.coach.pull()
    head = city.world.parts.store.head(team_stream(west))
    assert head is not None
    field = fold_stream(city.world.parts, head.stream, head.number).states[one].fields["text"]
    assert [head.value for head in field.heads] == ["second"]
