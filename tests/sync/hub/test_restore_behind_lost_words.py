# SPDX-License-Identifier: MIT
"""What stands in a chain behind words that left with a person comes back to a restored hub, whoever wrote it."""

import pytest
from restored_hub import round_of
from store_world import edit, person
from two_teams import Two, lose_words_in

from sync.client.push import request as pushed
from sync.hub.quarantine import decide, held
from sync.hub.roster import end_grants, revoke
from sync.protocol.errors import AccessRefused, Unreachable
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import Pulled, PullRequest
from sync.records.ids import StreamId, WriterId, audit_stream


def test_what_a_revoked_author_wrote_behind_them_stands(two: Two) -> None:
    backup = two.hub.backup()
    goes, stays = lose_words_in(two)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach)
    two.hub.lose_and_restore(backup)
    two.sync(two.coach, two.west_coach)
    assert two.heads(two.home, stays) == ["Aikku"]
    assert goes.entity not in two.states(two.home)
    assert goes.entity in two.states(two.away)
    two.agree(two.home, two.coach)
    two.agree(two.away, two.west_coach)


def test_what_somebody_wrote_who_works_there_no_more_waits_for_a_supervisor(two: Two) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    end_grants(two.city.world.parts, two.city.adviser.staff, role="adviser", team=two.city.team)
    two.sync(two.author, two.coach)  # whose laptop lets go of the team
    two.hub.lose_and_restore(backup)
    two.sync(two.coach, two.author)
    parts = two.city.world.parts
    assert stays.entity not in two.states(two.home)
    waiting = [one for one in held(parts) if one.stream == two.home and not one.refused]
    assert len(waiting) == 2
    two.sync(two.coach)
    assert held(parts) == waiting  # said once
    for one in waiting:
        decide(parts, one.stream, one.number, accepted=True)
    two.sync(two.coach)
    assert two.heads(two.home, stays) == ["Aikku"]
    two.agree(two.home, two.coach)


def test_while_its_author_may_still_come_nothing_is_said_for_them(two: Two) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    two.hub.lose_and_restore(backup)
    two.sync(two.coach)
    assert stays.entity not in two.states(two.home)
    two.sync(two.author, two.coach)
    assert two.heads(two.home, stays) == ["Aikku"]
    stored = two.city.world.parts.store.commits(two.home, after=0, limit=100)
    assert len([one for one in stored if one.writer == two.city.adviser.writer]) == 3
    assert not [one for one in stored if one.writer == two.city.world.parts.me]
    two.agree(two.home, two.coach, two.author)


def test_what_the_hub_had_carried_behind_them_stands_where_it_was(two: Two) -> None:
    backup = two.hub.backup()
    goes, stays = lose_words_in(two)
    two.move(two.west_coach, goes, two.away, two.city.team)
    two.sync(two.coach, two.west_coach)
    two.move(two.coach, stays, two.home, two.west)
    two.sync(two.author, two.coach, two.west_coach)
    two.west_coach.save(two.away, edit("person", stays.entity, known_as="Aino-Maija"))
    two.sync(two.west_coach)
    two.hub.lose_and_restore(backup)
    two.sync(two.west_coach, two.coach, two.author, two.west_coach)
    assert two.heads(two.away, stays) == ["Aino-Maija"]
    assert len(two.heads(two.away, stays, "name")) == 1
    assert stays.entity not in two.states(two.home)


def test_what_comes_in_its_chain_after_all_stands_once(two: Two) -> None:
    backup = two.hub.backup()
    away_all_the_while = two.hub.laptop(two.city.coach)
    goes, stays = person("Matti", "Testinen"), person("Aino", "Esimerkki")
    two.author.save(two.home, goes)
    two.author.save(two.home, stays)
    two.sync(two.author, away_all_the_while)
    two.move(two.coach, goes, two.home, two.west)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach, two.west_coach)
    two.hub.lose_and_restore(backup)
    two.sync(two.coach, two.west_coach)
    two.coach.save(two.home, edit("person", stays.entity, known_as="Aikku"))
    two.sync(two.coach, away_all_the_while, two.coach, two.west_coach)
    assert two.heads(two.home, stays) == ["Aikku"]
    name = {"first": "Aino", "last": "Esimerkki"}
    assert {str(one) for one in two.heads(two.home, stays, "name")} == {str(name)}
    assert goes.entity not in two.states(two.home)
    assert [str(one) for one in two.heads(two.away, goes, "name")] == [
        str({"first": "Matti", "last": "Testinen"})
    ]
    two.agree(two.home, two.coach, away_all_the_while)


@pytest.mark.parametrize("heard", [False, True], ids=["before they heard of it", "after they heard of it"])
def test_a_hub_that_is_lost_again_gets_what_it_had_said_for_them(
    two: Two, monkeypatch: pytest.MonkeyPatch, *, heard: bool
) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach)
    two.hub.lose_and_restore(backup)
    if heard:
        two.sync(two.coach)
    else:
        monkeypatch.setattr(two.coach.engine.hub, "pull", _unreachable)
        assert round_of(two.coach).outcome is RoundOutcome.OFFLINE
    assert two.heads(two.home, stays) == ["Aikku"]
    two.hub.lose_and_restore(backup)
    two.sync(two.coach, two.west_coach)
    assert two.heads(two.home, stays) == ["Aikku"]
    two.agree(two.home, two.coach)


def _unreachable(_request: PullRequest) -> Pulled:
    raise Unreachable("no network")


def test_a_hub_that_was_never_lost_says_nothing_for_anybody(two: Two) -> None:
    two.author.save(two.home, person("Aino", "Esimerkki"))
    waiting = two.author.journal.unsent(max_commits=9, max_bytes=100_000, besides=[(_log_of(two), _me(two))])
    assert waiting is not None
    two.coach.sync()
    revoke(two.city.world.parts, two.city.adviser.writer)
    answer = two.coach.engine.hub.push(pushed(waiting, apart=True))
    assert (answer.carried, answer.elsewhere) == ([], [])
    assert not two.states(two.home)


def test_only_who_reads_a_team_brings_it_its_orphans(two: Two) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach)
    two.hub.lose_and_restore(backup)
    two.west_coach.sync()
    two.coach.journal.rebase(two.city.world.parts.epoch, [])
    orphans = two.coach.journal.orphans({}, max_commits=9, max_bytes=100_000)
    assert orphans is not None
    with pytest.raises(AccessRefused):
        two.west_coach.engine.hub.push(pushed(orphans, apart=True))
    two.sync(two.coach)
    assert two.heads(two.home, stays) == ["Aikku"]


def _log_of(two: Two) -> StreamId:
    return audit_stream(two.city.adviser.laptop)


def _me(two: Two) -> WriterId:
    return two.city.adviser.writer
