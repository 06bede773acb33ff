# SPDX-License-Identifier: MIT
"""What a restored hub has said for somebody is not said again: not what was erased, nor what was written over."""

import pytest
from hub_laptop import HubLaptop
from hub_world import draft
from restored_hub import round_of
from store_world import edit, person, session
from two_teams import Two, lose_words_in

from desktop.store.changes import Change
from sync.client.pace import Pace
from sync.hub import orphans
from sync.hub.erase import Erased, erase_subject, erase_write
from sync.hub.parts import HubParts
from sync.hub.quarantine import held
from sync.hub.roster import end_grants, grant, revoke
from sync.hub.settling import open_bodies, read_all
from sync.log.commit import MARK_BYTES, CommitId, Draft
from sync.protocol.errors import Unreachable
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import Pushed, PushRequest
from sync.records.ids import WriterId, new_entity


def _said_for(two: Two, late: HubLaptop) -> Change:
    """Lose the hub, and let it say what a revoked author wrote while ``late`` is away; return who it is about."""
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach, late)
    two.hub.lose_and_restore(backup)
    two.sync(two.coach)
    assert two.heads(two.home, stays) == ["Aikku"]
    return stays


def test_a_write_of_it_that_was_erased_is_not_said_again(two: Two) -> None:
    late = two.hub.laptop(two.city.coach)
    stays = _said_for(two, late)
    parts = two.city.world.parts
    for one in parts.store.commits(two.home, after=0, limit=100):
        if any("known_as" in body.fields for body in read_all(open_bodies(parts, [one])[0])):
            erase_write(parts, two.home, one.writer, one.n, stays.entity)
    assert two.heads(two.home, stays) == [None]
    two.sync(late, two.coach)
    assert two.heads(two.home, stays) == [None]
    two.agree(two.home, late, two.coach)


def test_what_was_written_over_does_not_come_back_where_they_went_since(two: Two) -> None:
    late = two.hub.laptop(two.city.coach)
    stays = _said_for(two, late)
    two.coach.save(two.home, edit("person", stays.entity, known_as="Ainikki"))
    two.move(two.coach, stays, two.home, two.west)
    two.sync(two.coach, two.west_coach)
    assert two.heads(two.away, stays) == ["Ainikki"]
    two.sync(late, two.west_coach)
    assert two.heads(two.away, stays) == ["Ainikki"]
    two.agree(two.away, two.west_coach)


def test_whose_a_record_is_stays_so_where_its_beginning_has_not_come(two: Two) -> None:
    backup = two.hub.backup()
    late = two.hub.laptop(two.city.coach)
    goes, too = person("Matti", "Testinen"), person("Maija", "Testinen")
    stays = person("Aino", "Esimerkki", known_as="Ainikki")
    two.author.save(two.home, goes)
    two.author.save(two.home, stays)
    two.coach.save(two.home, too)
    two.sync(two.author, two.coach)
    two.coach.save(two.home, edit("person", stays.entity, known_as="Aikku"))
    two.sync(two.coach, late)
    for one in (goes, too):
        two.move(late, one, two.home, two.west)
    revoke(two.city.world.parts, two.coach.store.me.writer)
    two.sync(late)
    two.hub.lose_and_restore(backup)
    two.sync(late)
    assert two.heads(two.home, stays) == ["Aikku"]
    rows = two.city.world.parts.store.entities(two.home, [stays.entity])
    assert rows[stays.entity].staff == two.city.adviser.staff


def test_what_its_author_brings_while_it_is_said_is_not_said(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    two.hub.lose_and_restore(backup)
    monkeypatch.setattr(orphans, "_may_still_bring", lambda *_: False)
    say = orphans._say

    def meanwhile(*its: object) -> bool | None:
        two.author.sync()
        return say(*its)  # type: ignore[arg-type]

    monkeypatch.setattr(orphans, "_say", meanwhile)
    two.coach.sync()
    stored = two.city.world.parts.store.commits(two.home, after=0, limit=100)
    assert not [one for one in stored if one.writer == two.city.world.parts.me]
    assert two.heads(two.home, stays) == ["Aikku"]
    two.sync(two.coach)
    two.agree(two.home, two.coach, two.author)


def test_who_is_erased_while_it_is_said_leaves_no_words(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach)
    two.hub.lose_and_restore(backup)
    say = orphans._say

    erased: list[Erased] = []

    def meanwhile(*its: object) -> bool | None:
        if not erased:
            erased.append(erase_subject(two.city.world.parts, stays.entity))
        return say(*its)  # type: ignore[arg-type]

    monkeypatch.setattr(orphans, "_say", meanwhile)
    two.coach.sync()
    parts = two.city.world.parts
    stored = parts.store.commits(two.home, after=0, limit=100)
    words = [body for one in stored for body in read_all(open_bodies(parts, [one])[0])]
    assert stays.entity not in {body.entity for body in words}
    two.sync(two.coach)
    assert two.coach.store.reads().entities.state(stays.entity) is None


def _offers(two: Two, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Make two rounds of the coach's; return how many commits each of their requests apart had."""
    offers: list[int] = []
    take_apart = orphans.take_apart

    def counted(parts: HubParts, sender: WriterId, request: PushRequest) -> Pushed:
        offers.append(len(request.commits))
        return take_apart(parts, sender, request)

    monkeypatch.setattr(orphans, "take_apart", counted)
    two.sync(two.coach)
    return offers


def test_while_its_author_may_still_come_a_round_offers_one_save_of_the_chain(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = two.hub.backup()
    lose_words_in(two)
    two.hub.lose_and_restore(backup)
    assert _offers(two, monkeypatch) == [1, 1]


def test_what_no_hub_says_holds_up_nothing_behind_it(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = two.hub.backup()
    goes, stays = person("Matti", "Testinen"), person("Aino", "Esimerkki")
    two.author.save(two.home, goes)
    two.author.save(two.home, stays)
    seen = {"by": two.city.adviser.staff, "number": 1, "at": two.city.clock()}
    two.author.save(two.home, Change(kind="handover", entity=new_entity(), subject=stays.entity, fields=seen))
    two.author.save(two.home, edit("person", stays.entity, known_as="Aikku"))
    two.sync(two.author, two.coach)
    two.move(two.coach, goes, two.home, two.west)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach)
    two.hub.lose_and_restore(backup)
    monkeypatch.setattr(Pace, "grow_push", lambda _: None)
    two.coach.engine._pace.commits = 1
    two.sync(two.coach)
    assert two.heads(two.home, stays) == ["Aikku"]
    assert not [sent for sent in _offers(two, monkeypatch) if sent]


def test_what_is_about_nobody_comes_back_as_well(two: Two) -> None:
    backup = two.hub.backup()
    goes, opened = person("Matti", "Testinen"), session()
    two.author.save(two.home, goes)
    two.author.save(two.home, opened)
    two.sync(two.author, two.coach)
    two.move(two.coach, goes, two.home, two.west)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach)
    assert opened.entity in two.states(two.home)
    two.hub.lose_and_restore(backup)
    two.sync(two.coach)
    assert opened.entity in two.states(two.home)
    two.agree(two.home, two.coach)


def test_a_colleague_who_names_it_as_theirs_takes_nothing_away(two: Two) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    two.hub.lose_and_restore(backup)
    two.sync(two.coach)
    orphan = two.coach.journal.orphans({}, max_commits=1, max_bytes=1)
    assert orphan is not None
    named = CommitId(orphan.writer, orphan.first, orphan.commits[0].hash[:MARK_BYTES])
    other = new_entity()
    said = {"name": ({"first": "Ei", "last": "Kukaan"}, ())}
    two.city.coach.save(two.home, Draft("person", other, other, 1, said, named))
    two.sync(two.coach)
    assert other in two.states(two.home)
    kept = two.coach.journal.orphans({}, max_commits=1, max_bytes=1)
    assert kept is not None
    assert kept.first == orphan.first
    assert two.coach.store.reads().entities.state(stays.entity) is not None


@pytest.mark.parametrize("own", [True, False])
def test_nobody_lets_their_own_word_count_that_the_hub_said_for_them(two: Two, *, own: bool) -> None:
    parts, author = two.city.world.parts, two.city.adviser
    grant(parts, author.staff, "supervisor", team=two.city.team)
    second = two.city.world.enrol(author.staff, "second laptop")
    other = two.city.world.member("Siru Esihenkilö", "supervisor", two.city.team)
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    end_grants(two.city.world.parts, author.staff, role="adviser", team=two.city.team)
    revoke(two.city.world.parts, author.writer)
    two.sync(two.coach)
    two.hub.lose_and_restore(backup)
    two.sync(two.coach)
    parts = two.city.world.parts
    for one in held(parts):
        found = parts.store.commit_at(one.stream, one.number)
        assert found is not None
        named = [found.writer, found.n, found.hash[:MARK_BYTES]]
        said = {"commit": named, "verdict": "accept", "to": None, "comment": "", "at": two.city.clock()}
        (second if own else other).save(two.home, draft("ruling", new_entity(), ruling=said))
    assert (stays.entity in two.states(two.home)) is not own
    whose = {row.staff for row in parts.store.entities(two.home, [stays.entity]).values()}
    assert whose == (set() if own else {author.staff})


@pytest.mark.parametrize("again", [1, 2])
def test_what_one_laptop_offers_while_another_does_is_said_once(
    two: Two, monkeypatch: pytest.MonkeyPatch, again: int
) -> None:
    backup = two.hub.backup()
    late = two.hub.laptop(two.city.coach)
    _, stays = lose_words_in(two)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach, late)
    two.hub.lose_and_restore(backup)
    plan = orphans._plan
    times: list[int] = []

    def meanwhile(*its: object) -> None:
        plan(*its)  # type: ignore[arg-type]
        times.append(1)
        if len(times) == again:
            late.sync()  # between the plan and its doing

    monkeypatch.setattr(orphans, "_plan", meanwhile)
    two.sync(two.coach, late)
    said = [
        body.origin
        for one in two.city.world.parts.store.commits(two.home, after=0, limit=100)
        for body in read_all(open_bodies(two.city.world.parts, [one])[0])
        if body.origin is not None
    ]
    assert len(said) == len(set(said)) == 2
    assert two.heads(two.home, stays) == ["Aikku"]
    two.agree(two.home, two.coach, late)


@pytest.mark.parametrize("point", ["before it is done", "before it is heard"])
def test_a_hub_or_a_laptop_that_dies_between_says_it_once(
    two: Two, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    backup = two.hub.backup()
    _, stays = lose_words_in(two)
    revoke(two.city.world.parts, two.city.adviser.writer)
    two.sync(two.coach)
    two.hub.lose_and_restore(backup)

    def dies(*_: object, **__: object) -> None:
        raise Unreachable("died")

    with monkeypatch.context() as moment:
        if point == "before it is done":
            moment.setattr(orphans, "runs_of", dies)
        else:
            moment.setattr(two.coach.journal, "said_for_them", dies)
        assert round_of(two.coach).outcome is RoundOutcome.OFFLINE
    two.sync(two.coach)
    stored = two.city.world.parts.store.commits(two.home, after=0, limit=100)
    said = [one for one in stored if one.writer == two.city.world.parts.me]
    assert len([one for one in said if read_all(open_bodies(two.city.world.parts, [one])[0])[0].origin]) == 2
    assert two.heads(two.home, stays) == ["Aikku"]
    two.agree(two.home, two.coach)
