# SPDX-License-Identifier: MIT
"""Who writes over a colleague's note before the hub has it does not become its author, with one save or with two."""

import pytest
from hub_city import City
from hub_world import Member, note
from store_world import entity

from sync.hub.quarantine import held
from sync.log.commit import MARK_BYTES, CommitId, Draft, SignedCommit
from sync.records.ids import EntityId


def _over(who: EntityId, one: EntityId, text: str, member: Member, seen: SignedCommit, n: int) -> Draft:
    named = CommitId(member.writer, n, seen.hash[:MARK_BYTES])
    return Draft("note", one, who, 1, {"text": (text, (named,))})


@pytest.mark.parametrize("together", [True, False])
def test_a_second_save_over_a_colleagues_note_is_held_back_as_the_first_is(
    city: City,
    together: bool,  # noqa: FBT001 - given
) -> None:
    who, one = entity(), entity()
    mine, theirs = city.adviser, city.coach
    written = theirs.write(city.stream, note("theirs", who, one))
    first = mine.write(city.stream, _over(who, one, "over it", theirs, written, 1))
    again = mine.write(city.stream, _over(who, one, "and again", mine, first, 1))
    if together:
        assert mine.push(city.stream, first, again).quarantined == [1, 2]
    else:
        assert mine.hub.push(mine.request(city.stream, [first], first=1)).quarantined == [1]
        assert mine.hub.push(mine.request(city.stream, [again], first=2)).quarantined == [2]
    assert theirs.push(city.stream, written).quarantined == []
    assert [(row.writer, row.n) for row in held(city.world.parts)] == [(mine.writer, 1), (mine.writer, 2)]
