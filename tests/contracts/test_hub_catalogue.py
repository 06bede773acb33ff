# SPDX-License-Identifier: MIT
"""The city's services at the hub, imported and edited, on SQLite and on PostgreSQL alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from city_services import SOURCE, edit, place_of, service, state_of, words
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, draft

from sync.catalogue.model import Service, to_map
from sync.hub.catalogue import services_in
from sync.hub.catalogue_change import Outcome
from sync.hub.catalogue_publishing import Published, publish
from sync.hub.erase import erase_write
from sync.hub.keys import renew_online_keys
from sync.hub.quarantine import decide, held
from sync.hub.roster import end_grants, revoke
from sync.hub.store.rows import Reason
from sync.hub.verify import verify
from sync.log.commit import Draft
from sync.protocol.errors import AccessRefused, Code
from sync.protocol.messages import CommitFrame, SnapshotRequest
from sync.records.ids import CITY, new_entity, roster_entity


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
    made = make_city(world, clock)
    yield made
    made.world.close()


def bring(city: City, *services: Service, review: bool = False, whole: bool = False) -> Published:
    return publish(city.world.parts, services, SOURCE, whole=whole, review=review)


def outcomes(published: Published) -> list[Outcome]:
    return [one.outcome for one in published.lines]


def city_number(city: City) -> int:
    head = city.world.parts.store.head(CITY)
    assert head is not None
    return head.number


def editor_of(city: City) -> Member:
    return city.world.member("Eeva Toimittaja", "service_editor", None)


def test_importing_twice_writes_nothing_the_second_time(city: City) -> None:
    first = bring(city, *(service(number) for number in range(150)))
    assert first.count(Outcome.NEW) == 150
    before = city_number(city)
    again = bring(city, *(service(number) for number in range(150)))
    assert (again.lines, again.same, city_number(city)) == ((), 150, before)
    assert words(state_of(city.world, 7)) == ("Kurssi 7", "published", "")
    assert verify(city.world.parts).damages == ()


def test_a_changed_text_is_published_at_once_or_laid_before_an_editor(city: City) -> None:
    bring(city, service(1), service(2))
    assert outcomes(bring(city, service(1, "Uusi nimi"))) == [Outcome.CHANGED]
    assert words(state_of(city.world, 1)) == ("Uusi nimi", "published", "")
    assert outcomes(bring(city, service(2, "Uusi nimi"), review=True)) == [Outcome.PROPOSED]
    assert words(state_of(city.world, 2)) == ("Kurssi 2", "published", "Uusi nimi")
    assert bring(city, service(2, "Uusi nimi"), review=True).same == 1
    # The source takes its change back: nothing is left to judge.
    assert outcomes(bring(city, service(2), review=True)) == [Outcome.CHANGED]
    assert words(state_of(city.world, 2)) == ("Kurssi 2", "published", "")


def test_a_reviewed_newcomer_waits(city: City) -> None:
    assert outcomes(bring(city, service(1), review=True)) == [Outcome.NEW]
    assert words(state_of(city.world, 1)) == ("Kurssi 1", "waiting", "")
    assert outcomes(bring(city, service(1))) == [Outcome.CHANGED]
    assert words(state_of(city.world, 1)) == ("Kurssi 1", "published", "")


def test_what_a_whole_file_has_no_longer_is_told_and_only_withdrawn_when_asked(city: City) -> None:
    bring(city, service(1), service(2))
    assert outcomes(bring(city, service(1))) == []
    assert outcomes(bring(city, service(1), whole=True)) == [Outcome.GONE]
    assert words(state_of(city.world, 2)) == ("Kurssi 2", "published", "")
    done = publish(city.world.parts, [service(1)], SOURCE, whole=True, review=False, withdraw_gone=True)
    assert outcomes(done) == [Outcome.WITHDRAWN]
    assert words(state_of(city.world, 2)) == ("Kurssi 2", "withdrawn", "")
    assert outcomes(bring(city, service(1), whole=True)) == []
    assert outcomes(bring(city, service(2))) == [Outcome.CHANGED]
    assert words(state_of(city.world, 2)) == ("Kurssi 2", "published", "")


def test_an_import_never_replaces_an_editors_text(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1))
    mine = service(1, "Selkeä nimi")
    assert edit(city.world, editor, 1, content=mine).quarantined == []
    # What the editor started from comes again: it is known, and no proposal.
    assert bring(city, service(1)).same == 1
    assert outcomes(bring(city, service(1, "Lähteen uusi"))) == [Outcome.PROPOSED]
    assert words(state_of(city.world, 1)) == ("Selkeä nimi", "published", "Lähteen uusi")
    # Refused: the same text is not proposed again, another is.
    edit(city.world, editor, 1, proposed=None)
    assert bring(city, service(1, "Lähteen uusi")).same == 1
    assert outcomes(bring(city, service(1, "Lähteen uusin"))) == [Outcome.PROPOSED]
    # Taken: nobody is asked about it again.
    edit(city.world, editor, 1, content=service(1, "Lähteen uusin"), proposed=None)
    assert bring(city, service(1, "Lähteen uusin")).same == 1
    assert words(state_of(city.world, 1)) == ("Lähteen uusin", "published", "")


def test_an_edit_made_while_an_import_ran_stands_beside_it(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1))
    seen = state_of(city.world, 1).seen
    bring(city, service(1, "Tuotu"))
    fields = {"content": (to_map(service(1, "Toimitettu")), seen["content"])}
    editor.save(CITY, Draft("service", place_of(1), None, 1, fields))
    state = state_of(city.world, 1)
    assert len(state.seen["content"]) == 2
    assert state.edited
    assert outcomes(bring(city, service(1, "Tuotu taas"))) == [Outcome.PROPOSED]
    assert len(state_of(city.world, 1).seen["content"]) == 2


def test_what_an_editor_withdrew_or_deleted_stays_so(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1), service(2))
    edit(city.world, editor, 1, status="withdrawn")
    bring(city, service(1, "Uusi"))
    assert words(state_of(city.world, 1)) == ("Uusi", "withdrawn", "")
    heads = {head for heads in state_of(city.world, 2).seen.values() for head in heads}
    edit(city.world, editor, 2, deleted=[list(one) for one in sorted(heads)])
    assert state_of(city.world, 2).deleted
    assert bring(city, service(2, "Uusi")).same == 1


def test_an_editor_makes_a_service_that_no_import_touches(city: City) -> None:
    editor = editor_of(city)
    entity = new_entity()
    own = Service(name={"fi": "Oma ryhmä"})
    editor.save(CITY, draft("service", entity, content=to_map(own), status="published"))
    bring(city, service(1), whole=True)
    state = services_in(city.world.parts)[entity]
    assert words(state) == ("Oma ryhmä", "published", "")
    assert (state.imported, state.edited) == (None, True)


def test_an_editors_save_reaches_every_laptop(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1))
    edit(city.world, editor, 1, status="withdrawn")
    writers = [
        frame.signing for frame in city.adviser.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == CITY and frame.signing
    ]  # fmt: skip
    assert editor.key.public in writers
    snapshot = city.adviser.hub.snapshot(SnapshotRequest(CITY, 0, 0))
    assert snapshot.number == city_number(city)
    assert verify(city.world.parts).damages == ()


def test_who_is_no_editor_writes_nothing_into_the_city(city: City) -> None:
    bring(city, service(1))
    before = city_number(city)
    supervisor = city.world.member("Sanna Esihenkilö", "supervisor", city.team)
    known = city_number(city)
    for member in (city.adviser, city.coach, supervisor):
        with pytest.raises(AccessRefused) as caught:
            edit(city.world, member, 1, status="withdrawn")
        assert caught.value.code is Code.STREAM_FORBIDDEN
    assert city_number(city) == known > before
    assert words(state_of(city.world, 1)) == ("Kurssi 1", "published", "")


def test_an_editor_says_nothing_in_the_city_but_services(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1))
    forged = [
        draft("grant", new_entity(), staff=editor.staff, role="admin"),
        draft("staff", roster_entity(city.adviser.staff), name="Joku Muu", active=False),
        draft("writer", new_entity(), staff=editor.staff, laptop=editor.laptop, signing=bytes(32)),
        draft("release", new_entity(), commit=[editor.writer, 1, bytes(8)], accepted=True, at=1),
        Draft("erasure", new_entity(), None, 1, {"subject": (bytes(32), ()), "at": (1, ())}),
        draft("visit", new_entity(), at=1),
        draft("service", roster_entity(city.adviser.staff), status="published"),
    ]
    for n, one in enumerate(forged, 1):
        assert editor.save(CITY, one).quarantined == [n]
    reasons = [one.reason for one in held(city.world.parts)]
    assert reasons == [Reason.FORBIDDEN] * 5 + [Reason.MISPLACED, Reason.IDENTITY]
    # A service in the same save as a forbidden word is held back with it.
    both = editor.write(CITY, draft("service", place_of(1), status="withdrawn"), forged[0])
    assert editor.push(CITY, both).quarantined == [8]
    assert words(state_of(city.world, 1)) == ("Kurssi 1", "published", "")
    assert verify(city.world.parts).damages == ()


def test_what_an_editor_wrote_after_their_grant_ended_waits_for_a_decision(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1))
    edit(city.world, editor, 1, content=service(1, "Ajoissa"))
    end_grants(city.world.parts, editor.staff, role="service_editor", team=None)
    assert edit(city.world, editor, 1, content=service(1, "Myöhässä")).quarantined == [2]
    assert editor.save(CITY, draft("hologram", new_entity(), colour="blue")).quarantined == [3]
    assert words(state_of(city.world, 1))[0] == "Ajoissa"
    late = held(city.world.parts)[0]
    decide(city.world.parts, CITY, late.number, accepted=True)
    assert words(state_of(city.world, 1))[0] == "Myöhässä"


def test_what_comes_from_a_revoked_editor_is_held_back(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1))
    edit(city.world, editor, 1, content=service(1, "Ennen"))
    revoke(city.world.parts, editor.writer)
    late = editor.write(CITY, draft("service", place_of(1), status="withdrawn"))
    colleague = editor_of(city)
    assert colleague.hub.push(editor.request(CITY, [late])).quarantined == [2]
    assert [one.reason for one in held(city.world.parts)] == [Reason.REVOKED]
    assert words(state_of(city.world, 1)) == ("Ennen", "published", "")


def test_an_editors_text_that_was_erased_is_gone_for_good(city: City) -> None:
    editor = editor_of(city)
    bring(city, service(1))
    edit(city.world, editor, 1, content=service(1, "Soita Matille"))
    erase_write(city.world.parts, CITY, editor.writer, 1, place_of(1))
    assert words(state_of(city.world, 1)) == ("", "published", "")
    assert outcomes(bring(city, service(1, "Uusi"))) == [Outcome.PROPOSED]
    assert verify(city.world.parts).damages == ()


def test_a_hub_with_new_keys_still_knows_its_own_imports(city: City) -> None:
    bring(city, service(1))
    renew_online_keys(city.world.home.folder / "keys")
    city.world = city.world.reopened()
    assert bring(city, service(1)).same == 1
    assert outcomes(bring(city, service(1, "Uusi"))) == [Outcome.CHANGED]
    assert words(state_of(city.world, 1)) == ("Uusi", "published", "")
    assert len(state_of(city.world, 1).seen["content"]) == 1


def test_a_service_too_large_for_a_commit_stops_no_other(city: City) -> None:
    heavy = service(1, description=dict.fromkeys(map(str, range(40)), "ж" * 6000))
    done = bring(city, heavy, service(2))
    assert outcomes(done) == [Outcome.REFUSED, Outcome.NEW]
    assert place_of(1) not in services_in(city.world.parts)
    assert words(state_of(city.world, 2)) == ("Kurssi 2", "published", "")
