# SPDX-License-Identifier: MIT
"""A laptop that came after the backup of a restored hub enrols again with its keys and brings all it has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub, round_of
from store_world import entity
from store_world import visit as walk_in

from sync.client.http import HttpHub
from sync.hub.restored import confirm, waiting_rights
from sync.protocol.errors import AccessRefused, Code, EnrolRefused
from sync.protocol.messages import EnrolRequest, HeadsRequest


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[tuple[RestoredHub, City]]:
    """A hub with a city, that may be lost; over HTTP it needs the machine's clock."""
    world = HubWorld.live(tmp_path / "hub")
    city = make_city(world, HubClock())
    hub = RestoredHub(tmp_path, world)
    yield hub, city
    hub.close()


def test_what_was_sent_and_what_was_not_comes_along(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    staff = city.world.person("Cai Uusi", "adviser", city.team)
    other = hub.laptop(city.coach)
    backup = hub.backup()
    late = city.world.enrol(staff, "Cai Uusi")
    new = hub.laptop(late)
    new.save(city.stream, walk_in(entity()))
    new.sync()
    hub.lose_and_restore(backup)
    new.save(city.stream, walk_in(entity()))
    assert round_of(new).problem == "unknown-writer"
    request = EnrolRequest(
        city.world.code(staff), late.key.public, late.receiving.public, late.laptop, "Cai Uusi", staff
    )
    assert city.world.service.enrol(request).writer == late.writer
    new.sync()
    other.sync()
    assert new.store.reads().sending.unsent_count() == 0
    assert [one.writer for one in city.world.parts.store.commits(city.stream, after=0, limit=9)] == [
        late.writer
    ] * 2
    assert other.journal.digest(city.stream) == new.journal.digest(city.stream)


def test_the_word_of_the_old_hub_that_comes_later_changes_nothing(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    staff = city.world.person("Cai Uusi", "adviser", city.team)
    other = hub.laptop(city.coach)
    backup = hub.backup()
    late = city.world.enrol(staff, "Cai Uusi")
    new = hub.laptop(late)
    other.sync()
    hub.lose_and_restore(backup)
    city.world.service.enrol(
        EnrolRequest(
            city.world.code(staff), late.key.public, late.receiving.public, late.laptop, "Cai Uusi", staff
        )
    )
    other.sync()
    for right in waiting_rights(city.world.parts):
        confirm(city.world.parts, right.number, right=True)
    new.save(city.stream, walk_in(entity()))
    new.sync()
    other.sync()
    assert len(other.store.reads().roster.teams()) == 1
    assert city.world.parts.store.writer(late.writer) is not None


def test_a_code_for_somebody_else_does_not_make_the_notebook_theirs(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    staff = city.world.person("Cai Uusi", "adviser", city.team)
    backup = hub.backup()
    late = city.world.enrol(staff, "Cai Uusi")
    hub.lose_and_restore(backup)
    with pytest.raises(EnrolRefused) as refused:
        city.world.service.enrol(
            EnrolRequest(
                city.world.code(city.coach.staff),
                late.key.public,
                late.receiving.public,
                late.laptop,
                "Cai",
                staff,
            )
        )
    assert refused.value.code is Code.CODE_WRONG
    assert city.world.parts.store.writer(late.writer) is None


def test_over_the_wire_the_laptop_hears_why_and_enrols_again(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    staff = city.world.person("Cai Uusi", "adviser", city.team)
    backup = hub.backup()
    late = city.world.enrol(staff, "Cai Uusi")
    hub.lose_and_restore(backup)
    with city.world.http() as address:
        wire = HttpHub(
            address,
            pin=city.world.root_digest,
            signing=late.key,
            receiving=late.receiving,
            clock=city.world.clock,
        )
        with pytest.raises(AccessRefused) as refused:
            wire.heads(HeadsRequest())
        assert refused.value.code is Code.UNKNOWN_WRITER
        wire.enrol_again(city.world.code(staff), laptop=late.laptop, laptop_name="Cai Uusi", staff=staff)
        assert wire.heads(HeadsRequest()).streams
        wire.close()
